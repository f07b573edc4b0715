"""The time in which a customer's silence is measured: plain days, or the customer's own seasons.

Who has seasons of their own is measured by them alone; for everybody else the coming days are as
long as the portfolio's clock says.
"""

from dataclasses import dataclass, replace

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.portfolio_clock import PortfolioClock
from cockpit.analytics.seasons import OwnSeasons, own_seasons
from cockpit.analytics.segments import Floats, Integers
from cockpit.analytics.sufficient import (
    LEAST_GAP_DAYS,
    GapStatistics,
    discounted_statistics,
)


@dataclass(frozen=True, slots=True)
class OwnTime:
    """Silences and intervals as they are judged; n customers.

    Attributes:
        book: The order book on the day.
        clock: The portfolio's.
        seasons: The customers' own.
        gaps: Discounted statistics of the completed intervals; shape (n,).
        silence: Since the last order; shape (n,).
    """

    book: CycleBook
    clock: PortfolioClock
    seasons: OwnSeasons
    gaps: GapStatistics
    silence: Floats

    def between(self, customer: Integers, start: Integers, end: Integers) -> Floats:
        """Return the time from some days to later ones; all of shape (n,)."""
        plain = self.book.own_day(customer, end) - self.book.own_day(customer, start)
        time: Floats = np.maximum(plain, 1).astype(np.float64)
        rows = np.flatnonzero(self.seasons.has_clock[customer])
        if len(rows):
            who = customer[rows]
            later = self.seasons.at(who, end[rows].astype(np.float64))
            lived = later - self.seasons.at(who, start[rows].astype(np.float64))
            time[rows] = np.maximum(lived, LEAST_GAP_DAYS)
        return time

    def ahead(self, days: Floats, first: int) -> Floats:
        """Return how much time the coming days hold.

        Args:
            days: For consecutive customers; shape (n,).
            first: Position of the first of them.
        """
        today = self.book.today
        time = self.clock.ahead(today, days)
        rows = self._seasonal(first, len(days))
        if len(rows):
            who = rows + first
            now = self.seasons.at(who, np.full(len(rows), float(today)))
            time[rows] = self.seasons.at(who, today + days[rows]) - now
        return time

    def whole_days(self, time: Floats, first: int) -> Floats:
        """Return how many days hold so much time: the inverse of ``ahead``."""
        today = self.book.today
        days = self.clock.whole_days(time)
        rows = self._seasonal(first, len(time))
        if len(rows):
            who = rows + first
            now = self.seasons.at(who, np.full(len(rows), float(today)))
            days[rows] = np.maximum(self.seasons.day_at(who, now + time[rows]) - today, 0.0)
        return days

    def days_since_last(self, time: Floats) -> Floats:
        """Return how many days after the last order so much time has passed; shape (n,)."""
        days, rows = time.copy(), np.flatnonzero(self.seasons.has_clock)
        if len(rows):
            last = self.book.events.last_day[rows]
            start = self.seasons.at(rows, last.astype(np.float64))
            days[rows] = self.seasons.day_at(rows, start + time[rows]) - last
        return days

    def _seasonal(self, first: int, size: int) -> Integers:
        """Return which of some consecutive customers have seasons of their own."""
        return np.flatnonzero(self.seasons.place[first : first + size] >= 0)


def own_time(book: CycleBook, clock: PortfolioClock) -> OwnTime:
    """Return the time of every customer of a book; blocked ones keep plain days.

    Args:
        book: The order book on the day.
        clock: The portfolio's.
    """
    never_blocked = np.ones(len(book.counts), dtype=np.bool_)
    never_blocked[book.blocked.customer] = False
    seasons = own_seasons(book.events, never_blocked)
    plain = OwnTime(book, clock, seasons, book.gaps, book.silence())
    rows = np.flatnonzero(seasons.has_clock)
    if not len(rows):
        return plain
    today = np.full(len(rows), book.today)
    silence = plain.silence.copy()
    silence[rows] = np.where(
        silence[rows] > 0, plain.between(rows, book.events.last_day[rows], today), 0.0
    )
    return replace(plain, gaps=_lived_gaps(plain, rows), silence=silence)


def _lived_gaps(plain: OwnTime, rows: Integers) -> GapStatistics:
    """Return the statistics with those of some customers measured by their own seasons."""
    book = plain.book
    gaps = book.intervals
    chosen = gaps.at(plain.seasons.has_clock[gaps.customer])
    began, ended = book.events.day[chosen.event - 1], book.events.day[chosen.event]
    days = plain.between(chosen.customer, began, ended)
    lived = discounted_statistics(book.counts, chosen, days)
    days_sum, log_sum = book.gaps.days.copy(), book.gaps.log_days.copy()
    days_sum[rows], log_sum[rows] = lived.days[rows], lived.log_days[rows]
    return replace(book.gaps, days=days_sum, log_days=log_sum)
