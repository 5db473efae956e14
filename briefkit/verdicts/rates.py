"""The team's own error rate, as the quotation-error literature counts it, to be set beside the published one."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefkit.values.dates import first_day
from briefkit.verdicts.standing import Given

PUBLISHED = (
    "Published studies of quotations in journals find 16.9\u00a0% wrong (95\u00a0% confidence interval 14.1 to 20.0), "
    "8.0\u00a0% seriously (Baethge and Jergas 2025)"
)
PUBLISHED_DOI = "10.1186/s41073-025-00173-z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Everything that was ever judged, by the worst that any reviewer's last verdict said of it.

    What was mended after a reviewer found it wrong still counts: the rate is that of what authors hand in.
    """

    accurate: int = 0
    minor: int = 0
    major: int = 0
    cannot_verify: int = 0

    @property
    def checked(self) -> int:
        """How many could be judged."""
        return self.accurate + self.minor + self.major

    @property
    def wrong(self) -> int:
        """How many of them were wrong."""
        return self.minor + self.major

    @property
    def words(self) -> str:
        """The rate as people read it: `12.5 % (1 of 8): 1 minor, 0 major`."""
        if not self.checked:
            return "no verdict yet"
        return f"{100 * self.wrong / self.checked:.1f} % ({self.wrong} of {self.checked}): {self.minor} minor, {self.major} major"


_WORST = ("major", "minor", "accurate", "cannot_verify")


def rate(given: Iterable[Given]) -> Rate:
    """The rate over all verdicts, those that have lapsed included."""
    last: dict[str, dict[str, str]] = {}
    for one in sorted(given, key=lambda one: first_day(one.verdict.date)):
        if one.verdict.verdict and one.verdict.hash:
            last.setdefault(one.verdict.hash, {})[one.reviewer] = one.verdict.verdict
    worst = [min(said.values(), key=_WORST.index) for said in last.values()]
    return Rate(**{word: worst.count(word) for word in _WORST})
