"""Rules about sources that are read sentence by sentence."""

from briefkit.rulebook.families import Family, Rule

COVERAGE = Family(
    "Sources read sentence by sentence",
    (
        Rule(
            id="sentence-without-record",
            says="A source says why some of its sentences have no record; this one is quoted by none and no reason is given.",
            because="What an article says and the base leaves out in silence looks as if somebody had chosen what suits.",
            wrong="sentences_without_record: []",
            right='sentences_without_record: [{starts: "Join our commenting forum", reason: not part of the article}]',
            draft="advice",
            publish="warning",
        ),
        Rule(
            id="reason-without-sentence",
            says="A reason is given for a sentence that the source does not have, or that a record quotes.",
            because="The list of what was left out would not be true.",
            wrong='{starts: "Join our commentating forum", reason: not part of the article}',
            right='{starts: "Join our commenting forum", reason: not part of the article}',
            draft="advice",
            publish="warning",
        ),
    ),
)
