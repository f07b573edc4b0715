"""Rules in words of the present language."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain import formats
from cockpit.domain.cadence import DAY_MINUTES, DEFAULT_POLICY
from cockpit.domain.formats import Language
from cockpit.domain.message_templates import Tone
from cockpit.domain.rules import Difference, RuleField, RuleKind, Shape, entry_name
from cockpit.domain.vocabulary import Channel, ContactGoal, LifecycleStatus
from cockpit.ui.messages.words import tone_word
from cockpit.ui.wishes.words import weekday_word
from cockpit.ui.words import channel_word, goal_word, status_word

translate = QCoreApplication.translate

NOTHING = "–"
#: Choices that the database names, by field.
Names = Mapping[str, tuple[tuple[str, str], ...]]
HOUR_MINUTES = 60
_LONGEST = 60


def kind_word(kind: RuleKind) -> str:
    """Return the name of a kind of rule."""
    return {
        RuleKind.CYCLE: lambda: translate("Rules", "Purchase cycle"),
        RuleKind.CADENCE: lambda: translate("Rules", "Cadence"),
        RuleKind.WINDOWS: lambda: translate("Rules", "Calling hours"),
        RuleKind.OFFERS: lambda: translate("Rules", "Offers"),
        RuleKind.OUTCOMES: lambda: translate("Rules", "Outcomes"),
        RuleKind.OBJECTIONS: lambda: translate("Rules", "Objections"),
        RuleKind.TEMPLATES: lambda: translate("Rules", "Templates and scripts"),
        RuleKind.SETTINGS: lambda: translate("Rules", "Settings"),
    }[kind]()


def kind_explained(kind: RuleKind) -> str:
    """Return what a kind of rule decides, in one sentence."""
    return {
        RuleKind.CYCLE: lambda: translate("Rules", "When silence becomes risk."),
        RuleKind.CADENCE: lambda: translate(
            "Rules",
            "After which pauses a customer is contacted again. The first wait holds where the "
            "outcome has none of its own. Nothing ticked means everybody.",
        ),
        RuleKind.WINDOWS: lambda: translate(
            "Rules", "When customers may be called, in the time of their own place."
        ),
        RuleKind.OFFERS: lambda: translate(
            "Rules", "Which discount may be offered without asking anybody."
        ),
        RuleKind.OUTCOMES: lambda: translate(
            "Rules",
            "What can come of a contact. An outcome that contacts name is never deleted and keeps "
            "its effect, because those contacts were counted by it.",
        ),
        RuleKind.OBJECTIONS: lambda: translate(
            "Rules", "What customers object, and the answers with their measured success."
        ),
        RuleKind.TEMPLATES: lambda: translate(
            "Rules", "Messages and scripts, tried on a customer before they are published."
        ),
        RuleKind.SETTINGS: lambda: translate("Rules", "Numbers that hold for the whole company."),
    }[kind]()


def subject_word(kind: RuleKind, key: str, language: Language) -> str:
    """Return whom a rule is for."""
    match kind:
        case RuleKind.CADENCE if key == DEFAULT_POLICY.name:
            return translate("Rules", "Everybody")
        case RuleKind.CADENCE:
            return key
        case RuleKind.OFFERS if key:
            return resources.text(f"rule.role_{key}", language)
        case RuleKind.WINDOWS:
            return key or translate("Rules", "All states")
        case _:
            return key or translate("Rules", "Everybody")


def version_word(version: int, language: Language) -> str:
    """Return a version's number; a dash where nothing was published."""
    return formats.integer(version, language) if version else NOTHING


def choice_word(one: RuleField, value: str, language: Language, names: Names) -> str:
    """Return the word for a choice of a field."""
    words: Mapping[str, Callable[[str], str]] = {
        "statuses": lambda key: status_word(LifecycleStatus(key)),
        "goal": lambda key: goal_word(ContactGoal(key)),
        "channel": lambda key: channel_word(Channel(key)),
        "channels": lambda key: channel_word(Channel(key)),
        "weekdays": lambda key: weekday_word(int(key)),
        "tone": lambda key: tone_word(Tone(key)),
        "effect": lambda key: resources.text(f"rule.effect_{key}", language),
    }
    if one.key in words:
        return words[one.key](value)
    return dict(names.get(one.key, ())).get(value, value)


def field_word(one: RuleField, language: Language) -> str:
    """Return what a field is called."""
    return resources.text(one.title, language)


def unit_word(one: RuleField, language: Language, count: int = 0) -> str:
    """Return the unit behind a field's number, of one where it is one; nothing without a unit."""
    if one.shape is Shape.PERCENT:
        return "%"
    return counted_unit(one.unit, language, count) if one.unit else ""


def counted_unit(unit: str, language: Language, count: int) -> str:
    """Return the word for a unit of which there are so many."""
    return resources.text(f"rule.{'one' if count == 1 else 'unit'}_{unit}", language)


def value_text(  # noqa: PLR0911 - one way per shape
    one: RuleField, value: Any, language: Language, names: Names
) -> str:
    """Return a field's value as it is read in a history."""
    if value is None or value in ("", []):
        return NOTHING
    match one.shape:
        case Shape.WHOLE:
            return f"{formats.integer(value, language)} {unit_word(one, language, value)}".strip()
        case Shape.PERCENT:
            return f"{formats.decimal(value / 100, language)}%"
        case Shape.MINUTES:
            return minutes_text(value, language)
        case Shape.SWITCH:
            return translate("Rules", "yes") if value else translate("Rules", "no")
        case Shape.CHOICE:
            return choice_word(one, value, language, names)
        case Shape.CHOICES | Shape.ORDERED:
            return ", ".join(choice_word(one, each, language, names) for each in value)
        case Shape.ROWS if isinstance(value, dict):
            return entry_name(value) or row_text(one, value, language, names)
        case Shape.ROWS:
            return translate("Rules", "another order")
        case _:
            text = " ".join(str(value).split())
            return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def row_text(one: RuleField, row: dict[str, Any], language: Language, names: Names) -> str:
    """Return an entry without a name as its values."""
    said = (value_text(each, row.get(each.key), language, names) for each in one.fields)
    return " · ".join(text for text in said if text != NOTHING)


def minutes_text(minutes: int, language: Language) -> str:
    """Return minutes as people read them: whole days, whole hours, else minutes."""
    for unit, word in ((DAY_MINUTES, "days"), (HOUR_MINUTES, "hours"), (1, "minutes")):
        if minutes % unit == 0:
            count = minutes // unit
            return f"{formats.integer(count, language)} {counted_unit(word, language, count)}"
    raise AssertionError(timedelta(minutes=minutes))


def difference_words(one: Difference, language: Language, names: Names) -> tuple[str, str, str]:
    """Return what differs, and both values."""
    what = " · ".join(filter(None, (one.entry, field_word(one.field, language))))
    if one.field.shape is Shape.ROWS and isinstance(one.before, list):
        return what, NOTHING, translate("Rules", "another order")
    before, after = (value_text(one.field, v, language, names) for v in (one.before, one.after))
    return what, before, after
