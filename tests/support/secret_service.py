"""A desktop's keyring, as GNOME's: it answers on a session bus as the specification says.

Usage: python -m tests.support.secret_service [locked|silent]
"""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from secretstorage.dhcrypto import Session
from secretstorage.util import format_secret

ROOT = Path(__file__).parents[2]
BUS = "DBUS_SESSION_BUS_ADDRESS"
_NAME, _ROOT = "org.freedesktop.secrets", "/org/freedesktop/secrets"

_ATTRIBUTES = "org.freedesktop.Secret.Item.Attributes"
_PATIENCE_SECONDS = 20


@dataclass
class SecretService:
    """What is kept, by the attributes of each item, and who asks.

    Attributes:
        is_locked: Whether the collection is; nobody unlocks it.
    """

    is_locked: bool = False
    items: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)

    def answer(self, message: Message) -> tuple[str, tuple[Any, ...]] | None:
        """Return an answer's signature and body; None where nothing of the kind is known."""
        member = message.header.fields[HeaderFields.member]
        path = message.header.fields[HeaderFields.path]
        known = {
            "Get": self._property,
            "OpenSession": self._open,
            "CreateItem": self._create,
            "SearchItems": self._search,
            "GetSecret": self._secret,
            "Unlock": self._unlock,
            "Delete": self._delete,
        }.get(member)
        return None if known is None else known(path, *message.body)

    def _property(self, _path: str, _interface: str, name: str) -> tuple[str, tuple[Any, ...]]:
        return "v", (("b", self.is_locked) if name == "Locked" else ("s", "Login"),)

    def _open(self, _path: str, algorithm: str, key: tuple[str, bytes]) -> Any:
        if algorithm == "plain":
            return None
        session = Session()
        session.set_server_public_key(int.from_bytes(key[1], "big"))
        session.object_path = f"{_ROOT}/session/{len(self.sessions)}"
        self.sessions.append(session)
        ours = session.my_public_key.to_bytes(128, "big")
        return "vo", (("ay", ours), session.object_path)

    def _create(
        self, _path: str, properties: dict[str, Any], secret: tuple[Any, ...], _is_new: bool
    ) -> Any:
        attributes = properties[_ATTRIBUTES][1]
        session = self._session(secret[0])
        assert session.aes_key is not None
        cipher = Cipher(algorithms.AES(session.aes_key), modes.CBC(bytes(secret[1]))).decryptor()
        padded = cipher.update(bytes(secret[2])) + cipher.finalize()
        self.items = [one for one in self.items if one[0] != attributes]
        self.items.append((attributes, padded[: -padded[-1]]))
        return "oo", (f"{_ROOT}/collection/login/{len(self.items) - 1}", "/")

    def _search(self, _path: str, wanted: dict[str, str]) -> Any:
        found = [
            f"{_ROOT}/collection/login/{number}"
            for number, (attributes, _) in enumerate(self.items)
            if wanted.items() <= attributes.items()
        ]
        return "ao", (found,)

    def _secret(self, path: str, session: str) -> Any:
        secret = self.items[int(path.rsplit("/", 1)[1])][1]
        return "(oayays)", (format_secret(self._session(session), secret, "text/plain"),)

    def _unlock(self, _path: str, objects: list[str]) -> Any:
        return "aoo", (([] if self.is_locked else objects), "/")

    def _delete(self, path: str) -> Any:
        self.items[int(path.rsplit("/", 1)[1])] = ({}, b"")
        return "o", ("/",)

    def _session(self, path: str) -> Session:
        return next(one for one in self.sessions if one.object_path == path)


@contextmanager
def secret_service(*, is_locked: bool = False, is_silent: bool = False) -> Iterator[str]:
    """Start a session bus with a keyring on it.

    Args:
        is_locked: Whether its collection is; nobody unlocks it.
        is_silent: Whether it hangs: it has its name on the bus, and answers nothing.

    Yields:
        The bus's address.
    """
    daemon = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    form = ["locked"] * is_locked + ["silent"] * is_silent
    words = [sys.executable, "-m", "tests.support.secret_service", *form]
    with (
        _running(daemon, dict(os.environ)) as address,
        _running(words, {**os.environ, BUS: address}),
    ):
        yield address


@contextmanager
def _running(words: list[str], environ: dict[str, str]) -> Iterator[str]:
    """Run a program, and yield the first line that it says."""
    with subprocess.Popen(
        words, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            assert process.stdout is not None
            assert select.select([process.stdout], [], [], _PATIENCE_SECONDS)[0]
            yield process.stdout.readline().decode().strip()
        finally:
            process.terminate()


def main(words: list[str]) -> None:
    """Answer until this is ended."""
    service = SecretService(is_locked="locked" in words)
    connection = open_dbus_connection("SESSION")
    connection.send_and_get_reply(message_bus.RequestName(_NAME))
    sys.stdout.write("there\n")
    sys.stdout.flush()
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call or "silent" in words:
            continue
        answer = service.answer(message)
        if answer is None:
            connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
        else:
            connection.send(new_method_return(message, *answer))


if __name__ == "__main__":
    main(sys.argv[1:])
