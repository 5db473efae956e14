"""Derived figures: what a formula makes of other figures, with its working, and never more exact than its inputs."""

from briefkit.derive.derived import Derived, derive
from briefkit.derive.pending import Pending

__all__ = ["Derived", "Pending", "derive"]
