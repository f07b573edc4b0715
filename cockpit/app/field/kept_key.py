"""Where the keyring has the key of a laptop's file; importing this loads no database code."""

import os
import sys
from contextlib import closing, suppress
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
    """Return the key that the keyring has; None where it has none, is locked or cannot be asked.

    ``keyring`` and the choosing of its backend take 155 ms, what it asks on a Linux desktop 50.
    Nobody is asked to unlock anything: the opening of the file does that, in a moment.
    """
    name = name_in_keyring(database)
    with suppress(Exception):  # whatever it is, the opening of the file says so
        desktop = _asked_of_desktop(name) if _is_desktops() else None
        return desktop or _asked_of_keyring(name)
    return None


def _is_desktops() -> bool:
    """Return whether passwords are with a Linux desktop, unless somebody chose otherwise."""
    if not sys.platform.startswith("linux") or "PYTHON_KEYRING_BACKEND" in os.environ:
        return False
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return not Path(settings, "python_keyring", "keyringrc.cfg").exists()


def _asked_of_keyring(name: str) -> bytes | None:
    import keyring  # noqa: PLC0415 - slow to import, and a plain file needs none

    return read_key(keyring.get_password(SERVICE, name))


def _asked_of_desktop(name: str) -> bytes | None:
    """Ask as ``keyring`` would; None where no desktop has anything under this name.

    Raises:
        LockedException: It is locked.
    """
    try:
        import secretstorage  # noqa: PLC0415 - see above
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
