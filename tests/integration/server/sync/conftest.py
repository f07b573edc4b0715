"""A seller's laptop, and a customer of theirs."""

from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.domain.vocabulary import Role
from tests.integration.server.sync.laptops import Laptop
from tests.support.team import TeamDatabase


@pytest.fixture
def laptop(team_database: TeamDatabase) -> Laptop:
    return Laptop.of(team_database.join("bia", Role.EXTERNAL_SELLER))


@pytest.fixture
def mine(team_database: TeamDatabase, laptop: Laptop, customers: list[UUID]) -> UUID:
    with team_database.superuser.begin() as connection:
        connection.execute(
            text("UPDATE customers SET owner_id = :me WHERE id = :key"),
            {"me": laptop.person.user.user_id, "key": customers[0]},
        )
    return customers[0]
