"""The session of a run, whose code is read only where there is a database to open.

Reading SQLAlchemy and the mapped classes takes longer than scoring a small order file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.domain.errors import BadInputError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from cockpit.app.session import Session


def open_session(options: Options, paths: Paths) -> "AbstractContextManager[Session]":
    """Open the database that the options mean; see ``cockpit.app.wiring``."""
    from cockpit.app import wiring  # noqa: PLC0415 - see above

    return wiring.open_session(options, paths)


@contextmanager
def open_portfolio(options: Options, paths: Paths) -> Iterator["Session"]:
    """Open a database that has customers.

    Raises:
        BadInputError: It has none, so that there is nothing to say of them.
        DatabaseError: It cannot be opened.
    """
    with open_session(options, paths) as session:
        with session.database.read() as unit:
            if unit.metrics.computed_for() is None and not unit.metrics.missing():
                raise BadInputError("no_customers_stored")
        yield session
