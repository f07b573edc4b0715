"""How the shared server stands, as far as this program can tell."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from cockpit.domain.errors import (
    DatabaseBusyError,
    DatabaseError,
    ServerAwayError,
    ServerOtherVersionError,
    ServerRefusedError,
    StorageFullError,
)
from cockpit.domain.messages import Message

#: An answer to nothing at all that takes longer is slow.
SLOW_SECONDS = 1.0
#: What says that this computer's own disk is full, which is no server's weather.
_OWN_DISK = "error.disk_full"


class WeatherState(StrEnum):
    """What can be expected of the server."""

    CONNECTED = "connected"
    SLOW = "slow"
    AWAY = "away"
    REFUSED = "refused"
    OTHER_VERSION = "other_version"


#: Nothing is asked of the server but whether it is back.
CLOSED = frozenset({WeatherState.AWAY, WeatherState.REFUSED, WeatherState.OTHER_VERSION})


@dataclass(frozen=True, slots=True)
class Weather:
    """How the server stands.

    Attributes:
        state: What can be expected of it.
        answered_at: When it answered last, aware, in UTC: what is on screen is of then at the
            latest. None before the first answer.
        reason: Why it is not as it should be.
        seconds: How long its last answer to nothing at all took.
    """

    state: WeatherState = WeatherState.CONNECTED
    answered_at: datetime | None = None
    reason: Message | None = None
    seconds: float = 0.0

    @property
    def is_closed(self) -> bool:
        """Return whether nothing can be read or stored there at present."""
        return self.state in CLOSED

    def after_answer(self, at: datetime, seconds: float) -> "Weather":
        """Return how it stands after an answer."""
        state = WeatherState.SLOW if seconds > SLOW_SECONDS else WeatherState.CONNECTED
        return Weather(state, at, None, seconds)

    def after_error(self, error: DatabaseError) -> "Weather":
        """Return how it stands after an error; the same where that says nothing of the server."""
        state = state_after(error)
        if state is None or (state is WeatherState.SLOW and self.is_closed):
            return self
        return replace(self, state=state, reason=error.message)


def state_after(error: Exception) -> WeatherState | None:
    """Return what an error says of the server; None where it is not the server's weather."""
    if isinstance(error, ServerAwayError):
        return WeatherState.AWAY
    if isinstance(error, ServerRefusedError):
        return WeatherState.REFUSED
    if isinstance(error, ServerOtherVersionError):
        return WeatherState.OTHER_VERSION
    is_full = isinstance(error, StorageFullError) and error.message.key != _OWN_DISK
    return WeatherState.SLOW if is_full or isinstance(error, DatabaseBusyError) else None
