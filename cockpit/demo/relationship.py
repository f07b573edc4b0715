"""What was said, owed, quoted and complained of over two years."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from uuid import UUID

from cockpit.demo.customers import Client
from cockpit.demo.purchases import Purchase
from cockpit.demo.staff import Person, Staff
from cockpit.demo.tables import Tables
from cockpit.demo.words import Words
from cockpit.domain.contact import Outcome, Reason
from cockpit.domain.vocabulary import (
    Channel,
    ObjectionState,
    QueueEffect,
    QuoteState,
    ServiceCaseKind,
    ServiceCaseState,
    WaitCondition,
)

CONTACT_DAYS = 730
SHARE_BY_COLLEAGUE = 0.12
SHARE_NOT_REACHED = 0.35
SHARE_UNPAID = 0.06


class Relationship:
    """Tells the customers' stories apart from their purchases.

    Attributes:
        talks: The outcomes of a talk after which nothing is sold yet.
    """

    def __init__(
        self,
        tables: Tables,
        words: Words,
        staff: Staff,
        outcomes: Sequence[Outcome],
        reasons: Sequence[Reason],
    ) -> None:
        self._tables = tables
        self._words = words
        self._staff = staff
        self._random = tables.random
        self._reasons = reasons
        self._not_reached = [one for one in outcomes if not one.is_reached]
        self._sales = [one for one in outcomes if one.effect is QueueEffect.SALE]
        self._refusals = [one for one in outcomes if one.effect is QueueEffect.CLOSE_UNTIL]
        self.talks = [
            one
            for one in outcomes
            if one.is_reached
            and one.effect in (QueueEffect.NONE, QueueEffect.CALL_AGAIN, QueueEffect.COOL_DOWN)
        ]

    def tell(self, client: Client, purchases: list[Purchase]) -> None:
        """Add everything about one customer but the orders."""
        self._add_contacts(client, purchases)
        self._add_receivables(client, purchases)
        if self._random.random() < 0.14:
            self._add_quote(client)
        if purchases and self._random.random() < 0.07:
            self._add_case(client, purchases[-1])
        if self._random.random() < 0.02:
            self._forbid_contact(client)

    def _add_contacts(self, client: Client, purchases: list[Purchase]) -> None:
        """Add calls around the purchases and in the silences between them."""
        random, as_of = self._random, self._tables.as_of
        start = as_of - timedelta(days=CONTACT_DAYS)
        for purchase in purchases:
            if purchase.day >= start and random.random() < 0.45:
                self._add_contact(client, purchase.day, self._sales, "sale", purchase)
        day = start + timedelta(days=random.randrange(0, 90))
        pace = random.choice((35, 60, 60, 110))
        while day < as_of:
            day = self._tables.working_day(day)
            if random.random() < SHARE_NOT_REACHED:
                self._add_contact(client, day, self._not_reached, "not_reached")
                day += timedelta(days=random.randrange(1, 4))
                continue
            is_refusal = random.random() < 0.12
            outcomes = self._refusals if is_refusal else self.talks
            contact_id = self._add_contact(
                client, day, outcomes, "refusal" if is_refusal else "reached"
            )
            if contact_id is not None and random.random() < 0.1:
                self._add_objection(client, day, contact_id)
            day += timedelta(days=max(3, int(random.expovariate(1 / pace))))

    def _add_contact(
        self,
        client: Client,
        day: date,
        outcomes: Sequence[Outcome],
        kind: str,
        purchase: Purchase | None = None,
    ) -> UUID | None:
        if day >= self._tables.as_of:
            return None
        random = self._random
        outcome = random.choice(outcomes)
        caller = self._caller(client)
        reason = self._reason(outcome)
        product = random.choice(self._staff.products)
        return self._tables.add(
            "contacts",
            customer_id=client.key,
            person_id=client.buyer_id if outcome.is_reached else None,
            person_name=client.buyer if outcome.is_reached else None,
            user_id=caller.user_id,
            device_id=caller.device_id,
            occurred_at=self._tables.at(day, self._tables.office_time()),
            duration_seconds=random.randrange(60, 540) if outcome.is_reached else 25,
            channel=random.choices(
                (Channel.PHONE, Channel.WHATSAPP, Channel.EMAIL), weights=(80, 16, 4)
            )[0],
            direction="outbound" if random.random() < 0.93 else "inbound",
            outcome_id=outcome.outcome_id,
            reason_id=reason.reason_id if reason else None,
            note=self._words.note(
                random,
                kind,
                city=client.city.name,
                person=self._words.person(random).split()[0],
                family=(purchase.family if purchase else product.family).lower(),
            )
            or None,
            order_id=purchase.order_id if purchase else None,
        )

    def _caller(self, client: Client) -> Person:
        if self._random.random() < SHARE_BY_COLLEAGUE:
            return self._random.choice(self._staff.operators)
        return client.owner

    def _reason(self, outcome: Outcome) -> Reason | None:
        fitting = [one for one in self._reasons if one.outcome_code in (None, outcome.code)]
        return self._random.choice(fitting) if fitting and outcome.needs_reason else None

    def _add_objection(self, client: Client, day: date, contact_id: UUID) -> None:
        random = self._random
        state = random.choices(list(ObjectionState), weights=(35, 50, 15))[0]
        is_waiting = state is ObjectionState.WAITING
        self._tables.add(
            "objections",
            customer_id=client.key,
            kind_id=random.choice(list(self._staff.objection_kinds.values())),
            contact_id=contact_id,
            state=state,
            opened_at=self._tables.at(day, time(11)),
            closed_at=self._tables.at(day, time(17)) if state is ObjectionState.OVERCOME else None,
            wait_condition=WaitCondition.DATE if is_waiting else None,
            wait_until_on=day + timedelta(days=random.randrange(15, 90)) if is_waiting else None,
        )

    def _add_receivables(self, client: Client, purchases: list[Purchase]) -> None:
        """Add two instalments per sale; of the old ones a few stay unpaid."""
        as_of = self._tables.as_of
        owes = self._random.random() < SHARE_UNPAID
        for purchase in purchases:
            if not purchase.net_cents or (as_of - purchase.day).days > 400:
                continue
            half = purchase.net_cents // 2
            amounts = (half, purchase.net_cents - half)
            for position, (days, amount) in enumerate(zip((28, 56), amounts, strict=True), start=1):
                due = purchase.day + timedelta(days=days)
                paid = due + timedelta(days=self._random.choice((-2, 0, 0, 1, 5)))
                is_paid = paid < as_of and not (owes and (as_of - due).days < 75)
                self._tables.add(
                    "receivables",
                    customer_id=client.key,
                    order_id=purchase.order_id,
                    number=f"{purchase.number}/{position}",
                    issued_on=purchase.day,
                    due_on=due,
                    amount_cents=amount,
                    paid_cents=amount if is_paid else 0,
                    paid_on=paid if is_paid else None,
                )

    def _add_quote(self, client: Client) -> None:
        random, as_of = self._random, self._tables.as_of
        opened = as_of - timedelta(days=random.randrange(1, 120))
        state = random.choice((QuoteState.OPEN, QuoteState.OPEN, QuoteState.LOST, QuoteState.WON))
        products = random.sample(self._staff.products, random.randrange(1, 4))
        counts = [random.randrange(2, 30) for _ in products]
        quote_id = self._tables.add(
            "quotes",
            customer_id=client.key,
            number=f"ORC-{random.randrange(10**5):05d}",
            opened_on=opened,
            expires_on=opened + timedelta(days=30),
            state=state,
            total_cents=sum(
                one.price_cents * count for one, count in zip(products, counts, strict=True)
            ),
            seller_id=client.owner.user_id,
            stopped_reason=None
            if state is QuoteState.WON
            else random.choice(self._words.sections["notes"]["quote_stops"]),
        )
        for position, (product, count) in enumerate(zip(products, counts, strict=True), start=1):
            self._tables.add(
                "quote_items", quote_id=quote_id, line=position, product_id=product.key,
                description=product.name, quantity_milli=count * 1000,
                unit_cents=product.price_cents,
            )  # fmt: skip

    def _add_case(self, client: Client, purchase: Purchase) -> None:
        random = self._random
        opened = min(
            purchase.day + timedelta(days=random.randrange(2, 25)),
            self._tables.as_of - timedelta(days=1),
        )
        is_open = (self._tables.as_of - opened).days < 60 or random.random() < 0.3
        self._tables.add(
            "service_cases",
            customer_id=client.key,
            order_id=purchase.order_id,
            number=f"AT-{random.randrange(10**4):04d}",
            kind=random.choice(list(ServiceCaseKind)[:4]),
            state=ServiceCaseState.OPEN if is_open else ServiceCaseState.RESOLVED,
            opened_at=self._tables.at(opened, self._tables.office_time()),
            closed_at=None if is_open else self._tables.at(opened, time(17, 55)),
            title=random.choice(self._words.sections["notes"]["cases"]),
        )

    def _forbid_contact(self, client: Client) -> None:
        day = self._tables.as_of - timedelta(days=self._random.randrange(10, 300))
        self._tables.add(
            "contact_permissions",
            customer_id=client.key,
            channel=self._random.choice((None, Channel.WHATSAPP)),
            is_forbidden=True,
            reason="Pediu para não receber contatos",
            author_id=client.owner.user_id,
            device_id=client.owner.device_id,
            stated_at=self._tables.at(day, self._tables.office_time()),
        )
