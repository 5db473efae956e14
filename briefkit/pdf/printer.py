"""The printer: a print page to a tagged PDF. WeasyPrint, which lives only here, sees the assets handed in and nothing
else: no network, no files, no attachments. What it grumbles about becomes problems.
"""

import ctypes.util
import logging
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from hashlib import sha256
from io import BytesIO, StringIO
from typing import Any

from briefkit.pdf.attachments import Attached, attach
from briefkit.pdf.marks import mark
from briefkit.pdf.writing import add_tags
from briefkit.problems import Problem, Where

VARIANT = "pdf/a-3a"
SCHEME = "asset:"
"""How the addresses of fonts and pictures begin in a print page."""
KINDS = {
    "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}
PLACE = Where("templates", 0)
"""Where faults of a print page are looked for when nothing is known about them: in the looks."""


def to_pdf(
    html: str, assets: Mapping[str, bytes], where: Where = PLACE, files: Sequence[Attached] = ()
) -> tuple[bytes | None, list[Problem]]:
    """The PDF of a print page with `files` inside it, and what went wrong; None when WeasyPrint cannot be loaded.

    The same page, assets and files give the same bytes, on any day. `where` is the place to name in problems.
    """
    weasyprint = _loaded()
    if weasyprint is None:
        way = "install Pango (on Debian: `apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`)"
        return None, [Problem(where, "printer-missing", "PDF cannot be written: WeasyPrint does not find Pango", way)]
    fetcher = _fetcher(assets)
    options = {"pdf_variant": VARIANT, "pdf_identifier": _identifier(html, assets)}
    with _grumbles() as heard:
        try:
            page = weasyprint.HTML(string=html, base_url=SCHEME + "///", url_fetcher=fetcher)
            data: bytes | None = _finished(page.write_pdf(**options), files)
        except Exception as fault:  # noqa: BLE001  whatever a style sheet can make WeasyPrint stumble over
            return None, [_given_up(fault, where)]
    refused = [_refusal(url, where) for url in dict.fromkeys(fetcher.refused)]
    said = [" ".join(record.getMessage().split()).removesuffix(".") for record in heard]
    rest = [_grumble(words, where) for words in said if not any(url in words for url in fetcher.refused)]
    return data, list(dict.fromkeys([*refused, *rest]))


def _finished(data: bytes, files: Sequence[Attached]) -> bytes:
    """The file with everything in it that WeasyPrint does not write."""
    import pikepdf  # noqa: PLC0415  heavy, loaded only when used

    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        mark(pdf)
        attach(pdf, files)
        pdf.save(
            out, deterministic_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return out.getvalue()


def _identifier(html: str, assets: Mapping[str, bytes]) -> bytes:
    """An identifier of the document that only its content decides."""
    digest = sha256(html.encode())
    for name in sorted(assets):
        digest.update(name.encode() + sha256(assets[name]).digest())
    return digest.hexdigest()[:32].encode()


def _loaded() -> Any:
    """WeasyPrint; None when the libraries that it needs are not on this machine."""
    try:
        with redirect_stdout(StringIO()), _no_search():
            import weasyprint  # noqa: PLC0415  heavy, loaded only when used
            import weasyprint.pdf  # noqa: PLC0415  heavy, loaded only when used
    except OSError:
        return None
    # It has no door for this: what it calls to write tags is named here.
    weasyprint.pdf.add_tags = add_tags
    return weasyprint


@contextmanager
def _no_search() -> Iterator[None]:
    """Keep the loader from asking compilers where libraries lie: half a second, and on Linux their names suffice."""
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005  the parameter is the loader's
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _fetcher(assets: Mapping[str, bytes]) -> Any:
    """What WeasyPrint asks for fonts and pictures: it gets those handed in, and nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415  heavy, loaded only when used

    class Assets(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Serves the assets of one project."""

        def __init__(self) -> None:
            super().__init__()
            self.refused: list[str] = []

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002  its signature
            name = url.removeprefix(SCHEME).lstrip("/")
            if not url.startswith(SCHEME) or name not in assets:
                self.refused.append(url)
                message = f"not an asset of this project: {url}"
                raise ValueError(message)
            kind = KINDS.get(name.rpartition(".")[2].lower(), "application/octet-stream")
            data = _opened(assets[name]) if kind == KINDS["woff2"] else assets[name]
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    return Assets()


@lru_cache(maxsize=16)
def _opened(font: bytes) -> bytes:
    """A compressed font as the printer needs it: it would open the same four anew for each document, which takes half
    a second. One that cannot be opened stays as it is, for the printer to say so.
    """
    from fontTools.ttLib import woff2  # noqa: PLC0415  heavy, loaded only when used

    out = BytesIO()
    try:
        woff2.decompress(BytesIO(font), out)
    except Exception:  # noqa: BLE001  whatever a damaged file makes of it
        return font
    return out.getvalue()


class _Memory(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, heard: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self._heard.append(record)


@contextmanager
def _grumbles() -> Iterator[list[logging.LogRecord]]:
    """What the printer logs meanwhile, from warnings upwards."""
    heard: list[logging.LogRecord] = []
    logger = logging.getLogger("weasyprint")
    handler = _Memory(heard)
    spoke_on, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield heard
    finally:
        logger.removeHandler(handler)
        logger.propagate = spoke_on


def _refusal(url: str, where: Where) -> Problem:
    shown = url if len(url) <= 80 else url[:79] + "…"
    way = "a page may use only fonts and pictures of the project's own `templates/` and `briefs/`"
    return Problem(where, "asset-refused", f"the printer was asked for `{shown}`, which it may not fetch", way)


_PICTURE = re.compile(r"(?:Failed to load image at|Failed to render SVG image) .?asset:/*([^'\"]+)")
_FONT = re.compile(r"Font-face .* cannot be loaded")


def _grumble(words: str, where: Where) -> Problem:
    picture = _PICTURE.match(words)
    if picture:
        message = f"the printer cannot read the picture `{picture[1]}`, so that it is missing from the PDF"
        return Problem(where, "picture-unreadable", message, "is the file whole? save it anew as PNG, JPEG or SVG")
    if _FONT.match(words):
        message = f"a font file cannot be read, so that the PDF is set in another font: {words}"
        way = "is the file whole? make the fonts anew as `templates/fonts/README.md` shows, or take them from git"
        return Problem(where, "print-fault", message, way)
    way = "mend the template or style sheet that this page comes from; what the printer does not know, it leaves out"
    return Problem(where, "print-fault", f"the printer says: {words}", way)


def _given_up(fault: Exception, where: Where) -> Problem:
    words = " ".join(f"{type(fault).__name__} {fault}".split())
    way = "undo the last change of a template or style sheet: something in it is more than the printer can lay out"
    return Problem(where, "print-fault", f"the printer gave up: {words}", way)
