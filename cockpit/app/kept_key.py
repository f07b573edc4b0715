"""The key of this computer's file of kept writes, in the operating system's keyring."""

import secrets

_SERVICE = "Giro kept writes"
_BYTES = 32


def kept_key(name: str) -> bytes | None:
    """Return the key of a file, made at the first call; None where there is no keyring."""
    import keyring  # noqa: PLC0415 - slow to import, and a file needs none
    from keyring.errors import KeyringError  # noqa: PLC0415 - see above

    try:
        stored = keyring.get_password(_SERVICE, name)
        if stored is None:
            stored = secrets.token_hex(_BYTES)
            keyring.set_password(_SERVICE, name, stored)
            # Some keyrings take a password and forget it: what nobody can read again is no file.
            if keyring.get_password(_SERVICE, name) != stored:
                return None
        return bytes.fromhex(stored)
    except (KeyringError, ValueError):
        return None
