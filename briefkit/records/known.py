"""What a record may refer to, and what to say about a name that does not exist.

It is gathered before any record is read: ids come from file names, so that a record with a mistake in it still exists
for those who refer to it. A vocabulary whose file cannot be read is None: nothing is blamed for what it may hold.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from briefkit.problems import did_you_mean, listed
from briefkit.values.iso import is_country, suggest_country

Refusal = tuple[str, str, str]
"""Rule, message, way out."""

_HOMES = {
    "intervention": "`evidence/terms.yaml`, under `interventions:`",
    "outcome": "`evidence/outcomes.yaml`",
    "holder": "`evidence/holders.yaml`",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Names that exist in a base."""

    references: Collection[str] | None = None
    outcomes: Collection[str] | None = None
    interventions: Collection[str] | None = None
    holders: Collection[str] | None = None
    records: Mapping[str, str] = field(default_factory=dict)
    """Record id, of today or of old, to its kind."""

    def fault(self, what: str, text: str) -> Refusal | None:
        """What is wrong with a name of something; None when it exists, or when nobody can tell."""
        if what in ("outcome", "intervention", "holder"):
            return self._in_vocabulary(what, text)
        if what == "subject":
            return self._subject(text)
        if what == "country":
            return None if is_country(text) else ("unknown-country", f"`{text}` is not a country code", _country(text))
        if what == "reference":
            return self._reference(text)
        if what == "web":
            return _web(text)
        return self._record(what, text.partition(".")[0])

    def _in_vocabulary(self, what: str, text: str) -> Refusal | None:
        names: Collection[str] | None = getattr(self, f"{what}s")
        if names is None or text in names:
            return None
        other = f"add it to {_HOMES[what]}" + (f"; there are {_some(names)}" if names else "")
        return f"unknown-{what}", f"there is no {what} `{text}`", did_you_mean(text, names, other)

    def _subject(self, text: str) -> Refusal | None:
        if self.interventions is None or text in self.interventions or text in self.records:
            return None
        way = did_you_mean(text, [*self.interventions, *self.records], f"add it to {_HOMES['intervention']}")
        return "unknown-intervention", f"`{text}` is neither an intervention nor a record", way

    def _reference(self, text: str) -> Refusal | None:
        if self.references is None or text in self.references:
            return None
        other = "add it to a .bib file in `evidence/references/`"
        return "unknown-reference", f"there is no reference `{text}`", did_you_mean(text, self.references, other)

    def _record(self, what: str, record_id: str) -> Refusal | None:
        kind = self.records.get(record_id)
        any_kind = what in ("record", "address")
        if kind is not None and (any_kind or kind == what):
            return None
        others = [one for one, its in self.records.items() if any_kind or its == what]
        if kind is not None:
            way = f"name a {what} here" + (f": {_some(others)}" if others else "")
            return "unknown-record", f"`{record_id}` is not a {what} but a {kind.replace('_', ' ')}", way
        noun = "record" if any_kind else what
        other = f"write the name of its file without `.yaml`: {_some(others)}" if others else f"there is no {noun} yet"
        return "unknown-record", f"there is no {noun} `{record_id}`", did_you_mean(record_id, others, other)


def _country(text: str) -> str:
    way = suggest_country(text)
    return way.replace("did you mean", "write").rstrip("?") if text.casefold() == "uk" or len(text) > 3 else way


def _web(text: str) -> Refusal | None:
    if text.startswith(("https://", "http://")) and not any(c.isspace() for c in text):
        return None
    way = f"write `https://{text}`" if text.startswith("www.") else "copy it whole from the browser, with https://"
    return "value-invalid", f"`{text}` is not a web address", way


def _some(names: Collection[str]) -> str:
    return listed(sorted(names), most=8, joint="and")
