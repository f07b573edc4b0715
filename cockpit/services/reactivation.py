"""Reactivated customers: who came back after a contact, told once and never rewritten.

Days of a closed period are told as they were when it was closed; all others as they are known.
What became known of closed periods later is told beside the figures, as adjustments of the period
in which it became known, so that what was told and all its adjustments are always what is known.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.changes import Topic
from cockpit.domain.clock import last_instant
from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.indicators import Question
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import ReactivationReport
from cockpit.domain.reactivation_lines import (
    Correction,
    Portion,
    adjustments,
    clients,
    cut_totals,
    narrowed,
    returned_ids,
    totals,
)
from cockpit.domain.reactivation_rule import WithinDays
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.crediting import RULE, CreditReader
from cockpit.services.ledger import Ledger, nobody_cancels
from cockpit.services.ports import CurrentUser, Database, ReadUnit
from cockpit.services.reading_memory import ReadingMemory
from cockpit.services.wide_period import wide_period


@dataclass(frozen=True, slots=True)
class ReactivationService:
    """Tells who came back; figures of people are theirs and of those who answer for them."""

    database: Database
    reader: CreditReader
    user: CurrentUser
    memory: ReadingMemory = field(default_factory=ReadingMemory)

    def report(
        self, question: Question, *, is_cancelled: Callable[[], bool] = nobody_cancels
    ) -> ReactivationReport:
        """Return the reactivated customers of a period.

        Raises:
            CancelledError: Nobody waits for it any more.
        """
        known_at = self._known_at(question.known_on)
        around = wide_period(question, question.period, self.reader.clock.today())
        with self.database.report() as unit:
            ledger = Ledger(unit, self.reader, self.user, known_at, is_cancelled, around=around)
            reading = self._kept(unit, ledger, question.period)
            other = question.comparison.of(question.period)
            before = (
                None
                if other is None
                else self._kept(unit, ledger, other, with_corrections=False).portions
            )
        return _report(question, reading, before)

    def credits(self, period: Period, *, known_on: date | None = None) -> CreditedDays:
        """Return what orders of a period's days count for."""
        known_at, today = self._known_at(known_on), self.reader.clock.today()
        with self.database.report() as unit:
            ledger = Ledger(unit, self.reader, self.user, known_at, with_goods=False)
            key = ("days", period, known_at, today)
            return self.memory.of(unit, key, lambda: ledger.days_told(period))

    def within_days(self) -> WithinDays:
        """Return within how many days of a contact an order is its return."""
        with self.database.read() as unit:
            return self.reader.rule(unit)

    def set_within_days(self, days: int) -> WithinDays:
        """Let contacts from today on hold for so many days; former ones keep what held then.

        Raises:
            BadInputError: That many days make no sense.
            ForbiddenError: The user may not change the company's settings.
        """
        if not self.user.may(Task.CHANGE_COMPANY_SETTINGS):
            raise ForbiddenError("reactivation_rule_not_allowed")
        with self.database.write() as unit:
            clock = self.reader.clock
            rule = self.reader.rule(unit).changed(days, on=clock.today())
            unit.settings.put(SettingScope.COMPANY, None, RULE, rule.stored)
            deed = Deed(AuditAction.SETTING_CHANGED, "settings", None, {"name": RULE, "days": days})
            unit.audit.record(deed, user=self.user, at=clock.now())
            unit.changed(Topic.SETTINGS, customer_ids=[])
        return rule

    def renew(self) -> None:
        """Look at what was committed meanwhile with the next question."""
        self.memory.renew()

    def _kept(
        self, unit: ReadUnit, ledger: Ledger, period: Period, *, with_corrections: bool = True
    ) -> "_Reading":
        """Return what is told of a period, read again only after a commit."""
        key = ("told", period, ledger.known_at, self.reader.clock.today(), with_corrections)

        def read() -> _Reading:
            return _Reading(
                portions=tuple(ledger.told(period)),
                told_in=tuple(ledger.told_in(period)) if with_corrections else (),
                told_later=tuple(ledger.told_later(period)) if with_corrections else (),
                closed=ledger.closed(period),
                is_whole=not ledger.open_days(period),
                within_days=self.reader.rule(unit).on(period.last.toordinal()),
            )

        return self.memory.of(unit, key, read)

    def _known_at(self, day: date | None) -> datetime | None:
        """Return the end of a day of which the knowledge counts."""
        if day is None:
            return self.reader.clock.known_at
        return last_instant(day, self.reader.clock.zone)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is told of a period, of everybody whom the user may see figures of."""

    portions: tuple[Portion, ...]
    told_in: tuple[Correction, ...]
    told_later: tuple[Correction, ...]
    closed: tuple[Period, ...]
    is_whole: bool
    within_days: int


def _report(
    question: Question, reading: _Reading, other: Sequence[Portion] | None
) -> ReactivationReport:
    narrowing = question.narrowing
    portions = narrowed(reading.portions, narrowing)
    before = None if other is None else narrowed(other, narrowing)

    def own(corrections: Sequence[Correction]) -> list[Correction]:
        return [
            Correction(one.of, one.known_in, narrowed([one.portion], narrowing)[0])
            for one in corrections
        ]

    told_in = own(reading.told_in)
    return ReactivationReport(
        question=question,
        closed=reading.closed,
        is_whole=reading.is_whole,
        clients=clients(portions, question.period),
        totals=totals(portions),
        before=None if before is None else totals(before),
        cuts=() if question.cut is None else cut_totals(portions, before, question.cut),
        adjustments=adjustments(told_in),
        adjusted=totals(one.portion for one in told_in),
        later=adjustments(own(reading.told_later)),
        within_days=reading.within_days,
        returned_ids=returned_ids(portions),
    )
