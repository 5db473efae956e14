"""A small base for the tests of briefs, and the shortest way from a text to a brief."""

from functools import cache

from briefkit.brief import Brief, CitationGroup, FigureUse, Gap, Plain
from briefkit.library import Library
from briefkit.load import load
from briefkit.problems import Problem
from briefkit.read_brief import read
from briefkit.tables.table import Table

BIB = """
@article{strang2010, title={Supervised injectable heroin}, author={Strang, John}, journaltitle={Lancet}, year={2010}}
@article{metrebian2015, title={Long-term outcomes}, author={Metrebian, Nicola}, journaltitle={Heroin}, year={2015}}
@online{independent2019, title={A scheme}, author={Reporter, A}, year={2019}, url={https://example.org/a}}
"""
TERMS = "interventions:\n  hat: {label: heroin-assisted treatment}\nunits:\n  clinic: {one: clinic, many: clinics}\n"
RIOTT = """
title: Randomised Injectable Opioid Treatment Trial
short_title: RIOTT
design: randomised controlled trial
country: GB
cite: strang2010
at: abstract
randomised: 127 people "127 were enrolled and randomly allocated"
arms:
  heroin: {label: supervised injectable heroin}
  methadone: {label: optimised oral methadone}
results:
  retention_26w:
    outcome: retention
    follow_up: 26 weeks
    heroin: 38 of 43 "88% (n=38) on injectable heroin"
    methadone: 29 of 42 "69% (n=29) on oral methadone" (at p. 4)
"""
SCHEME = """
title: The scheme
intervention: hat
country: GB
place: Middlesbrough
status: closed
known_as_of: 2022-12
cite: independent2019
places_planned: up to 15 places "up to 15 of the most"
running_cost: about £250,000 a year "about £250,000 a year" (price year 2019 assumed)
patients: not_seen
paid_by: {quote: "money seized under the Act"}
"""
TEXTS = {
    "evidence/references/all.bib": BIB,
    "evidence/terms.yaml": TERMS,
    "evidence/outcomes.yaml": "retention: {label: retention in treatment, higher_is: better}\n",
    "evidence/studies/riott.yaml": RIOTT,
    "evidence/programmes/scheme.yaml": SCHEME,
    "evidence/programmes/broken_one.yaml": "titel: Broken\n",
    "evidence/sources/strang2010.yaml": "class: trial_report\nread: excerpt\n",
    "evidence/sources/metrebian2015.yaml": "class: trial_report\nread: excerpt\n",
    "evidence/sources/independent2019.yaml": "class: news\nread: excerpt\n",
}
HEAD = "---\ntitle: A title\ndate: 2026-03-01\nauthors: Jane Doe\n---\n"
"""Five lines, so that the body begins on line 6."""


@cache
def library() -> Library:
    """The base."""
    return load(TEXTS)[0]


def brief(body: str, head: str = HEAD, **parameters: str) -> tuple[Brief, list[Problem]]:
    """The brief with this body, and what is wrong with it."""
    made, problems = read(head + body, "briefs/one.md", library(), parameters)
    assert made is not None, problems
    return made, problems


def said(problems: list[Problem]) -> list[str]:
    """Each problem on one line, in the order of their places."""
    return [
        f"{p.where.line}:{p.where.column}+{p.where.length} {p.rule}: {p.message} | {p.help}" for p in sorted(problems)
    ]


def faults(body: str, head: str = HEAD, **parameters: str) -> list[str]:
    """What is wrong with a brief of this body."""
    return said(brief(body, head, **parameters)[1])


class PlainPainter:
    """Paints every noun as short text between brackets."""

    def figure(self, use: FigureUse) -> str:
        """What it shows, and its address."""
        return f"<{use.shown}|{use.figure.address}{'.' if use.form else ''}{use.form}>"

    def citation(self, group: CitationGroup) -> str:
        """Keys and locators."""
        parts = [
            " ".join(part for part in (one.prefix, f"{one.key}{', ' if one.locator else ''}{one.locator}") if part)
            for one in group.citations
        ]
        return f"[{'; '.join(parts)}]" if group.form == "parenthetical" else f"{group.form}:{parts[0]}"

    def table(self, table: Table) -> str:
        """Its name."""
        return f"(table {table.name})"

    def block(self, name: str, argument: str, html: str) -> str:
        """Name, title and what it holds."""
        return f"({name}|{argument}|{html})"

    def image(self, path: str, alt: str, title: str) -> str:
        """Path, words and title."""
        return f"(image {path}|{alt}|{title})"

    def plain(self, plain: Plain) -> str:
        """Words and reason."""
        return f"(plain {plain.text}|{plain.why})"

    def gap(self, gap: Gap) -> str:
        """What was written."""
        return f"(gap {gap.source})"
