"""Catalogues as documents: the rows that the program works with, and making them match."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from cockpit.data.repositories.settings import SqlSettingsRepository
from cockpit.domain.plain_text import plain
from cockpit.domain.rule_fields import SETTING_KEYS, SETTINGS
from cockpit.domain.rules import Document, RuleKind
from cockpit.domain.vocabulary import Channel, QueueEffect, SettingScope
from models import CounterArgument, MessageTemplate, ObjectionKind, Outcome, Reason

_OUTCOME = (
    "name", "wait_minutes", "is_reached", "needs_reason", "needs_date", "needs_objection",
    "is_request", "is_active",
)  # fmt: skip


def read_catalogue(connection: Connection, kind: RuleKind) -> Document:
    """Return a catalogue as its rows have it, those out of use included."""
    return _READ[kind](connection)


def write_catalogue(
    connection: Connection, kind: RuleKind, content: Document, *, at: datetime
) -> None:
    """Make rows match a checked document; rows that it does not name stay as they are."""
    _WRITE[kind](connection, content, at)


def _read_outcomes(connection: Connection) -> Document:
    outcomes = connection.execute(
        select(Outcome.__table__).order_by(Outcome.position, Outcome.name, Outcome.id)
    )
    reasons = connection.execute(
        select(Reason.__table__).order_by(Reason.position, Reason.name, Reason.id)
    )
    return {
        "outcomes": [
            {
                "id": str(row.id),
                "code": row.code,
                "effect": row.queue_effect.value,
                **{key: getattr(row, key) for key in _OUTCOME},
            }
            for row in outcomes
        ],
        "reasons": [
            {
                "id": str(row.id),
                "code": row.code,
                "name": row.name,
                "outcome_code": row.outcome_code,
                "is_active": row.is_active,
            }
            for row in reasons
        ],
    }


def _write_outcomes(connection: Connection, content: Document, at: datetime) -> None:
    rows = [
        {
            "id": UUID(one["id"]),
            "code": one["code"],
            "queue_effect": QueueEffect(one["effect"]),
            "position": position,
            **{key: one[key] for key in _OUTCOME},
        }
        for position, one in enumerate(content["outcomes"])
    ]
    _store(connection, Outcome, rows, at)
    reasons = [
        {
            **{key: one[key] for key in ("code", "name", "outcome_code", "is_active")},
            "id": UUID(one["id"]),
            "position": position,
        }
        for position, one in enumerate(content["reasons"])
    ]
    _store(connection, Reason, reasons, at)


def _read_objections(connection: Connection) -> Document:
    arguments: dict[UUID, list[Document]] = defaultdict(list)
    for row in connection.execute(
        select(CounterArgument.__table__).order_by(CounterArgument.position, CounterArgument.id)
    ):
        arguments[row.objection_kind_id].append(
            {"id": str(row.id), "text": row.text, "is_active": row.is_active}
        )
    kinds = connection.execute(select(ObjectionKind.__table__)).all()
    return {
        "objections": [
            {
                "id": str(row.id),
                "code": row.code,
                "name": row.name,
                "arguments": arguments[row.id],
                "is_active": row.is_active,
            }
            for row in sorted(kinds, key=lambda row: (plain(row.name), row.id))
        ]
    }


def _write_objections(connection: Connection, content: Document, at: datetime) -> None:
    kinds = [
        {
            **{key: one[key] for key in ("code", "name", "is_active")},
            "id": UUID(one["id"]),
        }
        for one in content["objections"]
    ]
    _store(connection, ObjectionKind, kinds, at)
    answers = [
        {
            "id": UUID(one["id"]),
            "objection_kind_id": UUID(kind["id"]),
            "text": one["text"],
            "is_active": one["is_active"],
            "position": position,
        }
        for kind in content["objections"]
        for position, one in enumerate(kind["arguments"])
    ]
    _store(connection, CounterArgument, answers, at)


def _read_templates(connection: Connection) -> Document:
    rows = connection.execute(
        select(MessageTemplate.__table__).order_by(
            MessageTemplate.channel, MessageTemplate.name, MessageTemplate.tone, MessageTemplate.id
        )
    )
    return {
        "templates": [
            {
                "id": str(row.id),
                "code": row.code,
                "name": row.name or row.code,
                "channel": row.channel.value,
                "tone": row.tone,
                "language": row.language,
                "subject": row.subject or "",
                "body": row.body,
                "is_active": row.is_active,
            }
            for row in rows
        ]
    }


def _write_templates(connection: Connection, content: Document, at: datetime) -> None:
    rows = [
        {
            **{key: one[key] for key in ("code", "name", "tone", "language", "body", "is_active")},
            "id": UUID(one["id"]),
            "channel": Channel(one["channel"]),
            "subject": one["subject"] or None,
        }
        for one in content["templates"]
    ]
    _store(connection, MessageTemplate, rows, at)


def _read_settings(connection: Connection) -> Document:
    settings = SqlSettingsRepository(connection)
    found: Document = {}
    for one in SETTINGS:
        stored = settings.get(SettingScope.COMPANY, None, SETTING_KEYS[one.key])
        is_number = isinstance(stored, int) and not isinstance(stored, bool)
        is_sound = is_number and one.low <= stored <= one.high  # type: ignore[operator]
        found[one.key] = stored if is_sound else one.default
    return found


def _write_settings(connection: Connection, content: Document, at: datetime) -> None:
    settings = SqlSettingsRepository(connection)
    for key, name in SETTING_KEYS.items():
        if _read_settings(connection)[key] != content[key]:
            settings.put(SettingScope.COMPANY, None, name, content[key])


def _store(
    connection: Connection, table: Any, rows: Sequence[dict[str, Any]], at: datetime
) -> None:
    """Insert the rows that are new, and update those that are different."""
    stored = {row.id: row for row in connection.execute(select(table.__table__))}
    new = [row for row in rows if row["id"] not in stored]
    for row in rows:
        old = stored.get(row["id"])
        if old is not None and any(getattr(old, key) != value for key, value in row.items()):
            changed = {**row, "updated_at": at}
            del changed["id"]
            connection.execute(update(table).where(table.id == row["id"]).values(changed))
    if new:
        connection.execute(
            insert(table), [{**row, "created_at": at, "updated_at": at} for row in new]
        )


_READ: dict[RuleKind, Callable[[Connection], Document]] = {
    RuleKind.OUTCOMES: _read_outcomes,
    RuleKind.OBJECTIONS: _read_objections,
    RuleKind.TEMPLATES: _read_templates,
    RuleKind.SETTINGS: _read_settings,
}
_WRITE: dict[RuleKind, Callable[[Connection, Document, datetime], None]] = {
    RuleKind.OUTCOMES: _write_outcomes,
    RuleKind.OBJECTIONS: _write_objections,
    RuleKind.TEMPLATES: _write_templates,
    RuleKind.SETTINGS: _write_settings,
}
