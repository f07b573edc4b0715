"""The window carries what one screen says to the others."""

import gc
import weakref
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import AsOfClock
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.list_query import Group, GroupTotal
from cockpit.domain.vocabulary import HoldKind, ReminderState
from cockpit.ui.actions import ActionId
from cockpit.ui.desk import Arrangement
from cockpit.ui.main_window import MainWindow
from cockpit.ui.theme import FontRole, Height, Scheme, make_font
from tests.support.keys import press
from tests.support.ui_data import TODAY, UiWorld

DUE = datetime(2022, 3, 22, 11, tzinfo=UTC)


def texts(window: MainWindow) -> str:
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    buttons = [one.text() for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join(labels + buttons)


class Order(QObject):
    """Notes when a list is painted and when a client is shown."""

    LIST, CLIENT = "list", "client"

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.seen: list[str] = []
        viewport.installEventFilter(self)

    def note_client(self) -> None:
        self.seen.append(self.CLIENT)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append(self.LIST)
        return False


def shown_name(window: MainWindow) -> str:
    panel = window.customer_panel.panel
    assert panel is not None
    return panel.profile.trade_name


def test_choosing_a_customer_shows_them(world: UiWorld, window: MainWindow, qtbot: QtBot):
    window.work_list.step(5)
    qtbot.waitUntil(lambda: window.customer_panel.panel is not None)
    assert shown_name(window) == window.work_list.name_of(window.work_list.model.customer_at(5))


def test_the_list_is_painted_before_whom_its_arrow_chose_is_read(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    order = Order(active.work_list.view.viewport())
    active.customer_panel.panel_shown.connect(order.note_client)
    active.customer_panel.preload([active.work_list.model.customer_at(1)])
    for row in (1, 2):  # who was read ahead of time, and who was not
        order.seen.clear()
        press(qtbot, active, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: Order.CLIENT in order.seen)
        assert order.seen[0] == Order.LIST
        assert shown_name(active) == active.work_list.name_of(
            active.work_list.model.customer_at(row)
        )


def test_whoever_is_called_right_after_an_arrow_waits_for_no_painting(
    active: MainWindow, qtbot: QtBot
):
    press(qtbot, active, Qt.Key.Key_Down)
    press(qtbot, active, Qt.Key.Key_Return)
    assert shown_name(active) == active.work_list.name_of(active.work_list.model.customer_at(1))
    press(qtbot, active, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert active.customer_panel.panel is not None  # beside a call the client comes first


def test_enter_goes_to_the_contact_form_and_escape_back(active: MainWindow, qtbot: QtBot):
    press(qtbot, active, Qt.Key.Key_Return)
    assert active.contact_form.isAncestorOf(QApplication.focusWidget())
    press(qtbot, active, Qt.Key.Key_Escape)
    assert active.work_list.view.hasFocus()


def test_one_key_takes_a_change_of_many_back_until_a_call_begins(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    bulk = active.work_list.tools.bulk
    rows = active.work_list.marking.shown()
    assert rows is not None
    for is_calling in (False, True):
        bulk._rows = rows
        bulk._on_campaign_picked(UUID(int=601), "Volta às aulas")
        if is_calling:
            active.work_list.customer_opened.emit(active.work_list.chosen)
        active.work_list.focus_list()
        press(qtbot, active, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(world.work_list.asked) == 2
    assert len(world.work_list.taken_back) == 1
    assert bulk.can_undo


def test_next_and_previous_work_from_inside_the_form(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    press(qtbot, active, Qt.Key.Key_Return)
    press(qtbot, active, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    listed = active.work_list
    assert shown_name(active) == listed.name_of(listed.model.customer_at(1))
    press(qtbot, active, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert shown_name(active) == listed.name_of(listed.model.customer_at(0))


def test_a_slash_searches_and_escape_empties_the_search_first(active: MainWindow, qtbot: QtBot):
    bar = active.work_list.filter_bar
    press(qtbot, active, Qt.Key.Key_Slash)
    assert bar.has_search_focus()
    qtbot.keyClicks(QApplication.focusWidget(), "serra")
    assert bar.query == "serra"
    press(qtbot, active, Qt.Key.Key_Escape)
    assert bar.query == ""
    press(qtbot, active, Qt.Key.Key_Escape)
    assert active.work_list.view.hasFocus()


def test_escape_empties_the_search_before_it_leaves_the_call(active: MainWindow, qtbot: QtBot):
    active.calls.controller.next()
    qtbot.waitUntil(lambda: active.desk.arrangement is Arrangement.CALL)
    bar = active.work_list.filter_bar
    bar.focus_search("ninguém")
    press(qtbot, active, Qt.Key.Key_Escape)
    assert bar.query == ""
    assert active.desk.arrangement is Arrangement.CALL
    press(qtbot, active, Qt.Key.Key_Escape)
    assert active.desk.arrangement is Arrangement.BROWSE


def test_a_search_without_a_hit_is_read_in_the_narrow_list(active: MainWindow, qtbot: QtBot):
    active.resize(1366, 768)
    active.calls.controller.next()
    active.work_list.filter_bar.set_query("um nome que ninguém aqui tem, nem um pouco")
    label = active.work_list._state._sentence
    qtbot.waitUntil(lambda: label.visibleRegion().boundingRect() == label.rect())
    assert label.height() >= label.heightForWidth(label.width())


def test_groups_are_reached_by_key(active: MainWindow, qtbot: QtBot):
    held = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, active, Qt.Key.Key_PageDown, *held)
    assert active.work_list.filter_bar.group is Group.CALLBACKS
    press(qtbot, active, Qt.Key.Key_PageUp, *held)
    press(qtbot, active, Qt.Key.Key_PageUp, *held)
    assert active.work_list.filter_bar.group is Group.PROSPECT


def test_due_reminders_are_shown_inside_and_on_the_desktop(world: UiWorld, window: MainWindow):
    world.database.reminders.arm(DUE, "Acatama Brinquedos")
    world.database.reminders.arm(DUE + timedelta(minutes=15), "Agro Sul")
    world.reminder_clock.start()
    assert window.reminders_list.isVisible()
    assert window.reminders_list.count == 2
    assert [one.title for one in world.notifier.shown] == ["Acatama Brinquedos", "Agro Sul"]


def test_the_answer_of_the_desktop_opens_the_client_or_the_list(world: UiWorld, active: MainWindow):
    wanted = world.work_list.rows[33]
    armed = world.database.reminders.arm(DUE, wanted["name"])
    known = replace(armed, customer_id=wanted["customer_id"])
    world.database.reminders.reminders[armed.reminder_id] = known
    world.reminder_clock.start()
    active.reminders.close()
    active.reminders.answer((armed.reminder_id,), "open", "")
    assert shown_name(active) == wanted["name"]
    assert not active.reminders_list.isVisible()
    active.reminders.answer((armed.reminder_id, new_id()), "open", "")
    assert active.reminders_list.isVisible()


def test_the_desktops_other_answers_snooze_and_finish(world: UiWorld, active: MainWindow):
    first, second = world.database.reminders.arm(DUE), world.database.reminders.arm(DUE)
    world.reminder_clock.start()
    active.reminders.answer((first.reminder_id,), "snooze", "")
    active.reminders.answer((second.reminder_id,), "done", "")
    active.reminders.answer((second.reminder_id,), "dismissed", "")
    states = {key: one.state for key, one in world.database.reminders.reminders.items()}
    assert states[first.reminder_id] is ReminderState.SNOOZED
    assert states[second.reminder_id] is ReminderState.DONE


def test_a_key_keeps_reminders_quiet_and_the_bell_says_so(world: UiWorld, window: MainWindow):
    world.reminder_clock.start()
    window.action(ActionId.QUIET).trigger()
    assert "em silêncio até" in texts(window)
    world.database.reminders.arm(DUE)
    world.database.commit(ChangeNotice(frozenset({Topic.AGENDA})))
    world.reminder_clock.replan()
    assert world.notifier.shown == []
    window.reminders.open()
    assert "Lembretes em silêncio até" in texts(window)
    window.action(ActionId.QUIET).trigger()
    assert len(world.notifier.shown) == 1
    assert "voltaram a avisar" in texts(window)


def test_the_bell_counts_what_waits(world: UiWorld, window: MainWindow):
    assert window._top_bar.bell.count() == 0
    world.database.reminders.arm(DUE)
    world.reminder_clock.start()
    assert window._top_bar.bell.count() == 1


def test_a_reminders_customer_is_opened(world: UiWorld, active: MainWindow):
    wanted = world.work_list.rows[33]
    active.work_list.filter_bar.set_query("nenhures")
    active.reminders_list.show()
    active.reminders_list.customer_requested.emit(wanted["customer_id"])
    assert shown_name(active) == wanted["name"]
    assert not active.reminders_list.isVisible()
    assert active.contact_form.isAncestorOf(QApplication.focusWidget())


def test_the_status_bar_says_day_and_sums(world: UiWorld, window: MainWindow):
    shown = texts(window)
    cents = sum(row["at_risk_cents"] for row in world.work_list.rows)
    assert "SQLite" in shown
    assert "Posição de 22/03/2022" in shown
    assert f"120 clientes  ·  R$ {round(cents / 100):,} em risco".replace(",", ".") in shown
    window.work_list.filter_bar.set_query("nenhures")
    assert "nenhum cliente" in texts(window)


def test_the_sums_change_without_moving_what_stands_beside_them(window: MainWindow, qtbot: QtBot):
    def places() -> list[object]:
        return [one.geometry() for one in bar.findChildren(QLabel)]

    bar = window._status_bar
    bar.layout().activate()
    before = places()
    for query in ("serra", "nenhures", ""):
        window.work_list.filter_bar.set_query(query)
        bar.layout().activate()
        assert places() == before


def test_a_saved_contact_is_confirmed(world: UiWorld, window: MainWindow):
    window.contact_form.told.emit("Salvo 09:00")
    assert window._status_bar.message() == "Salvo 09:00"


def test_the_theme_key_turns_dark_and_is_remembered(world: UiWorld, window: MainWindow):
    window._actions[ActionId.THEME].trigger()
    assert world.theme.scheme is Scheme.DARK
    assert world.preferences.theme == "dark"
    window._actions[ActionId.THEME].trigger()
    assert world.theme.scheme is Scheme.LIGHT


def test_the_language_changes_everywhere_at_once(
    world: UiWorld, window: MainWindow, qapp: QApplication
):
    window._top_bar.language_requested.emit(Language.ENGLISH)
    qapp.processEvents()
    shown = texts(window)
    assert "Callbacks" in shown
    assert "120 customers" in shown
    assert "As of 22/03/2022" in shown
    assert world.preferences.language is Language.ENGLISH
    assert "Retornos" not in shown


def test_the_windows_shape_is_remembered(world: UiWorld, window: MainWindow, qtbot: QtBot):
    window.desk._columns.setSizes([700, 666])
    window.desk._columns.splitterMoved.emit(700, 1)
    left = window.desk._columns.sizes()[0]
    window.showMaximized()
    window.close()
    again = MainWindow(world.ctx)
    qtbot.addWidget(again)
    assert again.isMaximized()
    assert world.preferences.value("desk.browse.list", [])[0] == left
    again.close()


def test_the_sheet_names_every_declared_shortcut(window: MainWindow, qapp: QApplication):
    window._actions[ActionId.SHORTCUTS].trigger()
    sheet = window.findChild(QDialog)
    shown = "\n".join(label.text() for label in sheet.findChildren(QLabel))
    for words in ("Próximo cliente", "Ctrl+PgDown", "Buscar", "Ctrl+F", "Salvar e ficar"):
        assert words in shown
    sheet.close()


@pytest.mark.parametrize("language", list(Language))
def test_a_small_laptop_shows_seventeen_rows_and_cuts_no_word(
    world: UiWorld, window: MainWindow, qapp: QApplication, qtbot: QtBot, language: Language
):
    window._top_bar.language_requested.emit(language)
    window.resize(1366, 768)
    qapp.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
    view = window.work_list.view
    assert view.viewport().height() // Height.ROW >= 17
    header, letters = view.horizontalHeader(), QFontMetrics(make_font(FontRole.CAPTION))
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        title = header.model().headerData(section, Qt.Orientation.Horizontal)
        room = header.sectionSize(section) - (4 if section == 0 else 12)
        assert letters.horizontalAdvance(title) <= room, title
    chips = [one for one in window._top_bar.findChildren(QPushButton) if one.isVisible()]
    qtbot.waitUntil(lambda: all(chip.width() >= chip.sizeHint().width() for chip in chips))


def test_the_tabs_give_way_to_a_narrower_window_and_to_a_large_portfolios_counts(
    window: MainWindow, qtbot: QtBot
):
    window.resize(1366, 768)
    bar, menu = window.work_list.filter_bar, window._top_bar.menu_button
    qtbot.waitUntil(lambda: window.minimumSizeHint().width() < 1200)
    window.resize(1200, 768)
    bar.set_totals({group: GroupTotal(123_456, 10**11) for group in Group})
    window._top_bar.show_queue(123_456)
    qtbot.waitUntil(lambda: bar._more.isVisible() and menu.geometry().right() < 1200)
    chosen = bar._chips[bar.group]
    qtbot.waitUntil(lambda: chosen.width() >= chosen.sizeHint().width())
    assert window.width() == 1200


def test_the_save_button_is_in_view_on_a_laptop_with_a_task_bar(
    world: UiWorld, window: MainWindow, qtbot: QtBot
):
    window.resize(1366, 698)
    window.calls.controller.next()
    buttons = window.contact_form.findChildren(QPushButton)
    save = next(one for one in buttons if one.text() == "Salvar e próximo")
    qtbot.waitUntil(lambda: save.visibleRegion().boundingRect() == save.rect())


def test_midnight_reads_the_list_again(world: UiWorld, window: MainWindow):
    loads = world.work_list.loads
    window._on_minute_timeout()
    assert world.work_list.loads == loads
    object.__setattr__(world.clock, "day", TODAY + timedelta(days=1))
    assert isinstance(world.clock, AsOfClock)
    window._on_minute_timeout()
    assert world.work_list.loads == loads + 1
    assert "23/03/2022" in texts(window)


def test_a_change_elsewhere_refreshes_the_list_behind_an_open_form(
    world: UiWorld, active: MainWindow, qtbot: QtBot
):
    press(qtbot, active, Qt.Key.Key_Return)
    notice = ChangeNotice(frozenset({Topic.CONTACTS}))
    world.feed.changed.emit(notice)
    assert world.work_list.refreshes == [notice]
    assert active.contact_form.isAncestorOf(QApplication.focusWidget())


def test_the_reason_follows_the_list(world: UiWorld, active: MainWindow, qtbot: QtBot):
    reason = active.customer_panel.header.reason
    qtbot.waitUntil(lambda: bool(reason.full_text()))
    row = next(row for row in world.work_list.rows if row["customer_id"] == active.work_list.chosen)
    row.update(next_contact_at=None, hold=HoldKind.CLOSED)
    before = reason.full_text()
    world.feed.changed.emit(ChangeNotice(frozenset({Topic.QUEUE})))
    qtbot.waitUntil(lambda: reason.full_text() != before)


def test_a_window_that_was_closed_goes_without_a_word(world: UiWorld, qtbot: QtBot):
    window = MainWindow(world.ctx)
    window.show()
    window.start()
    assert window.close()
    last = weakref.ref(window)
    del window
    with qtbot.captureExceptions() as raised:
        gc.collect()
        QApplication.processEvents()
    assert last() is None
    assert raised == []
