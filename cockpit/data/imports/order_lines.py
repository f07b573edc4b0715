"""Storing the plain lines of a file of orders, thousands at a time.

What is stored as it is stated is left alone, what is new is written in bulk, and all else goes on
to ``OrderStore``, which defines the meaning: both ways end in the same rows.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.directory import Buyer
from cockpit.data.imports.memory import RunMemory
from cockpit.data.imports.order_postgresql import PostgresOrders
from cockpit.data.imports.order_rows import NewOrders, OrderTable, picked
from cockpit.data.imports.order_sqlite import SqliteOrders
from cockpit.data.imports.stored import Written
from cockpit.domain.ids import new_ids
from cockpit.domain.import_batches import Coded, OrderLines
from cockpit.domain.import_records import OrderRecord
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import CustomerCategory, OrderKind
from models import Order

T = TypeVar("T")

#: Whose a line is; no buyer where nobody knows the customer.
Owner: TypeAlias = tuple[Buyer | None, UUID]


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What became of plain lines; each is in one of the first four.

    Attributes:
        new: Lines that brought an order, in the order of the orders' keys.
        unchanged: How many were stored already.
        rejected: Lines that were not stored, with the reason.
        careful: Lines that are for ``OrderStore``.
        first_id: Key of the first new order; each further one's is greater by one.
        promoted: Prospects who bought, each with the first new line.
        touched: The new orders' customers.
    """

    new: Sequence[int]
    unchanged: int
    rejected: Sequence[tuple[int, Message]]
    careful: Sequence[tuple[int, OrderRecord]]
    first_id: UUID | None = None
    promoted: Sequence[Written] = ()
    touched: frozenset[UUID] = frozenset()


class OrderLinesStore:
    """Stores the plain lines of one batch."""

    def __init__(self, connection: Connection, memory: RunMemory, import_id: UUID | None) -> None:
        """Take the transaction of a batch.

        Args:
            connection: The transaction.
            memory: What the run remembers.
            import_id: The import; None in a trial.
        """
        self._memory = memory
        self._import_id = import_id
        is_server = connection.dialect.name == "postgresql"
        self._table: OrderTable = (
            PostgresOrders(connection) if is_server else SqliteOrders(connection)
        )

    def store(self, lines: OrderLines, held: Collection[str] = ()) -> BulkResult:
        """Store lines, or find out what storing them would do.

        Args:
            lines: The lines.
            held: Numbers that other lines of the batch state as well; theirs go to ``OrderStore``.
        """
        owners = self._owners(lines)
        taken: defaultdict[UUID, list[int]] = defaultdict(list)
        rejected: list[tuple[int, Message]] = []
        for at, (buyer, company_id) in enumerate(owners):
            if buyer is None:
                unknown = lines.customer.values[lines.customer.index[at]]
                reason = Message.of("imports.customer_unknown", value=unknown)
                rejected.append((lines.line[at], reason))
            else:
                taken[company_id].append(at)
        fresh: list[int] = []
        careful: list[int] = []
        unchanged = 0
        for company_id, places in taken.items():
            sorting = self._sorted(lines, company_id, places, held)
            fresh += sorting.new
            careful += sorting.careful
            unchanged += sorting.unchanged
        records = [(lines.line[at], _record(lines, at)) for at in careful]
        if not fresh:
            return BulkResult((), unchanged, rejected, records)
        return self._added(lines, fresh, owners, BulkResult((), unchanged, rejected, records))

    def _owners(self, lines: OrderLines) -> list[Owner]:
        """Return customer and company per line, found once for all lines that name the same."""
        names, customers = self._memory.names, self._memory.customers
        customers.load({lines.customer.values[at] for at in set(lines.customer.index)})
        named: dict[int, UUID | None] = {}
        own: UUID | None = None
        found: dict[tuple[int, int], Owner] = {}
        pairs = list(zip(lines.customer.index, lines.company.index, strict=True))
        # In the file's order, so that a missing company gets the same place in any run.
        for pair in dict.fromkeys(pairs):
            if pair[1] not in named:
                named[pair[1]] = names.company(lines.company.values[pair[1]])
                own = None
            buyer = customers.find(lines.customer.values[pair[0]], named[pair[1]])
            company_id = named[pair[1]] or (buyer.company_id if buyer else None)
            if company_id is None:
                own = company_id = own or names.own_company()
            found[pair] = buyer, company_id
        return list(map(found.__getitem__, pairs))

    def _sorted(
        self, lines: OrderLines, company_id: UUID, places: list[int], held: Collection[str]
    ) -> "_Sorting":
        """Sort one company's lines by what is known of their numbers."""
        numbers = [lines.number[at] for at in places]
        doubtful = set(held)
        if len(set(numbers)) < len(numbers):
            doubtful |= {number for number, count in Counter(numbers).items() if count > 1}
        known: defaultdict[int, list[int | None]] = defaultdict(list)
        for position, digest in self._known(company_id, numbers):
            known[position].append(digest)
        if not known and doubtful.isdisjoint(numbers):
            return _Sorting(places, [])
        new: list[int] = []
        careful: list[int] = []
        for position, (at, number) in enumerate(zip(places, numbers, strict=True)):
            digests = known.get(position)
            if digests is None and number not in doubtful:
                new.append(at)
            elif digests is None or number in doubtful or lines.digest[at] not in digests:
                careful.append(at)
        return _Sorting(new, careful, len(places) - len(new) - len(careful))

    def _known(self, company_id: UUID, numbers: Sequence[str]) -> Iterator[tuple[int, int | None]]:
        """Yield position and digest of the documents that have these numbers, of any kind."""
        yield from self._table.digests(company_id, numbers)
        if self._memory.is_trial:
            careful = self._memory.rows(Order.__tablename__)
            for position, number in enumerate(numbers):
                for kind in OrderKind:
                    digest = self._memory.orders.digest(company_id, number, kind)
                    if digest is not None:
                        yield position, digest
                    elif (company_id, number, kind) in careful:
                        yield position, None

    def _added(
        self, lines: OrderLines, fresh: Sequence[int], owners: Sequence[Owner], other: BulkResult
    ) -> BulkResult:
        """Add new orders."""
        buyers = {at: buyer for at in fresh if (buyer := owners[at][0]) is not None}
        # In the order of the largest index, which then is gone through once; each customer's
        # orders stay in the file's order.
        picks = sorted(sorted(fresh), key=lambda at: buyers[at].key.int)
        first_id = self._written(lines, picks, owners, buyers)
        return replace(
            other,
            new=picked(lines.line, picks),
            first_id=first_id,
            promoted=self._memory.customers.promote(
                _first_buyers(lines, buyers), is_trial=self._memory.is_trial
            ),
            touched=frozenset({buyer.key for buyer in buyers.values()}),
        )

    def _written(
        self,
        lines: OrderLines,
        picks: Sequence[int],
        owners: Sequence[Owner],
        buyers: Mapping[int, Buyer],
    ) -> UUID | None:
        """Write new orders and return the first one's key; a trial only remembers them."""
        seller_at = dict.fromkeys(picked(lines.seller.index, sorted(picks)))
        sellers = {at: self._memory.names.seller(lines.seller.values[at]) for at in seller_at}
        if self._import_id is None:
            self._remember(lines, picks, owners)
            return None
        companies: dict[UUID, int] = {}
        index = [companies.setdefault(owners[at][1], len(companies)) for at in picks]
        new = NewOrders(
            lines=lines,
            picks=picks,
            first_id=new_ids(len(picks)),
            import_id=self._import_id,
            company=Coded(list(companies), index),
            customer=[buyers[at].key for at in picks],
            sellers=sellers,
        )
        self._table.insert(new)
        return new.first_id

    def _remember(self, lines: OrderLines, picks: Sequence[int], owners: Sequence[Owner]) -> None:
        for at in picks:
            kind = lines.kind.values[lines.kind.index[at]]
            self._memory.orders.add(owners[at][1], lines.number[at], kind, lines.digest[at])


@dataclass(frozen=True, slots=True)
class _Sorting:
    """Positions of lines by what is known of their numbers.

    Attributes:
        new: No document has their number.
        careful: One has, and states something else.
        unchanged: How many are stored as they are stated.
    """

    new: list[int]
    careful: list[int]
    unchanged: int = 0


def _first_buyers(lines: OrderLines, buyers: Mapping[int, Buyer]) -> list[Buyer]:
    """Return the prospects among those who buy."""
    kinds, index = lines.kind.values, lines.kind.index
    return [
        buyer
        for at, buyer in buyers.items()
        if buyer.category is CustomerCategory.PROSPECT and kinds[index[at]] is OrderKind.SALE
    ]


def _record(lines: OrderLines, at: int) -> OrderRecord:
    """Return one line as a record."""
    return OrderRecord(
        number=lines.number[at],
        customer=_value(lines.customer, at),
        ordered_on=_value(lines.ordered_on, at),
        net_cents=lines.net_cents[at],
        goods_cents=lines.goods_cents[at],
        kind=_value(lines.kind, at),
        state_text=_value(lines.state_text, at),
        seller=_value(lines.seller, at),
        company=_value(lines.company, at),
        promised_on=_value(lines.promised_on, at),
        delivered_on=_value(lines.delivered_on, at),
        digest=lines.digest[at],
    )


def _value(coded: Coded[T], at: int) -> T:
    return coded.values[coded.index[at]]
