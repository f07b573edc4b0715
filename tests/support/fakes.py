"""A database in memory for tests of the services: what is written counts only after a commit."""

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.documents import parse_tax_id
from cockpit.domain.ids import new_id
from cockpit.domain.import_records import (
    CustomerRecord,
    ImportSummary,
    OrderRecord,
    RowProblem,
)
from cockpit.domain.vocabulary import RowVerdict
from cockpit.services.ports import CurrentUser


@dataclass
class StoredImport:
    """What the database knows of one import."""

    file_name: str
    sha256: str
    kind: str
    problems: list[RowProblem] = field(default_factory=list)
    summary: ImportSummary | None = None


@dataclass
class FakeState:
    """Everything that is stored; equal states hold equal data."""

    customers: dict[UUID, CustomerRecord] = field(default_factory=dict)
    orders: dict[tuple[str, str, str], tuple[UUID, OrderRecord]] = field(default_factory=dict)
    imports: dict[UUID, StoredImport] = field(default_factory=dict)


@dataclass
class FakeImportRepository:
    """Follows the promises of ``ports.ImportRepository``."""

    state: FakeState

    def begin(
        self, file_name: str, sha256: str, kind: str, *, user: CurrentUser, at: datetime
    ) -> UUID:
        import_id = new_id()
        self.state.imports[import_id] = StoredImport(file_name, sha256, kind)
        return import_id

    def upsert_customers(
        self, import_id: UUID, records: Sequence[tuple[int, CustomerRecord]], *, today: date
    ) -> list[tuple[RowVerdict, UUID]]:
        return [self._upsert_customer(record) for _, record in records]

    def upsert_orders(
        self, import_id: UUID, records: Sequence[tuple[int, OrderRecord]]
    ) -> list[tuple[RowVerdict, tuple[UUID, ...]]]:
        return [self._upsert_order(record) for _, record in records]

    def note_problems(self, import_id: UUID, problems: Sequence[RowProblem]) -> None:
        self.state.imports[import_id].problems.extend(problems)

    def finish(self, import_id: UUID, summary: ImportSummary, *, at: datetime) -> None:
        self.state.imports[import_id].summary = copy.deepcopy(summary)

    def _upsert_customer(self, record: CustomerRecord) -> tuple[RowVerdict, UUID]:
        record = replace(record, flags=())
        found = next((key for key, one in self.state.customers.items() if _same(one, record)), None)
        if found is None:
            found = new_id()
            self.state.customers[found] = record
            return RowVerdict.NEW, found
        is_same = self.state.customers[found] == record
        self.state.customers[found] = record
        return RowVerdict.UNCHANGED if is_same else RowVerdict.CHANGED, found

    def _upsert_order(self, record: OrderRecord) -> tuple[RowVerdict, tuple[UUID, ...]]:
        record = replace(record, flags=())
        customer_id = self._find(record.customer)
        if customer_id is None:
            return RowVerdict.REJECTED, ()
        key = (record.company, record.number, record.kind.value)
        before = self.state.orders.get(key)
        self.state.orders[key] = (customer_id, record)
        if before is None:
            return RowVerdict.NEW, (customer_id,)
        is_same = before == (customer_id, record)
        return RowVerdict.UNCHANGED if is_same else RowVerdict.CHANGED, (customer_id,)

    def _find(self, text: str) -> UUID | None:
        tax_id = parse_tax_id(text)
        for key, one in self.state.customers.items():
            if one.code == text:
                return key
        for key, one in self.state.customers.items():
            if tax_id and tax_id.is_valid and one.tax_id == tax_id:
                return key
        return None


def _same(stored: CustomerRecord, record: CustomerRecord) -> bool:
    if record.code:
        return (stored.company, stored.code) == (record.company, record.code)
    if record.tax_id and record.tax_id.is_valid:
        return stored.tax_id == record.tax_id
    return replace(stored, flags=()) == record


@dataclass
class FakeStoredMetrics:
    """Remembers whose statistics were removed."""

    forgotten: set[UUID] = field(default_factory=set)

    def forget(self, customer_ids: Iterable[UUID]) -> None:
        self.forgotten.update(customer_ids)


@dataclass
class FakeUnit:
    """One transaction on a copy of the state."""

    imports: FakeImportRepository
    metrics: FakeStoredMetrics = field(default_factory=FakeStoredMetrics)
    notices: list[ChangeNotice] = field(default_factory=list)

    def changed(self, *topics: Topic, customer_ids: Iterable[UUID] | None = None) -> None:
        ids = None if customer_ids is None else frozenset(customer_ids)
        self.notices.append(ChangeNotice(frozenset(topics), ids))


@dataclass
class FakeDatabase:
    """Commits a unit that is left without an error, and forgets any other.

    Attributes:
        before_commit: Called with the number of the coming commit; raises to break it.
    """

    state: FakeState = field(default_factory=FakeState)
    notices: list[ChangeNotice] = field(default_factory=list)
    commits: int = 0
    before_commit: Callable[[int], None] | None = None

    @contextmanager
    def write(self) -> Iterator[Any]:
        draft = FakeState(
            dict(self.state.customers), dict(self.state.orders), copy.deepcopy(self.state.imports)
        )
        unit = FakeUnit(FakeImportRepository(draft))
        yield unit
        if self.before_commit:
            self.before_commit(self.commits + 1)
        self.state = draft
        self.commits += 1
        self.notices += unit.notices

    @contextmanager
    def read(self) -> Iterator[Any]:
        yield FakeUnit(FakeImportRepository(self.state))

    def subscribe(self, listener: Callable[[ChangeNotice], None]) -> None:
        raise NotImplementedError("no service under test listens to its own commits")


@dataclass
class FakeMetrics:
    """Remembers whose statistics were asked for."""

    refreshed: list[frozenset[UUID]] = field(default_factory=list)

    def refresh(self, customer_ids: Iterable[UUID] | None = None) -> int:
        assert customer_ids is not None
        self.refreshed.append(frozenset(customer_ids))
        return len(self.refreshed[-1])


@dataclass
class FakeFits:
    """Counts how often the first parameters were asked for."""

    asked: int = 0

    def fit_first(self) -> bool:
        self.asked += 1
        return False
