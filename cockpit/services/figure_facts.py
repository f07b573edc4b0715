"""Columns that figures are made of, read once per period and state of the database."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from cockpit.domain.clock import Clock, last_instant
from cockpit.domain.fact_columns import FactNames
from cockpit.domain.indicators import Question
from cockpit.domain.periods import Period
from cockpit.services.figure_memory import FigureMemory
from cockpit.services.ports import CurrentUser, Database, ReadUnit
from cockpit.services.ports.indicators import (
    ContactBook,
    CreditSource,
    CustomerBook,
    IndicatorEngine,
    ObjectionBook,
)
from cockpit.services.wide_period import wide_period

_DAY = timedelta(days=1)
_WIDE, _SAID = "contacts around", "objections around"


@dataclass(frozen=True, slots=True)
class Reading:
    """The columns of one state of the database, while somebody asks.

    Attributes:
        facts: Who reads what is not there yet.
        names: The small tables.
        customers: Everybody whom the viewer sees.
    """

    facts: "FigureFacts"
    names: FactNames
    customers: CustomerBook

    def contacts(self, period: Period, question: Question) -> ContactBook:
        """Return the contacts of a period."""
        return self.facts.contacts(self, period, question)

    def objections(self, period: Period, question: Question) -> ObjectionBook:
        """Return the objections of a period."""
        return self.facts.objections(self, period, question)


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """Reads columns, and keeps them.

    Attributes:
        database: Where facts are.
        clock: Tells the day, and up to when facts count as known.
        user: Whose right it is to see what.
        engine: Makes who works on columns; loads the arrays, which no start waits for.
        credits: Knows who came back.
        memory: Kept columns; may be shared by services of one user.
        patience_seconds: For so long nobody asks again whether something was committed.
    """

    database: Database
    clock: Clock
    user: CurrentUser
    engine: Callable[[], IndicatorEngine]
    credits: CreditSource
    memory: FigureMemory
    patience_seconds: float = 0

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Keep others from the columns meanwhile, and look what was committed."""
        with self.memory.lock:
            if self.memory.looks_again(self.patience_seconds):
                self._look()
            names, customers = self.memory.names, self.memory.customers
            if names is None or customers is None:
                with self.database.report() as unit:
                    names, customers = self._read(unit)
            yield Reading(self, names, customers)

    def contacts(self, reading: Reading, period: Period, question: Question) -> ContactBook:
        """Return the contacts of a period, read where they are not kept.

        What is read are the days of everything that a screen shows beside them, which takes little
        longer than the period alone.
        """
        known_at = self.known_at(question)
        days = self.memory.covering(_WIDE, period, known_at)
        if days is None:
            days = wide_period(question, period, self.clock.today())

        def read() -> ContactBook:
            engine = self.engine()
            first, until = self.instants(engine.span(days))
            # Two connections: most of either reading is the database's own work.
            with ThreadPoolExecutor(1, thread_name_prefix="giro-credits") as aside:
                credited = aside.submit(self.credits.credits, days, known_on=question.known_on)
                with self.database.report() as unit:
                    facts = unit.figures.contacts(first, until, known_at=known_at)
            return engine.contacts(facts, reading.customers, days, credited.result())

        def cut() -> ContactBook:
            return self.memory.book((_WIDE, days, known_at), read).within(period)

        return self.memory.book(("contacts", period, known_at), cut)

    def objections(self, reading: Reading, period: Period, question: Question) -> ObjectionBook:
        """Return the objections of a period, read with those around where they are not kept."""
        days = self.memory.covering(_SAID, period, None)
        if days is None:
            days = wide_period(question, period, self.clock.today())
        around = days

        def read() -> ObjectionBook:
            first, until = self.instants(around)
            with self.database.report() as unit:
                raised = unit.figures.objections(first, until)
                used = unit.figures.arguments(first, until)
            return self.engine().objections(raised, used, reading.customers, around)

        return self.memory.book((_SAID, around, None), read).within(period)

    def known_at(self, question: Question) -> datetime | None:
        """Return up to when facts count as known; None where all of them do."""
        if question.known_on is None:
            return self.clock.known_at
        asked, own = last_instant(question.known_on, self.clock.zone), self.clock.known_at
        return asked if own is None else min(asked, own)

    def instants(self, period: Period) -> tuple[datetime, datetime]:
        """Return when a period begins, and when what follows it does; aware, in UTC."""
        first, following = (
            datetime.combine(day, time(), tzinfo=self.clock.zone).astimezone(UTC)
            for day in (period.first, period.last + _DAY)
        )
        return first, following

    def _look(self) -> None:
        """Forget everything where something was committed that figures depend on."""
        if self.memory.state is not None:
            with self.database.read() as unit:
                if unit.figures.has_changed(self.memory.state):
                    self.memory.forget()
        self.memory.note_look()

    def _read(self, unit: ReadUnit) -> tuple[FactNames, CustomerBook]:
        """Read what every question needs."""
        self.memory.forget()
        state = unit.figures.state()
        names = unit.figures.names(viewer=self.user)
        customers = self.engine().customers(unit.figures.customers(), names, self.clock.zone)
        self.memory.state, self.memory.names = state, names
        self.memory.customers = customers
        return names, customers
