import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cockpit.domain import formats
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable

COLUMNS: tuple[Column[int], ...] = (
    Column(lambda: "Palavra", lambda number, _language: f"linha {number}"),
    Column(
        lambda: "Número",
        formats.integer,
        RIGHT,
        lambda: "O que o número diz",
        ink=lambda number: "danger" if number > 5 else "ink",
    ),
)


@pytest.fixture
def table(ctx: UiContext, qtbot: QtBot) -> RecordTable[int]:
    made: RecordTable[int] = RecordTable(ctx, COLUMNS, is_strong=lambda number: number == 7)
    qtbot.addWidget(made)
    made.set_rows([3, 7, 12_000])
    made.resize(400, 300)
    made.show()
    return made


def test_the_model_keeps_qts_rules(table: RecordTable[int]):
    QAbstractItemModelTester(
        table.records, QAbstractItemModelTester.FailureReportingMode.Fatal, table
    )
    table.set_rows([])
    table.set_rows([1, 2])
    assert table.records.rows == (1, 2)
    assert table.records.rowCount(table.records.index(0, 0)) == 0


def test_a_cell_says_its_value_in_the_language_and_stands_where_its_column_says(
    table: RecordTable[int],
):
    cell = table.records.index(2, 1)
    assert cell.data() == "12.000"
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) == int(RIGHT)


def test_a_strong_row_is_bold_and_a_column_may_have_an_ink(table: RecordTable[int], ctx: UiContext):
    weights = [
        table.records.index(row, 0).data(Qt.ItemDataRole.FontRole).weight() for row in range(2)
    ]
    assert weights == [QFont.Weight.Normal, QFont.Weight.DemiBold]
    inks = [table.records.index(row, 1).data(Qt.ItemDataRole.ForegroundRole) for row in range(2)]
    assert inks == [ctx.theme.colour("ink"), ctx.theme.colour("danger")]


def test_a_heading_explains_itself(table: RecordTable[int]):
    across = Qt.Orientation.Horizontal
    tips = [table.records.headerData(i, across, Qt.ItemDataRole.ToolTipRole) for i in range(2)]
    assert tips == [None, "O que o número diz"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_current_row_and_none_without_one(
    table: RecordTable[int], qtbot: QtBot, key: Qt.Key
):
    table.clearSelection()
    table.setCurrentIndex(QModelIndex())
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, key)
    table.setCurrentIndex(table.records.index(1, 0))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, key)
    assert opened.args == [7]


def test_a_refresh_keeps_the_place(table: RecordTable[int]):
    table.setCurrentIndex(table.records.index(1, 0))
    table.set_rows([4, 5, 6])
    assert table.current() == 5
    table.set_rows([4])
    assert table.current() is None


def test_records_with_a_key_keep_their_choice_wherever_they_stand(ctx: UiContext, qtbot: QtBot):
    table: RecordTable[int] = RecordTable(ctx, COLUMNS, key=lambda number: number % 100)
    qtbot.addWidget(table)
    table.set_rows([3, 7, 12])
    table.setCurrentIndex(table.records.index(1, 0))
    table.set_rows([1, 3, 107, 12])
    assert table.current() == 107
    table.set_rows([1, 3, 12])
    assert table.current() is None


def test_no_heading_is_cut_where_there_is_room(table: RecordTable[int]):
    header = table.horizontalHeader()
    for section in range(header.count()):
        assert header.sectionSize(section) >= header.sectionSizeHint(section)
