"""Storing the plain lines of a file of orders, thousands at a time.

What is stored as it is stated is left alone, what is new is written in bulk, and all else goes on
to ``OrderStore``, which defines the meaning: both ways end in the same rows.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection

from cockpit.data.imports.directory import Buyer, Owner
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
        rejected: list[tuple[int, Message]] = []
        fresh: list[int] = []
        careful: list[int] = []
        unchanged = 0
        for company, places in owners.by_company().items():
            if company is None:
                rejected = [self._unknown(lines, at) for at in places]
                continue
            sorting = self._sorted(lines, company, places, held)
            fresh += sorting.new
            careful += sorting.careful
            unchanged += sorting.unchanged
        records = [(lines.line[at], _record(lines, at)) for at in careful]
        result = BulkResult((), unchanged, rejected, records)
        return self._added(lines, sorted(fresh), owners, result) if fresh else result

    def _owners(self, lines: OrderLines) -> "_Owners":
        """Return customer and company per line, found once for all lines that name the same."""
        customers = self._memory.customers
        customers.load({lines.customer.values[at] for at in set(lines.customer.index)})
        many = len(lines.company.values)
        codes = lines.customer.index
        if many > 1:
            pairs = zip(lines.customer.index, lines.company.index, strict=True)
            codes = [customer * many + company for customer, company in pairs]
        owners: dict[int, Owner] = {}
        # In the file's order, so that a missing company gets the same place in any run.
        for code in dict.fromkeys(codes):
            customer, company = divmod(code, many)
            named = lines.company.values[company], lines.customer.values[customer]
            owners[code] = customers.owned.get(named) or self._found(*named)
        return _Owners(codes, owners)

    def _found(self, company: str, customer: str) -> Owner:
        """Return whose a line is that names this company and this customer."""
        names, customers = self._memory.names, self._memory.customers
        named = names.company(company)
        buyer = customers.find(customer, named)
        if buyer is None:
            return Owner(None, named or names.own_company())
        owner = Owner(buyer, named or buyer.company_id or names.own_company())
        customers.owned[company, customer] = owner
        return owner

    def _unknown(self, lines: OrderLines, at: int) -> tuple[int, Message]:
        """Return the line of an unknown customer with the reason of its rejection."""
        return lines.line[at], self._memory.customers.missing(_value(lines.customer, at))

    def _sorted(
        self, lines: OrderLines, company_id: UUID, places: Sequence[int], held: Collection[str]
    ) -> "_Sorting":
        """Sort one company's lines by what is known of their numbers."""
        numbers = picked(lines.number, places)
        doubtful = set(held)
        if len(set(numbers)) < len(numbers):
            doubtful |= {number for number, count in Counter(numbers).items() if count > 1}
        known = list(self._known(company_id, numbers))
        stored = dict(known)
        if len(stored) < len(known):
            times = Counter(position for position, _ in known)
            doubtful |= {numbers[position] for position, count in times.items() if count > 1}
        if not stored and not doubtful:
            return _Sorting(list(places), [])
        new: list[int] = []
        careful: list[int] = []
        for position, (at, number) in enumerate(zip(places, numbers, strict=True)):
            if number in doubtful:
                careful.append(at)
            elif position not in stored:
                new.append(at)
            elif stored[position] != lines.digest[at]:
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
        self, lines: OrderLines, fresh: Sequence[int], owners: "_Owners", other: BulkResult
    ) -> BulkResult:
        """Add new orders."""
        buyers = owners.buyers(fresh)
        first_id = self._written(lines, fresh, owners, buyers)
        promoted = self._memory.customers.promote(
            _first_buyers(lines, fresh, owners, buyers), is_trial=self._memory.is_trial
        )
        return replace(
            other,
            new=picked(lines.line, fresh),
            first_id=first_id,
            promoted=promoted,
            touched=frozenset({buyer.key for buyer in buyers.values()}),
        )

    def _written(
        self,
        lines: OrderLines,
        picks: Sequence[int],
        owners: "_Owners",
        buyers: Mapping[int, Buyer],
    ) -> UUID | None:
        """Write new orders and return the first one's key; a trial only remembers them."""
        used = dict.fromkeys(picked(lines.seller.index, picks))
        sellers = {at: self._memory.names.seller(lines.seller.values[at]) for at in used}
        if self._import_id is None:
            self._remember(lines, picks, owners)
            return None
        codes = picked(owners.codes, picks)
        companies = {owners.owner[code].company_id: 0 for code in buyers}
        companies = {key: place for place, key in enumerate(companies)}
        company_of = {code: companies[owners.owner[code].company_id] for code in buyers}
        new = NewOrders(
            lines=lines,
            picks=picks,
            first_id=new_ids(len(picks)),
            import_id=self._import_id,
            company=Coded(list(companies), picked(company_of, codes)),
            customer=Coded(
                [buyer.key for buyer in buyers.values()],
                picked({code: place for place, code in enumerate(buyers)}, codes),
            ),
            sellers=sellers,
        )
        self._table.insert(new)
        return new.first_id

    def _remember(self, lines: OrderLines, picks: Sequence[int], owners: "_Owners") -> None:
        for at in picks:
            company_id = owners.owner[owners.codes[at]].company_id
            kind = _value(lines.kind, at)
            self._memory.orders.add(company_id, lines.number[at], kind, lines.digest[at])


@dataclass(frozen=True, slots=True)
class _Owners:
    """Whose the lines are.

    Attributes:
        codes: Per line, what it names its customer and its company.
        owner: By such a code.
    """

    codes: Sequence[int]
    owner: Mapping[int, Owner]

    def by_company(self) -> dict[UUID | None, Sequence[int]]:
        """Return the lines of each company, and at None those of unknown customers."""
        keys = {code: one.company_id if one.buyer else None for code, one in self.owner.items()}
        different = list(dict.fromkeys(keys.values()))
        if len(different) == 1:
            return {different[0]: range(len(self.codes))}
        places: dict[UUID | None, list[int]] = {one: [] for one in different}
        add = {code: places[company].append for code, company in keys.items()}
        for at, code in enumerate(self.codes):
            add[code](at)
        return dict(places)

    def buyers(self, places: Sequence[int]) -> dict[int, Buyer]:
        """Return the known customers of some lines by code."""
        used = dict.fromkeys(picked(self.codes, places))
        found = ((code, self.owner[code].buyer) for code in used)
        return {code: buyer for code, buyer in found if buyer is not None}


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


def _first_buyers(
    lines: OrderLines, picks: Sequence[int], owners: _Owners, buyers: Mapping[int, Buyer]
) -> list[Buyer]:
    """Return the prospects among those who buy."""
    prospects = {
        code: buyer for code, buyer in buyers.items() if buyer.category is CustomerCategory.PROSPECT
    }
    if not prospects:
        return []
    sales = (owners.codes[at] for at in picks if _value(lines.kind, at) is OrderKind.SALE)
    return [prospects[code] for code in sales if code in prospects]


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
