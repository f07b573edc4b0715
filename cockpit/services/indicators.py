"""What screens and reports ask of the figures; ``FigureService`` answers."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from cockpit.domain.contact_figures import AttemptLine, ContactLine, HourLine
from cockpit.domain.indicators import Choices, Compared, Figures, Opened, Question
from cockpit.domain.objection_figures import ObjectionReport, QuoteLine, StoppedQuote


class Indicators(Protocol):
    """Figures of contacts, objections and quotes for any period, cut and narrowing.

    None sorts anybody by their figures. Whoever makes contacts sees figures of their own,
    supervisors those of their people.
    """

    def choices(self) -> Choices:
        """Return what each cut can be narrowed to: only what the viewer may see."""
        ...

    def contacts(self, question: Question, *, with_months: bool = False) -> Figures[ContactLine]:
        """Return contacts, reach, captured orders and returns; by month as well for trends."""
        ...

    def attempts(self, question: Question) -> Compared[tuple[AttemptLine, ...]]:
        """Return conversion by attempt number, first to last; the cut does not count."""
        ...

    def hours(self, question: Question) -> tuple[HourLine, ...]:
        """Return reach by weekday and hour; hours without contacts are left out."""
        ...

    def objections(self, question: Question) -> ObjectionReport:
        """Return objections, their course and what overcame them; the cut does not count."""
        ...

    def quotes(self, question: Question) -> Figures[QuoteLine]:
        """Return quotes that had stopped by the end of the period (today, if that is earlier).

        They are compared with nothing: what became of a quote since is stored, when is not. Quotes
        are no contacts: of cuts and narrowings those of customers count.
        """
        ...

    def stopped_quotes(self, question: Question) -> list[StoppedQuote]:
        """Return these quotes themselves, most money first."""
        ...

    def clients(self, question: Question, opened: Opened) -> Sequence[UUID]:
        """Return the customers behind a number, most money first."""
        ...

    def renew(self) -> None:
        """Look at what was committed meanwhile with the next question."""
        ...
