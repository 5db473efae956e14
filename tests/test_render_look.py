"""Templates, fonts and the characters they have."""

import io
import json
from dataclasses import dataclass

import pytest
from fontTools.ttLib import TTFont
from render_desk import BODY, FRONT, ROOT, look, painted

from briefkit.render.look import Look, TemplateFaultError, read_look

FONTS = ("regular", "italic", "semibold", "bold")


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name."""

    name: str


def broken(path: str, text: str) -> Look:
    """The look of the project with one file exchanged."""
    return Look({**look().texts, path: text}, look().assets)


def said(problems) -> list[str]:
    return [f"{p.where.file}:{p.where.line} {p.rule}: {p.message} | {p.help}" for p in problems]


def test_a_template_that_cannot_be_read_is_found_before_any_page():
    texts = {"templates/page-brief.html.j2": "<p>\n{% if x %}\n", "templates/fine.html.j2": "fine"}
    assert said(read_look(texts, {})[1]) == [
        (
            "templates/page-brief.html.j2:2 template-fault: the template cannot be filled: Unexpected end of template. "
            "Jinja was looking for the following tags: `elif` or `else` or `endif`. The innermost block that needs to be "
            "closed is `if` | mend the Jinja in this line: every `{% if %}`, `{% for %}` and `{{` needs its end"
        )
    ]


def test_a_name_that_nobody_gives_is_a_problem_with_its_line():
    html, problems = painted(
        look=broken("parts/contents.html.j2", "<nav>\n{{ contants }}</nav>"), front=_with_contents()
    )
    assert said(problems) == [
        (
            "templates/parts/contents.html.j2:2 template-fault: the template cannot be filled: `contants` is undefined | "
            "templates may use only what `docs/new-kind-of-brief.md` lists, and names that they set themselves"
        )
    ]
    assert "A template of this page has a mistake in it" in html


def test_a_template_that_is_not_there_is_a_problem_with_the_line_that_asks_for_it():
    look_of = broken("page-brief.html.j2", '<p>\n{% include "parts/contens.html.j2" %}')
    assert said(painted(look=look_of)[1]) == [
        (
            "templates/page-brief.html.j2:2 template-missing: there is no template `parts/contens.html.j2` | "
            "did you mean `parts/contents.html.j2`?"
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ brief.__class__.__init__.__globals__ }}",
        "{{ 1 / 0 }}",
        "{{ [].append(1) }}",
        "{{ range(10 ** 9) | list }}",
        "{{ 9**9**8 }}",
        "{{ '%1000000000d' | format(1) }}",
        "{{ '{:1000000000d}'.format(1) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ ''['__class__'] }}",
        "{{ brief['__class__'] }}",
        "{{ ''['ljust'](1000000000) }}",
        "{{ ['a'] | map(attribute='__class__') | first }}",
        "{{ brief.title_text }}{{ 'a'.upper() }}{{ 'b'.upper().__class__ }}",
        "{{ {'__class__': 1}.__class__ }}",
        "{{ {'keys': 1}.clear() }}",
    ],
)
def test_a_template_reaches_nothing_but_what_it_is_given(text):
    _, problems = painted(look=broken("parts/last-page.html.j2", text))
    assert [p.rule for p in problems] == ["template-fault"]
    assert problems[0].where.file == "templates/parts/last-page.html.j2"


@pytest.mark.parametrize(
    ("text", "said_of_it"),
    [
        (
            '{% include "parts/last-page.html.j2" %}',
            "it includes or calls itself without end, or its brackets lie too deep",
        ),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "it includes or calls itself without end, or its brackets lie too deep",
        ),
        ("{{ 'a'*10**9 }}", "`**` is not for templates"),
        ("{{ 'a' * 1000000000 }}", "`*` is for numbers alone in templates"),
        ("{{ [1] * 1000000000 }}", "`*` is for numbers alone in templates"),
        (
            "{{ '%1000000000d' % 1 }}",
            "`%` is for numbers alone in templates, and for texts with plain `%s` in them",
        ),
    ],
)
def test_a_template_that_grows_without_end(text, said_of_it):
    _, problems = painted(look=broken("parts/last-page.html.j2", text))
    assert said(problems) == [
        (
            "templates/parts/last-page.html.j2:1 template-fault: the template cannot be filled: "
            f"{said_of_it} | mend this line of the template"
        )
    ]


def test_what_is_refused_stays_refused_however_often_it_is_asked_for():
    look_of = Look({"page.html.j2": "{{ it.name }} {{ it['name'] }} {{ it.__class__ }}"})
    for it in (Named("one"), Named("two"), Named("two")):
        with pytest.raises(TemplateFaultError) as fault:
            look_of.fill("page", it=it)
        assert fault.value.problem.message == (
            "the template cannot be filled: access to attribute `__class__` of `Named` object is unsafe"
        )
    fine = Look({"page.html.j2": "{{ it.name }} {{ it['name'] }} {{ kept.name }} {{ kept['items'] }} {{ kept._own }}"})
    kept = {"name": "<3>", "items": 4, "_own": 5}
    assert fine.fill("page", it=Named("<1>"), kept=kept) == "&lt;1&gt; &lt;1&gt; &lt;3&gt; 4 5"


def test_a_template_may_still_reckon_and_fill_in():
    html, problems = painted(look=broken("parts/last-page.html.j2", "{{ 7 * 6 }} {{ 7 % 4 }} {{ '%s%%' % 5 }}"))
    assert problems == []
    assert "42 3 5%" in html


def test_a_template_nested_too_deep_is_found_before_any_page():
    texts = {"templates/deep.html.j2": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}"}
    assert [line.partition(" | ")[0] for line in said(read_look(texts, {})[1])] == [
        (
            "templates/deep.html.j2:0 template-fault: the template cannot be filled: "
            "it includes or calls itself without end, or its brackets lie too deep"
        )
    ]


@pytest.mark.parametrize("text", ["{", "[]", '{"ranges": ["zz"]}', '{"ranges": ["0-fffffffff"]}', '{"ranges": 3}'])
def test_a_broken_list_of_characters_is_a_problem(text):
    made, problems = read_look({"templates/fonts/coverage.json": text}, {})
    assert said(problems) == [
        (
            "templates/fonts/coverage.json:0 template-fault: this list of the characters that the fonts have cannot be "
            "read, so that none is looked for | make it anew, as `templates/fonts/README.md` shows"
        )
    ]
    assert made.covered == frozenset()


def test_a_team_overrides_colours_in_one_file():
    html, _ = painted(look=broken("css/override.css", ":root { --accent: #5b2a86 }"))
    assert html.index("--accent: #5b2a86") > html.index("--accent: #0d4f63")


def test_style_sheets_cannot_end_their_element():
    html, _ = painted(look=broken("css/override.css", "/* </style><script>alert(1)</script> */"))
    assert "<script>alert(1)" not in html.replace("<\\/style><script>", "")
    assert html.count("</style>") == 1


def test_the_fonts_are_small_tabular_and_have_what_the_list_says():
    data = {name: look().assets[f"fonts/{name}.woff2"] for name in FONTS}
    assert sum(len(one) for one in data.values()) < 300_000
    covered = None
    for one in data.values():
        font = TTFont(io.BytesIO(one))
        codes = set(font.getBestCmap())
        covered = codes if covered is None else covered & codes
        widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
        assert len(widths) == 1, "figures are tabular"
        assert "kern" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
        names = {record.toUnicode() for record in font["name"].names if record.nameID in (1, 4, 6, 16)}
        assert not any("Source" in name for name in names), "the licence keeps that name for the original"
    assert look().covered == covered


def test_the_fonts_bring_their_licence():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (ROOT / "templates/fonts/OFL.txt").read_text(encoding="utf-8")


def test_the_fonts_have_what_european_names_and_our_signs_need():
    wanted = "ÀÉîõüßĄčđęğİıłňőřșțůŵŷž ΑΩάώ Łukasz Жук – — ‘’ “” … € £ − × ÷ ± ≤ ≥ ≠ ≈ µ ° ² ³ ⁻ ₂ ½ → ↑ • ● ○"
    assert [c for c in wanted if ord(c) not in look().covered] == []


def test_characters_without_a_glyph_are_found_where_they_stand():
    body = BODY + "\nIn China 海洛因 is the word.\n"
    line = (FRONT + body).count("\n")
    _, problems = painted(body)
    found = [(p.rule, p.where.file, p.where.line) for p in problems]
    assert found == [("glyph-missing", "briefs/breakfast.md", line)] * 3
    assert problems[0].message == "the fonts of the pages have no `因` (U+56E0, cjk unified ideograph-56e0)"


def test_characters_without_a_glyph_are_found_in_titles_too():
    _, problems = painted(front=FRONT.replace("series: School meals", "series: School 🍞"))
    assert [(p.rule, p.where.line) for p in problems] == [("glyph-missing", 1)]


def test_the_list_of_covered_characters_is_sorted_and_without_overlap():
    ranges = [
        tuple(int(n, 16) for n in run.split("-")) for run in json.loads(look().texts["fonts/coverage.json"])["ranges"]
    ]
    flat = [number for run in ranges for number in run]
    assert flat == sorted(flat)


def _with_contents() -> str:
    return FRONT.replace("date:", "contents: yes\ndate:")
