"""The screen over a real database: a program beside the window imports real files."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.window import Desk, open_desk
from cockpit.app.wiring import open_session
from cockpit.domain.import_columns import REASON_COLUMN
from cockpit.domain.import_results import ImportCounts
from cockpit.domain.vocabulary import ImportState
from cockpit.ui.imports.screen import ImportScreen

PATIENCE_MS = 60_000
CUSTOMERS = "codigo;razao_social\n1203;Ferragens Serra Azul Ltda.\n1188;Tintas do Vale Ltda.\n"
ORDERS = (
    "Nº Doc;Cód. Cliente;Dt. Emissão;Vlr. Total\n"
    "8101;1203;02/03/2022;1.250,00\n"
    "8102;1188;31/02/2022;98,50\n"
    "8103;9999;03/03/2022;430,00\n"
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    customers, orders = tmp_path / "clientes.csv", tmp_path / "pedidos.csv"
    customers.write_text(CUSTOMERS, encoding="utf-8")
    orders.write_text(ORDERS, encoding="cp1252")
    return customers, orders


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    options = Options(database=str(tmp_path / "giro.db"))
    with (
        open_session(options, Paths(tmp_path)) as session,
        open_desk(session, qapp, options) as desk,
    ):
        qtbot.addWidget(desk.window)
        desk.window.show()
        desk.window.start()
        yield desk
        desk.window.close()


def test_files_go_in_come_back_corrected_and_are_undone(
    desk: Desk, files: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
):
    screen = import_all(desk, qtbot, files)
    runs = screen.result._runs
    assert sum((run.counts for run in runs), ImportCounts()) == ImportCounts(new=3, rejected=2)
    orders = next(run for run in runs if run.source.file_name == "pedidos.csv")
    screen.show_result([orders])
    qtbot.waitUntil(lambda: screen.result.problems.records.rowCount() == 2, timeout=PATIENCE_MS)
    cells = [one.cells for one in screen.result.problems.records.rows]
    assert cells == [
        ("8102", "1188", "31/02/2022", "98,50"),
        ("8103", "9999", "03/03/2022", "430,00"),
    ]
    qtbot.waitUntil(lambda: desk.window.work_list.model.rowCount() == 2, timeout=PATIENCE_MS)

    target = tmp_path / "corrigir.csv"
    with qtbot.waitSignal(screen.result.message_raised, timeout=PATIENCE_MS):
        screen.result.save_to(str(target))
    corrected = (
        target.read_text(encoding="cp1252").replace("31/02", "28/02").replace("9999", "1203")
    )
    rows = list(csv.reader(corrected.splitlines(), delimiter=";"))
    assert rows[0][-1] == REASON_COLUMN
    target.write_text(corrected, encoding="cp1252")
    screen.choose([target])
    # Its layout is known from the file that it came from: no columns to be looked at.
    qtbot.waitUntil(screen.trial.isVisible, timeout=PATIENCE_MS)
    assert screen.trial.totals().startswith("2 novas.")
    screen.trial.import_button.click()
    qtbot.waitUntil(screen.result.isVisible, timeout=PATIENCE_MS)

    latest = screen.result.run()
    assert latest is not None
    screen._undoing._undo(latest)
    qtbot.waitUntil(screen.start.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(
        lambda: ImportState.UNDONE in {run.state for run in screen.start.history.runs},
        timeout=PATIENCE_MS,
    )


def import_all(desk: Desk, qtbot: QtBot, files: tuple[Path, Path]) -> ImportScreen:
    """Drop the files and go all the way to the result."""
    desk.window.screens.import_files(list(files))
    screen = desk.window.screens.imports
    assert screen is not None
    qtbot.waitUntil(lambda: screen.chosen.all_are(lambda one: one.is_read), timeout=PATIENCE_MS)
    number = screen.columns.form.columns.choices["numero"]
    assert screen.columns.form.missing().endswith("“Número”.")
    number.setCurrentIndex(number.findText("Nº Doc", Qt.MatchFlag.MatchStartsWith))
    number.activated.emit(number.currentIndex())
    qtbot.waitUntil(screen.columns.check_button.isEnabled, timeout=PATIENCE_MS)
    screen.columns.check_button.click()
    qtbot.waitUntil(screen.trial.isVisible, timeout=PATIENCE_MS)
    assert "3 novas · 2 recusadas" in screen.trial.totals()
    screen.trial.import_button.click()
    qtbot.waitUntil(screen.result.isVisible, timeout=PATIENCE_MS)
    return screen
