"""Rules about judgements that people make of evidence: how sure it is, how biased, and what it comes to for a decision."""

from briefkit.rulebook.families import Family, Rule

JUDGEMENTS = Family(
    "Judgements of evidence",
    (
        Rule(
            id="certainty-unsigned",
            says="A synthesis of our own says in one word how sure one may be.",
            because="A judgement that nobody explains and nobody answers for is an opinion in disguise.",
            wrong="certainty: low",
            right="certainty: not_judged      # or the long form: starts_at, five domains, overall, judged_by, on",
        ),
        Rule(
            id="certainty-sum",
            says="An overall certainty is not what its start, its domains and its upgrades come to.",
            because="A reader who counts the levels finds another word than the one that is printed.",
            wrong="starts_at: high … imprecision: {rating: serious, …} … overall: high",
            right="starts_at: high … imprecision: {rating: serious, …} … overall: moderate",
        ),
        Rule(
            id="certainty-upgrade",
            says="A certainty is given back levels that its method does not give.",
            because="GRADE upgrades studies without random allocation alone, and two levels for a very large effect alone.",
            wrong="starts_at: high … large_effect: {levels: one, …}",
            right="starts_at: low … large_effect: {levels: one, …}",
        ),
        Rule(
            id="bias-domain",
            says="A risk of bias lacks a domain of its tool, has one of another tool, or is worded as another tool words it.",
            because="A domain that is left out looks like one in which nothing was wrong.",
            wrong="tool: RoB 2, domains: {randomisation: {…}}",
            right="tool: RoB 2, domains: {randomisation: {…}, deviations: {…}, missing_data: {…}, measurement: {…}, selected_result: {…}}",
        ),
        Rule(
            id="bias-tool",
            says="A risk of bias is judged with a tool that is not made for studies of this design.",
            because="RoB 2 asks how people were allocated by chance; where they were not, its answers mean nothing.",
            wrong="design: cohort study … risk_of_bias: {tool: RoB 2, …}",
            right="design: cohort study … risk_of_bias: {tool: ROBINS-I, …}",
        ),
        Rule(
            id="bias-overall",
            says="An overall risk of bias is not that of the worst domain, and nothing says why.",
            because="One serious fault is enough to spoil a result, however well the rest was done.",
            wrong="measurement: {judgement: high, …} … overall: low",
            right="measurement: {judgement: high, …} … overall: high",
        ),
        Rule(
            id="criterion-without-evidence",
            says="A criterion of a decision says neither what evidence there is nor what is missing.",
            because="An empty line looks like a criterion that does not matter.",
            wrong="equity: {judgement: not_judged}",
            right="equity: {none: nobody has looked who would be reached}",
        ),
        Rule(
            id="judgement-unsigned",
            says="A criterion of a decision is judged, and nobody says why, who judged it or when.",
            because="A panel answers for its judgements; one without a name cannot be asked.",
            wrong="priority: {judgement: yes, evidence: […]}",
            right="priority: {judgement: yes, evidence: […], because: …, judged_by: jane_doe, on: 2026-11-20}",
        ),
        Rule(
            id="findings-too-many",
            says="A summary of findings has more than seven rows.",
            because="Readers who are shown everything find nothing: GRADE asks for the outcomes that a decision hangs on.",
            wrong='{{ findings("a.one", "a.two", "a.three", "a.four", "a.five", "a.six", "a.seven", "a.eight") }}',
            right='{{ findings("a.one", "a.two", "a.three") }}',
        ),
    ),
)
