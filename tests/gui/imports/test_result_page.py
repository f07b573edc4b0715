"""The odd lines of an import: filters, pages, saving."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cockpit.domain.formats import Language
from cockpit.domain.import_results import ImportCounts
from cockpit.domain.vocabulary import ImportKind, ImportState, RowVerdict
from cockpit.ui.context import UiContext
from cockpit.ui.imports.problem_search import PAGE, ProblemQuery, find_problems
from cockpit.ui.imports.result_page import ResultPage
from cockpit.ui.imports.words import reason_words
from tests.support.import_fakes import BAD_DAY, PHONE, make_problems, make_run
from tests.support.ui_data import UiWorld

COUNT = 2 * PAGE + 7
RUN = make_run(1, counts=ImportCounts(10, 0, 0, COUNT - COUNT // 3, COUNT // 3))


@pytest.fixture
def page(ctx: UiContext, world: UiWorld, qtbot: QtBot) -> ResultPage:
    world.imports.lines = make_problems(COUNT)
    page = ResultPage(ctx)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_runs([RUN])
    return page


def verdicts(page: ResultPage) -> set[RowVerdict]:
    return {one.verdict for one in page.problems.records.rows}


def test_lines_are_shown_with_their_reasons_and_cells(page: ResultPage):
    model = page.problems.records
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    titles = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert titles == [
        "Linha", "Situação", "Por quê", "Nº Doc", "Parceiro", "Emissão", "Total", "Obs"
    ]  # fmt: skip
    shown = [model.index(2, column).data() for column in range(model.columnCount())]
    assert shown[:2] == ["4", "recusada"]
    assert shown[2].startswith("a data “31/02/2026” não existe")
    assert shown[3:] == ["8002", "1203", "31/02/2026", "10,00", "linha 2"]


def test_lines_are_read_a_page_at_a_time_as_one_goes_down(
    page: ResultPage, world: UiWorld, qtbot: QtBot
):
    assert page.problems.records.rowCount() == PAGE
    page.problems.setFocus()
    qtbot.keyClick(page.problems, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.problems.records.rowCount() == 2 * PAGE
    qtbot.keyClick(page.problems, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.problems.records.rowCount() == COUNT
    assert not page.problems.has_more
    lines = [one.line for one in page.problems.records.rows]
    assert lines == list(range(2, COUNT + 2))


def test_chips_tell_how_many_and_narrow_the_lines(page: ResultPage, qtbot: QtBot):
    assert page.chips[None].text() == f"Todas {COUNT}"
    page.chips[RowVerdict.REJECTED].setFocus()
    qtbot.keyClick(page.chips[RowVerdict.REJECTED], Qt.Key.Key_Space)
    assert verdicts(page) == {RowVerdict.REJECTED}
    assert [one.key for one in page.reasons.records.rows] == [BAD_DAY.key]
    qtbot.keyClick(page.chips[None], Qt.Key.Key_Space)
    assert verdicts(page) == {RowVerdict.FLAGGED, RowVerdict.REJECTED}
    assert len(page.reasons.records.rows) == 2


def test_a_reason_narrows_the_lines_and_all_brings_them_back(page: ResultPage, qtbot: QtBot):
    page.reasons.setFocus()
    qtbot.keyClick(page.reasons, Qt.Key.Key_Down)
    assert verdicts(page) == {RowVerdict.FLAGGED}
    qtbot.keyClick(page.reasons, Qt.Key.Key_Down)
    assert verdicts(page) == {RowVerdict.REJECTED}
    assert page.reasons.selectionModel().selectedRows()
    assert page.clear_button.text() == f"{COUNT // 3} de {COUNT} · mostrar todas"
    qtbot.keyClick(page.clear_button, Qt.Key.Key_Space)
    assert not page.clear_button.isVisible()
    assert verdicts(page) == {RowVerdict.FLAGGED, RowVerdict.REJECTED}
    qtbot.keyClick(page.reasons, Qt.Key.Key_Down)
    page.chips[None].click()
    assert page.reasons.current() is None
    assert verdicts(page) == {RowVerdict.FLAGGED, RowVerdict.REJECTED}


def test_the_keyboard_passing_through_narrows_nothing(page: ResultPage, qtbot: QtBot):
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Tab)
    assert page.reasons.hasFocus()
    assert page.reasons.current() is None
    assert verdicts(page) == {RowVerdict.FLAGGED, RowVerdict.REJECTED}
    assert not page.clear_button.isVisible()


def test_a_text_is_looked_for_in_all_lines_not_only_in_those_in_sight(
    page: ResultPage, qtbot: QtBot
):
    with qtbot.waitSignal(page.problems.found):
        qtbot.keyClicks(page.search, f"LINHA {COUNT - 1}")
    (found,) = page.problems.records.rows
    assert found.line == COUNT + 1
    with qtbot.waitSignal(page.problems.found):
        page.search.setText("nao existe")
    assert verdicts(page) == {RowVerdict.REJECTED}


def test_another_import_begins_without_filters(page: ResultPage):
    page.chips[RowVerdict.REJECTED].click()
    page.search.setText("x")
    page.show_runs([RUN])
    assert page.chips[None].isChecked()
    assert page.search.text() == ""
    assert page.problems.records.rowCount() == PAGE
    page.stop()


def test_an_import_without_odd_lines_says_so_and_offers_no_file(page: ResultPage):
    page.show_runs([make_run(2, counts=ImportCounts(new=5))])
    assert page._fine.isVisible()
    assert not page.problems.isVisible()
    assert not page.save_button.isVisible()
    assert page.undo_button.isEnabled()


def test_several_imports_are_chosen_from(page: ResultPage, world: UiWorld, qtbot: QtBot):
    second = make_run(3, name="clientes.csv", kind=ImportKind.CUSTOMERS, state=ImportState.UNDONE)
    page.show_runs([RUN, second])
    assert page.files.isVisible()
    page.files.setFocus()
    qtbot.keyClick(page.files, Qt.Key.Key_Down)
    assert page.run() == second
    assert "Clientes, importação desfeita" in page.facts()
    assert not page.undo_button.isEnabled()


def test_odd_lines_are_saved_where_the_user_says(
    page: ResultPage, world: UiWorld, qtbot: QtBot, tmp_path: Path
):
    target = tmp_path / "corrigir.csv"
    with qtbot.waitSignal(page.message_raised) as told:
        page.save_to(str(target))
    assert world.imports.saved == [(RUN.import_id, target)]
    assert str(target) in told.args[0]


def test_a_reason_is_said_without_the_values_of_one_line():
    assert reason_words(PHONE.key, Language.PORTUGUESE) == (
        "telefone “…” não dá para discar; confira o DDD"
    )
    assert reason_words("imports.made_up", Language.ENGLISH) == "imports.made_up"


def test_a_search_reads_on_until_a_page_is_full(world: UiWorld):
    world.imports.lines = make_problems(9_000)
    query = ProblemQuery(RUN.import_id, Language.PORTUGUESE, text="linha 8999")
    page = find_problems(lambda: world.imports, query)
    assert [one.line for one in page.lines] == [9_001]
    assert page.next_offset is None
    every = ProblemQuery(RUN.import_id, Language.PORTUGUESE, text="1203")
    first = find_problems(lambda: world.imports, every)
    assert first.next_offset == len(first.lines)
    rest = find_problems(lambda: world.imports, every, first.next_offset)
    assert rest.lines[0].line == first.lines[-1].line + 1
