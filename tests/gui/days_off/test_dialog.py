"""The days without calls in their dialog."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.days_off import DayOff
from cockpit.domain.ids import new_id
from cockpit.ui.days_off.dialog import DaysOffDialog
from tests.support.panel_data import PanelWorld

EVE = DayOff(new_id(), date(2026, 12, 24), "Véspera de Natal")
CITY = DayOff(new_id(), date(2026, 6, 24), "São João", "PE", "Caruaru", is_optional=True)


@pytest.fixture
def world(qapp: QApplication) -> Iterator[PanelWorld]:
    made = PanelWorld(qapp)
    made.days_off.kept = [EVE, CITY]
    yield made
    made.close()


@pytest.fixture
def dialog(world: PanelWorld, qtbot: QtBot) -> DaysOffDialog:
    window = QWidget()
    qtbot.addWidget(window)
    world.shown.append(window)
    window.show()
    made = DaysOffDialog(world.ctx, window)
    made.start()
    qtbot.waitUntil(lambda: made.table.records.rowCount() == 2)
    return made


def cells(dialog: DaysOffDialog, row: int) -> list[str]:
    model = dialog.table.records
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_days_are_listed_in_their_order_with_their_place(dialog: DaysOffDialog) -> None:
    assert cells(dialog, 0) == ["qua 24/06/2026", "São João", "Caruaru/PE (ponto facultativo)"]
    assert cells(dialog, 1) == ["qui 24/12/2026", "Véspera de Natal", "em todo lugar"]


def test_a_day_is_added_with_the_keyboard_and_the_next_begins(
    world: PanelWorld, dialog: DaysOffDialog, qtbot: QtBot
) -> None:
    dialog.fields.day.setText("16/07/2026")
    dialog.fields.state.setCurrentText("SP")
    dialog.fields.city.setText("Itu")
    qtbot.keyClicks(dialog.fields.name, "Carmo")
    qtbot.keyClick(dialog.fields.name, Qt.Key.Key_Return)
    assert ("Carmo", "SP", "Itu") in {
        (one.name, one.state, one.city) for one in world.days_off.kept
    }
    assert dialog.said() == "16/07/2026 Carmo incluído."
    assert dialog.fields.day.text() == ""
    assert dialog.fields.state.currentText() == "SP"
    assert dialog.table.records.rowCount() == 3
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("day", "name", "words"),
    [
        ("32/07/2026", "Carmo", "Escreva o dia"),
        ("16/07/2026", "", "Dê um nome"),
        ("24/12/2026", "Outra véspera", "já estava"),
    ],
)
def test_what_cannot_be_added_is_said(
    world: PanelWorld, dialog: DaysOffDialog, day: str, name: str, words: str
) -> None:
    dialog.fields.day.setText(day)
    dialog.fields.name.setText(name)
    dialog.fields.submit()
    assert words in dialog.said()
    assert len(world.days_off.kept) == 2


def test_delete_removes_the_chosen_day(
    world: PanelWorld, dialog: DaysOffDialog, qtbot: QtBot
) -> None:
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    chosen = dialog.table.current()
    assert chosen is not None
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert chosen not in world.days_off.kept
    assert len(world.days_off.kept) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_list_is_taken_in_and_says_what_came_of_it(
    dialog: DaysOffDialog, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "dias.csv"
    text = "data;nome;uf;cidade\n24/06/2026;São João;PE;Caruaru\n08/12/2026;Conceição;PE\nx;y\n"
    path.write_text(text, encoding)
    dialog.take_list(str(path))
    assert dialog.said() == "1 novos, 1 já conhecidos. Não entendi: linha 4."
    assert cells(dialog, 1)[1] == "Conceição"


def test_a_file_without_days_changes_nothing(
    world: PanelWorld, dialog: DaysOffDialog, tmp_path: Path
) -> None:
    path = tmp_path / "foto.csv"
    path.write_bytes(bytes(range(256)))
    dialog.take_list(str(path))
    assert "nenhum dia" in dialog.said()
    dialog.take_list(str(tmp_path / "gone.csv"))
    assert "nenhum dia" in dialog.said()
    assert len(world.days_off.kept) == 2
