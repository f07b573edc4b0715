"""Policies in tables of their own as rules' documents: cadences, calling hours, offers."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from cockpit.domain.cadence import CadenceRules, CadenceScope
from cockpit.domain.cadence_documents import rules_document, rules_of, scope_document, scope_of
from cockpit.domain.calling_window import Hours
from cockpit.domain.ids import new_id
from cockpit.domain.rule_fields import SUBJECTS
from cockpit.domain.rules import (
    Document,
    RuleDraft,
    RuleKind,
    RuleSubject,
    RuleVersion,
    newest_first,
)
from cockpit.domain.vocabulary import Role
from models import CadencePolicy, CallingWindowPolicy, OfferPolicy, User

_ORDERS = ("confirm_days", "late_days", "thank_days")
_TABLES: dict[RuleKind, type[CadencePolicy | CallingWindowPolicy | OfferPolicy]] = {
    RuleKind.CADENCE: CadencePolicy,
    RuleKind.WINDOWS: CallingWindowPolicy,
    RuleKind.OFFERS: OfferPolicy,
}
_COLUMNS: dict[RuleKind, Any] = {
    RuleKind.CADENCE: CadencePolicy.name,
    RuleKind.WINDOWS: CallingWindowPolicy.state,
    RuleKind.OFFERS: OfferPolicy.role,
}


def table_history(connection: Connection, kind: RuleKind) -> list[RuleVersion]:
    """Return every version of such a kind that this program understands, the newest first."""
    table = _TABLES[kind]
    statement = (
        select(table.__table__, func.coalesce(User.name, "").label("author"))
        .outerjoin(User, User.id == table.author_id)
        .order_by(table.id)
    )
    found = []
    for row in connection.execute(statement):
        content = _content(kind, row)
        if content is not None:
            found.append(
                RuleVersion(
                    row.id, kind, _subject(kind, row), row.version, content, row.author,
                    row.published_at, row.note or "",
                )
            )  # fmt: skip
    return newest_first(found)


def table_subjects(connection: Connection, kind: RuleKind) -> list[RuleSubject]:
    """Return what is in force, the widest first; where nothing is stored, what the program does."""
    newest: dict[str, RuleVersion] = {}
    for version in table_history(connection, kind):
        former = newest.get(version.subject)
        if former is None or former.version < version.version:
            newest[version.subject] = version
    keys = dict.fromkeys(("", *SUBJECTS.get(kind, ()), *sorted(newest)))
    if kind is RuleKind.CADENCE:
        keys = dict.fromkeys(sorted(newest, key=lambda name: (name != "default", name)))
    found = []
    for key in keys:
        one = newest.get(key)
        content = unpublished(kind, key) if one is None else one.content
        found.append(
            RuleSubject(
                key, 0 if one is None else one.version, content, _is_own(kind, key, content)
            )
        )
    return found


def insert_version(
    connection: Connection,
    draft: RuleDraft,
    *,
    author_id: UUID | None,
    at: datetime,
) -> UUID:
    """Insert a draft as a row of the version that it names; return its key."""
    key, kind = new_id(), draft.kind
    values: dict[str, Any] = {
        "id": key,
        "version": draft.version,
        "author_id": author_id,
        "published_at": at,
        "note": draft.note or None,
        _COLUMNS[kind].key: _stored_subject(kind, draft.subject),
        "parameters": _parameters(kind, draft.subject, draft.content),
    }
    if kind is RuleKind.CADENCE:
        values["applies_to"] = scope_document(scope_of(draft.content))
    connection.execute(insert(_TABLES[kind]).values(values))
    return key


def newest_version(connection: Connection, kind: RuleKind, subject: str) -> int:
    """Return the number of a subject's newest version; 0 without one."""
    table, column = _TABLES[kind], _COLUMNS[kind]
    statement = select(func.max(table.version)).where(
        column.is_not_distinct_from(_stored_subject(kind, subject))
    )
    return connection.execute(statement).scalar() or 0


def unpublished(kind: RuleKind, subject: str) -> Document:
    """Return what holds for a subject of which nothing was published."""
    match kind:
        case RuleKind.WINDOWS:
            return _hours({}, is_state=bool(subject))
        case RuleKind.OFFERS:
            return {"discount_bp": None}
        case _:
            return _cadence(CadenceScope(), CadenceRules())


def _is_own(kind: RuleKind, subject: str, content: Document) -> bool:
    if kind is RuleKind.WINDOWS and subject:
        return not content["follows"]
    return kind is not RuleKind.OFFERS or content["discount_bp"] is not None


def _subject(kind: RuleKind, row: Any) -> str:
    found = getattr(row, _COLUMNS[kind].key)
    return found.value if isinstance(found, Role) else found or ""


def _stored_subject(kind: RuleKind, subject: str) -> Any:
    if kind is RuleKind.OFFERS and subject:
        return Role(subject)
    return subject or None


def _content(kind: RuleKind, row: Any) -> Document | None:
    parameters = row.parameters if isinstance(row.parameters, dict) else {}
    match kind:
        case RuleKind.CADENCE:
            try:
                return _cadence(scope_of(row.applies_to), rules_of(parameters))
            except ValueError:
                return None
        case RuleKind.WINDOWS:
            return _hours(parameters, is_state=bool(row.state))
        case _:
            found = parameters.get("discount_bp")
            is_number = isinstance(found, int) and not isinstance(found, bool)
            return {"discount_bp": found if is_number else None}


def _cadence(scope: CadenceScope, rules: CadenceRules) -> Document:
    said = rules_document(rules)
    orders = said.pop("orders")
    steps = {
        key: [{name: _bare(value) for name, value in one.items()} for one in said[key]]
        for key in ("retries", "follow_ups")
    }
    return {**scope_document(scope), **said, **steps, **orders}


def _bare(value: Any) -> Any:
    """Return a code as the plain text that JSON makes of it."""
    return str(value) if isinstance(value, str) else value


def _hours(parameters: Document, *, is_state: bool) -> Document:
    default = Hours()
    weekdays = parameters.get("weekdays") or sorted(default.weekdays)
    found: Document = {
        "opens": parameters.get("opens") or f"{default.opens:%H:%M}",
        "closes": parameters.get("closes") or f"{default.closes:%H:%M}",
        "weekdays": [str(one) for one in weekdays],
    }
    if is_state:
        return {"follows": not parameters, **found}
    return {**found, "optional_days": bool(parameters.get("optional_days", True))}


def _parameters(kind: RuleKind, subject: str, content: Document) -> Document:
    match kind:
        case RuleKind.CADENCE:
            said = {key: content[key] for key in asdict(CadenceRules()) if key in content}
            return {**said, "orders": {key: content[key] for key in _ORDERS}}
        case RuleKind.WINDOWS:
            if subject and content["follows"]:
                return {}
            said = {key: content[key] for key in ("opens", "closes")}
            said["weekdays"] = [int(one) for one in content["weekdays"]]
            return said if subject else {**said, "optional_days": content["optional_days"]}
        case _:
            return {} if content["discount_bp"] is None else {"discount_bp": content["discount_bp"]}
