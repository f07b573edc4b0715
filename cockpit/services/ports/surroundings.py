"""The world around the program: the desktop."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID


class Notifier(Protocol):
    """Shows a notification on the desktop, over whatever program is in front."""

    def notify(self, reminder_ids: Sequence[UUID], title: str, body: str) -> bool:
        """Show one notification; return False where the desktop did not take it.

        Args:
            reminder_ids: The reminders that it is about; none where it is about something else.
            title: Its first line.
            body: The rest; it may be seen by whoever passes by.
        """
        ...
