from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pyarrow as pa
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cockpit.domain.import_records import OrderRecord, RowProblem
from cockpit.domain.import_sources import DayOrder
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, OrderKind, RowVerdict
from cockpit.imports.batch_cutting import BlockCells, cut, plain_rows
from cockpit.imports.blocks import Block, PlainRows
from cockpit.imports.columns.digests import order_digest
from cockpit.imports.headers import Join, Layout
from cockpit.imports.lines import reader_of
from cockpit.imports.order_batches import OrderBatches
from cockpit.imports.reading import ReadLine
from cockpit.imports.rows import Row, Trouble
from tests.support.read_lines import contents, order_records

HEADER = (
    "numero", "cliente", "data", "valor", "valor_sem_impostos", "tipo", "situacao", "vendedor",
    "empresa", "entrega_prevista", "entregue_em",
)  # fmt: skip
LAYOUT = Layout(
    kind=ImportKind.ORDERS,
    header=HEADER,
    columns={name: (index,) for index, name in enumerate(HEADER)},
)
TODAY = date(2026, 11, 22)
USUAL = {"numero": "1", "cliente": "C1", "data": "17/02/2022", "valor": "10,50", "tipo": "venda"}

CODES = (
    "1", "2", "3", "00123", " 12 ", "A-1", "a/b.c", '="00123"', "'-1", "x" * 60, "x" * 61, "",
    "1E5", "1,23E+14", "é1", "\t7", "\u00a0", "12.345.678/0001-95", "33.000.167/0001-01", "Total",
    "Subtotal:", "soma", "TOTAL DO CLIENTE 1", "T-100", "(Totais)", "Somar",
    "a b", "a  b", "=1+1", "\x1f", "123.456.789-09", "1.0",
)  # fmt: skip
DAYS = (
    "17/02/2022", "2022-02-17", "02/17/2022", "31/02/2022", "1/2/22", "44609", "", "  /  /    ",
    "17/02/20226", "17/02/2022 10:30:00", "2022-02-17T10:30:00Z", "01/01/2030", "20220217", "ontem",
    " 17/02/2022", "Total", "0", "17.02.2022", "\t17/02/2022",
)  # fmt: skip
AMOUNTS = (
    "10,50", "10.50", "1.234,56", "1,234.56", "1.234", "1,234", "-10,50", "(10,50)", "R$ 10,50",
    "10,5", "10", "0", "0,00", "-0,00", "", "10,505", ",50", "50,", "1.23,45", "12.34.567,00",
    "99999999999,99", "1e5", "10,50-", " 10,50 ", "--1,00", "-", "0001,00", "1.234.567,8", "abc",
    "10 ,50", "\u00a010,50",
)  # fmt: skip
KINDS = ("venda", "VENDA ", "Devolução", "cancelado", "", "troca", "v", "d", "Total", "\x1f", "\t")
STATES = (
    "", "faturado", "Cancelado", "cancelada ", "em  aberto", "x" * 301, "\x1f", "CANC", "=a",
    "NF Cancelada", "devolvido", "Orçamento", "não cancelado",
)  # fmt: skip
LABELS = ("", "Ana", "V01", "Zé  da Silva", "x" * 61, " Sul", "Total", "0101", "'", "'=a", "\x00")
POOLS = {
    "numero": CODES, "cliente": CODES, "data": DAYS, "valor": AMOUNTS,
    "valor_sem_impostos": AMOUNTS, "tipo": KINDS, "situacao": STATES, "vendedor": LABELS,
    "empresa": LABELS, "entrega_prevista": DAYS, "entregue_em": DAYS,
}  # fmt: skip


@st.composite
def order_cells(draw: st.DrawFn) -> list[str]:
    """Return a usual line with up to three cells that may be anything."""
    cells = [USUAL.get(name, "") for name in HEADER]
    for name in draw(st.lists(st.sampled_from(HEADER), max_size=3, unique=True)):
        free = st.text(max_size=8).filter(lambda text: "\x00" not in text)
        cells[HEADER.index(name)] = draw(st.sampled_from(POOLS[name]) | free)
    return cells


@st.composite
def files(draw: st.DrawFn) -> Block:
    """Return plain rows and others between them."""
    plain = draw(st.lists(order_cells(), max_size=12))
    others = draw(st.lists(order_cells(), max_size=3))
    troubles = st.sampled_from((None, Trouble.STRAY_QUOTE, Trouble.UNREADABLE))
    rows = [
        Row(3 + 2 * index, cells[: draw(st.integers(1, 12))], trouble=draw(troubles))
        for index, cells in enumerate(others)
    ]
    assume(plain or rows)
    return block_of(plain, rows)


def block_of(lines: Sequence[Sequence[str]], rows: Sequence[Row] = ()) -> Block:
    """Return plain rows as lines 2, 4, 6 and so on, with others between them."""
    numbers = pa.array(range(2, 2 + 2 * len(lines), 2), pa.int64())
    cells = tuple(pa.array(column, pa.string()) for column in zip(*lines, strict=True))
    return Block(100, PlainRows(numbers, cells) if lines else None, rows)


def line_of(**cells: str) -> list[str]:
    return [(USUAL | cells).get(name, "") for name in HEADER]


def reader(layout: Layout) -> ReadLine:
    return reader_of(layout, ",", DayOrder.DAY_FIRST, TODAY)


def order_batches(layout: Layout = LAYOUT) -> OrderBatches:
    return OrderBatches(layout, reader)


def read_one_by_one(block: Block, layout: Layout = LAYOUT) -> dict[int, object]:
    """Return what the line reader makes of each line, and which orders it states again."""
    read, seen = reader(layout), {}
    rows = [*block.rows, *(plain_rows(block.plain) if block.plain else ())]
    found: dict[int, object] = {}
    for row in sorted(rows, key=lambda one: one.line):
        content = read(row)
        if isinstance(content, OrderRecord):
            key = (content.company, content.number, content.kind)
            bare = replace(content, flags=(), digest=None)
            first = seen.setdefault(key, (row.line, bare))
            if first[1] != bare:
                content = rejected(row.line, "order_contradicted")
            elif first[0] != row.line:
                flags = (*content.flags, Message.of("imports.order_repeated"))
                content = replace(content, flags=flags)
        found[row.line] = without_digest(content)
    return found


def rejected(line: int, key: str) -> RowProblem:
    return RowProblem(line, RowVerdict.REJECTED, (Message.of(f"imports.{key}"),))


def without_digest(content: object) -> object:
    return replace(content, digest=None) if isinstance(content, OrderRecord) else content


@settings(max_examples=400)
@given(files())
def test_lines_read_by_columns_are_what_the_line_reader_says(block: Block) -> None:
    batch = order_batches().batch(0, block)
    found = {line: without_digest(one) for line, one in contents(batch).items()}
    assert found == read_one_by_one(block)
    for one in order_records(batch.orders).values() if batch.orders else ():
        assert one.digest == order_digest(one)


def test_a_control_character_in_kind_or_state_is_read_as_the_line_reader_does() -> None:
    block = block_of([line_of(tipo="\x1f0"), line_of(numero="2", situacao="\x1ffaturado")])
    batch = order_batches().batch(0, block)
    found = {line: without_digest(one) for line, one in contents(batch).items()}
    assert isinstance(found[2], RowProblem)
    assert found == read_one_by_one(block)


@settings(max_examples=100)
@given(st.lists(files(), min_size=2, max_size=4))
def test_an_order_is_found_again_in_a_later_batch(blocks: list[Block]) -> None:
    batches, read = order_batches(), {}
    shifted = [shift(block, 100 * at) for at, block in enumerate(blocks)]
    for at, block in enumerate(shifted):
        batch = batches.batch(at, block)
        read.update({line: without_digest(one) for line, one in contents(batch).items()})
    assert read == read_one_by_one(together(shifted))


def shift(block: Block, lines: int) -> Block:
    plain = block.plain
    if plain:
        plain = PlainRows(pa.array([one + lines for one in plain.line.to_pylist()]), plain.cells)
    return Block(100, plain, [replace(row, line=row.line + lines) for row in block.rows])


def together(blocks: Sequence[Block]) -> Block:
    rows = [row for block in blocks for row in block.rows]
    rows += [row for block in blocks if block.plain for row in plain_rows(block.plain)]
    return Block(100, None, rows)


def test_usual_lines_go_by_columns() -> None:
    lines = [
        line_of(numero="A-1", valor="1.234,56", valor_sem_impostos="1000", situacao="faturado"),
        line_of(numero="2  ", valor="-10,50", tipo="devolucao", data="2022-02-17"),
        line_of(numero="3", cliente="33.000.167/0001-01", vendedor="Zé da Silva", empresa="1"),
        line_of(numero="4", tipo="", situacao="cancelado", entregue_em="20/02/2022 10:00:00"),
    ]
    batch = order_batches().batch(0, block_of(lines))
    assert not batch.records
    assert batch.orders is not None
    first, second, third, fourth = order_records(batch.orders).values()
    assert (first.net_cents, first.goods_cents, first.number) == (123456, 100000, "A-1")
    assert (second.net_cents, second.kind, second.number) == (1050, OrderKind.RETURN, "2")
    assert (third.customer, third.seller) == ("33000167000101", "Zé da Silva")
    assert (fourth.kind, fourth.delivered_on) == (OrderKind.CANCELLED, date(2022, 2, 20))


def test_a_joined_customer_goes_by_columns() -> None:
    header = ("numero", "codigo", "loja", "data", "valor")
    layout = Layout(
        kind=ImportKind.ORDERS,
        header=header,
        columns={"numero": (0,), "cliente": (5, 1), "data": (3,), "valor": (4,)},
        joins=(Join((1, 2), "-"),),
    )
    lines = [
        ["1", "C1", "01", "17/02/2022", "1,00"],
        ["2", "C1", "", "17/02/2022", "1,00"],
        ["3", " C1 ", "02 ", "17/02/2022", "1,00"],
        ["4", "", "02", "17/02/2022", "1,00"],
        ["5", "C1\t", "02", "17/02/2022", "1,00"],
    ]
    block = block_of(lines)
    batch = order_batches(layout).batch(0, block)
    found = {line: without_digest(one) for line, one in contents(batch).items()}
    assert found == read_one_by_one(block, layout)
    assert batch.orders is not None
    assert [one.customer for one in order_records(batch.orders).values()] == [
        "C1-01", "C1", "C1-02",
    ]  # fmt: skip


def test_the_first_of_two_columns_that_holds_something_counts() -> None:
    layout = Layout(
        kind=ImportKind.ORDERS,
        header=("numero", "codigo", "cnpj", "data", "valor"),
        columns={"numero": (0,), "cliente": (1, 2), "data": (3,), "valor": (4,)},
    )
    customers = [("C1", "33000167000101"), ("", "33000167000101"), ("\t", "X2"), ("  ", "X3")]
    block = block_of([[str(at), *both, "17/02/2022", "1,00"] for at, both in enumerate(customers)])
    found = contents(order_batches(layout).batch(0, block))
    assert [getattr(one, "customer", None) for _, one in sorted(found.items())] == [
        "C1", "33000167000101", "X2", "X3",
    ]  # fmt: skip


def test_the_cells_of_every_line_can_be_asked_for() -> None:
    odd = Row(3, ["1", "x"])
    block = block_of([line_of(numero="1"), line_of(numero="")], [odd])
    batch = order_batches().batch(0, block)
    assert batch.cells[2] == tuple(line_of(numero="1"))
    assert batch.cells[3] == ("1", "x")
    assert batch.cells[4] == tuple(line_of(numero=""))
    assert sorted(batch.cells) == [2, 3, 4]
    assert batch.cells.get(5) is None
    assert (batch.first_line, batch.last_line, batch.count) == (2, 4, 3)


@given(files(), st.integers(1, 5))
def test_a_block_is_cut_without_losing_a_line(block: Block, most: int) -> None:
    parts = list(cut(block, 40, most))
    whole = together([block]).rows
    assert [sorted(BlockCells(part)) for part in parts] == [
        sorted(BlockCells(part)) for part in cut(block, 40, most)
    ]
    lines = [line for part in parts for line in sorted(BlockCells(part))]
    assert lines == sorted(row.line for row in whole)
    assert all(1 <= len(BlockCells(part)) <= most for part in parts)
    if parts:
        assert parts[-1].position == block.position
        assert parts[0].position > 40


def test_a_sum_that_looks_like_an_order_is_left_to_the_line_reader() -> None:
    cells = line_of(numero="Total", cliente="123", data="2022-02-17", tipo="")
    ordinary = line_of(numero="Totem", cliente="C123", data="2022-02-17", tipo="")
    found = contents(order_batches().batch(0, block_of([cells, ordinary])))
    assert isinstance(found[2], RowProblem)
    assert found[2].reasons == (Message.of("imports.row_is_total"),)
    assert isinstance(found[4], OrderRecord)


def test_a_deleted_line_is_left_to_the_line_reader() -> None:
    layout = replace(LAYOUT, header=(*HEADER, "d_e_l_e_t"))
    block = block_of([[*line_of(numero=str(n)), mark] for n, mark in enumerate(("", " ", "*"))])
    batch = order_batches(layout).batch(0, block)
    assert batch.orders is not None
    assert batch.orders.line == [2, 4]
    assert contents(batch)[6].reasons == (Message.of("imports.row_deleted"),)
