"""Quotes in tables of text that are opened and never closed, told from cells over several lines."""

import re
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from cockpit.analytics.segments import Integers

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|[\r\n]|\Z)")
_BREAK = re.compile(rb"\r\n|[\r\n]")
_LINE_END = rb"(?:\r\n|[\r\n]|\Z)"


@dataclass(frozen=True, slots=True)
class RowShape:
    """What a row looks like.

    Attributes:
        delimiter: What parts its cells.
        width: How many cells it has; one more, after a last delimiter, does no harm.
        one_line: Positions of the cells that never go over a line's end.
    """

    delimiter: str
    width: int
    one_line: Collection[int]


def without_stray_quotes(body: bytes, shape: RowShape) -> bytes:
    """Return rows, those that a stray quote would tie to the next line without their quotes.

    A row over several lines stays as it is if it has as many cells as it should, each quoted from
    its first character to its last, and goes over a line's end only where that can be meant.
    """
    sound = re.compile(rb"(?:" + _sound_row(shape) + rb")*+")
    kept = []
    place = 0
    while place < len(body):
        found = sound.match(body, place)
        end = found.end() if found else place
        kept.append(body[place:end])
        line = _LINE.match(body, end)
        place = line.end() if line else len(body)
        kept.append(body[end:place].replace(b'"', b""))
    return b"".join(kept)


def row_lines(body: bytes, shape: RowShape, count: int) -> Integers:
    """Return on which line each row begins, from 1 on; shape (rows,).

    Args:
        body: Rows without stray quotes.
        shape: How they look.
        count: How many rows they were split into. Where that is another number than what is found
            here, the rows' own numbers are returned.
    """
    plain = np.arange(1, count + 1)
    if body.count(b"\n") + body.count(b"\r") - body.count(b"\r\n") <= count:
        return plain
    line_ends = [end.end() for end in _BREAK.finditer(body)]
    row = re.compile(_sound_row(shape) + rb"|[^\r\n]*+" + _LINE_END)
    starts = [found.start() for found in row.finditer(body) if found.start() < len(body)]
    found = np.searchsorted(np.array(line_ends), np.array(starts), side="right") + 1
    return found if len(found) == count else plain


def _sound_row(shape: RowShape) -> bytes:
    """Return the pattern of a sound row; a quote within a bare cell is a letter.

    Nothing is tried twice: quantifiers do not give back, so that time grows with the length only.
    """
    mark = re.escape(shape.delimiter.encode())
    bare = rb'(?:[^"\r\n' + mark + rb"][^\r\n" + mark + rb"]*+)?+"
    short = rb'(?:"(?:[^"\r\n]|"")*+"|' + bare + rb")"
    long = rb'(?:"(?:[^"]|"")*+"|' + bare + rb")"
    cells = mark.join(short if place in shape.one_line else long for place in range(shape.width))
    single = short + rb"(?:" + mark + short + rb")*+" + _LINE_END
    several = cells + rb"(?:" + mark + rb")?+" + _LINE_END
    return rb"(?!\Z)(?:" + single + rb"|" + several + rb")"
