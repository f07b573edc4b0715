"""People at their windows, each a program of its own but for the process."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.window import Desk, open_desk
from cockpit.app.wiring import open_session
from cockpit.domain.formats import Language
from cockpit.ui.main_window import MainWindow
from tests.support.ended_windows import end_window
from tests.support.keys import press

CTRL = Qt.KeyboardModifier.ControlModifier
#: A Monday without holidays; the programs' clocks begin at nine.
DAY = date(2026, 3, 2)
#: How many customers each list has.
COUNT = 200
PATIENCE_MS = 20_000


@dataclass(frozen=True)
class Seat:
    """An operator at a window."""

    session: Session
    desk: Desk
    qtbot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.desk.window

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key in this window."""
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            self.until(lambda: QApplication.activeWindow() is self.window)
        press(self.qtbot, self.window, key, *modifiers)

    def says_of(self, customer_id: UUID) -> str:
        """Return why a customer is where they are on this window's list."""
        reason = self.window.work_list.reason_of(customer_id)
        return "" if reason is None else reason[0]

    def until(self, look: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(look, timeout=PATIENCE_MS)


@contextmanager
def seated(address: str, home: Path, qtbot: QtBot) -> Iterator[Seat]:
    """Open a window on a server's database, and close it afterwards."""
    options = Options(language=Language.ENGLISH, database=address, as_of=DAY)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    home.mkdir()
    with ExitStack() as stack:
        session = stack.enter_context(open_session(options, Paths(home)))
        chosen = {"language": "en", "theme": "light", "morning.seen_on": DAY.isoformat()}
        desk = stack.enter_context(open_desk(session, application, preferences=chosen))
        seat = Seat(session, desk, qtbot)
        desk.window.resize(1366, 768)
        desk.window.show()
        desk.window.start()
        stack.callback(end_window, desk.window)
        stack.callback(desk.window.close)
        seat.until(lambda: desk.window.work_list.model.rowCount() == COUNT)
        yield seat
