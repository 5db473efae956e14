"""What tests of pictures share: a small base, what is drawn as plain text, and whether texts stand clear of each other."""

from collections import Counter
from pathlib import Path

from briefkit.charts.drawing import Drawing, Mark, Picture
from briefkit.charts.lettering import SIZES, box
from briefkit.library import Library
from briefkit.load import load
from briefkit.tables.table import Table

CHARTS = Path(__file__).parent / "charts"


def evidence() -> dict[str, str]:
    """The texts of the small base."""
    files = sorted(path for path in (CHARTS / "evidence").rglob("*") if path.is_file())
    return {path.relative_to(CHARTS).as_posix(): path.read_text("utf-8") for path in files}


def base(texts: dict[str, str] | None = None) -> Library:
    """The small base, or this one."""
    library, problems = load(texts or evidence())
    assert problems == []
    return library


def crowded(drawing: Drawing) -> list[str]:
    """What is wrong with the texts of a drawing: too small, over an edge, over another."""
    texts = [(mark.text, box(mark)) for mark in drawing.marks if mark.shape == "text"]
    out = [f"`{mark.text}` is too small" for mark in drawing.marks if mark.shape == "text" and SIZES[mark.kind] < 12]
    for text, one in texts:
        if (
            one.left < -0.01
            or one.right > drawing.width + 0.01
            or one.top < -0.01
            or one.bottom > drawing.height + 0.01
        ):
            out.append(f"`{text}` leaves the drawing: {one}")
    for number, (text, one) in enumerate(texts):
        out += [f"`{text}` lies over `{other}`" for other, two in texts[number + 1 :] if one.meets(two)]
    return out


def clipped(drawing: Drawing) -> list[Mark]:
    """Shapes that reach over an edge of their drawing."""
    return [mark for mark in drawing.marks if mark.shape != "text" and not _within(mark, drawing)]


def _within(mark: Mark, drawing: Drawing) -> bool:
    at = {name: float(value) for name, value in mark.at.items() if not isinstance(value, str)}
    points = [tuple(map(float, pair.split(","))) for pair in str(mark.at.get("points", "")).split()]
    points += [(at[x], at[y]) for x, y in (("x", "y"), ("x1", "y1"), ("x2", "y2")) if x in at]
    if "width" in at:
        points.append((at["x"] + at["width"], at["y"] + at["height"]))
    if "cx" in at:
        points += [(at["cx"] - at["r"], at["cy"] - at["r"]), (at["cx"] + at["r"], at["cy"] + at["r"])]
    return all(-0.01 <= x <= drawing.width + 0.01 and -0.01 <= y <= drawing.height + 0.01 for x, y in points)


def structure(table: Table) -> str:
    """A picture as plain text: caption, words, rows behind it, and what is drawn, without a single coordinate."""
    picture = table.picture
    assert picture is not None
    rows = [" | ".join([row.group, *(cell.text for cell in row.cells)]) for row in table.rows]
    parts = [f"caption: {table.caption}", f"alt: {picture.alt}", "behind it:", *(f"  {row}" for row in rows)]
    parts += [f"note: {note}" for note in table.notes]
    return "\n".join([*parts, *_drawn(picture)]).replace("\N{NO-BREAK SPACE}", " ") + "\n"


def _drawn(picture: Picture) -> list[str]:
    out = []
    for name, drawing in (("wide", picture.wide), ("narrow", picture.narrow)):
        kinds = Counter((mark.kind, mark.shape, _panel(mark)) for mark in drawing.marks if mark.shape != "text")
        out.append(f"{name}:")
        out += [f"  {count} {kind} {shape}{panel}" for (kind, shape, panel), count in sorted(kinds.items())]
        out += [f"  {mark.kind}: {mark.text}{_panel(mark)}" for mark in drawing.marks if mark.shape == "text"]
    return out


def _panel(mark: Mark) -> str:
    return f" -> {mark.figure.address}" if mark.figure else ""
