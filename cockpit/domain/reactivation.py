"""Who came back after a contact, and what the calls thereby earned.

Source: "reactivated" in the definitions of the indicators (docs/indicators.md).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from cockpit.domain.fact_columns import NO_ROWS, Packed
from cockpit.domain.indicators import CutKey, CutName, Question
from cockpit.domain.periods import Period
from cockpit.domain.reactivation_rule import WITHIN_DAYS
from cockpit.domain.vocabulary import Channel


@dataclass(frozen=True, slots=True)
class ApproachFacts:
    """Contacts with somebody inactive or lost, as they were logged first.

    A contact that was corrected counts once: by its last form known, but as the contact of who
    logged it first, and with the status that was written down then.

    Attributes:
        rows: ``contact``, ``customer``, ``operator``, ``outcome`` and ``campaign`` keys, ``at``, an
            instant, and ``channel``, a code; in no order.
        forms: What the corrected ones became: ``contact``, the first form's key, ``outcome`` and
            ``campaign`` keys, and ``channel``.
        reaching: Outcomes that reached somebody: contacts with others are no approaches.
    """

    rows: Packed = NO_ROWS
    forms: Packed = NO_ROWS
    reaching: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class PackedEvents:
    """Order events of customers, one customer after the other.

    Attributes:
        keys: 16 bytes for each customer.
        counts: How many events each has, 8 digits each.
        days: Ordinals, 4 bytes each, the first customer's first; as ``StatisticsColumns`` has them.
        cents: Values, 8 bytes each, likewise.
    """

    keys: bytes = b""
    counts: bytes = b""
    days: bytes = b""
    cents: bytes = b""

    @classmethod
    def of(
        cls, customers: Iterable[UUID], days: Sequence[bytes], cents: Sequence[bytes]
    ) -> "PackedEvents":
        """Return columns of byte strings, one for each customer, as one of each."""
        return cls(
            b"".join(key.bytes for key in customers),
            b"".join(b"%08d" % (len(one) // 4) for one in days),
            b"".join(days),
            b"".join(cents),
        )


@dataclass(frozen=True, slots=True)
class CreditedDay:
    """What one day's orders of a customer count for a contact; of a correction the difference.

    Attributes:
        contact_id: The contact as it was logged first, which gets the credit.
        user_id: Who made it.
        contacted_on: Its local day.
        returned_on: The day of the return that these orders belong to.
        ordered_on: Their day.
        returns: 1 where they are the return itself, else 0; -1 where one is taken back.
        orders: Order days: 1, or in a difference -1 or 0.
        cents: Their net value, what came back taken off.
        goods_cents: The same without taxes; the net value where nobody asked for it.
    """

    contact_id: UUID
    customer_id: UUID
    user_id: UUID
    channel: Channel
    campaign_id: UUID | None
    contacted_on: date
    returned_on: date
    ordered_on: date
    returns: int
    orders: int
    cents: int
    goods_cents: int

    @property
    def key(self) -> tuple[UUID, UUID, date]:
        """Return what tells it from the others of one reading."""
        return self.customer_id, self.contact_id, self.ordered_on

    @property
    def is_nothing(self) -> bool:
        """Return whether it changes no figure."""
        return not (self.returns or self.orders or self.cents or self.goods_cents)

    @property
    def taken_back(self) -> "CreditedDay":
        """Return what undoes it."""
        return replace(
            self,
            returns=-self.returns,
            orders=-self.orders,
            cents=-self.cents,
            goods_cents=-self.goods_cents,
        )


@dataclass(frozen=True, slots=True)
class Face:
    """How a customer is named, and by what figures of theirs are cut; as it was when read.

    Attributes:
        code: The ERP's number; empty without one.
        seller_id: Whose portfolio they are in.
        team_id: The seller's.
    """

    customer_id: UUID
    code: str
    name: str
    company_id: UUID | None = None
    seller_id: UUID | None = None
    team_id: UUID | None = None
    region_id: UUID | None = None
    segment_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Faces:
    """Who is meant by keys.

    Attributes:
        customers: By key.
        names: Of companies, people, teams, regions, segments and campaigns, by key.
    """

    customers: Mapping[UUID, Face] = field(default_factory=dict)
    names: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Totals:
    """The total row, and a cut's.

    Attributes:
        clients: How many different customers came back in the period.
        returns: How often; a customer may come back twice in a year.
        orders: Order days that belong to returns.
        cents: Their net value: what was recovered.
        days: From contact to return, per return in the period, ascending.
        goods_cents: What was recovered, without taxes: the sum of the days' rounded values.
    """

    clients: int = 0
    returns: int = 0
    orders: int = 0
    cents: int = 0
    days: tuple[int, ...] = ()
    goods_cents: int = 0

    @property
    def median_days(self) -> float | None:
        """Return the time to reactivation: the median, None without returns."""
        count = len(self.days)
        if not count:
            return None
        return (self.days[(count - 1) // 2] + self.days[count // 2]) / 2

    @property
    def mean_days(self) -> float | None:
        """Return the mean time to reactivation, None without returns."""
        return sum(self.days) / len(self.days) if self.days else None


@dataclass(frozen=True, slots=True)
class ReactivatedClient:
    """One line of the report: a customer who came back, by return.

    Attributes:
        company: Whose customer; empty where nobody's.
        operator: Who got the credit, by name; empty where the viewer may not know.
        returned_on: When they came back.
        is_of_period: Whether that was in the period; of the others orders are, and no return.
        orders: Order days in the period.
        cents: Net value of these.
        goods_cents: Their value without taxes.
        last_order_on: The last of them.
    """

    customer_id: UUID
    company: str
    code: str
    name: str
    seller: str
    contact_id: UUID
    operator_id: UUID
    operator: str
    channel: Channel
    campaign: str
    contacted_on: date
    returned_on: date
    is_of_period: bool
    orders: int
    cents: int
    goods_cents: int
    last_order_on: date

    @property
    def days(self) -> int:
        """Return how many days after the contact they came back."""
        return (self.returned_on - self.contacted_on).days


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What became known of a closed period after it was closed, of one customer.

    Attributes:
        of: The closed period that it corrects.
        known_in: The period that it is told in: in which it became known; None while that one
            is open.
        returns: How many came back more than was known.
        orders: Order days more.
        cents: Net value more.
        goods_cents: Value without taxes more.
    """

    of: Period
    known_in: Period | None
    customer_id: UUID
    company: str
    code: str
    name: str
    operator_id: UUID
    operator: str
    returns: int
    orders: int
    cents: int
    goods_cents: int


@dataclass(frozen=True, slots=True)
class CutTotals:
    """The figures of one value of a cut, whose orders they are, and who of them came back."""

    cut: CutName
    totals: Totals
    before: Totals | None = None
    customer_ids: tuple[UUID, ...] = ()
    returned_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ReactivationReport:
    """Reactivated customers of a period, honestly.

    Attributes:
        question: What was asked.
        closed: Closed periods that its days lie in, whose figures are those of their closing.
        is_whole: Whether all its days lie in closed periods.
        clients: Names, the most money first.
        totals: The total row.
        before: That of the period that it is compared with; None without.
        cuts: By the asked cut, by name; nobody is ranked (NR-17).
        adjustments: Of earlier closed periods, told in this one; not in the total row.
        adjusted: Their total row.
        later: What was told later of the closed periods of this one; frozen and later is what is
            known now.
        within_days: The rule in force for contacts of the period's last day.
        returned_ids: Those whose return is of these days, and not only an order after one.
    """

    question: Question
    closed: tuple[Period, ...] = ()
    is_whole: bool = False
    clients: tuple[ReactivatedClient, ...] = ()
    totals: Totals = field(default_factory=Totals)
    before: Totals | None = None
    cuts: tuple[CutTotals, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    adjusted: Totals = field(default_factory=Totals)
    later: tuple[Adjustment, ...] = ()
    within_days: int = WITHIN_DAYS
    returned_ids: tuple[UUID, ...] = ()

    @property
    def customer_ids(self) -> list[UUID]:
        """Return the customers behind the total row, each once, the most money first."""
        return list(dict.fromkeys(one.customer_id for one in self.clients))


@dataclass(frozen=True, slots=True)
class FrozenPeriod:
    """A closed period: its figures never change.

    Attributes:
        frozen_at: When it was closed, aware, in UTC.
        known_at: Up to when data counted as known: ``frozen_at``, or right before an import began
            that was not yet done.
        author: Who closed it, by name; empty where the program did.
        credits: What counted in it.
        corrections: By earlier closed period, what became known of it since the closing before.
        faces: Names and cuts of that day.
    """

    frozen_id: UUID
    period: Period
    frozen_at: datetime
    known_at: datetime
    author_id: UUID | None
    author: str = ""
    credits: tuple[CreditedDay, ...] = ()
    corrections: Mapping[Period, tuple[CreditedDay, ...]] = field(default_factory=dict)
    faces: Faces = field(default_factory=Faces)


def totals_of(days: Iterable[CreditedDay]) -> Totals:
    """Return the total row."""
    found = list(days)
    returned = [one for one in found if one.returns > 0]
    return Totals(
        clients=len({one.customer_id for one in returned}),
        returns=sum(one.returns for one in found),
        orders=sum(one.orders for one in found),
        cents=sum(one.cents for one in found),
        days=tuple(sorted((one.returned_on - one.contacted_on).days for one in returned)),
        goods_cents=sum(one.goods_cents for one in found),
    )


def difference(
    known: Iterable[CreditedDay], told: Iterable[CreditedDay]
) -> tuple[CreditedDay, ...]:
    """Return what has to be added to what was told, to be what is known; never in total silence.

    Args:
        known: What is known now; each key once.
        told: What was told before, with all its corrections; keys may repeat.

    Returns:
        By day and customer; adding all up gives exactly the difference of the figures.
    """
    open_: dict[tuple[UUID, UUID, date], CreditedDay] = {}
    for one in told:
        earlier = open_.get(one.key)
        open_[one.key] = one if earlier is None else added(earlier, one)
    found = []
    for one in known:
        earlier = open_.pop(one.key, None)
        found.append(one if earlier is None else added(one, earlier.taken_back))
    found += [one.taken_back for one in open_.values()]
    kept = [one for one in found if not one.is_nothing]
    return tuple(sorted(kept, key=lambda one: (one.ordered_on, one.key)))


def added(one: CreditedDay, other: CreditedDay) -> CreditedDay:
    """Return two of the same key as one, with the first one's words."""
    return replace(
        one,
        returns=one.returns + other.returns,
        orders=one.orders + other.orders,
        cents=one.cents + other.cents,
        goods_cents=one.goods_cents + other.goods_cents,
    )


def cut_key(credit: CreditedDay, face: Face, cut: str) -> CutKey:
    """Return what a credit belongs to by a cut; ``cut`` is a value of ``Cut``."""
    keys: dict[str, CutKey] = {
        "operator": credit.user_id,
        "channel": credit.channel,
        "campaign": credit.campaign_id,
        "seller": face.seller_id,
        "team": face.team_id,
        "region": face.region_id,
        "segment": face.segment_id,
        "company": face.company_id,
    }
    return keys[cut]
