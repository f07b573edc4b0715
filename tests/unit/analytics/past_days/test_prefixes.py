"""What a group's first so many events say, against the book of each day on its own."""

from datetime import date

import numpy as np

from cockpit.analytics.blocked import blocked_days
from cockpit.analytics.cycle_book import book_on
from cockpit.analytics.order_events import OrderEvents
from cockpit.analytics.past_days.prefixes import Prefixes
from cockpit.analytics.seasons import own_seasons
from cockpit.analytics.segments import bounds_of
from cockpit.analytics.value import yearly_cents
from cockpit.domain.columns import BlockColumns

FIRST = date(2018, 1, 1).toordinal()


def invented(seed: int) -> OrderEvents:
    """Return events of some customers: few or many, with and without outliers and seasons."""
    draw = np.random.default_rng(seed)
    days, cents = [], []
    for number in range(60):
        size = int(draw.choice([0, 1, 2, 5, 30, 150]))
        theirs = FIRST + draw.choice(2900, size, replace=False)
        if number % 3 == 0:
            month = np.array([date.fromordinal(int(one)).month for one in theirs], dtype=np.int64)
            theirs = theirs[month >= 10]
        days.append(np.sort(theirs))
        spread = 2.0 if number % 2 else 0.1
        cents.append(np.exp(draw.normal(10.0, spread, len(theirs))).astype(np.int64) + 1)
    counts = np.array([len(one) for one in days])
    customer = np.repeat(np.arange(len(counts)), counts)
    return OrderEvents(customer, np.concatenate(days), np.concatenate(cents), bounds_of(counts))


def test_each_day_says_what_its_own_book_says() -> None:
    events = invented(3)
    prefixes = Prefixes(events)
    ends = np.arange(FIRST - 10, FIRST + 3000, 170)
    counts = prefixes.counts_on(ends)
    # All prefixes at once, as months ask for them.
    last = events.bounds[:-1][:, None] + counts - 1
    asked = np.unique(last[counts > 0])
    mean = dict(zip(asked.tolist(), prefixes.mean_cents_at(asked).tolist(), strict=True))
    yearly = dict(zip(asked.tolist(), prefixes.yearly_at(asked).tolist(), strict=True))
    seasonal = dict(zip(asked.tolist(), prefixes.has_seasons_at(asked).tolist(), strict=True))
    for at, end in enumerate(ends.tolist()):
        book = book_on(events, blocked_days(BlockColumns(), []), end)
        assert book.counts.tolist() == counts[:, at].tolist()
        rows = np.flatnonzero(book.counts)
        clocks = own_seasons(book.events, np.ones(len(book.counts), dtype=np.bool_)).has_clock
        money = yearly_cents(book.events)
        for row in rows.tolist():
            event = int(last[row, at])
            assert mean[event] == book.mean_value_cents[row]
            assert yearly[event] == money[row]
            assert seasonal[event] == clocks[row]
    assert 0 < sum(seasonal.values()) < len(seasonal)


def test_nobody_has_events() -> None:
    none = np.zeros(0, dtype=np.int64)
    prefixes = Prefixes(OrderEvents(none, none, none, np.zeros(3, dtype=np.int64)))
    assert prefixes.counts_on(np.array([FIRST])).tolist() == [[0], [0]]
    assert prefixes.mean_cents_at(none).tolist() == []
    assert prefixes.has_seasons_at(none).tolist() == []
