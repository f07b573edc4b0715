"""From documents to recency, frequency and observed time."""

from datetime import date

import numpy as np
import pytest

from cockpit.analytics.order_events import documents
from cockpit.analytics.population.summary import TimeUnit, summary_from_documents
from tests.support.order_books import RETURN, SALE, TODAY, columns, key

MONDAY = TODAY.toordinal()


def _summary(*rows, until=TODAY, unit=TimeUnit.DAYS):
    book = documents(columns([key(1), key(2)], rows))
    return summary_from_documents(book, until=until, unit=unit)


def test_time_counts_from_the_first_order() -> None:
    summary = _summary((0, MONDAY - 30, 100, SALE), (0, MONDAY - 20, 100, SALE))
    assert summary.repeat_count.tolist() == [1]
    assert summary.last_at.tolist() == [10]
    assert summary.observed.tolist() == [30]
    assert summary.silence.tolist() == [20]
    assert summary.log_gaps.tolist() == [np.log(10)]


def test_weeks_are_seven_days() -> None:
    summary = _summary(
        (0, MONDAY - 35, 100, SALE), (0, MONDAY - 14, 100, SALE), unit=TimeUnit.WEEKS
    )
    assert summary.last_at.tolist() == [3]
    assert summary.observed.tolist() == [5]
    assert summary.log_gaps == pytest.approx([np.log(3)])


def test_two_sales_on_a_day_are_one_order() -> None:
    summary = _summary((0, MONDAY - 9, 100, SALE), (0, MONDAY - 9, 50, SALE))
    assert summary.repeat_count.tolist() == [0]


def test_a_sale_of_nothing_is_an_order_and_a_return_is_none() -> None:
    summary = _summary(
        (0, MONDAY - 9, 0, SALE), (0, MONDAY - 5, 100, SALE), (0, MONDAY - 2, 100, RETURN)
    )
    assert summary.repeat_count.tolist() == [1]
    assert summary.last_at.tolist() == [4]


def test_later_orders_and_their_customers_are_left_out() -> None:
    rows = [(0, MONDAY - 9, 100, SALE), (0, MONDAY, 100, SALE), (1, MONDAY, 100, SALE)]
    summary = _summary(*rows, until=date.fromordinal(MONDAY - 1))
    assert summary.customer.tolist() == [0]
    assert summary.repeat_count.tolist() == [0]
    assert summary.observed.tolist() == [8]


def test_documents_may_come_in_any_order() -> None:
    rows = [
        (1, MONDAY - 3, 100, SALE),
        (0, MONDAY - 5, 100, SALE),
        (1, MONDAY - 40, 100, SALE),
        (0, MONDAY - 9, 100, SALE),
    ]
    forward, backward = _summary(*rows), _summary(*reversed(rows))
    assert forward.customer.tolist() == backward.customer.tolist() == [0, 1]
    assert forward.last_at.tolist() == backward.last_at.tolist() == [4, 37]
    assert forward.log_gaps.tolist() == backward.log_gaps.tolist()


def test_days_that_stand_for_no_date_are_not_believed() -> None:
    summary = _summary((0, 1, 100, SALE), (0, MONDAY - 9, 100, SALE))
    assert summary.repeat_count.tolist() == [0]
    assert summary.observed.tolist() == [9]


def test_without_documents_there_are_no_customers() -> None:
    assert len(_summary()) == 0
