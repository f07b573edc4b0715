"""``INSERT … ON CONFLICT``, which both engines have and spell alike."""

from typing import TypeAlias

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from models import Base

Upsert: TypeAlias = postgresql.Insert | sqlite.Insert


def upsert(connection: Connection, entity: type[Base]) -> Upsert:
    """Return an insert that can be told what to do on a conflict."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(entity)
    return sqlite.insert(entity)
