"""A table with changed customers is the table that would be made of all."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.work_list import search, text_column
from cockpit.analytics.work_list.maker import ColumnTableMaker
from cockpit.analytics.work_list.table import ColumnTable
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.list_query import Group, ListQuery
from tests.support.work_columns import NOW, TODAY
from tests.unit.analytics.work_list.given import (
    RULES,
    customers,
    joined,
    picked,
    queries,
    seeds,
)

MAKER = ColumnTableMaker()
LATER = NOW + timedelta(hours=5)


def table_of(columns: WorkListColumns) -> ColumnTable:
    return MAKER.make(columns, RULES, as_of=TODAY, now=NOW)


def assert_same(table: ColumnTable, other: ColumnTable, asked: Sequence[ListQuery]) -> None:
    """Compare all that two tables say, their line numbers aside."""
    for one in asked:
        found, expected = table.select(one), other.select(one)
        assert table.rows(found.lines(0, len(found))) == other.rows(
            expected.lines(0, len(expected))
        )
        assert table.offers(one, limit=3) == other.offers(one, limit=3)
        assert table.ledger(one) == other.ledger(one)
    assert len(table) == len(other)
    assert table.totals() == other.totals()
    assert table.ledger() == other.ledger()
    whole, expected_whole = table.select(ListQuery()), other.select(ListQuery())
    assert table.rows(whole.lines(0, len(table))) == other.rows(expected_whole.lines(0, len(other)))
    for field in ("owner", "bar", "status", "credit"):
        assert table.choices(field) == other.choices(field)


@st.composite
def portfolios(draw: st.DrawFn) -> tuple[WorkListColumns, list[int], list[int], list[int]]:
    """Return customers twice, by what they were and are, and who was, is, and went."""
    count = draw(st.integers(1, 14))
    known = draw(st.lists(st.integers(0, count - 1), unique=True))
    changed = draw(st.lists(st.integers(0, count - 1), unique=True))
    gone = draw(st.lists(st.sampled_from(known or [0]), unique=True, max_size=3))
    before, now = customers(draw(seeds), count), customers(draw(seeds), count)
    # The keys of the same place are the same before and now.
    columns = joined(before, _with_keys(now, before))
    return columns, known, [one for one in changed if one not in gone], gone


def _with_keys(columns: WorkListColumns, other: WorkListColumns) -> WorkListColumns:
    values = {name: getattr(columns, name) for name in WorkListColumns.__dataclass_fields__}
    return WorkListColumns(**(values | {"customer_id": other.customer_id}))


@given(portfolios(), st.lists(queries(), max_size=4), st.booleans())
def test_changed_added_and_gone_customers_make_the_table_of_all(
    portfolio: tuple[WorkListColumns, list[int], list[int], list[int]],
    asked: list[ListQuery],
    is_asked_before: bool,
) -> None:
    columns, known, changed, gone = portfolio
    count = len(columns.customer_id) // 2
    table = table_of(picked(columns, known))
    if is_asked_before:
        for query in asked:
            table.select(query)
    left = [columns.customer_id[one] for one in gone]
    table = table.with_changed(picked(columns, [one + count for one in changed]), gone=left)
    kept = [one for one in known if one not in changed and one not in gone]
    expected = table_of(picked(columns, [*kept, *(one + count for one in changed)]))
    assert_same(table, expected, asked)
    assert_same(table.at(LATER), expected.at(LATER), asked)


@given(seeds, st.lists(queries(), max_size=2))
def test_many_changes_one_after_the_other_are_put_together(
    seed: int, asked: list[ListQuery]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_column, "MOST_BESIDE", 1)
        patch.setattr(search, "MOST_BESIDE", 1)
        before = customers(seed, 3)
        now = _with_keys(customers(seed + 1, 3), before)
        table = table_of(before)
        for line in range(3):
            table = table.with_changed(picked(now, [line]))
        assert_same(table, table_of(now), asked)


def test_a_customer_who_went_can_come_back() -> None:
    columns = customers(4, 5)
    table = table_of(columns)
    without = table.with_changed(picked(columns, []), gone=[columns.customer_id[2]])
    assert without.line_of(columns.customer_id[2]) is None
    assert len(without) == 4
    back = without.with_changed(picked(columns, [2]))
    assert_same(back, table, [ListQuery(text="a"), ListQuery(group=Group.CALLBACKS)])


def test_what_does_not_change_is_not_made_again() -> None:
    columns = customers(4, 9)
    table = table_of(columns)
    same = table.with_changed(picked(columns, [3, 5]))
    assert all(same.store.columns[name] is one for name, one in table.store.columns.items())
    assert same.standings.worth is table.standings.worth
    assert same.standings.places is table.standings.places


def test_the_former_table_stays_as_it_was() -> None:
    columns = customers(4, 9)
    table = table_of(columns)
    before = table.rows(range(9))
    table.with_changed(customers(5, 3, first=2), gone=columns.customer_id[:1])
    assert table.rows(range(9)) == before
    assert len(table) == 9
