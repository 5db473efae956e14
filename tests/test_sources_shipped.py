"""The copies that come with the shipped base: all words quoted from them stand in them, and each is the right document."""

from datetime import date
from pathlib import Path

import pytest

from briefkit.disk import read_tree
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files
from briefkit.sources.sought import all_sought

ROOT = Path(__file__).parent.parent
FOLDER = ROOT.parent / "shared/sources"
ARTICLES = (
    "guardian_durham_2017",
    "ibtimes_durham_2013",
    "independent_middlesbrough_2019",
    "northernecho_coppinger_2019",
    "unilad_wm_2018",
)


@pytest.fixture(scope="module")
def checked():
    if not FOLDER.is_dir():
        pytest.skip(f"SKIPPED: {FOLDER} is not here, so the quotations of the five articles were NOT looked for")
    tree = read_tree(ROOT)
    return tree, check(tree, Options(briefs=tuple(brief_files(tree)), today=date(2026, 11, 22)))


def test_the_five_articles_are_here(checked):
    assert set(ARTICLES) <= set(checked[0].snapshots)


def test_everything_quoted_from_them_is_found(checked):
    _, found = checked
    failed, exact = [], 0
    for one in all_sought(found.library, found.briefs.values()):
        if one.document in ARTICLES:
            hold = found.words[one.slug][one.citation] if one.citation else found.library.holds[one.name]
            exact += hold.state == "exact"
            failed += [f"{one.shown}: {hold.why}"] if hold.state != "exact" else []
    assert failed == []
    assert exact >= 30


def test_the_states_add_up(checked):
    _, found = checked
    assert sum(found.quotations.values()) == len(all_sought(found.library, found.briefs.values()))
