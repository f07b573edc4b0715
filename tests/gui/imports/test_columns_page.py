"""What is said of chosen files, and how the user says it otherwise."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from cockpit.domain.import_columns import CANONICAL_COLUMNS
from cockpit.domain.import_records import (
    CustomerRecord,
    InvoiceEventRecord,
    ItemRecord,
    ParsedPhone,
    PastContactRecord,
    ProductRecord,
    QuoteRecord,
    ReceivableRecord,
    TaxId,
)
from cockpit.domain.import_sources import Container, DayOrder, FilePreview, ImportMapping
from cockpit.domain.vocabulary import ImportKind, PersonKind, PhoneKind, QuoteState
from cockpit.ui.context import UiContext
from cockpit.ui.imports.chosen_files import ChosenFiles
from cockpit.ui.imports.column_words import column_word
from cockpit.ui.imports.columns_page import ColumnsPage
from cockpit.ui.imports.sample import sample_columns, sample_lines
from cockpit.ui.imports.sample_fields import FIELDS
from tests.gui.imports.conftest import CUSTOMERS, ORDERS
from tests.support.import_fakes import CSV, customers_preview, orders_preview
from tests.support.ui_data import UiWorld

NONE = "— não há no arquivo —"


def open_page(ctx: UiContext, qtbot: QtBot, *paths: Path) -> ColumnsPage:
    page = ColumnsPage(ctx, ChosenFiles(ctx))
    page._chosen.setParent(page)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page._chosen.open(paths)
    page.show_files()
    return page


def pick(combo: QComboBox, text: str, qtbot: QtBot) -> None:
    """Choose an item by keys alone: down or up to it."""
    combo.setFocus()
    target = next(i for i in range(combo.count()) if combo.itemText(i).startswith(text))
    while combo.currentIndex() != target:
        key = Qt.Key.Key_Down if combo.currentIndex() < target else Qt.Key.Key_Up
        qtbot.keyClick(combo, key)


def rows(page: ColumnsPage) -> list[list[str]]:
    model = page.form.sample.records
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def headings(page: ColumnsPage) -> list[str]:
    model = page.form.sample.records
    return [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]


def test_each_column_of_giro_shows_the_files_column_with_examples(ctx: UiContext, qtbot: QtBot):
    page = open_page(ctx, qtbot, ORDERS)
    choices = page.form.columns.choices
    assert tuple(choices) == CANONICAL_COLUMNS[ImportKind.ORDERS]
    assert choices["valor"].currentText() == "Total   (1.250,00; 98,50; 430,00)"
    assert choices["vendedor"].currentText() == NONE
    assert page.form.columns.columns() == orders_preview().mapping.columns


def test_the_sample_shows_what_would_be_taken_and_why_not(ctx: UiContext, qtbot: QtBot):
    page = open_page(ctx, qtbot, ORDERS)
    assert headings(page) == [
        "Linha", "Aviso", "Número", "Cliente (código ou CNPJ)", "Data", "Valor"
    ]  # fmt: skip
    assert rows(page)[0] == ["2", "", "8101", "1203", "02/03/2026", "R$ 1.250,00"]
    assert rows(page)[1][1] == "a data do pedido ainda não chegou"
    assert rows(page)[2][1].startswith("recusada: a data “31/02/2026” não existe")
    assert rows(page)[2][2:] == ["", "", "", ""]
    tester = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(page.form.sample.records, tester, page)
    page.form.show_preview(customers_preview())


def test_another_column_is_chosen_by_keys_and_the_file_read_again(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    page = open_page(ctx, qtbot, ORDERS)
    pick(page.form.columns.choices["vendedor"], "Obs", qtbot)
    assert not page.check_button.isEnabled()
    qtbot.waitUntil(lambda: bool(world.imports.corrected))
    (mapping,) = world.imports.corrected
    assert mapping.headers == ()
    assert mapping.columns["vendedor"] == ("Obs",)
    assert mapping.columns["valor"] == ("Total",)
    assert page.check_button.isEnabled()
    assert page.form.columns.choices["vendedor"].hasFocus()
    kept = page._chosen.new_mappings()[0]
    assert kept.columns["vendedor"] == ("Obs",)
    assert kept.headers == orders_preview().mapping.headers


def test_another_kind_has_its_columns_recognised_anew(ctx: UiContext, world: UiWorld, qtbot: QtBot):
    world.imports.answer = lambda preview, mapping: replace(
        preview, mapping=mapping, records=(), missing=("vencimento",)
    )
    page = open_page(ctx, qtbot, ORDERS)
    assert page.form.kind.itemText(1) == "Títulos"
    assert page.form.kind.findText("Notas fiscais (NF-e)") == -1
    pick(page.form.kind, "Títulos", qtbot)
    qtbot.waitUntil(lambda: bool(world.imports.corrected))
    assert world.imports.corrected[-1].kind is ImportKind.RECEIVABLES
    assert world.imports.corrected[-1].columns == {}
    assert tuple(page.form.columns.choices) == CANONICAL_COLUMNS[ImportKind.RECEIVABLES]


def test_another_delimiter_reads_the_columns_anew_and_another_decimal_mark_keeps_them(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    page = open_page(ctx, qtbot, ORDERS)
    pick(page.form.format.decimal_mark, "1,234.56", qtbot)
    qtbot.waitUntil(lambda: len(world.imports.corrected) == 1)
    assert world.imports.corrected[0].format == replace(CSV, decimal_mark=".")
    assert world.imports.corrected[0].columns == orders_preview().mapping.columns
    pick(page.form.format.day_order, "mm/dd", qtbot)
    qtbot.waitUntil(lambda: len(world.imports.corrected) == 2)
    assert world.imports.corrected[1].format.day_order is DayOrder.MONTH_FIRST
    pick(page.form.format.delimiter, "tabulação", qtbot)
    qtbot.waitUntil(lambda: len(world.imports.corrected) == 3)
    assert world.imports.corrected[2].format.delimiter == "\t"
    assert world.imports.corrected[2].columns == {}


def test_the_header_can_stand_in_a_later_line(ctx: UiContext, world: UiWorld, qtbot: QtBot):
    page = open_page(ctx, qtbot, ORDERS)
    page.form.format.header_line.setFocus()
    qtbot.keyClick(page.form.format.header_line, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: bool(world.imports.corrected))
    assert world.imports.corrected[0].format.header_line == 2


def test_corrections_in_a_row_are_read_once(ctx: UiContext, world: UiWorld, qtbot: QtBot):
    page = open_page(ctx, qtbot, ORDERS)
    for name in ("vendedor", "situacao"):
        pick(page.form.columns.choices[name], "Obs", qtbot)
    qtbot.waitUntil(lambda: bool(world.imports.corrected))
    assert len(world.imports.corrected) == 1
    assert world.imports.corrected[0].columns["situacao"] == ("Obs",)


def test_a_spreadsheet_shows_its_sheets_and_no_encoding(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    how = replace(CSV, container=Container.XLSX, encoding="", delimiter="", sheet="Março")
    world.imports.previews["pedidos.csv"] = orders_preview(format=how, sheets=("Fev", "Março"))
    page = open_page(ctx, qtbot, ORDERS)
    fields = page.form.format
    assert not fields.encoding.isVisible()
    assert not fields.delimiter.isVisible()
    assert fields.sheet.isVisible()
    assert fields.sheet.currentText() == "Março"


def test_what_was_found_is_shown_even_if_it_is_rare(ctx: UiContext, world: UiWorld, qtbot: QtBot):
    how = replace(CSV, encoding="cp850", delimiter="#")
    world.imports.previews["pedidos.csv"] = orders_preview(format=how)
    page = open_page(ctx, qtbot, ORDERS)
    assert page.form.format.encoding.currentText() == "cp850"
    assert page.form.format.delimiter.currentText() == "#"
    assert page.form.format.format() == how


def test_a_missing_column_is_marked_and_named_and_the_way_on_is_closed(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    columns = {"numero": ("Nº Doc",)}
    mapping = replace(orders_preview().mapping, columns=columns)
    world.imports.previews["pedidos.csv"] = orders_preview(
        mapping=mapping, missing=("data", "valor"), records=()
    )
    world.imports.answer = lambda preview, corrected: replace(
        preview, mapping=corrected, missing=("valor",)
    )
    page = open_page(ctx, qtbot, ORDERS)
    assert page.form.missing() == "Faltam colunas: escolha quais do arquivo são “Data, Valor”."
    assert page.form.columns.choices["data"].property("invalid") == "true"
    assert page.form.columns.choices["data"].accessibleName() == "Data: escolha"
    assert not page.check_button.isEnabled()
    assert headings(page)[1:] == list(orders_preview().headers)
    assert rows(page)[0] == ["2", "8101", "1203", "02/03/2026", "1.250,00", ""]
    pick(page.form.columns.choices["data"], "Emissão", qtbot)
    qtbot.waitUntil(lambda: bool(world.imports.corrected))
    assert page.form.missing() == "Falta uma coluna: escolha qual do arquivo é “Valor”."
    assert page.form.columns.choices["data"].property("invalid") == "false"


def test_columns_that_are_joined_or_take_turns_stay_as_they_are(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    columns = {**orders_preview().mapping.columns, "cliente": ("Parceiro", "Obs")}
    mapping = replace(orders_preview().mapping, columns=columns)
    world.imports.previews["pedidos.csv"] = orders_preview(mapping=mapping)
    page = open_page(ctx, qtbot, ORDERS)
    assert page.form.columns.choices["cliente"].currentText() == "Parceiro ou Obs"
    assert page.form.columns.columns() == columns


def test_several_files_are_listed_and_one_that_is_none_can_be_left_out(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    page = open_page(ctx, qtbot, CUSTOMERS, ORDERS, Path("/erp/foto.png"))
    names = [page.table.records.index(row, 0).data() for row in range(3)]
    assert names == [
        "clientes.csv · Clientes", "pedidos.csv · Pedidos", "foto.png: não dá para usar"
    ]  # fmt: skip
    page.begin()
    assert page.table.current().path == Path("/erp/foto.png"), "it wants a look most"
    assert not page.check_button.isEnabled()
    assert page.obstacle() == "Tire ou corrija foto.png."
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert page.form.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert "foto.png não é uma tabela" in page.state_sentence()
    page.remove_button.click()
    assert page._chosen.paths == (CUSTOMERS, ORDERS)
    assert page.obstacle() == ""
    assert page.check_button.isEnabled()


def test_the_last_file_left_out_is_the_end(ctx: UiContext, qtbot: QtBot):
    page = open_page(ctx, qtbot, ORDERS)
    assert not page.table.isVisible()
    assert page.file_name() == "pedidos.csv"
    with qtbot.waitSignal(page.cancel_requested):
        page.remove_button.click()


def test_invoices_have_no_columns(ctx: UiContext, qtbot: QtBot):
    page = open_page(ctx, qtbot, Path("/erp/notas"))
    assert "não precisam de colunas" in page.state_sentence()
    assert page.check_button.isEnabled()


def test_a_correction_that_cannot_be_read_says_so_and_can_be_taken_back(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    page = open_page(ctx, qtbot, ORDERS)
    found = world.imports.previews.pop("pedidos.csv")
    pick(page.form.format.delimiter, "tabulação", qtbot)
    qtbot.waitUntil(lambda: page.trouble() != "")
    assert page.form.isVisible()
    assert not page.check_button.isEnabled()
    world.imports.previews["pedidos.csv"] = found
    pick(page.form.format.delimiter, "vírgula", qtbot)
    qtbot.waitUntil(lambda: page.trouble() == "")
    assert page.check_button.isEnabled()


def test_an_answer_to_an_older_correction_does_not_take_the_newer_one_back(
    held: UiContext, world: UiWorld, qtbot: QtBot
):
    page = open_page(held, qtbot, ORDERS)
    assert "Lendo as primeiras linhas" in page.state_sentence()
    held.runner.release()  # type: ignore[attr-defined]
    page.form.corrected.emit(replace(orders_preview().mapping, columns={}))
    held.runner.release()  # type: ignore[attr-defined]
    pick(page.form.columns.choices["vendedor"], "Obs", qtbot)
    page._chosen.changed.emit(ORDERS)
    assert page.form.columns.choices["vendedor"].currentText().startswith("Obs")
    page.stop()


# --- words ---------------------------------------------------------------------------------------


def test_every_canonical_column_has_words_and_a_field_of_the_sample(ctx: UiContext):
    for kind, names in CANONICAL_COLUMNS.items():
        for name in names:
            assert column_word(name) != name, name
        assert set(names) - {"celular"} <= set(FIELDS[kind]), kind


PHONES = (
    ParsedPhone("1133334444", "+551133334444", "", PhoneKind.FIXED),
    ParsedPhone("ramal 2", None, "", PhoneKind.UNKNOWN),
)
RECORDS = {
    ImportKind.CUSTOMERS: (
        CustomerRecord(
            "1", "Ferragens Ipê", tax_id=TaxId("11222333000181", PersonKind.COMPANY, True),
            phones=PHONES, credit_limit_cents=150_000, is_blocked=True,
        ),
        {"11.222.333/0001-81", "(11) 3333-4444, ramal 2", "R$ 1.500,00", "sim", "cliente"},
    ),
    ImportKind.PRODUCTS: (ProductRecord("7", "Parafuso", is_active=False), {"Parafuso", "não"}),
    ImportKind.ITEMS: (
        ItemRecord("81", 1, "7", "Parafuso", 2_500, 1_050), {"2,500", "R$ 10,50"}
    ),
    ImportKind.RECEIVABLES: (
        ReceivableRecord("9/1", "1", date(2026, 4, 1), 99_00),
        {"01/04/2026", "R$ 99,00"},
    ),
    ImportKind.QUOTES: (
        QuoteRecord("5", "1", date(2026, 3, 1), 10, state=QuoteState.LOST),
        {"perdido", "R$ 0,10"},
    ),
    ImportKind.CONTACTS: (
        PastContactRecord(
            "1", datetime.fromisoformat("2026-03-01T09:05"), note="duas\nlinhas"
        ),
        {"01/03/2026 09:05", "duas linhas"},
    ),
    ImportKind.INVOICES: (
        InvoiceEventRecord("3" * 44, date(2026, 3, 1)), {""}
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", list(RECORDS))
def test_records_of_every_kind_are_shown_as_people_read_them(ctx: UiContext, kind: ImportKind):
    record, expected = RECORDS[kind]
    preview = FilePreview(
        "x.csv", CSV, (), ImportMapping(kind, {}), (kind,), (), (), (2,), ((),), (record,)
    )
    (line,) = sample_lines(preview)
    shown = {column.show(line, ctx.language) for column in sample_columns(preview)}
    assert expected <= shown


# --- keys and wheel ------------------------------------------------------------------------------


def test_the_keyboard_goes_through_the_format_then_the_columns(ctx: UiContext, qtbot: QtBot):
    page = open_page(ctx, qtbot, ORDERS)
    form, how = page.form, page.form.format
    expected = [
        *(how.encoding, how.delimiter, how.header_line, how.decimal_mark, how.day_order),
        *form.columns.choices.values(),
        form.sample,
    ]
    form.kind.setFocus()
    passed = []
    for _ in expected:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed == expected


def test_the_wheel_changes_no_field_in_passing(ctx: UiContext, qtbot: QtBot):
    page = open_page(ctx, qtbot, ORDERS)
    form = page.form
    for field in (form.kind, *form.format.fields(), form.columns.choices["valor"]):
        field.setFocus()
        before = form.format.format(), form.kind.currentIndex(), form.columns.columns()
        event = QWheelEvent(
            QPointF(5, 5), QPointF(field.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, event)
        assert before == (form.format.format(), form.kind.currentIndex(), form.columns.columns())
