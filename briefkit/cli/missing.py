"""When the machine lacks something that briefkit needs: what to install, in words for people who never have."""

PANGO = """\
PDF pages need the text libraries Pango and HarfBuzz, and this machine lacks them. To install them:
  Debian, Ubuntu   sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig
  Fedora           sudo dnf install pango fontconfig
  macOS            brew install pango
  Windows          install MSYS2, then in its window: pacman -S mingw-w64-x86_64-pango
Until then `python build.py --formats html` builds the HTML pages."""

PANDOC = """\
Word files need pandoc, which comes with an optional part of briefkit. To install it, in the project's folder:
  python -m pip install "briefkit[pandoc]"     (or, in a checkout: .venv/bin/python -m pip install ".[pandoc]")
Until then `python build.py` builds the HTML and PDF pages."""

MISSING = {"printer-missing": PANGO, "pandoc-missing": PANDOC}
"""What to install, by the rule that says that it is missing."""

PACKAGES = """\
The Python package `{name}` is not installed. To set everything up, in the project's folder:
  with make (Debian, Ubuntu)        make
  without (Windows, macOS, Fedora)  python -m pip install .   (see "Without make" in README.md)
Done already? Then run this with the Python that it was set up for:
  Debian, Fedora, macOS             .venv/bin/python build.py
  Windows                           .venv\\Scripts\\python build.py
If that one lacks the package too, delete the folder .venv and set everything up again."""


def what_is_missing(fault: BaseException) -> str:
    """What to install, when the fault comes of a package that is not there; else an empty text."""
    if isinstance(fault, ModuleNotFoundError) and fault.name and not fault.name.startswith("briefkit"):
        return PACKAGES.format(name=fault.name.partition(".")[0])
    return ""
