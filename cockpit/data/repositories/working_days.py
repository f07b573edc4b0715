"""Working time of one user: stretches with a sign of life, pauses, corrections as facts."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, and_, case, insert, or_, select, update

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.data.repositories.stored_clock import ahead
from cockpit.domain.day_record import CallTime, Correction, CorrectionDraft, Span, Stretch
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import BreakKind
from cockpit.services.ports import CurrentUser
from models import Break, Contact, Customer, Outcome, WorkCorrection, WorkSession


class SqlWorkingDayRepository:
    """Implements ``WorkingDayRepository`` of ``cockpit.services.ports.working_days``."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def ahead(self, at: datetime) -> timedelta:
        """Return how far the stored clock is ahead of a program's that says ``at``."""
        return ahead(self._connection, at)

    def stretches(self, user_id: UUID, *, since: datetime, before: datetime) -> list[Stretch]:
        """Return the stretches that began in a time, and all that nobody has ended."""
        own = (
            WorkSession.user_id == user_id,
            WorkSession.started_at < before,
            or_(WorkSession.started_at >= since, WorkSession.ended_at.is_(None)),
        )
        pauses: dict[UUID, list[Span]] = defaultdict(list)
        within = select(Break.__table__).join(WorkSession, WorkSession.id == Break.work_session_id)
        for row in self._connection.execute(within.where(*own).order_by(Break.started_at)):
            span = Span(row.id, row.kind, row.started_at, row.ended_at)
            pauses[row.work_session_id].append(span)
        rows = self._connection.execute(
            select(WorkSession.__table__)
            .where(*own)
            .order_by(WorkSession.started_at, WorkSession.id)
        )
        return [
            Stretch(
                row.id, row.device_id, row.started_at, row.ended_at, row.seen_at,
                tuple(pauses[row.id]),
            )
            for row in rows
        ]  # fmt: skip

    def corrections(self, user_id: UUID, *, since: datetime, before: datetime) -> list[Correction]:
        """Return the corrections of what began in a time."""
        statement = select(WorkCorrection.__table__).where(
            WorkCorrection.user_id == user_id,
            WorkCorrection.started_at >= since,
            WorkCorrection.started_at < before,
        )
        return [
            Correction(
                row.id,
                CorrectionDraft(
                    row.target_id, row.kind, row.started_at, row.ended_at, row.reason,
                    is_struck=row.is_struck,
                ),
                row.occurred_at,
            )
            for row in self._connection.execute(statement)
        ]  # fmt: skip

    def calls(self, user_id: UUID, *, since: datetime, before: datetime) -> list[CallTime]:
        """Return the user's contacts of a time, oldest first; corrections of them are none."""
        statement = (
            select(
                Contact.customer_id,
                SHOWN_NAME.label("customer"),
                Contact.occurred_at,
                Outcome.name.label("outcome"),
                Contact.duration_seconds,
            )
            .join(Customer, Customer.id == Contact.customer_id)
            .outerjoin(Outcome, Outcome.id == Contact.outcome_id)
            .where(
                Contact.user_id == user_id,
                Contact.occurred_at >= since,
                Contact.occurred_at < before,
                Contact.amends_id.is_(None),
            )
            .order_by(Contact.occurred_at, Contact.id)
        )
        return [
            CallTime(
                row.customer_id, row.customer, row.occurred_at, row.outcome or "",
                row.duration_seconds,
            )
            for row in self._connection.execute(statement)
        ]  # fmt: skip

    def add_stretch(self, user: CurrentUser, *, since: datetime, at: datetime) -> UUID:
        """Begin a stretch of work at this program, and return its key."""
        key = new_id()
        values = {
            "id": key,
            "user_id": user.user_id,
            "device_id": user.device_id,
            "started_at": since,
            "seen_at": at,
        }
        self._connection.execute(insert(WorkSession).values(values))
        return key

    def note_seen(self, stretch_id: UUID, at: datetime) -> None:
        """Store a sign of life."""
        seen = update(WorkSession).where(
            WorkSession.id == stretch_id, WorkSession.ended_at.is_(None)
        )
        self._connection.execute(seen.values(seen_at=at))

    def end_stretch(self, stretch_id: UUID, at: datetime) -> None:
        """End a stretch and the pause that goes on in it, no sooner than they began."""
        self.end_pauses([stretch_id], at=at)
        began = WorkSession.started_at
        self._connection.execute(
            update(WorkSession)
            .where(WorkSession.id == stretch_id, WorkSession.ended_at.is_(None))
            .values(ended_at=case((began > at, began), else_=at))
        )

    def add_pause(self, stretch_id: UUID, kind: BreakKind, *, at: datetime) -> None:
        """Begin a pause."""
        values = {"id": new_id(), "work_session_id": stretch_id, "kind": kind, "started_at": at}
        self._connection.execute(insert(Break).values(values))

    def end_pauses(self, stretch_ids: Sequence[UUID], *, at: datetime) -> None:
        """End the pauses that go on in these stretches, no sooner than they began."""
        began = Break.started_at
        self._connection.execute(
            update(Break)
            .where(and_(Break.work_session_id.in_(stretch_ids), Break.ended_at.is_(None)))
            .values(ended_at=case((began > at, began), else_=at))
        )

    def correct(self, draft: CorrectionDraft, *, user: CurrentUser, at: datetime) -> None:
        """Store the immutable fact of a correction."""
        content = {
            "id": new_id(),
            "user_id": user.user_id,
            "target_id": draft.target_id,
            "kind": draft.kind,
            "started_at": draft.started_at,
            "ended_at": draft.ended_at,
            "is_struck": draft.is_struck,
            "reason": draft.reason.strip(),
            "occurred_at": at,
        }
        self._facts.add(WorkCorrection, content, device_id=user.device_id, at=at)
