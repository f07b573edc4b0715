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
from cockpit.imports.file_access import FileState, ordinary_file, reading

_PIECE = 1 << 20
_FALLBACK = "giro-windows-1252"
_ASCII = bytes(range(128))
_LONE_SURROGATE = re.compile("[\udc80-\udcff]")
#: Bytes that no table of text is full of: control characters but line ends, tabs and the like.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a"))
#: How many of them are an accident, and what share.
_FEW_CONTROLS = 16
_MOST_CONTROLS = 0.05


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that was found to be text.

    Attributes:
        path: Where it is.
        sha256: Hash of its bytes.
        encoding: The codec that reads it.
        errors: The codec's error handler.
        state: How the file was when it was looked at.
    """

    path: Path
    sha256: str
    encoding: str
    errors: str
    state: FileState

    @property
    def size(self) -> int:
        """Return the file's bytes."""
        return self.state.size

    def lines(self) -> Iterator[str]:
        """Yield the physical lines with their line ends.

        Raises:
            BadInputError: The file cannot be read any more.
        """
        with (
            reading(self.path),
            self.path.open(encoding=self.encoding, errors=self.errors, newline="") as stream,
        ):
            yield from stream

    def pieces(self, count: int) -> Iterator[tuple[int, bytes]]:
        """Yield the text as UTF-8, with how many bytes of the file are read so far.

        Args:
            count: How many bytes of the file make a piece; pieces end within lines.

        Raises:
            BadInputError: The file cannot be read any more, or changed since it was looked at.
        """
        decoder = codecs.getincrementaldecoder(self.encoding)(self.errors)
        keeps_ascii = _keeps_ascii(self.encoding)
        position = 0
        with reading(self.path), self.path.open("rb") as stream:
            while piece := stream.read(count):
                position += len(piece)
                self.state.check(self.path, stream)
                if not (keeps_ascii and piece.isascii() and not decoder.getstate()[0]):
                    piece = _utf8(decoder.decode(piece))
                yield position, piece
            self.state.check(self.path, stream)
        if rest := decoder.decode(b"", final=True):
            yield position, _utf8(rest)


def inspect(path: Path, encoding: str = "") -> TextFile:
    """Find out how a file is to be read.

    Args:
        path: The file.
        encoding: The codec's name, where somebody said it.

    Raises:
        BadInputError: The file is missing, cannot be read, is empty, endless or not text, or there
            is no such codec.
    """
    state = ordinary_file(path)
    if state.size == 0:
        raise BadInputError("import_empty", file=path.name)
    if encoding and not _is_text_codec(encoding):
        raise BadInputError("import_unknown_encoding", encoding=encoding[:40])
    scan = _scan(path, state)
    codec, errors = (encoding, _errors(encoding)) if encoding else _encoding(scan)
    is_binary = _keeps_ascii(codec) and scan.controls > max(
        _MOST_CONTROLS * scan.size, _FEW_CONTROLS
    )
    if scan.has_endless_line or is_binary:
        raise BadInputError("import_not_a_table", file=path.name)
    return TextFile(path, scan.sha256, codec, errors, state)


@dataclass(slots=True)
class _Scan:
    """What one pass over the bytes finds.

    Attributes:
        good: Characters outside ASCII that are UTF-8.
        bad: Bytes that are not.
        controls: Bytes that no text has.
    """

    head: bytes = b""
    sha256: str = ""
    size: int = 0
    controls: int = 0
    has_nul: bool = False
    has_endless_line: bool = False
    good: int = 0
    bad: int = 0


def _scan(path: Path, state: FileState) -> _Scan:
    scan = _Scan()
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    with reading(path), path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            scan.head = scan.head or piece[:1000]
            scan.size += len(piece)
            digest.update(piece)
            scan.has_nul = scan.has_nul or b"\0" in piece
            scan.controls += len(piece) - len(piece.translate(None, _CONTROLS))
            is_whole = len(piece) == _PIECE
            if is_whole and b"\n" not in piece and b"\r" not in piece:
                scan.has_endless_line = True
            if not piece.isascii() or decoder.getstate()[0]:
                _count(scan, decoder.decode(piece))
        state.check(path, stream)
    # A letter that the file's end cuts in two speaks for no encoding.
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


def _is_text_codec(encoding: str) -> bool:
    try:
        b"a".decode(encoding, "replace")
        codecs.getincrementaldecoder(encoding)
    except (LookupError, ValueError):
        return False
    return True


def _keeps_ascii(encoding: str) -> bool:
    """Return whether a codec reads ASCII as it stands, whatever was read before."""
    try:
        return _ASCII.decode(encoding) == _ASCII.decode("ascii")
    except UnicodeError:
        return False


def _errors(encoding: str) -> str:
    return _FALLBACK if _keeps_ascii(encoding) else "replace"


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


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


codecs.register_error(_FALLBACK, _windows_1252)
