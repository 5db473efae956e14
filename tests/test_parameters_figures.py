"""Parameters that are numbers: of the base, of the brief, or given by the office for one edition."""

import pytest
from brief_desk import HEAD, brief, faults, library

from briefkit.render.worked_out import givens

LOCAL = HEAD.replace(
    "authors:",
    """parameters:
  area: Middlesbrough
  places: scheme.places_planned
  cost: scheme.running_cost
  filled: 50%
figures:
  each: {formula: cost / places, round: 0, assumes: all places filled}
authors:""",
)
ALL = {"area": "Durham", "places": "20 places", "cost": "£300,000 a year"}


def shown(text, **parameters):
    made, problems = brief(text, LOCAL, **parameters)
    assert problems == []
    return [use.shown for claim in made.claims for use in claim.figures]


def test_a_default_that_is_an_address_is_the_figure_of_the_base_and_cites_its_source():
    made, problems = brief("In {{ area }} {{ places.full }} cost {{ cost.full }}.\n", LOCAL)
    assert problems == []
    claim = made.claims[-1]
    assert [(use.shown, use.figure.address, use.figure.local) for use in claim.figures] == [
        ("up to 15 places", "scheme.places_planned", ""),
        ("about £250,000 a year", "scheme.running_cost", ""),
    ]
    assert (claim.state, [one.key for one in claim.citations]) == ("bound", ["independent2019"])
    assert claim.text == "In Middlesbrough up to 15 places cost about £250,000 a year."


def test_a_number_that_the_office_gives_is_no_evidence():
    made, problems = brief("In {{ area }} {{ places.full }} cost {{ cost }}. Each costs {{ each }}.\n", LOCAL, **ALL)
    assert problems == []
    given, worked = made.claims[-2:]
    assert [(use.shown, use.figure.address, use.figure.local, use.figure.cite) for use in given.figures] == [
        ("20 places", "one.places", "given", ()),
        ("£300,000", "one.cost", "given", ()),
    ]
    assert (given.state, given.citations) == ("judgement", ())
    assert [(use.shown, use.figure.local) for use in worked.figures] == [("£15,000", "resting")]
    assert (worked.state, worked.citations) == ("derived", ())
    assert worked.figures[0].figure.derivation.working == "300,000 / 20"
    assert [(one.label, one.value) for one in givens((worked.figures[0].figure,), made, library())] == [
        ("Places", "20 places"),
        ("Cost", "£300,000 a year"),
    ]


def test_a_brief_may_state_a_number_of_its_own_as_an_assumption():
    assert shown("With {{ filled }} filled.\n") == ["50%"]
    assert brief("{{ filled }} filled.\n", LOCAL)[0].figures["one.filled"].local == "given"


@pytest.mark.parametrize(
    ("name", "given", "printed"),
    [
        ("places", "20", "20 places"),
        ("places", "about 20", "about 20 places"),
        ("cost", "300000", "£300,000 a year"),
        ("cost", "£300,000", "£300,000 a year"),
        ("cost", "£0.3m per year", "£0.3\xa0million a year"),
        ("cost", "2000", "£2,000 a year"),
        ("cost", "scheme.running_cost", "about £250,000 a year"),
    ],
)
def test_what_is_left_out_is_taken_from_the_default(name, given, printed):
    assert shown(f"It has {{{{ {name}.full }}}}.\n", **{**ALL, name: given}) == [printed]


@pytest.mark.parametrize(
    ("name", "given", "problem"),
    [
        (
            "places",
            "some",
            (
                "6:11+21 parameter-not-figure: `--set places=some` states no figure; `places` is counted as in `up to 15 places` "
                '| write for example `--set places="15 places"`, or the address of a figure'
            ),
        ),
        (
            "places",
            "20 people",
            (
                "6:11+21 parameter-unlike: `--set places=20 people` counts another thing; `places` is counted as in "
                '`up to 15 places` | write for example `--set places="15 places"`, or the address of a figure'
            ),
        ),
        (
            "cost",
            "£20,000 a month",
            (
                "7:9+19 parameter-unlike: `--set cost=£20,000 a month` counts another thing; `cost` is counted as in "
                '`about £250,000 a year` | write for example `--set cost="£250,000 a year"`, or the address of a figure'
            ),
        ),
        (
            "cost",
            '£300,000 a year "quoted" (cite independent2019)',
            (
                '7:9+19 parameter-not-figure: `--set cost=£300,000 a year "quoted" (cite independent2019)` states no figure; '
                '`cost` is counted as in `about £250,000 a year` | write for example `--set cost="£250,000 a year"`, or the '
                "address of a figure"
            ),
        ),
    ],
)
def test_a_value_of_another_sort_is_refused_where_the_brief_has_its_own(name, given, problem):
    assert faults("Each costs {{ each }}.\n", LOCAL, **{**ALL, name: given}) == [problem]


def test_an_edition_that_keeps_the_numbers_of_another_place_is_told():
    assert faults("Text.\n", LOCAL, area="Durham", cost="£300,000") == [
        (
            "6:3+6 edition-half-set: this edition sets `area` and `cost`, and not `places` | give it too with `--set`: else the "
            "page counts with the brief's own example"
        )
    ]
    assert faults("Text.\n", LOCAL) == []
    assert faults("Text.\n", LOCAL, of_another_brief="x") == []


def test_an_address_that_leads_nowhere_is_told_once():
    head = LOCAL.replace("scheme.places_planned", "scheme.places_planed")
    assert faults("Each costs {{ each }} for {{ places }}.\n", head) == [
        "6:11+20 unknown-name: there is no figure `scheme.places_planed` | did you mean `scheme.places_planned`?"
    ]


@pytest.mark.parametrize("words", ["Durham", "2017", "St. Helens", "Ashton-under-Lyne", "e.g. Durham", "Area.north"])
def test_words_stay_words(words):
    made, problems = brief("In {{ area }}.\n", HEAD.replace("authors:", f"parameters: {{area: {words}}}\nauthors:"))
    assert (problems, made.claims[-1].text, made.claims[-1].figures) == ([], f"In {words}.", ())
