"""Drafts that a closed or crashed program left: told at start, opened and discarded by keyboard."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.ui.actions import ActionId
from cockpit.ui.main_window import MainWindow
from tests.support.ui_data import UiWorld

CTRL = Qt.KeyboardModifier.ControlModifier
RECORDS = [UUID(int=0xD0 + number) for number in range(3)]


def left_behind(world: UiWorld) -> list[UUID]:
    """Leave a contact's, a correction's and pitch notes' drafts; return whose they are."""
    first, second, third = (row["customer_id"] for row in world.work_list.rows[3:6])
    stored = world.preferences._values
    stored[f"draft.{first}"] = {
        "contact_id": str(RECORDS[0]),
        "note": "Pediu a tabela\nnova de tubos",
        "outcome": "callback",
        "kept_at": "2022-03-22T11:40:00+00:00",
    }
    stored[f"pitch_draft.{second}"] = {
        "note_id": str(RECORDS[1]),
        "why_stopped": "Trocou de comprador",
        "arguments": "",
        "offer": "",
        "goal": "",
        "kept_at": "2022-03-21T18:00:00+00:00",
    }
    amended = UUID(int=(third.int << 8) + 1)
    stored[f"draft.{third}.{amended}"] = {"contact_id": str(RECORDS[2]), "note": "Era outro"}
    stored["draft.broken"] = {"contact_id": "x"}
    return [first, second, third]


@pytest.fixture
def customers(world: UiWorld) -> list[UUID]:
    return left_behind(world)


@pytest.fixture
def window(world: UiWorld, customers: list[UUID], qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(world.ctx)
    qtbot.addWidget(made)
    made.show()
    made.start()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(window.drafts.popover.line, key, held)


def plainly(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        press(qtbot, window, key, Qt.KeyboardModifier.NoModifier)


def test_a_quiet_line_tells_how_many_wait_from_the_start(window: MainWindow) -> None:
    line = window._status_bar.drafts
    assert line.isVisible()
    assert line.text() == "3 rascunhos guardados"


def test_the_list_tells_whose_since_when_and_the_first_words(
    window: MainWindow, customers: list[UUID]
) -> None:
    window.action(ActionId.DRAFTS).trigger()
    newest, earlier, unknown = window.drafts.popover.texts()
    who = f"Cliente {customers[0].int % 1000}"
    assert newest == f"{who} · 22/03 08:40 · Pediu a tabela nova de tubos"
    assert earlier.endswith("· 21/03 15:00 · anotações da abordagem · Trocou de comprador")
    assert unknown.endswith("· correção · Era outro")


def test_enter_goes_on_where_the_words_were_typed(
    qtbot: QtBot, window: MainWindow, customers: list[UUID]
) -> None:
    window.action(ActionId.DRAFTS).trigger()
    plainly(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.contact_form._fields.note != "")
    assert window.work_list.chosen == customers[0]
    assert window.contact_form._fields.note == "Pediu a tabela\nnova de tubos"
    assert window.contact_form.has_keyboard()
    qtbot.waitUntil(lambda: window._status_bar.drafts.text() == "2 rascunhos guardados")


def test_pitch_notes_open_the_card(qtbot: QtBot, window: MainWindow, customers: list[UUID]) -> None:
    window.action(ActionId.DRAFTS).trigger()
    plainly(qtbot, window, Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pitch_card.is_expanded)
    assert window.work_list.chosen == customers[1]
    assert window.pitch_card._editor.texts().why_stopped == "Trocou de comprador"


def test_letters_narrow_the_list(qtbot: QtBot, window: MainWindow) -> None:
    window.action(ActionId.DRAFTS).trigger()
    qtbot.keyClicks(window.drafts.popover.line, "comprador")
    assert len(window.drafts.popover.texts()) == 1


def test_a_discarded_draft_is_brought_back_by_ctrl_z(
    qtbot: QtBot, world: UiWorld, window: MainWindow, customers: list[UUID]
) -> None:
    place = f"draft.{customers[0]}"
    kept = world.preferences.value(place, {})
    window.action(ActionId.DRAFTS).trigger()
    plainly(qtbot, window, Qt.Key.Key_Delete)
    assert len(window.drafts.popover.texts()) == 2
    assert world.preferences.value(place, {}) == {}
    assert window._status_bar.drafts.text() == "2 rascunhos guardados"
    press(qtbot, window, Qt.Key.Key_Z)
    assert len(window.drafts.popover.texts()) == 3
    assert world.preferences.value(place, {}) == kept


def test_the_last_one_discarded_leaves_no_line(qtbot: QtBot, window: MainWindow) -> None:
    window.action(ActionId.DRAFTS).trigger()
    plainly(qtbot, window, *[Qt.Key.Key_Delete] * 3)
    assert window._status_bar.drafts.isHidden()
    assert window.drafts.popover.texts() == []
    press(qtbot, window, Qt.Key.Key_Z)
    assert window._status_bar.drafts.text() == "1 rascunho guardado"


def test_the_palette_finds_them(window: MainWindow) -> None:
    window.action(ActionId.PALETTE).trigger()
    window.commands.line.setText("rascunhos")
    assert window.commands.items()[0].title == "Rascunhos guardados"


def test_what_is_typed_in_a_call_counts_once_the_form_is_out_of_sight(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.action(ActionId.NEXT_CALL).trigger()
    form = window.contact_form
    qtbot.waitUntil(form.has_keyboard)
    form._fields._note.setPlainText("meia frase")
    form.flush_draft()
    window.drafts.shelf.look()
    assert window._status_bar.drafts.text() == "3 rascunhos guardados"
    window.action(ActionId.BACK_TO_LIST).trigger()
    qtbot.waitUntil(lambda: window._status_bar.drafts.text() == "4 rascunhos guardados")
