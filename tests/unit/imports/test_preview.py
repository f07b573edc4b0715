from datetime import date
from pathlib import Path

import pytest

from cockpit.domain.import_records import CustomerRecord, RowProblem
from cockpit.domain.import_sources import DayOrder, ImportMapping
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.preview import SHOWN_LINES, preview_table

TODAY = date(2026, 11, 22)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "clientes.csv"


def test_the_first_lines_are_shown_as_they_would_be_taken(path: Path) -> None:
    path.write_text("Código;Nome;Valor;Valor\n1;Agro Sul;;\n;;;\n;;x;\n", encoding="cp1252")
    found = preview_table(path, (), TODAY)
    assert found.file_name == "clientes.csv"
    assert found.headers == ("Código", "Nome", "Valor", "Valor (2)")
    assert (found.format.encoding, found.format.delimiter, found.format.header_line) == (
        "cp1252", ";", 1,
    )  # fmt: skip
    assert found.format.day_order is DayOrder.DAY_FIRST
    assert found.mapping.kind is ImportKind.CUSTOMERS
    assert found.mapping.columns == {"codigo": ("Código",), "razao_social": ("Nome",)}
    assert found.mapping.headers == ("codigo", "nome", "valor", "valor")
    assert list(found.lines) == [2, 4]
    assert found.cells[1] == ("", "", "x", "")
    assert [type(one) for one in found.records] == [CustomerRecord, RowProblem]
    assert not found.is_saved_mapping


def test_columns_that_nobody_knows_can_be_mapped(path: Path) -> None:
    path.write_text("foo;bar\n1;2\n", encoding="utf-8")
    found = preview_table(path, (), TODAY)
    assert found.missing
    assert (found.records, found.cells) == ([], [("1", "2")])
    assert set(found.kinds) == set(ImportKind) - {ImportKind.INVOICES}
    mapping = ImportMapping(ImportKind.PRODUCTS, {"codigo": ("foo",), "nome": ("bar",)})
    assert preview_table(path, (mapping,), TODAY).missing == ()


def test_what_a_preview_shows_can_be_kept_and_is_used_again(path: Path) -> None:
    path.write_text("foo;bar\n1;2\n", encoding="utf-8")
    mapping = ImportMapping(ImportKind.PRODUCTS, {"codigo": ("foo",), "nome": ("bar",)})
    kept = preview_table(path, (mapping,), TODAY).mapping
    again = preview_table(path, (kept,), TODAY)
    assert again.is_saved_mapping
    assert again.mapping == kept


def test_only_the_first_lines_are_shown(path: Path) -> None:
    path.write_text("codigo;nome\n" + "1;2\n" * (SHOWN_LINES + 10), encoding="utf-8")
    assert len(preview_table(path, (), TODAY).records) == SHOWN_LINES
