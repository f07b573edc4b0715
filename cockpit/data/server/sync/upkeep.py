"""The keeper's part in what laptops carry: loans end, and old deletions are forgotten."""

from dataclasses import dataclass

from sqlalchemy import text

from cockpit.data.engine import Engines

_UPKEEP = text("SELECT ended, forgotten FROM public.giro_sync_upkeep()")


@dataclass(frozen=True, slots=True)
class Tidied:
    """What the upkeep did.

    Attributes:
        ended: How many loans and packs ended.
        forgotten: How many deletions were forgotten.
    """

    ended: int
    forgotten: int


def tidy(engines: Engines) -> Tidied:
    """End what is over and forget what is old.

    Args:
        engines: A server's database, opened by a manager or administrator.

    Raises:
        DatabaseError: The server refuses, or is away.
    """
    with engines.writing() as connection:
        return Tidied(*connection.execute(_UPKEEP).one())
