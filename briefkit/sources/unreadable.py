"""What comes of a file whose text cannot be had, and the bounds within which files are read."""

from dataclasses import dataclass

MOST_BYTES = 100_000_000
MOST_PAGES = 3_000
MOST_SIGNS = 10_000_000
"""A whole encyclopaedia; nobody quotes from more, and a machine should not choke on it."""
MOST_BLOCKS = 100_000
"""Paragraphs, lines or cells: a book has some thousands."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file from which no text can be taken."""

    message: str
    """The fact, in lower case: `the file is protected by a password`."""
    help: str
    """The way out, in plain words."""


def too_long() -> Unreadable:
    """For a text beyond the bounds."""
    return Unreadable(
        f"the file holds more than {MOST_SIGNS // 1_000_000} million characters of text",
        "keep only the part that is quoted from, as a PDF of its own",
    )


def too_many() -> Unreadable:
    """For a text in more pieces than are looked at."""
    return Unreadable(
        f"the file holds more than {MOST_BLOCKS:,} paragraphs, lines or cells",
        "keep only the part that is quoted from, as a PDF of its own",
    )
