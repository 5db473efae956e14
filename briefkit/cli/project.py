"""The project that a command works on: its folder, and what lies in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefkit.cli.stop import stop

if TYPE_CHECKING:
    from briefkit.disk import Tree


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with evidence and briefs."""

    folder: Path | None
    """None when there is no project here; only commands that need one mind."""

    @property
    def root(self) -> Path:
        """The project's folder; ends the command when there is none."""
        if self.folder is None or not (self.folder / "evidence").is_dir():
            words = "there is no project here: neither this folder nor one above it holds an `evidence` folder"
            stop(f"{words}\nGo to the project's folder, the one with evidence/ and briefs/ in it, and try again.")
        return self.folder

    def tree(self) -> "Tree":
        """Everything that lies in the project, read."""
        from briefkit.disk import read_tree  # noqa: PLC0415  brings the YAML reader, which --help does without

        return read_tree(self.root)

    def out(self, name: str) -> Path:
        """The folder for output; ends the command when it would swallow what the briefs are made of."""
        root = self.root.resolve()
        try:
            out = (root / name).resolve() if not (root / name).is_symlink() else root / name
            out.is_dir()
        except (OSError, RuntimeError) as fault:  # RuntimeError: what `resolve` calls a ring of links
            stop(_no_folder(name, fault))
        ours = [root / top for top in ("evidence", "briefs", "templates", "briefkit", "tests", "docs", ".git", ".venv")]
        if root.is_relative_to(out) or any(out.is_relative_to(folder) for folder in ours):
            stop(f"--out: `{name}` holds the project's own files\nChoose a folder that holds nothing else.")
        return out


def _no_folder(name: str, fault: Exception) -> str:
    """What to say about a name that the system takes for no folder."""
    from briefkit.disk.faults import worded  # noqa: PLC0415  brings the YAML reader, which --help does without

    shown = name if len(name) <= 60 else name[:59] + "…"
    return f"--out: `{shown}` cannot be a folder: {worded(fault)}\nChoose another."


def found_root(start: Path) -> Path | None:
    """The nearest folder, from here upwards, that holds a project."""
    for folder in (start, *start.parents):
        if (folder / "evidence").is_dir() and (folder / "briefs").is_dir():
            return folder
    return None
