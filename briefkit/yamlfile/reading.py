"""From a file's text to its tree: look at the characters, parse, explain what the parser could not read."""

from typing import Literal

from briefkit.problems import Problem, in_order
from briefkit.yamlfile import faults, parsers, screen
from briefkit.yamlfile.node import Node
from briefkit.yamlfile.page import Page
from briefkit.yamlfile.syntax import explain
from briefkit.yamlfile.tree import TooDeepError, Tree


def read(
    text: str, file: str, first_line: int = 1, *, top: Literal["map", "list"] = "map"
) -> tuple[Node | None, list[Problem]]:
    """The fields that a text holds, or with `top="list"` the entries of its list, and all that is wrong with it as YAML.

    The tree is None when nothing can be read. Otherwise it is as whole as the mistakes leave it, so that later
    stages can find theirs in the same run; a record whose file has a problem is not to be used.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    page = Page(file, text.split("\n"), first_line)
    if len(text) > screen.MOST_CHARACTERS:
        return None, [faults.too_large(page, len(text), screen.MOST_CHARACTERS)]
    invisible, indents = screen.invisible(text, page), screen.misleading_indents(text, page)
    root, problems = _parsed(screen.repaired(text), page, top, blamed=bool(invisible or indents))
    if indents:  # what lies below may belong elsewhere, so nothing is said of it
        root, problems = None, _above(indents[0], problems)
    return root, in_order([*invisible, *indents, *problems])


def _parsed(text: str, page: Page, top: str, *, blamed: bool) -> tuple[Node | None, list[Problem]]:
    """The tree and what is wrong with it; what stops the parser counts only when nothing was blamed before."""
    fast = parsers.fast(text)
    tree, root, error = _attempt(Tree(page, fast or parsers.slow(text), in_c=fast is not None))
    if error and fast:
        tree, root, error = _attempt(Tree(page, parsers.slow(text), in_c=False))
    if error:
        return None, tree.problems if blamed else _stopped(explain(page, text, error), tree.problems)
    if not tree.problems and (root is None or (root.kind == "text" and faults.is_empty(root))):
        return None, [] if blamed or top == "list" else [faults.empty_file(page)]
    if root is not None and root.kind != top:
        return None, tree.problems or [faults.not_fields(page, root) if top == "map" else faults.not_a_list(page, root)]
    return root, tree.problems


def _stopped(stop: Problem, problems: list[Problem]) -> list[Problem]:
    """What stopped the parser, and what was found above it; what is found below may come from the same slip."""
    return [*_above(stop, problems), stop]


def _above(first: Problem, problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.where.line < first.where.line]


def _attempt(tree: Tree) -> tuple[Tree, Node | None, Exception | None]:
    """What one parser makes of the text."""
    try:
        return tree, tree.document(), None
    except TooDeepError:
        return tree, None, None
    except parsers.FAULTS as error:
        return tree, None, error
