"""`source`: copies of sources taken in, quotations looked for again, words vouched for, copies packed for a colleague."""

from importlib import import_module

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.problems import did_you_mean, listed

PARTS = {
    "add": "briefkit.cli.source_add",
    "verify": "briefkit.cli.source_verify",
    "witness": "briefkit.cli.source_witness",
    "bundle": "briefkit.cli.source_bundle",
    "unbundle": "briefkit.cli.source_unbundle",
}


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Do the part of it that was asked for."""
    if not asked.words:
        stop(f"write what to do: {listed(PARTS)}\n`{PROGRAM} source --help` shows how.")
    name, *words = asked.words
    if name not in PARTS:
        way = did_you_mean(name, PARTS, f"write {listed(PARTS)}")
        stop(f"`source` cannot `{name}`: {way}\n`{PROGRAM} source --help` shows what there is.")
    status: int = import_module(PARTS[name]).command(asked, words, project, screen)
    return status
