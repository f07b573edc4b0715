"""What a report's head says, who gets which report, and what became of each letter."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, delete, func, insert, select

from cockpit.data.repositories import letters
from cockpit.data.repositories.stored_clock import ahead
from cockpit.data.repositories.upsert import upsert
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Cut, CutName
from cockpit.domain.notices import Recipient
from cockpit.domain.plain_text import plain
from cockpit.domain.report_schedules import (
    REPORT_NOTICE,
    ReportLetter,
    ReportPlan,
    ReportSchedule,
)
from cockpit.domain.vocabulary import NoticeChannel, NoticeState
from models import Campaign, Company, Notification, Region, Segment, Team, User
from models import ReportSchedule as StoredSchedule

_IS_OURS = and_(Notification.channel == NoticeChannel.EMAIL, Notification.kind == REPORT_NOTICE)
_NAMES: dict[Cut, Select[*tuple[Any, ...]]] = {
    Cut.OPERATOR: select(User.id, User.name),
    Cut.SELLER: select(User.id, User.name),
    Cut.TEAM: select(Team.id, Team.name),
    Cut.REGION: select(Region.id, Region.name),
    Cut.SEGMENT: select(Segment.id, Segment.name),
    Cut.COMPANY: select(
        Company.id, func.coalesce(func.nullif(Company.trade_name, ""), Company.name)
    ),
    Cut.CAMPAIGN: select(Campaign.id, Campaign.name),
}


class SqlReportRepository:
    """One row per schedule, and one notice per schedule and day."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def company_name(self) -> str:
        """Return the company's name, the first one's by code; empty where none is stored yet."""
        shown = func.coalesce(func.nullif(Company.trade_name, ""), Company.name)
        chosen = select(shown).order_by(Company.code).limit(1)
        return self._connection.execute(chosen).scalar() or ""

    def cut_names(self, cut: Cut) -> list[CutName]:
        """Return all values of a cut that the user sees, by name; none of channels."""
        if cut not in _NAMES:
            return []
        rows = self._connection.execute(_NAMES[cut])
        names = [CutName(key, name) for key, name in rows]
        return sorted(names, key=lambda one: (plain(one.name), str(one.key)))

    # --- schedules -----------------------------------------------------------------------------

    def schedules(self, user_id: UUID | None = None) -> list[ReportSchedule]:
        """Return the active schedules, somebody's or everybody's, the oldest first."""
        chosen = (
            select(StoredSchedule)
            .with_only_columns(
                StoredSchedule.id, StoredSchedule.user_id, StoredSchedule.report,
                StoredSchedule.file_format, StoredSchedule.periodicity, StoredSchedule.parameters,
                StoredSchedule.created_at,
            )
            .join(User, User.id == StoredSchedule.user_id)
            .where(StoredSchedule.is_active, User.is_active)
            .order_by(StoredSchedule.created_at, StoredSchedule.id)
        )  # fmt: skip
        if user_id is not None:
            chosen = chosen.where(StoredSchedule.user_id == user_id)
        return [
            ReportSchedule(row.id, row.user_id, _plan(row), row.created_at)
            for row in self._connection.execute(chosen)
        ]

    def add_schedule(self, user_id: UUID, plan: ReportPlan, *, at: datetime) -> UUID:
        """Store a new schedule, and return its key."""
        key, present = new_id(), at + ahead(self._connection, at)
        values = {
            "id": key, "user_id": user_id, "report": plan.report.value,
            "parameters": plan.parameters(), "periodicity": plan.repetition.value,
            "file_format": plan.file_format.value, "created_at": present, "updated_at": present,
        }  # fmt: skip
        self._connection.execute(insert(StoredSchedule).values(values))
        return key

    def remove_schedule(self, schedule_id: UUID, *, user_id: UUID) -> bool:
        """Take away a schedule of somebody's; False where there is none."""
        chosen = delete(StoredSchedule).where(
            StoredSchedule.id == schedule_id, StoredSchedule.user_id == user_id
        )
        return self._connection.execute(chosen).rowcount == 1

    # --- letters -------------------------------------------------------------------------------

    def told(self, schedule_ids: Collection[UUID]) -> dict[UUID, date]:
        """Return the last day whose sending was noted, by schedule."""
        chosen = select(Notification.subject_id, Notification.payload).where(
            _IS_OURS, Notification.subject_id.in_(sorted(schedule_ids))
        )
        found: dict[UUID, date] = {}
        for key, payload in self._connection.execute(chosen):
            due = _due(payload)
            if key is not None and due is not None and due > found.get(key, date.min):
                found[key] = due
        return found

    def add_letter(self, schedule: ReportSchedule, due: date, *, at: datetime) -> bool:
        """Note that a day's report is to be sent; False where it is noted already."""
        values = upsert(self._connection, Notification).values(
            user_id=schedule.user_id,
            kind=REPORT_NOTICE,
            channel=NoticeChannel.EMAIL,
            subject_id=schedule.schedule_id,
            payload={"due": due.isoformat()},
            created_at=at + ahead(self._connection, at),
            state=NoticeState.WAITING,
            dedup_key=f"{REPORT_NOTICE}.{due.isoformat()}.{schedule.schedule_id}",
        )
        done = values.on_conflict_do_nothing(index_elements=[Notification.dedup_key])
        return self._connection.execute(done.returning(Notification.id)).first() is not None

    def waiting_letters(self, *, at: datetime) -> list[ReportLetter]:
        """Return the letters that are to be sent now, oldest first."""
        chosen = (
            select(
                Notification.id.label("notice_id"), Notification.attempts, Notification.payload,
                User.id, User.name, User.role, User.team_id, User.email, User.language,
                User.login, StoredSchedule.report, StoredSchedule.file_format,
                StoredSchedule.periodicity, StoredSchedule.parameters,
            )
            .join(User, User.id == Notification.user_id)
            .outerjoin(StoredSchedule, StoredSchedule.id == Notification.subject_id)
            .where(_IS_OURS, letters.is_due(self._connection, at), User.is_active)
            .order_by(Notification.created_at, Notification.id)
        )  # fmt: skip
        return [_letter(row) for row in self._connection.execute(chosen)]

    def supervised_by(self, user_id: UUID) -> frozenset[UUID]:
        """Return the keys of those whom somebody supervises."""
        chosen = (
            select(User.id).join(Team, Team.id == User.team_id).where(Team.supervisor_id == user_id)
        )
        return frozenset(self._connection.execute(chosen).scalars())

    def give_up_letters(self, *, at: datetime) -> int:
        """Mark those that are too old as failed; return how many."""
        return letters.give_up(self._connection, _IS_OURS, at)

    def begin_letter(self, letter: ReportLetter, *, at: datetime) -> bool:
        """Mark a letter as under way; False where somebody else did."""
        return letters.begin(self._connection, letter.notice_id, letter.attempts, at)

    def end_letter(self, notice_id: UUID, state: NoticeState, *, detail: str, at: datetime) -> None:
        """Store what became of a letter; one that was sent stays sent."""
        letters.end(self._connection, notice_id, state, detail, at)


def _plan(row: Any) -> ReportPlan | None:
    """Return the plan of a row of schedules."""
    return ReportPlan.of_row(row.report, row.file_format, row.periodicity, row.parameters)


def _due(payload: Any) -> date | None:
    try:
        return date.fromisoformat(payload["due"])
    except (KeyError, TypeError, ValueError):
        return None


def _letter(row: Any) -> ReportLetter:
    return ReportLetter(
        notice_id=row.notice_id,
        recipient=Recipient(
            user_id=row.id,
            name=row.name,
            role=row.role,
            team_id=row.team_id,
            led_team_ids=(),
            email=(row.email or "").strip(),
            language=row.language,
        ),
        login=row.login,
        attempts=row.attempts,
        plan=None if row.report is None else _plan(row),
        due=_due(row.payload),
    )
