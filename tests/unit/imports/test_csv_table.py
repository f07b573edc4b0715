from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import SourceFormat
from cockpit.imports.csv_table import CsvTable
from cockpit.imports.rows import Row, are_blank, split_rows
from cockpit.imports.tables import open_table
from cockpit.imports.words import word

KNOWN = {"numero", "cliente", "data", "valor"}
HEADER = "numero;cliente;data\r\n"
#: A long title, so that the few control characters below it do not make the file a binary one.
TITLE = "Pedidos " * 500 + "\r\n"


def known_words(cells: Sequence[str]) -> int:
    return sum(word(cell) in KNOWN for cell in cells)


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "file.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def table(path: Path, wanted: SourceFormat | None = None) -> CsvTable:
    found = open_table(path, wanted or SourceFormat(), known_words)
    assert isinstance(found, CsvTable)
    return found


def error(path: Path, wanted: SourceFormat | None = None) -> str:
    with pytest.raises(BadInputError) as caught:
        list(table(path, wanted).blocks())
    return caught.value.message.key


def read(found: CsvTable) -> list[Row]:
    """Return all rows of both parts by line, and check what blocks promise."""
    rows: list[Row] = []
    position = 0
    for block in found.blocks():
        here = list(block.rows)
        if block.plain:
            assert len(block.plain.cells) == len(found.header)
            columns = [column.to_pylist() for column in block.plain.cells]
            lines = block.plain.line.to_pylist()
            assert lines == sorted(set(lines))
            here += [
                Row(line, list(cells))
                for line, cells in zip(lines, zip(*columns, strict=True), strict=True)
            ]
        assert here
        assert position <= block.position <= found.size
        position = block.position
        rows += sorted(here, key=lambda row: row.line)
    return rows


def read_carefully(found: CsvTable) -> list[Row]:
    """Return the rows as the careful splitter alone finds them."""
    header = [word(cell) for cell in found.header]
    width = len(header)
    lines = islice(found.text.lines(), found.first_line - 1, None)
    return [
        row
        for row in split_rows(lines, found.format.delimiter, width, found.first_line)
        if not are_blank(row.cells) and [word(cell) for cell in row.cells[:width]] != header
    ]


def in_pieces(found: CsvTable, count: int) -> CsvTable:
    return CsvTable(found.text, found.format, found.header, found.first_line, count)


pieces = st.one_of(st.integers(1, 40), st.just(1 << 20))
line_ends = st.sampled_from(["\n", "\r\n", "\r", "\r\r\n", ""])
hostile = st.one_of(
    st.text(st.sampled_from('ab1;"\r\n\0\x1a ção\ufeffN'), max_size=120),
    st.lists(
        st.sampled_from(
            [
                '1;2;3', '1;"2";3', '"1";"";"3"', '1;"a;b";3', '1;"two', 'lines";3', '"', ';;',
                "", " ; ;\x1a", "Numero;CLIENTE;data", '"numero";"cliente";"data"', "1;2", "1;2;3;",
                '1;3/4";x', 'é;"ã";ç', "\ufeff1;2;3", "1;\0;3", '1;"say ""x""";3', '"a"b;1;2',
                "numero;x;y", "\x1a", '"1;2;3', '1;2;3"', '";";";"', '"1";2;"3',
            ]
        ).flatmap(lambda text: line_ends.map(text.__add__)),
        max_size=30,
    ).map("".join),
)  # fmt: skip


@settings(max_examples=1000)
@given(hostile, pieces)
def test_the_fast_lane_finds_the_same_rows_as_the_careful_one(
    tmp_path_factory: pytest.TempPathFactory, text: str, count: int
) -> None:
    path = write(tmp_path_factory.getbasetemp(), TITLE + HEADER + text)
    found = table(path, SourceFormat(header_line=2, delimiter=";", encoding="utf-8"))
    assert read(in_pieces(found, count)) == read_carefully(found)
