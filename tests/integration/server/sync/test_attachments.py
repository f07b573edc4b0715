"""Pieces of photographs and files that laptops bring after the words."""

from typing import Any
from uuid import UUID

import pytest
from psycopg.errors import InsufficientPrivilege, InvalidParameterValue
from sqlalchemy import text

from cockpit.domain.attachments import PART_BYTES
from cockpit.domain.vocabulary import Role
from tests.integration.server.sync.laptops import Laptop, said
from tests.support.team import TeamDatabase

_ATTACH = "SELECT giro_sync_attach(%s, %s, %s)"


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


def _photo(laptop: Laptop, customer: UUID, *, size: int) -> str:
    contact = laptop.contact(customer)
    photo = laptop.fact(
        "attachments", contact_id=contact["row"]["id"], customer_id=str(customer),
        user_id=laptop.me, name="fachada.jpg", media_type="image/jpeg", size=size,
        sha256="a" * 64, taken_at=said(),
    )  # fmt: skip
    assert [one["answer"] for one in laptop.push(contact, photo)] == ["stored", "stored"]
    return str(photo["row"]["id"])


def _stored(team: TeamDatabase) -> list[Any]:
    with team.superuser.connect() as connection:
        rows = connection.execute(
            text("SELECT part, length(content) FROM attachment_contents ORDER BY part")
        )
        return [tuple(row) for row in rows]


def test_pieces_arrive_once_in_any_order(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    photo = _photo(laptop, mine, size=PART_BYTES + 3)
    for part, content in ((1, b"end"), (0, b"x" * PART_BYTES), (1, b"end")):
        laptop.ask(_ATTACH, photo, part, content)
    assert _stored(team_database) == [(0, PART_BYTES), (1, 3)]


@pytest.mark.parametrize(
    ("part", "content"),
    [(0, b"four"), (-1, b"a"), (1, b"a"), (1, b""), (2**31 - 1, b""), (None, b"a")],
)
def test_a_piece_that_the_photo_does_not_have_is_refused(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID, part: int | None, content: bytes
) -> None:
    photo = _photo(laptop, mine, size=3)
    with pytest.raises(Exception, match="a piece too large") as error:
        laptop.ask(_ATTACH, photo, part, content)
    assert isinstance(error.value, InvalidParameterValue)
    assert _stored(team_database) == []


def test_nobody_adds_to_a_colleagues_photo(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    photo = _photo(laptop, mine, size=3)
    for role in (Role.EXTERNAL_SELLER, Role.OPERATOR, Role.ADMINISTRATOR):
        other = Laptop.of(team_database.join(f"outro.{role.value}", role))
        with pytest.raises(InsufficientPrivilege):
            other.ask(_ATTACH, photo, 0, b"abc")
    assert _stored(team_database) == []
