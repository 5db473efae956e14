"""The only clock of a command."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day on which the command runs."""
    return datetime.now(tz=UTC).astimezone().date()
