"""Looking into a ZIP archive without believing what it says about itself.

An archive may state sizes that are not true, and may unpack to a thousand times its size. So each
entry is unpacked once, piece by piece, with a limit, before any other program reads it.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

#: More entries, or more bytes when unpacked, no office file has.
_MOST_ENTRIES = 10_000
_MOST_BYTES = 1 << 30
#: Deflated tables shrink to a fiftieth at most; only what is made to do harm shrinks more.
_HIGHEST_RATIO = 250
_SMALL = 16 << 20
_PIECE = 1 << 20
_SLICE = 1 << 16
_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED = 1
#: What the standard library says to a directory that is none.
_UNREADABLE = (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, struct.error)


class UnsafeArchiveError(Exception):
    """An archive unpacks to more than it may."""


class BrokenArchiveError(Exception):
    """An archive cannot be unpacked."""


class Archive:
    """A ZIP archive in memory."""

    def __init__(self, content: bytes) -> None:
        """Read the directory.

        Raises:
            BrokenArchiveError: There is none, or it is encrypted.
            UnsafeArchiveError: It states more than an archive may hold.
        """
        self._content = content
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                self._entries = archive.infolist()
        except (
            zipfile.BadZipFile,
            ValueError,
            EOFError,
            NotImplementedError,
            struct.error,
        ) as error:
            raise BrokenArchiveError from error
        if len(self._entries) > _MOST_ENTRIES:
            raise UnsafeArchiveError
        if sum(entry.file_size for entry in self._entries) > _MOST_BYTES:
            raise UnsafeArchiveError
        if any(entry.flag_bits & _ENCRYPTED for entry in self._entries):
            raise BrokenArchiveError
        self._left = _MOST_BYTES

    @property
    def names(self) -> list[str]:
        """Return the entries' names."""
        return [entry.filename for entry in self._entries]

    def pieces(self, name: str) -> Iterator[bytes]:
        """Unpack all entries of a name, piece by piece.

        Raises:
            BrokenArchiveError: They cannot be unpacked.
            UnsafeArchiveError: They hold more than they may, all unpacked entries together.
        """
        for entry in self._entries:
            if entry.filename == name:
                yield from self._unpack(entry)

    def _unpack(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        packed = self._packed(entry)
        size = 0
        for piece in _UNPACKERS[entry.compress_type](packed):
            size += len(piece)
            self._left -= len(piece)
            is_bomb = size > _SMALL and size > _HIGHEST_RATIO * len(packed)
            if is_bomb or self._left < 0:
                raise UnsafeArchiveError
            yield piece
        if size != entry.file_size:
            raise BrokenArchiveError

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview:
        start = entry.header_offset
        header = self._content[start : start + _HEADER.size]
        if entry.compress_type not in _UNPACKERS:
            raise BrokenArchiveError
        if len(header) < _HEADER.size or not header.startswith(b"PK\x03\x04"):
            raise BrokenArchiveError
        _, name_length, extra_length = _HEADER.unpack(header)
        start += _HEADER.size + name_length + extra_length
        packed = memoryview(self._content)[start : start + entry.compress_size]
        if len(packed) != entry.compress_size:
            raise BrokenArchiveError
        return packed


def _inflate(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), _SLICE):
            rest: bytes | memoryview = packed[start : start + _SLICE]
            while rest and not inflater.eof:
                yield inflater.decompress(rest, _PIECE)
                rest = inflater.unconsumed_tail
        while piece := b"" if inflater.eof else inflater.decompress(b"", _PIECE):
            yield piece
    except zlib.error as error:
        raise BrokenArchiveError from error
    if not inflater.eof:
        raise BrokenArchiveError


def _plain(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _PIECE):
        yield packed[start : start + _PIECE].tobytes()


_UNPACKERS = {zipfile.ZIP_STORED: _plain, zipfile.ZIP_DEFLATED: _inflate}
