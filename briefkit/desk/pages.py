"""The desk's own pages: what is known of a project, through `templates/desk/`."""

import json
from typing import Any

from briefkit.desk.findings import NOTHING
from briefkit.desk.follow import Follow
from briefkit.desk.preview import GATES, Key
from briefkit.desk.view import View
from briefkit.problems import show
from briefkit.render.look import Look, TemplateFaultError, read_look
from briefkit.render.shown_problems import ticked
from briefkit.render.style import faces

SHEETS = ("css/tokens.css", "css/page.css", "css/screen.css", "desk/desk.css", "css/override.css")
SCRIPT = "desk/desk.js"


class Pages:
    """Paints what a followed project looks like now."""

    def __init__(self, follow: Follow) -> None:
        self._follow = follow
        self._read: tuple[dict[str, str], dict[str, bytes], Look] | None = None

    def index(self) -> str:
        """All briefs."""
        return self._fill("index", rows=self._rows())

    def rows(self) -> str:
        """The list in it, to take the place of the one that is shown."""
        return self._fill("briefs", rows=self._rows())

    def shell(self, key: Key) -> str:
        """The page of one brief at one gate, around what is built."""
        view = self._follow.last(key)
        values = {"slug": key[0], "gate": key[1], "gates": GATES, "view": view, "title": view.title if view else key[0]}
        return self._fill("brief", **values, panel=self._panel(view) if view else "")

    def state(self, view: View) -> str:
        """What of that page changes, for its script."""
        state = {"title": view.title, "mark": view.mark, "panel": self._panel(view), "words": view.findings.words}
        return json.dumps(state)

    def missing(self, name: str) -> str:
        """For an address that leads nowhere."""
        return self._fill("missing", name=name, rows=self._rows())

    def sheet(self) -> str:
        """The style of these pages."""
        look = self._look()
        return "\n".join([faces(look, "screen"), *(look.texts.get(name, "") for name in SHEETS)])

    def script(self) -> str:
        """Their script."""
        return self._look().texts.get(SCRIPT, "")

    def _panel(self, view: View) -> str:
        return self._fill("findings", view=view, findings=view.findings, ticked=ticked)

    def _rows(self) -> list[dict[str, Any]]:
        """Each brief with what is known of it by now."""
        found = []
        for slug in self._follow.slugs:
            view = self._follow.last((slug, "draft"))
            totals = view.findings if view else NOTHING
            found.append({"slug": slug, "view": view, "title": view.title if view else slug, "findings": totals})
        return found

    def _look(self) -> Look:
        """The templates as they are now; those that were read before, for as long as they stay the same."""
        tree = self._follow.tree
        own = tree.under("templates")
        fonts = {path: data for path, data in tree.binaries.items() if path.startswith("templates/")}
        if self._read is None or self._read[:2] != (own, fonts):
            self._read = own, fonts, read_look(own, fonts)[0]
        return self._read[2]

    def _fill(self, template: str, **values: Any) -> str:
        """A template of the desk, filled; where it is at fault, what is wrong with it."""
        try:
            return self._look().fill(f"desk/{template}", **values)
        except TemplateFaultError as fault:
            text = self._follow.tree.texts.get(fault.problem.where.file)
            lines = show(fault.problem, "error", text).replace("&", "&amp;").replace("<", "&lt;")
            return f"<!DOCTYPE html>\n<html lang=en-GB><meta charset=utf-8><title>Preview</title><pre>{lines}</pre></html>\n"
