"""The states of the call loop that are painted for the documents."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from cockpit.app.listed_rows import listed_rows
from cockpit.app.window import Desk
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import Condition, Filter, Operator
from cockpit.domain.list_query import Group, ListQuery
from cockpit.domain.vocabulary import Channel
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.actions import ActionId
from cockpit.ui.contact_form.outcome_picker import OutcomePicker
from cockpit.ui.customer_panel.section_id import SectionId
from cockpit.ui.messages.settings_dialog import SettingsDialog
from cockpit.ui.wishes.dialog import WishesDialog

#: Waits until nothing is under way.
Settle = Callable[[], None]
Picture = Callable[[Desk, Settle], QWidget]
_NOBODY_WORD = "xyz"
_ENOUGH_LATE = 50_000
_SAID = "Conversei com a Cíntia: espera a posição do estoque e quer o preço da caixa fechada."


def _call(desk: Desk, settle: Settle, *, is_credit: bool = False) -> QWidget:
    """Be on the phone with somebody whose story has something to tell."""
    window = desk.window
    window.calls.controller.take(_told(desk, is_credit=is_credit))
    settle()
    return window


def _told(desk: Desk, *, is_credit: bool) -> UUID:
    """Return the client with the most to tell among those who may be called.

    Raises:
        BadInputError: There is nobody, as on an empty portfolio.
    """

    def weight(row: CustomerRow) -> tuple[bool, int]:
        return bool(row.objection) == (not is_credit), row.at_risk_cents

    table = desk.window.work_list.table
    assert table is not None  # noqa: S101 - the picture is taken once the list is there
    rows = [row for row in listed_rows(table) if row.bar is None]
    if not rows:
        raise BadInputError("picture_needs_client")
    fitting = [row for row in rows if (row.overdue_cents > 0) == is_credit] or rows
    return max(fitting, key=weight).customer_id


def _action(desk: Desk, settle: Settle, *, action: ActionId, is_calling: bool) -> QWidget:
    if is_calling:
        _call(desk, settle)
    desk.window.action(action).trigger()
    settle()
    return desk.window


def _dialog(desk: Desk, settle: Settle, *, action: ActionId) -> QWidget:
    """Open a dialog and return it, so that it is painted alone."""
    _action(desk, settle, action=action, is_calling=False)
    dialogs = [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
    return dialogs[-1] if dialogs else QApplication.activePopupWidget() or desk.window


def _reminder_settings(desk: Desk, settle: Settle) -> QWidget:
    dialog = _dialog(desk, settle, action=ActionId.SETTINGS)
    assert isinstance(dialog, SettingsDialog)  # noqa: S101 - its key was pressed
    dialog.tabs.setCurrentWidget(dialog.reminders)
    settle()
    return dialog


def _palette(desk: Desk, settle: Settle, *, text: str) -> QWidget:
    shown = _action(desk, settle, action=ActionId.PALETTE, is_calling=False)
    desk.window.commands.line.setText(text)
    settle()
    return shown


def _nobody(desk: Desk, settle: Settle) -> QWidget:
    """Ask for the next client on a tab where everybody buys in time or is blocked."""
    barred = Condition("bar", Operator.IS_FILLED)
    desk.window.work_list.apply(Group.ALL, Filter((barred,)))
    desk.window.calls.controller.next()
    settle()
    return desk.window


def _filter(desk: Desk, settle: Settle) -> QWidget:
    conditions = (
        Condition("at_risk_cents", Operator.AT_LEAST, (_ENOUGH_LATE,)),
        Condition("state", Operator.ONE_OF, ("SP", "MG")),
    )
    desk.window.work_list.apply(Group.AT_RISK, Filter(conditions))
    return _action(desk, settle, action=ActionId.FILTER, is_calling=False)


def _section(desk: Desk, settle: Settle, *, section: SectionId) -> QWidget:
    _call(desk, settle)
    desk.window.customer_panel.show_section(section)
    settle()
    return desk.window


def _no_hit(desk: Desk, settle: Settle) -> QWidget:
    desk.window.work_list.filter_bar.set_query(_NOBODY_WORD)
    settle()
    return desk.window


def _pitch(desk: Desk, settle: Settle) -> QWidget:
    return _action(desk, settle, action=ActionId.PITCH_CARD, is_calling=True)


def _contact_form(desk: Desk, settle: Settle) -> QWidget:
    """Write down what was said."""
    _call(desk, settle)
    form = desk.window.contact_form
    form.take_focus()
    form.findChildren(OutcomePicker)[0].choose("no_decision")
    form.findChildren(QPlainTextEdit)[0].setPlainText(_SAID)
    settle()
    return desk.window


def _amendment(desk: Desk, settle: Settle) -> QWidget:
    """Correct the newest contact of the first client who has one."""
    table = desk.window.work_list.table
    assert table is not None  # noqa: S101 - the picture is taken once the list is there
    first = table.select(ListQuery()).lines(0, len(table))
    rows = (table.rows([line])[0] for line in first)
    free = (one for one in rows if one.last_contact_at is not None and one.bar is None)
    row = next(free, None)
    if row is None:
        raise BadInputError("picture_needs_client")
    desk.window.calls.controller.take(row.customer_id)
    settle()
    story = desk.window.customer_panel.story
    entry: Any = next(
        (one for one in (story.timeline if story else ()) if one.kind.value == "contact"), None
    )
    if entry is not None:
        desk.window.customer_panel.amend_requested.emit(entry)
    settle()
    return desk.window


def _message(desk: Desk, settle: Settle) -> QWidget:
    _call(desk, settle)
    desk.window.customer_panel.message_requested.emit(Channel.WHATSAPP, None)
    settle()
    dialogs = [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
    return dialogs[-1]


def _wishes(desk: Desk, settle: Settle) -> QWidget:
    """Write down that a client wants to be called in the afternoon, and not by e-mail."""
    _call(desk, settle)
    dialog = _dialog(desk, settle, action=ActionId.WISHES)
    if isinstance(dialog, WishesDialog):
        dialog.likes.channel.setCurrentIndex(dialog.likes.channel.findData(Channel.WHATSAPP))
        dialog.likes.hours.setText("14-17")
        dialog.likes.days[1].setChecked(True)
        dialog.likes.days[3].setChecked(True)
        dialog.closing.channels[Channel.EMAIL].setChecked(True)
        dialog.closing.reason.setText("Pediu para parar com os e-mails")
    settle()
    return dialog


def _outside(desk: Desk, settle: Settle) -> QWidget:
    """Dial a client in the west, where it is too early."""
    window = desk.window
    table = window.work_list.table
    assert table is not None  # noqa: S101 - the picture is taken once the list is there
    early = [row for row in listed_rows(table) if row.bar is Bar.OUTSIDE_HOURS]
    if early:
        window.work_list.show_customer(early[0].customer_id)
        window.customer_panel.show_customer(early[0].customer_id)
    settle()
    window.customer_panel.dial()
    settle()
    return window


CALL_SCREENS: dict[str, Picture] = {
    "call": _call,
    "contact_form": _contact_form,
    "call_credit": partial(_call, is_credit=True),
    "call_skip": partial(_action, action=ActionId.SKIP, is_calling=True),
    "call_snooze": partial(_action, action=ActionId.SNOOZE, is_calling=True),
    "call_nobody": _nobody,
    "pitch_card": _pitch,
    "amendment": _amendment,
    "message": _message,
    "wishes": _wishes,
    "call_outside": _outside,
    "days_off": partial(_dialog, action=ActionId.DAYS_OFF),
    "closing": partial(_dialog, action=ActionId.CLOSING),
    "audit": partial(_dialog, action=ActionId.AUDIT),
    "templates": partial(_dialog, action=ActionId.TEMPLATES),
    "settings_reminders": _reminder_settings,
    "settings": partial(_dialog, action=ActionId.SETTINGS),
    "ledger": partial(_action, action=ActionId.LEDGER, is_calling=False),
    "palette": partial(_palette, text=""),
    "palette_found": partial(_palette, text="fer"),
    "list_filter": _filter,
    "list_columns": partial(_dialog, action=ActionId.COLUMNS),
    "list_views": partial(_dialog, action=ActionId.VIEWS),
    "list_no_hit": _no_hit,
    **{f"client_{one.value}": partial(_section, section=one) for one in SectionId},
}
