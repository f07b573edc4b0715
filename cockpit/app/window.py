"""Wires a session to a window: runner, feed, reminders, notifications, errors."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

import resources
from cockpit import __version__
from cockpit.app.import_notices import ImportNotices
from cockpit.app.options import Options
from cockpit.app.runner_within import RunnerWithin
from cockpit.app.session import Session
from cockpit.app.upkeep import import_of, upkeep_of
from cockpit.domain.agenda import SNOOZE_PRESETS
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import CancelledError, GiroError
from cockpit.domain.messages import Message
from cockpit.runtime.background_program import BackgroundProgram
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.collector import GuiCollector
from cockpit.runtime.crash import CrashHandler
from cockpit.runtime.cycle_keeper import CycleKeeper, Upkeep
from cockpit.runtime.day_keeper import DayKeeper
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.import_runner import ImportRunner
from cockpit.runtime.import_watch import ImportWatch
from cockpit.runtime.list_keeper import ListKeeper
from cockpit.runtime.objection_waker import ObjectionWaker
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.quiet_keeper import QuietKeeper
from cockpit.runtime.reminder_clock import ReminderClock
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.runtime.translation import install_language
from cockpit.services.ports import Notifier
from cockpit.ui.context import UiContext
from cockpit.ui.crash_dialog import CrashDialog
from cockpit.ui.main_window import MainWindow
from cockpit.ui.theme import Theme
from cockpit.ui.tray import TrayNotifier

if TYPE_CHECKING:
    from cockpit.runtime.dbus_notifier import DbusNotifier

#: A file is asked cheaply; a server has many who ask.
SQLITE_POLL_SECONDS, SERVER_POLL_SECONDS = 0.5, 2.0
_SNOOZE = SNOOZE_PRESETS[1]


@dataclass(frozen=True)
class Desk:
    """An open window with what works behind it."""

    ctx: UiContext
    window: MainWindow


@contextmanager
def open_desk(
    session: Session,
    app: QApplication,
    options: Options | None = None,
    theme: Theme | None = None,
    preferences: Mapping[str, object] | None = None,
) -> Iterator[Desk]:
    """Build the working window on a session, and take everything down in order afterwards.

    Args:
        session: What the window works on.
        app: Qt's application.
        options: What opened the session; without them nobody keeps its cycles up to date, and
            nothing is imported.
        theme: The look that is in force already, if one is.
        preferences: The user's, where they are known without the database.
    """
    with ExitStack() as stack:
        crashes = CrashHandler(__version__)
        crashes.install()
        stack.callback(crashes.uninstall)
        collector = GuiCollector()
        collector.start()
        stack.callback(collector.stop)
        watcher = session.store.watcher()
        stack.callback(watcher.close)
        runner = TaskRunner()
        runner.failed.connect(crashes.handle)
        pause = SQLITE_POLL_SECONDS if session.store.is_sqlite else SERVER_POLL_SECONDS
        feed = ChangeFeed(session.database, watcher, poll_seconds=pause)
        feed.failed.connect(crashes.handle)
        theme = theme or Theme(app)
        desktop = _Desktop(session, runner, theme)
        stack.callback(desktop.close)
        stack.callback(runner.shutdown)
        values = session.preferences.load() if preferences is None else preferences
        chosen = Preferences(session.preferences, runner, values)
        ctx = _context(
            session,
            runner,
            feed,
            chosen,
            theme,
            import_runner=ImportRunner(None if options is None else import_of(options)),
            upkeep=None if options is None else upkeep_of(options),
            notifier=desktop.notifier,
            is_demo=options is not None and options.is_demo,
        )
        ctx.reminder_clock.failed.connect(crashes.handle)
        theme.apply(chosen.theme)
        install_language(app, ctx.language)
        window = MainWindow(ctx)
        desktop.attend(window, crashes, ctx)
        feed.start()
        stack.callback(feed.stop)
        ctx.reminder_clock.start()
        stack.callback(ctx.reminder_clock.stop)
        ctx.day_keeper.start()
        stack.callback(ctx.day_keeper.stop)
        waker = ObjectionWaker(session.objections, runner, feed, session.clock)
        waker.start()
        stack.callback(waker.stop)
        list_keeper = ListKeeper(session.work_list.keep, runner)
        list_keeper.start()
        stack.callback(list_keeper.stop)
        ctx.cycle_keeper.start()
        stack.callback(ctx.cycle_keeper.stop)
        stack.callback(ctx.import_runner.stop)
        if options is not None and options.as_of is None and session.user.may_import:
            folder = ImportWatch(chosen, runner, ImportRunner(import_of(options)))
            ImportNotices(folder, window, ctx)
            folder.start()
            stack.callback(folder.stop)
        yield Desk(ctx, window)


@contextmanager
def open_picture(session: Session, app: QApplication, options: Options) -> Iterator[Desk]:
    """Build the window only to be painted: nothing is raised, watched or remembered."""
    crashes = CrashHandler(__version__)
    crashes.install()
    collector = GuiCollector()
    collector.start()
    runner = TaskRunner()
    runner.failed.connect(crashes.handle)
    feed = ChangeFeed(session.database, None)
    chosen = {"theme": options.theme, "language": str(options.language)}
    theme = Theme(app)
    ctx = _context(
        session,
        runner,
        feed,
        Preferences(session.preferences, runner, chosen),
        theme,
        import_runner=RunnerWithin(lambda: session.importing),
    )
    theme.apply(options.theme)
    install_language(app, options.language)
    try:
        yield Desk(ctx, MainWindow(ctx))
    finally:
        runner.shutdown()
        collector.stop()
        crashes.uninstall()


def _context(
    session: Session,
    runner: TaskRunner,
    feed: ChangeFeed,
    preferences: Preferences,
    theme: Theme,
    *,
    import_runner: ImportRunner,
    upkeep: Upkeep | None = None,
    notifier: Notifier | None = None,
    is_demo: bool = False,
) -> UiContext:
    return UiContext(
        work_list=session.work_list,
        customers=session.customers,
        contacts=session.contacts,
        queue=session.queue,
        reach=session.reach,
        wishes=session.wishes,
        stories=session.stories,
        pitches=session.pitches,
        objections=session.objections,
        reminders=session.reminders,
        policies=session.policies,
        reports=session.reports,
        imports=lambda: session.importing,
        exports=lambda: session.list_export,
        agenda=lambda: session.agenda,
        messages=cache(lambda: session.messages),
        runner=runner,
        feed=feed,
        reminder_clock=ReminderClock(
            session.reminders, runner, feed, session.clock, QuietKeeper(preferences, session.clock)
        ),
        day_keeper=DayKeeper(session.days, runner, feed, session.clock),
        cycle_keeper=CycleKeeper(BackgroundProgram(), upkeep, session.clock),
        import_runner=import_runner,
        preferences=preferences,
        clock=session.clock,
        user=session.user,
        theme=theme,
        database_label="SQLite" if session.store.is_sqlite else "PostgreSQL",
        notifier=notifier,
        is_demo=is_demo,
    )


class _Desktop(QObject):
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

        bus = DbusNotifier(str(resources.path("icons", "giro.svg")), self)
        bus.action_invoked.connect(self._on_bus_action_invoked)
        return bus

    def attend(self, window: MainWindow, crashes: CrashHandler, ctx: UiContext) -> None:
        """Serve a window."""
        self._window = window
        self._ctx = ctx
        self._tray.opened.connect(window.show_reminders)
        crashes.crashed.connect(self._on_crashed)
        crashes.trouble.connect(self._on_trouble)
        ctx.feed.changed.connect(self._on_feed_changed)
        ctx.cycle_keeper.work_began.connect(self._on_work_began)
        ctx.cycle_keeper.work_ended.connect(self._on_work_ended)

    def close(self) -> None:
        """Leave the session bus."""
        if self._bus is not None:
            self._bus.close()

    @Slot(object, str)
    def _on_bus_action_invoked(self, reminder_ids: Sequence[UUID], action: str) -> None:
        """Open the reminders, or bring them back later."""
        if action == "open":
            self._window.show_reminders()
        elif action == "snooze":
            self._runner.submit(
                partial(self._session.reminders.snooze, reminder_ids, _SNOOZE),
                lane=Lane.WRITE,
                owner=self,
                key="snooze",
                on_result=lambda _done: None,
            )

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
            waiting = {one.reminder_id for one in self._session.reminders.open_reminders()}
            self._bus.withdraw(self._bus.shown - waiting)

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
