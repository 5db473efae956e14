"""`verdicts`: what waits for a reviewer; a sheet to fill in; the filled-in sheet back into the project."""

from dataclasses import replace
from pathlib import Path

from briefkit.cli.arguments import Asked
from briefkit.cli.options import options_of
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.cli.verdict_list import waiting
from briefkit.disk import Tree
from briefkit.disk.files import replace_all, save
from briefkit.disk.plain_file import named_file
from briefkit.ledger.accepting import Accepted, Known, accept
from briefkit.ledger.returned import read_sheet
from briefkit.ledger.sheet import csv_of
from briefkit.ledger.workbook import workbook
from briefkit.pipeline.auditing import Found, ledger_of
from briefkit.pipeline.checking import Checked, check
from briefkit.problems import Problem
from briefkit.render.shown_problems import Judged as Decided
from briefkit.verdicts.hashing import document_key, judged_figure, plain_words
from briefkit.verdicts.reading import ENDING, FIGURES, read_verdicts
from briefkit.verdicts.standing import Given
from briefkit.verdicts.writing import appended

MOST_SHEET = 30_000_000
"""Bytes of a sheet that comes back."""
MOST_FAULTS = 40
"""Rows with a fault that are told; the next import tells the rest."""


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Carry out one of the three."""
    first, *rest = asked.words or ("",)
    if first == "export":
        return _export(rest, asked, project, screen)
    if first == "import":
        return _import(rest, project, screen)
    tree = project.tree()
    checked = check(tree, options_of(asked, tree), screen.progress)
    screen.progress("")
    for text in waiting(checked, by_source=asked.by == "source"):
        screen.say(text)
    return 0


def _export(words: list[str], asked: Asked, project: Project, screen: Screen) -> int:
    if len(words) != 2 or not words[1].lower().endswith((".xlsx", ".csv")):
        stop(f"write a brief and a file to make, as in: {PROGRAM} verdicts export hat_england review.xlsx")
    tree = project.tree()
    options, path = options_of(replace(asked, words=(words[0],)), tree), Path(words[1])
    slug = options.briefs[0]
    checked = check(tree, options, screen.progress)
    screen.progress("")
    if slug not in checked.briefs:
        stop(f"briefs/{slug}.md cannot be read: `{PROGRAM} check {slug}` says why")
    decided = Decided(grave=options.grave, waived=checked.waived, review=checked.reviews[slug])
    found = Found(
        problems=checked.problems,
        judged=decided,
        words=checked.words.get(slug, {}),
        unbound=checked.loose[slug],
    )
    made = ledger_of(checked.briefs[slug], checked.library, found)
    data = csv_of(made).encode() if path.suffix.lower() == ".csv" else workbook(made)
    if fault := save(path, data):
        stop(f"{path} cannot be written: {fault}")
    screen.say(f"{path}: {len(made.rows)} claims and {len(made.figures)} figures to judge")
    screen.say(f"Once it is filled in: {PROGRAM} verdicts import {path.name}")
    return 0


def _import(words: list[str], project: Project, screen: Screen) -> int:
    if len(words) != 1:
        stop(f"write the file that came back, as in: {PROGRAM} verdicts import review.xlsx")
    data = named_file(words[0], MOST_SHEET)
    if isinstance(data, Problem):
        stop(f"{words[0]}: {data.message}")
    sheet = read_sheet(data)
    if sheet.fault:
        stop(f"{words[0]}: {sheet.fault}")
    tree = project.tree()
    options = options_of(Asked(command="verdicts"), tree)
    checked = check(tree, options, screen.progress)
    screen.progress("")
    done = accept(sheet, _known(checked, tree), options.today.isoformat())
    if done.faults:
        return _refused(done, words[0], screen)
    texts = {file: appended(tree.texts.get(file, ""), new) for file, new in done.verdicts.items()}
    if fault := replace_all(project.root, texts):
        stop(f"the verdicts cannot be written: {fault}")
    for name in sheet.unread:
        screen.say(f"the sheet `{name}` was left alone: it has no columns `hash` and `verdict`")
    _told(done, screen)
    return 0


def _refused(done: Accepted, name: str, screen: Screen) -> int:
    """Say what is wrong with which row; nothing was written."""
    for fault in done.faults[:MOST_FAULTS]:
        screen.tell(fault)
    more = len(done.faults) - MOST_FAULTS
    screen.tell(
        f"{f'... and {more} more. ' if more > 0 else ''}Nothing was written: mend these rows in {name}, then import it again."
    )
    return 1


def _told(done: Accepted, screen: Screen) -> None:
    """Say what was written."""
    for file, new in done.verdicts.items():
        screen.say(f"{file}: {len(new)} new verdict{'' if len(new) == 1 else 's'}")
    if not done.verdicts:
        screen.say("no new verdict")
    if done.there:
        screen.say(f"{done.there} stood there already")
    if done.blank:
        screen.say(f"{done.blank} row{' was' if done.blank == 1 else 's were'} left empty")


def _known(checked: Checked, tree: Tree) -> Known:
    """What can be judged today, and what was."""
    given: dict[str, tuple[Given, ...]] = {}
    for file, text in tree.texts.items():
        if file.startswith(FIGURES) or file.endswith(ENDING):
            given[file], problems = read_verdicts(text, file)
            if problems:
                where = problems[0].where
                stop(f"{file} has a mistake in line {where.line}: {problems[0].message}\nMend it, then import again.")
    return Known(
        claims={slug: {one.hash: one for one in review.claims} for slug, review in checked.reviews.items()},
        figures={
            judged.hash: (document_key(figure), judged)
            for figure in checked.library.figures.values()
            if document_key(figure)
            for judged in [judged_figure(figure, checked.library, checked.source_text)]
        },
        authors={
            slug: frozenset(plain_words(author).casefold() for author in brief.front.authors)
            for slug, brief in checked.briefs.items()
        },
        given=given,
    )
