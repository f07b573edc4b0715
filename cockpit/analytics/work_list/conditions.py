"""Conditions of the filter builder over whole columns; agrees with ``filters.holds``."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import reduce
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from cockpit.analytics.segments import Flags
from cockpit.analytics.work_list.columns import (
    ChoiceColumn,
    Column,
    FlagColumn,
    InstantColumn,
    IntegerColumn,
    MemberColumn,
    NumberColumn,
)
from cockpit.analytics.work_list.key_column import KeyColumn
from cockpit.analytics.work_list.text_column import TextColumn
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import KINDS, Condition, FieldKind, Filter, Operator, holds
from cockpit.domain.plain_text import plain


def mask_of(
    asked: Filter,
    column: Callable[[str], Column[Any]],
    size: int,
    *,
    today: date,
    zone: ZoneInfo,
) -> Flags:
    """Return which lines a filter keeps; shape (lines,).

    Args:
        asked: The filter; one without conditions keeps all.
        column: Returns the column of a field.
        size: How many lines there are.
        today: What "the last days" are counted from.
        zone: In which an instant's day is meant.

    Raises:
        BadInputError: It means nothing.
    """
    asked.check()
    if not asked.conditions:
        return np.ones(size, dtype=np.bool_)
    judge = _Judge(today, zone)
    masks = [judge.mask(one, column(one.field)) for one in asked.conditions]
    return reduce(np.logical_or if asked.is_any else np.logical_and, masks)


class _Judge:
    """Judges the columns of one day."""

    def __init__(self, today: date, zone: ZoneInfo) -> None:
        self._today = today
        self._zone = zone

    def mask(self, condition: Condition, column: Column[Any]) -> Flags:
        try:
            return self._mask(condition, column)
        except (TypeError, ValueError, OverflowError) as error:
            raise BadInputError("filter_incomplete", field=condition.field) from error

    def _mask(self, condition: Condition, column: Column[Any]) -> Flags:  # noqa: PLR0911 - one per kind
        match column:
            case KeyColumn():
                return column.among(condition.values)
            case TextColumn():
                return _of_texts(condition, column)
            case ChoiceColumn():
                return self._by_value(condition, column.choices)[column.codes]
            case MemberColumn():
                return self._by_value(condition, (*column.members, None))[column.codes]
            case FlagColumn():
                return self._by_value(condition, (False, True))[column.array.astype(np.int8)]
            case InstantColumn():
                return self._of_days(condition, column.local_days(self._zone))
            case NumberColumn() if KINDS[condition.field] is FieldKind.DAY:
                return self._of_days(condition, np.nan_to_num(column.array).astype(np.int64))
            case NumberColumn():
                return _of_numbers(condition, column.array, ~np.isnan(column.array))
            case IntegerColumn():
                return _of_numbers(condition, column.array, np.ones(len(column.array), np.bool_))
        raise TypeError(condition.field)

    def _by_value(self, condition: Condition, values: Iterable[object]) -> Flags:
        """Return the answer for each of a few values."""
        answers = [holds(condition, value, today=self._today) for value in values]
        return np.array(answers or [False], dtype=np.bool_)

    def _of_days(self, condition: Condition, days: Any) -> Flags:
        """Judge days, of which there are few different ones; 0 is unknown."""
        different, place = np.unique(days, return_inverse=True)
        values = [date.fromordinal(day) if day else None for day in different.tolist()]
        return self._by_value(condition, values)[place.reshape(-1)]


def _of_texts(condition: Condition, column: TextColumn) -> Flags:
    """Judge texts by their plain form."""
    filled = column.is_filled
    match condition.operator:
        case Operator.IS_EMPTY:
            return ~filled
        case Operator.IS_FILLED:
            return filled
    wanted = plain(str(condition.values[0]))
    match condition.operator:
        case Operator.CONTAINS:
            return column.containing(wanted) & filled
        case Operator.IS:
            return column.equal_to(wanted) & filled
    return ~(column.equal_to(wanted) & filled)


def _of_numbers(condition: Condition, values: Any, known: Flags) -> Flags:
    """Judge numbers and money."""
    if condition.operator is Operator.IS_EMPTY:
        return ~known
    if condition.operator is Operator.IS_FILLED:
        return known
    wanted: Sequence[Any] = condition.values
    if any(isinstance(one, str) for one in wanted):
        raise TypeError(condition.field)
    kept = known
    if condition.operator is not Operator.AT_MOST:
        kept = kept & (values >= wanted[0])
    if condition.operator is not Operator.AT_LEAST:
        kept = kept & (values <= wanted[-1])
    return kept
