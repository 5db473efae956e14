"""The benchmark's corpus in briefkit's own files: the same facts, citations, tables and bytes of prose as the plain one.

The plain corpus (one YAML file a record, a `.bib` file, briefs with citations and tables) is written by a generator that other
tools' benchmarks use as well. Here each record's value becomes a figure with a citation and a quotation, and each call of a
table one of ours.
"""

import json
import re
import shutil
from pathlib import Path

import yaml

OWN = ("templates", "pyproject.toml")
"""What a project needs beside its evidence and briefs, taken from this one."""
DESIGNS = {
    "rct": "randomised controlled trial",
    "cluster-rct": "randomised controlled trial",
    "quasi": "non-randomised trial",
    "cohort": "cohort study",
}
FOLDERS = {"study": "studies", "programme": "programmes", "cost": "costs"}
COLUMNS = {
    "study": '["name", "country", "main.effect"]',
    "programme": '["name", "country", "started", "running_cost"]',
    "cost": '["name", "country", "amount", "covers"]',
}
_CALL = re.compile(r'\{\{ (table|table_where)\("(\w+)", (.+)\) \}\}')
OUTCOMES = "outcome: {label: main outcome, higher_is: better}\n"
TERMS = "interventions:\n  programme: {label: programme of the corpus}\n"


def translated(plain: Path, project: Path, ours: Path) -> None:
    """Write `project`, a whole briefkit project, from the plain corpus; `ours` is the repository whose looks it takes."""
    shutil.rmtree(project, ignore_errors=True)
    for name in OWN:
        source = ours / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, _made(project / name))
    references = (plain / "refs.bib").read_text("utf-8")
    for number, part in enumerate(_bibliographies(references)):
        _made(project / f"evidence/references/refs_{number:02}.bib").write_text(part, "utf-8")
    (project / "evidence/outcomes.yaml").write_text(OUTCOMES, "utf-8")
    (project / "evidence/terms.yaml").write_text(TERMS, "utf-8")
    years = dict(re.findall(r"(?s)@\w+\{(\w+),.*?year = \{(\d+)\}", references))
    for path in sorted((plain / "records").rglob("*.yaml")):
        record = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        record["printed"] = years[record["cite"]]
        target = project / "evidence" / FOLDERS[record["kind"]] / f"{record['id']}.yaml"
        _made(target).write_text(WRITERS[record["kind"]](record), "utf-8")
    first = _first_ten(project)
    for path in sorted((plain / "briefs").glob("*.md")):
        _made(project / "briefs" / path.name).write_text(brief(path.read_text("utf-8"), first), "utf-8")


def _bibliographies(references: str, most: int = 5000) -> list[str]:
    """The entries in as many files as it takes for none to be larger than one may be."""
    entries = re.split(r"(?m)^(?=@)", references)
    return ["".join(entries[start : start + most]) for start in range(0, len(entries), most)]


def revised(project: Path, number: int) -> str:
    """Give the first study of the first table of the first brief another effect, one of a thousand; its words, as the
    page shows them.
    """
    text = (project / "briefs/brief0000.md").read_text("utf-8")
    found = re.search(r'table\("studies", ids=\["(\w+)"', text)
    assert found is not None
    path = project / f"evidence/studies/{found[1]}.yaml"
    text = path.read_text("utf-8")
    value, low, high = re.findall(r'"(-?\d\.\d{3})"', text)[:3]
    other = f"{(float(low) + float(high)) / 2 + number / 1000:.3f}"
    path.write_text(
        text.replace(f'"{value}"', f'"{other}"', 1).replace(f"effect {value} (", f"effect {other} ("), "utf-8"
    )
    return other.replace("-", "\N{MINUS SIGN}")


def _first_ten(project: Path) -> dict[str, list[str]]:
    """Ids of the first ten costs of each country, by which a condition shows the rows that the plain query does."""
    found: dict[str, list[str]] = {}
    for path in sorted((project / "evidence/costs").glob("*.yaml")):
        country = re.search(r"(?m)^country: (\w+)$", path.read_text("utf-8"))
        assert country is not None
        found.setdefault(country[1], []).append(path.stem)
    return {country: ids[:10] for country, ids in found.items()}


def brief(text: str, first: dict[str, list[str]]) -> str:
    """A brief with our front matter and our tables; every other byte is as it was."""
    text = re.sub(r"\A---\ntitle: Brief (\d+)\n---\n", _front, text)
    return _CALL.sub(lambda found: _table(found, first), text)


def _front(found: re.Match[str]) -> str:
    """The title with its number let through as one that counts nothing."""
    title = f'Brief {{{{ plain("{found[1]}", why="its place in a row") }}}}'
    return f"---\ntitle: {title!r}\ndate: 2026-01-15\nauthors: Jane Doe\n---\n"


def _table(found: re.Match[str], first: dict[str, list[str]]) -> str:
    how, kind, given = found[1], found[2], json.loads(found[3])
    chosen = f"ids={json.dumps(given)}"
    if how == "table_where":
        chosen = f"where=\"country == '{given}' and id in {first.get(given, ['none'])}\""
    return f'{{{{ table("{FOLDERS[kind]}", {chosen}, columns={COLUMNS[kind]}, caption="From the base") }}}}'


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _head(record: dict) -> str:
    return f"title: {json.dumps(record['title'])}\ncountry: {record['country']}\ncite: {record['cite']}\n"


def _notes(record: dict) -> str:
    return f"notes: {json.dumps(record['notes'].strip())}\n"


def study(record: dict) -> str:
    """A study with its number of people, one result and that result's interval."""
    low, high = (f"{end:.3f}" for end in record["ci"])
    value = f"{record['value']:.3f}"
    said = f"effect {value} ({low} to {high})"
    effect = f'{{value: "{value}", ci_95: ["{low}", "{high}"], label: Effect, quote: "{said}"}}'
    return (
        f"{_head(record)}design: {DESIGNS[record['design']]}\n"
        f'randomised: {record["n"]} people "{record["n"]} people were allocated"\n'
        f"results:\n  main:\n    outcome: outcome\n    label: {json.dumps(record['outcome'])}\n"
        f"    figures:\n      effect: {effect}\n{_notes(record)}"
    )


def programme(record: dict) -> str:
    """A programme with its beginning and what it costs."""
    cost = f"{record['value']:,}"
    began = f'started: {{value: "{record["start"]}", quote: "began on {record["start"]}"}}\n'
    began = began if record["start"].year <= int(record["printed"]) else ""  # no source tells of what came after it
    return (
        f"{_head(record)}intervention: programme\nstatus: operating\nknown_as_of: 2025-12\n"
        f"{began}"
        f'running_cost: USD {cost} a year "cost USD {cost} a year" (price year not_reported)\n{_notes(record)}'
    )


def cost(record: dict) -> str:
    """A cost with what it is for."""
    amount = f"{record['value']:.2f}"
    return (
        f"{_head(record)}covers: {json.dumps(record['item'])}\nperspective: provider\n"
        f'amount: USD {amount} per child "USD {amount} per child" (price year not_reported)\n{_notes(record)}'
    )


WRITERS = {"study": study, "programme": programme, "cost": cost}
