"""Figures of contacts, objections and quotes without a database; each figure has its customers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from cockpit.domain.contact_figures import AttemptLine, ContactLine, HourLine
from cockpit.domain.indicators import (
    Choices,
    Compared,
    Cut,
    CutName,
    CutRow,
    Figures,
    Opened,
    Question,
)
from cockpit.domain.objection_figures import (
    ArgumentLine,
    ObjectionLine,
    ObjectionReport,
    QuoteLine,
    StoppedQuote,
)
from cockpit.domain.vocabulary import Channel

NORTH, SOUTH = UUID(int=0xE1), UUID(int=0xE2)
PRICE, STOCK = UUID(int=0xF1), UUID(int=0xF2)
ARGUMENT = UUID(int=0xA1)
NAMES = {
    Cut.TEAM: (CutName(NORTH, "Norte"), CutName(SOUTH, "Sul"), CutName(None, "")),
    Cut.REGION: (CutName(UUID(int=0xC1), "Interior"),),
    Cut.CHANNEL: tuple(CutName(one, "") for one in Channel),
}


def make_line(scale: int) -> ContactLine:
    """Return a line whose every figure follows from one number."""
    return ContactLine(
        contacts=10 * scale,
        clients=6 * scale,
        reached=5 * scale,
        clients_reached=4 * scale,
        orders=2 * scale,
        order_cents=123_456 * scale,
        orders_found=2 * scale,
        reactivated=scale,
        recovered_cents=65_432 * scale,
        mean_days=4.5,
        median_days=4.0,
    )


def _nobody(question: Question, opened: Opened) -> Sequence[UUID]:
    return [UUID(int=7)]


@dataclass
class FakeIndicators:
    """Answers from invented lines, and keeps what it was asked.

    Attributes:
        trouble: What the next question fails with.
        found: Returns the customers behind a figure.
        is_empty: Whether nobody ever made a contact.
    """

    asked: list[Question] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    trouble: Exception | None = None
    found: Callable[[Question, Opened], Sequence[UUID]] = _nobody
    is_empty: bool = False
    renewals: int = 0

    def choices(self) -> Choices:
        return Choices(NAMES)

    def contacts(self, question: Question, *, with_months: bool = False) -> Figures[ContactLine]:
        self._take(question)
        if self.is_empty:
            return Figures(question, Compared(ContactLine()))
        is_compared = question.comparison.of(question.period) is not None
        rows = () if question.cut is None else NAMES.get(question.cut, ())
        months = list(question.period.months()) if with_months else []
        return Figures(
            question,
            Compared(make_line(12), make_line(10) if is_compared else None),
            tuple(
                CutRow(name, Compared(make_line(n + 2), make_line(n + 3) if is_compared else None))
                for n, name in enumerate(rows)
            ),
            tuple((month, make_line(n + 1)) for n, month in enumerate(months)),
        )

    def attempts(self, question: Question) -> Compared[tuple[AttemptLine, ...]]:
        self._take(question)
        if self.is_empty:
            return Compared(())
        now = tuple(AttemptLine(n, 60 // n, 30 // n, 10 // n) for n in range(1, 6))
        return Compared(now, tuple(AttemptLine(n, 50, 20, 5) for n in range(1, 6)))

    def hours(self, question: Question) -> tuple[HourLine, ...]:
        self._take(question)
        if self.is_empty:
            return ()
        return tuple(HourLine(day, hour, 8, day) for day in range(5) for hour in (8, 9, 14))

    def objections(self, question: Question) -> ObjectionReport:
        self._take(question)
        if self.is_empty:
            return ObjectionReport(ObjectionLine(None, ""))
        kinds = (
            ObjectionLine(PRICE, "Preço acima do concorrente", 6, 5, 2, 3, 1),
            ObjectionLine(STOCK, "Estoque ainda cheio", 2, 2, 1, 1, 0),
        )
        return ObjectionReport(
            ObjectionLine(None, "", 8, 6, 3, 4, 1),
            kinds,
            None if question.comparison.of(question.period) is None else kinds[:1],
            tuple((month, (n, 1)) for n, month in enumerate(question.period.months())),
            (ArgumentLine(ARGUMENT, "Entrega mais rápida", PRICE, 6, 4, 3),),
        )

    def quotes(self, question: Question) -> Figures[QuoteLine]:
        self._take(question)
        return Figures(question, Compared(QuoteLine(3, 98_765, 2, 1, 3)))

    def stopped_quotes(self, question: Question) -> list[StoppedQuote]:
        return []

    def clients(self, question: Question, opened: Opened) -> Sequence[UUID]:
        self.opened.append(opened)
        return self.found(question, opened)

    def renew(self) -> None:
        self.renewals += 1

    def _take(self, question: Question) -> None:
        self.asked.append(question)
        if self.trouble is not None:
            raise self.trouble
