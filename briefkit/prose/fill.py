"""Puts into the tokens of a text what its expressions, bound words and citations come to: the nouns of `brief`.

What comes to nothing leaves a Gap where it stands, and a problem, so that the rest of the page can still be read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefkit.brief import Citation, CitationGroup, FigureUse, Gap, Plain, Shown
from briefkit.expressions.atom import Atom, Lifted
from briefkit.expressions.evaluate import Outcome, Words, evaluate
from briefkit.expressions.names import ADDRESS, Names, Use
from briefkit.problems import Problem, Where, did_you_mean
from briefkit.prose.citing import Cited
from briefkit.prose.token import Token
from briefkit.tables.table import Table
from briefkit.values.fault import Fault
from briefkit.values.words import disagreement

TYPES = {FigureUse: "figure", Plain: "plain", Gap: "gap", CitationGroup: "citation", Table: "comparison"}
"""Type of the token that holds each noun in `meta["noun"]`."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PAGE_PLACE = "a {} stands in a paragraph of its own, with an empty line before and after"


@dataclass(slots=True)
class Filling:
    """What is gathered while the tokens of one brief are filled."""

    names: Names
    problems: list[Problem] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def blocks(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The tokens of a body, filled; a paragraph that holds a table alone becomes the table."""
        filled: list[Token] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            table = self._table(tokens, at)
            if table:
                filled.append(table)
                at += 3
                continue
            if token.type == "inline":
                token = replace(token, children=list(self.line(token.children or [])))
            filled.append(token)
            at += 1
        return tuple(filled)

    def line(self, children: Sequence[Token]) -> Iterator[Token]:
        """The tokens of a paragraph, filled."""
        for child in children:
            if child.type == "atom":
                yield self._atom(child)
            elif child.type == "bound":
                yield _token(child, self._bound(child))
            elif child.type == "cited":
                yield from self._cited(child)
            elif child.type == "fault":
                self._report(child, child.meta["fault"])
                yield _token(child, Gap(child.content, child.meta["where"]))
            elif child.type == "image":
                words = "".join(shown_text(part) for part in self.line(child.children or []))
                yield replace(child, attrs=child.attrs | {"alt": " ".join(words.split())})
            else:
                yield child

    def _table(self, tokens: Sequence[Token], at: int) -> Token | None:
        """The table that a paragraph holds alone, with the Gap left where it could not be made; else None."""
        if tokens[at].type != "paragraph_open" or tokens[at + 1].type != "inline":
            return None
        children = [child for child in tokens[at + 1].children or [] if child.content.strip() or child.type == "image"]
        if len(children) != 1 or children[0].type != "atom" or not children[0].content.startswith("{{"):
            return None
        outcome = self._evaluated(children[0].meta["atom"])
        if not isinstance(outcome.shown, Table):
            return None
        self.problems += outcome.problems
        self.tables.append(outcome.shown)
        return replace(_token(children[0], outcome.shown), block=True, level=tokens[at].level)

    def _evaluated(self, atom: Atom) -> Outcome:
        return evaluate(atom, self.names, [table.name for table in self.tables])

    def _atom(self, token: Token) -> Token:
        outcome = self._evaluated(token.meta["atom"])
        if isinstance(outcome.shown, Table):
            noun, where = outcome.shown.look, token.meta["where"]
            message, way = f"a {noun} stands within a line of text", _PAGE_PLACE.format(noun)
            problem = Problem(where, "table-in-line", message, way)
            outcome = Outcome(Gap(token.content, token.meta["where"]), (problem,))
        self.problems += outcome.problems
        if isinstance(outcome.shown, Words):
            return replace(
                token, type="text", content=outcome.shown.text, meta={"where": token.meta["where"], "parameter": True}
            )
        return _token(token, outcome.shown)

    def _bound(self, token: Token) -> Shown:
        """Words that an officer bound to a figure, when they say what it says."""
        words = " ".join(_ESCAPED.sub(r"\1", token.meta["words"]).split())
        address, start = token.meta["address"], token.meta["address_at"]
        found = self.names.look_up(address) if ADDRESS.fullmatch(address) else _no_address(address)
        if isinstance(found, Fault):
            self._report(token, found.shifted(start + token.content[start:].index(address)))
        if not isinstance(found, Use):
            return Gap(token.content, token.meta["where"])
        fault = disagreement(words, found.figure, found.form, self.names.library.vocabularies.units)
        if fault:
            self._report(token, fault.shifted(1))
            return Gap(token.content, token.meta["where"])
        return FigureUse(found.figure, words, found.form, bound=True, where=token.meta["where"])

    def _cited(self, token: Token) -> Iterator[Token]:
        """A citation of the references that exist, and a Gap for each that does not."""
        known = []
        for cited in token.meta["group"]:
            where = _within(token, token.meta["inside"] + cited.at, len(cited.key) + 1)
            if cited.key in self.names.library.references:
                known.append(Citation(cited.key, cited.locator, cited.words, cited.prefix, where))
            else:
                self.problems.append(self._unknown(cited, where))
                yield _token(token, Gap(f"@{cited.key}", where))
        if known and len(known) < len(token.meta["group"]):
            yield replace(token, type="text", content=" ", meta={"where": token.meta["where"]})
        if known:
            yield _token(token, CitationGroup(tuple(known), token.meta["form"], where=token.meta["where"]))

    def _unknown(self, cited: Cited, where: Where) -> Problem:
        way = did_you_mean(cited.key, self.names.library.references, "add it to a file under `evidence/references/`")
        return Problem(where, "unknown-reference", f"no reference has the key `{cited.key}`", way)

    def _report(self, token: Token, fault: Fault) -> None:
        whole = not fault.offset and fault.length <= 1
        where = token.meta["where"] if whole else _within(token, fault.offset, fault.length)
        self.problems.append(Problem(where, fault.rule, fault.message, fault.help))


def shown_text(token: Token) -> str:
    """What stands on the page for a token of running text, without citation marks."""
    noun = token.meta.get("noun")
    match noun:
        case FigureUse():
            return noun.shown
        case Plain():
            return noun.text
        case Gap():
            return noun.source
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "code_inline") else ""


def _no_address(address: str) -> Fault:
    way = "an address is a record's id and the keys below it, joined by dots: `riott.retention_26w.heroin`"
    return Fault("bound-words", f"`{address}` is no address", way, 0, len(address))


def _token(origin: Token, noun: Shown | CitationGroup) -> Token:
    """A token that holds a noun, in the place of another."""
    kept = {key: origin.meta[key] for key in ("where", "strip", "at") if key in origin.meta}
    return Token(TYPES[type(noun)], "", 0, content=origin.content, level=origin.level, meta=kept | {"noun": noun})


def _within(token: Token, offset: int, length: int) -> Where:
    """The place of a part of a token."""
    lifted: Lifted = token.meta["lifted"]
    return lifted.where(token.meta["strip"].offset(token.meta["at"] + offset), max(1, length))
