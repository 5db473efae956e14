"""Where links may lead and pictures may come from: nowhere that a reader, or the machine that prints, could be harmed."""

import re
from collections.abc import Iterator, Sequence
from posixpath import normpath

from briefkit.expressions.atom import MARK, Lifted
from briefkit.problems import Problem, did_you_mean
from briefkit.prose.token import Token

SCHEMES = ("https:", "http:", "mailto:")
PICTURE_FOLDERS = ("briefs/", "templates/")
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\\]")


def link_problems(tokens: Sequence[Token], lifted: Lifted) -> Iterator[Problem]:
    """What is wrong with the links and pictures of a text; a refused link becomes its text, a refused picture its words."""
    for token in tokens:
        for child in token.children or []:
            if child.type == "link_open":
                yield from _link(child, lifted)
            elif child.type == "image":
                yield from _picture(child, lifted)


def _link(token: Token, lifted: Lifted) -> Iterator[Problem]:
    target = str(token.attrs.get("href", ""))
    why = _refused(target)
    if why:
        token.attrs = {}
        shown = lifted.restored(target)
        way = "links lead to `https://...`, `http://...`, `mailto:...` or a heading of this brief, `#what-it-costs`"
        yield Problem(token.meta["where"], "link-refused", f"a link cannot lead to `{shown}`: {why}", way)


def _refused(target: str) -> str:
    """Why a link cannot lead there; empty when it can."""
    if MARK.search(target):
        return "an expression stands in it"
    if not target.removeprefix("#"):
        return "it names no place"
    if _UNSAFE.search(target):
        return "it holds a blank, a backslash or an invisible character"
    return "" if target.startswith("#") else _off_page(target)


def _off_page(target: str) -> str:
    """Why a link that leaves the page cannot be followed."""
    scheme = target[: target.find(":") + 1].casefold()
    if scheme not in SCHEMES:
        return f"`{scheme}` is no way to reach a page" if scheme else "it lies outside of this brief"
    rest = target[len(scheme) :]
    if scheme == "mailto:":
        return "" if re.fullmatch(r"[^@/?]+@[^@/?]+\.[^@/?]+(?:\?.*)?", rest) else "it is no e-mail address"
    return "" if re.match(r"//[^/?#]+", rest) else "it names no host"


def _picture(token: Token, lifted: Lifted) -> Iterator[Problem]:
    source = str(token.attrs.get("src", ""))
    path = picture_path(source)
    if path is None:
        token.attrs = {}
        message = f"a picture cannot come from `{lifted.restored(source)}`"
        way = f"put it under `briefs/` or `templates/` as {', '.join(PICTURES)} and write its path from the project's folder: `briefs/pictures/map.svg`"
        yield Problem(token.meta["where"], "picture-refused", message, way)
    else:
        token.attrs["src"] = path
    if not token.content.strip():
        way = "say in the brackets what a reader who cannot see it should know: `![Places by country](briefs/map.svg)`"
        yield Problem(token.meta["where"], "missing-alt", "this picture has no words for those who cannot see it", way)


def picture_path(source: str) -> str | None:
    """The path of a picture from the project's folder; None when it may not be used.

    A path that begins with neither of the two folders counts from `briefs/`.
    """
    parts = source.split("/")
    if (
        not source
        or ":" in source
        or source.startswith("/")
        or ".." in parts
        or _UNSAFE.search(source)
        or "%" in source
    ):
        return None
    if MARK.search(source) or "?" in source or "#" in source or not source.lower().endswith(PICTURES):
        return None
    path = normpath(source)
    return path if path.startswith(PICTURE_FOLDERS) else f"briefs/{path}"


def anchor_problems(tokens: Sequence[Token], anchors: Sequence[str]) -> Iterator[Problem]:
    """Links to headings that are not there."""
    for token in tokens:
        for child in token.children or []:
            target = str(child.attrs.get("href", "")) if child.type == "link_open" else ""
            if target.startswith("#") and target[1:] not in anchors:
                way = did_you_mean(
                    target[1:], anchors, "a heading's name is its words in lower case, joined by hyphens"
                )
                message = f"no heading of this brief is called `{target}`"
                yield Problem(
                    child.meta["where"], "unknown-anchor", message, way.replace("`", "`#", 1) if "mean" in way else way
                )
