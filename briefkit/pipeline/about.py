"""The pages about the base itself, from the files of a project."""

from dataclasses import replace

from briefkit.coverage.pages import base_page, coverage_page, gaps_page
from briefkit.disk import Tree
from briefkit.pipeline.covering import coverages
from briefkit.pipeline.reading import locks_of, read_library
from briefkit.sources.holding import hold_all


def about_base(tree: Tree) -> tuple[dict[str, str], list[str]]:
    """The pages by path, and keys of sources that are read sentence by sentence and of which no copy is here.

    While one is away, what depends on it is not written: it would say less than is known.
    """
    library, _ = read_library(tree)
    holdings = hold_all(library, tree.snapshots, locks_of(tree))
    library = replace(library, holds=holdings.figures)
    gaps = {"docs/gaps.md": gaps_page(library.of_kind("gap"))}
    away = sorted(
        key for key, source in library.sources.items() if source.sentences_without_record and key not in tree.snapshots
    )
    if away:
        return gaps, away
    found = coverages(tree, library)
    return {"docs/base.md": base_page(library, found), "docs/coverage.md": coverage_page(found, library), **gaps}, []
