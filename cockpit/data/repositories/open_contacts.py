"""The condition that a next contact is open, as the index of customers' next contacts has it."""

from sqlalchemy import bindparam

from cockpit.domain.vocabulary import AppointmentState
from models import Appointment

#: The state is written into the statement: by a bound value neither engine finds the index of the
#: open ones, and one of SQLite's looks at everybody's instead.
IS_OPEN = Appointment.state == bindparam(
    None, AppointmentState.OPEN, Appointment.state.type, literal_execute=True
)
