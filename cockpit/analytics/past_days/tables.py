"""Judged days, ready to be narrowed, divided and opened: every filter is a mask over arrays."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TypeVar
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.indicators.bridge import Snapshot, bridge, moved
from cockpit.analytics.past_days.day import States
from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.status import STATUSES, code_of
from cockpit.domain.bridge import BridgeCell, BridgeState, Cells, bridge_state
from cockpit.domain.indicators import OF_CUSTOMERS, Cut, Narrowing
from cockpit.domain.past_columns import CutColumns, FoundClient
from cockpit.domain.portfolio_figures import (
    RECURRING_FROM_ORDERS,
    DayStates,
    PortfolioFigure,
    PortfolioFigures,
    StatusTotal,
)
from cockpit.domain.vocabulary import LifecycleStatus

Number = TypeVar("Number", bound=np.generic)
_BRIDGE_STATES = tuple(BridgeState)
_BRIDGE_OF_STATUS = np.array(
    [_BRIDGE_STATES.index(bridge_state(one)) for one in STATUSES], dtype=np.int8
)
_RECURRING = np.isin(
    np.arange(len(STATUSES)),
    [code_of(one) for one in (LifecycleStatus.ACTIVE, LifecycleStatus.RECOVERED,
                              LifecycleStatus.AT_RISK)],
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """Some of the people.

    Attributes:
        people: All of them.
        rows: Positions of those that are meant; None for everybody.
    """

    people: "PeopleTable"
    rows: Integers | None

    def of(self, values: NDArray[Number]) -> NDArray[Number]:
        """Return the values of those who are meant; shape (customers,) becomes (chosen,)."""
        return values if self.rows is None else values[self.rows]

    def places(self, size: int) -> Integers:
        """Return their positions among so many; shape (chosen,)."""
        return np.arange(size) if self.rows is None else self.rows


class PeopleTable:
    """Everybody with what divides them."""

    def __init__(self, customer_id: Sequence[UUID], cuts: CutColumns) -> None:
        """Take the columns."""
        self.customer_id = customer_id
        self.cuts = cuts
        self._places = {
            cut: np.asarray(column, dtype=np.int32) for cut, column in cuts.places.items()
        }

    def chosen(self, narrowing: Narrowing) -> Chosen:
        """Return whom a narrowing leaves."""
        mask: Flags | None = None
        for cut, keys in narrowing.only.items():
            if cut not in OF_CUSTOMERS:
                continue
            names = self.cuts.names[cut]
            wanted = np.array([one.key in keys for one in names], dtype=np.bool_)
            part: Flags = wanted[self._places[cut]]
            mask = part if mask is None else mask & part
        return Chosen(self, None if mask is None else np.flatnonzero(mask))

    def places_of(self, cut: Cut) -> NDArray[np.int32]:
        """Return each customer's position in a cut's names; shape (customers,)."""
        return self._places[cut]


class DayTable:
    """Everybody's state and money on a day."""

    def __init__(
        self, people: PeopleTable, on: date, states: States, *, is_prior_published: bool
    ) -> None:
        """Take a day's judgement."""
        self._people = people
        self.on = on
        self._states = states
        self.is_prior_published = is_prior_published

    @cached_property
    def _is_recurring(self) -> Flags:
        """Return whose revenue recurs; shape (customers,)."""
        found: Flags = _RECURRING[self._states.status]
        return found & (self._states.order_count >= RECURRING_FROM_ORDERS)

    @cached_property
    def _summed(self) -> tuple[Integers, ...]:
        """Return what is added up beside the statuses, as ``PortfolioFigures`` has it."""
        states = self._states
        return (
            self._is_recurring.astype(np.int64),
            np.where(self._is_recurring, states.yearly_cents, 0),
            states.orders_12m,
            states.value_12m_cents,
            states.lost_so_far_cents,
            states.lost_12m_cents,
        )

    def states(self) -> DayStates:
        """Return the columns."""
        states = self._states
        return DayStates(
            on=self.on,
            customer_id=self._people.customer_id,
            status=[STATUSES[code] for code in states.status.tolist()],
            yearly_cents=states.yearly_cents.tolist(),
            order_count=states.order_count.tolist(),
            orders_12m=states.orders_12m.tolist(),
            value_12m_cents=states.value_12m_cents.tolist(),
            at_risk_cents=states.at_risk_cents.tolist(),
            lost_so_far_cents=states.lost_so_far_cents.tolist(),
            lost_12m_cents=states.lost_12m_cents.tolist(),
            is_prior_published=self.is_prior_published,
        )

    def figures(self, narrowing: Narrowing, cut: Cut | None) -> Mapping[int, PortfolioFigures]:
        """Return the figures by position in the cut's names; under 0 of all without a cut."""
        who = self._people.chosen(narrowing)
        status = who.of(self._states.status)
        names = 1 if cut is None else len(who.people.cuts.names[cut])
        group = np.zeros(len(status), dtype=np.int64)
        if cut is not None:
            group += who.of(who.people.places_of(cut))
        cell = group * len(STATUSES) + status
        counts = np.bincount(cell, minlength=names * len(STATUSES))

        yearly = _totals(cell, who.of(self._states.yearly_cents), names * len(STATUSES))
        at_risk = _totals(cell, who.of(self._states.at_risk_cents), names * len(STATUSES))
        rows = [_totals(group, who.of(one), names).tolist() for one in self._summed]
        return {
            at: PortfolioFigures(
                _by_status(counts, yearly, at_risk, at), *(row[at] for row in rows)
            )
            for at in range(names)
        }

    def clients(
        self,
        narrowing: Narrowing,
        figure: PortfolioFigure,
        *,
        status: LifecycleStatus | None,
        cut: Cut | None,
        place: int,
    ) -> list[FoundClient]:
        """Return who is behind a figure, the most money first."""
        who = self._people.chosen(narrowing)
        cents, belongs = self._behind(figure)
        if status is not None:
            belongs = belongs & (self._states.status == code_of(status))
        if cut is not None:
            belongs = belongs & (who.people.places_of(cut) == place)
        rows = who.places(len(belongs))
        rows = rows[belongs[rows]]
        rows = rows[np.argsort(-cents[rows], kind="stable")]
        return [
            FoundClient(at, STATUSES[code], money)
            for at, code, money in zip(
                rows.tolist(), self._states.status[rows].tolist(), cents[rows].tolist(), strict=True
            )
        ]

    def status_at(self, places: Sequence[int]) -> list[LifecycleStatus]:
        """Return the statuses of some customers."""
        rows = np.asarray(places, dtype=np.int64)
        return [STATUSES[code] for code in self._states.status[rows].tolist()]

    def _behind(self, figure: PortfolioFigure) -> tuple[Integers, Flags]:
        """Return what each customer adds to a figure, and who does; both of shape (customers,)."""
        states = self._states
        everybody = np.ones(len(states.status), dtype=np.bool_)
        ways: Mapping[PortfolioFigure, Callable[[], tuple[Integers, Flags]]] = {
            PortfolioFigure.CUSTOMERS: lambda: (states.yearly_cents, everybody),
            PortfolioFigure.AT_RISK: lambda: (states.at_risk_cents, states.at_risk_cents > 0),
            PortfolioFigure.INACTIVE: lambda: (
                states.yearly_cents,
                states.status == code_of(LifecycleStatus.INACTIVE),
            ),
            PortfolioFigure.RECURRING: lambda: (states.yearly_cents, self._is_recurring),
            PortfolioFigure.TICKET: lambda: (states.value_12m_cents, states.orders_12m > 0),
            PortfolioFigure.LOST_SO_FAR: lambda: (
                states.lost_so_far_cents,
                states.lost_so_far_cents > 0,
            ),
            PortfolioFigure.LOST_12M: lambda: (states.lost_12m_cents, states.lost_12m_cents > 0),
        }
        return ways[figure]()


class MonthTable:
    """Everybody's status and yearly money on consecutive days."""

    def __init__(
        self,
        people: PeopleTable,
        status: NDArray[np.int8],
        yearly_cents: Integers,
        *,
        is_prior_published: bool,
    ) -> None:
        """Take statuses and money, both of shape (days, customers)."""
        self._people = people
        self.is_prior_published = is_prior_published
        self._status = status
        self._state = _BRIDGE_OF_STATUS[status]
        self._cents = yearly_cents

    def cells(self, narrowing: Narrowing) -> list[Cells]:
        """Return the moves from each day to the next."""
        who = self._people.chosen(narrowing)
        days = [self._snapshot(who, at) for at in range(len(self._state))]
        found: list[Cells] = []
        for start, end in pairwise(days):
            moves = bridge(start, end, states=len(_BRIDGE_STATES))
            cells = {}
            for place in np.argwhere(moves.customers).tolist():
                at = tuple(place)
                cells[_BRIDGE_STATES[at[0]], _BRIDGE_STATES[at[1]]] = BridgeCell(
                    int(moves.customers[at]), int(moves.start_cents[at]), int(moves.end_cents[at])
                )
            found.append(cells)
        return found

    def moved(
        self, narrowing: Narrowing, month: int, source: BridgeState, target: BridgeState
    ) -> list[FoundClient]:
        """Return who moved from the day of this number to the next, the most money first."""
        who = self._people.chosen(narrowing)
        start, end = self._snapshot(who, month), self._snapshot(who, month + 1)
        found = moved(start, end, _BRIDGE_STATES.index(source), _BRIDGE_STATES.index(target))
        rows = who.places(self._state.shape[1])[found]
        return [
            FoundClient(
                place,
                STATUSES[self._status[month, place]],
                int(self._cents[month, place]),
                STATUSES[self._status[month + 1, place]],
                int(self._cents[month + 1, place]),
            )
            for place in rows.tolist()
        ]

    def _snapshot(self, who: Chosen, at: int) -> Snapshot:
        state = who.of(self._state[at]).astype(np.int64)
        return Snapshot(state, who.of(self._cents[at]))


def _totals(group: Integers, values: Integers, size: int) -> Integers:
    """Return each group's exact sum; shape (size,)."""
    sums = np.zeros(size, dtype=np.int64)
    np.add.at(sums, group, values)
    return sums


def _by_status(
    counts: Integers, yearly: Integers, at_risk: Integers, group: int
) -> dict[LifecycleStatus, StatusTotal]:
    """Return a group's statuses; the arrays hold one number per group and status."""
    first = group * len(STATUSES)
    return {
        one: StatusTotal(*(int(column[first + code]) for column in (counts, yearly, at_risk)))
        for code, one in enumerate(STATUSES)
    }
