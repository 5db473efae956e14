"""The shipped base: every scheme that the articles name is there, every sentence of theirs came to something, and its pages are current."""

import sys
from pathlib import Path

import pytest

from briefkit.cli.docs import KEPT
from briefkit.disk import read_tree
from briefkit.pipeline.about import about_base
from briefkit.pipeline.covering import coverages, uncovered
from briefkit.pipeline.reading import read_library

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT.parent / "shared/sources"
NOTES = ROOT.parent / "shared/dossier"

SERVICES = {
    "heroin_assisted_treatment": {
        "hat_darlington": ("GB", "closed"),
        "hat_london": ("GB", "closed"),
        "hat_brighton": ("GB", "closed"),
        "hat_middlesbrough": ("GB", "closed"),
        "hat_glasgow": ("GB", "operating"),
        "hat_switzerland": ("CH", "operating"),
        "hat_denmark": ("DK", "operating"),
        "hat_netherlands": ("NL", "operating"),
        "hat_canada": ("CA", "operating"),
        "hat_germany": ("DE", "operating"),
        "hat_spain": ("ES", "unclear"),
        "hat_luxembourg": ("LU", "pilot"),
        "hat_norway": ("NO", "pilot"),
        "hat_belgium": ("BE", "closed"),
    },
    "drug_consumption_room": {
        "dcr_glasgow": ("GB", "pilot"),
        "dcr_switzerland": ("CH", "operating"),
        "dcr_denmark": ("DK", "operating"),
        "dcr_netherlands": ("NL", "operating"),
        "dcr_germany": ("DE", "operating"),
        "dcr_portugal": ("PT", "operating"),
        "dcr_insite": ("CA", "operating"),
        "dcr_sydney": ("AU", "operating"),
        "dcr_spain": ("ES", "operating"),
        "dcr_luxembourg": ("LU", "operating"),
        "dcr_norway": ("NO", "operating"),
    },
}
COMPARED = ("started", "legal_basis", "eligibility", "patients", "paid_by")
"""What each of them says, or says that it is not reported or was not seen."""
PLANS = {
    "durham_2013": "no_news",
    "durham_2017": "no_news",
    "glasgow_2016": "became_programme",
    "glasgow_2016_rooms": "became_programme",
    "west_midlands_2018": "no_news",
    "west_midlands_2018_rooms": "no_news",
    "west_midlands_2018_policy": "no_news",
}


@pytest.fixture(scope="module")
def tree():
    return read_tree(ROOT)


@pytest.fixture(scope="module")
def library(tree):
    return read_library(tree)[0]


@pytest.fixture
def articles(tree):
    if not ARTICLES.is_dir():
        pytest.skip(f"SKIPPED: {ARTICLES} is not here, so the sentences of the five articles were NOT gone through")
    return tree


@pytest.mark.parametrize(("intervention", "name"), [(kind, name) for kind, names in SERVICES.items() for name in names])
def test_every_service_can_be_compared(library, intervention, name):
    record = library.record(name)
    assert record is not None
    country, status = SERVICES[intervention][name]
    assert (record.field("intervention"), record.field("country"), record.field("status")) == (
        intervention,
        (country,),
        status,
    )
    assert record.field("known_as_of")
    assert [field for field in COMPARED if library.figure(f"{name}.{field}") is None] == []


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_says_what_became_of_it(library, name):
    record = library.record(name)
    assert record is not None
    assert record.field("became") == PLANS[name]
    assert library.figure(f"{name}.proposed") is not None
    assert library.figure(f"{name}.what") is not None
    if PLANS[name] == "no_news":
        because = record.field("became_because") or library.figure(f"{name}.became_because")
        assert because, "only the absence of news says so: that has to be said"
    else:
        assert record.field("programme") in library.records


def test_every_sentence_of_the_articles_came_to_something(articles, library):
    found = coverages(articles, library)
    assert {one.key: len(one.sentences) for one in found} == {
        "guardian_durham_2017": 27,
        "ibtimes_durham_2013": 18,
        "independent_middlesbrough_2019": 32,
        "northernecho_coppinger_2019": 27,
        "unilad_wm_2018": 48,
    }
    assert list(uncovered(articles, library)) == []


@pytest.mark.usefixtures("articles")
def test_the_pages_about_the_base_are_current(tree):
    pages, away = about_base(tree)
    assert away == []
    for path, text in pages.items():
        assert (ROOT / path).read_text("utf-8").partition(KEPT)[0] == text, "run `make docs`"


def test_no_seen_fact_of_the_notes_is_left_out_in_silence(library, monkeypatch):
    if not NOTES.is_dir():
        pytest.skip(f"SKIPPED: {NOTES} is not here, so the research notes were NOT gone through")
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    import research_notes

    base, reasons = research_notes.base_of(library), research_notes.left_out()
    facts = research_notes.facts(NOTES)
    silent = [
        f"{fact.file}: {fact.name}"
        for fact in facts
        if not research_notes.is_in(fact, base) and (fact.file, fact.name) not in reasons
    ]
    assert silent == []
    assert len(facts) == len({(fact.file, fact.name) for fact in facts})
