"""The clock by which leases live: on a server the server's, in a file the program's own.

An operator's computer whose clock is ten minutes off must neither keep something for ever nor lose
it at once.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select


def ahead(connection: Connection, at: datetime) -> timedelta:
    """Return how far the stored clock is ahead of a program's that says ``at``."""
    if connection.dialect.name != "postgresql":
        return timedelta(0)
    present: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return present - at
