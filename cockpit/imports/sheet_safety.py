"""How large a sheet gets in memory, before it is read.

Readers of spreadsheets keep every cell between the first and the last one that holds something. A
file of a kilobyte with two cells far apart would so take all memory.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.parsers import expat

#: About 1.3 GB in the reader.
MOST_CELLS = 40_000_000

_MOST_ROWS = 1 << 20
_MOST_COLUMNS = 1 << 14
_LETTERS = 26
#: A cell's tag that is not written in the usual way, or lies beyond column Z or row 999,999.
_UNUSUAL = re.compile(rb'<c(?! r="[A-Z][0-9]{1,6}")[\s/>]')
#: One with a prefix; one pattern for both would be five times slower.
_PREFIXED = re.compile(rb":c[\s/>]")
_REFERENCE = re.compile(r"([A-Z]{1,7})([0-9]{1,10})")
_REPEATED = "number-{}-repeated"


class TooLargeError(Exception):
    """A sheet takes more memory than there should be."""


class BadSheetError(Exception):
    """A sheet is no well-formed XML, or has a document type, which no spreadsheet has."""


def check_xlsx_sheet(pieces: Iterable[bytes]) -> None:
    """Make sure that a worksheet of an XLSX file fits into memory.

    Args:
        pieces: Its XML.

    Raises:
        BadSheetError: It is not XML as it should be.
        TooLargeError: It does not fit.
    """
    seen = []
    rest = iter(pieces)
    for piece in _whole_tags(rest):
        seen.append(piece)
        if b"<!" in piece or _UNUSUAL.search(piece) or _PREFIXED.search(piece):
            _check(_Extent(), chain(seen, rest))
            return


class _Extent:
    """The rows and columns of a worksheet, counted as its reader counts them."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._rows = self._columns = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of a tag."""
        local = name.rpartition(":")[2]
        if local == "row":
            said = attributes.get("r", "")
            self._row = int(said) if said.isdecimal() else self._row + 1
            self._column = 0
        elif local == "c":
            self._place(attributes.get("r", ""))
            self._rows = max(self._rows, self._row)
            self._columns = max(self._columns, self._column)

    def _place(self, reference: str) -> None:
        found = _REFERENCE.fullmatch(reference.upper())
        if found is None:
            self._column += 1
            return
        self._column = 0
        for letter in found[1]:
            self._column = self._column * _LETTERS + ord(letter) - ord("A") + 1
        self._row = int(found[2])

    def check(self) -> None:
        """Raise a ``TooLargeError`` where the sheet is too large."""
        if self._rows * self._columns > MOST_CELLS:
            raise TooLargeError


def check_ods_content(pieces: Iterable[bytes]) -> None:
    """Make sure that the sheets of an ODS file fit into memory, each repeated cell counted.

    Empty cells and rows at the end, which editors repeat up to the sheet's edge, do not count.

    Args:
        pieces: Its XML.

    Raises:
        BadSheetError: It is not XML as it should be.
        TooLargeError: They do not fit.
    """
    _check(_RepeatedExtent(), pieces)


class _RepeatedExtent:
    """The rows and columns of the sheets of an ODS file."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._rows = self._columns = 0
        self._total = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of a tag."""
        local = name.rpartition(":")[2]
        if local == "table":
            self._total += self._rows * self._columns
            self._row = self._rows = self._columns = 0
        elif local == "table-row":
            self._row += _repeated(attributes, "rows")
            self._column = 0
            self.check()
        elif local in {"table-cell", "covered-table-cell"}:
            self._column += _repeated(attributes, "columns")
            self.check()
            is_filled = any(key.rpartition(":")[2] == "value-type" for key in attributes)
            if is_filled:
                self._rows = max(self._rows, self._row)
                self._columns = max(self._columns, self._column)

    def check(self) -> None:
        """Raise a ``TooLargeError`` where the sheets are too large."""
        is_endless = self._row > _MOST_ROWS or self._column > _MOST_COLUMNS
        if is_endless or self._total + self._rows * self._columns > MOST_CELLS:
            raise TooLargeError


def _repeated(attributes: dict[str, str], what: str) -> int:
    for key, value in attributes.items():
        if key.rpartition(":")[2] == _REPEATED.format(what):
            return int(value) if value.isdecimal() and len(value) < 12 else MOST_CELLS
    return 1


def _check(extent: _Extent | _RepeatedExtent, pieces: Iterable[bytes]) -> None:
    """Read tag by tag, and stop as soon as it is too much."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = extent.begin
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            extent.check()
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        raise BadSheetError from error
    extent.check()


def _refuse(*_: object) -> None:
    raise BadSheetError


def _whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces cut behind tags; what is left of each goes before the next one."""
    rest = b""
    for piece in pieces:
        text = rest + piece
        cut = text.rfind(b">") + 1
        rest = text[cut:]
        yield text[:cut]
    yield rest
