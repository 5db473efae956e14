"""The fonts of the pages inside a Word file, so that it looks the same where nobody has installed them.

The format hides the first bytes of such a font behind a key, which stands beside it: it is no lock, only a formality.
"""

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5

FAMILY = "Briefkit Sans"
CUTS = {"embedRegular": "regular", "embedBold": "bold", "embedItalic": "italic"}
"""What the format calls a cut, and its file under `templates/fonts/`."""
FACES = (("regular", 400, "normal"), ("italic", 400, "italic"), ("semibold", 600, "normal"), ("bold", 700, "normal"))


def faces_of(assets: Mapping[str, bytes]) -> str:
    """The `@font-face` rules of the fonts that there are."""
    return "".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; font-style: {slant}; '
        f'src: url("asset:fonts/{name}.woff2") format("woff2") }}'
        for name, weight, slant in FACES
        if f"fonts/{name}.woff2" in assets
    )


def embedded(assets: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """Key and hidden bytes of each cut, by what the format calls it; without those that are not there or damaged."""
    found = {}
    for called, name in CUTS.items():
        data = _opened(assets.get(f"fonts/{name}.woff2", b""))
        if data:
            key = str(uuid5(NAMESPACE_URL, f"briefkit:{FAMILY}:{name}")).upper()
            found[called] = (key, _hidden(data, key))
    return found


@lru_cache(maxsize=8)
def _opened(font: bytes) -> bytes:
    """A compressed font as TrueType; nothing for a damaged one, which the printer of the PDF complains about."""
    from fontTools.ttLib import woff2  # noqa: PLC0415  heavy, loaded only when used

    out = BytesIO()
    try:
        woff2.decompress(BytesIO(font), out)
    except Exception:  # noqa: BLE001  whatever a damaged file makes of it
        return b""
    return out.getvalue()


def _hidden(font: bytes, key: str) -> bytes:
    """The first 32 bytes, turned over with the bytes of the key from its end (ECMA-376, part 4, 2.8.1)."""
    turned = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(one ^ other for one, other in zip(font[:32], turned, strict=True)) + font[32:]
