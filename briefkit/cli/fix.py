"""`check --fix`: binds the bare numbers of briefs that exactly one figure can mean, and shows each change."""

from collections.abc import Callable
from pathlib import Path

from briefkit.cli.stop import stop
from briefkit.disk import Tree, replace_as_read
from briefkit.library import Library
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files, read_library
from briefkit.rules.fixes import fixed


def fix(root: Path, tree: Tree, options: Options, tell: Callable[[str], None]) -> int:
    """Write the briefs that are wanted anew, each whole or not at all; how many numbers were bound."""
    library, _ = read_library(tree)
    files = brief_files(tree)
    wanted = {files[slug]: tree.texts[files[slug]] for slug in options.briefs if slug in files}
    return sum(_one(root, file, text, library, tell) for file, text in wanted.items())


def _one(root: Path, file: str, text: str, library: Library, tell: Callable[[str], None]) -> int:
    done = fixed(text, file, library)
    if not done.edits:
        return 0
    if why := replace_as_read(root, file, text, done.text):
        stop(f"`{file}` was left as it is: {why}\nNothing of it was changed; put that right and run this again.")
    for edit in done.edits:
        tell(f"{file}:{edit.line}: {edit.old} -> {edit.new}")
    return len(done.edits)


def bound_line(count: int) -> str:
    """What was done, in a line."""
    if not count:
        return "no number was bound: one is, where exactly one figure fits and the brief names or uses its record elsewhere"
    return (
        f"{count} number{'s' if count != 1 else ''} bound; read each of them again, since only you know what is meant"
    )
