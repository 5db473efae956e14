"""Everything that gives a page its looks, as texts and bytes: page templates, style sheets, fonts, pictures.

Templates are a team's own files, so they run in a sandbox and see only each other; a fault in one is a `Problem` with
the template's file and line, as any other mistake of a person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from traceback import extract_tb
from typing import Any, TypeVar

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.environment import Environment, Template

from briefkit.problems import Problem, Where, did_you_mean
from briefkit.render.bounds import Bounded
from briefkit.render.compiled import COMPILED
from briefkit.render.coverage import COVERAGE, read_coverage

T = TypeVar("T")
FOLDER = "templates/"
SUFFIX = ".html.j2"


class TemplateFaultError(Exception):
    """Carries the problem with a template from where it shows up to the door of this room, no further."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


_FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, SyntaxError, NameError, RecursionError, MemoryError)
"""What Python says of a slip in a template that Jinja lets through."""
_NO_LIST = '{"ranges": []}'

Loaded = tuple[str, str, Callable[[], bool]]
"""What Jinja wants of a template: its text, its file, and whether the text is still that of the file."""


@dataclass(frozen=True)
class Look:
    """The looks of pages: all files of the templates' folder, by their path below it."""

    texts: Mapping[str, str]
    """Templates, style sheets and scripts."""
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """Fonts and pictures of the project, those of the templates' folder by their path below it."""

    @cached_property
    def environment(self) -> Environment:
        """Jinja over these templates: sandboxed, escaping, strict about unknown names."""
        return Bounded(
            loader=FunctionLoader(self._loaded),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=COMPILED,
        )

    @cached_property
    def covered(self) -> frozenset[int]:
        """Code points that the fonts of the pages have; empty when the look brings no list of them that can be read."""
        return read_coverage(self.texts.get(COVERAGE) or _NO_LIST) or frozenset()

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    def once(self, name: Any, make: Callable[[], T]) -> T:
        """What is the same for all pages of this look, made for the first of them; `name` is of it alone."""
        if name not in self._made:
            self._made[name] = make()
        found: T = self._made[name]
        return found

    def has(self, path: str) -> bool:
        """Whether there is a template of this name (without its ending)."""
        return path + SUFFIX in self.texts

    def names(self, folder: str) -> list[str]:
        """Names of the templates in a folder, without its path and their endings."""
        start = folder + "/"
        return sorted(p[len(start) : -len(SUFFIX)] for p in self.texts if p.startswith(start) and p.endswith(SUFFIX))

    def _loaded(self, path: str) -> Loaded | None:
        text = self.texts.get(path)
        return None if text is None else (text, FOLDER + path, lambda: True)

    def fill(self, path: str, **values: Any) -> str:
        """Text of the template `path` with these values; a fault in it raises `TemplateFaultError`."""
        template: Template | None = None
        try:
            template = self.environment.get_template(path + SUFFIX)
            return template.render(values)
        except (TemplateError, *_FAULTS) as fault:
            if template is not None and not isinstance(fault, TemplateError) and _last_line(fault) is None:
                raise  # no template had a part in it: it is our own
            raise TemplateFaultError(_problem(fault, path + SUFFIX, self.texts)) from fault


def read_look(texts: Mapping[str, str], binaries: Mapping[str, bytes]) -> tuple[Look, list[Problem]]:
    """The look that the files under `templates/` make, and every template that cannot be read."""
    own = {path.removeprefix(FOLDER): text for path, text in texts.items() if path.startswith(FOLDER)}
    pictures = {path: text.encode() for path, text in own.items() if path.endswith(".svg")}
    look = Look(own, pictures | {path.removeprefix(FOLDER): data for path, data in binaries.items()})
    problems = []
    for path in sorted(look.texts):
        if path.endswith(SUFFIX):
            try:
                look.environment.get_template(path)
            except (TemplateError, *_FAULTS) as fault:
                problems.append(_problem(fault, path, look.texts))
    return look, [*problems, *_coverage_problems(look)]


def _coverage_problems(look: Look) -> list[Problem]:
    """What is wrong with the list of the characters that the fonts have."""
    if read_coverage(look.texts.get(COVERAGE) or _NO_LIST) is not None:
        return []
    message = "this list of the characters that the fonts have cannot be read, so that none is looked for"
    way = "make it anew, as `templates/fonts/README.md` shows"
    return [Problem(Where(FOLDER + COVERAGE, 0), "template-fault", message, way)]


def _problem(fault: Exception, asked: str, texts: Mapping[str, str]) -> Problem:
    """A fault of Jinja's in the words and with the place of ours."""
    if isinstance(fault, TemplateNotFound):
        missing = str(fault.name or asked)
        path, line = _last_line(fault) or (FOLDER + asked, 0)
        known = [name for name in texts if name.endswith(SUFFIX)]
        way = did_you_mean(missing, known, f"write the template `{FOLDER}{missing}`")
        return Problem(Where(path, line), "template-missing", f"there is no template `{missing}`", way)
    if isinstance(fault, TemplateSyntaxError):
        where = Where(fault.filename or FOLDER + asked, fault.lineno)
    else:
        where = Where(*(_last_line(fault) or (FOLDER + asked, 0)))
    message = f"the template cannot be filled: {_first_line(fault)}"
    return Problem(where, "template-fault", message, _way_out(fault))


def _first_line(fault: Exception) -> str:
    if isinstance(fault, RecursionError):
        return "it includes or calls itself without end, or its brackets lie too deep"
    if isinstance(fault, MemoryError):
        return "it makes a text that is longer than this machine can hold"
    lines = str(fault).splitlines()
    return lines[0].replace("'", "`").rstrip(".") if lines else type(fault).__name__


def _way_out(fault: Exception) -> str:
    if isinstance(fault, UndefinedError):
        return "templates may use only what `docs/new-kind-of-brief.md` lists, and names that they set themselves"
    if isinstance(fault, TemplateSyntaxError):
        return "mend the Jinja in this line: every `{% if %}`, `{% for %}` and `{{` needs its end"
    return "mend this line of the template"


def _last_line(fault: BaseException) -> tuple[str, int] | None:
    """File and line of the innermost template that the fault went through."""
    frames = [frame for frame in extract_tb(fault.__traceback__) if frame.filename.startswith(FOLDER)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else None
