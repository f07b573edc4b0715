"""Contacts whose notes hold what is looked for, so many at a time.

Both engines hand matches out by time, newest first, so that a common word costs no more than a rare
one.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeAlias
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
    any_,
    bindparam,
    cast,
    func,
    literal,
    literal_column,
    select,
    text,
)

from cockpit.domain.note_search import NoteSearch, Phrase
from cockpit.domain.review import Place
from models import Contact
from models.types import Guid

#: More than any company logs.
_ALL = 2**31 - 1
#: The numbers of a second, and how much further one looks where all matches are of one.
_SECOND, _GROWTH = 2**24, 8
_EPOCH, _ONE = datetime(1970, 1, 1, tzinfo=UTC), timedelta(seconds=1)
_NEVER = datetime(1, 1, 1, tzinfo=UTC)
_NOBODY = UUID(int=0)
_KEYS = Table(
    "contact_note_keys", MetaData(), Column("key", BigInteger), Column("contact_id", Guid)
)
_NOTES = Table("contact_notes", MetaData(), Column("rowid", BigInteger))
_MATCHES = text("contact_notes MATCH :words")
_FOUND = select(Contact.id, Contact.occurred_at)

#: Contacts whose notes hold the words; whoever asks says which of them are meant.
Found: TypeAlias = Select[UUID, datetime]


class Way(Protocol):
    """How an engine is searched."""

    def matches(self, before: Place, many: int) -> tuple[Found | None, Place | None]:
        """Return the newest matches before a place, so many, and the last one's place.

        None for no matches, and for a place where there are no others.
        """
        ...

    def rest(self, before: Place) -> Found:
        """Return all matches before a place, and maybe others, the newest first."""
        ...

    def whole(self, before: Place) -> Any:
        """Return the keys of all matches before a place, as a part of a query."""
        ...


def way_of(
    connection: Connection,
    search: NoteSearch,
    since: datetime | None,
    people: frozenset[UUID] | None,
) -> Way:
    """Return how notes are searched here.

    Args:
        connection: Where.
        search: What is looked for.
        since: The first instant; None from the beginning.
        people: Whose contacts are needed; None for everybody's. Others' may be among the matches.
    """
    ways = _InFile if connection.dialect.name == "sqlite" else _OnServer
    return ways(connection, search, since, people)


def all_matches(
    connection: Connection,
    search: NoteSearch,
    *,
    since: datetime | None,
    before: datetime,
    people: frozenset[UUID] | None,
) -> Any:
    """Return the keys of all matches, as a part of a query."""
    return way_of(connection, search, since, people).whole(Place(before, _NOBODY))


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

    def matches(self, before: Place, many: int) -> tuple[Found | None, Place | None]:
        """Return whole seconds of them, for within a second numbers have an order of their own."""
        end, size = _number_after(before), many
        while True:
            found = self._numbers(end, size)
            if len(found) < size:
                return (_numbered(found) if found else None), None
            second = found[-1] // _SECOND
            whole = [one for one in found if one // _SECOND > second]
            if whole:
                return _numbered(whole), Place(_instant(second + 1), _NOBODY)
            size *= _GROWTH

    def rest(self, before: Place) -> Found:
        """Return all of them; SQLite goes through them, not through all contacts by time."""
        matches = self.whole(before)
        found = _FOUND.select_from(matches.join(Contact, Contact.id == matches.c.contact_id))
        return found.order_by(literal_column("+contacts.occurred_at").desc(), Contact.id.desc())

    def whole(self, before: Place) -> Any:
        """Return all that lies before a place."""
        return (
            select(_KEYS.c.contact_id)
            .select_from(_NOTES)
            .join(_KEYS, _KEYS.c.key == _NOTES.c.rowid)
            .where(
                self._is_match,
                _NOTES.c.rowid >= self._first,
                _NOTES.c.rowid < _number_after(before),
            )
            .subquery("matches")
        )

    def _numbers(self, end: int, size: int) -> Sequence[int]:
        nearest = (
            select(_NOTES.c.rowid)
            .where(self._is_match, _NOTES.c.rowid < end, _NOTES.c.rowid >= self._first)
            .order_by(_NOTES.c.rowid.desc())
            .limit(size)
        )
        return self._connection.execute(nearest).scalars().all()


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

    def matches(self, before: Place, many: int) -> tuple[Found | None, Place | None]:
        """Return the next matches, and the place of the last one."""
        found = self._connection.execute(select(self._matching(before, many))).all()
        if not found:
            return None, None
        keys = bindparam("matches", [one.contact_id for one in found], type_=ARRAY(Guid))
        last = Place(found[-1].occurred_at, found[-1].contact_id)
        return _FOUND.where(Contact.id == any_(keys)), None if len(found) < many else last

    def rest(self, before: Place) -> Found:
        """Return all of them, as the planner finds them best."""
        words = literal(self._words).op("::")(literal_column("tsquery"))
        found = _FOUND.where(literal_column("contacts.note_words").op("@@")(words))
        return found.order_by(Contact.occurred_at.desc(), Contact.id.desc())

    def whole(self, before: Place) -> Any:
        """Return all that lies before a place."""
        return select(self._matching(before, _ALL).c.contact_id).subquery("matches")

    def _matching(self, before: Place, many: int) -> Any:
        moment = DateTime(timezone=True)
        called = func.giro_notes_matching(
            self._words,
            cast(self._since, moment),
            cast(before.occurred_at, moment),
            cast(before.contact_id, Guid),
            cast(self._people, ARRAY(Guid)),
            cast(many, Integer),
        )
        return called.table_valued(
            Column("contact_id", Guid), Column("occurred_at", Contact.occurred_at.type)
        ).render_derived(name="matching")


def _numbered(numbers: Sequence[int]) -> Found:
    """Return the contacts of numbers."""
    given = func.json_each(json.dumps(list(numbers))).table_valued("value")
    return (
        _FOUND.select_from(given)
        .join(_KEYS, _KEYS.c.key == given.c.value)
        .join(Contact, Contact.id == _KEYS.c.contact_id)
    )


def _number(instant: datetime) -> int:
    """Return the first number of an instant's second."""
    return (instant - _EPOCH) // _ONE * _SECOND


def _number_after(place: Place) -> int:
    """Return the first number whose contact stands before a place for certain."""
    seconds, rest = divmod(place.occurred_at - _EPOCH, _ONE)
    is_begun = bool(rest) or place.contact_id != _NOBODY
    return (seconds + is_begun) * _SECOND


def _instant(second: int) -> datetime:
    return _EPOCH + second * _ONE


def _in_file(phrase: Phrase) -> str:
    """Return a phrase as FTS5 takes it; words are letters and digits, which need no escaping."""
    return f'"{" ".join(phrase.words)}"' + (" *" if phrase.is_begun else "")


def _on_server(phrase: Phrase) -> str:
    """Return a phrase as ``tsquery`` takes it, its words following each other."""
    *whole, last = (f"'{one}'" for one in phrase.words)
    return f"({' <-> '.join((*whole, last + (':*' if phrase.is_begun else '')))})"
