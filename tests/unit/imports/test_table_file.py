from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cockpit.domain.clock import AsOfClock
from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.domain.import_sources import ImportMapping, SourceFormat
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports import table_file
from cockpit.imports.reader import ImportFileReader
from cockpit.services.ports import ParsedFile
from tests.support.read_lines import contents

READER = ImportFileReader(AsOfClock(date(2026, 11, 22)))
ORDERS = "numero;cliente;data;valor\n"

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_text(text: str) -> Path:
        path = tmp_path / "file.csv"
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write_text


def lines_of(file: ParsedFile) -> dict[int, ImportRecord | RowProblem]:
    found = {}
    for batch in file.batches():
        found.update(contents(batch))
    return found


def flags_of_last(path: Path) -> list[str]:
    *_, last = lines_of(READER.open(path)).values()
    assert not isinstance(last, RowProblem)
    return [flag.key for flag in last.flags]


def test_a_file_is_cut_into_the_same_batches_each_time(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_file, "MOST_ORDERS", 7)
    rows = [f"{number};C1;17/02/2022;{number},00\n" for number in range(1, 101)]
    rows[50] = '51;C1;"17/02/2022";x\n'
    file = READER.open(write(ORDERS + "".join(rows)))
    first, second = list(file.batches()), list(file.batches())
    assert [(one.ordinal, one.first_line, one.last_line, one.position) for one in first] == [
        (one.ordinal, one.first_line, one.last_line, one.position) for one in second
    ]
    assert [one.ordinal for one in first] == list(range(15))
    assert max(one.count for one in first) == 7
    assert sum(one.count for one in first) == 100
    positions = [one.position for one in first]
    assert positions == sorted(positions)
    assert positions[-1] == file.size


def test_a_line_of_another_kind_is_read_one_by_one(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_file, "MOST_RECORDS", 2)
    path = write("codigo;razao_social;cnpj_cpf\n1;A;\n2;B;\n3;C;\n")
    file = READER.open(path)
    batches = list(file.batches())
    assert file.kind is ImportKind.CUSTOMERS
    assert sorted(one.count for one in batches) == [1, 2]
    assert sorted(lines_of(file)) == [2, 3, 4]


def test_the_same_bytes_read_otherwise_are_another_import(write: Write) -> None:
    path = write(ORDERS + "1;C1;03/04/2022;10,00\n")
    same, again = READER.open(path), READER.open(path)
    as_quotes = ImportMapping(
        ImportKind.QUOTES,
        {name: (name,) for name in ("numero", "cliente", "data", "valor")},
    )
    with_points = ImportMapping(
        ImportKind.ORDERS,
        {name: (name,) for name in ("numero", "cliente", "data", "valor")},
        format=SourceFormat(decimal_mark="."),
    )
    others = [READER.open(path, [one]) for one in (as_quotes, with_points)]
    assert same.sha256 == again.sha256
    assert len({same.sha256, *(one.sha256 for one in others)}) == 3


@pytest.mark.parametrize("last", ["10,50", "1.234,56"])
def test_whole_cents_at_the_end_of_a_file_without_a_line_break_are_believed(
    write: Write, last: str
) -> None:
    assert flags_of_last(write(f"{ORDERS}1;C1;17/02/2022;1,00\n2;C1;17/02/2022;{last}")) == []


@pytest.mark.parametrize("last", ["10,5", "10", "12.34", "1"])
def test_what_may_have_lost_its_end_is_flagged(write: Write, last: str) -> None:
    path = write(f"{ORDERS}1;C1;17/02/2022;1,00\n2;C1;17/02/2022;{last}")
    assert "imports.row_may_be_cut" in flags_of_last(path)


def test_a_line_with_its_line_break_is_believed(write: Write) -> None:
    assert flags_of_last(write(f"{ORDERS}1;C1;17/02/2022;10,5\n")) == []


def test_a_cut_column_that_is_not_read_does_not_matter(write: Write) -> None:
    header = "numero;cliente;data;valor;xyz\n"
    assert flags_of_last(write(f"{header}1;C1;17/02/2022;10,50;ab")) == []


def test_of_a_quantity_or_a_time_nobody_can_tell_whether_it_is_whole(write: Write) -> None:
    items = "pedido;produto;valor_unitario;quantidade\nP1;M1;1,00;1,00\nP1;M2;1,00;2,50"
    contacts = "cliente;ocorrencia;data\nC1;ok;12/07/2022 10:30\nC1;ok;13/07/2022"
    for text in (items, contacts):
        assert "imports.row_may_be_cut" in flags_of_last(write(text))
