"""A table whose columns are understood, in batches of lines."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from cockpit.domain.clock import Clock
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_sources import DayOrder, SourceFormat
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.batch_cutting import cut, make_batch, plain_rows
from cockpit.imports.blocks import Block, Table
from cockpit.imports.headers import Layout
from cockpit.imports.lines import reader_of
from cockpit.imports.order_batches import OrderBatches
from cockpit.imports.reading import ReadLine

#: A batch of orders is one transaction, which should not hold others up for much over a second.
MOST_ORDERS = 65_536
#: Lines of the other kinds are stored one by one.
MOST_RECORDS = 5_000


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file with lines of one kind, each of which comes out once.

    Attributes:
        table: Its rows.
        layout: What its columns mean.
        format: How it is written, no part left open.
        clock: Tells which days lie in the future.
    """

    table: Table
    layout: Layout
    format: SourceFormat
    clock: Clock

    @property
    def kind(self) -> ImportKind:
        """Return what the lines are."""
        return self.layout.kind

    @property
    def headers(self) -> tuple[str, ...]:
        """Return the columns' names as they stand in the file."""
        return self.table.header

    @property
    def size(self) -> int:
        """Return how much there is to read, in the unit of ``LineBatch.position``."""
        return self.table.size

    @property
    def sha256(self) -> str:
        """Return the hash of the bytes and of how they are read: read anew is imported anew."""
        reading = [
            self.table.sha256,
            self.kind,
            sorted(self.layout.columns.items()),
            str(self.format),
        ]
        return hashlib.sha256(json.dumps(reading).encode()).hexdigest()

    def batches(self) -> Iterator[LineBatch]:
        """Yield all data lines, each once, cut the same way each time.

        Raises:
            BadInputError: The file cannot be read any more.
        """
        if self.kind is ImportKind.ORDERS:
            make = OrderBatches(self.layout, self._reader).batch
            blocks = self._cut(MOST_ORDERS)
        else:
            make = RecordBatches(self._reader(self.layout)).batch
            blocks = self._cut(MOST_RECORDS)
        return (make(ordinal, block) for ordinal, block in enumerate(blocks))

    def _reader(self, layout: Layout) -> ReadLine:
        order = self.format.day_order or DayOrder.DAY_FIRST
        return reader_of(layout, self.format.decimal_mark, order, self.clock.today())

    def _cut(self, most: int) -> Iterator[Block]:
        position = 0
        for block in self.table.blocks():
            yield from cut(block, position, most)
            position = block.position


@dataclass(frozen=True, slots=True)
class RecordBatches:
    """Makes batches of lines that are read one by one."""

    read: ReadLine

    def batch(self, ordinal: int, block: Block) -> LineBatch:
        """Return the lines of a block as a batch."""
        rows = [*block.rows, *(plain_rows(block.plain) if block.plain else ())]
        rows.sort(key=lambda row: row.line)
        return make_batch(ordinal, block, [(row.line, self.read(row)) for row in rows])
