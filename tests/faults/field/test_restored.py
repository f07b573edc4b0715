"""A server that was set back to a copy, after people had decided what it lost."""

from pathlib import Path
from uuid import UUID

import pytest

from cockpit.data.replica.decision import decide
from cockpit.domain.clock import SystemClock
from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.vocabulary import Channel
from cockpit.services.wishes import WishService
from tests.faults.field.small_field import Held, SmallField

pytestmark = pytest.mark.timeout(120)


def wish(held: Held, customer: object, channel: Channel) -> None:
    service = WishService(held.seller.database, held.seller.clock, held.seller._user())
    service.set_wishes(customer, ContactWishes(channel))  # type: ignore[arg-type]


def channel(field: SmallField, customer: object) -> object:
    return field.value("SELECT preferred_channel FROM customers WHERE id = :key", key=customer)


@pytest.mark.parametrize(
    ("is_mine", "wanted"), [(True, "email"), (False, "phone"), (None, "email")]
)
def test_what_was_decided_after_a_refusal_holds_after_a_restore(
    field: SmallField, tmp_path: Path, is_mine: bool | None, wanted: str
) -> None:
    """Whoever chose the office's word is not overruled by their own former one."""
    held, customer = field.add("ana", field.customers[:2]), field.customers[0]
    field.execute("UPDATE customers SET preferred_channel = 'phone' WHERE id = :key", key=customer)
    held.settle()
    field.dump(tmp_path / "dump")
    field.execute(
        "UPDATE customers SET preferred_channel = 'whatsapp' WHERE id = :key", key=customer
    )
    wish(held, customer, Channel.EMAIL)
    held.settle()
    assert channel(field, customer) == "whatsapp"
    with held.engines.reading() as connection:
        (key,) = connection.exec_driver_sql("SELECT id FROM sync_conflicts").scalars()
    if is_mine is not None:
        decide(held.engines, UUID(bytes=key), is_mine=is_mine, at=SystemClock().now())
    held.settle()
    assert channel(field, customer) == ("email" if is_mine else "whatsapp")
    field.restore(tmp_path / "dump")
    assert channel(field, customer) == "phone"
    held.settle()
    assert channel(field, customer) == wanted
    assert field.violations() == []
