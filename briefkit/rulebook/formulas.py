"""Rules about derived figures."""

from briefkit.rulebook.families import Family, Rule

FORMULAS = Family(
    "Derived figures",
    (
        Rule(
            id="formula-invalid",
            says="A formula cannot be read, or uses something that is no number.",
            because="Its result would be a guess.",
            wrong="formula: patients x cost",
            right="formula: patients * cost",
        ),
        Rule(
            id="formula-unknown",
            says="A formula names a figure that does not exist.",
            because="There is nothing to compute with.",
            wrong="formula: runing_cost / places_planned",
            right="formula: running_cost / places_planned",
        ),
        Rule(
            id="formula-circular",
            says="A derived figure is derived, in the end, from itself.",
            because="It would have no source at all.",
            wrong="a: {formula: b * 2} beside b: {formula: a / 2}",
            right="b taken from a source",
        ),
        Rule(
            id="formula-units",
            says="A formula puts together what does not go together (people and pounds), or the unit of its result cannot be told.",
            because="A number without its unit means nothing, and one with the wrong unit misleads.",
            wrong="formula: patients + running_cost",
            right="formula: running_cost / patients",
        ),
        Rule(
            id="formula-prices",
            says="A formula puts amounts of different price years together.",
            because="A pound of 2010 is not a pound of 2020.",
            wrong="formula: cost_2010 + cost_2020",
            right="both amounts converted to the prices of one year first",
        ),
        Rule(
            id="formula-unrounded",
            says="The result of a formula has no end, and nothing says how many decimals to keep.",
            because="A page would print sixteen digits, or round them in secret.",
            wrong="{formula: running_cost / places_planned}",
            right="{formula: running_cost / places_planned, round: 0}",
        ),
        Rule(
            id="formula-period",
            says="A formula makes a sum for one time, or for one thing, into a sum for another, and does not say what must hold.",
            because="A year is not two times 26 weeks: the second half may cost more or less, or not happen.",
            wrong="{formula: cost_26w * 2, per: person a year}",
            right="{formula: cost_26w * 2, per: person a year, assumes: the second half of the year costs as much as the first}",
        ),
        Rule(
            id="break-even-unlike",
            says="A break-even account sets amounts against each other that are in other money, or counted by something else.",
            because="What is paid for 26 weeks is not covered by what is saved in a year.",
            wrong="pays: extra_cost (£ per child for 26 weeks), saved: less_theft (£ per child a year)",
            right="pays: extra_cost_a_year (£ per child a year), saved: less_theft (£ per child a year)",
        ),
        Rule(
            id="money-not-convertible",
            says="A formula converts an amount that lacks what a conversion needs, or for which the base has no prices.",
            because="An amount without currency, country, price year or scope could be anything in the money of today.",
            wrong="{formula: in_money(amount, GBP, 2023)}, where amount has `price_year: not_reported`",
            right="{formula: in_money(amount, GBP, 2023)}, where amount has `price_year: 2009`",
        ),
    ),
    unread=True,
)
