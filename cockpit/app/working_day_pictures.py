"""The working day as it is painted for the documents."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cockpit.app.window import Desk
from cockpit.domain.vocabulary import BreakKind
from cockpit.ui.working_time.correction import CorrectionDialog

Settle = Callable[[], None]
Picture = Callable[[Desk, Settle], QWidget]


def _break_choice(desk: Desk, settle: Settle) -> QWidget:
    desk.ctx.day_keeper.begin()
    settle()
    desk.window.working_day.toggle_break()
    return desk.window


def _break(desk: Desk, settle: Settle) -> QWidget:
    desk.ctx.day_keeper.take_break(BreakKind.REST)
    settle()
    return desk.window


def _working_time(desk: Desk, settle: Settle) -> QWidget:
    """Show the last day that has anything in it."""
    desk.ctx.day_keeper.begin()
    settle()
    desk.window.screens.show_working_time()
    settle()
    screen = desk.window.screens.working_time
    assert screen is not None  # noqa: S101 - it has just been made
    for _ in range(7):
        screen.step(-1)
        settle()
        if screen.spans.isVisible():
            break
    return desk.window


def _correction(desk: Desk, settle: Settle) -> QWidget:
    _working_time(desk, settle)
    screen = desk.window.screens.working_time
    assert screen is not None  # noqa: S101 - it is shown
    screen.spans.setCurrentIndex(screen.spans.records.index(2, 0))
    screen.correct()
    settle()
    return desk.window.findChildren(CorrectionDialog)[0]


WORKING_DAY_SCREENS: dict[str, Picture] = {
    "break_choice": _break_choice,
    "break": _break,
    "working_time": _working_time,
    "working_time_correction": _correction,
}
