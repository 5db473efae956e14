"""The copy of the shipped project into which faults are put: with one invented paper more, and every claim signed.

The paper has what the five articles lack (pages, a running head, a list of references). The signatures are of an invented
reviewer and exist in memory alone: they let a change of what nobody but a reviewer can judge be noticed as a lapse.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from faults import paper

from briefkit.disk import Tree, read_tree
from briefkit.pipeline.checking import check
from briefkit.pipeline.options import Options
from briefkit.pipeline.reading import brief_files, locks_of, read_library
from briefkit.records.verdict import Verdict
from briefkit.sources.holding import hold_all
from briefkit.sources.lock import lock_file, write_lock
from briefkit.sources.renewing import after_looking
from briefkit.sources.snapshots import snapshot
from briefkit.values import Date
from briefkit.verdicts.hashing import judged_claim
from briefkit.verdicts.writing import appended

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


def options(tree: Tree) -> Options:
    """The publish gate over every brief."""
    return Options(briefs=tuple(brief_files(tree)), gate="publish", formats=(), today=TODAY)


def shipped() -> Tree:
    """The project as it is shipped, with the copies of sources that are at hand."""
    return read_tree(ROOT)


def faulty_ground() -> Tree:
    """The copy that faults are put into."""
    return _signed(_with_paper(shipped()))


def _with_paper(tree: Tree) -> Tree:
    """The tree with the invented paper, its record and its lock."""
    texts = dict(tree.texts)
    texts["evidence/references/invented.bib"] = paper.BIB
    texts[f"evidence/sources/{paper.KEY}.yaml"] = paper.SOURCE
    texts[paper.RECORD] = paper.STUDY
    texts["briefs/invented.md"] = paper.BRIEF
    copies = {**tree.snapshots, paper.KEY: snapshot(f"snapshots/{paper.KEY}.pdf", paper.snapshot())}
    tree = replace(tree, texts=dict(sorted(texts.items())), snapshots=copies)
    checked = check(tree, options(tree))
    library, _ = read_library(tree)
    holdings = hold_all(library, tree.snapshots, locks_of(tree), list(checked.briefs.values()))
    lock = after_looking(paper.KEY, holdings, TODAY.isoformat(), lambda _name, _entry: True).lock
    return replace(tree, texts={**tree.texts, lock_file(paper.KEY): write_lock(lock)})


def _signed(tree: Tree) -> Tree:
    """The tree with each claim found accurate by an invented reviewer, and with briefs that ask for that."""
    texts = dict(tree.texts)
    for slug, file in brief_files(tree).items():
        texts[file] = texts[file].replace("\n---\n", "\nsignatures: 1\n---\n", 1)
        assert "signatures: 1" in texts[file], slug
    tree = replace(tree, texts=texts)
    checked = check(tree, options(tree))
    for slug, brief in checked.briefs.items():
        judged = [judged_claim(claim, brief, checked.library, checked.source_text) for claim in brief.claims]
        verdicts = [_accurate(one.hash, one.text) for one in {one.hash: one for one in judged}.values()]
        texts[f"briefs/{slug}.verdicts.yaml"] = appended("", verdicts)
    return replace(tree, texts=dict(sorted(texts.items())))


def _accurate(of: str, sentence: str) -> Verdict:
    return Verdict(
        hash=of,
        verdict="accurate",
        reviewer="Ivy Invented",
        date=Date(TODAY.year, TODAY.month, TODAY.day),
        looked_at="quote_only",
        sentence=sentence,
    )
