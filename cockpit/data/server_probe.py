"""Asks a server whether it is there, and of which version its database is."""

from dataclasses import replace
from time import monotonic

from sqlalchemy import Connection, text

from cockpit.data.engine import Engines
from cockpit.data.revisions import own_revisions
from cockpit.data.server.compatibility import check_compatible, is_prepared
from cockpit.domain.errors import DatabaseError, ServerAwayError, ServerOtherVersionError
from cockpit.domain.weather import state_after

#: An unprepared server, as tests have one, knows nobody's role.
_LOOKS = {
    False: text("SELECT pg_is_in_recovery(), (SELECT version_num FROM alembic_version), ''"),
    True: text(
        "SELECT pg_is_in_recovery(), (SELECT version_num FROM alembic_version),"
        " concat(giro_role(), ' ', (SELECT string_agg(one::text, ' ' ORDER BY one)"
        " FROM unnest(giro_my_people()) AS one))"
    ),
}


class SqlServerProbe:
    """Implements ``cockpit.services.ports.ServerProbe``; goes past the gate of the others.

    Attributes:
        standing: As the port's; empty before the first answer.
    """

    def __init__(self, engines: Engines) -> None:
        """Take an open database of a server."""
        self._engines = replace(engines, gate=None)
        self._is_prepared: bool | None = None
        self.standing = ""

    def look(self) -> float:
        """Return how many seconds an answer took.

        Where none comes, whoever waits for one meanwhile waits for nobody, and is woken.
        """
        began = monotonic()
        try:
            with self._engines.reading() as connection:
                if self._is_prepared is None:
                    self._is_prepared = is_prepared(connection)
                asked = monotonic()
                found = connection.execute(_LOOKS[self._is_prepared]).one()
                is_standby, revision, self.standing = found
                answered = monotonic()
                if revision != own_revisions().head:
                    _check_version(connection)
        except ServerAwayError:
            if self._engines.watchdog is not None:
                self._engines.watchdog.cut(after=monotonic() - began)
            raise
        if is_standby:
            raise ServerAwayError("server_read_only")
        return answered - asked


def _check_version(connection: Connection) -> None:
    try:
        check_compatible(connection)
    except DatabaseError as error:
        if state_after(error) is not None:
            raise
        key = error.message.key.removeprefix("error.")
        raise ServerOtherVersionError(key, **error.message.as_dict()) from None
