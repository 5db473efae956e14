"""Whether a document's front prints a title, as a title: on lines of its own and not in a sentence that cites it."""

import re
from enum import Enum

from briefkit.references.reference import Reference
from briefkit.sources.identity_front import Front
from briefkit.sources.letters import letters, places, words

LONG_WORDS = 4
"""Titles of fewer words than this that carry meaning are borne by many documents."""
NEAR = 400
"""Letters after the main title within which a subtitle with numbers must stand."""
_PARTS = re.compile(r"\s*(?::|\?|;|\.\s|\s[–—-]\s)\s*")
_SMALL_WORDS = """a an and as at by for from in into of on or the to with is are der die das und im von su fur mit ein eine
    le la les de des du et en un une og i af til het een van voor"""
_SMALL = frozenset(_SMALL_WORDS.split())


class TitleFound(Enum):
    """How a title stands in a document's front."""

    NO = 0
    SHORT = 1
    """It does, but it is so short, or so much of it is missing, that other documents may bear it."""
    LONG = 2


def find_title(front: Front, reference: Reference) -> TitleFound:
    """Whether the front prints the reference's title; its subtitle may be missing unless it holds numbers.

    Without the subtitle it counts as short: the same authors like to give two papers one main title.
    """
    whole = reference.title.strip().strip("[]")
    sub = reference.get("subtitle")
    main, _, rest = _parted(whole) if not sub else (whole, "", sub)
    if _stands(front, f"{whole} {sub}"):
        return _length(whole)
    if not rest or not _stands(front, main, closed=True):
        return TitleFound.NO
    if re.search(r"\d", rest) and not _follows(front, main, rest):
        return TitleFound.NO
    return TitleFound.SHORT


def _parted(title: str) -> tuple[str, str, str]:
    """Main title and subtitle."""
    match = _PARTS.search(title)
    return (title[: match.start()], match[0], title[match.end() :]) if match else (title, "", "")


def _length(title: str) -> TitleFound:
    carrying = [word for word in words(title) if word not in _SMALL]
    return TitleFound.LONG if len(carrying) >= LONG_WORDS else TitleFound.SHORT


def _stands(front: Front, title: str, *, closed: bool = False) -> bool:
    """Whether a title stands on lines of its own: it begins where a line begins and ends where one ends.

    A short tail (` | BBC News`, a mark of a footnote) may follow it, unless `closed`: then nothing may.
    """
    needle = letters(title)
    for at in places(needle, front.run):
        after = at + len(needle)
        ends = any(end in front.run.ends for end in range(after, after + (1 if closed else 30)))
        if at in front.run.starts and ends:
            return True
    return False


def _follows(front: Front, main: str, rest: str) -> bool:
    """Whether a subtitle stands soon after the main title."""
    first = letters(main)
    return any(letters(rest) in front.run.text[at : at + len(first) + NEAR] for at in places(first, front.run))
