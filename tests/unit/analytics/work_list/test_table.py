"""The table finds, orders, bars and counts as the written rules do for one customer."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.work_list.maker import ColumnTableMaker
from cockpit.analytics.work_list.table import ColumnTable
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import Condition, Filter, Operator
from cockpit.domain.list_query import Group, GroupTotal, ListQuery, SortKey
from cockpit.domain.work_list import CustomerRow
from tests.support.work_columns import NOW, TODAY, work_columns
from tests.support.work_rules import WrittenRules
from tests.unit.analytics.work_list.given import (
    RULES,
    TYPED,
    conditions,
    customers,
    hours,
    queries,
    seeds,
)

MAKER = ColumnTableMaker()
COUNTS = st.integers(0, 30)


def table_of(columns: WorkListColumns) -> ColumnTable:
    return MAKER.make(columns, RULES, as_of=TODAY, now=NOW)


def rows_of(table: ColumnTable, query: ListQuery) -> list[CustomerRow]:
    found = table.select(query)
    return table.rows(found.lines(0, len(found)))


@given(seeds, COUNTS, queries())
def test_a_query_finds_what_the_rules_say_in_their_order(
    seed: int, count: int, query: ListQuery
) -> None:
    columns = customers(seed, count)
    expected = WrittenRules(columns, RULES, TODAY, NOW).select(query)
    table = table_of(columns)
    assert rows_of(table, query) == expected
    assert table.select(query).at_risk_cents == sum(row.at_risk_cents for row in expected)


@given(seeds, COUNTS, conditions())
def test_a_condition_holds_where_the_domain_says_so(
    seed: int, count: int, condition: Condition
) -> None:
    columns, query = customers(seed, count), ListQuery(filter=Filter((condition,)))
    expected = WrittenRules(columns, RULES, TODAY, NOW).select(query)
    assert rows_of(table_of(columns), query) == expected


@given(seeds, COUNTS, hours)
def test_bars_and_order_are_those_of_the_instant(seed: int, count: int, hour: float) -> None:
    columns, now = customers(seed, count), NOW + timedelta(hours=hour)
    expected = WrittenRules(columns, RULES, TODAY, now).select(ListQuery())
    table = table_of(columns).at(now)
    assert table.now == now
    assert rows_of(table, ListQuery()) == expected


@given(seeds, COUNTS, st.lists(st.sampled_from(TYPED), min_size=1, max_size=4))
def test_every_letter_typed_and_taken_back_finds_what_a_fresh_search_finds(
    seed: int, count: int, words: list[str]
) -> None:
    columns = customers(seed, count)
    typed, rules = table_of(columns), WrittenRules(columns, RULES, TODAY, NOW)
    text = " ".join(words)
    begun = [text[:length] for length in range(len(text) + 1)]
    for query in (ListQuery(text=one) for one in (*begun, *reversed(begun))):
        assert rows_of(typed, query) == rules.select(query)


@given(seeds, COUNTS)
def test_totals_count_each_tab(seed: int, count: int) -> None:
    columns = customers(seed, count)
    rules = WrittenRules(columns, RULES, TODAY, NOW)
    known = rules.customers()
    totals = table_of(columns).totals()
    for group in Group:
        cents = [one.row.at_risk_cents for one in known if rules.is_in(one, group)]
        assert totals[group] == GroupTotal(len(cents), sum(cents))


@given(seeds, COUNTS, queries())
def test_the_ledger_counts_every_customer_once(seed: int, count: int, query: ListQuery) -> None:
    columns = customers(seed, count)
    rows = WrittenRules(columns, RULES, TODAY, NOW).select(query)
    lines = table_of(columns).ledger(query).lines
    assert [line.bar for line in lines] == [
        bar for bar in (None, *Bar) if any(row.bar is bar for row in rows)
    ]
    for line in lines:
        own = [row for row in rows if row.bar is line.bar]
        assert (line.count, line.at_risk_cents) == (len(own), sum(r.at_risk_cents for r in own))
        assert line.next_at == min((r.bar_until for r in own if r.bar_until), default=None)


@given(seeds, COUNTS, queries(), st.sets(st.sampled_from(Bar)), st.integers(0, 9))
def test_offers_are_the_first_who_may_be_called(
    seed: int, count: int, query: ListQuery, also: set[Bar], limit: int
) -> None:
    columns = customers(seed, count)
    plain_order = ListQuery(query.group, query.text, query.filter)
    rows = WrittenRules(columns, RULES, TODAY, NOW).select(plain_order)
    expected = [row.customer_id for row in rows if row.bar is None or row.bar in also]
    assert table_of(columns).offers(query, limit=limit, also=also) == expected[:limit]


@given(seeds, COUNTS)
def test_lines_and_positions_lead_back_to_their_customer(seed: int, count: int) -> None:
    columns = customers(seed, count)
    table = table_of(columns)
    half = table.select(ListQuery(group=Group.CALLBACKS))
    for customer_id in columns.customer_id:
        line = table.line_of(customer_id)
        assert line is not None
        assert table.rows([line])[0].customer_id == customer_id
        position = half.position_of(line)
        assert position is None or half.lines(position, position + 1) == [line]
        assert (position is None) == (line not in half.lines(0, len(half)))
    assert table.line_of(customers(seed, 1, first=500).customer_id[0]) is None
    assert half.position_of(-1) is half.position_of(len(table)) is None


@pytest.mark.parametrize("text", ["a", "silva", "sao pau 11"])
def test_a_long_list_is_walked_piece_by_piece(text: str) -> None:
    table = table_of(work_columns(20_000))
    query = ListQuery(text=text)
    whole = table.select(query)
    lines = whole.lines(0, len(whole))
    piecewise = table.select(query)
    pieces = [
        line
        for first in range(0, len(piecewise), 977)
        for line in piecewise.lines(first, first + 977)
    ]
    assert pieces == lines
    assert [table.select(query).position_of(line) for line in lines[-3:]] == list(
        range(len(lines) - 3, len(lines))
    )


def test_factors_multiply_to_the_money_at_risk() -> None:
    table = table_of(work_columns(500))
    for line in table.select(ListQuery()).lines(0, 500):
        factors, row = table.factors(line), table.rows([line])[0]
        if factors.none is not None and factors.alive is not None and row.at_risk_cents:
            product = factors.day_cents * factors.days * factors.none * factors.alive
            assert product == pytest.approx(factors.at_risk_cents, abs=1)
        assert factors.is_woken == row.is_woken
        assert factors.is_reachable or row.bar is not None


def test_who_stopped_long_ago_is_at_risk_by_what_they_bought_before() -> None:
    columns = replace(work_columns(200), value_12m_cents=[0] * 200)
    table = table_of(columns)
    lines = table.select(ListQuery()).lines(0, 200)
    at_risk = [line for line in lines if table.rows([line])[0].at_risk_cents]
    assert at_risk
    for line in at_risk:
        assert table.factors(line).day_cents > 0


def test_choices_are_the_values_in_use_by_the_alphabet() -> None:
    columns = customers(3, 20)
    table = table_of(columns)
    assert table.choices("owner") == sorted({one for one in columns.owner if one})
    assert table.choices("status") == sorted({one.value for one in columns.status})
    with pytest.raises(BadInputError):
        table.choices("name")


@pytest.mark.parametrize(
    "condition",
    [
        Condition("name", Operator.AT_LEAST, (1,)),
        Condition("value_cents", Operator.AT_LEAST, ("many",)),
        Condition("last_order_on", Operator.LAST_DAYS, ("some",)),
        Condition("last_order_on", Operator.AT_LEAST, (3,)),
        Condition("recency_days", Operator.BETWEEN, (3,)),
        Condition("nothing", Operator.IS, (3,)),
    ],
)
def test_a_filter_that_means_nothing_is_told(condition: Condition) -> None:
    with pytest.raises(BadInputError):
        table_of(customers(1, 9)).select(ListQuery(filter=Filter((condition,))))


@pytest.mark.parametrize("field", ["customer_id", "nothing", "zone"])
def test_an_order_by_what_no_row_has_is_told(field: str) -> None:
    with pytest.raises(BadInputError):
        table_of(customers(1, 9)).select(ListQuery(sorting=(SortKey(field),)))


def test_next_contacts_sort_by_their_instant_with_whole_days_at_their_start() -> None:
    midnight = datetime.combine(TODAY, time(), tzinfo=DEFAULT_ZONE)
    hour = timedelta(hours=1)
    dues = [midnight + 10 * hour, midnight, midnight - hour, None, midnight + hour]
    timed = [True, False, True, False, True]
    columns = replace(customers(1, 5), next_contact_at=dues, next_contact_has_time=timed)
    keys = list(columns.customer_id)
    up, down = (SortKey("next_contact_at", is_descending=one) for one in (False, True))
    rows = rows_of(table_of(columns), ListQuery(sorting=(up,)))
    assert [keys.index(row.customer_id) for row in rows] == [2, 1, 4, 0, 3]
    rows = rows_of(table_of(columns), ListQuery(sorting=(down,)))
    assert [keys.index(row.customer_id) for row in rows] == [0, 4, 1, 2, 3]
