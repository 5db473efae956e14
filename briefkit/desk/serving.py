"""The web server of the desk: on 127.0.0.1, reached by nobody else."""

import errno
import os
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefkit.desk.doors import Desk, doors, nowhere
from briefkit.desk.follow import Follow
from briefkit.desk.guard import App, Guard

if TYPE_CHECKING:
    from uvicorn import Server

HOST = "127.0.0.1"
NEAR = 20
"""How many ports after a taken one are tried, to name a free one."""


class PortTakenError(Exception):
    """The port is in use; `free` is one near it that is not, or 0."""

    def __init__(self, free: int) -> None:
        super().__init__()
        self.free = free


class PortRefusedError(Exception):
    """The system lets this port to nobody like us."""


def listening(port: int) -> socket.socket:
    """A socket on this machine's own address, waiting for browsers; port 0 takes any that is free."""
    try:
        return _bound(port)
    except OSError as fault:
        if fault.errno in {errno.EACCES, errno.EPERM}:
            raise PortRefusedError from fault
        if fault.errno == errno.EADDRINUSE:
            raise PortTakenError(_free(port)) from fault
        raise


def _bound(port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # On Windows, that option would let two programs share the port.
        if os.name == "posix":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((HOST, port))
        door.listen()
    except BaseException:
        door.close()
        raise
    return door


def _free(port: int) -> int:
    """A free port near one that is taken; 0 when there is none."""
    for other in range(port + 1, min(port + 1 + NEAR, 65536)):
        try:
            _bound(other).close()
        except OSError:
            continue
        return other
    return 0


def app(follow: Follow, port: int, ended: Callable[[], bool], tell_fault: Callable[[Exception], str]) -> App:
    """All doors of the desk, behind the guard."""
    from starlette.applications import Starlette  # noqa: PLC0415  heavy, loaded only when used

    desk = Desk(follow, ended)
    return Guard(Starlette(routes=[*doors(desk), nowhere(desk)]), port, tell_fault)


def server(follow: Follow, port: int, tell_fault: Callable[[Exception], str]) -> "Server":
    """The server, ready to be run on a socket; it says nothing of its own."""
    from uvicorn import Config, Server  # noqa: PLC0415  heavy, loaded only when used

    running: list[Server] = []
    config = Config(
        app(follow, port, lambda: any(one.should_exit for one in running), tell_fault),
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )
    running.append(Server(config))
    return running[0]
