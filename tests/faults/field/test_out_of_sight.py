"""Rows that a login may not read any more, or that go without a key to be named by."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import insert

from cockpit.domain.ids import new_id
from cockpit.domain.sync import SyncEnd
from models import PostIt, PostItRecipient, Product, SavedFilter, Segment, SegmentProduct
from models.types import utc_now
from tests.faults.field.making import AUDITOR
from tests.faults.field.small_field import Held, SmallField
from tests.support.cutting_proxy import Fault, no_fault

pytestmark = pytest.mark.timeout(120)


def count(held: Held, table: str) -> int:
    with held.engines.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def auditor(field: SmallField) -> UUID:
    login = field.team.login_of(AUDITOR)
    return UUID(str(field.value("SELECT id FROM users WHERE database_role = :one", one=login)))


def test_who_changes_teams_has_the_notes_of_the_new_one_alone(field: SmallField) -> None:
    former, other = field.team.team("Campo"), field.team.team("Litoral")
    notes = {team: new_id() for team in (former, other)}
    with field.team.superuser.begin() as connection:
        for team, note in notes.items():
            connection.execute(
                insert(PostIt).values(
                    id=note, author_id=auditor(field), body="Aviso da equipe", posted_at=utc_now()
                )
            )
            connection.execute(
                insert(PostItRecipient).values(id=new_id(), post_it_id=note, team_id=team)
            )
    held = field.add("ana", field.customers[:2])
    move = "UPDATE users SET team_id = :team WHERE id = :me"
    field.execute(move, team=former, me=held.laptop.user_id)
    held.settle()
    assert count(held, "post_its") == 1
    assert field.violations() == []
    field.execute(move, team=other, me=held.laptop.user_id)
    held.settle()
    assert count(held, "post_its") == 1
    assert field.violations() == []


def test_a_view_that_is_shared_no_more_is_its_owners_alone(field: SmallField) -> None:
    ana, bia = field.add("ana", field.customers[:2]), field.add("bia", field.customers[2:3])
    with field.team.superuser.begin() as connection:
        connection.execute(
            insert(SavedFilter).values(
                id=new_id(), owner_id=ana.laptop.user_id, name="Litoral", definition={},
                screen="work_list",
                is_shared=True,
            )
        )  # fmt: skip
    for held in (ana, bia):
        held.settle()
        assert count(held, "saved_filters") == 1
    field.execute("UPDATE saved_filters SET is_shared = false")
    for held in (ana, bia):
        held.settle()
    assert (count(ana, "saved_filters"), count(bia, "saved_filters")) == (1, 0)
    assert field.violations() == []


def test_what_a_segment_does_not_buy_any_more_goes(field: SmallField) -> None:
    segment, products = new_id(), [new_id(), new_id()]
    with field.team.superuser.begin() as connection:
        company = field.value("SELECT id FROM companies")
        connection.execute(insert(Segment).values(id=segment, name="Oficinas", code="ofi"))
        for number, key in enumerate(products):
            connection.execute(
                insert(Product).values(id=key, company_id=company, code=f"{number}", name="Porca")
            )
            connection.execute(
                insert(SegmentProduct).values(
                    segment_id=segment,
                    product_id=key,
                    buyer_count=1,
                    peer_count=2,
                    computed_for_on=date(2026, 3, 1),
                )
            )
    held = field.add("ana", field.customers[:2])
    held.settle()
    for left in (1, 0):
        field.execute("DELETE FROM segment_products WHERE product_id = :key", key=products[left])
        held.settle()
        assert count(held, "segment_products") == left
        assert field.violations() == []


def test_an_old_refusal_told_anew_leaves_nothing_of_a_customer_who_left_meanwhile(
    field: SmallField,
) -> None:
    cable = field.through_cable()
    held, customer = field.add("ana", field.customers[:2]), field.customers[0]
    held.settle()
    held.seller.log(customer)
    held.settle()
    change = "UPDATE customers SET preferred_channel = {} WHERE id = {}"
    field.execute(change.format("'email'", ":key"), key=customer)
    with held.engines.writing() as connection:
        connection.exec_driver_sql(change.format("'visit'", "?"), (customer.bytes,))
    cable.fault_of = lambda: Fault.UNANSWERED
    assert held.synchronise().end is SyncEnd.AWAY
    cable.fault_of = no_fault
    field.execute("UPDATE customers SET owner_id = NULL WHERE id = :key", key=customer)
    held.settle()
    assert count(held, "customers") == 1
    assert field.violations() == []
