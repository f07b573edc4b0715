"""A file of plain arrays under a mark, read by mapping it into memory.

A sign, the length and the checksum of a JSON document, the document, then the arrays, each at a
multiple of 64 bytes. The document says what they are, with a checksum over all of them.
"""

import contextlib
import json
import mmap
import os
import struct
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

#: Changes with the meaning of what is written, so that no version reads another's file.
_SIGN = b"GIROWL03"
_HEAD = struct.Struct("<8sQI")
_STEP = 64
_WORDS = 1 << 64

Arrays = Mapping[str, NDArray[Any]]


class DamagedError(Exception):
    """A file is not what was written, or of another version."""


def write_arrays(path: Path, document: dict[str, Any], arrays: Arrays) -> None:
    """Write a private file that is there as a whole or not at all.

    Raises:
        OSError: The disk did not take it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # The file that is made is its owner's alone.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _write(file, document, arrays)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def read_arrays(path: Path, *, mark: str) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Return a file's document and its arrays, which cannot be written to.

    Args:
        path: The file.
        mark: What the document's ``mark`` must be; another is told before the arrays are read.

    Raises:
        OSError: There is no such file.
        DamagedError: It is not what was written, or under another mark.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size < _HEAD.size:
            raise DamagedError
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    document = _document(data)
    if document.get("mark") != mark:
        raise DamagedError
    body = np.frombuffer(data, dtype=np.uint8)[int(document["body"]) :]
    if len(body) != document["length"] or _sum(body) != document["sum"]:
        raise DamagedError
    arrays = {}
    for name, (kind, shape, first, length) in document["arrays"].items():
        arrays[name] = body[first : first + length].view(np.dtype(kind)).reshape(shape)
    return document, arrays


def _write(file: BinaryIO, document: dict[str, Any], arrays: Arrays) -> None:
    """Write the arrays behind a document that describes them."""
    described: dict[str, tuple[str, tuple[int, ...], int, int]] = {}
    parts: list[NDArray[np.uint8]] = []
    place, total = 0, 0
    for name, array in arrays.items():
        data = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
        part = np.concatenate([data, np.zeros(-len(data) % _STEP, dtype=np.uint8)])
        parts.append(part)
        described[name] = (array.dtype.str, array.shape, place, len(data))
        place += len(part)
        total += _sum(part)
    full = document | {"arrays": described, "length": place, "sum": total % _WORDS}
    head = _sized(full)
    file.write(_HEAD.pack(_SIGN, len(head), zlib.crc32(head)))
    file.write(head)
    for part in parts:
        file.write(part.data)


def _sum(data: NDArray[np.uint8]) -> int:
    """Return the sum of the words: a third of the time of a checksum that knows their order."""
    return int(data.view(np.uint64).sum()) % _WORDS


def _sized(document: dict[str, Any]) -> bytes:
    """Return a document that names the place behind itself at which the arrays begin."""
    bare = json.dumps(document | {"body": 0}).encode()
    body = -(-(_HEAD.size + len(bare) + _STEP) // _STEP) * _STEP
    text = json.dumps(document | {"body": body}).encode()
    return text.ljust(body - _HEAD.size)


def _document(data: mmap.mmap) -> dict[str, Any]:
    sign, length, total = _HEAD.unpack_from(data)
    head = data[_HEAD.size : _HEAD.size + length] if length < len(data) else b""
    if sign != _SIGN or len(head) != length or zlib.crc32(head) != total:
        raise DamagedError
    document: dict[str, Any] = json.loads(head)
    return document
