"""What leaves a project: references that come back as they were, and the command that writes them."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_cli import project, said  # noqa: F401  a fixture and its use

from briefkit.csl.items import csl_item
from briefkit.export.bibtex import bibtex, escaped
from briefkit.export.csljson import csljson
from briefkit.pandoc import pandoc
from briefkit.references.latex import plain
from briefkit.references.read import read
from briefkit.references.reference import Reference

ROOT = Path(__file__).parent.parent
KINDS = ROOT / "tests" / "golden" / "references" / "kinds.bib"
SHIPPED = tuple(sorted((ROOT / "evidence" / "references").glob("*.bib")))
BOTH = pytest.mark.parametrize("files", [(KINDS,), SHIPPED], ids=["every kind", "shipped"])


@cache
def references(*files: Path) -> dict[str, Reference]:
    return read({file.name: file.read_text(encoding="utf-8") for file in files})[0]


def told(reference: Reference) -> Reference:
    """A piece of news says that it is one by its subtype, in the word that all programs know."""
    magazine = reference.get("entrysubtype") == "magazine"
    subtype = {"entrysubtype": "magazine" if magazine else "newspaper"} if reference.type == "news" else {}
    return replace(reference, fields={**reference.fields, **subtype})


@BOTH
def test_bibtex_comes_back_to_us_field_by_field(files):
    before = references(*files)
    text = bibtex(before.values())
    after, problems = read({"references.bib": text})
    assert problems == []
    assert list(after) == list(before)
    for key, reference in before.items():
        assert after[key] == told(reference)
    assert bibtex(after.values()) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=40))
def test_any_title_comes_back(text):
    """Whatever a title has come to say, it says the same again."""
    once = plain(escaped(text))
    again, _ = read({"x.bib": f"@misc{{x, title = {{{{{escaped(once)}}}}}, date = {{2020}}}}"})
    assert again["x"].title == once


@pytest.mark.parametrize(
    "text",
    ["50% of $5 & more_or {less} #1", "a~b ^ c", "van\u00a0den", "a -- b --- c", "3–4", "“so” ‘it’ isn’t", "`x"],
)
def test_signs_of_latex_are_plain_signs(text):
    assert plain(escaped(text)) == text


SAME = ("title", "container-title", "volume", "issue", "page", "publisher", "publisher-place", "edition", "DOI", "URL")
STRAIGHT = str.maketrans('‘’“”"', "'" * 5)


def words(item: dict, name: str) -> str:
    """A field without what pandoc does to its quotation marks."""
    return re.sub(r"</?span[^>]*>", "", str(item.get(name, ""))).translate(STRAIGHT)


def families(item: dict) -> list[str]:
    return [name.get("family") or name["literal"] for role in ("author", "editor") for name in item.get(role, [])]


def by_pandoc(form: str, text: str) -> dict[str, dict]:
    return {item["id"]: item for item in json.loads(pandoc(["-f", form, "-t", "csljson"], text))}


@BOTH
def test_pandoc_reads_the_bibtex_as_we_do(files):
    before = references(*files)
    after = by_pandoc("biblatex", bibtex(before.values()))
    assert list(after) == list(before)
    for key, reference in before.items():
        ours, theirs = csl_item(reference), after[key]
        # Of an article's own number pandoc makes a page, and of the way of publishing the publisher.
        known = ({"page"} if ours.get("number") else set()) | (
            {"publisher"} if reference.get("howpublished") else set()
        )
        assert {name for name in SAME if words(ours, name) != words(theirs, name)} <= known, key
        assert families(ours) == families(theirs)
        assert ours.get("issued", {}).get("date-parts") == theirs.get("issued", {}).get("date-parts")


@BOTH
def test_pandoc_reads_the_csl_json_as_it_was(files):
    before = references(*files)
    after = by_pandoc("csljson", csljson(before.values()))
    for key, reference in before.items():
        ours, theirs = csl_item(reference), after[key]
        # As Zotero does, pandoc makes fields of the lines `name: value` of a note.
        extra = dict(line.split(": ", 1) for line in ours.get("note", "").split("\n") if re.match(r"[a-z]+: ", line))
        ours = {name: value for name, value in {**ours, **extra}.items() if name != "note"}
        theirs.pop("note", None)
        if "issued" in ours:
            assert bool(ours.pop("issued").get("circa")) == bool(theirs.pop("issued").get("circa"))
        assert sorted(ours) == sorted(theirs), key
        assert [name for name in ours if words(ours, name) != words(theirs, name)] == []


def test_an_entry_of_each_form():
    reference = references(KINDS)["king2018"]
    assert bibtex([reference]) == (
        "@article{king2018,\n"
        "  author       = {King, Jr, Martin Luther and de la Cruz, María José and O’Brien, Jean-Paul},\n"
        "  title        = {{Names \\& numbers: 50\\% of \\$5}},\n"
        "  date         = {2018},\n"
        "  journaltitle = {Journal of Tests},\n"
        "  volume       = {2},\n"
        "  number       = {3},\n"
        "  pages        = {7–9, 12},\n"
        "}\n"
    )
    assert json.loads(csljson([reference])) == [
        {
            "id": "king2018",
            "type": "article-journal",
            "title": "Names & numbers: 50% of $5",
            "author": [
                {"family": "King", "given": "Martin Luther", "suffix": "Jr"},
                {"family": "Cruz", "given": "María José", "non-dropping-particle": "de la"},
                {"family": "O’Brien", "given": "Jean-Paul"},
            ],
            "issued": {"date-parts": [[2018]]},
            "issue": "3",
            "page": "7-9, 12",
            "container-title": "Journal of Tests",
            "volume": "2",
        }
    ]


def test_the_command_writes_each_form_into_a_folder_of_its_own(project):  # noqa: F811
    assert said(project, "export") == (0, "export/references.bib  2 references\n", "")
    assert sorted(path.name for path in (project / "export").iterdir()) == ["manifest.json", "references.bib"]
    assert said(project, "export", "--format", "csljson", "breakfast")[0] == 0
    assert sorted(path.name for path in (project / "export").iterdir()) == ["manifest.json", "references.json"]
    status, out, err = said(project, "export", "--format", "package", "--out", "data")
    assert (status, err) == (0, "")
    assert re.fullmatch(r"data/datapackage.json  \d+ tables, \d+ figures\n", out)
    before = {path.name: path.read_bytes() for path in (project / "data").iterdir()}
    said(project, "export", "--format", "package", "--out", "data")
    assert before == {path.name: path.read_bytes() for path in (project / "data").iterdir()}


def test_the_command_leaves_what_is_not_its_own(project):  # noqa: F811
    (project / "mine").mkdir()
    (project / "mine" / "references.bib").write_text("% mine", encoding="utf-8")
    status, _, err = said(project, "export", "--out", "mine")
    assert status == 2
    assert "this folder holds files that briefkit did not make, and is left alone" in err
    assert (project / "mine" / "references.bib").read_text(encoding="utf-8") == "% mine"
    said(project, "--formats", "html")
    status, _, err = said(project, "export", "--out", "dist")
    assert (status, err) == (
        2,
        "--out: `dist` holds the pages of a build\nChoose a folder for what is exported alone.\n",
    )
    assert (project / "dist" / "index.html").is_file()


def test_the_command_words_what_it_cannot_do(project):  # noqa: F811
    assert said(project, "export", "brekfast")[2] == "there is no brief `brekfast`: did you mean `breakfast`?\n"
    assert said(project, "export", "breakfast", "--format", "package")[2] == (
        "--format: `package` is the whole base, whatever a brief uses of it: `python build.py export --format package`\n"
    )
    assert said(project, "export", "--format", "ris")[2].startswith(
        "--format: `ris` is not a form of export: write `bibtex`, `csljson` or `package`\n"
    )
