"""The mail server's password in the operating system's keyring; never in a file or the database."""

from cockpit.app.system_keyring import SilentKeyringError, system_keyring
from cockpit.domain.errors import MailError

_SERVICE = "Giro e-mail"
#: Where no keyring can be unlocked: the mail server's password.
PASSWORD_VARIABLE = "GIRO_MAIL_PASSWORD"  # noqa: S105 - a name, not a password


class KeyringPasswords:
    """Keeps one password per login and server; without a keyring until the program ends."""

    def __init__(self, given: str | None = None) -> None:
        """Prepare the keyring.

        Args:
            given: Takes the place of every password, where there is nobody to unlock a keyring.
        """
        self._given = given
        self._typed: dict[tuple[str, str], str] = {}

    def password(self, host: str, login: str) -> str | None:
        """Return a stored password, or one typed since the start; None where there is none.

        Raises:
            MailError: The keyring does not answer within a few seconds.
        """
        if self._given:
            return self._given
        if (host, login) in self._typed:
            return self._typed[host, login]
        from keyring.errors import KeyringError  # noqa: PLC0415 - slow to import; a file needs none

        try:
            stored: str | None = system_keyring().get_password(_SERVICE, f"{login}@{host}")
        except KeyringError:
            return None
        except SilentKeyringError as error:
            raise MailError("mail_keyring_silent") from error
        return stored

    def keep(self, host: str, login: str, password: str) -> None:
        """Store a password.

        Raises:
            MailError: This computer has no keyring, or one that does not answer within a few
                seconds; the password holds until the program ends.
        """
        self._typed[host, login] = password
        from keyring.errors import KeyringError  # noqa: PLC0415 - see above

        try:
            system_keyring().set_password(_SERVICE, f"{login}@{host}", password)
        except KeyringError as error:
            raise MailError("mail_no_keyring") from error
        except SilentKeyringError as error:
            raise MailError("mail_keyring_silent_saved") from error
