"""What a laptop in the field tells its user: how it stands, what waits, who disagrees."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.clock import Clock
from cockpit.domain.field import (
    TOLD_COLUMNS,
    FieldState,
    Told,
    ToldConflict,
    ToldField,
    ValueKind,
    raw_key,
    stopped_end,
)
from cockpit.domain.sync import ConflictItem, JsonRow, LogEntry, Storage, SyncReport, WaitingItem
from cockpit.services.ports.field import NameBook
from cockpit.services.ports.sync import Synchroniser

_PLAIN: Mapping[ValueKind, Callable[[Any], Told]] = {
    **dict.fromkeys((ValueKind.TEXT, ValueKind.PHONE, ValueKind.WORD), str),
    **dict.fromkeys(
        (
            ValueKind.MONEY,
            ValueKind.QUANTITY,
            ValueKind.HOUR,
            ValueKind.MINUTES,
            ValueKind.WEEKDAYS,
        ),
        int,
    ),
    ValueKind.YES_NO: bool,
    ValueKind.DAY: lambda value: date.fromisoformat(str(value)[:10]),
}


@dataclass(frozen=True, slots=True)
class FieldService:
    """Every call asks the file, so it is made behind the window.

    Attributes:
        synchroniser: Synchronises the file.
        book: Names, for the words of a disagreement.
        clock: This computer's.
        judge: Judges anew the customers whose rows came; None leaves them as they are.
    """

    synchroniser: Synchroniser
    book: NameBook
    clock: Clock
    judge: Callable[[], object] | None = None

    def synchronise(self) -> SyncReport:
        """Do one whole synchronisation, and judge anew whose rows came.

        Raises:
            GiroError: The file itself is in trouble.
        """
        report = self.synchroniser.synchronise()
        if self.judge is not None and (report.received or report.gone):
            self.judge()
        return report

    def state(self) -> FieldState:
        """Return how the laptop stands by what its file knows."""
        standing = self.synchroniser.standing()
        conflicts = len(self.synchroniser.conflicts())
        return FieldState(
            standing.synced_at, standing.waiting_count, conflicts, stopped_end(standing)
        )

    def waiting(self) -> Sequence[WaitingItem]:
        """Return what waits to be sent, oldest first."""
        return self.synchroniser.waiting()

    def log(self) -> Sequence[LogEntry]:
        """Return the log, newest first."""
        return self.synchroniser.log()

    def storage(self) -> Storage:
        """Return what the file takes."""
        return self.synchroniser.storage()

    def conflicts(self) -> tuple[ToldConflict, ...]:
        """Return what waits for the user's decision as people read it, oldest first."""
        items = self.synchroniser.conflicts()
        keys = {key for item in items for key in _named(item)}
        names = self.book.names(keys) if keys else {}
        return tuple(self._told(item, dict(names)) for item in items)

    def decide(self, key: UUID, *, is_mine: bool) -> None:
        """Keep the server's version, or ask for one's own once more.

        Raises:
            ConflictError: There is nothing to change any more, or it changed once more.
        """
        self.synchroniser.decide(key, is_mine=is_mine)

    def _told(self, item: ConflictItem, names: dict[UUID, str]) -> ToldConflict:
        theirs = item.theirs or {}
        # A change has the changed columns alone, and a removal none.
        whole, wished = {**theirs, **item.mine}, item.mine or theirs
        zone = self.clock.zone
        fields = (
            ToldField(
                column,
                kind,
                told(item.mine.get(column), kind, whole, names, zone),
                told(theirs.get(column), kind, theirs, names, zone),
            )
            for column, kind in TOLD_COLUMNS.get(item.entity, {}).items()
            if column in wished
        )
        return ToldConflict(
            item.key,
            item.entity,
            item.customer_id,
            item.customer,
            item.reason,
            tuple(one for one in fields if one.mine is not None or one.theirs is not None),
            item.noted_at,
            is_gone=item.theirs is None,
            is_removal=not item.mine,
            changed_by=self.book.last_author(
                item.entity, raw_key(theirs.get("id")) or item.entity_id
            ),
            changed_at=_instant(theirs["updated_at"]) if theirs.get("updated_at") else None,
        )


def told(value: Any, kind: ValueKind, row: JsonRow, names: dict[UUID, str], zone: ZoneInfo) -> Told:
    """Return a stored value as it is told, whichever of its two forms the row has.

    Args:
        value: A column's value in JSON's or in SQLite's form.
        kind: How it is read.
        row: The whole row: an agreed day without an hour is told as a day.
        names: By their keys.
        zone: The user's.
    """
    if value is None or value == "":
        return None
    if kind in _PLAIN:
        return _PLAIN[kind](value)
    if kind is ValueKind.NAME:
        key = raw_key(value)
        return None if key is None else names.get(key)
    instant = _instant(value)
    is_day = "has_time" in row and not row["has_time"]
    return instant.astimezone(zone).date() if is_day else instant


def _instant(value: Any) -> datetime:
    """Return an instant; a text without a zone is UTC's."""
    found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _named(item: ConflictItem) -> Iterator[UUID]:
    """Yield the keys for which names are wanted."""
    for column, kind in TOLD_COLUMNS.get(item.entity, {}).items():
        if kind is ValueKind.NAME:
            for row in (item.mine, item.theirs or {}):
                key = raw_key(row.get(column))
                if key is not None:
                    yield key
