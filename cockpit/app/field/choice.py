"""Whether this computer works on a laptop's file of its own, and with which server; no secret."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass

from cockpit.app.paths import Paths

_OWN_ALONE = 0o600


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """What was set up.

    Attributes:
        server: The server's address, without a password.
        device: The laptop's key, as text: the server's copy of the file's key goes by it.
        is_insecure: Whether the server's certificate is not verified.
        lives_days: After so many days without contact the key is forgotten; 0 as the server says.
    """

    server: str
    device: str
    is_insecure: bool = False
    lives_days: int = 0


def field_choice(paths: Paths) -> FieldChoice | None:
    """Return what was set up; None where nothing was, or what says so cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        stored = json.loads(paths.field.read_text(encoding="utf-8"))
        return FieldChoice(
            str(stored["server"]),
            str(stored["device"]),
            stored["is_insecure"] is True,
            int(stored["lives_days"]),
        )
    return None


def choose_field(paths: Paths, choice: FieldChoice) -> None:
    """Let this program open the laptop's file from now on."""
    place = paths.field.with_suffix(".new")
    place.unlink(missing_ok=True)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_ALONE)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(choice), file)
    place.replace(paths.field)


def unchoose_field(paths: Paths) -> None:
    """Let this program open what it opened before."""
    paths.field.unlink(missing_ok=True)
