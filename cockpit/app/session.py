"""The use cases on the database of a run. Qt-free, and free of the database's code."""

from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from cockpit.app.late_parts import (
    load_credit_memory,
    load_crediting,
    load_figure_memory,
    load_indicator_engine,
    load_past_judge,
    load_past_memory,
    load_renderer,
)
from cockpit.app.open_store import OpenStore
from cockpit.domain.clock import Clock
from cockpit.domain.formats import Language
from cockpit.services.contacts import ContactService
from cockpit.services.customers import CustomerService
from cockpit.services.cycle_fits import FitService
from cockpit.services.cycle_reports import CycleReportService
from cockpit.services.metrics import MetricsService
from cockpit.services.objections import ObjectionService
from cockpit.services.pitch import PitchService
from cockpit.services.policies import PolicyService
from cockpit.services.ports import CurrentUser, Database
from cockpit.services.preferences import PreferenceService
from cockpit.services.queue import QueueService
from cockpit.services.reach import ReachService
from cockpit.services.reminders import ReminderService
from cockpit.services.stories import StoryService
from cockpit.services.wishes import WishService
from cockpit.services.work_list import WorkListService

if TYPE_CHECKING:
    from collections.abc import Callable

    from cockpit.data.engine import Engines
    from cockpit.services.agenda import AgendaService
    from cockpit.services.audit import AuditService
    from cockpit.services.calendar_files import CalendarFileService
    from cockpit.services.campaigns import CampaignService
    from cockpit.services.crediting import CreditReader
    from cockpit.services.days_off import DayOffService
    from cockpit.services.exporting import ExportService, ListExportService
    from cockpit.services.figure_memory import FigureMemory
    from cockpit.services.figures import FigureService
    from cockpit.services.frozen_periods import FrozenPeriodService
    from cockpit.services.importing import ImportService
    from cockpit.services.messages import MessageService
    from cockpit.services.mixes import MixService
    from cockpit.services.morning import MorningService
    from cockpit.services.notices import NoticeService
    from cockpit.services.order_follow_ups import OrderFollowUpService
    from cockpit.services.past_states import PastMemory, PastStateService
    from cockpit.services.post_its import PostItService
    from cockpit.services.quotes import QuoteService
    from cockpit.services.reactivation import ReactivationService
    from cockpit.services.reading_memory import ReadingMemory
    from cockpit.services.review import ReviewService
    from cockpit.services.rules import RuleService
    from cockpit.services.visits import VisitService
    from cockpit.services.wall import WallService
    from cockpit.services.working_day import WorkingDayService


@dataclass(frozen=True, slots=True)
class Session:
    """A database and the use cases on it, as one user."""

    store: OpenStore
    clock: Clock
    user: CurrentUser
    work_list: WorkListService
    customers: CustomerService
    contacts: ContactService
    queue: QueueService
    reach: ReachService
    wishes: WishService
    stories: StoryService
    pitches: PitchService
    objections: ObjectionService
    reminders: ReminderService
    metrics: MetricsService
    fits: FitService
    policies: PolicyService
    reports: CycleReportService
    preferences: PreferenceService
    #: What past days keep of the database's state, for as long as the session.
    past_memory: "Callable[[], PastMemory]" = field(default_factory=lambda: cache(load_past_memory))
    #: What figures keep, likewise.
    figure_memory: "Callable[[], FigureMemory]" = field(
        default_factory=lambda: cache(load_figure_memory)
    )
    #: What is kept of credits, likewise.
    credit_memory: "Callable[[], ReadingMemory]" = field(
        default_factory=lambda: cache(load_credit_memory)
    )

    @property
    def database(self) -> Database:
        """Return the door to the stored data."""
        return self.store.database

    @property
    def engines(self) -> "Engines":
        """Return the database itself."""
        return self.store.engines

    @property
    def agenda(self) -> "AgendaService":
        """Return the agenda, whose code no start has to read."""
        from cockpit.services.agenda import AgendaService  # noqa: PLC0415 - see above

        if self.store.keeping is not None:
            from cockpit.services.keeping.agenda import KeepingAgenda  # noqa: PLC0415 - see above

            kept = self.store.keeping.kept
            return KeepingAgenda(self.database, self.clock, self.user, kept)
        return AgendaService(self.database, self.clock, self.user)

    @property
    def importing(self) -> "ImportService":
        """Return the import of files, whose code no other start has to read."""
        from cockpit.imports.problem_file import ProblemFile  # noqa: PLC0415 - see above
        from cockpit.imports.reader import ImportFileReader  # noqa: PLC0415 - see above
        from cockpit.services.importing import ImportService  # noqa: PLC0415 - see above

        return ImportService(
            database=self.database,
            reader=ImportFileReader(self.clock),
            problem_files=ProblemFile(),
            metrics=self.metrics,
            fits=self.fits,
            clock=self.clock,
            user=self.user,
            follow_up=self.mixes.refresh_if_stale,
        )

    @property
    def post_its(self) -> "PostItService":
        """Return the post-its; no start has to read their code."""
        from cockpit.services.post_its import PostItService  # noqa: PLC0415 - see above

        return PostItService(self.database, self.clock, self.user)

    @property
    def morning(self) -> "MorningService":
        """Return the morning page; its code is read after the list."""
        from cockpit.services.morning import MorningService  # noqa: PLC0415 - see above

        return MorningService(self.database, self.clock, self.user)

    @property
    def campaigns(self) -> "CampaignService":
        """Return the campaigns; few open them on any one day."""
        from cockpit.services.campaigns import CampaignService  # noqa: PLC0415 - see above

        reader = replace(self._credit_reader, memory=self.credit_memory())
        return CampaignService(self.database, reader, self.user)

    @property
    def visits(self) -> "VisitService":
        """Return whom to visit; those who travel ask for it."""
        from cockpit.services.visits import VisitService  # noqa: PLC0415 - see above

        return VisitService(self.database, self.clock, self.user)

    @property
    def quotes(self) -> "QuoteService":
        """Return the taking of quotes, likewise."""
        from cockpit.services.quotes import QuoteService  # noqa: PLC0415 - see above

        return QuoteService(self.database, self.clock, self.user)

    @property
    def wall(self) -> "WallService":
        """Return the wall, which those who answer for others open."""
        from cockpit.services.wall import WallService  # noqa: PLC0415 - see above

        return WallService(self.database, self.clock, self.user)

    @property
    def reactivation(self) -> "ReactivationService":
        """Return who came back after contacts; read by those who look at figures."""
        from cockpit.services.reactivation import ReactivationService  # noqa: PLC0415

        memory = self.credit_memory()
        reader = replace(self._credit_reader, memory=memory)
        return ReactivationService(self.database, reader, self.user, memory)

    @property
    def frozen_periods(self) -> "FrozenPeriodService":
        """Return what closes periods, likewise."""
        from cockpit.services.frozen_periods import FrozenPeriodService  # noqa: PLC0415

        return FrozenPeriodService(self.database, self._credit_reader, self.user)

    @property
    def _credit_reader(self) -> "CreditReader":
        from cockpit.services.crediting import CreditReader  # noqa: PLC0415 - see above

        return CreditReader(self.metrics.states, load_crediting)

    @property
    def rules(self) -> "RuleService":
        """Return the rules that supervisors publish, which few windows show."""
        from cockpit.services.rules import RuleService  # noqa: PLC0415 - see above

        return RuleService(self.database, self.clock, self.user, cache(load_renderer))

    @property
    def past_states(self) -> "PastStateService":
        """Return the states of past days and the bridge, whose code no start has to read."""
        from cockpit.services.past_states import PastStateService  # noqa: PLC0415 - see above

        return PastStateService(self.metrics.states, load_past_judge, self.user, self.past_memory())

    @property
    def indicators(self) -> "FigureService":
        """Return the figures; what they are made of is kept as long as the session."""
        from cockpit.services.figure_facts import FigureFacts  # noqa: PLC0415 - see above
        from cockpit.services.figures import FigureService  # noqa: PLC0415 - see above

        return FigureService(
            FigureFacts(
                self.database,
                self.clock,
                self.user,
                load_indicator_engine,
                self.reactivation,
                self.figure_memory(),
            )
        )

    @property
    def review(self) -> "ReviewService":
        """Return the reading of contacts; no start has to read its code."""
        from cockpit.services.review import ReviewService  # noqa: PLC0415 - see above

        return ReviewService(self.database, self.clock, self.user)

    @property
    def mixes(self) -> "MixService":
        """Return what counts the segments' products, in programs beside the window."""
        from cockpit.services.mixes import MixService  # noqa: PLC0415 - see above

        return MixService(self.database, self.clock)

    @property
    def messages(self) -> "MessageService":
        """Return templates and e-mail, whose libraries no start has to load."""
        from cockpit.app.mail_passwords import KeyringPasswords  # noqa: PLC0415 - see above
        from cockpit.messaging.mail import SmtpSender  # noqa: PLC0415 - see above
        from cockpit.messaging.renderer import JinjaRenderer  # noqa: PLC0415 - see above
        from cockpit.services.messages import MessageService  # noqa: PLC0415 - see above

        service = MessageService(
            database=self.database,
            clock=self.clock,
            user=self.user,
            renderer=JinjaRenderer(),
            sender=SmtpSender(self.clock),
            passwords=KeyringPasswords(),
        )
        keeping = self.store.keeping
        return service if keeping is None else keeping.messages(service)

    @property
    def calendars(self) -> "CalendarFileService":
        """Return the agenda's calendar files, whose library no start has to load."""
        from cockpit.calendars.reader import IcsReader  # noqa: PLC0415 - see above
        from cockpit.calendars.writer import IcsWriter  # noqa: PLC0415 - see above
        from cockpit.services.calendar_files import CalendarFileService  # noqa: PLC0415

        return CalendarFileService(self.database, self.clock, self.user, IcsReader(), IcsWriter())

    @property
    def notices(self) -> "NoticeService":
        """Return the user's notices, which no list waits for."""
        from cockpit.services.notices import NoticeService  # noqa: PLC0415 - see above

        return NoticeService(self.database, self.clock, self.user)

    @property
    def audit(self) -> "AuditService":
        """Return the audit trail, whose code is read after the list."""
        from cockpit.services.audit import AuditService  # noqa: PLC0415 - see above

        # What a laptop in the field writes is sealed on the server, with everybody's.
        is_local = self.store.is_sqlite and self.store.field is None
        return AuditService(self.database, self.clock, self.user, is_local=is_local)

    @property
    def days_off(self) -> "DayOffService":
        """Return the days without calls, which few starts ask for."""
        from cockpit.services.days_off import DayOffService  # noqa: PLC0415 - see above

        return DayOffService(self.database, self.clock, self.user)

    @property
    def order_follow_ups(self) -> "OrderFollowUpService":
        """Return what follows orders up, in programs beside the window."""
        import resources  # noqa: PLC0415 - see above
        from cockpit.services.order_follow_ups import OrderFollowUpService  # noqa: PLC0415

        # What is stored is in the company's language, as outcomes and templates are.
        say = partial(resources.text, language=Language.PORTUGUESE)
        return OrderFollowUpService(self.database, self.clock, self.user, say)

    @property
    def days(self) -> "WorkingDayService":
        """Return the record of working time, which no start has to read."""
        from cockpit.services.working_day import WorkingDayService  # noqa: PLC0415 - see above

        return WorkingDayService(self.database, self.clock, self.user)

    @property
    def exporting(self) -> "ExportService":
        """Return the export of tables, whose code no other start has to read."""
        from cockpit.services.exporting import ExportService  # noqa: PLC0415 - see above

        return ExportService(self.database, self.user, self.audit)

    @property
    def list_export(self) -> "ListExportService":
        """Return the export of lists, whose libraries no start has to load."""
        from cockpit.imports.csv_export import CsvTableWriter  # noqa: PLC0415 - see above
        from cockpit.imports.xlsx_export import XlsxTableWriter  # noqa: PLC0415 - see above
        from cockpit.services.exporting import ListExportService  # noqa: PLC0415 - see above

        writers = (CsvTableWriter(), XlsxTableWriter())
        return ListExportService({writer.suffix: writer for writer in writers}, self.audit)
