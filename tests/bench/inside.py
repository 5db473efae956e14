"""What can only be measured inside a process: an edit that a warm one answers, and the share of the printer in a build."""

import gc
import sys
import time
from io import StringIO
from pathlib import Path
from typing import Any

from bench.corpus import revised

from briefkit import pdf
from briefkit.cli import main
from briefkit.cli.entry import SELDOM
from briefkit.cli.today import today
from briefkit.desk.preview import Preview
from briefkit.disk.watching import Watch
from briefkit.problems import Problem

BRIEF = "brief0000"


def warm(runs: int) -> None:
    """Seconds from a saved record to the new page of a brief that shows it, as the preview makes it."""
    watch, preview = Watch(Path()), Preview(today)
    tree = watch.look()
    assert tree is not None
    preview.refresh(tree)
    preview.view((BRIEF, "draft"))
    for number in range(runs + 1):
        words = revised(Path(), 100 + number)
        start = time.perf_counter()
        tree = watch.look()
        assert tree is not None
        preview.refresh(tree)
        view = preview.view((BRIEF, "draft"))
        took = time.perf_counter() - start
        assert words.encode() in view.files["index.html"]
        if number:
            sys.stdout.write(f"{took}\n")


def printed(_: int) -> None:
    """CPU seconds of WeasyPrint's own work in a build of all PDFs, and of the whole build."""
    spent = [0.0]
    whole = pdf.to_pdf

    def timed(*given: Any) -> tuple[bytes | None, list[Problem]]:
        start = time.process_time()
        try:
            return whole(*given)
        finally:
            spent[0] += time.process_time() - start

    pdf.to_pdf = timed
    main(["build", "--formats", "pdf", "--jobs", "1"], Path(), StringIO(), StringIO())
    sys.stdout.write(f"{spent[0]} {time.process_time()}\n")


if __name__ == "__main__":
    gc.set_threshold(*SELDOM)  # as the command does
    {"warm": warm, "printed": printed}[sys.argv[1]](int(sys.argv[2]))
