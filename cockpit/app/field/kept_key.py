"""Where the keyring has the key of a laptop's file; importing this loads no database code."""

from contextlib import suppress
from pathlib import Path

#: Under what name the keyring knows keys of laptops' files.
SERVICE = "Giro field file"


def name_in_keyring(database: Path) -> str:
    """Return which of them is a file's."""
    return str(database.absolute())


def read_key(stored: str | None) -> bytes | None:
    """Return the key that a keyring's words mean; None where they mean none."""
    with suppress(ValueError):
        return None if stored is None else bytes.fromhex(stored)
    return None


def early_key(database: Path) -> bytes | None:
    """Return the key that the keyring has; None where it has none, is locked or cannot be asked."""
    import keyring  # noqa: PLC0415 - slow to import, and a plain file needs none

    with suppress(Exception):  # whatever it is, the opening of the file says so in a moment
        return read_key(keyring.get_password(SERVICE, name_in_keyring(database)))
    return None
