"""Saving a damaged laptop's words, and bringing them to a server, from whichever computer."""

import os
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from cockpit.app.field.choice import field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.field.synchronising import laptop_name
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_choice import chosen_server
from cockpit.app.server_passwords import open_with_password
from cockpit.data.replica.salvage import salvage
from cockpit.data.server_link import ServerLink
from cockpit.data.server_tls import verified
from cockpit.data.server_url import holds_secret
from cockpit.data.url import PostgresqlServer, parse_address
from cockpit.domain.errors import BadInputError, DatabaseError
from cockpit.domain.rescue import Rescued
from cockpit.domain.sync import Answer
from cockpit.sync.delivery import deliver
from cockpit.sync.transport import PostgresTransport

_OWN_ALONE = 0o600
_KEY_BYTES = 32


def rescue(
    source: Path | None, target: Path, paths: Paths, ask_key: Callable[[bool], str | None]
) -> Rescued:
    """Save what was never sent out of a laptop's file into a document that nobody else can read.

    Args:
        source: The file; None is this computer's.
        target: The document; it is not there yet.
        paths: Where this computer's file is.
        ask_key: Asks for the passphrase (True) or the server's copy of the key (False).

    Raises:
        BadInputError: The key is none, there is no such file, or the document is there already.
        DatabaseError: The file cannot be read with this key.
        OSError: The document cannot be written; nothing is left of it.
    """
    path = source or paths.field_database
    if not path.is_file():
        raise BadInputError("field_no_file", file=str(path))
    found = salvage(path, _key(path, ask_key))
    _write_alone(target, found.to_text())
    return found


def bring(source: Path, options: Options, paths: Paths) -> Counter[Answer]:
    """Bring a document to the server, as its user; what is there already stays as it is.

    Raises:
        BadInputError: It is no such document, or no server is named.
        DatabaseError: The server is away, or does not take the login.
    """
    try:
        found = Rescued.from_text(source.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadInputError("field_no_document", file=str(source)) from None
    except (OSError, UnicodeError):
        raise BadInputError("field_no_rescue") from None
    server = _server(options, paths, found)

    def brought(address: PostgresqlServer) -> Counter[Answer]:
        with closing(PostgresTransport(ServerLink(address))) as transport:
            return deliver(found, transport, laptop_name())

    return open_with_password(server, options, brought, is_kept=True)


def _write_alone(target: Path, text: str) -> None:
    """Write a new file that nobody else can read, whole or not at all."""
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_ALONE)
    except FileExistsError:
        raise BadInputError("field_rescue_there", file=str(target)) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _key(path: Path, ask_key: Callable[[bool], str | None]) -> bytes:
    """Return the file's key: the keyring's, else under a passphrase, else the server's copy."""
    keeper = KeyKeeper(path)
    if keeper.asks_passphrase:
        typed = ask_key(True)
        if typed:
            return keeper.unwrap(typed).key
    else:
        try:
            kept = keeper.kept()
        except DatabaseError:
            kept = None  # the keyring is closed: the server's copy does as well
        if kept is not None:
            return kept
    try:
        key = bytes.fromhex(ask_key(False) or "")
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise BadInputError("field_no_key")
    return key


def _server(options: Options, paths: Paths, found: Rescued) -> PostgresqlServer:
    """Return where it goes: to the named server, else to this computer's, else back home."""
    choice, accepted = field_choice(paths), chosen_server(paths)
    insecure = options.is_insecure
    if options.database is not None:
        text = options.database
    elif choice is not None:
        text, insecure = choice.server, insecure or choice.is_insecure
    elif accepted is not None:
        text, insecure = accepted.database, insecure or accepted.is_insecure
    else:
        text = found.server
    address = parse_address(text)
    if not isinstance(address, PostgresqlServer):
        raise BadInputError("field_server_needed")
    if holds_secret(address.url):
        raise BadInputError("password_in_address")
    return PostgresqlServer(verified(address.url, is_insecure=insecure))
