"""markdown-it's reading of a line of text, taught to note where in it each token begins.

A token's `meta["at"]` counts characters from the start of the paragraph, heading or cell, `meta["long"]` how many
characters of it the token was written with.
"""

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import StateInline

from briefkit.prose.token import Token

LONGEST = 20_000
"""Characters of a paragraph, heading or cell whose marks are read: the time it takes grows with their square."""
_OUTER = "briefkit_outer"


class PlacedState(StateInline):
    """The reading of one text, with the place at which it has arrived."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, out: list[Token]) -> None:
        """Begin; a text inside another (a picture's words) counts from the start of the outer one."""
        super().__init__(src, md, env, out)
        self.rule_at = 0
        self.pending_at = 0
        outer = env.get(_OUTER)
        self.offset = outer.offset + max(0, outer.src.find(src, outer.rule_at + 2)) if outer else 0

    def pushPending(self) -> Token:  # noqa: N802  markdown-it's name
        """Turn the plain text gathered so far into a token that knows its place."""
        token = super().pushPending()
        token.meta = {"at": self.offset + self.pending_at, "long": len(token.content)}
        return token


class PlacedParser(ParserInline):
    """markdown-it's parser of running text, over `PlacedState`."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Cut a text into tokens."""
        state = PlacedState(src, md, env, tokens)
        if len(src) > LONGEST:
            state.pending = src
            state.pushPending()
            return state.tokens
        outer, env[_OUTER] = env.get(_OUTER), state
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        env[_OUTER] = outer
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Cut what lies between `state.pos` and `state.posMax`."""
        assert isinstance(state, PlacedState), "only `parse` makes states"
        end = state.posMax
        while state.pos < end:
            self._step(state)
        if state.pending:
            state.pushPending()

    def _step(self, state: PlacedState) -> None:
        """Let the first rule that fits take what stands here, else take one character as text."""
        start, known = state.pos, len(state.tokens)
        state.rule_at = start
        if not state.pending:
            state.pending_at = start
        deep = state.level >= state.md.options["maxNesting"]
        if deep or not any(rule(state, False) for rule in self.ruler.getRules("")):
            state.append_pending(state.src[start])
            state.pos = start + 1
            return
        for token in state.tokens[known:]:
            token.meta.setdefault("at", state.offset + start)
            token.meta.setdefault("long", state.pos - start)
