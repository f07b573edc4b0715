"""``cycle score`` on an order file: the same orders give the same figures, always."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cockpit.app import arguments
from cockpit.app.commands import cycle_score
from cockpit.app.paths import Paths
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import LifecycleStatus, Trend
from tests.support.order_files import FIRST_DAY, LAST_DAY, Line, order_lines, write_orders

COLUMNS = (
    "customer,orders,cycle_days,recency_days,gap_quantile,p_alive,p_none_90,next_order_p20,"
    "next_order_p50,next_order_p80,value,trend,status,lost_so_far,lost_12m,explanation"
)
PROBABILITIES = ("gap_quantile", "p_alive", "p_none_90")
DATES = ("next_order_p20", "next_order_p50", "next_order_p80")


@dataclass(frozen=True)
class Scored:
    """What the command wrote.

    Attributes:
        output: To the terminal, or to the file.
        remarks: To the error stream.
    """

    output: bytes
    remarks: str

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.output.decode(), newline="")))

    @property
    def by_customer(self) -> dict[str, dict[str, str]]:
        return {row["customer"]: row for row in self.rows}


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return order_lines()


class Command:
    """Runs ``cycle score`` in this process."""

    def __init__(self, folder: Path, captured: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self._captured = captured

    def __call__(self, orders: Path, *words: str) -> Scored:
        options = arguments.parse(["cycle", "score", "--orders", str(orders), *words])
        assert cycle_score.run(options, Paths.of_user()) == 0
        written = self._captured.readouterr()
        return Scored(written.out, written.err.decode())

    def of(self, lines: Iterable[Line], *words: str) -> Scored:
        return self(write_orders(self.folder / "orders.csv", lines), *words)


@pytest.fixture
def score(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    return Command(tmp_path, capsysbinary)


def test_the_columns_are_those_that_are_promised(score: Command, lines: list[Line]) -> None:
    scored = score.of(lines)
    assert scored.output.decode().splitlines()[0] == COLUMNS
    assert {row["customer"] for row in scored.rows} == {who for who, _, _ in lines}
    assert scored.remarks == ""
    for row in scored.rows:
        assert all(0 <= float(row[name]) <= 1 for name in PROBABILITIES)
        days = [date.fromisoformat(row[name]) for name in DATES]
        assert LAST_DAY <= days[0] <= days[1] <= days[2]
        assert row["status"] in set(LifecycleStatus)
        assert row["trend"] in set(Trend)
        assert float(row["value"]) > 0
        assert float(row["lost_so_far"]) >= 0
        assert row["explanation"]


def test_the_lines_stand_by_the_years_money_that_may_not_come(
    score: Command, lines: list[Line]
) -> None:
    rows = score.of(lines).rows
    newest = max(day for _, day, _ in lines)
    year = dict.fromkeys((who for who, _, _ in lines), 0.0)
    for who, day, value in lines:
        if day > newest - timedelta(days=365):
            year[who] += value
    at_stake = [float(row["p_none_90"]) * year[row["customer"]] for row in rows]
    assert at_stake == pytest.approx(sorted(at_stake, reverse=True), rel=1e-9)
    assert at_stake[0] > at_stake[-1]


def test_who_left_is_sure_to_order_nothing(score: Command, lines: list[Line]) -> None:
    rows = score.of(lines).rows
    assert all(float(row["p_none_90"]) >= 1 - float(row["p_alive"]) - 1e-12 for row in rows)


def test_the_list_tells_who_stopped_from_who_goes_on(score: Command, lines: list[Line]) -> None:
    rows = score.of(lines).rows
    stopped = [float(row["p_none_90"]) for row in rows if int(row["customer"][1:]) % 3 == 0]
    going = [float(row["p_none_90"]) for row in rows if int(row["customer"][1:]) % 3]
    assert min(stopped) > 0.8
    assert max(going) < 0.8
    assert all(int(row["customer"][1:]) % 3 == 0 for row in rows if row["status"] == "inactive")


def test_later_orders_have_no_influence_at_all(score: Command, lines: list[Line]) -> None:
    day = date(2024, 6, 30)
    words = ("--as-of", day.isoformat())
    newcomer = ("Z", day + timedelta(days=3), 5000.0)
    with_later = score.of([*lines, newcomer, ("C0001", date(2999, 1, 1), 9e9)], *words)
    without = score.of([line for line in lines if line[1] <= day], *words)
    assert with_later.output == without.output
    assert "Z" not in with_later.by_customer
    later = sum(line[1] > day for line in lines) + 2
    assert with_later.remarks.splitlines()[0].startswith(
        f"{later:,}".replace(",", ".") + " documentos"
    )
    assert with_later.remarks.splitlines()[1].startswith("1 cliente sem nenhuma compra válida")
    assert without.remarks == ""


def test_the_newest_believed_day_is_today_unless_said(score: Command, lines: list[Line]) -> None:
    scored = score.of([*lines, ("C0001", date(2999, 1, 1), 1.0)])
    newest = max(day for _, day, _ in lines)
    last = {who: max(day for name, day, _ in lines if name == who) for who, _, _ in lines}
    assert {who: int(row["recency_days"]) for who, row in scored.by_customer.items()} == {
        who: (newest - day).days for who, day in last.items()
    }
    assert "1 documento com data depois de" in scored.remarks


def test_neither_the_rows_order_nor_the_file_format_matters(
    score: Command, lines: list[Line], tmp_path: Path
) -> None:
    expected = score.of(lines).output
    assert score.of(reversed(lines)).output == expected
    brazilian = tmp_path / "br.csv"
    rows = "".join(
        f"{who};{day:%d/%m/%Y};{f'{value:,.2f}'.translate(str.maketrans(',.', '.,'))};Venda\n"
        for who, day, value in lines
    )
    brazilian.write_bytes(("Cliente;Data;Valor;Tipo\n" + rows).encode("utf-16"))
    assert score(brazilian).output == expected
    table = pa.table(dict(zip(("cust", "date", "value"), zip(*lines, strict=True), strict=True)))
    parquet.write_table(table, tmp_path / "orders.parquet")
    assert score(tmp_path / "orders.parquet").output == expected


def test_every_format_holds_the_same_figures_with_all_their_digits(
    score: Command, lines: list[Line], tmp_path: Path
) -> None:
    rows = score.of(lines).rows
    documents = json.loads(score.of(lines, "--format", "json").output)
    target = tmp_path / "scores.parquet"
    assert b"150 clientes" in score.of(lines, "--output", str(target)).remarks.encode()
    table = parquet.read_table(target)
    assert table.column_names == COLUMNS.split(",")
    assert [str(kind) for kind in table.schema.types].count("date32[day]") == 3
    for row, document, line in zip(rows, documents, table.to_pylist(), strict=True):
        assert list(document) == COLUMNS.split(",")
        for name, value in document.items():
            if isinstance(value, float):
                assert (float(row[name]), line[name]) == (value, value)
            else:
                shown = line[name].isoformat() if isinstance(line[name], date) else line[name]
                assert (row[name] or "None", shown) == (str(value), value)
    assert any(len(row["p_none_90"]) > 15 for row in rows)


def test_numbers_have_no_digits_of_noise(score: Command, lines: list[Line]) -> None:
    constant = [("weekly", LAST_DAY - timedelta(days=7 * back), 10.0) for back in range(30)]
    for rows in (constant, [*constant, *lines]):
        found = score.of(rows).by_customer
        for row in found.values():
            assert float(row["cycle_days"]) == round(float(row["cycle_days"]), 9)
            for name in ("value", "lost_so_far", "lost_12m"):
                assert float(row[name]) == round(float(row[name]), 4), name
    alone = score.of(constant).by_customer["weekly"]
    assert (alone["value"], alone["cycle_days"]) == ("10", "7")


def test_another_currency_changes_no_probability(score: Command, lines: list[Line]) -> None:
    usual = score.of(lines).by_customer
    dearer = score.of([(who, day, 10 * value) for who, day, value in lines]).by_customer
    for who, row in usual.items():
        assert dearer[who]["status"] == row["status"]
        for name in PROBABILITIES:
            assert abs(float(dearer[who][name]) - float(row[name])) <= 1e-9, name


def test_customers_stay_as_they_are_written(score: Command, lines: list[Line]) -> None:
    names = {"C0000": "=1+1", "C0001": "007", "C0002": 'a"b', "C0003": " x", "C0004": "ação"}
    renamed = [(names.get(who, who), day, value) for who, day, value in lines]
    path = score.folder / "named.csv"
    rows = "".join(
        f'"{who.replace(chr(34), 2 * chr(34))}",{day},{value!r}\n' for who, day, value in renamed
    )
    path.write_text("customer,date,value\n" + rows, encoding="utf-8")
    assert set(score(path).by_customer) == {who for who, _, _ in renamed}


def test_numbers_as_customers_stay_numbers(
    score: Command, lines: list[Line], tmp_path: Path
) -> None:
    table = pa.table(
        {
            "customer": [int(who[1:]) for who, _, _ in lines],
            "date": [day for _, day, _ in lines],
            "value": [value for _, _, value in lines],
        }
    )
    parquet.write_table(table, tmp_path / "numbers.parquet")
    documents = json.loads(score(tmp_path / "numbers.parquet", "--format", "json").output)
    assert sorted(one["customer"] for one in documents) == list(range(150))


def test_a_small_portfolio_is_judged_by_published_parameters_and_says_so(score: Command) -> None:
    scored = score.of([("A", date(2024, 1, day), 100.0) for day in (1, 8, 15, 22)])
    assert "parâmetros publicados" in scored.remarks
    row = scored.by_customer["A"]
    assert (row["orders"], float(row["cycle_days"]), row["recency_days"]) == ("4", 7.0, "0")
    english = score.of([("A", date(2024, 1, 1), 100.0)], "--language", "en")
    assert "published parameters" in english.remarks
    assert english.rows[0]["cycle_days"] == ""


def test_returns_lower_values_and_never_refresh(score: Command, lines: list[Line]) -> None:
    plain = score.of(lines).by_customer["C0001"]
    path = write_orders(score.folder / "returns.csv", lines)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"C0001,{LAST_DAY},-50\n")
    returned = score(path).by_customer["C0001"]
    assert (returned["orders"], returned["recency_days"]) == (
        plain["orders"],
        plain["recency_days"],
    )
    assert float(returned["value"]) < float(plain["value"])


def test_hostile_books_give_sane_figures(score: Command, lines: list[Line]) -> None:
    everyday = [("H", FIRST_DAY + timedelta(days=n // 300), 1.0) for n in range(200_000)]
    one_day = [("S", LAST_DAY, 10.0)] * 1000
    odd = [("N", LAST_DAY, -10.0), ("Z", LAST_DAY, 0.0), ("Y", date(1, 1, 1), 5.0)]
    scored = score.of([*lines, *everyday, *one_day, *odd], "--as-of", "2024-12-31")
    found = scored.by_customer
    assert int(found["H"]["orders"]) == 200_000 // 300 + 1
    assert found["S"]["orders"] == "1"
    assert not {"N", "Z", "Y"} & set(found)
    assert "3 clientes sem nenhuma compra válida" in scored.remarks
    assert all(0 <= float(row["p_none_90"]) <= 1 for row in scored.rows)


def test_everything_on_one_day(score: Command) -> None:
    scored = score.of([(f"C{n}", LAST_DAY, 10.0) for n in range(500)])
    assert {row["orders"] for row in scored.rows} == {"1"}
    assert {row["recency_days"] for row in scored.rows} == {"0"}


def test_unreadable_lines_are_counted_and_named(score: Command, lines: list[Line]) -> None:
    path = write_orders(score.folder / "orders.csv", lines)
    expected = score(path).output
    with path.open("a", encoding="utf-8") as stream:
        stream.write("C0001,ontem,5\n" * 7)
    scored = score(path)
    assert scored.output == expected
    first = len(lines) + 2
    assert "7 linhas não puderam ser lidas" in scored.remarks
    assert f"{first}, {first + 1}, {first + 2}" in scored.remarks


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("--output {folder}/orders.csv", "error.orders_output_is_input"),
        ("--output {folder}/no/such.csv", "error.orders_output_folder"),
        ("--output {folder}", "error.orders_output_folder"),
        ("--as-of 2001-01-01", "error.orders_none_before"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_lost(
    score: Command, lines: list[Line], words: str, key: str
) -> None:
    path = write_orders(score.folder / "orders.csv", lines)
    before = path.read_bytes()
    with pytest.raises(BadInputError) as refused:
        score(path, *words.format(folder=score.folder).split())
    assert refused.value.message.key == key
    assert path.read_bytes() == before


def test_the_suffix_of_the_output_names_the_format(
    score: Command, lines: list[Line], tmp_path: Path
) -> None:
    for name, start in (("a.json", b"[{"), ("a.PARQUET", b"PAR1"), ("a.txt", b"customer,")):
        score.of(lines, "--output", str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(start)
    score.of(lines, "--output", str(tmp_path / "a.json"), "--format", "csv")
    assert (tmp_path / "a.json").read_bytes().startswith(b"customer,")
