"""The help: what `--help` prints for the whole command and for each of its parts."""

PROGRAM = "python build.py"

COMMANDS = ("build", "check", "list", "new", "explain", "docs")
"""In the order in which people meet them."""

OPTIONS: dict[str, tuple[str, ...]] = {
    "build": ("--open", "--formats", "--out", "--set", "--publish"),
    "check": ("--publish", "--format", "--set"),
    "list": (),
    "new": (),
    "explain": (),
    "docs": (),
}

MAIN = f"""\
{PROGRAM} [COMMAND] [...]

Builds policy briefs from evidence records, and says where a brief claims more than its evidence does.

Every day
  build [BRIEF...]      build the briefs into dist/; this happens when no command is given
  check [BRIEF...]      test evidence and briefs by every rule, write nothing
  list KIND [WORDS]     find records and their figures, with the text to paste into a brief
  new KIND ID           begin a record: a file with every field explained
  explain [RULE]        what a rule wants, why it matters, how to mend what it found

For whoever keeps the project
  docs                  write docs/rules.md and the schemas that editors complete fields from

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
{PROGRAM} [build] [BRIEF...] [--open] [--formats html,pdf] [--out DIR] [--set NAME=VALUE] [--publish]

Builds the briefs into dist/: pages, PDFs, a CSV file for each table, an index of all. BRIEF is the name of a file in
briefs/, without its .md; without it every brief is built. Mistakes are shown all at once and marked in the pages; the
rest is built nevertheless. The folder changes in one step: whatever happens, it holds the old briefs or the new.

  --open              show the result in the browser
  --formats LIST      html, pdf or both (both unless you say otherwise; html alone is faster)
  --out DIR           write to another folder, which must be empty or made by briefkit
  --set NAME=VALUE    fill in a parameter of a brief, for a local edition; may be repeated
  --publish           the strict gate: write nothing at all while there is an error

Examples
  {PROGRAM} --open
  {PROGRAM} hat_england --formats html --open
  {PROGRAM} hat_england --set area=Durham --out durham""",
    "check": f"""\
{PROGRAM} check [BRIEF...] [--publish] [--format text|json|github] [--set NAME=VALUE]

Tests evidence and briefs by every rule and writes nothing. Given names of briefs, it tests the evidence and those.

  --publish           by the strict gate that publication asks for
  --format FORM       text for people; json for programs; github for notes beside the lines of a pull request
  --set NAME=VALUE    fill in a parameter of a brief; may be repeated""",
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
    "explain": f"""\
{PROGRAM} explain [RULE]

Explains a rule: what it found, why that matters, a wrong and a right example, how grave it is at each gate. RULE is
what stands in brackets in a message, as in error[unknown-field]. Without RULE, all rules are listed.

Example
  {PROGRAM} explain unknown-field""",
    "docs": f"""\
{PROGRAM} docs

Writes docs/rules.md from the rulebook, and docs/schemas/ from the kinds of record. Run it after changing either.""",
}


def usage_of(command: str) -> str:
    """The help of one command."""
    return _EACH[command]
