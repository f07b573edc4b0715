"""What writes reports into files, who they are about by name, and what sends them."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from cockpit.domain.formats import Language
from cockpit.domain.indicators import Cut, CutName
from cockpit.domain.message_templates import MailServer
from cockpit.domain.report_schedules import (
    AttachedReport,
    ReportLetter,
    ReportPlan,
    ReportSchedule,
)
from cockpit.domain.reports import ReportDocument
from cockpit.domain.vocabulary import NoticeState

#: Told after each row; what it raises ends the writing.
OnRow = Callable[[], None]


def nobody_counts() -> None:
    """Take no note of a row."""


class ReportWriter(Protocol):
    """Writes a whole report into one file."""

    def write_report(
        self, path: Path, document: ReportDocument, language: Language, on_row: OnRow = ...
    ) -> None:
        """Write a report to a new file, in one language.

        Args:
            path: Where.
            document: What.
            language: In which language.
            on_row: Told of each row of the tables, totals left out.

        Raises:
            BadInputError: The report does not fit into such a file.
            OSError: The file cannot be written.
        """
        ...


class ReportPacker(Protocol):
    """Puts a report into a letter."""

    def pack(
        self, document: ReportDocument, letter: ReportLetter, plan: ReportPlan
    ) -> AttachedReport:
        """Return the letter in the recipient's language, with the report attached.

        Raises:
            BadInputError: The report does not fit into such a file.
        """
        ...


class ReportSender(Protocol):
    """Hands reports to the mail server."""

    def send_report(self, letter: AttachedReport, server: MailServer, password: str | None) -> None:
        """Hand one over.

        Raises:
            MailError: It was not taken, or nobody knows.
        """
        ...


class ReportRepository(Protocol):
    """What a report's head says, who gets which report, and what became of each letter."""

    def company_name(self) -> str:
        """Return the company's name; empty where none is stored yet."""
        ...

    def cut_names(self, cut: Cut) -> list[CutName]:
        """Return all values of a cut that the user sees, by name; none of channels."""
        ...

    def schedules(self, user_id: UUID | None = None) -> list[ReportSchedule]:
        """Return the active schedules, somebody's or everybody's, the oldest first."""
        ...

    def add_schedule(self, user_id: UUID, plan: ReportPlan, *, at: datetime) -> UUID:
        """Store a new schedule, and return its key."""
        ...

    def remove_schedule(self, schedule_id: UUID, *, user_id: UUID) -> bool:
        """Take away a schedule of somebody's; False where there is none."""
        ...

    def told(self, schedule_ids: Collection[UUID]) -> dict[UUID, date]:
        """Return the last day whose sending was noted, by schedule."""
        ...

    def add_letter(self, schedule: ReportSchedule, due: date, *, at: datetime) -> bool:
        """Note that a day's report is to be sent; False where it is noted already."""
        ...

    def waiting_letters(self, *, at: datetime) -> list[ReportLetter]:
        """Return the letters that are to be sent now, oldest first."""
        ...

    def supervised_by(self, user_id: UUID) -> frozenset[UUID]:
        """Return the keys of those whom somebody supervises."""
        ...

    def give_up_letters(self, *, at: datetime) -> int:
        """Mark those that are too old as failed; return how many."""
        ...

    def begin_letter(self, letter: ReportLetter, *, at: datetime) -> bool:
        """Mark a letter as under way; False where somebody else did."""
        ...

    def end_letter(self, notice_id: UUID, state: NoticeState, *, detail: str, at: datetime) -> None:
        """Store what became of a letter; one that was sent stays sent."""
        ...
