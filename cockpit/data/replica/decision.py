"""What the user decided about a change that the server had not taken."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.engine import Engines
from cockpit.data.replica.forms import instant, instant_of
from cockpit.data.replica.log import add_line
from cockpit.data.replica.news import notice_of
from cockpit.data.replica.settling import document
from cockpit.data.repositories.changes import note_change
from cockpit.data.write_unit import SqlWriteUnit
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.errors import ConflictError
from cockpit.domain.replication import FEED_COLUMNS, STAMP_COLUMNS, TRAVELS
from cockpit.domain.vocabulary import AppointmentKind, Channel, ContactGoal, Role
from cockpit.services.ports import CurrentUser
from models.stored_rows import stored_row

_CONFLICT = """SELECT c.entity, c.entity_id, c.customer_id, c.mine, c.base, c.theirs, co.verb
    FROM sync_conflicts AS c LEFT JOIN commands AS co ON co.id = c.command_id
    WHERE c.id = ? AND c.decided_at IS NULL"""
_WAITS = """SELECT 1 FROM outbox AS o JOIN commands AS c ON c.id = o.entity_id
    WHERE o.entity = 'commands' AND o.sent_at IS NULL AND c.entity = ? AND c.entity_id = ?"""
_DECIDED = "UPDATE sync_conflicts SET decided_at = ?, decision = ? WHERE id = ?"
_USER = """SELECT u.id, r.device_id, u.login, u.name, u.role FROM replicas AS r
    JOIN users AS u ON u.id = r.user_id"""


def decide(engines: Engines, key: UUID, *, is_mine: bool, at: datetime) -> None:
    """Keep the server's row, or write the user's wish into it once more, as an ordinary change.

    What was decided already stays so.

    Raises:
        ConflictError: The row is gone, or another change of it waits to be sent.
    """
    with engines.writing() as connection:
        row = connection.exec_driver_sql(_CONFLICT, (key.bytes,)).first()
        if row is None:
            return
        if is_mine:
            _check_there(row)
            _check_free(connection, row)
            wished = _wished_appointment(connection, row)
            if wished is None:
                _write(connection, row, at)
            else:
                _set_appointment(connection, row, wished, at)
            customers = [] if row.customer_id is None else [UUID(bytes=row.customer_id)]
            note_change(connection, notice_of([row.entity], customers, is_everybody=False))
        choice = "mine" if is_mine else "theirs"
        connection.exec_driver_sql(_DECIDED, (instant(at), choice, key.bytes))
        about = {"choice": choice, "entity": row.entity}
        add_line(connection.connection.cursor(), "decided", at, about)


def _write(connection: Connection, row: Any, at: datetime) -> None:
    """Write a wish on the present row."""
    name = TRAVELS[row.entity].key
    if row.verb == "remove":
        connection.exec_driver_sql(
            f"DELETE FROM {row.entity} WHERE {name} = ?",  # noqa: S608 - ours
            (row.entity_id,),
        )
        return
    wish = stored_row(row.entity, document(row.mine) or {})
    wish = {column: value for column, value in wish.items() if column not in FEED_COLUMNS}
    wish |= {column: instant(at) for column in STAMP_COLUMNS if column in wish}
    present = connection.exec_driver_sql(
        f"SELECT 1 FROM {row.entity} WHERE {name} = ?",  # noqa: S608 - ours
        (row.entity_id,),
    ).first()
    if present is None and row.verb != "add":
        raise ConflictError("sync_conflict_gone")
    if present is None:
        listed = ", ".join(f'"{column}"' for column in wish)
        marks = ", ".join("?" * len(wish))
        text = f"INSERT INTO {row.entity} ({listed}) VALUES ({marks})"  # noqa: S608 - ours
        connection.exec_driver_sql(text, tuple(wish.values()))
        return
    sets = ", ".join(f'"{column}" = ?' for column in wish)
    connection.exec_driver_sql(
        f"UPDATE {row.entity} SET {sets} WHERE {name} = ?",  # noqa: S608 - ours
        (*wish.values(), row.entity_id),
    )


def _check_there(row: Any) -> None:
    """A customer whom the server has no more lies here until the next reading takes all of them."""
    if row.theirs is None and row.verb != "add":
        raise ConflictError("sync_conflict_gone")


def _check_free(connection: Connection, row: Any) -> None:
    waits = connection.exec_driver_sql(_WAITS, (row.entity, row.entity_id)).first()
    if waits is not None:
        raise ConflictError("sync_conflict_waits")


# --- the one next contact of a customer -----------------------------------------------------------


def _wished_appointment(connection: Connection, row: Any) -> Mapping[str, Any] | None:
    """Return the whole next contact that was wished, where its place has to be taken.

    None where the row itself can be changed: it is the open one, or shall be none any more.
    """
    if row.entity != "appointments" or row.verb == "remove":
        return None
    text = "SELECT * FROM appointments WHERE id = ?"
    present = connection.exec_driver_sql(text, (row.entity_id,)).mappings().first()
    if present is not None and present["state"] == "open":
        return None
    # Only open ones are changed: what the wish does not say of the state is that.
    base, mine = (stored_row(row.entity, document(one) or {}) for one in (row.base, row.mine))
    wished: dict[str, Any] = {**(present or {}), "state": "open", **base, **mine}
    return wished if wished["state"] == "open" and wished.get("due_at") else None


def _set_appointment(
    connection: Connection, row: Any, wished: Mapping[str, Any], at: datetime
) -> None:
    """Set a wished next contact in the place of the open one, which is closed as replaced."""
    found = connection.exec_driver_sql(_USER).first()
    if found is None or row.customer_id is None:
        raise ConflictError("sync_conflict_gone")
    keys = (UUID(bytes=found.id), UUID(bytes=found.device_id))
    user = CurrentUser(*keys, found.login, found.name, Role(found.role))
    contact_id = wished.get("contact_id")
    SqlWriteUnit(connection, user.user_id).agenda.set_next_contact(
        UUID(bytes=row.customer_id),
        _draft(wished),
        user=user,
        contact_id=None if contact_id is None else UUID(bytes=contact_id),
        at=at,
    )


def _draft(wished: Mapping[str, Any]) -> AppointmentDraft:
    goal, channel, deadline = (wished.get(name) for name in ("goal", "channel", "deadline_at"))
    return AppointmentDraft(
        due_at=instant_of(wished["due_at"]),
        has_time=bool(wished.get("has_time", 1)),
        kind=AppointmentKind(wished.get("kind") or AppointmentKind.MY_CALLBACK),
        note=wished.get("note") or "",
        lead=timedelta(minutes=wished.get("lead_minutes") or 0),
        goal=ContactGoal(goal) if goal else None,
        channel=Channel(channel) if channel else None,
        deadline=instant_of(deadline) if deadline else None,
    )
