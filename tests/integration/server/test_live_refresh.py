"""Under policies a list follows who enters and who leaves the portfolio, row by row."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import insert, text, update

from cockpit.data.watcher import watch
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Base, Customer, PortfolioEntry
from tests.support.queues import callable_customers
from tests.support.team import Person, TeamDatabase

CUSTOMERS = frozenset({Topic.CUSTOMERS})


class Office:
    """Ana and Bia, operators, with a customer each and a shared one; Clara manages."""

    def __init__(self, team: TeamDatabase) -> None:
        self.team = team
        self.ana = team.join("ana", Role.OPERATOR)
        self.bia = team.join("bia", Role.OPERATOR)
        self.clara = team.join("clara", Role.MANAGER)
        (self.of_ana, self.of_bia, self.shared), rows = callable_customers(3)
        rows["customers"][0]["owner_id"] = self.ana.user.user_id
        rows["customers"][1]["owner_id"] = self.bia.user.user_id
        rows["customers"][2]["owner_id"] = None
        with team.superuser.begin() as connection:
            for table, lines in rows.items():
                connection.execute(Base.metadata.tables[table].insert(), lines)
        self.watchers = {
            person.user.user_id: watch(person.engines, person.database.is_own)
            for person in (self.ana, self.bia, self.clara)
        }

    def look(self, person: Person) -> ChangeNotice | None:
        return self.watchers[person.user.user_id].look()

    def settle(self) -> None:
        for watcher in self.watchers.values():
            watcher.look()

    def give(self, customer_id: UUID, owner: Person | None) -> None:
        """Move a customer as the manager's program does."""
        with self.clara.database.write() as unit:
            unit.portfolio.set_owner([customer_id], owner and owner.user.user_id)
            unit.changed(Topic.CUSTOMERS, customer_ids=[customer_id])


@pytest.fixture
def office(team_database: TeamDatabase):
    made = Office(team_database)
    made.settle()
    yield made
    for watcher in made.watchers.values():
        watcher.close()


def test_whose_customers_change_is_told_to_those_who_see_them_alone(office: Office) -> None:
    with office.clara.database.write() as unit:
        unit.changed(Topic.CONTACTS, customer_ids=[office.of_ana])

    assert office.look(office.ana) == ChangeNotice(
        frozenset({Topic.CONTACTS}), frozenset({office.of_ana})
    )
    assert office.look(office.bia) is None


def test_a_customer_who_changes_hands_is_named_to_both(office: Office) -> None:
    office.give(office.of_ana, office.bia)

    left, entered = office.look(office.ana), office.look(office.bia)
    assert left == ChangeNotice(CUSTOMERS, frozenset({office.of_ana}))
    assert entered is not None
    assert entered.customer_ids == frozenset({office.of_ana})


def test_a_customer_who_leaves_the_shared_list_is_named_to_all_who_share_it(
    office: Office,
) -> None:
    seller = office.team.join("eva", Role.EXTERNAL_SELLER)
    watcher = watch(seller.engines, seller.database.is_own)
    watcher.look()
    office.give(office.shared, office.ana)

    found = office.look(office.bia)
    assert found == ChangeNotice(CUSTOMERS, frozenset({office.shared}))
    assert watcher.look() is None
    watcher.close()


def test_a_customer_who_leaves_again_is_named_again(office: Office) -> None:
    office.give(office.of_ana, office.bia)
    office.give(office.of_ana, office.ana)
    office.settle()
    office.give(office.of_ana, office.bia)

    found = office.look(office.ana)
    assert found is not None
    assert found.customer_ids == frozenset({office.of_ana})


def test_a_loan_that_ends_is_named_to_whom_it_was_made(office: Office) -> None:
    entry = {
        "id": new_id(), "customer_id": office.of_ana, "user_id": office.bia.user.user_id,
        "entered_at": datetime.now(UTC),
    }  # fmt: skip
    with office.team.superuser.begin() as connection:
        connection.execute(insert(PortfolioEntry).values(entry))
    office.settle()
    with office.team.superuser.begin() as connection:
        connection.execute(update(PortfolioEntry).values(left_at=datetime.now(UTC)))

    found = office.look(office.bia)
    assert found is not None
    assert found.customer_ids == frozenset({office.of_ana})


def test_nobody_writes_departures_by_hand(office: Office) -> None:
    with office.team.superuser.connect() as connection:
        granted = connection.execute(
            text(
                "SELECT DISTINCT privilege_type FROM information_schema.role_table_grants"
                " WHERE table_name = 'customer_departures' AND grantee LIKE 'giro\\_%'"
                " AND grantee <> 'giro_owner'"
            )
        ).scalars()
        assert set(granted) == {"SELECT"}


def test_a_change_that_moves_nobody_notes_no_departure(office: Office) -> None:
    with office.team.superuser.begin() as connection:
        connection.execute(update(Customer).values(city="Campinas"))
        assert not connection.execute(text("SELECT count(*) FROM customer_departures")).scalar()
