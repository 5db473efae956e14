"""Rules about briefs: their front matter, expressions, bound words, citations, blocks and sentences."""

from briefkit.rulebook.brief_text import TEXT_RULES
from briefkit.rulebook.families import Family, Rule

_NAMES = (
    Rule(
        id="front-matter-missing",
        says="A brief does not begin with its front matter: fields between two lines `---`.",
        because="A page without title, date and authors cannot be cited, and nobody could tell which version it is.",
        wrong="## The problem\n...",
        right="---\ntitle: Should schools give free breakfasts?\ndate: 2026-03-01\nauthors: Jane Doe\n---\n## The problem",
    ),
    Rule(
        id="brief-name",
        says="A brief's file has a name that cannot be the name of its folder and its address, so it is not built.",
        because="Blanks, capitals and accents mean different things on different machines, and break links.",
        wrong="briefs/HAT in England.md",
        right="briefs/hat-in-england.md",
    ),
    Rule(
        id="name-taken",
        says="A figure or parameter of a brief has a name that means something else already.",
        because="One word between `{{ }}` would have two meanings.",
        wrong="parameters: {riott: Durham}      # `riott` is a record",
        right="parameters: {area: Durham}",
    ),
    Rule(
        id="own-figure-unsourced",
        says="A figure in a brief's front matter states a value and names no source.",
        because="It would be a number that nobody can check; a record's figures have a source, and so must this one.",
        wrong="figures:\n  places: 60 places",
        right="figures:\n  cost_per_place: {formula: leeds.running_cost / leeds.places_planned, round: 0}",
        fixed=True,
    ),
    Rule(
        id="parameter-not-figure",
        says="A parameter of the brief is a number, and the value given for this edition with `--set` is none.",
        because="Formulas count with it, so words would leave gaps all over the page.",
        wrong="--set places=some      # in the brief: places: scheme.places_planned",
        right='--set places="15 places", or --set places=15',
        fixed=True,
    ),
    Rule(
        id="parameter-unlike",
        says="The value given with `--set` is counted otherwise than the one in the brief: by another unit, or another time.",
        because="A cost of a month in the place of that of a year would be counted as a year's.",
        wrong='--set cost="£20,000 a month"      # in the brief: about £250,000 a year',
        right='--set cost="£240,000 a year"',
        fixed=True,
    ),
    Rule(
        id="edition-half-set",
        says="An edition sets some parameters and leaves numbers at what the brief has for its own example.",
        because="The page of one area would count with the places or costs of another, and only its sources would show it.",
        wrong="python build.py hat_local --set area=Durham",
        right='python build.py hat_local --set area=Durham --set places=20 --set cost="£300,000"',
        draft="warning",
        publish="warning",
    ),
)
_EXPRESSIONS = (
    Rule(
        id="unknown-name",
        says="A brief names something that is no record, figure, parameter or function.",
        because="Nothing can be printed in its place; a misspelt name is never passed over.",
        wrong="{{ riot.randomised }}",
        right="{{ riott.randomised }}",
    ),
    Rule(
        id="unknown-attribute",
        says="A figure is asked for a part that it does not have, such as the percentage of a sum of money.",
        because="Nothing can be printed in its place.",
        wrong="{{ riott.randomised.percent }}      # a count has no percentage",
        right="{{ riott.randomised.full }}",
    ),
    Rule(
        id="not-a-figure",
        says="An address stops at a record or a group of figures, or leads to words of ours such as a title.",
        because="Only a figure has a source, so only a figure may be printed by its address.",
        wrong="{{ riott.retention_26w }}",
        right="{{ riott.retention_26w.heroin }}",
    ),
    Rule(
        id="expression-result",
        says="What stands between `{{ }}` comes to something that no source says: text, a sum, a changed figure.",
        because="A reader could not follow it to a source.",
        wrong="{{ riott.randomised|upper }} and {{ 250000 / 15 }}",
        right="{{ riott.randomised }} and {{ cost_per_place }}      # with its formula under `figures:`",
    ),
    Rule(
        id="expression-syntax",
        says="What stands between `{{ }}` cannot be read.",
        because="A guess could print something that was not meant.",
        wrong="{{ table(“programmes”) }}      # curly quotation marks",
        right='{{ table("programmes", columns=["place"]) }}',
    ),
    Rule(
        id="expression-call",
        says="`table`, `plain` or `record` is given something that it does not take, or lacks what it needs.",
        because="An argument that is passed over would show something else than was meant.",
        wrong='{{ plain("three") }}',
        right='{{ plain("three", why="steps of our own advice, not findings") }}',
    ),
    Rule(
        id="unclosed-expression",
        says="`{{` or `}}` stands alone.",
        because="Half an expression would be printed as it stands, on a page that somebody will hand to a minister.",
        wrong="for {{ scheme.places_planned } places",
        right="for {{ scheme.places_planned }} places",
    ),
    Rule(
        id="statement-in-brief",
        says="A brief holds `{% %}` or `{# #}`, which belong into page templates.",
        because="A text that repeats or hides parts of itself cannot be read by a reviewer as it stands.",
        wrong="{% if area %} ... {% endif %}",
        right="a brief of its own for the other area, or a parameter: {{ area }}",
    ),
    Rule(
        id="table-in-line",
        says="A table or a chain stands within a line of text, a list item, a cell or a heading.",
        because="It has no room there: its caption, notes and sources need lines of their own.",
        wrong='The programmes are {{ table("programmes", columns=["place"]) }}.',
        right='The programmes differ:\n\n{{ table("programmes", columns=["place"]) }}',
    ),
)
_CITATIONS = (
    Rule(
        id="bound-words",
        says="Words are bound to a figure in a way that cannot be read, or to an address that cannot be one.",
        because="They would stand on the page as if they were checked.",
        wrong="[38 of 43]{riott.retention_26w.heroin}",
        right="[38 of 43]{=riott.retention_26w.heroin}",
    ),
    Rule(
        id="citation-malformed",
        says="A citation cannot be read.",
        because="Half of it would be printed as text, or the locator would be lost.",
        wrong="[@strang2010 p. 3]",
        right="[@strang2010, p. 3]",
    ),
)
BRIEFS = Family("Briefs", (*_NAMES, *_EXPRESSIONS, *_CITATIONS, *TEXT_RULES))
