"""Rules about what reviewers said: how their verdicts are written down, what they found, what has changed since."""

from briefkit.rulebook.families import Family, Rule

VERDICTS = Family(
    "Reviewers' verdicts",
    (
        Rule(
            id="verdicts-not-listed",
            says="A file of verdicts holds something else than a list of them.",
            because="A verdict that cannot be read is lost, and with it a reviewer's hour.",
            wrong="verdict: accurate\nreviewer: Jane Doe",
            right="- verdict: accurate\n  reviewer: Jane Doe\n  ...",
        ),
        Rule(
            id="verdict-incomplete",
            says="A verdict does not say what was judged, what was found or what was looked at, or it contradicts itself.",
            because="Nobody could tell later what the reviewer stands for.",
            wrong="- verdict: accurate\n  error: number\n  ...",
            right="- verdict: minor\n  error: number\n  ...",
        ),
        Rule(
            id="verdict-homeless",
            says="A file of verdicts is named after a brief or a reference that does not exist.",
            because="What the reviewers found shows nowhere.",
            wrong="briefs/hat_englnd.verdicts.yaml",
            right="briefs/hat_england.verdicts.yaml",
            draft="warning",
            publish="warning",
        ),
        Rule(
            id="verdict-by-author",
            says="A verdict is signed by an author of the brief.",
            because="Authors see what they meant to write. The second pair of eyes is the point of a review.",
            wrong="reviewer: Jane Doe      # and the brief has `authors: [Jane Doe]`",
            right="reviewer: John Roe",
        ),
        Rule(
            id="verdict-major",
            says="A reviewer has found a major error here: the source does not bear it out, contradicts it, or is about something else. It stands there still.",
            because="A known error that is published is worse than one that nobody has seen.",
            wrong="Retention doubled.      # judged: major, unsupported",
            right="Retention was 88 %, against 69 %.      # mended: the verdict lapses, and the reviewer looks again",
            fixed=True,
        ),
        Rule(
            id="verdict-minor",
            says="A reviewer has found a minor error here: too simple, too general, or slightly off. It stands there still.",
            because="Small errors are what readers who know the subject find first.",
            wrong="All patients stayed.      # judged: minor, overgeneralised",
            right="Of 43 patients 38 stayed.      # mended: the verdict lapses, and the reviewer looks again",
            draft="warning",
            publish="warning",
        ),
        Rule(
            id="verdict-lapsed",
            says="A sentence, a value, a quotation or the text of a source has changed since a reviewer judged it.",
            because="The reviewer has not seen what stands there now. Until then it counts as not reviewed.",
            wrong="# a value changed from 38 to 39 after the sentence was judged `accurate`",
            right="# the reviewer has judged the sentence again, as it stands now",
            draft="advice",
            publish="advice",
        ),
    ),
)
