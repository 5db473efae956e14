"""Rules about the two gates: waivers that let one problem through, and a project's own severities."""

from briefkit.rulebook.families import Family, Rule

_EXAMPLE = """\
- rule: {rule}
  where: {where}
  reason: {reason}
  by: Jane Doe
  until: {until}"""
_REASON = "the report is on order from the British Library"


def _waiver(rule: str = "quote-missing", where: str = "riott", reason: str = _REASON, until: str = "2027-03-31") -> str:
    """An entry of `evidence/waivers.yaml`."""
    return _EXAMPLE.format(rule=rule, where=where, reason=reason, until=until)


GATES = Family(
    "Gates and waivers",
    (
        Rule(
            id="waivers-not-listed",
            says="The file of waivers does not hold a list.",
            because="No waiver in it can be read, so none of them lets anything through.",
            wrong=_waiver().replace("- ", "").replace("  ", ""),
            right=_waiver(),
            waivable=False,
        ),
        Rule(
            id="waiver-unknown-rule",
            says="A waiver names a rule that does not exist.",
            because="It lets nothing through, although somebody has signed for it.",
            wrong=_waiver(rule="quote-mising"),
            right=_waiver(),
            waivable=False,
        ),
        Rule(
            id="waiver-unknown-place",
            says=(
                "A waiver names a place that does not exist: neither a file nor a record, the address of a figure, "
                "a reference or a brief."
            ),
            because="It lets nothing through; after a renaming it would go on waiting for a problem that lies elsewhere.",
            wrong=_waiver(where="riot"),
            right=_waiver(),
            waivable=False,
        ),
        Rule(
            id="waiver-line",
            says="A waiver names a line of a file.",
            because="Lines move with every edit above them, and the waiver would let through what comes to stand there.",
            wrong=_waiver(where="evidence/studies/riott.yaml:12"),
            right=_waiver(where="riott.retention_26w.heroin"),
            waivable=False,
        ),
        Rule(
            id="waiver-reason",
            says="The reason of a waiver has fewer than five words.",
            because="Whoever reads the brief has to be able to judge whether the reason is good; `later` is none.",
            wrong=_waiver(reason="will be done"),
            right=_waiver(),
            waivable=False,
        ),
        Rule(
            id="waiver-nobody",
            says="The `by` of a waiver is not a person's name.",
            because="Somebody answers for every problem that is let through; `me` or `the team` answers for nothing.",
            wrong=_waiver().replace("Jane Doe", "me"),
            right=_waiver(),
            waivable=False,
        ),
        Rule(
            id="waiver-not-allowed",
            says="A waiver is for a rule that cannot be waived: one about waivers, settings, or the output itself.",
            because="A waiver of an expired waiver would never end, and a setting that cannot be read is nobody's choice.",
            wrong=_waiver(rule="waiver-expired", where="evidence/waivers.yaml"),
            right="the expired waiver taken out, or signed again with a new date",
            waivable=False,
        ),
        Rule(
            id="waiver-too-long",
            says="A waiver is to last for more than a year from today.",
            because="What is put off that far is forgotten: nobody looks again until long after its reason has gone.",
            wrong=_waiver(until="2035-01-01"),
            right=_waiver(),
            draft="warning",
            waivable=False,
        ),
        Rule(
            id="waiver-expired",
            says="The last day of a waiver has passed; the problems that it let through count again.",
            because="The date was a promise that somebody would have looked again by then.",
            wrong=_waiver(until="2020-03-31"),
            right="the problem mended and the waiver taken out, or a new date with a reason that still holds",
            draft="warning",
            waivable=False,
        ),
        Rule(
            id="waiver-unused",
            says="A waiver lets nothing through: there is no such problem at that place any more.",
            because="It would quietly let the next mistake of that sort through.",
            wrong=f"a waiver for `quote-missing` in `riott`, all of whose figures carry their quotations:\n{_waiver()}",
            right="no waiver",
            draft="advice",
            publish="warning",
            waivable=False,
        ),
        Rule(
            id="gap-let-through",
            says=(
                "A brief has a gap where something could not be shown, and the problem that says so is waived, or made "
                "milder than an error by this project."
            ),
            because="Readers can judge a doubt that is let through; a sentence with a hole in it tells them nothing.",
            wrong="The scheme had {{ hat_durham.places }} places, with the waiver of `unknown-address` in its brief",
            right="The scheme had {{ hat_middlesbrough.places_planned }} places",
            draft="warning",
            waivable=False,
        ),
        Rule(
            id="severity-fixed",
            says=(
                "A setting makes a rule milder at the publish gate that carries the promise of a brief, or that says that "
                "something could not be read."
            ),
            because="A published brief could then say what its evidence does not; a waiver tells readers that it may.",
            wrong='[tool.briefkit.severity.publish]\nquote-missing = "advice"',
            right=f"in evidence/waivers.yaml:\n{_waiver()}",
            waivable=False,
        ),
    ),
)
