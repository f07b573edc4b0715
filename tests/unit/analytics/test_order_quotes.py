"""A quote that is never closed spoils its own line; a cell over several lines stays what it is."""

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.order_files import read_orders
from cockpit.analytics.order_quotes import RowShape, without_stray_quotes

SHAPE = RowShape(",", 3, {1, 2})
HEADER = "customer,date,value\n"


def customers(folder: Path, content: str, *, unreadable: int = 0) -> list[str]:
    path = folder / "orders.csv"
    path.write_bytes(content.encode())
    file = read_orders(path)
    assert len(file.unreadable) == unreadable
    names: list[str] = file.customers.to_pylist()
    return names


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_customer_over_two_lines_is_one_customer(tmp_path: Path, end: str) -> None:
    rows = [HEADER[:-1], f'"Ltda{end}filial",2024-01-01,3', "B,2024-01-02,4", '"C",2024-01-03,"5"']
    assert customers(tmp_path, end.join(rows) + end) == ["B", "C", f"Ltda{end}filial"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_stray_quote_takes_no_other_line_with_it(tmp_path: Path, end: str) -> None:
    rows = [
        HEADER[:-1],
        '"Ltda\nfilial",2024-01-01,3',
        '"A,2024-01-01,3',
        'Bar 12" Norte,2024-01-01,3',
        '"B ""x""",2024-01-02,4',
        'C,2024-01-02,"4',
        "D,2024-01-02,4",
        'E,2024-01-02,4"',
        '"F,2024-01-02,4',
    ]
    found = customers(tmp_path, end.join(rows), unreadable=1)
    assert found == ["A", 'B "x"', 'Bar 12" Norte', "C", "D", "F", "Ltda\nfilial"]


def test_a_date_over_two_lines_is_a_stray_quote(tmp_path: Path) -> None:
    rows = 'A,"2024-01-01,3\nB,2024-01-02",4\nC,2024-01-02,"4\nD,2024-01-03,5"\n'
    assert customers(tmp_path, HEADER + rows, unreadable=2) == ["A", "C"]


def test_a_quote_within_a_name_stays_whatever_happens_elsewhere(tmp_path: Path) -> None:
    rows = 'Tubo 3" SA,2024-01-01,3\n"A,2024-01-01,3\n'
    assert customers(tmp_path, HEADER + rows) == ["A", 'Tubo 3" SA']


def test_notes_over_several_lines_hold_commas_and_quotes(tmp_path: Path) -> None:
    rows = 'A,2024-01-01,3,"a\n""b"", c\n\nd","e\nf"\n"G\nH",2024-01-02,4,"i",j"k\n'
    head = "customer,date,value,note,remark\n"
    assert customers(tmp_path, head + rows) == ["A", "G\nH"]


def test_rows_without_stray_quotes_are_not_touched() -> None:
    for body in (
        b'"a\nb",1,2\nc,1,2\n',
        b'"a\r\nb",1,2,\r\nc,1,2,',
        b"\n\na,b\n,,,,\n",
        b'x"y,1,2\n"",1,2\n""',
    ):
        assert without_stray_quotes(body, SHAPE) == body


@pytest.mark.parametrize(
    "line", [b'"a,1,2\n', b'"a""b,1,2\n', b'"""""\n', b'"a\n""\n', b'","\n', b'"\n\n', b'","","x\n']
)
def test_hostile_quotes_take_time_by_length_only(line: bytes) -> None:
    started = time.process_time()
    assert without_stray_quotes(line * 100_000, SHAPE).count(b"\n") == line.count(b"\n") * 100_000
    assert time.process_time() - started < 5


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_cannot_be_read_is_named_by_its_line_in_the_file(tmp_path: Path, end: str) -> None:
    rows = [
        "customer,date,value,note",
        f'"Ltda{end}filial",2024-01-01,3,x',
        "B,never,4,x",
        f'C,2024-01-01,5,"a{end}{end}b"',
        "D,2024-01-01",
        "",
        '"E,2024-01-01,six,x',
    ]
    for last in ("", end):
        (tmp_path / "orders.csv").write_bytes((end.join(rows) + last).encode())
        assert read_orders(tmp_path / "orders.csv").unreadable.tolist() == [4, 8, 10]


@given(
    names=st.lists(st.text('a"\n,; é', min_size=1, max_size=6).filter(str.strip), min_size=1),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_a_writer_of_csv_quotes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], quoting: int, end: str
) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]
    writer.writerows([("customer", "date", "value", "note")])
    writer.writerows((name, "2024-01-01", 3, name) for name in names)
    folder = tmp_path_factory.getbasetemp()
    assert customers(folder, stream.getvalue()) == sorted(set(names), key=str.encode)
