"""Words for tabs, fields, comparisons and values of the filter builder."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain import bars, formats
from cockpit.domain.eligibility import Bar
from cockpit.domain.filters import KINDS, NAMED, Condition, FieldKind, Operator
from cockpit.domain.formats import Language
from cockpit.domain.list_query import Group
from cockpit.domain.vocabulary import LifecycleStatus, Light, Trend
from cockpit.ui.words import light_word, status_word, trend_word
from cockpit.ui.work_list.columns import FIELD_COLUMN

translate = QCoreApplication.translate
LIGHT_FIELDS = frozenset({"credit", "orders", "titles", "quotes", "service", "nonconformity"})
_FEW = 3


def group_word(group: Group) -> str:
    """Return a tab's name."""
    return {
        Group.ALL: translate("FilterWords", "All"),
        Group.CALLBACKS: translate("FilterWords", "Callbacks"),
        Group.AT_RISK: translate("FilterWords", "At risk"),
        Group.INACTIVE: translate("FilterWords", "Inactive"),
        Group.RECENT_INACTIVE: translate("FilterWords", "Recent inactive"),
        Group.NEW: translate("FilterWords", "New"),
        Group.ACTIVE: translate("FilterWords", "Active"),
        Group.LOST: translate("FilterWords", "Lost"),
        Group.PROSPECT: translate("FilterWords", "Prospects"),
    }[group]


def field_word(field: str) -> str:
    """Return a field's name: its column's, where there is one."""
    others = {
        "code": translate("FilterWords", "Code"),
        "name": translate("FilterWords", "Name"),
        "bar": translate("FilterWords", "Out of the queue"),
        "is_woken": translate("FilterWords", "Objection to take up again"),
        "post_it": translate("FilterWords", "Post-it"),
        NAMED: translate("FilterWords", "Customers"),
    }
    return others[field] if field in others else FIELD_COLUMN[field].header()


def operator_word(operator: Operator, kind: FieldKind) -> str:
    """Return how a value is compared, in words that fit the kind of field."""
    is_day = kind is FieldKind.DAY
    return {
        Operator.IS: translate("FilterWords", "is"),
        Operator.IS_NOT: translate("FilterWords", "is not"),
        Operator.CONTAINS: translate("FilterWords", "contains"),
        Operator.ONE_OF: translate("FilterWords", "is one of"),
        Operator.NOT_ONE_OF: translate("FilterWords", "is none of"),
        Operator.AT_LEAST: translate("FilterWords", "from day")
        if is_day
        else translate("FilterWords", "at least"),
        Operator.AT_MOST: translate("FilterWords", "until day")
        if is_day
        else translate("FilterWords", "at most"),
        Operator.BETWEEN: translate("FilterWords", "between"),
        Operator.LAST_DAYS: translate("FilterWords", "in the last days"),
        Operator.NEXT_DAYS: translate("FilterWords", "in the next days"),
        Operator.IS_EMPTY: translate("FilterWords", "is empty"),
        Operator.IS_FILLED: translate("FilterWords", "is filled in"),
    }[operator]


def fixed_choices(field: str) -> Sequence[str] | None:
    """Return the values of a closed vocabulary, or None where the list's own values count."""
    closed: dict[str, Sequence[str]] = {
        "status": [one.value for one in LifecycleStatus],
        "trend": [one.value for one in Trend],
        "bar": [one.value for one in Bar],
    }
    if field in LIGHT_FIELDS:
        return [str(int(light)) for light in Light]
    return closed.get(field)


def choice_word(field: str, value: str, language: Language) -> str:
    """Return the word for a value of a choice field."""
    match field:
        case "status":
            return status_word(LifecycleStatus(value))
        case "trend":
            return trend_word(Trend(value))
        case "bar":
            return resources.text(bars.label(Bar(value)), language)
        case _ if field in LIGHT_FIELDS:
            return light_word(field, Light(int(value)))
    return value


def condition_text(condition: Condition, language: Language) -> str:
    """Return a condition as a short sentence, for its chip."""
    kind = KINDS[condition.field]
    name = field_word(condition.field)
    if kind is FieldKind.YES_NO:
        answer = (
            translate("FilterWords", "yes")
            if condition.values[0]
            else translate("FilterWords", "no")
        )
        return f"{name}: {answer}"
    words = [_value_word(condition, kind, value, language) for value in condition.values]
    match condition.operator:
        case Operator.LAST_DAYS:
            return translate("FilterWords", "{field} in the last {count} days").format(
                field=name, count=words[0]
            )
        case Operator.NEXT_DAYS:
            return translate("FilterWords", "{field} in the next {count} days").format(
                field=name, count=words[0]
            )
        case Operator.BETWEEN:
            return translate("FilterWords", "{field} from {low} to {high}").format(
                field=name, low=words[0], high=words[1]
            )
        case Operator.ONE_OF:
            is_key = kind is FieldKind.KEY
            count = formats.integer(len(words), language)
            return f"{name}: {count if is_key else _listed(words)}"
    return f"{name} {operator_word(condition.operator, kind)} {_listed(words)}".rstrip()


def _listed(words: Sequence[str]) -> str:
    shown = ", ".join(words[:_FEW])
    return shown if len(words) <= _FEW else f"{shown} +{len(words) - _FEW}"


def _value_word(
    condition: Condition, kind: FieldKind, value: str | float | bool, language: Language
) -> str:
    if kind is FieldKind.MONEY:
        return formats.money(int(value), language)
    if kind is FieldKind.CHOICE:
        return choice_word(condition.field, str(value), language)
    if isinstance(value, str):
        is_day = kind is FieldKind.DAY
        return formats.day(date.fromisoformat(value)) if is_day else f"“{value}”"
    places = 0 if float(value).is_integer() else 1
    return formats.decimal(float(value), language, places)
