"""Pictures of the dialogs by which somebody comes to a team's server."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cockpit.app.invitations import LEAST_LENGTH
from cockpit.app.window import Desk
from cockpit.domain.ids import new_id
from cockpit.domain.profiles import Profile
from cockpit.domain.vocabulary import Role
from cockpit.runtime.joining import Joining
from cockpit.ui.profiles.dialog import ProfileDialog
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
}
