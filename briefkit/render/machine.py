"""Figures for machines, and identifiers for pages: what stands in attributes rather than before readers' eyes."""

from urllib.parse import quote as percent_encoded

from briefkit.figure import Figure
from briefkit.values import Date, Missing, Number, Quote, Range, Share, Words
from briefkit.values.dates import write_date


def machine_value(figure: Figure) -> str:
    """The value for the attribute of a `<data>`: `250000`, `38/43`, `12..15`, `2022-12-06`."""
    match figure.value:
        case Number(value):
            return f"{value:f}"
        case Share(events, total):
            return f"{events:f}/{total:f}"
        case Range(low, high):
            return f"{low.value:f}..{high.value:f}"
        case Date() as date:
            return write_date(date)
        case Words(text):
            return text
        case Missing(kind):
            return kind


def panel_id(address: str) -> str:
    """Id of the panel of a figure."""
    return f"panel-{address}"


def words_link(address: str, words: Quote) -> str:
    """A link that opens a web page at the quoted words; browsers that cannot find them open the page."""
    around = _encoded(words.prefix) + "-," if words.prefix else ""
    after = ",-" + _encoded(words.suffix) if words.suffix else ""
    return f"{address}#:~:text={around}{_encoded(words.exact)}{after}"


def _encoded(text: str) -> str:
    return percent_encoded(text, safe="").replace("-", "%2D")
