"""Who may be offered now, and who may not: why, until when, by which rule.

``bar_of`` defines the answer for one customer; whoever judges whole columns must agree with it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from cockpit.domain.calling_window import Closed, Place, Window, Wishes
from cockpit.domain.vocabulary import HoldKind, LifecycleStatus

#: A customer whom anybody called is not offered again sooner.
JUST_CALLED = timedelta(hours=1)


class Bar(StrEnum):
    """Why a customer is not in the queue; the first that applies counts."""

    DO_NOT_CONTACT = "do_not_contact"
    NO_PHONE = "no_phone"
    BLOCKED = "blocked"
    HOLD_OUT = "hold_out"
    OTHERS_CAMPAIGN = "others_campaign"
    CLAIMED = "claimed"
    PACKED = "packed"
    JUST_CALLED = "just_called"
    RESERVED = "reserved"
    SCHEDULED = "scheduled"
    CAPPED = "capped"
    CLOSED = "closed"
    RESTING = "resting"
    COOLING_DOWN = "cooling_down"
    SKIPPED = "skipped"
    HOLIDAY = "holiday"
    OUTSIDE_HOURS = "outside_hours"
    IN_CYCLE = "in_cycle"


#: Bars that an operator may override with a reason, which is logged.
OVERRIDABLE = frozenset(Bar) - {Bar.DO_NOT_CONTACT, Bar.NO_PHONE, Bar.CLAIMED, Bar.PACKED}
#: Who is in their own cycle need not be called; asking for their tab is reason enough.
IN_CYCLE = frozenset({LifecycleStatus.ACTIVE, LifecycleStatus.NEW, LifecycleStatus.RECOVERED})
#: What the ledger calls a rest.
BAR_OF_HOLD = {
    HoldKind.CAPPED: Bar.CAPPED,
    HoldKind.CLOSED: Bar.CLOSED,
    HoldKind.RESTING: Bar.RESTING,
    HoldKind.COOLING_DOWN: Bar.COOLING_DOWN,
    HoldKind.SKIPPED: Bar.SKIPPED,
}
#: Who was skipped is left alone even where a callback is due, or "next" would bring them back.
KEPT_WHEN_DUE = frozenset({HoldKind.SKIPPED})
#: A cap counts for us as well where an objection came true: nobody asked to be called.
KEPT_WHEN_WOKEN = frozenset({HoldKind.SKIPPED, HoldKind.CAPPED})


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether one customer may be offered; instants are aware, in UTC.

    Attributes:
        status: On the list's day.
        is_phone_forbidden: Whether they asked not to be called.
        has_phone: Whether there is a number to dial.
        is_blocked: Whether sales to them are blocked.
        is_held_out: Whether a running campaign keeps them aside to compare with.
        others_campaign: The running campaign that only others call for; empty without.
        campaign_until: When the campaign that keeps them from the user is over; None without, or
            where it has no end.
        claimed_by: Who is on them, other than the user; empty where nobody is. Nobody knows for how
            long: their program renews the lease.
        packed_by: The colleague who took them along to the field; empty where nobody did.
        packed_until: Until when; they return by themselves.
        last_contact_at: The last logged contact.
        last_contact_by: Who logged it.
        reserved_until: A colleague's own callback that is still to come.
        reserved_by: Whose.
        due_at: The one next contact that the user sees, its reminder's lead taken off; whole days
            count from their local start.
        hold: Why they rest.
        hold_until: Until when; None rests until somebody takes them.
        is_woken: Whether an objection of theirs just came true, which ends a rest.
        is_raised: Whether a post-it for the user asks for a call, which their own cycle does not
            keep back.
    """

    status: LifecycleStatus
    is_phone_forbidden: bool = False
    has_phone: bool = True
    is_blocked: bool = False
    is_held_out: bool = False
    others_campaign: str = ""
    campaign_until: datetime | None = None
    claimed_by: str = ""
    packed_by: str = ""
    packed_until: datetime | None = None
    last_contact_at: datetime | None = None
    last_contact_by: str = ""
    reserved_until: datetime | None = None
    reserved_by: str = ""
    due_at: datetime | None = None
    hold: HoldKind | None = None
    hold_until: datetime | None = None
    is_woken: bool = False
    is_raised: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """A customer's standing, with what their calling hours depend on."""

    standing: Standing
    place: Place
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class Barred:
    """The answer of the ledger.

    Attributes:
        bar: Why.
        until: When they return by themselves, aware, in UTC; None where they do not.
        who: The colleague whom it is about, or the campaign's or the holiday's name; else empty.
    """

    bar: Bar
    until: datetime | None = None
    who: str = ""


def bar_of(standing: Standing, window: Window, *, now: datetime) -> Barred | None:  # noqa: C901, PLR0911, PLR0912 - one return per rule, in their order
    """Return why a customer is not offered at an instant, or None where they are.

    A callback that is due is a commitment: neither a rest nor the own cycle keeps it back; only
    what forbids or makes a call impossible does.
    """
    one = standing
    is_due = one.due_at is not None and one.due_at <= now
    if one.is_phone_forbidden:
        return Barred(Bar.DO_NOT_CONTACT)
    if not one.has_phone:
        return Barred(Bar.NO_PHONE)
    if one.is_blocked and not is_due:
        return Barred(Bar.BLOCKED)
    if one.is_held_out and not is_due:
        return Barred(Bar.HOLD_OUT, one.campaign_until)
    if one.others_campaign and not is_due:
        return Barred(Bar.OTHERS_CAMPAIGN, one.campaign_until, one.others_campaign)
    if one.claimed_by:
        return Barred(Bar.CLAIMED, who=one.claimed_by)
    if one.packed_until is not None and one.packed_until > now:
        return Barred(Bar.PACKED, one.packed_until, one.packed_by)
    if one.last_contact_at is not None and not is_due:
        called_until = one.last_contact_at + JUST_CALLED
        if one.last_contact_at <= now < called_until:
            return Barred(Bar.JUST_CALLED, called_until, one.last_contact_by)
    if one.reserved_until is not None and not is_due:
        return Barred(Bar.RESERVED, one.reserved_until, one.reserved_by)
    if one.due_at is not None and not is_due and not one.is_woken:
        return Barred(Bar.SCHEDULED, one.due_at)
    is_resting = one.hold is not None and (one.hold_until is None or one.hold_until > now)
    is_called_for = (is_due and one.hold not in KEPT_WHEN_DUE) or (
        one.is_woken and one.hold not in KEPT_WHEN_WOKEN
    )
    if one.hold is not None and is_resting and not is_called_for:
        return Barred(BAR_OF_HOLD[one.hold], one.hold_until)
    if window.closed is Closed.HOLIDAY:
        return Barred(Bar.HOLIDAY, window.opens_at, window.holiday)
    if window.closed is not None:
        return Barred(Bar.OUTSIDE_HOURS, window.opens_at)
    if one.status in IN_CYCLE and not (is_due or one.is_woken or one.is_raised):
        return Barred(Bar.IN_CYCLE)
    return None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One reason of the ledger, with how many customers it keeps out.

    Attributes:
        bar: The reason; None are those in the queue.
        count: Customers.
        at_risk_cents: Their money at risk.
        next_at: When the first of them returns; None where none does by itself.
    """

    bar: Bar | None
    count: int
    at_risk_cents: int
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All customers by why they are in the queue or not; every customer counts once."""

    lines: tuple[LedgerLine, ...] = field(default=())
