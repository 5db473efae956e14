"""Rules about numbers and quotations that rest on nothing, and about words that change what a figure says."""

from briefkit.rulebook.families import Family, Rule

UNBOUND = Family(
    "What rests on nothing",
    (
        Rule(
            id="unbound-number",
            says="A number, in digits or in words, is bound to no figure, in a brief or in the words of a record that a page prints.",
            because="Nobody can follow it to a source, and nobody is told when the evidence changes. `check --fix` binds it where exactly "
            "one figure fits. What need not be bound: names of `terms.yaml`, section and list numbers, words of a cited quotation, `one`, "
            "`two`, `first`, `second`, `once` and `both` before no unit, what the same section has bound already, a length of time or a "
            "year that a record bound nearby carries.",
            wrong="After 26 weeks 38 of 43 people were still in treatment.",
            right="After 26 weeks [38 of 43]{=riott.retention_26w.heroin} people were still in treatment.",
            fixed=True,
        ),
        Rule(
            id="quotation-uncited",
            says="Three or more words stand in quotation marks, and no citation carries them.",
            because="A reader takes them for somebody's own words, and nobody has looked whether they are.",
            wrong="The Council said that the treatment “should be supported by central funding” [@acmd_2016].",
            right='The Council said that it “should be provided” [@acmd_2016, "Central government funding should be provided"].',
            draft="warning",
            publish="warning",
        ),
        Rule(
            id="unit-outside-differs",
            says="The noun behind bound words is another unit than that of the figure.",
            because="The number is right and the sentence is wrong: `[15]` places are not 15 months.",
            wrong="[up to 15]{=hat_middlesbrough.places_planned} months",
            right="[up to 15]{=hat_middlesbrough.places_planned} places",
            fixed=True,
        ),
        Rule(
            id="qualifier-outside",
            says="A word such as `more than` or `not` stands outside the brackets of bound words, and the figure does not say it.",
            because="It turns a number that was checked into another one that was not.",
            wrong="more than [38 of 43]{=riott.retention_26w.heroin} people",
            right="[38 of 43]{=riott.retention_26w.heroin} people",
            fixed=True,
        ),
    ),
)
