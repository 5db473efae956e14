"""A wrong `cite:` or `at:` for many figures: one problem, at its line; and how a wrong page is mended in each form."""

from held_desk import BASE, TRIAL, base, hold, told, witnessed

from briefkit.brief import Citation
from briefkit.load import load
from briefkit.problems import Where
from briefkit.sources.blame import not_found
from briefkit.sources.finding import Finding
from briefkit.sources.holding import hold_all
from briefkit.sources.inherited import Failed, at_their_line
from briefkit.sources.snapshots import snapshot
from briefkit.sources.sought import all_sought

NEWS = "Breakfast for all\n\nJo Hale\n\n" + "\n\n".join(
    f"The town of number {number} has a market on Tuesdays, and its square is full of stalls that sell cheese and bread."
    for number in range(9)
)


def found_on(place: str) -> Finding:
    return Finding(verdict="wrong_page", place=place, message=f"these words stand on {place}, not at `p. 3`")


def paged(study: str, place: str = "p. 1"):
    """What is told when every quotation of a study stands on another page."""
    library = base(study=study)
    sought = all_sought(library, ())
    failed = [Failed(one, "moss2018", not_found(one, "moss2018", found_on(place)), found_on(place)) for one in sought]
    return at_their_line(failed, sought, library)


def test_a_wrong_page_of_a_record_is_told_once():
    problems, lines = paged(TRIAL.replace("cite: moss2018\n", "cite: moss2018\nat: p. 3\n"))
    assert [(one.rule, one.message, one.help) for one in problems] == [
        ("quote-on-other-page", "none of its 5 quotations stands at `p. 3` of `moss2018`", "write `p. 1`")
    ]
    assert problems[0].where == Where("evidence/studies/trial.yaml", 5, 5, 4)
    assert lines == {problems[0].where: "moss2018"}


def test_a_page_of_its_own_is_told_at_the_figure():
    study = TRIAL.replace("cite: moss2018\n", "cite: moss2018\nat: p. 3\n")
    study = study.replace('"we randomised 120 pupils"', '"we randomised 120 pupils" (at p. 4)')
    problems, _ = paged(study)
    assert [(one.where.line, one.help) for one in problems] == [
        (5, "write `p. 1`"),
        (6, "write `(at p. 1)` behind the quotation"),
    ]


def test_the_long_form_has_a_field_for_the_page():
    study = TRIAL.replace(
        '120 people "we randomised 120 pupils"', '{value: 120 people, quote: "we randomised 120 pupils", at: p. 3}'
    )
    problems, _ = paged(study)
    assert problems[0].help == "write `at: p. 1`"


def test_a_citation_has_its_page_behind_the_key():
    one = next(iter(all_sought(base(), ())))
    cited = type(one)(**{**{name: getattr(one, name) for name in one.__slots__}, "citation": Citation("moss2018")})
    assert not_found(cited, "moss2018", found_on("p. 2")).help == "write `[@moss2018, p. 2, …]`"


def test_a_wrong_source_of_a_record_is_told_once():
    settled = BASE["evidence/sources/news2019.yaml"] + "identity: compared with the page as published\n"
    study = TRIAL.replace("cite: moss2018", "cite: news2019")
    library, _ = load({**BASE, "evidence/studies/trial.yaml": study, "evidence/sources/news2019.yaml": settled})
    held = hold_all(library, {"news2019": snapshot("snapshots/news2019.txt", NEWS.encode())}, {})
    assert told(held) == [
        (
            "quote-absent",
            "none of its 5 quotations stands in `news2019`",
            "cite the source that they were copied from; this one says nothing like it",
        )
    ]
    assert held.problems[0].where == Where("evidence/studies/trial.yaml", 4, 7, 8)
    assert {one.state for one in held.figures.values()} == {"failed"}


def test_quotations_that_are_mistyped_are_told_one_by_one():
    study = TRIAL.replace("were offered breakfast", "was offered breakfast").replace("as usual", "as always")
    assert [one.where.line for one in hold(base(study=study)).problems if one.rule == "quote-absent"] == [7, 8]


def test_one_figure_that_passes_shows_that_the_line_is_right():
    study = TRIAL.replace('"60 were offered breakfast"', '"a sentence that nobody wrote"')
    study = study.replace('"60 carried on as usual"', '"another that is not there"')
    assert [one.where.line for one in hold(base(study=study)).problems if one.rule == "quote-absent"] == [7, 8]


def test_a_source_in_which_nobody_saw_the_words_is_told_once():
    held = hold(base(study=TRIAL.replace("cite: moss2018", "cite: news2019")), None, witnessed())
    assert "evidence/sources/news2019.yaml" in BASE
    assert told(held) == [
        (
            "seen-elsewhere",
            "none of its 5 quotations was seen in `news2019`: they were seen in `moss2018` on 2026-11-22",
            "cite `moss2018` again; or, if they stand in `news2019` as well, run `source witness news2019`",
        )
    ]
