"""Where Jinja evaluates an expression: a sandbox that knows our names only, after a look at what is asked of it.

Nothing that computes, decides, repeats or changes text gets in, so an expression cannot run long, grow large or
print something that no figure says.
"""

from collections.abc import Iterator
from typing import Any

from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.parser import Parser
from jinja2.runtime import Undefined
from jinja2.sandbox import SandboxedEnvironment

from briefkit.expressions.names import FUNCTIONS, Names
from briefkit.expressions.requests import Address, Request
from briefkit.problems import did_you_mean, listed
from briefkit.values.fault import Fault

DEEPEST = 20
"""Brackets inside each other."""
_ALLOWED = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Keyword, nodes.Const, nodes.Neg)
_LISTS = (nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair)
_COMPUTING = (nodes.BinExpr, nodes.UnaryExpr, nodes.Concat)
_DECIDING = (nodes.CondExpr, nodes.Test, nodes.Compare, nodes.And, nodes.Or, nodes.Not)


class Sandbox(SandboxedEnvironment):
    """Jinja's sandbox with addresses for attributes, and without filters, tests and functions of its own."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, optimized=False)
        for table in (self.filters, self.tests, self.globals):
            table.clear()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What follows a dot: the next part of an address, of nothing else."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What stands in square brackets, likewise."""
        if isinstance(obj, Address) and isinstance(argument, str | int):
            return Address(f"{obj.text}.{argument}")
        return self.undefined(obj=obj, name=str(argument))


_SANDBOX = Sandbox()


def result(expression: str, names: Names) -> Any | Fault:
    """What an expression comes to (an Address, a Request, or text or a number that somebody wrote), or what is wrong."""
    if _depth(expression) > DEEPEST:
        return Fault(
            "expression-syntax", "too many brackets lie inside each other", "take some away", 0, len(expression)
        )
    try:
        tree = _tree(expression)
        refused = next(_refused(tree, names, expression), None)
        if refused:
            return refused
        value = _SANDBOX.compile_expression(expression, undefined_to_none=False)(_meanings(tree, names))
    except (TemplateError, RecursionError, TypeError, ValueError, SyntaxError, NameError) as error:
        # NameError: `1e400` is infinite, and Python has no way to write that down
        return _unreadable(expression, str(error))
    return _unreadable(expression, "") if isinstance(value, Undefined) else value


def _tree(expression: str) -> nodes.Expr:
    parser = Parser(_SANDBOX, expression, state="variable")
    tree = parser.parse_expression()
    if not parser.stream.eos:
        parser.fail("something is left over")
    tree.set_environment(_SANDBOX)
    return tree


def _unreadable(expression: str, why: str) -> Fault:
    """What to say of an expression that Jinja refuses; of its own words only those that an officer can use."""
    ways = "look for a missing comma, quotation mark or bracket"
    if "expected token" in why or "unexpected" in why:
        ways = f"{why.replace(chr(39), '`')}; {ways}"
    return Fault("expression-syntax", "this expression cannot be read", ways, 0, len(expression))


def _refused(node: nodes.Node, names: Names, expression: str) -> Iterator[Fault]:
    """What is wrong with an expression before it is evaluated, from its outside in."""
    length = len(expression)
    if isinstance(node, nodes.Filter):
        message = f"a filter such as `|{node.name}` would change what the figure says: its result is no figure"
        yield Fault(
            "expression-result",
            message,
            "write the address alone, or bind your own words: `[words]{=address}`",
            0,
            length,
        )
    elif isinstance(node, _COMPUTING) and not _is_number(node):
        way = "declare the result under `figures:` in the front matter with a `formula:`, and write its name here"
        yield Fault("expression-result", "a brief does not compute between `{{ }}`", way, 0, length)
    elif isinstance(node, _DECIDING):
        way = "write two briefs, or a `table(...)` with `where=`"
        yield Fault("expression-result", "a brief does not compare or decide between `{{ }}`", way, 0, length)
    elif not isinstance(node, (*_ALLOWED, *_LISTS)):
        yield _unreadable(expression, "")
    elif isinstance(node, nodes.Call):
        yield from _call(node, names, expression)
    else:
        if isinstance(node, nodes.Name) and not names.knows(node.name):
            yield _unknown(node.name, names, expression)
        for child in node.iter_child_nodes():
            yield from _refused(child, names, expression)


def _is_number(node: nodes.Node) -> bool:
    """Whether a sign belongs to a number that is written out."""
    return isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const)


def _call(node: nodes.Call, names: Names, expression: str) -> Iterator[Fault]:
    """What is wrong with a call: only our own functions can be called, with arguments that are written out."""
    function = node.node
    if not isinstance(function, nodes.Name) or function.name not in FUNCTIONS:
        name = function.name if isinstance(function, nodes.Name) else expression.partition("(")[0].strip()
        way = did_you_mean(name, FUNCTIONS, f"a brief can call {listed(FUNCTIONS, most=40, joint='and')}")
        yield Fault("unknown-name", f"`{name}` cannot be called", way, max(0, expression.find(name)), max(1, len(name)))
    elif node.dyn_args or node.dyn_kwargs:
        yield _unreadable(expression, "")
    else:
        for child in [*node.args, *(keyword.value for keyword in node.kwargs)]:
            yield from _refused(child, names, expression)


def _unknown(name: str, names: Names, expression: str) -> Fault:
    way = names.suggest(name)
    if not way.startswith("did you mean") and "(" in expression:
        way = f'is it text? then it stands in quotation marks: "{name}"'
    return Fault("unknown-name", f"nothing is called `{name}`", way, max(0, expression.find(name)), len(name))


def _meanings(tree: nodes.Expr, names: Names) -> dict[str, Any]:
    """What each name in an expression stands for."""
    used = {node.name for node in tree.find_all(nodes.Name)} | ({tree.name} if isinstance(tree, nodes.Name) else set())
    meanings: dict[str, Any] = {name: names.parameters.get(name, Address(name)) for name in used}
    for name in FUNCTIONS:
        meanings[name] = _asking(name)
    return meanings


def _asking(name: str) -> Any:
    """A function that notes what it is asked for; `record` gives an address at once, so that a dot may follow it."""

    def ask(*given: Any, **named: Any) -> Any:
        first = given[0] if len(given) == 1 and not named else None
        if name == "record" and isinstance(first, str | Address):
            return first if isinstance(first, Address) else Address(first)
        return Request(name, given, named)

    return ask


def _depth(expression: str) -> int:
    """How many brackets lie inside each other at most."""
    depth = deepest = 0
    for character in expression:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    return deepest
