"""The one place that knows how to find and run pandoc, a program that comes with the optional extra `briefkit[pandoc]`.

It runs in its own sandbox, in an empty folder that goes away with it: it sees the text, the files handed in and nothing
else of this machine, not even what its owner has set for pandoc at home. Nothing reaches the network.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

WAY = 'install it with `pip install "briefkit[pandoc]"`'
"""What to do where there is no pandoc."""
PATIENCE = 60
"""Seconds after which a run has gone astray: the longest brief takes about one."""
_NONE: Mapping[str, bytes] = MappingProxyType({})


class PandocError(Exception):
    """Pandoc could not do what it was asked for. Its text is what pandoc said, on one line."""


def available() -> bool:
    """True where the extra `briefkit[pandoc]` is installed."""
    return _program() is not None


def pandoc(arguments: Sequence[str], text: str, files: Mapping[str, bytes] = _NONE) -> bytes:
    """What pandoc makes of a text, given its arguments without the program's name, as in `["-f", "html", "-t", "json"]`.

    `files` lie beside it by plain name, so that an argument such as `--csl=apa.csl` finds them. The same arguments, text
    and files give the same bytes on any day, as dates inside a document are those of the year 1980.
    Raises PandocError when pandoc is not there, refuses, or takes longer than `PATIENCE`.
    """
    program = _program()
    if program is None:
        message = f"pandoc is not installed: {WAY}"
        raise PandocError(message)
    with TemporaryDirectory(prefix="briefkit-") as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        return _run([program, "--sandbox", "--data-dir=.", *arguments, "-o", "-"], text, folder)


def _run(command: Sequence[str], text: str, folder: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  our own program, and no shell
            command,
            input=text.encode(),
            capture_output=True,
            cwd=folder,
            env=_surroundings(folder),
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        said = f"no answer within {PATIENCE} seconds" if isinstance(fault, subprocess.TimeoutExpired) else str(fault)
        raise PandocError(said) from None
    if done.returncode:
        raise PandocError(" ".join(done.stderr.decode(errors="replace").split()) or f"exit status {done.returncode}")
    return done.stdout


def _surroundings(folder: str) -> dict[str, str]:
    """The variables that pandoc sees: none of the owner's, and a day that never changes (the first that a zip can hold)."""
    needed = {name: os.environ[name] for name in ("SYSTEMROOT", "TMPDIR", "TEMP") if name in os.environ}
    return {**needed, "HOME": folder, "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "315532800"}


def _program() -> str | None:
    """The pandoc of the installed package, which is the same on every machine; never another that lies in the path."""
    found = find_spec("pypandoc")
    places = (found.submodule_search_locations or ()) if found else ()
    programs = (shutil.which(str(Path(place) / "files" / "pandoc")) for place in places)
    return next((program for program in programs if program), None)
