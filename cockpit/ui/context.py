"""What every screen is given: the services, the door off the GUI thread, and the look."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cockpit.domain.clock import AsOfClock, Clock
from cockpit.domain.formats import Language
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.cycle_keeper import CycleKeeper
from cockpit.runtime.day_keeper import DayKeeper
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.import_runner import ImportRunner
from cockpit.runtime.joining import Joining
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.reminder_clock import ReminderClock
from cockpit.runtime.server_weather import ServerWeather
from cockpit.runtime.taking_along import TakingAlong
from cockpit.runtime.task_runner import TaskRunner
from cockpit.services.contacts import ContactService
from cockpit.services.customers import CustomerService
from cockpit.services.cycle_reports import CycleReportService
from cockpit.services.policies import PolicyService
from cockpit.services.ports import CurrentUser
from cockpit.services.reminders import ReminderService
from cockpit.services.work_list import WorkListService
from cockpit.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from cockpit.runtime.sync_controller import SyncController
    from cockpit.services.agenda import AgendaService
    from cockpit.services.attachments import AttachmentService, Shrinker
    from cockpit.services.audit import AuditService
    from cockpit.services.calendar_files import CalendarFileService
    from cockpit.services.campaigns import CampaignService
    from cockpit.services.days_off import DayOffService
    from cockpit.services.exporting import ListExportService
    from cockpit.services.field_settings import FieldSettingsService
    from cockpit.services.frozen_periods import FrozenPeriodService
    from cockpit.services.importing import ImportService
    from cockpit.services.indicators import Indicators
    from cockpit.services.laptops import LaptopService
    from cockpit.services.lent import LentService
    from cockpit.services.messages import MessageService
    from cockpit.services.morning import MorningService
    from cockpit.services.notices import NoticeService
    from cockpit.services.objections import ObjectionService
    from cockpit.services.packs import PackService
    from cockpit.services.pitch import PitchService
    from cockpit.services.ports.past_states import PastStates
    from cockpit.services.post_its import PostItService
    from cockpit.services.queue import QueueService
    from cockpit.services.quotes import QuoteService
    from cockpit.services.reach import ReachService
    from cockpit.services.reactivation import ReactivationService
    from cockpit.services.reporting.schedules import ReportScheduleService
    from cockpit.services.reporting.service import ReportFileService
    from cockpit.services.review import ReviewService
    from cockpit.services.rules import RuleService
    from cockpit.services.stories import StoryService
    from cockpit.services.visits import VisitService
    from cockpit.services.wall import WallService
    from cockpit.services.wishes import WishService


def _note_nothing(_customer_id: "UUID") -> None:
    """Keep nothing: nobody is at this window."""


@dataclass(frozen=True)
class UiContext:
    """The first argument of every screen.

    Attributes:
        day_keeper: Knows whether the user works or pauses; its service has the record.
        messages: Returns the templates and the post, whose code is read at the first call, in the
            background.
        notices: Returns the user's notices, likewise.
        imports: Returns the import of files; its code is read at the first call, which is made in
            the background.
        days_off: Returns the days without calls, likewise.
        exports: Returns the export of lists, likewise.
        agenda: Returns the agenda's views and changes, likewise.
        post_its: Returns the post-its, likewise.
        morning: Returns the morning page, likewise.
        wall: Returns the wall of those who answer for others, likewise.
        visits: Returns whom to visit, likewise.
        quotes: Returns the taking of quotes, likewise.
        attachments: Returns the photos and files; takes what scales photos down.
        review: Returns the reading of contacts, likewise.
        rules: Returns the rules that supervisors publish, likewise.
        campaigns: Returns the campaigns, likewise.
        reactivation: Returns who came back after contacts, likewise.
        past_states: Returns the states of past days and the monthly bridge, likewise.
        indicators: Returns the figures of contacts, objections and quotes, likewise.
        frozen_periods: Returns what closes periods, likewise.
        report_files: Returns what writes reports, likewise.
        report_schedules: Returns which reports the user gets by e-mail, likewise.
        audit: Returns the audit trail.
        calendars: Returns its calendar files, likewise.
        import_runner: Imports beside the window.
        database_label: What the status bar says of the database: its kind, or, where a team
            shares it, as whom the window is at it.
        is_demo: Whether the demo company is open, which takes no files.
        note_look: Told whom the user opened; costs nothing, and is written down later.
        weather: Keeps an eye on the server; None for a file.
        sync: Synchronises a laptop in the field; None where the database is no laptop's.
        packs: Takes customers along to the field; None where there is no laptop.
        laptops: Returns what looks after the team's laptops; None for who may not, and for a file.
        lent: Returns what brings customers back whom sellers took along, likewise.
        field_settings: Returns what the company sets for laptops, likewise.
        joining: Takes an invitation to a team's server; None where a server is open already.
        taking: Takes the user's portfolio along; None on a laptop in the field.
        notifier: Who shows notifications on the desktop; None where there is nobody.
    """

    work_list: WorkListService
    customers: CustomerService
    contacts: ContactService
    queue: "QueueService"
    reach: "ReachService"
    wishes: "WishService"
    days_off: "Callable[[], DayOffService]"
    stories: "StoryService"
    pitches: "PitchService"
    objections: "ObjectionService"
    messages: "Callable[[], MessageService]"
    notices: "Callable[[], NoticeService]"
    reminders: ReminderService
    policies: PolicyService
    reports: CycleReportService
    imports: "Callable[[], ImportService]"
    exports: "Callable[[], ListExportService]"
    agenda: "Callable[[], AgendaService]"
    post_its: "Callable[[], PostItService]"
    morning: "Callable[[], MorningService]"
    wall: "Callable[[], WallService]"
    visits: "Callable[[], VisitService]"
    quotes: "Callable[[], QuoteService]"
    attachments: "Callable[[Shrinker], AttachmentService]"
    review: "Callable[[], ReviewService]"
    rules: "Callable[[], RuleService]"
    campaigns: "Callable[[], CampaignService]"
    reactivation: "Callable[[], ReactivationService]"
    indicators: "Callable[[], Indicators]"
    past_states: "Callable[[], PastStates]"
    frozen_periods: "Callable[[], FrozenPeriodService]"
    report_files: "Callable[[], ReportFileService]"
    report_schedules: "Callable[[], ReportScheduleService]"
    calendars: "Callable[[], CalendarFileService]"
    audit: "Callable[[], AuditService]"
    runner: TaskRunner
    feed: ChangeFeed
    reminder_clock: ReminderClock
    day_keeper: DayKeeper
    cycle_keeper: CycleKeeper
    import_runner: ImportRunner
    preferences: Preferences
    clock: Clock
    user: CurrentUser
    theme: Theme
    database_label: str = ""
    notifier: NotifierChain | None = None
    is_demo: bool = False
    weather: ServerWeather | None = None
    joining: Joining | None = None
    taking: TakingAlong | None = None
    sync: "SyncController | None" = None
    packs: "Callable[[], PackService] | None" = None
    note_look: "Callable[[UUID], None]" = _note_nothing
    laptops: "Callable[[], LaptopService] | None" = None
    lent: "Callable[[], LentService] | None" = None
    field_settings: "Callable[[], FieldSettingsService] | None" = None

    @property
    def language(self) -> Language:
        """Return the language of the interface."""
        return self.preferences.language

    @property
    def is_as_of(self) -> bool:
        """Return whether "today" is a chosen day and not the calendar's."""
        return isinstance(self.clock, AsOfClock)
