"""The words and numbers of a quotation in a row, for comparing two quotations of one sentence."""

import re

_TOKEN = re.compile(r"\d+(?:[.,·’'\u00a0\u202f]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%£€$<>=+]")
_EVEN = str.maketrans({"’": "'", "·": ".", "\u00a0": " ", "\u202f": " "})


def words_of(text: str) -> tuple[str, ...]:
    """The words, numbers and signs of a text in lower case, without punctuation."""
    return tuple(_TOKEN.findall(text.translate(_EVEN).casefold()))
