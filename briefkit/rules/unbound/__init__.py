"""Numbers and quotations that rest on nothing: found in briefs and in the prose of records, with what could bear them."""

from briefkit.rules.unbound.judge import Unbound, unbound

__all__ = ["Unbound", "unbound"]
