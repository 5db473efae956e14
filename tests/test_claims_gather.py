"""Which sources a sentence, cell or table comes to cite, where the citation stands, and what the claim is called."""

import pytest
from brief_desk import HEAD, TEXTS, PlainPainter, brief

from briefkit.brief import Citation, CitationGroup
from briefkit.load import load
from briefkit.prose.html import paint, paint_inline
from briefkit.read_brief import read

HEROIN = "[38 of 43]{=riott.retention_26w.heroin}"
METHADONE = "{{ riott.retention_26w.methadone }}"
COST = "{{ scheme.running_cost }}"


def painted(text: str, head: str = HEAD) -> str:
    html = paint(brief(text, head)[0].tokens, PlainPainter()).replace("\u00a0", " ")
    for mark in (
        "|riott.results.retention_26w.heroin",
        "|riott.results.retention_26w.methadone",
        "|scheme.running_cost",
        "|riott.randomised",
    ):
        html = html.replace(mark, "")
    return html.removeprefix("<p>").removesuffix("</p>\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"In it {HEROIN} stayed.", "In it <38 of 43> stayed [strang2010, abstract]."),
        (f"{HEROIN} against {METHADONE}.", "<38 of 43> against <29 of 42> [strang2010, abstract, p. 4]."),
        (f"{HEROIN} and {HEROIN} again!", "<38 of 43> and <38 of 43> again [strang2010, abstract]!"),
        (
            f"It had {METHADONE} at {COST}.",
            "It had <29 of 42> at <about £250,000> [strang2010, p. 4; independent2019].",
        ),
        (
            f"{HEROIN} stayed. It cost {COST}.",
            "<38 of 43> stayed [strang2010, abstract]. It cost <about £250,000> [independent2019].",
        ),
        (f"{HEROIN} stayed [@strang2010, p. 9].", "<38 of 43> stayed [strang2010, p. 9]."),
        (f"{HEROIN} stayed. [@strang2010, p. 9] Next.", "<38 of 43> stayed [strang2010, p. 9]. Next."),
        (f"{HEROIN} stayed [@metrebian2015].", "<38 of 43> stayed [metrebian2015; strang2010, abstract]."),
        (f"{HEROIN} stayed. [@metrebian2015]", "<38 of 43> stayed [metrebian2015; strang2010, abstract]."),
        (
            f"As [@metrebian2015] says, {HEROIN} stayed.",
            "As [metrebian2015] says, <38 of 43> stayed [strang2010, abstract].",
        ),
        (f"@strang2010 found {HEROIN}.", "narrative:strang2010 found <38 of 43>."),
        ("Crime fell. [@metrebian2015, p. 2]", "Crime fell [metrebian2015, p. 2]."),
        ("Crime fell.\n[@metrebian2015]\nNext.", "Crime fell [metrebian2015].\nNext."),
        ("Crime fell [@metrebian2015]. [@strang2010]", "Crime fell [metrebian2015; strang2010]."),
        (f"**Only {HEROIN} stayed.** Next.", "<strong>Only <38 of 43> stayed [strang2010, abstract].</strong> Next."),
        (f"Only **{HEROIN}**", "Only <strong><38 of 43></strong> [strang2010, abstract]"),
        (f"He said “{HEROIN} stayed.” Next.", "He said “<38 of 43> stayed.” [strang2010, abstract] Next."),
        (f"In it (only {HEROIN}.)", "In it (only <38 of 43> [strang2010, abstract].)"),
        (f"{HEROIN} stayed:", "<38 of 43> stayed [strang2010, abstract]:"),
        ("{{ scheme.patients }} were there.", "<not seen|scheme.patients> were there."),
        ("Nothing to cite.", "Nothing to cite."),
    ],
)
def test_citations_of_a_sentence(text, expected):
    assert painted(text) == expected


def test_each_list_item_and_cell_cites_for_itself():
    assert painted(f"- {HEROIN}\n- {METHADONE} stayed") == (
        "<ul>\n<li><38 of 43> [strang2010, abstract]</li>\n<li><29 of 42> stayed [strang2010, p. 4]</li>\n</ul>\n"
    )
    cells = painted(f"| a |\n|---|\n| One {HEROIN}. Two {COST}. |\n| none |")
    assert "<td>One <38 of 43>. Two <about £250,000> [strang2010, abstract; independent2019].</td>" in cells
    assert "<td>none</td>" in cells


def test_headings_cite_nothing_but_what_is_written():
    assert painted(f"## Only {HEROIN}") == '<h2 id="only">Only <38 of 43></h2>\n'


OWN = HEAD.replace(
    "authors:",
    "figures:\n"
    "  cost_per_place: {formula: scheme.running_cost / scheme.places_planned, round: 0, assumes: all places filled}\n"
    "  lost: {formula: riott.retention_26w.methadone.total - riott.retention_26w.heroin.events}\n"
    "  both: {formula: cost_per_place * 2}\n"
    "authors:",
)


def test_a_derived_figure_cites_all_its_inputs():
    (group,) = [
        child.meta["noun"]
        for child in brief("It is {{ lost }}.", OWN)[0].tokens[1].children
        if isinstance(child.meta.get("noun"), CitationGroup)
    ]
    assert group == CitationGroup((Citation("strang2010", "p. 4, abstract"),), gathered=True)


def test_a_figure_derived_from_a_derived_one_cites_the_first_inputs():
    (claim,) = brief("It is {{ one.both }}.", OWN)[0].claims
    assert claim.citations == (Citation("independent2019"),)
    assert claim.state == "derived"


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            f"{HEROIN} stayed. Crime fell. [@metrebian2015] That is good. It is {{{{ both }}}}.",
            "bound cited uncited derived",
        ),
        (f"{HEROIN} at {{{{ both }}}}.", "bound"),
        (f"::: judgement\nWe would pay. {HEROIN} stayed.\n:::", "judgement judgement"),
        (f"::: method\nWe read it all. {HEROIN} stayed. So [@strang2010] does.\n:::", "method bound cited"),
        ("@strang2010 says so.", "cited"),
        ("The [-@strang2010] trial.", "cited"),
        ('We say {{ plain("three", why="a b") }} things.', "uncited"),
        ("## Heading\n\n***", ""),
        ("**Crime.** It fell. **It fell a great deal in each of them.**", "uncited uncited"),
        (f"**Crime {HEROIN}.** [**See** so.](https://example.org)", "bound uncited"),
        ("Term\n: It is said.", "uncited"),
        (f"| a | b |\n|---|---|\n| x | {HEROIN} |\n| y | z |", "bound uncited"),
        ('{{ table("programmes", columns=["place", "running_cost"]) }}', "bound"),
        ('{{ table("programmes", columns=["place"]) }}', ""),
    ],
)
def test_states(text, states):
    assert " ".join(claim.state for claim in brief(text, OWN)[0].claims) == states


def test_a_claim_says_what_stands_on_the_page_and_where():
    text = f"## Trials\n\n::: key-messages\n- Crime fell. [@metrebian2015] In it {HEROIN}\n  *stayed*, as @strang2010 says.\n:::\n"
    first, second = brief(text)[0].claims
    assert (first.text, first.section, first.block) == ("Crime fell.", "Trials", "key-messages")
    assert (first.where.line, first.where.column) == (9, 3)
    assert second.text == "In it 38 of 43 stayed, as @strang2010 says."
    assert (second.where.line, second.where.column) == (9, 32)
    assert second.citations == (Citation("strang2010"),)
    assert [use.shown for use in second.figures] == ["38 of 43"]


def test_rows_of_tables_are_claims():
    first, second = brief(
        f'| a | b |\n|---|---|\n| x y | {HEROIN} |\n\n{{{{ table("programmes", columns=["place", "running_cost"]) }}}}'
    )[0].claims
    assert first.text == "x y | 38 of 43"
    assert second.text.replace("\u00a0", " ").startswith("Middlesbrough; Running cost")
    assert (second.block, second.citations) == ("table", (Citation("independent2019"),))


def test_references_in_the_order_in_which_a_reader_meets_them():
    head = HEAD.replace("authors:", f"answer: 'It cost {COST}.'\nauthors:")
    made = brief(
        'a[^1] [@metrebian2015]\n\n{{ table("studies", ids=["riott"], columns=["randomised"]) }}\n\n[^1]: b [@nokey] [@strang2010]',
        head,
    )[0]
    assert made.cited == ("independent2019", "metrebian2015", "strang2010")
    assert paint_inline(made.answer, PlainPainter()).endswith("[independent2019].")
    assert made.claims[0].block == "answer"


def test_figures_of_tables_know_what_they_cite():
    made = brief('{{ table("programmes", columns=["place", "running_cost", "patients"]) }}')[0]
    assert made.figure_citations == {
        "scheme.running_cost": CitationGroup((Citation("independent2019"),), gathered=True)
    }


def test_locator_that_the_list_of_references_says_is_not_repeated():
    held = "class: trial_report\nread: abstract\n"
    base = load({**TEXTS, "evidence/sources/strang2010.yaml": held})[0]
    made, _ = read(HEAD + f"In it {HEROIN} stayed, {METHADONE} too.", "briefs/one.md", base, {})
    assert made is not None
    claim = made.claims[0]
    assert [(one.key, one.locator) for one in claim.citations] == [("strang2010", "p. 4")]
