"""Rules about the words of a source that a figure carries: how they are marked off, and what may stand in them."""

from briefkit.rulebook.families import Family, Rule

QUOTATIONS = Family(
    "Quoting a source",
    (
        Rule(
            id="quote-open",
            says="A quotation has no closing mark; most often YAML has cut the line.",
            because="The words after the cut are lost, and the quotation cannot be found in its source.",
            wrong='{first_arm: 43 people "n=43, second arm"}',
            right="{first_arm: '43 people \"n=43, second arm\"'}",
        ),
        Rule(
            id="quote-marks",
            says="The quotation begins with a typographic or single mark instead of a straight double one.",
            because="Sources print typographic marks themselves, so only the straight one can say where a quotation begins and ends.",
            wrong="randomised: 127 people “127 were enrolled”",
            right='randomised: 127 people "127 were enrolled"',
        ),
        Rule(
            id="quote-mark-inside",
            says="A straight mark inside the quotation has closed it.",
            because="The rest of the words would be lost.",
            wrong='patients: 12 people "the "first" 12 people"',
            right='patients: 12 people "the \\"first\\" 12 people"',
        ),
        Rule(
            id="quote-empty",
            says="Nothing stands between the quotation marks, or a prefix or suffix has no quotation to belong to.",
            because="An empty quotation bears nothing.",
            wrong='patients: 12 people ""',
            right='patients: 12 people "twelve people were treated"',
        ),
        Rule(
            id="quote-twice",
            says="Two quotations stand in one figure.",
            because="Each figure is checked against one run of words; a second one would go unchecked.",
            wrong='patients: 12 people "twelve people" "in the first year"',
            right='patients: 12 people "twelve people in the first year"',
        ),
        Rule(
            id="words-after-quote",
            says="Words stand after the quotation, outside any parentheses.",
            because="They are neither quoted nor checked, and would be lost.",
            wrong='patients: 12 people "twelve people" page 3',
            right='patients: 12 people "twelve people" (at page 3)',
        ),
        Rule(
            id="quote-too-long",
            says="A quotation has more than 25 words.",
            because="This is quotation, not copying; and a reviewer has to see at once which words bear the value.",
            wrong='patients: 12 people "a whole paragraph of the report"',
            right='patients: 12 people "twelve people were treated"',
        ),
        Rule(
            id="quote-ellipsis",
            says="A quotation leaves words out.",
            because="The words left out may turn the meaning round, and the rest cannot be found in the source as it stands.",
            wrong='patients: 12 people "twelve … were treated"',
            right='patients: 12 people "twelve of them, all volunteers, were treated"',
            fixed=True,
        ),
        Rule(
            id="quote-inserted",
            says="A quotation holds words in square brackets that its source does not print.",
            because="A reader would take them for the source's own.",
            wrong='patients: 12 people "twelve [of the guests] were treated"',
            right='patients: {value: 12 people, quote: "twelve were treated", subject_not_in_quote: table heading}',
            fixed=True,
        ),
        Rule(
            id="fact-without-quote",
            says="A fact in words has no quotation.",
            because="The quotation is the fact: without it nothing can be checked. YAML takes quotation marks round a whole value away.",
            wrong='paid_by: "using money seized"',
            right='paid_by: {quote: "using money seized"}',
        ),
    ),
)
