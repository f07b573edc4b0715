"""Past days: everybody's state on any of them, the portfolio's figures, and the monthly bridge.

States are worked out from order events when they are asked for and kept while the database stays
as it is; nothing is stored. A filter, a cut or a click is then a mask over arrays.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

from cockpit.domain.bridge import Bridge, BridgeClient, BridgeQuestion, BridgeState, MonthBridge
from cockpit.domain.cycle_reports import GapHistogram, GapSpan
from cockpit.domain.errors import BadInputError
from cockpit.domain.indicators import OF_CUSTOMERS, Cut, CutKey, CutName
from cockpit.domain.past_columns import CutColumns, FoundClient
from cockpit.domain.periods import Period
from cockpit.domain.portfolio_figures import (
    DayStates,
    Knowledge,
    PortfolioClient,
    PortfolioFigure,
    PortfolioFigures,
    PortfolioQuestion,
    PortfolioReport,
    PortfolioRow,
)
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.cycle_state import CycleStates
from cockpit.services.past_material import Known, RulesOfDays, known_of, returns_of
from cockpit.services.ports import CurrentUser, ReadUnit
from cockpit.services.ports.past_days import IsCancelled
from cockpit.services.ports.past_states import (
    JudgedDay,
    JudgedGaps,
    JudgedMonths,
    OnProgress,
    PastDesk,
    PastJudge,
)

_DAYS_KEPT = 8
_BRIDGES_KEPT = 3
_GAPS_KEPT = 1
_WHOLE = CutName(None, "")
Kept = TypeVar("Kept")


def _never() -> bool:
    return False


def _nobody_asks(_done: int, _whole: int) -> None:
    return


class _Shelf(Generic[Kept]):
    """Keeps the newest few."""

    def __init__(self, most: int) -> None:
        self._kept: OrderedDict[object, Kept] = OrderedDict()
        self._most = most

    def get(self, key: object, make: Callable[[], Kept]) -> Kept:
        """Return what is kept under a key, or make it."""
        if key not in self._kept:
            self._kept[key] = make()
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return self._kept[key]


class _State:
    """All that is kept of one state of the database."""

    def __init__(self, mark: str, known: Known, cuts: CutColumns, desk: PastDesk) -> None:
        self.mark = mark
        self.known = known
        self.cuts = cuts
        self.desk = desk
        self.days: _Shelf[JudgedDay] = _Shelf(_DAYS_KEPT)
        self.months: _Shelf[JudgedMonths] = _Shelf(_BRIDGES_KEPT)
        self.gaps: _Shelf[JudgedGaps] = _Shelf(_GAPS_KEPT)


@dataclass(slots=True)
class PastMemory:
    """What a program keeps of past days; one question is worked out at a time."""

    lock: Lock = field(default_factory=Lock)
    state: _State | None = None


@dataclass(frozen=True, slots=True)
class PastStateService:
    """Answers questions about past days; each may take seconds the first time.

    Attributes:
        make_judge: Returns who judges; asked for late, because that code is slow to load.
    """

    states_of_now: CycleStates
    make_judge: Callable[[], PastJudge]
    user: CurrentUser
    memory: PastMemory = field(default_factory=PastMemory)

    def states(self, on: date, knowledge: Knowledge = Knowledge.NOW) -> DayStates:
        """Return everybody on a day.

        Raises:
            BadInputError: The day is still to come.
        """
        with self.memory.lock, self.states_of_now.database.report() as unit:
            state = self._state(unit, _never)
            return self._day(unit, state, on, knowledge, _never).states()

    def portfolio(
        self, question: PortfolioQuestion, is_cancelled: IsCancelled = _never
    ) -> PortfolioReport:
        """Return the figures of the portfolio.

        Raises:
            BadInputError: A day is still to come, or customers are not divided by this.
            CancelledError: ``is_cancelled`` said so.
        """
        _check_cut(question.cut)
        with self.memory.lock, self.states_of_now.database.report() as unit:
            state = self._state(unit, is_cancelled)
            days = [question.on, *filter(None, (question.compared_with,))]
            judged = [self._day(unit, state, day, question.knowledge, is_cancelled) for day in days]
            wholes = [one.figures(question.narrowing, None)[0] for one in judged]
            parts = [
                one.figures(question.narrowing, question.cut) for one in judged if question.cut
            ]
        names = () if question.cut is None else state.cuts.names[question.cut]
        rows = [_row(name, [one[at] for one in parts]) for at, name in enumerate(names)]
        return PortfolioReport(
            question,
            _row(_WHOLE, wholes),
            tuple(row for row in rows if _is_there(row)),
            is_prior_published=judged[0].is_prior_published,
        )

    def portfolio_clients(
        self,
        question: PortfolioQuestion,
        figure: PortfolioFigure,
        *,
        status: LifecycleStatus | None = None,
        key: CutKey | None = None,
        is_part: bool = False,
    ) -> list[PortfolioClient]:
        """Return the customers behind a figure on the question's day, the most money first."""
        cut = question.cut if is_part else None
        with self.memory.lock, self.states_of_now.database.report() as unit:
            state = self._state(unit, _never)
            names = () if cut is None else state.cuts.names[cut]
            place = next((at for at, one in enumerate(names) if one.key == key), 0)
            day = self._day(unit, state, question.on, question.knowledge, _never)
            found = day.clients(question.narrowing, figure, status=status, cut=cut, place=place)
            before: list[LifecycleStatus | None] = [None] * len(found)
            if question.compared_with is not None:
                other = self._day(unit, state, question.compared_with, question.knowledge, _never)
                before = [*other.status_at([one.place for one in found])]
            shown = _names(unit, state, found)
        return [
            PortfolioClient(customer, one.status, one.cents, then, code, name)
            for (customer, code, name), one, then in zip(shown, found, before, strict=True)
        ]

    def bridge(
        self,
        question: BridgeQuestion,
        on_progress: OnProgress = _nobody_asks,
        is_cancelled: IsCancelled = _never,
    ) -> Bridge:
        """Return the months of the bridge.

        Raises:
            BadInputError: The last day is still to come.
            CancelledError: ``is_cancelled`` said so.
        """
        with self.memory.lock, self.states_of_now.database.report() as unit:
            state = self._state(unit, is_cancelled)
            months = self._months(unit, state, question, on_progress, is_cancelled)
            cells = months.cells(question.narrowing)
        return Bridge(
            question,
            tuple(
                MonthBridge(period, moves)
                for period, moves in zip(question.periods(), cells, strict=True)
            ),
            is_prior_published=months.is_prior_published,
        )

    def bridge_clients(
        self, question: BridgeQuestion, period: Period, source: BridgeState, target: BridgeState
    ) -> list[BridgeClient]:
        """Return the customers behind a cell of the bridge, the most money first.

        Raises:
            ValueError: The period is none of the question's.
        """
        month = question.periods().index(period)
        with self.memory.lock, self.states_of_now.database.report() as unit:
            state = self._state(unit, _never)
            months = self._months(unit, state, question, _nobody_asks, _never)
            found = months.moved(question.narrowing, month, source, target)
            shown = _names(unit, state, found)
        return [
            BridgeClient(
                customer,
                one.status,
                one.status_after or one.status,
                one.cents,
                one.cents_after,
                code,
                name,
            )
            for (customer, code, name), one in zip(shown, found, strict=True)
        ]

    def histogram(
        self,
        on: date,
        knowledge: Knowledge = Knowledge.NOW,
        is_cancelled: IsCancelled = _never,
        *,
        is_per_customer: bool = True,
    ) -> GapHistogram:
        """Return where the portfolio's purchases concentrated, as of a day.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        with self.memory.lock, self.states_of_now.database.report() as unit:
            state = self._state(unit, is_cancelled)
            gaps = self._gaps(unit, state, on, knowledge, is_cancelled)
        return gaps.histogram(is_per_customer=is_per_customer)

    def histogram_clients(
        self, on: date, span: GapSpan, knowledge: Knowledge = Knowledge.NOW
    ) -> list[UUID]:
        """Return the customers behind a figure of the histogram, in no order."""
        with self.memory.lock, self.states_of_now.database.report() as unit:
            state = self._state(unit, _never)
            gaps = self._gaps(unit, state, on, knowledge, _never)
        keys = state.known.material.customer_id
        return [keys[place] for place in gaps.places_within(span)]

    def _state(self, unit: ReadUnit, is_cancelled: IsCancelled) -> _State:
        """Return what is kept of the database as it is, read anew where it changed."""
        clock = self.states_of_now.clock
        mark = f"{clock.today()} {clock.known_at} {unit.past_days.mark()}"
        kept = self.memory.state
        if kept is None or kept.mark != mark:
            known = known_of(self.states_of_now, unit, is_cancelled)
            known = known.of(unit.customers.seen_by(self.user))
            cuts = unit.past_days.cuts(known.material, viewer=self.user)
            kept = _State(mark, known, cuts, self.make_judge().desk(known.material, cuts))
            self.memory.state = kept
        return kept

    def _day(
        self,
        unit: ReadUnit,
        state: _State,
        on: date,
        knowledge: Knowledge,
        is_cancelled: IsCancelled,
    ) -> JudgedDay:
        def judged() -> JudgedDay:
            rules = self._rules(unit, state, knowledge).on(self._checked(on))
            if self._is_judged(unit, state, on):
                stored = unit.past_days.judged(state.known.material.customer_id)
                return state.desk.stored_day(stored, rules, is_cancelled)
            returns = returns_of(state.known, unit, [on], is_cancelled)
            return state.desk.day(returns, rules, is_cancelled)

        return state.days.get((on, knowledge), judged)

    def _gaps(
        self,
        unit: ReadUnit,
        state: _State,
        on: date,
        knowledge: Knowledge,
        is_cancelled: IsCancelled,
    ) -> JudgedGaps:
        def judged() -> JudgedGaps:
            rules = self._rules(unit, state, knowledge).on(self._checked(on))
            returns = returns_of(state.known, unit, [on], is_cancelled)
            return state.desk.gaps(returns, rules, is_cancelled)

        return state.gaps.get((on, knowledge), judged)

    def _months(
        self,
        unit: ReadUnit,
        state: _State,
        question: BridgeQuestion,
        on_progress: OnProgress,
        is_cancelled: IsCancelled,
    ) -> JudgedMonths:
        def judged() -> JudgedMonths:
            self._checked(question.until)
            days = question.days()
            of_days = self._rules(unit, state, question.knowledge)
            rules = [of_days.on(day) for day in days]
            returns = returns_of(state.known, unit, days, is_cancelled)
            return state.desk.months(returns, rules, on_progress, is_cancelled)

        key = (question.until, question.months, question.knowledge)
        return state.months.get(key, judged)

    def _is_judged(self, unit: ReadUnit, state: _State, on: date) -> bool:
        """Return whether the work list's judgements are those of a day."""
        states = self.states_of_now
        is_now = on == states.clock.today() and states.clock.known_at is None
        return is_now and state.known.is_stored and states.is_judged(unit)

    def _rules(self, unit: ReadUnit, state: _State, knowledge: Knowledge) -> RulesOfDays:
        return RulesOfDays(self.states_of_now, unit, state.known, knowledge)

    def _checked(self, day: date) -> date:
        today = self.states_of_now.clock.today()
        if day > today:
            raise BadInputError("past_day_is_to_come", day=day, today=today)
        return day


def _check_cut(cut: Cut | None) -> None:
    if cut is not None and cut not in OF_CUSTOMERS:
        raise BadInputError("portfolio_is_not_cut_by", cut=cut.value)


def _row(name: CutName, figures: list[PortfolioFigures]) -> PortfolioRow:
    return PortfolioRow(name, figures[0], figures[1] if len(figures) > 1 else None)


def _is_there(row: PortfolioRow) -> bool:
    """Return whether anybody is in a row on one of its days."""
    days = filter(None, (row.now, row.before))
    return any(one.whole.customers for one in days)


def _names(
    unit: ReadUnit, state: _State, found: Iterable[FoundClient]
) -> list[tuple[UUID, str, str]]:
    """Return key, code and name of customers, in their order."""
    keys = [state.known.material.customer_id[one.place] for one in found]
    names = unit.past_days.names(keys)
    return [(key, *names.get(key, ("", ""))) for key in keys]
