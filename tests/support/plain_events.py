"""Order events and what they add up to, by dumb loops that share no code with the program."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """One document of a customer."""

    day: date
    cents: int
    is_return: bool = False


def plain_events(documents: Iterable[PlainDocument], until: date) -> dict[date, int]:
    """Return what a customer bought on which day, as the documents up to a day say."""
    gross: dict[date, int] = defaultdict(int)
    for one in documents:
        if not one.is_return and one.cents > 0 and one.day <= until:
            gross[one.day] += one.cents
    returned: dict[date, int] = defaultdict(int)
    for one in documents:
        if one.is_return and one.day <= until:
            sold = [day for day in gross if day <= one.day]
            if sold:
                returned[max(sold)] += one.cents
    return {
        day: cents - returned[day]
        for day, cents in sorted(gross.items())
        if returned[day] / cents < 0.9
    }


def plain_year(events: Mapping[date, int], day: date) -> tuple[int, int]:
    """Return how many events the 365 days up to a day have, and their value."""
    first = day - timedelta(days=364)
    chosen = [cents for at, cents in events.items() if first <= at <= day]
    return len(chosen), sum(chosen)


def plain_yearly(events: Mapping[date, int]) -> int:
    """Return the value of the 365 days up to the last event; 0 without."""
    return plain_year(events, max(events))[1] if events else 0


def lowered(
    documents: Mapping[Key, list[PlainDocument]],
) -> list[tuple[Key, date, date, date, int]]:
    """Return customer, day of the sale, from, until and value of events before later returns."""
    found = []
    for key, theirs in documents.items():
        for until in sorted({one.day for one in theirs if one.is_return}):
            sold = [
                one.day for one in theirs if not one.is_return and one.cents and one.day <= until
            ]
            if not sold or max(sold) == until:
                continue
            event = max(sold)
            earlier = [one.day for one in theirs if one.is_return and event <= one.day < until]
            value = plain_events(theirs, until - timedelta(days=1)).get(event, 0)
            found.append((key, event, max(earlier, default=event), until, value))
    return found
