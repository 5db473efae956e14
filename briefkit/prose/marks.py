"""What briefs add to the marks of Markdown: bound words, citations; and HTML, which they do not have.

Each rule notes what it read in its token's `meta`; what it means is settled by `fill`. What is written wrongly
becomes a token of the type `fault`.
"""

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_inline.state_inline import StateInline

from briefkit.prose.citing import STARTS, closing, narrative, read_group
from briefkit.values.fault import Fault

KNOWN = "briefkit_known"
"""Under which name the environment of the parser holds the keys of all references."""
LONGEST = 1000
"""Characters that one mark may have."""
_BINDING = re.compile(r"[ \t]*\{[ \t]*=|\{")
_HOW = "write `[38 of 43]{=riott.retention_26w.heroin}`"


def marks(md: MarkdownIt) -> None:
    """Teach the parser the marks of a brief."""
    rules = md.inline.ruler
    rules.before("link", "bound_words", bound_words)
    rules.after("bound_words", "citation", citation)
    rules.after("citation", "citation_in_text", citation_in_text)
    rules.after("autolink", "raw_html", raw_html)


def bound_words(state: StateInline, silent: bool) -> bool:
    """`[words]{=address}`."""
    if state.src[state.pos] != "[":
        return False
    stop = min(state.posMax, state.pos + LONGEST)
    if state.src.find("{", state.pos, stop) < 0:
        return False
    end = _matching(state.src, state.pos, stop)
    opening = _BINDING.match(state.src, end + 1, stop) if end >= 0 else None
    if opening is None:
        return False
    words = state.src[state.pos + 1 : end]
    brace = state.src.find("}", opening.end(), stop)
    if brace < 0 or "\n" in state.src[opening.end() : brace]:
        fault = Fault("bound-words", "the `{=` after these words is never closed", f"end the address with `}}`: {_HOW}")
        return _take(state, silent, opening.end(), "fault", fault=fault)
    address = state.src[opening.end() : brace].strip()
    wrong = _binding_fault(opening.group(), words, address)
    if wrong:
        return _take(state, silent, brace + 1, "fault", fault=wrong)
    return _take(state, silent, brace + 1, "bound", words=words, address=address, address_at=opening.end() - state.pos)


def _binding_fault(opening: str, words: str, address: str) -> Fault | None:
    """What is wrong with the form of bound words."""
    if "=" not in opening:
        return Fault("bound-words", f"`{{{address}}}` after brackets binds nothing: `=` is missing", _HOW)
    if opening != "{=":
        return Fault("bound-words", "a blank stands between the words and their address", _HOW)
    if not address:
        return Fault("bound-words", "these words are bound to no address", _HOW)
    return (
        None
        if words.strip()
        else Fault("bound-words", f"no words are bound to `{address}`", f"{_HOW}, or `{{{{ {address} }}}}`")
    )


def citation(state: StateInline, silent: bool) -> bool:
    """`[@key, p. 3]`, `[@a; @b]`, `[-@key]`."""
    if state.src[state.pos] != "[" or not STARTS.match(state.src, state.pos, state.posMax):
        return False
    stop = min(state.posMax, state.pos + LONGEST)
    end = closing(state.src, state.pos, stop)
    if end < 0:
        end = state.src.find("]", state.pos, stop)
        if end < 0:
            fault = Fault("citation-malformed", "this citation is never closed", "end it with `]`: `[@key, p. 3]`")
            return _take(state, silent, state.pos + 1, "fault", fault=fault)
        way = 'write `[@key, p. 3, "words"]`'
        fault = Fault("citation-malformed", "a quotation mark in this citation has no partner", way)
        return _take(state, silent, end + 1, "fault", fault=fault)
    if state.src.startswith("(", end + 1):
        return False
    group = read_group(state.src[state.pos + 1 : end])
    if isinstance(group, Fault):
        return _take(state, silent, end + 1, "fault", fault=group.shifted(1), inner=True)
    form = "year" if group[0].bare else "parenthetical"
    return _take(state, silent, end + 1, "cited", group=group, form=form, inside=1)


def citation_in_text(state: StateInline, silent: bool) -> bool:
    """`@key says`."""
    if state.src[state.pos] != "@":
        return False
    key = narrative(state.src, state.pos, state.env.get(KNOWN, frozenset()))
    if not key:
        return False
    group = read_group(f"@{key}")
    assert not isinstance(group, Fault), "a key alone is a citation"
    return _take(state, silent, state.pos + 1 + len(key), "cited", group=group, form="narrative", inside=0)


def raw_html(state: StateInline, silent: bool) -> bool:
    """HTML, which stays text."""
    if state.src[state.pos] != "<":
        return False
    tag = HTML_TAG_RE.match(state.src[state.pos : min(state.posMax, state.pos + LONGEST)])
    return bool(tag) and _take(state, silent, state.pos + len(tag.group()) if tag else 0, "raw_html")


def _take(state: StateInline, silent: bool, end: int, kind: str, **meta: Any) -> bool:
    """Take everything up to `end` as one token."""
    if not silent:
        token = state.push(kind, "", 0)
        token.content = state.src[state.pos : end]
        token.meta = meta
    state.pos = end
    return True


def _matching(text: str, start: int, stop: int) -> int:
    """Where the bracket that opens at `start` closes; -1 when it does not."""
    depth, at = 0, start
    while at < stop:
        character = text[at]
        if character == "\\":
            at += 1
        elif character in "[]":
            depth += 1 if character == "[" else -1
            if not depth:
                return at
        at += 1
    return -1
