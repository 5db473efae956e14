"""`build`: the briefs into their folder, the problems onto the screen."""

import time
from pathlib import Path

from briefkit.cache.engine import engine
from briefkit.cache.key import own_key
from briefkit.cache.store import Store
from briefkit.cli.arguments import Asked
from briefkit.cli.browser import show
from briefkit.cli.kept import LastBuild, as_it_was, made_from
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.today import today
from briefkit.disk.contents import read_contents
from briefkit.disk.snapshots import copies_of
from briefkit.disk.writing import previous, recover
from briefkit.settings import FILE as SETTINGS


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Build and write what has changed; at the publish gate write nothing while there is an error."""
    start = time.monotonic()
    contents = read_contents(project.root)
    copies, _ = copies_of(project.root, contents.text(SETTINGS))
    out = project.out(asked.out)
    recover(out)
    seen = made_from(contents, {copy.file: copy.read() for copy in copies.values()}, asked, today().isoformat())
    with Store(project.root, own_key(), engine()) as store:
        last = store.get(f"build {out}")
        if isinstance(last, LastBuild) and last.made_from == seen and as_it_was(last.outputs, previous(out)):
            return _same(last, asked, screen, out, time.monotonic() - start)
        from briefkit.cli.building import Begun, built  # noqa: PLC0415  brings all that a build needs

        return built(asked, Begun(root=project.root, contents=contents, seen=seen, out=out, start=start), store, screen)


def _same(last: LastBuild, asked: Asked, screen: Screen, out: Path, seconds: float) -> int:
    """Tell again what the build of before had to say."""
    last.told.tell(screen)
    briefs = f"{last.briefs} briefs are" if last.briefs != 1 else "1 brief is"
    screen.say(f"nothing has changed: {briefs} up to date in {asked.out.rstrip('/')}/ ({seconds:.1f} s)")
    if asked.open:
        show((out / last.first).as_uri(), screen)
    return last.told.status
