"""What is done with the chosen next contacts: another date, note, done, spread, pushed, dropped."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.agenda_view import AgendaItem, NewNote, NewTime
from cockpit.ui.agenda.changes import AgendaChanges
from cockpit.ui.agenda.note_popover import NotePopover
from cockpit.ui.agenda.period import dropped_times
from cockpit.ui.agenda.spread_dialog import SpreadDialog
from cockpit.ui.call.snooze import SnoozePopover
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Height, Space
from cockpit.ui.widgets.popover import Popover

#: Returns the chosen next contacts, the current one first.
ChosenItems = Callable[[], Sequence[AgendaItem]]


class ItemActions(QObject):
    """Asks where something is to be asked, and hands the change on."""

    def __init__(
        self, ctx: UiContext, changes: AgendaChanges, chosen: ChosenItems, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._changes = changes
        self._chosen = chosen
        self._widget = parent
        self._asked: tuple[AgendaItem, ...] = ()
        self.snooze = SnoozePopover(ctx, parent)
        self.note = NotePopover(parent)
        self.snooze.snoozed.connect(self._on_snoozed)
        self.note.noted.connect(self._on_noted)

    @Slot()
    def ask_date(self) -> None:
        """Ask for another date, in words."""
        self._asked = tuple(self._chosen())
        if self._asked:
            self.snooze.open()
            self._place(self.snooze)

    @Slot()
    def ask_note(self) -> None:
        """Ask for another note on the current one."""
        self._asked = tuple(self._chosen())[:1]
        if self._asked:
            self.note.ask(self._asked[0].note)
            self._place(self.note)

    @Slot()
    def finish(self) -> None:
        """Mark what is chosen as done."""
        keys = self._keys()
        if keys:
            self._changes.finish(keys)

    @Slot()
    def ask_spread(self) -> None:
        """Show how what is chosen would be spread over working days."""
        keys = self._keys()
        if keys:
            dialog = SpreadDialog(self._ctx, keys, self._widget.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted_plan.connect(self._changes.spread)
            dialog.open()

    def shift(self, days: int, half_hours: int) -> None:
        """Push what is chosen by working days or half hours."""
        keys = self._keys()
        if keys:
            self._changes.shift(keys, days=days, half_hours=half_hours)

    def drop(self, items: Sequence[AgendaItem], day: date, hour: int | None) -> None:
        """Move what was dropped on a day's band."""
        times = dropped_times(items, day, hour, self._ctx.clock.zone)
        if times:
            self._changes.move(times)

    def _keys(self) -> list[UUID]:
        return [one.appointment_id for one in self._chosen()]

    def _place(self, popover: Popover) -> None:
        left = (self._widget.width() - popover.width()) // 2
        popover.move(max(left, 0), 2 * Height.TOP_BAR + Space.L)

    @Slot(object)
    def _on_snoozed(self, draft: AppointmentDraft) -> None:
        self._changes.move(
            [NewTime(one.appointment_id, draft.due_at, draft.has_time) for one in self._asked]
        )

    @Slot(str)
    def _on_noted(self, note: str) -> None:
        for item in self._asked:
            self._changes.note(NewNote(item.appointment_id, note))
