"""Who judges past days: implements ``services.ports.past_states.PastJudge`` with the k-grid.

Customers are judged a group at a time, two groups at once: numpy lets go of the interpreter while
it computes.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numpy as np

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.cycle_book import CycleBook, book_on
from cockpit.analytics.engine import parameters_of
from cockpit.analytics.past_days.day import (
    Bought,
    Rules,
    States,
    bought_by,
    joined,
    rules_of,
    states_of,
    stored_states,
)
from cockpit.analytics.past_days.gaps import GapTable, GroupGaps, group_gaps
from cockpit.analytics.past_days.material import (
    CUSTOMERS_AT_A_TIME,
    amendments,
    events_at,
    returns_of,
    standing_at,
    with_amendments,
)
from cockpit.analytics.past_days.months import (
    Codes,
    GroupStandings,
    Months,
    apart_statuses,
    group_standings,
    joined_apart,
)
from cockpit.analytics.past_days.tables import DayTable, MonthTable, PeopleTable
from cockpit.analytics.scoring import grid_tables
from cockpit.domain.errors import CancelledError
from cockpit.domain.past_columns import (
    CutColumns,
    DayRules,
    JudgedColumns,
    PastMaterial,
    ReturnColumns,
)

_AT_ONCE = 2
Part = TypeVar("Part")


class KGridPastJudge:
    """Judges past days."""

    def desk(self, material: PastMaterial, cuts: CutColumns) -> "KGridPastDesk":
        """Return who judges some customers."""
        return KGridPastDesk(material, cuts)


class KGridPastDesk:
    """Judges the customers of one material on past days."""

    def __init__(self, material: PastMaterial, cuts: CutColumns) -> None:
        """Take everybody's events, and what divides them."""
        self._material = material
        self._people = PeopleTable(material.customer_id, cuts)

    def day(
        self, returns: ReturnColumns, rules: DayRules, is_cancelled: Callable[[], bool]
    ) -> DayTable:
        """Judge everybody on a day.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        books = _Books(self._material, returns, rules)

        def part(first: int) -> States:
            return states_of(*books.at(first))

        parts = list(_each(part, _starts(self._material), is_cancelled))
        is_published = books.parameters.is_published
        return DayTable(self._people, rules.on, joined(parts), is_prior_published=is_published)

    def stored_day(
        self, stored: JudgedColumns, rules: DayRules, is_cancelled: Callable[[], bool]
    ) -> DayTable:
        """Return everybody on a day whose judgements are stored.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        material, day = self._material, rules.on.toordinal()

        def part(first: int) -> Bought:
            rows = slice(first, first + CUSTOMERS_AT_A_TIME)
            return bought_by(events_at(material, rows).until(day), day)

        bought = list(_each(part, _starts(material), is_cancelled))
        is_published = parameters_of(rules.fit).is_published
        states = stored_states(stored, bought)
        return DayTable(self._people, rules.on, states, is_prior_published=is_published)

    def months(
        self,
        returns: ReturnColumns,
        rules: Sequence[DayRules],
        on_progress: Callable[[int, int], None],
        is_cancelled: Callable[[], bool],
    ) -> MonthTable:
        """Judge everybody on some days, ascending.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        material, later, parts = self._material, returns_of(returns), []
        plan = Months.of(material, rules)

        def pause() -> None:
            if is_cancelled():
                raise CancelledError

        def part(first: int) -> GroupStandings:
            rows = slice(first, first + CUSTOMERS_AT_A_TIME)
            mine = later.of_rows(first, CUSTOMERS_AT_A_TIME)
            return group_standings(plan, rows, mine, pause)

        starts = _starts(material)
        for one in _each(part, starts, is_cancelled):
            parts.append(one)
            on_progress(len(parts), len(starts))
        status = np.concatenate([one.status for one in parts], axis=1)
        apart = joined_apart(material, parts)

        def day(at: int) -> Codes:
            return apart_statuses(plan, apart, at)

        if len(apart.rows):
            for at, found in enumerate(_each(day, range(len(rules)), is_cancelled)):
                status[at, apart.rows] = found
        return MonthTable(
            self._people,
            status,
            np.concatenate([one.yearly_cents for one in parts], axis=1),
            is_prior_published=any(parameters_of(one.fit).is_published for one in rules),
        )

    def gaps(
        self, returns: ReturnColumns, rules: DayRules, is_cancelled: Callable[[], bool]
    ) -> GapTable:
        """Return the intervals between purchases, as of a day.

        Raises:
            CancelledError: ``is_cancelled`` said so.
        """
        books = _Books(self._material, returns, rules)

        def part(first: int) -> GroupGaps:
            return group_gaps(*books.at(first), first)

        return GapTable(list(_each(part, _starts(self._material), is_cancelled)))


class _Books:
    """The order books of a day, a group of customers at a time, with what judges them."""

    def __init__(self, material: PastMaterial, returns: ReturnColumns, rules: DayRules) -> None:
        self.parameters = parameters_of(rules.fit)
        self._tables = grid_tables(self.parameters)
        self._material, self._rules, self._returns = material, rules, returns_of(returns)
        self._blocks = material.standing.blocks.known_on(rules.on)

    def at(self, first: int) -> tuple[CycleBook, Rules]:
        """Return the book of the group that begins at a position, and its rules."""
        rules, rows = self._rules, slice(first, first + CUSTOMERS_AT_A_TIME)
        events, keys = events_at(self._material, rows), self._material.customer_id[rows]
        day, later = rules.on.toordinal(), self._returns.of_rows(first, len(keys))
        changed = amendments(events, day, later, rules.amended, first)
        known = with_amendments(events.until(day), changed)
        standing = standing_at(rules.standing or self._material.standing, rows)
        return (
            book_on(known, blocked_days(self._blocks, keys), day),
            rules_of(rules.policies, standing, self.parameters, self._tables),
        )


def _starts(material: PastMaterial) -> range:
    """Return where each group begins; there is at least one."""
    return range(0, max(len(material.customer_id), 1), CUSTOMERS_AT_A_TIME)


def _each(
    part: Callable[[int], Part], starts: range, is_cancelled: Callable[[], bool]
) -> Iterator[Part]:
    """Yield what a function gives for each group, in their order.

    Raises:
        CancelledError: ``is_cancelled`` said so.
    """

    def unless_cancelled(first: int) -> Part:
        if is_cancelled():
            raise CancelledError
        return part(first)

    if len(starts) == 1:
        yield unless_cancelled(starts[0])
        return
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="giro-past") as pool:
        yield from pool.map(unless_cancelled, starts)
