"""A company whose contacts are read, and the reading list said plainly once more over its rows."""

import hashlib
import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from cockpit.domain.ids import new_id
from cockpit.domain.review import Mark, ReviewFilter
from cockpit.domain.vocabulary import (
    Channel,
    CustomerCategory,
    LifecycleStatus,
    ObjectionState,
    Role,
    Trend,
)
from tests.support.read_notes import holds

NOW = datetime(2026, 3, 16, 15, 31, tzinfo=UTC)
#: The company's day began three hours after midnight in UTC.
MIDNIGHT = datetime(2026, 3, 16, 3, tzinfo=UTC)
_WORDS = (
    "pedido",
    "Não",
    "atrasou",
    "PREÇO",
    "alto",
    "preco",
    "ligação",
    "amanhã",
    "atraso",
    "12x",
)
_STATUSES = (None, LifecycleStatus.ACTIVE, LifecycleStatus.INACTIVE, LifecycleStatus.LOST)


@dataclass
class ReadCompany:
    """Rows by table, as they were put in."""

    outcomes: list[UUID]
    own: UUID
    tables: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def fill(self, dice: random.Random, *, contacts: int = 160) -> "ReadCompany":
        """Make teams, people, customers, contacts with corrections, objections and reviews."""
        self._people()
        for number in range(6):
            self._customer(number, dice)
        kinds = [new_id() for _ in range(3)]
        for number, key in enumerate(kinds):
            self.tables["objection_kinds"].append(
                {"id": key, "code": f"kind{number}", "name": f"Objeção {number}"}
            )
        for number in range(contacts):
            self._contact(number, dice, kinds)
        return self

    def people(self) -> list[UUID]:
        """Return the users' keys."""
        return [self.own, *(one["id"] for one in self.tables["users"])]

    def wanted(
        self, chosen: ReviewFilter, people: frozenset[UUID] | None, *, since: datetime | None
    ) -> list[dict[str, Any]]:
        """Return the contacts of a list, the newest first."""
        unread_at = MIDNIGHT if chosen.of_each else None
        rows = [
            one for one in self.tables["contacts"]
            if self._is_meant(one, chosen, people) and self._is_chosen(one, chosen, unread_at)
            and (since is None or one["occurred_at"] >= since)
        ]  # fmt: skip
        return sorted(rows, key=lambda one: (one["occurred_at"], one["id"].bytes), reverse=True)

    def sampled(self, chosen: ReviewFilter, rows: list[dict[str, Any]]) -> dict[UUID, set[UUID]]:
        """Return which contacts of each person are in a sample."""
        found: dict[UUID, set[UUID]] = {}
        for person in {one["user_id"] for one in rows}:
            keys = [one["id"] for one in rows if one["user_id"] == person]
            keys.sort(key=lambda key: hashlib.blake2b(key.bytes, digest_size=8).hexdigest())
            found[person] = set(keys[: chosen.of_each])
        return found

    def mark_of(self, contact: UUID, *, before: datetime | None = None) -> Mark | None:
        """Return what was thought last of a contact."""
        said = [
            one for one in self.tables["contact_reviews"]
            if one["contact_id"] == contact and (before is None or one["reviewed_at"] < before)
        ]  # fmt: skip
        if not said:
            return None
        last = Mark(max(said, key=lambda one: (one["reviewed_at"], one["id"].bytes))["mark"])
        return None if last is Mark.TAKEN_BACK else last

    def _is_meant(
        self, row: dict[str, Any], chosen: ReviewFilter, people: frozenset[UUID] | None
    ) -> bool:
        if people is not None and row["user_id"] not in people:
            return False
        if any(one["amends_id"] == row["id"] for one in self.tables["contacts"]):
            return False
        team = {one["id"]: one["team_id"] for one in self.tables["users"]}.get(row["user_id"])
        return (not chosen.operators or row["user_id"] in chosen.operators) and (
            not chosen.teams or team in chosen.teams
        )

    def _is_chosen(
        self, row: dict[str, Any], chosen: ReviewFilter, unread_at: datetime | None
    ) -> bool:
        value = next(
            one["value_12m_cents"] for one in self.tables["customer_metrics"]
            if one["customer_id"] == row["customer_id"]
        )  # fmt: skip
        mark = self.mark_of(row["id"])
        is_new = self.mark_of(row["id"], before=unread_at) is None
        return (
            (not chosen.outcomes or row["outcome_id"] in chosen.outcomes)
            and (not chosen.statuses or row["status_at_contact"] in chosen.statuses)
            and (not chosen.objections or bool(self._heard(row) & chosen.objections))
            and value >= chosen.value_at_least_cents
            and (not chosen.marks or mark in chosen.marks)
            and (not (chosen.is_unread or chosen.of_each) or is_new)
            and (not chosen.text.strip() or holds(chosen.text, row["note"] or ""))
        )

    def _heard(self, row: dict[str, Any]) -> set[UUID]:
        by_key = {one["id"]: one for one in self.tables["contacts"]}
        form: dict[str, Any] | None = row
        found: set[UUID] = set()
        while form is not None:
            key = form["id"]
            found |= {
                one["kind_id"] for one in self.tables["objections"] if one["contact_id"] == key
            }
            form = by_key.get(form["amends_id"])
        return found

    def _people(self) -> None:
        teams = [new_id() for _ in range(2)]
        self.tables["teams"] = [{"id": key, "name": f"Equipe {n}"} for n, key in enumerate(teams)]
        for number in range(4):
            self.tables["users"].append(
                {"id": new_id(), "login": f"op{number}", "name": f"Op {number}",
                 "role": Role.OPERATOR, "team_id": (*teams, None, teams[0])[number],
                 "is_active": True}
            )  # fmt: skip

    def _customer(self, number: int, dice: random.Random) -> None:
        key = new_id()
        self.tables["customers"].append(
            {"id": key, "code": str(number), "legal_name": f"Cliente {number} Ltda",
             "category": CustomerCategory.CUSTOMER}
        )  # fmt: skip
        cents = dice.choice((0, 50_000, 200_000))
        self.tables["customer_metrics"].append(
            {"customer_id": key, "status": LifecycleStatus.ACTIVE, "computed_for_on": NOW.date(),
             "own_status": LifecycleStatus.ACTIVE, "fixed_status": LifecycleStatus.ACTIVE,
             "trend": Trend.FLAT, "value_12m_cents": cents, "at_risk_cents": cents // 2,
             "engine": "test"}
        )  # fmt: skip

    def _contact(self, number: int, dice: random.Random, kinds: list[UUID]) -> None:
        amended = dice.choice(self.tables["contacts"]) if number > 9 and dice.random() < 0.2 else {}
        if any(one["amends_id"] == amended.get("id") for one in self.tables["contacts"]):
            amended = {}
        key = new_id()
        # Whole minutes, so that many stand at the same instant.
        at = NOW - timedelta(minutes=1 + dice.randrange(1, 60 * 24 * 5) // 90 * 90)
        note = " ".join(dice.choices(_WORDS, k=dice.randrange(6)))
        self.tables["contacts"].append(
            {"id": key,
             "customer_id": amended.get("customer_id")
             or dice.choice(self.tables["customers"])["id"],
             "user_id": dice.choice(self.people()), "channel": Channel.PHONE,
             "occurred_at": amended.get("occurred_at", at),
             "outcome_id": dice.choice(self.outcomes), "note": note or None,
             "status_at_contact": dice.choice(_STATUSES), "amends_id": amended.get("id"),
             "device_id": self.own, "device_seq": number + 1, "recorded_at": NOW}
        )  # fmt: skip
        if dice.random() < 0.3:
            self.tables["objections"].append(
                {"id": new_id(), "customer_id": self.tables["contacts"][-1]["customer_id"],
                 "kind_id": dice.choice(kinds), "contact_id": key, "state": ObjectionState.OPEN,
                 "opened_at": at}
            )  # fmt: skip
        for _ in range(dice.choice((0, 0, 1, 2, 3))):
            self._review(key, dice)

    def _review(self, contact: UUID, dice: random.Random) -> None:
        self.tables["contact_reviews"].append(
            {"id": new_id(), "contact_id": contact, "reviewer_id": self.own,
             "mark": dice.choice(list(Mark)).value, "comment": dice.choice((None, "Muito bem")),
             "reviewed_at": MIDNIGHT + timedelta(hours=dice.randrange(-3, 4)),
             "device_id": self.own, "device_seq": 10_000 + len(self.tables["contact_reviews"]),
             "recorded_at": NOW}
        )  # fmt: skip
