"""What the use cases need from the floors that implement them.

Adapters in ``data``, ``analytics`` and ``imports`` satisfy these protocols structurally; the
bootstrap in ``cockpit.app`` is the only place that knows who implements what. Units of work are
short: open, do, leave. Leaving a writing one without an error commits and then tells the change
feed; leaving it with an error rolls everything back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft, Reminder
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.columns import (
    BlockColumns,
    OrderColumns,
    StandingColumns,
    StatisticsColumns,
    VerdictColumns,
    WorkListColumns,
)
from cockpit.domain.contact import ContactDraft, Outcome, Reason
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.cycle_fit import CycleFit
from cockpit.domain.cycle_policy import CyclePolicy, PolicyBook, PolicyScope, PublishedPolicy
from cockpit.domain.cycle_reports import Backtest, CyclePicture, GapHistogram
from cockpit.domain.import_records import (
    CustomerRecord,
    ImportSummary,
    OrderRecord,
    RowProblem,
)
from cockpit.domain.vocabulary import (
    LifecycleStatus,
    ReminderEventKind,
    ReminderState,
    Role,
    RowVerdict,
)
from cockpit.domain.work_list import WorkList


@dataclass(frozen=True, slots=True)
class CurrentUser:
    """Who is at this program: every write carries the user and the device."""

    user_id: UUID
    device_id: UUID
    login: str
    name: str
    role: Role


# --- repositories ------------------------------------------------------------------------------


class WorkListRepository(Protocol):
    """Reads for the work list."""

    def columns(self, *, known_at: datetime | None = None) -> WorkListColumns:
        """Return the stored columns of every customer the user may see.

        With ``known_at`` customers and contacts that came later are left out.
        """
        ...


class CustomerRepository(Protocol):
    """Reads of customers."""

    def blocks(self, customer_ids: Iterable[UUID] | None = None) -> BlockColumns:
        """Return the periods in which some or all customers were blocked."""
        ...

    def standing(
        self, customer_ids: Sequence[UUID], *, known_at: datetime | None = None
    ) -> StandingColumns:
        """Return companies, segments and blocked periods, parallel to the keys, as known then."""
        ...

    def profile(
        self, customer_id: UUID, *, today: date, known_at: datetime | None = None
    ) -> CustomerProfile | None:
        """Return everything the panel shows, or None where the customer is gone.

        With ``known_at`` documents and contacts that came later are left out. The statistics are
        empty: whoever judges the customer fills them in.
        """
        ...


class OrderBookRepository(Protocol):
    """The order book as columns."""

    def columns(
        self,
        *,
        customer_ids: Iterable[UUID] | None = None,
        known_at: datetime | None = None,
    ) -> OrderColumns:
        """Return the documents of some or all customers, those of days to come too.

        With ``known_at`` each document is as it was then: those that came with a later import are
        left out, and what a later import changed is undone. Where nothing at all had been
        imported by then, the history counts as always known and all of it is returned.
        """
        ...


class MetricsRepository(Protocol):
    """Stored statistics and judgements per customer: a projection of the order book."""

    def computed_for(self) -> tuple[date, date] | None:
        """Return the oldest and the newest day for which stored judgements hold.

        None where a customer has no judgement, or one of another version of the engine.
        """
        ...

    def is_overtaken(self, known_at: datetime) -> bool:
        """Return whether anything was imported, published or fitted after an instant."""
        ...

    def missing(self) -> list[UUID]:
        """Return the customers without stored statistics."""
        ...

    def waiting(self) -> list[UUID]:
        """Return the customers whose stored statistics left out documents of days to come."""
        ...

    def buyer_count(self) -> int:
        """Return how many customers have bought, as stored."""
        ...

    def computed_at(
        self, customer_ids: Iterable[UUID] | None = None, *, is_locking: bool = False
    ) -> dict[UUID, datetime]:
        """Return when the stored statistics of some or all customers were computed.

        With ``is_locking`` nobody else stores these until the transaction ends.
        """
        ...

    def statistics(self, customer_ids: Iterable[UUID] | None = None) -> StatisticsColumns:
        """Return the stored statistics of some or all customers that have any."""
        ...

    def expire(self) -> None:
        """Mark all stored judgements as old: what judges them changes in this transaction."""
        ...

    def forget(self, customer_ids: Iterable[UUID]) -> None:
        """Remove the statistics of customers whose documents change in this transaction."""
        ...

    def store(
        self,
        statistics: StatisticsColumns,
        verdicts: VerdictColumns,
        *,
        computed_for: date,
        at: datetime,
    ) -> None:
        """Replace the statistics and the day's judgements of these customers."""
        ...

    def store_verdicts(
        self, customer_ids: Sequence[UUID], verdicts: VerdictColumns, *, computed_for: date
    ) -> None:
        """Replace the day's judgements alone; the statistics stay as they are."""
        ...


@dataclass(frozen=True, slots=True)
class ScopeName:
    """A scope that a policy can have, with the words for it; empty names mean "all"."""

    scope: PolicyScope
    company: str
    segment: str


class PolicyRepository(Protocol):
    """Versions of the purchase-cycle policies."""

    def book(self, *, at: datetime | None = None) -> PolicyBook:
        """Return the rules in force at an instant; by default the newest ones."""
        ...

    def history(self) -> list[PublishedPolicy]:
        """Return every version, the newest first."""
        ...

    def scopes(self) -> list[ScopeName]:
        """Return everybody, then each company, then each segment."""
        ...

    def publish(
        self, scope: PolicyScope, policy: CyclePolicy, *, user: CurrentUser, note: str, at: datetime
    ) -> PublishedPolicy:
        """Store a policy as the version that follows ``policy.version``; only in a writing unit.

        Raises:
            ConflictError: Somebody published another version of this scope meanwhile.
        """
        ...


class FitRepository(Protocol):
    """Fitted parameters."""

    def in_force(self, *, at: datetime | None = None) -> CycleFit | None:
        """Return the newest fit made up to an instant, by default of all; None without one."""
        ...

    def history(self, limit: int, *, at: datetime | None = None) -> list[CycleFit]:
        """Return the newest fits, the newest first; with ``at`` those made up to then."""
        ...

    def add(self, fit: CycleFit) -> CycleFit:
        """Store a fit and return it with its key; only in a writing unit."""
        ...


class ContactRepository(Protocol):
    """The relationship log."""

    def add(self, draft: ContactDraft, *, user: CurrentUser, status: LifecycleStatus) -> bool:
        """Store an immutable contact; return False when this very contact is stored already."""
        ...

    def forbid(self, customer_id: UUID, *, user: CurrentUser, reason: str, at: datetime) -> None:
        """Store that the customer wants no contact through any channel."""
        ...


class AgendaRepository(Protocol):
    """Next contacts and reminders."""

    def set_next_contact(
        self,
        customer_id: UUID,
        draft: AppointmentDraft,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
    ) -> UUID:
        """Replace the customer's open next contact and arm its reminder; return its key."""
        ...

    def close_next_contact(
        self,
        customer_id: UUID,
        *,
        user: CurrentUser,
        contact_id: UUID | None,
        at: datetime,
        due_by: datetime | None = None,
    ) -> None:
        """Mark the open next contact as done, and its reminder with it; none open is no error.

        One that is due later than ``due_by`` stays.
        """
        ...

    def due_reminders(self, *, at: datetime, user: CurrentUser) -> list[Reminder]:
        """Return the user's reminders to be raised by then and not answered, oldest first."""
        ...

    def next_reminder_at(self, *, user: CurrentUser, after: datetime) -> datetime | None:
        """Return when the next not yet raised reminder falls due, or None."""
        ...

    def change_reminder(
        self,
        reminder_id: UUID,
        event: ReminderEventKind,
        state: ReminderState,
        *,
        user: CurrentUser,
        at: datetime,
        until: datetime | None = None,
    ) -> bool:
        """Move a reminder on and write the fact; return False when another was first."""
        ...


class ReferenceRepository(Protocol):
    """Small tables that forms and rules read."""

    def outcomes(self) -> list[Outcome]:
        """Return the active outcomes in their order."""
        ...

    def reasons(self) -> list[Reason]:
        """Return the active reasons in their order."""
        ...


class ImportRepository(Protocol):
    """Writes of an import, in batches, each line accounted for."""

    def begin(
        self, file_name: str, sha256: str, kind: str, *, user: CurrentUser, at: datetime
    ) -> UUID:
        """Open an import and return its key."""
        ...

    def upsert_customers(
        self, import_id: UUID, records: Sequence[tuple[int, CustomerRecord]], *, today: date
    ) -> list[tuple[RowVerdict, UUID]]:
        """Store customers by (company, code), else by valid document; one verdict per record.

        Who is blocked from now on is so from ``today`` on.
        """
        ...

    def upsert_orders(
        self, import_id: UUID, records: Sequence[tuple[int, OrderRecord]]
    ) -> list[tuple[RowVerdict, tuple[UUID, ...]]]:
        """Store orders by (company, number, kind).

        Returns:
            One verdict per record with the customer it belongs to, and whom it belonged to before
            where that was another; ``REJECTED`` and nobody where the customer is not known.
        """
        ...

    def note_problems(self, import_id: UUID, problems: Sequence[RowProblem]) -> None:
        """Keep the flagged and rejected lines."""
        ...

    def finish(self, import_id: UUID, summary: ImportSummary, *, at: datetime) -> None:
        """Close an import with its totals."""
        ...


class SettingsRepository(Protocol):
    """Small values by scope and name; a value is a JSON document."""

    def get(self, scope: str, owner_id: UUID | None, key: str) -> object | None:
        """Return a value, or None."""
        ...

    def put(self, scope: str, owner_id: UUID | None, key: str, value: object) -> None:
        """Store a value."""
        ...


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
    def agenda(self) -> AgendaRepository: ...  # noqa: D102
    @property
    def reference(self) -> ReferenceRepository: ...  # noqa: D102
    @property
    def settings(self) -> SettingsRepository: ...  # noqa: D102


class WriteUnit(ReadUnit, Protocol):
    """One transaction that writes."""

    @property
    def contacts(self) -> ContactRepository: ...  # noqa: D102
    @property
    def imports(self) -> ImportRepository: ...  # noqa: D102

    def changed(self, *topics: Topic, customer_ids: Iterable[UUID] | None = None) -> None:
        """Note what this transaction changes; told to the feed after the commit."""
        ...


class Database(Protocol):
    """The one door to stored data; safe to use from several threads."""

    def read(self) -> AbstractContextManager[ReadUnit]:
        """Open a unit for reading."""
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


class ChangeWatcher(Protocol):
    """Finds out that another process changed the database."""

    def has_changed(self) -> bool:
        """Return whether anything was committed by others since the last call."""
        ...

    def close(self) -> None:
        """Release the connection."""
        ...


class CycleEngine(Protocol):
    """Judges purchase cycles, by columns."""

    def statistics(
        self, orders: OrderColumns, blocks: BlockColumns, *, as_of: date
    ) -> StatisticsColumns:
        """Return what the documents up to a day say of each customer of ``orders``."""
        ...

    def verdicts(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        policies: PolicyBook,
        fit: CycleFit | None,
        *,
        as_of: date,
    ) -> VerdictColumns:
        """Judge customers on a day that is not before the statistics' own.

        Without a fit published parameters are used.
        """
        ...

    def picture(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        policies: PolicyBook,
        fit: CycleFit | None,
        *,
        as_of: date,
    ) -> CyclePicture:
        """Return what a plot of one customer shows; the columns hold that customer alone."""
        ...

    def rank(self, columns: WorkListColumns, *, as_of: date, now: datetime) -> WorkList:
        """Put judged customers in the order of calling."""
        ...


class CycleAnalyst(Protocol):
    """Looks at the whole portfolio; each call may take seconds.

    ``is_cancelled`` is asked now and then; where it says yes, ``CancelledError`` is raised.
    """

    def fit(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        *,
        as_of: date,
        at: datetime,
        is_cancelled: Callable[[], bool],
    ) -> CycleFit:
        """Fit the population; a portfolio too small for it gets published parameters."""
        ...

    def log_loss(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        fit: CycleFit,
        *,
        as_of: date,
    ) -> float | None:
        """Return how badly a fit predicts the last 90 days; None where that cannot be told."""
        ...

    def histogram(
        self,
        statistics: StatisticsColumns,
        verdicts: VerdictColumns,
        standing: StandingColumns,
        *,
        as_of: date,
        is_per_customer: bool = True,
    ) -> GapHistogram:
        """Return where the portfolio's purchases concentrate."""
        ...

    def backtest(
        self,
        statistics: StatisticsColumns,
        standing: StandingColumns,
        policies: PolicyBook,
        *,
        as_of: date,
        is_cancelled: Callable[[], bool],
    ) -> Backtest:
        """Predict from past days, each with what was known then, and compare."""
        ...


class ParsedFile(Protocol):
    """A file whose kind is known and whose lines can be read one by one."""

    @property
    def kind(self) -> str:
        """Return ``clientes`` or ``pedidos``."""
        ...

    @property
    def sha256(self) -> str:
        """Return the hash of the file's bytes."""
        ...

    def records(self) -> Iterator[tuple[int, CustomerRecord | OrderRecord | RowProblem]]:
        """Yield each line's number with what it holds, or why it cannot be taken."""
        ...


class FileReader(Protocol):
    """Recognises import files."""

    def open(self, path: Path) -> ParsedFile:
        """Recognise a file.

        Raises:
            BadInputError: The file is missing, is not a table, or has no known columns.
        """
        ...


class BulkLoader(Protocol):
    """Loads whole tables into an empty database, for the demo company."""

    def load(self, tables: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        """Insert rows by table and column name, parents first, in one transaction."""
        ...


class Notifier(Protocol):
    """Shows a notification on the desktop, over whatever program is in front."""

    def notify(self, reminder_ids: Sequence[UUID], title: str, body: str) -> bool:
        """Show one notification; return False where the desktop did not take it."""
        ...
