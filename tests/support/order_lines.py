"""Records of orders as the columns that plain lines come in."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from cockpit.domain.import_batches import Coded, LineBatch, OrderLines
from cockpit.domain.import_records import ImportRecord, OrderRecord, RowProblem
from cockpit.imports.columns.digests import order_digest

T = TypeVar("T", bound=Hashable)


def with_digest(record: OrderRecord) -> OrderRecord:
    """Return a record as the reader of files makes it."""
    return replace(record, digest=order_digest(record))


def order_lines(lines: Sequence[tuple[int, OrderRecord]]) -> OrderLines:
    """Return records that have nothing odd about them as columns."""
    records = [record for _, record in lines]
    return OrderLines(
        line=[line for line, _ in lines],
        number=[one.number for one in records],
        customer=_coded(one.customer for one in records),
        company=_coded(one.company for one in records),
        seller=_coded(one.seller for one in records),
        state_text=_coded(one.state_text for one in records),
        kind=_coded(one.kind for one in records),
        ordered_on=_coded(one.ordered_on for one in records),
        promised_on=_coded(one.promised_on for one in records),
        delivered_on=_coded(one.delivered_on for one in records),
        net_cents=[one.net_cents for one in records],
        goods_cents=[one.goods_cents for one in records],
        digest=[order_digest(one) for one in records],
    )


def order_batch(
    lines: Sequence[tuple[int, OrderRecord]],
    others: Sequence[tuple[int, ImportRecord | RowProblem]] = (),
    *,
    ordinal: int = 0,
) -> LineBatch:
    """Return a batch of plain lines and others, whose cells tell the line's number."""
    numbers = [line for line, _ in (*lines, *others)]
    return LineBatch(
        ordinal=ordinal,
        first_line=min(numbers),
        last_line=max(numbers),
        position=max(numbers),
        orders=order_lines(lines) if lines else None,
        records=others,
        cells={line: (str(line), "célula") for line in numbers},
    )


def _coded(values: Iterable[T]) -> Coded[T]:
    kept = list(values)
    different = list(dict.fromkeys(kept))
    places = {value: place for place, value in enumerate(different)}
    return Coded(different, [places[value] for value in kept])
