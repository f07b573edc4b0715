"""Laptops as their administrator sees them, and what laptops brought and nobody could store."""

from collections.abc import Sequence

from sqlalchemy import Connection, text

from cockpit.data.engine import Engines
from cockpit.data.server.asking import asking
from cockpit.domain.errors import BadInputError
from cockpit.domain.laptops import Decision, Laptop, SetAside

_PREFIX = "server_"
_DEVICES = text("SELECT * FROM public.giro_devices()")
_DECIDE = text("SELECT public.giro_decide_device(:device, :decision)")
_KEY = text("SELECT public.giro_sync_key(:device)")
_QUARANTINE = text("SELECT * FROM public.giro_quarantine()")
_STORE = text("SELECT public.giro_store_fact(:fact)")
_DISCARD = text("SELECT public.giro_discard_fact(:fact, :why)")
#: As many letters of a key name a laptop.
_FEWEST_LETTERS = 4


def laptops(connection: Connection) -> Sequence[Laptop]:
    """Return all laptops, the last one seen first."""
    with asking(connection, prefix=_PREFIX):
        return [Laptop(**row) for row in connection.execute(_DEVICES).mappings()]


def laptop_of(connection: Connection, word: str) -> Laptop:
    """Return the laptop that is meant by its name or the first letters of its key.

    Raises:
        BadInputError: There is none, or more than one.
    """
    known = laptops(connection)
    letters = word.replace("-", "").lower()
    found = [one for one in known if one.name == word] or [
        one for one in known if len(letters) >= _FEWEST_LETTERS and one.id.hex.startswith(letters)
    ]
    if len(found) != 1:
        raise BadInputError("server_device_unclear", device=word, count=len(found))
    return found[0]


def decide(connection: Connection, laptop: Laptop, decision: Decision) -> None:
    """Revoke a laptop, let it in again, or have it read everything anew.

    Raises:
        BadInputError: It is to be let in, and its key is gone.
    """
    with asking(connection, prefix=_PREFIX):
        connection.execute(_DECIDE, {"device": laptop.id, "decision": decision.value})


def key_of(connection: Connection, laptop: Laptop) -> bytes:
    """Return the copy of a laptop's key, 32 bytes; that it was asked for is noted.

    Raises:
        BadInputError: There is no copy.
    """
    with asking(connection, prefix=_PREFIX):
        key = connection.execute(_KEY, {"device": laptop.id}).scalar()
    if key is None:
        raise BadInputError("server_device_no_key", device=laptop.name)
    return bytes(key)


def quarantine(connection: Connection) -> Sequence[SetAside]:
    """Return everything that was ever set aside, in the order of arrival."""
    with asking(connection, prefix=_PREFIX):
        return [SetAside(**row) for row in connection.execute(_QUARANTINE).mappings()]


def set_aside(connection: Connection, number: int) -> SetAside:
    """Return one of them by its number.

    Raises:
        BadInputError: There is none of this number.
    """
    for one in quarantine(connection):
        if one.number == number:
            return one
    raise BadInputError("server_quarantine_unknown", number=number)


def store(connection: Connection, fact: SetAside) -> str:
    """Try to store a fact after all; return why it cannot be, empty where it is there now.

    Raises:
        BadInputError: It was decided about before.
    """
    with asking(connection, prefix=_PREFIX):
        return str(connection.execute(_STORE, {"fact": fact.id}).scalar_one())


def discard(connection: Connection, fact: SetAside, why: str) -> None:
    """Decide that a fact is not to be stored; its row is kept.

    Raises:
        BadInputError: No reason is given, or it was decided about before.
    """
    with asking(connection, prefix=_PREFIX):
        connection.execute(_DISCARD, {"fact": fact.id, "why": why})


class ServerLaptops:
    """The same through a window's own connections; implements ``ports.LaptopKeeper``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def laptops(self) -> Sequence[Laptop]:
        """Return all laptops, the last one seen first."""
        with self._engines.connected() as connection:
            return laptops(connection)

    def decide(self, laptop: Laptop, decision: Decision) -> None:
        """Revoke a laptop, let it in again, or have it read everything anew."""
        with self._engines.connected() as connection:
            decide(connection, laptop, decision)

    def quarantine(self) -> Sequence[SetAside]:
        """Return everything that was ever set aside, in the order of arrival."""
        with self._engines.connected() as connection:
            return quarantine(connection)

    def store(self, fact: SetAside) -> str:
        """Try to store a fact after all; return why it cannot be, empty where it is there now."""
        with self._engines.connected() as connection:
            return store(connection, fact)

    def discard(self, fact: SetAside, why: str) -> None:
        """Decide that a fact is not to be stored; its row is kept."""
        with self._engines.connected() as connection:
            discard(connection, fact, why)
