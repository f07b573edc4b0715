"""Accepting an invitation: a password of one's own in the code's place, and the server chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from cockpit.app.invitations import LEAST_LENGTH, Invitation, new_password
from cockpit.app.paths import Paths
from cockpit.app.server_choice import ChosenServer, choose_server
from cockpit.app.server_passwords import forget_password, keep_password, kept_password
from cockpit.data.engine import connect_to
from cockpit.data.errors import told_plainly
from cockpit.data.server.people import accept
from cockpit.data.server_tls import verified
from cockpit.data.url import PostgresqlServer
from cockpit.domain.errors import BadInputError, DatabaseError


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of an invitation.

    Attributes:
        server: What this computer opens from now on.
        is_random: Whether the password is the keyring's alone.
    """

    server: PostgresqlServer
    is_random: bool


def accept_invitation(
    invitation: Invitation,
    paths: Paths,
    *,
    own_password: str | None = None,
    ask: Callable[[], str] | None = None,
) -> Accepted:
    """Accept an invitation on this computer.

    A random password is stored with the keyring before the server learns it, so it is never lost.

    Args:
        invitation: The invitation.
        paths: Where the user's files are.
        own_password: The password that the person chose; None leaves it to a keyring.
        ask: Asks for one where there is no keyring.

    Raises:
        BadInputError: The invitation was used or has expired, or the password is too short.
        DatabaseError: The server cannot be reached.
    """
    url = verified(invitation.server.url, is_insecure=invitation.is_insecure)
    server = PostgresqlServer(url)
    password, is_random = own_password, False
    before = kept_password(server)
    if password is None:
        password = new_password()
        is_random = keep_password(server, password)
        if not is_random:
            if ask is None:
                raise BadInputError("server_no_keyring")
            password = ask()
    if len(password) < LEAST_LENGTH:
        raise BadInputError("server_short_password", length=LEAST_LENGTH)
    try:
        _exchange(server.with_password(invitation.code), password)
    except BadInputError:
        # Known not to be in force. After a lost answer it may be, and stays.
        if is_random:
            _put_back(server, before)
        raise
    choose_server(paths, ChosenServer(invitation.address, invitation.is_insecure))
    if not is_random:
        keep_password(server, password)
    return Accepted(server, is_random)


def _put_back(server: PostgresqlServer, before: str | None) -> None:
    """Let the keyring have what it had before an invitation that was none."""
    if before is None:
        forget_password(server)
    else:
        keep_password(server, before)


def _exchange(server: PostgresqlServer, password: str) -> None:
    """Put the password in the place of the code."""
    engines = connect_to(server)
    try:
        with told_plainly(), engines.writer.connect() as connection:
            accept(connection, password)
    except DatabaseError as error:
        if error.message.key == "error.server_password":
            raise BadInputError("server_no_invitation") from None
        raise
    finally:
        engines.close()
