"""What is told of credits: closed days from the books, open ones as known, and what came later."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from cockpit.domain.access import GRANTS, STAFF, WIDE, Verb
from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.errors import CancelledError
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import CreditedDay, Faces, FrozenPeriod, difference
from cockpit.domain.reactivation_lines import Correction, Portion
from cockpit.services.crediting import CreditReader
from cockpit.services.ports import CurrentUser, ReadUnit

_DAY = timedelta(days=1)


def nobody_cancels() -> bool:
    """Return that somebody waits for the answer."""
    return False


def may_read_closed(user: CurrentUser) -> bool:
    """Return whether somebody sees what was closed: whoever answers for nobody does not."""
    return user.role in GRANTS["frozen_periods"].who(Verb.READ)


@dataclass(slots=True)
class Ledger:
    """The books of one reading.

    Attributes:
        unit: Where to read.
        reader: Finds credits.
        user: Who asks; figures of people are theirs and of those who answer for them.
        known_at: Up to when data count as known; None for all. Closed periods are then worked out
            anew from what was known at their closing, instead of being read.
        is_cancelled: Whether nobody waits any more.
        with_goods: Whether the value without taxes is asked for, which costs a reading of
            documents.
        around: Days that are likely to be asked for as well.
    """

    unit: ReadUnit
    reader: CreditReader
    user: CurrentUser
    known_at: datetime | None = None
    is_cancelled: Callable[[], bool] = nobody_cancels
    with_goods: bool = True
    around: Period | None = None
    _heads: tuple[FrozenPeriod, ...] | None = None
    _whole: dict[Period, FrozenPeriod] = field(default_factory=dict)
    _people: frozenset[UUID] | None = None
    _is_asked: bool = False

    @property
    def heads(self) -> tuple[FrozenPeriod, ...]:
        """Return the periods that were closed by then, oldest first, without figures.

        Who answers for nobody is told everything as it is known.
        """
        if self._heads is None:
            found: Iterable[FrozenPeriod] = ()
            if may_read_closed(self.user):
                found = self.unit.frozen_periods.periods()
            at = self.known_at
            self._heads = tuple(one for one in found if at is None or one.known_at <= at)
        return self._heads

    @property
    def first_open_day(self) -> date | None:
        """Return the day after the last closed one; None where nothing is closed."""
        last = max((one.period.last for one in self.heads), default=None)
        return None if last is None else last + _DAY

    def open_days(self, period: Period) -> list[Period]:
        """Return the days of a period that are not closed, as periods."""
        return _without(period, self.closed(period))

    def closed(self, period: Period) -> tuple[Period, ...]:
        """Return the closed periods that a period has days of."""
        return tuple(one.period for one in self.heads if _shared(one.period, period) is not None)

    def told(self, period: Period) -> list[Portion]:
        """Return what is told of a period's days."""
        closed = self.closed(period)
        portions = []
        for one in self._frozen(closed):
            days = tuple(day for day in one.credits if day.ordered_on in period)
            portions.append(Portion(self._own(days), one.faces))
        if self.open_days(period):
            portions.append(self._portion(self._open(period)))
        return portions

    def days_told(self, period: Period) -> CreditedDays:
        """Return what is told of a period's days, without names and the value without taxes."""
        parts = {
            one.period.first: CreditedDays.of(one.credits).within(period)
            for one in self._frozen(self.closed(period))
        }
        gaps = self.open_days(period)
        if gaps:
            known = self.reader.credited(
                self.unit,
                Period(gaps[0].first, gaps[-1].last),
                known_at=self.known_at,
                around=self.around,
            )
            parts |= {gap.first: known.within(gap) for gap in gaps}
        found = CreditedDays.joined(parts[first] for first in sorted(parts))
        people = self._people_seen()
        return found if people is None else found.of_people(people)

    def _open(self, period: Period) -> list[CreditedDay]:
        """Return what is known of a period's days that are not closed."""
        gaps = self.open_days(period)
        if not gaps:
            return []
        known = self._known(Period(gaps[0].first, gaps[-1].last))
        return [day for day in known if any(day.ordered_on in gap for gap in gaps)]

    def told_in(self, period: Period) -> list[Correction]:
        """Return what is told in a period of closed ones: what became known in it.

        What became known since the last closing is told in the period of the first open day.
        """
        closings = tuple(one for one in self.closed(period) if one.last in period)
        found = [
            Correction(of, one.period, Portion(self._own(days), one.faces))
            for one in self._frozen(closings)
            for of, days in one.corrections.items()
        ]
        open_day = self.first_open_day
        if open_day is not None and open_day in period:
            found += self._since_closing([one.period for one in self.heads])
        return found

    def told_later(self, period: Period) -> list[Correction]:
        """Return what became known of a period's closed days after they were closed."""
        closed = self.closed(period)
        if not closed:
            return []
        later = tuple(one.period for one in self.heads if one.period > closed[0])
        found = [
            Correction(of, one.period, self._within(Portion(self._own(days), one.faces), period))
            for one in self._frozen(later)
            for of, days in one.corrections.items()
            if of in closed
        ]
        since = self._since_closing(closed)
        return found + [
            Correction(one.of, None, self._within(one.portion, period)) for one in since
        ]

    def corrections(
        self, closed: Collection[Period], *, known_at: datetime | None = None
    ) -> dict[Period, tuple[CreditedDay, ...]]:
        """Return what is known of closed periods and was not told yet, of everybody.

        Args:
            closed: Which.
            known_at: Up to when data count as known; None for the ledger's own.
        """
        if not closed:
            return {}
        ordered = sorted(closed)
        everything = self._frozen(tuple(one.period for one in self.heads))
        known = self._known(Period(ordered[0].first, ordered[-1].last), known_at)
        found = {}
        for of in ordered:
            told = [
                day
                for one in everything
                for day in (one.credits if one.period == of else one.corrections.get(of, ()))
            ]
            days = difference((day for day in known if day.ordered_on in of), told)
            if days:
                found[of] = days
        return found

    def faces(self, days: Iterable[CreditedDay]) -> Faces:
        """Return the names and cuts of today."""
        found = list(days)
        others = {one.user_id for one in found}
        others |= {one.campaign_id for one in found if one.campaign_id is not None}
        return self.unit.reactivation.faces({one.customer_id for one in found}, others)

    def _since_closing(self, closed: Collection[Period]) -> list[Correction]:
        """Return what became known since the last closing, of customers whom the user sees."""
        found = []
        for of, days in self.corrections(closed).items():
            portion = self._portion(days)
            seen = portion.faces.customers
            kept = tuple(day for day in portion.days if day.customer_id in seen)
            found.append(Correction(of, None, Portion(kept, portion.faces)))
        return found

    def _known(self, period: Period, known_at: datetime | None = None) -> tuple[CreditedDay, ...]:
        if self.is_cancelled():
            raise CancelledError
        return self._credited(period, known_at or self.known_at, self.around)

    def _credited(
        self, period: Period, known_at: datetime | None, around: Period | None = None
    ) -> tuple[CreditedDay, ...]:
        read = self.reader.valued if self.with_goods else self.reader.credited
        return tuple(read(self.unit, period, known_at=known_at, around=around))

    def _frozen(self, periods: Collection[Period]) -> list[FrozenPeriod]:
        """Return closed periods with figures, each read once."""
        missing = [one for one in periods if one not in self._whole]
        for one in self.unit.frozen_periods.some(missing) if missing else ():
            if self.is_cancelled():
                raise CancelledError
            self._whole[one.period] = one if self.known_at is None else self._again(one)
        return [self._whole[one] for one in periods]

    def _again(self, frozen: FrozenPeriod) -> FrozenPeriod:
        """Return a closed period worked out anew; only who sees all contacts can."""
        if self.user.role not in WIDE:
            return frozen
        days = self._credited(frozen.period, frozen.known_at)
        unnamed = [one for one in days if one.customer_id not in frozen.faces.customers]
        more = self.faces(unnamed) if unnamed else Faces()
        return replace(
            frozen,
            credits=days,
            faces=Faces(
                {**more.customers, **frozen.faces.customers}, {**more.names, **frozen.faces.names}
            ),
        )

    def _portion(self, days: Iterable[CreditedDay]) -> Portion:
        own = self._own(days)
        return Portion(own, self.faces(own))

    def _within(self, portion: Portion, period: Period) -> Portion:
        days = tuple(one for one in portion.days if one.ordered_on in period)
        return Portion(days, portion.faces)

    def _own(self, days: Iterable[CreditedDay]) -> tuple[CreditedDay, ...]:
        """Return what is of people whom the user may see figures of."""
        people = self._people_seen()
        return tuple(one for one in days if people is None or one.user_id in people)

    def _people_seen(self) -> frozenset[UUID] | None:
        if not self._is_asked and self.user.role not in WIDE:
            people = {self.user.user_id}
            if self.user.role in STAFF:
                people |= {one.user_id for one in self.unit.wall.colleagues(viewer=self.user)}
            self._people = frozenset(people)
        self._is_asked = True
        return self._people


def _shared(one: Period, other: Period) -> Period | None:
    """Return the days that two periods share; None where they share none."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Period(first, last) if first <= last else None


def _without(period: Period, taken: Collection[Period]) -> list[Period]:
    """Return the days of a period that lie in none of some periods, as periods."""
    found, first = [], period.first
    for one in sorted(taken):
        if one.first > first:
            found.append(Period(first, one.first - _DAY))
        first = max(first, one.last + _DAY)
    if first <= period.last:
        found.append(Period(first, period.last))
    return found
