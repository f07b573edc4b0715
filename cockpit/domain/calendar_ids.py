"""How calendars know a next contact."""

from uuid import UUID

_OWN_DOMAIN = "giro"


def event_uid(appointment_id: UUID) -> str:
    """Return the UID of a next contact that came out of no file."""
    return f"{appointment_id}@{_OWN_DOMAIN}"


def appointment_of(uid: str) -> UUID | None:
    """Return which next contact a UID of the program's own names, or None."""
    name, _, domain = uid.partition("@")
    if domain != _OWN_DOMAIN:
        return None
    try:
        return UUID(name)
    except ValueError:
        return None
