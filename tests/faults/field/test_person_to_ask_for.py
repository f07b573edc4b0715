"""Whom to ask for is somebody else's, or anybody's again, from a laptop."""

from dataclasses import replace
from uuid import UUID

import pytest

from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.ids import new_id
from cockpit.services.wishes import WishService
from tests.faults.field.small_field import Held, SmallField

pytestmark = pytest.mark.timeout(120)
_ADD = (
    "INSERT INTO contact_persons"
    " (id, customer_id, name, is_primary, is_decision_maker, created_at, updated_at)"
    " VALUES (:id, :customer, :name, :first, false, now(), now())"
)
_MAIN = "SELECT string_agg(name, ' ') FROM contact_persons WHERE customer_id = :key AND is_primary"


def ask_for(held: Held, customer: UUID, person: UUID | None) -> None:
    service = WishService(held.seller.database, held.seller.clock, held.seller._user())
    before = service.wishes(customer) or ContactWishes()
    assert service.set_wishes(customer, replace(before, person_id=person))


def test_a_main_person_changes_and_goes(field: SmallField) -> None:
    customer, rita, caio = field.customers[0], new_id(), new_id()
    for key, name in ((rita, "Rita"), (caio, "Caio")):
        field.execute(_ADD, id=key, customer=customer, name=name, first=key == caio)
    held = field.add("ana", field.customers[:2])
    held.settle()
    ask_for(held, customer, rita)
    held.settle()
    assert field.value(_MAIN, key=customer) == "Rita"
    ask_for(held, customer, None)
    held.settle()
    assert field.value(_MAIN, key=customer) is None
    assert field.violations() == []


@pytest.mark.parametrize("is_somebody", [True, False])
def test_whom_the_office_chose_meanwhile_gives_way_to_somebody_and_not_to_anybody(
    field: SmallField, is_somebody: bool
) -> None:
    customer, rita, caio, bia = field.customers[0], new_id(), new_id(), new_id()
    for key, name in ((rita, "Rita"), (caio, "Caio"), (bia, "Bia")):
        field.execute(_ADD, id=key, customer=customer, name=name, first=key == caio)
    held = field.add("ana", field.customers[:2])
    held.settle()
    ask_for(held, customer, bia if is_somebody else None)
    field.execute("UPDATE contact_persons SET is_primary = (id = :rita)", rita=rita)
    held.settle()
    assert field.value(_MAIN, key=customer) == ("Bia" if is_somebody else "Rita")
    assert field.violations() == []
