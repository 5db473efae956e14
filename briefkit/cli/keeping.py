"""The pieces of a project that are kept between commands, by name."""

from collections.abc import Mapping
from dataclasses import replace
from zlib import crc32

from briefkit.cache.store import Store
from briefkit.load.files import FileRead
from briefkit.load.sorting import stem
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.evidence import Judged, Learnt
from briefkit.pipeline.options import Options
from briefkit.pipeline.stages import KeptBrief
from briefkit.render.compiled import COMPILED

BASE = "base"
"""Name of the piece that holds what concerns the base as a whole; names of its parts begin so, too."""
TEMPLATES = "templates"
"""Of that which holds the templates, made ready."""
_PARTS = 64
"""The base is kept in so many parts, so that of a large one little is put back when one file has changed."""
Part = Mapping[str, tuple[FileRead, Judged | None]]
"""Some files of the base as they were read, each with what the rules say of its record."""


def kept_base(store: Store) -> Learnt | None:
    """What an earlier run has learnt of the base; its templates are put back, too."""
    COMPILED.take(store.get(TEMPLATES) or {})
    whole = store.get(BASE)
    if not isinstance(whole, Learnt):
        return None
    files: dict[str, FileRead] = {}
    records: dict[str, Judged] = {}
    for name in store.names(f"{BASE} "):
        part: Part = store.get(name) or {}
        for file, (read, judged) in part.items():
            files[file] = read
            if judged is not None:
                records[stem(file)] = judged
    return replace(whole, loaded=replace(whole.loaded, files=files), records=records)


def _base(now: Learnt, before: Learnt) -> dict[str, object]:
    """The base, as far as it is another than before, in parts."""
    parts, earlier = _parts(now), _parts(before)
    both = {name: (parts.get(name, {}), earlier.get(name, {})) for name in sorted({*parts, *earlier})}
    changed: dict[str, object] = {name: part for name, (part, kept) in both.items() if not _same(part, kept)}
    if not changed and now.judged_from == before.judged_from:
        return {}
    return {**changed, BASE: replace(now, loaded=replace(now.loaded, files={}), records={})}


def _parts(learnt: Learnt) -> dict[str, Part]:
    found: dict[str, dict[str, tuple[FileRead, Judged | None]]] = {}
    for file, read in learnt.loaded.files.items():
        name = f"{BASE} {crc32(file.encode()) % _PARTS:02}"
        found.setdefault(name, {})[file] = (read, learnt.records.get(stem(file)))
    return dict(found)


def _same(one: Part, other: Part) -> bool:
    """Whether a part is the very one that was kept."""
    pairs = ((one[file], other[file]) for file in one if file in other)
    return one.keys() == other.keys() and all(mine is its for both in pairs for mine, its in zip(*both, strict=True))


def kept_briefs(store: Store, place: str, options: Options) -> dict[str, KeptBrief]:
    """What is kept of each brief that is wanted, as it was built for a place."""
    found = {slug: store.get(f"brief {place} {slug}") for slug in options.briefs}
    return {slug: one for slug, one in found.items() if isinstance(one, KeptBrief)}


def to_keep(checked: Checked, place: str, before: Learnt | None) -> dict[str, object]:
    """What to keep of a run: its briefs as they were made for a place, and the base as far as it is another than before."""
    pieces: dict[str, object] = {f"brief {place} {slug}": piece for slug, piece in checked.stages.pieces().items()}
    if (compiled := COMPILED.to_keep()) is not None:
        pieces[TEMPLATES] = compiled
    return pieces | _base(checked.evidence.learnt, before or Learnt())
