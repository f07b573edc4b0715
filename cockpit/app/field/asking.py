"""The key of a laptop's file as a start finds it: kept, or under a passphrase that is asked for.

Importing this loads no database code: the last list is painted before that is there.
"""

import sys
from contextlib import suppress
from dataclasses import replace
from getpass import getpass

import resources
from cockpit.app.display import missing_display_requirements
from cockpit.app.field.kept_key import early_key
from cockpit.app.field.key_keeper import KeyKeeper, Unwrapped
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.domain.errors import DatabaseError, ForbiddenError

_TRIES = 3


def early_secret(options: Options, paths: Paths) -> tuple[Options, bytes | None]:
    """Return the key of a start's first page, and the options with the passphrase where it has one.

    Raises:
        ForbiddenError: The passphrase is another one, or nobody answers.
    """
    keeper = KeyKeeper(paths.field_database)
    if not keeper.asks_passphrase:
        return options, early_key(paths.field_database)
    secret, passphrase = found_secret(keeper, options, may_ask=True)
    return replace(options, password=passphrase), secret.key


def found_secret(
    keeper: KeyKeeper, options: Options, *, may_ask: bool
) -> tuple[Unwrapped, str | None]:
    """Return the key, and the passphrase where it lies under one.

    Args:
        keeper: Has the key.
        options: What the run asks for; its password is the passphrase.
        may_ask: Whether somebody can be asked for it.

    Raises:
        DatabaseError: There is no key, or its keyring is locked.
        ForbiddenError: The passphrase is another one, or nobody answers.
    """
    if not keeper.asks_passphrase:
        kept = keeper.kept()
        if kept is None:
            raise DatabaseError("field_key_gone")
        return Unwrapped(kept), None
    if options.password is not None:
        return keeper.unwrap(options.password), options.password
    refusal = ForbiddenError("field_wrong_passphrase")
    for attempt in range(_TRIES if may_ask else 0):
        typed = _asked(options, is_again=attempt > 0)
        if typed is None:
            break
        try:
            return keeper.unwrap(typed), typed
        except ForbiddenError as error:
            refusal = error
    raise refusal


def _asked(options: Options, *, is_again: bool) -> str | None:
    """Ask for the passphrase in a window, else on the terminal; None where nobody answers."""
    if not options.command and missing_display_requirements() is None:
        from cockpit.app.password_window import ask_in_window  # noqa: PLC0415 - Qt where it can

        name = resources.text("field.file", options.language)
        return ask_in_window(name, options, is_again=is_again)
    sentence = resources.text("field.passphrase", options.language)
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n") or None
    with suppress(EOFError):
        return getpass(f"{sentence} ") or None
    return None
