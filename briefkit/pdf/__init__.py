"""The prints: a print page to a PDF that can be read aloud, kept for decades, and taken apart again for its tables.

printer.py lays the page out, with WeasyPrint. Its own tags lack what readers of tables, links and lists need, and a table
that goes over a page falls into several, since they are made box by box; here they are made anew from the same boxes,
element by element (reading.py), shaped as PDF wants them (shaping.py, lists.py, tables.py), and written (writing.py).
marks.py and attachments.py finish the file, with pikepdf.
"""

from briefkit.pdf.attachments import Attached
from briefkit.pdf.printer import to_pdf

__all__ = ["Attached", "to_pdf"]
