"""Whether invented customers may be called, without a database."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from cockpit.domain.calling_window import Place, WindowRules, zone_of
from cockpit.domain.clock import Clock
from cockpit.domain.contact_wishes import ClosingDraft, ContactWishes
from cockpit.domain.customer import CustomerPanel
from cockpit.domain.days_off import DayOff, DayOffDraft, read_list
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.reachable import Reachability, Subject, reachable
from cockpit.domain.vocabulary import Channel
from cockpit.services.days_off import ListTaken


@dataclass
class FakeReachService:
    """Judges by a panel's profile and what a test says besides.

    Attributes:
        panel: Returns a customer's panel.
        changes: What is otherwise, by customer: fields of a ``Subject``.
        overridden: Whom somebody contacted all the same, by which channel and why.
    """

    clock: Clock
    panel: Callable[[UUID], CustomerPanel | None]
    changes: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    overridden: list[tuple[UUID, Channel, str]] = field(default_factory=list)

    def look(
        self,
        customer_id: UUID,
        channel: Channel = Channel.PHONE,
        *,
        person_id: UUID | None = None,
        is_on_break: bool = False,
    ) -> Reachability | None:
        panel = self.panel(customer_id)
        if panel is None:
            return None
        profile = panel.profile
        place = Place(profile.state, profile.city, zone_of(profile.state, profile.time_zone))
        subject = Subject(
            place,
            profile.wishes,
            WindowRules(),
            closed=profile.forbidden_channels,
            is_on_break=is_on_break,
        )
        subject = replace(subject, **self.changes.get(customer_id, {}))
        return reachable(subject, channel, self.clock.now())

    def override(self, customer_id: UUID, channel: Channel, reason: str) -> None:
        judged = self.look(customer_id, channel)
        if judged is None or judged.is_forbidden:
            raise ForbiddenError("contact_not_overridable")
        if not judged.is_free:
            self.overridden.append((customer_id, channel, reason))


@dataclass
class FakeWishService:
    """Keeps wishes and closed channels.

    Attributes:
        kept: Wishes by customer.
        closings: What was stated, in order.
    """

    kept: dict[UUID, ContactWishes] = field(default_factory=dict)
    shut: dict[tuple[UUID, UUID | None], frozenset[Channel]] = field(default_factory=dict)
    closings: list[tuple[UUID, ClosingDraft]] = field(default_factory=list)
    trouble: Exception | None = None

    def wishes(self, customer_id: UUID) -> ContactWishes:
        return self.kept.get(customer_id, ContactWishes())

    def closed(self, customer_id: UUID, person_id: UUID | None = None) -> frozenset[Channel]:
        return self.shut.get((customer_id, person_id), frozenset())

    def set_wishes(self, customer_id: UUID, wishes: ContactWishes) -> bool:
        if self.trouble is not None:
            raise self.trouble
        before, self.kept[customer_id] = self.wishes(customer_id), wishes
        return before != wishes

    def close(self, customer_id: UUID, draft: ClosingDraft) -> bool:
        if draft.closed == self.closed(customer_id, draft.person_id):
            return False
        if not draft.reason.strip():
            raise BadInputError("closing_needs_reason")
        self.closings.append((customer_id, draft))
        self.shut[customer_id, draft.person_id] = draft.closed
        return True


@dataclass
class FakeDayOffService:
    """Keeps days in memory."""

    kept: list[DayOff] = field(default_factory=list)

    def days(self) -> tuple[DayOff, ...]:
        return tuple(sorted(self.kept, key=lambda one: one.day))

    def add(self, draft: DayOffDraft) -> bool:
        draft.check()
        if any(one.key == draft.key for one in self.kept):
            return False
        self.kept.append(DayOff(new_id(), draft.day, draft.name, draft.state, draft.city))
        return True

    def take_list(self, text: str) -> ListTaken:
        found = read_list(text)
        if not found.drafts:
            raise BadInputError("days_off_list_empty")
        new = sum(self.add(one) for one in found.drafts)
        return ListTaken(new, len(found.drafts) - new, found.bad_lines)

    def remove(self, day_ids: Collection[UUID]) -> int:
        before = len(self.kept)
        self.kept = [one for one in self.kept if one.day_id not in day_ids]
        return before - len(self.kept)
