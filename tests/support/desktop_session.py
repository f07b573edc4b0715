"""A desktop of its own for one test: X server, session bus and notification daemon.

Every program is started here, knows nothing of the desktop that the tests run on, and is ended by
its own process id. Register with ``pytest_plugins`` or import the fixtures.
"""

import json
import os
import select
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_PATIENCE_SECONDS = 20

#: dunst asks this for the action of a notification's menu: it takes the line that the test wants.
_MENU = """#!/bin/sh
exec grep -m 1 -F "$(cat "{wish}")"
"""
_DUNSTRC = """[global]
    follow = none
    monitor = 0
    history_length = 20
    markup = full
    dmenu = {menu}
    idle_threshold = 0
"""


@dataclass(frozen=True)
class DesktopSession:
    """A running desktop.

    Attributes:
        display: Name of the X display.
        bus_address: Address of the session bus.
        folder: Where the desktop keeps its files.
    """

    display: str
    bus_address: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment of a program on this desktop."""
        kept = {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"}
        return kept | {
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus_address,
            "XDG_RUNTIME_DIR": str(self.folder),
            "QT_QPA_PLATFORM": "xcb",
        }

    def run(self, *command: str) -> str:
        """Run a program on this desktop to its end and return what it printed."""
        return self._run(command, must_succeed=True)

    def attempt(self, *command: str) -> str:
        """Run a program that may fail, such as one on a window that has just gone."""
        return self._run(command, must_succeed=False)

    def _run(self, command: Sequence[str], *, must_succeed: bool) -> str:
        return subprocess.run(
            command,
            env=self.environment,
            check=must_succeed,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_SECONDS,
        ).stdout


@dataclass(frozen=True)
class NotificationDaemon:
    """A running dunst: what it shows, and a user's clicks on it."""

    session: DesktopSession
    wish: Path

    def shown_count(self) -> int:
        """Return how many notifications are on the screen."""
        return int(self.session.run("dunstctl", "count", "displayed"))

    def click(self) -> None:
        """Click on the newest notification: its default action."""
        self.session.run("dunstctl", "action", "0")

    def choose(self, label: str) -> None:
        """Choose an action of the newest notification by its label."""
        self.wish.write_text(label)
        self.session.run("dunstctl", "context")

    def dismiss(self) -> None:
        """Close the newest notification."""
        self.session.run("dunstctl", "close")

    def history(self) -> list[dict[str, Any]]:
        """Return the notifications that are over, newest first, by field."""
        answer = json.loads(self.session.run("dunstctl", "history"))
        return [
            {name: field["data"] for name, field in entry.items()} for entry in answer["data"][0]
        ]


@contextmanager
def running(command: Sequence[str], environment: dict[str, str]) -> Iterator[str]:
    """Start a program, wait for its first line of output, and end it afterwards."""
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        ready, _, _ = select.select([process.stdout], [], [], _PATIENCE_SECONDS)
        line = process.stdout.readline().strip() if ready else ""
        assert line, f"{command[0]} did not start"
        yield line
    finally:
        process.terminate()
        process.wait(_PATIENCE_SECONDS)
        process.stdout.close()


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """Start an X server on a free display and return its name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    command.append("-noreset")  # else it forgets its keyboard whenever nobody is connected
    with running(command, dict(os.environ)) as number:
        yield f":{number}"


@pytest.fixture
def desktop_session(x_display: str, tmp_path: Path) -> Iterator[DesktopSession]:
    """Return a desktop with a session bus, on which no notification daemon runs yet."""
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o700)
    command = ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address=1"]
    with running(command, dict(os.environ)) as address:
        yield DesktopSession(x_display, address, folder)


@contextmanager
def notification_daemon(session: DesktopSession) -> Iterator[NotificationDaemon]:
    """Run dunst on a desktop; it is there to be called when the context begins."""
    wish, menu = session.folder / "wish", session.folder / "menu"
    menu.write_text(_MENU.format(wish=wish))
    menu.chmod(0o755)
    config = session.folder / "dunstrc"
    config.write_text(_DUNSTRC.format(menu=menu))
    assert shutil.which("dunst"), "dunst is not installed"
    process = subprocess.Popen(
        ["dunst", "-config", str(config)],
        env=session.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for_service(session, "org.freedesktop.Notifications")
        yield NotificationDaemon(session, wish)
    finally:
        process.terminate()
        process.wait(_PATIENCE_SECONDS)


@pytest.fixture
def dunst(desktop_session: DesktopSession) -> Iterator[NotificationDaemon]:
    """Return a running notification daemon."""
    with notification_daemon(desktop_session) as daemon:
        yield daemon


def _wait_for_service(session: DesktopSession, name: str) -> None:
    """Wait until a service is on the bus: the bus itself says so, without polling."""
    from jeepney import MatchRule, message_bus  # noqa: PLC0415 - installed on Linux only
    from jeepney.io.blocking import Proxy, open_dbus_connection  # noqa: PLC0415 - the same

    with open_dbus_connection(session.bus_address) as connection:
        bus = Proxy(message_bus, connection)
        appears = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
        appears.add_arg_condition(0, name)
        with connection.filter(appears) as queue:
            bus.AddMatch(appears)
            if not bus.NameHasOwner(name)[0]:
                connection.recv_until_filtered(queue, timeout=_PATIENCE_SECONDS)
