"""Reports in workbooks and CSV are read again by other libraries; nothing in them is a formula."""

import csv
import json
from datetime import date, datetime
from pathlib import Path

import fastexcel
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.domain.formats import Language
from cockpit.domain.reports import CellKind, ReportColumn, ReportFormat, ReportTable
from cockpit.reports.json_report import json_of
from cockpit.reports.text_report import lines_of
from cockpit.reports.writers import writer_of
from tests.support.report_documents import COLUMNS, FORMULA, LONG, document, table

PORTUGUESE = Language.PORTUGUESE


def book_of(path: Path, *tables: ReportTable) -> openpyxl.Workbook:
    writer_of(ReportFormat.XLSX).write_report(path, document(*tables), PORTUGUESE)
    return openpyxl.load_workbook(path)


def test_days_are_days_money_is_numbers_and_counts_are_whole(tmp_path: Path) -> None:
    sheet = book_of(tmp_path / "r.xlsx")["Clientes reativados"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[:3] == ["Empresa", "Cliente", "Contato"]
    first, second = sheet[2], sheet[3]
    assert first[2].value == datetime(2026, 3, 1)  # noqa: DTZ001 - sheets have no zones
    assert (first[2].number_format, first[6].number_format) == ("dd/mm/yyyy", '"R$" #,##0.00')
    assert (second[3].value, second[3].number_format) == (1, "#,##0")
    assert (second[4].value, second[4].number_format) == (pytest.approx(1 / 3), "0.0%")
    assert second[6].value == 1000.51
    assert [cell.data_type for cell in first] == ["s", "s", "d", "n", "n", "n", "n"]


def test_the_total_is_the_last_row_and_bold(tmp_path: Path) -> None:
    sheet = book_of(tmp_path / "r.xlsx")["Clientes reativados"]
    last = sheet[sheet.max_row]
    assert (last[0].value, last[3].value, last[6].value) == ("Total", 3, 3001.53)
    assert last[6].font.bold


def test_a_name_that_begins_like_a_formula_stays_the_text_that_it_is(tmp_path: Path) -> None:
    sheet = book_of(tmp_path / "r.xlsx")["Clientes reativados"]
    cell = sheet[2][1]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (FORMULA, "s", True)


def test_heads_are_frozen_and_columns_wide_enough(tmp_path: Path) -> None:
    sheet = book_of(tmp_path / "r.xlsx")["Clientes reativados"]
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["B"].width >= 40
    assert sheet.column_dimensions["D"].width < 20
    assert sheet.auto_filter.ref == "A1:G4"  # the total is no row to filter


def test_what_it_is_about_and_what_figures_mean_have_sheets_of_their_own(tmp_path: Path) -> None:
    book = book_of(tmp_path / "r.xlsx")
    assert book.sheetnames == ["Resumo", "Clientes reativados", "Definições"]
    head = [row[0].value for row in book["Resumo"].iter_rows(max_row=7)]
    assert "Indústria São José" in head
    assert "Período: 01/03/2026 a 31/03/2026" in head
    figures = {row[0].value: row[1].value for row in book["Resumo"].iter_rows()}
    assert (figures["Clientes reativados"], figures["Valor recuperado"]) == (12, 123_456.78)
    assert book["Definições"]["A2"].value == "Clientes reativados"


def test_two_tables_of_one_name_both_have_a_sheet(tmp_path: Path) -> None:
    long = [table(2, "adjustments"), table(3, "adjustments")]
    names = book_of(tmp_path / "r.xlsx", *long).sheetnames
    assert len(set(names)) == 4
    assert all(len(name) <= 31 for name in names)


def test_another_reader_finds_the_same(tmp_path: Path) -> None:
    book_of(tmp_path / "r.xlsx", table(500))
    sheet = fastexcel.read_excel(tmp_path / "r.xlsx").load_sheet("Clientes reativados")
    values = sheet.to_arrow().to_pydict()
    money = values["Valor líquido"]
    assert money[:3] == [1000.5, 1000.51, 1000.52]
    assert round(money[-1] * 100) == sum(100_050 + one for one in range(500))
    assert values["Contato"][0].date() == date(2026, 3, 1)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_name_comes_back_as_text(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("books") / "r.xlsx"
    columns = (ReportColumn("client"), ReportColumn("value", CellKind.CENTS))
    sheet = book_of(path, ReportTable("reactivated", columns, [(name, 5)])).worksheets[1]
    cell = sheet["A2"]
    assert cell.data_type != "f"
    assert sheet["B2"].value == 0.05
    if name.isprintable() and name.strip():
        assert cell.value == name


def rows_of(path: Path, *tables: ReportTable) -> list[list[str]]:
    writer_of(ReportFormat.CSV).write_report(path, document(*tables), PORTUGUESE)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))


def test_a_csv_has_semicolons_decimal_commas_and_brazilian_days(tmp_path: Path) -> None:
    head, first, second, *_rest, total = rows_of(tmp_path / "r.csv")
    assert head[:3] == ["Empresa", "Cliente", "Contato"]
    assert first[2:] == ["01/03/2026", "0", "0,00", "0,5", "1000,50"]
    assert second[1] == LONG
    assert (total[0], total[6]) == ("Total", "3001,53")


def test_a_csv_guards_what_a_sheet_would_take_for_a_formula(tmp_path: Path) -> None:
    _head, first, *_rest = rows_of(tmp_path / "r.csv")
    assert first[1] == "'" + FORMULA


def test_a_csv_of_several_tables_names_them(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "r.csv", table(1), table(1, "adjustments"))
    assert rows[0] == ["Clientes reativados"]
    assert [] in rows


def test_json_holds_the_values_as_they_are() -> None:
    found = json.loads(json.dumps(json_of(document(), PORTUGUESE)))
    assert found["period"] == {"from": "2026-03-01", "to": "2026-03-31"}
    row = found["tables"]["reactivated"]["rows"][1]
    assert (row["value"], row["contacted_on"], row["client"]) == (100_051, "2026-03-02", LONG)
    assert found["tables"]["reactivated"]["total"]["value"] == 300_153
    assert found["figures"]["reactivated"] == {"kind": "count", "value": 12, "before": 10}


def test_text_stands_in_columns_and_commands_no_terminal() -> None:
    strange = ReportTable("reactivated", COLUMNS, [("\x1b[2J\nx", "y", None, 1, None, None, 5)])
    lines = list(lines_of(document(strange), PORTUGUESE))
    assert all(line.isprintable() for line in lines)
    (head,) = [line for line in lines if line.startswith("Empresa")]
    (row,) = [line for line in lines if "R$ 0,05" in line]
    assert len(head) == len(row)


@pytest.mark.parametrize("file_format", ReportFormat)
@pytest.mark.parametrize("language", Language)
def test_every_format_is_written_in_both_languages(
    tmp_path: Path, file_format: ReportFormat, language: Language
) -> None:
    path = tmp_path / f"r{file_format.suffix}"
    writer_of(file_format).write_report(path, document(), language)
    assert path.stat().st_size > 300
