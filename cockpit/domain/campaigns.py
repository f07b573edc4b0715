"""Campaigns: what is planned, whom it is for, and who of them is drawn to be left alone.

The draw happens once, when a campaign is published. It follows from the campaign's key and the
customers' keys alone, so that anybody can draw again and find the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from itertools import accumulate, pairwise
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus

#: A share in basis points.
ALL_BP = 10_000
#: Nobody keeps more than half aside: the campaign would be the smaller part.
MOST_HELD_OUT_BP = 5_000
#: Ten thousand million in cents: nobody's goal, and every database holds it.
HIGHEST_TARGET = 10**12
#: What a list and a head have room for.
LONGEST_NAME = 120
_BANDS = 3


class GoalKind(StrEnum):
    """What a campaign wants to reach so many of; the codes stored."""

    CONTACTS = "contacts"
    ORDERS = "orders"
    REACTIVATIONS = "reactivations"
    #: In cents.
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Goal:
    """How many of what.

    Attributes:
        kind: Of what.
        target: How many, or how many cents; above 0.
    """

    kind: GoalKind
    target: int


class CampaignState(StrEnum):
    """Where a campaign stands on a day."""

    DRAFT = "draft"
    #: Published, and its first day is to come.
    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"
    #: Ended by somebody before its last day.
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class CampaignPlan(StorableTexts):
    """What somebody plans.

    Attributes:
        campaign_id: Its key, which the draw follows from.
        name: What it is called.
        starts_on: Its first day.
        ends_on: Its last day, which belongs to it.
        goal: What it wants to reach; None without.
        purpose: The same in words, and whatever else callers should know.
        script_id: The message template that is shown in the call; None without.
        hold_out_bp: The share that is left alone to compare with, in basis points.
        allows_overlap: Whether its customers may be in another campaign at the same time.
        operator_ids: Who calls for it; with nobody named, everybody does.
        source: Where its customers came from, as codes: no customer's data.
        version: Of the stored draft that this was made from; 0 where none was stored.
    """

    campaign_id: UUID
    name: str
    starts_on: date
    ends_on: date
    goal: Goal | None = None
    purpose: str = ""
    script_id: UUID | None = None
    hold_out_bp: int = 0
    allows_overlap: bool = False
    operator_ids: frozenset[UUID] = frozenset()
    source: Mapping[str, str] = field(default_factory=dict)
    version: int = 0

    def check(self) -> None:
        """Refuse what makes no sense.

        Raises:
            BadInputError: There is no name, it ends before it begins, or a number is out of range.
        """
        if not self.name.strip():
            raise BadInputError("campaign_needs_name")
        if self.ends_on < self.starts_on:
            raise BadInputError(
                "period_ends_before_it_begins", first=self.starts_on, last=self.ends_on
            )
        if not 0 <= self.hold_out_bp <= MOST_HELD_OUT_BP:
            raise BadInputError("campaign_hold_out_out_of_range")
        if self.goal is not None and self.goal.target <= 0:
            raise BadInputError("campaign_goal_not_positive")
        if self.goal is not None and self.goal.target > HIGHEST_TARGET:
            raise BadInputError("campaign_goal_too_high")
        if len(self.name) > LONGEST_NAME:
            raise BadInputError("campaign_name_too_long", most=LONGEST_NAME)


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign as the list of campaigns shows it.

    Attributes:
        plan: What was planned.
        state: Where it stands today.
        treated: Members who are called, late ones among them.
        held_out: Members who are left alone.
        late: Members who were added after the draw.
        published_at: When it was drawn; None of a draft.
        ended_at: When somebody ended it.
        owner: Who made it, by name.
        script: The name of its script.
        is_archived: Whether it is put away.
    """

    plan: CampaignPlan
    state: CampaignState
    treated: int = 0
    held_out: int = 0
    late: int = 0
    published_at: datetime | None = None
    ended_at: datetime | None = None
    owner: str = ""
    script: str = ""
    is_archived: bool = False

    @property
    def campaign_id(self) -> UUID:
        """Return its key."""
        return self.plan.campaign_id


def state_of(
    plan: CampaignPlan, *, published_at: datetime | None, ended_at: datetime | None, today: date
) -> CampaignState:
    """Return where a campaign stands on a day."""
    if published_at is None:
        return CampaignState.DRAFT
    if ended_at is not None:
        return CampaignState.ENDED
    if today < plan.starts_on:
        return CampaignState.PLANNED
    return CampaignState.OVER if today > plan.ends_on else CampaignState.RUNNING


class Exclusion(StrEnum):
    """Why somebody who was chosen does not become a member; the first that applies counts."""

    DO_NOT_CONTACT = "do_not_contact"
    BLOCKED = "blocked"
    IN_ANOTHER = "in_another"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may call for a campaign.

    Attributes:
        team: The name of their team; empty without.
    """

    user_id: UUID
    name: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class CampaignChoices:
    """What a plan is made of.

    Attributes:
        people: Who may call, by name.
        scripts: Active message templates by key and name, by name.
    """

    people: tuple[Person, ...] = ()
    scripts: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer who may become a member.

    Attributes:
        customer_id: Who.
        name: Their name, for the preview.
        code: Their code.
        status: Where they stand today.
        yearly_cents: What they bought in the last twelve months.
        exclusion: Why they do not become a member; None where they do.
        other: The campaign that they are in already; else empty.
    """

    customer_id: UUID
    name: str
    code: str
    status: LifecycleStatus
    yearly_cents: int
    exclusion: Exclusion | None = None
    other: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A drawn customer.

    Attributes:
        customer_id: Who.
        arm: Whether they are called.
        status: Where they stood at the draw.
        yearly_cents: What they had bought in the year before.
    """

    customer_id: UUID
    arm: CampaignArm
    status: LifecycleStatus
    yearly_cents: int


@dataclass(frozen=True, slots=True)
class StoredMember:
    """A member as stored; without a status where they were added after the draw."""

    customer_id: UUID
    arm: CampaignArm
    status: LifecycleStatus | None
    yearly_cents: int


@dataclass(frozen=True, slots=True)
class Stratum:
    """Candidates who are drawn among each other.

    Attributes:
        status: Where they stand.
        band: 0 bought nothing in a year; 1 to 3 are the thirds of those who did, by what they
            bought, the least first.
        customer_ids: Who, in the order of the draw.
        held_out: How many of them, the first ones, are left alone.
    """

    status: LifecycleStatus
    band: int
    customer_ids: tuple[UUID, ...]
    held_out: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing a plan would do now.

    Attributes:
        candidates: Everybody who was chosen, by name.
        members: Who would be drawn, in the same order.
    """

    candidates: tuple[Candidate, ...]
    members: tuple[Member, ...]

    @property
    def yearly_cents(self) -> int:
        """Return what the members bought in the last twelve months."""
        return sum(one.yearly_cents for one in self.members)

    @property
    def held_out(self) -> tuple[Member, ...]:
        """Return who would be left alone."""
        return tuple(one for one in self.members if one.arm is CampaignArm.HOLD_OUT)

    def excluded(self) -> dict[Exclusion, tuple[Candidate, ...]]:
        """Return who would not become a member, by why."""
        found: defaultdict[Exclusion, list[Candidate]] = defaultdict(list)
        for one in self.candidates:
            if one.exclusion is not None:
                found[one.exclusion].append(one)
        return {why: tuple(found[why]) for why in Exclusion if why in found}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a pasted list of codes and documents names.

    Attributes:
        customer_ids: Whom.
        unknown: Words that name nobody whom the user sees.
        ambiguous: Words that name several customers; all of them are among ``customer_ids``.
    """

    customer_ids: tuple[UUID, ...]
    unknown: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


def preview_of(plan: CampaignPlan, candidates: Iterable[Candidate]) -> Preview:
    """Return what publishing a plan for these candidates does."""
    all_of_them = tuple(candidates)
    wanted = [one for one in all_of_them if one.exclusion is None]
    aside = held_out(plan.campaign_id, wanted, plan.hold_out_bp)
    members = tuple(
        Member(
            one.customer_id,
            CampaignArm.HOLD_OUT if one.customer_id in aside else CampaignArm.TREATED,
            one.status,
            one.yearly_cents,
        )
        for one in wanted
    )
    return Preview(all_of_them, members)


def held_out(
    campaign_id: UUID, candidates: Collection[Candidate], hold_out_bp: int
) -> frozenset[UUID]:
    """Return who is drawn to be left alone."""
    drawn = strata(campaign_id, candidates, hold_out_bp)
    return frozenset(key for one in drawn for key in one.customer_ids[: one.held_out])


def strata(
    campaign_id: UUID, candidates: Collection[Candidate], hold_out_bp: int
) -> tuple[Stratum, ...]:
    """Divide candidates by status and value, and draw within each part.

    Each part's share differs from the campaign's by less than one customer, and so does the
    whole's: what is rounded off in one part is carried to the next.

    Args:
        campaign_id: What the order of the draw follows from.
        candidates: Who may be drawn; in any order.
        hold_out_bp: The share to leave alone, in basis points.
    """
    parts = _parts(candidates)
    sizes = [len(members) for _, members in parts]
    ends = [total * hold_out_bp // ALL_BP for total in accumulate(sizes, initial=0)]
    return tuple(
        Stratum(status, band, tuple(_in_drawn_order(campaign_id, members)), end - begin)
        for ((status, band), members), (begin, end) in zip(parts, pairwise(ends), strict=True)
    )


def _parts(
    candidates: Collection[Candidate],
) -> list[tuple[tuple[LifecycleStatus, int], list[UUID]]]:
    """Return the parts that are not empty, by the vocabulary's order of statuses and by value."""
    by_status: defaultdict[LifecycleStatus, list[Candidate]] = defaultdict(list)
    for one in candidates:
        by_status[one.status].append(one)
    found: list[tuple[tuple[LifecycleStatus, int], list[UUID]]] = []
    for status in LifecycleStatus:
        bands: defaultdict[int, list[UUID]] = defaultdict(list)
        ranked = sorted(by_status[status], key=lambda one: (one.yearly_cents, one.customer_id))
        buying = [one.customer_id for one in ranked if one.yearly_cents > 0]
        bands[0] = [one.customer_id for one in ranked if one.yearly_cents <= 0]
        for place, key in enumerate(buying):
            bands[1 + place * _BANDS // len(buying)].append(key)
        found += [((status, band), bands[band]) for band in range(_BANDS + 1) if bands[band]]
    return found


def _in_drawn_order(campaign_id: UUID, customer_ids: Sequence[UUID]) -> list[UUID]:
    """Return customers in an order that nobody can choose, the same each time."""
    return sorted(customer_ids, key=lambda key: sha256(campaign_id.bytes + key.bytes).digest())
