"""`new`: begin a record, with every field explained."""

from briefkit.cli.arguments import Asked
from briefkit.cli.project import Project
from briefkit.cli.screen import Screen
from briefkit.cli.stop import stop
from briefkit.cli.usage import PROGRAM
from briefkit.disk import create
from briefkit.load.ids import id_fault
from briefkit.problems import did_you_mean, listed
from briefkit.records.kinds import BY_FOLDER, BY_KIND, find_kind
from briefkit.records.record import Record
from briefkit.records.template import new_record

LONGEST = 100
"""Characters of an id: briefs repeat it with every figure, and systems cut or refuse long names of files."""


def command(asked: Asked, project: Project, screen: Screen) -> int:
    """Write the new record's file, unless its name cannot be or is taken."""
    if len(asked.words) != 2:
        stop(f"write the kind of record and its id, as in: {PROGRAM} new study naltrexone_trial")
    kind = kind_of(asked.words[0])
    record_id = asked.words[1].removesuffix(".yaml")
    _usable(record_id, project)
    path = f"evidence/{kind.folder}/{record_id}.yaml"
    if fault := create(project.root, path, new_record(kind.kind, record_id)):
        stop(f"`{path}` cannot be written: {fault}")
    screen.say(f"{path} is there to be filled in; `{PROGRAM} check` tells what it still lacks")
    return 0


def kind_of(name: str) -> type[Record]:
    """The kind that was named, in any of its forms; ends the command when there is no such kind."""
    kind = find_kind(name.replace("-", "_"))
    if kind is None:
        way = did_you_mean(name, [*BY_KIND, *BY_FOLDER], f"the kinds are {listed(BY_KIND, most=30, joint='and')}")
        stop(f"there is no kind of record `{name}`: {way}")
    return kind


def _usable(record_id: str, project: Project) -> None:
    """End the command when an id cannot be, or is another record's."""
    if fault := id_fault(record_id):
        _, message, way = fault
        stop(f"{message}\n{way}")
    if len(record_id) > LONGEST:
        stop(f"`{record_id[:59]}…` has {len(record_id)} characters\nAn id has at most {LONGEST}; choose a shorter one.")
    for folder in BY_FOLDER:
        path = f"evidence/{folder}/{record_id}.yaml"
        if (project.root / path).exists():
            stop(f"there is a record `{record_id}` already: {path}\nAn id is unique over all kinds; choose another.")
