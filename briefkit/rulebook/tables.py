"""Rules about `table(...)`: what may be asked of a comparison table, and what may be compared."""

from briefkit.rulebook.families import Family, Rule

TABLES = Family(
    "Tables",
    (
        Rule(
            id="table-argument",
            says="A table is given something that it cannot be given, or something in the wrong form.",
            because="A misspelt `order` or `where` that is passed over would show other rows than were meant.",
            wrong='{{ table("programmes", colums=["place"]) }}',
            right='{{ table("programmes", columns=["place"]) }}',
        ),
        Rule(
            id="table-kind",
            says="A table is asked for a kind of record that does not exist.",
            because="The table has nothing to be made of.",
            wrong='{{ table("programs", columns=["place"]) }}',
            right='{{ table("programmes", columns=["place"]) }}',
        ),
        Rule(
            id="table-record",
            says="A table names a record that does not exist, or one of another kind.",
            because="A row that is silently missing looks like evidence that does not exist.",
            wrong='{{ table("programmes", ids=["hat_swizerland"], columns=["patients"]) }}',
            right='{{ table("programmes", ids=["hat_switzerland"], columns=["patients"]) }}',
        ),
        Rule(
            id="table-field",
            says="A column, a condition or an order names a field that the records of this kind do not have, or one that is never printed.",
            because="A column of a field that does not exist would read `not recorded` from top to bottom.",
            wrong='{{ table("programmes", columns=["place", "patient"]) }}',
            right='{{ table("programmes", columns=["place", "patients"]) }}',
        ),
        Rule(
            id="table-condition",
            says="The condition after `where` cannot be read.",
            because="A condition that is half understood would choose other records than were meant.",
            wrong='{{ table("programmes", where="country = \'GB\'", columns=["place"]) }}',
            right='{{ table("programmes", where="country == \'GB\'", columns=["place"]) }}',
        ),
        Rule(
            id="table-comparison",
            says="A condition compares things that cannot be compared: a text with a number, money of two currencies or price years, "
            "per cent with percentage points, a share with a number.",
            because="The result would be a number's accident, and the rows chosen by it would mislead.",
            wrong='{{ table("studies", where="retention_26w.heroin > 50", columns=["name"]) }}',
            right='{{ table("studies", where="retention_26w.heroin.percent > 50", columns=["name"]) }}',
        ),
        Rule(
            id="table-order",
            says="Rows cannot be put in order by a field whose amounts are in different currencies or units.",
            because="Pounds and kroner sorted as bare numbers would rank what cannot be ranked.",
            wrong='{{ table("costs", columns=["place", "amount"], order="-amount") }}',
            right='{{ table("costs", where="country == \'GB\'", columns=["place", "amount"], order="-amount") }}',
        ),
        Rule(
            id="table-header-twice",
            says="Two columns of a table have the same words above them.",
            because="A reader, a screen reader and a spreadsheet tell columns apart by their headers.",
            wrong='columns=["place", "retention_26w.heroin", "retention_52w.heroin"]',
            right='columns=["place", "retention_26w.heroin", {"field": "retention_52w.heroin", "header": "Heroin, 52 weeks"}]',
        ),
        Rule(
            id="table-name",
            says="The name given to a table cannot be a file name, or another table of the brief has it.",
            because="The table's CSV file is saved under this name.",
            wrong='{{ table("programmes", name="Table 1!", columns=["place"]) }}',
            right='{{ table("programmes", name="programmes-by-country", columns=["place"]) }}',
        ),
        Rule(
            id="table-empty",
            says="A table would have no rows.",
            because="An empty table reads as if nothing existed, while more often the condition has a slip.",
            wrong='{{ table("programmes", where="country == \'UK\'", columns=["place"]) }}',
            right='{{ table("programmes", where="country == \'GB\'", columns=["place"]) }}',
        ),
    ),
)
