"""What a run has found, for people, for programs, and for notes beside a pull request."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefkit.hold import Held
from briefkit.pipeline.options import Options
from briefkit.problems import Problem, printable, show
from briefkit.rules.waivers import Waived
from briefkit.values.dates import write_date

SEVERITIES = ("error", "warning", "advice")
_NOTES = {"error": "error", "warning": "warning", "advice": "notice"}
"""What GitHub calls them."""


class Report:
    """Problems in order, with how grave each is at the gate of a run, and what of them was waived."""

    def __init__(
        self, problems: Sequence[Problem], options: Options, texts: Mapping[str, str], waived: Sequence[Waived] = ()
    ) -> None:
        self.problems = sorted(set(problems))
        self.waived = sorted(waived, key=lambda one: one.problem)
        self.gate = options.gate
        self._texts = texts
        self._grave = options.grave

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
        """The last line: `2 errors, 1 warning in 3 files; 1 waived`."""
        counts = [_counted(number, name) for name, number in self.totals.items() if number]
        files = len({problem.where.file for problem in self.problems})
        line = f"{', '.join(counts)} in {_counted(files, 'file')}" if counts else "no problems"
        return f"{line}; {len(self.waived)} waived" if self.waived else line

    def in_the_way(self) -> str:
        """What keeps a publication back, by rule: `in the way: 3 quote-missing, 1 unknown-name`."""
        counted = Counter(problem.rule for problem in self.problems if self.severity(problem) == "error")
        return f"in the way: {', '.join(f'{number} {rule}' for rule, number in counted.most_common())}"

    def waived_lines(self) -> list[str]:
        """What was let through, two lines each: which problem where, then why, by whom and until when."""
        lines = [f"{len(self.waived)} waived"] if self.waived else []
        for problem, waiver in ((one.problem, one.waiver) for one in self.waived):
            lines.append(f"  {problem.where.told(column=True)}  {problem.rule}: {problem.message}")
            lines.append(f"    {waiver.reason} ({waiver.by}, until {write_date(waiver.until)})")
        return [printable(line) for line in lines] + ([""] if lines else [])

    def as_json(self, quotations: Mapping[Held, int]) -> str:
        """For programs; its shape is documented and kept. `quotations` says how many are held how."""
        waived = [
            {
                **self._entry(one.problem),
                "reason": one.waiver.reason,
                "by": one.waiver.by,
                "until": write_date(one.waiver.until),
            }
            for one in self.waived
        ]
        problems = [self._entry(problem) for problem in self.problems]
        report: dict[str, object] = {"gate": self.gate, "problems": problems, "waived": waived, "totals": self.totals}
        report["quotations"] = dict(quotations)
        text = json.dumps(report, ensure_ascii=False, indent=2)
        return "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)

    def as_github(self) -> str:
        """Workflow commands, which GitHub shows beside the lines of a pull request."""
        notes = [self._note(problem) for problem in self.problems]
        for one in self.waived:
            words = f"waived by {one.waiver.by} until {write_date(one.waiver.until)}: {one.waiver.reason}"
            notes.append(self._note(replace(one.problem, help=words), "notice"))
        return "\n".join(notes)

    def _entry(self, problem: Problem) -> dict[str, str | int]:
        """A problem for programs."""
        return {
            "rule": problem.rule,
            "severity": self.severity(problem),
            "file": problem.where.file,
            "line": problem.where.line,
            "column": problem.where.column,
            "message": problem.message,
            "help": problem.help,
        }

    def _note(self, problem: Problem, kind: str = "") -> str:
        where = problem.where
        place = f"file={_property(where.file)}"
        if where.line:
            end = where.column + max(0, where.length - 1)
            place += f",line={where.line},col={where.column},endColumn={end}"
        words = problem.message + (f"\n{problem.help}" if problem.help else "")
        return f"::{kind or _NOTES[self.severity(problem)]} {place},title={_property(problem.rule)}::{_data(words)}"


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
