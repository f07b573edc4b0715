"""The administrator's connection: one, with no limit of time, under the login of the address."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Connection

from cockpit.app.addresses import address_of
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_passwords import open_with_password
from cockpit.data.engine import connect_to
from cockpit.data.errors import told_plainly
from cockpit.data.server.compatibility import is_prepared
from cockpit.data.server.creation import create_database
from cockpit.data.server.prepare import check_server
from cockpit.data.url import PostgresqlServer
from cockpit.domain.errors import BadInputError, DatabaseError


def server_of(options: Options, paths: Paths) -> PostgresqlServer:
    """Return the server that is meant.

    Raises:
        BadInputError: A file is meant.
    """
    address = address_of(options, paths)
    if not isinstance(address, PostgresqlServer):
        raise BadInputError("server_no_server")
    return address


@contextmanager
def administration(
    options: Options, paths: Paths, *, created: Callable[[], None] | None = None
) -> Iterator[Connection]:
    """Open a connection on which no transaction is open.

    Args:
        options: Which server.
        paths: Where the user's files are.
        created: Told that a database that was not there has been made; without it none is made, and
            none is taken that nobody prepared.

    Raises:
        DatabaseError: It cannot be opened, or nobody prepared it.
    """
    address = server_of(options, paths)
    tried: list[PostgresqlServer] = []

    def entered(with_password: PostgresqlServer) -> PostgresqlServer:
        tried.append(with_password)
        with _connected(with_password):
            return with_password

    try:
        opened = open_with_password(address, options, entered)
    except DatabaseError as error:
        if created is None or error.message.key != "error.server_unknown_database":
            raise
        # The password was right: the server says whether a database is there to whom it knows.
        known = replace(options, password=tried[-1].password)
        elsewhere = PostgresqlServer(address.url.set(database="postgres"))
        with _connected(open_with_password(elsewhere, known, entered)) as connection:
            with connection.begin():
                check_server(connection)
            create_database(connection, str(address.url.database))
        created()
        opened = open_with_password(address, known, entered)
    with _connected(opened) as connection:
        if created is None:
            with connection.begin():
                if not is_prepared(connection):
                    raise DatabaseError("server_not_prepared")
        yield connection


@contextmanager
def _connected(address: PostgresqlServer) -> Iterator[Connection]:
    engines = connect_to(address)
    try:
        with told_plainly(), engines.writer.connect() as connection:
            yield connection
    finally:
        engines.close()
