"""Sentences that say what the evidence does not, each with its twin that says what it does."""

import pytest
from twins_desk import broken, library

from briefkit.read_brief import read
from briefkit.rules.unbound import unbound

CLEAR = "[no clear benefit over oral methadone]{=riott.crime.conclusion}"
WITHIN = "[crime fell significantly in each group]{=riott.crime.within}"
PLACES = "[up to 15]{=hat_town.places}"
CHANCE = "All costs came to <TOTAL> with heroin and <TOTAL_ORAL> with oral methadone for 26 weeks."
SAID = "“{{ advice.statement }}”"

TWINS = [
    # What stands outside the brackets of a number, and turns it.
    ("qualifier-outside", "Of those given heroin <HEROIN> did not stay.", "Of those given heroin <HEROIN> did stay."),
    ("qualifier-outside", "Of those given heroin <HEROIN> never came back.", "Of those given heroin <HEROIN> came back."),
    ("qualifier-outside", "<HEROIN> of those given heroin dropped out.", "<HEROIN> of those given heroin stayed."),
    ("qualifier-outside", "At the very least <HEROIN> on heroin stayed.", "At the clinic <HEROIN> on heroin stayed."),
    ("qualifier-outside", "It was higher than <HEROIN> on heroin.", "<HEROIN> stayed on heroin, more than the <ORAL> on oral methadone."),
    ("qualifier-outside", "On heroin <HEROIN>, if not more, stayed.", "On heroin <HEROIN>, if not for ever, stayed."),
    ("qualifier-outside", "All but <HEROIN> on heroin stayed.", "All in all <HEROIN> on heroin stayed."),
    ("qualifier-outside", "In 2014 <D14> died, and more than <D24> in 2024.", "<D24> died in 2024. That is more than the <D14> of 2014."),
    ("qualifier-outside", "It closed then, and not <CLOSED>.", "It closed on <CLOSED>."),
    ("qualifier-outside", "On heroin <HEROIN> were not in treatment.", "On heroin <HEROIN> were not significantly older."),
    # A fact in words that is denied, narrowed, or told of another arm.
    ("qualifier-outside", f"In RIOTT it is false that {WITHIN}.", f"In RIOTT {WITHIN}."),
    ("qualifier-outside", f"In RIOTT {WITHIN} except that on heroin.", f"In RIOTT {WITHIN}, with heroin and without."),
    ("arm-misnamed", f"On crime, oral methadone showed {CLEAR}.", f"On crime, heroin showed {CLEAR}."),
    ("arm-misnamed", "There is an [80%]{=total.chance} probability that heroin is more cost-effective than heroin.", "There is an [80%]{=total.chance} probability that oral methadone is more cost-effective than heroin."),
    ("arm-misnamed", "The [80%]{=total.chance} is the chance that heroin is dearer than oral methadone.", "The [80%]{=total.chance} is the chance that it is more cost-effective than heroin."),
    ("arm-misnamed", "In 2022, [130]{=hat_town.seeking} were seeking methadone.", "In 2022, [130]{=hat_town.seeking} were seeking heroin."),
    ("arm-misnamed", "In NAOMI [10]{=naomi.harms.overdoses.value} patients had seizures.", "In NAOMI [10]{=naomi.harms.overdoses.value} patients had overdoses."),
    ("arm-misnamed", "| Arm | Stayed |\n|---|---|\n| Oral methadone | <HEROIN> |", "| Arm | Stayed |\n|---|---|\n| Heroin | <HEROIN> |"),
    ("arm-misnamed", "| Heroin | Oral methadone |\n|---|---|\n| <ORAL> | <HEROIN> |", "| Heroin | Oral methadone |\n|---|---|\n| <HEROIN> | <ORAL> |"),
    ("arm-misnamed", "**Street methadone.** In RIOTT [half]{=riott.crime.street} of them bought it.", "**Street heroin.** In RIOTT [half]{=riott.crime.street} of them bought it."),
    ("qualifier-outside", "It had [up to 15]{=hat_town.places} places, more than [130]{=hat_town.seeking} people in 2022.", "It had [up to 15]{=hat_town.places} places, and [130]{=hat_town.seeking} people in 2022."),
    ("arm-unnamed", "There <HEROIN> stayed, against <ORAL>.", "There <HEROIN> stayed, against <ORAL> in the control group."),
    ("trial-misnamed", "In NAOMI <HEROIN> on heroin stayed.", "Unlike in NAOMI, <HEROIN> on heroin stayed."),
    ("speaker-misnamed", f"Jane Roe said: {SAID}.", f"The Council said: {SAID}."),
    # Times and places.
    ("date-misnamed", "It opened on <CLOSED>.", "It closed on <CLOSED>."),
    ("date-misnamed", "It closed in {{ hat_town.started }}.", "It opened in {{ hat_town.started }}."),
    ("time-misnamed", "After a year <HEROIN> on heroin had stayed.", "After six months <HEROIN> on heroin had stayed."),
    ("place-misnamed", "In Scotland <D24> died in 2024.", "In England and Wales <D24> died in 2024."),
    # Against the words of the source.
    ("negation-dropped", 'People on heroin thrive. [@strang2010, "they did not thrive"]', 'People on heroin hardly thrive. [@strang2010, "they did not thrive"]'),
    ("negation-dropped", "It is clear whether they came [@strang2010].", "It is not clear whether they came [@strang2010]."),
    ("negation-dropped", "::: unknown\nIt was known whether they came.\n:::", "::: unknown\nIt was asked whether they came.\n:::"),
    ("negation-dropped", "Whether they came by day or night is clear [@strang2010].", "Whether they came by day or night is not clear [@strang2010]."),
    ("negation-dropped", "Whether they came is known [@strang2010].", "Whether they came is known only to them [@strang2010]."),
    ("significance-contradicts", f"{CHANCE} The difference was statistically significant.", f"{CHANCE} The difference was not statistically significant [@strang2010]."),
    ("significance-contradicts", f"{CHANCE} But this difference was significant.", f"{CHANCE} Their difference to others is a significant question [@strang2010]."),
    ("negation-dropped", 'Boys and girls differ. [@strang2010, "they did not differ"]', 'Boys and girls were alike. [@strang2010, "they did not differ"]'),
    ("significance-unfounded", "<HEROIN> stayed on heroin, significantly more than the <ORAL> on oral methadone.", "<HEROIN> stayed on heroin, many more than the <ORAL> on oral methadone."),
    ("direction-contradicts", "In [four]{=crime_review.crime.larger} trials it rose.", "In [four]{=crime_review.crime.larger} trials it fell."),
    ("direction-contradicts", "Heroin was cheaper, at <COST>, than oral methadone at [£2,596]{=alone.oral_methadone.amount}.", "Heroin was dearer, at <COST>, than oral methadone at [£2,596]{=alone.oral_methadone.amount}."),
    ("certainty-unjudged", "RIOTT proves that heroin kept <HEROIN> people.", "RIOTT does not prove that heroin kept <HEROIN> people."),
    # Numbers that rest on nothing.
    ("unbound-number", "On heroin <HEROIN> stayed, and 38 deaths were met.", "On heroin <HEROIN> stayed, and 38 people were met."),
    ("unbound-number", "On heroin <HEROIN> stayed. On oral methadone it was 38 of 43 as well [@strang2010].", "On heroin <HEROIN> stayed. On heroin it was 38 of 43 as well [@strang2010]."),
    ("unbound-number", "Then ③⑦ came [@strang2010].", "Then they came [@strang2010]."),
    ("unbound-number", "Then fif&shy;ty came [@strang2010].", "Then they ca&shy;me [@strang2010]."),
    ("unbound-number", "A third dropped out of it [@strang2010].", "A third way was found [@strang2010]."),
    ("unbound-number", "Two died of it there [@strang2010].", "The two differed in that [@strang2010]."),
    ("unbound-number", "A couple of clinics were shut [@strang2010].", "A couple of things were odd [@strang2010]."),
    ("unbound-number", "It began in the late sixties [@strang2010].", "It was warm in the sixties range [@strang2010]."),
    ("unbound-number", '[There](https://example.org "37 people came") it is [@strang2010].', '[There](https://example.org "A page") it is [@strang2010].'),
    ("unbound-number", "<D24> died in 2024, nine years later than the <D14> of 2014.", "<D24> died in 2024, ten years later than the <D14> of 2014."),
    ("uncited-sentence", "People came for it every day.", "Did people come for it every day?"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "wrong", "right"), TWINS, ids=[f"{twin[0]}: {twin[1][:50]}" for twin in TWINS])
def test_the_wrong_twin_is_told_from_the_right_one(rule, wrong, right):
    assert rule in broken(wrong)
    assert broken(right) - {"undated-count"} == set()


@pytest.mark.parametrize("field", ["series", "subject", "keywords"])
def test_a_count_in_the_front_matter(field):
    for words, found in (("37 deaths", ["37"]), ("Brief 12", [])):
        value = f"[{words}]" if field == "keywords" else words
        head = f"---\ntitle: A title\ndate: 2026-11-22\nauthors: Jane Doe\n{field}: {value}\n---\nWords.\n"
        made, _ = read(head, "briefs/one.md", library())
        assert made is not None
        assert [one.text for one in unbound(made, library())] == found
