"""Whether a database is a laptop's file."""

from sqlalchemy import Connection, select

from models import Replica

_ANY = select(Replica.id).limit(1)


def is_in_the_field(connection: Connection) -> bool:
    """Return whether this is a laptop's file; no server is, and none shows that table."""
    return connection.dialect.name == "sqlite" and connection.execute(_ANY).first() is not None
