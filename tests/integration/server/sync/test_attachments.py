"""Pieces of photographs and files that laptops bring after the words."""

import json
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.domain.attachments import DEFAULT_LIMIT, LIMIT_KEY, PART_BYTES, PHOTO_LIMIT
from cockpit.domain.vocabulary import Role
from tests.integration.server.sync.laptops import Laptop, said
from tests.support.team import TeamDatabase

_ATTACH = "SELECT giro_sync_attach(%s, %s, %s)"
_SET = text(
    "INSERT INTO settings (id, scope, key, value, created_at, updated_at)"
    " VALUES (gen_random_uuid(), 'company', :key, CAST(:value AS json), now(), now())"
)
MEBI = 1024 * 1024


def _fact(laptop: Laptop, contact: dict[str, Any], *, size: object) -> dict[str, Any]:
    return laptop.fact(
        "attachments", contact_id=contact["row"]["id"], customer_id=contact["row"]["customer_id"],
        user_id=laptop.me, name="fachada.jpg", media_type="image/jpeg", size=size,
        sha256="a" * 64, taken_at=said(),
    )  # fmt: skip


def _photo(laptop: Laptop, customer: UUID, *, size: int) -> str:
    contact = laptop.contact(customer)
    photo = _fact(laptop, contact, size=size)
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
        assert laptop.ask(_ATTACH, photo, part, content) == ""
    assert _stored(team_database) == [(0, PART_BYTES), (1, 3)]


@pytest.mark.parametrize(
    ("part", "content"),
    [(0, b"four"), (0, b""), (-1, b"a"), (1, b"a"), (1, b""), (2**31 - 1, b""), (None, b"a")],
)
def test_a_piece_that_the_photo_does_not_have_is_refused(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID, part: int | None, content: bytes
) -> None:
    photo = _photo(laptop, mine, size=3)
    assert laptop.ask(_ATTACH, photo, part, content) == "does_not_fit"
    assert _stored(team_database) == []


def test_nobody_adds_to_a_colleagues_photo(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    photo = _photo(laptop, mine, size=3)
    for role in (Role.EXTERNAL_SELLER, Role.OPERATOR, Role.ADMINISTRATOR):
        other = Laptop.of(team_database.join(f"outro.{role.value}", role))
        assert other.ask(_ATTACH, photo, 0, b"abc") == "not_yours"
    assert _stored(team_database) == []


@pytest.mark.parametrize(
    ("setting", "limit"),
    [
        (None, DEFAULT_LIMIT),
        (MEBI, MEBI),
        (10**12, PHOTO_LIMIT),
        (0, DEFAULT_LIMIT),
        ("tanto", DEFAULT_LIMIT),
        (True, DEFAULT_LIMIT),
    ],
)
def test_one_larger_than_the_company_allows_is_set_aside(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID, setting: object, limit: int
) -> None:
    if setting is not None:
        with team_database.superuser.begin() as connection:
            connection.execute(_SET, {"key": LIMIT_KEY, "value": json.dumps(setting)})
    contact = laptop.contact(mine)
    answers = laptop.push(
        contact,
        _fact(laptop, contact, size=limit),
        _fact(laptop, contact, size=limit + 1),
        laptop.contact(mine),
    )
    assert [(one["answer"], one["reason"]) for one in answers] == [
        ("stored", ""), ("stored", ""), ("quarantined", "too_large"), ("stored", ""),
    ]  # fmt: skip
