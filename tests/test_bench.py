"""The corpus of the benchmark in our own files: a project that builds, with every figure, citation, table and byte of prose."""

from datetime import date
from pathlib import Path

from bench.corpus import translated

from briefkit.disk import read_tree
from briefkit.pipeline.building import build
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options

ROOT = Path(__file__).parents[1]
HEAD = "title: Clinic training\ncountry: KE\nyear: 2010\ncite: ref00001\n"
RECORDS = {
    "study/s00000": f"id: s00000\nkind: study\n{HEAD}design: rct\nn: 812\noutcome: School visits\nvalue: -0.5\nci: [-0.7, -0.3]\n",
    "programme/p00002": f"id: p00002\nkind: programme\n{HEAD}start: 2009-08-01\nvalue: 6953762\n",
    "cost/c00003": f"id: c00003\nkind: cost\n{HEAD}item: Worker visits\nvalue: 600.02\n",
}
PROSE = "The clinic was across the district in that year [@ref00001]. It was rural."
BRIEF = (
    f"---\ntitle: Brief 7\n---\n\n## Over school\n\n{PROSE}\n\n"
    '{{ table("study", ["s00000"]) }}\n\n{{ table_where("cost", "KE") }}\n'
)
REFERENCES = "@article{ref00001,\n  author = {Doe, J.},\n  title = {Visits},\n  journal = {Journal of visits},\n  year = {2012}\n}\n"


def test_a_translated_corpus_builds_with_all_that_it_holds(tmp_path):
    plain, project = tmp_path / "plain", tmp_path / "ours"
    files = {f"records/{name}.yaml": f"{text}notes: Remarks\n" for name, text in RECORDS.items()}
    for name, text in {**files, "refs.bib": REFERENCES, "briefs/brief0007.md": BRIEF}.items():
        path = plain / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    translated(plain, project, ROOT)
    tree = read_tree(project)
    assert PROSE in tree.texts["briefs/brief0007.md"]
    options = Options(briefs=("brief0007",), formats=("html",), today=date(2026, 1, 31))
    checked = check(tree, options)
    built = build(checked, tree, options, {})
    assert [problem for problem in built.problems if options.grave[problem.rule] == "error"] == []
    figures = checked.library.figures
    assert {"s00000.results.main.figures.effect", "p00002.running_cost", "p00002.started", "c00003.amount"} <= set(
        figures
    )
    assert [len(table.rows) for table in checked.briefs["brief0007"].tables] == [1, 1]
    assert b"Brief 7" in built.outputs["brief0007/index.html"]
