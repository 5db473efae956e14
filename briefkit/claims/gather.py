"""Puts the citations of figures at the end of each sentence, cell or list item, and makes a claim of it.

House style: citations stand right before the full stop, in one pair of brackets, whoever wrote them. A source that the
sentence cites by hand is not cited again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefkit.brief import CitationGroup, Claim, FigureUse, Plain
from briefkit.claims.flat import cut, flatten
from briefkit.claims.sentences import MARK, Sentence, sentences
from briefkit.claims.sources import cited_by
from briefkit.expressions.names import Names
from briefkit.problems import Where
from briefkit.prose.fill import shown_text
from briefkit.prose.token import Token

LONGEST_LABEL = 6
"""Words of a heading within a line."""
State = Literal["bound", "derived", "cited", "judgement", "method", "uncited"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where in a brief a text stands."""

    section: str = ""
    block: str = ""


def gather(tokens: Sequence[Token], names: Names, setting: Setting) -> tuple[list[Token], list[Claim]]:
    """The tokens of a paragraph with the citations that its figures need, and its claims."""
    done: list[Token] = []
    claims: list[Claim] = []
    rest, base = list(tokens), 0
    found = sentences(flatten(tokens).mask)
    for at, sentence in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        here, rest = cut(rest, flatten(rest), following.start - base) if following else (rest, [])
        inside = Sentence(sentence.start - base, sentence.stop - base, sentence.end - base)
        claim = _claim(here, inside, names, setting)
        claims += [claim] if claim else []
        done += _with_citations(here, inside, names)
        base = following.start if following else base
    return [*done, *rest], claims


def gather_cell(tokens: Sequence[Token], names: Names) -> list[Token]:
    """The tokens of a table cell with what its figures need at its end, however many sentences it holds."""
    flat = flatten(tokens)
    end = len(flat.text.rstrip())
    whole = sentences(flat.mask[:end])
    return _with_citations(list(tokens), Sentence(0, whole[-1].stop, end), names) if whole else list(tokens)


def _with_citations(tokens: list[Token], sentence: Sentence, names: Names) -> list[Token]:
    """The tokens of one sentence, its citations in their place."""
    by_hand = {citation.key for group in _groups(tokens) for citation in group.citations}
    needed = [citation for citation in cited_by(uses(tokens), names) if citation.key not in by_hand]
    before, after = cut(tokens, flatten(tokens), sentence.stop)
    while after and after[0].nesting < 0:
        before.append(after.pop(0))
    ending, after = cut(after, flatten(after), sentence.end - sentence.stop)
    moved = [token.meta["noun"] for token in ending if _in_brackets(token)]
    if not needed and not moved:
        return tokens
    last = _last(before)
    groups = [*([before[last].meta["noun"]] if last is not None else []), *moved]
    citations = [citation for group in groups for citation in group.citations]
    where: Where = groups[0].where if groups else before[-1].meta["where"]
    group = CitationGroup(tuple(dict.fromkeys([*citations, *needed])), gathered=not groups, where=where)
    mark = Token("citation", "", 0, meta={"noun": group, "where": where})
    if last is not None:
        return [*before[:last], mark, *before[last + 1 :], *_without_marks(ending), *after]
    return [*before, Token("text", "", 0, content=" ", meta={"where": where}), mark, *_without_marks(ending), *after]


def _without_marks(ending: Sequence[Token]) -> list[Token]:
    """What is left of a sentence's end when its citations have moved: the blanks before them go too."""
    kept: list[Token] = []
    for token in ending:
        if not _in_brackets(token):
            kept.append(token)
        elif kept and kept[-1].type == "text":
            kept[-1] = replace(kept[-1], content=kept[-1].content.rstrip())
        elif kept and kept[-1].type == "softbreak":
            kept.pop()
    return [token for token in kept if token.content or token.type != "text"]


def _last(tokens: Sequence[Token]) -> int | None:
    """Number of the citation in brackets with which a sentence ends already; None when it ends otherwise."""
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        if _in_brackets(token):
            return number
        if token.nesting == 0 and (token.type != "text" or token.content.strip()):
            return None
    return None


def _in_brackets(token: Token) -> bool:
    noun = token.meta.get("noun")
    return isinstance(noun, CitationGroup) and noun.form == "parenthetical"


def uses(tokens: Sequence[Token]) -> tuple[FigureUse, ...]:
    """The figures among tokens."""
    return tuple(noun for token in tokens if isinstance(noun := token.meta.get("noun"), FigureUse))


def _groups(tokens: Sequence[Token]) -> tuple[CitationGroup, ...]:
    return tuple(noun for token in tokens if isinstance(noun := token.meta.get("noun"), CitationGroup))


def _claim(tokens: Sequence[Token], sentence: Sentence, names: Names, setting: Setting) -> Claim | None:
    """What a sentence claims; None of one without words."""
    flat = flatten(tokens)
    text = " ".join(flat.text[sentence.start : sentence.end].replace(MARK, "").split())
    for mark in ".,;:!?":
        text = text.replace(f" {mark}", mark)
    if not any(character.isalnum() for character in text) or _is_label(tokens, text):
        return None
    first = next(token for token in tokens if "where" in token.meta and (token.type != "text" or token.content.strip()))
    return claim_of(text, tokens, names, setting, first.meta["where"])


def _is_label(tokens: Sequence[Token], text: str) -> bool:
    """Whether a sentence is a heading within a line (`**Crime.**`): a few words, all bold, that rest on nothing."""
    depth = 0
    for token in tokens:
        depth += token.nesting if token.tag == "strong" else 0
        if not depth and shown_text(token).strip():
            return False
        if "noun" in token.meta:
            return False
    return len(text.split()) <= LONGEST_LABEL


def claim_of(text: str, tokens: Sequence[Token], names: Names, setting: Setting, where: Where) -> Claim:
    """The claim that tokens make together."""
    figures = uses(tokens)
    by_hand = tuple(citation for group in _groups(tokens) for citation in group.citations if not group.gathered)
    keys = {citation.key for citation in by_hand}
    citations = (*by_hand, *(citation for citation in cited_by(figures, names) if citation.key not in keys))
    state = state_of(figures, bool(by_hand), setting.block)
    return Claim(
        text=text,
        state=state,
        figures=figures,
        citations=citations,
        plains=tuple(noun for token in tokens if isinstance(noun := token.meta.get("noun"), Plain)),
        section=setting.section,
        block=setting.block,
        where=where,
    )


def state_of(figures: Sequence[FigureUse], cited: bool, block: str) -> State:
    """What a claim rests on."""
    if block == "judgement":
        return "judgement"
    if figures and not cited and all(use.figure.local == "given" for use in figures):
        return "judgement"
    if figures:
        return "derived" if all(use.figure.derivation for use in figures) else "bound"
    if cited:
        return "cited"
    return "method" if block == "method" else "uncited"
