"""A keyring in a file, in the place of the system's."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from typing_extensions import override

#: Names the file.
VARIABLE = "GIRO_TEST_KEYRING"


class FileKeyring(KeyringBackend):
    """Keeps passwords as plain text."""

    # Nobody's choice but the tests': a positive one would stand for the system's in all later ones.
    priority = -1  # type: ignore[assignment]

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self._stored().get(f"{service} {username}")

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._write({**self._stored(), f"{service} {username}": password})

    @override
    def delete_password(self, service: str, username: str) -> None:
        stored = self._stored()
        del stored[f"{service} {username}"]
        self._write(stored)

    def _stored(self) -> dict[str, str]:
        try:
            stored: dict[str, str] = json.loads(self._path().read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return stored

    def _write(self, stored: dict[str, str]) -> None:
        self._path().write_text(json.dumps(stored), encoding="utf-8")

    def _path(self) -> Path:
        return Path(os.environ[VARIABLE])
