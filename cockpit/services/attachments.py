"""Photos and files that are brought back from a visit."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cockpit.domain.attachments import (
    DEFAULT_LIMIT,
    LIMIT_KEY,
    PHOTO_LIMIT,
    PHOTOS,
    AttachmentDraft,
    AttachmentLine,
    check_silent,
    check_size,
    clean_name,
    is_started,
    media_type_of,
    named_as,
)
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.ports import CurrentUser, Database, ReadUnit

#: Scales a photo (its content and media type) down and takes out what it says of its place.
Shrinker = Callable[[bytes, str], bytes]


@dataclass(frozen=True, slots=True)
class AttachmentService:
    """Stores and reads the attachments that one user sees."""

    database: Database
    clock: Clock
    user: CurrentUser
    shrunk: Shrinker

    def add(self, path: Path, *, attachment_id: UUID, contact_id: UUID, customer_id: UUID) -> None:
        """Store a file with a contact; fact and content are on disk when this returns.

        Storing the same attachment twice stores it once.

        Raises:
            BadInputError: It cannot be read, is too large, empty, a program, a broken picture, or
                one that would tell where it was taken.
            DatabaseError: Nothing was stored.
        """
        with self.database.read() as unit:
            limit = _limit(unit)
        name = path.name
        content = read_file(path, max(limit, PHOTO_LIMIT))
        media_type = media_type_of(name, content)
        check_silent(name, media_type)
        if media_type in PHOTOS:
            content = self.shrunk(content, media_type)
            media_type = PHOTOS[media_type]
        check_size(name, len(content), limit)
        now = self.clock.now()
        draft = AttachmentDraft(
            attachment_id,
            contact_id,
            customer_id,
            named_as(name, media_type),
            media_type,
            content,
            now,
        )
        with self.database.write() as unit:
            if unit.attachments.add(draft, user=self.user, at=now):
                unit.changed(Topic.CONTACTS, customer_ids=[customer_id])

    def of_customer(self, customer_id: UUID) -> tuple[AttachmentLine, ...]:
        """Return a customer's attachments, the newest first."""
        with self.database.read() as unit:
            return tuple(unit.attachments.of_customer(customer_id))

    def put_into(self, folder: Path, attachment_id: UUID) -> Path:
        """Write an attachment into a private folder, to be opened there; return the file.

        Raises:
            BadInputError: The content has not arrived yet, or is nothing to be opened.
        """
        with self.database.read() as unit:
            found = unit.attachments.content(attachment_id)
        if found is None:
            raise BadInputError("attachment_elsewhere")
        line, content = found
        # What another program stored is looked at again: opening is what does harm.
        media_type = media_type_of(line.name, content)
        path = folder / named_as(line.name, media_type)
        if is_started(path.name):
            raise BadInputError("attachment_program", name=path.name)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(content)
        return path


def read_file(path: Path, most: int) -> bytes:
    """Return what is in an ordinary file.

    Raises:
        BadInputError: It is none, cannot be read, or is larger than ``most`` bytes.
    """
    name = clean_name(path.name)
    try:
        if path.is_symlink() or not stat.S_ISREG(path.stat().st_mode):
            raise BadInputError("attachment_no_file", name=name)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise BadInputError("attachment_unreadable", name=name) from error
    check_size(path.name, len(content), most)
    return content


def _limit(unit: ReadUnit) -> int:
    stored = unit.settings.get(SettingScope.COMPANY, None, LIMIT_KEY)
    is_usable = isinstance(stored, int) and not isinstance(stored, bool) and stored > 0
    return min(stored, PHOTO_LIMIT) if is_usable and isinstance(stored, int) else DEFAULT_LIMIT
