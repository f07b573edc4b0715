"""Tells the desktop what fell due, and stores that it was told.

Few are told one by one, many as one. What comes within a minute of others joins them where they are
too many together, so that the desktop never stands full.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from cockpit.domain.agenda import SNOOZE_PRESETS, Reminder
from cockpit.domain.announcements import SINGLE_REMINDERS, Announcement, announcements
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.reminders_list.wording import popup_of

#: Notifications that are no older stand together with new ones.
TOGETHER_SECONDS = 60.0
#: How long a reminder rests that is put off from the desktop.
DESKTOP_SNOOZE = SNOOZE_PRESETS[1]


class Announcer(QObject):
    """Shows reminders on the desktop, each round once."""

    def __init__(
        self,
        ctx: UiContext,
        parent: QObject | None = None,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare the announcer; ``seconds`` is a clock that nobody sets."""
        super().__init__(parent)
        self._ctx = ctx
        self._seconds = seconds
        self._told: dict[UUID, tuple[Reminder, float]] = {}

    def announce(self, raised: Sequence[Reminder]) -> None:
        """Tell what was raised; what this program told already is only stored as told."""
        fresh = [one for one in raised if not self._knows(one)]
        if len(fresh) < len(raised):
            self._note([one.reminder_id for one in raised if self._knows(one)])
        if not fresh:
            return
        now = self._seconds()
        recent = [one for one, at in self._told.values() if at > now - TOGETHER_SECONDS]
        self._told.update((one.reminder_id, (one, now)) for one in fresh)
        is_heard = self._ctx.reminder_clock.quiet.manner.has_sound and not recent
        if len(recent) + len(fresh) > SINGLE_REMINDERS:
            self._tell(Announcement((*recent, *fresh)), fresh, has_sound=is_heard)
            return
        for told in announcements(fresh):
            self._tell(told, told.reminders, has_sound=is_heard)
            is_heard = False

    def reminder(self, reminder_id: UUID) -> Reminder | None:
        """Return a reminder that this program told, while it waits for an answer."""
        told = self._told.get(reminder_id)
        return None if told is None else told[0]

    @Slot(object)
    def forget(self, reminder_ids: frozenset[UUID]) -> None:
        """Take that these were answered, or wait for another time."""
        for key in reminder_ids:
            self._told.pop(key, None)

    def snooze(self, reminder_ids: Sequence[UUID]) -> None:
        """Bring these back after a while."""
        self._answer("snooze", partial(self._ctx.reminders.snooze, reminder_ids, DESKTOP_SNOOZE))

    def finish(self, reminder_ids: Sequence[UUID]) -> None:
        """Mark these as answered."""
        self._answer("done", partial(self._ctx.reminders.dismiss, reminder_ids))

    def note_opened(self, reminder_ids: Sequence[UUID]) -> None:
        """Store that the user went from these to their customers."""
        self._answer("opened", partial(self._ctx.reminders.note_opened, reminder_ids))

    def _knows(self, reminder: Reminder) -> bool:
        told = self._told.get(reminder.reminder_id)
        return told is not None and told[0].round == reminder.round

    def _tell(self, told: Announcement, new: Sequence[Reminder], *, has_sound: bool) -> None:
        """Show one notification, and store of the new ones that they were shown."""
        ids = [one.reminder_id for one in new]
        if self._ctx.notifier is None:
            self._note(ids)  # the window's list is all there is
            return
        manner = self._ctx.reminder_clock.quiet.manner
        popup = popup_of(told, manner, self._ctx.clock, self._ctx.language, has_sound=has_sound)
        # Where no desktop takes it, the window's list has it all the same.
        self._ctx.notifier.notify(popup, lambda _is_taken: self._note(ids))

    def _note(self, reminder_ids: Sequence[UUID]) -> None:
        if reminder_ids:
            self._answer("shown", partial(self._ctx.reminders.note_shown, reminder_ids))

    def _answer(self, kind: str, work: Callable[[], None]) -> None:
        self._ctx.runner.submit(
            work,
            lane=Lane.WRITE,
            owner=self,
            key=kind,
            on_result=_need_nothing,
        )


def _need_nothing(nothing: None) -> None:
    """Need nothing: the feed tells everybody."""
