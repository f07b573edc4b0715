"""A laptop's secrets under a passphrase, where the system has no keyring to keep them.

The file is a tiny encrypted database: its raw key is what argon2id makes of the passphrase, and it
holds what is kept. Beside it lies the salt, which is no secret.
"""

import os
import secrets
import unicodedata
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from cockpit.data.cipher import QUIET_CIPHER
from cockpit.domain.errors import DatabaseError, ForbiddenError

_SALT_BYTES = 16
_KEY_BYTES = 32
_MEMORY_KIB, _ROUNDS, _LANES = 64 * 1024, 3, 4
_OWN_ALONE = 0o600


class KeyFile:
    """Wraps and unwraps one secret; not for several threads."""

    def __init__(self, path: Path) -> None:
        """Name the file; the salt lies beside it."""
        self._path, self._salt = path, path.with_suffix(".salt")

    @property
    def exists(self) -> bool:
        """Return whether something is wrapped there."""
        return self._path.is_file() and self._salt.is_file()

    def wrap(self, secret: bytes, passphrase: str) -> None:
        """Store a secret; one that was there goes.

        Raises:
            DatabaseError: The folder takes no file.
        """
        self.wipe()
        salt = secrets.token_bytes(_SALT_BYTES)
        try:
            _write(self._salt, salt)
            _write(self._path, b"")
            with closing(self._opened(passphrase)) as connection:
                connection.execute("CREATE TABLE kept (secret BLOB NOT NULL)")
                connection.execute("INSERT INTO kept VALUES (?)", (secret,))
        except (OSError, dbapi2.Error):
            self.wipe()
            raise DatabaseError("field_key_not_kept") from None

    def unwrap(self, passphrase: str) -> bytes:
        """Return the secret.

        Raises:
            ForbiddenError: The passphrase is another one, or the file is damaged: they look alike.
        """
        try:
            with closing(self._opened(passphrase)) as connection:
                (secret,) = connection.execute("SELECT secret FROM kept").fetchone()
        except (OSError, TypeError, dbapi2.Error):
            raise ForbiddenError("field_wrong_passphrase") from None
        return bytes(secret)

    def wipe(self) -> None:
        """Overwrite and remove it; what is not there is gone already."""
        for place in (self._path, self._salt):
            with suppress(FileNotFoundError):
                size = place.stat().st_size
                with place.open("r+b") as file:
                    file.write(secrets.token_bytes(size))
                    file.flush()
                    os.fsync(file.fileno())
                place.unlink()

    def _opened(self, passphrase: str) -> Any:
        from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - no other start needs it

        key = hash_secret_raw(
            _letters(passphrase), self._salt.read_bytes(), time_cost=_ROUNDS,
            memory_cost=_MEMORY_KIB, parallelism=_LANES, hash_len=_KEY_BYTES, type=Type.ID,
        )  # fmt: skip
        connection = dbapi2.connect(str(self._path), isolation_level=None)
        try:
            connection.execute(QUIET_CIPHER)
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def _letters(passphrase: str) -> bytes:
    """Return the same for the same letters, however a keyboard puts an accent on them."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_ALONE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
