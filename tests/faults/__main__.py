"""`make faults`: what becomes of mistakes that are put, one at a time, into a copy of the shipped project.

Prints a table of kinds, then every fault that nothing reported. The last line counts, and counts the false alarms: errors and
warnings that the untouched project gives. `--each N` takes N faults of a kind, `--seed N` draws others, `--kind WORDS` some kinds.
"""

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence

from faults.draw import drawn, every_fault
from faults.measure import Outcome, alarms, outcomes
from faults.project import faulty_ground, shipped

HOW = ("own", "other", "lapsed", "missed")
HEADS = ("injected", "own reason", "other rule", "only lapsed", "missed")


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; the status is 1 below the goal: 99 in 100 caught, 90 by their own reason, no false alarm."""
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="")
    asked = parser.parse_args(words)
    ground = faulty_ground()
    faults = [one for one in drawn(every_fault(ground, asked.seed), asked.each, asked.seed) if asked.kind in one.kind]
    found = outcomes(ground, faults, os.cpu_count() or 1)
    false = alarms(shipped(), "draft")
    for line in (*table(found), "", *listed(found), "", *told(false, alarms(shipped(), "publish"))):
        print(line)
    caught = sum(one.how != "missed" for one in found)
    own = sum(one.how == "own" for one in found)
    print(f"caught {caught / len(found):.1%}, by their own reason {own / len(found):.1%}")
    print(f"faults: {len(found)} injected, {caught} caught, {false.total()} false alarms")
    return 0 if caught >= 0.99 * len(found) and own >= 0.9 * len(found) and not false else 1


def table(found: Sequence[Outcome]) -> list[str]:
    """One line a kind, and one for all."""
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        by_kind[one.fault.kind][one.how] += 1
    wide = max(map(len, by_kind), default=10)
    lines = [f"{'kind':{wide}}  {'  '.join(f'{head:>11}' for head in HEADS)}"]
    for kind, counts in [*sorted(by_kind.items()), ("all", sum(by_kind.values(), Counter()))]:
        numbers = (counts.total(), *(counts[how] for how in HOW))
        lines.append(f"{kind:{wide}}  {'  '.join(f'{number or 0:>11}' for number in numbers)}")
    return lines


def listed(found: Sequence[Outcome]) -> list[str]:
    """Every fault that was missed, or noticed by a rule of another name."""
    lines = []
    for one in found:
        if one.how in ("missed", "other"):
            rules = f" [{', '.join(one.rules)}]" if one.rules else ""
            lines.append(f"{one.how}: {one.fault.kind}: {one.fault.where}: {one.fault.did}{rules}")
    return lines


def told(false: Counter[tuple[str, str, str]], at_publish: Counter[tuple[str, str, str]]) -> list[str]:
    """What the untouched project is told at each gate."""
    lines = [f"false alarm: {rule}: {file}: {message}" for rule, file, message in false]
    return [*lines, *(f"untouched, at publish: {rule}: {file}: {message}" for rule, file, message in at_publish)]


if __name__ == "__main__":
    sys.exit(main())
