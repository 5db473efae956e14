"""What is kept of a build never shows: after any edits, the output is what a clean build makes, to the byte."""

import pickle
import re
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from preview_desk import CLUB, TRIAL, tree, with_text, without

from briefkit.disk import Tree
from briefkit.pdf import Attached
from briefkit.pipeline.building import Build, build
from briefkit.pipeline.checking import Checked, Means, check
from briefkit.pipeline.evidence import Learnt
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files, unread_briefs
from briefkit.pipeline.stages import KeptBrief

OPTIONS = Options(today=date(2026, 11, 23))
ALL = """\
---
title: All clubs
date: 2026-03-02
authors: [Ada Moss]
figures:
  per_place: {formula: breakfast_leeds.running_cost / breakfast_leeds.places_planned, round: 0, assumes: all filled}
---

The clubs cost {{ per_place }} for each place.

{{ table("programmes", where="intervention == 'school_breakfast'", columns=["place", "started", "running_cost"]) }}

{{ costs("breakfast_leeds_cost") }}
"""
CITED = """\
---
title: What others have written
date: 2026-03-03
authors: [Bo Lund]
---

Much was written. [@leeds2020]
"""
LOOSE = CITED.replace("Much", "Of seventeen papers, much")
"""A number that is bound to nothing: whoever looks for the figure that was meant looks through them all."""
STORY = {"briefs/all.md": ALL, "briefs/cited.md": CITED}
EVERY = {"all", "breakfast", "cited"}


def printed(html: str, _assets: object, _where: object, files: list[Attached]) -> tuple[bytes, list[object]]:
    """Stands for the printer: another page has other bytes, and so has one with other files inside."""
    return b"%PDF " + sha256(html.encode() + repr(files).encode()).digest(), []


def written(html: str, *_: object) -> tuple[bytes, list[object]]:
    """Stands for what writes Word files."""
    return b"PK " + sha256(html.encode()).digest(), []


def printers(options: Options) -> dict[str, object]:
    """The prints that are wanted, as the command chooses them."""
    return {form: make for form, make in (("pdf", printed), ("docx", written)) if form in options.formats}


def start() -> Tree:
    small = tree()
    return replace(small, texts=dict(sorted({**small.texts, **STORY}.items())))


OTHER_CLUB = """\
title: York breakfast clubs
intervention: school_breakfast
country: GB
place: York
status: closed
known_as_of: 2020-03
"""


def wanted(of: Tree, **more: object) -> Options:
    return replace(OPTIONS, briefs=tuple(sorted({*brief_files(of), *unread_briefs(of)})), **more)


@dataclass
class Kept:
    """What one build hands on to the next."""

    learnt: Learnt | None = None
    briefs: dict[str, KeptBrief] = field(default_factory=dict)
    outputs: dict[str, bytes] = field(default_factory=dict)

    def built(self, of: Tree, **more: object) -> tuple[Checked, Build]:
        """Build what has changed; what is kept goes through the form in which it lies on the disk."""
        options = wanted(of, **more)
        checked = check(of, options, before=self.learnt, means=Means(kept=self.briefs))
        made = build(checked, of, options, self.outputs, printers(options))
        self.learnt = pickle.loads(pickle.dumps(checked.evidence.learnt))  # noqa: S301  our own
        self.briefs |= pickle.loads(pickle.dumps(checked.stages.pieces()))  # noqa: S301
        self.outputs = dict(made.outputs)
        return checked, made


def clean(of: Tree, previous: dict[str, bytes], **more: object) -> Build:
    """The same without anything kept; briefs that cannot be read stay as they were in either."""
    options = wanted(of, **more)
    return build(check(of, options), of, options, previous, printers(options))


def same(one: Build, other: Build) -> None:
    assert one.problems == other.problems
    assert one.waived == other.waived
    assert one.stayed == other.stayed
    assert sorted(one.outputs) == sorted(other.outputs)
    assert [path for path in one.outputs if one.outputs[path] != other.outputs[path]] == []


def texts(of: Tree, **changed: str | None) -> Tree:
    found = {**of.texts, **changed}
    return replace(of, texts=dict(sorted((path, text) for path, text in found.items() if text is not None)))


def digit(text: str, place: int) -> str:
    """The text with one of its digits another."""
    spots = [found.start() for found in re.finditer(r"\d", text)]
    if not spots:
        return text
    at = spots[place % len(spots)]
    return f"{text[:at]}{(int(text[at]) + 1 + place % 8) % 10}{text[at + 1 :]}"


def word(text: str, place: int) -> str:
    """The text with one of its words twice."""
    spots = [found.span() for found in re.finditer(r"[a-z]{4,}", text)]
    begin, end = spots[place % len(spots)]
    return f"{text[:end]} {text[begin:end]}{text[end:]}"


def line_out(text: str, place: int) -> str:
    lines = text.split("\n")
    del lines[place % len(lines)]
    return "\n".join(lines)


def line_twice(text: str, place: int) -> str:
    lines = text.split("\n")
    lines.insert(place % len(lines), lines[place % len(lines)])
    return "\n".join(lines)


EDITS = (digit, digit, word, line_out, line_twice)
OWN = tuple(path for path in start().texts if not path.startswith("templates/"))
LOOKS = ("templates/page-brief.html.j2", "templates/css/tokens.css", "templates/index.html.j2")


def edited(of: Tree, choice: tuple[int, int, int]) -> Tree:
    """One random edit: of a file, of all, a file more, a file less."""
    kind, which, place = choice
    files = sorted(path for path in of.texts if path in OWN or path.startswith("evidence/") or path in LOOKS)
    path = files[which % len(files)]
    if kind < len(EDITS):
        return texts(of, **{path: EDITS[kind](of.texts[path], place)})
    if kind == len(EDITS):
        return texts(of, **{path: None})
    if kind == len(EDITS) + 1:
        club = of.texts.get(CLUB, "title: nothing\n").replace("Leeds", f"Town {place % 7}")
        return texts(of, **{f"evidence/programmes/club_{place % 3}.yaml": club})
    first = start()
    return texts(of, **{path: first.texts.get(path)})


@settings(max_examples=6, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(EDITS) + 2), st.integers(0, 200), st.integers(0, 5000)), min_size=1, max_size=5
    )
)
def test_after_any_edits_the_output_is_that_of_a_clean_build(choices):
    kept, now = Kept(), start()
    kept.built(now)
    for choice in choices:
        now = edited(now, choice)
        before = kept.outputs
        _, made = kept.built(now)
        same(made, clean(now, before))


def after(now: Tree, first: Tree | None = None, **more: object) -> tuple[Checked, Build]:
    """What a second build does, once the project is as `now`."""
    kept = Kept()
    kept.built(first or start())
    before = kept.outputs
    checked, made = kept.built(now, **more)
    same(made, clean(now, before, **more))
    return checked, made


def test_nothing_is_made_where_nothing_has_changed():
    _, made = after(start())
    assert made.made == {}


CHANGES = {
    "a record's title": (
        with_text(start(), CLUB, "Leeds breakfast clubs", "Leeds morning clubs"),
        {"all", "breakfast"},
    ),
    "a trial": (with_text(start(), TRIAL, "Northern Breakfast", "Northern Breakfasts"), {"breakfast"}),
    "a new record": (texts(start(), **{"evidence/programmes/b.yaml": OTHER_CLUB}), {"all", "breakfast"}),
    "a brief": (with_text(start(), "briefs/all.md", "All clubs", "Every club"), {"all"}),
    "a reference": (with_text(start(), "evidence/references/all.bib", "2020", "2021"), {"all", "breakfast", "cited"}),
    "a vocabulary": (with_text(start(), "evidence/terms.yaml", "breakfast", "a breakfast"), EVERY),
    "the looks": (with_text(start(), "templates/css/tokens.css", ":root", "\n:root"), EVERY),
    "a record gone": (without(start(), "evidence/costs/breakfast_leeds_cost.yaml"), {"all"}),
}


@pytest.mark.parametrize(("now", "slugs"), CHANGES.values(), ids=CHANGES)
def test_just_the_briefs_are_made_that_read_what_has_changed(now, slugs):
    checked, made = after(now)
    assert {slug for slug in EVERY if checked.stages.why(slug)} == slugs
    assert set(made.made) == slugs


def test_a_mistake_in_a_record_is_shown_in_the_briefs_that_rest_on_it():
    _, made = after(with_text(start(), TRIAL, "54 of 60", "53 of 60"))
    assert set(made.made) == {"breakfast"}
    assert {problem.where.file for problem in made.problems} >= {TRIAL}
    shown = {slug: TRIAL in made.outputs[f"{slug}/index.html"].decode() for slug in EVERY}
    assert shown == {"all": False, "breakfast": True, "cited": False}


def test_a_record_that_no_condition_chooses_may_change():
    chosen = "place == 'York'"
    table = f'{{{{ table("programmes", where="{chosen}", columns=["place", "status"]) }}}}'
    york = {"evidence/programmes/york.yaml": OTHER_CLUB, "briefs/cited.md": f"{CITED}\n{table}\n"}
    first = texts(start(), **york)
    _, made = after(with_text(first, CLUB, "place: Leeds", "place: Bradford"), first)
    assert set(made.made) == {"all", "breakfast"}
    checked, _ = after(with_text(first, CLUB, "place: Leeds", "place: York"), first)
    assert checked.stages.why("cited") == (f"which records of the kind programme `{chosen}` chooses",)


UNREAD = {
    "a trial that a brief binds words to": (with_text(start(), TRIAL, "54 of 60", "54 off 60"), {"breakfast"}),
    "a programme that is in its tables": (with_text(start(), CLUB, "up to 80", "uup to 80"), {"all", "breakfast"}),
    "one that was never read": (texts(start(), **{"evidence/programmes/b.yaml": "title: [\n"}), {"all", "breakfast"}),
    "one of a kind for which nobody asks": (texts(start(), **{"evidence/positions/b.yaml": "title: [\n"}), set()),
}


@pytest.mark.parametrize(("now", "slugs"), UNREAD.values(), ids=UNREAD)
def test_a_record_that_cannot_be_read_is_told_to_the_briefs_that_it_may_be_missing_from(now, slugs):
    _, made = after(now)
    assert set(made.made) == slugs
    (file,) = {problem.where.file for problem in made.problems if problem.where.file.startswith("evidence/")}
    assert {slug for slug in EVERY if file in made.outputs[f"{slug}/index.html"].decode()} == slugs
    _, mended = after(start(), now)
    assert set(mended.made) == slugs


def test_a_word_file_is_one_more_form_that_is_kept():
    first, small = Kept(), start()
    first.built(small)
    assert not any(path.endswith(".docx") for path in first.outputs)
    _, made = first.built(small, formats=("html", "pdf", "docx"))
    assert {path for path in made.outputs if path.endswith(".docx")} == {f"{slug}/{slug}.docx" for slug in EVERY}
    _, made = first.built(small, formats=("html", "pdf", "docx"))
    assert made.made == {}, "nothing has changed, so nothing is converted again"
    changed = with_text(small, "briefs/cited.md", "Much was", "Little was")
    _, made = first.built(changed, formats=("html", "pdf", "docx"))
    assert set(made.made) == {"cited"}
    same(made, clean(changed, {}, formats=("html", "pdf", "docx")))
    _, made = first.built(changed)
    assert not any(path.endswith(".docx") for path in made.outputs), "one that nobody asks for any more goes"
    same(made, clean(changed, {}))
