"""Where the keyboard is, for the sheet of shortcuts to begin with."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from cockpit.ui.actions import Where


def places_of(focused: QWidget | None, parts: Mapping[QWidget, Where]) -> tuple[Where, ...]:
    """Return the places that the keyboard is in, the nearest first.

    Args:
        focused: Who has the keyboard.
        parts: The window's parts by their widget.
    """
    found: list[Where] = []
    widget = focused
    while widget is not None:
        where = parts.get(widget)
        if where is not None and where not in found:
            found.append(where)
        widget = widget.parentWidget()
    return tuple(found)
