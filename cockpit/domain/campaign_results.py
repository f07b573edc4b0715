"""How a campaign goes on, and what it earned beside those whom it left alone.

Everybody counts in the part that they were drawn into, whether they were reached or not (intention
to treat): who can be reached is not like who cannot, and only the draw makes both parts alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.campaign_progress import Credited, Purchases, purchases_in
from cockpit.domain.campaigns import CampaignRow, StoredMember
from cockpit.domain.periods import Period
from cockpit.domain.uplift import Uplift, Verdict, newcombe, verdict_of, welch
from cockpit.domain.vocabulary import CampaignArm

#: With fewer in either part nothing is said of a difference.
FEWEST_MEMBERS = 30
#: With fewer who bought in both parts together nothing is said of a difference.
FEWEST_BUYERS = 10
#: A member, their order events, and those events' cents.
_Bought = tuple[UUID, int, int]


@dataclass(frozen=True, slots=True)
class ArmResult:
    """What one part did in the period.

    Attributes:
        customer_ids: Who was drawn into it.
        buyer_ids: Who of them bought.
        orders: Their order events.
        cents: What those are worth.
    """

    customer_ids: tuple[UUID, ...]
    buyer_ids: tuple[UUID, ...]
    orders: int
    cents: int

    @property
    def members(self) -> int:
        """Return how many there are."""
        return len(self.customer_ids)

    @property
    def buyers(self) -> int:
        """Return how many of them bought."""
        return len(self.buyer_ids)

    @property
    def rate(self) -> float | None:
        """Return the share of them who bought; None where there is nobody."""
        return self.buyers / self.members if self.members else None

    @property
    def mean_cents(self) -> float | None:
        """Return what one of them bought on average, who bought nothing included."""
        return self.cents / self.members if self.members else None


@dataclass(frozen=True, slots=True)
class CampaignResult:
    """What a campaign earned.

    Attributes:
        row: Which.
        period: Days whose orders count, from its first one on.
        treated: Everybody who was drawn to be called.
        held_out: Everybody who was left alone.
        rate: Difference of the shares who bought, by Newcombe's interval.
        value: Difference of cents per customer, by Welch's interval.
        credited: What is credited to its contacts by the rule of reactivations: it counts those
            who would have come back by themselves, and leaves out who was not inactive.
        late_ids: Members added after the draw, who are not compared.
        is_over: Whether the period is over; before that the figures are on their way.
    """

    row: CampaignRow
    period: Period
    treated: ArmResult
    held_out: ArmResult
    rate: Uplift
    value: Uplift
    credited: Credited
    late_ids: tuple[UUID, ...] = ()
    is_over: bool = False


def result_of(
    row: CampaignRow,
    period: Period,
    members: Iterable[StoredMember],
    purchases: Mapping[UUID, Purchases],
    credited: Credited,
    *,
    is_over: bool,
) -> CampaignResult:
    """Compare the parts of a campaign.

    Args:
        row: Which.
        period: Whose orders count.
        members: Everybody in it.
        purchases: The order events of those who have any.
        credited: What is credited to its contacts.
        is_over: Whether no order of the period is to come.
    """
    parts: dict[CampaignArm, list[_Bought]] = {arm: [] for arm in CampaignArm}
    late: list[UUID] = []
    for one in members:
        if one.status is None:
            late.append(one.customer_id)
            continue
        bought = [value for _, value in purchases_in(purchases.get(one.customer_id, ()), period)]
        parts[one.arm].append((one.customer_id, len(bought), sum(bought)))
    called, left = parts[CampaignArm.TREATED], parts[CampaignArm.HOLD_OUT]
    treated, held_out = _arm_result(called), _arm_result(left)
    return CampaignResult(
        row=row,
        period=period,
        treated=treated,
        held_out=held_out,
        rate=rate_uplift(treated, held_out),
        value=value_uplift(_cents(called), _cents(left), are_few=are_too_few(treated, held_out)),
        credited=credited,
        late_ids=tuple(late),
        is_over=is_over,
    )


def _cents(members: Sequence[_Bought]) -> list[int]:
    return [cents for _, _, cents in members]


def _arm_result(members: Sequence[_Bought]) -> ArmResult:
    """Return what some members did."""
    return ArmResult(
        tuple(key for key, _, _ in members),
        tuple(key for key, orders, _ in members if orders),
        sum(orders for _, orders, _ in members),
        sum(_cents(members)),
    )


def rate_uplift(treated: ArmResult, held_out: ArmResult) -> Uplift:
    """Return by how much the share of buyers is higher among the treated."""
    if treated.rate is None or held_out.rate is None:
        return Uplift(Verdict.NOT_COMPARED)
    difference = treated.rate - held_out.rate
    if are_too_few(treated, held_out):
        return Uplift(Verdict.TOO_FEW, difference)
    interval = newcombe(treated.buyers, treated.members, held_out.buyers, held_out.members)
    return Uplift(verdict_of(interval), difference, interval)


def value_uplift(treated: Sequence[int], held_out: Sequence[int], *, are_few: bool) -> Uplift:
    """Return by how much more one of the treated bought.

    Args:
        treated: Cents of each, 0 of who bought nothing.
        held_out: The same of those who were left alone.
        are_few: Whether there are too few for an interval.
    """
    if not treated or not held_out:
        return Uplift(Verdict.NOT_COMPARED)
    difference = sum(treated) / len(treated) - sum(held_out) / len(held_out)
    if are_few:
        return Uplift(Verdict.TOO_FEW, difference)
    interval = welch(treated, held_out)
    return Uplift(verdict_of(interval), difference, interval)


def are_too_few(treated: ArmResult, held_out: ArmResult) -> bool:
    """Return whether there are too few to say anything of a difference."""
    return (
        min(treated.members, held_out.members) < FEWEST_MEMBERS
        or treated.buyers + held_out.buyers < FEWEST_BUYERS
    )
