"""What `docs/writing-a-brief.md` tells officers is what the engine does."""

import re
from pathlib import Path

import pytest
from brief_desk import HEAD, brief, said

from briefkit.expressions.names import ATTRIBUTES
from briefkit.prose.blocks import BLOCKS

PAGE = (Path(__file__).parent.parent / "docs" / "writing-a-brief.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", [*BLOCKS, *(f".{name}" for name in ATTRIBUTES if name not in ("percent2", "percent3"))]
)
def test_everything_is_named(name):
    assert re.search(rf"{re.escape(name)}\b", PAGE)


@pytest.mark.parametrize("example", re.findall(r"`(\[[^`]*@[^`]*\]|@strang2010 says)`", PAGE))
def test_citations_in_the_page_can_be_read(example):
    assert said(brief(example)[1]) == []


def test_the_figure_in_the_page_can_be_derived():
    own = re.search(r"    (figures:\n(?:      .*\n)+)", PAGE)
    assert own is not None
    head = HEAD.replace("authors:", f"{own[1].replace(chr(10) + '    ', chr(10))}authors:")
    made, problems = brief("{{ cost_per_place }}", head)
    assert said(problems) == []
    assert made.claims[0].text.replace("\u00a0", " ") == "about £16,667"
