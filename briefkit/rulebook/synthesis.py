"""Rules about putting the numbers of several studies together."""

from briefkit.rulebook.families import Family, Rule

SYNTHESIS = Family(
    "Putting studies together",
    (
        Rule(
            id="study-row",
            says="A line of a CSV file that is to be pooled cannot be read as a study, or cannot be true.",
            because="A pooled number that leaves a study out in silence says something else than it seems to.",
            wrong="study,ai,n1i,ci,n2i\nNorth,12,10,8,41",
            right="study,ai,n1i,ci,n2i\nNorth,10,12,8,41",
        ),
    ),
)
