"""Whether a sentence goes against the words of its own sources: a `not` left out, a direction turned, a significance added."""

import re
from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.rules.framing_companions import DENIED, NOT_SIGNIFICANT
from briefkit.rules.wording import UNCLAIMED, Mark, Said, said
from briefkit.rules.wording_results import comparisons, inputs_of, is_finding, shows_no_effect
from briefkit.values import Words

_DENIES = re.compile(r"\b(?:no|not|never|neither|nor|cannot|fail(?:s|ed)?\s+to)\b|n[’']t\b", re.IGNORECASE)
_CLEAR_WHETHER = re.compile(r"^\s*(?P<told>it\s+(?:is|was)\s+(?:clear|known|certain)\s+whether)\b", re.IGNORECASE)
_WHETHER_CLEAR = re.compile(
    r"\s*whether\b[^,;:]*\s(?P<told>(?:is|was)\s+(?:clear|known|certain))\s*\.?\s*", re.IGNORECASE
)
"""What is left of `it is not clear whether` when its `not` is lost."""
_ANY_DENIAL = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nobody|nothing|nowhere|without|cannot|few|fewer|little|less|least|hardly|barely|scarcely|"
    r"only|alone|alike|both|level|constant|steady|stable|bad|badly|ill|sick|all|same|equal\w*|similar\w*|even|still|yet|too|other|others|except|besides|beyond|instead|rather|despite|although|"
    r"though|but|however|unlike|rarely|seldom|open|short|low|lower|worse|weak|small|poor\w*|against|whether|if|question\w*|doubt\w*|"
    r"(?:un|dis|mis|non)\w{3,}|in(?:ability|adequa|conclus|consist|differ|effect|suffic|valid)\w*|im(?:possib|precis|probab)\w*|"
    r"(?:fail|lack|stop|end|refus|reject|den[yi]|exclud|prevent|avoid|miss|absen|resist|drop|lost|los[et]|los|declin|ceas|quit|"
    r"untreat|oppos|criticis|ruled|wrong|difficult|hard|problem|limit|struggl|leav|left|withdr|forb|ban|prohib|illegal|free)\w*)\b"
    r"|n[’']t\b|\w+less\b",
    re.IGNORECASE,
)
"""Every way to say no, as far as a list can go: where one of these stands, nobody is blamed for a lost `not`."""
_SIGNIFICANCE = re.compile(
    r"\bsignificantly\s+(?:more|less|fewer|higher|lower|better|worse|greater|larger|smaller|longer|shorter|reduced?|increased?|"
    r"improved|rose|fell|differ\w*|cheaper|safer)\b|\b(?:differed|fell|rose|improved|increased|decreased)\s+significantly\b"
    r"|\bstatistically\s+significant(?:ly)?\b|\bsignificant\s+difference\b|\bdifference\s+(?:was|is)\s+significant\b",
    re.IGNORECASE,
)
_TESTED = re.compile(
    r"signifi[ck]|\bp\s?[-<=>≤]|\bp\s?value|\bCI\b|\bconfidence\b|\binterval\b|\d\s*(?:[-–]|to)\s*\d+[.·]\d",
    re.IGNORECASE,
)
"""How a source says that it has tested a difference."""
_UPWARDS = re.compile(
    r"\b(?:rose|rises?|risen|increas\w*|grew|grown|higher|more|greater|larger|extra|additional|raised|climbed|improv\w*)\b",
    re.IGNORECASE,
)
_DOWNWARDS = re.compile(
    r"\b(?:fell|falls?|fallen|decreas\w*|reduc\w*|declin\w*|dropp?e?d?|lower\w*|less|fewer|smaller|sav(?:es?|ed|ings?)|cut)\b",
    re.IGNORECASE,
)
_ROSE = re.compile(r"\b(?:rose|risen|increased|grew|grown|climbed)\b", re.IGNORECASE)
_FELL = re.compile(r"\b(?:fell|fallen|decreased|declined|dropped)\b", re.IGNORECASE)
_TREND_UP = re.compile(
    r"\b(?:rose|rises?|risen|increas\w*|grew|grown|raised|climbed|improv\w*|gain\w*)\b", re.IGNORECASE
)
_TREND_DOWN = re.compile(r"\b(?:fell|falls?|fallen|decreas\w*|reduc\w*|declin\w*|dropp?e?d?)\b", re.IGNORECASE)
_LIMITS = re.compile(r"\b(?:lower|upper)\s+(?:\d+\s?%\s+)?(?:confidence\s+)?(?:limits?|bounds?)\b", re.IGNORECASE)
_MORE = re.compile(r"\s+(?P<up>more|higher|extra|dearer)\b|\s+(?P<down>less|lower|fewer|cheaper)\b", re.IGNORECASE)


def negation_dropped(brief: Brief, _library: Library) -> Iterator[Problem]:
    """A citation whose words say `not`, in a sentence that denies nothing."""
    for sentence in said(brief):
        if sentence.text.rstrip().endswith("?"):
            continue
        if settled := _settled(sentence.own):
            told = " ".join(settled["told"].split())
            message = f"`{told}` goes with `whether`, which leaves the question open, only where it is denied"
            way = "put the `not` back, or say what the answer is"
            yield Problem(sentence.place(*settled.span("told")), "negation-dropped", message, way)
            continue
        if sentence.block in UNCLAIMED or _ANY_DENIAL.search(sentence.text):
            continue
        for citation in sentence.by_hand:
            found = _DENIES.search(citation.words)
            if found:
                message = f"the words cited say `{found.group()}`, and this sentence denies nothing"
                way = "say what the source says, with its `not`; or cite the words that bear the sentence"
                yield Problem(citation.where, "negation-dropped", message, way)


def _settled(text: str) -> re.Match[str] | None:
    """Where a text calls clear or known whether something is so, without saying what the answer is."""
    found = _CLEAR_WHETHER.search(text)
    if found is None and not _DENIES.search(text):
        found = _WHETHER_CLEAR.fullmatch(text)
    return found


def significance_unfounded(brief: Brief, library: Library) -> Iterator[Problem]:
    """`Significantly more`, of figures whose sources are nowhere said to have tested the difference."""
    for sentence in said(brief):
        if sentence.block in UNCLAIMED or sentence.text.rstrip().endswith("?"):
            continue
        found = _SIGNIFICANCE.search(sentence.own)
        figures = [mark.use.figure for mark in sentence.marks if is_finding(mark.use.figure, library)]
        if not found or not figures or DENIED.search(sentence.own[: found.start()]):
            continue
        cited = [citation.words for citation in sentence.by_hand]
        if any(map(_TESTED.search, cited)) or any(_tested(figure, library) for figure in figures):
            continue
        if any(_quoted(figure) and NOT_SIGNIFICANT.search(_quoted(figure)) for figure in figures):
            continue  # told by another rule
        message = f"`{found.group()}`: neither the words quoted for these figures nor a recorded test says so"
        way = "take the word away, or record the test (an interval or p-value, with its quotation)"
        yield Problem(sentence.place(*found.span()), "significance-unfounded", message, way)


def _tested(figure: Figure, library: Library) -> bool:
    for one in (figure, *inputs_of(figure, library)):
        if _TESTED.search(_quoted(one)) or one.interval is not None:
            return True
        if any(other is not one and not shows_no_effect(other, library) for other in comparisons(one, library)):
            return True
    return False


def _quoted(figure: Figure) -> str:
    quote = figure.quote
    own = figure.value.text if isinstance(figure.value, Words) else ""
    return f"{own} {figure.label} {quote.prefix} {quote.exact} {quote.suffix}" if quote else f"{own} {figure.label}"


def direction_against_source(brief: Brief, library: Library) -> Iterator[Problem]:
    """`Rose`, beside a figure whose source speaks of nothing but falling; `[€16,222] less`, where it says `more`."""
    for sentence in said(brief):
        if sentence.block in UNCLAIMED:
            continue
        for mark in sentence.marks:
            found = _turned(sentence, mark, library)
            if found:
                word = sentence.text[found[0] : found[1]]
                message = f"`{word}` stands beside `{mark.use.shown}`, and its source says the opposite: `{found[2]}`"
                where = sentence.place(found[0], found[1])
                yield Problem(where, "direction-contradicts", message, "correct the word, or bind another figure")


def _turned(sentence: Said, mark: Mark, library: Library) -> tuple[int, int, str] | None:
    if mark.use.figure.derivation:
        return None
    source = _LIMITS.sub(" ", _quoted(mark.use.figure))
    up, down = _UPWARDS.search(source), _DOWNWARDS.search(source)
    behind = _MORE.match(sentence.own, mark.end)
    if behind and mark.use.figure.interval is None and bool(up) != bool(down):
        word = "up" if behind["up"] else "down"
        there = up or down
        if there and (word == "up") == bool(down):
            return *behind.span(word), there.group()
    record = library.record(mark.use.figure.record)
    if len(sentence.marks) > 1 or record is None or record.kind not in ("study", "synthesis"):
        return None
    rose, fell = _ROSE.search(sentence.own), _FELL.search(sentence.own)
    up, down = _TREND_UP.search(source), _TREND_DOWN.search(source)
    if rose and not fell and down and not up:
        return *rose.span(), down.group()
    if fell and not rose and up and not down:
        return *fell.span(), up.group()
    return None
