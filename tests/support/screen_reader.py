"""Reads a program's window as a screen reader does: names, texts and focus, through AT-SPI 2.

The registry that a desktop's accessibility packages bring is answered here in a few lines, so that
the tests need none of them. A test that finds a widget by its name proves also that a blind
operator finds it.
"""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

ROOT = "/org/a11y/atspi/accessible/root"
_SERVICES = ("org.a11y.Bus", "org.a11y.atspi.Registry")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_TEXT = "org.a11y.atspi.Text"
_TABLE = "org.a11y.atspi.Table"
#: Qt calls these focused too: current parts wherever the keyboard is, and what hands it on.
_PARTS = ("list item", "page tab", "filler")
_STOP = "StopTheRegistry"
_PATIENCE_SECONDS = 10
_ACTIVE, _FOCUSED, _SHOWING = 1 << 1, 1 << 12, 1 << 25


class AccessibilityRegistry:
    """Takes the programs' registrations on a session bus while the context lasts.

    Attributes:
        arrivals: Bus names of the programs that registered.
    """

    def __init__(self, bus_address: str) -> None:
        self.arrivals: queue.Queue[str] = queue.Queue()
        self._address = bus_address
        self._connection = open_dbus_connection(bus_address)
        for service in _SERVICES:
            Proxy(message_bus, self._connection).RequestName(service, 0)
        self._thread = threading.Thread(target=self._serve, name="accessibility registry")

    def __enter__(self) -> "AccessibilityRegistry":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        own_name = self._connection.unique_name
        with open_dbus_connection(self._address) as caller:
            caller.send(new_method_call(DBusAddress("/", own_name), _STOP))
        self._thread.join(_PATIENCE_SECONDS)
        self._connection.close()

    def _serve(self) -> None:
        while True:
            message = self._connection.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            if message.header.fields[HeaderFields.member] == _STOP:
                return
            self._connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        member = message.header.fields[HeaderFields.member]
        if member == "GetAddress":
            return new_method_return(message, "s", (self._address,))
        if member == "GetRegisteredEvents":
            return new_method_return(message, "a(ss)", ([],))
        if member == "Embed":
            self.arrivals.put(message.body[0][0])
            return new_method_return(message, "(so)", ((self._connection.unique_name, ROOT),))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")


@dataclass(frozen=True)
class Widget:
    """A widget as it is announced.

    Attributes:
        path: Its address within the program.
        role: What it is: "push button", "label", "text", …
        name: What is read out.
        is_focused: Whether the keyboard is in it.
    """

    path: str
    role: str
    name: str
    is_focused: bool


@dataclass
class ScreenReader:
    """Looks at one program.

    Attributes:
        bus_address: The session bus.
        program: The program's name on the bus.
    """

    bus_address: str
    program: str
    _connection: DBusConnection = field(init=False)

    def __post_init__(self) -> None:
        """Join the bus."""
        self._connection = open_dbus_connection(self.bus_address)

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def widgets(self) -> list[Widget]:
        """Return what is on the screen, from the outside in; tables without their cells."""
        found: list[Widget] = []
        level = [ROOT]
        while level:
            shown = list(self._described(level))
            found += shown
            inner = [one.path for one in shown if one.role != "table"]
            children = self._ask(inner, lambda path: self._call(path, _ACCESSIBLE, "GetChildren"))
            level = [path for body in children if body for _, path in body[0]]
        return found

    def find(self, role: str, name: str = "") -> Widget | None:
        """Return the first visible widget of a role whose name begins with a text, or None."""
        found = (one for one in self.widgets() if one.role == role and one.name.startswith(name))
        return next(found, None)

    def focused(self) -> Widget | None:
        """Return the widget that has the keyboard, the innermost one."""
        focused = [one for one in self.widgets() if one.is_focused and one.role not in _PARTS]
        return focused[-1] if focused else None

    def is_active(self) -> bool:
        """Return whether one of the program's windows is the active one."""
        windows = self._ask([ROOT], lambda path: self._call(path, _ACCESSIBLE, "GetChildren"))
        paths = [path for body in windows if body for _, path in body[0]]
        return any(state & _ACTIVE for state in self._states(paths))

    def text(self, widget: Widget) -> str:
        """Return what is written in a text field."""
        (body,) = self._ask(
            [widget.path], lambda path: self._call(path, _TEXT, "GetText", "ii", (0, -1))
        )
        return "" if body is None else str(body[0])

    def row(self, table: Widget, row: int, columns: Sequence[int]) -> list[str]:
        """Return the texts of some cells of a row."""
        cells = self._ask(
            columns,
            lambda column: self._call(table.path, _TABLE, "GetAccessibleAt", "ii", (row, column)),
        )
        return self._names([body[0][1] for body in cells if body])

    def row_count(self, table: Widget) -> int:
        """Return how many rows a table has."""
        (body,) = self._ask([table.path], lambda path: _property(self, path, _TABLE, "NRows"))
        return 0 if body is None else int(body[0][1])

    def selected_rows(self, table: Widget) -> list[int]:
        """Return which rows of a table are selected."""
        (body,) = self._ask([table.path], lambda path: self._call(path, _TABLE, "GetSelectedRows"))
        return [] if body is None else list(body[0])

    def _described(self, paths: Sequence[str]) -> Iterator[Widget]:
        roles = self._ask(paths, lambda path: self._call(path, _ACCESSIBLE, "GetRoleName"))
        described = zip(paths, roles, self._names(paths), self._states(paths), strict=True)
        for path, role, name, state in described:
            if role is not None and (state & _SHOWING or path == ROOT):
                yield Widget(path, role[0], name, bool(state & _FOCUSED))

    def _names(self, paths: Sequence[str]) -> list[str]:
        answers = self._ask(paths, lambda path: _property(self, path, _ACCESSIBLE, "Name"))
        return ["" if body is None else body[0][1] for body in answers]

    def _states(self, paths: Sequence[str]) -> list[int]:
        answers = self._ask(paths, lambda path: self._call(path, _ACCESSIBLE, "GetState"))
        return [0 if body is None else body[0][0] | body[0][1] << 32 for body in answers]

    def _call(
        self, path: str, interface: str, member: str, signature: str = "", values: Any = ()
    ) -> Message:
        address = DBusAddress(path, self.program, interface)
        return new_method_call(address, member, signature or None, values)

    def _ask(
        self, subjects: Sequence[Any], question: Callable[[Any], Message]
    ) -> list[tuple[Any, ...] | None]:
        """Ask one question about many subjects at once; None where one is gone meanwhile."""
        serials = []
        for subject in subjects:
            serials.append(next(self._connection.outgoing_serial))
            self._connection.send(question(subject), serial=serials[-1])
        answers: dict[int, tuple[Any, ...] | None] = {}
        while len(answers) < len(serials):
            message = self._connection.receive(timeout=_PATIENCE_SECONDS)
            serial = message.header.fields.get(HeaderFields.reply_serial)
            if serial is not None:
                is_answer = message.header.message_type is MessageType.method_return
                answers[serial] = message.body if is_answer else None
        return [answers[serial] for serial in serials]


def _property(reader: ScreenReader, path: str, interface: str, name: str) -> Message:
    return Properties(DBusAddress(path, reader.program, interface)).get(name)
