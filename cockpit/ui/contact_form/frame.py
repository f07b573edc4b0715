"""What stands around the form's fields: title, time of the call, what became of it, buttons."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.ui.contact_form.call_time import CallTime
from cockpit.ui.contact_form.fields import FormFields
from cockpit.ui.contact_form.status_line import StatusLine
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.following_area import FollowingArea
from cockpit.ui.widgets.labels import ranked_label


class FormFrame(QObject):
    """Lays the form out.

    Attributes:
        call_time: How long the call has been going on.
        status: What became of the form.
        more_button: Opens the row for what only some calls tell.
        stay_button: Saves and stays.
        save_button: Saves and goes on.
        cancel_button: Leaves a correction.
    """

    def __init__(self, ctx: UiContext, fields: FormFields, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._amended_at = ""
        self._title = ranked_label("heading", parent=form)
        self.call_time = CallTime(ctx.clock, ctx.theme, form)
        self.status = StatusLine(ctx.theme, form)
        self._banner = ranked_label("notice", parent=form)
        self.cancel_button = QPushButton(form)
        self.more_button = QPushButton(form)
        self.more_button.setProperty("kind", "chip")
        self.more_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has its key
        self.cancel_button.setProperty("kind", "quiet")
        self.stay_button = QPushButton(form)
        self.save_button = QPushButton(form)
        self.save_button.setProperty("kind", "primary")
        for button in (self.stay_button, self.save_button):
            button.setAutoDefault(True)
        form.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        form.setProperty("role", "surface")
        self._area = FollowingArea(fields)
        self._lay_out()
        self.show_amended("")

    def show_amended(self, at: str) -> None:
        """Say the contact of which moment is being corrected; nothing while one is being logged."""
        self._amended_at = at
        is_amending = bool(at)
        self._banner.setVisible(is_amending)
        self.cancel_button.setVisible(is_amending)
        self.stay_button.setVisible(not is_amending)
        self.retranslate()

    def show_top(self) -> None:
        """Bring the first field into sight, where another contact begins."""
        self._area.verticalScrollBar().setValue(0)

    def set_saving_enabled(self, is_enabled: bool) -> None:
        """Allow the buttons that save, or not."""
        self.save_button.setEnabled(is_enabled)
        self.stay_button.setEnabled(is_enabled)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        is_amending = bool(self._amended_at)
        self._title.setText(self.tr("Correct contact") if is_amending else self.tr("Log contact"))
        self._banner.setText(self.tr("Correcting the contact of {at}").format(at=self._amended_at))
        self._banner.setToolTip(self.tr("Both stay in the history."))
        self.call_time.setToolTip(self.tr("Time of the call"))
        self.more_button.setText(self.tr("More"))
        self.more_button.setToolTip(self.tr("Potential, expected order, who called (Ctrl+M)"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.stay_button.setText(self.tr("Save"))
        self.stay_button.setToolTip(self.tr("Save and stay (Ctrl+S)"))
        self.save_button.setText(
            self.tr("Save correction") if is_amending else self.tr("Save and next")
        )
        self.save_button.setToolTip(self.tr("Save (Ctrl+Enter)"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addWidget(self.call_time)
        head.addWidget(self.status, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.more_button)
        foot.addStretch()
        for button in (self.cancel_button, self.stay_button, self.save_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self._form)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._banner)
        layout.addWidget(self._area, 1)  # the buttons stand below it, always in sight
        layout.addLayout(foot)
