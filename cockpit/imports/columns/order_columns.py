"""Plain lines of ``pedidos``, whole columns at once.

The line reader defines what a line means. Here a line is taken only where each of its cells has a
form that cannot mean anything else, and where nothing about it is odd; all others are left for the
line reader. What the different texts of a column mean is asked of the line reader itself, once per
text; numbers of orders and amounts, which differ in nearly every line, have usual forms of their
own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cockpit.domain.import_batches import OrderLines
from cockpit.domain.vocabulary import OrderKind
from cockpit.imports.blocks import PlainRows
from cockpit.imports.cells import LONGEST_CODE
from cockpit.imports.columns.amounts import plain_amounts
from cockpit.imports.columns.digests import (
    mix_columns,
    name_hashes,
    text_hash,
)
from cockpit.imports.columns.example import ExampleOrder
from cockpit.imports.columns.joined import with_joined
from cockpit.imports.columns.letters import Booleans, Integers, Letters, byte_table, trimmed
from cockpit.imports.columns.meanings import ODD, Codes, Meanings
from cockpit.imports.columns.order_meanings import OrderMeanings, kind_texts
from cockpit.imports.columns.totals import may_be_totals, may_be_words_for_sums
from cockpit.imports.headers import Layout
from cockpit.imports.reading import ReadLine

_COLUMNS = (
    "numero", "cliente", "data", "valor", "valor_sem_impostos", "tipo", "situacao", "vendedor",
    "empresa", "entrega_prevista", "entregue_em",
)  # fmt: skip
#: In ``="00123"`` and ``'-1`` they only protect what is meant from Excel.
_NUMBER_LETTERS = byte_table(without="\"='")
_SALE = np.uint64(text_hash(OrderKind.SALE.value))
_NOTHING = np.uint64(text_hash(""))


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of some lines, each of shape (lines,); codes are those of ``OrderMeanings``."""

    line: Integers
    number: pa.StringArray
    customer: Codes
    ordered_on: Codes
    kind: Codes
    state_text: Codes
    seller: Codes
    company: Codes
    promised_on: Codes
    delivered_on: Codes
    net_cents: Integers
    goods_cents: Integers

    def only(self, chosen: Booleans) -> "_Columns":
        """Return some of the lines."""
        if chosen.all():
            return self
        others = {name: getattr(self, name)[chosen] for name in self.__slots__ if name != "number"}
        return _Columns(number=self.number.filter(pa.array(chosen)), **others)


class PlainOrders:
    """The plain lines among some rows.

    Attributes:
        is_plain: Which of the rows they are; shape (rows,).
        line: Their numbers; shape (lines,).
        keys: Per plain line the hash of company, number and kind; shape (lines,).
        digests: Per plain line the unsigned digest; shape (lines,).
    """

    def __init__(self, is_plain: Booleans, columns: _Columns, meanings: OrderMeanings) -> None:
        self.is_plain = is_plain
        self.line = columns.line
        self._columns = columns
        self._meanings = meanings
        count = len(columns.line)
        company = meanings.company.hashes(columns.company)
        kind = meanings.kind.hashes(columns.kind)
        self.keys = mix_columns((company, name_hashes(columns.number), kind), count)
        self.digests = mix_columns(
            (
                meanings.customer.hashes(columns.customer),
                kind,
                meanings.ordered_on.hashes(columns.ordered_on),
                columns.net_cents.astype(np.uint64),
                columns.goods_cents.astype(np.uint64),
                meanings.seller.hashes(columns.seller),
                company,
                meanings.state_text.hashes(columns.state_text),
                meanings.promised_on.hashes(columns.promised_on),
                meanings.delivered_on.hashes(columns.delivered_on),
                np.full(1, _NOTHING),
            ),
            count,
        )

    def lines(self, chosen: Booleans) -> OrderLines:
        """Return some of the plain lines.

        Args:
            chosen: Which, at least one; shape (lines,).
        """
        columns, meanings = self._columns.only(chosen), self._meanings
        return OrderLines(
            line=columns.line.tolist(),
            number=columns.number.to_pylist(),
            customer=meanings.customer.coded(columns.customer),
            company=meanings.company.coded(columns.company),
            seller=meanings.seller.coded(columns.seller),
            state_text=meanings.state_text.coded(columns.state_text),
            kind=meanings.kind.coded(columns.kind),
            ordered_on=meanings.ordered_on.coded(columns.ordered_on),
            promised_on=meanings.promised_on.coded(columns.promised_on),
            delivered_on=meanings.delivered_on.coded(columns.delivered_on),
            net_cents=columns.net_cents.tolist(),
            goods_cents=_or_none(columns.goods_cents),
            digest=self.digests[chosen].view(np.int64).tolist(),
        )


class OrderColumns:
    """Reads the plain lines of one file; what texts mean is kept from block to block.

    Args:
        layout: What the columns mean.
        read: Reads a line of ``layout.materialised()``, whatever its form.
    """

    def __init__(self, layout: Layout, read: ReadLine) -> None:
        self._joins = layout.joins
        self._places = layout.columns
        self._deletion = layout.deletion_place
        width = layout.width + len(layout.joins)
        self._meanings = OrderMeanings.of(ExampleOrder(read, layout.columns, width))
        places = [place for several in layout.columns.values() for place in several]
        self._is_usable = len(places) == len(set(places))

    def understand(self, rows: PlainRows) -> PlainOrders:
        """Read some rows."""
        joined, is_plain = with_joined(rows, self._joins)
        texts = {name: self._texts(joined, name) for name in _COLUMNS}
        found, has_plain_cells = self._read(joined, texts)
        is_plain &= has_plain_cells & self._is_usable & ~may_be_totals(rows.cells)
        if self._deletion is not None:
            is_plain &= _sizes(trimmed(joined.cells[self._deletion])) == 0
        for name in self._places.keys() - set(_COLUMNS):
            is_plain &= _sizes(self._texts(joined, name)) == 0
        return PlainOrders(is_plain, found.only(is_plain), self._meanings)

    def _texts(self, rows: PlainRows, name: str) -> pa.StringArray:
        """Return the cells of a canonical column; empty texts where the file has no such one."""
        places = self._places.get(name, ())
        if not places:
            return pa.repeat("", len(rows.line))
        first, *others = (trimmed(rows.cells[place]) for place in places)
        for other in others:
            first = pc.if_else(pc.equal(first, ""), other, first)
        return first

    def _read(
        self, rows: PlainRows, texts: Mapping[str, pa.StringArray]
    ) -> tuple[_Columns, Booleans]:
        """Return what the cells mean, and which rows have plain ones only."""
        meanings = self._meanings
        codes = {
            "customer": meanings.customer.codes(texts["cliente"]),
            "ordered_on": meanings.ordered_on.codes(texts["data"]),
            "kind": meanings.kind.codes(kind_texts(texts["tipo"], texts["situacao"])),
            "state_text": meanings.state_text.codes(texts["situacao"]),
            "seller": meanings.seller.codes(texts["vendedor"]),
            "company": meanings.company.codes(texts["empresa"]),
            "promised_on": meanings.promised_on.codes(texts["entrega_prevista"]),
            "delivered_on": meanings.delivered_on.codes(texts["entregue_em"]),
        }
        net, is_negative, has_net = _amounts(texts["valor"], meanings.net_cents)
        goods, _, has_goods = _amounts(texts["valor_sem_impostos"], meanings.goods_cents)
        is_plain = has_net & has_goods & _is_number(texts["numero"])
        for some in codes.values():
            is_plain &= some != ODD
        # A negative sale is odd; the sign of another document says nothing.
        is_plain[is_plain] &= ~is_negative[is_plain] | (
            meanings.kind.hashes(codes["kind"][is_plain]) != _SALE
        )
        line = rows.line.to_numpy()
        columns: Any = _Columns(
            line=line, number=texts["numero"], net_cents=net, goods_cents=goods, **codes
        )
        return columns, is_plain


def _is_number(texts: pa.StringArray) -> Booleans:
    """Return which texts are numbers of orders as they stand."""
    size = _sizes(texts)
    is_usual = Letters.of(texts).all_in(_NUMBER_LETTERS)
    return np.asarray(
        is_usual & (size > 0) & (size <= LONGEST_CODE) & ~may_be_words_for_sums(texts)
    )


def _amounts(texts: pa.StringArray, meanings: Meanings[Any]) -> tuple[Integers, Booleans, Booleans]:
    """Return cents without sign, which are negative and which are plain, of shape (texts,)."""
    found = plain_amounts(texts)
    cents, is_plain = found.cents, found.is_plain.copy()
    others = np.flatnonzero(~is_plain)
    if len(others):
        codes = meanings.codes(texts.take(pa.array(others)))
        is_known = codes != ODD
        is_plain[others] = is_known
        cents[others[is_known]] = meanings.hashes(codes[is_known]).view(np.int64)
    return cents, found.is_negative & found.is_plain, is_plain


def _sizes(texts: pa.StringArray) -> npt.NDArray[np.int32]:
    return np.asarray(pc.binary_length(texts).to_numpy(zero_copy_only=False))


def _or_none(cents: Integers) -> list[int | None]:
    """Return amounts, None where there is none."""
    is_nothing = cents < 0
    if is_nothing.all():
        return [None] * len(cents)
    some = cents.astype(object)
    some[is_nothing] = None
    return list(some.tolist())
