"""Customers who are taken along for a time go home again, and no word about them is lost."""

from uuid import UUID

import pytest

from cockpit.data.server_link import ServerLink
from cockpit.data.url import parse_address
from cockpit.domain.ids import new_id
from cockpit.domain.packs import PackWish
from cockpit.sync.packs import PostgresPacks
from tests.faults.field.small_field import Held, SmallField

pytestmark = pytest.mark.timeout(120)
#: A contact that a laptop told, as the server has it.
TOLD = "SELECT count(*) FROM contacts WHERE customer_id = :key AND user_id = :user"


def desk(held: Held) -> PostgresPacks:
    return PostgresPacks(lambda: ServerLink(parse_address(held.laptop.url)))  # type: ignore[arg-type]


def device(held: Held) -> UUID:
    return held.seller._user().device_id


def take(held: Held, many: int) -> frozenset[UUID]:
    """Take customers along, and fetch them."""
    customers, _ = desk(held).check_out(device(held), PackWish(many, 3))
    held.settle()
    assert set(customers) <= set(held.seller.customers())
    return customers


def test_packs_go_round_between_two_sellers(field: SmallField) -> None:
    ana, bia = field.add("ana", field.customers[:2]), field.add("bia")
    for _ in range(2):
        first, second = take(ana, 5), take(bia, 5)
        assert len(first) == 5
        assert len(second) == 3
        for held, customers in ((ana, first), (bia, second)):
            for customer in customers:
                held.seller.log(customer)
                held.seller.plan(customer)
                held.seller.wish(customer)
            held.settle()
            assert desk(held).extend(device(held), None, 7)[0] == customers
            held.settle()
        for held in (ana, bia):
            desk(held).check_in(device(held), None)
            held.settle()
        field.execute("DELETE FROM queue_holds")
        field.execute("UPDATE appointments SET state = 'done' WHERE state = 'open'")
    ana.settle()
    bia.settle()
    assert field.violations() == []


def test_the_time_is_over_while_the_laptop_is_away(field: SmallField) -> None:
    ana, bia = field.add("ana"), field.add("bia")
    taken = take(ana, 4)
    gone = min(taken)
    for customer in taken:
        ana.seller.log(customer)
    field.execute(
        "UPDATE portfolio_entries SET expires_at = now() - interval '1 minute'"
        " WHERE customer_id <> :kept", kept=max(taken),
    )  # fmt: skip
    assert gone in ana.seller.customers()
    ana.seller.log(gone)
    assert gone in take(bia, 9)
    ana.settle()
    assert ana.seller.customers() == [max(taken)]
    assert field.value(TOLD, key=gone, user=ana.laptop.user_id) == 2
    bia.settle()
    assert field.violations() == []


def test_customers_of_a_pack_are_given_to_somebody_else(field: SmallField) -> None:
    ana, bia = field.add("ana"), field.add("bia")
    taken = take(ana, 3)
    for customer in taken:
        ana.seller.log(customer)
        ana.seller.pitch(customer)
    first, second, third = sorted(taken)
    for customer, owner in ((first, bia), (second, ana)):
        field.execute(
            "UPDATE customers SET owner_id = :owner WHERE id = :key",
            owner=owner.laptop.user_id, key=customer,
        )  # fmt: skip
    ana.settle()
    bia.settle()
    assert set(ana.seller.customers()) == {second, third}
    assert bia.seller.customers() == [first]
    assert field.value(TOLD, key=first, user=ana.laptop.user_id) == 1
    assert field.violations() == []


def test_a_blocked_laptops_pack_goes_round_again(field: SmallField) -> None:
    ana, bia = field.add("ana"), field.add("bia")
    taken = take(ana, 4)
    field.execute("UPDATE devices SET revoked_at = now() WHERE id = :key", key=device(ana))
    assert taken <= take(bia, 10)
    field.execute("UPDATE devices SET revoked_at = NULL WHERE id = :key", key=device(ana))
    ana.settle()
    bia.settle()
    assert ana.seller.customers() == []
    assert field.violations() == []


def test_the_eleventh_invariant_finds_two_packs_and_a_claim_in_one(field: SmallField) -> None:
    ana, bia = field.add("ana"), field.add("bia")
    [customer] = take(ana, 1)
    field.execute(
        "INSERT INTO portfolio_entries (id, user_id, customer_id, entered_at, expires_at, is_pack)"
        " VALUES (:id, :user, :key, now(), now() + interval '1 day', true)",
        id=new_id(), user=bia.laptop.user_id, key=customer,
    )  # fmt: skip
    field.execute(
        "INSERT INTO claims (id, customer_id, user_id, device_id, state, claimed_at, lease_until,"
        " fence) VALUES (:id, :key, :user, :device, 'finished', now(), now(), 1)",
        id=new_id(), key=customer, user=bia.laptop.user_id, device=device(bia),
    )  # fmt: skip
    ana.settle()
    bia.settle()
    found = field.violations()
    assert {one.partition(":")[0] for one in found} == {"11"}
    assert any("two packs" in one for one in found)
    assert any("claimed while" in one for one in found)
