"""Filling many widgets at once without laying their parents out after each of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def held_still(*holders: QWidget) -> Iterator[None]:
    """Let nothing be laid out in these widgets until all of their parts are filled.

    Qt lays out all parents at once whenever a hidden part is shown; here they are laid out once,
    when the event loop goes on.
    """
    layouts = [layout for holder in holders if (layout := holder.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
