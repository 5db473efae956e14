"""Rules about what may be the source of what, and about the same thing met twice."""

from briefkit.rulebook.families import Family, Rule

PROVENANCE = Family(
    "Where a figure comes from",
    (
        Rule(
            id="result-from-news",
            says="What a study found is cited from a newspaper, a blog or somebody's word.",
            because="Reporters round, mix up arms and print projections; the report of the study is there to be read.",
            wrong="heroin: {value: 38 of 43, cite: daily_paper_2010, quote: …}",
            right="heroin: {value: 38 of 43, cite: strang2010, quote: …}",
            fixed=True,
        ),
        Rule(
            id="quote-cites-another",
            says="A quotation shows that its source only repeats what another one says (`et al.`, `[12]`, `according to`), and no `via:` says so.",
            because="The number is second-hand: whoever repeats it may have got it wrong.",
            wrong='times: 4 "four times more expensive (Smith et al.)", with cite: jones2013',
            right="cite: smith2010, via: jones2013",
            draft="warning",
        ),
        Rule(
            id="secondary-unsaid",
            says="A figure quotes a document that nobody has seen (no address, not witnessed, no stored copy), of which the base knows a copy, and no `via:` says where the words were met.",
            because="Readers would think that we read it there; whoever repeated it may have got it wrong.",
            wrong="cite: old_report_1998, with nothing in evidence/sources/old_report_1998.yaml about where it is",
            right="cite: old_report_1998, via: review_2020",
            draft="warning",
        ),
        Rule(
            id="projection-unsaid",
            says="A quotation speaks of a projection, forecast or exit poll, and the label of its figure does not.",
            because="A number that was expected on the evening would be told as the result.",
            wrong='yes_votes: 69% "the projection gave 69 percent"',
            right='yes_votes: {value: 69%, label: Projected share of votes, quote: "the projection gave 69 percent"}',
            draft="warning",
        ),
        Rule(
            id="source-retracted",
            says="A brief rests on a document that was withdrawn.",
            because="Its own authors or publisher no longer stand by it.",
            wrong="notices: [{kind: retraction, where: J Example 2021;3:7, read: true}]",
            right="a brief that does without it",
            fixed=True,
        ),
        Rule(
            id="notice-unread",
            says="A brief rests on a document with a correction, or an expression of concern, that nobody has read.",
            because="The figure that is quoted may be the one that was corrected.",
            wrong="notices: [{kind: correction, where: J Example 2021;3:7, read: false}]",
            right="notices: [{kind: correction, where: J Example 2021;3:7, read: true}]",
            draft="advice",
        ),
        Rule(
            id="citation-differs",
            says="A source is cited by hand, without words of its own, beside figures that come from others.",
            because="Readers would look for the figures in the wrong place.",
            wrong="[38 of 43]{=riott.retention_26w.heroin} stayed [@haasen2007].",
            right="[38 of 43]{=riott.retention_26w.heroin} stayed.",
            draft="warning",
            publish="warning",
        ),
        Rule(
            id="double-counting",
            says="A synthesis counts the same people twice.",
            because="Its result would look surer than it is.",
            wrong="studies: [dutch_trial, dutch_trial_again]",
            right="studies: [dutch_trial]",
        ),
        Rule(
            id="study-twice",
            says="Two records look like one investigation: the same registration, or country, sites or beginning and number of people.",
            because="A study is not a report: two papers on one trial would be told as two trials.",
            wrong="studies/riott.yaml and studies/riott_costs.yaml, both of ISRCTN01338071",
            right="references: [strang2010, byford2013] in studies/riott.yaml",
            draft="warning",
        ),
        Rule(
            id="conflict-unsaid",
            says="Two records give different numbers for the same thing, place and time, and neither says so.",
            because="Which one a brief shows would be chance, and readers would not learn that sources disagree.",
            wrong="patients: 150 people in one file, 130 people in another, both as of 2018",
            right="conflicts_with: [other.patients], preferred_because: counted by the clinic itself",
            draft="warning",
        ),
    ),
)
