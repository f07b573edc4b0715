"""What the indicators need: facts in columns, arrays over them, and who came back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.contact_figures import AttemptLine, ContactLine, HourLine
from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.fact_columns import (
    ContactFacts,
    FactNames,
    Packed,
)
from cockpit.domain.indicators import Cut, CutKey, Narrowing, Opened
from cockpit.domain.objection_figures import ArgumentLine, ObjectionLine, OpenQuote
from cockpit.domain.periods import Period
from cockpit.services.ports.identity import CurrentUser


class FigureRepository(Protocol):
    """Reads facts for figures; large ones as packed rows."""

    def state(self) -> int:
        """Return the number up to which whatever is read now is complete."""
        ...

    def has_changed(self, since: int) -> bool:
        """Return whether anything that figures depend on was committed after a number."""
        ...

    def names(self, *, viewer: CurrentUser) -> FactNames:
        """Return the small tables that facts refer to, and whose figures the viewer may see."""
        ...

    def customers(self) -> Packed:
        """Return everybody: ``customer``, ``seller``, ``region``, ``segment``, ``company`` keys."""
        ...

    def contacts(
        self, since: datetime, until: datetime, *, known_at: datetime | None = None
    ) -> ContactFacts:
        """Return the contacts of a span in their last corrected form, with captured orders.

        Args:
            since: The first instant.
            until: The first one after it.
            known_at: Leaves out what reached the database later; None for nothing.
        """
        ...

    def objections(self, since: datetime, until: datetime) -> Packed:
        """Return the objections that were raised in a span.

        ``customer``, ``kind``, and ``operator`` and ``campaign`` of the contact that raised it are
        keys; ``state`` and that contact's ``channel`` codes; ``at`` is when it was opened.
        """
        ...

    def arguments(self, since: datetime, until: datetime) -> Packed:
        """Return the arguments that were used in contacts of a span.

        ``customer``, ``argument``, ``operator`` and ``campaign`` are keys; ``channel`` is a code;
        ``worked`` 1, 0, or -1 where nobody judged it; ``at`` is when the contact was.
        """
        ...

    def open_quotes(self, day: date, zone: ZoneInfo) -> list[OpenQuote]:
        """Return the quotes that are open and had been made by a day, most money first.

        Args:
            day: They were made by then, and contacts up to then count.
            zone: Whose days are meant.
        """
        ...

    def values(self, customer_ids: Sequence[UUID]) -> dict[UUID, int]:
        """Return what customers bought in 12 months, in cents; perhaps what others did as well."""
        ...


class CustomerBook(Protocol):
    """All customers whom the viewer sees, with what they are cut by."""

    def passes(self, customer_ids: Sequence[UUID], narrowing: Narrowing) -> Sequence[bool]:
        """Return which of these customers a narrowing leaves in, by what customers are cut by."""
        ...

    def keys(self, customer_ids: Sequence[UUID], cut: Cut) -> Sequence[CutKey]:
        """Return what customers belong to by a cut that customers have."""
        ...


class ContactBook(Protocol):
    """The contacts of a period as arrays; each question is a mask over them."""

    def within(self, period: Period) -> "ContactBook":
        """Return the contacts of some of its days."""
        ...

    def line(self, narrowing: Narrowing) -> ContactLine:
        """Return the figures of all that a narrowing leaves."""
        ...

    def lines(self, narrowing: Narrowing, cut: Cut) -> Mapping[CutKey, ContactLine]:
        """Return the figures by a cut."""
        ...

    def months(self, narrowing: Narrowing) -> Sequence[tuple[Period, ContactLine]]:
        """Return the figures of each of the period's months."""
        ...

    def attempts(self, narrowing: Narrowing) -> tuple[AttemptLine, ...]:
        """Return the tries by number, all numbers up to the last class."""
        ...

    def hours(self, narrowing: Narrowing) -> tuple[HourLine, ...]:
        """Return contacts by weekday and hour, without those that have none."""
        ...

    def clients(self, narrowing: Narrowing, opened: Opened) -> dict[UUID, int]:
        """Return who is behind a number of contacts, and their money in it in cents."""
        ...


class ObjectionBook(Protocol):
    """The objections of a period, and the arguments used."""

    def within(self, period: Period) -> "ObjectionBook":
        """Return those of some of its days."""
        ...

    def kinds(self, narrowing: Narrowing, month: Period | None = None) -> list[ObjectionLine]:
        """Return the kinds that were raised, the most frequent first, then by name."""
        ...

    def total(self, narrowing: Narrowing) -> ObjectionLine:
        """Return all kinds together; a customer with two is one client."""
        ...

    def arguments(self, narrowing: Narrowing) -> list[ArgumentLine]:
        """Return the arguments that were used, by kind, the most used first."""
        ...

    def clients(self, narrowing: Narrowing, opened: Opened) -> dict[UUID, int]:
        """Return who is behind a number; no money belongs to it."""
        ...


class IndicatorEngine(Protocol):
    """Makes arrays of facts."""

    def span(self, period: Period) -> Period:
        """Return the days whose contacts the figures of a period depend on."""
        ...

    def customers(self, packed: Packed, names: FactNames, zone: ZoneInfo) -> CustomerBook:
        """Return the customers as arrays.

        Args:
            packed: Everybody whom the viewer sees.
            names: Of the same reading.
            zone: Whose days are meant.
        """
        ...

    def contacts(
        self,
        facts: ContactFacts,
        customers: CustomerBook,
        period: Period,
        credits: CreditedDays,
    ) -> ContactBook:
        """Return a period's contacts as arrays.

        Args:
            facts: Of the days of its span.
            customers: What ``customers`` made in the same reading.
            period: Whose figures they are to give.
            credits: What was credited in it.
        """
        ...

    def objections(
        self,
        objections: Packed,
        arguments: Packed,
        customers: CustomerBook,
        period: Period,
    ) -> ObjectionBook:
        """Return a period's objections as arrays."""
        ...


class CreditSource(Protocol):
    """Knows who came back."""

    def credits(self, period: Period, *, known_on: date | None = None) -> CreditedDays:
        """Return what orders of a period's days count for."""
        ...
