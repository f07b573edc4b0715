"""Units of work, the door to the database, and word of what others changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol
from uuid import UUID

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.services.ports.agenda_view import AgendaViewRepository
from cockpit.services.ports.audit import AuditRepository
from cockpit.services.ports.cadence import CadenceRepository
from cockpit.services.ports.calendars import CalendarRepository
from cockpit.services.ports.campaigns import CampaignRepository
from cockpit.services.ports.cycle import FitRepository, MetricsRepository, PolicyRepository
from cockpit.services.ports.days_off import DayOffRepository
from cockpit.services.ports.exports import ExportRepository
from cockpit.services.ports.imports import ImportRepository
from cockpit.services.ports.indicators import FigureRepository
from cockpit.services.ports.mixes import SegmentMixRepository
from cockpit.services.ports.morning import MorningRepository
from cockpit.services.ports.notices import DutyRepository, NoticeRepository
from cockpit.services.ports.order_follow_ups import OrderFollowUpRepository
from cockpit.services.ports.past_days import PastRepository
from cockpit.services.ports.post_its import PostItRepository
from cockpit.services.ports.queue import QueueRepository
from cockpit.services.ports.reactivation import (
    FrozenPeriodRepository,
    ReactivationRepository,
)
from cockpit.services.ports.relationship import (
    MessageRepository,
    ObjectionRepository,
    PitchRepository,
    PortfolioRepository,
    StoryRepository,
    ViewRepository,
)
from cockpit.services.ports.reminders import ReminderRepository
from cockpit.services.ports.report_files import ReportRepository
from cockpit.services.ports.repositories import (
    AgendaRepository,
    ContactRepository,
    CustomerRepository,
    OrderBookRepository,
    ReferenceRepository,
    SettingsRepository,
    WorkListRepository,
)
from cockpit.services.ports.review import ReviewRepository
from cockpit.services.ports.rules import RuleRepository
from cockpit.services.ports.visits import (
    AttachmentRepository,
    QuoteRepository,
    VisitRepository,
)
from cockpit.services.ports.wall import WallRepository
from cockpit.services.ports.wishes import WishRepository
from cockpit.services.ports.working_days import WorkingDayRepository


class ReadUnit(Protocol):
    """A consistent view of the database, on one connection, for reading only."""

    @property
    def work_list(self) -> WorkListRepository: ...  # noqa: D102
    @property
    def customers(self) -> CustomerRepository: ...  # noqa: D102
    @property
    def order_book(self) -> OrderBookRepository: ...  # noqa: D102
    @property
    def metrics(self) -> MetricsRepository: ...  # noqa: D102
    @property
    def policies(self) -> PolicyRepository: ...  # noqa: D102
    @property
    def fits(self) -> FitRepository: ...  # noqa: D102
    @property
    def contacts(self) -> ContactRepository: ...  # noqa: D102
    @property
    def agenda(self) -> AgendaRepository: ...  # noqa: D102
    @property
    def agenda_view(self) -> AgendaViewRepository: ...  # noqa: D102
    @property
    def calendars(self) -> CalendarRepository: ...  # noqa: D102
    @property
    def reminders(self) -> ReminderRepository: ...  # noqa: D102
    @property
    def cadence(self) -> CadenceRepository: ...  # noqa: D102
    @property
    def order_follow_ups(self) -> OrderFollowUpRepository: ...  # noqa: D102
    @property
    def reference(self) -> ReferenceRepository: ...  # noqa: D102
    @property
    def settings(self) -> SettingsRepository: ...  # noqa: D102
    @property
    def imports(self) -> ImportRepository: ...  # noqa: D102
    @property
    def exports(self) -> ExportRepository: ...  # noqa: D102
    @property
    def queue(self) -> QueueRepository: ...  # noqa: D102
    @property
    def stories(self) -> StoryRepository: ...  # noqa: D102
    @property
    def objections(self) -> ObjectionRepository: ...  # noqa: D102
    @property
    def pitches(self) -> PitchRepository: ...  # noqa: D102
    @property
    def mixes(self) -> SegmentMixRepository: ...  # noqa: D102
    @property
    def morning(self) -> MorningRepository: ...  # noqa: D102
    @property
    def post_its(self) -> PostItRepository: ...  # noqa: D102
    @property
    def messages(self) -> MessageRepository: ...  # noqa: D102
    @property
    def notices(self) -> NoticeRepository: ...  # noqa: D102
    @property
    def duties(self) -> DutyRepository: ...  # noqa: D102
    @property
    def reports(self) -> ReportRepository: ...  # noqa: D102
    @property
    def views(self) -> ViewRepository: ...  # noqa: D102
    @property
    def portfolio(self) -> PortfolioRepository: ...  # noqa: D102
    @property
    def working_days(self) -> WorkingDayRepository: ...  # noqa: D102
    @property
    def audit(self) -> AuditRepository: ...  # noqa: D102
    @property
    def days_off(self) -> DayOffRepository: ...  # noqa: D102
    @property
    def wishes(self) -> WishRepository: ...  # noqa: D102
    @property
    def wall(self) -> WallRepository: ...  # noqa: D102
    @property
    def reactivation(self) -> ReactivationRepository: ...  # noqa: D102
    @property
    def frozen_periods(self) -> FrozenPeriodRepository: ...  # noqa: D102
    @property
    def rules(self) -> RuleRepository: ...  # noqa: D102
    @property
    def campaigns(self) -> CampaignRepository: ...  # noqa: D102

    @property
    def review(self) -> ReviewRepository: ...  # noqa: D102
    @property
    def visits(self) -> VisitRepository: ...  # noqa: D102
    @property
    def quotes(self) -> QuoteRepository: ...  # noqa: D102
    @property
    def attachments(self) -> AttachmentRepository: ...  # noqa: D102
    @property
    def past_days(self) -> PastRepository: ...  # noqa: D102
    @property
    def figures(self) -> FigureRepository: ...  # noqa: D102


class WriteUnit(ReadUnit, Protocol):
    """One transaction that writes."""

    def changed(self, *topics: Topic, customer_ids: Iterable[UUID] | None = None) -> None:
        """Note what this transaction changes; told to the feed after the commit.

        Args:
            topics: What; none where nothing changed that anybody sees.
            customer_ids: Whose; None means everybody's.
        """
        ...

    def part(self) -> AbstractContextManager[None]:
        """Undo what is done inside, and that alone, where it fails."""
        ...


class Database(Protocol):
    """The one door to stored data; safe to use from several threads."""

    def read(self) -> AbstractContextManager[ReadUnit]:
        """Open a unit for reading."""
        ...

    def report(self) -> AbstractContextManager[ReadUnit]:
        """Open a unit for a long read, which may be on a copy that knows all that is stored."""
        ...

    def write(self) -> AbstractContextManager[WriteUnit]:
        """Open a unit for writing; it commits when left without an error.

        Raises:
            DatabaseBusyError: Another process kept the lock too long.
            StorageFullError: The disk is full; nothing was stored.
            DatabaseError: Any other trouble of the environment.
        """
        ...

    def subscribe(self, listener: Callable[[ChangeNotice], None]) -> None:
        """Call ``listener`` after each commit of this process, on the committing thread."""
        ...


class Doorbell(Protocol):
    """Tells programs on one server to look at once; what changed it does not say."""

    def ring(self) -> None:
        """Say that this program committed something; returns at once, from any thread."""
        ...

    def wake(self) -> None:
        """End the wait that is under way, or else the next; from any thread."""
        ...

    def wait(self, seconds: float) -> None:
        """Wait until another program rings, at most so long; on the watching thread."""
        ...


class ChangeWatcher(Protocol):
    """Finds out what other processes changed in the database."""

    @property
    def doorbell(self) -> Doorbell | None:
        """Return what says when to look; None where only time does."""
        ...

    @property
    def may_hide(self) -> bool:
        """Return whether something was committed that the last look could not yet find."""
        ...

    def look(self) -> ChangeNotice | None:
        """Return what others committed since the last call, None where they did nothing.

        A commit about which nothing is known is a change of everything.
        """
        ...

    def close(self) -> None:
        """Release the connection."""
        ...


class BulkLoader(Protocol):
    """Loads whole tables into an empty database, for the demo company."""

    def load(self, tables: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        """Insert rows by table and column name, parents first, in one transaction."""
        ...
