"""What a page of paper can hold of a picture."""

from briefkit.charts.drawing import Picture
from briefkit.tables.fault import Fault

TALLEST = 1000.0
"""How tall a picture may be, in its units: the looks shrink it to the room on a page (205 mm), and past this its text would be too small."""


def too_tall(picture: Picture, way: str) -> list[Fault]:
    """The fault of a picture that would be cut at the foot of a page."""
    if picture.wide.height <= TALLEST:
        return []
    return [Fault(rule="table-argument", message="this picture would be taller than a page", help=way)]
