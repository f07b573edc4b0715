"""Where the next contacts of a list stand: by time, or by the words of their notes.

The newest days are asked for before all the others. A page is mostly full then, and few rows are
cheap everywhere: a server asks its policies row by row, where for many it gathers all customers
whom the login sees; a file goes by its index of time and sorts nothing.

What is looked for in notes may be common or rare, and so may what else is asked for. So both are
tried by turns, each from where the other one ended: the newest notes with these words, then the
newest contacts that are like that. What is left is the engine's to choose.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from cockpit.data.repositories.review.conditions import conditions
from cockpit.data.repositories.review.notes import way_of
from cockpit.domain.note_search import finds
from cockpit.domain.review import Place, Wanted
from models import Contact, CustomerMetric

#: So many days at a time. Then a server is asked for all the others: it gathers what the login sees
#: anew each time.
_DAYS = {"sqlite": (2, 8, 32), "postgresql": (2, 4)}
#: So many contacts are looked through for words, and so many further matches are looked at.
_LOOKED_THROUGH, _MATCHES = 250, 4_000
#: No more customers than this are few. A file then goes from them to their contacts.
_FEW = 1_000
_PLACE = select(Contact.id, Contact.occurred_at)
_NOTE = select(Contact.id, Contact.occurred_at, Contact.note)
_BY_TIME = (Contact.occurred_at.desc(), Contact.id.desc())
_NOBODY = UUID(int=0)


class Lists:
    """Reads the list of one filter."""

    def __init__(
        self, connection: Connection, wanted: Wanted, people: frozenset[UUID] | None
    ) -> None:
        self._connection = connection
        self._wanted = wanted
        self._people = people
        self._way = way_of(connection, wanted.search, wanted.since, people)

    def places(self, after: Place | None, size: int) -> list[Place]:
        """Return the next places, the newest first, at most so many."""
        before = Place(self._wanted.before, _NOBODY) if after is None else after
        if not self._wanted.search:
            return _places(self._newest(_PLACE, before, size))
        found: list[Place] = []
        for page in self._pages(before, size):
            found += page
            if len(found) >= size:
                break
        return found[:size]

    def _pages(self, before: Place, size: int) -> Iterator[list[Place]]:
        """Yield all that hold the words, each page older than the one before."""
        # Some of what is found was corrected since, and is in no list.
        first = size + size // 8 + 1
        page, end = self._by_words(before, first)
        yield page
        # As many matches more as a page of such needs, twice.
        many = min(_MATCHES, 2 * size * first // max(len(page), 1))
        if end is not None:
            page, end = self._by_time(end)
            yield page
        if end is not None:
            page, end = self._by_words(end, many)
            yield page
        if end is not None:
            yield self._met(self._way.rest(end).limit(size), end)

    def _by_words(self, before: Place, many: int) -> tuple[list[Place], Place | None]:
        """Look at so many notes with the words; return the place up to which, or None for all."""
        matches, end = self._way.matches(before, many)
        return [] if matches is None else self._met(matches, before), end

    def _by_time(self, before: Place) -> tuple[list[Place], Place | None]:
        """Look through the newest contacts; return the place up to which, or None for all."""
        rows = self._newest(_NOTE, before, _LOOKED_THROUGH)
        found = [one for one in rows if finds(self._wanted.search, one.note or "")]
        end = _places(rows[-1:]) if len(rows) >= _LOOKED_THROUGH else [None]
        return _places(found), end[0]

    def _met(self, query: Select[UUID, datetime], before: Place) -> list[Place]:
        """Return which contacts of a query are in the list, before a place."""
        met = conditions(self._wanted, self._people)
        rows = self._connection.execute(query.where(*met, _is_older(before)))
        return sorted(_places(rows), reverse=True)

    def _newest(self, query: Select[*tuple[Any, ...]], before: Place, size: int) -> list[Any]:
        """Return the newest contacts of the list before a place, at most so many."""
        found: list[Any] = []
        for stretch in self._stretches(before.occurred_at):
            is_last = stretch.since == self._wanted.since
            met = conditions(stretch, self._people, of_few=is_last and self._are_few())
            page = query.where(*met, _is_older(before)).order_by(*_BY_TIME)
            found += self._connection.execute(page.limit(size - len(found))).all()
            if len(found) >= size:
                break
        return found

    def _are_few(self) -> bool:
        """Return whether few customers are worth enough; a server knows it by itself."""
        cents = self._wanted.filter.value_at_least_cents
        if not cents or self._connection.dialect.name != "sqlite":
            return False
        worth = select(CustomerMetric.customer_id).where(CustomerMetric.value_12m_cents >= cents)
        return self._connection.execute(worth.limit(1).offset(_FEW)).first() is None

    def _stretches(self, last: datetime) -> Iterator[Wanted]:
        """Yield the list a stretch of time at a time, the last one being as long as is left."""
        since, end = self._wanted.since, self._wanted.before
        begin = min(last, end)
        for days in _DAYS[self._connection.dialect.name]:
            width = timedelta(days=days)
            if since is not None and begin - since <= width:
                break
            begin -= width
            yield replace(self._wanted, since=begin, before=end)
            end = begin
        yield replace(self._wanted, before=end)


def _places(rows: Any) -> list[Place]:
    return [Place(row.occurred_at, row.id) for row in rows]


def _is_older(place: Place) -> ColumnElement[bool]:
    """Return whether a contact stands after a place; the index goes by the instant."""
    return and_(
        Contact.occurred_at <= place.occurred_at,
        or_(Contact.occurred_at < place.occurred_at, Contact.id < place.contact_id),
    )
