"""Order files of every make become the same documents, or one sentence says why not."""

import datetime as dt
import math
import os
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

import resources
from cockpit.analytics.order_files import OrderFile, read_orders
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language

TODAY = dt.date(2026, 3, 2)
Document = tuple[str, str, int, bool]


def read(folder: Path, content: str | bytes, name: str = "orders.csv") -> OrderFile:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_orders(path)


def read_table(folder: Path, **columns: object) -> OrderFile:
    parquet.write_table(pa.table(columns), folder / "orders.parquet")
    return read_orders(folder / "orders.parquet")


def at(*parts: int) -> dt.datetime:
    """Return an instant as a table without time zones holds it."""
    return dt.datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


def documents(file: OrderFile) -> list[Document]:
    book = file.documents
    names = file.customers.to_pylist()
    return [
        (str(names[who]), dt.date.fromordinal(day).isoformat(), cents, is_return)
        for who, day, cents, is_return in zip(
            book.customer.tolist(),
            book.day.tolist(),
            book.net_cents.tolist(),
            book.is_return.tolist(),
            strict=True,
        )
    ]


def refused(folder: Path, content: str | bytes, name: str = "orders.csv") -> str:
    with pytest.raises(BadInputError) as caught:
        read(folder, content, name)
    return resources.text(caught.value.message, Language.PORTUGUESE)


PLAIN = [("A", "2024-02-01", 1050, False), ("B", "2024-02-13", 123456, False)]


@pytest.mark.parametrize(
    "content",
    [
        "customer,date,value\nA,2024-02-01,10.5\nB,2024-02-13,1234.56\n",
        "Customer,DATE,Value\r\nA,2024-02-01,10.50\r\nB,2024-02-13 23:59:59,1234.56",
        "date;value;customer;note\n2024-02-01;10.5;A;x\n2024-02-13;1234.56;B;y\n",
        "cliente;data;valor\nA;01/02/2024;10,5\nB;13/02/2024;1.234,56\n",
        'Cliente\tData\tValor\nA\t1/2/24\t"R$ 10,50"\nB\t13/2/24\tR$ 1.234,56\n',
        "\ufeffcliente,data,valor\nA,2024.02.01,10.5\nB,20240213,1234.56\n",
        'customer,date,value\nA,02/01/2024,"10.50"\nB,02/13/2024,"1,234.56"\n',
        "customer|date|value\nA|45323|10.5\nB|45335|1.23456E+03\n",
        "Pedidos de 2024;;\n\nCódigo do cliente;Data do pedido;Valor líquido\n"
        "A;01-02-2024;10,50\nB;13-02-2024;1.234,56\n",
        "cliente;data;valor\nA;01/02/2024;10,50;\nB;13/02/2024;1.234,56;\n",
        "customer,date,value\n\nA,2024-02-01T10:00:00Z,10.5\n\n \nB,2024-02-13,1234.56\n\n",
        "customer,date,value\rA,2024-02-01,10.5\rB,2024-02-13,1234.56\r",
    ],
    ids=["plain", "case and times", "semicolons", "brazilian", "tabs", "mark and dots", "american",
         "serials", "title above", "one delimiter more", "blank lines", "old line ends"],
)  # fmt: skip
def test_every_way_of_writing_gives_the_same_documents(tmp_path: Path, content: str) -> None:
    file = read(tmp_path, content)
    assert documents(file) == PLAIN
    assert (file.row_count, len(file.unreadable)) == (2, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_accents_survive_every_encoding(tmp_path: Path, encoding: str) -> None:
    content = "cliente;data;valor;observação\nPadaria São João;01/02/2024;10,5;à vista\n"
    file = read(tmp_path, content.encode(encoding))
    assert documents(file) == [("Padaria São João", "2024-02-01", 1050, False)]


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (pa.array([dt.date(2024, 2, 1), dt.date(2024, 2, 13)]), "date32"),
        (pa.array([at(2024, 2, 1), at(2024, 2, 13, 23, 59)]), "timestamp"),
        (pa.array(["2024-02-01", "2024-02-13"]), "text"),
        (pa.array(["01/02/2024", "13/02/2024"]).dictionary_encode(), "dictionary"),
        (pa.array([20240201, 20240213]), "number"),
        (
            pa.array(
                [at(2024, 2, 1, 5), at(2024, 2, 14, 2)],
                pa.timestamp("us", "America/Sao_Paulo"),
            ),
            "zoned",
        ),
    ],
)
def test_parquet_takes_days_of_every_type(tmp_path: Path, column: pa.Array, kind: str) -> None:
    assert (
        documents(read_table(tmp_path, customer=["A", "B"], date=column, value=[10.5, 1234.56]))
        == PLAIN
    ), kind


@pytest.mark.parametrize(
    "column",
    [
        pa.array([10.5, 1234.56]),
        pa.array([10.5, 1234.56], pa.float32()),
        pa.array([Decimal("10.50"), Decimal("1234.56")]),
        pa.array(["10,50", "1.234,56"]),
        pa.array(["10.5", "1234.56"]).dictionary_encode(),
    ],
)
def test_parquet_takes_amounts_of_every_type(tmp_path: Path, column: pa.Array) -> None:
    day = [dt.date(2024, 2, 1), dt.date(2024, 2, 13)]
    assert documents(read_table(tmp_path, cust=["A", "B"], date=day, value=column)) == PLAIN


def test_customers_stay_as_they_are_written(tmp_path: Path) -> None:
    written = ["00123", "123", " 123", "=1+1", "1e5", "NA", "a,b", 'x"y', "nan"]
    cells = [f'"{name.replace(chr(34), 2 * chr(34))}"' for name in written]
    file = read(tmp_path, "customer,date,value\n" + "".join(f"{c},2024-02-01,1\n" for c in cells))
    assert sorted(file.customers.to_pylist()) == sorted(written)


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.binary()])
def test_texts_of_every_kind_are_customers(tmp_path: Path, kind: pa.DataType) -> None:
    written = pa.array(["b", " ", "São João", None], pa.string()).cast(kind)
    file = read_table(tmp_path, customer=written, date=[TODAY] * 4, value=[1, 2, 3, 4])
    assert (file.customers.type, file.customers.to_pylist()) == (pa.string(), ["São João", "b"])
    assert file.unreadable.tolist() == [2, 4]


def test_customers_of_a_table_keep_their_type(tmp_path: Path) -> None:
    day = [TODAY] * 3
    file = read_table(tmp_path, customer=[30, 4, None], date=day, value=[1, 2, 3])
    assert (file.customers.type, file.customers.to_pylist()) == (pa.int64(), [4, 30])
    assert file.unreadable.tolist() == [3]
    floats = read_table(tmp_path, customer=[17850.0, math.nan, 4.0], date=day, value=[1, 2, 3])
    assert floats.customers.to_pylist() == [4.0, 17850.0]


def test_kinds_in_both_languages_and_negative_values(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        "cliente;data;valor;tipo\nA;2024-02-01;10;Venda\nA;2024-02-02;4;Devolução\n"
        "A;2024-02-03;-5;return\nA;2024-02-04;-6;sale\nA;2024-02-05;7;CANCELADO\n"
        "A;2024-02-06;8;cancelled\nA;2024-02-07;9;troca\nA;2024-02-08;1;\n",
    )
    assert documents(file) == [
        ("A", "2024-02-01", 1000, False),
        ("A", "2024-02-02", 400, True),
        ("A", "2024-02-03", 500, True),
        ("A", "2024-02-04", 600, True),
        ("A", "2024-02-08", 100, False),
    ]
    assert (file.cancelled_count, file.unreadable.tolist()) == (2, [8])


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("1.005", 101), ("-1.005", 101), ("2.675", 268), ("0.125", 13), ("0.1249", 12),
        ("1234567890.12", 123456789012), ("(12.50)", 1250), ("12.50-", 1250), ("−12.50", 1250),
        ("R$ 12.50", 1250), ("1 234.50", 123450), ("1.5e2", 15000), ("+3.10", 310), (".5", 50),
    ],
)  # fmt: skip
def test_amounts_are_rounded_half_away_from_zero(tmp_path: Path, written: str, cents: int) -> None:
    file = read(tmp_path, f"customer;date;value\nA;2024-02-01;{written}\nA;2024-02-01;0.55\n")
    assert file.documents.net_cents.tolist() == [cents, 55]


@given(st.lists(st.integers(-(10**11), 10**11), min_size=1, max_size=30))
def test_a_float_and_its_writing_are_the_same_cents(
    tmp_path_factory: pytest.TempPathFactory, cents: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("both")
    values = [one / 100 for one in cents]
    day = dt.date(2024, 2, 1)
    table = read_table(folder, customer=["A"] * len(cents), date=[day] * len(cents), value=values)
    lines = "".join(f"A,{day},{value!r}\n" for value in values)
    text = read(folder, f"customer,date,value\n{lines}A,{day},0.5\n")
    assert table.documents.net_cents.tolist() == [abs(one) for one in cents]
    assert text.documents.net_cents.tolist()[:-1] == [abs(one) for one in cents]
    assert table.documents.is_return.tolist() == [one < 0 for one in cents]


def test_a_lone_group_of_three_is_what_the_other_cells_say(tmp_path: Path) -> None:
    def cents(*written: str) -> list[int]:
        rows = "".join(f"A;2024-02-01;{one}\n" for one in written)
        found: list[int] = read(
            tmp_path, "customer;date;value\n" + rows
        ).documents.net_cents.tolist()
        return found

    assert cents("1.234", "10,5") == [123400, 1050]
    assert cents("1.234", "10.5") == [123, 1050]
    assert cents("1,234", "10.5") == [123400, 1050]
    assert cents("1.234", "7") == [123400, 700]


def test_lines_that_cannot_be_read_are_left_out_and_told(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        "customer,date,value\nA,2024-02-01,10.5\n,2024-02-01,5\nB,2024-02-30,5\nB,ontem,5\n\n"
        "B,2024-02-01,nan\nB,2024-02-01,inf\nB,2024-02-01\nB,2024-02-01,5,6\nB,2024-02-13,1234.56\n"
        "C,2024-02-01,1.2.3.4\nC,2024-02-01,1e30\n",
    )
    assert documents(file) == PLAIN
    assert file.unreadable.tolist() == [3, 4, 5, 7, 8, 9, 10, 12, 13]
    assert file.row_count == 11
    assert file.customers.to_pylist() == ["A", "B"]


def test_a_quote_that_never_ends_spoils_its_own_line_only(tmp_path: Path) -> None:
    lines = "".join(f'"C{number:05d}",2024-02-13,1.00\n' for number in range(40_000))
    file = read(tmp_path, f'customer,date,value\n"A,2024-02-01,10.5\n{lines}')
    assert len(file.customers) == 40_001
    assert documents(file)[0] == PLAIN[0]


def test_cells_over_several_lines_are_fine_where_they_do_not_count(tmp_path: Path) -> None:
    file = read(
        tmp_path, 'customer,date,value,note\nA,2024-02-01,10.5,"a\nb"\nB,2024-02-13,1234.56,"c"\n'
    )
    assert documents(file) == PLAIN


def test_days_of_year_one_and_of_days_to_come_are_read_but_not_the_newest(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        "customer,date,value\nA,0001-01-01,1\nA,2024-02-01,1\nB,2099-01-01,1\nB,9999-12-31,1\n",
    )
    assert file.newest_day(today=TODAY) == dt.date(2024, 2, 1)
    assert file.count_after(dt.date(2024, 2, 1)) == 2
    assert file.known_at(dt.date(2024, 2, 1)).customers.to_pylist() == ["A"]
    ahead = read(tmp_path, "customer,date,value\nA,2099-01-01,1\nB,2098-01-01,1\n")
    assert ahead.newest_day(today=TODAY) == dt.date(2099, 1, 1)


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    rows = [f"C{n % 7},2024-0{1 + n % 9}-1{n % 10},{n}.25\n" for n in range(60)]
    one = read(tmp_path, "customer,date,value\n" + "".join(rows))
    other = read(tmp_path, "customer,date,value\n" + "".join(rows[::-1]))
    assert one.customers.equals(other.customers)
    assert sorted(documents(one)) == sorted(documents(other))


def test_a_missing_column_is_named_with_what_was_found(tmp_path: Path) -> None:
    sentence = refused(tmp_path, "cliente;data;preço unitário\nA;2024-02-01;1\n")
    assert "falta a coluna value" in sentence
    assert "preço unitário" in sentence
    sentence = refused(tmp_path, "1,2,3\n4,5,6\n")
    assert "faltam as colunas customer, date, value" in sentence
    with pytest.raises(BadInputError) as caught:
        read_table(tmp_path, customer=[1], when=[TODAY], value=[1.0])
    assert dict(caught.value.message.values)["missing"] == "date"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "está vazio"),
        (b"\n \n", "está vazio"),
        (b"customer,date,value\n", "só o cabeçalho"),
        (b"customer,date,value", "só o cabeçalho"),
        (b"customer,date,value\nA,never,x\nB,1,2\n", "nenhum dos 2 pedidos"),
        (b"customer,date,value,kind\nA,2024-01-01,1,cancelado\n", "cancelados"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "não é uma tabela"),
        (b"PK\x03\x04rest", "planilha do Excel"),
        (b"PAR1 this is no table PAR1", "danificado"),
        (bytes(range(1, 256)) * 400, "faltam as colunas"),
    ],
)
def test_what_is_no_order_file_gets_one_sentence(tmp_path: Path, content: bytes, part: str) -> None:
    assert part in refused(tmp_path, content)


def test_places_that_are_no_file(tmp_path: Path) -> None:
    for path, key in (
        (tmp_path, "error.import_file_is_folder"),
        (tmp_path / "none.csv", "error.import_file_missing"),
        (Path("a\0b"), "error.import_file_unreadable"),
    ):
        with pytest.raises(BadInputError) as caught:
            read_orders(path)
        assert caught.value.message.key == key
    if os.name != "nt":
        with pytest.raises(BadInputError) as caught:
            read_orders(Path("/dev/zero"))
        assert caught.value.message.key == "error.import_not_a_file"


def test_columns_of_a_type_that_no_order_has(tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as caught:
        read_table(tmp_path, customer=[[1], [2]], date=[TODAY] * 2, value=[1.0, 2.0])
    assert caught.value.message.key == "error.orders_column_type"
    with pytest.raises(BadInputError):
        read_table(tmp_path, customer=[1], date=[True], value=[None])


def test_days_before_1970_and_beyond_the_calendar(tmp_path: Path) -> None:
    days = pa.array([-1, -719_163, 2_932_896, 2_932_897, None], pa.int32()).cast(pa.date32())
    file = read_table(tmp_path, customer=list("ABCDE"), date=days, value=[1.0] * 5)
    assert [day for _, day, _, _ in documents(file)] == ["1969-12-31", "9999-12-31"]
    early = read_table(
        tmp_path, customer=["A"], date=pa.array([at(1969, 12, 31, 23, 59)]), value=[1.0]
    )
    assert documents(early)[0][1] == "1969-12-31"


@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_but_never_crash(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"customer,date,value\nA,2024-02-01,1\n" + content)
    try:
        file = read_orders(path)
    except BadInputError:
        return
    assert np.all(file.documents.net_cents >= 0)
