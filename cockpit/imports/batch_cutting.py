"""Blocks of a table into batches of lines, and the cells of a batch's lines."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pyarrow as pa

from cockpit.domain.import_batches import LineBatch, OrderLines
from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.imports.blocks import Block, PlainRows
from cockpit.imports.columns.letters import Booleans
from cockpit.imports.rows import Row

Content: TypeAlias = ImportRecord | RowProblem


def cut(block: Block, before: int, most: int) -> Iterator[Block]:
    """Yield a block in parts of about equal size, the same ones each time.

    Args:
        block: Consecutive rows.
        before: How much of the table was read before it.
        most: The most lines of a part.
    """
    plain = block.plain.line.to_numpy() if block.plain else np.zeros(0, np.int64)
    lines = np.sort(np.concatenate((plain, [row.line for row in block.rows])).astype(np.int64))
    parts = -(-len(lines) // most)
    if parts < 2:
        if parts:
            yield block
        return
    careful = [row.line for row in block.rows]
    first_plain = first_row = 0
    for part in range(1, parts + 1):
        last = int(lines[len(lines) * part // parts - 1])
        end_plain = int(np.searchsorted(plain, last, side="right"))
        end_row = bisect_right(careful, last)
        yield Block(
            position=before + (block.position - before) * part // parts,
            plain=_slice(block.plain, first_plain, end_plain),
            rows=block.rows[first_row:end_row],
        )
        first_plain, first_row = end_plain, end_row


def _slice(plain: PlainRows | None, start: int, end: int) -> PlainRows | None:
    if plain is None or start == end:
        return None
    return PlainRows(
        plain.line.slice(start, end - start),
        tuple(column.slice(start, end - start) for column in plain.cells),
    )


def no_rows(width: int) -> PlainRows:
    """Return no plain rows of a table with some columns."""
    return PlainRows(pa.array([], pa.int64()), (pa.array([], pa.string()),) * width)


def taken(plain: PlainRows, chosen: Booleans) -> PlainRows:
    """Return some of the plain rows; ``chosen`` is of shape (rows,)."""
    if not chosen.any():
        return no_rows(len(plain.cells))
    mask = pa.array(chosen)
    return PlainRows(plain.line.filter(mask), tuple(cell.filter(mask) for cell in plain.cells))


def plain_rows(plain: PlainRows) -> list[Row]:
    """Return plain rows one by one."""
    cells = zip(*(column.to_pylist() for column in plain.cells), strict=True)
    lines = plain.line.to_pylist()
    return [Row(line, list(row)) for line, row in zip(lines, cells, strict=True)]


@dataclass(frozen=True, slots=True)
class BlockCells(Mapping[int, tuple[str, ...]]):
    """The cells of a block's lines, by line; made when asked for."""

    block: Block

    def __getitem__(self, line: int) -> tuple[str, ...]:
        """Return the cells of one line."""
        rows = self.block.rows
        place = bisect_right(rows, line, key=lambda row: row.line) - 1
        if place >= 0 and rows[place].line == line:
            return tuple(rows[place].cells)
        plain = self.block.plain
        if plain is not None:
            place = int(np.searchsorted(plain.line.to_numpy(), line))
            if place < len(plain.line) and plain.line[place].as_py() == line:
                return tuple(column[place].as_py() for column in plain.cells)
        raise KeyError(line)

    def __iter__(self) -> Iterator[int]:
        """Yield the lines, the plain ones first."""
        if self.block.plain is not None:
            yield from self.block.plain.line.to_pylist()
        yield from (row.line for row in self.block.rows)

    def __len__(self) -> int:
        """Return the number of lines."""
        plain = self.block.plain
        return len(self.block.rows) + (len(plain.line) if plain is not None else 0)


def make_batch(
    ordinal: int,
    block: Block,
    records: Sequence[tuple[int, Content]],
    orders: OrderLines | None = None,
) -> LineBatch:
    """Return a block's lines as a batch.

    Args:
        ordinal: The batch's number.
        block: The rows.
        records: What is in them, by line.
        orders: What is in the other ones.
    """
    lines = [line for line, _ in (*records[:1], *records[-1:])]
    if orders:
        lines += (orders.line[0], orders.line[-1])
    return LineBatch(
        ordinal=ordinal,
        first_line=min(lines),
        last_line=max(lines),
        position=block.position,
        orders=orders,
        records=records,
        cells=BlockCells(block),
    )
