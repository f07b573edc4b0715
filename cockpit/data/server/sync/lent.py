"""Packs as those see them who answer for the sellers."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Connection, text

from cockpit.data.engine import Engines
from cockpit.data.server.asking import asking
from cockpit.domain.errors import BadInputError
from cockpit.domain.packs import LentCustomer

_LENT = text("SELECT * FROM public.giro_packs_lent()")
_BRING_BACK = text("SELECT public.giro_bring_back(:seller, CAST(:whom AS uuid[]))")


def lent(connection: Connection) -> Sequence[LentCustomer]:
    """Return who is in a pack now, by seller and by the day on which they come back."""
    with asking(connection, prefix="server_"):
        return [LentCustomer(**row) for row in connection.execute(_LENT).mappings()]


def bring_back(
    connection: Connection, seller: UUID, whom: Collection[UUID] | None
) -> frozenset[UUID]:
    """End some of a seller's pack, or all of it; return whose was ended.

    Raises:
        BadInputError: The login does not answer for this seller.
    """
    chosen = None if whom is None else list(whom)
    with asking(connection, prefix="server_"):
        ended = connection.execute(_BRING_BACK, {"seller": seller, "whom": chosen}).scalar_one()
    return frozenset(ended)


def seller_of(connection: Connection, word: str) -> LentCustomer:
    """Return one of the pack of the seller who is meant by login or name.

    Raises:
        BadInputError: Nobody of this name has customers along, or more than one has.
    """
    out = {one.user_id: one for one in lent(connection)}.values()
    meant = word.casefold()
    found = [one for one in out if one.login.casefold() == meant] or [
        one for one in out if one.seller.casefold() == meant
    ]
    if len(found) != 1:
        raise BadInputError("server_pack_unclear", seller=word, count=len(found))
    return found[0]


class ServerPacks:
    """The same through a window's own connections; implements ``ports.PackKeeper``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def lent(self) -> Sequence[LentCustomer]:
        """Return who is in a pack now, by seller and by the day on which they come back."""
        with self._engines.connected() as connection:
            return lent(connection)

    def bring_back(self, seller: UUID, whom: Collection[UUID] | None) -> frozenset[UUID]:
        """End some of a seller's pack, or all of it; return whose was ended."""
        with self._engines.connected() as connection:
            return bring_back(connection, seller, whom)
