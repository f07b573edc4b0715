"""The indicators as they are painted for the documents."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from cockpit.app.window import Desk

Settle = Callable[[], None]

_NAMES = (
    "contacts", "reactivation", "objections", "portfolio", "bridge", "campaigns", "cycles",
)  # fmt: skip


def _page(desk: Desk, settle: Settle, number: int) -> QWidget:
    corner = desk.window.indicators
    corner.open()
    settle()
    assert corner.screen is not None  # noqa: S101 - it has just been opened
    corner.screen.show_page(number)
    settle()
    return desk.window


def _definitions(desk: Desk, settle: Settle) -> QWidget:
    """Show what the figures of contacts count."""
    shown = _page(desk, settle, 0)
    assert desk.window.indicators.screen is not None  # noqa: S101 - see above
    desk.window.indicators.screen.explain()
    return shown


INDICATOR_SCREENS: dict[str, Callable[[Desk, Settle], QWidget]] = {
    **{f"indicators_{name}": partial(_page, number=n) for n, name in enumerate(_NAMES)},
    "indicators_definitions": _definitions,
}
