"""One brief at one gate, as the desk shows it: its page, or its page of before, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from briefkit.desk.findings import Findings, findings
from briefkit.desk.kept import LastGood, torn, torn_shared
from briefkit.disk import Tree
from briefkit.pipeline.brief_reads import brief_reads
from briefkit.pipeline.building import Build
from briefkit.pipeline.checking import Checked
from briefkit.pipeline.reading import brief_files, unread_briefs
from briefkit.pipeline.reads import DESK
from briefkit.problems import listed

KEEPER = f"{DESK}keeper.js"
"""The script that pages get on top of their own."""
PAGE = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is to be seen of a brief."""

    slug: str
    gate: Literal["draft", "publish"]
    title: str
    """Its title, or its name as long as it has never been read."""
    findings: Findings
    notice: str = ""
    """Why the page is not that of the files as they are; empty when it is."""
    good: LastGood | None = field(default=None, repr=False)
    """The page that is shown; None when there has never been one."""
    there: bool = True
    """Whether the brief's file is there."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """What was made, by path in the brief's folder."""
        return self.good.files if self.good else {}

    @property
    def mark(self) -> str:
        """Stands for the page's bytes: another page has another."""
        return sha256(self.files[PAGE]).hexdigest()[:16] if PAGE in self.files else ""


def viewed(
    key: tuple[str, Literal["draft", "publish"]],
    tree: Tree,
    checked: Checked,
    built: Build,
    grave: Mapping[str, str],
    before: View | None,
) -> View:
    """The view of what was checked and built; of `before` it keeps the page while a new one would have holes."""
    slug, gate = key
    file = brief_files(tree).get(slug, f"briefs/{slug}.md")
    there = slug in {*brief_files(tree), *unread_briefs(tree)}
    brief = checked.briefs.get(slug)
    good = before.good if before else None
    holes: tuple[str, ...] = ()
    notice = "" if there else f"There is no `{file}` any more"
    if brief is None and there:
        holes = (file,)
        notice = f"`{file}` cannot be read as it is"
    elif brief is not None:
        holes = torn(good, checked.library, built.problems) if good else ()
        notice = f"{listed(holes, joint='and')} cannot be read as {'it is' if len(holes) == 1 else 'they are'}"
        if not holes:
            notice = ""
            good = LastGood(
                title=brief.question_text or brief.title_text,
                files=_own(slug, built.outputs),
                reads=brief_reads(brief, checked.library, tree),
                torn=torn_shared(built.problems),
            )
    reads = good.reads.files if good else ()
    return View(
        slug=slug,
        gate=gate,
        title=good.title if good else slug,
        findings=findings(built.problems, built.waived, grave, tree.texts, file, reads, holes),
        notice=notice,
        good=good,
        there=there,
    )


def _own(slug: str, outputs: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of one brief, by path in its folder."""
    start = f"{slug}/"
    return {path.removeprefix(start): data for path, data in outputs.items() if path.startswith(start)}
