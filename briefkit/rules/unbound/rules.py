"""The rules about what rests on nothing: numbers of a brief, its quotations."""

from collections import defaultdict
from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.unbound.judge import Unbound, quoted_from, unbound
from briefkit.rules.unbound.passages import FIGURE, MARK, OTHER, Passage, passages
from briefkit.rules.unbound.quoted import FEWEST, answered, folded, nearest, runs

_SMALL_WORDS = frozenset("a an and as at by for from in of on or the to with".split())  # noqa: SIM905  a list of words reads best as words
_NAME_WAY = "a name or a law's article that holds a digit belongs into `evidence/terms.yaml`, under `names:`"


def unbound_number(brief: Brief, library: Library) -> Iterator[Problem]:
    """A digit or number word that rests on nothing."""
    for found in unbound(brief, library):
        yield Problem(found.where, "unbound-number", message_of(found), way_out(found))


def message_of(found: Unbound) -> str:
    """What is wrong with one number."""
    if found.why == "date":
        return f"`{found.text}` is bound to nothing, and no figure or source of its paragraph carries that date"
    return f"`{found.text}` is bound to nothing"


def way_out(found: Unbound) -> str:
    """What to do about one number: bind it to a figure of the same value, or say why it has none."""
    plain = f'`{{{{ plain("{found.text}", why="...") }}}}`'
    if found.candidates:
        first, *others = (f"`{one.written}`" for one in found.candidates)
        rest = f", or {' or '.join(others)}" if others else ""
        rest += ", or let `check --fix` do it, where nothing speaks against it" if found.fix else ""
        return f"write {first}{rest}; if it is none of these, record it as a figure, or write {plain}"
    if found.why == "name":
        return f"{_NAME_WAY}; else write {plain}"
    if found.why == "date":
        return f"cite in this paragraph the source that says it, bind a figure of that date, or write {plain}"
    first = "no figure of this brief has it: record one with its source (docs/editing-evidence.md) and bind it"
    return f"{first}, or write {plain}; {_NAME_WAY}"


def _titles(library: Library) -> dict[str, None]:
    """The titles of all references, as words are compared."""
    return dict.fromkeys(folded(reference.title) for reference in library.references.values())


def quotation_uncited(brief: Brief, library: Library) -> Iterator[Problem]:
    """Words in quotation marks for which neither a citation's words nor a figure answers."""
    groups: dict[int, list[Passage]] = defaultdict(list)
    found = passages(brief)
    for passage in found:
        groups[passage.group].append(passage)
    titles = library.gathered(_titles)
    for passage in found:
        sources = quoted_from(groups[passage.group])
        for run in runs(passage.text):
            bare = passage.text[run.start : run.end]
            words = passage.read(run.start, run.end)
            if not _quotes(bare) or folded(words) in titles or answered(words, sources):
                continue
            shown = words if len(words) <= 60 else words[:59].rstrip() + "…"
            way = (
                'put the words into the citation, `[@key, "words"]`, so that they are looked up; or take the marks away'
            )
            message = f"no citation answers for the words `{shown}`"
            if near := nearest(words, sources):
                message = f"`{shown}` are not the words of the source: the citation here has `{near}`"
                way = "quote what the source says, word for word; where the words cited are wrong, mend those"
            yield Problem(passage.where(run.start, run.end), "quotation-uncited", message, way)


def _quotes(bare: str) -> bool:
    """Whether words in quotation marks are somebody's: neither a figure, nor a word or two, nor a title or name."""
    if FIGURE in bare and not any(character.isalnum() for character in bare):
        return False
    words = bare.replace(FIGURE, " ").replace(MARK, " ").replace(OTHER, " ").split()
    if len(words) < FEWEST:
        return False
    telling = [word for word in words if word[:1].isalpha() and word.casefold() not in _SMALL_WORDS]
    return any(word[:1].islower() for word in telling)
