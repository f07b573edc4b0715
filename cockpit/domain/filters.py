"""The filter builder: conditions over the fields of the work list, as saved and as evaluated.

``holds`` defines what a condition means; whoever evaluates whole columns must agree with it.
Unknown values (None, an empty text) meet ``IS_EMPTY`` and ``IS_NOT``/``NOT_ONE_OF`` alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import StorableTexts, plain

#: The screen whose saved filters are views of the work list.
WORK_LIST = "work_list"
_NOBODY = str(UUID(int=0))


class FieldKind(StrEnum):
    """What a field holds, which decides its operators."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    CHOICE = "choice"
    YES_NO = "yes_no"
    KEY = "key"


class Operator(StrEnum):
    """How a value is compared; texts without accents and case."""

    IS = "is"
    IS_NOT = "is_not"
    CONTAINS = "contains"
    ONE_OF = "one_of"
    NOT_ONE_OF = "not_one_of"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    LAST_DAYS = "last_days"
    NEXT_DAYS = "next_days"
    IS_EMPTY = "is_empty"
    IS_FILLED = "is_filled"


_ALWAYS = (Operator.IS_EMPTY, Operator.IS_FILLED)
OPERATORS: Mapping[FieldKind, tuple[Operator, ...]] = {
    FieldKind.TEXT: (Operator.CONTAINS, Operator.IS, Operator.IS_NOT, *_ALWAYS),
    FieldKind.NUMBER: (Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN, *_ALWAYS),
    FieldKind.MONEY: (Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN),
    FieldKind.DAY: (
        Operator.LAST_DAYS, Operator.NEXT_DAYS, Operator.AT_LEAST, Operator.AT_MOST,
        Operator.BETWEEN, *_ALWAYS,
    ),
    FieldKind.CHOICE: (Operator.ONE_OF, Operator.NOT_ONE_OF, *_ALWAYS),
    FieldKind.YES_NO: (Operator.IS,),
    FieldKind.KEY: (Operator.ONE_OF,),
}  # fmt: skip


#: Every field that can be asked for, by its name in ``CustomerRow``.
FIELDS: Mapping[str, FieldKind] = {
    "name": FieldKind.TEXT,
    "code": FieldKind.TEXT,
    "tax_id": FieldKind.TEXT,
    "phone": FieldKind.TEXT,
    "company": FieldKind.CHOICE,
    "city": FieldKind.CHOICE,
    "state": FieldKind.CHOICE,
    "segment": FieldKind.CHOICE,
    "region": FieldKind.CHOICE,
    "owner": FieldKind.CHOICE,
    "campaign": FieldKind.CHOICE,
    "objection": FieldKind.CHOICE,
    "status": FieldKind.CHOICE,
    "trend": FieldKind.CHOICE,
    "bar": FieldKind.CHOICE,
    "last_order_on": FieldKind.DAY,
    "last_contact_at": FieldKind.DAY,
    "next_contact_at": FieldKind.DAY,
    "frequency_days": FieldKind.NUMBER,
    "recency_days": FieldKind.NUMBER,
    "cycles_late": FieldKind.NUMBER,
    "value_cents": FieldKind.MONEY,
    "value_12m_cents": FieldKind.MONEY,
    "at_risk_cents": FieldKind.MONEY,
    "lost_so_far_cents": FieldKind.MONEY,
    "overdue_cents": FieldKind.MONEY,
    "credit": FieldKind.CHOICE,
    "orders": FieldKind.CHOICE,
    "titles": FieldKind.CHOICE,
    "quotes": FieldKind.CHOICE,
    "service": FieldKind.CHOICE,
    "nonconformity": FieldKind.CHOICE,
    "is_blocked": FieldKind.YES_NO,
    "is_woken": FieldKind.YES_NO,
    "post_it": FieldKind.TEXT,
}
#: Named customers, by their keys; what a figure elsewhere opens, and nobody types.
NAMED = "customer_id"
#: What every field holds, with the one that is not offered.
KINDS: Mapping[str, FieldKind] = {**FIELDS, NAMED: FieldKind.KEY}


@dataclass(frozen=True, slots=True)
class Condition(StorableTexts):
    """One comparison.

    Attributes:
        field: A name in ``KINDS``.
        operator: One of the field's kind.
        values: Texts, numbers (money in cents), ISO days or True/False as the operator needs:
            one, two for ``BETWEEN``, any number for the choices, none for ``IS_EMPTY``.
    """

    field: str
    operator: Operator
    values: tuple[str | int | float | bool, ...] = ()

    def check(self) -> None:
        """Raise ``BadInputError`` where the condition means nothing."""
        kind = KINDS.get(self.field)
        if kind is None or self.operator not in OPERATORS[kind]:
            raise BadInputError("filter_unknown", field=self.field)
        if not _VALUES[self.operator](len(self.values)):
            raise BadInputError("filter_incomplete", field=self.field)


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all hold, or of which any does."""

    conditions: tuple[Condition, ...]
    is_any: bool = False

    @classmethod
    def of_customers(cls, customer_ids: Iterable[UUID]) -> "Filter":
        """Return the filter that keeps these customers; nobody where none is named."""
        keys = tuple(str(one) for one in customer_ids)
        return cls((Condition(NAMED, Operator.ONE_OF, keys or (_NOBODY,)),))

    def check(self) -> None:
        """Raise ``BadInputError`` where a condition means nothing."""
        for condition in self.conditions:
            condition.check()

    def to_json(self) -> dict[str, Any]:
        """Return the form in which filters are stored."""
        conditions = [[one.field, one.operator.value, list(one.values)] for one in self.conditions]
        return {"any": self.is_any, "conditions": conditions}

    @classmethod
    def from_json(cls, document: Any) -> "Filter":
        """Read the stored form.

        Raises:
            BadInputError: It is not one, or names what this version does not know.
        """
        try:
            conditions = tuple(
                Condition(str(field), Operator(operator), tuple(map(_plain_value, values)))
                for field, operator, values in document["conditions"]
            )
            found = cls(conditions, bool(document.get("any", False)))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadInputError("filter_unreadable") from error
        found.check()
        return found


def _plain_value(value: Any) -> str | int | float | bool:
    """Return a stored value; a list or an object can be compared with nothing."""
    if not isinstance(value, str | int | float):
        raise TypeError
    return value


def _exactly(wanted: int) -> Callable[[int], bool]:
    return lambda count: count == wanted


_VALUES: Mapping[Operator, Callable[[int], bool]] = {
    Operator.IS: _exactly(1),
    Operator.IS_NOT: _exactly(1),
    Operator.CONTAINS: _exactly(1),
    Operator.ONE_OF: lambda count: count > 0,
    Operator.NOT_ONE_OF: lambda count: count > 0,
    Operator.AT_LEAST: _exactly(1),
    Operator.AT_MOST: _exactly(1),
    Operator.BETWEEN: _exactly(2),
    Operator.LAST_DAYS: _exactly(1),
    Operator.NEXT_DAYS: _exactly(1),
    Operator.IS_EMPTY: _exactly(0),
    Operator.IS_FILLED: _exactly(0),
}


def holds(  # noqa: C901, PLR0911 - one answer per operator
    condition: Condition, value: Any, *, today: date
) -> bool:
    """Return whether a value meets a condition.

    Args:
        condition: A checked one.
        value: As ``CustomerRow`` has it; instants as their local day, enums as they are.
        today: What "the last days" are counted from, that day included.
    """
    is_empty = value is None or value == ""
    wanted = condition.values
    match condition.operator:
        case Operator.IS_EMPTY:
            return is_empty
        case Operator.IS_FILLED:
            return not is_empty
        case Operator.NOT_ONE_OF:
            return is_empty or _text(value) not in {_text(one) for one in wanted}
        case Operator.IS_NOT:
            return is_empty or _text(value) != _text(wanted[0])
        case _ if is_empty:
            return False
        case Operator.ONE_OF:
            return _text(value) in {_text(one) for one in wanted}
        case Operator.CONTAINS:
            return _text(wanted[0]) in _text(value)
        case Operator.IS:
            is_flag = isinstance(value, bool)
            return value is wanted[0] if is_flag else _text(value) == _text(wanted[0])
        case Operator.LAST_DAYS:
            return bool(timedelta(0) <= today - value <= timedelta(days=float(wanted[0])))
        case Operator.NEXT_DAYS:
            return bool(timedelta(0) <= value - today <= timedelta(days=float(wanted[0])))
    known: Any = value.isoformat() if isinstance(value, date) else value
    low: Any = wanted[0] if condition.operator is not Operator.AT_MOST else None
    high: Any = wanted[-1] if condition.operator is not Operator.AT_LEAST else None
    return (low is None or known >= low) and (high is None or known <= high)


def _text(value: object) -> str:
    return plain(str(value))


@dataclass(frozen=True, slots=True)
class SavedView(StorableTexts):
    """A filter with its columns and order under a name, one's own or everybody's.

    Attributes:
        view_id: Key.
        is_shared: Whether everybody sees it; supervisors share.
        is_own: Whether the user made it, and so may change it.
        definition: ``{"filter": …, "group": …, "text": …, "sorting": …, "columns": …}``.
    """

    view_id: Any
    name: str
    is_shared: bool
    is_own: bool
    definition: dict[str, Any]
