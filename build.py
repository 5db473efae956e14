"""Builds the policy briefs; `python build.py --help` tells more. Everything it does is in `briefkit/`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  who has an older Python is to read a sentence, not a traceback
    sys.exit("briefkit needs Python 3.11 or later; this is Python " + sys.version.split()[0])

from briefkit.cli import run

if __name__ == "__main__":
    run()
