"""Judgements that somebody signs for: whether they add up by their own method, and whether anybody answers for them."""

from collections.abc import Iterator
from datetime import date

from briefkit.library import Library
from briefkit.problems import Problem, Where, did_you_mean, listed
from briefkit.records.certainty import CONCERNS, LEVELS, CertaintyJudgement
from briefkit.records.decision import Criterion, Decision
from briefkit.records.risk_of_bias import DOMAINS, JUDGEMENTS, BiasJudgement
from briefkit.records.study import Study
from briefkit.records.synthesis import Synthesis

_TRIALS = ("randomised controlled trial",)


def certainty_unsigned(library: Library, _today: date) -> Iterator[Problem]:
    """A certainty of our own that is one word: nobody says why, and nobody answers for it."""
    for record in _syntheses(library):
        for key, result in record.results.items():
            if result.certainty in LEVELS and not record.published:
                where = record.place_of("results", key, "certainty")
                message = f"`{result.certainty}` is a judgement, and nobody says why or answers for it"
                way = (
                    "write `not_judged`, or the judgement with `starts_at:`, its five domains, `overall:`, `judged_by:` and "
                    "`on:` below it"
                )
                yield Problem(where, "certainty-unsigned", message, way)


def certainty_sum(library: Library, _today: date) -> Iterator[Problem]:
    """A certainty that is not what its start, its domains and its upgrades come to."""
    for record, key, judged in _certainties(library):
        path = ("results", key, "certainty")
        if judged.overall != judged.comes_to and not judged.overall_because:
            message = f"{_working(judged)} comes to `{judged.comes_to}`, and `overall` says `{judged.overall}`"
            way = f"write `overall: {judged.comes_to}`, or say under `overall_because:` why it is another"
            yield Problem(record.place_of(*path, "overall"), "certainty-sum", message, way)
        for name, given in judged.upgrades.items():
            if judged.starts_at == "high":
                message = f"`{name}` gives levels back to a certainty that starts high"
                way = "take it out: only studies without random allocation, which start low, can be upgraded"
                yield Problem(record.place_of(*path, name, key=True), "certainty-upgrade", message, way)
            elif given.levels == "two" and name != "large_effect":
                message = f"`{name}` gives back two levels"
                way = "write `levels: one`: only a very large effect gives two"
                yield Problem(record.place_of(*path, name, "levels"), "certainty-upgrade", message, way)


def _working(judged: CertaintyJudgement) -> str:
    """Start, levels taken and levels given, in words."""
    lost = sum(CONCERNS.index(one.rating) for one in judged.domains.values())
    won = sum(2 if one.levels == "two" else 1 for one in judged.upgrades.values())
    given = f", {won} given back" if won else ""
    return f"{judged.starts_at} at the start, {lost} level{'s' if lost != 1 else ''} taken away{given}"


def bias_domains(library: Library, _today: date) -> Iterator[Problem]:
    """Domains that are not those of the tool, words that it does not have, and a tool that does not fit the study."""
    for record, key, judged in _biases(library):
        path = ("results", key, "risk_of_bias")
        wanted, words = DOMAINS[judged.tool], JUDGEMENTS[judged.tool]
        lacking = [name for name in wanted if name not in judged.domains]
        if lacking:
            message = (
                f"{judged.tool} has {listed(wanted, joint='and')}, and {listed(lacking, joint='and')} is not judged"
            )
            where = record.place_of(*path, "domains", key=True)
            yield Problem(where, "bias-domain", message, "judge every domain, or take the judgement out")
        for name, domain in judged.domains.items():
            if name not in wanted:
                way = did_you_mean(name, wanted, f"it has {listed(wanted, joint='and')}")
                where = record.place_of(*path, "domains", name, key=True)
                yield Problem(where, "bias-domain", f"{judged.tool} has no domain `{name}`", way)
            elif domain.judgement not in words:
                where = record.place_of(*path, "domains", name, "judgement")
                yield _no_word(where, judged.tool, domain.judgement)
        if judged.overall not in words:
            yield _no_word(record.place_of(*path, "overall"), judged.tool, judged.overall)
        if (record.design in _TRIALS) != (judged.tool == "RoB 2"):
            other = "ROBINS-I" if judged.tool == "RoB 2" else "RoB 2"
            message = f"{judged.tool} is not made for a {record.design}"
            yield Problem(record.place_of(*path, "tool"), "bias-tool", message, f"judge it again with {other}")


def _no_word(where: Where, tool: str, word: str) -> Problem:
    """A judgement in the words of another tool."""
    message = f"`{word}` is no judgement of {tool}"
    return Problem(where, "bias-domain", message, f"write {listed(JUDGEMENTS[tool], joint='or')}")


def bias_overall(library: Library, _today: date) -> Iterator[Problem]:
    """A risk of bias that is not as bad as the worst of its domains."""
    for record, key, judged in _biases(library):
        if (
            judged.overall in JUDGEMENTS[judged.tool]
            and judged.overall != judged.comes_to
            and not judged.overall_because
        ):
            message = f"the worst domain is `{judged.comes_to}`, and `overall` says `{judged.overall}`"
            way = f"write `overall: {judged.comes_to}`, or say under `overall_because:` why it is another"
            yield Problem(record.place_of("results", key, "risk_of_bias", "overall"), "bias-overall", message, way)


def criteria(library: Library, _today: date) -> Iterator[Problem]:
    """Criteria of a decision that say nothing, that name nothing there is, or that nobody signs for."""
    for record in library.records.values():
        if isinstance(record, Decision):
            for name, criterion in record.each.items():
                yield from _criterion(record, name, criterion, library)


def _criterion(record: Decision, name: str, criterion: Criterion, library: Library) -> Iterator[Problem]:
    for number, address in enumerate(criterion.evidence):
        found = library.figure(address) or library.record(address) or library.keys_under(address)
        if not found and not library.is_broken(address):
            where = record.place_of("criteria", name, "evidence", number)
            yield Problem(where, "unknown-figure-address", f"there is no figure `{address}`", library.suggest(address))
    if not criterion.evidence and not criterion.none:
        where, message = record.place_of("criteria", name, key=True), f"`{name}` does not say what evidence it has"
        way = "name figures under `evidence:`, or say under `none:` what is missing"
        yield Problem(where, "criterion-without-evidence", message, way)
    judged = getattr(criterion, "judgement", "not_judged")
    lacking = [one for one in ("because", "judged_by", "on") if not getattr(criterion, one)]
    if judged != "not_judged" and lacking:
        where = record.place_of("criteria", name, "judgement")
        message = f"`{judged}` is a judgement without {listed(lacking, joint='and')}"
        yield Problem(where, "judgement-unsigned", message, "write `not_judged`, or who judged it, when and why")


def _syntheses(library: Library) -> Iterator[Synthesis]:
    return (record for record in library.records.values() if isinstance(record, Synthesis))


def _certainties(library: Library) -> Iterator[tuple[Synthesis, str, CertaintyJudgement]]:
    for record in _syntheses(library):
        for key, result in record.results.items():
            if isinstance(result.certainty, CertaintyJudgement):
                yield record, key, result.certainty


def _biases(library: Library) -> Iterator[tuple[Study, str, BiasJudgement]]:
    for record in library.records.values():
        if isinstance(record, Study):
            for key, result in record.results.items():
                if result.risk_of_bias is not None:
                    yield record, key, result.risk_of_bias
