"""What `uses` and `reads` answer from: the base and its briefs, read but not judged."""

from collections.abc import Collection, Sequence

from briefkit.brief import Brief
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.disk import Tree
from briefkit.library import Library
from briefkit.pipeline.reading import brief_files, read_library, unread_briefs
from briefkit.read_brief import read
from briefkit.reader import Query, Reader


def base_of(tree: Tree) -> Library:
    """The evidence base, with whatever could be read of it."""
    return read_library(tree)[0]


def briefs_of(tree: Tree, library: Library, slugs: Sequence[str]) -> dict[str, tuple[Brief, tuple[Query, ...]]]:
    """Those of the briefs that can be read, by slug, each with every question that its reading has asked the base."""
    files = brief_files(tree)
    found: dict[str, tuple[Brief, tuple[Query, ...]]] = {}
    for slug in (slug for slug in slugs if slug in files):
        reader = Reader(library)
        brief, _ = read(tree.texts[files[slug]], files[slug], reader, {})
        if brief is not None:
            found[slug] = (brief, tuple(reader.asked))
    return found


def tell_unread(tree: Tree, library: Library, briefs: Collection[str], screen: Screen) -> None:
    """Say what could not be looked at, as somebody may count on the answer being whole."""
    unread = sorted({*brief_files(tree), *unread_briefs(tree)} - set(briefs)) + sorted(library.broken)
    if unread:
        screen.tell(f"left out because of mistakes in them: {', '.join(unread)}; `{PROGRAM} check` shows what is wrong")


def refuse_github(form: str, command: str) -> None:
    """End the command when it was asked for a form that has no sense here."""
    if form == "github":
        stop(f"--format: `github` is for problems alone: `{command}` prints `text` or `json`")
