"""Cadence policies: how often, after which pauses, by which channels and with which goal.

A policy is stored as versions that are never changed; of a name the latest holds. For one customer
the most specific policy decides: one for their campaign before one for their segment, before one
for their status, before the one for all (product rules 6 to 10).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.contact_caps import Cap
from cockpit.domain.vocabulary import Channel, ContactGoal, LifecycleStatus

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class CadenceScope:
    """Whom a policy is for; an empty part leaves it open, all parts must hold."""

    statuses: frozenset[LifecycleStatus] = frozenset()
    segment_ids: frozenset[UUID] = frozenset()
    campaign_ids: frozenset[UUID] = frozenset()

    def covers(self, subject: "CadenceSubject") -> bool:
        """Return whether it is for this customer."""
        return (
            (not self.statuses or subject.status in self.statuses)
            and (not self.segment_ids or subject.segment_id in self.segment_ids)
            and (not self.campaign_ids or not self.campaign_ids.isdisjoint(subject.campaign_ids))
        )

    @property
    def weight(self) -> tuple[bool, bool, bool]:
        """Return how specific it is; the larger goes first."""
        return bool(self.campaign_ids), bool(self.segment_ids), bool(self.statuses)


@dataclass(frozen=True, slots=True)
class CadenceSubject:
    """What decides which policy is for a customer."""

    status: LifecycleStatus
    segment_id: UUID | None = None
    campaign_ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class CadenceStep:
    """One planned contact.

    Attributes:
        wait_minutes: After the contact before it; a day or more means working days of the
            customer's place, less means minutes.
        goal: What the contact is for.
        channel: How, where the policy prefers one; None takes the channels' order.
    """

    wait_minutes: int
    goal: ContactGoal = ContactGoal.RESUME
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class OrderFollowUps:
    """When orders are followed up, in days; None leaves that kind out.

    Attributes:
        confirm_days: Before the promised day.
        late_days: After the promised day, while nothing has arrived.
        thank_days: After a first sale, or one that recovered the customer.
    """

    confirm_days: int | None = 1
    late_days: int | None = 1
    thank_days: int | None = 3


@dataclass(frozen=True, slots=True)
class CadenceRules:
    """What a policy says.

    Attributes:
        retries: After the first, second … unanswered attempt in a row; after one more than there
            are of them the customer rests.
        follow_ups: After the first, second … talk without a decision since the last sale; after
            one more than there are of them the customer rests.
        rest_days: How long.
        caps: How often at all.
        request_hours: What the customer asked for is answered within so many hours.
        channels: In the order in which they are tried.
        discount_bp: What an operator may offer by themself, in basis points; None leaves it to
            their role.
        orders: Follow-up of orders.
    """

    retries: tuple[CadenceStep, ...] = (
        CadenceStep(4 * 60, ContactGoal.REACH),
        CadenceStep(DAY_MINUTES, ContactGoal.REACH),
        CadenceStep(2 * DAY_MINUTES, ContactGoal.REACH),
    )
    follow_ups: tuple[CadenceStep, ...] = (
        CadenceStep(2 * DAY_MINUTES),
        CadenceStep(3 * DAY_MINUTES),
        CadenceStep(5 * DAY_MINUTES),
        CadenceStep(7 * DAY_MINUTES, ContactGoal.DECIDE),
    )
    rest_days: int = 15
    caps: tuple[Cap, ...] = (Cap(3, 1), Cap(5, 7), Cap(12, 30))
    request_hours: int = 24
    channels: tuple[Channel, ...] = (Channel.PHONE, Channel.WHATSAPP, Channel.EMAIL)
    discount_bp: int | None = None
    orders: OrderFollowUps = field(default_factory=OrderFollowUps)


@dataclass(frozen=True, slots=True)
class CadencePolicy:
    """One version of a policy.

    Attributes:
        policy_id: The version's key; None for what holds where nothing is stored.
        name: Its name, which its versions share.
        version: Counts up.
    """

    policy_id: UUID | None = None
    name: str = "default"
    version: int = 0
    scope: CadenceScope = CadenceScope()
    rules: CadenceRules = field(default_factory=CadenceRules)


DEFAULT_POLICY = CadencePolicy()


def policy_for(policies: Iterable[CadencePolicy], subject: CadenceSubject) -> CadencePolicy:
    """Return the policy that decides for a customer: the most specific, then the newest name."""
    covering: Sequence[CadencePolicy] = [one for one in policies if one.scope.covers(subject)]
    if not covering:
        return DEFAULT_POLICY
    return max(covering, key=lambda one: (one.scope.weight, one.version, one.name))
