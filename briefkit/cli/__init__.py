"""The command line: what people touch. `run` is what `build.py` and `briefkit` call; `main` is the same for tests."""

from briefkit.cli.entry import main, run

__all__ = ["main", "run"]
