"""The whole program in a real window, driven by real keys and read as a screen reader does."""

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from cockpit.data.sqlite import connect
from tests.support.desktop_session import DesktopSession
from tests.support.program import ROOT, environment, run_giro
from tests.support.screen_reader import AccessibilityRegistry, ScreenReader, Widget

PATIENCE_SECONDS = 20
_LOOK_SECONDS = 0.02
_Found = TypeVar("_Found")

#: Letters that the X server's keyboard lacks, and the first of the spare keys to put them on.
_LETTERS = "çÇãÃáÁâÂéÉêÊíÍóÓõÕôÔúÚàÀ"
_FIRST_KEY, _LEVELS = 191, 2


def wait_for(what: str, look: Callable[[], _Found | None]) -> _Found:
    """Look again and again until something is there, and return it."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(_LOOK_SECONDS)


def ask(database: Path, question: str, *values: object) -> list[tuple[Any, ...]]:
    """Read from a database file, as another program does."""
    connection = connect(database, query_only=True)
    try:
        return list(connection.execute(question, values))
    finally:
        connection.close()


@contextmanager
def writing_is_held(database: Path) -> Iterator[None]:
    """Keep everybody else from writing, as another program in a long transaction does."""
    connection = connect(database)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
    finally:
        connection.close()


@dataclass
class GiroWindow:
    """A running cockpit.

    Attributes:
        session: The desktop that it is on.
        process: The program.
        reader: What is on its window.
        window: The window's number on the X server, once it has the keyboard.
    """

    session: DesktopSession
    process: subprocess.Popen[str]
    reader: ScreenReader
    window: str = ""

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, by their names on the X server."""
        self.session.run("xdotool", "key", "--delay", "4", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.session.run("xdotool", "type", "--delay", "4", text)

    def take_keyboard(self) -> None:
        """Give the window the keyboard, as a click on it does, and wait until it knows.

        A window that has just opened may still get another number, so it is looked for each time.
        """
        wait_for("the active window", self._gets_keyboard)

    def _gets_keyboard(self) -> bool:
        windows = _windows_of(self.session, self.process.pid)
        if windows:
            self.window = windows[0]
            self.session.attempt("xdotool", "windowfocus", self.window)
        return self.reader.is_active()

    def shows(self, role: str, name: str = "") -> Widget:
        """Wait until a widget can be seen, and return it."""
        return wait_for(f"{role} “{name}”", lambda: self.reader.find(role, name))

    def has_keyboard(self, name: str, role: str = "") -> Widget:
        """Wait until the keyboard is in a widget, and return it."""

        def look() -> Widget | None:
            focused = self.reader.focused()
            is_it = focused is not None and name in focused.name and role in focused.role
            return focused if is_it else None

        return wait_for(f"the keyboard in “{name}”", look)

    @property
    def table(self) -> Widget:
        """Return the work list."""
        return self.shows("table")

    def is_visible(self) -> bool:
        """Return whether the window is on the screen."""
        return self.window in _windows_of(self.session, self.process.pid)

    def is_on_top(self) -> bool:
        """Return whether this window is what can be seen in the middle of its place."""
        self.session.run("xdotool", "mousemove", "--window", self.window, "400", "400")
        place = self.session.run("xdotool", "getmouselocation", "--shell")
        return f"WINDOW={self.window}" in place.split()

    def kill(self) -> None:
        """End the program at once, as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE_SECONDS)

    def quit(self) -> None:
        """Close the program as its user does, and wait until it is gone."""
        self.press("ctrl+q")
        assert self.process.wait(PATIENCE_SECONDS) == 0


@dataclass(frozen=True)
class StartingGiro:
    """A cockpit on its way: the window that comes early, and the true one."""

    session: DesktopSession
    process: subprocess.Popen[str]

    def early_windows(self) -> list[str]:
        """Return the window that shows the kept page, while it can be seen."""
        return _windows_of(self.session, self.process.pid, "^Giro…$")

    def windows(self) -> list[str]:
        """Return the true window, once it can be seen."""
        return _windows_of(self.session, self.process.pid)


@dataclass(frozen=True)
class FailingGiro:
    """A start that comes to nothing, and what it says on the screen."""

    session: DesktopSession
    process: subprocess.Popen[str]
    reader: ScreenReader

    def says(self, words: str) -> bool:
        """Return whether a window stands there that says these words."""
        windows = _windows_of(self.session, self.process.pid)
        return bool(windows) and any(words in one.name for one in self.reader.widgets())

    def close(self) -> int:
        """Close the window by its button's key, and return the program's exit code."""
        (window,) = _windows_of(self.session, self.process.pid)
        self.session.run("xdotool", "windowfocus", "--sync", window, "key", "Return")
        return self.process.wait(PATIENCE_SECONDS)


def _windows_of(session: DesktopSession, process_id: int, title: str = "^Giro$") -> list[str]:
    """Return the visible windows of that title; the one that comes early has another."""
    words = ("--onlyvisible", "--all", "--pid", str(process_id), "--name", title)
    return session.attempt("xdotool", "search", *words).split()


def _put_letters_on_keyboard(display: str) -> None:
    """Give each Portuguese letter a key of its own.

    xdotool would else redefine a key while it types, and now and then the program learns of it too
    late to know which letter was meant.
    """
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xlib.XOpenDisplay(display.encode()))
    symbols = (ctypes.c_ulong * len(_LETTERS))(*map(ord, _LETTERS))  # Latin-1 is its own symbol
    count = len(_LETTERS) // _LEVELS
    xlib.XChangeKeyboardMapping(connection, _FIRST_KEY, _LEVELS, symbols, count)
    xlib.XSync(connection, 0)
    xlib.XCloseDisplay(connection)


@dataclass(frozen=True)
class GiroDesktop:
    """A desktop on which cockpits can be opened.

    Attributes:
        session: The desktop.
        registry: Where the programs' windows register to be read.
    """

    session: DesktopSession
    registry: AccessibilityRegistry

    @contextmanager
    def open(self, home: Path, *words: str, login: str = "") -> Iterator[GiroWindow]:
        """Start the program, wait until its list can be used, and end it afterwards.

        Args:
            home: The user's data folder.
            words: The command line.
            login: As whom; by default whoever runs the tests.
        """
        process = self._start(home, words, login)
        reader: ScreenReader | None = None
        try:
            reader = ScreenReader(self.session.bus_address, self._arrival_of(process))
            giro = GiroWindow(self.session, process, reader)
            wait_for("the rows of the list", lambda: giro.reader.row_count(giro.table))
            giro.take_keyboard()
            yield giro
        finally:
            process.kill()
            output, _ = process.communicate(timeout=PATIENCE_SECONDS)
            if reader is not None:
                reader.close()
        assert not output, output

    @contextmanager
    def starting(self, home: Path, *words: str) -> Iterator["StartingGiro"]:
        """Start the program, and end it afterwards however far it has come."""
        process = self._start(home, words, "")
        try:
            self._arrival_of(process)
            yield StartingGiro(self.session, process)
        finally:
            process.kill()
            output, _ = process.communicate(timeout=PATIENCE_SECONDS)
        assert not output, output

    @contextmanager
    def failing(self, home: Path, *words: str) -> Iterator["FailingGiro"]:
        """Start a program that will not open, and end it afterwards."""
        process = self._start(home, words, "")
        try:
            with closing(ScreenReader(self.session.bus_address, self._arrival_of(process))) as one:
                yield FailingGiro(self.session, process, one)
        finally:
            process.kill()
            process.communicate(timeout=PATIENCE_SECONDS)

    def start_again(self, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Start the program where it is expected to end by itself."""
        return run_giro(*words, home=home, **self._variables())

    def _arrival_of(self, process: subprocess.Popen[str]) -> str:
        """Wait until a program can be read, and return its name on the bus."""
        arrivals = self.registry.arrivals
        wait_for("the program", lambda: not arrivals.empty() or process.poll() is not None)
        assert process.poll() is None, process.communicate()[0]
        return arrivals.get()

    def _start(self, home: Path, words: Sequence[str], login: str) -> subprocess.Popen[str]:
        as_user = {"LOGNAME": login} if login else {}
        return subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *words],
            env=environment(home, **self._variables(), **as_user),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def _variables(self) -> dict[str, str]:
        return {
            "DISPLAY": self.session.display,
            "DBUS_SESSION_BUS_ADDRESS": self.session.bus_address,
            "XDG_RUNTIME_DIR": str(self.session.folder),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }


@contextmanager
def giro_desktop_on(session: DesktopSession) -> Iterator[GiroDesktop]:
    """Make a desktop ready for cockpits."""
    _put_letters_on_keyboard(session.display)
    with AccessibilityRegistry(session.bus_address) as registry:
        yield GiroDesktop(session, registry)
