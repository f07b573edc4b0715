"""The work list by the written rules, customer by customer: what the table must agree with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from cockpit.domain.calling_window import Place, WindowRules, Wishes, window_now, zone_of
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.eligibility import Barred, Standing, bar_of
from cockpit.domain.filters import Filter, holds
from cockpit.domain.list_query import Group, ListQuery, SortKey
from cockpit.domain.plain_text import plain
from cockpit.domain.search_terms import terms_of
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.domain.work_list import ROW_FIELDS, CustomerRow

_SHARES = {"gap_quantile": "gap_quantile_bp", "none_90": "none_90_bp", "alive": "alive_bp"}
_URGENCY = {LifecycleStatus.AT_RISK: 0, LifecycleStatus.INACTIVE: 1}


@dataclass(frozen=True)
class Known:
    """A customer's row with what decides about it."""

    row: CustomerRow
    search_text: str
    due_at: datetime | None


@dataclass(frozen=True)
class WrittenRules:
    """The list as a person would make it."""

    columns: WorkListColumns
    rules: WindowRules
    as_of: date
    now: datetime
    zone: ZoneInfo = DEFAULT_ZONE

    def customers(self) -> list[Known]:
        return [self._known(line) for line in range(len(self.columns.customer_id))]

    def select(self, query: ListQuery) -> list[CustomerRow]:
        """Return the rows that a query means, in its order."""
        found = [one for one in self.customers() if self.is_meant(one, query)]
        found.sort(key=self._calling_key)
        for key in reversed(query.sorting):
            found = _sorted(found, key)
        return [one.row for one in found]

    def is_meant(self, known: Known, query: ListQuery) -> bool:
        words = all(term in known.search_text for term in terms_of(query.text))
        return words and self.is_in(known, query.group) and self._is_kept(known, query.filter)

    def is_in(self, known: Known, group: Group) -> bool:
        row = known.row
        tomorrow = datetime.combine(self.as_of + timedelta(days=1), time(), tzinfo=self.zone)
        match group:
            case Group.ALL:
                return True
            case Group.CALLBACKS:
                return known.due_at is not None and known.due_at < tomorrow
            case Group.RECENT_INACTIVE:
                is_recent = row.last_order_on and row.last_order_on >= self.as_of - timedelta(730)
                return row.status is LifecycleStatus.INACTIVE and bool(is_recent)
            case Group.ACTIVE:
                return row.status in (LifecycleStatus.ACTIVE, LifecycleStatus.RECOVERED)
        return row.status.value == group.value

    def _is_kept(self, known: Known, asked: Filter | None) -> bool:
        if asked is None or not asked.conditions:
            return True
        answers = (
            holds(one, self._local(getattr(known.row, one.field)), today=self.as_of)
            for one in asked.conditions
        )
        return any(answers) if asked.is_any else all(answers)

    def _local(self, value: Any) -> Any:
        return value.astimezone(self.zone).date() if isinstance(value, datetime) else value

    def _calling_key(self, known: Known) -> tuple[Any, ...]:
        row = known.row
        is_due = known.due_at is not None and known.due_at <= self.now
        return (
            not is_due,
            known.due_at if is_due else datetime.min.replace(tzinfo=UTC),
            not row.is_woken,
            not row.post_it,
            row.bar is not None,
            -row.at_risk_cents,
            _URGENCY.get(row.status, 2),
            row.cycles_late is None,
            -(row.cycles_late or 0),
            plain(row.name),
            row.customer_id.int,
        )

    def _known(self, line: int) -> Known:
        stored = {name: getattr(self.columns, name)[line] for name in _STORED}
        due_at = self._due_at(stored)
        barred = self._barred(stored, due_at)
        day = stored["last_order_day"]
        derived = {
            "last_order_on": day and date.fromordinal(day),
            "recency_days": None if day is None else max(self.as_of.toordinal() - day, 0),
            "bar": barred and barred.bar,
            "bar_until": barred and barred.until,
            "bar_who": barred.who if barred else "",
        }
        for name, points in _SHARES.items():
            derived[name] = None if stored[points] is None else stored[points] / 10_000
        row = CustomerRow(**{name: (stored | derived)[name] for name in ROW_FIELDS})
        return Known(row, stored["search_text"], due_at)

    def _due_at(self, stored: dict[str, Any]) -> datetime | None:
        at: datetime | None = stored["next_contact_at"]
        if at is None or stored["next_contact_has_time"]:
            return at
        return datetime.combine(at.astimezone(self.zone).date(), time(), tzinfo=self.zone)

    def _barred(self, stored: dict[str, Any], due_at: datetime | None) -> Barred | None:
        reserved = stored["reserved_until"]
        is_reserved = reserved is not None and reserved > self.now
        standing = Standing(
            status=stored["status"],
            is_phone_forbidden=stored["is_phone_forbidden"],
            has_phone=bool(stored["phone"]),
            is_blocked=stored["is_blocked"],
            is_held_out=stored["is_held_out"],
            others_campaign=stored["others_campaign"],
            campaign_until=stored["campaign_until"],
            claimed_by=stored["claimed_by"],
            packed_by=stored["packed_by"],
            packed_until=stored["packed_until"],
            last_contact_at=stored["last_contact_at"],
            last_contact_by=stored["last_contact_by"],
            reserved_until=reserved if is_reserved else None,
            reserved_by=stored["reserved_by"],
            due_at=due_at,
            hold=stored["hold"],
            hold_until=stored["hold_until"],
            is_woken=stored["is_woken"],
            is_raised=bool(stored["post_it"]),
        )
        place = Place(stored["state"], stored["city"], zone_of(stored["state"], stored["zone"]))
        wishes = Wishes(
            stored["preferred_from_minute"],
            stored["preferred_until_minute"],
            stored["preferred_weekdays"],
        )
        return bar_of(standing, window_now(place, wishes, self.rules, self.now), now=self.now)


_STORED = tuple(WorkListColumns.__dataclass_fields__)


def _sorted(known: Sequence[Known], key: SortKey) -> list[Known]:
    """Return customers by a field; unknown values last both ways, equal ones as they were."""
    valued = [(_sort_value(getattr(one.row, key.field)), one) for one in known]
    filled = [one for one in valued if one[0] is not None]
    filled.sort(key=lambda one: one[0], reverse=key.is_descending)
    return [one for _, one in filled] + [one for value, one in valued if value is None]


def _sort_value(value: Any) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, Enum):
        return list(type(value)).index(value)
    return plain(value) if isinstance(value, str) else value
