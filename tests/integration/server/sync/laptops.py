"""A laptop as plain rows: what it sends and asks, without a file of its own."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from cockpit.data.defaults import OUTCOMES
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from tests.support.team import Person

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def said(at: datetime = AT) -> str:
    """Return an instant as a laptop tells it."""
    return at.isoformat(timespec="microseconds")


@dataclass
class Laptop:
    """Somebody's laptop, registered."""

    person: Person
    key: UUID
    last: int = 0

    @classmethod
    def of(cls, person: Person) -> "Laptop":
        """Register a new one."""
        laptop = cls(person, new_id())
        laptop.ask("SELECT giro_sync_register(%s, %s)", laptop.key, "laptop")
        return laptop

    @property
    def me(self) -> str:
        """Return its user's key."""
        return str(self.person.user.user_id)

    def ask(self, statement: str, *values: object) -> Any:
        """Ask one thing in a transaction of its own."""
        with self.person.engines.writer.begin() as connection:
            cursor = connection.connection.driver_connection.cursor()  # type: ignore[union-attr]
            return cursor.execute(statement, values).fetchone()[0]

    def greet(self, **other: object) -> dict[str, Any]:
        """Say who it is."""
        document = {
            "schema": "0025", "program": "1", "backlog": 0, "epoch": "", "cursor": 0, "carried": "",
        } | other  # fmt: skip
        answer: dict[str, Any] = self.ask(
            "SELECT giro_sync_greet(%s, %s)", self.key, json.dumps(document)
        )
        return answer

    def push(self, *entries: dict[str, Any]) -> list[dict[str, Any]]:
        """Send entries."""
        answers: list[dict[str, Any]] = self.ask(
            "SELECT giro_sync_push(%s, %s)", self.key, json.dumps(entries)
        )
        return answers

    def fact(self, table: str, /, **content: Any) -> dict[str, Any]:
        """Return the next fact."""
        self.last += 1
        content = {"id": str(new_id()), **content}
        stored = {
            "device_id": str(self.key),
            "device_seq": self.last,
            "content_sha256": fingerprint(table, content),
            "recorded_at": said(),
        }
        return {"number": self.last, "entity": table, "row": content | stored}

    def command(
        self, entity: str, key: object, verb: str, *, base: Any = None, value: Any = None
    ) -> dict[str, Any]:
        """Return the next change."""
        return self.fact(
            "commands", entity=entity, entity_id=str(key), verb=verb, base_version=1, base=base,
            value=value, user_id=self.me,
        )  # fmt: skip

    def contact(self, customer: object, **other: Any) -> dict[str, Any]:
        """Return a contact with a customer."""
        content = {
            "customer_id": str(customer), "user_id": self.me, "occurred_at": said(),
            "channel": "phone", "direction": "outbound", "outcome_id": str(OUTCOMES[0].outcome_id),
        }  # fmt: skip
        return self.fact("contacts", **(content | other))
