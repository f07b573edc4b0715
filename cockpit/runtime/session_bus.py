"""A connection to the desktop's session bus, without Qt: calls with a time limit, and signals.

It needs jeepney, which is installed on Linux only.
"""

import contextlib
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from jeepney import DBusErrorResponse, HeaderFields, MatchRule, Message, MessageType, message_bus
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket
from jeepney.io.threading import DBusConnection, ReceiveStopped
from jeepney.wrappers import unwrap_msg

_AUTHENTICATION_SECONDS = 1.0
#: A notification daemon may be started by the very call.
_ANSWER_SECONDS = 5.0


class BusError(Exception):
    """The bus, or the one who was called, is not there or refused."""


class SessionBus:
    """One connection; its thread ends with it, or with the bus.

    jeepney's own router is not used: it lets its thread die with an exception when the bus goes
    away, and a desktop that is logged off is no fault of the program.
    """

    def __init__(self, on_signal: Callable[[str, tuple[Any, ...]], None]) -> None:
        """Connect.

        Args:
            on_signal: Takes the name and the body of each signal, on the listening thread.

        Raises:
            BusError: There is no bus.
        """
        self._on_signal = on_signal
        self._waiting: dict[int, Future[Message]] = {}
        try:
            self._connection = DBusConnection(
                prep_socket(get_bus(_address()), timeout=_AUTHENTICATION_SECONDS)
            )
        except (OSError, RuntimeError, ValueError) as error:
            raise BusError from error
        self._thread = threading.Thread(target=self._listen, name="giro-dbus", daemon=True)
        self._thread.start()
        try:
            self.call(message_bus.Hello())
        except BusError:
            self.close()
            raise

    @property
    def is_alive(self) -> bool:
        """Return whether the bus is still there."""
        return self._thread.is_alive()

    def call(self, message: Message) -> tuple[Any, ...]:
        """Call a method and return its answer's values; from any thread but the listening one.

        Raises:
            BusError: There was no answer, or a refusal.
        """
        serial = next(self._connection.outgoing_serial)
        answer = self._waiting[serial] = Future()
        try:
            self._connection.send(message, serial=serial)
            values: tuple[Any, ...] = unwrap_msg(answer.result(_ANSWER_SECONDS))
        except (OSError, TimeoutError, DBusErrorResponse) as error:
            raise BusError from error
        finally:
            del self._waiting[serial]
        return values

    def tell(self, message: Message) -> None:
        """Send a message and wait for nothing; from any thread. A dead bus hears nothing."""
        with contextlib.suppress(OSError):
            self._connection.send(message)

    def hear(self, rule: MatchRule) -> None:
        """Ask the bus to pass on the signals that match a rule."""
        self.call(message_bus.AddMatch(rule))

    def close(self) -> None:
        """Leave the bus and end the listening thread."""
        self._connection.interrupt()
        self._thread.join()
        self._connection.close()

    def _listen(self) -> None:
        try:
            while True:
                self._dispatch(self._connection.receive())
        except (ReceiveStopped, OSError):
            # Closed by this side, or by the other.
            for answer in list(self._waiting.values()):
                if not answer.done():
                    answer.set_exception(ConnectionResetError())

    def _dispatch(self, message: Message) -> None:
        fields = message.header.fields
        answer = self._waiting.get(fields.get(HeaderFields.reply_serial, 0))
        if answer is not None:
            answer.set_result(message)
        elif message.header.message_type is MessageType.signal:
            self._on_signal(fields[HeaderFields.member], message.body)


def _address() -> str:
    default = f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '/nonexistent')}/bus"
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS") or default
