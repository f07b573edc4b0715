"""Hangs the reminders under the bell, and raises those that fall due."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.agenda import Reminder
from cockpit.ui.context import UiContext
from cockpit.ui.reminders_list.announcer import Announcer
from cockpit.ui.reminders_list.reminders_list import RemindersList
from cockpit.ui.theme import Height, Space
from cockpit.ui.window_place import come_to_front


class RemindersCorner(QObject):
    """Shows and hides the list of reminders, in the window and on the desktop.

    Attributes:
        list: The list itself.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

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
        self._announcer = Announcer(ctx, self)
        self.list.left.connect(self._announcer.forget)
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
        """Show the list over the client, and leave the keyboard where it is; not over a break."""
        if self._ctx.day_keeper.is_on_break:
            return
        self.place()
        self.list.show()
        self.list.raise_()

    def close(self) -> bool:
        """Hide the list; return whether it was open."""
        was_open = self.list.isVisible()
        self.list.hide()
        return was_open

    @Slot()
    def toggle_quiet(self) -> None:
        """Let reminders wait for an hour, or end that."""
        keeper = self._ctx.reminder_clock.quiet
        keeper.toggle()
        until = keeper.manner.quiet.until
        if until is None:
            self.message_raised.emit(self.tr("Reminders come again."))
            return
        local = until.astimezone(self._ctx.clock.zone)
        said = self.tr("Reminders wait until {time}, then come together.")
        self.message_raised.emit(said.format(time=f"{local:%H:%M}"))

    def place(self) -> None:
        """Move the list under the bell."""
        right = self._window.width() - self.list.width() - Space.M
        self.list.move(right, Height.TOP_BAR + Space.XS)

    @Slot(object, str, str)
    def answer(self, reminder_ids: Sequence[UUID], action: str, token: str) -> None:
        """Take what the user answered on the desktop.

        Args:
            reminder_ids: What the notification was about.
            action: "open", "snooze" or "done"; anything else is none.
            token: The desktop's leave to come to the front, or an empty text.
        """
        if action == "open":
            self._open_from_desktop(reminder_ids, token)
        elif action == "snooze":
            self._announcer.snooze(reminder_ids)
        elif action == "done":
            self._announcer.finish(reminder_ids)

    def _open_from_desktop(self, reminder_ids: Sequence[UUID], token: str) -> None:
        come_to_front(self._window, token)
        known = self._announcer.reminder(reminder_ids[0]) if len(reminder_ids) == 1 else None
        if known is not None:
            self.list.open_reminder(known)
        elif reminder_ids:
            self.open()

    @Slot(object)
    def _on_reminders_fell_due(self, reminders: list[Reminder]) -> None:
        """Show them in the window and on the desktop."""
        self.list.show_fallen_due(reminders[0].reminder_id)
        if not self._is_writing():
            self.open()  # never over the client whose contact is being written
        self._announcer.announce(reminders)
