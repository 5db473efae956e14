"""The Markdown of briefs: which parts of markdown-it it is made of. Building it is slow, so it is built once."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from briefkit.prose.marks import marks
from briefkit.prose.placed import PlacedParser

DEEPEST = 40
"""Blocks inside each other; what lies deeper is not read."""
BLOCK = "container_block"
"""Type of the tokens of a `:::` block, without `_open` and `_close`."""


class _Lenient(MarkdownIt):
    """markdown-it without a judgement of links: each is judged where its place is known."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002  markdown-it's names
        """Take any link."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802  markdown-it's name
        """Keep a link as it was written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  markdown-it's name
        """Keep the text of a link as it was written."""
        return link


@cache
def parser() -> MarkdownIt:
    """The parser of a brief's body."""
    md = _Lenient("commonmark", {"html": False, "maxNesting": DEEPEST})
    md.inline = PlacedParser()
    md.inline.ruler.enableOnly([name for name in md.inline.ruler.get_all_rules() if name not in _WITHOUT_INLINE])
    md.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    md.enable("table").disable(["code", "reference", "html_block"])
    md.block.ruler.at("table", _placed_table, {"alt": ["paragraph", "reference"]})
    md.core.ruler.disable("text_join")  # it would join texts of different places
    md.use(footnote_plugin, inline=False).use(deflist_plugin)
    md.use(container_plugin, "block", validate=lambda *_: True)
    md.use(marks)
    return md


_WITHOUT_INLINE = frozenset({"linkify", "strikethrough", "html_inline"})


def _placed_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's table, each cell with the offset at which its row's text begins and its number in the row."""
    known = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    number = 0
    for token in state.tokens[known:]:
        if token.type == "tr_open":
            number = 0
        if token.type == "inline" and token.map:
            row = token.map[0]
            token.meta = {"row": state.bMarks[row] + state.tShift[row], "cell": number}
            number += 1
    return True
