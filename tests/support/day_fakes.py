"""A user's working time in memory, for the tests of the windows: one program, one user."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from cockpit.domain.clock import Clock
from cockpit.domain.day_record import (
    CallTime,
    CorrectionDraft,
    DayRecord,
    Span,
    corrected,
    work_day,
)
from cockpit.domain.day_record import Correction as StoredCorrection
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import Today


@dataclass
class FakeWorkingDays:
    """As ``WorkingDayService``; keeps what it was asked for, and fails when told to.

    Attributes:
        spans: What is recorded.
        asked: The names of what was done, in order.
        error: What the next question raises.
    """

    clock: Clock
    spans: list[Span] = field(default_factory=list)
    calls: list[CallTime] = field(default_factory=list)
    corrections: list[CorrectionDraft] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    error: Exception | None = None

    def today(self) -> Today:
        return self._tell("today")

    def beat(self) -> Today:
        return self._tell("beat")

    def begin(self, *, since: datetime | None = None) -> Today:
        if not self._is_open:
            self.spans.append(Span(new_id(), None, since or self.clock.now()))
        return self._tell("begin")

    def pause(self, kind: BreakKind) -> Today:
        self.begin()
        self.spans.append(Span(new_id(), kind, self.clock.now()))
        return self._tell("pause")

    def resume(self) -> Today:
        self._end(self.clock.now(), is_work_too=False)
        return self._tell("resume")

    def end(self) -> Today:
        self._end(self.clock.now())
        return self._tell("end")

    def lapse(self, since: datetime) -> Today:
        self._end(since)
        return self._tell("lapse")

    def leave(self) -> Today:
        self._end(self.clock.now())
        return self._tell("leave")

    def record(self, first: date, last: date) -> tuple[DayRecord, ...]:
        self.asked.append("record")
        zone = self.clock.zone
        stored = [
            StoredCorrection(new_id(), one, self.clock.now() + timedelta(microseconds=number))
            for number, one in enumerate(self.corrections)
        ]
        spans = corrected(self.spans, stored)
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return tuple(
            DayRecord(
                day,
                tuple(one for one in spans if one.started_at.astimezone(zone).date() == day),
                tuple(one for one in self.calls if one.occurred_at.astimezone(zone).date() == day),
                self.clock.now(),
            )
            for day in days
        )

    def correct(self, draft: CorrectionDraft) -> None:
        draft.check(self.clock.now())
        self.corrections.append(draft)

    @property
    def _is_open(self) -> bool:
        return any(one.kind is None and one.ended_at is None for one in self.spans)

    def _end(self, at: datetime, *, is_work_too: bool = True) -> None:
        self.spans = [
            replace(one, ended_at=at)
            if one.ended_at is None and (is_work_too or one.kind is not None)
            else one
            for one in self.spans
        ]

    def _tell(self, name: str) -> Today:
        self.asked.append(name)
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        return Today(work_day(self.spans), self._is_open)
