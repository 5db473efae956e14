"""`uses`: where a record, a figure, a reference or an outcome is used."""

import json
from collections.abc import Sequence

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.unjudged import base_of, briefs_of, refuse_github, tell_unread
from briefkit.cli.usage import PROGRAM
from briefkit.library import Library
from briefkit.pipeline.reading import brief_files
from briefkit.pipeline.uses import Sought, Use, queries, sought, uses
from briefkit.problems import did_you_mean, listed

WORDS = 90
"""Characters of a sentence that are shown."""


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Print every use of what was named."""
    if len(asked.words) != 1:
        stop(f"write one id, address or key, as in: {PROGRAM} uses riott.retention_26w.heroin")
    refuse_github(asked.format, "uses")
    name = asked.words[0]
    tree = project.tree()
    library = base_of(tree)
    what = sought(name, library)
    if what is None:
        stop(f"there is no record, figure, reference or term `{name}`: {_meant(name, library)}")
    briefs = briefs_of(tree, library, tuple(brief_files(tree)))
    found = uses(what, library, [brief for brief, _ in briefs.values()])
    found += queries(what, library, found, briefs.values())
    screen.say(_as_json(what, found) if asked.format == "json" else _as_text(what, found))
    tell_unread(tree, library, briefs, screen)
    return 0


def _meant(name: str, library: Library) -> str:
    """What was perhaps meant."""
    words = library.vocabularies
    near = library.suggest(name) if "." in name else ""
    known = [*library.records, *library.references, *words.outcomes, *words.interventions, *words.holders]
    return near or did_you_mean(name, known, f"`{PROGRAM} list KIND` lists what there is")


def _as_text(what: Sought, found: Sequence[Use]) -> str:
    """Two lines a use: where and by whom, then the words."""
    kinds = (f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in what.kinds)
    lines = [f"{what.name} is {' and '.join(kinds)}"]
    told = _by_sentence(found)
    for use, figures in told:
        through = f", through {use.through}" if use.through else ""
        user = f"{use.kind} of {use.user}" if use.kind == "sentence" else f"{use.kind} {use.user}"
        shown = f", which shows {listed(figures, joint='and')}" if figures and figures != [what.name] else ""
        lines.append(f"  {use.where.told()}  {user}{through}{shown}")
        lines += [f"    {_cut(use.words)}"] if use.words else []
    lines.append(f"{len(told)} use{'' if len(told) == 1 else 's'}" if told else "it is used nowhere")
    return "\n".join(lines)


def _by_sentence(found: Sequence[Use]) -> list[tuple[Use, list[str]]]:
    """Every use with the figures that it shows: a sentence that shows several is one."""
    told: dict[tuple[str, str, str, str], tuple[Use, list[str]]] = {}
    for number, use in enumerate(found):
        once = use.kind == "sentence"
        key = (use.user, use.words, use.through, "" if once else str(number))
        figures = told.setdefault(key, (use, []))[1]
        if use.figure and use.figure not in figures:
            figures.append(use.figure)
    return list(told.values())


def _cut(words: str) -> str:
    """The words, cut where they are too many for a line."""
    return words if len(words) <= WORDS else words[:WORDS].rsplit(" ", 1)[0] + " …"


def _as_json(what: Sought, found: Sequence[Use]) -> str:
    """For programs; its shape is documented and kept."""
    entries = [
        {
            "kind": use.kind,
            "file": use.where.file,
            "line": use.where.line,
            "column": use.where.column,
            "user": use.user,
            "words": use.words,
            "through": use.through,
        }
        for use in found
    ]
    return json.dumps({"id": what.name, "is": list(what.kinds), "uses": entries}, ensure_ascii=False, indent=2)
