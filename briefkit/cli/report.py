"""What a run has found, for people, for programs, and for notes beside a pull request."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefkit.problems import Problem, printable, show
from briefkit.rulebook import severities

SEVERITIES = ("error", "warning", "advice")
_NOTES = {"error": "error", "warning": "warning", "advice": "notice"}
"""What GitHub calls them."""


class Report:
    """Problems in order, with how grave each is at one gate."""

    def __init__(self, problems: Sequence[Problem], gate: str, texts: Mapping[str, str]) -> None:
        self.problems = sorted(set(problems))
        self.gate = gate
        self._texts = texts
        self._grave = severities(gate)

    @property
    def totals(self) -> dict[str, int]:
        """How many of each severity."""
        counted = Counter(self.severity(problem) for problem in self.problems)
        return {name: counted[name] for name in SEVERITIES}

    @property
    def status(self) -> int:
        """Exit status that the gate gives."""
        return 1 if self.totals["error"] else 0

    def severity(self, problem: Problem) -> str:
        """How grave a problem is; one of a rule that the book forgot counts as an error."""
        return self._grave.get(problem.rule, "error")

    def shown(self, *, advice: bool = True) -> Iterable[str]:
        """Each problem as people read it, the gravest last: there a person looks who has waited for a build.

        Evidence stands before briefs, as a mistake there is often the cause of one here.
        """
        gravest_last = sorted(self.problems, key=lambda p: (-SEVERITIES.index(self.severity(p)), _order(p), p))
        wanted = (p for p in gravest_last if advice or self.severity(p) != "advice")
        return (show(p, self.severity(p), self._texts.get(p.where.file)) for p in wanted)

    def totals_line(self) -> str:
        """The last line: `2 errors, 1 warning in 3 files`."""
        counts = [_counted(number, name) for name, number in self.totals.items() if number]
        files = len({problem.where.file for problem in self.problems})
        return f"{', '.join(counts)} in {_counted(files, 'file')}" if counts else "no problems"

    def as_json(self) -> str:
        """For programs; its shape is documented and kept."""
        problems = [
            {
                "rule": p.rule,
                "severity": self.severity(p),
                "file": p.where.file,
                "line": p.where.line,
                "column": p.where.column,
                "message": p.message,
                "help": p.help,
            }
            for p in self.problems
        ]
        report = {"gate": self.gate, "problems": problems, "totals": self.totals}
        text = json.dumps(report, ensure_ascii=False, indent=2)
        return "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)

    def as_github(self) -> str:
        """Workflow commands, which GitHub shows beside the lines of a pull request."""
        return "\n".join(self._note(problem) for problem in self.problems)

    def _note(self, problem: Problem) -> str:
        where = problem.where
        place = f"file={_property(where.file)}"
        if where.line:
            end = where.column + max(0, where.length - 1)
            place += f",line={where.line},col={where.column},endColumn={end}"
        words = problem.message + (f"\n{problem.help}" if problem.help else "")
        return f"::{_NOTES[self.severity(problem)]} {place},title={_property(problem.rule)}::{_data(words)}"


def _order(problem: Problem) -> int:
    """Where causes come before what follows from them: bibliography, evidence, everything else."""
    file = problem.where.file
    return 0 if file.startswith("evidence/references/") else 1 if file.startswith("evidence/") else 2


def _counted(number: int, name: str) -> str:
    if name == "advice":
        return f"{number} piece{'s' if number != 1 else ''} of advice"
    return f"{number} {name}{'s' if number != 1 else ''}"


def _data(text: str) -> str:
    lines = text.replace("\r\n", "\n").split("\n")
    return "%0A".join(printable(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
