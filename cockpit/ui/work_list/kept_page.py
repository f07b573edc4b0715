"""The first screenful of the list as it was last seen: kept as JSON, painted before all else.

What is needed to paint it is kept with it, because at that moment no preference is read yet. What
cannot be read is no page.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from typing_extensions import override

from cockpit.domain.eligibility import Bar
from cockpit.domain.list_query import SortKey
from cockpit.domain.vocabulary import LifecycleStatus, Light, Trend
from cockpit.domain.work_list import ROW_FIELDS, CustomerRow
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.layout import ColumnLayout
from cockpit.ui.work_list.row_model import ROOT, Index, RowModel, ShownRow

#: As many rows as a tall screen shows.
LENGTH = 60

_LIGHTS = ("credit", "orders", "titles", "quotes", "service", "nonconformity")
_READERS: Mapping[str, Callable[[Any], object]] = {
    "customer_id": UUID,
    "status": LifecycleStatus,
    "trend": Trend,
    "bar": Bar,
    "last_order_on": date.fromisoformat,
    "last_contact_at": datetime.fromisoformat,
    "next_contact_at": datetime.fromisoformat,
    "bar_until": datetime.fromisoformat,
    "carried_until": datetime.fromisoformat,
    **dict.fromkeys(_LIGHTS, Light),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the list stands in the window, in pixels.

    Attributes:
        top: What is above it.
        width: How wide it is; it begins at the left edge.
        foot: What is below it.
    """

    top: int
    width: int
    foot: int


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A screenful.

    Attributes:
        mark: What it depends on; under another mark it is worth nothing.
        theme: The look that was chosen.
        language: The language of the screens.
        geometry: The window's place, as Qt tells it, in base 64.
        place: The list's place in the window.
        columns: The columns.
        sorting: The columns that the rows are ordered by.
        day: The day of the judgements.
        now: The instant for which the rows hold.
        rows: The first rows.
        session: What the window needs beside them before the database is open, as JSON.
    """

    mark: str
    theme: str
    language: str
    geometry: str
    place: Place
    columns: ColumnLayout
    sorting: tuple[SortKey, ...]
    day: date
    now: datetime
    rows: tuple[CustomerRow, ...]
    session: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the stored form."""
        plain = {
            "mark": self.mark,
            "theme": self.theme,
            "language": self.language,
            "geometry": self.geometry,
            "place": asdict(self.place),
            "columns": self.columns.to_json(),
            "sorting": [[key.field, key.is_descending] for key in self.sorting],
            "day": self.day.isoformat(),
            "now": self.now.isoformat(),
            "session": self.session,
            "rows": [[_plain(getattr(row, name)) for name in ROW_FIELDS] for row in self.rows],
        }
        return json.dumps(plain, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "KeptPage | None":
        """Read the stored form; None where it is not one."""
        try:
            stored = json.loads(text)
            return cls(
                stored["mark"],
                stored["theme"],
                stored["language"],
                stored["geometry"],
                Place(**stored["place"]),
                ColumnLayout.from_json(stored["columns"]),
                tuple(SortKey(field, is_down) for field, is_down in stored["sorting"]),
                date.fromisoformat(stored["day"]),
                datetime.fromisoformat(stored["now"]),
                tuple(_row(values) for values in stored["rows"]),
                dict(stored["session"]),
            )
        except (ValueError, KeyError, TypeError):
            return None


class PageModel(RowModel):
    """The kept rows, as the list's view reads them."""

    def __init__(
        self, rows: Sequence[CustomerRow], style: Style, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = [ShownRow(row, style) for row in rows]

    @override
    def rows_between(self, first: int, last: int) -> list[ShownRow]:
        return self._shown[max(first, 0) : last]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = 0) -> object:
        """Answer nothing: the window that answers takes this one's place within a second."""
        return None


def _plain(value: object) -> object:
    """Return a value as JSON knows it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value.hex if isinstance(value, UUID) else value


def _row(values: Sequence[object]) -> CustomerRow:
    stored: dict[str, Any] = dict(zip(ROW_FIELDS, values, strict=True))
    for name, read in _READERS.items():
        if stored[name] is not None:
            stored[name] = read(stored[name])
    return CustomerRow(**stored)
