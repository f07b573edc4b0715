"""The customer's next contacts, as they were agreed, moved and kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased

from cockpit.data.repositories.stories.reading import MOST_DOCUMENTS, Reading, entry, of_customer
from cockpit.domain import formats
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.sections import StoryEntry, StoryKind
from cockpit.domain.vocabulary import AppointmentEventKind, AppointmentKind
from models import Appointment, AppointmentEvent, User

#: What a colleague's own callback is called: its note is nobody else's.
OTHERS_CALLBACK = "others_callback"
_OWNER = aliased(User)
_EVENTS = (
    select(
        AppointmentEvent.id,
        AppointmentEvent.kind,
        AppointmentEvent.occurred_at,
        func.coalesce(AppointmentEvent.due_at, Appointment.due_at).label("due_at"),
        func.coalesce(AppointmentEvent.note, Appointment.note, "").label("note"),
        func.coalesce(User.name, "").label("who"),
        Appointment.kind.label("appointment_kind"),
        Appointment.has_time,
        Appointment.user_id.label("owner_id"),
        func.coalesce(_OWNER.name, "").label("owner"),
    )
    .join(Appointment, Appointment.id == AppointmentEvent.appointment_id)
    .outerjoin(User, User.id == AppointmentEvent.user_id)
    .outerjoin(_OWNER, _OWNER.id == Appointment.user_id)
    .where(of_customer(AppointmentEvent))
    .order_by(AppointmentEvent.occurred_at.desc(), AppointmentEvent.id.desc())
    .limit(MOST_DOCUMENTS)
)


def agenda_events(reading: Reading) -> Sequence[Row[*tuple[Any, ...]]]:
    """Read what happened to the next contacts; of a colleague's own callback, that it is set."""
    return [
        row
        for row in reading.rows(_EVENTS)
        if reading.is_known(row.occurred_at)
        and (not _is_others(row, reading) or row.kind is AppointmentEventKind.SCHEDULED)
    ]


def agenda_entries(
    events: Iterable[Row[*tuple[Any, ...]]], reading: Reading
) -> Iterable[StoryEntry]:
    """Yield what happened to the next contacts; the title is the moment that was agreed."""
    for row in events:
        is_others = _is_others(row, reading)
        yield entry(
            StoryKind.AGENDA,
            row.occurred_at,
            row.id,
            code=OTHERS_CALLBACK if is_others else row.kind.value,
            title=_moment(row.due_at, has_time=row.has_time),
            detail="" if is_others else row.note,
            who=row.owner if is_others else row.who,
        )


def _is_others(row: Row[*tuple[Any, ...]], reading: Reading) -> bool:
    return (
        row.appointment_kind is AppointmentKind.MY_CALLBACK
        and row.owner_id is not None
        and row.owner_id != reading.viewer_id
    )


def _moment(due_at: datetime, *, has_time: bool) -> str:
    if has_time:
        return formats.moment(due_at, DEFAULT_ZONE)
    return formats.day(due_at.astimezone(DEFAULT_ZONE).date())
