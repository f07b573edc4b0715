"""The events of a calendar file with what each would change, to be ticked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

import resources
from cockpit.domain import formats
from cockpit.domain.calendar_plan import CalendarStep, PlannedEvent
from cockpit.domain.clock import Clock
from cockpit.domain.formats import Language
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole
from cockpit.ui.widgets.record_table import CELL_INSET, Column, RecordItemModel, RecordTable

translate = QCoreApplication.translate
_QUIET = frozenset({CalendarStep.SAME, CalendarStep.REFUSE})
_EVENT, _WIDE = 3, 4
_EVENT_WIDTH = 190
_BOX = 26
#: So many rows decide how wide the columns are.
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An event, and whether it is ticked."""

    planned: PlannedEvent
    is_ticked: bool

    @property
    def number(self) -> int:
        """Return the event's place in its file."""
        return self.planned.event.number


class PlanItemModel(RecordItemModel[PlanRow]):
    """Rows whose first column has a box where there is something to do."""

    #: A box was ticked or cleared: the event's number, and whether it is ticked.
    ticked = Signal(int, bool)

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and self.rows[index.row()].planned.is_doable:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            row = self.rows[index.row()]
            return _state(row.is_ticked) if row.planned.is_doable else None
        return super().data(index, role)

    @override
    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        is_ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        row = self.rows[index.row()]
        self.replace_row(index.row(), replace(row, is_ticked=is_ticked))
        self.ticked.emit(row.number, is_ticked)
        return True


class PlanTable(RecordTable[PlanRow]):
    """The table; the box is where the keyboard is, so that Space ticks it.

    Attributes:
        plan: Its model.
    """

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        self._ctx = ctx
        columns = _columns(ctx.clock)
        self.plan = PlanItemModel(ctx, columns)
        super().__init__(
            ctx, columns, wide=_WIDE, key=lambda row: row.number, records=self.plan, parent=parent
        )
        self.plan.setParent(self)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(_LOOKED_AT)
        for column, width in ((0, self._step_width()), (_EVENT, _EVENT_WIDTH)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.setAccessibleName(self.tr("Events of the file"))

    def _step_width(self) -> int:
        """Return how wide the longest word is beside its box, which Qt does not reckon with."""
        letters = QFontMetrics(self._ctx.theme.font(FontRole.NUMBER))
        words = (
            resources.text(f"calendar.step_{step}", self._ctx.language) for step in CalendarStep
        )
        return max(map(letters.horizontalAdvance, words)) + 2 * CELL_INSET + _BOX


def _state(is_ticked: bool) -> int:
    state = Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
    return state.value


def _columns(clock: Clock) -> tuple[Column[PlanRow], ...]:
    return (
        Column(lambda: translate("Calendar", "What"), _what, ink=_ink),
        Column(lambda: translate("Calendar", "When"), partial(_when, clock), ink=_ink),
        Column(lambda: translate("Calendar", "Client"), _client, ink=_ink),
        Column(lambda: translate("Calendar", "Event"), _event, ink=_ink),
        Column(lambda: translate("Calendar", "Why"), _why, ink=_reason_ink),
    )


def _what(row: PlanRow, language: Language) -> str:
    return resources.text(f"calendar.step_{row.planned.step}", language)


def _when(clock: Clock, row: PlanRow, language: Language) -> str:
    event, before = row.planned.event, row.planned.before
    new = _moment(event.starts_at, clock, has_time=event.has_time)
    if before is None or row.planned.step is CalendarStep.NEW:
        return new
    old = _moment(before.due_at, clock, has_time=before.has_time)
    if row.planned.step in {CalendarStep.MOVE, CalendarStep.REPLACE}:
        return f"{old} → {new}"
    return old if row.planned.step is CalendarStep.CANCEL else new


def _moment(at: datetime | None, clock: Clock, *, has_time: bool) -> str:
    """Return an instant in the clock's zone, with the year where it is another."""
    if at is None:
        return ""
    try:
        local = at.astimezone(clock.zone)
    except OverflowError:
        return ""
    day = formats.day(local.date())
    if local.year == clock.today().year:
        day = day[: -len("/2026")]
    return f"{day} {local:%H:%M}" if has_time else day


def _client(row: PlanRow, language: Language) -> str:
    return row.planned.customer_name


def _event(row: PlanRow, language: Language) -> str:
    return row.planned.event.summary


def _why(row: PlanRow, language: Language) -> str:
    planned = row.planned
    if planned.reason is not None:
        return resources.text(planned.reason, language)
    if planned.event.repeats and planned.is_doable:
        return translate("Calendar", "It repeats: its next date is taken.")
    return _found(row, language)


def _found(row: PlanRow, language: Language) -> str:
    clue = row.planned.clue
    is_told = clue is not None and row.planned.step is not CalendarStep.SAME
    return resources.text(f"calendar.clue_{clue}", language) if is_told else ""


def told(row: PlanRow, language: Language) -> str:
    """Return all about an event in one line: what it is called, by what it was found, why not."""
    words = (row.planned.event.summary, _found(row, language), _why(row, language))
    return " · ".join(dict.fromkeys(word for word in words if word))


def _ink(row: PlanRow) -> str:
    return "ink_quiet" if row.planned.step in _QUIET else "ink"


def _reason_ink(row: PlanRow) -> str:
    return "accent" if row.planned.step is CalendarStep.ASK else "ink_quiet"


def rows_of(planned: Sequence[PlannedEvent], ticks: dict[int, bool]) -> list[PlanRow]:
    """Return rows, what can be done first, then what is asked, each by its place in the file.

    They are ticked as the user ticked them, else as is proposed.
    """
    ranked = sorted(planned, key=lambda one: (not one.is_doable, one.step in _QUIET))
    return [
        PlanRow(one, one.is_doable and ticks.get(one.event.number, one.is_chosen)) for one in ranked
    ]
