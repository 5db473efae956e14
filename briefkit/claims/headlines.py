"""Which titles, questions and headings claim something, so that a reviewer judges them like any sentence.

A title is read before all else and remembered longest. One that names a subject (`What it costs`) claims nothing; one that
shows a figure, holds a number or says that something is so (`Clinics cut crime`) does.
"""

import re
from collections.abc import Sequence

from briefkit.brief import Claim
from briefkit.claims.flat import flatten
from briefkit.claims.gather import Setting, claim_of
from briefkit.claims.sentences import MARK
from briefkit.expressions.names import Names
from briefkit.prose.token import Token
from briefkit.values.number_words import NUMBER_WORDS

_NUMBER = re.compile(r"\d")
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|cannot|will|would|should|must|may|might|does|do|did|needs?|works?|worked|"
    r"cuts?|reduces?|reduced|lowers?|lowered|raises?|raised|increases?|increased|improves?|improved|prevents?|prevented|"
    r"saves?|saved|helps?|helped|harms?|harmed|falls?|fell|rises?|rose|shows?|showed|keeps?|kept|leads?|led|fails?|failed|"
    r"pays?|paid|doubles?|doubled|halves?|halved|causes?|caused|beats?)\b",
    re.IGNORECASE,
)
"""Words that make a statement of a line, as a headline uses them."""
_ASKED = re.compile(r"(?:^|[:,;–—])\W*(?:what|when|where|who|how|why|which|whether)\b|[?]\W*$", re.IGNORECASE)


def headline_claims(tokens: Sequence[Token], names: Names, setting: Setting) -> list[Claim]:
    """The claim that a title, question or heading makes; none when it is a label, or only asks."""
    if not tokens:
        return []
    text = " ".join(flatten(tokens).text.replace(MARK, "").split())
    if not any("noun" in token.meta for token in tokens) and not _says_something(text):
        return []
    return [claim_of(text, tokens, names, setting, tokens[0].meta["where"])]


def _says_something(text: str) -> bool:
    words = re.findall(r"[^\W\d]+", text.casefold())
    counted = NUMBER_WORDS - {"one"}
    if _NUMBER.search(text) or any(word in counted for word in words):
        return True
    return bool(len(words) > 2 and _SAYS.search(text) and not _ASKED.search(text))
