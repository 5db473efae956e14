"""Marks of what the files of a project hold, by which it is known whether they still hold the same."""

from collections.abc import Iterable
from hashlib import blake2b

from briefkit.disk import Tree
from briefkit.pipeline.reads import looks_of
from briefkit.problems import Problem


def text_mark(text: str) -> bytes:
    """A mark of one text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).digest()


def mark_of(*parts: object) -> bytes:
    """A mark of several things whose `repr` tells all about them."""
    return text_mark("\0".join(map(repr, parts)))


def evidence_marks(tree: Tree) -> dict[str, bytes]:
    """A mark of each file of the base, settings and stored copies included, and of why the others cannot be read."""
    marks = {path: text_mark(text) for path, text in tree.texts.items() if _of_base(path)}
    for copy in tree.snapshots.values():
        data = copy.read()
        marks[copy.file] = (
            text_mark(repr(data)) if isinstance(data, Problem) else blake2b(data, digest_size=20).digest()
        )
    return marks | {repr(problem): b"" for problem in tree.problems}


def looks_mark(tree: Tree) -> bytes:
    """A mark of the templates, style sheets, fonts and pictures of pages."""
    texts = ((path, text_mark(tree.texts[path])) for path in looks_of(tree))
    binaries = ((path, blake2b(data, digest_size=20).digest()) for path, data in tree.binaries.items())
    return _joined([*texts, *binaries])


def _of_base(path: str) -> bool:
    return path.startswith("evidence/") or "/" not in path


def _joined(marks: Iterable[tuple[str, bytes]]) -> bytes:
    return mark_of(sorted(marks))
