"""Next contacts as a list: when, whom, what it is worth, what for, who."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from cockpit.domain.agenda_view import AgendaItem
from cockpit.ui.agenda.words import (
    clock_text,
    kind_word,
    reais_text,
    weekday_text,
)
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable, Role
from cockpit.ui.words import goal_word

_NOTE = 5
_ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class AgendaTable(RecordTable[AgendaItem]):
    """Several can be chosen, and stay so while others come and go."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        self._agenda_ctx = ctx
        super().__init__(ctx, self._columns_of(), wide=_NOTE, key=_customer, parent=parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected_items(self) -> list[AgendaItem]:
        """Return the chosen next contacts."""
        rows = self.selectionModel().selectedRows()
        found = (index.data(Role.RECORD) for index in rows)
        return [item for item in found if isinstance(item, AgendaItem)]

    def choose_first(self) -> None:
        """Make the first row current, unless one is."""
        if self.current() is None and self.records.rows:
            self.setCurrentIndex(self.records.index(0, 0))

    @override
    def set_rows(self, rows: Sequence[AgendaItem]) -> None:
        kept = {one.customer_id for one in self.selected_items()}
        row = self.currentIndex().row()
        super().set_rows(rows)
        if self.current() is None and rows and row >= 0:
            self.setCurrentIndex(self.records.index(min(row, len(rows) - 1), 0))
        if len(kept) > 1:
            for number, one in enumerate(rows):
                if one.customer_id in kept:
                    self.selectionModel().select(self.records.index(number, 0), _ROWS)

    def _columns_of(self) -> tuple[Column[AgendaItem], ...]:
        clock = self._agenda_ctx.clock
        return (
            Column(
                lambda: self.tr("When"),
                lambda one, language: " ".join(
                    (
                        weekday_text(one.due_at.astimezone(clock.zone).date(), language),
                        clock_text(one, clock.zone),
                    )
                ),
                ink=self._ink,
            ),
            Column(lambda: self.tr("Customer"), lambda one, language: one.customer),
            Column(
                lambda: self.tr("R$ at risk"),
                reais_text,
                RIGHT,
            ),
            Column(lambda: self.tr("Kind"), lambda one, language: kind_word(one.kind)),
            Column(lambda: self.tr("Goal"), lambda one, language: goal_word(one.goal)),
            Column(lambda: self.tr("Note"), lambda one, language: " ".join(one.note.split())),
            Column(lambda: self.tr("Who"), lambda one, language: one.owner),
        )

    def _ink(self, item: AgendaItem) -> str:
        clock = self._agenda_ctx.clock
        if item.has_time:
            return "danger" if item.due_at < clock.now() else "ink"
        day = item.due_at.astimezone(clock.zone).date()
        return "danger" if day < clock.today() else "ink"


def _customer(item: AgendaItem) -> UUID:
    return item.customer_id
