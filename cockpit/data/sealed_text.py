"""One text in a small encrypted file of its own; reading it loads no other database code.

The cipher is the one of the databases: it is there on every system and takes 10 ms to load, where
``cryptography``'s takes 20 and comes with Linux's keyring alone.
"""

import os
from contextlib import closing, suppress
from hashlib import sha256
from hmac import digest
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from cockpit.data.cipher import QUIET_CIPHER

_OWN_ALONE = 0o600
_NEVER_ALONE = (
    "PRAGMA journal_mode = OFF",  # the file is new, and replaces the former one whole
    "PRAGMA synchronous = OFF",  # what a power cut damages is no text, and nothing is lost
)


class SealedText:
    """Reads and writes one file; what was changed, damaged or is another key's is no text."""

    def __init__(self, path: Path, secret: bytes, purpose: str) -> None:
        """Name the file and its key.

        Args:
            path: Where.
            secret: What the key is derived from, 32 bytes.
            purpose: What the text is for; each purpose has a key of its own.
        """
        self._path = path
        self._key = digest(secret, purpose.encode(), sha256)

    def write(self, text: str) -> None:
        """Put a text in the place of the former one; only the user may read the file.

        Raises:
            OSError: It cannot be written.
        """
        new = self._path.with_name(f"{self._path.name}.new")
        new.unlink(missing_ok=True)
        os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_ALONE))
        try:
            with closing(self._opened(new)) as connection:
                for pragma in _NEVER_ALONE:
                    connection.execute(pragma)
                connection.execute("CREATE TABLE sealed (text TEXT NOT NULL)")
                connection.execute("INSERT INTO sealed VALUES (?)", (text,))
            new.replace(self._path)
        except dbapi2.Error as error:
            raise OSError("the encrypted text could not be written") from error
        finally:
            new.unlink(missing_ok=True)

    def read(self) -> str | None:
        """Return the text; None where there is none."""
        if not self._path.is_file():
            return None
        with suppress(dbapi2.Error, TypeError), closing(self._opened(self._path)) as connection:
            (text,) = connection.execute("SELECT text FROM sealed").fetchone()
            return str(text)
        return None

    def _opened(self, path: Path) -> Any:
        connection = dbapi2.connect(str(path), isolation_level=None)
        try:
            connection.execute(QUIET_CIPHER)
            connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        except BaseException:
            connection.close()
            raise
        return connection
