"""What the texts in the columns of ``pedidos`` mean, each asked of the line reader once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from cockpit.domain.import_records import OrderRecord
from cockpit.domain.vocabulary import OrderKind
from cockpit.imports.cells import LONGEST_CODE
from cockpit.imports.columns.digests import cents_part, day_part, text_hash
from cockpit.imports.columns.example import ExampleOrder
from cockpit.imports.columns.meanings import Meanings

T = TypeVar("T")

_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class OrderMeanings:
    """Per column what its texts mean, as far as nothing about them is odd.

    Attributes:
        net_cents: Of sales, which are not negative.
        kind: Of ``kind_texts``, and of a value that is not negative.
    """

    customer: Meanings[str]
    ordered_on: Meanings[date]
    net_cents: Meanings[int]
    goods_cents: Meanings[int | None]
    kind: Meanings[OrderKind]
    state_text: Meanings[str]
    seller: Meanings[str]
    company: Meanings[str]
    promised_on: Meanings[date | None]
    delivered_on: Meanings[date | None]

    @classmethod
    def of(cls, example: ExampleOrder) -> "OrderMeanings":
        """Return the meanings of a file whose lines are like an example."""

        def column(
            name: str, value: Callable[[OrderRecord], T], number: Callable[[T], int]
        ) -> Meanings[T]:
            return Meanings(lambda text: _value(example, {name: text}, value), number)

        return cls(
            customer=Meanings(lambda text: _customer(example, text), text_hash),
            ordered_on=column("data", lambda one: one.ordered_on, day_part),
            net_cents=column("valor", lambda one: one.net_cents, cents_part),
            goods_cents=column("valor_sem_impostos", lambda one: one.goods_cents, cents_part),
            kind=Meanings(
                lambda text: _kind(example, text),
                lambda kind: text_hash(kind.value),
            ),
            state_text=column("situacao", lambda one: one.state_text, text_hash),
            seller=column("vendedor", lambda one: one.seller, text_hash),
            company=column("empresa", lambda one: one.company, text_hash),
            promised_on=column("entrega_prevista", lambda one: one.promised_on, day_part),
            delivered_on=column("entregue_em", lambda one: one.delivered_on, day_part),
        )


def kind_texts(kinds: pa.StringArray, states: pa.StringArray) -> pa.StringArray:
    """Return ``tipo`` and ``situacao`` as one text per line: both tell what an order is."""
    return pc.binary_join_element_wise(kinds, states, _BETWEEN)


def _kind(example: ExampleOrder, text: str) -> tuple[OrderKind] | None:
    """Return what both cells tell; a line with the mark in a cell is read for itself."""
    kind, _, state = text.partition(_BETWEEN)
    if _BETWEEN in state:
        return None
    return _value(example, {"tipo": kind, "situacao": state}, lambda one: one.kind)


def _customer(example: ExampleOrder, text: str) -> tuple[str] | None:
    """Return a code; a hundred thousand plain ones are not worth a line each."""
    if text.isascii() and text.isalnum() and len(text) <= LONGEST_CODE:
        return (text,)
    return _value(example, {"cliente": text}, lambda one: one.customer)


def _value(
    example: ExampleOrder, texts: Mapping[str, str], value: Callable[[OrderRecord], T]
) -> tuple[T] | None:
    record = example.with_cells(texts)
    return None if record is None else (value(record),)
