"""Which file of the evidence folder is what. A file that nothing would read is a problem: somebody counts on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import basename, splitext

from briefkit.load.ids import id_fault
from briefkit.problems import Problem, Where, did_you_mean, listed
from briefkit.records.kinds import BY_FOLDER
from briefkit.records.record import Record

ROOT = "evidence"
VOCABULARY_FILES = ("outcomes.yaml", "terms.yaml", "holders.yaml")
WAIVERS = "waivers.yaml"
"""What is let through for a time: no evidence, so `rules.waivers` reads it."""
OTHER_FOLDERS = ("references", "sources", "verdicts")


@dataclass(slots=True)
class Sorted:
    """The files by what they are."""

    records: dict[str, type[Record]] = field(default_factory=dict)
    """File to the kind of record that it holds."""
    sources: list[str] = field(default_factory=list)
    vocabularies: list[str] = field(default_factory=list)
    references: dict[str, str] = field(default_factory=dict)
    """Bibliography file to its text."""
    misnamed: set[str] = field(default_factory=set)
    """Ids of records that a badly named file would have held."""
    problems: list[Problem] = field(default_factory=list)


def sort_files(texts: Mapping[str, str]) -> Sorted:
    """Every file in its place, by path."""
    found = Sorted()
    first: dict[str, str] = {}
    for file in sorted(texts):
        parts = tuple(file.split("/"))
        if parts[:1] == (ROOT,) and not any(part.startswith(".") for part in parts):
            _put(found, file, parts[1:], texts[file])
    for file in list(found.records):
        found.problems += _id_problems(file, first)
        if file != first.setdefault(stem(file), file) or id_fault(stem(file)):
            del found.records[file]
            found.misnamed.add(stem(file))
    return found


def stem(file: str) -> str:
    """A file's name without its ending: the id of the record in it."""
    return splitext(basename(file))[0]


def _put(found: Sorted, file: str, parts: tuple[str, ...], text: str) -> None:
    name, folder = parts[-1], parts[0] if len(parts) > 1 else ""
    if name.endswith((".yml", ".YAML", ".YML")):
        found.misnamed.add(stem(file))
        right = f"{stem(name)}.yaml"
        found.problems.append(_whole(file, "file-ending", f"`{name}` is not read", f"rename it to `{right}`"))
    elif name.endswith(".bib"):
        found.references[file] = text
        if folder != "references":
            way = f"move it to `{ROOT}/references/`"
            found.problems.append(_whole(file, "file-misplaced", f"`{name}` is not where bibliographies belong", way))
    elif name.endswith(".yaml"):
        _put_yaml(found, file, parts)


def _put_yaml(found: Sorted, file: str, parts: tuple[str, ...]) -> None:
    name, folder = parts[-1], parts[0] if len(parts) > 1 else ""
    if not folder and name in VOCABULARY_FILES:
        found.vocabularies.append(file)
    elif not folder and name == WAIVERS:
        return
    elif len(parts) == 2 and folder in BY_FOLDER:
        found.records[file] = BY_FOLDER[folder]
    elif len(parts) == 2 and folder == "sources":
        found.sources.append(file)
    elif folder not in OTHER_FOLDERS:
        found.misnamed.add(stem(file))
        found.problems.append(_misplaced(file, parts))


def _misplaced(file: str, parts: tuple[str, ...]) -> Problem:
    name, folder = parts[-1], parts[0]
    if len(parts) == 1:
        near = did_you_mean(name, [*VOCABULARY_FILES, WAIVERS])
        way = near or f"put a record into the folder of its kind: {listed(BY_FOLDER, most=20)}"
        return _whole(file, "file-misplaced", f"`{name}` is not a file that belongs directly into `{ROOT}/`", way)
    if folder in BY_FOLDER:
        way = f"move it to `{ROOT}/{folder}/{name}`"
        return _whole(file, "file-misplaced", f"`{name}` lies too deep: folders have no folders in them", way)
    way = did_you_mean(folder, [*BY_FOLDER, *OTHER_FOLDERS], f"folders are {listed(BY_FOLDER, most=20, joint='and')}")
    return _whole(file, "unknown-folder", f"`{folder}` is not a folder of records, so `{name}` is not read", way)


def _id_problems(file: str, first: Mapping[str, str]) -> Iterator[Problem]:
    name = stem(file)
    fault = id_fault(name)
    if fault:
        yield _whole(file, *fault)
    elif name in first:
        way = "rename one of them: an id is unique over all kinds"
        yield _whole(file, "id-twice", f"there are two records `{name}`: this one and `{first[name]}`", way)


def _whole(file: str, rule: str, message: str, way_out: str) -> Problem:
    """A problem of a file as a whole."""
    return Problem(Where(file, 0), rule, message, way_out)
