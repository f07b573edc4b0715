"""The rules in force, kept from transaction to transaction while their rows stay the same.

Rules are read for every contact and change a few times a year. On a server a mark over their
tables is read with the transaction's first lock; the same mark means the same rows, because every
write gives its row the number of its transaction.
"""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Text, func, literal, select
from sqlalchemy import cast as as_type

from models import CadencePolicy, CalendarDay, CallingWindowPolicy, CyclePolicy

Rules = TypeVar("Rules")
Read = Callable[[Connection], Rules]
_TABLES = (CyclePolicy, CadencePolicy, CallingWindowPolicy, CalendarDay)


def _mark() -> ColumnElement[str]:
    """Return what tells one state of the tables from another: how many rows, and of whom."""
    marks = [
        select(
            func.concat(func.count(), literal(":"), func.coalesce(func.sum(entity.feed_xid), 0))
        ).scalar_subquery()
        for entity in _TABLES
    ]
    return as_type(func.concat_ws(literal("/"), *marks), Text)


RULES_MARK = _mark()


class RulesMemory:
    """The last rules that were read; safe to use from several threads."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lock = Lock()
        self._mark = ""
        self._kept: dict[object, object] = {}

    def get(self, mark: str | None, read: Read[Rules], connection: Connection) -> Rules:
        """Return what a reader of rules returns, without reading where the mark is the last one.

        Args:
            mark: The rules' state, read in the same transaction; None reads.
            read: Reads them, a function of a module.
            connection: Where to read them.
        """
        if mark is None:
            return read(connection)
        with self._lock:
            if mark != self._mark:
                self._mark, self._kept = mark, {}
            if read in self._kept:
                return cast("Rules", self._kept[read])
        found = read(connection)
        with self._lock:
            if mark == self._mark:
                self._kept[read] = found
        return found
