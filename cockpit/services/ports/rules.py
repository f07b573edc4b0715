"""Where published rules are read and written."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from cockpit.domain.calling_window import Place, Wishes
from cockpit.domain.messages import Message
from cockpit.domain.rule_facts import LastContact, WrittenOffer
from cockpit.domain.rules import RuleDraft, RuleKind, RuleSubject, RuleVersion
from cockpit.services.ports.identity import CurrentUser


class RuleRepository(Protocol):
    """Versions of all kinds but the purchase cycle, and what a change of them would meet."""

    def history(self, kind: RuleKind) -> list[RuleVersion]:
        """Return every version of a kind, the newest first."""
        ...

    def subjects(self, kind: RuleKind) -> list[RuleSubject]:
        """Return what is in force, the widest subject first."""
        ...

    def names(self, kind: RuleKind) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Return the choices that the database names, by field."""
        ...

    def used(self, kind: RuleKind) -> frozenset[str]:
        """Return the keys of the entries that contacts name."""
        ...

    def measured(self, kind: RuleKind) -> Mapping[str, Message]:
        """Return what is known of single entries, by key."""
        ...

    def lock(self, kind: RuleKind) -> None:
        """Let nobody else publish this kind until the transaction ends; only in a writing unit."""
        ...

    def publish(self, draft: RuleDraft, *, user: CurrentUser, at: datetime) -> RuleVersion:
        """Store a draft as the version that follows its own, and put it in force.

        What was in force before the first version is stored as that first version. Entries of a
        catalogue that the draft does not name stay as they are.

        Raises:
            ConflictError: Somebody published another version meanwhile.
        """
        ...

    def keep_first(self, kind: RuleKind, *, at: datetime) -> None:
        """Store a catalogue as it is now as its first version, where it has none."""
        ...

    def keep(self, kind: RuleKind, *, user: CurrentUser, at: datetime, note: str) -> None:
        """Store a catalogue as it is now as its next version."""
        ...

    def places(self) -> Sequence[tuple[UUID, Place, Wishes]]:
        """Return where customers are and when they like to be called."""
        ...

    def last_contacts(self, *, since: datetime, today: date, limit: int) -> Sequence[LastContact]:
        """Return the latest contact of each customer, the newest first, corrections applied."""
        ...

    def written_offers(self, *, since: datetime) -> Sequence[WrittenOffer]:
        """Return the latest pitch note of each customer that says what to offer."""
        ...

    def resting_by(
        self, outcome_ids: Collection[UUID], *, now: datetime
    ) -> Mapping[str, list[UUID]]:
        """Return who rests now after such an outcome, by the outcome's key as text."""
        ...

    def with_open_objection(self, kind_ids: Collection[UUID]) -> list[UUID]:
        """Return who has an open or waiting objection of these kinds."""
        ...
