"""The figures that the work list shows, computed from the order book."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from cockpit.domain.vocabulary import LifecycleStatus, Trend
from models.base import Base, Fed
from models.types import Cents, Code, closed, part_of


class CustomerMetric(Fed, Base):
    """One customer's judgement on one day; see ``cockpit.domain.columns.VerdictColumns``.

    Attributes:
        status: By the rule that decides.
        last_order_on: As in the statistics; here for the list.
        gap_quantile_bp: How unusual the silence is, in basis points.
        status_since_on: Since when the status holds without a break.
        computed_for_on: The day of the judgement.
        engine: What made it, with its version.
    """

    __tablename__ = "customer_metrics"
    __table_args__ = (Index(None, "status", "at_risk_cents"),)

    customer_id: Mapped[UUID] = mapped_column(
        part_of("customers"), primary_key=True, sort_order=-10
    )
    status: Mapped[LifecycleStatus] = mapped_column(closed(LifecycleStatus, "status"))
    own_status: Mapped[LifecycleStatus] = mapped_column(closed(LifecycleStatus, "own_status"))
    fixed_status: Mapped[LifecycleStatus] = mapped_column(closed(LifecycleStatus, "fixed_status"))
    status_since_on: Mapped[date | None]
    last_order_on: Mapped[date | None]
    silence_days: Mapped[int | None]
    frequency_days: Mapped[float | None]
    cycles_late: Mapped[float | None]
    gap_quantile_bp: Mapped[int | None]
    alive_bp: Mapped[int | None]
    none_90_bp: Mapped[int | None]
    next_order_p20_on: Mapped[date | None]
    next_order_p50_on: Mapped[date | None]
    next_order_p80_on: Mapped[date | None]
    trend: Mapped[Trend] = mapped_column(closed(Trend, "trend"))
    value_cents: Mapped[Cents] = mapped_column(default=0)
    value_12m_cents: Mapped[Cents] = mapped_column(default=0)
    at_risk_cents: Mapped[Cents] = mapped_column(default=0)
    lost_so_far_cents: Mapped[Cents] = mapped_column(default=0)
    lost_12m_cents: Mapped[Cents] = mapped_column(default=0)
    recovered_on: Mapped[date | None]
    computed_for_on: Mapped[date]
    engine: Mapped[Code]
