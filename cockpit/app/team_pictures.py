"""Pictures of the dialogs by which somebody comes to a team's server."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cockpit.app.invitations import LEAST_LENGTH
from cockpit.app.window import Desk
from cockpit.domain.ids import new_id
from cockpit.domain.profiles import SHORTEST_PASSPHRASE, Profile
from cockpit.domain.vocabulary import Role
from cockpit.runtime.joining import Joining
from cockpit.runtime.taking_along import Taken, Wanted
from cockpit.ui.profiles.dialog import ProfileDialog
from cockpit.ui.taking_along.dialog import TakingAlongDialog
from cockpit.ui.team.invitation_dialog import InvitationDialog
from cockpit.ui.team.password_dialog import PasswordDialog

Settle = Callable[[], None]
_SERVER = "postgresql://ana@banco.empresa.example/giro"
_LINE = "giro-convite:eyJzZXJ2ZXIiOiJwb3N0Z3Jlc3FsOi8vYW5hQGJhbmNvLmVtcHJlc2EuZXhhbXBsZS9naXJvIn0"


def _invitation(desk: Desk, settle: Settle, *, is_own: bool = False) -> QWidget:
    joining = Joining(lambda _line, _password: _SERVER, lambda: None, LEAST_LENGTH)
    dialog = InvitationDialog(desk.ctx, joining, desk.window)
    dialog.start()
    dialog.line.setPlainText(_LINE)
    dialog.own.setChecked(is_own)
    settle()
    return dialog


def _own_password(desk: Desk, settle: Settle) -> QWidget:
    return _invitation(desk, settle, is_own=True)


def _password(desk: Desk, settle: Settle) -> QWidget:
    dialog = PasswordDialog(_SERVER, is_again=True, parent=desk.window)
    dialog.open()
    settle()
    return dialog


class _Taking:
    """Takes nothing, and never ends."""

    least_password, least_passphrase = LEAST_LENGTH, SHORTEST_PASSPHRASE

    def __init__(self, server: str = "", *, has_keyring: bool = True) -> None:
        self.server, self._has_keyring = server, has_keyring

    def has_keyring(self) -> bool:
        return self._has_keyring

    def take(
        self,
        _wanted: Wanted,
        _tell: Callable[[str], object],
        _count: Callable[[str, int], object],
    ) -> Taken:
        return Taken(312, 41_806)

    def stop(self) -> None:
        """Nothing is under way."""

    def restart(self) -> None:
        """Nothing came along."""


def _taking(desk: Desk, settle: Settle) -> QWidget:
    """Let somebody with a login of their own fill it in, where there is no keyring."""
    dialog = TakingAlongDialog(desk.ctx, _Taking(has_keyring=False), desk.window)
    dialog.start()
    dialog.form.known.setChecked(True)
    dialog.form.ask_for_passphrase()
    dialog.form.server.setText("banco.empresa.example/giro")
    dialog.form.login.setText("ana")
    settle()
    return dialog


def _taking_at_work(desk: Desk, settle: Settle) -> QWidget:
    """Let a portfolio come from the open server."""
    dialog = TakingAlongDialog(desk.ctx, _Taking(_SERVER), desk.window)
    dialog.start()
    dialog.show_progress("fetching", {"customers": 312, "orders": 8_940, "contacts": 1_534})
    settle()
    return dialog


def _profiles(desk: Desk, settle: Settle) -> QWidget:
    """Let three people share a file; the one who may do more has a passphrase."""
    people = [
        Profile(new_id(), "ana", "Ana Prado", Role.OPERATOR, is_guarded=False),
        Profile(new_id(), "bruno", "Bruno Sales", Role.OPERATOR, is_guarded=False),
        Profile(new_id(), "marisa", "Marisa Toledo", Role.SUPERVISOR, is_guarded=True),
    ]
    dialog = ProfileDialog(people, lambda _person, _said: False, desk.ctx.runner, desk.window)
    dialog.people.setCurrentRow(len(people) - 1)
    dialog.open()
    settle()
    return dialog


TEAM_SCREENS: dict[str, Callable[[Desk, Settle], QWidget]] = {
    "invitation": _invitation,
    "invitation_password": _own_password,
    "server_password": _password,
    "profiles": _profiles,
    "taking_along": _taking,
    "taking_along_progress": _taking_at_work,
}
