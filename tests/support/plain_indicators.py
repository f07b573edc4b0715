"""The indicators once more, by loops over plain rows: shares no code with the program's own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from statistics import mean, median
from typing import Any
from uuid import UUID

from cockpit.data.engine import Engines
from tests.support.plain_reactivation import ZONE, rows

#: Customer, operator, campaign, channel, day of orders, cents, whether it is the return, days.
Credited = tuple[UUID, UUID, UUID | None, str, date, int, bool, int]


@dataclass(frozen=True)
class Talk:
    """A contact as it was corrected last."""

    key: UUID
    customer: UUID
    operator: UUID
    campaign: UUID | None
    channel: str
    at: datetime
    reached: bool
    sale: bool
    inbound: bool
    order: UUID | None

    @cached_property
    def day(self) -> date:
        return self.at.astimezone(ZONE).date()

    @property
    def hour(self) -> int:
        return self.at.astimezone(ZONE).hour


def text(value: Any) -> str:
    """Return a code, whether the driver made an enumeration of it or not."""
    return str(getattr(value, "value", value))


def aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


class Plain:
    """Everything that is stored, and the figures of it."""

    def __init__(self, engines: Engines, credited: Iterable[Credited] = ()) -> None:
        self.customers = {one.id: one for one in rows(engines, "customers")}
        self.people = {one.id: one for one in rows(engines, "users")}
        self.orders = {one.id: one for one in rows(engines, "orders")}
        self.contacts = {one.id: one for one in rows(engines, "contacts")}
        self.outcomes = {one.id: one for one in rows(engines, "outcomes")}
        self.objections = rows(engines, "objections")
        self.uses = rows(engines, "argument_uses")
        self.quotes = rows(engines, "quotes")
        self.credited = list(credited)
        self.talks = list(self._talks())
        self._of_days: dict[tuple[date, date], list[Talk]] = {}
        self.cents = self._cents()
        self.numbers = self._numbers()

    def _talks(self) -> Iterable[Talk]:
        forms = defaultdict(list)
        amended = {one.amends_id for one in self.contacts.values()}
        for one in self.contacts.values():
            if one.id not in amended:
                first = one
                while first.amends_id is not None:
                    first = self.contacts[first.amends_id]
                forms[first.id].append(one)
        for first, last in forms.items():
            one = max(last, key=lambda form: (aware(form.recorded_at), form.id))
            outcome = self.outcomes[one.outcome_id]
            yield Talk(
                one.id, one.customer_id, self.contacts[first].user_id, one.campaign_id,
                text(one.channel), aware(one.occurred_at), bool(outcome.is_reached),
                text(outcome.queue_effect) == "sale", text(one.direction) == "inbound",
                one.order_id,
            )  # fmt: skip

    def _cents(self) -> dict[UUID, int]:
        """Return the money of each contact whose order is in the book."""
        found: dict[UUID, int] = {}
        naming: dict[UUID, Talk] = {}
        for talk in sorted(self.talks, key=lambda one: (one.at, one.key)):
            if talk.order is not None:
                naming[talk.order] = talk
        for key, talk in naming.items():
            if talk.sale and text(self.orders[key].kind) == "sale":
                found[talk.key] = self.orders[key].net_cents
        return found | self._cents_without_document(set(naming))

    def _cents_without_document(self, named: set[UUID]) -> dict[UUID, int]:
        """Return the money of sales that name no order: of the first day with orders after them."""
        found: dict[UUID, int] = {}
        days: dict[UUID, Counter[date]] = defaultdict(Counter)
        for order in self.orders.values():
            if text(order.kind) == "sale" and order.id not in named:
                days[order.customer_id][order.ordered_on] += order.net_cents
        without = defaultdict(list)
        for talk in self.talks:
            if talk.sale and talk.order is None:
                without[talk.customer].append(talk)
        for customer, sales in without.items():
            sales.sort(key=lambda one: (one.at, one.key))
            for place, talk in enumerate(sales):
                end = talk.day + timedelta(days=7)
                if place + 1 < len(sales):
                    end = min(end, sales[place + 1].day - timedelta(days=1))
                fitting = sorted(day for day in days[customer] if talk.day <= day <= end)
                if fitting:
                    found[talk.key] = days[customer][fitting[0]]
        return found

    def _numbers(self) -> dict[UUID, int]:
        """Return which try in vain each contact follows, plus one."""
        found: dict[UUID, int] = {}
        by_customer = defaultdict(list)
        for talk in sorted(self.talks, key=lambda one: (one.at, one.key)):
            by_customer[talk.customer].append(talk)
        for talks in by_customer.values():
            vain, last = 0, None
            for talk in talks:
                if talk.inbound and not talk.reached:
                    continue
                if last is not None and (talk.day - last).days > 30:
                    vain = 0
                found[talk.key] = min(vain + 1, 5)
                vain = 0 if talk.reached else vain + 1
                last = talk.day
        return found

    def cut(self, name: str, customer: UUID, own: Mapping[str, object]) -> object:
        """Return what something belongs to by a cut."""
        row = self.customers[customer]
        seller = None if row.owner_id is None else self.people[row.owner_id]
        return {
            **own,
            "seller": row.owner_id,
            "team": None if seller is None else seller.team_id,
            "region": row.region_id,
            "segment": row.segment_id,
            "company": row.company_id,
        }[name]

    def passes(self, only: Mapping[str, Iterable[object]], customer: UUID, own: Any) -> bool:
        return all(self.cut(name, customer, own) in keys for name, keys in only.items())

    def chosen(
        self, first: date, last: date, only: Mapping[str, Iterable[object]]
    ) -> list[tuple[Talk, dict[str, object]]]:
        if (first, last) not in self._of_days:
            theirs = [talk for talk in self.talks if first <= talk.day <= last]
            self._of_days[first, last] = theirs
        found = []
        for talk in self._of_days[first, last]:
            own = {"operator": talk.operator, "campaign": talk.campaign, "channel": talk.channel}
            if self.passes(only, talk.customer, own):
                found.append((talk, own))
        return found

    def line(
        self,
        first: date,
        last: date,
        only: Mapping[str, Iterable[object]],
    ) -> tuple[Any, ...]:
        """Return the figures of a ``ContactLine``, in its order."""
        talks = [talk for talk, _ in self.chosen(first, last, only)]
        reached = [one for one in talks if one.reached]
        sales = [one for one in talks if one.sale]
        waited, cents = [], 0
        came_back = set()
        for customer, operator, campaign, channel, day, money, is_return, days in self.credited:
            own = {"operator": operator, "campaign": campaign, "channel": channel}
            if first <= day <= last and self.passes(only, customer, own):
                cents += money
                if is_return:
                    waited.append(days)
                    came_back.add(customer)
        return (
            len(talks),
            len({one.customer for one in talks}),
            len(reached),
            len({one.customer for one in reached}),
            len(sales),
            sum(self.cents.get(one.key, 0) for one in sales),
            sum(one.key in self.cents for one in sales),
            len(came_back),
            cents,
            float(mean(waited)) if waited else None,
            float(median(waited)) if waited else None,
        )

    def rows(
        self, name: str, first: date, last: date, only: Mapping[str, Iterable[object]]
    ) -> dict[object, tuple[Any, ...]]:
        """Return the figures by a cut."""
        keys = {self.cut(name, talk.customer, own) for talk, own in self.chosen(first, last, only)}
        for customer, operator, campaign, channel, day, *_ in self.credited:
            own = {"operator": operator, "campaign": campaign, "channel": channel}
            if first <= day <= last and self.passes(only, customer, own):
                keys.add(self.cut(name, customer, own))
        return {
            key: self.line(first, last, {**only, name: {key} & set(only.get(name, {key}))})
            for key in keys
        }

    def attempts(
        self, first: date, last: date, only: Mapping[str, Iterable[object]]
    ) -> list[tuple[int, int, int, int]]:
        """Return number, tries, reached and sold."""
        tries = [talk for talk, _ in self.chosen(first, last, only) if not talk.inbound]
        return [
            (
                number,
                sum(self.numbers[one.key] == number for one in tries),
                sum(self.numbers[one.key] == number and one.reached for one in tries),
                sum(self.numbers[one.key] == number and one.sale for one in tries),
            )
            for number in range(1, 6)
        ]

    def hours(
        self, first: date, last: date, only: Mapping[str, Iterable[object]]
    ) -> dict[tuple[int, int], tuple[int, int]]:
        """Return contacts and reached by weekday and hour."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for talk, _ in self.chosen(first, last, only):
            key = (talk.day.weekday(), talk.hour)
            contacts, reached = found.get(key, (0, 0))
            found[key] = (contacts + 1, reached + talk.reached)
        return found

    def raised(
        self, first: date, last: date, only: Mapping[str, Iterable[object]]
    ) -> list[tuple[UUID, UUID, str, date]]:
        """Return customer, kind, state and day of the objections raised."""
        found = []
        for one in self.objections:
            contact = self.contacts.get(one.contact_id)
            own = {
                "operator": contact and contact.user_id,
                "campaign": contact and contact.campaign_id,
                "channel": contact and text(contact.channel),
            }
            day = aware(one.opened_at).astimezone(ZONE).date()
            if first <= day <= last and self.passes(only, one.customer_id, own):
                found.append((one.customer_id, one.kind_id, text(one.state), day))
        return found

    def used(
        self, first: date, last: date, only: Mapping[str, Iterable[object]]
    ) -> list[tuple[UUID, UUID, bool | None]]:
        """Return customer, argument and whether it worked, of contacts that stand."""
        amended = {one.amends_id for one in self.contacts.values()}
        found = []
        for one in self.uses:
            contact = self.contacts[one.contact_id]
            own = {
                "operator": contact.user_id,
                "campaign": contact.campaign_id,
                "channel": text(contact.channel),
            }
            day = aware(contact.occurred_at).astimezone(ZONE).date()
            if (
                contact.id not in amended
                and first <= day <= last
                and self.passes(only, contact.customer_id, own)
            ):
                worked = None if one.worked is None else bool(one.worked)
                found.append((contact.customer_id, one.argument_id, worked))
        return found

    def stopped(
        self, day: date, only: Mapping[str, Iterable[object]], silent_days: int = 15
    ) -> list[tuple[UUID, str, int, bool, bool]]:
        """Return customer, number, cents, whether expired and whether silent."""
        found = []
        for quote in self.quotes:
            if text(quote.state) != "open" or quote.opened_on > day:
                continue
            touched = quote.opened_on
            for contact in self.contacts.values():
                if contact.customer_id == quote.customer_id:
                    on = aware(contact.occurred_at).astimezone(ZONE).date()
                    if on <= day:
                        touched = max(touched, on)
            expired = quote.expires_on is not None and quote.expires_on < day
            silent = (day - touched).days >= silent_days
            if (expired or silent) and self.passes(only, quote.customer_id, {}):
                found.append((quote.customer_id, quote.number, quote.total_cents, expired, silent))
        return found
