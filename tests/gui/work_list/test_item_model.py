"""The work list as Qt's views read it."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.formats import Language
from cockpit.runtime.translation import install_language
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey, Role, Style
from cockpit.ui.work_list.item_model import WorkListItemModel
from cockpit.ui.work_list.prepared import PreparedList
from tests.support.ui_data import TODAY, UiWorld, customer_id, make_list, make_row, make_rows


def style(language: Language = Language.PORTUGUESE) -> Style:
    return Style(language, DEFAULT_ZONE, TODAY)


def model_of(rows: list[dict[str, object]], language: Language = Language.PORTUGUESE):
    model = WorkListItemModel(style(language))
    prepared = PreparedList(make_list(rows), DEFAULT_ZONE)
    model.set_lines(prepared, range(len(rows)))
    return model


def cell(model: WorkListItemModel, key: ColumnKey, role: int = Qt.ItemDataRole.DisplayRole):
    column = next(i for i, one in enumerate(COLUMNS) if one.key is key)
    return model.data(model.index(0, column), role)


@pytest.mark.parametrize("count", [0, 1, 120])
def test_it_keeps_the_contract_of_item_models(qapp, count):
    model = WorkListItemModel(style())
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    prepared = PreparedList(make_list(make_rows(count)), DEFAULT_ZONE)
    model.set_lines(prepared, range(count))
    model.set_lines(prepared, range(0, count, 2))
    assert tester.model() is model
    assert model.rowCount() == (count + 1) // 2


def test_a_row_has_no_children(qapp):
    model = model_of(make_rows(3))
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 3


def test_values_read_as_a_salesperson_writes_them(world: UiWorld):
    row = make_row(
        7,
        code="1042",
        name="Agro Sul",
        frequency_days=16.4,
        recency_days=1235,
        cycles_late=3.125,
        value_cents=1234567,
        at_risk_cents=98765432,
        next_contact_at=None,
    )
    model = model_of([row])
    assert cell(model, ColumnKey.CLIENT) == "1042 - Agro Sul"
    assert cell(model, ColumnKey.FREQUENCY) == "16"
    assert cell(model, ColumnKey.RECENCY) == "1.235"
    assert cell(model, ColumnKey.CYCLES) == "3,1"
    assert cell(model, ColumnKey.VALUE) == "12.346"
    assert cell(model, ColumnKey.AT_RISK) == "987.654"
    assert cell(model, ColumnKey.NEXT_CONTACT) == "–"


def test_english_has_its_own_separators(world: UiWorld):
    row = make_row(7, cycles_late=3.125, value_cents=1234567)
    model = model_of([row], Language.ENGLISH)
    assert cell(model, ColumnKey.CYCLES) == "3.1"
    assert cell(model, ColumnKey.VALUE) == "12,346"


def test_a_customer_who_never_bought_has_dashes_and_sorts_as_nothing(world: UiWorld):
    row = make_row(
        1, last_order_on=None, frequency_days=None, recency_days=None, cycles_late=None, code=""
    )
    model = model_of([row])
    for key in (
        ColumnKey.LAST_ORDER,
        ColumnKey.FREQUENCY,
        ColumnKey.RECENCY,
        ColumnKey.CYCLES,
    ):
        assert cell(model, key) == "–"
        assert cell(model, key, Role.SORT) is None
    assert cell(model, ColumnKey.CLIENT) == row["name"]


def test_every_cell_knows_its_customer(qapp):
    model = model_of([make_row(5)])
    for key in ColumnKey:
        assert cell(model, key, Role.ENTITY_ID) == customer_id(5)


def test_numbers_stand_on_the_right(qapp):
    model = model_of([make_row(5)])
    for key in (ColumnKey.VALUE, ColumnKey.AT_RISK, ColumnKey.RECENCY, ColumnKey.CYCLES):
        assert cell(model, key, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_headers_are_portuguese_and_english(world: UiWorld, qapp):
    model = model_of([make_row(5)])
    column = next(i for i, one in enumerate(COLUMNS) if one.key is ColumnKey.NEXT_CONTACT)
    horizontal = Qt.Orientation.Horizontal
    assert model.headerData(column, horizontal) == "Próximo contato"
    install_language(qapp, Language.ENGLISH)
    assert model.headerData(column, horizontal) == "Next contact"
