"""A customer is reserved on a laptop as at the office: each reservation says on which device."""

from cockpit.domain.ids import new_id
from tests.integration.data.replica.conftest import NOW, Laptop


def reserve(laptop: Laptop, number: int) -> bool:
    with laptop.database.write() as unit:
        claim = unit.queue.claim(laptop.customers[number], user=laptop.user, at=NOW)
    return claim is not None


def test_a_customer_is_reserved_without_a_server_and_nothing_of_it_travels(laptop: Laptop) -> None:
    assert reserve(laptop, 0)
    assert laptop.raw("SELECT customer_id, device_id, state FROM claims") == [
        (laptop.customers[0].bytes, laptop.user.device_id.bytes, "active")
    ]
    assert laptop.store.to_send(10) == []


def test_so_it_is_on_a_file_that_became_another_laptops(laptop: Laptop) -> None:
    other = new_id()
    laptop.store.become(other)
    assert reserve(laptop, 1)
    devices = {key for (key,) in laptop.raw("SELECT id FROM devices")}
    assert devices == {laptop.user.device_id.bytes, other.bytes}
