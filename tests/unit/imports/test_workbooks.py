import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import Container, SourceFormat
from cockpit.imports.archives import Archive, BrokenArchiveError
from cockpit.imports.blocks import Table
from cockpit.imports.tables import open_table
from cockpit.imports.words import word
from tests.unit.imports.office_files import (
    changed,
    lying_archive,
    ods_cell,
    write_ods,
    write_xlsx,
)

HEADER = ["numero", "cliente", "data", "valor"]
SHEET = "xl/worksheets/sheet1.xml"


def known_words(cells: Sequence[str]) -> int:
    return sum(word(cell) in HEADER for cell in cells)


def table(path: Path, wanted: SourceFormat | None = None) -> Table:
    return open_table(path, wanted or SourceFormat(), known_words)


def error(path: Path, wanted: SourceFormat | None = None) -> str:
    with pytest.raises(BadInputError) as caught:
        table(path, wanted)
    return caught.value.message.key.removeprefix("error.")


def read(found: Table) -> list[tuple[int, list[str]]]:
    rows = []
    for block in found.blocks():
        assert block.plain
        assert not block.rows
        lines = block.plain.line.to_pylist()
        rows += [
            (line, [column[index].as_py() for column in block.plain.cells])
            for index, line in enumerate(lines)
        ]
    return rows


def with_rows(*rows: Sequence[Any], header: Sequence[str] = HEADER, above: int = 0) -> Any:
    def fill(workbook: Any, sheet: Any) -> None:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate([header, *rows], above):
            for place, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, place, value)
                elif isinstance(value, datetime):
                    sheet.write_datetime(number, place, value, day)
                elif value is not None:
                    sheet.write(number, place, value)

    return fill


def test_numbers_texts_days_and_truth_values_are_told_apart(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "a.xlsx",
        Pedidos=with_rows(
            [123.0, "00123", datetime.fromisoformat("2026-03-01"), 1234.5],
            [1.234, "1.234", datetime.fromisoformat("2026-03-01T09:30"), -12.345],
            ["1.234", "2026-03-01 00:00:00x", 44927, 1e15],
            [None, "=cmd()", "03/04/2026", True],
        ),
    )
    found = table(path)
    assert read(found) == [
        (2, ["123", "00123", "2026-03-01", "1234.5"]),
        (3, ["1.2340", "1.234", "2026-03-01 09:30:00", "-12.3450"]),
        (4, ["1.234", "2026-03-01 00:00:00x", "44927", "1000000000000000"]),
        (5, ["", "=cmd()", "03/04/2026", "true"]),
    ]
    assert found.format.container is Container.XLSX
    assert found.header == tuple(HEADER)
    assert found.sha256 == sha256(path.read_bytes()).hexdigest()
    assert (found.size, list(found.blocks())[-1].position) == (4, 4)


def test_a_formula_is_its_stored_value_and_an_error_stays_visible(tmp_path: Path) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEADER)
        sheet.write_formula(1, 0, "=1+1", None, 7)
        sheet.write_formula(1, 1, '="a"&"b"', None, "ab")
        sheet.write_formula(1, 3, "=1/0", None, "#DIV/0!")
        sheet.write_formula(2, 3, "=#REF!", None, "#REF!")

    rows = read(table(write_xlsx(tmp_path / "a.xlsx", A=fill)))
    assert rows == [(2, ["7", "ab", "", "#DIV/0!"]), (3, ["", "", "", "#REF!"])]


def test_titles_blank_rows_and_repeated_headers_are_no_data(tmp_path: Path) -> None:
    fill = with_rows([1, "a"], [None, "  "], HEADER, [2, "b"], above=6)
    found = table(write_xlsx(tmp_path / "a.xlsx", A=fill))
    assert found.format.header_line == 7
    assert read(found) == [(8, ["1", "a", "", ""]), (11, ["2", "b", "", ""])]
    assert [row.line for row in found.sample(1)] == [8]


def test_the_longest_sheet_with_a_header_is_taken_unless_one_is_named(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "a.xlsx",
        Capa=with_rows(*[["x", "y"]] * 9, header=["Relatório", "z"]),
        Vazia=lambda *_: None,
        Curta=with_rows([1, "a"]),
        Longa=with_rows([1, "a"], [2, "b"]),
    )
    found = table(path)
    assert (found.format.sheet, len(read(found))) == ("Longa", 2)
    assert found.sheets == ("Capa", "Vazia", "Curta", "Longa")
    assert table(path, SourceFormat(sheet="Curta")).size == 1
    assert error(path, SourceFormat(sheet="Vazia")) == "import_empty"
    assert error(path, SourceFormat(sheet="Outra")) == "import_no_such_sheet"
    assert table(path, SourceFormat(sheet="Longa", header_line=2)).header[:2] == ("1", "a")
    for line in (0, -1, 4):
        wanted = SourceFormat(sheet="Longa", header_line=line)
        assert error(path, wanted) == "import_no_such_line"


def test_columns_beyond_the_header_are_kept_where_they_hold_something(tmp_path: Path) -> None:
    fill = with_rows([1, "a", None, None, "x"], [2, "b", None, None, None, " "])
    assert table(write_xlsx(tmp_path / "a.xlsx", A=fill)).header == (*HEADER, "")


def test_an_ods_file_is_read_likewise(tmp_path: Path) -> None:
    far = '<t:table-row t:number-rows-repeated="1048000"><t:table-cell '
    far += 't:number-columns-repeated="16384"/></t:table-row>'
    header = "".join(ods_cell(name) for name in HEADER)
    cells = ods_cell("00123") + ods_cell("1,234", "float", 'o:value="1.234"')
    cells += ods_cell("x", "date", 'o:date-value="2026-03-01T09:30:00"') + ods_cell("1.234")
    found = table(
        write_ods(
            tmp_path / "a.ods",
            f"<t:table-row>{header}</t:table-row><t:table-row>{cells}</t:table-row>{far}",
        )
    )
    assert read(found) == [(2, ["00123", "1.2340", "2026-03-01 09:30:00", "1.234"])]
    assert found.format.container is Container.ODS


FAR = (
    '<t:table-row t:number-rows-repeated="{}">'
    '<t:table-cell t:number-columns-repeated="{}" o:value-type="string"><x:p>x</x:p>'
    "</t:table-cell></t:table-row>"
)


@pytest.mark.parametrize("repeats", [(200_000, 400), (9, 10**30), (10**12, 1), ("٣", 16_385)])
def test_an_ods_file_that_repeats_itself_without_end_is_refused(
    tmp_path: Path, repeats: tuple[object, object]
) -> None:
    assert error(write_ods(tmp_path / "a.ods", FAR.format(*repeats))) == (
        "import_spreadsheet_too_large"
    )


SHEET_XML = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}'
    "</sheetData></worksheet>"
)
TOO_LARGE = [
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B999999999"><v>1</v></c></row>',
    "<row r='1'><c r='A1'><v>1</v></c><c  r='ZZ900000'><v>1</v></c></row>",
    '<row><c s="1" r="A1"><v>1</v></c><c s="1" r="ZZ900000"><v>1</v></c></row>',
    '<x:row xmlns:x="x"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="ZZ900000"/></x:row>',
    "<row>" + "<c><v>1</v></c>" * 9_000 + "</row>" + "<row><c><v>1</v></c></row>" * 9_000,
    '<row r="1000000"/><row>' + "<c><v>1</v></c>" * 100 + "</row>",
]


@pytest.mark.parametrize("rows", TOO_LARGE)
def test_cells_far_apart_do_not_take_all_memory(tmp_path: Path, rows: str) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", A=with_rows([1]))
    changed(path, {SHEET: SHEET_XML.format(rows).encode()})
    assert error(path) == "import_spreadsheet_too_large"


def test_sheets_written_in_an_unusual_way_are_read(tmp_path: Path) -> None:
    cells = "".join(f"<c t='inlineStr'><is><t>{name}</t></is></c>" for name in HEADER)
    rows = f"<!-- x --><row>{cells}</row><row><c r='B2'><v>5</v></c></row>"
    path = write_xlsx(tmp_path / "a.xlsx", A=with_rows([1]))
    changed(path, {SHEET: SHEET_XML.format(rows).encode()})
    assert read(table(path)) == [(2, ["", "5", "", ""])]


def test_wide_sheets_are_read(tmp_path: Path) -> None:
    header = [*HEADER, *(f"x{number}" for number in range(96))]
    found = table(write_xlsx(tmp_path / "a.xlsx", A=with_rows(range(100), header=header)))
    assert read(found) == [(2, [str(number) for number in range(100)])]
    wide = write_xlsx(tmp_path / "b.xlsx", A=with_rows(header=["x"] * 1_001))
    assert error(wide) == "import_too_many_columns"


def test_an_entity_or_a_document_type_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = write_xlsx(tmp_path / "a.xlsx", A=with_rows([1]))
    changed(path, {SHEET: (bomb + SHEET_XML.format("<row><c><v>&b;</v></c></row>")).encode()})
    assert error(path) == "import_spreadsheet_broken"


def test_a_zip_bomb_is_refused_whatever_it_says_of_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    zeros = bytes(64 << 20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"")
        archive.writestr("xl/sharedStrings.xml", zeros)
    assert error(path) == "import_spreadsheet_too_large"
    path.write_bytes(lying_archive("xl/sharedStrings.xml", zeros, stated=1_000))
    assert error(path) == "import_spreadsheet_too_large"
    path.write_bytes(lying_archive("xl/sharedStrings.xml", zeros[: 1 << 20], stated=1_000))
    assert error(path) == "import_spreadsheet_broken"
    path.write_bytes(lying_archive("xl/sharedStrings.xml", b"x" * 99_999, stated=2_000_000_000))
    assert error(path) == "import_spreadsheet_too_large"


def test_what_is_no_spreadsheet_is_refused_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for content, key in [
        (b"PK\x03\x04 and nothing more", "import_spreadsheet_broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000), "import_spreadsheet_broken"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "import_spreadsheet_encrypted",
        ),
        (
            b'<?xml version="1.0"?>\n<Workbook '
            b'xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
            "import_spreadsheet_unknown",
        ),
    ]:
        path.write_bytes(content)
        assert error(path) == key
    for name in ("word/document.xml", "xl/workbook.bin"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, b"")
        assert error(path) == "import_spreadsheet_unknown"


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.csv", A=with_rows([1, "a"]))
    assert table(path).format.container is Container.XLSX
    path = tmp_path / "b.xls"
    path.write_text("numero\tcliente\n1\ta\n")
    assert table(path).format.container is Container.CSV


def damaged(content: bytes, data: st.DataObject) -> bytes:
    changes = data.draw(
        st.lists(
            st.tuples(st.integers(4, len(content) - 1), st.integers(0, 255)),
            min_size=1,
            max_size=8,
        )
    )
    new = bytearray(content)
    for place, byte in changes:
        new[place] = byte
    return bytes(new[: data.draw(st.sampled_from([len(new), len(new) // 2]))])


ENTRIES = [
    None, SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
]  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    day = datetime.fromisoformat("2026-03-01")
    fill = with_rows([1, "a", day], [2, "b", None, 1.234])
    return write_xlsx(tmp_path_factory.mktemp("sound") / "a.xlsx", A=fill).read_bytes()


@settings(max_examples=300)
@given(data=st.data(), name=st.sampled_from(ENTRIES))
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    sound: bytes,
    data: st.DataObject,
    name: str | None,
) -> None:
    path = tmp_path_factory.getbasetemp() / "a.xlsx"
    path.write_bytes(sound)
    if name is None:
        path.write_bytes(damaged(path.read_bytes(), data))
    else:
        with zipfile.ZipFile(path) as archive:
            content = archive.read(name)
        changed(path, {name: damaged(content, data)})
    with suppress(BadInputError):
        list(table(path).blocks())


def test_an_entry_packed_in_an_unusual_way_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("x", b"x" * 100)
    with pytest.raises(BrokenArchiveError):
        list(Archive(path.read_bytes()).pieces("x"))
