"""Photos and files of contacts, in parts."""

from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, exists, func, insert, select

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.in_the_field import is_in_the_field
from cockpit.domain.attachments import PART_BYTES, AttachmentDraft, AttachmentLine
from cockpit.domain.errors import ConflictError
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from cockpit.services.ports import CurrentUser
from models import Attachment, AttachmentContent, User

_HELD = (
    select(func.coalesce(func.sum(func.length(AttachmentContent.content)), 0))
    .where(AttachmentContent.attachment_id == Attachment.id)
    .correlate(Attachment)
    .scalar_subquery()
)
#: Only a laptop's own parts wait; on a server, and in a file of one's own, nothing does.
_UNSENT = (
    exists()
    .where(AttachmentContent.attachment_id == Attachment.id, AttachmentContent.sent_at.is_(None))
    .correlate(Attachment)
)


class SqlAttachmentRepository:
    """Implements ``AttachmentRepository`` of ``cockpit.services.ports.visits``."""

    def __init__(self, connection: Connection, facts: FactWriter) -> None:
        self._connection = connection
        self._facts = facts

    def add(self, draft: AttachmentDraft, *, user: CurrentUser, at: datetime) -> bool:
        """Store an attachment; return False where this very one is stored already.

        Raises:
            ConflictError: Another one is stored under the same key.
        """
        self._facts.reserve(user.device_id)
        stored = self._connection.execute(
            select(Attachment.content_sha256, Attachment.taken_at).where(
                Attachment.id == draft.attachment_id
            )
        ).one_or_none()
        if stored is not None:
            content = _fact(draft, user, stored.taken_at)
            if fingerprint(Attachment.__tablename__, content) != stored.content_sha256:
                raise ConflictError("attachment_stored_differently")
            return False
        content = _fact(draft, user, draft.taken_at)
        self._facts.add(Attachment, content, device_id=user.device_id, at=at)
        parts = [
            {
                "id": new_id(),
                "attachment_id": draft.attachment_id,
                "part": number,
                "content": draft.content[first : first + PART_BYTES],
                "sent_at": None,
            }
            for number, first in enumerate(range(0, len(draft.content), PART_BYTES))
        ]
        self._connection.execute(insert(AttachmentContent), parts)
        return True

    def of_customer(self, customer_id: UUID) -> list[AttachmentLine]:
        """Return a customer's attachments, the newest first."""
        return lines_of(self._connection, customer_id)

    def content(self, attachment_id: UUID) -> tuple[AttachmentLine, bytes] | None:
        """Return an attachment with its whole content; None where that is not here."""
        row = self._connection.execute(_lines().where(Attachment.id == attachment_id)).one_or_none()
        if row is None or row.held != row.size:
            return None
        parts = self._connection.execute(
            select(AttachmentContent.content)
            .where(AttachmentContent.attachment_id == attachment_id)
            .order_by(AttachmentContent.part)
        )
        whole = b"".join(parts.scalars())
        if sha256(whole).hexdigest() != row.sha256:
            return None
        return _line(row, is_laptop=is_in_the_field(self._connection)), whole


def lines_of(connection: Connection, customer_id: UUID) -> list[AttachmentLine]:
    """Return a customer's attachments, the newest first."""
    statement = (
        _lines()
        .where(Attachment.customer_id == customer_id)
        .order_by(Attachment.taken_at.desc(), Attachment.id.desc())
    )
    rows = connection.execute(statement).all()
    is_laptop = bool(rows) and is_in_the_field(connection)
    return [_line(row, is_laptop=is_laptop) for row in rows]


def _lines() -> Select[*tuple[Any, ...]]:
    return select(
        Attachment.id,
        Attachment.contact_id,
        Attachment.name,
        Attachment.media_type,
        Attachment.size,
        Attachment.sha256,
        Attachment.taken_at,
        User.name.label("who"),
        _HELD.label("held"),
        _UNSENT.label("is_unsent"),
    ).join(User, User.id == Attachment.user_id)


def _line(row: Row[*tuple[Any, ...]], *, is_laptop: bool) -> AttachmentLine:
    return AttachmentLine(
        attachment_id=row.id,
        contact_id=row.contact_id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        taken_at=row.taken_at,
        who=row.who,
        is_here=row.held == row.size,
        is_waiting=bool(row.is_unsent) and is_laptop,
    )


def _fact(draft: AttachmentDraft, user: CurrentUser, taken_at: datetime) -> dict[str, Any]:
    return {
        "id": draft.attachment_id,
        "contact_id": draft.contact_id,
        "customer_id": draft.customer_id,
        "user_id": user.user_id,
        "name": draft.name,
        "media_type": draft.media_type,
        "size": len(draft.content),
        "sha256": sha256(draft.content).hexdigest(),
        "taken_at": taken_at,
    }
