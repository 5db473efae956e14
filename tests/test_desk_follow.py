"""The thread that follows a project: what is made first, what is told, what happens when briefkit itself fails."""

import time
from dataclasses import replace

import pytest
from preview_desk import BRIEF, TODAY, previewed, tree, with_text

from briefkit.desk.feed import Feed, News
from briefkit.desk.follow import INDEX, Follow
from briefkit.desk.preview import Preview

DRAFT, PUBLISH, LUNCH = ("breakfast", "draft"), ("breakfast", "publish"), ("lunch", "draft")


class Told(Feed):
    """A feed that keeps what is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[News] = []

    def tell(self, news: News) -> None:
        """Keep it."""
        self.heard.append(news)


def until(holds) -> None:
    """Wait for the thread; a minute is more than any machine needs."""
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def follow():
    """Follows what is put into `.saves`; everything it fails at is in `.faults`."""
    saves, faults = [], []

    def look():
        found = saves.pop(0) if saves else None
        if isinstance(found, Exception):
            raise found
        return found

    def tell(fault: Exception) -> str:
        faults.append(fault)
        return f"failed: {fault}"

    shown = replace(tree(), texts={**tree().texts, "briefs/lunch.md": tree().texts[BRIEF]})
    following = Follow(look, previewed(shown), Told(), tell)
    following.saves, following.faults, following.shown = saves, faults, shown
    yield following
    following.end()


def built(follow: Follow) -> list[tuple[str, str]]:
    return [(news.slug, news.gate) for news in follow.feed.heard if news.kind == "built"]


def test_what_is_open_is_made_before_what_was_asked_for_and_before_what_the_index_counts(follow):
    follow.ask(PUBLISH)
    with follow.looked_at(INDEX), follow.looked_at(LUNCH):
        follow.start()
        until(lambda: len(built(follow)) == 3)
    assert built(follow) == [LUNCH, PUBLISH, DRAFT]


def test_a_page_that_was_closed_is_not_made_again(follow):
    with follow.looked_at(LUNCH):
        follow.start()
        until(lambda: built(follow) == [LUNCH])
    with follow.looked_at(DRAFT):
        until(lambda: built(follow) == [LUNCH, DRAFT])
        follow.saves.append(with_text(follow.shown, "evidence/terms.yaml", "label", "label"))
        until(lambda: len(built(follow)) == 3)
    assert built(follow) == [LUNCH, DRAFT, DRAFT]
    assert follow.feed.heard[-2] == News(kind="working", slug="*")


def test_a_failure_of_our_own_is_said_once_and_the_next_save_goes_on(follow):
    with follow.looked_at(DRAFT):
        follow.saves += [RuntimeError("the disk is odd"), RuntimeError("the disk is odd")]
        follow.start()
        until(lambda: sum(news.kind == "fault" for news in follow.feed.heard) == 2 and built(follow))
        assert [str(fault) for fault in follow.faults] == ["the disk is odd"]
        assert {news.words for news in follow.feed.heard if news.kind == "fault"} == {"failed: the disk is odd"}
        follow.saves.append(with_text(follow.shown, BRIEF, "What it costs", "The price"))
        until(lambda: len(built(follow)) == 2)
    assert b"The price" in follow.last(DRAFT).files["index.html"]


def test_a_view_that_fails_is_left_until_the_next_save_or_until_somebody_asks(follow):
    class Failing(Preview):
        """Fails at one view for as long as it is told to."""

        fails = True

        def view(self, key):
            """Fail."""
            if self.fails:
                message = "no view"
                raise RuntimeError(message)
            return super().view(key)

    preview = Failing(lambda: TODAY)
    preview.refresh(follow.shown)
    failing = Follow(lambda: None, preview, follow.feed, follow._tell_fault)  # noqa: SLF001  the same ear
    failing.ask(DRAFT)
    failing.start()
    until(lambda: follow.feed.heard)
    assert follow.feed.heard == [News(kind="fault", slug="breakfast", gate="draft", words="failed: no view")]
    preview.fails = False
    failing.ask(DRAFT)
    until(lambda: built(follow) == [DRAFT])
    failing.end()
    assert len(follow.faults) == 1
