"""Decides what a calendar file's events would change, with reasons for those that change nothing.

An event is known by its UID, which the program's own files and files taken in before have. Of
others the words decide whom they are about, the surest first; where they name nobody, or several,
the user is asked. Nothing that is open is replaced unless the user says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cockpit.domain.calendar_clues import ClueKind, Clues, clues_of
from cockpit.domain.calendar_files import IncomingEvent, local_midnight
from cockpit.domain.calendar_plan import CalendarStep, PlannedEvent, StoredNext
from cockpit.domain.calling_window import Place, WindowRules, Wishes, window_now
from cockpit.domain.messages import Message
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import AppointmentState
from cockpit.services.ports import CurrentUser, ReadUnit

#: Files hold whole seconds.
_SAME = timedelta(seconds=1)
_MOST_CANDIDATES = 20
_NOBODY = Message.of("calendar.no_client")
_SEVERAL = Message.of("calendar.several_clients")


@dataclass(frozen=True, slots=True)
class _Match:
    """Whom an event is about."""

    customer_ids: tuple[UUID, ...] = ()
    clue: ClueKind | None = None


def plan(
    unit: ReadUnit,
    events: Sequence[IncomingEvent],
    *,
    user: CurrentUser,
    now: datetime,
    zone: ZoneInfo,
    assigned: Mapping[int, UUID],
) -> tuple[PlannedEvent, ...]:
    """Return what each event would change.

    Args:
        unit: Reads the database.
        events: A file's, in their order.
        user: Who takes them in.
        now: The present instant.
        zone: Where "today" is meant.
        assigned: Whom the user said that events are about, by the events' numbers.
    """
    known = unit.calendars.known({event.uid for event in events if event.uid})
    strangers = [one for one in events if one.uid not in known or one.number in assigned]
    lively = [one for one in strangers if _is_open(one) and not _is_past(one, now, zone)]
    matches = _matches(unit, lively, assigned)
    judge = _judge(unit, matches, known.values(), user=user, now=now, zone=zone)
    stranger_numbers = {one.number for one in strangers}
    taken: set[UUID | None] = set()
    cancelled: set[UUID | None] = set()
    planned: dict[int, PlannedEvent] = {}
    # A known event of a client comes before a new one, an earlier before a later.
    for event in sorted(events, key=lambda one: _rank(one, stranger_numbers, now)):
        if event.number in stranger_numbers:
            one = judge.stranger(event, matches.get(event.number, _Match()), cancelled)
        else:
            one = judge.known(event, known[event.uid])
        if one.step is CalendarStep.CANCEL:
            cancelled.add(one.customer_id)
        elif one.is_doable and one.customer_id in taken:
            one = replace(_refused(one, "one_per_client"), is_chosen=False)
        elif one.is_doable or one.step is CalendarStep.SAME:
            taken.add(one.customer_id)
        planned[event.number] = one
    return tuple(planned[event.number] for event in events)


def _rank(event: IncomingEvent, strangers: set[int], now: datetime) -> tuple[bool, bool, datetime]:
    """Return an event's place in the order of judging."""
    return event.number in strangers, event.starts_at is None, event.starts_at or now


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges single events by what is stored of their customers."""

    user: CurrentUser
    now: datetime
    zone: ZoneInfo
    names: Mapping[UUID, str]
    open_next: Mapping[UUID, StoredNext]
    unreachable: frozenset[UUID]
    places: Mapping[UUID, tuple[Place, Wishes]]
    rules: WindowRules

    def known(self, event: IncomingEvent, stored: StoredNext) -> PlannedEvent:
        """Return what becomes of a next contact that the program knows."""
        one = PlannedEvent(
            event,
            CalendarStep.SAME,
            customer_id=stored.customer_id,
            customer_name=stored.customer_name,
            before=stored,
        )
        if event.trouble is not None:
            return replace(one, step=CalendarStep.REFUSE, reason=event.trouble)
        if stored.state is not AppointmentState.OPEN:
            return one if event.is_cancelled else _refused(one, "already_closed")
        if not event.is_cancelled and _is_same(event, stored):
            return one
        return self._changed(one, stored)

    def _changed(self, one: PlannedEvent, stored: StoredNext) -> PlannedEvent:
        if not self._may_change(stored):
            return _refused(one, "not_yours", owner=stored.owner_name)
        if one.event.is_cancelled:
            return self._unless_stale(replace(one, step=CalendarStep.CANCEL, is_chosen=True))
        if _is_past(one.event, self.now, self.zone):
            return _refused(one, "is_past")
        moved = self._unless_stale(replace(one, step=CalendarStep.MOVE, is_chosen=True))
        return self._unless_outside(moved)

    def stranger(
        self, event: IncomingEvent, match: _Match, cancelled: set[UUID | None]
    ) -> PlannedEvent:
        """Return what becomes of an event that the program does not know."""
        one = PlannedEvent(event, CalendarStep.REFUSE, reason=event.trouble)
        if event.trouble is not None:
            return one
        if event.is_cancelled:
            return _refused(one, "cancelled_unknown")
        if _is_past(event, self.now, self.zone):
            return _refused(one, "is_past")
        if len(match.customer_ids) != 1:
            candidates = tuple(
                (key, self.names.get(key, "")) for key in match.customer_ids[:_MOST_CANDIDATES]
            )
            reason = _SEVERAL if candidates else _NOBODY
            return replace(one, step=CalendarStep.ASK, reason=reason, candidates=candidates)
        return self._matched(one, match, is_free=match.customer_ids[0] in cancelled)

    def _matched(self, one: PlannedEvent, match: _Match, *, is_free: bool) -> PlannedEvent:
        key = match.customer_ids[0]
        before = None if is_free else self.open_next.get(key)
        one = replace(
            one,
            customer_id=key,
            customer_name=self.names.get(key, ""),
            clue=match.clue,
            before=before,
        )
        if key in self.unreachable:
            return _refused(one, "wants_no_contact")
        if before is None:
            return self._unless_outside(replace(one, step=CalendarStep.NEW, is_chosen=True))
        if _is_same(one.event, before):
            return replace(one, step=CalendarStep.SAME)
        if not self._may_change(before):
            return _refused(one, "not_yours", owner=before.owner_name)
        return replace(one, step=CalendarStep.REPLACE, reason=Message.of("calendar.has_another"))

    def _unless_stale(self, one: PlannedEvent) -> PlannedEvent:
        """Leave alone what was changed here after the file was made, unless it is asked for."""
        changed_at, before = one.event.changed_at, one.before
        if changed_at is None or before is None or changed_at + _SAME > before.changed_at:
            return one
        return replace(one, is_chosen=False, reason=Message.of("calendar.older_file"))

    def _unless_outside(self, one: PlannedEvent) -> PlannedEvent:
        """Leave out, unless it is asked for, what is at an hour at which nobody may call them."""
        at, key = one.event.starts_at, one.customer_id
        if not one.is_chosen or at is None or not one.event.has_time or key is None:
            return one
        place = self.places.get(key)
        if place is None or window_now(*place, self.rules, at).closed is None:
            return one
        return replace(one, is_chosen=False, reason=Message.of("calendar.outside_hours"))

    def _may_change(self, stored: StoredNext) -> bool:
        return stored.owner_id in {None, self.user.user_id} or self.user.may(
            Task.CHANGE_COLLEAGUES_AGENDA
        )


def _judge(
    unit: ReadUnit,
    matches: Mapping[int, _Match],
    known: Iterable[StoredNext],
    *,
    user: CurrentUser,
    now: datetime,
    zone: ZoneInfo,
) -> _Judge:
    """Read what is stored of the customers that events are about."""
    keys = {key for one in matches.values() for key in one.customer_ids}
    sole = {one.customer_ids[0] for one in matches.values() if len(one.customer_ids) == 1}
    return _Judge(
        user,
        now,
        zone,
        names=unit.customers.names(keys) if keys else {},
        open_next=unit.calendars.open_next(sole),
        unreachable=frozenset(unit.calendars.unreachable(sole)),
        places=unit.queue.places([*sole | {one.customer_id for one in known}]),
        rules=unit.queue.window_rules(),
    )


def _matches(
    unit: ReadUnit, events: Iterable[IncomingEvent], assigned: Mapping[int, UUID]
) -> dict[int, _Match]:
    """Return whom events are about, by the events' numbers."""
    found = {number: _Match((key,)) for number, key in assigned.items()}
    open_clues = {one.number: clues_of(one) for one in events if one.number not in found}
    for kind in ClueKind:
        wanted = {value for clues in open_clues.values() for value in clues.get(kind, ())}
        if not wanted:
            continue
        customers = unit.calendars.customers_by(kind, wanted)
        for number, clues in [*open_clues.items()]:
            match = _first_match(kind, clues, customers)
            if match is not None:
                found[number] = match
                del open_clues[number]
    return found


def _first_match(
    kind: ClueKind, clues: Clues, customers: Mapping[str, tuple[UUID, ...]]
) -> _Match | None:
    """Return whom the clues of a kind lead to.

    Several numbers or addresses of one client are one client's; of names the longest that leads
    anywhere counts, because shorter ones are parts of it.
    """
    led = [customers[value] for value in clues.get(kind, ()) if value in customers]
    if not led:
        return None
    if kind is ClueKind.NAME:
        return _Match(led[0], kind)
    return _Match(tuple(dict.fromkeys(key for keys in led for key in keys)), kind)


def _is_open(event: IncomingEvent) -> bool:
    return event.trouble is None and not event.is_cancelled


def _is_past(event: IncomingEvent, now: datetime, zone: ZoneInfo) -> bool:
    at = event.starts_at
    if at is None or event.has_time:
        return at is None or at <= now
    return at < local_midnight(now.astimezone(zone).date(), zone)


def _is_same(event: IncomingEvent, stored: StoredNext) -> bool:
    at = event.starts_at
    is_at = at is not None and abs(at - stored.due_at) < _SAME
    return is_at and event.has_time == stored.has_time


def _refused(one: PlannedEvent, key: str, **values: str) -> PlannedEvent:
    reason = Message.of(f"calendar.{key}", **values)
    return replace(one, step=CalendarStep.REFUSE, reason=reason)
