"""The system's keyring, for whoever cannot wait for one that never answers.

A Linux desktop's keyring is a program of its own on the session's bus. One that hangs would hold a
start for ever: neither ``keyring`` nor what it asks with has a time limit, and it may not have one,
for a keyring that is locked asks the user to unlock it. So it is asked something first that nobody
is asked about.
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import TypeVar

#: The bus may have to start it first.
PATIENCE_SECONDS = 4.0
_Answer = TypeVar("_Answer")


class SilentKeyringError(RuntimeError):
    """The desktop's keyring is there and does not answer."""


def system_keyring() -> ModuleType:
    """Return ``keyring``, once the keyring behind it has answered something.

    Raises:
        SilentKeyringError: It does not answer.
    """
    if is_desktops():
        answered_within(PATIENCE_SECONDS, _answers)
    import keyring  # noqa: PLC0415 - slow to import, and a plain file needs none

    return keyring


def is_desktops() -> bool:
    """Return whether passwords are with a Linux desktop, unless somebody chose otherwise."""
    if not sys.platform.startswith("linux") or "PYTHON_KEYRING_BACKEND" in os.environ:
        return False
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return not Path(settings, "python_keyring", "keyringrc.cfg").exists()


def answered_within(seconds: float, ask: Callable[[], _Answer]) -> _Answer:
    """Return what the keyring answers; whoever asked it in vain is left behind on a thread.

    Raises:
        SilentKeyringError: It does not answer in time.
        Exception: What ``ask`` raised.
    """
    answer: Future[_Answer] = Future()

    def run() -> None:
        try:
            answer.set_result(ask())
        except Exception as error:  # noqa: BLE001 - whoever waits is told
            answer.set_exception(error)

    Thread(target=run, name="giro-keyring", daemon=True).start()
    try:
        return answer.result(seconds)
    except TimeoutError:
        if answer.done():
            raise  # its own
        raise SilentKeyringError from None


def _answers() -> None:
    """Return once the desktop's keyring answered, or where there is none."""
    try:
        import secretstorage  # noqa: PLC0415 - see above
    except ImportError:
        return
    try:
        with closing(secretstorage.dbus_init()) as connection:
            secretstorage.Collection(connection).is_locked()
    except (OSError, secretstorage.SecretStorageException):
        return  # ``keyring`` says what is the matter, if it cannot do without
