"""Knows how the server stands from every answer and every error; safe to use from any thread."""

from collections.abc import Callable
from threading import Lock

from cockpit.domain.clock import Clock
from cockpit.domain.errors import DatabaseError, ServerAwayError
from cockpit.domain.weather import Weather

Listener = Callable[[Weather], None]


class WeatherBoard:
    """The one place where the server's weather stands.

    While it is known to be away whoever asks is refused at once: a wait for a server that does not
    answer would hold up everything behind it.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._present = Weather()

    @property
    def present(self) -> Weather:
        """Return how the server stands."""
        return self._present

    def check(self) -> None:
        """Let whoever wants something of the server pass.

        Raises:
            DatabaseError: It is known to be of no use at present.
        """
        present = self._present
        if present.is_closed:
            raise ServerAwayError("server_known_away")

    def note_answer(self, seconds: float) -> None:
        """Take note that the server answered."""
        self._set(lambda former: former.after_answer(self._clock.now(), seconds))

    def note_error(self, error: DatabaseError) -> None:
        """Take note of an error that may say something of the server."""
        self._set(lambda former: former.after_error(error))

    def note_kept(self) -> None:
        """Tell that something more waits on this computer; the weather is as it was."""
        self._tell(self._present)

    def subscribe(self, listener: Listener) -> None:
        """Tell a listener of other weather and of what is kept, on whatever thread that is."""
        self._listeners = (*self._listeners, listener)

    def _set(self, change: Callable[[Weather], Weather]) -> None:
        with self._lock:
            former, self._present = self._present, change(self._present)
            present = self._present
        if (former.state, former.reason) != (present.state, present.reason):
            self._tell(present)

    def _tell(self, present: Weather) -> None:
        for listener in self._listeners:
            listener(present)
