"""What was typed, as one value: `Asked`."""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from briefkit import __version__
from briefkit.cli.stop import stop
from briefkit.cli.usage import COMMANDS, MAIN, OPTIONS, PORT, PROGRAM, usage_of
from briefkit.problems import did_you_mean, listed, printable

FORMATS = ("html", "pdf")
"""Forms that a brief is built in, unless somebody says otherwise."""
ALL_FORMATS = (*FORMATS, "docx")
"""What a brief can be built as."""
REPORTS = ("text", "json", "github")
"""How `check` can print what it finds."""
EXPORTS = ("bibtex", "csljson", "package")
"""What `export` writes."""
HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One command and its options; options of other commands keep their defaults."""

    command: str
    words: tuple[str, ...] = ()
    """What stands after the command: briefs, a kind and an id, a kind and words to look for, a rule."""
    debug: bool = False
    publish: bool = False
    open: bool = False
    set: dict[str, str] = field(default_factory=dict)
    """Parameters of local editions, by name."""
    formats: tuple[str, ...] = FORMATS
    out: str = "dist"
    format: str = "text"
    by: str = "brief"
    """How `verdicts` sorts what waits: by brief, or by source."""
    fix: bool = False
    address: str = ""
    """Where a copy of a source came from."""
    on: str = ""
    """The day on which somebody saw the words of a source."""
    replace: bool = False
    measure: str = "RR"
    """What `pool` pools: risk ratios, odds ratios, risk differences, or estimates as they are given."""
    model: str = "REML"
    ci: str = "wald"
    why: bool = False
    """Whether to say why each brief was made anew."""
    jobs: int = 0
    """How many processes to use; 0 for as many as the machine has room for."""
    cluster: str = ""
    """Address of the scheduler of a Dask cluster; empty to work on this machine."""
    port: int = PORT
    """Where `serve` waits for a browser; 0 for any port that is free."""


def read_arguments(argv: Sequence[str]) -> Asked:
    """What was asked for; ends with `Stop` for help, for the version, and for what cannot be understood."""
    rest = [word for word in argv if word != "--debug"]
    if rest and rest[0] in {"-h", "--help", "help"}:
        stop(usage_of(rest[1]) if len(rest) > 1 and rest[1] in COMMANDS else MAIN, 0)
    if rest and rest[0] == "--version":
        stop(f"briefkit {__version__}", 0)
    command = rest.pop(0) if rest and rest[0] in COMMANDS else "build"
    if {"-h", "--help"} & set(rest):
        stop(usage_of(command), 0)
    found = vars(_Parser(command).parse_intermixed_args(rest))
    found["words"] = tuple(found["words"])
    return Asked(command=command, debug="--debug" in argv, **found)


class _Parser(argparse.ArgumentParser):
    """The parser of one command; it words its complaints as all of briefkit does, and says them at the door."""

    def __init__(self, command: str) -> None:
        super().__init__(prog=PROGRAM, add_help=False, allow_abbrev=False)
        self.command = command
        self.add_argument("words", nargs="*")
        for name in OPTIONS[command]:
            _ADD[name](self)
        if command == "export":
            self.set_defaults(out="export", format=EXPORTS[0])

    def error(self, message: str) -> NoReturn:
        """End with what could not be understood, and what was perhaps meant."""
        unknown = re.match(r"unrecognized arguments: (\S+)", message)
        if unknown:
            option = unknown[1].partition("=")[0]
            known = [*OPTIONS[self.command], "--debug", "--help"]
            way = did_you_mean(option, known, f"its options are {listed(known, joint='and')}")
            message = f"`{option}` is not an option of `{self.command}`: {way}"
        else:
            message = re.sub(r"^argument (\S+): ", r"\1: ", message)
        stop(f"{message}\n`{PROGRAM} {self.command} --help` shows what there is.")


class _Set(argparse.Action):
    """Gathers `--set NAME=VALUE`, which may be given more than once."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, _: object = None
    ) -> None:
        name, sign, value = str(values).partition("=")
        if not sign or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            parser.error(f"--set: write NAME=VALUE, as in --set area=Durham; `{values}` is not of that form")
        if printable(value) != value:
            parser.error(f"--set: `{name}` is given an invisible character: `{printable(value)}`; type it without")
        namespace.set = {**namespace.set, name: value}


def _choice(what: str, known: Sequence[str], *, many: bool) -> Callable[[str], str | tuple[str, ...]]:
    """A reader for one word of a list, or for several with commas between them."""

    def read(text: str) -> str | tuple[str, ...]:
        given = [word.strip().lower() for word in text.split(",")] if many else [text]
        for word in given:
            if word not in known:
                way = did_you_mean(word, known, f"write {listed(known, joint='and' if many else 'or')}")
                message = f"`{word}` is not {what}: {way}"
                raise argparse.ArgumentTypeError(message)
        return tuple(word for word in known if word in given) if many else text

    return read


def _publish(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--publish", action="store_true")


def _why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--why", action="store_true")


def _jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=_number_of_jobs, default=0, metavar="N")


def _cluster(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cluster", default="", metavar="ADDRESS")


def _number_of_jobs(text: str) -> int:
    """How many processes may work at once."""
    if not re.fullmatch(r"[1-9][0-9]?", text):
        message = f"`{text}` is not a number of processes: write a number from 1 to 99"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--open", action="store_true")


def _set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", action=_Set, default={}, metavar="NAME=VALUE")


def _formats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--formats", type=_choice("a form that briefs are built in", ALL_FORMATS, many=True), default=FORMATS
    )


def _out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", default="dist", metavar="DIR")


def _fix(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fix", action="store_true")


def _format(parser: argparse.ArgumentParser) -> None:
    exports = isinstance(parser, _Parser) and parser.command == "export"
    what, known = ("a form of export", EXPORTS) if exports else ("a form of report", REPORTS)
    parser.add_argument("--format", type=_choice(what, known, many=False), default="text")


def _address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--address", default="", metavar="URL")


def _on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", default="", metavar="DATE")


def _replace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--replace", action="store_true")


def _port(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_number_of_port, default=PORT, metavar="N")


def _number_of_port(text: str) -> int:
    """A port, which is a number."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > HIGHEST_PORT:
        message = f"`{text}` is not a port: write a number from 1024 to {HIGHEST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", type=_choice("a way to sort", ("brief", "source"), many=False), default="brief")


def _one_of(option: str, what: str, known: tuple[str, ...]) -> Callable[[argparse.ArgumentParser], None]:
    """An option that takes one word of a list; the first is what holds without it."""

    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument(option, type=_choice(what, known, many=False), default=known[0])

    return add


_ADD = {
    "--measure": _one_of("--measure", "a measure", ("RR", "OR", "RD", "GEN")),
    "--model": _one_of("--model", "a model", ("REML", "DL", "PM", "fixed", "mh")),
    "--ci": _one_of("--ci", "a kind of interval", ("wald", "hk")),
    "--by": _by,
    "--publish": _publish,
    "--open": _open,
    "--why": _why,
    "--jobs": _jobs,
    "--cluster": _cluster,
    "--set": _set,
    "--formats": _formats,
    "--out": _out,
    "--format": _format,
    "--fix": _fix,
    "--address": _address,
    "--on": _on,
    "--replace": _replace,
    "--port": _port,
}
