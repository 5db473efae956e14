"""Which sources were read sentence by sentence, what came of it, and what is wrong with what their files say of it."""

from collections.abc import Iterator

from briefkit.coverage.covered import Coverage, coverage
from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.sources.opening import Opened, open_copy
from briefkit.sources.sought import sought_by_figures
from briefkit.values import Quote
from briefkit.yamlfile import place, read

_FIELD = "sentences_without_record"


def coverages(tree: Tree, library: Library) -> list[Coverage]:
    """Every source that gives reasons for sentences and of which a copy is here, in the order of keys."""
    quotes: dict[str, dict[str, Quote]] = {}
    wanted = {key for key, source in library.sources.items() if source.sentences_without_record}
    if not wanted:
        return []
    for one in sought_by_figures(library):
        for key in wanted.intersection(one.documents):
            quotes.setdefault(key, {})[one.shown] = one.quote
    found = []
    for key in sorted(wanted & tree.snapshots.keys()):
        opened = open_copy(key, tree.snapshots[key], library)
        if isinstance(opened, Opened):
            reasons = [(one.starts, one.reason) for one in library.sources[key].sentences_without_record]
            found.append(coverage(key, opened.document, quotes.get(key, {}), reasons))
    return found


def uncovered(tree: Tree, library: Library) -> Iterator[Problem]:
    """What is wrong with them: sentences of which nothing is said, and reasons that fit none or are not needed."""
    for one in coverages(tree, library):
        file = f"evidence/sources/{one.key}.yaml"
        node, _ = read(tree.texts.get(file, ""), file)
        for number, row in enumerate(one.silent[:_MOST]):
            more = (
                f", and so are {len(one.silent) - _MOST} more"
                if number == _MOST - 1 and len(one.silent) > _MOST
                else ""
            )
            message = f"sentence {row.sentence.number} of `{one.key}` (`{row.sentence.opening(6)}`) is quoted by no record and has no reason{more}"
            where = place(node, (_FIELD,), key=True) if node else Where(file)
            yield Problem(where, "sentence-without-record", message, _WAY)
        for number in one.astray:
            message = f"no sentence of `{one.key}` begins so"
            where = place(node, (_FIELD, number, "starts")) if node else Where(file)
            yield Problem(
                where, "reason-without-sentence", message, "copy the first words of the sentence as they are printed"
            )
        for number in one.needless:
            message = f"a record quotes this sentence of `{one.key}`, so it needs no reason"
            where = place(node, (_FIELD, number, "starts")) if node else Where(file)
            yield Problem(where, "reason-without-sentence", message, "take the entry out")


_MOST = 5
"""How many sentences of one source are named in one run."""
_WAY = "make a record of what it says, or add its first words and the reason why not to `sentences_without_record`"
