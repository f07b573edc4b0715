"""All that a laptop's file says, free pages and log included, as somebody with the key reads it."""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import combining, normalize

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.faults.field.laptop import KEY

PAGE = 4096
#: By so many bytes spellings are looked up, in so many places at once.
_KEY_BYTES, _AT_ONCE = 8, 1 << 20
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


def found_in(whole: bytes, words: Sequence[str]) -> list[str]:
    """Return which of some words a whole contains in any of their spellings.

    A long day erases hundreds of people, and a server's dump has half a gigabyte: eight bytes of
    each spelling are looked up among all, and only where they occur the spelling is compared.
    """
    whose = {form: word for word in words for form in spellings(word)}
    short = {form for form in whose if len(form) < _KEY_BYTES}
    found = {whose[form] for form in short if form in whole}
    keys: dict[bytes, list[bytes]] = {}
    for form in whose.keys() - short:
        keys.setdefault(form[:_KEY_BYTES], []).append(form)
    wanted = np.sort(np.frombuffer(b"".join(keys), dtype=np.uint64))
    for shift in range(_KEY_BYTES if len(wanted) else 0):
        usable = (len(whole) - shift) // _KEY_BYTES
        for first in range(0, usable, _AT_ONCE):
            count = min(_AT_ONCE, usable - first)
            start = shift + first * _KEY_BYTES
            read = np.frombuffer(whole, dtype=np.uint64, count=count, offset=start)
            places = np.searchsorted(wanted, read).clip(max=len(wanted) - 1)
            for hit in np.flatnonzero(wanted[places] == read):
                at = start + int(hit) * _KEY_BYTES
                found |= {
                    whose[form]
                    for form in keys[whole[at : at + _KEY_BYTES]]
                    if whole.startswith(form, at)
                }
    return sorted(found)


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
