"""Data sets with published results, to set our arithmetic beside: the tests hold it to them, and `docs/our-statistics.md` prints both.

- BCG: Colditz and others, JAMA 1994;271:698, as the R package metadat has it; results as metafor prints and tests them.
- Kacker: Kacker, Metrologia 2004;41:132; results of metafor as they stand in the tests of statsmodels.
- Ten studies: Viechtbauer, J Educ Behav Stat 2005;30:261, p. 271.
- Lidocaine: Hine and others 1989, as in Normand, Stat Med 1999;18:321; risk differences in percentage points.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from briefkit.synthesis.effects import Counts, Effect, Measure
from briefkit.synthesis.heterogeneity import Estimator, between_studies, i_squared, q_profile
from briefkit.synthesis.pooling import IntervalBy, Model, Pooled, pool, pool_counts

_BCG = """4 119 11 128, 6 300 29 274, 3 228 11 209, 62 13536 248 12619, 33 5036 47 5761, 180 1361 372 1079, 8 2537 10 619,
505 87886 499 87892, 29 7470 45 7232, 17 1699 65 1600, 186 50448 141 27197, 5 2493 3 2338, 27 16886 29 17825"""
BCG: tuple[tuple[str, Counts], ...] = tuple(
    (f"trial {number}", Counts(a, a + b, c, c + d))
    for number, (a, b, c, d) in enumerate((map(int, row.split()) for row in _BCG.split(",")), 1)
)
LIDOCAINE: tuple[tuple[str, Counts], ...] = tuple(
    (f"trial {number}", Counts(*row))
    for number, row in enumerate(
        (
            (2, 39, 1, 43),
            (4, 44, 4, 44),
            (6, 107, 4, 110),
            (7, 103, 5, 100),
            (7, 110, 3, 106),
            (11, 154, 4, 146),
        ),
        1,
    )
)


def _effects(y: str, v: str) -> tuple[Effect, ...]:
    pairs = zip(map(float, y.split()), map(float, v.split()), strict=True)
    return tuple(Effect(f"study {number}", *pair) for number, pair in enumerate(pairs, 1))


KACKER = _effects(
    "61.0 61.4 62.21 62.3 62.34 62.6 62.7 62.84 65.9",
    "0.2025 1.21 0.09 0.2025 0.3844 0.5625 0.0676 0.0225 1.8225",
)
TEN = _effects(
    "-0.581 0.530 0.771 1.031 0.553 0.295 0.078 0.573 -0.176 -0.232",
    "0.023 0.052 0.060 0.115 0.095 0.203 0.200 0.211 0.051 0.040",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One number that was printed, and ours."""

    data: str
    what: str
    printed: str
    """As it was printed, so that its digits tell how far ours has to agree."""
    ours: Callable[[], float]


def published() -> list[Published]:
    """Every number that is compared."""
    return [*_bcg(), *_kacker(), *_ten(), *_lidocaine()]


def _rows(data: str, what: str, printed: str, found: Callable[[], Pooled]) -> list[Published]:
    """Rows from `estimate=-0.4303 lower=-0.5097`: each a number of one result."""
    pairs = [pair.partition("=") for pair in printed.split()]
    return [
        Published(data=data, what=f"{what}: {_TOLD[name]}", printed=text, ours=partial(_read, name, found))
        for name, _, text in pairs
    ]


def _read(name: str, found: Callable[[], Pooled]) -> float:
    return _READ[name](found())


def _ten_i_squared(by: Estimator) -> float:
    return i_squared(TEN, between_studies(TEN, by))


def _in_points(model: Model, number: Callable[[Pooled], float]) -> float:
    return 100 * number(pool_counts(LIDOCAINE, "RD", model))


_READ: dict[str, Callable[[Pooled], float]] = {
    "estimate": lambda one: one.estimate,
    "se": lambda one: one.interval.se,
    "lower": lambda one: one.interval.lower,
    "upper": lambda one: one.interval.upper,
    "tau2": lambda one: one.tau2,
    "i2": lambda one: one.i2,
    "q": lambda one: one.q,
    "p": lambda one: one.p_effect,
}
_TOLD = {
    "estimate": "estimate",
    "se": "standard error",
    "lower": "lower limit",
    "upper": "upper limit",
    "tau2": "tau2",
    "i2": "I2, %",
    "q": "Q",
    "p": "p of no effect",
}


def _bcg() -> list[Published]:
    wanted: tuple[tuple[Measure, Model, IntervalBy, str], ...] = (
        ("RR", "fixed", "wald", "estimate=-0.4303 lower=-0.5097 upper=-0.3509 q=152.2330"),
        ("RR", "mh", "wald", "estimate=-0.4537 lower=-0.5308 upper=-0.3766 q=152.5676"),
        ("RR", "DL", "wald", "estimate=-0.7141 lower=-1.0644 upper=-0.3638 tau2=0.3088 i2=92.1173"),
        ("RR", "REML", "wald", "estimate=-0.7145 se=0.1798 lower=-1.0669 upper=-0.3622 tau2=0.3132 i2=92.2214"),
        ("RR", "REML", "hk", "estimate=-0.7145 se=0.1808 lower=-1.1084 upper=-0.3206 p=0.0019"),
        ("RR", "PM", "wald", "tau2=0.3181"),
        ("OR", "fixed", "wald", "estimate=-0.4361 q=163.1649"),
        ("OR", "mh", "wald", "estimate=-0.4734 q=163.9426"),
        ("OR", "DL", "wald", "estimate=-0.7474 lower=-1.1242 upper=-0.3706 tau2=0.3663 i2=92.6455"),
        ("RD", "fixed", "wald", "estimate=-0.0009 lower=-0.0014 upper=-0.0005"),
        ("RD", "mh", "wald", "estimate=-0.0033 lower=-0.0039 upper=-0.0027"),
        ("RD", "DL", "wald", "estimate=-0.0071 lower=-0.0101 upper=-0.0040 i2=95.6596"),
    )
    return [
        row
        for measure, model, by, printed in wanted
        for row in _rows(
            "BCG",
            f"{measure}, {model}{', Hartung-Knapp' if by == 'hk' else ''}",
            printed,
            partial(pool_counts, BCG, measure, model, by),
        )
    ] + _profile()


def _profile() -> list[Published]:
    def limit(place: Literal[0, 1]) -> float:
        from briefkit.synthesis.effects import effect_of  # noqa: PLC0415  used here alone

        return q_profile([effect_of(name, counts, "RR") for name, counts in BCG])[place]

    return [
        Published(data="BCG", what="RR, Q-profile: lower limit of tau2", printed="0.1197", ours=lambda: limit(0)),
        Published(data="BCG", what="RR, Q-profile: upper limit of tau2", printed="1.1115", ours=lambda: limit(1)),
    ]


def _kacker() -> list[Published]:
    wanted: tuple[tuple[Model, IntervalBy, str], ...] = (
        ("fixed", "wald", "estimate=62.5833970939982 se=0.107845705498231 q=24.801897741835"),
        ("fixed", "wald", "lower=62.3720233953344 upper=62.7947707926621"),
        ("DL", "wald", "tau2=0.288049246973751 estimate=62.3901386044504 se=0.245749668040304 i2=67.744403741711"),
        ("DL", "hk", "se=0.29477605699879 lower=61.710383798052 upper=63.0698934108488"),
        ("PM", "wald", "tau2=0.705395309224248 estimate=62.4076199113286 se=0.338030602684471 i2=83.7218626490482"),
    )
    return [
        row
        for model, by, printed in wanted
        for row in _rows(
            "Kacker",
            f"{model}{', Hartung-Knapp' if by == 'hk' else ''}",
            printed,
            partial(pool, KACKER, model, by),
        )
    ]


def _ten() -> list[Published]:
    wanted: tuple[tuple[Estimator, str, str], ...] = (
        ("DL", "0.2768", "80.4447"),
        ("REML", "0.2232", "76.8399"),
        ("PM", "0.1920", "74.0511"),
    )
    rows = []
    for by, tau2, i2 in wanted:
        rows += [
            Published(data="Ten studies", what=f"{by}: tau2", printed=tau2, ours=partial(between_studies, TEN, by)),
            Published(
                data="Ten studies",
                what=f"{by}: I2, %",
                printed=i2,
                ours=partial(_ten_i_squared, by),
            ),
        ]
    return rows


def _lidocaine() -> list[Published]:
    wanted: tuple[tuple[str, Callable[[Pooled], float]], ...] = (
        ("2.9444", lambda one: one.estimate),
        ("0.3831", lambda one: one.interval.lower),
        ("5.5058", lambda one: one.interval.upper),
    )
    models: tuple[Model, ...] = ("fixed", "DL", "REML", "PM")
    return [
        Published(
            data="Lidocaine",
            what=f"RD, {model}: {told}",
            printed=printed,
            ours=partial(_in_points, model, read),
        )
        for model in models
        for (printed, read), told in zip(wanted, ("estimate", "lower limit", "upper limit"), strict=True)
    ]


def agrees(row: Published) -> bool:
    """Whether ours, rounded as the printed one was, differs by no more than one in its last digit; long ones to 1e-10."""
    decimals = len(row.printed.partition(".")[2])
    tolerance = 1e-10 * max(1.0, abs(float(row.printed))) if decimals > 9 else 0.51 * 10.0**-decimals
    return abs(row.ours() - float(row.printed)) <= tolerance


def page() -> str:
    """`docs/our-statistics.md`: ours beside the published, number by number."""
    rows = published()
    lines = [
        "# Our statistics beside published ones",
        "",
        "This page is written by `python build.py docs`. The data are named in `briefkit/synthesis/published.py`; estimates of",
        "ratios and their limits are logarithms, those of the lidocaine trials percentage points.",
        f"{sum(agrees(row) for row in rows)} of {len(rows)} agree to the digits that were printed, and ours are marked where they do not:",
        "programs end their search for tau2 at different distances from its value.",
        "",
        "| data | model and number | published | ours |",
        "|---|---|---|---|",
    ]
    for row in rows:
        decimals = len(row.printed.partition(".")[2])
        mark = "" if agrees(row) else " (differs)"
        lines.append(f"| {row.data} | {row.what} | {row.printed} | {row.ours():.{decimals}f}{mark} |")
    return "\n".join(lines) + "\n"
