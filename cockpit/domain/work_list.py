"""The work list: who to call, in which order, held by columns.

A list of 100,000 customers is a handful of parallel columns, not 100,000 objects; ``row`` builds
one object for the line that is looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from cockpit.domain.vocabulary import LifecycleStatus, Trend


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of the work list.

    Attributes:
        customer_id: Key of the customer.
        code: The ERP's code, or an empty text.
        name: Trade name, else legal name.
        company: Code of the company that sells to them, or an empty text.
        tax_id: CNPJ or CPF, unmasked, or an empty text.
        phone: Number to dial in national format, or an empty text.
        city: City.
        state: Two-letter state.
        owner: Name of the seller whose portfolio it is, or an empty text.
        status: Life-cycle status on the list's day.
        trend: Recent purchases against the own past.
        last_order_on: Day of the last purchase.
        last_contact_at: Instant of the last logged contact.
        frequency_days: Usual interval between purchases, in days.
        recency_days: Whole days since the last purchase.
        cycles_late: Silence (recency without blocked days) divided by frequency.
        gap_quantile: Share of the silences predicted by the own history that are shorter.
        none_90: Probability of no order in the next 90 days.
        value_cents: Expected net value of a purchase, in cents.
        at_risk_cents: Money that a call can still save, in cents (90 days of purchases).
        lost_so_far_cents: Estimate of what the silence has cost, in cents.
        next_contact_at: Instant of the one next contact.
        next_contact_has_time: Whether that contact has a time of day.
    """

    customer_id: UUID
    code: str
    name: str
    company: str
    tax_id: str
    phone: str
    city: str
    state: str
    owner: str
    status: LifecycleStatus
    trend: Trend
    last_order_on: date | None
    last_contact_at: datetime | None
    frequency_days: float | None
    recency_days: int | None
    cycles_late: float | None
    gap_quantile: float | None
    none_90: float | None
    value_cents: int
    at_risk_cents: int
    lost_so_far_cents: int
    next_contact_at: datetime | None
    next_contact_has_time: bool


ROW_FIELDS = tuple(field.name for field in fields(CustomerRow))


@dataclass(frozen=True, slots=True)
class WorkList:
    """The list in its order, one sequence per field of ``CustomerRow``.

    Attributes:
        as_of: The day for which it was made.
        columns: One sequence of equal length per name in ``ROW_FIELDS``.
        search_text: Per line, what free text searches: lower-cased, without accents.
    """

    as_of: date
    columns: dict[str, Sequence[object]]
    search_text: Sequence[str]

    def __len__(self) -> int:
        """Return how many customers the list holds."""
        return len(self.search_text)

    def row(self, position: int) -> CustomerRow:
        """Return the line at a position as an object."""
        return CustomerRow(**{name: self.columns[name][position] for name in ROW_FIELDS})  # type: ignore[arg-type]
