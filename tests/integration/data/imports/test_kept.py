"""What imports keep: layouts, problem lines, documents, names."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from cockpit.data.imports import mappings as kept
from cockpit.data.imports.documents import reason, reason_document, row_document, row_values
from cockpit.data.imports.problems import problems, reasons
from cockpit.domain.ids import new_id
from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_sources import Container, DayOrder, ImportMapping, SourceFormat
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind, OrderKind, RowVerdict
from models import Order
from tests.integration.data.conftest import World
from tests.integration.data.imports.conftest import Desk, Ran
from tests.integration.data.imports.records import NOTA, OURS, PARAFUSOS, PEDIDO

LAYOUT = ImportMapping(
    ImportKind.ORDERS,
    {"numero": ("Nº Doc",), "cliente": ("CNPJ", "Código")},
    ("no doc", "cnpj", "codigo"),
    "Protheus",
    SourceFormat(Container.CSV, "cp1252", ";", "", 3, ",", DayOrder.DAY_FIRST),
)


def layouts(world: World) -> list[ImportMapping]:
    with world.engines.reading() as connection:
        return kept.mappings(connection)


def keep(world: World, *mappings: ImportMapping) -> None:
    for mapping in mappings:
        with world.engines.writing() as connection:
            kept.keep_mapping(connection, mapping)


def test_a_layout_comes_back_as_it_was_kept(world: World) -> None:
    keep(world, LAYOUT)
    assert layouts(world) == [LAYOUT]


def test_a_layout_of_the_same_headers_is_replaced_and_keeps_its_name(world: World) -> None:
    keep(world, LAYOUT, replace(LAYOUT, name="", columns={"numero": ("Código",)}))
    (found,) = layouts(world)
    assert (found.name, found.columns) == ("Protheus", {"numero": ("Código",)})


def test_the_layout_that_was_used_last_comes_first(world: World) -> None:
    other = replace(LAYOUT, headers=("a", "b"))
    keep(world, LAYOUT, other)
    assert [one.name for one in layouts(world)] == ["Protheus (2)", "Protheus"]
    keep(world, LAYOUT)
    assert [one.name for one in layouts(world)] == ["Protheus", "Protheus (2)"]


def test_a_layout_without_a_name_is_called_by_its_columns_and_can_be_forgotten(
    world: World,
) -> None:
    keep(world, replace(LAYOUT, name=""), replace(LAYOUT, name="", kind=ImportKind.CUSTOMERS))
    names = [one.name for one in layouts(world)]
    assert names == ["clientes: no doc, cnpj, codigo", "pedidos: no doc, cnpj, codigo"]
    with world.engines.writing() as connection:
        kept.forget_mapping(connection, names[0])
    assert [one.kind for one in layouts(world)] == [ImportKind.ORDERS]


def test_our_own_documents_are_told_to_the_reader_of_invoices(world: World, desk: Desk) -> None:
    desk.take(NOTA)
    assert layouts(world) == [ImportMapping(ImportKind.INVOICES, {"empresa": (OURS,)})]


@pytest.fixture
def odd(desk: Desk) -> Ran:
    """An import with a flagged line of two reasons, a rejected one, and good ones."""
    flags = (Message.of("imports.phone_invalid", value="1"), Message.of("imports.email_odd"))
    unreadable = RowProblem(5, RowVerdict.REJECTED, (Message.of("imports.row_cut"),))
    return desk.take(
        replace(PARAFUSOS, flags=flags),
        PEDIDO,
        replace(PEDIDO, number="2", customer="?"),
        unreadable,
    )


def test_problem_lines_come_back_with_all_reasons_and_cells(world: World, odd: Ran) -> None:
    with world.engines.reading() as connection:
        found = problems(connection, odd.import_id)
    assert [(one.line, one.verdict.value, one.cells) for one in found] == [
        (2, "flagged", ("2", "célula")),
        (4, "rejected", ("4", "célula")),
        (5, "rejected", ("5", "célula")),
    ]
    assert [[reason.key for reason in one.reasons] for one in found] == [
        ["imports.phone_invalid", "imports.email_odd"],
        ["imports.customer_unknown"],
        ["imports.row_cut"],
    ]
    assert found[1].reasons[0].as_dict() == {"value": "?"}


def test_problem_lines_are_filtered_and_paged_by_line(world: World, odd: Ran) -> None:
    with world.engines.reading() as connection:
        rejected = problems(connection, odd.import_id, verdict=RowVerdict.REJECTED)
        of_reason = problems(connection, odd.import_id, reason="imports.email_odd")
        page = problems(connection, odd.import_id, offset=1, limit=1)
        beyond = problems(connection, odd.import_id, offset=5)
    assert [one.line for one in rejected] == [4, 5]
    assert [(one.line, len(one.reasons)) for one in of_reason] == [(2, 2)]
    assert [one.line for one in page] == [4]
    assert beyond == []


def test_reasons_are_counted(world: World, odd: Ran) -> None:
    with world.engines.reading() as connection:
        assert reasons(connection, odd.import_id) == [
            ("imports.customer_unknown", RowVerdict.REJECTED, 1),
            ("imports.email_odd", RowVerdict.FLAGGED, 1),
            ("imports.phone_invalid", RowVerdict.FLAGGED, 1),
            ("imports.row_cut", RowVerdict.REJECTED, 1),
        ]


@pytest.mark.parametrize(
    "message",
    [
        Message.of("imports.row_cut"),
        Message.of("x", text="a", number=3, share=0.5, day=date(2026, 3, 1)),
        Message.of("x", at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        Message.of("x", inner=Message.of("y", day=date(2026, 3, 1)), all=(Message.of("z"),)),
    ],
)
def test_a_reason_comes_back_from_its_document(message: Message) -> None:
    assert reason(message.key, reason_document(message)) == message


def test_a_row_comes_back_typed_from_its_document() -> None:
    values = {
        "company_id": new_id(), "kind": OrderKind.RETURN, "ordered_on": date(2026, 3, 1),
        "net_cents": 5, "seller_name": None, "number": "7",
    }  # fmt: skip
    found = row_values(Order.__table__, row_document(values) | {"gone_column": 1})  # type: ignore[arg-type]
    assert found == values
    assert type(found["kind"]) is OrderKind
