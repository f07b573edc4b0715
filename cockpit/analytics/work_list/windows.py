"""Whether customers may be called now: each of the few places where they are is asked once."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from cockpit.analytics.segments import Integers
from cockpit.analytics.work_list.columns import NEVER, microseconds
from cockpit.analytics.work_list.store import Store
from cockpit.domain.calling_window import (
    Closed,
    Place,
    Window,
    WindowRules,
    Wishes,
    window_now,
    zone_of,
)
from cockpit.domain.plain_text import plain

_WISHES = ("preferred_from_minute", "preferred_until_minute", "preferred_weekdays")
#: What a place is known by.
PLACE_FIELDS = ("state", "city", "zone", *_WISHES)
OPEN, HOLIDAY, SHUT = 0, 1, 2


@dataclass(frozen=True)
class Places:
    """Where the customers are, as far as hours and holidays go.

    Attributes:
        number: Per line, which place; shape (lines,).
        places: Each place once, with the wishes of the customers there.
    """

    number: Integers
    places: tuple[tuple[Place, Wishes], ...]

    @classmethod
    def of(cls, store: Store, rules: WindowRules) -> "Places":
        """Return the places of a store; a city counts where a day off names it."""
        cities = store.choices("city")
        named = {plain(one.city) for one in rules.company_days if one.city}
        city_of = [plain(one) if plain(one) in named else "" for one in cities.choices]
        city_names = sorted(set(city_of) | {""})
        own_city = np.array([city_names.index(one) for one in city_of] or [0], dtype=np.int64)
        states, zones = store.choices("state"), store.choices("zone")
        parts: list[Integers] = [own_city[cities.codes], states.codes.astype(np.int64)]
        parts.append(zones.codes.astype(np.int64))
        sizes = [len(city_names), len(states.choices), len(zones.choices)]
        values = []
        for name in _WISHES:
            wished, codes = np.unique(
                np.nan_to_num(store.numbers(name), nan=-1.0), return_inverse=True
            )
            values.append([None if one < 0 else int(one) for one in wished])
            parts.append(codes.reshape(-1))
            sizes.append(len(wished))
        number, chosen = _combined(parts, sizes)
        places = tuple(
            (
                Place(
                    state := states.choices[two],
                    city_names[one],
                    zone_of(state, zones.choices[three]),
                ),
                Wishes(*(known[code] for known, code in zip(values, wishes, strict=True))),
            )
            for one, two, three, *wishes in chosen
        )
        return cls(number, places)

    def windows(self, rules: WindowRules, now: datetime) -> tuple[Window, ...]:
        """Return the answer for each place at an instant."""
        return tuple(window_now(place, wishes, rules, now) for place, wishes in self.places)


@dataclass(frozen=True)
class Windows:
    """The answers for all places at one instant, as arrays; shape (places,) each.

    Attributes:
        closed: ``OPEN``, ``HOLIDAY`` or ``SHUT``.
        opens_at: When it next opens, ``NEVER`` where it is open or does not.
        holiday: The holiday's name, or an empty text.
    """

    closed: Integers
    opens_at: Integers
    holiday: tuple[str, ...]

    @classmethod
    def of(cls, windows: tuple[Window, ...]) -> "Windows":
        """Return answers as arrays."""
        return cls(
            np.array([_code(one.closed) for one in windows], dtype=np.int64),
            np.array([_at(one.opens_at) for one in windows], dtype=np.int64),
            tuple(one.holiday for one in windows),
        )


def _code(closed: Closed | None) -> int:
    if closed is None:
        return OPEN
    return HOLIDAY if closed is Closed.HOLIDAY else SHUT


def _at(moment: datetime | None) -> int:
    return NEVER if moment is None else microseconds(moment)


def _combined(parts: list[Integers], sizes: list[int]) -> tuple[Integers, list[list[int]]]:
    """Return each line's combination of codes as a number, and the combinations by number."""
    codes = np.zeros(len(parts[0]), dtype=np.int64)
    for part, size in zip(parts, sizes, strict=True):
        codes = codes * max(size, 1) + part
    used, number = np.unique(codes, return_inverse=True)
    rows = []
    for code in used.tolist():
        row = []
        for size in reversed(sizes):
            code, one = divmod(code, max(size, 1))  # noqa: PLW2901 - taken apart digit by digit
            row.append(one)
        rows.append(row[::-1])
    return number.reshape(-1), rows
