"""Import files as bad as they come, made by chance, of which it is known what they truly say."""

import codecs
import csv
import io
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import xlsxwriter

from cockpit.domain.vocabulary import ImportKind
from tests.support.hostile_cells import ANY, COLUMNS, ODD, Cell, Style, Truth

_ENCODINGS = ("utf-8", "utf-8", "cp1252", "latin-1", "utf-8-sig", "utf-16")
_DELIMITERS = (";", ";", ",", "\t", "|")
_LINE_ENDS = ("\n", "\r\n", "\r")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that the author of a file wrote.

    Attributes:
        cells: Its cells.
        truth: Per attribute of its record what it truly is; empty for lines that hold no record.
        is_odd: Whether it must not be taken without a flag, whatever its cells.
        is_data: Whether it is counted at all.
    """

    cells: tuple[str, ...]
    truth: Mapping[str, Truth] = field(default_factory=dict)
    is_odd: bool = False
    is_data: bool = True


@dataclass(frozen=True, slots=True)
class HostileFile:
    """A file and what is known about it.

    Attributes:
        name: What was done to it, to find a failure again.
        suffix: How its name ends.
        content: Its bytes.
        kind: What its lines are.
        lines: The lines by number, as far as these are known.
        is_whole: Whether ``lines`` are exactly the data lines of the file.
    """

    name: str
    suffix: str
    content: bytes
    kind: ImportKind
    lines: Mapping[int, Line]
    is_whole: bool


def hostile_file(seed: int) -> HostileFile:
    """Return the file that belongs to a seed."""
    chance = random.Random(seed)
    kind = chance.choice((ImportKind.ORDERS, *COLUMNS))
    rows = chance.choice((0, 1, 2, 5, 20, 20, 20, 60))
    lines = _lines(chance, kind, rows)
    if chance.random() < 0.1:
        return _workbook(chance, kind, lines)
    return _text(chance, kind, lines)


def _lines(chance: random.Random, kind: ImportKind, count: int) -> list[Line]:
    """Return a header and lines below it, with what else stands in such files."""
    style = Style(chance.choice(",,,."), chance.choice(("%d/%m/%Y", "%d/%m/%Y", "%Y-%m-%d")))
    names = list(COLUMNS[kind])
    if chance.random() < 0.3:
        chance.shuffle(names)
    header = Line(tuple(names), is_data=False)
    lines = [_line(chance, kind, names, style) for _ in range(count)]
    for change in chance.sample(_CHANGES, chance.randrange(3)):
        change(chance, header, lines)
    return [header, *lines]


def _line(chance: random.Random, kind: ImportKind, names: Sequence[str], style: Style) -> Line:
    made = {name: COLUMNS[kind][name][1](chance, style) for name in names}
    truth = {
        attribute: made[name].truth
        for name, (attribute, _) in COLUMNS[kind].items()
        if attribute and made[name].truth is not ANY
    }
    return Line(tuple(made[name].text for name in names), truth)


def _insert(chance: random.Random, lines: list[Line], line: Line) -> None:
    lines.insert(chance.randrange(len(lines) + 1), line)


def _blank_line(chance: random.Random, header: Line, lines: list[Line]) -> None:
    cells = chance.choice((("",) * len(header.cells), ("  ",), ("",)))
    _insert(chance, lines, Line(cells, is_data=False))


def _header_again(chance: random.Random, header: Line, lines: list[Line]) -> None:
    _insert(chance, lines, header)


def _total(chance: random.Random, header: Line, lines: list[Line]) -> None:
    word = chance.choice(("Total", "TOTAL GERAL", "Soma:", "Subtotal", "Total 12"))
    blanks = ("",) * (len(header.cells) - 2)
    lines.append(Line((word, *blanks, "1.234,56"), is_odd=True))


def _wide_line(chance: random.Random, header: Line, lines: list[Line]) -> None:
    if places := _data(lines):
        at = chance.choice(places)
        extra = tuple(chance.choice(("", "x", "1,00")) for _ in range(chance.randrange(1, 40)))
        lines[at] = Line((*_flat(lines[at]), *extra), lines[at].truth, is_odd=any(extra))


def _shifted_line(chance: random.Random, header: Line, lines: list[Line]) -> None:
    if places := _data(lines):
        at = chance.choice(places)
        cells = _flat(lines[at])
        cells = (*cells[:1], "unquoted", *cells[1:])
        lines[at] = Line(cells, is_odd=bool(cells[-1]))


def _narrow_line(chance: random.Random, header: Line, lines: list[Line]) -> None:
    if places := _data(lines):
        at = chance.choice(places)
        cells = _flat(lines[at])[: chance.randrange(1, len(header.cells))]
        if any(cell.strip() for cell in cells):
            lines[at] = Line(cells, is_odd=True)


def _repeated_line(chance: random.Random, header: Line, lines: list[Line]) -> None:
    if lines:
        _insert(chance, lines, chance.choice(lines))


def _huge_cell(chance: random.Random, header: Line, lines: list[Line]) -> None:
    if (places := _data(lines)) and chance.random() < 0.1:
        cells = list(_flat(lines[places[-1]]))
        cells[chance.randrange(len(cells))] = "w" * chance.choice((70_000, 300_000))
        lines[places[-1]] = Line(tuple(cells))


def _flat(line: Line) -> tuple[str, ...]:
    """Return a line's cells without line breaks: such cells need a line of the header's width."""
    return tuple(cell.replace("\n", " ") for cell in line.cells)


def _data(lines: Sequence[Line]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.is_data]


Change = Callable[[random.Random, Line, list[Line]], None]
_CHANGES: tuple[Change, ...] = (
    _blank_line, _header_again, _total, _wide_line, _shifted_line, _narrow_line, _repeated_line,
    _huge_cell,
)  # fmt: skip


def _text(chance: random.Random, kind: ImportKind, lines: Sequence[Line]) -> HostileFile:
    """Return a text file, maybe damaged as text."""
    encoding = chance.choice(_ENCODINGS)
    delimiter, end = chance.choice(_DELIMITERS), chance.choice(_LINE_ENDS)
    text, numbered = _written(chance, lines, delimiter, end)
    damage = chance.choice((None, None, None, None, *_DAMAGES))
    content = _encoded(text, encoding)
    name = f"{kind} {encoding} {delimiter!r} {end!r}"
    if damage is None:
        return HostileFile(name, ".csv", content, kind, numbered, is_whole=True)
    content, known = damage(chance, content, numbered)
    return HostileFile(f"{name} {damage.__name__}", ".csv", content, kind, known, is_whole=False)


def _written(
    chance: random.Random, lines: Sequence[Line], delimiter: str, end: str
) -> tuple[str, dict[int, Line]]:
    """Return the text, and its data lines by number."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end)
    if end == "\r" or chance.random() < 0.3:  # a writer that ends lines so quotes no line breaks
        writer = csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    number = 1
    if chance.random() < 0.1:
        stream.write(f"Relatório de {date(2026, 1, 2):%d/%m/%Y}{end}{end}")
        number += 2
    numbered = {}
    for line in lines:
        if line.is_data:
            numbered[number] = line
        writer.writerow(line.cells)
        number += 1 + sum(cell.count("\n") for cell in line.cells)
    text = stream.getvalue()
    return (text.removesuffix(end) if chance.random() < 0.1 else text), numbered


def _encoded(text: str, encoding: str) -> bytes:
    if encoding == "utf-16":
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le", "replace")
    return text.encode(encoding, "replace")


Damaged = tuple[bytes, Mapping[int, Line]]


def _truncated(chance: random.Random, content: bytes, lines: Mapping[int, Line]) -> Damaged:
    """Cut a file anywhere; what stands in the line of the cut is not what it was."""
    return content[: chance.randrange(len(content) + 1)], lines


def _glued(chance: random.Random, content: bytes, lines: Mapping[int, Line]) -> Damaged:
    """Put bytes that are no UTF-8 somewhere: letters are lost, figures and days are not."""
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + chance.choice((b"\xe7\xe3", b"\x81", b"\xff")) + content[at:]
    return content, {}


def _with_nuls(chance: random.Random, content: bytes, lines: Mapping[int, Line]) -> Damaged:
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + b"\0" * chance.choice((1, 1, 1, 500)) + content[at:]
    return content, {}


def _with_quotes(chance: random.Random, content: bytes, lines: Mapping[int, Line]) -> Damaged:
    """Put quotes somewhere, one of them never closed for sure."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + b'"' + content[at:]
    return content, {}


def _flipped(chance: random.Random, content: bytes, lines: Mapping[int, Line]) -> Damaged:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 20)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed), {}


def _million_columns(chance: random.Random, content: bytes, lines: Mapping[int, Line]) -> Damaged:
    if chance.random() < 0.9:
        return _flipped(chance, content, lines)
    return b";" * 1_000_000 + b"\n" + content, {}


def _noise(chance: random.Random, content: bytes, lines: Mapping[int, Line]) -> Damaged:
    return chance.randbytes(chance.randrange(2_000)), {}


Damage = Callable[[random.Random, bytes, Mapping[int, Line]], Damaged]
_DAMAGES: tuple[Damage, ...] = (
    _truncated, _truncated, _glued, _with_nuls, _with_quotes, _with_quotes, _flipped,
    _million_columns, _noise,
)  # fmt: skip


def _workbook(chance: random.Random, kind: ImportKind, lines: Sequence[Line]) -> HostileFile:
    """Return a spreadsheet, its figures and days as such where chance wants it, maybe damaged."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet("Dados")
    as_day = book.add_format({"num_format": "dd/mm/yyyy"})
    attributes = [COLUMNS[kind][name][0] for name in lines[0].cells]
    numbered = {}
    for row, line in enumerate(lines):
        if line.is_data:  # in a sheet, cells stand in their columns however many there are
            is_odd = line.is_odd and len(line.cells) == len(attributes)
            known = line.truth if len(line.cells) >= len(attributes) else {}
            numbered[row + 1] = Line(line.cells, known, is_odd=is_odd)
        for column, text in enumerate(line.cells):
            attribute = attributes[column] if column < len(attributes) else ""
            truth = line.truth.get(attribute, ANY)
            _write_cell(chance, sheet, (row, column), Cell(text[:32_000], truth), as_day)
    book.close()
    content = stream.getvalue()
    if chance.random() < 0.2:
        damage = chance.choice((_truncated, _flipped))
        content, _ = damage(chance, content, {})
        return HostileFile(f"{kind} xlsx {damage.__name__}", ".xlsx", content, kind, {}, False)
    return HostileFile(f"{kind} xlsx", ".xlsx", content, kind, numbered, is_whole=True)


def _write_cell(
    chance: random.Random,
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    cell: Cell,
    as_day: xlsxwriter.format.Format,
) -> None:
    """Write a day as a day and a number of cents as a number, where chance wants it so."""
    is_typed = chance.random() < 0.5
    if is_typed and type(cell.truth) is date:
        sheet.write_datetime(*place, cell.truth, as_day)
    elif is_typed and type(cell.truth) is int and re.fullmatch(r"[0-9]+,[0-9]{2}", cell.text):
        sheet.write_number(*place, int(cell.text.replace(",", "")) / 100)
    elif cell.text.startswith("=1") and cell.truth is ODD:
        sheet.write_formula(*place, cell.text, value="#REF!")
    else:
        sheet.write_string(*place, cell.text)
