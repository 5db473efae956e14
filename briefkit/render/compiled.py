"""Templates made ready once: for all looks of a process, and, where somebody keeps them, for the next.

What is kept is code that Jinja made of a template, known by the template's name and text. Only what this package has kept
itself may be put back.
"""

from hashlib import blake2b

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

MOST = 400
"""Templates that are kept: past this, what is no longer used goes first."""


class Compiled(BytecodeCache):
    """What Jinja has made of templates, in memory."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}
        self._new = False

    def take(self, known: dict[str, bytes]) -> None:
        """What was kept of an earlier process."""
        self._known = known | self._known

    def to_keep(self) -> dict[str, bytes] | None:
        """Everything, when there is more than was taken; else None."""
        return dict(self._known) if self._new else None

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what is known into Jinja's hand."""
        data = self._known.get(_name(bucket))
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what Jinja has made."""
        self._known.pop(_name(bucket), None)
        self._known[_name(bucket)] = bucket.bytecode_to_string()
        self._new = True
        for name in list(self._known)[:-MOST]:
            del self._known[name]


def _name(bucket: Bucket) -> str:
    """The template's name, and its text: another text is another template."""
    return blake2b(f"{bucket.key} {bucket.checksum}".encode(), digest_size=20).hexdigest()


COMPILED = Compiled()
"""Those of this process."""
