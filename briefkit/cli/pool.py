"""`pool`: studies from a CSV file pooled by themselves, to set our arithmetic beside that of another program."""

import json
import math
from typing import Any, cast

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.disk.plain_file import named_file
from briefkit.problems import Problem, show
from briefkit.synthesis.effects import RATIOS, Measure
from briefkit.synthesis.pooling import Interval, Pooled, pool, pool_counts
from briefkit.synthesis.study_rows import StudyRows, study_rows

_MOST_BYTES = 5_000_000
_NAMES = {"RR": "risk ratio", "OR": "odds ratio", "RD": "risk difference", "GEN": "estimate"}
_MODELS = {
    "fixed": "inverse variance, fixed effect",
    "mh": "Mantel-Haenszel, fixed effect",
    "DL": "inverse variance, random effects, DerSimonian-Laird",
    "REML": "inverse variance, random effects, REML",
    "PM": "inverse variance, random effects, Paule-Mandel",
}


def command(asked: Asked, _: Project, screen: Screen) -> int:
    """Print what the studies of a file come to."""
    if len(asked.words) != 1:
        stop(f"write one file, as in: {PROGRAM} pool studies.csv --measure RR --model REML")
    if asked.format == "github":
        stop("--format: `github` is for problems alone: `pool` prints `text` or `json`")
    name = asked.words[0]
    data = named_file(name, _MOST_BYTES)
    if isinstance(data, Problem):
        stop(f"`{name}` cannot be read: {data.message}")
    text = data.decode("utf-8", "replace")
    rows = study_rows(text, name)
    if isinstance(rows, list):
        for problem in rows:
            screen.problem(show(problem, "error", text), to_out=False)
        return 1
    found = _pooled(rows, asked)
    screen.say(json.dumps(as_json(found, asked.measure), indent=1) if asked.format == "json" else _text(found, asked))
    return 0


def _pooled(rows: StudyRows, asked: Asked) -> Pooled:
    """The result; ends the command when these studies cannot be pooled so."""
    if rows.effects and asked.measure != "GEN":
        stop(f"--measure: the file has estimates (yi, vi); write `--measure GEN`, not `{asked.measure}`")
    if rows.counts and asked.measure == "GEN":
        stop("--measure: the file has counts; write `--measure RR`, `OR` or `RD`")
    model, by = cast("Any", asked.model), cast("Any", asked.ci)
    if rows.effects and model == "mh":
        stop("--model: Mantel-Haenszel pools counts, and the file has estimates (yi, vi); choose another model")
    try:
        if rows.effects:
            return pool(rows.effects, model, by)
        return pool_counts(rows.counts, cast("Measure", asked.measure), model, by)
    except ValueError as fault:
        stop(f"these studies cannot be pooled: {fault}")
    except ArithmeticError:
        stop("these studies cannot be pooled: their numbers are too large or too far apart; look for one mistyped")


def as_json(found: Pooled, measure: str) -> dict[str, Any]:
    """The result on the scale of analysis, and `display` on that of people: ratios as ratios, not as logarithms.

    `p` is that of Q, `p_effect` that of no effect; `i2` is in percent; what does not exist is null.
    """
    prediction, unfloored = found.prediction, found.unfloored
    made = {
        "estimate": found.estimate,
        "se": found.interval.se,
        "ci_lower": found.interval.lower,
        "ci_upper": found.interval.upper,
        "tau2": found.tau2,
        "i2": found.i2,
        "q": found.q,
        "df": found.df,
        "p": found.p_q,
        "pi_lower": prediction.lower if prediction else None,
        "pi_upper": prediction.upper if prediction else None,
        "k": found.k,
        "p_effect": found.p_effect,
        "measure": measure,
        "model": found.model,
        "ci": found.by,
        "weights": list(found.weights),
        "left_out": list(found.left_out),
        "without_floor": _limits(unfloored, lambda value: value),
    }
    shown = _shown(measure)
    display = {name: shown(cast("float", made[name])) for name in ("estimate", "ci_lower", "ci_upper")}
    display |= {name: shown(value) if (value := made[name]) is not None else None for name in ("pi_lower", "pi_upper")}
    return {**made, "display": display}


def _limits(interval: Interval | None, shown: Any) -> dict[str, float] | None:
    if interval is None:
        return None
    return {"se": interval.se, "ci_lower": shown(interval.lower), "ci_upper": shown(interval.upper)}


def _shown(measure: str) -> Any:
    return math.exp if measure in RATIOS else float


def _text(found: Pooled, asked: Asked) -> str:
    shown = _shown(asked.measure)

    def within(interval: Interval) -> str:
        return f"{shown(interval.lower):.4f} to {shown(interval.upper):.4f}"

    by = "Hartung-Knapp" if found.by == "hk" else "Wald"
    studies = f"{found.k} studies" if found.k != 1 else "one study: nothing was pooled"
    lines = [
        f"{_NAMES[asked.measure]}: {shown(found.estimate):.4f} (95 % interval, {by}: {within(found.interval)})",
        f"{_MODELS[found.model]}; {studies}",
    ]
    if found.unfloored:
        lines.append(f"without the floor, Hartung-Knapp would give {within(found.unfloored)}: too narrow to report")
    if found.p_q is not None:
        spread = f"Q {found.q:.4f}, {found.df} degrees of freedom, p {found.p_q:.4g}; I2 {found.i2:.1f} %"
        kind = "from tau2" if found.model in ("DL", "REML", "PM") else "from Q"
        lines.append(f"differences between studies: tau2 {found.tau2:.4f}; {spread} ({kind})")
    if found.prediction:
        lines.append(f"a further study would lie in 95 of 100 from {within(found.prediction)}")
    elif found.model in ("DL", "REML", "PM"):
        lines.append("no prediction interval: it needs three studies")
    lines += [f"left out, as it says nothing about a ratio: {name}" for name in found.left_out]
    return "\n".join(lines)
