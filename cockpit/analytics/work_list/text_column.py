"""A column of texts that are mostly different: names, codes, numbers."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Self

import numpy as np

from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.work_list.columns import grown, is_same
from cockpit.analytics.work_list.text_rows import TextRows
from cockpit.domain.plain_text import plain

#: So many changed texts are kept beside the others before all are put together anew.
MOST_BESIDE = 2_000


class TextColumn:
    """Texts; immutable.

    Attributes:
        rows: The texts as they were when all were put together.
        beside: Those that changed since, by line; lines behind the last row are all in it.
        size: How many lines there are.
    """

    def __init__(self, rows: TextRows, beside: Mapping[int, str], size: int) -> None:
        self.rows = rows
        self.beside = beside
        self.size = size

    @classmethod
    def of(cls, values: Sequence[str]) -> Self:
        """Return values as a column."""
        return cls(TextRows.of(values), {}, len(values))

    def value(self, line: int) -> str:
        """Return a line's value."""
        found = self.beside.get(line)
        return self.rows.text(line) if found is None else found

    def values(self, lines: Integers) -> list[str]:
        """Return the values of some lines."""
        if self.beside:
            return [self.value(line) for line in lines.tolist()]
        return self.rows.some(lines)

    def replaced(self, lines: Integers, values: Sequence[str], size: int) -> "TextColumn":
        """Return the column with other values at some lines."""
        if is_same(self, lines, values, size, self.size):
            return self
        beside = {**self.beside, **dict(zip(lines.tolist(), values, strict=True))}
        if len(beside) <= MOST_BESIDE:
            return TextColumn(self.rows, beside, size)
        return TextColumn.of(self._with(beside, size))

    def whole(self) -> "TextColumn":
        """Return the column with nothing beside."""
        return TextColumn.of(self._with(self.beside, self.size)) if self.beside else self

    def _with(self, beside: Mapping[int, str], size: int) -> list[str]:
        texts = self.rows.all() + [""] * (size - len(self.rows))
        for line, text in beside.items():
            texts[line] = text
        return texts

    @cached_property
    def is_filled(self) -> Flags:
        """Return which texts are not empty; shape (lines,)."""
        flags: Flags = grown(self.rows.is_filled, self.size)
        for line, text in self.beside.items():
            flags[line] = bool(text)
        return flags

    def containing(self, text: str) -> Flags:
        """Return which texts contain a plain text, in their plain form; shape (lines,)."""
        flags: Flags = grown(self.rows.plain.containing(text), self.size)
        for line, own in self.beside.items():
            flags[line] = text in plain(own)
        return flags

    def equal_to(self, text: str) -> Flags:
        """Return which texts are a plain text, in their plain form; shape (lines,)."""
        flags: Flags = grown(self.rows.plain.equal_to(text), self.size)
        for line, own in self.beside.items():
            flags[line] = text == plain(own)
        return flags

    @cached_property
    def ranks(self) -> Integers:
        """Return numbers in the alphabetical order of the texts, -1 for empty ones.

        Those beside find their places between the others by bisection.
        """
        known = self.rows.ranks
        if not self.beside:
            return known
        texts = {line: plain(text) for line, text in self.beside.items()}
        step = len(texts) + 1
        ranks = grown(np.where(known < 0, -1, (known + 1) * step), self.size)
        numbers: dict[str, int] = {}
        for between, text in enumerate(sorted(set(texts.values())), start=1):
            place, is_known = self.rows.plain.place_of(text)
            # A text that is new stands behind the rank before its place, and before the next.
            numbers[text] = (place + 1) * step if is_known else place * step + between
        for line, text in texts.items():
            ranks[line] = numbers[text] if self.beside[line] else -1
        return ranks
