"""Lets a window that works on a file accept an invitation."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess

import cockpit
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.runtime.joining import Joining

_MAIN = Path(cockpit.__file__).parent.parent / "main.py"


def joining_of(options: Options) -> Joining | None:
    """Return how an invitation is accepted; None where a database was chosen by name."""
    if options.database is not None or options.is_demo or options.as_of is not None:
        return None
    if options.is_field:
        return None
    # Its code is short; what it imports is the server's.
    from cockpit.app.invitations import LEAST_LENGTH  # noqa: PLC0415 - see above

    return Joining(partial(_accept, Paths.of_user()), restart, LEAST_LENGTH)


def _accept(paths: Paths, line: str, own_password: str | None) -> str:
    from cockpit.app.accepting import accept_invitation  # noqa: PLC0415 - the server's driver
    from cockpit.app.invitations import Invitation  # noqa: PLC0415 - see above

    accepted = accept_invitation(Invitation.from_line(line), paths, own_password=own_password)
    return str(accepted.server)


def restart() -> None:
    """Start the program anew, and end this one."""
    QProcess.startDetached(sys.executable, [str(_MAIN)])
    QCoreApplication.quit()
