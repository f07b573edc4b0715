"""Notifications through the session bus of a Linux desktop, and the answers given there.

Follows the freedesktop.org Desktop Notifications Specification 1.2. A desktop that shows nothing is
no error; the reminders wait in the window all the same.
"""

import html
import logging
import threading
from collections import deque
from collections.abc import Collection
from dataclasses import replace
from typing import Any
from uuid import UUID

from jeepney import DBusAddress, MatchRule, Message, MessageFlag, new_method_call
from PySide6.QtCore import QObject, Qt, Signal, Slot

from cockpit.runtime.session_bus import BusError, SessionBus
from cockpit.services.ports import Popup

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_SCREEN_SAVER = DBusAddress(
    "/org/freedesktop/ScreenSaver",
    bus_name="org.freedesktop.ScreenSaver",
    interface="org.freedesktop.ScreenSaver",
)
#: Of the freedesktop sound naming specification.
_SOUND = "message-new-instant"
_DISMISSED_BY_USER = 2
_NEVER_EXPIRES = 0
_log = logging.getLogger(__name__)


class DbusNotifier(QObject):
    """Shows notifications through the session bus; implements ``ports.Notifier``.

    Made on the GUI thread. ``notify`` may wait for the bus, up to some seconds: it is called on the
    network lane. ``close`` comes after that lane's end.
    """

    #: What the user did with a notification: its reminders (tuple[UUID, ...]), "open", "snooze",
    #: "done" or "dismissed" (str), and the desktop's leave to come to the front (str), if it gave
    #: one.
    action_invoked = Signal(object, str, str)

    _heard = Signal()

    def __init__(self, icon: str = "", parent: QObject | None = None) -> None:
        """Prepare the notifier; ``icon`` is a file's path or a name of the icon theme."""
        super().__init__(parent)
        self._icon = icon
        self._lock = threading.Lock()
        self._bus: SessionBus | None = None
        self._capabilities: frozenset[str] = frozenset()
        self._shown: dict[int, tuple[UUID, ...]] = {}
        self._tokens: dict[int, str] = {}
        self._actions: deque[tuple[tuple[UUID, ...], str, str]] = deque()
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    def notify(self, popup: Popup) -> bool:
        """Show one notification, in place of others of the same reminders.

        Returns:
            False where the desktop did not take it.
        """
        with self._lock:
            try:
                bus = self._connected()
                if popup.discreet is not None and _is_locked(bus):
                    popup = replace(popup.discreet, reminder_ids=popup.reminder_ids)
                (shown_as,) = bus.call(self._message(popup))
            except BusError as error:
                _log.info("no desktop notification: %s", type(error.__cause__).__name__)
                return False
            self.withdraw(popup.reminder_ids)
            self._shown[shown_as] = popup.reminder_ids
            return True

    @property
    def shown(self) -> frozenset[UUID]:
        """Return the reminders whose notifications are on the desktop."""
        return frozenset(one for ids in tuple(self._shown.values()) for one in ids)

    def withdraw(self, reminder_ids: Collection[UUID]) -> None:
        """Take back the notifications whose reminders were all answered elsewhere."""
        answered = set(reminder_ids)
        for key, ids in list(self._shown.items()):
            if ids and answered.issuperset(ids):
                del self._shown[key]
                self._take_down(key)

    def close(self) -> None:
        """Leave the bus; what is shown stays, without effect."""
        with self._lock:
            bus, self._bus = self._bus, None
            if bus is not None:
                bus.close()

    def _connected(self) -> SessionBus:
        """Return a living connection, with the service's signals subscribed to."""
        if self._bus is not None and self._bus.is_alive:
            return self._bus
        if self._bus is not None:
            self._bus.close()
            self._bus = None
        self._shown.clear()
        bus = SessionBus(self._hear)
        try:
            self._capabilities = _subscribe(bus)
        except BusError:
            bus.close()
            raise
        self._bus = bus
        return bus

    def _message(self, popup: Popup) -> Message:
        actions: list[str] = []
        if "actions" in self._capabilities:
            # A click on the notification itself is "default"; desktops give it no button.
            actions = ["default", self.tr("Open"), "open", self.tr("Open")]
            actions += ["snooze", self.tr("Snooze 15 min")] if popup.reminder_ids else []
            # Nobody ends with one click what stands together.
            actions += ["done", self.tr("Done")] if len(popup.reminder_ids) == 1 else []
        body = popup.body
        if "body-markup" in self._capabilities:
            body = html.escape(body, quote=False)
        hints: dict[str, tuple[str, object]] = {
            "urgency": ("y", 1),
            "desktop-entry": ("s", "giro"),
            "suppress-sound": ("b", not popup.has_sound),
        }
        if popup.has_sound:
            hints["sound-name"] = ("s", _SOUND)
        values = ("Giro", 0, self._icon, popup.title, body, actions, hints, _NEVER_EXPIRES)
        return _call("Notify", "susssasa{sv}i", values)

    def _hear(self, signal: str, values: tuple[Any, ...]) -> None:
        """Take a signal of the service; on the listening thread."""
        if signal == "NameOwnerChanged":
            # A new service counts from one again: an old number may soon be another program's.
            self._shown.clear()
            self._tokens.clear()
        elif values[0] not in self._shown:
            # Another program's: the service tells everybody.
            return
        elif signal == "ActivationToken":
            self._tokens[values[0]] = values[1]
        elif signal == "ActionInvoked":
            # Some desktops leave the notification standing after an action, others do not.
            self._take_down(values[0])
            self._answer(values[0], "open" if values[1] == "default" else values[1])
        elif signal == "NotificationClosed":
            was_dismissed = values[1] == _DISMISSED_BY_USER
            self._answer(values[0], "dismissed" if was_dismissed else "")

    def _answer(self, key: int, action: str) -> None:
        ids, token = self._shown.pop(key, None), self._tokens.pop(key, "")
        if ids is not None and action:
            self._actions.append((ids, action, token))
            self._heard.emit()

    def _take_down(self, key: int) -> None:
        if self._bus is not None:
            self._bus.tell(_call("CloseNotification", "u", (key,)))

    @Slot()
    def _on_heard(self) -> None:
        self.action_invoked.emit(*self._actions.popleft())


def _subscribe(bus: SessionBus) -> frozenset[str]:
    """Have the service's signals passed on, and return what it is capable of."""
    bus.hear(MatchRule(type="signal", sender=_SERVICE, interface=_SERVICE, path=_PATH))
    restarted = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    restarted.add_arg_condition(0, _SERVICE)
    bus.hear(restarted)
    (capabilities,) = bus.call(_call("GetCapabilities"))
    return frozenset(capabilities)


def _is_locked(bus: SessionBus) -> bool:
    """Return whether the desktop says that nobody who is logged in sees the screen."""
    question = new_method_call(_SCREEN_SAVER, "GetActive")
    question.header.flags |= MessageFlag.no_auto_start
    try:
        (is_locked,) = bus.call(question)
    except BusError:
        return False  # nobody there who would know
    return bool(is_locked)


def _call(method: str, signature: str = "", values: tuple[object, ...] = ()) -> Message:
    address = DBusAddress(_PATH, bus_name=_SERVICE, interface=_SERVICE)
    return new_method_call(address, method, signature, values)
