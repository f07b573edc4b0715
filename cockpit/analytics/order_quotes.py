"""Quotes in tables of text that are opened and never closed, told from cells over several lines."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|[\r\n]|\Z)")
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
    sound = _sound_rows(shape)
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


def _sound_rows(shape: RowShape) -> re.Pattern[bytes]:
    """Return what matches as many sound rows as there are; a quote within a bare cell is a letter.

    Nothing is tried twice: quantifiers do not give back, so that time grows with the length only.
    """
    mark = re.escape(shape.delimiter.encode())
    bare = rb'(?:[^"\r\n' + mark + rb"][^\r\n" + mark + rb"]*+)?+"
    short = rb'(?:"(?:[^"\r\n]|"")*+"|' + bare + rb")"
    long = rb'(?:"(?:[^"]|"")*+"|' + bare + rb")"
    cells = mark.join(short if place in shape.one_line else long for place in range(shape.width))
    single = short + rb"(?:" + mark + short + rb")*+" + _LINE_END
    several = cells + rb"(?:" + mark + rb")?+" + _LINE_END
    return re.compile(rb"(?:(?!\Z)(?:" + single + rb"|" + several + rb"))*+")
