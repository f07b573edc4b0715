"""One line of the work list, with all that it shows, sorts and filters by.

The list itself is a table of columns behind ``services.ports.WorkTable``; a line becomes an object
when it is looked at.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from cockpit.domain.eligibility import Bar
from cockpit.domain.vocabulary import LifecycleStatus, Light, Trend


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of the work list.

    Attributes:
        customer_id: Key of the customer.
        code: The ERP's code, or an empty text.
        name: Trade name, else legal name.
        company: Code of the company that sells to them, or an empty text.
        tax_id: CNPJ or CPF, unmasked, or an empty text.
        phone: Number to dial in national format, or an empty text; empty where calls are forbidden.
        city: City.
        state: Two-letter state.
        segment: Line of business, or an empty text.
        region: Sales region, or an empty text.
        owner: Name of the seller whose portfolio it is, or an empty text.
        campaign: Name of the running campaign that they are in, or an empty text.
        status: Life-cycle status on the list's day.
        trend: Recent purchases against the own past.
        last_order_on: Day of the last purchase.
        last_contact_at: Instant of the last logged contact.
        last_contact_by: Who logged it, or an empty text.
        frequency_days: Usual interval between purchases, in days.
        recency_days: Whole days since the last purchase.
        cycles_late: Silence (recency without blocked days) divided by frequency.
        gap_quantile: Share of the silences predicted by the own history that are shorter.
        none_90: Probability of no order in the next 90 days.
        alive: Probability that they still buy.
        value_cents: Expected net value of a purchase, in cents.
        value_12m_cents: Net value of the last 365 days, in cents.
        at_risk_cents: Money that a call can still save, in cents (90 days of purchases).
        lost_so_far_cents: Estimate of what the silence has cost, in cents.
        overdue_cents: Unpaid titles past their due day, in cents.
        next_contact_at: Instant of the one next contact.
        next_contact_has_time: Whether that contact has a time of day.
        credit: The credit department's verdict; ``TROUBLE`` where it is denied.
        orders: Open orders; ``TROUBLE`` where one is late.
        titles: ``TROUBLE`` where one is overdue, ``ATTENTION`` where one falls due within a week.
        quotes: Open quotes; ``ATTENTION`` where one expires within a week.
        service: Open service cases.
        nonconformity: Open non-conformities.
        is_blocked: Whether sales are blocked.
        objection: The newest open or waiting objection by name, or an empty text.
        is_woken: Whether an objection's condition came true since the last contact.
        carried_until: Until when the user has them along, out of the shared list; it may be over.
        post_it: Author and words of the post-it that raises them for the user, or an empty text; it
            does until somebody contacts them.
        bar: Why they are not in the queue now; None where they are.
        bar_until: When they return by themselves.
        bar_who: The colleague or holiday that it is about, or an empty text.
    """

    customer_id: UUID
    code: str
    name: str
    company: str
    tax_id: str
    phone: str
    city: str
    state: str
    segment: str
    region: str
    owner: str
    campaign: str
    status: LifecycleStatus
    trend: Trend
    last_order_on: date | None
    last_contact_at: datetime | None
    last_contact_by: str
    frequency_days: float | None
    recency_days: int | None
    cycles_late: float | None
    gap_quantile: float | None
    none_90: float | None
    alive: float | None
    value_cents: int
    value_12m_cents: int
    at_risk_cents: int
    lost_so_far_cents: int
    overdue_cents: int
    next_contact_at: datetime | None
    next_contact_has_time: bool
    credit: Light
    orders: Light
    titles: Light
    quotes: Light
    service: Light
    nonconformity: Light
    is_blocked: bool
    objection: str
    is_woken: bool
    post_it: str
    carried_until: datetime | None
    bar: Bar | None
    bar_until: datetime | None
    bar_who: str


ROW_FIELDS = tuple(field.name for field in fields(CustomerRow))
