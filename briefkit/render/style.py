"""The style sheets, fonts and script of a page, all inside the page: nothing is fetched when it is read."""

from base64 import b64encode
from hashlib import sha256
from typing import Literal

from briefkit.render.look import Look

FACES = (("regular", 400, "normal"), ("italic", 400, "italic"), ("semibold", 600, "normal"), ("bold", 700, "normal"))
SCREEN_SHEETS = (
    "css/tokens.css",
    "css/page.css",
    "css/chain.css",
    "css/judgements.css",
    "css/picture.css",
    "css/judgements-narrow.css",
    "css/screen.css",
    "css/override.css",
)
PRINT_SHEETS = (
    "css/tokens.css",
    "css/page.css",
    "css/chain.css",
    "css/judgements.css",
    "css/print.css",
    "css/pdf.css",
    "css/override.css",
)
SCRIPT = "js/panels.js"


def style(look: Look, medium: Literal["screen", "print"], gate: str) -> str:
    """All style rules of a page. A screen page carries those of the printed page along, for readers who print it."""
    return look.once(("style", medium, gate), lambda: _style(look, medium, gate))


def _style(look: Look, medium: Literal["screen", "print"], gate: str) -> str:
    sheets = [look.texts.get(name, "") for name in (SCREEN_SHEETS if medium == "screen" else PRINT_SHEETS)]
    paper = [f"@media print {{\n{look.texts.get('css/print.css', '')}}}"] if medium == "screen" else []
    text = "\n".join(
        [faces(look, medium), _draft_mark(look, medium) if gate == "draft" else "", *sheets[:-1], *paper, sheets[-1]]
    )
    return text.replace("</", "<\\/")


def faces(look: Look, medium: Literal["screen", "print"]) -> str:
    """The `@font-face` rules: fonts inlined for screens, by name for the printer."""
    rules = []
    for name, weight, slant in FACES:
        path = f"fonts/{name}.woff2"
        if path in look.assets:
            source = f"asset:{path}" if medium == "print" else _inlined("font/woff2", look.assets[path])
            rules.append(
                f'@font-face {{ font-family: "Briefkit Sans"; font-weight: {weight}; font-style: {slant}; '
                f'src: url("{source}") format("woff2") }}'
            )
    return "\n".join(rules)


def _draft_mark(look: Look, medium: Literal["screen", "print"]) -> str:
    """The watermark of drafts: on every printed page, and on screens a variable that `screen.css` uses."""
    data = look.assets.get("images/draft.svg")
    if data is None:
        return ""
    if medium == "print":
        return '@page { background: url("asset:images/draft.svg") center no-repeat }'
    return f':root {{ --draft-mark: url("{_inlined("image/svg+xml", data)}") }}'


def _inlined(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"


def policy(style_text: str, script: str) -> str:
    """What a browser may do for a page: its own style, script, fonts and pictures, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style_text)}'; script-src '{_digest(script)}'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
