"""Which server this computer works on, since an invitation was accepted; never a password."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass

from cockpit.app.paths import Paths

_OWN_ALONE = 0o600


@dataclass(frozen=True, slots=True)
class ChosenServer:
    """A server that the program opens where nobody names another database.

    Attributes:
        database: Its address.
        is_insecure: Whether its invitation says that its certificate is not verified.
    """

    database: str
    is_insecure: bool = False


def chosen_server(paths: Paths) -> ChosenServer | None:
    """Return the chosen server; None where there is none, or what says so cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        stored = json.loads(paths.server.read_text(encoding="utf-8"))
        return ChosenServer(str(stored["database"]), stored["is_insecure"] is True)
    return None


def choose_server(paths: Paths, server: ChosenServer) -> None:
    """Let this computer open a server from now on."""
    document = {"database": server.database, "is_insecure": server.is_insecure}
    place = paths.server.with_suffix(".new")
    place.unlink(missing_ok=True)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_ALONE)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(document, file)
    place.replace(paths.server)
