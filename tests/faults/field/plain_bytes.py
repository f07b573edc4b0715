"""All that a laptop's file says, free pages and log included, as somebody with the key reads it."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.faults.field.laptop import KEY

PAGE = 4096
#: At the end of each page SQLCipher keeps a vector and a code of authenticity.
_VECTOR, _RESERVED = 16, 80
_SALT = 16
_WAL_HEAD, _FRAME_HEAD = 32, 24


def plain_bytes(path: Path) -> bytes:
    """Return the decrypted pages of a file, its log, and of all that lies beside under its name."""
    return b"".join(
        page
        for file in sorted(path.parent.rglob(f"{path.stem}*"))
        if file.is_file() and file.suffix not in {".journal", ".lock"}
        for page in _pages(file.read_bytes(), is_log=file.name.endswith("-wal"))
    )


def _pages(whole: bytes, *, is_log: bool) -> Iterator[bytes]:
    start, step = (_WAL_HEAD, PAGE + _FRAME_HEAD) if is_log else (0, PAGE)
    for place in range(start, len(whole) - step + 1, step):
        page = whole[place + step - PAGE : place + step]
        has_salt = int.from_bytes(whole[place : place + 4], "big") == 1 if is_log else place == 0
        yield _decrypted(page[_SALT:] if has_salt else page)


def _decrypted(page: bytes) -> bytes:
    vector = page[-_RESERVED : -_RESERVED + _VECTOR]
    cipher = Cipher(algorithms.AES(KEY), modes.CBC(vector)).decryptor()
    return cipher.update(page[:-_RESERVED]) + cipher.finalize()
