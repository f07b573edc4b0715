"""What the use cases need from the floors that implement them.

Adapters in ``data``, ``analytics`` and ``imports`` satisfy these protocols structurally; the
bootstrap in ``cockpit.app`` is the only place that knows who implements what. Units of work are
short: open, do, leave. Leaving a writing one without an error commits and then tells the change
feed; leaving it with an error rolls everything back.
"""

from cockpit.services.ports.agenda_view import AgendaViewRepository
from cockpit.services.ports.cadence import CadenceRepository
from cockpit.services.ports.calendars import CalendarReader, CalendarRepository, CalendarWriter
from cockpit.services.ports.cycle import (
    CycleAnalyst,
    CycleEngine,
    FitRepository,
    MetricsRepository,
    PolicyRepository,
    ScopeName,
)
from cockpit.services.ports.database import (
    BulkLoader,
    ChangeWatcher,
    Database,
    Doorbell,
    ReadUnit,
    WriteUnit,
)
from cockpit.services.ports.exports import ExportRepository, SheetWriter, TableWriter
from cockpit.services.ports.identity import CurrentUser
from cockpit.services.ports.imports import (
    FileReader,
    ImportMemory,
    ImportRepository,
    ParsedFile,
)
from cockpit.services.ports.listing import Selection, WorkTable, WorkTableMaker
from cockpit.services.ports.notices import (
    DigestPainter,
    DigestSender,
    DigestWriter,
    DutyRepository,
    NoticeRepository,
)
from cockpit.services.ports.problem_files import ProblemFileWriter
from cockpit.services.ports.queue import QueueRepository
from cockpit.services.ports.reactivation import (
    Crediting,
    FrozenPeriodRepository,
    ReactivationRepository,
)
from cockpit.services.ports.relationship import (
    MailSender,
    MessageRenderer,
    MessageRepository,
    ObjectionRepository,
    Passwords,
    PitchRepository,
    PortfolioRepository,
    StoryRepository,
    ViewRepository,
)
from cockpit.services.ports.reminders import Outlook
from cockpit.services.ports.report_files import (
    OnRow,
    ReportPacker,
    ReportRepository,
    ReportSender,
    ReportWriter,
    nobody_counts,
)
from cockpit.services.ports.repositories import (
    AgendaRepository,
    ContactRepository,
    CustomerRepository,
    OrderBookRepository,
    ReferenceRepository,
    SettingsRepository,
    WorkListRepository,
)
from cockpit.services.ports.surroundings import Notifier, Popup
from cockpit.services.ports.wishes import WishRepository
from cockpit.services.ports.working_days import WorkingDayRepository

__all__ = [
    "AgendaRepository",
    "AgendaViewRepository",
    "BulkLoader",
    "CadenceRepository",
    "CalendarReader",
    "CalendarRepository",
    "CalendarWriter",
    "ChangeWatcher",
    "ContactRepository",
    "Crediting",
    "CurrentUser",
    "CustomerRepository",
    "CycleAnalyst",
    "CycleEngine",
    "Database",
    "DigestPainter",
    "DigestSender",
    "DigestWriter",
    "Doorbell",
    "DutyRepository",
    "ExportRepository",
    "FileReader",
    "FitRepository",
    "FrozenPeriodRepository",
    "ImportMemory",
    "ImportRepository",
    "MailSender",
    "MessageRenderer",
    "MessageRepository",
    "MetricsRepository",
    "NoticeRepository",
    "Notifier",
    "ObjectionRepository",
    "OnRow",
    "OrderBookRepository",
    "Outlook",
    "ParsedFile",
    "Passwords",
    "PitchRepository",
    "PolicyRepository",
    "Popup",
    "PortfolioRepository",
    "ProblemFileWriter",
    "QueueRepository",
    "ReactivationRepository",
    "ReadUnit",
    "ReferenceRepository",
    "ReportPacker",
    "ReportRepository",
    "ReportSender",
    "ReportWriter",
    "ScopeName",
    "Selection",
    "SettingsRepository",
    "SheetWriter",
    "StoryRepository",
    "TableWriter",
    "ViewRepository",
    "WishRepository",
    "WorkListRepository",
    "WorkTable",
    "WorkTableMaker",
    "WorkingDayRepository",
    "WriteUnit",
    "nobody_counts",
]
