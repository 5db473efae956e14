"""What is measured on one corpus: each number a median of runs in new processes, beside the naive script where it can do the same."""

import hashlib
import math
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.corpus import revised, translated

ROOT = Path(__file__).parents[2]
SIZES = {"S": (100, 5), "M": (1000, 50), "L": (10_000, 500), "XL": (100_000, 500)}
"""Records and briefs of each size."""
NEVER = ("XL",)
"""Sizes at which only growth is of interest."""


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of a command."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of its own and of its children."""
    peak: float
    """MiB of memory of the largest process."""
    said: str
    """Its standard output."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    size: str
    what: str
    naive: float | None
    own: float
    ratio: float | None = None

    def __str__(self) -> str:
        """As a row of Markdown."""
        ratio = self.own / self.naive if self.ratio is None and self.naive else self.ratio
        cells = (
            self.size,
            self.what,
            *(f"{one:.2f}" if one is not None else "" for one in (self.naive, self.own, ratio)),
        )
        return f"| {' | '.join(cells)} |"


class Corpus:
    """A corpus of one size, in the plain form and in ours."""

    def __init__(self, size: str, folder: Path, tools: Path) -> None:
        """Make it in a folder; `tools` holds the generator and the naive script."""
        self.size, self.plain, self.ours = size, folder / "plain", folder / "ours"
        self.records, self.briefs = SIZES[size]
        naive = folder / "naive"
        shutil.copytree(tools, naive, dirs_exist_ok=True)
        run([sys.executable, str(naive / "gen.py"), str(self.plain), str(self.records), str(self.briefs)])
        translated(self.plain, self.ours, ROOT)
        self.naive = [sys.executable, str(naive / "naive.py"), str(self.plain)]
        self._edits = 0

    def build(self, *more: str, formats: str = "html") -> Ran:
        """One build of ours, in a new process."""
        return run([sys.executable, "-m", "briefkit", "build", "--formats", formats, *more], self.ours)

    def clear(self) -> None:
        """Away with everything that was built or kept."""
        for leftover in ("dist", ".build"):
            shutil.rmtree(self.ours / leftover, ignore_errors=True)

    def edit(self) -> None:
        """Give a study that the first brief shows another effect."""
        self._edits += 1
        revised(self.ours, self._edits)

    def pages(self) -> dict[str, str]:
        """A hash of each file of the output that belongs to a brief."""
        dist = self.ours / "dist"
        files = sorted(path for path in dist.rglob("*") if path.is_file() and path.parent != dist)
        return {path.relative_to(dist).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def measured(corpus: Corpus, runs: int) -> Iterator[Row]:
    """All rows of one corpus but those about PDF."""
    theirs, cold = [], []
    for _ in range(runs):
        theirs.append(run(corpus.naive))
        corpus.clear()
        cold.append(corpus.build("--jobs", "1"))
    yield _beside(corpus, "HTML, cold, CPU s", [one.cpu for one in theirs], [one.cpu for one in cold])
    yield _beside(corpus, "HTML, cold, peak MiB", [one.peak for one in theirs], [one.peak for one in cold])
    if corpus.size in NEVER:
        return
    corpus.clear()
    teams = [corpus.build()]
    yield Row(corpus.size, "HTML, cold, as many processes as there are, wall s", None, teams[0].wall)
    yield Row(corpus.size, "the same, peak MiB of the largest process", None, teams[0].peak)
    again = [corpus.build() for _ in range(runs)]
    yield _beside(corpus, "nothing changed, wall s", [one.wall for one in theirs], [one.wall for one in again])
    before = corpus.pages()
    edited = []
    for _ in range(runs):
        corpus.edit()
        edited.append(corpus.build())
    after = corpus.pages()
    yield _beside(corpus, "one record edited, wall s", [one.wall for one in theirs], [one.wall for one in edited])
    changed = {path.partition("/")[0] for path in after if before.get(path) != after[path]}
    yield Row(corpus.size, f"briefs of {corpus.briefs} with new bytes after that edit", None, len(changed))
    warm = [float(word) for word in inside(corpus, "warm", runs).split()]
    yield Row(corpus.size, "one record edited, in a warm process, to the new page, wall s", None, median(warm))


def printed(corpus: Corpus, runs: int) -> Iterator[Row]:
    """PDFs: the whole build's CPU, beside what WeasyPrint itself took for the same pages in the same process."""
    pairs = []
    for _ in range(runs):
        corpus.clear()
        own, whole = map(float, inside(corpus, "printed", 1).split())
        pairs.append((own, whole))
    own, whole = median(one for one, _ in pairs), median(one for _, one in pairs)
    yield Row(corpus.size, "PDF, cold, CPU s, beside WeasyPrint's own render and write", own, whole)


def inside(corpus: Corpus, what: str, runs: int) -> str:
    """What a measurement inside one process prints."""
    return run([sys.executable, str(Path(__file__).with_name("inside.py")), what, str(runs)], corpus.ours).said


def growth(one: Row, other: Row) -> Row:
    """The exponent with which CPU grows from one size to another: 1 is in proportion to the records and briefs."""
    items = [sum(SIZES[row.size]) for row in (one, other)]
    exponent = math.log(other.own / one.own) / math.log(items[1] / items[0])
    return Row(f"{one.size} to {other.size}", "growth of CPU, exponent", None, exponent)


def _beside(corpus: Corpus, what: str, naive: Sequence[float], own: Sequence[float]) -> Row:
    return Row(corpus.size, what, median(naive), median(own))


def run(command: Sequence[str], folder: Path = ROOT) -> Ran:
    """Run a command in a folder to its end; ends the measurement when it fails by its own fault."""
    start = time.perf_counter()
    known = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder, env=known)
    assert process.stdout is not None
    said = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed: run it in {folder} to see why")
    return Ran(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)
