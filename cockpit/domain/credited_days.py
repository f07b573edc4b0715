"""Credited days as rows of one width, which become objects only where somebody looks at them.

A year's credits are tens of thousands, and most figures of them are sums over columns.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from struct import Struct
from typing import overload
from uuid import UUID

from cockpit.domain.fact_columns import CHANNELS, Packed, PackedField
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import CreditedDay

#: Contact, customer, operator, campaign; channel; days of contact, return and order; cents, goods.
_ROW = Struct(">16s16s16s16sBiiiqq")
_OPERATOR, _ORDERED, _KEY, _DAY = 32, 73, 16, 4
_FIRST_LETTER = ord("A")
_NO_KEY = bytes(_KEY)
#: What days are counted from, as in every packed row.
_EPOCH = date(2000, 1, 1).toordinal()
_FIELDS = {
    "contact": PackedField(0, "key"),
    "customer": PackedField(16, "key"),
    "operator": PackedField(_OPERATOR, "key"),
    "campaign": PackedField(48, "key"),
    "channel": PackedField(64, "letter"),
    "contacted": PackedField(65, "days"),
    "returned": PackedField(69, "days"),
    "ordered": PackedField(_ORDERED, "days"),
    "cents": PackedField(77, "number"),
    "goods_cents": PackedField(85, "number"),
}


@dataclass(frozen=True, slots=True, eq=False)
class CreditedDays(Sequence[CreditedDay]):
    """Days that are credited, no differences of them, ascending by the day of the orders.

    Attributes:
        data: ``packed``'s rows.
    """

    data: bytes = b""

    @classmethod
    def of(cls, days: Iterable[CreditedDay]) -> "CreditedDays":
        """Return credited days as rows, in the order of their days."""
        found = sorted(days, key=lambda one: one.ordered_on)
        return cls(b"".join(map(_row, found)))

    @classmethod
    def joined(cls, parts: Iterable["CreditedDays"]) -> "CreditedDays":
        """Return parts as one, each of which ends before the next one begins."""
        return cls(b"".join(one.data for one in parts))

    @property
    def packed(self) -> Packed:
        """Return the rows; columns as ``_FIELDS`` says."""
        return Packed(self.data, len(self), _ROW.size, _FIELDS)

    def within(self, period: Period) -> "CreditedDays":
        """Return those whose orders are of a period."""
        rows = range(len(self))
        first, last = period.first.toordinal() - _EPOCH, period.last.toordinal() - _EPOCH
        start = bisect_left(rows, first, key=self._ordered)
        end = bisect_right(rows, last, key=self._ordered)
        return CreditedDays(self.data[start * _ROW.size : end * _ROW.size])

    def of_people(self, people: Collection[UUID]) -> "CreditedDays":
        """Return those whose contact somebody of these made."""
        keys, size, data = {one.bytes for one in people}, _ROW.size, self.data
        starts = range(_OPERATOR, len(data), size)
        kept = [at - _OPERATOR for at in starts if data[at : at + _KEY] in keys]
        return CreditedDays(b"".join(data[at : at + size] for at in kept))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.data) // _ROW.size

    @overload
    def __getitem__(self, place: int) -> CreditedDay: ...

    @overload
    def __getitem__(self, place: slice) -> "CreditedDays": ...

    def __getitem__(self, place: int | slice) -> "CreditedDay | CreditedDays":
        """Return one, or the rows of some that follow each other or not."""
        size, rows = _ROW.size, range(len(self))[place]
        if isinstance(rows, int):
            return next(iter(CreditedDays(self.data[rows * size : (rows + 1) * size])))
        return CreditedDays(b"".join(self.data[at * size : (at + 1) * size] for at in rows))

    def __iter__(self) -> Iterator[CreditedDay]:
        """Yield them; keys and days that come again are the same objects."""
        keys: dict[bytes, UUID] = {}
        days: dict[int, date] = {}

        def key(data: bytes) -> UUID:
            return keys.get(data) or keys.setdefault(data, UUID(bytes=data))

        def day(number: int) -> date:
            return days.get(number) or days.setdefault(number, date.fromordinal(number + _EPOCH))

        for row in _ROW.iter_unpack(self.data):
            contact, customer, user, campaign, channel, contacted, returned, ordered, *money = row
            yield CreditedDay(
                key(contact),
                key(customer),
                key(user),
                CHANNELS[channel - _FIRST_LETTER],
                None if campaign == _NO_KEY else key(campaign),
                day(contacted),
                day(returned),
                day(ordered),
                int(ordered == returned),
                1,
                *money,
            )

    def _ordered(self, row: int) -> int:
        at = row * _ROW.size + _ORDERED
        return int.from_bytes(self.data[at : at + _DAY], "big", signed=True)


def _row(one: CreditedDay) -> bytes:
    return _ROW.pack(
        one.contact_id.bytes,
        one.customer_id.bytes,
        one.user_id.bytes,
        _NO_KEY if one.campaign_id is None else one.campaign_id.bytes,
        _FIRST_LETTER + CHANNELS.index(one.channel),
        *(day.toordinal() - _EPOCH for day in (one.contacted_on, one.returned_on, one.ordered_on)),
        one.cents,
        one.goods_cents,
    )
