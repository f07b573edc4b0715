"""Who did what to the customer: wishes, blocks, claims, queue steps, imports, corrections."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from cockpit.data.repositories.stories.reading import (
    MOST_DOCUMENTS,
    Reading,
    newest_first,
    of_customer,
    start_of,
)
from cockpit.data.repositories.wishes import WISHES_CHANGED, wishes_of
from cockpit.domain.ids import id_after
from cockpit.domain.sections import AuditLine, StoryEntry
from cockpit.domain.vocabulary import ImportState, RowVerdict
from models import (
    AuditEvent,
    Claim,
    ContactPermission,
    Customer,
    CustomerBlock,
    Import,
    ImportBatch,
    ImportRow,
    QueueEvent,
    User,
)

#: Before the code of what one person there said of themselves; who, the panel shows.
PERSON = "person_"
_NAME = func.coalesce(User.name, "").label("who")
_PERMISSIONS = (
    select(
        ContactPermission.stated_at,
        ContactPermission.channel,
        ContactPermission.is_forbidden,
        ContactPermission.person_id,
        func.coalesce(ContactPermission.reason, "").label("reason"),
        _NAME,
    )
    .join(User, User.id == ContactPermission.author_id)
    .where(of_customer(ContactPermission))
)
_WISHES = (
    select(AuditEvent.occurred_at, AuditEvent.detail, _NAME)
    .outerjoin(User, User.id == AuditEvent.user_id)
    .where(
        AuditEvent.entity == Customer.__tablename__,
        AuditEvent.entity_id == bindparam("customer_id", type_=Customer.__table__.c.id.type),
        AuditEvent.action == WISHES_CHANGED,
    )
    .order_by(AuditEvent.occurred_at.desc())
    .limit(MOST_DOCUMENTS)
)
_BLOCKS = select(
    CustomerBlock.blocked_on,
    CustomerBlock.unblocked_on,
    func.coalesce(CustomerBlock.reason, "").label("reason"),
).where(of_customer(CustomerBlock))
_CLAIMS = (
    select(Claim.claimed_at, Claim.finished_at, Claim.state, _NAME)
    .join(User, User.id == Claim.user_id)
    .where(of_customer(Claim))
    .order_by(Claim.claimed_at.desc())
    .limit(MOST_DOCUMENTS)
)
_STEPS = (
    select(
        QueueEvent.occurred_at,
        QueueEvent.kind,
        func.coalesce(QueueEvent.reason, "").label("reason"),
        _NAME,
    )
    .join(User, User.id == QueueEvent.user_id)
    .where(of_customer(QueueEvent))
    .order_by(QueueEvent.occurred_at.desc())
    .limit(MOST_DOCUMENTS)
)
_KEY = bindparam("customer_id", type_=Customer.__table__.c.id.type)
_CHANGES = (
    select(Import.started_at, Import.file_name, ImportRow.verdict, _NAME)
    .select_from(ImportRow)
    .join(Import, Import.id == ImportRow.import_id)
    .outerjoin(User, User.id == Import.user_id)
    .where(
        # Written into the statement: SQLite takes the partial index for a constant alone.
        ImportRow.entity
        == bindparam(
            None, Customer.__tablename__, ImportRow.__table__.c.entity.type, literal_execute=True
        ),
        ImportRow.entity_id == _KEY,
        ImportRow.verdict.in_((RowVerdict.NEW, RowVerdict.CHANGED, RowVerdict.FLAGGED)),
        Import.state != ImportState.UNDONE,
    )
)
_ARRIVAL = (
    select(
        Import.started_at,
        Import.file_name,
        ImportBatch.first_id,
        ImportBatch.id_count,
        _NAME,
    )
    .select_from(ImportBatch)
    .join(Import, Import.id == ImportBatch.import_id)
    .outerjoin(User, User.id == Import.user_id)
    .where(
        ImportBatch.entity == Customer.__tablename__,
        ImportBatch.first_id <= _KEY,
        Import.state != ImportState.UNDONE,
    )
    .order_by(ImportBatch.first_id.desc())
    .limit(1)
)


def audit(
    reading: Reading,
    contacts: Iterable[StoryEntry],
    agenda: Iterable[StoryEntry],
    objections: Iterable[StoryEntry],
) -> tuple[AuditLine, ...]:
    """Read who did what to the customer, the newest first.

    Args:
        reading: Whose audit.
        contacts: Their contacts, of which the corrections count here.
        agenda: What happened to their next contacts.
        objections: What happened to their objections.
    """
    lines = [
        *_permissions(reading),
        *_wishes(reading),
        *_blocks(reading),
        *_claims(reading),
        *_steps(reading),
        *_imports(reading),
        *(
            AuditLine(one.at, one.who, "contact_amended", one.title)
            for one in contacts
            if one.amends is not None
        ),
        *(AuditLine(one.at, one.who, f"agenda_{one.code}", one.title) for one in agenda),
        *(AuditLine(one.at, one.who, f"objection_{one.code}", one.title) for one in objections),
    ]
    return newest_first(line for line in lines if reading.is_known(line.at))


def _permissions(reading: Reading) -> Iterable[AuditLine]:
    for row in reading.rows(_PERMISSIONS):
        code = "forbidden" if row.is_forbidden else "allowed"
        if row.person_id is not None:
            code = f"{PERSON}{code}"
        named = code if row.channel is None else f"{code}_{row.channel.value}"
        yield AuditLine(row.stated_at, row.who, named, row.reason)


def _wishes(reading: Reading) -> Iterable[AuditLine]:
    for row in reading.rows(_WISHES):
        wishes = wishes_of(row.detail.get("after", {}))
        yield AuditLine(row.occurred_at, row.who, WISHES_CHANGED, "", wishes)


def _blocks(reading: Reading) -> Iterable[AuditLine]:
    for row in reading.rows(_BLOCKS):
        yield AuditLine(start_of(row.blocked_on), "", "blocked", row.reason)
        if row.unblocked_on is not None:
            yield AuditLine(start_of(row.unblocked_on), "", "unblocked", row.reason)


def _claims(reading: Reading) -> Iterable[AuditLine]:
    for row in reading.rows(_CLAIMS):
        yield AuditLine(row.finished_at or row.claimed_at, row.who, f"claim_{row.state.value}", "")


def _steps(reading: Reading) -> Iterable[AuditLine]:
    for row in reading.rows(_STEPS):
        yield AuditLine(row.occurred_at, row.who, f"queue_{row.kind.value}", row.reason)


def _imports(reading: Reading) -> Iterable[AuditLine]:
    changes = reading.rows(_CHANGES)
    for row in changes:
        yield _import(row, is_new=row.verdict is RowVerdict.NEW)
    if not any(row.verdict is RowVerdict.NEW for row in changes):
        for row in reading.rows(_ARRIVAL):
            if reading.customer_id <= id_after(row.first_id, row.id_count - 1):
                yield _import(row, is_new=True)


def _import(row: Row[*tuple[Any, ...]], *, is_new: bool) -> AuditLine:
    code = "imported_new" if is_new else "imported_changed"
    return AuditLine(row.started_at, row.who, code, row.file_name)
