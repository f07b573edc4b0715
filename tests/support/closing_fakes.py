"""Closed periods and reactivation without a database."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from uuid import UUID

from cockpit.domain.closing import Check, Closing, ClosingRule, closable
from cockpit.domain.errors import GiroError
from cockpit.domain.indicators import Question
from cockpit.domain.periods import Period, month_of
from cockpit.domain.reactivation import FrozenPeriod, ReactivationReport, Totals
from cockpit.domain.reactivation_rule import WithinDays

TODAY = date(2022, 3, 22)
JANUARY, DECEMBER = month_of(date(2022, 1, 1)), month_of(date(2021, 12, 1))
CLOSED_AT = datetime(2022, 2, 3, 12, tzinfo=UTC)
TOTALS = Totals(
    clients=4, returns=4, orders=9, cents=1_234_500, days=(2, 5, 5, 20), goods_cents=1_100_000
)
LATER = Totals(clients=0, returns=-1, orders=-1, cents=-30_000, goods_cents=-27_000)


@dataclass
class FakeReactivation:
    """Answers each question with one report, and keeps the rule."""

    answer: ReactivationReport | None = None
    rule: WithinDays = field(default_factory=WithinDays)
    asked: list[Question] = field(default_factory=list)

    def report(
        self, question: Question, *, is_cancelled: Callable[[], bool] = bool
    ) -> ReactivationReport:
        self.asked.append(question)
        return replace(self.answer or ReactivationReport(question), question=question)

    def within_days(self) -> WithinDays:
        return self.rule

    def set_within_days(self, days: int) -> WithinDays:
        self.rule = self.rule.changed(days, on=TODAY)
        return self.rule


@dataclass
class FakeFrozenPeriods:
    """Closes months in memory.

    Attributes:
        trouble: What the next step fails with.
        check_again: What a check says was worked out; None for the same.
    """

    may_close: bool = True
    closed: list[Closing] = field(
        default_factory=lambda: [
            Closing(UUID(int=2), JANUARY, CLOSED_AT, "Carla", TOTALS, LATER),
            Closing(UUID(int=1), DECEMBER, CLOSED_AT, "", Totals(), Totals()),
        ]
    )
    kept: ClosingRule = field(default_factory=ClosingRule)
    trouble: GiroError | None = None
    check_again: Totals | None = None

    def closings(self) -> tuple[Closing, ...]:
        return tuple(self.closed)

    def closable(self) -> tuple[Period, ...]:
        return closable([one.period for one in self.closed], today=TODAY)

    def close(self, period: Period, *, is_cancelled: Callable[[], bool] = bool) -> FrozenPeriod:
        if self.trouble is not None:
            raise self.trouble
        made = Closing(UUID(int=9), period, CLOSED_AT, "Ana", TOTALS, Totals())
        self.closed.insert(0, made)
        return FrozenPeriod(made.frozen_id, period, CLOSED_AT, CLOSED_AT, None, "Ana")

    def check(self, period: Period, *, is_cancelled: Callable[[], bool] = bool) -> Check:
        found = next(one for one in self.closed if one.period == period)
        again = self.check_again or found.totals
        return Check(period, found.totals, again)

    def rule(self) -> ClosingRule:
        return self.kept

    def set_rule(self, rule: ClosingRule) -> None:
        self.kept = rule
