"""The portfolio's clock: how busy each day was, against what its customers' rhythms predict.

Before Christmas everybody buys more, in January less; a silence then means something else. The
clock runs fast in busy weeks and slowly in idle ones. It scales how much is to be expected of the
coming 90 days, and gives one of the correction's features; intervals stay in plain days.
"""

from dataclasses import dataclass

import numpy as np

from cockpit.analytics.cycle_book import CycleBook
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.scoring import GridTables, score
from cockpit.analytics.segments import Floats, Integers, totals

LEVEL_DAYS = 90
_KNOT_DAYS = 7
_WIDTH_DAYS = 14
_PSEUDO_ORDERS = 20.0
_RECENT_DAYS = 60
_LEAST_DAYS = 90
_YEAR = 365
#: How much of last year's change from one quarter to the next is expected to come again.
_SEASON_SHARE = 0.3
_LEVELS = (0.4, 2.5)


@dataclass(frozen=True, slots=True)
class PortfolioClock:
    """Time as the portfolio lives it.

    Attributes:
        first_day: Ordinal of the first day that is known.
        elapsed: Time at the beginning of each known day; shape (days + 1,).
        level: Speed of the 90 days after the known ones; the days after those run at its root.
    """

    first_day: int
    elapsed: Floats
    level: float

    def at(self, day: Integers) -> Floats:
        """Return the time at the end of some days, in days of usual speed; shape as given."""
        place = day - self.first_day + 1
        known = len(self.elapsed) - 1
        time = self.elapsed[np.clip(place, 0, known)] + np.minimum(place, 0)
        ahead = np.maximum(place - known, 0)
        soon = np.minimum(ahead, LEVEL_DAYS)
        return np.asarray(time + self.level * soon + np.sqrt(self.level) * (ahead - soon))

    def of_events(self, day: Integers) -> Floats:
        """Return what ``at`` does for many events on few days; shape as given."""
        if not len(day):
            return np.zeros(0)
        first = int(day.min())
        return self.at(np.arange(first, int(day.max()) + 1))[day - first]

    def ahead(self, today: int | Integers, days: Floats) -> Floats:
        """Return how much time the coming days hold, whole or not; shape as given."""
        whole = np.floor(days).astype(np.int64)
        start, end = self.at(np.atleast_1d(today)), self.at(today + whole)
        return end - start + (days - whole) * (self.at(today + whole + 1) - end)

    def whole_days(self, time: Floats) -> Floats:
        """Return how many days hold so much time, counted from the end of the known ones."""
        soon = self.level * LEVEL_DAYS
        later = LEVEL_DAYS + (time - soon) / np.sqrt(self.level)
        return np.where(time <= soon, time / self.level, later)


@dataclass(frozen=True, slots=True)
class ClockFigures:
    """A clock as it is stored.

    Attributes:
        first_day: Ordinal of the first day; 0 for a clock that runs like any other.
        knots: Speed every seven days from the first one on; in between it is interpolated.
        level: Speed that is expected of the next 90 days.
    """

    first_day: int = 0
    knots: tuple[float, ...] = ()
    level: float = 1.0


def clock_of(parameters: KGridParameters) -> PortfolioClock:
    """Return the clock that parameters hold."""
    knots = np.array(parameters.clock_knots)
    if not len(knots):
        return PortfolioClock(parameters.clock_first_day, np.zeros(1), parameters.clock_level)
    days = np.arange(_KNOT_DAYS * (len(knots) - 1) + 1)
    speed = np.interp(days, _KNOT_DAYS * np.arange(len(knots)), knots)
    elapsed = np.concatenate(([0.0], np.cumsum(speed)))
    return PortfolioClock(parameters.clock_first_day, elapsed, parameters.clock_level)


def fit_clock(book: CycleBook, tables: GridTables, standing: Floats) -> ClockFigures:
    """Return how busy the portfolio was, day by day, and what that says about the next 90 days.

    Orders of a day are divided by those that the customers' own rates make expected, of who had
    begun and not left; both are smoothed, and few orders say little. The next 90 days are taken to
    be as busy as the last 60, carried on by a part of what happened at this time a year ago.

    Args:
        book: The order book on the day.
        tables: Of the population's parameters.
        standing: As ``scoring.value_standing`` gives it; shape (customers,).
    """
    if not len(book.events.day):
        return ClockFigures()
    first = int(book.events.day.min())
    size = book.today - first + 1
    expected = _expected_orders(book, tables, standing, first, size)
    came = np.bincount(book.events.day - first, minlength=size).astype(np.float64)
    began = book.events.first_day[book.has_orders]
    came -= np.bincount(began - first, minlength=size)
    if size < _LEAST_DAYS or expected.sum() <= 0 or came.sum() <= 0:
        return ClockFigures()
    pseudo = _PSEUDO_ORDERS / (2.5 * _WIDTH_DAYS)
    usual = _smooth(expected) * came.sum() / expected.sum()
    speed = (_smooth(came) + pseudo) / (usual + pseudo)
    log_speed = np.log(speed)
    log_level = float(log_speed[-_RECENT_DAYS:].mean())
    if size > _YEAR + LEVEL_DAYS:
        after = log_speed[size - _YEAR : size - _YEAR + LEVEL_DAYS].mean()
        before = log_speed[size - _YEAR - LEVEL_DAYS : size - _YEAR].mean()
        log_level += _SEASON_SHARE * float(after - before)
    # The last knot is today's; the first day is moved so that the others fall on every seventh.
    backwards = np.arange(size - 1, -1, -_KNOT_DAYS)[::-1]
    return ClockFigures(
        first_day=first + int(backwards[0]),
        knots=tuple(np.round(speed[backwards], 4).tolist()),
        level=float(np.clip(np.exp(log_level), *_LEVELS)),
    )


def _expected_orders(
    book: CycleBook, tables: GridTables, standing: Floats, first: int, size: int
) -> Floats:
    """Return the orders that the customers' own rates make expected on each day; shape (size,)."""
    rows = np.flatnonzero(book.has_orders)
    parameters, silence = tables.parameters, book.silence()[rows]
    began, last = book.events.first_day[rows], book.events.last_day[rows]
    alive = score(tables, book.gaps.at(rows), standing[rows], silence, 0.0).alive
    prior_days = parameters.days * np.exp(-parameters.rate_by_value * standing[rows])
    seen_days = prior_days + (last - began) + alive * silence
    rate = (parameters.shape + book.gaps.repeats[rows]) / seen_days
    change = totals(began - first + 1, rate, size + 1)
    change -= totals(last - first + 1, rate * (1.0 - alive), size + 1)
    return np.cumsum(change)[:size]


def _smooth(values: Floats) -> Floats:
    """Return values smoothed by a Gaussian of 14 days, the ends carried on; shape as given."""
    reach = 3 * _WIDTH_DAYS
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / _WIDTH_DAYS) ** 2)
    padded = np.pad(values, reach, mode="edge")
    return np.convolve(padded, kernel / kernel.sum(), mode="valid")
