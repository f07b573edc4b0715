"""Exported files: the canonical format, text that never runs, numbers that stay numbers."""

import csv
import gc
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from cockpit.domain.errors import BadInputError
from cockpit.domain.export_columns import (
    EXPORTED_KINDS,
    CellKind,
    ExportCell,
    SheetColumn,
    cell_kinds,
)
from cockpit.domain.import_columns import CANONICAL_COLUMNS
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports import xlsx_export
from cockpit.imports.csv_export import CsvTableWriter
from cockpit.imports.xlsx_export import XlsxTableWriter
from tests.support.small_disk import SmallDisk

_ORDER: tuple[ExportCell, ...] = (
    "0012", "C;1", date(2026, 3, 2), 123456, 5, "venda", '=HYPERLINK("x")', "Zé \"do\" Bar",
    "1", None, None,
)  # fmt: skip
_ITEM: tuple[ExportCell, ...] = (
    "1", "P", "+1 un", 2500, Decimal("0.003500"), 0, "1", "1",
)  # fmt: skip
_CONTACT: tuple[ExportCell, ...] = (
    "1", datetime.fromisoformat("2026-03-02T09:05:07"), "Ana", "", "Vendeu", None, None, "a\nb", "",
)  # fmt: skip


def _csv(path: Path, kind: ImportKind, *rows: tuple[ExportCell, ...]) -> list[list[str]]:
    assert CsvTableWriter().write(path, kind, iter(rows)) == len(rows)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_csv_has_the_canonical_header_days_and_amounts_and_guards_text(tmp_path: Path) -> None:
    header, row = _csv(tmp_path / "p.csv", ImportKind.ORDERS, _ORDER)

    assert tuple(header) == CANONICAL_COLUMNS[ImportKind.ORDERS]
    assert row == [
        "0012", "C;1", "02/03/2026", "1234,56", "0,05", "venda", "'=HYPERLINK(\"x\")",
        'Zé "do" Bar', "1", "", "",
    ]  # fmt: skip


def test_csv_quantities_and_prices_never_look_like_thousands(tmp_path: Path) -> None:
    _, row, other = _csv(
        tmp_path / "i.csv", ImportKind.ITEMS, _ITEM,
        ("1", "P", "x", 1000, Decimal("1.125"), 1, "1", "2"),
    )  # fmt: skip

    assert row == ["1", "P", "'+1 un", "2,5000", "0,0035", "0,00", "1", "1"]
    assert other[3:6] == ["1", "1,1250", "0,01"]


def test_a_past_contact_has_its_time_and_keeps_its_lines(tmp_path: Path) -> None:
    _, row = _csv(tmp_path / "c.csv", ImportKind.CONTACTS, _CONTACT)

    assert row[1] == "02/03/2026 09:05:07"
    assert row[7] == "a\nb"


def test_xlsx_has_no_formula_and_no_link_whatever_the_text(tmp_path: Path) -> None:
    path = tmp_path / "pedidos.xlsx"
    hostile = (*_ORDER[:7], "http://x.example/", *_ORDER[8:])

    assert XlsxTableWriter().write(path, ImportKind.ORDERS, iter([_ORDER, hostile])) == 2
    with ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.namelist()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert "1234.56" in sheet
    assert "&#39;=HYPERLINK" in sheet or "'=HYPERLINK" in sheet
    assert not [name for name in names if "rels" in name and "sheet1" in name]
    assert sorted(tmp_path.iterdir()) == [path]


def test_xlsx_of_too_many_rows_says_so_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_export, "MOST_ROWS", 3)
    writer = XlsxTableWriter()

    assert writer.write(tmp_path / "fits.xlsx", ImportKind.ORDERS, iter([_ORDER] * 2)) == 2
    with pytest.raises(BadInputError) as caught:
        writer.write(tmp_path / "pedidos.xlsx", ImportKind.ORDERS, iter([_ORDER] * 3))
    assert caught.value.message.key == "error.export_too_many_rows"
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


@pytest.mark.parametrize("kind", EXPORTED_KINDS)
def test_each_column_has_a_kind_of_cell(kind: ImportKind) -> None:
    assert len(cell_kinds(kind)) == len(CANONICAL_COLUMNS[kind])


def test_days_and_amounts_are_told_from_text() -> None:
    order, contact = _kinds(ImportKind.ORDERS), _kinds(ImportKind.CONTACTS)

    assert order["data"] is order["entregue_em"] is CellKind.DAY
    assert order["valor"] is CellKind.CENTS
    assert order["numero"] is order["cliente"] is CellKind.TEXT
    assert contact["data"] is CellKind.MOMENT


def _kinds(kind: ImportKind) -> dict[str, CellKind]:
    return dict(zip(CANONICAL_COLUMNS[kind], cell_kinds(kind), strict=True))


def test_a_workbook_on_a_full_disk_leaves_no_file_open(
    small_disk: Callable[[str], SmallDisk],
) -> None:
    disk = small_disk("1m")
    rows = ((f"{number:0200}",) for number in range(20_000))
    with pytest.raises(OSError, match="No space left"):
        XlsxTableWriter().write_sheet(
            disk.path / "x.xlsx", "x", (SheetColumn("x", CellKind.TEXT),), rows
        )
    gc.collect()  # an open file would complain here
    assert not [one for one in disk.path.iterdir() if one.is_dir()]
