"""The texts of an evidence folder to a library, with every mistake in all of them found in one go.

Pure: no file is opened here, and what is returned depends on the texts alone. What only the whole base can tell
(dates out of order, figures that disagree) is the work of `briefkit.rules`.
"""

from briefkit.load.loading import NOTHING, Loaded, load, load_again

__all__ = ["NOTHING", "Loaded", "load", "load_again"]
