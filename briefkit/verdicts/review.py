"""Everything that reviewers have said of one brief, set against what it says today."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefkit.brief import Brief
from briefkit.figure import Figure
from briefkit.library import Library
from briefkit.values import Missing
from briefkit.verdicts.hashing import Judged, document_key, judged_claim, judged_figure, plain_words, with_inputs
from briefkit.verdicts.rates import Rate, rate
from briefkit.verdicts.reading import Reviews
from briefkit.verdicts.standing import Given, Standing, stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How far one brief has been reviewed."""

    claims: tuple[Judged, ...]
    """Its claims in their order, as a reviewer judges them."""
    standing: Standing
    by_author: tuple[Given, ...] = ()
    """Verdicts of its own authors, which count for nothing."""
    figures: Mapping[str, Judged] = field(default_factory=dict)
    """Its figures that rest on a source, inputs of derived ones included, by full address."""
    on_figures: Standing = field(default_factory=Standing)
    """The verdicts on these."""
    rate: Rate = field(default_factory=Rate)
    """Of its claims, those judged before they were changed included."""
    signatures: int = 0
    """How many reviewers the front matter asks for."""

    @property
    def signed(self) -> int:
        """How many claims have as many reviewers' `accurate` as are asked for, and at least one."""
        return len(self.claims) - len(self.unsigned)

    @property
    def unsigned(self) -> tuple[Judged, ...]:
        """The claims that have fewer."""
        return tuple(one for one in self.claims if self.standing.accurate(one) < max(1, self.signatures))

    @property
    def waiting(self) -> tuple[Judged, ...]:
        """The claims that nobody has judged as they stand now."""
        return tuple(one for one in self.claims if not self.standing.of(one))


def review(brief: Brief, library: Library, reviews: Reviews, source_text: Mapping[str, str]) -> Review:
    """The review of a brief; `source_text` has the hash of the text of each source that is or was held, by key."""
    authors = {plain_words(author).casefold() for author in brief.front.authors}
    given = reviews.briefs.get(brief.slug, ())
    others = tuple(one for one in given if one.reviewer not in authors)
    claims = tuple(judged_claim(claim, brief, library, source_text) for claim in brief.claims)
    figures = {one.address: judged_figure(one, library, source_text) for one in sourced(brief, library)}
    on_figures = [one for given in reviews.figures.values() for one in given]
    return Review(
        claims=claims,
        standing=stand(claims, others, library.aliases),
        by_author=tuple(one for one in given if one.reviewer in authors),
        figures=figures,
        on_figures=stand(tuple(figures.values()), on_figures, library.aliases) if on_figures else Standing(),
        rate=rate(others),
        signatures=brief.front.signatures,
    )


def sourced(brief: Brief, library: Library) -> tuple[Figure, ...]:
    """Every figure behind a brief that rests on a source itself, in the order in which a reader meets them."""
    found: dict[str, Figure] = {}
    for claim in brief.claims:
        for use in claim.figures:
            for figure in with_inputs(use.figure, brief.figures, library):
                if document_key(figure) and not isinstance(figure.value, Missing):
                    found.setdefault(figure.address, figure)
    return tuple(found.values())
