"""Which columns a user sees, in which order, how wide, how many stay put; as it is remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cockpit.ui.work_list.columns import COLUMNS, ColumnKey

#: The name under which the user's layout is remembered.
LAYOUT_KEY = "work_list.layout"
NARROWEST = 28
WIDEST = 900
#: What is left of the list beside a call.
COMPACT = (ColumnKey.CLIENT, ColumnKey.AT_RISK)


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """The columns of the list.

    Attributes:
        order: All columns from left to right.
        hidden: Those that are not shown.
        widths: The widths that the user gave, in pixels.
        frozen: So many of the shown ones stay where they are when the others scroll sideways.
    """

    order: tuple[ColumnKey, ...] = tuple(column.key for column in COLUMNS)
    hidden: frozenset[ColumnKey] = frozenset(
        column.key for column in COLUMNS if not column.is_shown
    )
    widths: tuple[tuple[ColumnKey, int], ...] = ()
    frozen: int = 0

    @property
    def shown(self) -> tuple[ColumnKey, ...]:
        """Return the shown columns from left to right."""
        return tuple(key for key in self.order if key not in self.hidden)

    def with_shown(self, key: ColumnKey, *, is_shown: bool) -> "ColumnLayout":
        """Return the layout with a column shown or hidden; the last one stays."""
        hidden = self.hidden - {key} if is_shown else self.hidden | {key}
        if len(hidden) == len(self.order):
            return self
        frozen = min(self.frozen, len(self.order) - len(hidden))
        return replace(self, hidden=hidden, frozen=frozen)

    def with_width(self, key: ColumnKey, width: int) -> "ColumnLayout":
        """Return the layout with a column of another width."""
        widths = dict(self.widths) | {key: min(max(width, NARROWEST), WIDEST)}
        return replace(self, widths=tuple(widths.items()))

    def with_moved(self, key: ColumnKey, distance: int) -> "ColumnLayout":
        """Return the layout with a column so many places further right."""
        order = list(self.order)
        place = order.index(key)
        target = min(max(place + distance, 0), len(order) - 1)
        order.insert(target, order.pop(place))
        return replace(self, order=tuple(order))

    def to_json(self) -> dict[str, Any]:
        """Return the form in which it is remembered and saved with a view."""
        return {
            "order": [key.value for key in self.order],
            "hidden": sorted(key.value for key in self.hidden),
            "widths": {key.value: width for key, width in self.widths},
            "frozen": self.frozen,
        }

    @classmethod
    def from_json(cls, document: object) -> "ColumnLayout":
        """Read the remembered form; what this version does not know is left aside.

        Columns that were unknown then stand at the end, hidden unless they are shown by default.
        """
        standard = cls()
        if not isinstance(document, Mapping) or not document:
            return standard
        order = tuple(dict.fromkeys(_keys(document.get("order"))))
        order += tuple(key for key in standard.order if key not in order)
        told = frozenset(_keys(document.get("order")))
        hidden = frozenset(_keys(document.get("hidden"))) | (standard.hidden - told)
        if len(hidden) == len(order):
            hidden = standard.hidden
        frozen = document.get("frozen")
        shown = len(order) - len(hidden)
        return cls(
            order,
            hidden,
            _widths(document.get("widths")),
            min(max(frozen, 0), shown) if isinstance(frozen, int) else 0,
        )


def _keys(names: object) -> Sequence[ColumnKey]:
    if not isinstance(names, list):
        return []
    known = {key.value for key in ColumnKey}
    return [ColumnKey(name) for name in names if isinstance(name, str) and name in known]


def _widths(document: object) -> tuple[tuple[ColumnKey, int], ...]:
    if not isinstance(document, Mapping):
        return ()
    known = {key.value for key in ColumnKey}
    return tuple(
        (ColumnKey(name), min(max(width, NARROWEST), WIDEST))
        for name, width in document.items()
        if name in known and isinstance(width, int)
    )
