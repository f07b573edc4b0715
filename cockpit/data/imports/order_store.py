"""Storing the documents of an import file that are not plain and new, one by one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.directory import Buyer
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.stored import Stored, Written
from cockpit.data.imports.table_rows import KnownRow, TableRows, TableShape
from cockpit.data.repositories.raw import in_chunks
from cockpit.domain.import_records import OrderRecord
from cockpit.domain.vocabulary import OrderKind, RowVerdict
from models import Order

_SHAPE = TableShape(
    Order,
    (
        "company_id", "customer_id", "number", "access_key", "kind", "ordered_on", "net_cents",
        "goods_cents", "references_id", "seller_name", "seller_id", "state_text", "promised_on",
        "delivered_on", "import_id", "digest",
    ),
    key=lambda values: (values["company_id"], values["number"], values["kind"]),
    aside=frozenset({"import_id"}),
    quiet=frozenset({"digest"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TakenOrder:
    """What a line did to a document.

    Attributes:
        owners: The customers concerned: the present one, and the former of one that moved.
    """

    known: KnownRow
    verdict: RowVerdict
    written: tuple[Written, ...]
    owners: tuple[UUID, ...]


class OrderRows:
    """The documents that the lines of one batch mean.

    They are found by access key where a line has one, else by (company, number, kind).
    """

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        self._memory = memory
        self._import_id = import_id
        self._rows = TableRows(connection, memory, _SHAPE)
        self._by_access_key: dict[str, KnownRow] = memory.rows("orders.access_key")

    def read(self, numbers: Iterable[tuple[UUID, str]], access_keys: Iterable[str] = ()) -> None:
        """Read the stored documents that lines may mean."""
        wanted: defaultdict[UUID, set[str]] = defaultdict(set)
        for company_id, number in numbers:
            wanted[company_id].add(number)
        for company_id, texts in wanted.items():
            for chunk in in_chunks(texts):
                self._know(
                    self._rows.read((Order.company_id == company_id) & Order.number.in_(chunk))
                )
        for chunk in in_chunks({key for key in access_keys if key}):
            self._know(self._rows.read(Order.access_key.in_(chunk)))

    def by_access_key(self, access_key: str) -> KnownRow | None:
        """Return the document of an access key that was read or made."""
        return self._by_access_key.get(access_key)

    def take(
        self, record: OrderRecord, buyer: Buyer, company_id: UUID, references_id: UUID | None = None
    ) -> TakenOrder:
        """Store one document."""
        given = self._given(record, buyer, company_id) | {"references_id": references_id}
        known = self._match(record, company_id)
        if known is None and self._memory.is_trial:
            known = self._trial_order(given)
        if known is None:
            known, written = self._rows.make(given)
            self._know([known])
            return TakenOrder(known, RowVerdict.NEW, written, (buyer.key,))
        if known.values["access_key"] and known.values["access_key"] == record.access_key:
            given |= {"company_id": None, "number": None}
        if known.values["kind"] is OrderKind.CANCELLED:
            given["kind"] = None
        owners = tuple(dict.fromkeys((buyer.key, known.values["customer_id"])))
        verdict, written = self._rows.change(known, given)
        self._know([known])
        return TakenOrder(known, verdict, written, owners)

    def cancel(self, known: KnownRow) -> TakenOrder:
        """Void a document."""
        given = {"kind": OrderKind.CANCELLED, "import_id": self._import_id}
        verdict, written = self._rows.change(known, given)
        return TakenOrder(known, verdict, written, (known.values["customer_id"],))

    def write(self) -> None:
        """Write what was made and changed."""
        self._rows.write()

    def _know(self, rows: Iterable[KnownRow]) -> None:
        for known in rows:
            if known.values["access_key"]:
                self._by_access_key[known.values["access_key"]] = known

    def _match(self, record: OrderRecord, company_id: UUID) -> KnownRow | None:
        """Find a stored document.

        A cancellation voids the sale of the same number instead of standing beside it, and an
        older file does not bring that sale back.
        """
        if record.access_key and record.access_key in self._by_access_key:
            return self._by_access_key[record.access_key]
        for kind in _kinds(record.kind):
            known = self._rows.find((company_id, record.number, kind))
            if known is not None:
                return known
        return None

    def _trial_order(self, given: dict[str, Any]) -> KnownRow | None:
        """Return the plain order that this trial would have made, as far as it is remembered."""
        for kind in _kinds(given["kind"]):
            digest = self._memory.orders.digest(given["company_id"], given["number"], kind)
            if digest is not None:
                is_same = digest == given["digest"]
                values = dict.fromkeys(_SHAPE.columns) | given | {"kind": kind}
                if not is_same:
                    values["net_cents"] = None
                known, _ = self._rows.make(values)
                return known
        return None

    def _given(self, record: OrderRecord, buyer: Buyer, company_id: UUID) -> dict[str, Any]:
        return {
            "company_id": company_id,
            "customer_id": buyer.key,
            "number": record.number,
            "access_key": record.access_key or None,
            "kind": record.kind,
            "ordered_on": record.ordered_on,
            "net_cents": record.net_cents,
            "goods_cents": record.goods_cents,
            "seller_name": record.seller or None,
            "seller_id": self._memory.names.seller(record.seller),
            "state_text": record.state_text or None,
            "promised_on": record.promised_on,
            "delivered_on": record.delivered_on,
            "import_id": self._import_id,
            "digest": record.digest,
        }


class OrderStore:
    """Stores the documents of one batch; an unknown customer's are rejected."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        self._memory = memory
        self._rows = OrderRows(connection, memory, import_id)

    def store(self, lines: Sequence[tuple[int, OrderRecord]]) -> list[Stored]:
        """Store records in their order; the same document may come more than once."""
        self._memory.customers.load({record.customer for _, record in lines})
        owned = [(number, record, *self._owner(record)) for number, record in lines]
        self._rows.read((company_id, record.number) for _, record, _, company_id in owned)
        stored = [self._take(*one) for one in owned]
        self._rows.write()
        return stored

    def _owner(self, record: OrderRecord) -> tuple[Buyer | None, UUID]:
        """Return a record's customer and company."""
        names = self._memory.names
        named = names.company(record.company)
        buyer = self._memory.customers.find(record.customer, named)
        company_id = named or (buyer.company_id if buyer else None) or names.own_company()
        return buyer, company_id

    def _take(
        self, number: int, record: OrderRecord, buyer: Buyer | None, company_id: UUID
    ) -> Stored:
        if buyer is None:
            unknown = self._memory.customers.missing(record.customer)
            return Stored(number, RowVerdict.REJECTED, (unknown,))
        taken = self._rows.take(record, buyer, company_id)
        promoted: list[Written] = []
        if record.kind is OrderKind.SALE:
            promoted = self._memory.customers.promote([buyer], is_trial=self._memory.is_trial)
        if taken.verdict is RowVerdict.UNCHANGED and not promoted:
            return Stored(number, RowVerdict.UNCHANGED)
        return Stored(
            number, taken.verdict, written=(*taken.written, *promoted), touched=taken.owners
        )


def _kinds(kind: OrderKind) -> tuple[OrderKind, ...]:
    """Return the kinds that a document of this kind may be stored as, the likeliest first."""
    if kind is OrderKind.RETURN:
        return (OrderKind.RETURN,)
    return (OrderKind.CANCELLED, OrderKind.SALE)
