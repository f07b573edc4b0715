"""The figures that the work list shows, computed from the order book."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import LifecycleStatus, Trend
from models.base import Base, Fed
from models.types import Cents, Code, Document, Milli, closed, part_of


class CustomerMetric(Fed, Base):
    """One customer's purchase cycle and standing on one day.

    Attributes:
        interval_sum_days: Sum of the days between purchases, to update without reading all orders.
        frequency_days_milli: Usual interval in thousandths of a day; none with too few orders.
        engine: What computed it, with its version.
    """

    __tablename__ = "customer_metrics"
    __table_args__ = (Index(None, "status", "at_risk_cents"),)

    customer_id: Mapped[UUID] = mapped_column(
        part_of("customers"), primary_key=True, sort_order=-10
    )
    order_count: Mapped[int] = mapped_column(default=0)
    first_order_on: Mapped[date | None]
    last_order_on: Mapped[date | None]
    interval_count: Mapped[int] = mapped_column(default=0)
    interval_sum_days: Mapped[int] = mapped_column(default=0)
    frequency_days_milli: Mapped[Milli | None]
    mean_value_cents: Mapped[Cents | None]
    value_12m_cents: Mapped[Cents] = mapped_column(default=0)
    trend: Mapped[Trend | None] = mapped_column(closed(Trend, "trend"))
    statistics: Mapped[Document | None]
    lapse_probability_bp: Mapped[int | None]
    status: Mapped[LifecycleStatus] = mapped_column(closed(LifecycleStatus, "status"))
    status_since_on: Mapped[date | None]
    at_risk_cents: Mapped[Cents] = mapped_column(default=0)
    computed_for_on: Mapped[date]
    computed_at: Mapped[datetime]
    engine: Mapped[Code]
