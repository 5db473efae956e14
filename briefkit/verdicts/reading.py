"""The verdict files of a project to verdicts, read as strictly as any record and with every mistake at its place."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from briefkit import yamlfile
from briefkit.problems import Problem, Where, did_you_mean
from briefkit.records.known import Known
from briefkit.records.read import read
from briefkit.records.verdict import Verdict
from briefkit.values.units import BUILT_IN
from briefkit.verdicts.standing import Given

ENDING = ".verdicts.yaml"
BRIEFS, FIGURES = "briefs/", "evidence/verdicts/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """Everything that reviewers have said."""

    briefs: Mapping[str, tuple[Given, ...]] = field(default_factory=dict)
    """Of the claims of a brief, by its slug."""
    figures: Mapping[str, tuple[Given, ...]] = field(default_factory=dict)
    """Of the figures of a source, by the key of its reference."""


def file_of_brief(slug: str) -> str:
    """Where the verdicts on the claims of a brief stand."""
    return f"{BRIEFS}{slug}{ENDING}"


def file_of_source(key: str) -> str:
    """Where the verdicts on the figures of a source stand."""
    return f"{FIGURES}{key}.yaml"


def read_reviews(
    texts: Mapping[str, str], slugs: Collection[str], keys: Collection[str]
) -> tuple[Reviews, list[Problem]]:
    """All verdicts among the texts of a project, and what is wrong with them.

    `slugs` are the briefs and `keys` the references that there are.
    """
    briefs: dict[str, tuple[Given, ...]] = {}
    figures: dict[str, tuple[Given, ...]] = {}
    problems: list[Problem] = []
    for file, text in texts.items():
        if file.startswith(BRIEFS) and file.endswith(ENDING):
            name, into, known, what = file[len(BRIEFS) : -len(ENDING)], briefs, slugs, "brief"
        elif file.startswith(FIGURES) and file.endswith(".yaml"):
            name, into, known, what = file[len(FIGURES) : -len(".yaml")], figures, keys, "reference"
        else:
            continue
        into[name], wrong = read_verdicts(text, file)
        problems += wrong
        if name not in known:
            way = did_you_mean(name, known, "rename the file after it, or remove it when the verdicts are of no use")
            message = f"these verdicts are on the {what} `{name}`, which there is not"
            problems.append(Problem(Where(file, 0), "verdict-homeless", message, way))
    return Reviews(briefs=briefs, figures=figures), problems


def read_verdicts(text: str, file: str) -> tuple[tuple[Given, ...], list[Problem]]:
    """The verdicts in one file, without those that cannot be read, and what is wrong with these."""
    root, problems = yamlfile.read(text, file, top="list")
    if root is None:
        return (), problems
    found = []
    for item in root.items:
        if item.kind != "map":
            problems.append(Problem(item.where, "verdicts-not-listed", "this is not a verdict", FORM))
            continue
        made, wrong = read(Verdict, item, Known(), BUILT_IN)
        problems += wrong
        if made is not None:
            found.append(Given(made, item.where))
    return tuple(found), problems


FORM = "write each verdict as `- verdict: accurate` with its other fields below it, set in by two blanks"
