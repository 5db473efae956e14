"""How long builds take beside the obvious script, on the same corpus, in one run, turn and turn about: `make bench`.

The corpus and the naive script come from a folder beside this repository (`--tools`). Each number is a median of `--runs` runs of
new processes; what is compared is CPU, which other work on the machine shifts least, and for rebuilds the time one waits.
"""

import argparse
import itertools
import sys
import tempfile
from pathlib import Path

from bench.measures import NEVER, ROOT, SIZES, Corpus, growth, measured, printed

ORDER = tuple(SIZES)


def main() -> int:
    """Measure every size that was asked for, and print a table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", default="S,M", help="of S, M, L and XL")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pdf", default="", help="sizes of which PDFs are measured, too")
    parser.add_argument("--tools", type=Path, default=ROOT.parent / "shared/bench", help="has gen.py and naive.py")
    asked = parser.parse_args()
    if not (asked.tools / "gen.py").is_file():
        print(f"there is no gen.py in {asked.tools}: give the folder as --tools", file=sys.stderr)
        return 2
    print("| size | what | naive | briefkit | ratio |\n|---|---|---|---|---|")
    cold = {}
    for size in sorted(asked.sizes.split(","), key=ORDER.index):
        with tempfile.TemporaryDirectory() as folder:
            corpus = Corpus(size, Path(folder), asked.tools)
            for row in measured(corpus, asked.runs if size not in NEVER else 1):
                cold.setdefault(size, row)
                print(row, flush=True)
            for row in printed(corpus, asked.runs) if size in asked.pdf.split(",") else ():
                print(row, flush=True)
    sizes = list(cold)
    for one, other in itertools.pairwise(sizes):
        print(growth(cold[one], cold[other]), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
