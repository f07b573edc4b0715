import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import Container, DayOrder, SourceFormat
from cockpit.imports.blocks import Table
from cockpit.imports.rows import Trouble
from cockpit.imports.tables import open_table
from cockpit.imports.words import word


def known_words(cells: Sequence[str]) -> int:
    return sum(word(cell) in {"numero", "cliente", "data"} for cell in cells)


def table(folder: Path, content: str | bytes, wanted: SourceFormat | None = None) -> Table:
    path = folder / "file.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_table(path, wanted or SourceFormat(), known_words)


def error(folder: Path, content: str | bytes, wanted: SourceFormat | None = None) -> str:
    with pytest.raises(BadInputError) as caught:
        table(folder, content, wanted)
    return caught.value.message.key.removeprefix("error.")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_delimiter_and_encoding_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = ["número;cliente;data", "1;São João, Pães|Cia;x"]
    text = "\r\n".join(line.replace(";", delimiter) for line in lines) + "\r\n"
    found = table(tmp_path, text.replace("João, Pães|Cia", "João").encode(encoding))
    assert found.header == ("número", "cliente", "data")
    assert [row.cells for row in found.sample(9)] == [["1", "São João", "x"]]
    assert (found.format.delimiter, found.format.header_line) == (delimiter, 1)
    assert (found.format.container, found.format.encoding) == (Container.CSV, encoding)


def test_a_first_line_may_say_the_delimiter(tmp_path: Path) -> None:
    found = table(tmp_path, "sep=^\r\nnumero^cliente\r\n1^a;b,c\r\n")
    assert (found.format.delimiter, found.header) == ("^", ("numero", "cliente"))
    assert [(row.line, row.cells) for row in found.sample(9)] == [(3, ["1", "a;b,c"])]


def test_a_header_may_stand_below_titles_and_in_several_lines(tmp_path: Path) -> None:
    text = 'Relatório "de pedidos\n\n;;\n"Numero";"Cliente";"Data\nde"\n1;a;x\n'
    found = table(tmp_path, text)
    assert (found.format.header_line, found.header) == (4, ("Numero", "Cliente", "Data\nde"))
    assert [(row.line, row.cells) for row in found.sample(9)] == [(6, ["1", "a", "x"])]
    blocks = list(found.blocks())
    assert [block.plain.line.to_pylist() for block in blocks if block.plain] == [[6]]
    assert blocks[-1].position == found.size


def test_without_known_words_the_fullest_row_passes_for_the_header(tmp_path: Path) -> None:
    found = table(tmp_path, "Título;;\nA;B;C\n1;2;3\n")
    assert (found.header, found.format.header_line) == (("A", "B", "C"), 2)


def test_what_is_said_is_obeyed(tmp_path: Path) -> None:
    text = "numero;cliente\nx,y;z\n1,2;3\n"
    wanted = SourceFormat(
        delimiter=",", header_line=2, encoding="latin-1", decimal_mark=",",
        day_order=DayOrder.MONTH_FIRST,
    )  # fmt: skip
    found = table(tmp_path, text, wanted)
    assert found.header == ("x", "y;z")
    assert (found.format.decimal_mark, found.format.day_order) == (",", DayOrder.MONTH_FIRST)
    assert found.format.encoding == "latin-1"
    for line in (0, 4):
        assert error(tmp_path, text, SourceFormat(header_line=line)) == "import_no_such_line"
    for bad in ('"', "\n", ";;"):
        assert error(tmp_path, text, SourceFormat(delimiter=bad)) == "import_bad_delimiter"
    assert error(tmp_path, text, SourceFormat(encoding="x")) == "import_unknown_encoding"


def test_a_delimiter_outside_ascii_parts_cells_too(tmp_path: Path) -> None:
    found = table(tmp_path, "numero¦cliente\n1¦a\n", SourceFormat(delimiter="¦"))
    assert [row.cells for block in found.blocks() for row in block.rows] == [["1", "a"]]


def test_a_zero_byte_costs_its_own_line_only(tmp_path: Path) -> None:
    (block,) = table(tmp_path, "numero;cliente\n1;a\n2;b\0\n3;c\n").blocks()
    assert block.plain
    assert block.plain.line.to_pylist() == [2, 4]
    assert [(row.line, row.trouble) for row in block.rows] == [(3, Trouble.UNREADABLE)]


def test_what_holds_no_table_is_refused(tmp_path: Path) -> None:
    assert error(tmp_path, "") == "import_empty"
    assert error(tmp_path, " \n;;\n\x1a") == "import_empty"
    assert error(tmp_path, ";".join("x" * 1_001) + "\n") == "import_too_many_columns"
    assert error(tmp_path, "numero;cliente;" + ";" * 1_000_000 + "\n") == "import_too_many_columns"
    assert error(tmp_path, "x;" * 2_000_000) == "import_not_a_table"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_and_a_folder_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, key in (("pipe", "import_not_a_file"), ("", "import_file_is_folder")):
        with pytest.raises(BadInputError) as caught:
            open_table(tmp_path / name, SourceFormat(), known_words)
        assert caught.value.message.key == f"error.{key}"
