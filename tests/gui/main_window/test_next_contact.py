"""One key sets the next contact of whoever is in sight, and one takes it back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cockpit.ui.actions import ActionId
from cockpit.ui.main_window import MainWindow
from cockpit.ui.next_contact.dialog import NextContactDialog
from tests.support.ui_data import UiWorld


def dialog_of(window: MainWindow) -> NextContactDialog:
    return next(one for one in window.findChildren(NextContactDialog) if one.isVisible())


def chosen(window: MainWindow, world: UiWorld) -> object:
    customer_id = world.work_list.rows[0]["customer_id"]
    window.work_list.show_customer(customer_id)
    return customer_id


def set_for_tomorrow(qtbot: QtBot, window: MainWindow) -> None:
    dialog = dialog_of(window)
    qtbot.keyClicks(dialog.when.line, "amanha 15h")
    QTest.keyClick(dialog.when.line, Qt.Key.Key_Return)


def test_the_key_sets_it_for_the_client_in_the_list_and_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, world: UiWorld
) -> None:
    customer_id = chosen(window, world)
    window.action(ActionId.NEXT_CONTACT).trigger()
    set_for_tomorrow(qtbot, window)
    assert world.agenda.log[-1][:2] == ("set_next", customer_id)
    assert window.action(ActionId.UNDO).isEnabled()
    window.action(ActionId.UNDO).trigger()
    assert world.agenda.log[-1] == ("take_back", 1)
    assert not window.action(ActionId.UNDO).isEnabled()


def test_in_the_form_it_goes_into_the_contact(
    qtbot: QtBot, window: MainWindow, world: UiWorld
) -> None:
    customer_id = chosen(window, world)
    window.calls.controller.take(customer_id)  # type: ignore[arg-type]
    window.contact_form.take_focus()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.contact_form.has_keyboard()
    window.action(ActionId.NEXT_CONTACT).trigger()
    set_for_tomorrow(qtbot, window)
    assert not [one for one in world.agenda.log if one[0] == "set_next"]
    field = window.contact_form._fields._next
    assert field.line.text().endswith("15:00")
    outcomes = window.contact_form._fields._outcomes  # what happened is still to be told
    assert outcomes.hasFocus() or outcomes.isAncestorOf(window.focusWidget())


def test_in_the_agenda_it_is_for_the_chosen_one(
    qtbot: QtBot, window: MainWindow, world: UiWorld
) -> None:
    item = world.agenda.add(0)
    window.action(ActionId.AGENDA).trigger()
    assert window.screens.client() == item.customer_id
    window.action(ActionId.NEXT_CONTACT).trigger()
    assert "Cliente 1" in dialog_of(window).text()
    dialog_of(window).reject()


def test_in_the_palette_it_is_for_the_client_whose_line_is_current(
    qtbot: QtBot, window: MainWindow, world: UiWorld
) -> None:
    row = world.work_list.rows[3]
    window.action(ActionId.PALETTE).trigger()
    window.commands.line.setText(str(row["name"]))
    client = next(i for i, one in enumerate(window.commands.items()) if "client:" in one.key)
    window.commands._list.setCurrentIndex(window.commands._model.index(client))
    assert window.commands.client() is not None
    window.action(ActionId.NEXT_CONTACT).trigger()
    set_for_tomorrow(qtbot, window)
    assert world.agenda.log[-1][0] == "set_next"


def test_without_a_client_it_says_so(qtbot: QtBot, window: MainWindow, world: UiWorld) -> None:
    window.action(ActionId.LEDGER).trigger()
    assert window.screens.client() is None
    window.action(ActionId.NEXT_CONTACT).trigger()
    assert not [one for one in window.findChildren(NextContactDialog) if one.isVisible()]
