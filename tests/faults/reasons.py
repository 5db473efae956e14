"""Which rules name which mistake: a fault is caught by its own reason when one of these speaks."""

BEARING = frozenset(
    {"value-not-in-quote", "quote-cuts-number", "interval-not-in-quote", "percentage-impossible", "quotes-disagree"}
)
"""The value is not what its quotation says."""
IMPOSSIBLE = frozenset(
    {
        "share-impossible",
        "arms-sum",
        "total-over-randomised",
        "interval-outside",
        "dates-out-of-order",
        "date-impossible",
    }
)
"""The value cannot be."""
QUOTED = frozenset(
    {"quote-absent", "quote-cut", "quote-spliced", "quote-stands-twice", "quote-on-other-page", "quote-in-references"}
)
"""The quotation is not in its source."""
LAPSED = frozenset({"witness-lapsed", "verdict-lapsed", "signature-missing", "lock-edited"})
"""Somebody vouched for something else."""
UNIT = frozenset(
    {
        "unit-not-in-quote",
        "per-not-in-quote",
        "currency-not-in-quote",
        "unknown-unit",
        "unit-not-of-field",
        "unit-outside-differs",
        "arms-per-differ",
        "formula-units",
    }
)
"""The unit, or what a rate is counted by, is another."""
YEAR = frozenset(
    {
        "date-in-future",
        "date-not-of-page",
        "date-not-in-quote",
        "date-against-name",
        "counted-after-source",
        "counted-before-start",
        "year-misnamed",
        "date-misnamed",
        "time-misnamed",
        "undated-count",
        "count-without-date",
        "price-year-not-in-quote",
        "price-years-differ",
        "formula-prices",
        "table-comparison",
    }
)
"""The year is another, or is gone."""
CITED = frozenset(
    {
        "seen-elsewhere",
        "secondary-unsaid",
        "via-of-another",
        "report-of-another-study",
        "language-not-of-source",
        "country-against-record",
        "result-from-news",
        "counted-after-source",
        "source-unrecorded",
    }
)
"""The source is another."""
DIFFERS = frozenset({"bound-words-differ", "unit-outside-differs", "qualifier-outside"})
"""Words of a brief are not what their figure says."""
UNBOUND = frozenset({"unbound-number"})
"""A number rests on nothing."""
