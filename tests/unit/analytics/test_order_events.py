"""Order events: what counts as a purchase."""

from datetime import date
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cockpit.analytics.order_events import documents, order_events
from cockpit.domain.columns import OrderColumns
from cockpit.domain.vocabulary import OrderKind
from tests.support.order_books import (
    RETURN,
    SALE,
    TODAY,
    Document,
    columns,
    key,
    order_book,
    sales,
)

DAY = TODAY.toordinal()

#: Position of the customer, ordinal, cents, kind.
Row = tuple[int, int, int, OrderKind]

documents_of_some = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(DAY - 60, DAY + 5),
        st.integers(0, 500),
        st.sampled_from([SALE, SALE, SALE, RETURN]),
    ),
    max_size=40,
)
FOUR = [key(number) for number in range(4)]


def events(book: OrderColumns, as_of: date = TODAY) -> list[tuple[int, int, int]]:
    """Return (customer, days ago, cents) of each event."""
    found = order_events(documents(book), as_of=as_of)
    return [
        (customer, as_of.toordinal() - day, cents)
        for customer, day, cents in zip(
            found.customer.tolist(), found.day.tolist(), found.value_cents.tolist(), strict=True
        )
    ]


def of_one(*rows: Document) -> list[tuple[int, int]]:
    """Return (days ago, cents) of the events of one customer."""
    return [(age, cents) for _, age, cents in events(order_book({key(1): rows}))]


def slow_events(rows: list[Row]) -> list[tuple[int, int, int]]:
    """Return the events as the definition reads, one document at a time."""
    gross: dict[tuple[int, int], int] = {}
    for customer, day, cents, kind in rows:
        if kind is SALE and cents > 0 and day <= DAY:
            gross[customer, day] = gross.get((customer, day), 0) + cents
    returned = dict.fromkeys(gross, 0)
    for customer, day, cents, kind in rows:
        earlier = [place for place in gross if place[0] == customer and place[1] <= day]
        if kind is RETURN and earlier and day <= DAY:
            returned[max(earlier)] += cents
    return [
        (place[0], DAY - place[1], gross[place] - returned[place])
        for place in sorted(gross)
        if returned[place] / gross[place] < 0.9
    ]


def test_sales_of_one_day_are_one_event() -> None:
    assert of_one((20, 500, SALE), (20, 700, SALE), (10, 100, SALE)) == [(20, 1200), (10, 100)]


def test_return_lowers_the_latest_event_up_to_its_day() -> None:
    assert of_one((20, 500, SALE), (10, 800, SALE), (5, 300, RETURN)) == [(20, 500), (10, 500)]


def test_return_of_the_same_day_lowers_that_day() -> None:
    assert of_one((20, 500, SALE), (10, 800, SALE), (10, 300, RETURN)) == [(20, 500), (10, 500)]


def test_return_before_the_first_purchase_changes_nothing() -> None:
    assert of_one((30, 400, RETURN), (20, 500, SALE)) == [(20, 500)]


def test_return_never_reaches_another_customer() -> None:
    book = order_book({key(1): [(20, 500, SALE)], key(2): [(10, 400, RETURN)]})
    assert events(book) == [(0, 20, 500)]


def test_purchase_of_which_nine_tenths_came_back_is_dropped() -> None:
    assert of_one((20, 1000, SALE), (10, 900, RETURN)) == []
    assert of_one((20, 1000, SALE), (10, 899, RETURN)) == [(20, 101)]


def test_returns_beyond_a_purchase_do_not_reach_the_one_before() -> None:
    assert of_one((30, 500, SALE), (20, 500, SALE), (10, 900, RETURN)) == [(30, 500)]


def test_return_written_with_a_minus_is_still_a_return() -> None:
    assert of_one((20, 500, SALE), (10, -200, RETURN)) == [(20, 300)]


def test_sale_of_nothing_or_less_is_no_purchase() -> None:
    assert of_one((20, 500, SALE), (10, 0, SALE), (5, -300, SALE)) == [(20, 500)]


def test_days_to_come_are_not_believed() -> None:
    assert of_one((20, 500, SALE), (0, 100, SALE), (-1, 700, SALE), (-2, 500, RETURN)) == [
        (20, 500),
        (0, 100),
    ]


def test_placeholder_dates_are_not_believed() -> None:
    rows = [(0, day.toordinal(), 500, SALE) for day in (date.min, date(1899, 12, 30), TODAY)]
    assert events(columns([key(1)], rows)) == [(0, 0, 500)]


def test_value_of_a_day_may_exceed_what_packed_keys_hold() -> None:
    huge = 10**16
    assert of_one((20, huge, SALE), (20, huge, SALE), (10, huge, RETURN)) == [(20, huge)]


def test_empty_order_book_has_no_events() -> None:
    assert events(columns([], [])) == []
    found = order_events(documents(columns(FOUR, [])), as_of=TODAY)
    assert found.counts.tolist() == [0, 0, 0, 0]


def test_columns_may_be_arrays_and_kinds_plain_texts() -> None:
    book = order_book({key(1): [*sales(20, 10), (5, 4_000, RETURN)]})
    arrays = OrderColumns(
        customer_ids=book.customer_ids,
        customer=np.array(book.customer),
        day=np.array(book.day),
        net_cents=np.array(book.net_cents),
        kind=[str(kind.value) for kind in book.kind],
    )
    assert events(arrays) == events(book) == [(0, 20, 10_000), (0, 10, 6_000)]


@given(documents_of_some)
def test_arrays_agree_with_the_definition_read_one_by_one(
    rows: list[Row],
) -> None:
    assert events(columns(FOUR, rows)) == slow_events(rows)


@given(documents_of_some, st.randoms(use_true_random=False))
def test_sequence_of_documents_does_not_matter(rows: list[Row], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert events(columns(FOUR, shuffled)) == events(columns(FOUR, rows))


@given(documents_of_some, st.integers(1, 499))
def test_splitting_an_order_of_one_day_does_not_matter(rows: list[Row], part: int) -> None:
    split = [
        piece
        for customer, day, cents, kind in rows
        for piece in (
            [(customer, day, part, kind), (customer, day, cents - part, kind)]
            if cents > part
            else [(customer, day, cents, kind)]
        )
    ]
    assert events(columns(FOUR, split)) == events(columns(FOUR, rows))


@given(documents_of_some, st.integers(0, 3), st.integers(DAY - 60, DAY), st.integers(0, 500))
def test_return_never_makes_an_event_nor_refreshes_recency(
    rows: list[Row], customer: int, day: int, cents: int
) -> None:
    before = {place[:2] for place in events(columns(FOUR, rows))}
    more = [*rows, (customer, day, cents, RETURN)]
    assert {place[:2] for place in events(columns(FOUR, more))} <= before
