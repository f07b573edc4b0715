"""The session of a run, whose code is read only where there is a database to open.

Reading SQLAlchemy and the mapped classes takes longer than scoring a small order file.
"""

from typing import TYPE_CHECKING

from cockpit.app.options import Options
from cockpit.app.paths import Paths

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from cockpit.app.session import Session


def open_session(options: Options, paths: Paths) -> "AbstractContextManager[Session]":
    """Open the database that the options mean; see ``cockpit.app.session``."""
    from cockpit.app import session  # noqa: PLC0415 - see above

    return session.open_session(options, paths)
