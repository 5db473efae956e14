"""What has changed since somebody vouched for it, in a reader's words."""

from functools import partial

from briefkit.problems import Where
from briefkit.sources.lapses import changes
from briefkit.sources.lock_entry import Entry
from briefkit.sources.sought import Sought
from briefkit.values import Quote


def said(**now: str) -> Sought:
    return Sought(
        name="a.b",
        shown="a.b",
        quote=Quote("x"),
        at=None,
        documents=("k",),
        tell=partial(dict, now),
        where=Where("evidence/a.yaml"),
    )


def test_an_interval_is_told_as_a_page_prints_it():
    before = Entry(seal="0" * 64, state="witnessed", on="2026-03-01", says={"value": "35", "interval": "95 -8 37"})
    assert changes(said(value="35", interval="95 8 73"), before) == (
        "interval is now `95% CI 8 to 73`, was `95% CI −8 to 37`"
    )
    assert changes(said(value="35"), before) == "interval `95% CI −8 to 37` is gone"


def test_a_quotation_alone():
    before = Entry(seal="0" * 64, state="witnessed", on="2026-03-01", says={"value": "35"})
    assert changes(said(value="35", quote="other"), before) == "its quotation is another"
