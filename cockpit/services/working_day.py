"""The user's own working time: it begins with the first call, and its end may be forgotten.

The figures are shown to the user alone. Each program records its own stretches; what a program left
open when it was killed, or slept through, ends at its last sign of life, whoever finds it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.day_record import (
    CorrectionDraft,
    DayRecord,
    Stretch,
    corrected,
    local_day,
    work_day,
)
from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import Today
from cockpit.services.ports import CurrentUser, Database, ReadUnit, WriteUnit

#: A stretch that a contact begins may lie so far back: the contact itself is its sign of life.
_LONGEST_CALL = timedelta(hours=2)
_DAY = timedelta(days=1)
#: What is done with today's stretches at an instant; returns whether anything is another now.
_Work = Callable[[WriteUnit, Sequence[Stretch], datetime], bool]


@dataclass(frozen=True, slots=True)
class WorkingDayService:
    """Records working time, tells the day, and takes corrections."""

    database: Database
    clock: Clock
    user: CurrentUser

    def today(self) -> Today:
        """Return the day; what programs left open is ended first."""
        now = self.clock.now()
        with self.database.read() as unit:
            ahead = unit.working_days.ahead(now)
            stretches = self._stretches(unit, now + ahead)
            if not any(one.forgotten_end(now + ahead) for one in stretches):
                return self._told(unit, stretches, now, ahead)
        return self._do(_nothing)

    def begin(self, *, since: datetime | None = None) -> Today:
        """Begin a stretch, unless one is recorded here.

        Args:
            since: When the work began, where that is known to lie back; None means now.
        """

        def work(unit: WriteUnit, stretches: Sequence[Stretch], now: datetime) -> bool:
            own = self._own(stretches)
            if own is None:
                back = timedelta() if since is None else self.clock.now() - since
                back = min(max(back, timedelta()), _LONGEST_CALL)
                unit.working_days.add_stretch(self.user, since=now - back, at=now)
            return own is None

        return self._do(work)

    def beat(self) -> Today:
        """Give a sign of life."""
        return self._do(_nothing)

    def pause(self, kind: BreakKind) -> Today:
        """Begin a pause, in a stretch that begins with it where none is recorded here.

        One pause goes on at most, whichever of the user's programs it was begun at.
        """

        def work(unit: WriteUnit, stretches: Sequence[Stretch], now: datetime) -> bool:
            if any(one.is_paused for one in stretches):
                return False
            own = self._own(stretches)
            key = (
                own.stretch_id
                if own
                else unit.working_days.add_stretch(self.user, since=now, at=now)
            )
            unit.working_days.add_pause(key, kind, at=now)
            return True

        return self._do(work)

    def resume(self) -> Today:
        """End the pause, at whichever of the user's programs it was begun."""

        def work(unit: WriteUnit, stretches: Sequence[Stretch], now: datetime) -> bool:
            paused = [one.stretch_id for one in stretches if one.is_paused]
            if paused and self._own(stretches) is None:
                unit.working_days.add_stretch(self.user, since=now, at=now)
            unit.working_days.end_pauses(paused, at=now)
            return bool(paused)

        return self._do(work)

    def end(self) -> Today:
        """End the day at all of the user's programs."""

        def work(unit: WriteUnit, stretches: Sequence[Stretch], now: datetime) -> bool:
            still_open = [one for one in stretches if one.is_open]
            for one in still_open:
                unit.working_days.end_stretch(one.stretch_id, now)
            return bool(still_open)

        return self._do(work)

    def lapse(self, since: datetime) -> Today:
        """End the stretch recorded here: nobody has been at the program since an instant."""

        def work(unit: WriteUnit, stretches: Sequence[Stretch], now: datetime) -> bool:
            own = self._own(stretches)
            if own is None:
                return False
            unit.working_days.end_stretch(own.stretch_id, now - (self.clock.now() - since))
            return True

        return self._do(work)

    def leave(self) -> Today:
        """End the stretch recorded here: the program closes. A pause outlasts that."""

        def work(unit: WriteUnit, stretches: Sequence[Stretch], now: datetime) -> bool:
            own = self._own(stretches)
            if own is None or own.is_paused:
                return False
            unit.working_days.end_stretch(own.stretch_id, now)
            return True

        return self._do(work)

    def record(self, first: date, last: date) -> tuple[DayRecord, ...]:
        """Return the record of some days with anything in it, oldest first; the last one always."""
        now = self.clock.now()
        since, before = self._start_of(first), self._start_of(last + _DAY)
        with self.database.read() as unit:
            stored = unit.working_days
            whose = self.user.user_id
            stretches = stored.stretches(whose, since=since, before=before)
            corrections = stored.corrections(whose, since=since, before=before)
            calls = stored.calls(whose, since=since, before=before)
            now += stored.ahead(now)
        spans = corrected((span for one in stretches for span in one.spans), corrections)
        zone = self.clock.zone
        records = []
        for day in (first + _DAY * number for number in range((last - first).days + 1)):
            own = tuple(one for one in spans if local_day(one.started_at, zone) == day)
            made = tuple(one for one in calls if local_day(one.occurred_at, zone) == day)
            if own or made or day == last:
                records.append(DayRecord(day, own, made, now))
        return tuple(records)

    def correct(self, draft: CorrectionDraft) -> None:
        """Store what the user says of a stretch or pause; what was recorded stays beside it.

        Raises:
            BadInputError: It cannot be so, or no reason is given.
        """
        now = self.clock.now()
        with self.database.write() as unit:
            at = now + unit.working_days.ahead(now)
            draft.check(at)
            unit.working_days.correct(draft, user=self.user, at=at)
            unit.changed(Topic.WORKING_DAY, customer_ids=[])

    def _do(self, work: _Work) -> Today:
        """End what was forgotten, give a sign of life, do something, and return the day."""
        now = self.clock.now()
        with self.database.write() as unit:
            ahead = unit.working_days.ahead(now)
            stretches = self._stretches(unit, now + ahead)
            is_changed = _end_forgotten(unit, stretches, now + ahead)
            if is_changed:
                stretches = self._stretches(unit, now + ahead)
            own = self._own(stretches)
            if own is not None:
                unit.working_days.note_seen(own.stretch_id, now + ahead)
            if work(unit, stretches, now + ahead):
                is_changed, stretches = True, self._stretches(unit, now + ahead)
            unit.changed(*([Topic.WORKING_DAY] if is_changed else []), customer_ids=[])
            return self._told(unit, stretches, now, ahead)

    def _own(self, stretches: Sequence[Stretch]) -> Stretch | None:
        """Return the stretch that this program records, or None."""
        device = self.user.device_id
        own = [one for one in stretches if one.is_open and one.device_id == device]
        return own[-1] if own else None

    def _stretches(self, unit: ReadUnit, now: datetime) -> list[Stretch]:
        """Return today's stretches, and all that nobody has ended."""
        since, before = self._start_of(local_day(now, self.clock.zone)), now + _DAY
        return unit.working_days.stretches(self.user.user_id, since=since, before=before)

    def _told(
        self, unit: ReadUnit, stretches: Sequence[Stretch], now: datetime, ahead: timedelta
    ) -> Today:
        """Return the day that stored stretches make, by the program's clock."""
        since = self._start_of(local_day(now + ahead, self.clock.zone))
        corrections = unit.working_days.corrections(
            self.user.user_id, since=since, before=since + 2 * _DAY
        )
        recorded = (span for one in stretches for span in one.spans)
        spans = [one.shifted(-ahead) for one in corrected(recorded, corrections)]
        return Today(work_day(spans), is_open_here=self._own(stretches) is not None)

    def _start_of(self, day: date) -> datetime:
        return datetime.combine(day, time_of_day.min, tzinfo=self.clock.zone)


def _end_forgotten(unit: WriteUnit, stretches: Sequence[Stretch], now: datetime) -> bool:
    """End what was forgotten; return whether anything was."""
    ends = {one.stretch_id: end for one in stretches if (end := one.forgotten_end(now)) is not None}
    for stretch_id, end in ends.items():
        unit.working_days.end_stretch(stretch_id, end)
    return bool(ends)


def _nothing(_unit: WriteUnit, _stretches: Sequence[Stretch], _now: datetime) -> bool:
    return False
