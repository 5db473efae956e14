"""Rules about what is drawn: pictures put things to one scale, so these must be counted alike."""

from briefkit.rulebook.families import Family, Rule

PICTURES = Family(
    "Pictures",
    (
        Rule(
            id="picture-mixed",
            says="A picture would put on one scale what is not counted alike: money of two currencies or price years, money of several "
            "sources of which none says its price year, or numbers in two units.",
            because="On one scale lengths are compared; pounds of one year beside kroner of another would show a difference that is none.",
            wrong='{{ costs("breakfast_york", "breakfast_bern") }}',
            right='{{ costs("breakfast_york", "breakfast_bern.in_pounds") }}',
        ),
    ),
)
