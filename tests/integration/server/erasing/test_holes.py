"""What the server set aside makes no gap in the trail, nor does letting it in afterwards."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.data.audit.seals import seal
from cockpit.data.audit.verify import Verifier
from cockpit.data.server.sync import administration
from cockpit.domain.vocabulary import Role
from tests.integration.server.sync.laptops import Laptop
from tests.support.team import Person, TeamDatabase


def _findings(person: Person) -> list[str]:
    with person.engines.writing() as connection:
        seal(connection, at=datetime.now(UTC), is_at_once=True)
    with person.engines.reading() as connection:
        return [str(one.kind) for one in Verifier(connection).run().findings]


@pytest.fixture
def laptop(team_database: TeamDatabase) -> Laptop:
    return Laptop.of(team_database.join("bia", Role.EXTERNAL_SELLER))


def test_numbers_set_aside_are_no_gaps(
    team_database: TeamDatabase, laptop: Laptop, customers: list[UUID]
) -> None:
    chief = team_database.join("chefe", Role.ADMINISTRATOR)
    foreign = laptop.contact(customers[1])
    own = laptop.contact(customers[0])
    with team_database.superuser.begin() as connection:
        for number, owner in ((0, laptop.person.user.user_id), (1, chief.user.user_id)):
            connection.execute(
                text("UPDATE customers SET owner_id = :owner WHERE id = :key"),
                {"owner": owner, "key": customers[number]},
            )
    answers = laptop.push(foreign, own)
    assert [one["answer"] for one in answers] == ["quarantined", "stored"]
    assert _findings(chief) == []
    with chief.engines.writer.connect() as connection:
        fact = administration.set_aside(connection, 1)
        assert administration.store(connection, fact) == ""
    assert _findings(chief) == []
    with team_database.superuser.begin() as connection:
        connection.execute(text("DELETE FROM contacts WHERE device_seq = 2"))
    assert _findings(chief) == ["missing"]
