"""Past days on their way between the database and the analytics, in columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from cockpit.domain.columns import StandingColumns
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.indicators import Cut, CutName
from cockpit.domain.vocabulary import LifecycleStatus


@dataclass(frozen=True, slots=True)
class KeyColumn:
    """A column of few different keys.

    Attributes:
        keys: The different ones; None where there is none.
        places: By customer a position among them.
    """

    keys: Sequence[UUID | None]
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class PastMaterial:
    """Everybody's order events, as far as they are known, and what else decides judgements.

    Attributes:
        customer_id: The customers, in no order.
        event_days: Per customer the events' days, packed as ``StatisticsColumns`` has them.
        event_cents: Per customer their net values, likewise.
        standing: Companies, segments and blocked periods, parallel to the customers.
        divided: By cut what divides the customers today, where it was read with the events.
    """

    customer_id: Sequence[UUID]
    event_days: Sequence[bytes]
    event_cents: Sequence[bytes]
    standing: StandingColumns
    divided: Mapping[Cut, KeyColumn] | None = None


@dataclass(frozen=True, slots=True)
class JudgedColumns:
    """Stored judgements of the day, in any order.

    Attributes:
        place: Positions of the customers in the material, each once.
        status: Their statuses.
        at_risk_cents: As ``DayStates`` has it; so are the others.
        lost_so_far_cents: Likewise.
        lost_12m_cents: Likewise.
    """

    place: Sequence[int]
    status: Sequence[LifecycleStatus]
    at_risk_cents: Sequence[int]
    lost_so_far_cents: Sequence[int]
    lost_12m_cents: Sequence[int]


@dataclass(frozen=True, slots=True)
class ReturnColumns:
    """What events were worth before a return of a later day lowered them; in any order.

    An event was worth ``value_cents`` on the days from ``from_day`` to the one before
    ``until_day``; 0 where it did not count, because nearly all of it had come back.

    Attributes:
        place: Position of the customer in the material.
        sold_day: Ordinal of the event's day.
        from_day: Ordinal of the first day on which it was worth that.
        until_day: Ordinal of the day of the return.
        value_cents: What it was worth.
    """

    place: Sequence[int] = ()
    sold_day: Sequence[int] = ()
    from_day: Sequence[int] = ()
    until_day: Sequence[int] = ()
    value_cents: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class AmendedColumns:
    """Customers whose events of a day are others than those of the material up to that day.

    Attributes:
        place: Positions in the material, each at most once.
        event_days: Their events' days, packed.
        event_cents: Their net values, packed.
    """

    place: Sequence[int] = ()
    event_days: Sequence[bytes] = ()
    event_cents: Sequence[bytes] = ()


@dataclass(frozen=True, slots=True)
class DayRules:
    """What judges on a day.

    Attributes:
        on: The day.
        policies: The rules in force at its end.
        fit: The parameters; None for published ones.
        amended: Customers of whom something else was known.
        standing: Companies and segments as they were known; None for those of the material.
    """

    on: date
    policies: PolicyBook
    fit: CycleFit | None
    amended: AmendedColumns = field(default_factory=AmendedColumns)
    standing: StandingColumns | None = None


@dataclass(frozen=True, slots=True)
class CutColumns:
    """By what customers are divided and narrowed, as they stand today; parallel to the material.

    Attributes:
        names: By cut its values; the first one gathers who has none.
        places: By cut and customer, a position in ``names``.
    """

    names: Mapping[Cut, Sequence[CutName]]
    places: Mapping[Cut, Sequence[int]]


@dataclass(frozen=True, slots=True)
class FoundClient:
    """A customer behind a figure or a move.

    Attributes:
        place: Position in the material.
        status: On the day, or at the start.
        cents: What it adds to the figure, or yearly money at the start.
        status_after: At the end of a move.
        cents_after: Likewise.
    """

    place: int
    status: LifecycleStatus
    cents: int
    status_after: LifecycleStatus | None = None
    cents_after: int = 0
