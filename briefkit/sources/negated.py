"""A negation or a doubt that stands before or after some words, and turns round what they say.

`no evidence that heroin reduced crime` holds the words `heroin reduced crime`; whoever quotes those alone says the opposite.
"""

from briefkit.sources import loaded_words
from briefkit.sources.context import begins
from briefkit.sources.tokens import Tokens

Run = tuple[int, int]
_PHRASES = frozenset(loaded_words.NEGATING_PHRASES)
_FARTHEST = 9
"""Tokens before a `that` in which what it hangs on is looked for."""
_LATE = loaded_words.words("nicht nie niemals niet nooit ikke aldri aldrig inte ej pas jamais cannot")
_INTERJECTED = loaded_words.words("however therefore though thus jedoch aber cependant toutefois dog imidlertid echter")
"""What stands between two commas and changes nothing: `did not, however, differ`."""
_CLAUSES = loaded_words.words("that dass daß dat que qu'")
"""What joins a clause to the words that it hangs on. Danish and Norwegian `at` is English too, and taken below."""
_OPEN = loaded_words.words("whether ob hvorvidt huruvida")
"""What makes a question of the words after it."""
_DOUBTING = loaded_words.words(
    "little limited insufficient false untrue unlikely doubtful unclear uncertain unproven deny denies denied denying doubt "
    "doubts doubted dispute disputes disputed refute refutes refuted reject rejects rejected myth wenig unklar bestreitet "
    "bestritt weinig onduidelijk lidt litet peu"
)
"""What, before a clause, says that it is not so, or that nobody knows; besides the negations."""


def negation_before(tokens: Tokens, at: int, lang: str) -> Run | None:
    """A negation before a token, with nothing but small words between."""
    start, steps = at - 1, 0
    while steps < 3 and (step := _small(tokens, start, lang)):
        start, steps = start - step, steps + 1
    if tokens.kinds[start] != "word":
        return None
    if _phrase(tokens, start - 1, start + 1) in _PHRASES:
        return start - 1, start + 1
    if tokens.kinds[at] == "number" and tokens.keys[start].casefold() == "no":
        return None  # the number of something: `article no 5`
    return (start, start + 1) if loaded_words.negates(tokens.keys[start], lang) else None


def _small(tokens: Tokens, at: int, lang: str) -> int:
    """How many tokens, ending with this one, can stand between a negation and what it turns round; 0 for none."""
    word = tokens.keys[at].casefold()
    if word == "," and tokens.keys[at - 2] == "," and tokens.keys[at - 1].casefold() in _INTERJECTED:
        return 3
    if _phrase(tokens, at - 1, at + 1) in _PHRASES or loaded_words.negates(word, lang):
        return 0
    return int(word in loaded_words.BETWEEN or (len(word) > 4 and word.endswith("ly")))


def doubt_before(tokens: Tokens, at: int, lang: str) -> Run | None:
    """What a clause hangs on that is said not to be so, or is asked: `no evidence that`, `whether`."""
    joint = at - 1
    if tokens.keys[joint].casefold() in _OPEN:
        return joint, at
    if not _joins(tokens, joint, lang):
        return None
    for number in range(joint - 1, max(joint - 1 - _FARTHEST, 0), -1):
        word = tokens.keys[number].casefold()
        negated = loaded_words.negates(tokens.keys[number - 1], lang)
        if tokens.kinds[number] in {"end", "mark", "quote"} or (negated and word in {"only", "doubt"}):
            return None  # another clause; or `not only that`, `no doubt that`
        if word in _DOUBTING or loaded_words.negates(word, lang):
            return number, at
        if begins(tokens, number):
            return None
    return None


def _joins(tokens: Tokens, at: int, lang: str) -> bool:
    word = tokens.keys[at].casefold()
    return word in _CLAUSES or (word in {"at", "att"} and loaded_words.language(lang) in {"da", "no", "sv"})


def negation_after(tokens: Tokens, end: int, lang: str) -> Run | None:
    """A negation directly after the last word, as it stands in `sank jedoch | nicht`."""
    alone = tokens.kinds[end] == "word" and tokens.keys[end].casefold() in {"not", "never", *_LATE}
    return (end, end + 1) if alone and loaded_words.negates(tokens.keys[end], lang) else None


def _phrase(tokens: Tokens, start: int, end: int) -> str:
    return " ".join(tokens.keys[max(start, 0) : end]).casefold()
