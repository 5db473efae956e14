"""The language of formulas: figures by name, numbers, `+ - * /`, parentheses, `sum(...)` and `in_money(...)`; nothing else.

    formula = term {("+" | "-") term}
    term    = part {("*" | "/") part}
    part    = "-" part | number | "sum" "(" formula {"," formula} ")" | money | "(" formula ")" | name
    money   = "in_money" "(" name "," currency "," year ["," country] ")"
    name    = words joined by dots: `running_cost`, `breakfast_leeds.patients`, `attendance_1y.breakfast.percent`

Our own reader, since text from a file never reaches Python's.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from briefkit.values.fault import Fault

MOST_CHARACTERS = 500
MOST_DEEP = 20
WAYS = "a formula holds names of figures, numbers, `+ - * /`, parentheses, `sum(…)` and `in_money(…)`"
_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?![\w.])|(?P<name>[A-Za-z]\w*(?:\.\w+)*)|(?P<sign>[-+*/(),−×÷]))")
_SAME = {"−": "-", "×": "*", "÷": "/"}


@dataclass(frozen=True, slots=True)
class Constant:
    """A number written in the formula."""

    value: Decimal
    written: str


@dataclass(frozen=True, slots=True)
class Name:
    """A figure."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts and what is done with them."""

    sign: str
    left: "Term"
    right: "Term"
    offset: int


@dataclass(frozen=True, slots=True)
class Negative:
    """The opposite of a part."""

    of: "Term"


@dataclass(frozen=True, slots=True)
class Sum:
    """Several parts added."""

    terms: tuple["Term", ...]
    offset: int


@dataclass(frozen=True, slots=True)
class InMoney:
    """An amount carried to the prices of another year, and to another country: `in_money(amount, GBP, 2023)`."""

    of: Name
    currency: str
    """ISO 4217 code."""
    year: int
    country: str
    """ISO 3166-1 code; empty where the currency says it."""
    offset: int


Term = Constant | Name | Operation | Negative | Sum | InMoney


class FormulaError(Exception):
    """Leaves the reader at the first fault; it is caught in `read_formula`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def read_formula(text: str) -> Term | Fault:
    """The formula that a text is, or what is wrong with it."""
    if len(text) > MOST_CHARACTERS:
        return Fault(
            "formula-invalid", f"the formula is longer than {MOST_CHARACTERS} characters", "derive it in steps"
        )
    try:
        return _Reader(text).whole()
    except FormulaError as error:
        return error.fault


def names(term: Term) -> list[Name]:
    """The names in a formula, in order."""
    if isinstance(term, Name):
        return [term]
    if isinstance(term, Operation):
        return [*names(term.left), *names(term.right)]
    if isinstance(term, InMoney):
        return [term.of]
    if isinstance(term, Negative):
        return names(term.of)
    return [name for part in term.terms for name in names(part)] if isinstance(term, Sum) else []


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    offset: int


class _Reader:
    """One reading of a formula from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.next = 0

    def whole(self) -> Term:
        term = self.formula(0)
        if self.next < len(self.tokens):
            self.refuse("is not expected here")
        return term

    def formula(self, depth: int) -> Term:
        if depth > MOST_DEEP:
            self.refuse("is nested too deeply")
        left = self.term(depth)
        while (token := self.take("+", "-")) is not None:
            left = Operation(token.text, left, self.term(depth), token.offset)
        return left

    def term(self, depth: int) -> Term:
        left = self.part(depth)
        while (token := self.take("*", "/")) is not None:
            left = Operation(token.text, left, self.part(depth), token.offset)
        return left

    def part(self, depth: int) -> Term:
        if depth > MOST_DEEP:
            self.refuse("is nested too deeply")
        if self.take("-") is not None:
            return Negative(self.part(depth + 1))
        if self.take("(") is not None:
            inside = self.formula(depth + 1)
            self.close()
            return inside
        if self.next == len(self.tokens) or self.tokens[self.next].kind == "sign":
            self.refuse("stands where a figure or a number is expected")
        token = self.tokens[self.next]
        self.next += 1
        if token.kind == "number":
            return Constant(Decimal(token.text), token.text)
        if self.take("(") is None:
            return Name(token.text, token.offset)
        return self.money(token) if token.text == "in_money" else self.sum(token, depth)

    def money(self, function: _Token) -> Term:
        """The rest of `in_money(`: what it takes is names and a year, so that nothing is computed before it is converted."""
        given: list[_Token] = []
        while self.next < len(self.tokens) and self.tokens[self.next].kind != "sign":
            given.append(self.tokens[self.next])
            self.next += 1
            if self.take(",") is None:
                break
        self.close()
        kinds = [token.kind for token in given]
        if kinds not in (["name", "name", "number"], ["name", "name", "number", "name"]):
            fault = "`in_money(…)` takes an amount, a currency and a year, and perhaps a country"
            way = "write `in_money(amount, GBP, 2023)`, or for euros `in_money(amount, EUR, 2023, DE)`"
            raise FormulaError(Fault("formula-invalid", fault, way, function.offset, len(function.text)))
        of, currency, year, *country = given
        if not re.fullmatch(r"[12]\d{3}", year.text):
            fault, way = f"`{year.text}` is no year", "write four digits, such as `2023`"
            raise FormulaError(Fault("formula-invalid", fault, way, year.offset, len(year.text)))
        where = country[0].text if country else ""
        return InMoney(Name(of.text, of.offset), currency.text, int(year.text), where, function.offset)

    def sum(self, function: _Token, depth: int) -> Term:
        if function.text != "sum":
            fault = f"`{function.text}(…)` is not a function of formulas"
            raise FormulaError(Fault("formula-invalid", fault, WAYS, function.offset, len(function.text)))
        terms = [self.formula(depth + 1)]
        while self.take(",") is not None:
            terms.append(self.formula(depth + 1))
        self.close()
        return Sum(tuple(terms), function.offset)

    def close(self) -> None:
        if self.take(")") is None:
            self.refuse("stands where `)` is expected", "a `)` is missing at the end")

    def take(self, *signs: str) -> _Token | None:
        if (
            self.next < len(self.tokens)
            and self.tokens[self.next].kind == "sign"
            and self.tokens[self.next].text in signs
        ):
            self.next += 1
            return self.tokens[self.next - 1]
        return None

    def refuse(self, what: str, at_end: str = "the formula breaks off") -> NoReturn:
        if self.next == len(self.tokens):
            fault = Fault("formula-invalid", at_end, WAYS, max(0, len(self.text) - 1), 1)
            raise FormulaError(fault)
        token = self.tokens[self.next]
        raise FormulaError(Fault("formula-invalid", f"`{token.text}` {what}", WAYS, token.offset, len(token.text)))


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            raise FormulaError(Fault("formula-invalid", f"`{text[start]}` cannot stand in a formula", WAYS, start, 1))
        written = match[match.lastgroup]
        found.append(_Token(match.lastgroup, _SAME.get(written, written), match.start(match.lastgroup)))
        at = match.end()
    return found
