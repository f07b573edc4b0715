"""Says that a next contact is when its customer may not be called, and asks why it is so."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calling_hours import CallingHours
from cockpit.domain.natural_date import moment_of
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import ranked_label

_KEY = "Alt+P"


class OutsideRow(QWidget):
    """One quiet line, the next possible time on a key, and a line for the reason.

    It is in sight only where it has something to say.

    Attributes:
        reason: The operator's words; in sight where they are kept with the next contact.
    """

    #: The next possible time (str, in full) is wanted instead.
    moment_wanted = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget, *, asks_why: bool) -> None:
        """Prepare the row.

        Args:
            ctx: The context.
            parent: Whom it stands in.
            asks_why: Whether a reason is asked for here, and not where the contact is written.
        """
        super().__init__(parent)
        self._ctx = ctx
        self._hours: CallingHours | None = None
        self._moment = ""
        self._sentence = ranked_label("muted", self.tr("Outside the client's calling hours"), self)
        self._instead = QPushButton(self)
        self._instead.setProperty("kind", "chip")
        self._instead.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has its key
        self._instead.clicked.connect(self._on_instead_clicked)
        bind_keys(parent, {_KEY: self._on_instead_clicked})
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("Why at that time?"))
        self.reason.setAccessibleName(self.tr("Why at that time?"))
        self.reason.setVisible(asks_why)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._sentence)
        line.addWidget(self._instead)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(line)
        layout.addWidget(self.reason)
        self.hide()

    def text(self) -> str:
        """Return what it says; empty where it says nothing."""
        return "" if self.isHidden() else f"{self._sentence.text()} · {self._instead.text()}"

    def why(self) -> str:
        """Return why the time is so; empty where it needs no reason."""
        return "" if self.isHidden() else self.reason.text().strip()

    def lacks_reason(self) -> bool:
        """Return whether a reason is still to be written."""
        is_asked = not self.isHidden() and not self.reason.isHidden()
        return is_asked and not self.why()

    def set_hours(self, hours: CallingHours | None) -> None:
        """Tell when the customer may be called."""
        self._hours = hours

    def judge(self, draft: AppointmentDraft | None) -> None:
        """Look at a next contact; None says nothing."""
        hours = self._hours
        if hours is None or draft is None or hours.holds(draft):
            self._moment = ""
            self.hide()
            return
        opens_at = hours.next_opening(draft.due_at)
        if opens_at is not None:
            moment = moment_of(opens_at, self._ctx.clock.zone, has_time=draft.has_time)
            self._moment = moment.text(self._ctx.language)
            self._instead.setText(f"{self._moment}  {_KEY}")
        self._instead.setVisible(opens_at is not None)
        self.show()

    @Slot()
    def _on_instead_clicked(self) -> None:
        if self._moment:
            self.moment_wanted.emit(self._moment)
