"""Carries what the desktop and the background say to the window, and back."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

import resources
from cockpit.app.session import Session
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import CancelledError, GiroError
from cockpit.domain.messages import Message
from cockpit.runtime.crash import CrashHandler
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.ui.context import UiContext
from cockpit.ui.crash_dialog import CrashDialog
from cockpit.ui.main_window import MainWindow
from cockpit.ui.theme import Theme
from cockpit.ui.tray import TrayNotifier

if TYPE_CHECKING:
    from cockpit.runtime.dbus_notifier import DbusNotifier


class DesktopLink(QObject):
    """Carries answers given on the desktop, errors and midnight to where they belong.

    Attributes:
        notifier: Shows notifications: on the session bus, else by the tray.
    """

    def __init__(self, session: Session, runner: TaskRunner, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._runner = runner
        self._tray = TrayNotifier(theme, self)
        self._bus = self._join_session_bus()
        self.notifier = NotifierChain(
            runner,
            background=[] if self._bus is None else [self._bus],
            foreground=[self._tray],
            parent=self,
        )

    def _join_session_bus(self) -> "DbusNotifier | None":
        """Return the notifier of a Linux desktop, or None on another system."""
        if not sys.platform.startswith("linux"):
            return None
        from cockpit.runtime.dbus_notifier import DbusNotifier  # noqa: PLC0415 - needs jeepney

        return DbusNotifier(str(resources.path("icons", "giro.svg")), self)

    def attend(self, window: MainWindow, crashes: CrashHandler, ctx: UiContext) -> None:
        """Serve a window."""
        self._window = window
        self._ctx = ctx
        self._tray.opened.connect(window.show_reminders)
        if self._bus is not None:
            self._bus.action_invoked.connect(window.reminders.answer)
        crashes.crashed.connect(self._on_crashed)
        crashes.trouble.connect(self._on_trouble)
        ctx.feed.changed.connect(self._on_feed_changed)
        ctx.cycle_keeper.work_began.connect(self._on_work_began)
        ctx.cycle_keeper.work_ended.connect(self._on_work_ended)

    def close(self) -> None:
        """Leave the session bus."""
        if self._bus is not None:
            self._bus.close()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        """Take back what the desktop still shows of reminders that were answered here."""
        if self._bus is not None and self._bus.shown and notice.touches(Topic.REMINDERS):
            self._runner.submit(
                self._withdraw_answered,
                lane=Lane.NETWORK,
                owner=self,
                key="withdraw",
                on_result=lambda _done: None,
            )

    def _withdraw_answered(self) -> None:
        if self._bus is not None:
            self._bus.withdraw(self._session.reminders.answered(self._bus.shown))

    @Slot(str)
    def _on_crashed(self, report: str) -> None:
        CrashDialog(report, self._window).open()

    @Slot(object)
    def _on_trouble(self, message: Message) -> None:
        self._window.show_message(resources.text(message, self._ctx.language))

    @Slot()
    def _on_work_began(self) -> None:
        self._say("running")

    @Slot(object)
    def _on_work_ended(self, error: GiroError | None) -> None:
        if error is None and not self._session.store.is_sqlite:
            # On a server nobody watches the judgements: they follow from what is watched.
            self._ctx.feed.tell(ChangeNotice(frozenset({Topic.METRICS})))
        if isinstance(error, CancelledError):
            self._on_trouble(error.message)
        else:
            self._say("done" if error is None else "failed")

    def _say(self, key: str) -> None:
        """Say in the status bar how the upkeep of the cycles is getting on."""
        self._window.show_message(resources.text(f"upkeep.{key}", self._ctx.language))
