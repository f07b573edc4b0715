"""The way to the server's packs: a connection for each question, which is seldom asked."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.packs import PackOffer, PackPlace, PackWish
from cockpit.sync.transport import Link

_Keys = Collection[UUID] | None


class PostgresPacks:
    """Implements ``cockpit.services.ports.packs.PackDesk``."""

    def __init__(self, link: Callable[[], Link]) -> None:
        """Take what makes a link; nothing is connected before it is used."""
        self._link = link

    def offered(self, device_id: UUID) -> PackOffer:
        """Return what there is to take; see the port."""
        said = self._ask("SELECT giro_sync_offered(%s)", device_id)
        places = (
            PackPlace(
                one["city"],
                one["state"],
                None if one["segment_id"] is None else UUID(one["segment_id"]),
                one["segment"],
                one["count"],
            )
            for one in said["places"]
        )
        return PackOffer(said["most"], said["longest"], said["held"], tuple(places))

    def check_out(self, device_id: UUID, wish: PackWish) -> tuple[frozenset[UUID], datetime | None]:
        """Take customers along; see the port."""
        return self._given(
            "SELECT giro_sync_check_out(%s, %s, %s, %s, %s)",
            device_id, wish.city or None, wish.segment_id, wish.many, wish.days,
        )  # fmt: skip

    def check_in(self, device_id: UUID, whom: _Keys) -> frozenset[UUID]:
        """Give some back, or all; see the port."""
        customers, _ = self._given("SELECT giro_sync_check_in(%s, %s)", device_id, _keys(whom))
        return customers

    def extend(
        self, device_id: UUID, whom: _Keys, days: int
    ) -> tuple[frozenset[UUID], datetime | None]:
        """Keep customers for longer; see the port."""
        return self._given("SELECT giro_sync_extend(%s, %s, %s)", device_id, _keys(whom), days)

    def _given(self, statement: str, *values: object) -> tuple[frozenset[UUID], datetime | None]:
        said = self._ask(statement, *values)
        if "refused" in said:
            raise BadInputError(said["refused"], most=said["most"])
        until = said.get("until")
        return (
            frozenset(map(UUID, said["customers"])),
            None if until is None else datetime.fromisoformat(until),
        )

    def _ask(self, statement: str, *values: object) -> Any:
        link = self._link()
        try:
            with link.told():
                row = link.connection().execute(statement, values).fetchone()
        finally:
            link.close()
        assert row is not None  # noqa: S101 - a function answers
        return row[0]


def _keys(whom: _Keys) -> list[UUID] | None:
    return None if whom is None else list(whom)
