"""A command that ends early: the words to say, and the exit status."""

from typing import NoReturn


class Stop(Exception):  # noqa: N818  an end, not an error: help that was asked for ends a command too
    """Raised by whatever finds that the command cannot go on; caught at the door."""

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.words = words
        self.status = status


def stop(words: str, status: int = 2) -> NoReturn:
    """End the command with these words: to standard output with status 0, else to standard error."""
    raise Stop(words, status)
