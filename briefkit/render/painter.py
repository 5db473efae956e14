"""Paints the nouns of a brief into HTML, each through a small template of its own, and remembers which figures it met."""

from base64 import b64encode
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from markupsafe import Markup

from briefkit.brief import Brief, CitationGroup, FigureUse, Gap, Plain
from briefkit.charts.drawing import Picture
from briefkit.csl.groups import in_cell
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.problems import Problem, Where
from briefkit.references.bibliography import Bibliography
from briefkit.render.look import FOLDER, Look
from briefkit.render.machine import machine_value, panel_id
from briefkit.render.panel import Panel, Panels
from briefkit.render.shapes import shapes
from briefkit.tables.chain import row_id
from briefkit.tables.table import Cell, Table
from briefkit.tables.width import split

Medium = Literal["screen", "print"]

SHORT_TABLE = 14
"""Rows up to which a table is kept on one page."""
WIDE_TABLE = 4
"""Columns from which a table keeps its width on a phone, and scrolls."""
WIDEST_TABLE = 7
"""Columns from which it is given still more room there."""
LOOKS = {
    "findings": "findings",
    "certainty": "certainty",
    "traffic_light": "traffic-light",
    "decision": "decision",
    "flow": "flow",
}
"""Looks of tables that are painted cell by cell, and the template of each."""
DATA_OF = "The numbers behind the picture: {}"
WHOLE_CELL = 14
"""Characters up to which a cell stays on one line."""
PICTURES = {"svg": "svg+xml", "png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp"}


@dataclass
class PagePainter:
    """A `brief.Painter` for pages."""

    brief: Brief
    library: Library
    look: Look
    bibliography: Bibliography
    medium: Medium
    used: dict[str, Figure] = field(default_factory=dict)
    """Figures met so far, by address."""
    problems: list[Problem] = field(default_factory=list)

    def figure(self, use: FigureUse) -> str:
        """Paint the value, and on screens a button that opens its panel."""
        self.used.setdefault(use.figure.address, use.figure)
        return self._part(
            "figure",
            address=use.figure.address,
            value=machine_value(use.figure),
            panel=panel_id(use.figure.address),
            shown=use.shown,
            local=use.figure.local,
        )

    def citation(self, group: CitationGroup) -> str:
        """Paint the mark, linked to the list of references."""
        mark = self.bibliography.mark(group).html
        return self._part("citation", mark=Markup(mark))  # noqa: S704  escaped by the bibliography

    def table(self, table: Table) -> str:
        """Paint the table, in print in as many parts as pages are narrow, each with its notes and sources."""
        if table.picture is not None:
            if table.look == "chain":
                return self._chain(table, table.picture)
            return self._picture(table, table.picture)
        if table.look in LOOKS:
            return self._looked(table)
        parts = split(table) if self.medium == "print" else [table]
        return "".join(self._table(part) for part in parts)

    def block(self, name: str, argument: str, html: str) -> str:
        """Paint a block by the template of its name."""
        body = Markup(html)  # noqa: S704  painted by `prose`, which escapes
        return self.look.fill(f"blocks/{name}", argument=argument, body=body, medium=self.medium)

    def image(self, path: str, alt: str, title: str) -> str:
        """Paint a picture of the project: inlined on screens, by name for the printer."""
        name = path.removeprefix(FOLDER)
        data = self.look.assets.get(name)
        if data is None:
            self._no_picture(path)
            return self.gap(Gap(path, Where(self.brief.file, 0)))
        kind = PICTURES.get(name.rpartition(".")[2].lower(), "png")
        inlined = f"data:image/{kind};base64,{b64encode(data).decode()}"
        return self._part("image", source=inlined if self.medium == "screen" else f"asset:{name}", alt=alt, title=title)

    def plain(self, plain: Plain) -> str:
        """Paint words that are bound to nothing on purpose."""
        return self._part("plain", text=plain.text, why=plain.why)

    def gap(self, gap: Gap) -> str:
        """Paint a mark for what is missing."""
        return self._part("gap", source=gap.source)

    def panels(self) -> list[Panel]:
        """Make the panel of every figure met, and of those that their panels lead on to."""
        makes, found, waiting = Panels(self.brief, self.library, self.bibliography), {}, list(self.used.values())
        while waiting:
            figure = waiting.pop(0)
            if figure.address not in found:
                found[figure.address], further = makes.panel(figure)
                waiting += further
        return list(found.values())

    def _part(self, name: str, **values: Any) -> str:
        return self.look.fill(f"parts/{name}", medium=self.medium, **values).strip()

    def _no_picture(self, path: str) -> None:
        way = "put the picture there, or mend its path: it counts from the project's folder"
        problem = Problem(Where(self.brief.file, 0), "picture-missing", f"there is no picture `{path}`", way)
        self.problems.append(problem)

    def _table(self, table: Table) -> str:
        groups: dict[str, list[Any]] = {}
        for row in table.rows:
            groups.setdefault(row.group, []).append([self._cell(cell, table) for cell in row.cells])
        return self._part(
            "table",
            table=table,
            groups=list(groups.items()),
            sources=self._table_sources(table),
            numeric=self.bibliography.numeric,
            short=len(table.rows) <= SHORT_TABLE,
            wide=len(table.columns) >= WIDE_TABLE,
            widest=len(table.columns) >= WIDEST_TABLE,
            anchor=f"table-{table.name}" + (f"-{table.part}" if table.part > 1 else ""),
            csv=f"tables/{table.name}.csv",
        )

    def _picture(self, table: Table, picture: Picture, above: str = "", beneath: str = "") -> str:
        """Paint what is drawn of a table; on screens for two widths, with the table folded away below it.

        A claim may stand `above` it; what is painted to stand `beneath` it takes the place of the table.
        """
        screen = self.medium == "screen"
        for figure in table.figures:
            self.used.setdefault(figure.address, figure)
        folded = screen and not beneath
        return self._part(
            "picture",
            table=table,
            picture=picture,
            drawings=[("wide", shapes(picture.wide)), *([("narrow", shapes(picture.narrow))] if screen else [])],
            data=Markup(self._table(replace(table, caption=DATA_OF.format(table.caption)))) if folded else "",  # noqa: S704  painted by our template
            above=above,
            beneath=Markup(beneath),  # noqa: S704  painted by our template
            sources=self._table_sources(table),
            anchor=f"picture-{table.name}",
        )

    def _looked(self, table: Table) -> str:
        """Paint a table by the template of its look."""
        rows = [
            {"record": row.record, "group": row.group, "cells": [self._cell(cell, table) for cell in row.cells]}
            for row in table.rows
        ]
        return self._part(
            LOOKS[table.look],
            table=table,
            rows=rows,
            sources=self._table_sources(table),
            numeric=self.bibliography.numeric,
            anchor=f"table-{table.name}",
            csv=f"tables/{table.name}.csv",
        )

    def _chain(self, table: Table, picture: Picture) -> str:
        """Paint an argument: its picture, and under it the words and the evidence of each link."""
        links = []
        for row in table.rows:
            head, said, *evidence, none = (self._cell(cell, table) for cell in row.cells)
            for_, against = (one["parts"] for one in evidence)
            links.append({"said": said["html"] and said, "for_": for_, "against": against, "none": none["html"]})
            links[-1] |= {"id": row_id(table.name, head["lead"]), "letter": head["lead"], "head": head["html"]}
        claim, *notes = table.notes
        sources = self._table_sources(table)
        anchor, csv = f"table-{table.name}", f"tables/{table.name}.csv"
        text = self._part("chain", links=links, notes=notes, sources=sources, anchor=anchor, csv=csv)
        return self._picture(table, picture, above=claim, beneath=text)

    def _cell(self, cell: Cell, table: Table) -> dict[str, Any]:
        """What the template of a table needs of one cell."""
        plain = {"missing": cell.missing, "notes": cell.notes, "whole": len(cell.text) <= WHOLE_CELL, "lead": cell.lead}
        plain["mark"] = cell.mark
        plain["parts"] = [self._cell(part, table) for part in cell.parts]
        if cell.figure is None:
            return {"html": Markup.escape(cell.text), "cite": "", **plain}
        group = self.brief.figure_citations.get(cell.figure.address)
        bare = replace(in_cell(group), where=table.where) if group else None
        return {
            "html": Markup(self.figure(FigureUse(cell.figure, cell.text, where=table.where))),  # noqa: S704  escaped
            "cite": Markup(self.citation(bare)) if bare else "",  # noqa: S704  escaped
            **plain,
        }

    def _table_sources(self, table: Table) -> list[dict[str, Any]]:
        """Every source of a table in the order in which it is met, with the places in it."""
        places: dict[str, dict[str, None]] = {}
        for figure in table.figures:
            group = self.brief.figure_citations.get(figure.address)
            for citation in group.citations if group else ():
                known = places.setdefault(citation.key, {})
                known.update(dict.fromkeys(part for part in [citation.locator] if part))
        return [{"key": key, "name": self.bibliography.short(key), "places": list(at)} for key, at in places.items()]
