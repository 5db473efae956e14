"""From arguments to exit status: 0 fine, 1 the gate finds errors, 2 misused or not set up, 3 our own fault."""

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from briefkit.cli.arguments import Asked, read_arguments
from briefkit.cli.commands import command_of
from briefkit.cli.missing import what_is_missing
from briefkit.cli.project import Project, found_root
from briefkit.cli.screen import Screen, readable
from briefkit.cli.stop import Stop

INTERRUPTED = 130
SELDOM = (200_000, 5, 100)
"""How often to look for garbage that goes round in circles: a command makes little of it, and millions of things that stay."""


def main(
    argv: Sequence[str], root: Path | None = None, stdout: TextIO | None = None, stderr: TextIO | None = None
) -> int:
    """Do what the arguments ask for in the project at `root` (else the one that holds the current folder)."""
    screen = Screen(stdout or readable(sys.stdout), stderr or readable(sys.stderr))
    try:
        asked = read_arguments(argv)
    except Stop as stop:
        (screen.tell if stop.status else screen.say)(stop.words)
        return stop.status
    return _guarded(asked, root, screen)


def run() -> None:
    """What `build.py`, `briefkit` and `python -m briefkit` call."""
    gc.set_threshold(*SELDOM)
    sys.exit(main(sys.argv[1:], _root_from_script()))


def _root_from_script() -> Path | None:
    """The folder of `build.py`, when that was started: its project is the one it lies in."""
    script = Path(sys.argv[0])
    return script.resolve().parent if script.name == "build.py" else None


def _guarded(asked: Asked, root: Path | None, screen: Screen) -> int:
    """Run the command; whatever goes wrong, nobody who has not asked for it sees a traceback."""
    try:
        return command_of(asked.command)(asked, Project(root or found_root(Path.cwd())), screen)
    except Stop as stop:
        screen.progress("")
        screen.tell(stop.words)
        return stop.status
    except KeyboardInterrupt:
        screen.progress("")
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001  the outermost door: what comes here is our own fault
        screen.progress("")
        if asked.debug:
            screen.tell("".join(traceback.format_exception(fault)).rstrip())
        words = what_is_missing(fault)
        screen.tell(words or own_fault(fault, debug=asked.debug))
        return 2 if words else 3


def own_fault(fault: Exception, *, debug: bool) -> str:
    """One sentence for a mistake of ours, and how to see more."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}briefkit{os.sep}" in frame.filename] or frames
    place = f" ({Path(ours[-1].filename).name}, line {ours[-1].lineno})" if ours else ""
    said = " ".join(str(fault).split())[:200]
    words = f"briefkit itself has failed, not your files: {type(fault).__name__}{f': {said}' if said else ''}{place}."
    after = "The lines above show where." if debug else "Run the same command with --debug to see where."
    return f"{words}\n{after} Any output from before is unchanged."
