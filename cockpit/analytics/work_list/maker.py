"""Makes tables out of stored columns."""

import contextlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from cockpit.analytics.work_list.array_file import DamagedError
from cockpit.analytics.work_list.kept_table import read_table, write_table
from cockpit.analytics.work_list.moment import Moment
from cockpit.analytics.work_list.standing import Standings
from cockpit.analytics.work_list.store import TEXTS, Store
from cockpit.analytics.work_list.table import ColumnTable
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import WorkListColumns
from cockpit.services.ports import WorkTable


@dataclass(frozen=True, slots=True)
class ColumnTableMaker:
    """Implements ``cockpit.services.ports.WorkTableMaker``.

    Attributes:
        zone: In which "today" and whole days are meant.
    """

    zone: ZoneInfo = DEFAULT_ZONE

    def make(
        self,
        columns: WorkListColumns,
        rules: WindowRules,
        *,
        as_of: date,
        now: datetime,
        seen: int | None = None,
    ) -> ColumnTable:
        """Return the table of these customers."""
        store = Store.of(columns)
        standings = Standings.of(store, rules, self.zone)
        table = ColumnTable(store, standings, Moment.of(store, standings, now), as_of, seen)
        for name in TEXTS:
            store.columns[name].ranks  # noqa: B018 - long ones are ordered before they are asked for
        return table.ready()

    def keep(self, table: WorkTable, path: Path, *, mark: str) -> None:
        """Write a table to a private file, atomically; trouble with the disk is not told."""
        if isinstance(table, ColumnTable):
            with contextlib.suppress(OSError):
                write_table(table, path, mark=mark)

    def kept(self, path: Path, *, mark: str, now: datetime) -> ColumnTable | None:
        """Return the table of a file with this mark, or None: missing, other, or damaged."""
        try:
            return read_table(path, mark=mark, now=now)
        except (OSError, DamagedError, ValueError, LookupError, TypeError, OverflowError):
            return None
