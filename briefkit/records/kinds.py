"""Every kind of record there is. A new kind is a model of its own and one line here."""

from briefkit.records.argument import Argument
from briefkit.records.claim_review import ClaimReview
from briefkit.records.cost import Cost
from briefkit.records.decision import Decision
from briefkit.records.gap import Gap
from briefkit.records.position import Position
from briefkit.records.price_index import PriceIndex
from briefkit.records.programme import Programme
from briefkit.records.proposal import Proposal
from briefkit.records.record import Record
from briefkit.records.search import Search
from briefkit.records.statistic import Statistic
from briefkit.records.study import Study
from briefkit.records.synthesis import Synthesis

RECORD_KINDS: tuple[type[Record], ...] = (
    Study,
    Programme,
    Proposal,
    Cost,
    Statistic,
    Position,
    Argument,
    Synthesis,
    PriceIndex,
    Search,
    ClaimReview,
    Gap,
    Decision,
)
BY_FOLDER = {kind.folder: kind for kind in RECORD_KINDS}
BY_KIND = {kind.kind: kind for kind in RECORD_KINDS}


def find_kind(name: str) -> type[Record] | None:
    """The kind of that name, or of the folder of that name."""
    return BY_KIND.get(name) or BY_FOLDER.get(name)
