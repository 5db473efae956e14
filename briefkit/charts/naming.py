"""Words that captions and names of pictures share."""

from collections.abc import Collection, Sequence


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name for a picture's CSV: the one wanted, with a number where the brief has that name already."""
    number, name = 1, wanted
    while name in taken:
        number, name = number + 1, f"{wanted}-{number + 1}"
    return name


def in_row(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def sentence(text: str) -> str:
    """The text with a capital letter to begin with."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """The text as it stands within a sentence: small, unless its first word is an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
