"""The world around the program: the desktop."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Popup:
    """A notification of the desktop, as it is shown.

    Attributes:
        title: Its first line.
        body: The rest; it may be seen by whoever passes by.
        reminder_ids: The reminders that it is about; none where it is about something else.
        discreet: What stands in its place while the screen is locked; None shows the same.
        has_sound: Whether it may be heard.
    """

    title: str
    body: str
    reminder_ids: tuple[UUID, ...] = ()
    discreet: "Popup | None" = None
    has_sound: bool = True


class Notifier(Protocol):
    """Shows a notification on the desktop, over whatever program is in front."""

    def notify(self, popup: Popup) -> bool:
        """Show one notification; return False where the desktop did not take it."""
        ...
