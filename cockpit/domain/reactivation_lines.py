"""From credited days to what a report shows: lines with names, cuts, adjustments."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.indicators import Cut, CutKey, CutName, Narrowing
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import (
    Adjustment,
    CreditedDay,
    CutTotals,
    Face,
    Faces,
    ReactivatedClient,
    Totals,
    cut_key,
    totals_of,
)
from cockpit.domain.vocabulary import Channel


@dataclass(frozen=True, slots=True)
class Portion:
    """Credited days that were read together, with the names of that reading."""

    days: tuple[CreditedDay, ...] = ()
    faces: Faces = field(default_factory=Faces)

    def face(self, one: CreditedDay) -> Face:
        """Return how a day's customer is called; without a name where they may not be seen."""
        return self.faces.customers.get(one.customer_id) or Face(one.customer_id, "", "")

    def name(self, key: UUID | None) -> str:
        """Return the name of a company, a person, a campaign; empty where there is none."""
        return "" if key is None else self.faces.names.get(key, "")


@dataclass(frozen=True, slots=True)
class Correction:
    """What became known of a closed period after its closing.

    Attributes:
        of: The closed period.
        known_in: In which period it is told; None while that one is open.
    """

    of: Period
    known_in: Period | None
    portion: Portion


def narrowed(portions: Iterable[Portion], narrowing: Narrowing) -> list[Portion]:
    """Return only what a narrowing is about."""
    if not any(narrowing.only.values()):
        return list(portions)

    def is_wanted(one: CreditedDay, face: Face) -> bool:
        only = narrowing.only.items()
        return all(cut_key(one, face, cut.value) in keys for cut, keys in only if keys)

    return [
        Portion(tuple(one for one in part.days if is_wanted(one, part.face(one))), part.faces)
        for part in portions
    ]


def totals(portions: Iterable[Portion]) -> Totals:
    """Return the total row."""
    return totals_of(one for part in portions for one in part.days)


def returned_ids(portions: Iterable[Portion]) -> tuple[UUID, ...]:
    """Return who came back, the most money first."""
    return _returned(one for part in portions for one in part.days)


def clients(portions: Sequence[Portion], period: Period) -> tuple[ReactivatedClient, ...]:
    """Return a line for each customer and return, the most money first."""
    groups: defaultdict[tuple[object, ...], list[tuple[CreditedDay, Portion]]] = defaultdict(list)
    for part in portions:
        for one in part.days:
            groups[one.customer_id, one.contact_id, one.returned_on].append((one, part))
    lines = [_client(found, period) for found in groups.values()]
    return tuple(sorted(lines, key=lambda one: (-one.cents, one.name, one.customer_id)))


def _client(found: Sequence[tuple[CreditedDay, Portion]], period: Period) -> ReactivatedClient:
    one, part = found[-1]
    face = part.face(one)
    days = [day for day, _ in found]
    return ReactivatedClient(
        customer_id=one.customer_id,
        company=part.name(face.company_id),
        code=face.code,
        name=face.name,
        seller=part.name(face.seller_id),
        contact_id=one.contact_id,
        operator_id=one.user_id,
        operator=part.name(one.user_id),
        channel=one.channel,
        campaign=part.name(one.campaign_id),
        contacted_on=one.contacted_on,
        returned_on=one.returned_on,
        is_of_period=one.returned_on in period,
        orders=sum(day.orders for day in days),
        cents=sum(day.cents for day in days),
        goods_cents=sum(day.goods_cents for day in days),
        last_order_on=max(day.ordered_on for day in days),
    )


def cut_totals(
    portions: Sequence[Portion], before: Sequence[Portion] | None, cut: Cut
) -> tuple[CutTotals, ...]:
    """Return the figures of each value of a cut, by name; what has none comes last."""
    now, names = _by_key(portions, cut)
    then, names_then = ({}, {}) if before is None else _by_key(before, cut)
    names = names_then | names
    found = [
        CutTotals(
            CutName(key, names[key]),
            totals_of(now.get(key, ())),
            None if before is None else totals_of(then.get(key, ())),
            _customers(now.get(key, ())),
            _returned(now.get(key, ())),
        )
        for key in names
    ]
    return tuple(
        sorted(found, key=lambda one: (one.cut.key is None, one.cut.name, str(one.cut.key)))
    )


def _by_key(
    portions: Sequence[Portion], cut: Cut
) -> tuple[dict[CutKey, list[CreditedDay]], dict[CutKey, str]]:
    """Return days and names by the cut's key; channels have no name but their own."""
    days: defaultdict[CutKey, list[CreditedDay]] = defaultdict(list)
    names: dict[CutKey, str] = {}
    for part in portions:
        for one in part.days:
            key = cut_key(one, part.face(one), cut.value)
            days[key].append(one)
            names[key] = "" if key is None or isinstance(key, Channel) else part.name(key)
    return dict(days), names


def _customers(days: Iterable[CreditedDay]) -> tuple[UUID, ...]:
    """Return the customers of days, the most money first."""
    cents: defaultdict[UUID, int] = defaultdict(int)
    for one in days:
        cents[one.customer_id] += one.cents
    return tuple(sorted(cents, key=lambda key: (-cents[key], key)))


def _returned(days: Iterable[CreditedDay]) -> tuple[UUID, ...]:
    return _customers(one for one in days if one.returns > 0)


def adjustments(corrections: Iterable[Correction]) -> tuple[Adjustment, ...]:
    """Return corrections by customer and by who has the credit, oldest period first."""
    lines = []
    for correction in corrections:
        part = correction.portion
        groups: defaultdict[tuple[UUID, UUID], list[CreditedDay]] = defaultdict(list)
        for one in part.days:
            groups[one.customer_id, one.user_id].append(one)
        lines += [_adjustment(correction, found) for found in groups.values()]
    kept = (one for one in lines if one.returns or one.orders or one.cents or one.goods_cents)
    return tuple(sorted(kept, key=lambda one: (one.of, one.name, one.customer_id, one.operator)))


def _adjustment(correction: Correction, days: Sequence[CreditedDay]) -> Adjustment:
    one, part = days[0], correction.portion
    face = part.face(one)
    return Adjustment(
        of=correction.of,
        known_in=correction.known_in,
        customer_id=one.customer_id,
        company=part.name(face.company_id),
        code=face.code,
        name=face.name,
        operator_id=one.user_id,
        operator=part.name(one.user_id),
        returns=sum(day.returns for day in days),
        orders=sum(day.orders for day in days),
        cents=sum(day.cents for day in days),
        goods_cents=sum(day.goods_cents for day in days),
    )
