"""The work list as a table of columns: searched, filtered, sorted and counted at each keystroke."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Self
from uuid import UUID

import numpy as np

from cockpit.analytics.segments import Flags
from cockpit.analytics.work_list.bars import CODE_OF
from cockpit.analytics.work_list.columns import ChoiceColumn, Column, MemberColumn
from cockpit.analytics.work_list.conditions import mask_of
from cockpit.analytics.work_list.fields import Fields
from cockpit.analytics.work_list.groups import group_mask
from cockpit.analytics.work_list.key_column import KeyColumn
from cockpit.analytics.work_list.ledger import by_code, ledger_of
from cockpit.analytics.work_list.moment import Moment
from cockpit.analytics.work_list.orders import Order, by_fields
from cockpit.analytics.work_list.rows import rows_of
from cockpit.analytics.work_list.selection import LineSelection
from cockpit.analytics.work_list.standing import Standings
from cockpit.analytics.work_list.store import Store
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.eligibility import Bar, Ledger
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import NAMED, Filter
from cockpit.domain.list_query import Group, GroupTotal, ListQuery, SortKey
from cockpit.domain.priority import SAVING_DAYS, Factors
from cockpit.domain.search_terms import terms_of
from cockpit.domain.work_list import CustomerRow

_KEPT_ORDERS = 4


@dataclass(frozen=True)
class ColumnTable:
    """Implements ``cockpit.services.ports.WorkTable`` over numpy arrays.

    What is worked out is kept, for the same question comes again at the next key. One thread asks
    (the window's); others may derive tables from this one meanwhile.

    Attributes:
        store: The customers.
        standings: What depends on them alone.
        moment: What depends on the instant.
        as_of: The day of the judgements.
        seen: The change up to which it holds every one; None where nobody knows.
    """

    store: Store
    standings: Standings
    moment: Moment
    as_of: date
    seen: int | None = None

    @property
    def now(self) -> datetime:
        """Return the instant for which order and bars hold."""
        return self.moment.now

    @property
    def rules(self) -> WindowRules:
        """Return the calling hours by which it was made."""
        return self.standings.rules

    def __len__(self) -> int:
        """Return how many customers the list holds."""
        return self.store.count

    def at(self, now: datetime) -> "ColumnTable":
        """Return the table with order and bars of another instant of the same day."""
        moment = Moment.of(self.store, self.standings, now)
        return ColumnTable(
            self.store.indexed(), self.standings, moment, self.as_of, self.seen
        ).ready()

    def with_changed(
        self, columns: WorkListColumns, *, gone: Collection[UUID] = ()
    ) -> "ColumnTable":
        """Return the table with these customers replaced or added, and those ``gone`` left out."""
        store = self.store.replaced(columns, gone).indexed()
        standings = self.standings.changed(self.store, store)
        is_same_place = standings.places is self.standings.places
        windows = self.moment.windows if is_same_place else None
        moment = Moment.of(store, standings, self.now, windows)
        return ColumnTable(store, standings, moment, self.as_of, self.seen).ready()

    def ready(self) -> Self:
        """Work out what the first questions need, where nobody waits for them."""
        _ = self._totals, self.moment.order.place, self.store.by_lower_half
        return self

    def select(self, query: ListQuery) -> LineSelection:
        """Return the lines that a query means, in its order.

        Raises:
            BadInputError: The query's filter or sorting means nothing.
        """
        order = self._sorted(query.sorting) if query.sorting else self.moment.order
        is_narrowed = bool(terms_of(query.text) or (query.filter and query.filter.conditions))
        total = None if is_narrowed else self._totals[query.group].at_risk_cents
        return LineSelection(order, self._mask(query), self.store.integers("at_risk_cents"), total)

    def totals(self) -> Mapping[Group, GroupTotal]:
        """Return how many customers each tab holds, and what is at risk there."""
        return self._totals

    def rows(self, lines: Sequence[int]) -> list[CustomerRow]:
        """Return some lines as objects."""
        return rows_of(self.store, self._fields, lines)

    def customer_ids(self, lines: Sequence[int]) -> list[UUID]:
        """Return the keys of some lines."""
        return [self.store.key(line) for line in lines]

    def at_risk_cents(self, lines: Sequence[int]) -> int:
        """Return the money at risk in some lines."""
        return int(self.store.integers("at_risk_cents")[list(lines)].sum())

    def line_of(self, customer_id: UUID) -> int | None:
        """Return a customer's line, or None."""
        return self.store.line_of(customer_id)

    def factors(self, line: int) -> Factors:
        """Return why a line stands where it stands."""
        columns, bars = self.store.columns, self.moment.bars
        none = self._fields.column("none_90").value(line)
        alive = self._fields.column("alive").value(line)
        at_risk_cents = columns["at_risk_cents"].value(line)
        # The pace is that of the own last year of buying, which need not be the last 365 days.
        weight = SAVING_DAYS * (none or 0.0) * (alive or 0.0)
        return Factors(
            day_cents=at_risk_cents / weight if weight else 0.0,
            days=SAVING_DAYS,
            none=none,
            alive=alive,
            at_risk_cents=at_risk_cents,
            cycles_late=columns["cycles_late"].value(line),
            is_due=bool(bars.is_due[line]),
            is_woken=columns["is_woken"].value(line),
            is_reachable=bool(bars.is_reachable[line]),
            post_it=columns["post_it"].value(line),
        )

    def offers(self, query: ListQuery, *, limit: int, also: Collection[Bar] = ()) -> Sequence[UUID]:
        """Return the first customers of a query who may be offered, in the order of calling."""
        code = self.moment.bars.code
        allowed: Flags = code == -1  # a comparison each: isin sorts all 100,000
        for bar in also:
            allowed |= code == CODE_OF[bar]
        mask = self._mask(query)
        mask = allowed if mask is None else mask & allowed
        mask = mask & self.store.is_there
        found = LineSelection(self.moment.order, mask, self.store.integers("at_risk_cents"))
        return [self.store.key(line) for line in found.lines(0, limit)]

    def ledger(self, query: ListQuery | None = None) -> Ledger:
        """Return how many customers are in the queue or barred, and why."""
        mask = None if query is None else self._mask(query)
        lines = np.flatnonzero(self.store.is_there if mask is None else mask)
        return ledger_of(self.moment.bars, self.store.integers("at_risk_cents"), lines)

    def ledgers(self, field: str) -> Mapping[str, Ledger]:
        """Return the ledgers of the customers with each value of a choice field."""
        column = self.store.choices(field)
        lines = np.flatnonzero(self.store.is_there)
        return {
            column.choices[code]: ledger_of(
                self.moment.bars, self.store.integers("at_risk_cents"), own
            )
            for code, own in by_code(column.codes, lines)
        }

    def choices(self, field: str) -> Sequence[str]:
        """Return the values that a choice field takes, in alphabetical order.

        Raises:
            BadInputError: It is not one.
        """
        column = self._fields.column(field)
        if not isinstance(column, ChoiceColumn | MemberColumn):
            raise BadInputError("filter_unknown", field=field)
        used = np.unique(column.codes[self.store.is_there]).tolist()
        if isinstance(column, ChoiceColumn):
            return sorted(filter(None, (column.choices[code] for code in used)))
        return sorted(str(column.members[code].value) for code in used if code >= 0)

    @cached_property
    def _fields(self) -> Fields:
        return Fields(self.store, self.standings, self.moment, self.as_of)

    @cached_property
    def _groups(self) -> dict[Group, Flags]:
        return {one: group_mask(one, self.store, self.standings, self.as_of) for one in Group}

    @cached_property
    def _totals(self) -> dict[Group, GroupTotal]:
        cents = self.store.integers("at_risk_cents")
        return {
            group: GroupTotal(int(np.count_nonzero(mask)), int((cents * mask).sum()))
            for group, mask in self._groups.items()
        }

    @cached_property
    def _filters(self) -> dict[Filter, Flags]:
        return {}

    @cached_property
    def _orders(self) -> dict[tuple[SortKey, ...], Order]:
        return {}

    def _mask(self, query: ListQuery) -> Flags | None:
        """Return which lines a query means, None for all; only lines with their customer."""
        mask = self.store.search.matching(terms_of(query.text))
        if mask is not None and self.store.count < len(self.store):
            mask = mask & self.store.is_there
        if query.group is not Group.ALL:
            group = self._groups[query.group]
            mask = group if mask is None else mask & group
        if query.filter is not None and query.filter.conditions:
            kept = self._filtered(query.filter)
            mask = kept if mask is None else mask & kept
        return mask

    def _filtered(self, asked: Filter) -> Flags:
        known = self._filters.get(asked)
        if known is None:
            zone = self.standings.zone
            known = mask_of(asked, self._asked, len(self.store), today=self.as_of, zone=zone)
            known = known & self.store.is_there
            self._filters.clear()
            self._filters[asked] = known
        return known

    def _asked(self, field: str) -> Column[Any]:
        """Return what a condition is about: a field of the rows, or the customers themselves."""
        return KeyColumn(self.store) if field == NAMED else self._fields.column(field)

    def _sorted(self, sorting: tuple[SortKey, ...]) -> Order:
        known = self._orders.get(sorting)
        if known is None:
            keys = [(self._fields.column(one.field).ranks, one.is_descending) for one in sorting]
            known = by_fields(keys, self.moment.order)
            while len(self._orders) >= _KEPT_ORDERS:
                self._orders.pop(next(iter(self._orders)))
            self._orders[sorting] = known
        return known
