"""Laptops and what they brought, as rows of a team's server."""

import json
from typing import Any
from uuid import UUID

from sqlalchemy import text

from cockpit.data.server.sync.administration import ServerLaptops
from cockpit.domain.ids import new_id
from tests.support.team import Person, TeamDatabase


def add_laptop(team: TeamDatabase, name: str = "nb-rui", *, owner: UUID | None = None) -> UUID:
    """Put in a laptop that was heard of just now with 14 things to send; return its key."""
    key = new_id()
    with team.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO devices (id, user_id, name, is_replica, backlog, program,"
                " schema_revision, last_seen_at, created_at, updated_at)"
                " VALUES (:id, :owner, :name, true, 14, '1.0', '0025', now(), now(), now())"
            ),
            {"id": key, "owner": owner, "name": name},
        )
    return key


def put_aside(team: TeamDatabase, entity: str, row: dict[str, Any], reason: str) -> None:
    """Set aside what a laptop brought."""
    with team.superuser.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO quarantined_facts (id, entity, entity_id, device_id, device_seq,"
                " received_sha256, reason, payload, received_at) VALUES (:id, :entity, :row,"
                " :device, :number, :hash, :reason, CAST(:payload AS jsonb), now())"
            ),
            {
                "id": new_id(), "entity": entity, "row": row["id"], "device": row["device_id"],
                "number": row["device_seq"], "hash": row["content_sha256"], "reason": reason,
                "payload": json.dumps(row, default=str),
            },
        )  # fmt: skip


def brought_contact(
    team: TeamDatabase, device: UUID, number: int, **changes: Any
) -> dict[str, Any]:
    """Return a new contact in a laptop's words: like one that is there, but for its key."""
    with team.superuser.begin() as connection:
        row = connection.execute(
            text("SELECT to_jsonb(c) FROM contacts c WHERE amends_id IS NULL ORDER BY id LIMIT 1")
        ).scalar_one()
        connection.execute(
            text("UPDATE devices SET user_id = :user WHERE id = :device"),
            {"user": row["user_id"], "device": device},
        )
    return {
        **row, "id": str(new_id()), "device_id": str(device), "device_seq": number,
        "content_sha256": "a" * 64, **changes,
    }  # fmt: skip


def keeper_of(person: Person) -> ServerLaptops:
    """Return the care of laptops as somebody's window has it."""
    return ServerLaptops(person.engines)
