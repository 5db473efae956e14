"""Walks through the body of a brief: sections and blocks, sentences and cells, tables; and says what is claimed where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefkit.brief import CitationGroup, Claim, FigureUse, Heading
from briefkit.claims.flat import flatten
from briefkit.claims.gather import Setting, claim_of, gather, gather_cell, state_of
from briefkit.claims.headlines import headline_claims
from briefkit.claims.sentences import MARK
from briefkit.claims.sources import cited_by
from briefkit.expressions.names import Names
from briefkit.problems import Where
from briefkit.prose.blocks import block_name
from briefkit.prose.parser import BLOCK
from briefkit.prose.token import Token
from briefkit.tables.table import Row, Table

_OWN_IDS = re.compile(r"(?:ref|fn|fnref|figure|table|panel)-")
"""How the ids begin that pages give out themselves."""


@dataclass(slots=True)
class Walk:
    """What is gathered on the way through one body."""

    names: Names
    tokens: list[Token] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    _section: str = ""
    _blocks: list[str] = field(default_factory=list)
    _row: list[Token] | None = None
    """The tokens of a row's cells; None outside the body of a Markdown table."""
    _row_texts: list[str] = field(default_factory=list)
    _in_table: bool = False
    _anchors: set[str] = field(default_factory=set)

    def through(self, tokens: Sequence[Token]) -> "Walk":
        """Walk through all tokens of a body."""
        before: Token | None = None
        for token in tokens:
            self._step(token, before)
            before = token
        return self

    def _step(self, token: Token, before: Token | None) -> None:
        kind = token.type
        if kind == f"{BLOCK}_open":
            self._blocks.append(block_name(token)[0])
        elif kind == f"{BLOCK}_close":
            self._blocks.pop()
        elif kind == "tbody_open":
            self._in_table = True
        elif kind == "tbody_close":
            self._in_table = False
        elif kind == "tr_open" and self._in_table:
            self._row, self._row_texts = [], []
        elif kind == "tr_close":
            self._end_row(token)
        if kind == "inline":
            token = self._inline(token, before)
        elif kind == "comparison":
            self._table(token.meta["noun"])
        self.tokens.append(token)

    def _inline(self, token: Token, before: Token | None) -> Token:
        """A paragraph, heading or cell, its citations gathered."""
        children = token.children or []
        opened = before.type if before else ""
        if opened == "heading_open" and before is not None:
            self._heading(before, token)
            return token
        if opened in ("td_open", "th_open"):
            if self._row is not None:
                self._row += children
                self._row_texts.append(_plain(children))
            return replace(token, children=gather_cell(children, self.names))
        found, claims = gather(children, self.names, self._setting)
        if opened != "dt_open":
            self.claims += claims
        return replace(token, children=found)

    def _heading(self, opening: Token, inline: Token) -> None:
        children = inline.children or []
        text = _plain(children)
        words = "".join(child.content for child in children if child.type in ("text", "code_inline", "softbreak"))
        anchor = self._anchor(words)
        opening.attrs["id"] = anchor
        self._section = text
        where: Where = opening.meta["where"]
        self.headings.append(Heading(level=int(opening.tag[1:]), text=text, anchor=anchor, where=where))
        self.claims += headline_claims(children, self.names, Setting(text, "heading"))

    def _anchor(self, words: str) -> str:
        """An id made of the words of a heading, which stays when a figure in it changes."""
        slug = re.sub(r"[^\w]+", "-", words.casefold()).strip("-_") or "section"
        slug = f"section-{slug}" if _OWN_IDS.match(slug) or slug[0].isdigit() else slug
        anchor, number = slug, 2
        while anchor in self._anchors:
            anchor, number = f"{slug}-{number}", number + 1
        self._anchors.add(anchor)
        return anchor

    def _end_row(self, token: Token) -> None:
        """A row of a Markdown table is one claim."""
        text = " | ".join(part for part in self._row_texts if part)
        if self._row and text:
            where: Where = self._row[0].meta.get("where", token.meta["where"])
            self.claims.append(replace(claim_of(text, self._row, self.names, self._setting, where), row=True))
        self._row = None

    def _table(self, table: Table) -> None:
        """Each row of a comparison table that shows a figure is a claim."""
        for row in table.rows:
            figures = tuple(
                FigureUse(cell.figure, cell.text, where=table.where) for cell in row.leaves if cell.figure is not None
            )
            if figures:
                self.claims.append(self._row_claim(table, row, figures))

    def _row_claim(self, table: Table, row: Row, figures: tuple[FigureUse, ...]) -> Claim:
        texts = [
            f"{column.heading}: {cell.text}" if column.heading and number else cell.text
            for number, (column, cell) in enumerate(zip(table.columns, row.cells, strict=False))
            if cell.text
        ]
        return Claim(
            text="; ".join(texts),
            state=state_of(figures, cited=False, block=self._setting.block),
            figures=figures,
            citations=cited_by(figures, self.names),
            section=self._section,
            block=self._setting.block or "table",
            row=True,
            where=table.where,
        )

    @property
    def _setting(self) -> Setting:
        return Setting(self._section, self._blocks[-1] if self._blocks else "")


def _plain(tokens: Sequence[Token]) -> str:
    return " ".join(flatten(tokens).text.replace(MARK, "").split())


def table_citations(tables: Sequence[Table], names: Names) -> dict[str, CitationGroup]:
    """What the figures of comparison tables cite, by address."""
    found = {}
    for table in tables:
        for figure in table.figures:
            if figure.address in found:
                continue
            citations = cited_by([FigureUse(figure, "")], names)
            if citations:
                found[figure.address] = CitationGroup(citations, gathered=True, where=table.where)
    return found


def cited_in_order(lines: Sequence[Sequence[Token]], citations: dict[str, CitationGroup]) -> tuple[str, ...]:
    """Keys of all references in the order in which a reader first meets them."""
    keys: dict[str, None] = {}
    for tokens in lines:
        for token in tokens:
            for group in _groups(token, citations):
                keys.update(dict.fromkeys(citation.key for citation in group.citations))
    return tuple(keys)


def _groups(token: Token, citations: dict[str, CitationGroup]) -> list[CitationGroup]:
    noun = token.meta.get("noun")
    if isinstance(noun, CitationGroup):
        return [noun]
    if isinstance(noun, Table):
        return [citations[figure.address] for figure in noun.figures if figure.address in citations]
    return [group for child in token.children or [] for group in _groups(child, citations)]
