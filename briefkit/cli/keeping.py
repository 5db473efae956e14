"""The pieces of a project that are kept between commands, by name."""

from briefkit.cache.store import Store
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.evidence import Evidence
from briefkit.pipeline.options import Options
from briefkit.pipeline.stages import KeptBrief
from briefkit.render.compiled import COMPILED

BASE = "base"
"""Name of the piece that holds the base as it was read and judged."""
TEMPLATES = "templates"
"""Of that which holds the templates, made ready."""


def kept_base(store: Store) -> Evidence | None:
    """The base as an earlier run has read and judged it; its templates are put back, too."""
    found = store.get(BASE)
    COMPILED.take(store.get(TEMPLATES) or {})
    return found if isinstance(found, Evidence) else None


def kept_briefs(store: Store, place: str, options: Options) -> dict[str, KeptBrief]:
    """What is kept of each brief that is wanted, as it was built for a place."""
    found = {slug: store.get(f"brief {place} {slug}") for slug in options.briefs}
    return {slug: one for slug, one in found.items() if isinstance(one, KeptBrief)}


def to_keep(checked: Checked, place: str) -> dict[str, object]:
    """What to keep of a run: its briefs as they were made for a place, and the base when that is another than before."""
    pieces: dict[str, object] = {f"brief {place} {slug}": piece for slug, piece in checked.stages.pieces().items()}
    if (compiled := COMPILED.to_keep()) is not None:
        pieces[TEMPLATES] = compiled
    return pieces | ({BASE: checked.evidence} if checked.evidence_is_new else {})
