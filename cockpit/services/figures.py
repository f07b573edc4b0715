"""The figures of contacts, objections and quotes for any period, cut and narrowing.

Columns are read once per period and state of the database; every further cut and filter is a mask
over them. Whoever makes contacts sees figures of their own, supervisors those of their people.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from cockpit.domain.contact_figures import AttemptLine, ContactLine, HourLine
from cockpit.domain.fact_columns import FactNames
from cockpit.domain.indicators import (
    OF_CUSTOMERS,
    Choices,
    Compared,
    Cut,
    CutKey,
    CutName,
    CutRow,
    Figure,
    Figures,
    Narrowing,
    Opened,
    Question,
)
from cockpit.domain.objection_figures import (
    SILENT_DAYS,
    ObjectionLine,
    ObjectionReport,
    QuoteLine,
    StoppedQuote,
    stopped_quote,
)
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import Role
from cockpit.services.figure_facts import FigureFacts, Reading
from cockpit.services.ports.indicators import ContactBook

#: The company's setting: so many days without a contact stop a quote.
SILENT_DAYS_KEY = "quotes.silent_after_days"
_OF_OBJECTIONS = frozenset(
    {
        Figure.OBJECTIONS,
        Figure.OBJECTIONS_OPEN,
        Figure.OBJECTIONS_OVERCOME,
        Figure.OBJECTIONS_WAITING,
        Figure.ARGUMENT_USED,
        Figure.ARGUMENT_WORKED,
    }
)
_OF_QUOTES = frozenset({Figure.QUOTES, Figure.QUOTES_EXPIRED, Figure.QUOTES_SILENT})
_A = TypeVar("_A")


@dataclass(frozen=True, slots=True)
class FigureService:
    """Implements ``Indicators``.

    Attributes:
        facts: The columns.
    """

    facts: FigureFacts

    def choices(self) -> Choices:
        """Return what each cut can be narrowed to: only what the viewer may see."""
        with self.facts.reading() as reading:
            names = reading.names
        people = [CutName(key, one.name) for key, one in names.people.items()]
        people.sort(key=_by_name)
        own = names.viewers_people
        seen = tuple(one for one in people if own is None or one.key in own)
        return Choices({Cut.OPERATOR: seen, Cut.SELLER: tuple(people), **names.others})

    def contacts(self, question: Question, *, with_months: bool = False) -> Figures[ContactLine]:
        """Return contacts, reach, captured orders and returns; by month as well for trends."""
        with self.facts.reading() as reading:
            narrowing = allowed(question.narrowing, reading.names)
            books = _books(reading, question)
            total = _each(books, lambda book: book.line(narrowing))
            rows: tuple[CutRow[ContactLine], ...] = ()
            cut = question.cut
            if cut is not None:
                lines = _each(books, lambda book: book.lines(narrowing, cut))
                rows = _rows(reading.names, cut, lines, ContactLine())
            months = tuple(books.now.months(narrowing)) if with_months else ()
            return Figures(question, total, rows, months)

    def attempts(self, question: Question) -> Compared[tuple[AttemptLine, ...]]:
        """Return conversion by attempt number, first to last; the cut does not count."""
        with self.facts.reading() as reading:
            narrowing = allowed(question.narrowing, reading.names)
            return _each(_books(reading, question), lambda book: book.attempts(narrowing))

    def hours(self, question: Question) -> tuple[HourLine, ...]:
        """Return reach by weekday and hour; hours without contacts are left out."""
        with self.facts.reading() as reading:
            narrowing = allowed(question.narrowing, reading.names)
            return reading.contacts(question.period, question).hours(narrowing)

    def objections(self, question: Question) -> ObjectionReport:
        """Return objections, their course and what overcame them; the cut does not count."""
        with self.facts.reading() as reading:
            narrowing = allowed(question.narrowing, reading.names)
            book = reading.objections(question.period, question)
            kinds = tuple(book.kinds(narrowing))
            other, before = question.comparison.of(question.period), None
            if other is not None:
                then = reading.objections(other, question).kinds(narrowing)
                found = {line.kind_id: line for line in then}
                none = [ObjectionLine(line.kind_id, line.name) for line in kinds]
                before = tuple(found.get(line.kind_id, line) for line in none)
            trend = []
            for month in question.period.months():
                raised = {one.kind_id: one.raised for one in book.kinds(narrowing, month)}
                trend.append((month, tuple(raised.get(one.kind_id, 0) for one in kinds)))
            arguments = tuple(book.arguments(narrowing))
            return ObjectionReport(book.total(narrowing), kinds, before, tuple(trend), arguments)

    def quotes(self, question: Question) -> Figures[QuoteLine]:
        """Return quotes that had stopped by the end of the period (today, if that is earlier)."""
        with self.facts.reading() as reading:
            found = self._stopped(reading, question)
            rows: tuple[CutRow[QuoteLine], ...] = ()
            cut = question.cut
            if cut is not None and cut in OF_CUSTOMERS:
                groups: dict[CutKey, list[StoppedQuote]] = {}
                keys = reading.customers.keys([one.customer_id for one in found], cut)
                for key, one in zip(keys, found, strict=True):
                    groups.setdefault(key, []).append(one)
                lines = {key: QuoteLine.of(some) for key, some in groups.items()}
                rows = _rows(reading.names, cut, Compared(lines), QuoteLine())
            return Figures(question, Compared(QuoteLine.of(found)), rows)

    def stopped_quotes(self, question: Question) -> list[StoppedQuote]:
        """Return these quotes themselves, most money first."""
        with self.facts.reading() as reading:
            return self._stopped(reading, question)

    def clients(self, question: Question, opened: Opened) -> list[UUID]:
        """Return the customers behind a number, most money first."""
        if opened.row is not None and question.cut is not None:
            only = {question.cut: frozenset({opened.row.key})}
            question = replace(question, narrowing=question.narrowing.further(only))
        with self.facts.reading() as reading:
            money = self._money(reading, question, opened)
        with self.facts.database.report() as unit:
            yearly = unit.figures.values(list(money))
        return sorted(money, key=lambda key: (-money[key], -yearly.get(key, 0), key.int))

    def renew(self) -> None:
        """Look at what was committed meanwhile with the next question."""
        self.facts.memory.renew()

    def _money(self, reading: Reading, question: Question, opened: Opened) -> dict[UUID, int]:
        """Return who is behind a number, and their money in it."""
        period = question.period
        if opened.is_before:
            period = question.comparison.of(period) or period
        narrowing = allowed(question.narrowing, reading.names)
        if opened.figure in _OF_QUOTES:
            money: dict[UUID, int] = {}
            for one in self._stopped(reading, question):
                if _is_of(one, opened.figure):
                    money[one.customer_id] = money.get(one.customer_id, 0) + one.cents
            return money
        if opened.figure in _OF_OBJECTIONS:
            return reading.objections(period, question).clients(narrowing, opened)
        return reading.contacts(period, question).clients(narrowing, opened)

    def _stopped(self, reading: Reading, question: Question) -> list[StoppedQuote]:
        clock, user = self.facts.clock, self.facts.user
        day = min(question.period.last, clock.today())
        with self.facts.database.report() as unit:
            quotes = unit.figures.open_quotes(day, clock.zone)
            stored = unit.settings.get("company", None, SILENT_DAYS_KEY)
        silent_days = stored if isinstance(stored, int) and stored > 0 else SILENT_DAYS
        narrowing = question.narrowing
        own = reading.names.viewers_people
        if own is not None:
            answers = user.role is Role.SUPERVISOR
            sellers: frozenset[CutKey] = frozenset(own) | ({None} if answers else set())
            narrowing = narrowing.further({Cut.SELLER: sellers})
        passes = reading.customers.passes([one.customer_id for one in quotes], narrowing)
        found = (
            stopped_quote(one, day, silent_days)
            for one, passed in zip(quotes, passes, strict=True)
            if passed
        )
        return [one for one in found if one is not None]


def allowed(narrowing: Narrowing, names: FactNames) -> Narrowing:
    """Return a narrowing that leaves the contacts of those alone whom the viewer answers for."""
    own = names.viewers_people
    return narrowing if own is None else narrowing.further({Cut.OPERATOR: frozenset(own)})


def _books(reading: Reading, question: Question) -> Compared[ContactBook]:
    """Return the contacts of the period, and of what it is compared with."""
    other = question.comparison.of(question.period)
    return Compared(
        reading.contacts(question.period, question),
        None if other is None else reading.contacts(other, question),
    )


def _each(books: Compared[ContactBook], ask: Callable[[ContactBook], _A]) -> Compared[_A]:
    return Compared(ask(books.now), None if books.before is None else ask(books.before))


def _rows(
    names: FactNames, cut: Cut, lines: Compared[Mapping[CutKey, _A]], none: _A
) -> tuple[CutRow[_A], ...]:
    """Return the rows of a cut by name, nothing after everything else."""
    now, before = lines.now, lines.before
    keys = [*now, *(key for key in before or {} if key not in now)]
    found = [
        CutRow(
            CutName(key, _name(names, cut, key)),
            Compared(now.get(key, none), None if before is None else before.get(key, none)),
        )
        for key in keys
    ]
    return tuple(sorted(found, key=lambda row: (row.name.key is None, *_by_name(row.name))))


def _name(names: FactNames, cut: Cut, key: CutKey) -> str:
    """Return what a value of a cut is called; a channel's word is the reader's."""
    if not isinstance(key, UUID):
        return key or ""
    if cut in {Cut.OPERATOR, Cut.SELLER}:
        return names.people[key].name
    return next((one.name for one in names.others[cut] if one.key == key), "")


def _by_name(name: CutName) -> tuple[str, str]:
    return plain(name.name), str(name.key)


def _is_of(quote: StoppedQuote, figure: Figure) -> bool:
    if figure is Figure.QUOTES_EXPIRED:
        return quote.is_expired
    return figure is Figure.QUOTES or quote.is_silent
