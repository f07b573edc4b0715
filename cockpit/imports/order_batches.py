"""Batches of ``pedidos``: plain lines by columns, the others one by one, no order taken twice."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

import numpy as np

from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import OrderRecord, RowProblem
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import RowVerdict
from cockpit.imports.batch_cutting import Content, make_batch, no_rows, plain_rows, taken
from cockpit.imports.blocks import Block
from cockpit.imports.columns.digests import order_digest, order_key
from cockpit.imports.columns.order_columns import OrderColumns, PlainOrders
from cockpit.imports.columns.seen_orders import Repeat, Repeats, SeenOrders
from cockpit.imports.headers import Layout
from cockpit.imports.reading import ReadLine


class OrderBatches:
    """Makes the batches of one file of orders.

    An order that an earlier line states alike is flagged, one that it states otherwise rejected: in
    a file with a line per item, each with its own value, the last item's value would else pass for
    the order's.

    Args:
        layout: What the columns mean.
        reader: Returns what reads a line of a layout, whatever its form.
    """

    def __init__(self, layout: Layout, reader: Callable[[Layout], ReadLine]) -> None:
        self._width = layout.width
        self._columns = OrderColumns(layout, reader(layout.materialised()))
        self._read = reader(layout)
        self._seen = SeenOrders()

    def batch(self, ordinal: int, block: Block) -> LineBatch:
        """Return the lines of a block as a batch."""
        plain = block.plain or no_rows(self._width)
        found = self._columns.understand(plain)
        rows = [*block.rows, *plain_rows(taken(plain, ~found.is_plain))]
        records = [(row.line, self._read(row)) for row in rows]
        repeats, again = self._repeats(found, records)
        is_new = repeats == Repeat.NONE
        orders = found.lines(is_new) if is_new.any() else None
        records = [(line, _repeated(line, one, again[line])) for line, one in records]
        stated_again = found.is_plain.copy()
        stated_again[found.is_plain] = ~is_new
        for row, repeat in zip(
            plain_rows(taken(plain, stated_again)), repeats[~is_new].tolist(), strict=True
        ):
            records.append((row.line, _repeated(row.line, self._read(row), repeat)))
        records.sort(key=itemgetter(0))
        return make_batch(ordinal, block, records, orders)

    def _repeats(
        self, found: PlainOrders, records: Sequence[tuple[int, Content]]
    ) -> tuple[Repeats, Mapping[int, int]]:
        """Return which orders are stated again: per plain line, and of the others by line."""
        others = [(line, one) for line, one in records if isinstance(one, OrderRecord)]
        lines = [line for line, _ in others]
        keys = np.array([order_key(one) for _, one in others], np.uint64)
        digests = np.array([order_digest(one) for _, one in others], np.int64).view(np.uint64)
        in_order = np.argsort(np.concatenate((found.line, np.array(lines, np.int64))))
        repeats = np.empty(len(in_order), np.int8)
        repeats[in_order] = self._seen.add(
            np.concatenate((found.keys, keys))[in_order],
            np.concatenate((found.digests, digests))[in_order],
        )
        count = len(found.line)
        again = defaultdict(int, zip(lines, repeats[count:].tolist(), strict=True))
        return repeats[:count], again


def _repeated(line: int, content: Content, repeat: int) -> Content:
    """Return what becomes of a line whose order an earlier one states, if one does."""
    if repeat == Repeat.NONE or not isinstance(content, OrderRecord):
        return content
    if repeat == Repeat.EQUAL:
        flag = Message.of("imports.order_repeated")
        return replace(content, flags=(*content.flags, flag))
    return RowProblem(line, RowVerdict.REJECTED, (Message.of("imports.order_contradicted"),))
