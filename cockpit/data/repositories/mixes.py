"""What the customers of each segment buy, counted over the order book."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, and_, delete, func, insert, select

from cockpit.domain.segment_mix import SegmentShare, most_bought
from cockpit.domain.vocabulary import OrderKind
from models import Customer, Import, Order, OrderItem, SegmentProduct

_ROWS_AT_ONCE = 5_000


class SqlSegmentMixRepository:
    """The projection ``segment_products``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def counted(self, *, after: date, until: date) -> list[SegmentShare]:
        """Return the products worth proposing, by the sales of these days."""
        is_counted = and_(
            Order.kind == OrderKind.SALE, Order.ordered_on > after, Order.ordered_on <= until
        )
        # Each customer once per product: far fewer rows to group than lines.
        bought = (
            select(Order.customer_id, OrderItem.product_id)
            .join(OrderItem, OrderItem.order_id == Order.id)
            .where(is_counted, OrderItem.product_id.is_not(None))
            .distinct()
            .subquery()
        )
        buyers = (
            select(Customer.segment_id, bought.c.product_id, func.count())
            .join(Customer, Customer.id == bought.c.customer_id)
            .where(Customer.segment_id.is_not(None))
            .group_by(Customer.segment_id, bought.c.product_id)
        )
        peers = (
            select(Customer.segment_id, func.count(Order.customer_id.distinct()))
            .join(Customer, Customer.id == Order.customer_id)
            .where(is_counted, Customer.segment_id.is_not(None))
            .group_by(Customer.segment_id)
        )
        return most_bought(
            [(row[0], row[1], row[2]) for row in self._connection.execute(buyers)],
            {row[0]: row[1] for row in self._connection.execute(peers) if row[0] is not None},
        )

    def replace(self, shares: Sequence[SegmentShare], *, computed_for: date) -> None:
        """Store these in place of all others."""
        self._connection.execute(delete(SegmentProduct))
        for start in range(0, len(shares), _ROWS_AT_ONCE):
            self._connection.execute(
                insert(SegmentProduct),
                [
                    {
                        "segment_id": share.segment_id,
                        "product_id": share.product_id,
                        "buyer_count": share.buyer_count,
                        "peer_count": share.peer_count,
                        "computed_for_on": computed_for,
                    }
                    for share in shares[start : start + _ROWS_AT_ONCE]
                ],
            )

    def last_import_at(self) -> datetime | None:
        """Return when an import last stored or took back anything, or None."""
        newest = select(func.max(Import.updated_at), func.max(Import.finished_at))
        found = self._connection.execute(newest).one()
        return max((at for at in found if at is not None), default=None)
