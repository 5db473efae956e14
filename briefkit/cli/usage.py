"""The help: what `--help` prints for the whole command and for each of its parts."""

PROGRAM = "python build.py"

COMMANDS = (
    "build",
    "check",
    "serve",
    "list",
    "new",
    "uses",
    "reads",
    "source",
    "verdicts",
    "explain",
    "export",
    "pool",
    "docs",
)
"""In the order in which people meet them."""

PORT = 8420
"""Where `serve` waits for a browser unless somebody says otherwise."""

OPTIONS: dict[str, tuple[str, ...]] = {
    "build": ("--open", "--formats", "--out", "--set", "--publish", "--why", "--jobs", "--cluster"),
    "check": ("--fix", "--publish", "--format", "--set", "--jobs"),
    "serve": ("--open", "--port"),
    "list": (),
    "new": (),
    "uses": ("--format",),
    "reads": ("--format",),
    "source": ("--address", "--on", "--replace"),
    "verdicts": ("--by",),
    "explain": (),
    "export": ("--format", "--out"),
    "pool": ("--measure", "--model", "--ci", "--format"),
    "docs": (),
}

MAIN = f"""\
{PROGRAM} [COMMAND] [...]

Builds policy briefs from evidence records, and says where a brief claims more than its evidence does.

Every day
  build [BRIEF...]      build the briefs into dist/; this happens when no command is given
  check [BRIEF...]      test evidence and briefs by every rule, write nothing
  serve [BRIEF]         the briefs in a browser, following every save in any editor
  list KIND [WORDS]     find records and their figures, with the text to paste into a brief
  new KIND ID           begin a record: a file with every field explained
  uses ID               where a record, a figure or a reference is used
  reads BRIEF           what a brief rests on: records, figures, references, files
  source add KEY FILE   keep a copy of a source and find its quotations; verify, witness and bundle
  verdicts [BRIEF]      what waits for a reviewer; export and import as a spreadsheet
  explain [RULE]        what a rule wants, why it matters, how to mend what it found
  export [BRIEF...]     references for Zotero and its like, or the whole base as a data package

For whoever keeps the project
  pool FILE.csv         pool studies from a CSV file, to compare with another program
  docs                  write the pages of docs/ that are made from the code and from the base

Examples
  {PROGRAM} --open                        build everything and look at it
  {PROGRAM} hat_england                   build one brief
  {PROGRAM} list programmes denmark       what do we hold on Denmark?
  {PROGRAM} new study naltrexone_trial    begin evidence/studies/naltrexone_trial.yaml
  {PROGRAM} explain unknown-field         what does error[unknown-field] mean?

{PROGRAM} COMMAND --help says more of each; --version tells the version; --debug shows where briefkit itself failed.
Installed with pip, the same command is called `briefkit`.

Exit status: 0 fine; 1 the evidence or a brief has errors; 2 the command could not be carried out as it was given;
3 briefkit itself failed."""

_EACH = {
    "build": f"""\
{PROGRAM} [build] [BRIEF...] [--open] [--formats html,pdf,docx] [--out DIR] [--set NAME=VALUE] [--publish]
{" " * len(PROGRAM)} [--why] [--jobs N] [--cluster ADDRESS]

Builds the briefs into dist/: pages, PDFs, a CSV file for each table, an index of all. BRIEF is the name of a file in
briefs/, without its .md; without it every brief is built. Mistakes are shown all at once and marked in the pages; the
rest is built nevertheless. The folder changes in one step: whatever happens, it holds the old briefs or the new.
Only what has changed is made anew: a brief whose figures, sources, words and looks are the same stays as it is.

  --open              show the result in the browser
  --formats LIST      some of html, pdf and docx, which is Word (html,pdf unless you say otherwise; html alone is faster)
  --out DIR           write to another folder, which must be empty or made by briefkit
  --set NAME=VALUE    fill in a parameter of a brief, for a local edition; may be repeated
  --publish           the strict gate: write nothing at all while there is an error
  --why               say of each brief why it was made anew, or that it was not
  --jobs N            work in N processes at once; by itself, in as many as the machine has room for
  --cluster ADDRESS   have the workers of a Dask cluster do the work; ADDRESS is its scheduler's

Examples
  {PROGRAM} --open
  {PROGRAM} hat_england --formats html --open
  {PROGRAM} hat_england --set area=Durham --out durham""",
    "check": f"""\
{PROGRAM} check [BRIEF...] [--fix] [--publish] [--format text|json|github] [--set NAME=VALUE]
{" " * len(PROGRAM)} [--jobs N]

Tests evidence and briefs by every rule and writes nothing. Given names of briefs, it tests the evidence and those.

  --fix               first bind each bare number that exactly one figure fits, in the briefs themselves, and show it
  --publish           by the strict gate that publication asks for
  --format FORM       text for people; json for programs; github for notes beside the lines of a pull request
  --set NAME=VALUE    fill in a parameter of a brief; may be repeated
  --jobs N            work in N processes at once; by itself, in as many as the machine has room for""",
    "serve": f"""\
{PROGRAM} serve [BRIEF] [--open] [--port N]

Shows the briefs in a browser on this machine, each page beside its problems, as a draft or as the publish gate sees it.
Whatever is saved in evidence/, briefs/ or templates/, in any editor, shows at once; the page stays scrolled to where it
was. A problem opens to the lines of its file. A page that a mistake would leave full of holes stays as it was before the
mistake. Nothing is written, no other machine can look, and nothing is fetched from the internet. Ctrl-C ends it.

  --open              show it in the browser
  --port N            the port to use (else {PORT}; 0 for any that is free)

Examples
  {PROGRAM} serve --open
  {PROGRAM} serve hat_england --open""",
    "list": f"""\
{PROGRAM} list KIND [WORDS]

Lists records with their figures, where they come from, and the text to paste into a brief. With WORDS, only those in
which each of the words occurs. KIND is studies, programmes, proposals, costs, statistics, positions, arguments,
syntheses, prices or searches; or references, for what can be cited.

Examples
  {PROGRAM} list programmes
  {PROGRAM} list studies retention
  {PROGRAM} list references strang""",
    "new": f"""\
{PROGRAM} new KIND ID

Begins a record: writes its file into the right folder of evidence/, with every field explained. KIND is study,
programme, proposal, cost, statistic, position, argument, synthesis, price_index or search. ID is the name that briefs
will use: small letters, digits and underscores, a letter first.

Example
  {PROGRAM} new study naltrexone_trial""",
    "uses": f"""\
{PROGRAM} uses ID [--format text|json]

Shows where something of the evidence is used: in sentences and tables of briefs, in derived figures, in other records.
ID is the id of a record, the address of a figure or the beginning of one, the key of a reference, or the id of an outcome,
an intervention or a holder. A use through a derived figure says so.

  --format FORM       text for people; json for programs

Examples
  {PROGRAM} uses riott.retention_26w.heroin
  {PROGRAM} uses strang2010""",
    "reads": f"""\
{PROGRAM} reads BRIEF [--format text|json]

Shows what a brief rests on: the records and figures that it shows or works with, the references that it cites, and every
file that it is made from.

  --format FORM       text for people; json for programs

Example
  {PROGRAM} reads hat_england""",
    "source": f"""\
{PROGRAM} source add KEY FILE [--address URL] [--replace]
{PROGRAM} source verify [KEY...] [--replace]
{PROGRAM} source witness KEY [ADDRESS...] [--on DATE]
{PROGRAM} source bundle BRIEF FILE.zip
{PROGRAM} source unbundle FILE.zip [--replace]

Keeps copies of sources, finds the quoted words in them, and writes what was found into evidence/sources/KEY.lock, so that
a checkout without the copies knows it too. KEY is the key of a reference. docs/sources.md tells the whole story.

  add        take in a PDF, web page, text or Word document, when it is the document of the reference
  verify     look for every quotation again and write the locks; without KEY, of all sources
  witness    say that you saw the words in the source where no copy may be kept: shows each figure with its words and
             writes down the day; with ADDRESS, of those figures alone
  bundle     pack the copies and locks that a brief rests on into one file, for a colleague
  unbundle   take such a file in; only copies that the locks speak of are let through

  --address URL       where the copy came from
  --on DATE           the day on which the words were seen (else that of `witnessed:` in the source's file)
  --replace           put a new copy in the place of an older one; for verify: the copy that is here now is the right one

Examples
  {PROGRAM} source add strang2010 Downloads/paper.pdf --address https://example.org/paper
  {PROGRAM} source verify
  {PROGRAM} source witness ddn_hat_2020 --on 2026-11-22
  {PROGRAM} source bundle hat_england hat_england.zip

The status is 1 when a quotation was not found.""",
    "verdicts": f"""\
{PROGRAM} verdicts [BRIEF...] [--by brief|source]
{PROGRAM} verdicts export BRIEF FILE
{PROGRAM} verdicts import FILE

Shows which claims wait for a reviewer. `export` writes a sheet with a row for each claim and figure and columns to fill in,
as a spreadsheet (FILE ends in .xlsx) or as CSV; it explains itself, so a reviewer needs nothing else. `import` takes the
filled-in sheet back: either every row of it, or nothing, with a word on each row that is wrong. Verdicts on sentences go to
briefs/BRIEF.verdicts.yaml, those on figures to evidence/verdicts/.

  --by source         what waits, with one source open at a time

Examples
  {PROGRAM} verdicts hat_england --by source
  {PROGRAM} verdicts export hat_england review.xlsx
  {PROGRAM} verdicts import review.xlsx""",
    "explain": f"""\
{PROGRAM} explain [RULE]

Explains a rule: what it found, why that matters, a wrong and a right example, how grave it is at each gate (by the
rulebook, and in this project), and how to let it through at one place for a time. RULE is what stands in brackets in a
message, as in error[unknown-field]. Without RULE, all rules are listed.

Example
  {PROGRAM} explain unknown-field""",
    "export": f"""\
{PROGRAM} export [BRIEF...] [--format bibtex|csljson|package] [--out DIR]

Writes, into a folder of its own, what other programs read. The folder changes in one step and holds nothing else.

  --format bibtex     references.bib, in the fields of biblatex; what you get unless you say otherwise
  --format csljson    references.json, the CSL JSON of Zotero and pandoc
  --format package    the whole base as a Frictionless data package: a CSV for each kind of record, for all figures and
                      for all references, and datapackage.json, which says what every column means
  --out DIR           write there instead of export/; a folder that is empty, or was exported before

Given names of briefs, bibtex and csljson hold the references that those cite; otherwise all of them.

Examples
  {PROGRAM} export hat_england
  {PROGRAM} export --format package --out data""",
    "pool": f"""\
{PROGRAM} pool FILE.csv [--measure RR|OR|RD|GEN] [--model REML|DL|PM|fixed|mh] [--ci wald|hk] [--format text|json]

Pools the studies of a CSV file, so that our arithmetic can be set beside that of another program. Its columns are
study,ai,n1i,ci,n2i (events and people of the treated group, then of the other) or, with --measure GEN, study,yi,vi
(estimates and their variances). `--ci hk` is Hartung and Knapp's interval, never narrower than the model's own; where it would
be without that floor, both are printed. In json, `p` is that of Q and `p_effect` that of no effect; `i2` is in percent.

Example
  {PROGRAM} pool trials.csv --measure OR --model DL --format json""",
    "docs": f"""\
{PROGRAM} docs

Writes docs/rules.md from the rulebook, and docs/schemas/ from the kinds of record; and from the base docs/base.md (how
much there is, and how it is held), docs/coverage.md (what became of each sentence of the articles that were read sentence
by sentence) and docs/gaps.md (what is not known, and where to look). Run it after changing any of them.""",
}


def usage_of(command: str) -> str:
    """The help of one command."""
    return _EACH[command]
