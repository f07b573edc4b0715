"""The key of this computer's file of kept writes, in the operating system's keyring."""

import secrets

from cockpit.app.system_keyring import SilentKeyringError, system_keyring

_SERVICE = "Giro kept writes"
_BYTES = 32


def kept_key(name: str) -> bytes | None:
    """Return the key of a file, made at the first call; None where there is no keyring."""
    from keyring.errors import KeyringError  # noqa: PLC0415 - slow to import; a file needs none

    try:
        keyring = system_keyring()
        stored = keyring.get_password(_SERVICE, name)
        if stored is None:
            stored = secrets.token_hex(_BYTES)
            keyring.set_password(_SERVICE, name, stored)
            # Some keyrings take a password and forget it: what nobody can read again is no file.
            if keyring.get_password(_SERVICE, name) != stored:
                return None
        return bytes.fromhex(stored)
    except (KeyringError, SilentKeyringError, ValueError):
        return None
