"""Order files that other programs spoil: odd encodings, odd types, columns that are there twice."""

import datetime as dt
import os
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

import resources
from cockpit.analytics.order_files import OrderFile, read_orders
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language

DAY = dt.date(2024, 2, 1)
PLAIN = "cliente;data;valor\nPadaria São João;01/02/2024;10,5\n"


def read_table(folder: Path, table: pa.Table) -> OrderFile:
    parquet.write_table(table, folder / "orders.parquet")
    return read_orders(folder / "orders.parquet")


def of_customers(folder: Path, customers: pa.Array) -> OrderFile:
    size = len(customers)
    table = pa.table({"customer": customers, "date": [DAY] * size, "value": [1.0] * size})
    return read_table(folder, table)


def refused(path: Path) -> str:
    with pytest.raises(BadInputError) as caught:
        read_orders(path)
    return resources.text(caught.value.message, Language.ENGLISH)


def test_a_column_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("customer,date,Value,value \nA,2024-02-01,1,2\n", encoding="utf-8")
    assert "has the column Value more than once" in refused(path)
    path = tmp_path / "orders.parquet"
    columns = [["A"], [DAY], [1.0], [2.0]]
    for names in (("customer", "date", "value", "value"), ("customer", "date", "value", "VALUE")):
        parquet.write_table(pa.Table.from_arrays(list(map(pa.array, columns)), names), path)
        assert "has the column value more than once" in refused(path)


def test_what_does_not_count_may_be_there_twice(tmp_path: Path) -> None:
    names = ("customer", "note", "date", "note", "value", "total")
    columns = list(map(pa.array, (["A"], ["x"], [DAY], ["y"], [1.0], [2.0])))
    assert read_table(tmp_path, pa.Table.from_arrays(columns, names)).documents.net_cents[0] == 100


@pytest.mark.parametrize(
    "kind",
    [pa.binary(), pa.large_binary(), pa.binary_view(), pa.dictionary(pa.int32(), pa.binary())],
)
def test_bytes_that_are_no_utf_8_are_western_texts(tmp_path: Path, kind: pa.DataType) -> None:
    written = pa.array([b"S\xe3o", "São".encode(), b"A\x81", None, b"S\xe3o", b" "], pa.binary())
    file = of_customers(tmp_path, written.cast(kind))
    assert (file.customers.type, file.customers.to_pylist()) == (pa.string(), ["A\x81", "São"])
    assert file.documents.customer.tolist() == [1, 1, 0, 1]
    assert file.unreadable.tolist() == [4, 6]


def test_texts_that_are_no_utf_8_are_western_texts(tmp_path: Path) -> None:
    buffers = pa.array([b"S\xe3o", b"A"]).buffers()
    spoilt = pa.StringArray.from_buffers(2, buffers[1], buffers[2])
    assert of_customers(tmp_path, spoilt).customers.to_pylist() == ["A", "São"]
    table = pa.table({"customer": ["A", "B"], "date": ["2024-02-01"] * 2, "value": spoilt})
    with pytest.raises(BadInputError):
        read_table(tmp_path, table)


@pytest.mark.parametrize("kind", [pa.string_view(), pa.binary_view(), pa.large_binary()])
def test_views_hold_every_column(tmp_path: Path, kind: pa.DataType) -> None:
    cells = {"customer": "São João " * 9, "date": "2024-02-01", "value": "10.5", "kind": "sale"}
    table = pa.table({name: pa.array([cell] * 3).cast(kind) for name, cell in cells.items()})
    file = read_table(tmp_path, table)
    assert file.customers.to_pylist() == [cells["customer"]]
    assert file.documents.net_cents.tolist() == [1050] * 3


@pytest.mark.parametrize(
    "customers",
    [pa.array([True]), pa.array([DAY]), pa.array([b"ab"], pa.binary(2)), pa.array([[1]])],
)
def test_customers_who_are_no_text_and_no_number_are_refused(
    tmp_path: Path, customers: pa.Array
) -> None:
    with pytest.raises(BadInputError) as caught:
        of_customers(tmp_path, customers)
    assert caught.value.message.key == "error.orders_column_type"


def test_an_endless_amount_is_left_out_without_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "customer,date,value\nA,2024-02-01,1e308\nA,2024-02-01,-1.7e308\nA,2024-02-01,1\n",
        encoding="utf-8",
    )
    file = read_orders(path)
    assert (file.unreadable.tolist(), file.documents.net_cents.tolist()) == ([2, 3], [100])


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252"]
)
def test_wide_letters_are_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(PLAIN.encode(encoding))
    assert read_orders(path).customers.to_pylist() == ["Padaria São João"]


def test_a_refusal_repeats_no_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(b"cust\x1bomer,\x07value,\x7f\x9b\nA,1,2\n")
    assert "customer, value" in refused(path)
    assert refused(path).isprintable()
    path.write_bytes("a\0b,date,value\nA,2024-02-01,1\n".encode("utf-16"))
    assert refused(path).isprintable()


def test_a_damaged_parquet_file_is_not_told_to_become_one_of_text(tmp_path: Path) -> None:
    path = tmp_path / "orders.parquet"
    path.write_bytes(bytes(64) + os.urandom(500))
    assert "Parquet" in refused(path)
    path.write_text(PLAIN, encoding="utf-8")
    assert len(read_orders(path).customers) == 1
