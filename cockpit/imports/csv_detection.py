"""What parts the cells of a text file, and where its header stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import Container, SourceFormat
from cockpit.imports.csv_file import TextFile
from cockpit.imports.csv_table import CsvTable
from cockpit.imports.rows import next_row
from cockpit.imports.table_header import HEADER_LINES, HeaderRow, HeaderScore, find_header

_DELIMITERS = (";", "\t", ",", "|")
#: A header's cells may be broken into lines.
_LINES_OF_HEADER = 100
_MOST_LETTERS = 4 << 20
#: What a line without a cell that holds something is made of.
_NOTHING = ' \t\r\n\x1a"' + "".join(_DELIMITERS)
#: How Excel is told, in a file's first line.
_SAID = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)


def open_text(text: TextFile, wanted: SourceFormat, score: HeaderScore) -> CsvTable:
    """Recognise a table in a text file.

    Args:
        text: The file.
        wanted: What is known about how it is written.
        score: Says how much like a header a row looks.

    Raises:
        BadInputError: There is no table in it, or not where it should be.
    """
    lines = _first_lines(text, wanted.header_line or HEADER_LINES)
    delimiters = _delimiters(lines, wanted.delimiter)
    numbers: Sequence[int] = range(1, HEADER_LINES + 1)
    if wanted.header_line is not None:
        numbers = (wanted.header_line,)
        if not 1 <= wanted.header_line <= len(lines):
            raise BadInputError("import_no_such_line", file=text.path.name, line=numbers[0])
    header = find_header(_candidates(lines, delimiters, numbers), score, text.path.name)
    found = replace(
        wanted,
        container=Container.CSV,
        encoding=text.encoding,
        delimiter=header.delimiter,
        sheet="",
        header_line=header.row.line,
    )
    first = header.row.line + header.line_count
    return CsvTable(text, found, tuple(header.row.cells), first)


def _first_lines(text: TextFile, count: int) -> list[str]:
    """Return a file's first lines, not more than fit well into memory."""
    lines = []
    letters = 0
    for line in islice(text.lines(), count + _LINES_OF_HEADER):
        lines.append(line)
        letters += len(line)
        if letters > _MOST_LETTERS:
            break
    return lines


def _delimiters(lines: Sequence[str], wanted: str) -> Sequence[str]:
    if wanted:
        if len(wanted) > 1 or wanted in '"\r\n\0':
            raise BadInputError("import_bad_delimiter", delimiter=wanted[:10])
        return (wanted,)
    said = _SAID.fullmatch(lines[0]) if lines else None
    return (said[1],) if said and said[1] != '"' else _DELIMITERS


def _candidates(
    lines: Sequence[str], delimiters: Sequence[str], numbers: Sequence[int]
) -> Iterator[HeaderRow]:
    """Yield what each line would be as a header: alone, or with those that its quotes join."""
    for number in numbers:
        if number > len(lines):
            break
        if _SAID.fullmatch(lines[number - 1]) or not lines[number - 1].strip(_NOTHING):
            continue
        for delimiter in delimiters:
            following = iter(lines[number:])
            row, count = next_row(number, lines[number - 1], following, delimiter, None)
            yield HeaderRow(row, count, delimiter)
