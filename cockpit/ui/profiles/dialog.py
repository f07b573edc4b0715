"""Asks at a start who is at the program."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.profiles import Profile
from cockpit.domain.vocabulary import Role
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_WIDTH = 420
#: How many people are in sight at once.
_ROWS = 3, 10


class ProfileDialog(QDialog):
    """A list of people and a line for a passphrase; Enter opens, Escape ends the program.

    Attributes:
        error: Why a passphrase could not be checked; the dialog closes over it.
    """

    def __init__(
        self,
        profiles: Sequence[Profile],
        check: Callable[[Profile, str], bool],
        runner: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        """Prepare the dialog.

        Args:
            profiles: Who may be; the first is marked.
            check: Whether a passphrase is somebody's, which takes long on purpose.
            runner: Checks it beside the window.
            parent: Whom it stands before.
        """
        super().__init__(parent)
        self._profiles, self._check, self._runner = tuple(profiles), check, runner
        self.error: Exception | None = None
        self.setWindowTitle("Giro")
        self.setMinimumWidth(_WIDTH)
        self.people = QListWidget(self)
        self.people.setAccessibleName(self.tr("People"))
        self.people.addItems([f"{one.name} · {self._role_word(one.role)}" for one in profiles])
        self.people.setSpacing(Space.XS)
        self._give_room()
        self.people.currentRowChanged.connect(self._on_people_current_row_changed)
        self.people.itemActivated.connect(self._on_open_button_clicked)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setPlaceholderText(self.tr("Passphrase"))
        self.line.setAccessibleName(self.tr("Passphrase"))
        self.trouble = ranked_label("warning", "", self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.open_button = QPushButton(self.tr("Open"), self)
        self.open_button.setProperty("kind", "primary")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._on_open_button_clicked)
        self.no_button = QPushButton(self.tr("Cancel"), self)
        self.no_button.clicked.connect(self.reject)
        self._lay_out()
        self.people.setCurrentRow(0)
        self.people.setFocus()

    @property
    def chosen(self) -> tuple[Profile, str]:
        """Return who it is, and the passphrase that was typed."""
        return self._profiles[self.people.currentRow()], self.line.text()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.open_button)
        foot.addWidget(self.no_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", self.tr("Who is at the program?"), self))
        for part in (self.people, self.line, self.trouble):
            layout.addWidget(part)
        layout.addLayout(foot)

    def _give_room(self) -> None:
        """Be as high as the people are many, within reason."""
        least, most = _ROWS
        row = self.people.sizeHintForRow(0) + 2 * self.people.spacing()
        edges = 2 * (self.people.frameWidth() + Space.XS)
        self.people.setFixedHeight(max(least, min(most, len(self._profiles))) * row + edges)

    def _role_word(self, role: Role) -> str:
        return {
            Role.OPERATOR: self.tr("operator"),
            Role.EXTERNAL_SELLER: self.tr("external seller"),
            Role.SUPERVISOR: self.tr("supervisor"),
            Role.MANAGER: self.tr("manager"),
            Role.ADMINISTRATOR: self.tr("administrator"),
        }[role]

    @Slot(int)
    def _on_people_current_row_changed(self, row: int) -> None:
        self.line.clear()
        self.line.setVisible(row >= 0 and self._profiles[row].is_guarded)
        self.trouble.hide()
        self.open_button.setEnabled(row >= 0)

    @Slot()
    def _on_open_button_clicked(self) -> None:
        profile, passphrase = self.chosen
        if profile.is_guarded and not passphrase:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not profile.is_guarded:
            self.accept()
        elif self.line.isEnabled():
            self._set_asking(True)
            self._runner.submit(
                partial(self._check, profile, passphrase),
                lane=Lane.READ,
                owner=self,
                key="passphrase",
                on_result=self._on_checked,
                on_error=self._on_check_failed,
            )

    def _set_asking(self, is_asking: bool) -> None:
        """Take no other answer while one is looked at."""
        for part in (self.people, self.line, self.open_button):
            part.setEnabled(not is_asking)
        self.open_button.setText(self.tr("Checking…") if is_asking else self.tr("Open"))

    def _on_checked(self, is_right: bool) -> None:
        if is_right:
            self.accept()
            return
        self._set_asking(False)
        name = self._profiles[self.people.currentRow()].name
        self.trouble.setText(self.tr("That is not {name}'s passphrase.").format(name=name))
        self.trouble.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_check_failed(self, error: Exception) -> None:
        self.error = error
        self.reject()
