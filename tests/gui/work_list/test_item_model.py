"""The work list as Qt's views read it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.formats import Language
from cockpit.domain.list_query import ListQuery, SortKey
from cockpit.domain.vocabulary import Light
from cockpit.runtime.translation import install_language
from cockpit.ui.work_list import item_model
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey, Role
from cockpit.ui.work_list.item_model import WorkListItemModel
from tests.support.list_data import NOW, TODAY, customer_id, make_list, make_row, make_rows
from tests.support.ui_data import UiWorld


def style(language: Language = Language.PORTUGUESE) -> Style:
    return Style(language, DEFAULT_ZONE, TODAY, NOW)


def model_of(rows: list[dict[str, object]], language: Language = Language.PORTUGUESE):
    model, table = WorkListItemModel(style(language)), make_list(rows)
    model.set_lines(table, table.select(ListQuery()), style(language))
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
    table = make_list(make_rows(count))
    model.set_lines(table, table.select(ListQuery()), style())
    model.set_lines(table, table.select(ListQuery(text="a")), style())
    assert tester.model() is model
    assert model.rowCount() == len(table.select(ListQuery(text="a")))


def test_each_row_is_the_one_that_the_table_found_there(qapp):
    table = make_list(make_rows(120))
    found = table.select(ListQuery(sorting=(SortKey("name"),)))
    model = WorkListItemModel(style())
    model.set_lines(table, found, style())
    rows = table.rows(found.lines(0, 120))
    places = [119, 0, 63, 64, 16, 15, 100]
    assert [model.row_at(place) for place in places] == [rows[place] for place in places]
    assert model.row_at(120) is None
    assert model.row_at(-1) is None


class _ShrunkSelection:
    """Counts more lines than it names: what a table that is being replaced would look like."""

    def __init__(self, count: int, named: Sequence[int]) -> None:
        self._count, self._named = count, named
        self.at_risk_cents = 0

    def __len__(self) -> int:
        return self._count

    def lines(self, first: int, last: int) -> Sequence[int]:
        return self._named[first:last]

    def position_of(self, line: int) -> int | None:
        return self._named.index(line) if line in self._named else None


def test_rows_that_are_counted_but_not_named_are_left_out(qapp):
    model, table = WorkListItemModel(style()), make_list(make_rows(40))
    model.set_lines(table, _ShrunkSelection(40, [7, 3, 5]), style())
    assert [one.row for one in model.rows_between(0, 40)] == table.rows([7, 3, 5])
    assert model.row_at(20) is None
    assert model.customer_at(20) is None
    assert model.data(model.index(20, 0)) is None


def test_rows_that_were_read_before_never_stand_in_for_others(qapp):
    model, few, many = WorkListItemModel(style()), make_list(make_rows(5)), make_list(make_rows(90))
    for table, sorting in ((few, "name"), (many, "name"), (many, "city"), (few, "city")):
        found = table.select(ListQuery(sorting=(SortKey(sorting),)))
        model.set_lines(table, found, style())
        shown = [one.row for one in model.rows_between(0, 200)]
        assert shown == table.rows(found.lines(0, len(table)))


def test_a_customer_in_sight_is_made_a_row_once_however_the_list_is_narrowed(qapp):
    model, table = WorkListItemModel(style()), make_list(make_rows(90))
    model.set_lines(table, table.select(ListQuery()), style())
    before = {one.row.customer_id: one for one in model.rows_between(0, 90)}
    model.set_lines(table, table.select(ListQuery(text="a")), style())
    shown = model.rows_between(0, 30)
    assert shown
    assert all(one is before[one.row.customer_id] for one in shown)


def test_rows_far_down_do_not_stay_for_ever(qapp, monkeypatch):
    monkeypatch.setattr(item_model, "MOST_KEPT", 20)
    model, table = WorkListItemModel(style()), make_list(make_rows(90))
    found = table.select(ListQuery())
    model.set_lines(table, found, style())
    first = model.rows_between(0, 1)[0]
    for begin in range(0, 90, 15):
        model.rows_between(begin, begin + 15)
    assert model.rows_between(0, 1)[0] is not first
    assert [one.row for one in model.rows_between(0, 90)] == table.rows(found.lines(0, 90))


def test_every_row_is_found_again_by_its_customer(qapp):
    model = model_of(make_rows(50))
    for row in range(50):
        assert model.row_of(model.customer_at(row)) == row
    assert model.row_of(customer_id(777)) is None


def test_a_tooltip_decomposes_the_position(world: UiWorld):
    row = make_row(7, at_risk_cents=405_000, none_90=0.5, alive=0.9, next_contact_at=None)
    model = model_of([row])
    tip = cell(model, ColumnKey.REASON, Qt.ItemDataRole.ToolTipRole)
    assert "R$ 100,00" in tip
    assert "90" in tip
    assert "50%" in tip
    assert "90%" in tip


def test_every_light_is_told_in_words(world: UiWorld):
    lights = dict.fromkeys(("credit", "orders", "quotes", "service"), Light.NONE)
    row = make_row(
        7, **lights, titles=Light.TROUBLE, nonconformity=Light.NONE, next_contact_at=None
    )
    model = model_of([row | {"is_blocked": True}])
    words = cell(model, ColumnKey.LIGHTS)
    assert words == "Título vencido, Venda bloqueada"
    assert cell(model, ColumnKey.TITLES) == "Título vencido"


def test_the_reason_of_a_barred_customer_says_until_when(world: UiWorld):
    until = NOW + timedelta(minutes=20)
    row = make_row(7, reserved_by="Bia", reserved_until=until, next_contact_at=None)
    assert "Bia" in cell(model_of([row]), ColumnKey.REASON)
    assert "09:20" in cell(model_of([row]), ColumnKey.REASON)


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
        last_order_on=TODAY - timedelta(days=1235),
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


def test_a_customer_who_never_bought_has_dashes(world: UiWorld):
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
