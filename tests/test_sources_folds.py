"""The list of folds: each is needed where its example says, and the page for reviewers shows the list as it is."""

import unicodedata
from pathlib import Path

import pytest
from quote_cases import document

from briefkit.sources.document import Block, Document
from briefkit.sources.find import find, index
from briefkit.sources.folds import FOLDS, key, needed
from briefkit.values import Quote

PAGE = Path(__file__).parent.parent / "docs/quotations.md"


def as_document(text: str) -> Document:
    """The example of a source; blank lines part the running head from the text."""
    zones = ("body", "running_head", "body")
    parts = text.split("\n\n")
    blocks = [Block(text=part, zone=zone, flows=True, number=1) for part, zone in zip(parts, zones, strict=False)]
    return Document(blocks=tuple(blocks), media_type="text/plain", extractor="none")


@pytest.mark.parametrize("fold", FOLDS, ids=lambda fold: fold.name)
def test_each_example_is_found_by_its_fold(fold):
    pad = "Some words first, then {} and some words more".format
    made = index(as_document(pad(fold.source) if fold.name != "capital" else fold.source + " low"))
    finding = find(Quote(pad(fold.quote) if fold.name != "capital" else fold.quote + " low"), made)
    assert finding.verdict == "exact"
    assert fold.name in finding.folds
    assert set(finding.folds) <= {fold.name, "blank"}


def test_no_fold_is_named_when_none_is_needed():
    text = "Löbmann’s “oﬃce” – treat\u00adment of 12·5 and −2.4 …"
    assert find(Quote(text), index(document(f"So {text} was it."))).folds == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10⁶", "106"),
        ("1½", "11/2"),
        ("ſ", "s"),
        ("²", "2"),
        ("①", "1"),
        ("Ⅳ", "IV"),
        ("％", "%"),
        ("≤", "<"),
        ("Å", "A"),
        ("ß", "ss"),
    ],
)
def test_what_is_never_folded(one, other):
    assert key(one) != key(other)


def test_only_what_differs_is_named():
    assert needed("Löbmann’s", unicodedata.normalize("NFD", "Löbmann’s")) == {"accent"}
    assert needed("−2·4", "-2·4") == {"minus"}
    assert needed("−2·4", "-2.4") == {"minus", "middle dot"}


def visible(text: str) -> str:
    """An example as the page prints it."""
    names = {"\u2009": "[thin blank]", "\u00ad": "[soft hyphen]", "\u0308": "[¨]", "\n": "[line]"}
    for character, name in names.items():
        text = text.replace(character, name)
    return f"`{text}`"


def test_the_page_shows_every_fold():
    rows = [f"| {fold.name} | {fold.what} | {visible(fold.source)} | {visible(fold.quote)} |" for fold in FOLDS]
    table = PAGE.read_text("utf-8").split("## What is treated as the same")[1]
    assert [line for line in table.split("\n") if line.startswith("| ")][1:] == rows
