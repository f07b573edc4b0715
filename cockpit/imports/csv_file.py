"""A text file of unknown encoding, read in one pass to know it and in another to use it.

Memory stays bounded whatever the file holds: it is read in pieces, and a file with an endless line
is no table.
"""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cockpit.domain.errors import BadInputError

_PIECE = 1 << 20
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_FALLBACK = "giro-windows-1252"
_LONE_SURROGATE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that was found to be text.

    Attributes:
        path: Where it is.
        sha256: Hash of its bytes.
        encoding: The codec that reads it.
        errors: The codec's error handler.
    """

    path: Path
    sha256: str
    encoding: str
    errors: str

    def lines(self) -> Iterator[str]:
        """Yield the physical lines with their line ends.

        Raises:
            BadInputError: The file cannot be read any more.
        """
        try:
            with self.path.open(encoding=self.encoding, errors=self.errors, newline="") as stream:
                yield from stream
        except OSError as error:
            raise _unreadable(self.path, error) from error


def inspect(path: Path) -> TextFile:
    """Find out how a file is to be read.

    Raises:
        BadInputError: The file is missing, cannot be read, is empty, endless or not text.
    """
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            raise BadInputError("import_not_a_file", file=str(path))
        scan = _scan(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(path, error) from error
    if scan.size == 0:
        raise BadInputError("import_empty", file=path.name)
    if scan.head.startswith(_SPREADSHEETS):
        raise BadInputError("import_spreadsheet", file=path.name)
    encoding, errors = _encoding(scan)
    if scan.has_endless_line or (scan.has_nul and not encoding.startswith("utf-16")):
        raise BadInputError("import_not_a_table", file=path.name)
    return TextFile(path, scan.sha256, encoding, errors)


@dataclass(slots=True)
class _Scan:
    """What one pass over the bytes finds.

    Attributes:
        good: Characters outside ASCII that are UTF-8.
        bad: Bytes that are not.
    """

    head: bytes = b""
    sha256: str = ""
    size: int = 0
    has_nul: bool = False
    has_endless_line: bool = False
    good: int = 0
    bad: int = 0


def _scan(path: Path) -> _Scan:
    scan = _Scan()
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            scan.head = scan.head or piece[:1000]
            scan.size += len(piece)
            digest.update(piece)
            scan.has_nul = scan.has_nul or b"\0" in piece
            is_whole = len(piece) == _PIECE
            if is_whole and b"\n" not in piece and b"\r" not in piece:
                scan.has_endless_line = True
            _count(scan, decoder.decode(piece))
    _count(scan, decoder.decode(b"", final=True))
    scan.sha256 = digest.hexdigest()
    return scan


def _count(scan: _Scan, text: str) -> None:
    """Count what is UTF-8 and what is not; an undecodable byte came as a lone surrogate."""
    if not text.isascii():
        bad = len(_LONE_SURROGATE.findall(text))
        scan.bad += bad
        scan.good += len(text) - len(text.encode("ascii", "ignore")) - bad


def _encoding(scan: _Scan) -> tuple[str, str]:
    """Return codec and error handler.

    A file that is UTF-8 for the most part, or says so by its mark, is read as such, and its stray
    bytes as Windows-1252 (files glued together from two sources). Any other one is Windows-1252,
    the five bytes that this leaves undefined being read as Latin-1.
    """
    head = scan.head
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", "replace"
    if scan.has_nul and (guess := _utf16_without_mark(head)):
        return guess, "replace"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", _FALLBACK
    if scan.bad == 0 or scan.good > scan.bad:
        return "utf-8", _FALLBACK
    return "cp1252", _FALLBACK


def _utf16_without_mark(head: bytes) -> str | None:
    """Return the byte order of Latin text in UTF-16, whose every other byte is mostly NUL."""
    first, second = head[0::2], head[1::2]
    if second.count(0) > 0.7 * len(second) and 0 not in first:
        return "utf-16-le"
    if first.count(0) > 0.7 * len(first) and 0 not in second:
        return "utf-16-be"
    return None


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that another codec could not."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return "".join(_letter(bytes([byte])) for byte in stray), error.end


def _letter(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


def _unreadable(path: Path, error: Exception) -> BadInputError:
    if isinstance(error, FileNotFoundError):
        return BadInputError("import_file_missing", file=str(path))
    if isinstance(error, IsADirectoryError):
        return BadInputError("import_file_is_folder", file=str(path))
    return BadInputError("import_file_unreadable", file=str(path))


codecs.register_error(_FALLBACK, _windows_1252)
