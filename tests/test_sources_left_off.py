"""Words that a quotation leaves off although they turn round or change what it says; and those it may well leave off."""

import pytest

from briefkit.sources.document import Block, Document
from briefkit.sources.find import find, index
from briefkit.values import Quote

CUT = [
    (
        "There was no evidence that supervised heroin reduced crime.",
        "supervised heroin reduced crime",
        "no evidence that",
    ),
    ("There is little evidence that the scheme worked here.", "the scheme worked here", "little evidence that"),
    ("It is not the case that heroin reduced crime.", "heroin reduced crime", "not the case that"),
    ("It cannot be said that heroin reduced crime.", "heroin reduced crime", "cannot be said that"),
    ("He denied that heroin reduced crime in towns.", "heroin reduced crime in towns", "denied that"),
    ("It is unclear whether heroin reduced crime.", "heroin reduced crime", "whether"),
    ("We found no significant reduction in crime.", "reduction in crime", "no"),
    ("No statistically significant differences were seen.", "differences were seen", "No"),
    ("Hardly any of the patients left the scheme.", "any of the patients left the scheme", "Hardly"),
    ("Retention did not, however, differ between the arms.", "differ between the arms", "not"),
    ("The scheme cost as much as £13,400 a year.", "£13,400 a year", "as much as"),
    ("The scheme cost up to about £13,400 a year.", "about £13,400 a year", "up to"),
    ("Places not exceeding 15 people a day.", "15 people a day", "not exceeding"),
    ("Scores fell by minus 15 points in town.", "15 points in town", "minus"),
    ("There were 15 percentage points between them.", "There were 15 percentage", "points"),
    ("There were 15 to 20 deaths in the town.", "There were 15", "to 20"),
    ("There were 15 to 20 deaths in the town.", "20 deaths in the town", "15 to"),
    ("There were 15 – 20 deaths in the town.", "20 deaths in the town", "15 –"),
    ("It cost between £15 and £20 a day here.", "£20 a day here", "£15 and"),
    ("It cost £15m to £20m a day here.", "It cost £15m", "to £20"),
    ("It fell by 10% to 15% in the town.", "It fell by 10%", "to 15"),
]
WHOLE = [
    ("We found that heroin reduced crime.", "heroin reduced crime"),
    ("There is no doubt that heroin reduced crime.", "heroin reduced crime"),
    ("They said not only that heroin reduced crime.", "heroin reduced crime"),
    ("It did not work. We think that heroin reduced crime.", "heroin reduced crime"),
    ("This was not so: they found that heroin reduced crime.", "heroin reduced crime"),
    ("In 2019 – 20 people died in the town.", "20 people died in the town"),
    ("Between 2010 and 2019, 20 people died in the town.", "20 people died in the town"),
    ("Costs went to 20 people of the town.", "20 people of the town"),
    ("It was 38 in the heroin and 29 in the other arm.", "29 in the other arm"),
    ("We saw arm 2 and 20 people of the town.", "20 people of the town"),
    ("Not methadone, but heroin reduced crime.", "heroin reduced crime"),
    ("We asked whether it works. Heroin reduced crime.", "Heroin reduced crime"),
]


def look(text, quote, lang="en"):
    blocks = (Block(text=text, number=1), Block(text="This is another paragraph.", number=2))
    return find(Quote(quote), index(Document(blocks=blocks, media_type="text/plain", extractor="test")), lang=lang)


@pytest.mark.parametrize(("text", "quote", "lost"), CUT)
def test_what_changes_the_statement_is_not_left_off(text, quote, lost):
    finding = look(text, quote)
    assert finding.verdict == "cut"
    assert f"leaves off `{lost}`" in finding.message


@pytest.mark.parametrize(("text", "quote"), WHOLE)
def test_what_changes_nothing_may_be_left_off(text, quote):
    assert look(text, quote).message == ""


@pytest.mark.parametrize(
    ("text", "quote", "lang"),
    [
        (
            "Es ist nicht so, sagt er, und es ist unklar, ob Heroin die Kriminalität senkt.",
            "Heroin die Kriminalität senkt",
            "de",
        ),
        ("Tot 15 plaatsen in de stad waren bezet.", "15 plaatsen in de stad", "nl"),
        ("Es waren zwischen 15 und 20 Plätze frei.", "20 Plätze frei", "de"),
        ("Der er ikke belæg for at heroin virker her.", "heroin virker her", "da"),
    ],
)
def test_other_languages(text, quote, lang):
    assert look(text, quote, lang).verdict == "cut"


def test_the_message_shows_the_way_out():
    finding = look("There was no evidence that heroin reduced crime.", "heroin reduced crime")
    assert finding.message == (
        "the quotation leaves off `no evidence that`, which stands directly before it and says that it is not so, or is not known"
    )
    assert finding.help == (
        "quote it as well (`no evidence that heroin reduced crime`), or put `no evidence that` into `prefix:`"
    )
