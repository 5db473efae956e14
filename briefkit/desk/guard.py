"""What stands before every door of the desk: nobody but a browser on this machine, showing a page of ours, comes in.

A page of the open web can send a browser to any address of this machine, and a name can be made to point at it
("DNS rebinding"). So the name that was asked for, the page that asks and what it wants are all looked at, nothing that
could write is let through, and every answer says that it may be read and framed by our own pages alone.
"""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

NAMES = ("127.0.0.1", "localhost")
METHODS = ("GET", "HEAD")
SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src data:; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""For the desk's own pages: nothing but what this address itself serves."""
PAGE_POLICY = (
    "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox; default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
"""For what was built from the files: a sandbox, in which it belongs to no address. Which scripts and styles may run there
stands, by their hashes, in the page itself, and both policies have to agree."""
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def refusal(method: str, hosts: list[str], headers: Mapping[str, str], port: int) -> tuple[int, str] | None:
    """Status and words for a request that is not let in; None for one that is. `hosts` are all its Host headers."""
    known = {f"{name}:{port}" for name in NAMES} | ({*NAMES} if port == 80 else set())
    if len(hosts) != 1 or hosts[0].lower() not in known:
        return 421, f"This preview answers to http://127.0.0.1:{port}/ alone."
    if method not in METHODS:
        return 405, "This preview only shows; it changes nothing."
    origin = headers.get("origin")
    if origin is not None and origin.lower() not in {f"http://{name}" for name in known}:
        return 403, "Another page asked for this, and is not let in."
    to_look = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} and not to_look:
        return 403, "Another page asked for this, and is not let in."
    return None


class Guard:
    """The app behind the guard; `tell_fault` hears when briefkit itself fails in it."""

    def __init__(self, app: App, port: int, tell_fault: Callable[[Exception], str]) -> None:
        self._app = app
        self._port = port
        self._tell_fault = tell_fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        pairs = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
        hosts = [value for name, value in pairs if name == "host"]
        refused = refusal(scope["method"], hosts, dict(pairs), self._port)
        if refused is not None:
            await _plain(send, *refused)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                own = {name for name, _ in message["headers"]}
                added = {**HEADERS, "Content-Security-Policy": SHELL_POLICY}.items()
                more = [(name.lower().encode(), value.encode()) for name, value in added]
                message = {**message, "headers": [*message["headers"], *(p for p in more if p[0] not in own)]}
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception as fault:  # noqa: BLE001  our own fault, said as such at the terminal and in the browser
            words = self._tell_fault(fault)
            if not begun:
                await _plain(send, 500, words)


async def _plain(send: Send, status: int, words: str) -> None:
    """An answer of a few words."""
    headers = {**HEADERS, "Content-Type": "text/plain; charset=utf-8", "Content-Security-Policy": SHELL_POLICY}
    if status == 405:
        headers["Allow"] = ", ".join(METHODS)
    pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await send({"type": "http.response.body", "body": words.encode()})
