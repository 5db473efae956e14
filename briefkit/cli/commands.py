"""The commands by name. Each is a module with a function `command`, loaded only when it is asked for."""

from collections.abc import Callable
from importlib import import_module

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen

Command = Callable[[Asked, Project, Screen], int]

MODULES = {
    "build": "briefkit.cli.build",
    "check": "briefkit.cli.check",
    "serve": "briefkit.cli.serve",
    "list": "briefkit.cli.listing",
    "new": "briefkit.cli.new",
    "uses": "briefkit.cli.uses",
    "reads": "briefkit.cli.reads",
    "verdicts": "briefkit.cli.verdicts",
    "explain": "briefkit.cli.explain",
    "source": "briefkit.cli.source",
    "export": "briefkit.cli.export",
    "pool": "briefkit.cli.pool",
    "docs": "briefkit.cli.docs",
}


def command_of(name: str) -> Command:
    """The function that carries a command out and returns the exit status."""
    command: Command = import_module(MODULES[name]).command
    return command
