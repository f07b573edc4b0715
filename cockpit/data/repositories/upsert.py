"""``INSERT … ON CONFLICT``, which both engines have and spell alike."""

from typing import TypeAlias

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from models import Base

Upsert: TypeAlias = postgresql.Insert | sqlite.Insert


def upsert(connection: Connection, entity: type[Base]) -> Upsert:
    """Return an insert that can be told what to do on a conflict."""
    return upsert_of(entity, is_server=connection.dialect.name == "postgresql")


def upsert_of(entity: type[Base], *, is_server: bool) -> Upsert:
    """Return the same for a statement that is built once for either engine."""
    return postgresql.insert(entity) if is_server else sqlite.insert(entity)
