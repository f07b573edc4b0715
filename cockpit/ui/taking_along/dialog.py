"""Takes one's portfolio along: fill in, watch it come, open Giro again on it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.errors import GiroError
from cockpit.runtime.taking_along import Taken, TakingAlong
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.taking_along.form import TakingForm
from cockpit.ui.taking_along.words import counts_text, step_text
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.fitted_dialog import FittedDialog
from cockpit.ui.widgets.labels import ranked_label

#: From here on it is done but for a moment, and nothing is left to be stopped.
_LAST_STEP = "judging"
#: What is missing is asked for.
_NO_KEYRING = frozenset({"error.field_needs_passphrase", "error.server_no_keyring"})


class TakingAlongDialog(FittedDialog):
    """Nothing is changed on this computer before all of it is there.

    Attributes:
        form: What is filled in.
        sentence: What it is about, and in the end what came of it.
        step: What is under way; ``counts``, how much came.
    """

    #: What is under way (str), from the thread that does it.
    _told = Signal(str)
    #: Rows of a table came (str, int), likewise.
    _counted = Signal(str, int)

    def __init__(self, ctx: UiContext, taking: TakingAlong, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._taking = ctx, taking
        self._is_at_work = self._is_done = False
        self._rows: dict[str, int] = {}
        self.setWindowTitle(self.tr("Take my portfolio along on this laptop"))
        self._build()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._counted.connect(self._on_counted, Qt.ConnectionType.QueuedConnection)
        self._show_state()

    def start(self) -> None:
        """Show the dialog, and look whether a passphrase has to be asked for."""
        self.open()
        (self.yes_button if self.form.first() is self.form else self.form.first()).setFocus()
        self._ctx.runner.submit(
            self._taking.has_keyring,
            lane=Lane.READ,
            owner=self,
            key="keyring",
            on_result=self._on_keyring_known,
        )

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.sentence = ranked_label("muted", self._about(), self)
        self.form = TakingForm(self._taking, self)
        self.form.changed.connect(self._show_state)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.step = ranked_label("heading", parent=self)
        self.counts = ranked_label("muted", parent=self)
        for label in (self.sentence, self.counts):
            label.setWordWrap(True)
        parts = (self.sentence, self.form, self.step, self.bar, self.counts)
        self._lay_out(self.tr("Your customers, also without a network"), parts)
        self.yes_button.clicked.connect(self._on_yes_button_clicked)

    def _about(self) -> str:
        text = self.tr(
            "Your portfolio comes to this computer, encrypted: list, histories, titles and agenda"
            " work for days without a network, and synchronise by themselves when it is back."
        )
        if not self._taking.server:
            return text
        address = self._taking.server.rpartition("://")[2]
        server = self.tr("From the server {server}.").format(server=address)
        return f"{text}\n{server}"

    # --- showing -------------------------------------------------------------------------------

    @Slot()
    def _show_state(self) -> None:
        """Show what can be done now."""
        is_at_work, is_done = self._is_at_work, self._is_done
        self.form.setVisible(not is_at_work and not is_done)
        for part in (self.step, self.bar, self.counts):
            part.setVisible(is_at_work)
        self.yes_button.setVisible(not is_at_work)
        self.yes_button.setText(self.tr("Open Giro again") if is_done else self.tr("Take it along"))
        self.yes_button.setEnabled(is_done or self.form.is_complete())
        self.no_button.setText(self.tr("Later") if is_done else self.tr("Cancel"))
        self.no_button.setEnabled(True)
        self._complain("" if is_at_work or is_done else self.form.problem())

    # --- taking --------------------------------------------------------------------------------

    def _on_keyring_known(self, is_there: bool) -> None:
        if not is_there and not self._is_at_work:
            self.form.ask_for_passphrase()
            if self._taking.server:
                self.form.first().setFocus()

    @Slot()
    def _on_yes_button_clicked(self) -> None:
        if self._is_done:
            self.accept()
            self._taking.restart()
            return
        wanted = self.form.wanted()
        self.show_progress("registering", {})
        self.no_button.setFocus()
        self._ctx.runner.submit(
            lambda: self._taking.take(wanted, self._told.emit, self._counted.emit),
            lane=Lane.NETWORK,
            owner=self,
            key="take",
            on_result=self._on_taken,
            on_error=self._on_error,
        )

    def show_progress(self, step: str, rows: Mapping[str, int]) -> None:
        """Show that it is under way.

        Args:
            step: What is being done.
            rows: How many rows came by table.
        """
        self._is_at_work, self._rows = True, dict(rows)
        self.step.setText(step_text(step))
        self.counts.setText(counts_text(self._rows, self._ctx.language))
        self._show_state()

    @Slot(str)
    def _on_told(self, step: str) -> None:
        if self._is_at_work:
            self.step.setText(step_text(step))
            self.no_button.setEnabled(self.no_button.isEnabled() and step != _LAST_STEP)
            self._fit()

    @Slot(str, int)
    def _on_counted(self, table: str, count: int) -> None:
        self._rows[table] = self._rows.get(table, 0) + count
        self.counts.setText(counts_text(self._rows, self._ctx.language))
        self._fit()

    def _on_taken(self, taken: Taken) -> None:
        self._is_at_work, self._is_done = False, True
        counts = (formats.integer(one, self._ctx.language) for one in (taken.customers, taken.rows))
        text = self.tr(
            "Done: {customers} customers with everything about them ({rows} records) are on this"
            " computer. Giro has to open again for that."
        )
        customers, rows = counts
        self.sentence.setText(text.format(customers=customers, rows=rows))
        self._show_state()
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            self._is_at_work = False
            self._show_state()
            raise error  # a fault of the program: the crash dialog takes it from here
        self._is_at_work = False
        if error.message.key in _NO_KEYRING:
            self.form.ask_for_passphrase()
        self._show_state()
        self._complain(sentence_of(error, self._ctx.language))
        self.form.cause(error).setFocus()

    @override
    def reject(self) -> None:
        """Stop what is under way and stay until it has stopped; else close."""
        if not self._is_at_work:
            super().reject()
            return
        if self.no_button.isEnabled():
            self._taking.stop()
            self.step.setText(self.tr("Cancelling…"))
            self.no_button.setEnabled(False)
