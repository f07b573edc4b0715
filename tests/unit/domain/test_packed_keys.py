"""Keys as the database holds them are the same as keys that were made."""

from uuid import UUID

import pytest

from cockpit.domain.packed_keys import PackedKeys, places_of, with_keys

MADE = [UUID(int=number << 64 | 7) for number in (3, 1, 2)]
PACKED = PackedKeys([one.bytes for one in MADE])


def test_packed_keys_are_a_sequence_of_keys() -> None:
    assert list(PACKED) == MADE
    assert list(PACKED[1:]) == MADE[1:]
    assert PACKED[-1] == MADE[-1]
    assert len(PACKED) == len(MADE)


@pytest.mark.parametrize("keys", [MADE, PACKED])
def test_places_are_those_of_the_wanted_keys_alone(keys: list[UUID] | PackedKeys) -> None:
    assert places_of(keys, [MADE[2], UUID(int=9), MADE[0]]) == {MADE[0]: 0, MADE[2]: 2}
    assert places_of(keys, []) == {}


@pytest.mark.parametrize("keys", [MADE, PACKED])
def test_more_keys_follow(keys: list[UUID] | PackedKeys) -> None:
    assert list(with_keys(keys, [UUID(int=9)])) == [*MADE, UUID(int=9)]
