"""The bibliography that ships with the first base: whole, printable, and without anything that nobody has seen."""

from pathlib import Path

import pytest

from briefkit.references.bibliography import Bibliography
from briefkit.references.read import read

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "evidence" / "references").glob("*.bib"))
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in FILES}
REFERENCES, PROBLEMS = read(TEXTS)
ARTICLES = (
    "guardian_durham_2017",
    "ibtimes_durham_2013",
    "independent_middlesbrough_2019",
    "northernecho_coppinger_2019",
    "unilad_wm_2018",
)


def test_nothing_is_wrong_with_it():
    assert PROBLEMS == []
    assert len(REFERENCES) > 200


@pytest.mark.parametrize("key", ARTICLES)
def test_the_five_articles_are_news_with_their_address(key):
    assert REFERENCES[key].type == "news"
    assert REFERENCES[key].get("url").startswith("http")


def test_no_work_has_two_keys():
    seen: dict[str, str] = {}
    for key, reference in REFERENCES.items():
        doi = reference.get("doi").lower()
        if doi:
            assert seen.setdefault(doi, key) == key


def test_no_access_date_is_invented():
    assert not [key for key, reference in REFERENCES.items() if reference.get("urldate", "archivedate")]


def test_no_remark_about_how_it_was_gathered():
    for key, reference in REFERENCES.items():
        said = " ".join((reference.title, *reference.fields.values())).lower()
        for word in (
            "recalled",
            "dossier",
            "not in stored text",
            "from the address",
            "not shown",
            "as described",
            "(copy)",
        ):
            assert word not in said, key


@pytest.mark.parametrize("style", ["numeric", "author-date"])
def test_every_entry_prints(style):
    entries = Bibliography(REFERENCES, {}, style, list(REFERENCES)).entries()
    assert len({entry.anchor for entry in entries}) == len(REFERENCES)
    assert all(entry.text for entry in entries)
