"""Reports that come by e-mail: when, which days they tell of, and whom they may be about.

A sending belongs to the day on which it falls due. Of each day everybody is sent their report once,
however often and wherever the program looks; a day that passed while nobody looked is made up for,
but only the last one.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.access import WIDE
from cockpit.domain.indicators import Comparison, Cut, CutKey, Narrowing, Question
from cockpit.domain.notices import Recipient
from cockpit.domain.periods import Period, month_of, quarter_of, year_of
from cockpit.domain.reports import ATTACHABLE, ReportFormat, ReportName, ReportRequest
from cockpit.domain.vocabulary import Channel

#: The duty of the one program that makes reports and sends them.
REPORTS_DUTY = "reports"
#: What kind of notice a sending is stored as.
REPORT_NOTICE = "report"
_WORKING_DAYS = 5
_OTHER = (KeyError, TypeError, ValueError, AttributeError, OverflowError)


class Repetition(StrEnum):
    """How often; daily means Monday to Friday, weekly on Monday, monthly on the first."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class Span(StrEnum):
    """Which days a sending tells of, seen from the day on which it falls due."""

    DAY_BEFORE = "day_before"
    WEEK_BEFORE = "week_before"
    MONTH_BEFORE = "month_before"
    MONTH_SO_FAR = "month_so_far"
    QUARTER_BEFORE = "quarter_before"
    YEAR_SO_FAR = "year_so_far"

    def period(self, due: date) -> Period:
        """Return the days; what is "so far" ends the day before."""
        yesterday = due - timedelta(days=1)
        if self is Span.DAY_BEFORE:
            return Period(yesterday, yesterday)
        if self is Span.WEEK_BEFORE:
            monday = due - timedelta(days=due.weekday() + 7)
            return Period(monday, monday + timedelta(days=6))
        if self is Span.MONTH_BEFORE:
            return month_of(due.replace(day=1) - timedelta(days=1))
        if self is Span.QUARTER_BEFORE:
            return quarter_of(quarter_of(due).first - timedelta(days=1))
        whole = month_of(yesterday) if self is Span.MONTH_SO_FAR else year_of(yesterday)
        return Period(whole.first, yesterday)


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """What somebody gets again and again.

    Attributes:
        report: Which report.
        file_format: What is attached.
        repetition: How often.
        span: Which days each sending tells of.
        hour: Of the company's day, 0 to 23, from which on it is sent.
        comparison: With what the period is compared.
        cut: By what it is divided; None for the whole.
        narrowing: Whom it is about.
    """

    report: ReportName
    file_format: ReportFormat = ReportFormat.PDF
    repetition: Repetition = Repetition.MONTHLY
    span: Span = Span.MONTH_BEFORE
    hour: int = 8
    comparison: Comparison = Comparison.NONE
    cut: Cut | None = None
    narrowing: Narrowing = field(default_factory=Narrowing)

    def due(self, now: datetime, zone: ZoneInfo) -> date:
        """Return the last day on which it fell due."""
        local = now.astimezone(zone)
        day = local.date()
        if local.time() < time(self.hour):
            day -= timedelta(days=1)
        while not self._is_day(day):
            day -= timedelta(days=1)
        return day

    def due_at(self, day: date, zone: ZoneInfo) -> datetime:
        """Return the instant from which on the sending of a day is due."""
        return datetime.combine(day, time(self.hour), tzinfo=zone)

    def next_due(self, now: datetime, zone: ZoneInfo) -> date:
        """Return the next day on which it falls due."""
        day = self.due(now, zone) + timedelta(days=1)
        while not self._is_day(day):
            day += timedelta(days=1)
        return day

    def request(self, due: date) -> ReportRequest:
        """Return what is asked for on a day."""
        question = Question(self.span.period(due), self.comparison, self.cut, self.narrowing)
        return ReportRequest(self.report, question)

    def parameters(self) -> dict[str, Any]:
        """Return, as JSON, what has no column of its own."""
        only = {
            cut.value: sorted("" if key is None else str(key) for key in keys)
            for cut, keys in self.narrowing.only.items()
        }
        return {
            "span": self.span.value,
            "hour": self.hour,
            "comparison": self.comparison.value,
            "cut": None if self.cut is None else self.cut.value,
            "only": only,
        }

    @classmethod
    def of_row(
        cls, report: str, file_format: str, periodicity: str, parameters: Mapping[str, Any]
    ) -> "ReportPlan | None":
        """Return a stored plan; None where another version wrote something else."""
        try:
            plan = cls(
                report=ReportName(report),
                file_format=ReportFormat(file_format),
                repetition=Repetition(periodicity),
                span=Span(parameters["span"]),
                hour=int(parameters["hour"]),
                comparison=Comparison(parameters["comparison"]),
                cut=None if parameters["cut"] is None else Cut(parameters["cut"]),
                narrowing=_narrowing(parameters["only"]),
            )
        except _OTHER:
            return None
        return plan if plan.is_possible else None

    @property
    def is_possible(self) -> bool:
        """Return whether there is such an hour and such an attachment."""
        return 0 <= self.hour < 24 and self.file_format in ATTACHABLE

    def _is_day(self, day: date) -> bool:
        if self.repetition is Repetition.DAILY:
            return day.weekday() < _WORKING_DAYS
        if self.repetition is Repetition.WEEKLY:
            return day.weekday() == calendar.MONDAY
        return day.day == 1


@dataclass(frozen=True, slots=True)
class ReportSchedule:
    """A plan, and whose it is.

    Attributes:
        schedule_id: Which.
        user_id: Who gets it, and whose figures it tells.
        plan: What they get; None where another version wrote it.
        created_at: Since when; what fell due before is not sent.
    """

    schedule_id: UUID
    user_id: UUID
    plan: ReportPlan | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ReportLetter:
    """A report that is to go out by e-mail, now.

    Attributes:
        notice_id: The letter's Message-ID too, whenever it is sent.
        login: Whose report it is, as they sign in.
        attempts: How often it was under way.
        plan: What they get; None where another version wrote it or the schedule is gone.
        due: On which day it fell due.
    """

    notice_id: UUID
    recipient: Recipient
    login: str
    attempts: int
    plan: ReportPlan | None
    due: date | None


@dataclass(frozen=True, slots=True)
class AttachedReport:
    """A report's letter as it goes out.

    Attributes:
        message_id: The same however often it is sent.
        file_name: Of the attachment.
        content_type: Of the attachment, for example ``application/pdf``.
        content: The attachment.
    """

    message_id: UUID
    address: str
    subject: str
    text: str
    file_name: str
    content_type: str
    content: bytes


def _narrowing(stored: Mapping[str, Any]) -> Narrowing:
    """Return a stored narrowing."""
    found: dict[Cut, frozenset[CutKey]] = {}
    for name, keys in stored.items():
        cut = Cut(name)
        found[cut] = frozenset(_key(cut, key) for key in keys)
    return Narrowing(found)


def _key(cut: Cut, text: str) -> CutKey:
    if not text:
        return None
    return Channel(text) if cut is Cut.CHANNEL else UUID(text)


def within_rights(request: ReportRequest, reader: Recipient, people: frozenset[UUID]) -> (
    "ReportRequest"
):  # fmt: skip
    """Return a report as far as its reader may see it, whoever's program makes it.

    A manager's is the whole; others see what they and their people did. What they asked for beyond
    that is left out. Which customers they see is decided where customers are read.

    Args:
        request: What was asked for.
        reader: Who gets it.
        people: The keys of those whom the reader supervises.
    """
    if reader.role in WIDE or request.name not in _OF_CONTACTS:
        return request
    own: frozenset[CutKey] = frozenset({reader.user_id, *people})
    only = dict(request.question.narrowing.only)
    only[Cut.OPERATOR] = own & only.get(Cut.OPERATOR, own)
    return replace(request, question=replace(request.question, narrowing=Narrowing(only)))


_OF_CONTACTS = frozenset({ReportName.CONTACTS, ReportName.OBJECTIONS, ReportName.REACTIVATION})
