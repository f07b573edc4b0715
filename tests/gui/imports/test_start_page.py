"""Where an import begins: choosing, the history, the watched folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.errors import DatabaseError
from cockpit.domain.import_results import ImportCounts
from cockpit.domain.vocabulary import ImportState
from cockpit.ui.context import UiContext
from cockpit.ui.imports.drop import DropCatcher
from cockpit.ui.imports.start_page import StartPage
from cockpit.ui.imports.watch_line import FOLDER_KEY, WATCHING_KEY
from tests.support.import_fakes import make_run
from tests.support.ui_data import UiWorld


@pytest.fixture
def page(ctx: UiContext, qtbot: QtBot) -> StartPage:
    page = StartPage(ctx)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def file_dialog(page: StartPage) -> QFileDialog:
    (dialog,) = page.findChildren(QFileDialog)
    return dialog


def test_it_says_that_nothing_was_imported_yet(page: StartPage):
    page.open()
    assert page.history.state_sentence() == "Nada foi importado ainda."
    assert page.drop_zone.files_button.hasFocus()


def test_the_history_tells_when_what_who_how_and_how_many(page: StartPage, world: UiWorld):
    world.imports.runs = [
        make_run(2, state=ImportState.FAILED, position=430),
        make_run(1, counts=ImportCounts(new=12_000)),
    ]
    page.open()
    model = page.history.table.records
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    shown = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(2)
    ]
    assert shown == [
        ["02/03/2026 09:02", "pedidos.csv", "Pedidos", "Ana", "interrompida, 43%",
         "1.100", "40", "73", "3", "2"],
        ["02/03/2026 09:01", "pedidos.csv", "Pedidos", "Ana", "concluída",
         "12.000", "–", "–", "–", "–"],
    ]  # fmt: skip


def test_a_history_that_cannot_be_read_says_why(page: StartPage, world: UiWorld):
    world.imports.trouble = DatabaseError("database_locked")
    page.open()
    assert page.history.state_sentence() != ""
    world.imports.trouble = None
    world.imports.runs = [make_run(1)]
    page.history._state.action_requested.emit()
    assert page.history.state_sentence() == ""


def test_files_are_chosen_in_a_dialog_that_opens_where_the_last_ones_were(
    page: StartPage, ctx: UiContext, qtbot: QtBot, tmp_path: Path
):
    qtbot.keyClick(page.drop_zone.files_button, Qt.Key.Key_Space)
    dialog = file_dialog(page)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "Procurar em:"
    assert dialog.labelText(QFileDialog.DialogLabel.FileType) == "Arquivos do tipo:"
    with qtbot.waitSignal(page.chosen) as chosen:
        dialog.filesSelected.emit([str(tmp_path / "pedidos.csv")])
    assert chosen.args == [[tmp_path / "pedidos.csv"]]
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page.choose_folder()
    assert file_dialog(page).fileMode() is QFileDialog.FileMode.Directory
    assert Path(file_dialog(page).directory().path()) == tmp_path
    file_dialog(page).close()


def test_the_watched_folder_is_off_until_one_is_chosen(
    page: StartPage, ctx: UiContext, tmp_path: Path
):
    line = page.watch_line
    assert not line.switch.isChecked()
    line.switch.click()
    assert not line.switch.isChecked()
    dialog = line.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert line.switch.isChecked()
    assert ctx.preferences.value(FOLDER_KEY, "") == str(tmp_path)
    assert ctx.preferences.value(WATCHING_KEY, False)
    assert line.folder() == f"O que aparece em {tmp_path} é importado sozinho."
    line.switch.click()
    assert not ctx.preferences.value(WATCHING_KEY, True)
    assert line.folder() == f"Desligado. {tmp_path}"
    line.switch.click()
    assert ctx.preferences.value(WATCHING_KEY, False)


def test_a_window_says_where_files_go_while_they_are_dragged_over_it(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    catcher = DropCatcher(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/erp/pedidos.csv")])
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    assert catcher.is_inviting
    QApplication.sendEvent(window, QEvent(QEvent.Type.DragLeave))
    assert not catcher.is_inviting
