"""The days without calls that a company keeps besides the public holidays.

They are those of its own and of municipalities, which no library knows. A list of them is text,
one day a line: ``24/06/2026;São João;PE;Caruaru`` (state and city may be left out).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import StorableTexts, plain
from cockpit.domain.states import state_code

NAME_LENGTH, CITY_LENGTH = 80, 80
_BRAZILIAN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SEPARATORS = (";", "\t", ",")
#: What a list's first line may call the day.
_HEADINGS = frozenset({"data", "dia", "date", "day"})


@dataclass(frozen=True, slots=True)
class DayOffDraft(StorableTexts):
    """A day that is to be kept.

    Attributes:
        day: When.
        name: What it is called.
        state: Two letters; empty is everywhere.
        city: Of that state; empty is all of it.
    """

    day: date
    name: str
    state: str = ""
    city: str = ""

    @property
    def key(self) -> tuple[date, str, str]:
        """Return what tells it from others: two names for one day and place are one."""
        return self.day, self.state, plain(self.city)

    def check(self) -> None:
        """Make sure that it can be stored.

        Raises:
            BadInputError: It has no name, no such state, a city without one, or is too long.
        """
        if not self.name.strip():
            raise BadInputError("day_off_needs_name")
        if self.state and state_code(self.state) != self.state:
            raise BadInputError("day_off_bad_state", value=self.state)
        if self.city and not self.state:
            raise BadInputError("day_off_city_without_state", city=self.city)
        if len(self.name) > NAME_LENGTH or len(self.city) > CITY_LENGTH:
            raise BadInputError("day_off_too_long", limit=NAME_LENGTH)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is kept.

    Attributes:
        is_optional: Whether it is kept only where the company keeps optional days.
    """

    day_id: UUID
    day: date
    name: str
    state: str = ""
    city: str = ""
    is_optional: bool = False

    @property
    def key(self) -> tuple[date, str, str]:
        """Return what tells it from others, as of a draft."""
        return self.day, self.state, plain(self.city)


@dataclass(frozen=True, slots=True)
class DayList:
    """What a list says.

    Attributes:
        drafts: The days, each once.
        bad_lines: Numbers of the lines that were not understood, from 1.
    """

    drafts: tuple[DayOffDraft, ...]
    bad_lines: tuple[int, ...]


def read_list(text: str) -> DayList:
    """Return the days of a list; blank lines and a heading are passed over."""
    found: dict[tuple[date, str, str], DayOffDraft] = {}
    bad = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        cells = _cells(line)
        if not any(cells) or (number == 1 and plain(cells[0]) in _HEADINGS):
            continue
        draft = _draft(cells)
        if draft is None:
            bad.append(number)
        else:
            found.setdefault(draft.key, draft)
    return DayList(tuple(found.values()), tuple(bad))


def read_day(text: str) -> date | None:
    """Return a day written as 24/06/2026 or 2026-06-24; None where it is neither."""
    words = text.strip()
    match = _BRAZILIAN.fullmatch(words)
    try:
        if match is not None:
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day)
        return date.fromisoformat(words) if len(words) == len("2026-06-24") else None
    except ValueError:
        return None


def _cells(line: str) -> list[str]:
    separator = next((one for one in _SEPARATORS if one in line), _SEPARATORS[0])
    return [cell.strip().strip('"').strip() for cell in line.split(separator)]


def _draft(cells: Sequence[str]) -> DayOffDraft | None:
    day = read_day(cells[0])
    name, state, city = [*cells[1:4], "", "", ""][:3]
    code = state_code(state) if state else ""
    if day is None or code is None:
        return None
    draft = DayOffDraft(day, name, code, city)
    try:
        draft.check()
    except BadInputError:
        return None
    return draft
