"""Lists to tags: each item its label and its body, so that a listener is told how many there are and which this is.

Notes below a table and entries of the list of references are items of lists, and say besides what they are.
"""

from briefkit.pdf.shaping import BLOCKS, Shaper, paragraphs
from briefkit.pdf.structure import Kid, Mark, Part, Tag

LABEL = "label"
"""Class of the number that stands before an item where the page itself writes it."""
CONTENTS = "contents"
"""Class of a `nav` that lists the sections of the page."""
NOTES = "table-notes"
"""Class of a list whose items are notes."""


def listed(shaper: Shaper, part: Part, language: str) -> list[Kid]:
    """The tag of `ul` and `ol`."""
    items = [kid for kid in shaper.kids(part, language) if isinstance(kid, Tag) and kid.kind == "LI"]
    if NOTES in part.classes:
        for one in items:
            one.kids[-1:] = [_note(shaper, one.kids[-1])]
    labelled = any(isinstance(kid, Tag) and kid.kind == "Lbl" for one in items for kid in one.kids)
    numbering = ("Decimal" if part.name == "ol" else "Disc") if labelled else "None"
    return _list(items, numbering)


def described(shaper: Shaper, part: Part, language: str) -> list[Kid]:
    """The tag of `dl`: each term is the label of what is said of it."""
    items: list[Tag] = []
    for kid in shaper.kids(part, language):
        if isinstance(kid, Tag) and kid.kind == "Lbl":
            items.append(Tag("LI", [kid]))
        elif isinstance(kid, Tag) and kid.kind == "LBody":
            items = items or [Tag("LI")]
            items[-1].kids.append(kid)
    return _list(items, "None")


def contents(shaper: Shaper, part: Part, language: str) -> list[Kid]:
    """The tag of `nav`: in a list of contents, each entry refers to its section."""
    kids = paragraphs(shaper.kids(part, language))
    if CONTENTS in part.classes:
        kids = [_entries(kid) if isinstance(kid, Tag) and kid.kind == "L" else kid for kid in kids]
    return [Tag("Sect", kids)] if kids else []


def _entries(made: Tag) -> Tag:
    """A list as a list of contents."""
    items = [one for one in made.kids if isinstance(one, Tag)]
    bodies = [body.kids for one in items for body in one.kids if isinstance(body, Tag) and body.kind == "LBody"]
    return Tag("TOC", [Tag("TOCI", [Tag("Reference", body)]) for body in bodies])


def item(shaper: Shaper, part: Part, language: str) -> list[Kid]:
    """The tag of `li`."""
    markers = [kid for kid in part.parts() if kid.pseudo == "marker"]
    part.kids = [kid for kid in part.kids if kid not in markers]
    written = None if markers else _written_label(part)
    labels = [kid for one in [*markers, *([written] if written else [])] for kid in shaper.shaped(one, language)]
    body = flowing(shaper.kids(part, language))
    kids: list[Kid] = [Tag("Lbl", labels)] if labels else []
    return [Tag("LI", [*kids, Tag("LBody", body)])] if body or kids else []


def term(shaper: Shaper, part: Part, language: str) -> list[Kid]:
    """The tag of `dt`."""
    kids = shaper.kids(part, language)
    return [Tag("Lbl", kids)] if kids else []


def description(shaper: Shaper, part: Part, language: str) -> list[Kid]:
    """The tag of `dd`."""
    kids = flowing(shaper.kids(part, language))
    return [Tag("LBody", kids)] if kids else []


def flowing(kids: list[Kid]) -> list[Kid]:
    """What an item or a cell holds: text as it is where that is all, else text in paragraphs beside the rest."""
    made = paragraphs(kids)
    only = made[0] if len(made) == 1 else None
    return only.kids if isinstance(only, Tag) and only.kind == "P" and only not in kids else made


def _list(items: list[Tag], numbering: str) -> list[Kid]:
    return [Tag("L", [*items], attributes={"O": "List", "ListNumbering": numbering})] if items else []


def _note(shaper: Shaper, body: Kid) -> Kid:
    kids: list[Kid] = body.kids if isinstance(body, Tag) else [body]
    return Tag("LBody", [Tag("Note", kids, id=f"note-{shaper.number()}")])


def _written_label(part: Part) -> Part | None:
    """The label that stands at the very beginning of an item, taken out of it."""
    for place, kid in enumerate(part.kids):
        if isinstance(kid, Mark) and kid.blank:
            continue
        if not isinstance(kid, Part):
            return None
        if LABEL in kid.classes:
            del part.kids[place]
            return kid
        return _written_label(kid) if kid.name in BLOCKS else None
    return None
