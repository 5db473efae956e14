"""Sources and quotations as plain files: `tests/quotes/<situation>/source.txt` and `quotes.txt`.

`source.txt` has one block a paragraph; a line `@ table page=3 label=337 flows` over it says what it is. `quotes.txt` has one
quotation a paragraph: the verdict that it must get, its words, and `prefix:`, `suffix:`, `at:` or `lang:` under them.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from briefkit.sources.document import Block, Document
from briefkit.sources.find import find, index
from briefkit.sources.finding import Finding
from briefkit.values import Quote

FOLDER = Path(__file__).parent / "quotes"
SITUATIONS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@dataclass(frozen=True)
class Case:
    """One quotation, and the verdict that it must get."""

    want: str
    quote: Quote
    at: str | None
    lang: str

    def shown(self) -> str:
        """Everything that is asked."""
        quote = self.quote
        extra = {"prefix": quote.prefix, "suffix": quote.suffix, "at": self.at, "lang": self.lang.removeprefix("en")}
        return quote.exact + "".join(f"  [{name}: {text}]" for name, text in extra.items() if text)


def document(*texts: str, **fields) -> Document:
    """A document of paragraphs."""
    blocks = tuple(Block(text=text, number=number, **fields) for number, text in enumerate(texts, 1))
    return Document(blocks=blocks, media_type="text/plain", extractor="none")


def read_source(situation: str) -> Document:
    """The document of a situation."""
    text = (FOLDER / situation / "source.txt").read_text("utf-8")
    blocks = tuple(_block(part, number) for number, part in enumerate(re.split(r"\n\n+", text.strip("\n")), 1))
    return Document(blocks=blocks, media_type="text/plain", extractor="none")


def _block(part: str, number: int) -> Block:
    head, text = part.split("\n", 1) if part.startswith("@ ") else ("@ body", part)
    _, zone, *words = head.split()
    said = dict(word.split("=") for word in words if "=" in word)
    return Block(
        text=re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text),
        zone=zone,
        page=int(said["page"]) if "page" in said else None,
        number=number,
        flows="flows" in words,
        label=said.get("label", ""),
    )


def read_cases(situation: str) -> list[Case]:
    """The quotations of a situation."""
    text = (FOLDER / situation / "quotes.txt").read_text("utf-8")
    return [_case(part) for part in text.strip().split("\n\n")]


def _case(part: str) -> Case:
    said = dict(line.split(": ", 1) for line in part.split("\n"))
    (want, exact), *_ = said.items()
    quote = Quote(exact, said.get("prefix", ""), said.get("suffix", ""))
    return Case(want, quote, said.get("at"), said.get("lang", "en"))


def found(situation: str) -> list[tuple[Case, Finding]]:
    """What becomes of each quotation of a situation."""
    made = index(read_source(situation))
    return [(case, find(case.quote, made, at=case.at, lang=case.lang)) for case in read_cases(situation)]


def told(pairs: list[tuple[Case, Finding]]) -> str:
    """All that people see of findings, one quotation a paragraph."""
    return "\n".join(_told(case, finding) for case, finding in pairs)


def _told(case: Case, finding: Finding) -> str:
    lines = [f"{finding.verdict}: {case.shown()}"]
    lines += [f"  folded: {', '.join(finding.folds)}"] if finding.folds else []
    if finding.place:
        lines.append(f"  {finding.place}: {finding.before}»«{finding.after}")
    lines += [f"  {text}" for text in (finding.message, finding.help) if text]
    return "\n".join(lines) + "\n"
