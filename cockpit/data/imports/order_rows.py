"""Plain new orders on their way into the table: the columns that both engines write."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar, overload
from uuid import UUID

from cockpit.domain.import_batches import Coded, OrderLines

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewOrders:
    """Lines that become orders.

    Attributes:
        lines: All plain lines of the batch.
        picks: Positions among them, in the order in which the orders are written.
        first_id: The first one's key; each further one's is greater by one.
        import_id: The import that brings them.
        company: Per pick.
        customer: Per pick.
        sellers: Users by position in ``lines.seller.values``, of those that are used.
    """

    lines: OrderLines
    picks: Sequence[int]
    first_id: UUID
    import_id: UUID
    company: Coded[UUID]
    customer: Coded[UUID]
    sellers: dict[int, UUID | None]


class OrderTable(Protocol):
    """The table of orders as one engine takes and gives many of them at once."""

    def digests(self, company_id: UUID, numbers: Sequence[str]) -> Iterable[tuple[int, int | None]]:
        """Look for the documents of these numbers, of any kind.

        Returns:
            Per document found the number's position and the stored digest.
        """
        ...

    def insert(self, new: NewOrders) -> None:
        """Write new orders."""
        ...


@dataclass(frozen=True, slots=True)
class Column:
    """A column to be written.

    Attributes:
        values: Per row, as the engine takes them; None where all rows have ``constant``.
        has_gaps: Whether some of the values stand for NULL.
    """

    name: str
    values: Sequence[Any] | None
    constant: Any = None
    has_gaps: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """How an engine writes values.

    Attributes:
        texts: Writes many texts at once, none of them empty.
        numbers: Writes many integers at once.
        absent: Stands for NULL beside values.
    """

    guid: Callable[[UUID], Any]
    text: Callable[[str], Any]
    day: Callable[[date], Any]
    texts: Callable[[list[str]], Sequence[Any]]
    numbers: Callable[[list[int]], Sequence[Any]]
    absent: Any

    def columns(self, new: NewOrders) -> list[Column]:
        """Return all columns of new orders but the key."""
        lines, picks = new.lines, new.picks
        sellers = [new.sellers.get(at) for at in range(len(lines.seller.values))]
        return [
            self._coded("company_id", new.company, self.guid),
            self._coded("customer_id", new.customer, self.guid),
            Column("number", self.texts(picked(lines.number, picks))),
            self._picked("kind", lines.kind, picks, lambda kind: self.text(kind.value)),
            self._picked("ordered_on", lines.ordered_on, picks, self.day),
            Column("net_cents", self.numbers(picked(lines.net_cents, picks))),
            self._amounts("goods_cents", picked(lines.goods_cents, picks)),
            self._picked("seller_name", lines.seller, picks, self.text),
            self._picked("seller_id", Coded(sellers, lines.seller.index), picks, self.guid),
            self._picked("state_text", lines.state_text, picks, self.text),
            self._picked("promised_on", lines.promised_on, picks, self.day),
            self._picked("delivered_on", lines.delivered_on, picks, self.day),
            Column("import_id", None, self.guid(new.import_id)),
            Column("digest", self.numbers(picked(lines.digest, picks))),
        ]

    def _picked(
        self, name: str, coded: Coded[Any], picks: Sequence[int], write: Callable[[Any], Any]
    ) -> Column:
        return self._coded(name, Coded(coded.values, picked(coded.index, picks)), write)

    def _coded(self, name: str, coded: Coded[Any], write: Callable[[Any], Any]) -> Column:
        """Return a column of which each different value is written once; no text is NULL."""
        used = set(coded.index)
        known = {at: coded.values[at] for at in used}
        has_gaps = not all(known.values())
        written = {at: write(value) if value else self.absent for at, value in known.items()}
        if len(used) == 1:
            return Column(name, None, None if has_gaps else written[used.pop()])
        return Column(name, list(map(written.__getitem__, coded.index)), has_gaps=has_gaps)

    def _amounts(self, name: str, amounts: list[int | None]) -> Column:
        gaps = amounts.count(None)
        if gaps == len(amounts):
            return Column(name, None)
        known = iter(self.numbers([one for one in amounts if one is not None]))
        written = [self.absent if one is None else next(known) for one in amounts]
        return Column(name, written, has_gaps=bool(gaps))


@overload
def picked(values: Sequence[T], picks: Iterable[int]) -> list[T]: ...
@overload
def picked(values: Mapping[int, T], picks: Iterable[int]) -> list[T]: ...
def picked(values: Sequence[T] | Mapping[int, T], picks: Iterable[int]) -> list[T]:
    """Return the values at some positions."""
    return list(map(values.__getitem__, picks))
