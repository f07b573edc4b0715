"""The mail server's password in the operating system's keyring; never in a file or the database."""

import keyring
from keyring.errors import KeyringError

from cockpit.domain.errors import MailError

_SERVICE = "Giro e-mail"


class KeyringPasswords:
    """Keeps one password per login and server."""

    def password(self, host: str, login: str) -> str | None:
        """Return a stored password; None where there is none or no keyring."""
        try:
            return keyring.get_password(_SERVICE, f"{login}@{host}")
        except KeyringError:
            return None

    def keep(self, host: str, login: str, password: str) -> None:
        """Store a password.

        Raises:
            MailError: This computer has no keyring; the password is asked for at each start.
        """
        try:
            keyring.set_password(_SERVICE, f"{login}@{host}", password)
        except KeyringError as error:
            raise MailError("mail_no_keyring") from error
