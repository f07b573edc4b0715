"""Who is not in the queue at an instant, and until when; agrees with ``eligibility.bar_of``."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from cockpit.analytics.segments import Flags, Integers
from cockpit.analytics.work_list.columns import NEVER, microseconds
from cockpit.analytics.work_list.store import Store
from cockpit.analytics.work_list.windows import HOLIDAY, SHUT, Places, Windows
from cockpit.domain.eligibility import (
    BAR_OF_HOLD,
    IN_CYCLE,
    JUST_CALLED,
    KEPT_WHEN_DUE,
    KEPT_WHEN_WOKEN,
    Bar,
)

BARS = tuple(Bar)
CODE_OF = {bar: code for code, bar in enumerate(BARS)}
_HOUR = JUST_CALLED.seconds * 1_000_000


@dataclass(frozen=True)
class Bars:
    """The ledger of one instant.

    Attributes:
        code: Per line, the bar's place in ``BARS``, -1 in the queue; shape (lines,).
        until: When they return by themselves, ``NEVER`` where they do not; shape (lines,).
        is_due: Whether an agreed contact is due; shape (lines,).
        is_reachable: Whether a call is allowed and possible now; shape (lines,).
    """

    code: NDArray[np.int8]
    until: Integers
    is_due: Flags
    is_reachable: Flags


class _Rule(NamedTuple):
    """A bar, whom it keeps out, and until when; None until somebody lifts it."""

    bar: Bar
    applies: Flags
    until: Integers | None = None


def due_instants(store: Store, zone: ZoneInfo) -> Integers:
    """Return when each next contact is due, ``NEVER`` without; a whole day from its start on."""
    column = store.instants("next_contact_at")
    at = column.array
    is_day = (at != NEVER) & ~store.flags("next_contact_has_time")
    if not is_day.any():
        return at
    days, place = np.unique(column.local_days(zone)[is_day], return_inverse=True)
    starts = [
        microseconds(datetime.combine(date.fromordinal(day), time(), tzinfo=zone))
        for day in days.tolist()
    ]
    due = at.copy()
    due[is_day] = np.array(starts, dtype=np.int64)[place]
    return due


def bars_of(store: Store, due: Integers, places: Places, windows: Windows, now: datetime) -> Bars:
    """Return why each customer is not in the queue at an instant.

    Args:
        store: The customers.
        due: As ``due_instants`` gives them.
        places: Where they are.
        windows: Whether calls are allowed there at this instant.
        now: Aware.
    """
    at = microseconds(now)
    is_due = (due != NEVER) & (due <= at)
    can_be_called = ~store.flags("is_phone_forbidden") & store.texts("phone").is_filled
    is_open = (windows.closed == 0)[places.number]
    code = np.full(len(store), -1, dtype=np.int8)
    until = np.full(len(store), NEVER, dtype=np.int64)
    rules = (
        *_forbidding(store, is_due, at),
        *_waiting(store, due, is_due, at),
        *_timing(store, is_due, places, windows),
    )
    for rule in reversed(rules):
        lines = np.flatnonzero(rule.applies)
        code[lines] = CODE_OF[rule.bar]
        until[lines] = NEVER if rule.until is None else rule.until[lines]
    return Bars(code, until, is_due, can_be_called & is_open)


def _forbidding(store: Store, is_due: Flags, at: int) -> list[_Rule]:
    """Return the rules that a due callback does not break, and those of blocked customers."""
    campaign_until = store.instants("campaign_until").array
    packed_until = store.instants("packed_until").array
    return [
        _Rule(Bar.DO_NOT_CONTACT, store.flags("is_phone_forbidden")),
        _Rule(Bar.NO_PHONE, ~store.texts("phone").is_filled),
        _Rule(Bar.BLOCKED, store.flags("is_blocked") & ~is_due),
        _Rule(Bar.HOLD_OUT, store.flags("is_held_out") & ~is_due, campaign_until),
        _Rule(
            Bar.OTHERS_CAMPAIGN,
            store.choices("others_campaign").is_filled & ~is_due,
            campaign_until,
        ),
        _Rule(Bar.CLAIMED, store.choices("claimed_by").is_filled),
        _Rule(Bar.PACKED, (packed_until != NEVER) & (packed_until > at), packed_until),
    ]


def _waiting(store: Store, due: Integers, is_due: Flags, at: int) -> list[_Rule]:
    """Return the rules about former calls, agreed ones, and rests."""
    last = store.instants("last_contact_at").array
    called_until = last + _HOUR
    just_called = (last != NEVER) & (last <= at) & (at < called_until) & ~is_due
    reserved_until = store.instants("reserved_until").array
    is_woken = store.flags("is_woken")
    hold, hold_until = store.members("hold"), store.instants("hold_until").array
    is_resting = (hold_until == NEVER) | (hold_until > at)
    rules = [
        _Rule(Bar.JUST_CALLED, just_called, called_until),
        _Rule(Bar.RESERVED, (reserved_until > at) & ~is_due, reserved_until),
        _Rule(Bar.SCHEDULED, (due != NEVER) & ~is_due & ~is_woken, due),
    ]
    for kind, bar in BAR_OF_HOLD.items():
        rests = is_resting & (hold.codes == hold.code(kind))
        applies = rests
        if kind not in KEPT_WHEN_DUE:
            applies = applies & ~is_due
        if kind not in KEPT_WHEN_WOKEN:
            applies = applies & ~is_woken
        rules.append(_Rule(bar, applies, hold_until))
    return rules


def _timing(store: Store, is_due: Flags, places: Places, windows: Windows) -> list[_Rule]:
    """Return the rules about the hour, and the one about who needs no call yet."""
    closed, opens_at = windows.closed[places.number], windows.opens_at[places.number]
    status = store.members("status")
    is_asked_for = store.flags("is_woken") | store.choices("post_it").is_filled
    is_in_cycle = np.isin(status.codes, [status.code(one) for one in IN_CYCLE])
    return [
        _Rule(Bar.HOLIDAY, closed == HOLIDAY, opens_at),
        _Rule(Bar.OUTSIDE_HOURS, closed == SHUT, opens_at),
        _Rule(Bar.IN_CYCLE, is_in_cycle & ~is_due & ~is_asked_for),
    ]
