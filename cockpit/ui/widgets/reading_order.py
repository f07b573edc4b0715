"""Tab goes through a layout as it is read, in whatever order its widgets were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_read(layout: QLayout) -> None:
    """Let Tab go through a layout's widgets, and what these are made of, in their order."""
    for one, following in pairwise(_widgets(layout)):
        QWidget.setTabOrder(one, following)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        within, widget = item.layout(), item.widget()
        if within is not None:
            yield from _widgets(within)
        elif widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif widget is not None:
            part = widget.widget() if isinstance(widget, QScrollArea) else widget
            inner = None if part is None else part.layout()
            if inner is not None:
                yield from _widgets(inner)
