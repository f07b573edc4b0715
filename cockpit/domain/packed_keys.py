"""Keys of many rows as the database holds them, made only when one is asked for.

A figure of a whole portfolio needs the keys of the few customers that somebody opens; making all
of them takes longer than reading what they stand for.
"""

from collections.abc import Collection, Sequence
from typing import overload
from uuid import UUID

from typing_extensions import override


class PackedKeys(Sequence[UUID]):
    """A sequence of keys, 16 bytes each."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        """Take the keys, the most significant byte first."""
        self.packed = packed

    @override
    def __len__(self) -> int:
        return len(self.packed)

    @overload
    def __getitem__(self, at: int) -> UUID: ...

    @overload
    def __getitem__(self, at: slice) -> "PackedKeys": ...

    @override
    def __getitem__(self, at: int | slice) -> "UUID | PackedKeys":
        if isinstance(at, slice):
            return PackedKeys(self.packed[at])
        return UUID(bytes=self.packed[at])


def places_of(keys: Sequence[UUID], wanted: Collection[UUID]) -> dict[UUID, int]:
    """Return the positions of those of the wanted keys that are among some keys."""
    if not wanted:
        return {}
    # A UUID hashes slowly; its bytes and its number do not.
    if isinstance(keys, PackedKeys):
        packed = {one.bytes: one for one in wanted}
        return {packed[one]: at for at, one in enumerate(keys.packed) if one in packed}
    numbers = {one.int: one for one in wanted}
    return {numbers[one.int]: at for at, one in enumerate(keys) if one.int in numbers}


def with_keys(keys: Sequence[UUID], more: Sequence[UUID]) -> Sequence[UUID]:
    """Return some keys followed by others."""
    if isinstance(keys, PackedKeys):
        return PackedKeys([*keys.packed, *(one.bytes for one in more)])
    return [*keys, *more]
