"""Rows by table and column name, with keys that the seed decides."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.clock import DEFAULT_ZONE

Row = dict[str, object]


class Tables:
    """Collects the rows of a company in the making.

    Attributes:
        rows: Rows by table, in the order in which they were added.
        as_of: The company's today.
        random: The one source of chance.
    """

    def __init__(self, as_of: date, seed: int) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.as_of = as_of
        self.random = Random(seed)  # noqa: S311 - invents a company, keeps no secret
        self._last_numbers: dict[object, int] = defaultdict(int)
        self._milliseconds = int(self.at(as_of, time(0)).timestamp() * 1000)

    def add(self, table: str, **values: object) -> UUID:
        """Add a row and return its key."""
        key = self.new_id()
        row: Row = {"id": key, **values}
        if "device_id" in values:
            row |= self._numbered(values)
        self.rows[table].append(row)
        return key

    def _numbered(self, fact: Row) -> Row:
        """Return what an immutable fact also says: its number on its device, and its instant."""
        device = fact["device_id"]
        self._last_numbers[device] += 1
        names = ("recorded_at", "occurred_at", "stated_at", "written_at", "read_at",
                 "reviewed_at", "seen_at")  # fmt: skip
        spoken_at = next((fact[name] for name in names if fact.get(name) is not None), None)
        return {"device_seq": self._last_numbers[device], "recorded_at": spoken_at}

    def new_id(self) -> UUID:
        """Return the next key: a version 7 UUID of the company's day."""
        self._milliseconds += 1
        low = self.random.getrandbits(62)
        high = self.random.getrandbits(12)
        return UUID(int=self._milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low)

    def at(self, day: date, clock: time, zone: ZoneInfo = DEFAULT_ZONE) -> datetime:
        """Return a local time of a day as an instant in UTC."""
        return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)

    def working_day(self, day: date) -> date:
        """Return the day itself, or the Monday after a weekend."""
        return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)

    def working_day_before(self, day: date) -> date:
        """Return the day itself, or the Friday before a weekend."""
        return day - timedelta(days=max(0, day.weekday() - 4))

    def office_time(self) -> time:
        """Return a time of day in office hours."""
        return time(self.random.randrange(8, 18), self.random.choice((0, 5, 10, 20, 30, 40, 50)))
