"""Which next contact a user sees."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, or_

from cockpit.domain.vocabulary import AppointmentKind, AppointmentState
from models import Appointment

#: Written into the statement: SQLite takes the index of the open ones for a constant alone.
_OPEN = bindparam(None, AppointmentState.OPEN, Appointment.state.type, literal_execute=True)


def open_for(viewer_id: UUID) -> ColumnElement[bool]:
    """Return the condition of an open next contact: a callback of one's own is nobody else's."""
    return and_(
        Appointment.state == _OPEN,
        or_(
            Appointment.kind != AppointmentKind.MY_CALLBACK,
            Appointment.user_id == viewer_id,
        ),
    )
