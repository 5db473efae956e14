"""The floors of the engine: who may import whom, where each library lives, how long a file may be."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "briefkit"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("__init__",),
    ("problems", "rulebook", "values", "figure", "hold", "charts.drawing", "tables.table", "brief", "settings"),
    ("yamlfile", "records"),
    ("synthesis",),
    ("references", "csl", "pandoc", "library", "reader", "reader_words", "seal", "derive", "load"),
    ("sources", "bodies"),
    ("expressions", "prose", "tables", "charts", "claims", "read_brief"),
    ("rules", "verdicts", "coverage"),
    ("render", "ledger", "export"),
    ("pdf", "docx"),
    ("disk", "cache", "manifest", "pipeline"),
    ("desk",),
    ("cli",),
    ("__main__",),
)
"""The rooms, from the ground up. A room may import its own floor and those below. The nouns that rooms hand on to each
other (`tables.table`, `charts.drawing`, `brief`) lie on the ground, wherever their file stands."""
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}

HOMES = {
    "babel": {"values"},
    "distributed": {"pipeline"},
    "PIL": {"docx"},
    "fontTools": {"docx", "pdf"},
    "jinja2": {"expressions", "render"},
    "lxml": {"docx", "sources"},
    "markdown_it": {"prose"},
    "markupsafe": {"render", "expressions"},
    "mdit_py_plugins": {"prose"},
    "num2words": {"values"},
    "openpyxl": {"ledger"},
    "pandas": {"tables"},
    "pikepdf": {"pdf"},
    "pybtex": {"references"},
    "pydantic": {"records"},
    "pydantic_core": {"records"},
    "pydyf": {"pdf"},
    "pypdfium2": {"docx", "sources"},
    "rapidfuzz": {"sources"},
    "scipy": {"synthesis"},
    "starlette": {"desk"},
    "uvicorn": {"desk"},
    "weasyprint": {"pdf"},
    "yaml": {"yamlfile"},
}
"""Each third-party library, and the rooms that may know it: a swap touches one place."""

HEAVY = {
    "distributed",
    "pandas",
    "weasyprint",
    "pikepdf",
    "num2words",
    "babel",
    "pypdfium2",
    "lxml",
    "rapidfuzz",
    "openpyxl",
    "scipy",
    "starlette",
    "uvicorn",
}
"""Libraries that are slow to load: only inside the function that needs them."""

NAMELESS = {"utils", "util", "helpers", "common", "base", "core", "manager", "misc", "models"}
"""Names that could hold anything, and in time would."""

MOST_LINES = 300


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room that a module belongs to."""
    return room_of(".".join(path.relative_to(PACKAGE).with_suffix("").parts))


def room_of(name: str) -> str:
    """The same for the name of a module, without `briefkit.`: its first part, or the whole where that is a noun."""
    return name if name in FLOOR else name.partition(".")[0]


def is_module(name: str) -> bool:
    """True for the name of one of our own modules, as `b` is in `from briefkit.a import b`."""
    place = ROOT / name.replace(".", "/")
    return name.startswith("briefkit.") and (place.with_suffix(".py").exists() or place.is_dir())


def imports(node: ast.AST) -> list[str]:
    """Full names of the modules that the code below a node imports, also inside functions."""
    names = []
    for part in ast.walk(node):
        if isinstance(part, ast.Import):
            names += [alias.name for alias in part.names]
        elif isinstance(part, ast.ImportFrom):
            assert not part.level, "imports are written in full"
            below = [f"{part.module}.{alias.name}" for alias in part.names]
            names += [name if is_module(name) else part.module for name in below]
    return names


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def typing_only(node: ast.AST) -> bool:
    """True for an `if TYPE_CHECKING:`, whose imports never happen."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def at_load(node: ast.AST) -> list[str]:
    """What is imported as soon as a module is: everything outside functions."""
    found = []
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.Import | ast.ImportFrom):
            found += imports(part)
        elif not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and not typing_only(part):
            found += at_load(part)
    return found


def test_every_room_has_its_floor():
    assert {room(path) for path in modules()} == set(FLOOR)
    assert len(FLOOR) == sum(len(floor) for floor in FLOORS), "a room stands on two floors"


def test_imports_point_down():
    upward = []
    for path in modules():
        # Imports for types alone count as well, so that the floors hold for readers too.
        ours = [name for name in imports(tree(path)) if name.startswith("briefkit.")]
        high = [name for name in ours if FLOOR[room_of(name.removeprefix("briefkit."))] > FLOOR[room(path)]]
        upward += [f"{path.relative_to(ROOT)} imports {name}" for name in high]
    assert upward == []


def test_no_rooms_import_each_other_in_a_ring():
    graph = {}
    for path in modules():
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        graph[name] = {target for target in at_load(tree(path)) if target.startswith("briefkit")}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way, name])
        if name not in done:
            for target in sorted(graph.get(name, ())):
                visit(target, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_each_library_has_one_home():
    known = sys.stdlib_module_names | {"briefkit"}
    strays = [
        f"{path.relative_to(ROOT)} imports {library}"
        for path in modules()
        for library in sorted({name.partition(".")[0] for name in imports(tree(path))} - known)
        if room(path) not in HOMES.get(library, set())
    ]
    assert strays == []


def test_heavy_libraries_are_loaded_only_when_used():
    early = [
        f"{path.relative_to(ROOT)} loads {name} at once"
        for path in modules()
        for name in at_load(tree(path))
        if name.partition(".")[0] in HEAVY
    ]
    assert early == []


def test_only_the_disk_opens_files():
    opening = re.compile(r"\b(?:open|read_text|read_bytes|write_text|write_bytes|rmtree|mkdir|unlink)\(")
    strays = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in modules()
        if room(path) not in {"disk", "cache"} and (found := opening.search(path.read_text(encoding="utf-8")))
    ]
    # A page in the browser, the null device for a reader who has hung up, a picture and a PDF in memory, what pandoc is handed.
    opened = ["cli/browser", "cli/screen", "docx/drawings", "pdf/printer"]
    assert sorted(strays) == [
        *(f"briefkit/{one}.py: open(" for one in opened[:3]),
        "briefkit/pandoc.py: write_bytes(",
        "briefkit/pdf/printer.py: open(",
    ]


def test_no_file_is_too_long_to_read():
    files = [*modules(), *sorted((ROOT / "tests").rglob("*.py")), ROOT / "build.py"]
    long = {str(p.relative_to(ROOT)): n for p in files if (n := len(p.read_text("utf-8").splitlines())) > MOST_LINES}
    assert long == {}


def test_no_module_has_a_name_that_could_hold_anything():
    parts = {part for path in modules() for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert parts & NAMELESS == set()


def test_every_module_says_why_it_exists():
    assert [str(path.relative_to(ROOT)) for path in modules() if not ast.get_docstring(tree(path))] == []


COPIES = "lxml pypdfium2 rapidfuzz openpyxl"
LIGHT = f"pydantic pandas weasyprint jinja2 markdown_it pybtex babel num2words yaml {COPIES}"
PROBE = """
import io, sys
from briefkit.cli import main
main({argv!r}, stdout=io.StringIO(), stderr=io.StringIO())
print(*sorted(set({names!r}.split()) & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("argv", "names"),
    [
        (["--help"], LIGHT),
        (["--version"], LIGHT),
        (["build", "--help"], LIGHT),
        (["serve", "--help"], f"{LIGHT} starlette uvicorn asyncio"),
        (["explain", "unknown-field"], LIGHT.replace(" yaml", "")),  # reads the settings, so it needs the disk
        (["check"], "weasyprint openpyxl"),
        (["list", "studies"], f"weasyprint jinja2 markdown_it pandas {COPIES}"),
        (["uses", "riott"], f"weasyprint num2words {COPIES}"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_needs(argv, names):
    script = PROBE.format(argv=argv, names=names)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
