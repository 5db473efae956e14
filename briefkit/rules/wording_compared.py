"""Whether a sentence sets the same two arms against each other as the name of its figure does, the same way round."""

import re
from collections.abc import Iterator

from briefkit.brief import Brief
from briefkit.library import Library
from briefkit.problems import Problem
from briefkit.records.cost import Cost
from briefkit.records.study import Study
from briefkit.rules.wording import UNCLAIMED, said
from briefkit.rules.wording_names import arms_named, names_of_arms

_THAN = re.compile(r"\b(?:than|over|against|versus|vs)\b", re.IGNORECASE)


def comparison_misnamed(brief: Brief, library: Library) -> Iterator[Problem]:
    """`An [80%] probability that heroin is more cost-effective than heroin`, of a figure that sets methadone against heroin."""
    for sentence in said(brief):
        if sentence.block in UNCLAIMED:
            continue
        for mark in sentence.marks:
            figure = mark.use.figure
            record = library.record(figure.record)
            if not isinstance(record, Study | Cost) or not _THAN.search(figure.label):
                continue
            names = names_of_arms(record, library)
            ours = [arms_named(side.casefold(), names) for side in _sides(figure.label)]
            later = min(
                (other.start for other in sentence.marks if other.start >= mark.end), default=len(sentence.text)
            )
            told = sentence.own[mark.end : later]
            theirs = [arms_named(side.casefold(), names) for side in _sides(told)]
            for own, named in zip(ours, theirs, strict=False):
                if own and named and not own & named:
                    wrong = " and ".join(sorted(one.replace("_", " ") for one in named))
                    message = f"`{wrong}` is compared beside `{mark.use.shown}`, which is of `{figure.label}`"
                    way = "name what the figure compares, the same way round, or bind another figure"
                    yield Problem(mark.use.where, "arm-misnamed", message, way)
                    break


def _sides(text: str) -> list[str]:
    """What is compared, and what with; a text that compares nothing has no sides."""
    found = _THAN.search(text)
    return [text[: found.start()], text[found.end() :]] if found else []
