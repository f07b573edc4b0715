from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import Container, SourceFormat
from cockpit.imports.blocks import Table
from cockpit.imports.tables import open_table
from cockpit.imports.words import word

HEADER = "<tr><th>Número</th><th>Cliente</th><th>Valor</th></tr>"


def known_words(cells: Sequence[str]) -> int:
    return sum(word(cell) in {"numero", "cliente", "valor"} for cell in cells)


def table(folder: Path, text: str, encoding: str = "utf-8") -> Table:
    path = folder / "pedidos.xls"
    path.write_bytes(text.encode(encoding))
    return open_table(path, SourceFormat(), known_words)


def read(found: Table) -> list[list[str]]:
    return [row.cells for row in found.sample(100)]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_web_page_that_is_called_a_spreadsheet_is_read(tmp_path: Path, encoding: str) -> None:
    text = f"""<html><head><style>td {{ color: red }}</style></head><body><h1>Relatório</h1>
    <table><tr><td>x</td></tr></table><TABLE border=1>{HEADER}
    <tr><td> 00123 </td><td><b>Pães</b> &amp; Cia<br>Ltda</td><td>1.234,56&nbsp;</td></tr>
    <tr><td colspan="2">a<td>2
    <tr></tr></TABLE></body></html>"""
    found = table(tmp_path, text, encoding)
    assert read(found) == [["00123", "Pães & Cia\nLtda", "1.234,56"], ["a", "", "2"]]
    assert found.header == ("Número", "Cliente", "Valor")
    assert (found.format.container, found.format.sheet) == (Container.XLS, "2")
    assert found.sheets == ("1", "2")


def test_a_cell_that_reaches_down_moves_the_cells_beside_it(tmp_path: Path) -> None:
    text = f"<table>{HEADER}<tr><td rowspan=2>1<td>a<td>5<tr><td>b<td>6<tr><td>2<td>c<td>7</table>"
    assert read(table(tmp_path, text)) == [["1", "a", "5"], ["", "b", "6"], ["2", "c", "7"]]


def test_a_table_within_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    text = f"<table><tr><td><table>{HEADER}<tr><td>1<td>2<td>3</table>x</td></tr></table>"
    assert read(table(tmp_path, text)) == [["1", "2", "3"]]


def test_a_page_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as caught:
        table(tmp_path, "<html><p>Sessão expirada</p></html>")
    assert caught.value.message.key == "error.import_empty"


def test_cells_that_reach_without_end_do_not_take_all_memory(tmp_path: Path) -> None:
    for text in (
        "<table>" + "<td colspan=1000 rowspan=1000>" * 11_000,
        "<table><tr>" + "<td colspan=1000>" * 1_000 + "<tr><td>" * 100 + "</table>",
        "<table><!-- " + "x\n" * 600_000,
    ):
        with pytest.raises(BadInputError) as caught:
            table(tmp_path, text)
        assert caught.value.message.key == "error.import_spreadsheet_too_large"


tags = st.sampled_from(
    [
        "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th colspan=2>", "x", "&", "<br>",
        "<td rowspan=3>", "<!--", "-->", "<script>", "</script>", "<td colspan=-1>", "<", '"',
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(tags, max_size=60).map("".join))
def test_a_page_of_nonsense_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    with suppress(BadInputError):
        list(table(tmp_path_factory.getbasetemp(), "<table>" + text).blocks())
