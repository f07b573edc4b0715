"""Tables on disk: the last one is painted first, before anything is read from the database."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cockpit.analytics.work_list.array_file import read_arrays, write_arrays
from cockpit.analytics.work_list.kept_columns import arrays_of, store_of
from cockpit.analytics.work_list.kept_rules import (
    places_document,
    places_of,
    rules_document,
    rules_of,
    windows_document,
    windows_of,
)
from cockpit.analytics.work_list.moment import Moment
from cockpit.analytics.work_list.standing import Standings
from cockpit.analytics.work_list.table import ColumnTable
from cockpit.analytics.work_list.windows import Places


def write_table(table: ColumnTable, path: Path, *, mark: str) -> None:
    """Write a table under a mark.

    Raises:
        OSError: The disk did not take it.
    """
    arrays, choices = arrays_of(table.store)
    standings = table.standings
    arrays |= {
        "due": standings.due,
        "worth": standings.worth,
        "place": standings.places.number,
    }
    document: dict[str, Any] = {
        "mark": mark,
        "seen": table.seen,
        "as_of": table.as_of.isoformat(),
        "zone": standings.zone.key,
        "rules": rules_document(standings.rules),
        "places": places_document(standings.places),
        "windows": windows_document(table.moment.windows),
        "choices": choices,
    }
    write_arrays(path, document, arrays)


def read_table(path: Path, *, mark: str, now: datetime) -> ColumnTable:
    """Return the table of a file as it is at an instant.

    Raises:
        OSError, DamagedError, ValueError, KeyError, TypeError: There is none under this mark.
    """
    document, arrays = read_arrays(path, mark=mark)
    store = store_of(arrays, document["choices"])
    standings = Standings(
        rules_of(document["rules"]),
        ZoneInfo(document["zone"]),
        Places(arrays["place"], places_of(document["places"])),
        arrays["due"],
        arrays["worth"],
    )
    windows = windows_of(document["windows"], now)
    moment = Moment.of(store, standings, now, windows)
    as_of = date.fromisoformat(document["as_of"])
    return ColumnTable(store, standings, moment, as_of, document["seen"])
