"""Opens the database of a run and wires the services to it. Qt-free."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cockpit.analytics.engine import KGridEngine
from cockpit.app.kept_list import kept_place
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import Address, SqliteFile, parse_address
from cockpit.demo.staff import DEMO_LOGIN
from cockpit.domain.clock import AsOfClock, Clock, SystemClock
from cockpit.services.contacts import ContactService
from cockpit.services.customers import CustomerService
from cockpit.services.cycle_fits import FitService
from cockpit.services.cycle_reports import CycleReportService
from cockpit.services.cycle_state import CycleStates
from cockpit.services.metrics import MetricsService
from cockpit.services.objections import ObjectionService
from cockpit.services.pitch import PitchService
from cockpit.services.policies import PolicyService
from cockpit.services.ports import CurrentUser, CycleAnalyst, MessageRenderer, WorkTableMaker
from cockpit.services.preferences import PreferenceService
from cockpit.services.queue import QueueService
from cockpit.services.reminders import ReminderService
from cockpit.services.stories import StoryService
from cockpit.services.work_list import WorkListService

if TYPE_CHECKING:
    from cockpit.services.exporting import ExportService, ListExportService
    from cockpit.services.importing import ImportService
    from cockpit.services.messages import MessageService
    from cockpit.services.mixes import MixService


@dataclass(frozen=True, slots=True)
class Session:
    """An open database and the use cases on it, as one user."""

    engines: Engines
    database: SqlDatabase
    clock: Clock
    user: CurrentUser
    work_list: WorkListService
    customers: CustomerService
    contacts: ContactService
    queue: QueueService
    stories: StoryService
    pitches: PitchService
    objections: ObjectionService
    reminders: ReminderService
    metrics: MetricsService
    fits: FitService
    policies: PolicyService
    reports: CycleReportService
    preferences: PreferenceService

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
    def mixes(self) -> "MixService":
        """Return what counts the segments' products, in programs beside the window."""
        from cockpit.services.mixes import MixService  # noqa: PLC0415 - see above

        return MixService(self.database, self.clock)

    @property
    def messages(self) -> "MessageService":
        """Return templates and e-mail, whose libraries no start has to load."""
        from cockpit.messaging.mail import SmtpSender  # noqa: PLC0415 - see above
        from cockpit.messaging.passwords import KeyringPasswords  # noqa: PLC0415 - see above
        from cockpit.messaging.renderer import JinjaRenderer  # noqa: PLC0415 - see above
        from cockpit.services.messages import MessageService  # noqa: PLC0415 - see above

        return MessageService(
            database=self.database,
            clock=self.clock,
            user=self.user,
            renderer=JinjaRenderer(),
            sender=SmtpSender(self.clock),
            passwords=KeyringPasswords(),
        )

    @property
    def exporting(self) -> "ExportService":
        """Return the export of tables, whose code no other start has to read."""
        from cockpit.services.exporting import ExportService  # noqa: PLC0415 - see above

        return ExportService(self.database, self.user)

    @property
    def list_export(self) -> "ListExportService":
        """Return the export of lists, whose libraries no start has to load."""
        from cockpit.imports.csv_export import CsvTableWriter  # noqa: PLC0415 - see above
        from cockpit.imports.xlsx_export import XlsxTableWriter  # noqa: PLC0415 - see above
        from cockpit.services.exporting import ListExportService  # noqa: PLC0415 - see above

        writers = (CsvTableWriter(), XlsxTableWriter())
        return ListExportService({writer.suffix: writer for writer in writers})


@contextmanager
def open_session(options: Options, paths: Paths) -> Iterator[Session]:
    """Open the database that the options mean, and close it afterwards.

    Raises:
        BadInputError: The database cannot be what the options say.
        DatabaseError: It cannot be opened.
    """
    clock = clock_of(options)
    address = address_of(options, paths)
    if options.is_demo and not _path(address).exists():
        # Made once a day at most: the other starts need not read this code.
        from cockpit.app.demo_database import create_demo  # noqa: PLC0415 - see above

        create_demo(address, clock.today(), is_renewed=False)
    engines = open_database(address)
    try:
        user = ensure_identity(engines, login=DEMO_LOGIN if options.is_demo else None)
        yield _wire(engines, clock, user, paths)
    finally:
        engines.close()


def clock_of(options: Options) -> Clock:
    """Return the clock of a run: the machine's, or one that stands in a chosen day."""
    return SystemClock() if options.as_of is None else AsOfClock(options.as_of)


def address_of(options: Options, paths: Paths) -> Address:
    """Return which database the options mean."""
    if options.is_demo:
        return SqliteFile(paths.demo_database(options.as_of))
    if options.database is None:
        return SqliteFile(paths.database)
    return parse_address(options.database)


def _wire(engines: Engines, clock: Clock, user: CurrentUser, paths: Paths) -> Session:
    database = SqlDatabase(engines, user.user_id)
    states = CycleStates(database, KGridEngine(zone=clock.zone), load_analyst, clock)
    metrics = MetricsService(states)
    return Session(
        engines=engines,
        database=database,
        clock=clock,
        user=user,
        work_list=WorkListService(
            states, user, partial(load_table_maker, clock.zone), kept_place(paths, engines, user)
        ),
        customers=CustomerService(states),
        contacts=ContactService(database, clock, user),
        queue=QueueService(database, clock, user),
        stories=StoryService(database, clock),
        pitches=PitchService(database, clock, user, cache(load_renderer)),
        objections=ObjectionService(database, clock, user),
        reminders=ReminderService(database, clock, user),
        metrics=metrics,
        fits=FitService(states, metrics),
        policies=PolicyService(states, metrics, user),
        reports=CycleReportService(states),
        preferences=PreferenceService(database, user),
    )


def load_analyst() -> CycleAnalyst:
    """Return who fits populations; loads the mathematics, which no window waits for."""
    from cockpit.analytics.analyst import KGridAnalyst  # noqa: PLC0415 - see above

    return KGridAnalyst()


def load_table_maker(zone: ZoneInfo) -> WorkTableMaker:
    """Return who makes the list's tables; loads the arrays, which no other start needs."""
    from cockpit.analytics.work_list.maker import (  # noqa: PLC0415 - see above
        ColumnTableMaker,
    )

    return ColumnTableMaker(zone)


def load_renderer() -> MessageRenderer:
    """Return who fills in templates; loads the sandbox, which no other start needs."""
    from cockpit.messaging.renderer import JinjaRenderer  # noqa: PLC0415 - see above

    return JinjaRenderer()


def _path(address: Address) -> Path:
    return address.path if isinstance(address, SqliteFile) else Path()
