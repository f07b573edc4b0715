"""All that a laptop's file says, free pages and log included, as somebody with the key reads it."""

import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from unicodedata import combining, normalize

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


def spellings(word: str) -> set[bytes]:
    """Return the bytes that somebody who looks for a word would look for."""
    bare = "".join(one for one in normalize("NFD", word) if not combining(one))
    written = {
        form
        for one in (word, bare, word.upper(), word.lower(), bare.lower(), normalize("NFD", word))
        for form in (one, one.replace('"', '\\"'), json.dumps(one)[1:-1])
    }
    found = {
        one.encode(code, "ignore")
        for one in written
        for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
    }
    return found | {
        b64encode(b"\0" * before + one.encode())[-(-before * 8 // 6) : -4]
        for one in written
        for before in range(3)
    }


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
