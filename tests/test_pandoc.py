"""Running pandoc: what it may see, what it gives back, and what it says when it cannot."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from briefkit import pandoc as room
from briefkit.pandoc import PandocError, available, pandoc

APA = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Titles alone</title><id>http://example.org/t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>"""
CITING = """---
references:
- {id: a, type: book, title: On Oats}
---
[@a]"""


def test_a_text_is_converted():
    assert available()
    found = json.loads(pandoc(["-f", "html", "-t", "json"], "<h1>Ökonomie</h1>"))
    assert found["blocks"][0]["c"][2] == [{"t": "Str", "c": "Ökonomie"}]


def test_files_handed_in_are_found_by_name():
    found = pandoc(["-f", "markdown", "-t", "plain", "--citeproc", "--csl=t.csl"], CITING, {"t.csl": APA.encode()})
    assert found.decode().split() == ["On", "Oats", "On", "Oats"]


def test_nothing_else_of_this_machine_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    with pytest.raises(PandocError, match="secret"):
        pandoc(["-f", "rst", "-t", "html"], f".. include:: {secret}\n\n.. csv-table::\n   :file: {secret}\n")
    page = pandoc(["-f", "html", "-t", "docx"], f'<p>A<img src="{secret}"><img src="file://{secret}"></p>')
    with ZipFile(BytesIO(page)) as parts:
        assert not any(b"the secret" in parts.read(name) for name in parts.namelist())


def test_what_it_cannot_do_is_said_on_one_line():
    with pytest.raises(PandocError, match=r"^Unknown input format runes"):
        pandoc(["-f", "runes", "-t", "html"], "")


def test_without_the_extra_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(room, "find_spec", {}.get)
    assert not available()
    with pytest.raises(PandocError) as caught:
        pandoc(["-f", "html", "-t", "docx"], "")
    assert str(caught.value) == 'pandoc is not installed: install it with `pip install "briefkit[pandoc]"`'


def test_a_run_that_goes_astray_is_ended(monkeypatch):
    monkeypatch.setattr(room, "PATIENCE", 0)
    with pytest.raises(PandocError, match="no answer within 0 seconds"):
        pandoc(["-f", "html", "-t", "docx"], "")


def test_the_same_text_gives_the_same_bytes():
    asked = ["-f", "html", "-t", "docx"]
    assert pandoc(asked, "<h1>A</h1>") == pandoc(asked, "<h1>A</h1>")
