"""How long builds take beside the obvious script, on the same corpus, in one run, turn and turn about: `make bench`.

The corpus and the naive script come from a folder beside this repository (`--tools`). Each number is a median of `--runs` runs of
new processes; what is compared is CPU, which other work on the machine shifts least, and for rebuilds the time one waits.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.corpus import translated

ROOT = Path(__file__).parents[2]
SIZES = {"S": (100, 5), "M": (1000, 50), "L": (10_000, 500), "XL": (100_000, 500)}
"""Records and briefs of each size."""


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of a command."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of its own and of its children."""
    peak: float
    """MiB of memory of the largest process."""


def main() -> int:
    """Measure every size that was asked for, and print a table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", default="S,M", help="of S, M, L and XL")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tools", type=Path, default=ROOT.parent / "shared/bench", help="has gen.py and naive.py")
    asked = parser.parse_args()
    if not (asked.tools / "gen.py").is_file():
        print(f"there is no gen.py in {asked.tools}: give the folder as --tools", file=sys.stderr)
        return 2
    print("| size | what | naive | briefkit | ratio |\n|---|---|---|---|---|")
    for size in asked.sizes.split(","):
        with tempfile.TemporaryDirectory() as folder:
            for line in measured(size, Path(folder), asked.tools, asked.runs):
                print(line, flush=True)
    return 0


def measured(size: str, folder: Path, tools: Path, runs: int) -> list[str]:
    """The rows of one size."""
    plain, ours = folder / "plain", folder / "ours"
    records, briefs = SIZES[size]
    naive = folder / "naive"
    shutil.copytree(tools, naive)
    run([sys.executable, str(naive / "gen.py"), str(plain), str(records), str(briefs)])
    translated(plain, ours, ROOT)
    theirs = [sys.executable, str(naive / "naive.py"), str(plain)]
    own = [sys.executable, "-m", "briefkit", "build", "--formats", "html"]
    cold: dict[str, list[Ran]] = {"naive": [], "own": []}
    for _ in range(runs):
        cold["naive"].append(run(theirs))
        for leftover in ("dist", ".build"):
            shutil.rmtree(ours / leftover, ignore_errors=True)
        cold["own"].append(run(own, ours))
    again = [(run(theirs), run(own, ours)) for _ in range(runs)]
    edited = [(run(theirs), run(own, ours), count) for number in range(runs) for count in [_edit(ours, number)]]
    before = _digests(ours / "dist")
    _edit(ours, runs)
    run(own, ours)
    after = _digests(ours / "dist")
    changed = {path.split("/")[0] for path in after if before.get(path) != after[path] and "/" in path}
    return [
        _row(size, "HTML, cold, CPU s", [one.cpu for one in cold["naive"]], [one.cpu for one in cold["own"]]),
        _row(size, "HTML, cold, peak MiB", [one.peak for one in cold["naive"]], [one.peak for one in cold["own"]]),
        _row(size, "nothing changed, wall s", [one.wall for one, _ in again], [one.wall for _, one in again]),
        _row(size, "one record edited, wall s", [one.wall for one, *_ in edited], [one.wall for _, one, _ in edited]),
        f"| {size} | briefs with new bytes after that edit | {briefs} | {len(changed)} | |",
    ]


def _row(size: str, what: str, naive: Sequence[float], own: Sequence[float]) -> str:
    one, other = median(naive), median(own)
    return f"| {size} | {what} | {one:.2f} | {other:.2f} | {other / one:.2f} |"


def _edit(project: Path, number: int) -> int:
    """Give the first study, which the first brief shows, another effect; how often this was done."""
    path = project / "evidence/studies/s00000.yaml"
    lines = path.read_text("utf-8").split("\n")
    at = next(place for place, line in enumerate(lines) if line.startswith("randomised:"))
    people = 60 + number
    lines[at] = f'randomised: {people} people "{people} people were allocated"'
    path.write_text("\n".join(lines), "utf-8")
    return number


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(command: Sequence[str], folder: Path = ROOT) -> Ran:
    """Run a command in a folder to its end, silently; ends the measurement when it fails by its own fault."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{said.decode()[-2000:]}")
    return Ran(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
