"""Wires a session to a window: runner, feed, reminders, notifications, errors."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache

from PySide6.QtWidgets import QApplication

from cockpit import __version__
from cockpit.app.desktop_link import DesktopLink
from cockpit.app.import_notices import ImportNotices
from cockpit.app.options import Options
from cockpit.app.runner_within import RunnerWithin
from cockpit.app.session import Session
from cockpit.app.upkeep import import_of, notify_of, upkeep_of
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
from cockpit.runtime.notice_keeper import NoticeKeeper
from cockpit.runtime.objection_waker import ObjectionWaker
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.quiet_keeper import QuietKeeper
from cockpit.runtime.reminder_clock import ReminderClock
from cockpit.runtime.task_runner import TaskRunner
from cockpit.runtime.translation import install_language
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow
from cockpit.ui.theme import Theme

#: A file is asked cheaply; a server has many who ask.
SQLITE_POLL_SECONDS, SERVER_POLL_SECONDS = 0.5, 2.0


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
        desktop = DesktopLink(session, runner, theme)
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
        ctx.day_keeper.break_changed.connect(ctx.reminder_clock.quiet.set_on_break)
        ctx.day_keeper.start()
        stack.callback(ctx.day_keeper.stop)
        waker = ObjectionWaker(session.objections, runner, feed, session.clock)
        waker.start()
        stack.callback(waker.stop)
        list_keeper = ListKeeper(session.work_list.keep, runner)
        list_keeper.start()
        stack.callback(list_keeper.stop)
        stack.callback(_notice_keeper(session, runner, options).stop)
        ctx.cycle_keeper.start()
        stack.callback(ctx.cycle_keeper.stop)
        stack.callback(ctx.import_runner.stop)
        if options is not None and options.as_of is None and session.user.may_import:
            folder = ImportWatch(chosen, runner, ImportRunner(import_of(options)))
            ImportNotices(folder, window, ctx)
            folder.start()
            stack.callback(folder.stop)
        yield Desk(ctx, window)


def _notice_keeper(session: Session, runner: TaskRunner, options: Options | None) -> NoticeKeeper:
    """Return who sees to everybody's notices, at work."""
    command = None if options is None else notify_of(options)

    def is_due() -> bool:
        return session.notices.is_due()

    keeper = NoticeKeeper(is_due, runner, BackgroundProgram(), command, session.clock)
    keeper.start()
    return keeper


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
    chosen = {
        "theme": options.theme,
        "language": str(options.language),
        "morning.seen_on": session.clock.today().isoformat(),  # pictures show what is asked for
    }
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
    notifier: NotifierChain | None = None,
    is_demo: bool = False,
) -> UiContext:
    return UiContext(
        work_list=session.work_list,
        customers=session.customers,
        contacts=session.contacts,
        queue=session.queue,
        reach=session.reach,
        wishes=session.wishes,
        days_off=lambda: session.days_off,
        stories=session.stories,
        pitches=session.pitches,
        objections=session.objections,
        reminders=session.reminders,
        policies=session.policies,
        reports=session.reports,
        imports=lambda: session.importing,
        exports=lambda: session.list_export,
        agenda=lambda: session.agenda,
        post_its=lambda: session.post_its,
        morning=lambda: session.morning,
        calendars=lambda: session.calendars,
        messages=cache(lambda: session.messages),
        notices=cache(lambda: session.notices),
        runner=runner,
        feed=feed,
        reminder_clock=ReminderClock(
            session.reminders, runner, feed, session.clock, QuietKeeper(preferences, session.clock)
        ),
        day_keeper=DayKeeper(cache(lambda: session.days), runner, feed, session.clock),
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
