"""Showing a page in the browser, where there is one."""

import webbrowser

from briefkit.cli.screen import Screen


def show(address: str, screen: Screen) -> None:
    """Open a page in the browser, or say where it is when none can be started."""
    if not webbrowser.open(address):
        screen.tell(f"no browser could be started: open {address} yourself")
