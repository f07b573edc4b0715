"""What became of entries: they wait no more, and what was refused goes back to the server's row."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from json import dumps, loads
from typing import Any
from uuid import UUID

from cockpit.data.replica.erasing import Forgetting
from cockpit.data.replica.forms import instant, told_row
from cockpit.data.replica.removal import remove
from cockpit.domain.ids import new_id
from cockpit.domain.replication import TRAVELS, Up
from cockpit.domain.sync import ERASED, Answer, Outcome
from cockpit.domain.vocabulary import AppointmentState
from models import Customer

#: When an objection ended, and with which contact: each side's own, and told by the facts.
_HOW_IT_ENDED = frozenset({"closed_at", "contact_id", "woken_at"})
#: The server has no such row any more.
_GONE = "gone"
_DECIDED = frozenset({Answer.APPLIED, Answer.CONFLICT, Answer.REJECTED})


def settle(cursor: Any, outcomes: Sequence[Outcome], at: datetime) -> int:
    """Store what became of entries, in a transaction of ``work.applying``.

    Returns:
        About how many of them the user is asked.
    """
    asked = 0
    for one in outcomes:
        found = cursor.execute(
            "SELECT entity, entity_id, customer_id FROM outbox WHERE device_seq = ?", (one.number,)
        ).fetchone()
        if found is None:
            continue
        entity, key, customer_id = found
        is_aside = one.answer is Answer.QUARANTINED
        cursor.execute(
            "UPDATE outbox SET sent_at = ?, parked_at = ?, last_error = ? WHERE device_seq = ?",
            (instant(at), instant(at) if is_aside else None, one.reason or None, one.number),
        )
        if entity == "commands" and one.answer in _DECIDED:
            asked += _decide(cursor, one, key, customer_id, at)
        elif is_aside and one.reason == "parent_missing":
            _follow_parent(cursor, entity, key)
    return asked


def _follow_parent(cursor: Any, entity: str, key: bytes) -> None:
    """Let a fact go whose row the server refused and this file has no more.

    The server keeps the whole fact, set aside.
    """
    travel = TRAVELS[entity]
    if travel.parent:
        cursor.execute(
            f"DELETE FROM {entity} WHERE id = ? AND {travel.via} NOT IN"  # noqa: S608 - ours
            f" (SELECT id FROM {travel.parent})",
            (key,),
        )


def _decide(
    cursor: Any, outcome: Outcome, key: bytes, customer_id: bytes | None, at: datetime
) -> bool:
    """Store what became of a change; return whether the user is asked about it."""
    entity, entity_id, verb, base, value = cursor.execute(
        "SELECT entity, entity_id, verb, base, value FROM commands WHERE id = ?", (key,)
    ).fetchone()
    theirs = None
    if outcome.row is not None:
        theirs = told_row(entity, list(outcome.row), list(outcome.row.values()))
    _note_outcome(cursor, outcome, key, _text(theirs), at)
    if outcome.reason == ERASED:
        Forgetting(cursor, {(entity, UUID(bytes=entity_id))}).run()
        put_theirs(cursor, entity, entity_id, outcome.row)
        return False  # there is nobody left to ask about
    if not outcome.answer.is_refusal:
        # A restored server may take what it refused before it was lost.
        cursor.execute("DELETE FROM sync_conflicts WHERE command_id = ?", (key,))
        return False
    if not _is_out_of_sight(outcome, verb):
        put_theirs(cursor, entity, entity_id, outcome.row)
    mine = document(value) or {}
    is_moot = _is_told_by_another(entity, mine) or _is_agreed(entity, mine, theirs or {})
    if TRAVELS[entity].up is not Up.ASKED or is_moot:
        return False  # the server's row stands without a question
    cursor.execute(
        """INSERT INTO sync_conflicts (id, command_id, entity, entity_id, customer_id, reason,
            mine, base, theirs, noted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (command_id) DO NOTHING""",
        (
            new_id().bytes, key, entity, entity_id, customer_id, outcome.reason or "refused",
            value or "{}", base, _text(theirs), instant(at),
        ),
    )  # fmt: skip
    return True


def _note_outcome(
    cursor: Any, outcome: Outcome, key: bytes, theirs: str | None, at: datetime
) -> None:
    """Store the server's one answer to a change; ``theirs`` is its row, as a document."""
    reason = outcome.reason or None
    cursor.execute(
        """INSERT OR REPLACE INTO command_outcomes
            (id, command_id, result, reason, server_value, decided_at) VALUES (?, ?, ?, ?, ?, ?)""",
        (new_id().bytes, key, outcome.answer.value, reason, theirs, instant(at)),
    )


def _is_out_of_sight(outcome: Outcome, verb: str) -> bool:
    """Return whether the server has the row still and tells it to others now.

    So it is, whatever the reason, where the customer left between an answer that was lost and the
    same one told anew. It goes with everything about its customer, by the next reading: without the
    row nobody would know any more whom the rest is about.
    """
    return outcome.row is None and outcome.reason != _GONE and verb != "add"


def _is_told_by_another(entity: str, mine: Mapping[str, Any]) -> bool:
    """Return whether a wish only makes room for another, whose own answer tells all there is.

    A next contact is moved by setting another in its place.
    """
    is_replaced = mine.get("state") == "replaced" or mine.get("replaced_by_id") is not None
    return entity == "appointments" and is_replaced


def _is_agreed(entity: str, mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Return whether both did the same, and only when and by which contact is told differently.

    A next contact that is over on both sides is over; that an objection was overcome is known.
    """
    if not mine.get("state") or not theirs:
        return False
    if entity == "appointments":
        return AppointmentState.OPEN not in (mine["state"], theirs.get("state"))
    told = set(mine) - _HOW_IT_ENDED
    return entity == "objections" and all(theirs.get(name) == mine[name] for name in told)


def put_theirs(cursor: Any, entity: str, key: bytes, row: Mapping[str, Any] | None) -> None:
    """Put the server's row in the place of the user's; none where the server has none.

    A customer never goes alone: all about them leaves by the next reading.
    """
    name = TRAVELS[entity].key
    if row is None:
        if entity != Customer.__tablename__:
            remove(cursor, entity, [key])
        return
    is_there = cursor.execute(f"SELECT 1 FROM {entity} WHERE {name} = ?", (key,)).fetchone()  # noqa: S608
    columns = list(row)
    if is_there:
        sets = ", ".join(f'"{column}" = ?' for column in columns)
        cursor.execute(
            f"UPDATE OR REPLACE {entity} SET {sets} WHERE {name} = ?",  # noqa: S608 - ours
            (*row.values(), key),
        )
        return
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    cursor.execute(
        f"INSERT OR REPLACE INTO {entity} ({listed}) VALUES ({marks})",  # noqa: S608 - ours
        tuple(row.values()),
    )


def _text(document: Mapping[str, Any] | None) -> str | None:
    return None if document is None else dumps(document)


def document(text: str | None) -> dict[str, Any] | None:
    """Return a stored document."""
    return None if text is None else dict(loads(text))
