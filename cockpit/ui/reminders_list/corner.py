"""Hangs the reminders under the bell, and raises those that fall due."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.agenda import Reminder
from cockpit.ui.context import UiContext
from cockpit.ui.reminders_list.reminders_list import RemindersList
from cockpit.ui.theme import Height, Space

NAMED_TIMES = 5


class RemindersCorner(QObject):
    """Shows and hides the list of reminders, in the window and on the desktop.

    Attributes:
        list: The list itself.
    """

    def __init__(self, ctx: UiContext, window: QWidget, is_writing: Callable[[], bool]) -> None:
        """Hang the list into a window.

        Args:
            ctx: The context.
            window: Whose corner it is.
            is_writing: Whether a contact is being written, which the list must not cover.
        """
        super().__init__(window)
        self._ctx = ctx
        self._window = window
        self._is_writing = is_writing
        self.list = RemindersList(ctx, window)
        self.list.hide()
        ctx.reminder_clock.reminders_fell_due.connect(self._on_reminders_fell_due)

    @Slot()
    def toggle(self) -> None:
        """Open the list with the keyboard in it, or close it."""
        if self.list.isVisible():
            self.list.hide()
        else:
            self.open()
            self.list.take_focus()

    @Slot()
    def open(self) -> None:
        """Show the list over the client, and leave the keyboard where it is."""
        self.place()
        self.list.show()
        self.list.raise_()

    def close(self) -> bool:
        """Hide the list; return whether it was open."""
        was_open = self.list.isVisible()
        self.list.hide()
        return was_open

    def place(self) -> None:
        """Move the list under the bell."""
        right = self._window.width() - self.list.width() - Space.M
        self.list.move(right, Height.TOP_BAR + Space.XS)

    @Slot(object)
    def _on_reminders_fell_due(self, reminders: list[Reminder]) -> None:
        """Show them in the window, and on the desktop without anybody's name (LGPD)."""
        self.list.refresh()
        if not self._is_writing():
            self.open()  # never over the client whose contact is being written
        if self._ctx.notifier is None or not reminders:
            return
        zone = self._ctx.clock.zone
        timed = [one.due_at.astimezone(zone) for one in reminders if one.has_time]
        times = ", ".join(dict.fromkeys(f"{at:%H:%M}" for at in timed[:NAMED_TIMES]))
        body = self.tr("Agreed for {times}. Open Giro to see who.").format(times=times)
        self._ctx.notifier.notify(
            [one.reminder_id for one in reminders],
            self.tr("%n callback(s) now", "", len(reminders)),
            body if times else self.tr("Open Giro to see who."),
        )
