"""Rules about results that cannot be, or hardly."""

from briefkit.rulebook.families import Family, Rule

STATISTICS = Family(
    "Results that cannot be",
    (
        Rule(
            id="percentage-impossible",
            says="The percentage in the quotation is not that of the events and the total.",
            because="One of the three numbers is wrong, or counted among others.",
            wrong='heroin: 38 of 42 "88% (n=38) on injectable heroin"',
            right='heroin: 38 of 43 "88% (n=38) on injectable heroin"',
            fixed=True,
        ),
        Rule(
            id="percentage-unlikely",
            says="No whole number of the arm's people comes to this percentage.",
            because="Either fewer people were counted, or it is adjusted or estimated: readers who work it back to people get it wrong.",
            wrong="heroin: 67.2% (of an arm of 50 people)",
            right='heroin: {value: 49.7%, quote: "49.7%", note: estimated, with missing answers filled in}',
            draft="advice",
            publish="advice",
        ),
        Rule(
            id="interval-lopsided",
            says="A ratio does not lie in the middle of its interval, on the scale of logarithms on which such intervals are worked out.",
            because="Most often a digit of one of the three numbers is wrong.",
            wrong="odds_ratio: 3.17 (95% CI 2.88 to 23.16)",
            right="odds_ratio: 8.17 (95% CI 2.88 to 23.16)",
            draft="advice",
            publish="advice",
        ),
        Rule(
            id="p-against-interval",
            says="The p value in the quotation and the interval disagree on whether there is an effect.",
            because="They are worked out from the same numbers, so one of them is wrong.",
            wrong='risk_ratio: 1.62 (95% CI 0.95 to 2.35) "1.62 (0.95 to 2.35; P<0.001)"',
            right='risk_ratio: 1.62 (95% CI 1.35 to 1.95) "1.62 (1.35 to 1.95; P<0.001)"',
            draft="warning",
            publish="warning",
        ),
        Rule(
            id="effect-against-arms",
            says="A difference or ratio of two risks is not that of the two arms.",
            because="One of the three is wrong, or two arms have changed places.",
            wrong="heroin: 31.2%, oral_methadone: 55.5%, risk_difference: 24.3 percentage points",
            right="heroin: 55.5%, oral_methadone: 31.2%, risk_difference: 24.3 percentage points",
        ),
        Rule(
            id="search-sum",
            says="The counts of a search do not add up from one step to the next.",
            because="A reader counts them again.",
            wrong="identified: 812 records, duplicates: 120 records, screened: 682 records",
            right="identified: 812 records, duplicates: 120 records, screened: 692 records",
        ),
        Rule(
            id="unit-not-of-field",
            says="The figure has a unit that its field cannot have.",
            because="People are not counted in weeks, and a cost is money.",
            wrong='randomised: 127 weeks "127 were enrolled"',
            right='randomised: 127 people "127 were enrolled"',
        ),
    ),
)
