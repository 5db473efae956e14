"""The fields at the top of a brief, and what is said of a wrong one."""

import pytest
from brief_desk import brief, faults

GOOD = {"title": "A", "date": "2026-03-01", "authors": "Jane Doe"}


def head(**fields: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in (GOOD | fields).items() if value) + "---\n"


def test_what_is_left_out_has_a_default():
    front = brief("", head())[0].front
    assert (front.kind, front.citation_style, front.lang, front.contents, front.signatures) == (
        *("brief", "numeric", "en-GB", "auto", 0),
    )
    assert (front.authors, front.parameters, front.figures, front.keywords) == (("Jane Doe",), {}, {}, ())


def test_everything_can_be_said():
    text = head(
        citation_style="author-date",
        lang="de",
        contents="yes",
        signatures="2",
        kind="country-comparison",
        keywords="[a, b]",
        series="S",
        subject="T",
        version="1.10",
    )
    made, problems = brief("", text)
    front = made.front
    assert problems == []
    assert (front.citation_style, front.lang, front.contents, front.signatures) == ("author-date", "de", "yes", 2)
    assert (front.kind, front.keywords, front.version) == ("country-comparison", ("a", "b"), "1.10")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"title": ""},
            (
                "2:1+4 missing-field: the front matter of a brief needs `title` | add `title:` (what stands at the head of the "
                "page; bound words and `{{ }}` may stand in it)"
            ),
        ),
        (
            {"titel": "B"},
            "5:1+5 unknown-field: `titel` is not a field of the front matter of a brief | did you mean `title`?",
        ),
        (
            {"author": "B"},
            "5:1+6 unknown-field: `author` is not a field of the front matter of a brief | write `authors:`, also for one",
        ),
        (
            {"citation_style": "harvard"},
            (
                "5:17+7 unknown-choice: `harvard` is not one of the choices for `citation_style` | write "
                "`numeric`, `author-date`, or a style of the Citation Style Language, as in `csl:apa`"
            ),
        ),
        (
            {"signatures": "many"},
            "5:13+4 value-invalid: `many` is not a number of signatures | write a whole number from 0 to 20",
        ),
        (
            {"lang": "English"},
            "5:7+7 value-invalid: `English` is not a language | write `en-GB`, or another language as `de` or `de-CH`",
        ),
    ],
)
def test_a_wrong_field(fields, problem):
    assert faults("", head(**fields)) == [problem]
