"""What a line states, as one number of 64 bits: of one record, and of whole columns alike.

Texts are hashed once each with BLAKE2b; what they give is mixed with the line's numbers by the
finaliser of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number
generators"), which Python's integers and numpy's unsigned ones compute alike. The digests are
stored, so nothing here may ever change.
"""

import hashlib
import struct
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cockpit.domain.import_records import OrderRecord

Hashes: TypeAlias = npt.NDArray[np.uint64]

_MASK = (1 << 64) - 1
_SIGN = 1 << 63
_STEP = 0x9E3779B97F4A7C15
_FIRST = 0xBF58476D1CE4E5B9
_SECOND = 0x94D049BB133111EB
_WORD = 8


def order_digest(record: OrderRecord) -> int:
    """Return the signed hash of what an order states, its number and its flags aside."""
    return to_signed(
        mix(
            (
                text_hash(record.customer),
                text_hash(record.kind.value),
                day_part(record.ordered_on),
                record.net_cents,
                cents_part(record.goods_cents),
                text_hash(record.seller),
                text_hash(record.company),
                text_hash(record.state_text),
                day_part(record.promised_on),
                day_part(record.delivered_on),
                text_hash(record.access_key),
            )
        )
    )


def order_key(record: OrderRecord) -> int:
    """Return the unsigned hash of what makes an order: company, number and kind."""
    return mix((text_hash(record.company), name_hash(record.number), text_hash(record.kind.value)))


def text_hash(text: str) -> int:
    """Return the unsigned hash of a text."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_WORD).digest()
    return int.from_bytes(digest, "little")


def day_part(day: date | None) -> int:
    """Return a day as a number to mix; nothing is 0."""
    return day.toordinal() if day else 0


def cents_part(cents: int | None) -> int:
    """Return an amount, never negative, as a number to mix; nothing is -1."""
    return -1 if cents is None else cents


def mix(parts: Iterable[int]) -> int:
    """Return the unsigned hash of some integers of 64 bits, in this order."""
    state = 0
    for part in parts:
        state = ((state ^ (part & _MASK)) + _STEP) & _MASK
        state = ((state ^ (state >> 30)) * _FIRST) & _MASK
        state = ((state ^ (state >> 27)) * _SECOND) & _MASK
        state ^= state >> 31
    return state


def mix_columns(parts: Iterable[Hashes], count: int) -> Hashes:
    """Return ``mix`` of each line.

    Args:
        parts: Columns of as many numbers, or columns of one number, the same in each line.
        count: The number of lines.
    """
    state = np.zeros(count, np.uint64)
    for part in parts:
        state = _scrambled(state ^ part)
    return state


def name_hash(text: str) -> int:
    """Return the unsigned hash of an order's number, which holds no NUL."""
    plain = text.encode("utf-8", "surrogatepass")
    padded = plain.ljust(-(-len(plain) // _WORD) * _WORD, b"\0")
    return mix(struct.unpack(f"<{len(padded) // _WORD}Q", padded))


def name_hashes(names: pa.StringArray) -> Hashes:
    """Return ``name_hash`` of each of some ASCII texts without NULs."""
    lengths = pc.binary_length(names)
    words = -(-(pc.max(lengths).as_py() or 0) // _WORD)
    padded = pc.ascii_rpad(names, words * _WORD, "\0")
    start = padded.offset * words * _WORD
    table = np.frombuffer(padded.buffers()[2] or b"", "<u8", words * len(names), start)
    table = table.reshape(len(names), words)
    state = np.zeros(len(names), np.uint64)
    for index in range(words):
        word = table[:, index]
        state = np.where(word == 0, state, _scrambled(state ^ word))
    return state


def to_signed(digest: int) -> int:
    """Return an unsigned number of 64 bits as the signed one that databases keep."""
    return digest - (1 << 64) if digest & _SIGN else digest


def _scrambled(state: Hashes) -> Hashes:
    state = state + np.uint64(_STEP)
    state = (state ^ (state >> np.uint64(30))) * np.uint64(_FIRST)
    state = (state ^ (state >> np.uint64(27))) * np.uint64(_SECOND)
    return state ^ (state >> np.uint64(31))
