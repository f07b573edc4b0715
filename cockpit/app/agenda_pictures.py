"""The agenda and the next contact, as they are painted for the documents."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from cockpit.app.window import Desk
from cockpit.ui.actions import ActionId
from cockpit.ui.agenda.head import View
from cockpit.ui.agenda.screen import AgendaScreen

Settle = Callable[[], None]
Picture = Callable[[Desk, Settle], QWidget]


def _agenda(desk: Desk, settle: Settle, *, view: View) -> QWidget:
    _opened(desk, settle, view)
    return desk.window


def _spread(desk: Desk, settle: Settle) -> QWidget:
    """Show how what is overdue would be spread."""
    screen = _opened(desk, settle, View.OVERDUE)
    screen.table.selectAll()
    screen.item_actions.ask_spread()
    settle()
    return _dialog(desk)


def _next_contact(desk: Desk, settle: Settle) -> QWidget:
    """Set another next contact of a client who has one."""
    screen = _opened(desk, settle, View.DAY)
    customer_id = screen.current_customer()
    assert customer_id is not None  # noqa: S101 - the demo company has one today
    desk.window.next_contact.open_for(customer_id)
    settle()
    return _dialog(desk)


def _opened(desk: Desk, settle: Settle, view: View) -> AgendaScreen:
    desk.window.action(ActionId.AGENDA).trigger()
    settle()
    screen = desk.window.screens.agenda
    assert screen is not None  # noqa: S101 - it has just been made
    screen.show_view(view)
    settle()
    return screen


def _dialog(desk: Desk) -> QWidget:
    return [one for one in desk.window.findChildren(QDialog) if one.isVisible()][-1]


AGENDA_SCREENS: dict[str, Picture] = {
    "agenda_day": partial(_agenda, view=View.DAY),
    "agenda_overdue": partial(_agenda, view=View.OVERDUE),
    "agenda_week": partial(_agenda, view=View.WEEK),
    "agenda_month": partial(_agenda, view=View.MONTH),
    "agenda_spread": _spread,
    "next_contact": _next_contact,
}
