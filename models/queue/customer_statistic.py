"""What the order book says of each customer, so that a day's judgement need not read it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Fed
from models.types import Cents, part_of


class CustomerStatistic(Fed, Base):
    """One customer's sufficient statistics; see ``cockpit.domain.columns.StatisticsColumns``.

    They are a projection: an import that touches a customer removes their row in its own
    transaction, and whoever finds one missing computes it again.

    Attributes:
        event_days: Days of the order events, as little-endian int32.
        event_cents: Their net values, as little-endian int64.
        computed_at: When it was computed; tells writers that somebody was faster.
    """

    __tablename__ = "customer_statistics"

    customer_id: Mapped[UUID] = mapped_column(
        part_of("customers"), primary_key=True, sort_order=-10
    )
    order_count: Mapped[int] = mapped_column(default=0)
    first_order_on: Mapped[date | None]
    last_order_on: Mapped[date | None]
    gap_weight: Mapped[float] = mapped_column(default=0.0)
    gap_days: Mapped[float] = mapped_column(default=0.0)
    gap_log_days: Mapped[float] = mapped_column(default=0.0)
    gap_low_days: Mapped[int | None]
    gap_high_days: Mapped[int | None]
    mean_value_cents: Mapped[Cents] = mapped_column(default=0)
    future_count: Mapped[int] = mapped_column(default=0)
    event_days: Mapped[bytes]
    event_cents: Mapped[bytes]
    computed_at: Mapped[datetime]
