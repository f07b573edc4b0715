"""How a campaign goes on, and what it earned beside those whom it left alone.

Everybody counts in the part that they were drawn into, whether they were reached or not (intention
to treat): who can be reached is not like who cannot, and only the draw makes both parts alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import sqrt
from statistics import NormalDist
from uuid import UUID

from cockpit.domain.campaigns import CampaignRow, Goal
from cockpit.domain.periods import Period
from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus

#: With fewer in either part nothing is said of a difference.
FEWEST_MEMBERS = 30
#: With fewer who bought in both parts together nothing is said of a difference.
FEWEST_BUYERS = 10
#: How sure intervals are.
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What happened with one member from the campaign's first day on.

    Attributes:
        customer_id: Who.
        arm: Which part.
        is_late: Whether they were added after the draw, and are not compared.
        status: Where they stood at the draw; None of one who was added late.
        yearly_cents: What they had bought in the year before the draw.
        orders: Order events in the period that is looked at.
        cents: What they are worth.
    """

    customer_id: UUID
    arm: CampaignArm
    is_late: bool
    status: LifecycleStatus | None
    yearly_cents: int
    orders: int = 0
    cents: int = 0


@dataclass(frozen=True, slots=True)
class CallFacts:
    """One contact that was made for a campaign, in its last corrected form.

    Attributes:
        customer_id: With whom.
        user_id: Who made it.
        day: On which local day.
        is_reached: Whether its outcome reached somebody.
    """

    customer_id: UUID
    user_id: UUID
    day: date
    is_reached: bool


@dataclass(frozen=True, slots=True)
class Credited:
    """What is credited to a campaign's contacts, by the rule of reactivations.

    Attributes:
        customer_ids: Who came back.
        cents: What their returns are worth.
    """

    customer_ids: tuple[UUID, ...] = ()
    cents: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What was done, of a campaign or of one operator in it.

    Attributes:
        contacts: Contacts made for the campaign.
        contacted: Members with any of them.
        reached: Members whom one of them reached.
        orders: Order events of contacted members from their first contact on, to the last day.
        order_cents: What those are worth.
    """

    contacts: int = 0
    contacted: int = 0
    reached: int = 0
    orders: int = 0
    order_cents: int = 0


@dataclass(frozen=True, slots=True)
class OperatorFigures:
    """What one operator did for a campaign; an order is of who called its customer first."""

    user_id: UUID
    name: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Progress:
    """How a campaign goes on.

    Attributes:
        row: Which.
        figures: What was done.
        credited: What is credited to its contacts.
        done: How much of the goal's kind is done; 0 without a goal.
        days: How many days it has.
        days_gone: How many of them are gone, today among them.
        waiting_ids: Members who were not contacted yet.
        contacted_ids: Members who were.
        reached_ids: Members who were reached.
        ordering_ids: Contacted members who ordered since.
        by_operator: For those who may see it, by name; the user's own line alone for others.
    """

    row: CampaignRow
    figures: Figures
    credited: Credited
    done: int
    days: int
    days_gone: int
    waiting_ids: tuple[UUID, ...] = ()
    contacted_ids: tuple[UUID, ...] = ()
    reached_ids: tuple[UUID, ...] = ()
    ordering_ids: tuple[UUID, ...] = ()
    by_operator: tuple[OperatorFigures, ...] = ()

    @property
    def goal(self) -> Goal | None:
        """Return what it wants to reach."""
        return self.row.plan.goal

    @property
    def expected(self) -> int:
        """Return what would be done today at an even pace to the goal; 0 without one."""
        goal = self.row.plan.goal
        return 0 if goal is None else goal.target * self.days_gone // self.days

    @property
    def projected(self) -> int:
        """Return what will be done on the last day if it goes on like this."""
        return self.done * self.days // self.days_gone if self.days_gone else 0


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
class Interval:
    """Where a figure lies, with ``CONFIDENCE``."""

    low: float
    high: float


class Verdict(StrEnum):
    """What may be said of a difference."""

    #: There was no draw, or nobody was left alone.
    NOT_COMPARED = "not_compared"
    TOO_FEW = "too_few"
    #: It may as well be chance.
    UNCLEAR = "unclear"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Uplift:
    """How much more the treated did than those who were left alone.

    Attributes:
        verdict: What may be said.
        difference: Treated less held out; None where one part is empty.
        interval: Where it lies; None where it cannot be told.
    """

    verdict: Verdict
    difference: float | None = None
    interval: Interval | None = None


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


def arm_result(members: Sequence[MemberFacts]) -> ArmResult:
    """Return what some members did."""
    return ArmResult(
        tuple(one.customer_id for one in members),
        tuple(one.customer_id for one in members if one.orders),
        sum(one.orders for one in members),
        sum(one.cents for one in members),
    )


def rate_uplift(treated: ArmResult, held_out: ArmResult) -> Uplift:
    """Return by how much the share of buyers is higher among the treated."""
    if treated.rate is None or held_out.rate is None:
        return Uplift(Verdict.NOT_COMPARED)
    difference = treated.rate - held_out.rate
    if are_too_few(treated, held_out):
        return Uplift(Verdict.TOO_FEW, difference)
    interval = newcombe(treated.buyers, treated.members, held_out.buyers, held_out.members)
    return Uplift(_verdict(interval), difference, interval)


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
    return Uplift(_verdict(interval), difference, interval)


def wilson(hits: int, count: int, confidence: float = CONFIDENCE) -> Interval:
    """Return where a share lies, by Wilson's score interval without correction.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
    JASA 22 (1927) 209-212.
    """
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share, squared = hits / count, z * z
    middle = share + squared / (2 * count)
    spread = z * sqrt(share * (1 - share) / count + squared / (4 * count * count))
    whole = 1 + squared / count
    return Interval(max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole))


def newcombe(
    hits: int, count: int, other_hits: int, other_count: int, confidence: float = CONFIDENCE
) -> Interval:
    """Return where the difference of two independent shares lies, the second taken off.

    Source: R. G. Newcombe, Interval estimation for the difference between independent proportions:
    comparison of eleven methods, Statistics in Medicine 17 (1998) 873-890, method 10 (hybrid
    score, without correction).
    """
    one, other = wilson(hits, count, confidence), wilson(other_hits, other_count, confidence)
    share, other_share = hits / count, other_hits / other_count
    difference = share - other_share
    below = sqrt((share - one.low) ** 2 + (other.high - other_share) ** 2)
    above = sqrt((one.high - share) ** 2 + (other_share - other.low) ** 2)
    return Interval(difference - below, difference + above)


def welch(values: Sequence[int], others: Sequence[int], confidence: float = CONFIDENCE) -> Interval:
    """Return where the difference of two means lies, whose variances need not be alike.

    Source: B. L. Welch, The generalization of "Student's" problem when several different
    population variances are involved, Biometrika 34 (1947) 28-35.

    Args:
        values: One number of each of the first part; ``FEWEST_MEMBERS`` at least.
        others: The same of the second part.
        confidence: How sure.
    """
    mean, share = _mean_and_share(values)
    other_mean, other_share = _mean_and_share(others)
    difference, error = mean - other_mean, share + other_share
    if not error:
        return Interval(difference, difference)
    freedom = error**2 / (share**2 / (len(values) - 1) + other_share**2 / (len(others) - 1))
    spread = student(freedom, 0.5 + confidence / 2) * sqrt(error)
    return Interval(difference - spread, difference + spread)


def student(freedom: float, probability: float) -> float:
    """Return a quantile of Student's t distribution, to five digits from 25 degrees on.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5 (Cornish-Fisher).
    """
    x = NormalDist().inv_cdf(probability)
    terms = (
        x,
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return sum(term / freedom**power for power, term in enumerate(terms))


def _mean_and_share(values: Sequence[int]) -> tuple[float, float]:
    """Return the mean, and the square of its standard error."""
    mean = sum(values) / len(values)
    variance = sum((one - mean) ** 2 for one in values) / (len(values) - 1)
    return mean, variance / len(values)


def are_too_few(treated: ArmResult, held_out: ArmResult) -> bool:
    """Return whether there are too few to say anything of a difference."""
    return (
        min(treated.members, held_out.members) < FEWEST_MEMBERS
        or treated.buyers + held_out.buyers < FEWEST_BUYERS
    )


def _verdict(interval: Interval) -> Verdict:
    if interval.low > 0:
        return Verdict.MORE
    return Verdict.LESS if interval.high < 0 else Verdict.UNCLEAR
