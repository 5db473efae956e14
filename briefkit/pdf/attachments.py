"""The data of its tables inside a PDF, as the associated files that PDF/A-3 is for: whoever has the PDF has the numbers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pikepdf

CSV = "text/csv"


class Attached(NamedTuple):
    """A file to go into a PDF."""

    name: str
    """`tables/programmes.csv`, as it lies beside the PDF."""
    data: bytes
    says: str
    """What it is, in words."""
    dated: str
    """The day that it is of, as in `2026-11-22`."""


def attach(pdf: "pikepdf.Pdf", files: Sequence[Attached]) -> None:
    """Put the files into the PDF, each said to be data that the document rests on."""
    import pikepdf  # noqa: PLC0415  heavy, loaded only when used

    for file in files:
        pdf.attachments[file.name] = pikepdf.AttachedFileSpec(
            pdf,
            file.data,
            filename=file.name,
            mime_type=CSV,
            description=file.says,
            mod_date=f"D:{file.dated.replace('-', '')}",
            relationship=pikepdf.Name.Data,
        )
    if files:
        pdf.Root.AF = pikepdf.Array([pdf.attachments[file.name].obj for file in files])
