"""Reads a condition (the grammar stands in `condition`): recursive descent, one fault at the first thing it cannot read."""

from briefkit.tables.condition import (
    KEYWORDS,
    All,
    Among,
    Amount,
    Compare,
    Condition,
    Day,
    Not,
    Operand,
    Operator,
    Path,
    Some,
    Text,
)
from briefkit.tables.fault import Fault
from briefkit.tables.tokens import Token, amount, tokens
from briefkit.values import Date
from briefkit.values.dates import read_date

DEEPEST = 30
"""Brackets and `not`s inside each other."""

_OPERATORS: dict[str, Operator] = {"==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_SCALES = {"thousand": 3, "million": 6, "billion": 9}
_TOO_LARGE = 10**18
_SIGNS = {"£": "GBP", "€": "EUR"}
_OTHER_WORDS = {
    "is": "write `==` for `is`, `!=` for `is not`",
    "like": "texts are compared whole: write `==`, or `in [...]` for several",
    "contains": "texts are compared whole: write `==`, or `in [...]` for several",
    "between": "write two comparisons: `patients >= 100 and patients <= 200`",
}


def parse(written: str) -> Condition | Fault:
    """The condition, or the first thing in it that cannot be read."""
    pieces = tokens(written)
    if isinstance(pieces, Fault):
        return pieces
    reader = _Reader(written, pieces)
    condition = reader.some(0)
    if isinstance(condition, Fault):
        return condition
    return condition if reader.now.kind == "end" else reader.surplus()


class _Reader:
    """Walks over the pieces."""

    def __init__(self, written: str, pieces: tuple[Token, ...]) -> None:
        self.written = written
        self.pieces = pieces
        self.place = 0

    @property
    def now(self) -> Token:
        """The piece that is read next."""
        return self.pieces[self.place]

    def some(self, depth: int) -> Condition | Fault:
        """Parts joined by `or`."""
        parts = self.joined("or", depth)
        return parts if isinstance(parts, Fault) else parts[0] if len(parts) == 1 else Some(parts)

    def every(self, depth: int) -> Condition | Fault:
        """Parts joined by `and`."""
        parts = self.joined("and", depth)
        return parts if isinstance(parts, Fault) else parts[0] if len(parts) == 1 else All(parts)

    def joined(self, joint: str, depth: int) -> tuple[Condition, ...] | Fault:
        """One part, or several with the joint between them."""
        parts: list[Condition] = []
        while True:
            part = self.every(depth) if joint == "or" else self.no(depth)
            if isinstance(part, Fault):
                return part
            parts.append(part)
            if not self.take("word", joint):
                return tuple(parts)

    def no(self, depth: int) -> Condition | Fault:
        """`not ...`, brackets, or a comparison."""
        if depth > DEEPEST:
            return self.fault(
                f"this condition nests more than {DEEPEST} deep",
                "split the table, or name the records with `ids=[...]`",
            )
        if self.take("word", "not"):
            inside = self.no(depth + 1)
            return inside if isinstance(inside, Fault) else Not(inside)
        if not self.take("mark", "("):
            return self.comparison()
        condition = self.some(depth + 1)
        if isinstance(condition, Fault) or self.take("mark", ")"):
            return condition
        return (
            self.surplus()
            if self.now.kind != "end"
            else self.fault("a bracket `(` is not closed", "put `)` where it ends")
        )

    def comparison(self) -> Condition | Fault:
        """Two operands and what stands between them."""
        first = self.now
        left = self.operand()
        if isinstance(left, Fault):
            return left
        if self.at_operator():
            return self.compared(left, first)
        refused = self.now.text == "not" and self.pieces[self.place + 1].text == "in" and bool(self.take("word", "not"))
        if not self.take("word", "in"):
            return self.no_test(first)
        options = self.options()
        if isinstance(options, Fault):
            return options
        among = Among(left, options, first.offset, self.behind() - first.offset)
        return Not(among) if refused else among

    def compared(self, left: Operand, first: Token) -> Compare | Fault:
        """The rest of a comparison, from its operator on."""
        operator = _OPERATORS[self.step().text]
        right = self.operand()
        if isinstance(right, Fault):
            return right
        if self.at_operator():
            return self.fault("two comparisons stand in a row", "write `10 < patients and patients < 20`")
        return Compare(left, operator, right, first.offset, self.behind() - first.offset)

    def at_operator(self) -> bool:
        """Whether `==`, `<` or another comes next."""
        return self.now.kind == "mark" and self.now.text in _OPERATORS

    def options(self) -> tuple[Operand, ...] | Fault:
        """The list after `in`."""
        if not self.take("mark", "["):
            return self.fault("after `in` comes a list", "write it in square brackets: `country in ['GB', 'CH']`")
        out: list[Operand] = []
        while not self.take("mark", "]"):
            if out and not self.take("mark", ","):
                return self.fault("this list goes on without a comma, or is not closed", "write `['GB', 'CH']`")
            if out and self.take("mark", "]"):
                break
            if self.now.kind == "number" and "," in self.now.text:
                help_ = "in a list, write numbers without thousands commas and a blank after each comma: `[1300, 200]`"
                return self.fault(f"`{self.now.text}` in a list may be one number or two", help_)
            option = self.operand()
            if isinstance(option, Fault):
                return option
            out.append(option)
        return tuple(out) or self.fault(
            "this list is empty", "write what the field may be: `country in ['GB', 'CH']`", back=1
        )

    def operand(self) -> Operand | Fault:
        """A field, a text, a number or a date."""
        token = self.now
        if token.kind == "text":
            self.step()
            return Text(token.text, offset=token.offset)
        if token.kind == "date":
            self.step()
            return Day(_date(token.text), token.offset)
        if token.kind == "number" or token.text in _SIGNS:
            return self.number()
        if token.kind != "word" or (token.text in KEYWORDS and token.text not in {"true", "false"}):
            return self.expected()
        return self.word()

    def word(self) -> Operand | Fault:
        """A field's name, `true`, `false`, or a currency before its number."""
        token = self.step()
        if token.text in {"true", "false"}:
            return Text(token.text, offset=token.offset)
        if _is_currency(token) and self.now.kind == "number":
            found = self.number()
            return found if isinstance(found, Fault) else Amount(found.value, token.text, token.offset)
        return Path(token.text, token.offset)

    def number(self) -> Amount | Fault:
        """A number with its scale and unit."""
        first = self.now
        unit = _SIGNS.get(first.text, "")
        if unit:
            self.step()
        if self.pieces[self.place].kind != "number":
            return self.fault(f"after `{first.text}` comes a number", f"write `{first.text}1,000`")
        value = amount(self.step().text)
        if self.now.text in _SCALES:
            value = value.scaleb(_SCALES[self.step().text])
        if abs(value) >= _TOO_LARGE:
            return self.fault("this number is larger than any figure can be", "write it with fewer digits", back=1)
        return Amount(value, unit or self.unit(), first.offset)

    def unit(self) -> str:
        """The unit after a number, if one stands there."""
        if self.take("mark", "%") or self.take("word", "percent"):
            return "percent"
        if self.now.text == "percentage" and self.pieces[self.place + 1].text in {"point", "points"}:
            self.place += 2
            return "percentage_point"
        return self.step().text if _is_currency(self.now) else ""

    def take(self, kind: str, text: str) -> Token | None:
        """The next piece if it is this one."""
        return self.step() if (self.now.kind, self.now.text) == (kind, text) else None

    def step(self) -> Token:
        """The next piece; the end stays where it is."""
        token = self.now
        self.place = min(self.place + 1, len(self.pieces) - 1)
        return token

    def behind(self) -> int:
        """Offset behind the last piece read."""
        last = self.pieces[self.place - 1]
        return last.offset + last.length

    def no_test(self, first: Token) -> Fault:
        """The fault for an operand that is compared with nothing."""
        if self.now.kind == "word" and self.now.text in _OTHER_WORDS:
            return self.fault(f"`{self.now.text}` is no part of a condition", _OTHER_WORDS[self.now.text])
        if self.now.kind in {"word", "text", "number", "date"} and self.now.text not in KEYWORDS:
            return self.surplus()
        length = self.behind() - first.offset
        shown = self.written[first.offset : first.offset + length]
        message = f"`{shown}` is compared with nothing"
        return Fault(
            rule="table-condition",
            message=message,
            help="write a comparison: `patients > 100`, `country == 'GB'`",
            written=self.written,
            offset=first.offset,
            length=length,
        )

    def surplus(self) -> Fault:
        """The fault for something that cannot follow what stands before it."""
        if self.now.text == ")":
            return self.fault("this bracket `)` closes nothing", "take it out, or put `(` where it begins")
        shown = self.written[self.now.offset : self.now.offset + self.now.length]
        help_ = "put `and`, `or` or a comparison such as `==` between them; a text stands in quotation marks"
        return self.fault(f"`{shown}` cannot follow what stands before it", help_)

    def expected(self) -> Fault:
        """The fault for a missing operand."""
        help_ = "a comparison has a field, a text, a number or a date on each side: `country == 'GB'`"
        if self.now.kind == "end":
            return self.fault("this condition is empty" if self.place == 0 else "this condition stops too early", help_)
        return self.fault(f"a field or a value should stand here, not `{self.now.text}`", help_)

    def fault(self, message: str, help_: str, back: int = 0) -> Fault:
        """A fault at the next piece, or a few pieces back."""
        token = self.pieces[max(0, self.place - back)]
        offset = token.offset if token.length else max(0, token.offset - 1)
        return Fault(
            rule="table-condition",
            message=message,
            help=help_,
            written=self.written,
            offset=offset,
            length=max(1, token.length),
        )


def _is_currency(token: Token) -> bool:
    """Whether a word looks like a currency's code."""
    return token.kind == "word" and len(token.text) == 3 and token.text.isalpha() and token.text.isupper()


def _date(text: str) -> Date:
    """The date that a date token stands for."""
    day = read_date(text)
    assert isinstance(day, Date), "the tokenizer lets through only dates of the calendar"
    return day
