"""The reading of contacts as it is painted for the documents."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cockpit.app.window import Desk
from cockpit.domain.review import ReviewFilter
from cockpit.ui.review.screen import RECEIVED, ReviewScreen

Settle = Callable[[], None]


def _open(desk: Desk, settle: Settle) -> ReviewScreen:
    desk.window.review.open()
    settle()
    screen = desk.window.review.screen
    assert screen is not None  # noqa: S101 - it has just been opened
    return screen


def _review(desk: Desk, settle: Settle) -> QWidget:
    """Read a contact of which somebody thought something."""
    screen = _open(desk, settle)
    rows = screen.table.records.rows
    place = next((n for n, one in enumerate(rows) if one.reply), 0)
    screen.table.go_to(place)
    settle()
    return desk.window


def _search(desk: Desk, settle: Settle) -> QWidget:
    """Look for words in the notes."""
    screen = _open(desk, settle)
    screen.read(replace(ReviewFilter(), text="concorrente volu", last_days=None))
    settle()
    return desk.window


def _sample(desk: Desk, settle: Settle) -> QWidget:
    """Read a fair sample."""
    screen = _open(desk, settle)
    screen.read(ReviewFilter(of_each=5))
    settle()
    return desk.window


def _comments(desk: Desk, settle: Settle) -> QWidget:
    """Show an operator what was said of their contacts."""
    screen = _open(desk, settle)
    screen.show_page(RECEIVED)
    settle()
    return desk.window


REVIEW_SCREENS: dict[str, Callable[[Desk, Settle], QWidget]] = {
    "review": _review,
    "review_search": _search,
    "review_sample": _sample,
    "review_comments": _comments,
}
