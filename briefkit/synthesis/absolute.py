"""From a ratio to numbers of people: out of 1,000 who are like those of a named baseline, how many more or fewer.

Cochrane Handbook 15.4.4 (GRADE guidelines 12): the interval comes from the limits of the ratio, the baseline is taken as known.
"""

import math
from dataclasses import dataclass
from typing import Literal

_PER = 1000
_DEMONSTRABLY_IMPOSSIBLE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Absolute:
    """Risks as shares of 1, and differences per 1,000 people."""

    baseline: float
    risk: float
    lower: float
    upper: float
    capped: bool
    """Whether a limit went past everybody and was held at 1,000 of 1,000."""

    @property
    def per_1000(self) -> tuple[float, float, float]:
        """Risk with the intervention, and its limits."""
        return self.risk * _PER, self.lower * _PER, self.upper * _PER

    @property
    def difference_per_1000(self) -> tuple[float, float, float]:
        """More (or, below 0, fewer) than at the baseline, and its limits."""
        return tuple((risk - self.baseline) * _PER for risk in (self.risk, self.lower, self.upper))  # type: ignore[return-value]

    @property
    def number_needed(self) -> int | None:
        """How many have to be treated for one more event or one fewer, rounded up; None where the interval includes no
        difference.
        """
        _, low, high = self.difference_per_1000
        if low <= 0 <= high:
            return None
        exact = abs(1 / (self.risk - self.baseline))
        return math.ceil(exact - 1e-9)


def absolute(
    ratio: float, lower: float, upper: float, baseline: float, measure: Literal["RR", "OR"] = "RR"
) -> Absolute:
    """What a ratio with its interval comes to at a baseline risk between 0 and 1.

    Raises ValueError when the baseline is no risk, or when the ratio itself would give more events than people: the
    baseline then lies outside the range in which this ratio can hold.
    """
    if not 0 < baseline < 1:
        message = f"a baseline of {baseline} is no risk between 0 and 1"
        raise ValueError(message)
    risks = [_risk(one, baseline, measure) for one in (ratio, lower, upper)]
    if risks[0] > _DEMONSTRABLY_IMPOSSIBLE:
        message = f"a ratio of {ratio} would give {risks[0] * _PER:.0f} events in {_PER} people at this baseline"
        raise ValueError(message)
    return Absolute(
        baseline=baseline,
        risk=risks[0],
        lower=min(risks[1], _DEMONSTRABLY_IMPOSSIBLE),
        upper=min(risks[2], _DEMONSTRABLY_IMPOSSIBLE),
        capped=max(risks) > _DEMONSTRABLY_IMPOSSIBLE,
    )


def _risk(ratio: float, baseline: float, measure: str) -> float:
    return ratio * baseline if measure == "RR" else ratio * baseline / (1 - baseline + ratio * baseline)
