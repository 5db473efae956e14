# `make` sets up whatever is missing and builds the briefs into dist/; `make test` sets up and runs the tests.
# Both do only what is needed: a second run, with nothing changed, is over at once.
# Without make (Windows, macOS): `python -m pip install .`, then `python build.py`.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
# Hashes pin the packages; docopt, which num2words declares only for a command of its own, comes as source alone.
INSTALL := $(PIP) install --no-deps --require-hashes --only-binary :all:
# pip speaks of versions that cannot be found where it means that nobody answered.
UNFETCHED := { echo "The packages could not be installed: see above. They come from the internet;" >&2; \
               echo "is there a connection? Once there is, run make again." >&2; exit 1; }

# Folders count too: a file that was deleted changes the date of its folder. Odd names, which make cannot hold, do not.
SOURCES := $(shell find build.py pyproject.toml briefkit evidence briefs templates \
             -regex '[A-Za-z0-9_./-]*' ! -path '*__pycache__*' 2>/dev/null)

.PHONY: all test check faults bench prose pages pdfs verapdf lint docs lock setup setup-test clean help
.DEFAULT_GOAL := all

all: .build/built
	@echo "The briefs are in dist/: open dist/index.html"

# The stamp is set only when the build has found no error. An output that is gone, or that another command has built
# since (`python build.py --formats html`), is built again.
.build/built: $(SOURCES) $(VENV)/.libraries dist/manifest.json
	@$(PY) build.py
	@mkdir -p .build
	@touch $@

dist/manifest.json: ;

# Invented cases are the same on every machine, and none fails because the machine was busy: Hypothesis calls that `ci`.
test: setup-test
	@$(PY) -m pytest -n auto --dist loadgroup --hypothesis-profile=ci

# Only a build sets PDFs, and only the tests want a browser: the rest runs where those are missing.
check: $(VENV)/.packages
	@$(PY) build.py check

# How much of what can go wrong the rules catch: faults put one at a time into a copy of the shipped project, and numbers
# in pages of other people's kind of prose.
faults: setup-test
	@PYTHONPATH=.:tests $(PY) tests/faults

# How long builds take beside the obvious script; it wants the folder with the corpus generator (BENCH=...).
BENCH := ../shared/bench
bench: setup-test
	@PYTHONPATH=.:tests $(PY) tests/bench --tools $(BENCH)

prose: setup-test
	@PYTHONPATH=.:tests $(PY) tests/prose_measure.py

# The PDFs of all briefs, read back; `make test` reads two of them.
pdfs: setup-test
	@BRIEFKIT_EVERY_PDF=yes $(PY) -m pytest tests/test_pdf_shipped.py tests/test_pdf_files.py

# Every brief before axe-core on every screen; `make test` looks at each on one.
pages: setup-test
	@BRIEFKIT_EVERY_PAGE=yes $(PY) -m pytest tests/test_accessibility.py

verapdf: all
	@sh tools/verapdf.sh dist

lint: $(VENV)/.packages-test
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy

docs: $(VENV)/.packages
	@$(PY) build.py docs
	@if [ -d ../shared/dossier ]; then $(PY) tools/research_notes.py ../shared/dossier >/dev/null; fi

setup: $(VENV)/.libraries

setup-test: $(VENV)/.libraries-test

# An environment that was begun but not finished has no pip and is made anew.
$(VENV)/.python: tools/environment.sh
	@sh tools/environment.sh $(VENV)
	@touch $@

$(VENV)/.packages: requirements.lock $(VENV)/.python
	@echo "Installing the Python packages ..."
	@$(INSTALL) -r requirements.lock || $(UNFETCHED)
	@touch $@

$(VENV)/.packages-test: requirements-test.lock $(VENV)/.packages
	@echo "Installing the Python packages for the tests ..."
	@$(INSTALL) -r requirements-test.lock || $(UNFETCHED)
	@touch $@

$(VENV)/.libraries: tools/libraries.sh $(VENV)/.packages
	@sh tools/libraries.sh $(PY)
	@touch $@

$(VENV)/.libraries-test: tools/libraries.sh $(VENV)/.libraries $(VENV)/.packages-test
	@sh tools/libraries.sh $(PY) test
	@touch $@

# New versions of the packages, within what pyproject.toml allows, with the hashes of their files for every system.
lock: $(VENV)/.packages-test
	@$(PIP) install 'pip-tools>=7.5'
	@sh tools/lock.sh $(PY)

clean:
	@rm -rf dist .dist.* .build .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info
	@find briefkit tests -name __pycache__ -prune -exec rm -rf {} +
	@echo "Gone: dist/ and all caches. The Python environment $(VENV)/ stays; delete it yourself to set up anew."

help:
	@echo "make         set up what is missing, build the briefs into dist/"
	@echo "make check   test evidence and briefs, write nothing"
	@echo "make test    run the tests of briefkit itself"
	@echo "make faults  measure how many faults the rules catch"
	@echo "make prose   measure how many numbers that rest on nothing are found in ordinary prose"
	@echo "make pages   look at every web page with axe-core, on every screen"
	@echo "make pdfs    read the PDFs of all briefs back, as a screen reader would"
	@echo "make verapdf have veraPDF judge the PDFs in dist/, where it is installed"
	@echo "make lint    style and types of the code"
	@echo "make docs    write the pages of docs/ that are made from the code and the base anew"
	@echo "make lock    take newer versions of the packages"
	@echo "make clean   delete what was built"
	@echo "More: python build.py --help (in this environment: $(PY) build.py --help)"
