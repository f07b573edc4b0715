"""The unit of work for writing: notes what it changes, for those who are told after the commit."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.read_unit import SqlReadUnit
from cockpit.data.rules_memory import RulesMemory
from cockpit.domain.changes import ChangeNotice, Topic


class SqlWriteUnit(SqlReadUnit):
    """One transaction that writes."""

    def __init__(
        self, connection: Connection, viewer_id: UUID, memory: RulesMemory | None = None
    ) -> None:
        super().__init__(connection, viewer_id, memory)
        self._noted: dict[frozenset[Topic], set[UUID] | None] = {}

    def changed(self, *topics: Topic, customer_ids: Iterable[UUID] | None = None) -> None:
        """Note what this transaction changes; told to the listeners after the commit.

        Other programs read it from the database. Without customers it concerns everybody's, with
        an empty selection nobody's: a preference. Without topics nothing changed that anybody
        sees, which other programs have to know as well.
        """
        what = frozenset(topics)
        whose = self._noted.setdefault(what, set())
        if customer_ids is None:
            self._noted[what] = None
        elif whose is not None:
            whose.update(customer_ids)

    @contextmanager
    def part(self) -> Iterator[None]:
        """Undo what is done inside, and that alone, where it fails."""
        with self._connection.begin_nested():
            yield

    @property
    def notice(self) -> ChangeNotice | None:
        """Return what was noted, or None."""
        parts = [
            ChangeNotice(topics, None if whose is None else frozenset(whose))
            for topics, whose in self._noted.items()
        ]
        return ChangeNotice.joined(parts) if parts else None
