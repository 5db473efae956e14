"""Whether a sentence says of another arm, trial or person what its figures say, or leaves open of which arms they are."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.position import Position
from briefkit.records.study import Study
from briefkit.rules.wording import UNCLAIMED, Mark, Said, marked, said
from briefkit.rules.wording_names import after, arms_named, arms_of
from briefkit.rules.wording_results import inputs_of, result_of
from briefkit.values import Words

_DID = re.compile(
    r"\s+(?:treatment\s+|group\s+|arm\s+|patients\s+|users\s+)?(?:itself\s+|alone\s+|also\s+)?"
    r"(?:showed|shows|had|has|gave|gives|brought|brings|led\s+to|offered|produced|meant|was|were|is)\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
"""What stands between somebody and the fact that is told of them."""
_THAN = re.compile(r"\b(?:over|than|against|versus|compared|beyond|from)\b", re.IGNORECASE)
_OTHER_WAYS = re.compile(
    r"\b(?:arms?|groups?|controls?|comparison|comparators?|both|respectively|placebo|usual|standard|former|latter|others?|without)\b",
    re.IGNORECASE,
)
"""Words by which a text may say which arm is which without its name."""
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{3,}")
_STREET = re.compile(r"\bstreet[\s-](?:(?:oral|injectable|inhaled|pure)\s+)?(?P<drug>[a-z]{5,})\b", re.IGNORECASE)
"""What is bought on the street, which an arm has the name of as well."""
_APART = re.compile(
    r"\b(?:unlike|like|than|as|outside|beyond|except|not|from|with|versus|against|to|after|before|since)\s+(?:in\s+|the\s+|that\s+of\s+)*$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:said|says|wrote|writes|argued|argues|told|asked|called|thought|put\s+it|added|adds|claimed|claims|warned|recommended|"
    r"advised|replied|agreed|insisted|according)\b",
    re.IGNORECASE,
)


def fact_misattributed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`Oral methadone showed [no benefit over oral methadone]`, which was said of heroin."""
    for sentence, mark in marked(brief):
        record = library.record(mark.use.figure.record)
        if not isinstance(mark.use.figure.value, Words) or not isinstance(record, Study):
            continue
        names = _names_of(record, library)
        own = _subjects(mark.use.figure, names)
        found = _DID.search(sentence.own[: mark.start])
        told = _last(sentence.own[: found.start()], names) if found else None
        if own and told and not told[0] & own:
            start, end = told[1]
            message = f"`{sentence.text[start:end]}` is named, and `{mark.use.shown}` was said of another arm"
            yield Problem(sentence.place(start, end), "arm-misnamed", message, "name the arm that the source names")


def _names_of(record: Study, library: Library) -> Mapping[str, tuple[str, ...]]:
    """The names of a study's arms, as for its numbers."""
    for key in record.arms:
        for figure in library.figures_of(record.id):
            if figure.address.startswith(f"{record.id}.results.") and figure.address.endswith(f".{key}"):
                return arms_of(figure, library)[1]
    return {}


def _subjects(figure: Figure, names: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The arms of which a quotation tells its fact: those that it names before it compares them with another."""
    if figure.quote is None:
        return set()
    text = f"{figure.quote.prefix} {figure.quote.exact}".casefold()
    than = _THAN.search(text)
    return arms_named(text[: than.start()] if than else text, names)


def _last(text: str, names: Mapping[str, tuple[str, ...]]) -> tuple[set[str], tuple[int, int]] | None:
    """The arms that the name at the end of a text may mean, and its place."""
    ends = [
        word
        for words in names.values()
        for word in words
        if re.search(rf"(?<![\w-]){re.escape(word)}$", text, re.IGNORECASE)
    ]
    if not ends:
        return None
    word = max(ends, key=len)
    return {arm for arm, words in names.items() if word in words}, (len(text) - len(word), len(text))


def drug_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`[about 130] were seeking methadone`, of a figure whose own name says heroin."""
    names = {drug: (drug,) for drug in library.gathered(_drugs) if len(drug) > 4}
    for sentence in said(brief):
        if sentence.block in UNCLAIMED:
            continue
        for mark in sentence.marks:
            figure = mark.use.figure
            if set(figure.address.split(".")) & set(getattr(library.record(figure.record), "arms", ())):
                continue  # the name of its arm is judged by another rule
            called = f"{figure.label} {figure.address.rpartition('.')[2].replace('_', ' ')}".casefold()
            own = {drug for drug in names if drug in called}
            start, end = after(sentence, _of_whole(sentence, mark))
            named = arms_named(sentence.own[start:end], names)
            if len(own) == 1 and named and not own & named and "compared" not in figure.address:
                told = " and ".join(sorted(named))
                message = f"`{told}` stands beside `{mark.use.shown}`, which is of `{figure.label or ' '.join(own)}`"
                yield Problem(mark.use.where, "arm-misnamed", message, "correct the name, or bind another figure")


def street_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`Street methadone`, in a paragraph whose figures are all of street heroin."""
    sentences = [one for one in said(brief) if one.block not in UNCLAIMED]
    borne: dict[int, set[str]] = {}
    for sentence in sentences:
        for mark in sentence.marks:
            figure = mark.use.figure
            quote = f"{figure.quote.prefix} {figure.quote.exact} {figure.quote.suffix}" if figure.quote else ""
            result = result_of(figure, library)
            words = f"{mark.use.shown} {figure.label} {figure.address.replace('_', ' ')} {quote} {result.outcome if result else ''}"
            borne.setdefault(sentence.paragraph, set()).update(_streets(words))
    for sentence in sentences:
        own = borne.get(sentence.paragraph, set())
        for found in _STREET.finditer(sentence.own):
            told = found["drug"].casefold()
            if own and told not in own and told in library.gathered(_drugs):
                message = f"`{found.group()}` is named, and the figures here are of street {' and '.join(sorted(own))}"
                where = sentence.place(*found.span())
                yield Problem(where, "arm-misnamed", message, "correct the name, or bind another figure")


def _streets(words: str) -> set[str]:
    return {found["drug"].casefold() for found in _STREET.finditer(words.replace("_", " "))}


def _drugs(library: Library) -> dict[str, None]:
    """The drugs that the arms of trials are named for."""
    studies = (one for one in library.records.values() if isinstance(one, Study))
    return dict.fromkeys(sorted({key.rpartition("_")[2] for one in studies for key in one.arms}))


def _of_whole(sentence: Said, mark: Mark) -> Mark:
    """The figure that a share is told of, `[1%] of the [79,400]`; else the figure itself."""
    others = (other for other in sentence.marks if other.start >= mark.end)
    whole = next(others, None)
    return whole if whole and sentence.text[mark.end : whole.start].split() in (["of"], ["of", "the"]) else mark


def arm_unnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`[38 of 43], against [29 of 42]`, where nothing says which is which."""
    sentences = said(brief)
    for sentence in sentences:
        if sentence.block in UNCLAIMED:
            continue
        for one, other in pairwise(sentence.marks):
            if not _two_arms(one, other, library):
                continue
            names = arms_of(one.use.figure, library)[1]
            near = " ".join(s.text for s in sentences if s.paragraph == sentence.paragraph)
            whole = f"{sentence.section} {sentence.beside} {near}"
            if not arms_named(whole, names) and not _OTHER_WAYS.search(whole):
                message = f"nothing says of which arm `{one.use.shown}` is, and of which `{other.use.shown}`"
                yield Problem(one.use.where, "arm-unnamed", message, "name the arm beside each of them")
                break


def _two_arms(one: Mark, other: Mark, library: Library) -> bool:
    first, second = one.use.figure, other.use.figure
    arms = arms_of(first, library)[0], arms_of(second, library)[0]
    same = first.address.rpartition(".")[0] == second.address.rpartition(".")[0]
    return first.record == second.record and all(arms) and arms[0] != arms[1] and same


def _trials(library: Library) -> dict[str, str]:
    """The acronyms by which trials are called, to the ids of their records."""
    return {
        found.group(): record.id
        for record in library.records.values()
        if record.kind == "study" and (found := _ACRONYM.match(record.name))
    }


def trial_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`In NAOMI` of figures that are all of another trial."""
    trials = library.gathered(_trials)
    if not trials:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, trials))})(?![\w-])")
    for sentence in said(brief):
        own = {one.record for mark in sentence.marks for one in inputs_of(mark.use.figure, library)}
        studies = {name for name in own if isinstance(library.record(name), Study)}
        named = [one for one in pattern.finditer(sentence.own) if not _APART.search(sentence.own[: one.start()])]
        if studies and named and not any(trials[one.group()] in own for one in named):
            first = named[0]
            message = f"`{first.group()}` is named, and the figures beside it are of another trial"
            way = "correct the name, or bind the figures of that trial"
            yield Problem(sentence.place(*first.span()), "trial-misnamed", message, way)


def speaker_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """A statement told as that of somebody else than who made it."""
    holders = library.vocabularies.holders
    called = {key: _called(one.name, person=one.kind == "person") for key, one in holders.items()}
    for sentence, mark in marked(brief):
        record = library.record(mark.use.figure.record)
        if not isinstance(record, Position) or not mark.use.figure.address.endswith(".statement"):
            continue
        before = _before(sentence, mark)
        own = called.get(record.holder, ())
        if not _SPEAKS.search(before) or any(name in before for name in own):
            continue
        other = next(
            ((name, before.rfind(name)) for names in called.values() for name in names if name in before), None
        )
        if other and record.holder in holders:
            start = sentence.text.find(other[0])
            message = f"`{other[0]}` is named, and these are the words of {holders[record.holder].name}"
            where = sentence.place(start, start + len(other[0]))
            yield Problem(where, "speaker-misnamed", message, f"name {holders[record.holder].name}")


def _before(sentence: Said, mark: Mark) -> str:
    """The words before a statement, back to the statement before."""
    start = max((one.end for one in sentence.marks if one.end <= mark.start), default=0)
    return sentence.text[start : mark.start]


def _called(name: str, *, person: bool) -> tuple[str, ...]:
    """Full name, and family name or initials."""
    parts = name.split()
    initials = "".join(part[0] for part in parts if part[:1].isupper())
    return (name, parts[-1]) if person else tuple(one for one in (name, initials) if len(one) > 2)
