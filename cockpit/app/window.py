"""Wires a session to a window: runner, feed, reminders, notifications, errors."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from cockpit import __version__
from cockpit.app.desktop_link import DesktopLink
from cockpit.app.field.blocked import BlockedCloser
from cockpit.app.import_notices import ImportNotices
from cockpit.app.joining import joining_of
from cockpit.app.options import Options
from cockpit.app.runner_within import RunnerWithin
from cockpit.app.session import Session
from cockpit.app.taking_along import taking_of
from cockpit.app.upkeep import import_of, notify_of, upkeep_of
from cockpit.app.window_context import Beside, context_of
from cockpit.domain.clock import SystemClock
from cockpit.domain.rights import Task
from cockpit.runtime.audit_keeper import AuditKeeper
from cockpit.runtime.background_program import BackgroundProgram
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.collector import GuiCollector
from cockpit.runtime.crash import CrashHandler
from cockpit.runtime.import_runner import ImportRunner
from cockpit.runtime.import_watch import ImportWatch
from cockpit.runtime.list_keeper import ListKeeper
from cockpit.runtime.notice_keeper import NoticeKeeper
from cockpit.runtime.objection_waker import ObjectionWaker
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.server_weather import ServerWeather
from cockpit.runtime.sync_controller import SyncController
from cockpit.runtime.task_runner import TaskRunner
from cockpit.runtime.translation import install_language
from cockpit.services.field import FieldService
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow
from cockpit.ui.theme import Theme

if TYPE_CHECKING:
    from cockpit.services.packs import PackService

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
        options: What opened the session; without them nothing is imported or kept up to date.
        theme: The look that is in force already, if one is.
        preferences: The user's, where they are known without the database.
    """
    with ExitStack() as stack:
        crashes = _watched_over(stack)
        feed = _feed(session, stack)
        runner = _runner(crashes)
        weather = _weather(session, runner, feed, crashes)
        theme = theme or Theme(app)
        desktop = stack.enter_context(closing(DesktopLink(session, runner, theme)))
        stack.callback(runner.shutdown)
        values = session.preferences.load() if preferences is None else preferences
        chosen = Preferences(session.preferences, runner, values)
        sync = _sync(session, runner, feed)
        beside = replace(
            _beside(session, options, desktop, weather), sync=sync, packs=_packs(session, sync)
        )
        ctx = context_of(session, runner, feed, chosen, theme, beside=beside)
        ctx.reminder_clock.failed.connect(crashes.handle)
        theme.apply(chosen.theme)
        install_language(app, ctx.language)
        window = MainWindow(ctx)
        desktop.attend(window, crashes, ctx)
        if ctx.sync is not None:
            BlockedCloser(window, ctx, ctx.sync)
        if weather is not None:
            stack.enter_context(weather.at_work())
        stack.callback(ctx.import_runner.stop)
        for keeper in _keepers(session, ctx, window, options):
            keeper.start()
            stack.callback(keeper.stop)
        yield Desk(ctx, window)


def _watched_over(stack: ExitStack) -> CrashHandler:
    """Return who takes what goes wrong; rubbish is collected where Qt's objects live."""
    crashes = CrashHandler(__version__)
    crashes.install()
    stack.callback(crashes.uninstall)
    collector = GuiCollector()
    collector.start()
    stack.callback(collector.stop)
    return crashes


def _feed(session: Session, stack: ExitStack) -> ChangeFeed:
    watcher = stack.enter_context(closing(session.store.watcher()))
    pause = SQLITE_POLL_SECONDS if session.store.is_sqlite else SERVER_POLL_SECONDS
    return ChangeFeed(session.database, watcher, poll_seconds=pause)


def _runner(crashes: CrashHandler) -> TaskRunner:
    runner = TaskRunner()
    runner.failed.connect(crashes.handle)
    return runner


def _beside(
    session: Session,
    options: Options | None,
    desktop: DesktopLink,
    weather: ServerWeather | None,
) -> Beside:
    """Return what works beside a window that is worked at."""
    if options is None:
        return Beside(ImportRunner(None), notifier=desktop.notifier, weather=weather)
    return Beside(
        ImportRunner(import_of(options)),
        upkeep_of(options) if _keeps_figures(session) or _is_field(session) else None,
        desktop.notifier,
        options.is_demo,
        weather,
        joining_of(options),
        taking_of(options, None if session.store.is_sqlite else session.engines),
    )


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
    if not _is_field(session):  # the server's keeper wakes objections, for laptops too
        yield ObjectionWaker(session.objections, runner, feed, session.clock)
    yield ListKeeper(session.work_list.keep, runner)
    yield _notice_keeper(session, runner, options)
    yield AuditKeeper(ctx.audit(), runner)
    yield ctx.cycle_keeper
    if ctx.sync is not None:
        yield ctx.sync
    if options is not None and options.as_of is None and _may_import(session):
        folder = ImportWatch(ctx.preferences, runner, ImportRunner(import_of(options)))
        ImportNotices(folder, window, ctx)
        yield folder


def _may_import(session: Session) -> bool:
    return session.user.may(Task.IMPORT) and not _is_field(session)


def _keeps_figures(session: Session) -> bool:
    """Return whether this window sees to the shared figures: of a file each does."""
    if _is_field(session):
        return False
    return session.store.is_sqlite or session.user.may(Task.KEEP_FIGURES)


def _is_field(session: Session) -> bool:
    """Return whether it is a laptop's file, whose own figures alone are kept here."""
    return session.store.field is not None


def _notice_keeper(session: Session, runner: TaskRunner, options: Options | None) -> NoticeKeeper:
    """Return who sees to everybody's notices, where this window does."""
    command = None if options is None or not _keeps_figures(session) else notify_of(options)

    def is_due() -> bool:
        return session.notices.is_due()

    return NoticeKeeper(is_due, runner, BackgroundProgram(), command, session.clock)


def _sync(session: Session, runner: TaskRunner, feed: ChangeFeed) -> SyncController | None:
    """Return who synchronises a laptop in the field; None where the database is no laptop's."""
    field = session.store.field
    if field is None:
        return None
    # It happens now, whichever day the window was asked to show.
    clock = SystemClock(session.clock.zone)
    service = FieldService(field.synchroniser, field.book, clock, session.metrics.refresh_if_stale)
    return SyncController(service, runner, feed)


def _packs(session: Session, sync: SyncController | None) -> Callable[[], "PackService"] | None:
    """Return what takes customers along, whose code is read when it is wanted."""
    if sync is None:
        return None
    field = sync.field

    def made() -> "PackService":
        from cockpit.app.packing import pack_service  # noqa: PLC0415 - few ask for it

        return pack_service(session, field)

    return cache(made)


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
    sync: Callable[[TaskRunner, ChangeFeed], SyncController] | None = None,
) -> Iterator[Desk]:
    """Build the window only to be painted: nothing is raised, watched or remembered.

    Args:
        session: What it shows.
        app: Qt's application.
        options: What to paint, and how.
        weather: Makes the eye on a server, where the picture has one.
        sync: Makes the synchronisation, where the picture is of a laptop.
    """
    chosen = {
        "theme": options.theme,
        "language": str(options.language),
        "morning.seen_on": session.clock.today().isoformat(),  # pictures show what is asked for
    }
    with ExitStack() as stack:
        runner = _runner(_watched_over(stack))
        feed = ChangeFeed(session.database, None)
        ctx = context_of(
            session,
            runner,
            feed,
            Preferences(session.preferences, runner, chosen),
            Theme(app),
            beside=Beside(
                RunnerWithin(lambda: session.importing),
                weather=None if weather is None else weather(runner),
                sync=None if sync is None else sync(runner, feed),
            ),
        )
        ctx.theme.apply(options.theme)
        install_language(app, options.language)
        window = MainWindow(ctx)
        stack.callback(_take_down, window)
        stack.callback(runner.shutdown)
        yield Desk(ctx, window)


def _take_down(window: MainWindow) -> None:
    """Let a window go while Qt is there, and from the window inwards.

    What is left to the interpreter's end goes in whatever order, which scenes with items in them
    may not survive.
    """
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
