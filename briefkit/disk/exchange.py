"""Two folders change places in one step, on systems that can do that."""

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100
"""Linux AT_FDCWD: paths are meant as they stand."""
_EXCHANGE = 2
"""Linux RENAME_EXCHANGE; macOS RENAME_SWAP has the same number."""


def exchanged(one: Path, other: Path) -> bool:
    """True when the two have changed places; False when this system or this disk cannot do it, and nothing was done."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(first, second, _EXCHANGE) == 0)
        return bool(libc.renameat2(_HERE, first, _HERE, second, _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        return False  # Windows has no such library, older systems no such call
