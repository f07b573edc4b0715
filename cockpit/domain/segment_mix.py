"""What the customers of a segment buy: the ground on which products are proposed to one of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

#: So many products of a segment are kept, and only those that several of its customers bought.
MOST_PRODUCTS = 200
FEWEST_BUYERS = 2


@dataclass(frozen=True, slots=True)
class SegmentShare:
    """How many customers of a segment bought a product.

    Attributes:
        buyer_count: Customers who bought it.
        peer_count: The segment's customers who bought anything.
    """

    segment_id: UUID
    product_id: UUID
    buyer_count: int
    peer_count: int


def most_bought(
    buyers: Iterable[tuple[UUID, UUID, int]], peers: Mapping[UUID, int]
) -> list[SegmentShare]:
    """Return the products worth proposing, those with most buyers first within each segment.

    Args:
        buyers: Segment, product and number of buyers.
        peers: The number of customers who bought anything, by segment.
    """
    by_segment: dict[UUID, list[SegmentShare]] = defaultdict(list)
    for segment_id, product_id, count in buyers:
        if count >= FEWEST_BUYERS:
            share = SegmentShare(segment_id, product_id, count, peers[segment_id])
            by_segment[segment_id].append(share)
    kept: list[SegmentShare] = []
    for shares in by_segment.values():
        shares.sort(key=lambda share: (-share.buyer_count, share.product_id))
        kept.extend(shares[:MOST_PRODUCTS])
    return kept
