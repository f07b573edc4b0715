"""Where the key of a laptop's file is kept: the system's keyring, else under a passphrase."""

import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cockpit.app.field.kept_key import SERVICE, name_in_keyring, read_key
from cockpit.app.paths import page_beside
from cockpit.app.system_keyring import SilentKeyringError, system_keyring
from cockpit.data.key_file import KeyFile
from cockpit.domain.errors import DatabaseError

_BYTES = 32


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """What lies under a passphrase.

    Attributes:
        key: The data key, 32 bytes.
        password: Of the login on the server, which has no keyring either; None where libpq knows.
    """

    key: bytes = field(repr=False)
    password: str | None = field(default=None, repr=False)


def new_key() -> bytes:
    """Return a random data key of 32 bytes."""
    return secrets.token_bytes(_BYTES)


class KeyKeeper:
    """Keeps the key of one file; every call asks the keyring or the disk."""

    def __init__(self, database: Path) -> None:
        """Name the database; the keyring knows its key by the path."""
        self._name = name_in_keyring(database)
        self._page = page_beside(database)
        self._file = KeyFile(database.with_suffix(".key"))

    @property
    def asks_passphrase(self) -> bool:
        """Return whether the key lies under a passphrase."""
        return self._file.exists

    def kept(self) -> bytes | None:
        """Return the key that the keyring has; None where it has none.

        Raises:
            DatabaseError: The keyring is locked, does not answer, or cannot be asked from here.
        """
        from keyring.errors import NoKeyringError  # noqa: PLC0415 - slow, and a plain file has none

        try:
            stored = system_keyring().get_password(SERVICE, self._name)
        except NoKeyringError:
            return None
        except SilentKeyringError as error:
            raise DatabaseError("field_keyring_silent") from error
        except Exception as error:  # each system has its own, not all of them ``keyring``'s
            raise DatabaseError("field_keyring_closed") from error
        return read_key(stored)

    def keep(self, key: bytes) -> bool:
        """Store the key with the keyring, and return whether that keeps it."""
        with suppress(Exception):  # whatever is the matter with it, it keeps nothing
            keyring = system_keyring()
            keyring.set_password(SERVICE, self._name, key.hex())
            if keyring.get_password(SERVICE, self._name) == key.hex():
                self._file.wipe()
                return True
        return False

    def can_keep(self) -> bool:
        """Return whether the keyring would keep a key; it is asked to keep something else."""
        with suppress(Exception):  # see above
            keyring = system_keyring()
            name, word = f"{self._name} ?", secrets.token_hex(4)
            keyring.set_password(SERVICE, name, word)
            is_kept: bool = keyring.get_password(SERVICE, name) == word
            keyring.delete_password(SERVICE, name)
            return is_kept
        return False

    def wrap(self, key: bytes, passphrase: str, password: str | None = None) -> None:
        """Store the key under a passphrase, and nowhere else; the server's password with it.

        Raises:
            DatabaseError: The folder takes no file.
        """
        self._file.wrap(key + (password or "").encode(), passphrase)
        self._forget_kept()

    def unwrap(self, passphrase: str) -> Unwrapped:
        """Return what lies under a passphrase; working it out is slow on purpose (argon2id).

        Raises:
            ForbiddenError: It is another passphrase.
        """
        secret = self._file.unwrap(passphrase)
        return Unwrapped(secret[:_BYTES], secret[_BYTES:].decode() or None)

    def forget(self) -> None:
        """Wipe the key from this computer; the file stays, unreadable."""
        self._forget_kept()
        self._file.wipe()
        with suppress(OSError):  # unreadable all the same
            self._page.unlink(missing_ok=True)

    def _forget_kept(self) -> None:
        with suppress(Exception):  # see above
            system_keyring().delete_password(SERVICE, self._name)
