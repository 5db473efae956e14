"""The addresses of the preview, and what is behind each. Another desk adds its own to the list in `serving.py`."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from briefkit.desk.follow import INDEX, Follow
from briefkit.desk.guard import PAGE_POLICY
from briefkit.desk.pages import Pages
from briefkit.desk.preview import GATES, Key
from briefkit.desk.view import View

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

BEAT = 0.5
"""Seconds after which a door that waits looks whether anybody is still there."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What is handed out of what was built."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the doors share."""

    follow: Follow
    ended: Callable[[], bool]
    """Whether the preview is being ended: whoever waits goes."""

    def key(self, request: "Request") -> Key | None:
        """The brief and the gate that an address names; None when there is and was no such brief."""
        slug = request.path_params.get("slug") or request.query_params.get("slug", "")
        asked = request.path_params.get("gate") or request.query_params.get("gate", "")
        for gate in (gate for gate in GATES if gate == asked):
            if slug in self.follow.slugs or self.follow.last((slug, gate)) is not None:
                return slug, gate
        return None

    async def view(self, key: Key) -> View | None:
        """The view that was made last; the first is waited for. None when it cannot be made."""
        with self.follow.feed.listening() as news:
            self.follow.ask(key)
            while (view := self.follow.last(key)) is None and not self.ended():
                try:
                    told = await asyncio.wait_for(news.get(), BEAT)
                except TimeoutError:
                    continue
                if told.kind == "fault" and told.slug in {key[0], ""}:
                    return None
        return view


@dataclass(frozen=True, slots=True)
class Doors:
    """What is behind each address."""

    desk: Desk
    pages: Pages

    async def index(self, _: "Request") -> "Response":
        """All briefs."""
        return _html(self.pages.index())

    async def rows(self, _: "Request") -> "Response":
        """The list of them alone."""
        return _html(self.pages.rows())

    async def shell(self, request: "Request") -> "Response":
        """One brief at one gate, beside its problems."""
        key = self.desk.key(request)
        if key is None:
            return await self.missing(request)
        self.desk.follow.ask(key)
        return _html(self.pages.shell(key))

    async def state(self, request: "Request") -> "Response":
        """What of that changes with a save."""
        key = self.desk.key(request)
        view = await self.desk.view(key) if key else None
        return _answer(self.pages.state(view) if view else "{}", "application/json", 200 if view else 404)

    async def built(self, request: "Request") -> "Response":
        """A file that was built from the brief: in a sandbox, since what stands in it comes from the files."""
        key = self.desk.key(request)
        view = await self.desk.view(key) if key else None
        path = request.path_params["path"]
        data = view.files.get(path) if view else None
        ending = path[path.rfind(".") :]
        if data is None or ending not in TYPES:
            return _answer("There is no page yet: the list of problems says why.", "text/plain", 404)
        kept = {} if ending == ".html" else {"Content-Disposition": "attachment"}
        return _answer(data, TYPES[ending], headers={"Content-Security-Policy": PAGE_POLICY, **kept})

    async def news(self, request: "Request") -> "Response":
        """What happens, as an event stream."""
        from starlette.responses import StreamingResponse  # noqa: PLC0415  heavy, loaded only when used

        return StreamingResponse(_news(self.desk, request), media_type="text/event-stream")

    async def sheet(self, _: "Request") -> "Response":
        """The style of the desk's pages."""
        return _answer(self.pages.sheet(), "text/css")

    async def script(self, _: "Request") -> "Response":
        """Their script."""
        return _answer(self.pages.script(), "text/javascript")

    async def home(self, _: "Request") -> "Response":
        """Where a page's own link to all briefs leads."""
        return _moved("/")

    async def draft(self, request: "Request") -> "Response":
        """A brief without a gate is looked at as a draft."""
        return _moved(f"/briefs/{quote(request.path_params['slug'])}/draft/")

    async def missing(self, request: "Request") -> "Response":
        """An address that leads nowhere."""
        return _html(self.pages.missing(request.url.path), 404)


def doors(desk: Desk) -> "list[BaseRoute]":
    """Every address of the preview."""
    from starlette.routing import Route  # noqa: PLC0415  heavy, loaded only when used

    to = Doors(desk, Pages(desk.follow))
    return [
        Route("/", to.index),
        Route("/list", to.rows),
        Route("/news", to.news),
        Route("/desk.css", to.sheet),
        Route("/desk.js", to.script),
        Route("/briefs/{slug}/", to.draft),
        Route("/briefs/{slug}/{gate}/", to.shell),
        Route("/briefs/{slug}/{gate}/state", to.state),
        Route("/briefs/{slug}/{gate}/index.html", to.home),
        Route("/briefs/{slug}/{gate}/page/{path:path}", to.built),
    ]


def nowhere(desk: Desk) -> "BaseRoute":
    """The answer to every address that no door has; it goes last."""
    from starlette.routing import Route  # noqa: PLC0415  heavy, loaded only when used

    return Route("/{path:path}", Doors(desk, Pages(desk.follow)).missing)


async def _news(desk: Desk, request: "Request") -> AsyncIterator[bytes]:
    """What happens, for as long as the page is open; its view, or those of the index, are kept up to date meanwhile."""
    key = desk.key(request) or INDEX
    with desk.follow.feed.listening() as queue, desk.follow.looked_at(key):
        yield b"retry: 1000\n\n"
        while not desk.ended() and not await request.is_disconnected():
            try:
                yield (await asyncio.wait_for(queue.get(), BEAT)).event()
            except TimeoutError:
                continue


def _html(text: str, status: int = 200) -> "Response":
    return _answer(text, "text/html; charset=utf-8", status)


def _answer(content: str | bytes, kind: str, status: int = 200, headers: dict[str, str] | None = None) -> "Response":
    from starlette.responses import Response  # noqa: PLC0415  heavy

    return Response(content, status, headers, kind)


def _moved(address: str) -> "Response":
    from starlette.responses import RedirectResponse  # noqa: PLC0415  heavy

    return RedirectResponse(address, 302)
