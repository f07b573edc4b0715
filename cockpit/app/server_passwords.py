"""The password of a login on a server: from the system's keyring, else asked for.

It is in no file, address, log or crash report of ours. ``~/.pgpass`` and ``PGPASSWORD`` are
libpq's own, and hold where no keyring knows better.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from getpass import getpass
from typing import TypeVar

import resources
from cockpit.app.display import missing_display_requirements
from cockpit.app.options import Options
from cockpit.app.system_keyring import system_keyring
from cockpit.data.url import PostgresqlServer
from cockpit.domain.errors import DatabaseError

_SERVICE = "Giro"
_TRIES = 3
_REFUSED = frozenset({"error.server_password"})
_Opened = TypeVar("_Opened")
#: Asks for a password; takes whether the last one was refused, returns None where nobody answers.
_Question = Callable[[bool], str | None]


def open_with_password(
    address: PostgresqlServer,
    options: Options,
    open_: Callable[[PostgresqlServer], _Opened],
    *,
    is_kept: bool = False,
    may_ask: bool = True,
) -> _Opened:
    """Open a server with the password of its login, and ask for it where none is known.

    Args:
        address: The server's.
        options: Says which language is spoken, and whether there is a window.
        open_: Opens it; tried again where the server takes no such password.
        is_kept: Whether a password that somebody types is for the keyring, where there is one.
        may_ask: Whether somebody can be asked at all.

    Raises:
        DatabaseError: It cannot be opened, or nobody knows the password.
    """
    refusal = DatabaseError("server_password")
    for password, is_typed in _passwords(address, options, may_ask=may_ask):
        try:
            opened = open_(address if password is None else address.with_password(password))
            if is_typed and is_kept and password is not None:
                keep_password(address, password)
            return opened
        except DatabaseError as error:
            if error.message.key not in _REFUSED:
                raise
            refusal = error
    raise refusal


def kept_password(address: PostgresqlServer) -> str | None:
    """Return the password that the keyring has; None where it has none."""
    from keyring.errors import KeyringError  # noqa: PLC0415 - slow to import; a file needs none

    with suppress(KeyringError, RuntimeError):
        kept: str | None = system_keyring().get_password(_SERVICE, str(address))
        return kept
    return None


def keep_password(address: PostgresqlServer, password: str) -> bool:
    """Store a password with the keyring, and return whether there is one."""
    from keyring.errors import KeyringError  # noqa: PLC0415 - see above

    with suppress(KeyringError, RuntimeError):
        keyring = system_keyring()
        keyring.set_password(_SERVICE, str(address), password)
        return bool(keyring.get_password(_SERVICE, str(address)) == password)
    return False


def forget_password(address: PostgresqlServer) -> None:
    """Take a password out of the keyring."""
    from keyring.errors import KeyringError  # noqa: PLC0415 - see above

    with suppress(KeyringError, RuntimeError):
        system_keyring().delete_password(_SERVICE, str(address))


def _passwords(
    address: PostgresqlServer, options: Options, *, may_ask: bool
) -> Iterator[tuple[str | None, bool]]:
    """Yield what may be the password and whether it was typed; None leaves it to libpq."""
    if options.password is not None:
        yield options.password, False
        return
    kept = kept_password(address)
    yield kept, False
    if kept is not None:
        yield None, False
    if not may_ask:
        return
    question = _question(address, options)
    for attempt in range(_TRIES):
        password = question(attempt > 0)
        if password is None:
            return
        yield password, True


def _question(address: PostgresqlServer, options: Options) -> _Question:
    """Return who asks: the window, else the terminal, else nobody."""
    if not options.command and missing_display_requirements() is None:
        from cockpit.app.password_window import ask_in_window  # noqa: PLC0415 - Qt where it can

        return lambda is_again: ask_in_window(str(address), options, is_again=is_again)
    if _is_terminal():
        return lambda _is_again: _ask_on_terminal(address, options)
    return lambda _is_again: None


def _ask_on_terminal(address: PostgresqlServer, options: Options) -> str | None:
    sentence = resources.text("server.password", options.language, server=str(address))
    with suppress(EOFError):
        return getpass(f"{sentence} ") or None
    return None


def _is_terminal() -> bool:
    with suppress(AttributeError, ValueError):  # no stream, or a closed one
        return sys.stdin.isatty()
    return False
