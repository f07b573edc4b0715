"""How the user wants to be told of reminders, and when not at all.

What they set is theirs and is stored; that they are on a break is only known while it lasts.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from cockpit.domain.announcements import Manner, Quiet
from cockpit.domain.clock import Clock
from cockpit.runtime.preferences import Preferences

_PREFIX = "notifications."
NAMES, SOUND = f"{_PREFIX}names", f"{_PREFIX}sound"
DAILY_FROM, DAILY_UNTIL = f"{_PREFIX}quiet_from", f"{_PREFIX}quiet_until"
_UNTIL = f"{_PREFIX}until"
#: How long the quiet lasts that one key asks for.
ASKED_QUIET = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Hush:
    """That nothing is to be told now.

    Attributes:
        until: When it ends, aware; None where that is not known, as of a break.
    """

    until: datetime | None


class QuietKeeper(QObject):
    """Knows when reminders wait. Lives on the GUI thread."""

    #: The quiet began, ended, or was set otherwise.
    changed = Signal()

    def __init__(
        self, preferences: Preferences, clock: Clock, parent: QObject | None = None
    ) -> None:
        """Read and keep what the user set among their preferences."""
        super().__init__(parent)
        self._preferences = preferences
        self._clock = clock
        self._is_on_break = False
        preferences.changed.connect(self._on_preference_changed)

    @property
    def manner(self) -> Manner:
        """Return how the user wants to be told."""
        value = self._preferences.value
        quiet = Quiet(
            until=_instant(value(_UNTIL, "")),
            daily_from=_time(value(DAILY_FROM, "")),
            daily_until=_time(value(DAILY_UNTIL, "")),
        )
        return Manner(value(NAMES, default=True), value(SOUND, default=True), quiet)

    def hush(self) -> Hush | None:
        """Return the quiet that holds now, or None where the user may be told."""
        if self._is_on_break:
            return Hush(None)
        local = self._clock.now().astimezone(self._clock.zone)
        ends_at = self.manner.quiet.ends_at(local)
        return None if ends_at is None else Hush(ends_at.astimezone(UTC))

    @Slot(bool)
    def set_on_break(self, is_on_break: bool) -> None:
        """Let reminders wait while a break lasts."""
        if is_on_break is not self._is_on_break:
            self._is_on_break = is_on_break
            self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Ask for quiet for an hour, or end what was asked for."""
        now = self._clock.now()
        is_quiet = Quiet(self.manner.quiet.until).ends_at(now) is not None
        self.ask_until(None if is_quiet else now + ASKED_QUIET)

    def ask_until(self, until: datetime | None) -> None:
        """Let reminders wait until an instant; None ends what was asked for."""
        self._preferences.set_value(_UNTIL, "" if until is None else until.isoformat())

    def set_manner(self, manner: Manner) -> None:
        """Take the user's settings, but for the quiet of this moment."""
        self._preferences.set_value(NAMES, manner.names_customers)
        self._preferences.set_value(SOUND, manner.has_sound)
        self._preferences.set_value(DAILY_FROM, _text(manner.quiet.daily_from))
        self._preferences.set_value(DAILY_UNTIL, _text(manner.quiet.daily_until))

    @Slot(str)
    def _on_preference_changed(self, key: str) -> None:
        if key in {_UNTIL, DAILY_FROM, DAILY_UNTIL}:
            self.changed.emit()


def _instant(stored: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(stored)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _time(stored: str) -> time | None:
    try:
        return time.fromisoformat(stored).replace(tzinfo=None)
    except ValueError:
        return None


def _text(moment: time | None) -> str:
    return "" if moment is None else moment.isoformat("minutes")
