"""Lines as objects, for the few that are in sight."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from cockpit.analytics.work_list.fields import Fields
from cockpit.analytics.work_list.store import Store
from cockpit.domain.work_list import ROW_FIELDS, CustomerRow

_KEY = "customer_id"
_DAY = "last_order_on"
_VALUES = tuple(name for name in ROW_FIELDS if name != _KEY)


def rows_of(store: Store, fields: Fields, lines: Sequence[int]) -> list[CustomerRow]:
    """Return some lines as objects."""
    places = np.array(lines, dtype=np.int64)
    columns: dict[str, list[Any]] = {_KEY: store.some_keys(places)}
    columns |= {name: fields.column(name).values(places) for name in _VALUES}
    columns[_DAY] = [None if day is None else date.fromordinal(day) for day in columns[_DAY]]
    values = zip(*(columns[name] for name in ROW_FIELDS), strict=True)
    return [CustomerRow(*one) for one in values]
