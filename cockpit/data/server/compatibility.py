"""Which programs may work on which server: one version's difference is allowed for.

A server's migration only adds while the version before it is allowed; what is dropped is dropped
one version later. So a program that is a version behind goes on while others are brought up to
date, and a program that is ahead waits until the server is.
"""

from sqlalchemy import Connection, text

from cockpit.data.revisions import own_revisions, stored_revision
from cockpit.domain.errors import DatabaseError

#: The oldest head with which a program may still write into a database of this one's.
OLDEST_PROGRAM = "0018"
_IS_PREPARED = text("SELECT to_regprocedure('public.giro_oldest_program()') IS NOT NULL")
_OLDEST = text("SELECT public.giro_oldest_program()")


def is_prepared(connection: Connection) -> bool:
    """Return whether ``server init`` was here."""
    return bool(connection.execute(_IS_PREPARED).scalar())


def check_compatible(connection: Connection) -> None:
    """Refuse a server that is behind this program, or too far ahead.

    Raises:
        DatabaseError: One of both has to be brought up to date; the sentence says which.
    """
    own, stored = own_revisions(), stored_revision(connection)
    if stored == own.head:
        return
    if stored is None or stored in own.known:
        raise DatabaseError("server_older")
    if own.head < str(connection.execute(_OLDEST).scalar_one()):
        raise DatabaseError("database_newer")
