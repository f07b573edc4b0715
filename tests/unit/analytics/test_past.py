"""Past days: what was known then, and what came."""

from datetime import timedelta

import numpy as np
import pytest

from cockpit.analytics.blocked import BlockedDays, blocked_days
from cockpit.analytics.order_events import OrderEvents, documents, order_events
from cockpit.analytics.past import days_to_try, mean_intervals, past_day
from cockpit.domain.columns import BlockColumns
from tests.support.order_books import TODAY, Document, key, order_book, sales

KEYS = [key(1), key(2), key(3), key(4)]
NOW = TODAY.toordinal()


def events_of(*customers: list[Document]) -> OrderEvents:
    book = order_book(dict(zip(KEYS, customers, strict=False)))
    return order_events(documents(book), as_of=TODAY)


def never() -> BlockedDays:
    return blocked_days(BlockColumns(), KEYS)


def test_a_past_day_knows_nothing_of_what_came_after() -> None:
    past = past_day(events_of(sales(200, 100, 50), sales(20)), never(), NOW - 100)
    assert past.book.counts.tolist() == [2, 0]
    assert past.book.events.day.tolist() == [NOW - 200, NOW - 100]
    assert past.book.silence().tolist() == [0, 0]


def test_the_first_order_after_the_day_tells_who_stayed_away() -> None:
    past = past_day(events_of(sales(200, 100, 50), sales(200), sales(200, 9)), never(), NOW - 100)
    assert past.stayed_away(50).tolist() == [False, True, True]
    assert past.stayed_away(49).tolist() == [True, True, True]
    assert past.stayed_away(np.array([60.0, 60.0, 91.0])).tolist() == [False, True, False]


def test_what_is_bought_counts_from_the_day_after_through_the_90th() -> None:
    orders = [*sales(101, 100, cents=1), *sales(99, cents=10), *sales(10, cents=100), *sales(9)]
    assert past_day(events_of(orders), never(), NOW - 100).value_90.tolist() == [110]


def test_compared_are_customers_of_three_orders_whom_a_rule_of_120_days_calls_active() -> None:
    events = events_of(
        sales(400, 390, 220), sales(400, 390, 221), sales(390, 220), sales(300, 200, 150, 90)
    )
    assert past_day(events, never(), NOW - 100).is_compared().tolist() == [True, False, False, True]


def test_blocked_customers_are_not_compared() -> None:
    blocks = BlockColumns([KEYS[1]], [NOW - 105], [NOW - 95])
    events = events_of(sales(120, 115, 110), sales(120, 115, 110))
    past = past_day(events, blocked_days(blocks, KEYS[:2]), NOW - 100)
    assert past.is_compared().tolist() == [True, False]


def test_past_days_lie_30_days_apart_with_90_known_days_after_and_60_before() -> None:
    events = events_of(sales(215, 3))
    days = days_to_try(events, NOW, most=8)
    assert [NOW - day for day in days] == [90, 120, 150]
    assert [NOW - day for day in days_to_try(events, NOW, most=2)] == [90, 120]


@pytest.mark.parametrize("history", [[], sales(100, 3)])
def test_a_short_history_has_no_past_day(history: list[Document]) -> None:
    assert days_to_try(events_of(history), NOW, most=8) == []


def test_the_mean_interval_leaves_blocked_days_out() -> None:
    start = (TODAY - timedelta(days=40)).toordinal()
    blocks = BlockColumns([KEYS[0]], [start], [start + 10])
    events = events_of(sales(60, 50, 20), sales(60))
    past = past_day(events, blocked_days(blocks, KEYS[:2]), NOW)
    assert mean_intervals(past.book).tolist() == pytest.approx([15.0, np.nan], nan_ok=True)
