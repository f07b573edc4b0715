"""Breaks over the window, the day's state at its foot, the record with corrections and its file."""

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.day_record import CallTime, Span
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import BreakKind
from cockpit.ui.actions import ActionId
from cockpit.ui.main_window import MainWindow
from cockpit.ui.working_time.correction import CorrectionDialog
from cockpit.ui.working_time.screen import WorkingTimeScreen
from tests.support.keys import press
from tests.support.ui_data import UiWorld

HOUR = timedelta(hours=1)


@pytest.fixture
def window(world: UiWorld, qtbot: QtBot) -> Iterator[MainWindow]:
    shown = MainWindow(world.ctx)
    qtbot.addWidget(shown)
    shown.show()
    shown.start()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitActive(shown)
    yield shown
    shown.close()


def state(window: MainWindow) -> str:
    return window._status_bar.day_state.text()


def rest(window: MainWindow, qtbot: QtBot) -> None:
    """Take a rest by keys alone."""
    press(qtbot, window, Qt.Key.Key_F12)
    press(qtbot, window, Qt.Key.Key_Return)


def test_the_first_claim_begins_the_day_and_the_foot_tells_it(window: MainWindow):
    assert state(window) == "Dia não começado"
    window.action(ActionId.NEXT_CALL).trigger()
    assert state(window) == "Jornada 0 min"


def test_a_break_covers_the_window_until_the_key_comes_again(
    world: UiWorld, window: MainWindow, qtbot: QtBot
):
    rest(window, qtbot)
    screen = window.working_day.screen
    assert screen.isVisible()
    assert screen.geometry() == window.rect()
    assert "Descanso" in screen.sentences()
    assert not window.centralWidget().isEnabled()
    assert world.day_keeper.is_on_break
    press(qtbot, window, Qt.Key.Key_F12)
    assert not screen.isVisible()
    assert window.centralWidget().isEnabled()
    assert not world.day_keeper.is_on_break


def test_enter_on_the_break_screen_comes_back_too(world: UiWorld, window: MainWindow, qtbot: QtBot):
    rest(window, qtbot)
    press(qtbot, window, Qt.Key.Key_Space)
    assert not world.day_keeper.is_on_break


def test_who_was_called_is_put_back_and_taken_again(
    world: UiWorld, window: MainWindow, qtbot: QtBot
):
    window.action(ActionId.NEXT_CALL).trigger()
    called = world.queue.held.customer_id
    rest(window, qtbot)
    assert world.queue.held is None
    press(qtbot, window, Qt.Key.Key_F12)
    assert world.queue.held.customer_id == called


@pytest.mark.parametrize("is_calling", [False, True])
def test_after_a_break_the_keyboard_is_where_the_hand_was(
    window: MainWindow, qtbot: QtBot, is_calling: bool
):
    if is_calling:
        window.action(ActionId.NEXT_CALL).trigger()
        qtbot.waitUntil(window.contact_form.has_keyboard)
    else:
        window.work_list.focus_list()
    before = QApplication.focusWidget()
    rest(window, qtbot)
    assert QApplication.focusWidget() is window.working_day.screen.back_button
    press(qtbot, window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_during_a_break_no_key_reaches_what_it_covers(
    world: UiWorld, window: MainWindow, qtbot: QtBot
):
    window.action(ActionId.NEXT_CALL).trigger()
    rest(window, qtbot)
    awake = [one for one in ActionId if one in window._actions and window.action(one).isEnabled()]
    assert awake == [
        ActionId.BREAK, ActionId.THEME, ActionId.LANGUAGE, ActionId.SHORTCUTS, ActionId.QUIT,
    ]  # fmt: skip
    press(qtbot, window, Qt.Key.Key_F8)
    assert world.queue.held is None
    press(qtbot, window, Qt.Key.Key_F12)
    assert window.action(ActionId.SEARCH).isEnabled()


def test_a_notification_clicked_during_a_break_wakes_nothing_beneath_it(
    world: UiWorld, window: MainWindow, qtbot: QtBot
):
    rest(window, qtbot)
    window.show_reminders()
    window.reminders_list.customer_requested.emit(UUID(int=1))
    assert not window.reminders_list.isVisible()
    assert not window.action(ActionId.NEXT_CALL).isEnabled()
    assert world.queue.held is None


def test_the_advised_meal_is_proposed(world: UiWorld, window: MainWindow, qtbot: QtBot):
    world.days.spans.append(Span(new_id(), None, world.clock.now() - 4 * HOUR))
    world.day_keeper.look()
    assert state(window).endswith("hora da refeição (F12)")
    rest(window, qtbot)
    assert world.day_keeper.pause.kind is BreakKind.MEAL


def test_the_day_ends_and_begins_by_key(world: UiWorld, window: MainWindow):
    window.action(ActionId.DAY).trigger()
    assert world.day_keeper.is_open
    window.action(ActionId.DAY).trigger()
    assert state(window) == "Dia encerrado · 0 min"


def test_the_break_screen_speaks_the_other_language_at_once(window: MainWindow, qtbot: QtBot):
    rest(window, qtbot)
    window.action(ActionId.LANGUAGE).trigger()
    qtbot.waitUntil(lambda: "Rest" in window.working_day.screen.sentences())
    press(qtbot, window, Qt.Key.Key_F12)
    assert state(window) == "Working 0 min"
    window.action(ActionId.LANGUAGE).trigger()


@pytest.fixture
def screen(world: UiWorld, qtbot: QtBot) -> WorkingTimeScreen:
    """The record of a morning with a meal, one call, and a stretch that goes on."""
    now = world.clock.now().replace(second=0, microsecond=0)
    work, meal = new_id(), new_id()
    world.days.spans = [
        Span(work, None, now - 4 * HOUR, now - HOUR),
        Span(meal, BreakKind.MEAL, now - 3 * HOUR, now - 2 * HOUR),
    ]
    world.days.calls = [CallTime(UUID(int=5), "Acatama", now - HOUR, "Não atendeu", 247)]
    made = WorkingTimeScreen(world.ctx)
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    made.open()
    return made


def test_the_record_adds_up(screen: WorkingTimeScreen):
    assert screen.totals_text() == (
        "2 h 00 de trabalho   ·   Refeição 1 h 00   ·   1 contato   ·   4:07 por ligação"
    )
    assert [one.customer_name for one in screen.calls.records.rows] == ["Acatama"]


def test_a_day_without_anything_says_so_and_the_days_can_be_leafed_through(
    screen: WorkingTimeScreen, qtbot: QtBot
):
    today = screen.day
    qtbot.keyClick(screen.spans, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert screen.day == today - timedelta(days=1)
    assert not screen.spans.isVisible()
    screen.step(1)
    screen.step(1)
    assert screen.day == today


def test_a_correction_asks_for_a_reason_and_is_told_in_the_record(
    world: UiWorld, screen: WorkingTimeScreen, qtbot: QtBot
):
    screen.spans.setCurrentIndex(screen.spans.records.index(1, 0))
    screen.correct()
    [dialog] = screen.findChildren(CorrectionDialog)
    dialog.end.setTime(QTime(6, 30))
    dialog.save_button.click()
    assert dialog.trouble() == "Escreva o motivo da correção."
    assert world.days.corrections == []
    dialog.reason.setText("voltei antes")
    dialog.save_button.click()
    assert screen.totals_text().startswith("2 h 30 de trabalho   ·   Refeição 30 min")
    assert screen.spans.records.rows[1].reason == "voltei antes"


def test_what_never_was_is_struck(world: UiWorld, screen: WorkingTimeScreen):
    screen.spans.setCurrentIndex(screen.spans.records.index(1, 0))
    screen.correct()
    [dialog] = screen.findChildren(CorrectionDialog)
    dialog.reason.setText("não saí")
    dialog.strike_button.click()
    assert screen.totals_text().startswith("3 h 00 de trabalho   ·   1 contato")


def test_the_end_of_what_goes_on_is_not_asked_for(world: UiWorld, screen: WorkingTimeScreen):
    world.days.spans.append(Span(new_id(), None, world.clock.now() - timedelta(minutes=5)))
    screen.reload()
    screen.spans.setCurrentIndex(screen.spans.records.index(2, 0))
    screen.correct()
    [dialog] = screen.findChildren(CorrectionDialog)
    assert not dialog.end.isEnabled()
    assert not dialog.strike_button.isVisibleTo(dialog)
    dialog.reject()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_record_goes_into_a_file(
    screen: WorkingTimeScreen, tmp_path: Path, qtbot: QtBot, suffix: str
):
    path = tmp_path / f"jornada{suffix}"
    with qtbot.waitSignal(screen.message_raised) as told:
        screen.file.write(path, screen.day, screen.day)
    assert told.args == [f"4 linhas gravadas em jornada{suffix}"]
    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        assert [(one["O quê"], one["Minutos"]) for one in rows] == [
            ("Trabalho", "180"), ("Refeição", "60"), ("Total: Trabalho", "120"),
            ("Total: Refeição", "60"),
        ]  # fmt: skip
        assert (rows[2]["Contatos"], rows[2]["Segundos por ligação"]) == ("1", "247")


def test_nothing_is_told_of_a_day_of_which_nobody_worked(world: UiWorld, qtbot: QtBot):
    made = WorkingTimeScreen(world.ctx)
    qtbot.addWidget(made)
    made.open()
    assert made.totals_text() == "0 min de trabalho   ·   nenhum contato"
