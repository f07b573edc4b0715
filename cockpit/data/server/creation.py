"""Making a database where a server has none of that name."""

from psycopg import sql
from sqlalchemy import Connection


def create_database(connection: Connection, name: str) -> None:
    """Make an empty database in UTF-8, owned by the login of the connection."""
    template = "CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0"
    plain = connection.execution_options(isolation_level="AUTOCOMMIT")
    driver = plain.connection.driver_connection
    if driver is None:  # pragma: no cover - it is connected
        raise AssertionError
    driver.execute(sql.SQL(template).format(sql.Identifier(name)))
