"""A day's calls in the true window: how long each takes, and what keeps the event loop waiting.

Usage: python -m scripts.benchmarks.call_session CALLS [the program's own arguments]

Keys are sent to whatever has the keyboard, as a person's are. The last line is the report, as JSON,
in seconds. Clients must be callable: the invented portfolio's are at any time, and a national
holiday is taken for the last working day before it.
"""

import gc
import json
import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cockpit.app.cli import COLLECTOR_THRESHOLDS, SWITCH_SECONDS
from cockpit.app.paths import Paths
from scripts.benchmarks.children import Portfolio
from scripts.benchmarks.desk import OpenDesk, shown_desk
from scripts.benchmarks.window import FRAME, settle
from scripts.benchmarks.working_day import set_clock_to_calling_day

_PATIENCE_SECONDS = 10.0
_WAIT_MS = 100
_TALK_MS = 400
_SKIP_EVERY, _SNOOZE_EVERY = 20, 25


@dataclass
class _Slots:
    """What the event loop did for longer than a frame.

    Attributes:
        longest: By what was done, the longest time in seconds.
        count: By what was done, how many times.
    """

    longest: dict[str, float] = field(default_factory=dict)
    count: dict[str, int] = field(default_factory=dict)

    def note(self, name: str, seconds: float) -> None:
        self.longest[name] = max(self.longest.get(name, 0.0), seconds)
        self.count[name] = self.count.get(name, 0) + 1


class WatchedApplication(QApplication):
    """Times each event that Qt delivers; nested ones count with the one they come from."""

    def __init__(self) -> None:
        super().__init__(["giro"])
        self.slots = _Slots()
        self._depth = 0
        self.is_watching = False

    @override
    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self._depth or not self.is_watching:
            return super().notify(receiver, event)
        name = f"{type(receiver).__name__} {event.type().name}"
        self._depth += 1
        started = time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            took = time.perf_counter() - started
            if took > FRAME:
                self.slots.note(name, took)


class _Paintings(QObject):
    """Notes whether a widget was painted since it was last asked, in the event loop's own time."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_due = False
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.is_due = False
        return False


@dataclass
class _Session:
    """One operator at the window."""

    opened: OpenDesk
    paintings: _Paintings
    told: list[UUID] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)
    ticks: QTimer = field(default_factory=lambda: QTimer(interval=_WAIT_MS))

    def __post_init__(self) -> None:
        window = self.opened.desk.window
        if window.customer_panel.story is not None:
            self.told.append(window.customer_panel.story.customer_id)
        window.customer_panel.story_shown.connect(self._on_story_shown)
        window.contact_form.contact_saved.connect(self._on_saved)

    def _on_story_shown(self, story: Any) -> None:
        self.told.append(story.customer_id)
        self.paintings.is_due = True

    def _on_saved(self, _customer_id: object) -> None:
        self.saved.append(time.perf_counter())

    def until_next(self, act: Callable[[], object]) -> float:
        """Do something and return the seconds until another client's story is painted."""
        window = self.opened.desk.window
        former = window.calls.controller.state.customer_id
        started = time.perf_counter()
        act()
        deadline = started + _PATIENCE_SECONDS
        self.ticks.start()
        while time.perf_counter() < deadline:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            claim = window.calls.controller.claim
            shown = self.told[-1] if self.told else None
            is_told = claim is not None and former != claim.customer_id == shown
            if is_told and not self.paintings.is_due:
                return time.perf_counter() - started
        raise TimeoutError(f"nobody was offered: {window.calls.controller.state.phase}")

    def talk(self) -> None:
        """Let the operator talk: longer than anything that goes on behind the window."""
        runner = self.opened.desk.window.calls.controller._ctx.runner
        settle(_TALK_MS)
        while not runner.is_idle:
            settle(_TALK_MS)

    def press(self, key: Qt.Key | str, *, control: bool = False) -> None:
        """Press a key where the keyboard is."""
        window = self.opened.desk.window
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        # Qt's stubs know only one of its two signatures, and no window without a focus.
        press: Callable[..., None] = QTest.keyClick
        focused: QWidget | None = window.focusWidget()
        press(window if focused is None else focused, key, held)


def main(arguments: list[str]) -> int:
    """Make the calls and print what they took."""
    calls, own = int(arguments[0]), tuple(arguments[1:])
    logging.getLogger("qt").addHandler(logging.NullHandler())
    gc.set_threshold(*COLLECTOR_THRESHOLDS)
    sys.setswitchinterval(SWITCH_SECONDS)
    set_clock_to_calling_day()
    app = WatchedApplication()
    with shown_desk(Portfolio("session", Paths.of_user().home, own), app) as opened:
        print(json.dumps(_calls(app, opened, calls)))
    return 0


def _calls(app: WatchedApplication, opened: OpenDesk, count: int) -> dict[str, Any]:
    session = _Session(opened, _Paintings(opened.desk.window.customer_panel))
    settle(2_000)
    app.is_watching = True
    opening = [session.until_next(lambda: session.press(Qt.Key.Key_F8))]
    saving, durable = [], []
    for number in range(1, count + 1):
        session.talk()
        if number % _SKIP_EVERY == 0:
            session.press(Qt.Key.Key_J, control=True)
            opening.append(session.until_next(lambda: session.press("1")))
            session.talk()
        if number % _SNOOZE_EVERY == 0:
            session.press(Qt.Key.Key_D, control=True)
            session.press("4")
            opening.append(session.until_next(lambda: session.press(Qt.Key.Key_Return)))
            session.talk()
        session.press("5")
        settle(30)
        started = time.perf_counter()
        saving.append(session.until_next(lambda: session.press(Qt.Key.Key_Return, control=True)))
        durable.append(session.saved[-1] - started)
    app.is_watching = False
    settle(300)
    stored = opened.session.contacts.count_today()
    slots = app.slots
    return {
        "opening": opening,
        "saving": saving,
        "durable": durable,
        "stored": stored,
        "slots": {name: [slots.count[name], slots.longest[name]] for name in slots.count},
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
