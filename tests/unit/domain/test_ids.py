"""Keys sort in the order in which they were made."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from cockpit.domain.ids import new_id


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
