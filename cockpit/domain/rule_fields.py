"""The fields of each kind of rule, declared once."""

from collections.abc import Collection
from copy import deepcopy

from cockpit.domain.agenda_view import MOST_CAPACITY
from cockpit.domain.cadence import DAY_MINUTES
from cockpit.domain.calling_window import STATES
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import Tone
from cockpit.domain.rules import Document, RuleField, RuleKind, Shape
from cockpit.domain.vocabulary import (
    Channel,
    ContactGoal,
    LifecycleStatus,
    QueueEffect,
    Role,
)

_YEAR_DAYS = 366
_YEAR_MINUTES = _YEAR_DAYS * DAY_MINUTES
_MOST_ROWS = 12
_CHANNELS = tuple(one.value for one in Channel)

_ID = RuleField("id", Shape.HIDDEN)
_CODE = RuleField("code", Shape.HIDDEN)
_NAME = RuleField("name", Shape.TEXT, 1, 80, default="")
_IN_USE = RuleField("is_active", Shape.SWITCH, default=True)

_STEP = (
    RuleField("wait_minutes", Shape.MINUTES, 1, _YEAR_MINUTES, default=DAY_MINUTES),
    RuleField(
        "goal", Shape.CHOICE, choices=tuple(one.value for one in ContactGoal),
        default=ContactGoal.RESUME.value,
    ),
    RuleField("channel", Shape.CHOICE, is_optional=True, choices=_CHANNELS),
)  # fmt: skip
_CAP = (
    RuleField("count", Shape.WHOLE, 1, 500, default=5, unit="contacts"),
    RuleField("days", Shape.WHOLE, 1, _YEAR_DAYS, default=7, unit="days"),
)
CADENCE = (
    RuleField(
        "statuses", Shape.CHOICES, choices=tuple(one.value for one in LifecycleStatus), default=[]
    ),
    RuleField("segment_ids", Shape.CHOICES, default=[]),
    RuleField("campaign_ids", Shape.CHOICES, default=[]),
    RuleField("retries", Shape.ROWS, 0, _MOST_ROWS, fields=_STEP, default=[]),
    RuleField("follow_ups", Shape.ROWS, 0, _MOST_ROWS, fields=_STEP, default=[]),
    RuleField("rest_days", Shape.WHOLE, 1, _YEAR_DAYS, unit="days", default=15),
    RuleField("caps", Shape.ROWS, 0, _MOST_ROWS, fields=_CAP, default=[]),
    RuleField("request_hours", Shape.WHOLE, 1, 720, unit="hours", default=24),
    RuleField("channels", Shape.ORDERED, 1, choices=_CHANNELS, default=[Channel.PHONE.value]),
    RuleField("discount_bp", Shape.PERCENT, 0, 10_000, is_optional=True),
    RuleField("confirm_days", Shape.WHOLE, 0, _YEAR_DAYS, is_optional=True, unit="days"),
    RuleField("late_days", Shape.WHOLE, 0, _YEAR_DAYS, is_optional=True, unit="days"),
    RuleField("thank_days", Shape.WHOLE, 0, _YEAR_DAYS, is_optional=True, unit="days"),
)

HOURS = (
    RuleField("opens", Shape.CLOCK, default="08:00"),
    RuleField("closes", Shape.CLOCK, default="18:00"),
    RuleField(
        "weekdays", Shape.CHOICES, 1, choices=tuple(map(str, range(7))), default=list("01234")
    ),
)
WINDOWS = (*HOURS, RuleField("optional_days", Shape.SWITCH, default=True))
#: A state's hours may follow those of everywhere.
STATE_WINDOWS = (RuleField("follows", Shape.SWITCH, default=True), *HOURS)

OFFERS = (RuleField("discount_bp", Shape.PERCENT, 0, 10_000, is_optional=True),)

_OUTCOME = (
    _ID,
    _CODE,
    _NAME,
    RuleField(
        "effect", Shape.CHOICE, choices=tuple(one.value for one in QueueEffect),
        default=QueueEffect.CALL_AGAIN.value,
    ),
    RuleField("wait_minutes", Shape.MINUTES, 1, _YEAR_MINUTES, is_optional=True, default=1440),
    RuleField("is_reached", Shape.SWITCH, default=True),
    RuleField("needs_reason", Shape.SWITCH, default=False),
    RuleField("needs_date", Shape.SWITCH, default=False),
    RuleField("needs_objection", Shape.SWITCH, default=False),
    RuleField("is_request", Shape.SWITCH, default=False),
    _IN_USE,
)  # fmt: skip
_REASON = (
    _ID,
    _CODE,
    _NAME,
    RuleField("outcome_code", Shape.CHOICE, is_optional=True),
    _IN_USE,
)
OUTCOMES = (
    RuleField("outcomes", Shape.ROWS, 1, 60, fields=_OUTCOME, default=[]),
    RuleField("reasons", Shape.ROWS, 0, 120, fields=_REASON, default=[]),
)

_ARGUMENT = (_ID, RuleField("text", Shape.LONG_TEXT, 1, 1_000, default=""), _IN_USE)
_OBJECTION = (
    _ID,
    _CODE,
    _NAME,
    RuleField("arguments", Shape.ROWS, 0, 20, fields=_ARGUMENT, default=[]),
    _IN_USE,
)
OBJECTIONS = (RuleField("objections", Shape.ROWS, 0, 500, fields=_OBJECTION, default=[]),)

_TEMPLATE = (
    _ID,
    _CODE,
    _NAME,
    RuleField(
        "channel", Shape.CHOICE, default=Channel.PHONE.value,
        choices=(Channel.EMAIL.value, Channel.WHATSAPP.value, Channel.PHONE.value),
    ),
    RuleField(
        "tone", Shape.CHOICE, choices=tuple(one.value for one in Tone), default=Tone.NEUTRAL.value
    ),
    RuleField("language", Shape.HIDDEN, default="pt_BR"),
    RuleField("subject", Shape.TEXT, 0, 300, default=""),
    RuleField("body", Shape.LONG_TEXT, 1, 20_000, default=""),
    _IN_USE,
)  # fmt: skip
TEMPLATES = (RuleField("templates", Shape.ROWS, 0, 300, fields=_TEMPLATE, default=[]),)

#: The company's settings that are rules: the field's key with the setting's own.
SETTING_KEYS = {
    "reactivation_days": "reactivation.within_days",
    "agenda_capacity": "agenda.capacity",
    "escalate_minutes": "reminders.escalate_minutes",
}
SETTINGS = (
    RuleField("reactivation_days", Shape.WHOLE, 1, _YEAR_DAYS, unit="days", default=30),
    RuleField("agenda_capacity", Shape.WHOLE, 1, MOST_CAPACITY, unit="contacts", default=60),
    RuleField("escalate_minutes", Shape.WHOLE, 0, 10_080, unit="minutes", default=30),
)

_FIELDS: dict[RuleKind, tuple[RuleField, ...]] = {
    RuleKind.CADENCE: CADENCE,
    RuleKind.WINDOWS: WINDOWS,
    RuleKind.OFFERS: OFFERS,
    RuleKind.OUTCOMES: OUTCOMES,
    RuleKind.OBJECTIONS: OBJECTIONS,
    RuleKind.TEMPLATES: TEMPLATES,
    RuleKind.SETTINGS: SETTINGS,
}
#: Whom a kind can have rules for, besides everybody.
SUBJECTS: dict[RuleKind, tuple[str, ...]] = {
    RuleKind.WINDOWS: tuple(sorted(STATES)),
    RuleKind.OFFERS: tuple(one.value for one in Role),
}


def fields_of(kind: RuleKind, subject: str = "") -> tuple[RuleField, ...]:
    """Return the fields of a kind; the cycle's have a form of their own.

    Raises:
        KeyError: The kind is the purchase cycle.
    """
    if kind is RuleKind.WINDOWS and subject:
        return STATE_WINDOWS
    return _FIELDS[kind]


def new_entry(fields: tuple[RuleField, ...]) -> Document:
    """Return an entry of a list as it begins, with a key and a code of its own."""
    key = new_id()
    entry = {one.key: deepcopy(one.default) for one in fields}
    if "id" in entry:
        entry["id"] = str(key)
    if "code" in entry:
        entry["code"] = f"own_{key.hex[-12:]}"
    return entry


def fixed_keys(kind: RuleKind, entry: Document, used: Collection[str]) -> tuple[str, ...]:
    """Return which fields of a stored entry cannot change any more.

    An outcome that a contact names keeps its effect and whether it reached somebody: who was told
    "sold" last month must not become "did not answer" by a change of today. A message keeps its
    channel and its tone: another one is another template.
    """
    if entry.get("id") not in used:
        return ()
    match kind:
        case RuleKind.OUTCOMES if "effect" in entry:
            return ("effect", "is_reached")
        case RuleKind.TEMPLATES:
            return ("channel", "tone")
        case _:
            return ()
