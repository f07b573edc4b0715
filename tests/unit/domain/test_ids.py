"""Keys sort in the order in which they were made."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from uuid import UUID

import pytest

from cockpit.domain import ids
from cockpit.domain.ids import id_after, new_id, new_ids


def test_a_key_is_a_version_7_uuid() -> None:
    key = new_id()
    assert (key.version, key.variant) == (7, "specified in RFC 4122")


def test_keys_grow_strictly_within_one_process() -> None:
    keys = [new_id() for _ in range(20_000)]
    assert all(former < later for former, later in pairwise(keys))


def test_threads_never_get_the_same_key() -> None:
    with ThreadPoolExecutor(8) as pool:
        batches = pool.map(lambda _: [new_id() for _ in range(2_000)], range(8))
    keys = [key for batch in batches for key in batch]
    assert len(set(keys)) == len(keys)


def test_reserved_keys_follow_each_other_and_come_after_all_former_ones() -> None:
    former = new_id()
    first = new_ids(50_000)
    last = UUID(int=first.int + 49_999)
    assert former < first
    assert last == id_after(first, 49_999)
    assert (last.version, last.variant) == (7, "specified in RFC 4122")
    assert last < new_id()


def test_reserved_keys_never_run_over_the_bits_of_the_variant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    near_the_end = (time.time_ns() // 1_000_000 + 60_000) << 74 | (1 << 62) - 10
    monkeypatch.setattr(ids, "_last", near_the_end)
    first = new_ids(100)
    last = UUID(int=first.int + 99)
    assert (last.version, last.variant) == (7, "specified in RFC 4122")
    assert last == id_after(first, 99)


def test_a_key_some_places_on_is_the_one_that_would_have_been_made_then() -> None:
    first = new_id()
    assert id_after(first, 0) == first
    assert id_after(id_after(first, 1), 2**63) == id_after(first, 2**63 + 1)
    assert first < id_after(first, 1) < id_after(first, 2**63)
    assert {id_after(first, place).version for place in (1, 2**63)} == {7}
