r"""LaTeX to plain Unicode, for the little of it that bibliographies hold: accents, special letters, dashes, quotes.

Reference managers write `J{\"u}rgen`, `{\O}resund`, `1994--2000`; a page needs `Jürgen`, `Øresund`, `1994–2000`.
Braces go, capitals stay as typed, a command that we do not know is left out and what it holds is kept. No text fails.
"""

import re
import unicodedata

_MARKS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "i": "ı", "j": "ȷ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "S": "§", "P": "¶", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "ldots": "…", "dots": "…", "textellipsis": "…",
    "textasciitilde": "\ue003", "textasciicircum": "^", "textasciigrave": "\ue004", "textbraceleft": "\ue001",
    "textbraceright": "\ue002", "textbackslash": "/", "textbar": "|", "textunderscore": "_", "textdegree": "°",
    "textregistered": "®", "texttrademark": "™", "copyright": "©", "times": "×", "textless": "<",
    "textgreater": ">", "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„", "quotesinglbase": "‚",
}  # fmt: skip
_SIGNS = {
    ",": "\u2009",
    " ": " ",
    "\n": " ",
    "\t": " ",
    "-": "",
    "/": "",
    "\\": " ",
    ";": " ",
    ":": " ",
    "!": "",
    "@": "",
}

# An accent and its letter, which may stand in braces; a command in words; any other escaped character.
_TOKEN = re.compile(
    r"""\\(?P<sign>[`'^~=".])\s*(?:\{\s*\\?(?P<inner>[A-Za-z])\s*\}|\\?(?P<bare>[A-Za-z]))"""
    r"""|\\(?P<mark>[uvHcdbkr])(?:\s*\{\s*\\?(?P<held>[A-Za-z])\s*\}|\s+\\?(?P<next>[A-Za-z])(?![A-Za-z]))"""
    r"""|\\(?P<word>[A-Za-z]+)\*?[ \t\n]*|\\(?P<other>.)""",
    re.DOTALL,
)
_FORMULA = re.compile(r"\$([^$\n]*[\\^_][^$\n]*)\$")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ud800-\udfff\ufeff]")
_NEEDS_WORK = re.compile(r"[\\{}~`'\"]|--|\s\s|[^ -~]")
_KEPT = {"{": "\ue001", "}": "\ue002", "$": "$", "&": "&", "%": "%", "#": "#", "_": "_"}
_LITERAL = str.maketrans({"\ue001": "{", "\ue002": "}", "\ue003": "~", "\ue004": "`"})
"""Signs that stand for themselves, kept aside until all those are read that mean something."""


def plain(text: str) -> str:
    """The text as it reads on a page."""
    if not _NEEDS_WORK.search(text):
        return text.strip()
    text = _TOKEN.sub(_decoded, _FORMULA.sub(r"\1", _CONTROL.sub("", text)))
    text = text.replace("---", "—").replace("--", "–")  # before braces go: `-{}-` is two hyphens
    text = re.sub(r"[{}]", "", text.replace("~", "\u00a0"))
    text = text.replace("``", "“").replace("''", "”").replace("`", "‘")
    text = re.sub(r"[ \t\r\n]+", " ", unicodedata.normalize("NFC", _curled(text))).strip()
    return text.translate(_LITERAL)


def verbatim(text: str) -> str:
    """An address or an identifier: only the escapes that reference managers add are undone."""
    text = re.sub(r"\\([_%&#~$^{}])(?:\{\})?", r"\1", _CONTROL.sub("", text))
    return re.sub(r"^(?:\\url)?\{+([^{}]*)\}+$", r"\1", text.strip()).strip()


def _decoded(found: re.Match[str]) -> str:
    """One LaTeX command in Unicode."""
    part = found.groupdict()
    for accent, letter in (("sign", part["inner"] or part["bare"]), ("mark", part["held"] or part["next"])):
        if part[accent] and letter:
            return unicodedata.normalize("NFC", letter + _MARKS[part[accent]])
    if part["word"]:
        return _LETTERS.get(part["word"], "")
    return _KEPT.get(part["other"] or "", _SIGNS.get(part["other"] or "", ""))


def _curled(text: str) -> str:
    """Straight quotation marks made curly: opening ones at the start of a word, all others closing or apostrophes."""
    if '"' in text:
        text = re.sub(r'(^|[\s(\[‘–—])"', r"\1“", text).replace('"', "”")
    if "'" in text:
        text = re.sub(r"(^|[\s(\[“–—])'(?=[^\s'][^']*?[^\s']'(?!\w))", r"\1‘", text).replace("'", "’")
    return text
