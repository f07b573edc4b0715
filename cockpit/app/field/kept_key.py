"""Where the keyring has the key of a laptop's file; importing this loads no database code."""

from contextlib import closing, suppress
from pathlib import Path

from cockpit.app.system_keyring import answered_within, is_desktops, system_keyring

#: Under what name the keyring knows keys of laptops' files.
SERVICE = "Giro field file"
#: The first page of a start is worth no longer wait.
_EARLY_SECONDS = 2.0


def name_in_keyring(database: Path) -> str:
    """Return which of them is a file's."""
    return str(database.absolute())


def read_key(stored: str | None) -> bytes | None:
    """Return the key that a keyring's words mean; None where they mean none."""
    with suppress(ValueError):
        return None if stored is None else bytes.fromhex(stored)
    return None


def early_key(database: Path) -> bytes | None:
    """Return the key that the keyring has; None where it has none, is locked or cannot be asked.

    ``keyring`` and the choosing of its backend take 155 ms, what it asks on a Linux desktop 50.
    Nobody is asked to unlock anything: the opening of the file does that, in a moment.
    """
    name = name_in_keyring(database)
    with suppress(Exception):  # whatever it is, the opening of the file says so
        desktop = None
        if is_desktops():
            desktop = answered_within(_EARLY_SECONDS, lambda: _asked_of_desktop(name))
        return desktop or read_key(system_keyring().get_password(SERVICE, name))
    return None


def _asked_of_desktop(name: str) -> bytes | None:
    """Ask as ``keyring`` would; None where no desktop has anything under this name.

    Raises:
        LockedException: It is locked.
    """
    try:
        import secretstorage  # noqa: PLC0415 - slow to import, and a plain file needs none
    except ImportError:
        return None
    try:
        with closing(secretstorage.dbus_init()) as connection:
            collection = secretstorage.Collection(connection)
            collection.ensure_not_locked()
            for item in collection.search_items({"service": SERVICE, "username": name}):
                return read_key(item.get_secret().decode())
    except secretstorage.LockedException:
        raise
    except (OSError, secretstorage.SecretStorageException):
        return None
    return None
