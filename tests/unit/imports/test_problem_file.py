import csv
import zipfile
from pathlib import Path

import pytest

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_results import ImportSource
from cockpit.domain.import_sources import Container, SourceFormat
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.problem_file import ProblemFile, check_problem_file

ROWS = [(("1", "Loja ção"), "telefone “12” não dá para discar"), (("2",), "curta")]


def source(**how: object) -> ImportSource:
    written = SourceFormat(**how)  # type: ignore[arg-type]
    return ImportSource(
        "terminal", "c", "", "0" * 64, ImportKind.CUSTOMERS, 1, written, ("codigo", "nome")
    )


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("cp1252", ";"), ("utf-8-sig", ","), ("utf-16", "\t")]
)
def test_a_text_file_keeps_its_encoding_and_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "p.csv"
    how = source(container=Container.CSV, encoding=encoding, delimiter=delimiter)
    assert ProblemFile().write(path, how, ROWS) == 2
    with path.open(encoding=encoding, newline="") as stream:
        assert list(csv.reader(stream, delimiter=delimiter)) == [
            ["codigo", "nome", "motivo_do_aviso"],
            ["1", "Loja ção", "telefone “12” não dá para discar"],
            ["2", "", "curta"],
        ]


def test_a_reason_that_the_encoding_lacks_costs_no_line(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    how = source(container=Container.CSV, encoding="latin-1", delimiter=";")
    assert ProblemFile().write(path, how, ROWS) == 2
    assert "Loja ção;telefone ?12?" in path.read_text(encoding="latin-1")


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|x", "-2+3", "@SUM(A1)", "\t=1", "'=1+1"])
def test_no_cell_is_a_formula(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "p.csv"
    ProblemFile().write(path, source(container=Container.CSV), [((cell, "x"), cell)])
    with path.open(encoding="utf-8-sig", newline="") as stream:
        row = list(csv.reader(stream, delimiter=";"))[1]
    assert all(one.startswith("'") for one in (row[0], row[2]))


def test_a_spreadsheet_comes_back_as_one_with_nothing_but_text(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    how = source(container=Container.XLS, sheet="Um/nome: impossível" * 4)
    assert ProblemFile().write(path, how, [(("=1+1", "http://x"), "r")]) == 1
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_the_ending_decides_whatever_the_source_was(tmp_path: Path) -> None:
    text, book = tmp_path / "p.csv", tmp_path / "P.XLSX"
    ProblemFile().write(text, source(container=Container.XLSX, sheet="Um"), ROWS)
    assert text.read_text(encoding="utf-8-sig").startswith("codigo;nome;motivo")
    ProblemFile().write(book, source(container=Container.CSV, encoding="cp1252"), ROWS)
    assert zipfile.is_zipfile(book)


@pytest.mark.parametrize("name", ["p", "p.ods", "p.csv.pdf"])
def test_an_ending_that_says_nothing_is_refused_where_somebody_types_it(name: str) -> None:
    with pytest.raises(BadInputError, match="problem_file_ending"):
        check_problem_file(Path(name))
    check_problem_file(Path("p.Xlsx"))


def test_another_file_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("mine")
    with pytest.raises(BadInputError, match="problem_file_exists"):
        ProblemFile().write(path, source(), ROWS)
    assert path.read_text() == "mine"


@pytest.mark.parametrize("container", [Container.CSV, Container.XLSX])
def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, container: Container
) -> None:
    with pytest.raises(BadInputError, match="problem_file_not_written"):
        ProblemFile().write(tmp_path / "nowhere" / "p", source(container=container), ROWS)
    assert list(tmp_path.iterdir()) == []
