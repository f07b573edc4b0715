"""The way through an import, by keys: choose, check, import, look, go back."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.import_results import ImportCounts
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, ImportState
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.imports.screen import ImportScreen
from cockpit.ui.main_window import MainWindow
from cockpit.ui.shortcuts_sheet import ShortcutsSheet
from cockpit.ui.widgets.question import Question
from tests.gui.imports.conftest import CUSTOMERS, ORDERS, Press
from tests.support.import_fakes import make_problems, make_run, orders_preview, trial_summary
from tests.support.ui_data import UiWorld

CONTROL = Qt.KeyboardModifier.ControlModifier
COPY, BUTTON = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


def takes_drag(window: MainWindow, data: QMimeData) -> bool:
    """Drag something over the window; return whether it may be dropped there."""
    event = QDragEnterEvent(QPoint(9, 9), COPY, data, BUTTON, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def dialog_of(screen: ImportScreen) -> QDialog:
    (dialog,) = [one for one in screen.window().findChildren(QDialog) if one.isVisible()]
    return dialog


def answer_yes(screen: ImportScreen, qtbot: QtBot) -> None:
    question = dialog_of(screen)
    assert isinstance(question, Question)
    qtbot.waitUntil(question.no_button.hasFocus)
    qtbot.keyClick(question, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert question.yes_button.hasFocus()
    qtbot.keyClick(question.yes_button, ENTER)


def test_the_key_opens_it_and_escape_returns_to_the_list(
    window: MainWindow, screen: ImportScreen, press: Press
):
    assert screen.start.isVisible()
    assert not window.work_list.isVisible()
    press(ESCAPE)
    assert not screen.isVisible()
    assert window.work_list.view.hasFocus()


def test_a_file_goes_all_the_way_from_choosing_to_its_result_by_keys_alone(
    window: MainWindow, screen: ImportScreen, press: Press, world: UiWorld
):
    run = make_run(7, counts=ImportCounts(1100, 40, 73, 3, 2))
    world.imports.runs, world.imports.lines = [run], make_problems(5)
    screen.choose([ORDERS])
    assert screen.columns.isVisible()
    press(ENTER, CONTROL)
    (trial,) = world.import_runner.started
    assert trial.is_trial
    assert trial.paths == (ORDERS,)
    assert trial.mappings[0].columns == orders_preview().mapping.columns
    world.import_runner.finish(trial_summary())
    assert screen.trial.isVisible()
    assert "1.100 novas" in screen.trial.totals()
    press(ENTER, CONTROL)
    assert not world.import_runner.started[-1].is_trial
    assert screen.progress.isVisible()
    world.import_runner.finish(replace(trial_summary(), import_id=run.import_id))
    assert screen.result.isVisible()
    assert screen.result.run() == run
    assert "1.218 linhas" in screen.result.facts()
    assert "1.100 novas" in window._status_bar.message()
    press(ESCAPE)
    assert screen.start.isVisible()


def test_what_columns_mean_is_kept_and_not_asked_again(screen: ImportScreen, world: UiWorld):
    screen.choose([ORDERS])
    screen.columns.check_button.click()
    (kept,) = world.imports.kept
    assert kept.columns == orders_preview().mapping.columns
    assert kept.name == "pedidos.csv"


def test_files_of_known_layouts_and_invoices_go_straight_to_the_trial(
    screen: ImportScreen, world: UiWorld
):
    screen.choose([CUSTOMERS, Path("/erp/notas")])
    assert world.import_runner.started[0].is_trial
    assert world.import_runner.started[0].paths == (CUSTOMERS, Path("/erp/notas"))
    assert world.imports.kept == []
    world.import_runner.finish(trial_summary(name="clientes.csv"))
    screen.trial.columns_button.click()
    assert screen.columns.isVisible()


def test_the_trial_counts_its_reasons_and_says_when_those_are_not_all(
    screen: ImportScreen, world: UiWorld
):
    screen.choose([CUSTOMERS])
    world.import_runner.finish(trial_summary())
    reasons = [(one.count, one.verdict.value) for one in screen.trial.reasons.records.rows]
    assert reasons == [(4, "flagged"), (1, "rejected")]
    assert "primeiras" not in screen.trial.note()
    screen.trial.show_summaries([trial_summary(ImportCounts(1, 0, 0, 7000, 0))], has_columns=True)
    assert "primeiras 5 linhas" in screen.trial.note()


def test_what_would_change_nothing_but_reject_all_cannot_be_imported(
    screen: ImportScreen, press: Press, world: UiWorld
):
    screen.choose([CUSTOMERS])
    world.import_runner.finish(trial_summary(ImportCounts(rejected=9)))
    assert not screen.trial.import_button.isEnabled()
    press(ENTER, CONTROL)
    assert len(world.import_runner.started) == 1


def test_progress_tells_lines_rate_and_time(screen: ImportScreen, world: UiWorld):
    screen.choose([CUSTOMERS])
    assert screen.progress.bar.maximum() == 0
    world.import_runner.go_on(430, 1_203_000, 48_210.4, 150)
    assert screen.progress.bar.value() == 430
    said = screen.progress.sentence()
    assert said == "1.203.000 linhas · 48.210 por segundo · faltam cerca de 2 min"
    world.import_runner.go_on(440, 10, 0.2, None)
    assert screen.progress.sentence() == "10 linhas"


def test_escape_stops_a_trial_but_of_an_import_it_only_goes_to_the_list(
    window: MainWindow, screen: ImportScreen, press: Press, world: UiWorld, qtbot: QtBot
):
    screen.choose([CUSTOMERS])
    press(ESCAPE)
    assert world.import_runner.cancels == 1
    world.import_runner.finish(replace(trial_summary(), is_cancelled=True))
    assert screen.columns.isVisible()
    screen.columns.check_button.click()
    world.import_runner.finish(trial_summary())
    press(ENTER)
    press(ESCAPE)
    assert window.work_list.view.hasFocus()
    assert world.import_runner.cancels == 1
    press(Qt.Key.Key_F7)
    assert screen.progress.isVisible()
    screen.progress.stop_button.setFocus()
    press(ENTER)
    question = dialog_of(screen)
    qtbot.keyClick(question, ESCAPE)
    assert world.import_runner.cancels == 1
    press(ENTER)
    answer_yes(screen, qtbot)
    assert world.import_runner.cancels == 2
    world.import_runner.finish(replace(trial_summary(), is_cancelled=True))
    assert screen.start.isVisible()
    assert "o que foi gravado fica" in window._status_bar.message()


def test_a_question_that_events_have_answered_goes_away(
    screen: ImportScreen, press: Press, world: UiWorld
):
    screen.choose([CUSTOMERS])
    world.import_runner.finish(trial_summary())
    screen.trial.import_button.click()
    screen.progress.stop_button.click()
    question = dialog_of(screen)
    world.import_runner.finish(trial_summary())
    assert not question.isVisible()


def test_a_long_trial_can_be_left_for_the_import_itself(screen: ImportScreen, world: UiWorld):
    screen.choose([CUSTOMERS])
    screen.progress.unchecked_button.click()
    assert world.import_runner.cancels == 1
    assert len(world.import_runner.started) == 1
    world.import_runner.finish(replace(trial_summary(), is_cancelled=True))
    assert [one.is_trial for one in world.import_runner.started] == [True, False]
    assert screen.progress.isVisible()


def test_one_can_work_with_the_list_while_an_import_goes_on(
    window: MainWindow, screen: ImportScreen, world: UiWorld, press: Press
):
    run = make_run(7)
    world.imports.runs = [run]
    screen.choose([CUSTOMERS])
    world.import_runner.finish(trial_summary())
    screen.trial.import_button.click()
    screen._back.click()
    assert window.work_list.isVisible()
    world.import_runner.finish(replace(trial_summary(), import_id=run.import_id))
    assert window.work_list.isVisible()
    assert "Importação de pedidos.csv" in window._status_bar.message()
    press(Qt.Key.Key_F7)
    assert screen.result.isVisible()


def test_closing_the_window_during_an_import_asks_and_closes_when_it_has_stopped(
    window: MainWindow, screen: ImportScreen, world: UiWorld, qtbot: QtBot
):
    screen.choose([CUSTOMERS])
    world.import_runner.finish(trial_summary())
    screen.trial.import_button.click()
    window.screens.show_desk()
    assert not window.close()
    assert screen.isVisible()
    answer_yes(screen, qtbot)
    assert window.isVisible()
    assert world.import_runner.cancels == 1
    world.import_runner.finish(replace(trial_summary(), is_cancelled=True))
    assert not window.isVisible()


def test_closing_during_a_trial_needs_no_question(
    window: MainWindow, screen: ImportScreen, world: UiWorld
):
    screen.choose([CUSTOMERS])
    assert window.close()


def test_what_cannot_be_imported_is_said_on_the_first_page(screen: ImportScreen, world: UiWorld):
    screen.choose([CUSTOMERS])
    world.import_runner.fail(BadInputError("import_empty", file="clientes.csv"))
    assert screen.start.isVisible()
    assert screen.start.trouble().startswith("O arquivo clientes.csv está vazio")
    screen.choose([ORDERS])
    assert screen.start.trouble() == ""


def test_files_dropped_anywhere_on_the_window_are_chosen(
    window: MainWindow, world: UiWorld, qtbot: QtBot
):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ORDERS)), QUrl("https://exemplo.com.br/x.csv")])
    assert takes_drag(window, data)
    QApplication.sendEvent(
        window, QDropEvent(QPointF(9, 9), COPY, data, BUTTON, Qt.KeyboardModifier.NoModifier)
    )
    assert window.screens.imports is not None
    assert window.screens.imports.chosen.paths == (ORDERS,)
    assert window.screens.imports.columns.isVisible()


def test_dragged_text_is_nothing_to_import(window: MainWindow):
    data = QMimeData()
    data.setText("olá")
    assert not takes_drag(window, data)


def test_files_that_come_during_an_import_are_not_begun(
    window: MainWindow, screen: ImportScreen, world: UiWorld
):
    screen.choose([CUSTOMERS])
    window.screens.import_files([ORDERS])
    assert screen.chosen.paths == (CUSTOMERS,)
    assert "em andamento" in window._status_bar.message()


def test_an_empty_work_list_leads_to_the_screen(world: UiWorld, window: MainWindow):
    world.work_list.rows = []
    window.work_list.reload()
    assert "Importe os arquivos do seu ERP" in window.work_list.state_sentence()
    window.work_list._state.action_requested.emit()
    assert window.screens.imports is not None
    assert window.screens.imports.isVisible()


def test_the_history_is_read_again_when_data_changed_elsewhere(
    screen: ImportScreen, world: UiWorld, qtbot: QtBot
):
    world.imports.runs = [make_run(1)]
    with qtbot.waitSignal(world.feed.changed):
        world.database.commit(ChangeNotice(frozenset({Topic.ORDERS})))
    assert screen.start.history.table.records.rows == tuple(world.imports.runs)


def test_everything_is_said_in_the_language_chosen(
    window: MainWindow, screen: ImportScreen, world: UiWorld, qtbot: QtBot
):
    world.imports.runs, world.imports.lines = [make_run(1)], make_problems(4)
    screen.choose([ORDERS])
    window._ctx.preferences.language = Language.ENGLISH
    qtbot.waitUntil(lambda: screen.columns.check_button.text() == "Check")
    assert screen.columns.form.sample.records.headerData(2, Qt.Orientation.Horizontal) == "Number"
    screen.columns.check_button.click()
    world.import_runner.go_on(1, 2)
    world.import_runner.finish(trial_summary())
    assert "1,100 new" in screen.trial.totals()
    screen.show_result([make_run(1)])
    assert screen.result.undo_button.text() == "Undo the import…"
    window._ctx.preferences.language = Language.PORTUGUESE
    qtbot.waitUntil(lambda: screen.result.undo_button.text() == "Desfazer importação…")
    assert "1.100 novas" in screen.trial.totals()


# --- the history's buttons ---------------------------------------------------------------------


def test_an_import_is_undone_after_a_question(
    window: MainWindow, screen: ImportScreen, world: UiWorld, qtbot: QtBot
):
    world.imports.runs = [make_run(1)]
    screen.start.history.reload()
    screen.start.history.undo_button.click()
    question = dialog_of(screen)
    assert isinstance(question, Question)
    qtbot.waitUntil(question.no_button.hasFocus)
    assert "1.218 linhas, 1.100 delas novas" in question.text()
    assert world.imports.undone == []
    answer_yes(screen, qtbot)
    assert world.imports.undone == [make_run(1).import_id]
    assert "foi desfeita" in window._status_bar.message()


def test_an_import_on_which_something_was_built_says_what(
    screen: ImportScreen, world: UiWorld, qtbot: QtBot
):
    world.imports.obstacles = (Message.of("imports.order_in_future"),) * 2
    screen.show_result([make_run(1)])
    screen.result.undo_button.click()
    answer_yes(screen, qtbot)
    text = dialog_of(screen).text()  # type: ignore[attr-defined]
    assert text == "pedidos.csv não foi desfeito\nA data do pedido ainda não chegou."
    assert screen.result.isVisible()
    dialog_of(screen).accept()


def test_an_interrupted_import_is_gone_on_with(screen: ImportScreen, world: UiWorld):
    world.imports.runs = [make_run(1, state=ImportState.FAILED, position=430)]
    screen.start.history.reload()
    assert screen.start.history.continue_button.isVisible()
    screen.start.history.continue_button.click()
    (request,) = world.import_runner.started
    assert request.paths == (Path("/erp/pedidos.csv"),)
    assert not request.is_trial


def test_what_is_done_or_undone_offers_only_what_makes_sense(screen: ImportScreen, world: UiWorld):
    history = screen.start.history
    world.imports.runs = [make_run(1, state=ImportState.UNDONE)]
    history.reload()
    assert not history.continue_button.isVisible()
    assert not history.undo_button.isEnabled()
    world.imports.runs = [make_run(2)]
    history.reload()
    history.table.setCurrentIndex(history.table.records.index(0, 0))
    assert history.undo_button.isEnabled()
    history.again_button.click()
    assert screen.chosen.paths == (Path("/erp/pedidos.csv"),)


def test_enter_in_the_history_shows_a_result(screen: ImportScreen, world: UiWorld, press: Press):
    world.imports.runs = [make_run(2), make_run(1, kind=ImportKind.CUSTOMERS)]
    screen.start.history.reload()
    screen.start.history.table.setFocus()
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert screen.result.run() == make_run(1, kind=ImportKind.CUSTOMERS)


def test_enter_presses_the_button_that_has_the_keyboard(
    screen: ImportScreen, press: Press, world: UiWorld
):
    assert screen.start.drop_zone.files_button.hasFocus()
    press(ENTER)
    dialog_of(screen).reject()
    screen.choose([ORDERS])
    assert screen.columns.check_button.hasFocus()
    press(ENTER)
    assert world.import_runner.started[-1].is_trial


def test_several_results_open_on_the_first_with_odd_lines_and_nothing_says_all_is_well(
    screen: ImportScreen, world: UiWorld, press: Press
):
    fine = make_run(1, name="clientes.csv", counts=ImportCounts(new=5))
    odd = make_run(2, name="itens.csv", counts=ImportCounts(new=5, rejected=48))
    last = make_run(3, name="titulos.csv", counts=ImportCounts(new=9))
    world.imports.runs = [last, odd, fine]
    screen.choose([CUSTOMERS])
    world.import_runner.finish(trial_summary())
    press(ENTER)
    world.import_runner.finish(
        *(replace(trial_summary(), import_id=one.import_id) for one in (fine, odd, last))
    )
    assert [one.source.file_name for one in screen.result.files.records.rows] == [
        "clientes.csv", "itens.csv", "titulos.csv"
    ]  # fmt: skip
    assert screen.result.run() == odd
    screen.result.files.setFocus()
    press(Qt.Key.Key_Down)
    assert screen.result.run() == last
    assert not screen.result._fine.isVisible()


def test_a_result_leads_on_to_the_list_or_to_another_file(
    window: MainWindow, screen: ImportScreen, press: Press
):
    screen.show_result([make_run(1, counts=ImportCounts(new=5))])
    assert screen.result.list_button.hasFocus()
    press(ENTER)
    assert window.work_list.view.hasFocus()
    press(Qt.Key.Key_F7)
    screen.result.another_button.setFocus()
    press(ENTER)
    assert screen.start.isVisible()


def test_what_the_watched_folder_imports_does_not_move_the_selection(
    screen: ImportScreen, world: UiWorld, press: Press
):
    history, earlier = screen.start.history, make_run(1, name="clientes.csv")
    world.imports.runs = [earlier]
    history.reload()
    world.imports.runs = [make_run(2), earlier]
    history.reload()
    assert history.table.current() == earlier
    screen.choose([CUSTOMERS])
    world.import_runner.finish(trial_summary())
    press(ENTER)
    world.import_runner.finish(replace(trial_summary(), is_cancelled=True))
    assert history.table.current() == make_run(2)


def test_while_an_import_is_undone_nothing_else_is_begun(
    window: MainWindow, world: UiWorld, held: UiContext, qtbot: QtBot
):
    world.imports.runs = [make_run(1)]
    screen = ImportScreen(held)
    qtbot.addWidget(screen)
    screen.show()
    screen.open()
    held.runner.release()  # type: ignore[attr-defined]
    history = screen.start.history
    said: list[str] = []
    screen.message_raised.connect(said.append)
    history.undo_button.click()
    answer_yes(screen, qtbot)
    assert history.undo_button.text() == "Desfazendo…"
    assert not history.undo_button.isEnabled()
    assert not history.again_button.isEnabled()
    assert said == ["Desfazendo a importação de pedidos.csv…"]
    held.runner.release()  # type: ignore[attr-defined]
    assert history.undo_button.text() == "Desfazer…"
    assert history.undo_button.isEnabled()
    screen.stop()


# --- who may not ---------------------------------------------------------------------------------


def test_who_may_not_import_sees_nothing_of_it(world: UiWorld, qtbot: QtBot):
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    world.work_list.rows = []
    window.start()
    assert ActionId.IMPORT not in window._actions
    assert not any("Importar" in one.text() for one in window._top_bar.menu_button.menu().actions())
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(ORDERS))])
    assert takes_drag(window, files)
    drop = QDropEvent(QPointF(9, 9), COPY, files, BUTTON, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, drop)
    assert window._status_bar.message() == ("Quem importa é a supervisão ou a administração.")
    window.show_message("")
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert "Quem importa" in window._status_bar.message()
    assert window.screens.imports is None
    assert "Peça a quem cuida do Giro" in window.work_list.state_sentence()
    sheet = ShortcutsSheet(window.shortcuts, window)
    words = [one.title() for one in window.shortcuts]
    assert "Importar arquivos" not in words
    assert "Conferir e, depois, importar" not in words
    sheet.deleteLater()
    window.close()


def test_the_demo_company_takes_no_files_and_says_how_to_open_ones_own(
    world: UiWorld, qtbot: QtBot
):
    window = MainWindow(replace(world.ctx, is_demo=True))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    said = window._status_bar.message()
    assert "não recebe arquivos" in said
    assert "python main.py" in said
    window.close()


def test_a_drop_whose_files_never_arrive_is_answered(screen: ImportScreen):
    screen.choose([])
    assert screen.start.isVisible()
    assert screen.start.trouble().startswith("Nada chegou")


def test_one_is_one_and_many_are_many_and_the_end_is_named(screen: ImportScreen, world: UiWorld):
    screen.choose([CUSTOMERS])
    world.import_runner.go_on(1000, 1, 0.2, 1)
    assert screen.progress.sentence() == "1 linha · Terminando…"
    world.import_runner.finish(trial_summary(ImportCounts(1, 1, 1, 1, 1)))
    assert screen.trial.totals().startswith(
        "1 nova · 1 alterada · 1 sem mudança · 1 com aviso · 1 recusada"
    )


def test_who_may_import_finds_it_in_the_menu_and_on_the_sheet(window: MainWindow):
    menu = window._top_bar.menu_button.menu().actions()
    next(one for one in menu if "Importar" in one.text()).trigger()
    assert window.screens.imports is not None
    words = [one.title() for one in window.shortcuts]
    assert "Importar arquivos" in words
    assert "Conferir e, depois, importar" in words
