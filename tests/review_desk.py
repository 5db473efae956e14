"""A small project with invented reviewers, as texts alone, for the tests of verdicts and ledgers."""

from datetime import date
from pathlib import Path

from briefkit.brief import Brief
from briefkit.disk import Tree, read_tree
from briefkit.library import Library
from briefkit.load import load
from briefkit.problems import Problem
from briefkit.read_brief import read
from briefkit.records.verdict import Verdict, verdict_of
from briefkit.verdicts.hashing import Judged
from briefkit.verdicts.reading import read_reviews
from briefkit.verdicts.review import Review, review
from briefkit.verdicts.writing import appended

ROOT = Path(__file__).parent.parent
FILE, SLUG = "briefs/breakfast.md", "breakfast"
VERDICTS = "briefs/breakfast.verdicts.yaml"
TRIAL = "evidence/studies/north_trial.yaml"
LEEDS = "evidence/programmes/breakfast_leeds.yaml"
TODAY = date(2026, 3, 2)
KEPT = {"moss2018": "a" * 64, "leeds2020": "b" * 64}
"""Hash of the text of each source."""


def texts() -> dict[str, str]:
    """The texts of the small project beside the tests."""
    return dict(read_tree(ROOT / "tests/project").texts)


def changed(files: dict[str, str], path: str, old: str, new: str) -> dict[str, str]:
    """The same with one edit."""
    assert old in files[path], files[path]
    return {**files, path: files[path].replace(old, new)}


def opened(files: dict[str, str]) -> tuple[Brief, Library]:
    """The brief and its base."""
    library, _ = load({path: text for path, text in files.items() if path.startswith("evidence/")})
    brief, problems = read(files[FILE], FILE, library)
    assert brief is not None, problems
    return brief, library


def reviewed(files: dict[str, str], kept: dict[str, str] | None = None) -> Review:
    """The review of the brief."""
    brief, library = opened(files)
    reviews, problems = read_reviews(files, [SLUG], library.references)
    assert problems == []
    return review(brief, library, reviews, KEPT if kept is None else kept)


def faults(files: dict[str, str]) -> list[Problem]:
    """What is wrong with the files of verdicts."""
    return read_reviews(files, [SLUG], ["moss2018", "leeds2020"])[1]


def said(thing: Judged | None, word: str = "accurate", by: str = "Rhea Viewer", **more: object) -> Verdict:
    """What an invented reviewer says of a thing."""
    judged = (
        {}
        if thing is None
        else {"hash": thing.hash, "sentence": thing.text, "figures": dict(thing.figures), "words": thing.words}
    )
    given = {"verdict": word, "looked_at": "full_text"} if word else {}
    made = verdict_of({**judged, **given, "reviewer": by, "date": "2026-03-01", **more})
    assert isinstance(made, Verdict), made
    return made


def with_verdicts(files: dict[str, str], *verdicts: Verdict, file: str = VERDICTS) -> dict[str, str]:
    """The same project with more verdicts."""
    return {**files, file: appended(files.get(file, ""), verdicts)}


def claim(review: Review, words: str) -> Judged:
    """The one claim that holds these words."""
    found = [one for one in review.claims if words in one.text]
    assert len(found) == 1, [one.text for one in review.claims]
    return found[0]


def tree(files: dict[str, str]) -> Tree:
    """The project as a build reads it, with the templates of this one."""
    here = read_tree(ROOT)
    binaries = {path: data for path, data in here.binaries.items() if path.startswith("templates/")}
    return Tree(texts={**files, **here.under("templates")}, binaries=binaries)
