"""What the screens of a window are given, made of a session."""

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from cockpit.app.session import Session
from cockpit.domain.rights import Task
from cockpit.runtime.background_program import BackgroundProgram
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.cycle_keeper import CycleKeeper, Upkeep
from cockpit.runtime.day_keeper import DayKeeper
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.import_runner import ImportRunner
from cockpit.runtime.joining import Joining
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.quiet_keeper import QuietKeeper
from cockpit.runtime.reminder_clock import ReminderClock
from cockpit.runtime.server_weather import ServerWeather
from cockpit.runtime.sync_controller import SyncController
from cockpit.runtime.taking_along import TakingAlong
from cockpit.runtime.task_runner import TaskRunner
from cockpit.services.attachments import AttachmentService
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from cockpit.services.field_settings import FieldSettingsService
    from cockpit.services.figures import FigureService
    from cockpit.services.laptops import LaptopService
    from cockpit.services.lent import LentService
    from cockpit.services.packs import PackService
    from cockpit.services.reporting.schedules import ReportScheduleService
    from cockpit.services.reporting.service import ReportFileService

#: So long a filter works on figures without asking whether something was committed.
_PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Beside:
    """What works beside the screens, as far as a window has it.

    Attributes:
        import_runner: Imports in a program of its own.
        upkeep: What keeps the cycles up to date, where this window sees to it.
        notifier: Who shows notifications on the desktop.
        is_demo: Whether the demo company is open.
        weather: Keeps an eye on a server.
        joining: Takes an invitation to a team's server.
        taking: Takes the user's portfolio along.
        sync: Synchronises a laptop in the field.
        packs: Takes customers along, likewise.
    """

    import_runner: ImportRunner
    upkeep: Upkeep | None = None
    notifier: NotifierChain | None = None
    is_demo: bool = False
    weather: ServerWeather | None = None
    joining: Joining | None = None
    taking: TakingAlong | None = None
    sync: SyncController | None = None
    packs: "Callable[[], PackService] | None" = None


def context_of(
    session: Session,
    runner: TaskRunner,
    feed: ChangeFeed,
    preferences: Preferences,
    theme: Theme,
    *,
    beside: Beside,
) -> UiContext:
    """Return what screens are given: a flat list, one line for each service."""
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
        visits=lambda: session.visits,
        quotes=lambda: session.quotes,
        attachments=lambda shrunk: AttachmentService(
            session.database, session.clock, session.user, shrunk
        ),
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
        cycle_keeper=CycleKeeper(BackgroundProgram(), beside.upkeep, session.clock),
        import_runner=beside.import_runner,
        preferences=preferences,
        clock=session.clock,
        user=session.user,
        theme=theme,
        database_label=session.user.name if _is_of_a_team(session) else "SQLite",
        notifier=beside.notifier,
        is_demo=beside.is_demo,
        weather=beside.weather,
        joining=beside.joining,
        taking=beside.taking,
        sync=beside.sync,
        packs=beside.packs,
        audit=lambda: audit,
        note_look=audit.looks.note,
        laptops=_laptops_of(session),
        lent=_lent_of(session),
        field_settings=_field_settings_of(session),
    )


def _field_settings_of(session: Session) -> "Callable[[], FieldSettingsService] | None":
    """Return what gives the settings for laptops, for those who set them on a team's server."""
    if session.store.is_sqlite or not session.user.may(Task.CHANGE_COMPANY_SETTINGS):
        return None
    return cache(lambda: _field_settings(session))


def _field_settings(session: Session) -> "FieldSettingsService":
    from cockpit.services.field_settings import (  # noqa: PLC0415 - few set them
        FieldSettingsService,
    )

    return FieldSettingsService(session.database, session.clock, session.user)


def _laptops_of(session: Session) -> "Callable[[], LaptopService] | None":
    """Return what gives the care of laptops, for administrators of a team's server."""
    if session.store.is_sqlite or not session.user.may(Task.MANAGE_PEOPLE):
        return None
    return cache(lambda: _laptops(session))


def _laptops(session: Session) -> "LaptopService":
    from cockpit.data.server.sync.administration import (  # noqa: PLC0415 - few look after them
        ServerLaptops,
    )
    from cockpit.services.laptops import LaptopService  # noqa: PLC0415 - see above

    return LaptopService(ServerLaptops(session.engines), session.audit.note_deed)


def _lent_of(session: Session) -> "Callable[[], LentService] | None":
    """Return what gives the care of packs, for those who answer for others on a team's server."""
    if session.store.is_sqlite or not session.user.may(Task.BRING_BACK):
        return None
    return cache(lambda: _lent(session))


def _lent(session: Session) -> "LentService":
    from cockpit.data.server.sync.lent import ServerPacks  # noqa: PLC0415 - few look after them
    from cockpit.services.lent import LentService  # noqa: PLC0415 - see above

    return LentService(ServerPacks(session.engines), session.audit.note_deed)


def _is_of_a_team(session: Session) -> bool:
    return session.store.is_shared or session.store.field is not None


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
