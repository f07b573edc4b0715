"""Contacts whose notes hold what is looked for, a stretch of time at a time.

Both engines hand matches out by time, newest first, so that a common word costs no more than a rare
one: a stretch is as long as so many matches need.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    Connection,
    DateTime,
    Integer,
    MetaData,
    Select,
    Table,
    bindparam,
    cast,
    func,
    select,
    text,
)

from cockpit.domain.note_search import NoteSearch, Phrase
from cockpit.domain.review import Place
from models import Contact
from models.types import Guid

#: So many matches of a word are looked at first; if too few of them are in the list, more.
_FIRST, _GROWTH = 400, 8
#: More than any company logs.
_ALL = 2**31 - 1
_SECOND = 2**24
_NEVER = datetime(1, 1, 1, tzinfo=UTC)
_NOBODY = UUID(int=0)
_KEYS = Table(
    "contact_note_keys", MetaData(), Column("key", BigInteger), Column("contact_id", Guid)
)
_NOTES = Table("contact_notes", MetaData(), Column("rowid", BigInteger))
_MATCHES = text("contact_notes MATCH :words")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Matches of a stretch of time.

    Attributes:
        contacts: Their keys (``contact_id``), as a part of a query.
    """

    contacts: Any


def stretches(
    connection: Connection,
    search: NoteSearch,
    *,
    since: datetime | None,
    before: datetime,
    after: Place | None,
    people: frozenset[UUID] | None,
) -> Iterator[Stretch]:
    """Yield all matches, from the newest to the oldest, each stretch older than the one before.

    Args:
        connection: Where.
        search: What is looked for.
        since: The first instant; None from the beginning.
        before: The first instant that is not meant any more.
        after: Begins with what is older than this; None with the newest.
        people: Whose contacts; None for everybody's.
    """
    way = _way(connection, search, since, people)
    end: Any = way.end(before, after)
    size = _FIRST
    while end is not None:
        found, end = way.next(end, size)
        if found is not None:
            yield found
        size = min(size * _GROWTH, _ALL)


def all_matches(
    connection: Connection,
    search: NoteSearch,
    *,
    since: datetime | None,
    before: datetime,
    people: frozenset[UUID] | None,
) -> Any:
    """Return the keys of all matches, as a part of a query."""
    way = _way(connection, search, since, people)
    return way.whole(way.end(before, None))


def _way(
    connection: Connection,
    search: NoteSearch,
    since: datetime | None,
    people: frozenset[UUID] | None,
) -> "_Way":
    ways = _InFile if connection.dialect.name == "sqlite" else _OnServer
    return ways(connection, search, since, people)


class _Way(Protocol):
    """How an engine is searched; an end is whatever tells it where a stretch ends."""

    def end(self, before: datetime, after: Place | None) -> Any:
        """Return where the first stretch ends."""
        ...

    def next(self, end: Any, size: int) -> tuple[Stretch | None, Any]:
        """Return the stretch that ends there, and where the one after it ends; None for nowhere."""
        ...

    def whole(self, end: Any) -> Any:
        """Return the keys of all matches up to an end, as a part of a query."""
        ...


class _InFile:
    """The numbers of a file's index begin with the second of the contact."""

    def __init__(
        self,
        connection: Connection,
        search: NoteSearch,
        since: datetime | None,
        people: frozenset[UUID] | None,
    ) -> None:
        self._connection = connection
        self._is_match = _MATCHES.bindparams(words=" ".join(map(_in_file, search.phrases)))
        self._first = _number(since or _NEVER)

    def end(self, before: datetime, after: Place | None) -> int:
        """Return the first number that is not looked at; of the last second all are."""
        return _number(before if after is None else after.occurred_at) + _SECOND

    def next(self, end: int, size: int) -> tuple[Stretch | None, int | None]:
        """Return the next matches, whole seconds of them, and where the ones after them end."""
        nearest = (
            select(_NOTES.c.rowid)
            .where(self._is_match, _NOTES.c.rowid < end, _NOTES.c.rowid >= self._first)
            .order_by(_NOTES.c.rowid.desc())
            .limit(size)
        )
        found = self._connection.execute(nearest).scalars().all()
        if not found:
            return None, None
        begin = found[-1] // _SECOND * _SECOND
        is_last = len(found) < size
        return Stretch(self._contacts(begin, end)), None if is_last else begin

    def whole(self, end: int) -> Any:
        """Return all that lies before a number."""
        return self._contacts(self._first, end)

    def _contacts(self, begin: int, end: int) -> Any:
        return (
            select(_KEYS.c.contact_id)
            .select_from(_NOTES)
            .join(_KEYS, _KEYS.c.key == _NOTES.c.rowid)
            .where(self._is_match, _NOTES.c.rowid >= begin, _NOTES.c.rowid < end)
            .subquery("matches")
        )


class _OnServer:
    """A function of the server searches, past the policies and yet within the login's sight."""

    def __init__(
        self,
        connection: Connection,
        search: NoteSearch,
        since: datetime | None,
        people: frozenset[UUID] | None,
    ) -> None:
        self._connection = connection
        self._words = " & ".join(map(_on_server, search.phrases))
        self._since = since or _NEVER
        self._people = None if people is None else sorted(people)

    def end(self, before: datetime, after: Place | None) -> Place:
        """Return the place before which matches are looked at."""
        return Place(before, _NOBODY) if after is None else after

    def next(self, end: Place, size: int) -> tuple[Stretch | None, Place | None]:
        """Return the next matches, and the place of the last one."""
        found = self._connection.execute(select(self._matching(end, size))).all()
        if not found:
            return None, None
        keys = [row.contact_id for row in found]
        contacts = select(
            func.unnest(bindparam("matches", keys, type_=ARRAY(Contact.id.type))).label(
                "contact_id"
            )
        ).subquery("matches")
        last = Place(found[-1].occurred_at, found[-1].contact_id)
        return Stretch(contacts), None if len(found) < size else last

    def whole(self, end: Place) -> Any:
        """Return all that lies before a place."""
        return select(self._matching(end, _ALL).c.contact_id).subquery("matches")

    def _matching(self, end: Place, size: int) -> Any:
        moment = DateTime(timezone=True)
        called = func.giro_notes_matching(
            self._words,
            cast(self._since, moment),
            cast(end.occurred_at, moment),
            cast(end.contact_id, Guid),
            cast(self._people, ARRAY(Guid)),
            cast(size, Integer),
        )
        return called.table_valued(
            Column("contact_id", Guid), Column("occurred_at", Contact.occurred_at.type)
        ).render_derived(name="matching")


def newest_of(stretch: Stretch) -> Select[UUID, datetime]:
    """Return a query of contacts over the matches of a stretch, which it goes through first."""
    return select(Contact.id, Contact.occurred_at).select_from(
        stretch.contacts.join(Contact, Contact.id == stretch.contacts.c.contact_id)
    )


def _number(instant: datetime) -> int:
    """Return the first number of an instant's second."""
    return int((instant - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() // 1) * _SECOND


def _in_file(phrase: Phrase) -> str:
    """Return a phrase as FTS5 takes it; words are letters and digits, which need no escaping."""
    return f'"{" ".join(phrase.words)}"' + (" *" if phrase.is_begun else "")


def _on_server(phrase: Phrase) -> str:
    """Return a phrase as ``tsquery`` takes it, its words following each other."""
    *whole, last = (f"'{one}'" for one in phrase.words)
    return f"({' <-> '.join((*whole, last + (':*' if phrase.is_begun else '')))})"
