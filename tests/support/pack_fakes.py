"""Packs without a server: what is taken is with the user, until it is given back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cockpit.domain.errors import ServerAwayError
from cockpit.domain.packs import PackDone, PackedCustomer, PackOffer, PackPlace, PackWish
from tests.support.list_data import customer_id

#: The end of the Friday after the window tests' day.
UNTIL = datetime(2022, 3, 26, 2, 59, tzinfo=UTC)
BARS, SHOPS = UUID(int=0x51), UUID(int=0x52)
PLACES = (
    PackPlace("Santarém", "PA", BARS, "Bares", 12),
    PackPlace("Santarém", "PA", SHOPS, "Lojas", 20),
    PackPlace("Itu", "SP", BARS, "Bares", 3),
    PackPlace("", "", None, "", 2),
)


def make_packed(number: int, **changes: object) -> PackedCustomer:
    """Return somebody who is along."""
    made = PackedCustomer(customer_id(number), f"Mercearia {number}", "Itu", "SP", UNTIL)
    return replace(made, **changes)  # type: ignore[arg-type]


@dataclass
class FakePackService:
    """Keeps what is asked; away, it refuses what needs the server."""

    along: list[PackedCustomer] = field(default_factory=list)
    offer: PackOffer = field(default_factory=lambda: PackOffer(50, 7, 0, PLACES))
    is_away: bool = False
    wishes: list[PackWish] = field(default_factory=list)
    returned: list[Collection[UUID] | None] = field(default_factory=list)
    extended: list[int] = field(default_factory=list)

    def packed(self) -> Sequence[PackedCustomer]:
        return tuple(self.along)

    def offered(self) -> PackOffer:
        self._reach()
        return replace(self.offer, held=len(self.along))

    def take(self, wish: PackWish) -> PackDone:
        self._reach()
        self.wishes.append(wish)
        first = len(self.along) + 1
        self.along += [make_packed(first + number) for number in range(wish.many)]
        return PackDone(wish.many, UNTIL)

    def give_back(self, whom: Collection[UUID] | None = None) -> PackDone:
        self._reach()
        self.returned.append(whom)
        left = [] if whom is None else [one for one in self.along if one.customer_id not in whom]
        count, self.along = len(self.along) - len(left), left
        return PackDone(count)

    def extend(self, days: int, whom: Collection[UUID] | None = None) -> PackDone:
        self._reach()
        self.extended.append(days)
        return PackDone(1, UNTIL + timedelta(days=days))

    def _reach(self) -> None:
        if self.is_away:
            raise ServerAwayError("server_missing")
