"""What each section is read with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Row, Select, bindparam

from cockpit.data.repositories.person_wishes import closed_by_anybody
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.sections import AuditLine, StoryEntry, StoryKind
from cockpit.domain.vocabulary import Channel
from models.base import Base

#: More than anybody scrolls through; a wholesale customer may have thousands of documents.
MOST_ENTRIES = 400
MOST_DOCUMENTS = 200

Dated = TypeVar("Dated", StoryEntry, AuditLine)


@dataclass(frozen=True, slots=True)
class Reading:
    """Whose story is read, by whom and as of when.

    Attributes:
        viewer_id: The user at this program.
        today: Day of the story.
        known_at: Up to when facts count as known; None means all of them.
    """

    connection: Connection
    customer_id: UUID
    viewer_id: UUID
    today: date
    known_at: datetime | None = None

    def rows(
        self, statement: Select[*tuple[Any, ...]], **values: object
    ) -> Sequence[Row[*tuple[Any, ...]]]:
        """Return the rows of a statement that asks for ``customer_id``."""
        return self.connection.execute(statement, {"customer_id": self.customer_id, **values}).all()

    def closed(self) -> frozenset[Channel]:
        """Return the channels that the customer closed, or anybody there."""
        found = closed_by_anybody(self.connection, [self.customer_id])
        return found.get(self.customer_id, frozenset())

    def is_known(self, at: datetime | None) -> bool:
        """Return whether something had happened by then."""
        return at is not None and (self.known_at is None or at <= self.known_at)


def of_customer(entity: type[Base]) -> Any:
    """Return the condition that a row is the customer's."""
    column = entity.__table__.c.customer_id
    return column == bindparam("customer_id", type_=column.type)


def start_of(day: date) -> datetime:
    """Return a day's local start as an instant in UTC."""
    return datetime.combine(day, time(), tzinfo=DEFAULT_ZONE).astimezone(UTC)


def entry(
    kind: StoryKind,
    at: datetime,
    key: UUID,
    *,
    code: str = "",
    title: str = "",
    detail: str = "",
    who: str = "",
    person: str = "",
    channel: Channel | None = None,
    cents: int | None = None,
    has_time: bool = True,
) -> StoryEntry:
    """Return an entry of the timeline that says nothing of what is not given."""
    return StoryEntry(
        kind=kind,
        at=at,
        has_time=has_time,
        code=code,
        title=title,
        detail=detail,
        who=who,
        person=person,
        channel=channel,
        cents=cents,
        key=key,
    )


def newest_first(lines: Iterable[Dated], most: int = MOST_ENTRIES) -> tuple[Dated, ...]:
    """Return the newest lines; of the same instant those that came first go first."""
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:most])
