"""Wires a session to a window: runner, feed, reminders, notifications, errors."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from cockpit import __version__
from cockpit.app.desktop_link import DesktopLink
from cockpit.app.import_notices import ImportNotices
from cockpit.app.joining import joining_of
from cockpit.app.options import Options
from cockpit.app.runner_within import RunnerWithin
from cockpit.app.session import Session
from cockpit.app.upkeep import import_of, notify_of, upkeep_of
from cockpit.domain.rights import Task
from cockpit.runtime.audit_keeper import AuditKeeper
from cockpit.runtime.background_program import BackgroundProgram
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.collector import GuiCollector
from cockpit.runtime.crash import CrashHandler
from cockpit.runtime.cycle_keeper import CycleKeeper, Upkeep
from cockpit.runtime.day_keeper import DayKeeper
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.import_runner import ImportRunner
from cockpit.runtime.import_watch import ImportWatch
from cockpit.runtime.joining import Joining
from cockpit.runtime.list_keeper import ListKeeper
from cockpit.runtime.notice_keeper import NoticeKeeper
from cockpit.runtime.objection_waker import ObjectionWaker
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.quiet_keeper import QuietKeeper
from cockpit.runtime.reminder_clock import ReminderClock
from cockpit.runtime.server_weather import ServerWeather
from cockpit.runtime.task_runner import TaskRunner
from cockpit.runtime.translation import install_language
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow
from cockpit.ui.theme import Theme

if TYPE_CHECKING:
    from cockpit.services.figures import FigureService
    from cockpit.services.reporting.schedules import ReportScheduleService
    from cockpit.services.reporting.service import ReportFileService

#: A file is asked cheaply; a server has many who ask.
SQLITE_POLL_SECONDS, SERVER_POLL_SECONDS = 0.5, 2.0
#: So long a filter works on figures without asking whether something was committed.
_PATIENCE_SECONDS = 30.0


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
        weather = _weather(session, runner, feed, crashes)
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
            upkeep=_upkeep(session, options),
            notifier=desktop.notifier,
            is_demo=options is not None and options.is_demo,
            weather=weather,
            joining=None if options is None else joining_of(options),
        )
        ctx.reminder_clock.failed.connect(crashes.handle)
        theme.apply(chosen.theme)
        install_language(app, ctx.language)
        window = MainWindow(ctx)
        desktop.attend(window, crashes, ctx)
        if weather is not None:
            stack.enter_context(weather.at_work())
        stack.callback(ctx.import_runner.stop)
        for keeper in _keepers(session, ctx, window, options):
            keeper.start()
            stack.callback(keeper.stop)
        yield Desk(ctx, window)


class _Keeper(Protocol):
    """Works behind the window from its start to its end."""

    def start(self) -> object:
        """Begin."""
        ...

    def stop(self) -> object:
        """End."""
        ...


def _keepers(
    session: Session, ctx: UiContext, window: MainWindow, options: Options | None
) -> Iterator[_Keeper]:
    """Yield who works behind a window, in the order in which they start."""
    runner, feed = ctx.runner, ctx.feed
    yield feed
    yield ctx.reminder_clock
    ctx.day_keeper.break_changed.connect(ctx.reminder_clock.quiet.set_on_break)
    yield ctx.day_keeper
    yield ObjectionWaker(session.objections, runner, feed, session.clock)
    yield ListKeeper(session.work_list.keep, runner)
    yield _notice_keeper(session, runner, options)
    yield AuditKeeper(ctx.audit(), runner)
    yield ctx.cycle_keeper
    if options is not None and options.as_of is None and session.user.may(Task.IMPORT):
        folder = ImportWatch(ctx.preferences, runner, ImportRunner(import_of(options)))
        ImportNotices(folder, window, ctx)
        yield folder


def _keeps_figures(session: Session) -> bool:
    """Return whether this window sees to the shared figures: of a file each does."""
    return session.store.is_sqlite or session.user.may(Task.KEEP_FIGURES)


def _upkeep(session: Session, options: Options | None) -> Upkeep | None:
    """Return what keeps the cycles up to date, where this window sees to it."""
    return None if options is None or not _keeps_figures(session) else upkeep_of(options)


def _notice_keeper(session: Session, runner: TaskRunner, options: Options | None) -> NoticeKeeper:
    """Return who sees to everybody's notices, where this window does."""
    command = None if options is None or not _keeps_figures(session) else notify_of(options)

    def is_due() -> bool:
        return session.notices.is_due()

    return NoticeKeeper(is_due, runner, BackgroundProgram(), command, session.clock)


def _weather(
    session: Session, runner: TaskRunner, feed: ChangeFeed, crashes: CrashHandler
) -> ServerWeather | None:
    """Return who keeps an eye on the server, of which the feed's outages tell; None for a file."""
    keeping = session.store.keeping
    if keeping is None:
        feed.failed.connect(crashes.handle)
        return None
    weather = ServerWeather(keeping.board, keeping.probe, keeping.kept, runner)
    feed.failed.connect(weather.take)
    weather.returned.connect(feed.look_soon)
    weather.failed.connect(crashes.handle)
    return weather


@contextmanager
def open_picture(
    session: Session,
    app: QApplication,
    options: Options,
    weather: Callable[[TaskRunner], ServerWeather] | None = None,
) -> Iterator[Desk]:
    """Build the window only to be painted: nothing is raised, watched or remembered.

    Args:
        session: What it shows.
        app: Qt's application.
        options: What to paint, and how.
        weather: Makes the eye on a server, where the picture has one.
    """
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
        weather=None if weather is None else weather(runner),
    )
    theme.apply(options.theme)
    install_language(app, options.language)
    window = MainWindow(ctx)
    try:
        yield Desk(ctx, window)
    finally:
        runner.shutdown()
        # While Qt is there, and from the window inwards: what is left to the interpreter's end goes
        # in whatever order, which scenes with items in them may not survive.
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
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
    weather: ServerWeather | None = None,
    joining: Joining | None = None,
) -> UiContext:
    audit = session.audit
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
        wall=lambda: session.wall,
        review=lambda: session.review,
        rules=lambda: session.rules,
        campaigns=cache(lambda: session.campaigns),
        reactivation=cache(lambda: session.reactivation),
        past_states=lambda: session.past_states,
        indicators=cache(lambda: _patient(session)),
        frozen_periods=lambda: session.frozen_periods,
        report_files=lambda: _report_files(session),
        report_schedules=lambda: _report_schedules(session),
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
        database_label=session.user.name if session.store.is_shared else "SQLite",
        notifier=notifier,
        is_demo=is_demo,
        weather=weather,
        joining=joining,
        audit=lambda: audit,
        note_look=audit.looks.note,
    )


def _patient(session: Session) -> "FigureService":
    """Return the figures as a screen wants them: a team commits while somebody sets a filter.

    Opening the screen and reading it again look at what was committed at once.
    """
    service = session.indicators
    return replace(service, facts=replace(service.facts, patience_seconds=_PATIENCE_SECONDS))


def _report_files(session: Session) -> "ReportFileService":
    from cockpit.app.reporting import report_files_of  # noqa: PLC0415 - read at the first report

    return report_files_of(session)


def _report_schedules(session: Session) -> "ReportScheduleService":
    from cockpit.services.reporting.schedules import (  # noqa: PLC0415 - see above
        ReportScheduleService,
    )

    return ReportScheduleService(session.database, session.clock, session.user)
