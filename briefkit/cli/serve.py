"""`serve`: the briefs in a browser, as they change while somebody edits the files."""

from contextlib import suppress
from socket import socket

from briefkit.cli.arguments import Asked
from briefkit.cli.browser import show
from briefkit.cli.entry import own_fault
from briefkit.cli.options import options_of
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.today import today
from briefkit.desk.feed import Feed
from briefkit.desk.follow import Follow
from briefkit.desk.preview import Preview
from briefkit.desk.serving import HOST, PortRefusedError, PortTakenError, listening, server
from briefkit.disk import Tree
from briefkit.disk.watching import Watch


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Serve until somebody ends it; that is no failure."""
    watch = Watch(project.root)
    tree = watch.look() or Tree()
    _ready(tree)
    slugs = options_of(asked, tree).briefs if asked.words else ()
    door = _door(asked.port)
    port = door.getsockname()[1]

    def tell_fault(fault: Exception) -> str:
        words = own_fault(fault, debug=False)
        screen.tell(words)
        return words

    preview = Preview(today)
    preview.refresh(tree)
    follow = Follow(watch.look, preview, Feed(), tell_fault)
    running = server(follow, port, tell_fault)
    address = f"http://{HOST}:{port}/" + (f"briefs/{slugs[0]}/draft/" if slugs else "")
    screen.say(f"The preview is at {address} and follows every save; Ctrl-C ends it.")
    if asked.open:
        show(address, screen)
    follow.start()
    with suppress(KeyboardInterrupt), door:
        running.run([door])
    follow.end()
    screen.say(("\n" if screen.out.isatty() else "") + "The preview has ended.")
    return 0


def _ready(tree: Tree) -> None:
    """End the command when there is nothing that a preview could look like."""
    if not tree.under("templates/desk"):
        words = "this project's `templates` folder has no `desk` folder, which gives the preview its looks"
        stop(f"{words}\nCopy `templates` of briefkit's own repository into it, and try again.")


def _door(port: int) -> socket:
    """A socket on the port; ends the command when it cannot be had."""
    try:
        return listening(port)
    except PortTakenError as taken:
        other = f"`python build.py serve --port {taken.free}`" if taken.free else "another one, with --port"
        words = f"port {port} is in use by another program, perhaps by a preview that is still running"
        stop(f"{words}\nLook at http://{HOST}:{port}/, or take another port: {other}.")
    except PortRefusedError:
        stop(f"port {port} is kept for the system\nTake one from 1024 on, with --port.")
