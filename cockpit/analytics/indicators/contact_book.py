"""The figures of a period's contacts: every question is a mask over the same arrays."""

from collections.abc import Mapping
from dataclasses import fields, replace
from uuid import UUID

import numpy as np

from cockpit.analytics.indicators.contact_rows import ContactRows
from cockpit.analytics.indicators.credit_rows import CreditRows
from cockpit.analytics.indicators.cutting import Customers, Facts
from cockpit.analytics.segments import Flags, Integers
from cockpit.domain.contact_figures import (
    MOST_ATTEMPTS,
    AttemptLine,
    ContactLine,
    HourLine,
)
from cockpit.domain.indicators import Cut, CutKey, Figure, Narrowing, Opened
from cockpit.domain.periods import Period

_HOURS = 24
_WEEK = 7
_OF_CREDITS = frozenset({Figure.REACTIVATED, Figure.DAYS_TO_RETURN, Figure.RECOVERED})
_OF_TRIES = frozenset({Figure.ATTEMPTS, Figure.ATTEMPTS_REACHED, Figure.ATTEMPTS_SOLD})
_OF_HOURS = frozenset({Figure.HOUR, Figure.HOUR_REACHED})
_OF_REACHED = frozenset({Figure.REACHED, Figure.ATTEMPTS_REACHED, Figure.HOUR_REACHED})
_OF_SALES = frozenset({Figure.ORDERS, Figure.ORDER_VALUE, Figure.ATTEMPTS_SOLD})


class PeriodContacts:
    """Implements ``ContactBook`` of ``cockpit.services.ports.indicators``."""

    def __init__(
        self, rows: ContactRows, customers: Customers, period: Period, credits: CreditRows
    ) -> None:
        """Take the contacts of the period and around it; those around it are not counted.

        Args:
            rows: As ``contact_rows`` returns them.
            customers: Everybody.
            period: Which days count.
            credits: What was credited on these days, or on more.
        """
        inside = (rows.day >= period.first.toordinal()) & (rows.day <= period.last.toordinal())
        own = ContactRows(**{one.name: getattr(rows, one.name)[inside] for one in fields(rows)})
        self._rows = own
        self._period = period
        self._customers = customers
        self._facts = Facts(customers, own.customer, own.operator, own.campaign, own.channel)
        self._credits = credits

    def within(self, period: Period) -> "PeriodContacts":
        """Return the contacts of some of its days."""
        return PeriodContacts(self._rows, self._customers, period, self._credits)

    def line(self, narrowing: Narrowing) -> ContactLine:
        """Return the figures of all that a narrowing leaves."""
        codes = np.zeros(len(self._facts), dtype=np.int64)
        credited = self._credits.lines(narrowing, None, self._period)
        return self._lines(self._facts.mask(narrowing), codes, credited, 1)[0]

    def lines(self, narrowing: Narrowing, cut: Cut) -> Mapping[CutKey, ContactLine]:
        """Return the figures by a cut; what has none of anything is left out."""
        keys, codes = self._facts.keys(cut), self._facts.codes(cut)
        credited = self._credits.lines(narrowing, cut, self._period)
        lines = self._lines(self._facts.mask(narrowing), codes, credited, len(keys))
        return {key: line for key, line in zip(keys, lines, strict=True) if line != ContactLine()}

    def months(self, narrowing: Narrowing) -> list[tuple[Period, ContactLine]]:
        """Return the figures of each of the period's months."""
        months = list(self._period.months())
        codes = np.searchsorted([one.last.toordinal() for one in months], self._rows.day)
        credited = {
            place: line
            for place, month in enumerate(months)
            for line in self._credits.lines(narrowing, None, month).values()
        }
        lines = self._lines(self._facts.mask(narrowing), codes, credited, len(months))
        return list(zip(months, lines, strict=True))

    def attempts(self, narrowing: Narrowing) -> tuple[AttemptLine, ...]:
        """Return the tries by number, all numbers up to the last class."""
        rows, mask = self._rows, self._facts.mask(narrowing) & self._rows.is_try
        size = MOST_ATTEMPTS + 1
        tries = np.bincount(rows.attempt[mask], minlength=size).tolist()
        reached = np.bincount(rows.attempt[mask & rows.is_reached], minlength=size).tolist()
        sold = np.bincount(rows.attempt[mask & rows.is_sale], minlength=size).tolist()
        return tuple(
            AttemptLine(number, tries[number], reached[number], sold[number])
            for number in range(1, size)
        )

    def hours(self, narrowing: Narrowing) -> tuple[HourLine, ...]:
        """Return contacts by weekday and hour, without those that have none."""
        mask = self._facts.mask(narrowing)
        code = self._weekday() * _HOURS + self._rows.hour
        contacts = np.bincount(code[mask], minlength=_WEEK * _HOURS)
        reached = np.bincount(code[mask & self._rows.is_reached], minlength=_WEEK * _HOURS)
        return tuple(
            HourLine(one // _HOURS, one % _HOURS, int(contacts[one]), int(reached[one]))
            for one in np.flatnonzero(contacts).tolist()
        )

    def clients(self, narrowing: Narrowing, opened: Opened) -> dict[UUID, int]:
        """Return who is behind a number of contacts, and their money in it in cents."""
        figure, month = opened.figure, opened.month or self._period
        if figure in _OF_CREDITS:
            only_returns = figure is not Figure.RECOVERED
            return self._credits.money(narrowing, month, only_returns=only_returns)
        mask = self._facts.mask(narrowing) & self._of(opened, month)
        if figure is Figure.NEVER_REACHED:
            found = self._facts.money(mask)
            for key in self._facts.money(mask & self._rows.is_reached):
                del found[key]
            return found
        return self._facts.money(mask, self._rows.cents)

    def _of(self, opened: Opened, month: Period) -> Flags:
        """Return which contacts a number counts; shape (contacts,)."""
        rows, figure = self._rows, opened.figure
        mask: Flags = (rows.day >= month.first.toordinal()) & (rows.day <= month.last.toordinal())
        if figure in _OF_TRIES:
            mask &= rows.is_try
            if opened.number is not None:
                mask &= rows.attempt == min(opened.number, MOST_ATTEMPTS)
        if figure in _OF_HOURS:
            if opened.number is not None:
                mask &= rows.hour == opened.number
            if opened.weekday is not None:
                mask &= self._weekday() == opened.weekday
        if figure in _OF_REACHED:
            mask &= rows.is_reached
        if figure in _OF_SALES:
            mask &= rows.is_sale
        return mask

    def _weekday(self) -> Integers:
        """Return each contact's weekday: ordinal 1 was a Monday; shape (contacts,)."""
        weekday: Integers = (self._rows.day - 1) % _WEEK
        return weekday

    def _lines(
        self, mask: Flags, codes: Integers, credited: Mapping[int, ContactLine], size: int
    ) -> list[ContactLine]:
        """Return the figures of each code; shape (size,)."""
        rows = self._rows
        is_reached, is_sale = mask & rows.is_reached, mask & rows.is_sale
        cents = np.zeros(size, dtype=np.int64)
        np.add.at(cents, codes[is_sale], rows.cents[is_sale])
        columns = (
            np.bincount(codes[mask], minlength=size),
            self._facts.client_counts(mask, codes, size),
            np.bincount(codes[is_reached], minlength=size),
            self._facts.client_counts(is_reached, codes, size),
            np.bincount(codes[is_sale], minlength=size),
            cents,
            np.bincount(codes[is_sale & rows.is_found], minlength=size),
        )
        found = [ContactLine(*figures) for figures in np.stack(columns, axis=1).tolist()]
        for code, line in credited.items():
            found[code] = replace(
                found[code],
                reactivated=line.reactivated,
                recovered_cents=line.recovered_cents,
                mean_days=line.mean_days,
                median_days=line.median_days,
            )
        return found
