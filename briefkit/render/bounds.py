"""Where templates run: Jinja's sandbox, in which nothing grows past all bounds either.

Templates are a team's own files, and still a slip in one must neither hang a build nor eat the machine's memory.
"""

import re
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_GROWING_FILTERS = ("center", "format", "indent")
_GROWING_METHODS = frozenset({"center", "expandtabs", "format", "format_map", "ljust", "rjust", "zfill"})
_NOTHING = object()
_WIDE = re.compile(r"%(?!s)")
"""A place in a text to be filled that may ask for a width, as `%1000d` does."""


class Bounded(ImmutableSandboxedEnvironment):
    """The sandbox without what makes a long text or a vast number out of a short line."""

    intercepted_binops = frozenset({"**", "*", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in _GROWING_FILTERS:
            del self.filters[name]
        del self.globals["lipsum"]
        self._known: dict[tuple[type, str], bool] = {}
        """Whether objects of a type have an attribute that is safe, for those that were asked for."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of `*` or `%` between numbers, or of a text with plain `%s` in it; what could grow is refused."""
        plain = operator == "%" and isinstance(left, str) and not _WIDE.search(left.replace("%%", ""))
        if operator == "**":
            message = "`**` is not for templates"
            raise SecurityError(message)
        if not plain and not (isinstance(left, int | float) and isinstance(right, int | float)):
            message = f"`{operator}` is for numbers alone in templates{', and for texts with plain `%s` in them' if operator == '%' else ''}"
            raise SecurityError(message)
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template means by `obj.attribute`: the attribute, else what is kept under that name."""
        value = getattr(obj, attribute, _NOTHING)
        if value is not _NOTHING:
            return value if self._lets(obj, attribute, value) else self.unsafe_undefined(obj, attribute)
        try:
            return obj[attribute]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What a template means by `obj[argument]`, and a filter by the name of an attribute: the other way round."""
        try:
            return obj[argument]
        except (TypeError, LookupError):
            value = getattr(obj, str(argument), _NOTHING) if isinstance(argument, str) else _NOTHING
        if value is _NOTHING:
            return self.undefined(obj=obj, name=argument)
        return value if self._lets(obj, str(argument), value) else self.unsafe_undefined(obj, argument)

    def _lets(self, obj: Any, attribute: str, value: Any) -> bool:
        """Whether a template may use it. That hangs on the type of the object and the name alone, so that each pair is
        judged once: a page asks ten thousand times for a few hundred of them.
        """
        pair = (type(obj), attribute)
        safe = self._known.get(pair)
        if safe is None:
            safe = self._known[pair] = self.is_safe_attribute(obj, attribute, value)
        return safe

    def wrap_str_format(self, _value: Any) -> None:
        """No way round `is_safe_attribute`, which refuses the `format` of texts."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use it: no methods that fill a text up to a given width."""
        if isinstance(obj, str) and attr in _GROWING_METHODS:
            return False
        return bool(super().is_safe_attribute(obj, attr, value))
