"""Sets a customer's one next contact: a date in words and Enter; kind, note and lead beside it."""

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import resources
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.agenda_view import AgendaItem, NextContactFacts
from cockpit.domain.cadence_choice import Breach, reason_needed
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.natural_date import LocalMoment, moment_of
from cockpit.domain.vocabulary import AppointmentKind
from cockpit.runtime.task_runner import Lane
from cockpit.ui.agenda.words import event_text, kind_word, when_text
from cockpit.ui.contact_form.cadence_words import ProposalWords
from cockpit.ui.contact_form.next_contact_field import NextContactField
from cockpit.ui.context import UiContext
from cockpit.ui.next_contact.kind_row import KindRow
from cockpit.ui.next_contact.outside_row import OutsideRow
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ElidedLabel, ranked_label

_WIDTH = 620
LONGEST_NOTE = 500
#: How long before its time a reminder comes.
LEADS = tuple(timedelta(minutes=minutes) for minutes in (0, 5, 15, 30, 60, 24 * 60))


class NextContactDialog(QDialog):
    """Shows what stands and how it came to be while the new date is typed.

    An empty line keeps the present date, for whoever changes the note alone.
    """

    #: The next contact of a customer (UUID) is to be this (AppointmentDraft), for a reason (str)
    #: where they may not be called then.
    drafted = Signal(object, object, str)

    def __init__(
        self, ctx: UiContext, customer_id: UUID, parent: QWidget, *, is_for_contact: bool = False
    ) -> None:
        """Prepare the dialog.

        Args:
            ctx: The context.
            customer_id: Whose next contact.
            parent: Whom it stands before.
            is_for_contact: Whether it goes into a contact that is being written, with which it is
                stored.
        """
        super().__init__(parent)
        self._ctx = ctx
        self._customer_id = customer_id
        self._present: AgendaItem | None = None
        self._is_lifted = False
        self.setWindowTitle(self.tr("Next contact"))
        self.setFixedWidth(_WIDTH)
        self._title = ElidedLabel("heading", self)
        self._title.set_full_text(self.tr("Next contact"))
        self._present_line = ElidedLabel("small", self)
        self.when = NextContactField(ctx, self)
        self.outside = OutsideRow(ctx, self, asks_why=not is_for_contact)
        self.kind = KindRow(self)
        self.note = QLineEdit(self)
        self.note.setMaxLength(LONGEST_NOTE)
        self.lead = QComboBox(self)
        self._history = ranked_label("small", parent=self)
        self._trouble = ranked_label("danger", parent=self)
        self._trouble.setWordWrap(True)
        use, save = self.tr("Use in the contact  Enter"), self.tr("Save  Enter")
        self._yes = QPushButton(use if is_for_contact else save, self)
        self._yes.setProperty("kind", "primary")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self._on_yes_clicked)
        self._no = QPushButton(self.tr("Cancel"), self)
        self._no.setAutoDefault(False)
        self._no.clicked.connect(self.reject)
        self._name_fields()
        self._lay_out()
        self.when.changed.connect(self._on_when_changed)
        self.kind.changed.connect(self._on_changed)
        self.outside.moment_wanted.connect(self.when.set_text)
        self._on_changed()
        self.when.line.setFocus()
        self._read()

    def trouble(self) -> str:
        """Return what is the matter, or an empty text."""
        return self._trouble.text()

    def text(self) -> str:
        """Return whose it is, what stands, and how it came to be."""
        lines = (self._title.full_text(), self._present_line.full_text(), self._history.text())
        return "\n".join(lines)

    # --- building ------------------------------------------------------------------------------

    def _name_fields(self) -> None:
        self.note.setPlaceholderText(self.tr("What to remember"))
        self.note.setAccessibleName(self.tr("Note"))
        self.lead.setAccessibleName(self.tr("Remind me"))
        words = (
            self.tr("at its time"),
            self.tr("5 min before"),
            self.tr("15 min before"),
            self.tr("30 min before"),
            self.tr("1 h before"),
            self.tr("1 day before"),
        )
        self.lead.addItems(list(words))

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(Space.M)
        fields.setVerticalSpacing(Space.S)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("When"), self.when),
            ("", self.when.footer),
            ("", self.outside),
            (self.tr("Kind"), self.kind),
            (self.tr("Note"), self.note),
            (self.tr("Remind me"), self.lead),
        )
        for number, (title, field) in enumerate(rows):
            fields.addWidget(ranked_label("muted", title, self), number, 0)
            fields.addWidget(field, number, 1)
        fields.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._trouble, 1)
        foot.addWidget(self._yes)
        foot.addWidget(self._no)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._title)
        layout.addWidget(self._present_line)
        layout.addLayout(fields)
        layout.addWidget(self._history)
        layout.addLayout(foot)

    # --- what stands ---------------------------------------------------------------------------

    def _read(self) -> None:
        self._ctx.runner.submit(
            lambda: self._ctx.agenda().facts(self._customer_id),
            lane=Lane.READ,
            owner=self,
            key="facts",
            on_result=self._on_facts_read,
            on_error=self._on_failed,
        )

    def _on_facts_read(self, facts: NextContactFacts) -> None:
        clock, language = self._ctx.clock, self._ctx.language
        title = self.tr("Next contact: %1").replace("%1", facts.customer)
        self._title.set_full_text(title)
        self.setWindowTitle(title)
        steps = (event_text(one, clock.zone, language) for one in facts.history)
        self._history.setText("\n".join(steps))
        self._history.setVisible(bool(facts.history))
        self._present = facts.present
        self.outside.set_hours(facts.hours)
        if facts.present is None:
            self._present_line.set_full_text(self.tr("There is none yet."))
        else:
            self._show_present(facts.present)
        self._on_changed()
        self.adjustSize()

    def _show_present(self, item: AgendaItem) -> None:
        clock, language = self._ctx.clock, self._ctx.language
        parts = (when_text(item, clock.zone, language), kind_word(item.kind), item.owner, item.note)
        told = " · ".join(part for part in parts if part)
        self._present_line.set_full_text(self.tr("Now: %1").replace("%1", told))
        self.when.set_proposal(ProposalWords(place=self.tr("stays as it is")))
        if not self.note.text():
            self.note.setText(" ".join(item.note.split()))
        self.kind.choose(item.kind)
        lead = timedelta(minutes=item.lead_minutes)
        if lead in LEADS:
            self.lead.setCurrentIndex(LEADS.index(lead))
        self._on_when_changed()  # a hand may have been quicker than the disk

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self._trouble.setText(resources.text(error.message, self._ctx.language))

    # --- what is set ---------------------------------------------------------------------------

    def draft(self) -> AppointmentDraft:
        """Return the next contact that the fields describe.

        Raises:
            BadInputError: There is no date, it is not understood, or an hour is missing.
        """
        moment = self.when.moment() or self._present_moment()
        if moment is None:
            raise BadInputError("next_contact_date")
        kind = self.kind.kind
        if kind is AppointmentKind.FOLLOW_UP:
            moment = LocalMoment(moment.day)
        has_time = moment.time_of_day is not None
        if kind is AppointmentKind.APPOINTMENT and not has_time:
            raise BadInputError("next_contact_hour")
        return AppointmentDraft(
            due_at=moment.instant(self._ctx.clock.zone),
            has_time=has_time,
            kind=kind,
            note=self.note.text().strip(),
            lead=LEADS[self.lead.currentIndex()] if has_time else timedelta(0),
        )

    def _present_moment(self) -> LocalMoment | None:
        item = self._present
        if item is None:
            return None
        return moment_of(item.due_at, self._ctx.clock.zone, has_time=item.has_time)

    @Slot()
    def _on_when_changed(self) -> None:
        """Make a follow-up a callback while an hour is typed: it has none, and none may be lost."""
        try:
            moment = self.when.moment()
        except BadInputError:
            moment = None  # the field says why
        is_timed = moment is not None and moment.time_of_day is not None
        if is_timed and self.kind.kind is AppointmentKind.FOLLOW_UP:
            self._is_lifted = True
            self.kind.choose(AppointmentKind.MY_CALLBACK)
        elif not is_timed and self._is_lifted:
            self._is_lifted = False
            if self.kind.kind is AppointmentKind.MY_CALLBACK:
                self.kind.choose(AppointmentKind.FOLLOW_UP)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        """Let the lead wait for an hour, and forget what was wrong."""
        self._trouble.clear()
        try:
            moment = self.when.moment() or self._present_moment()
        except BadInputError:
            moment = None  # the field says why
        is_timed = moment is not None and moment.time_of_day is not None
        self.lead.setEnabled(is_timed and self.kind.kind is not AppointmentKind.FOLLOW_UP)
        self._judge()

    def _judge(self) -> None:
        """Say where the customer may not be called at the new time."""
        is_hidden = self.outside.isHidden()
        try:
            self.outside.judge(self.draft())
        except BadInputError:
            self.outside.judge(None)
        if self.outside.isHidden() != is_hidden:
            self.adjustSize()

    @Slot()
    def _on_yes_clicked(self) -> None:
        try:
            draft = self.draft()
        except BadInputError as error:
            if not self.when.has_trouble():
                self._trouble.setText(resources.text(error.message, self._ctx.language))
            self.when.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.outside.lacks_reason():
            needed = reason_needed((Breach.WINDOW,)).message
            self._trouble.setText(resources.text(needed, self._ctx.language))
            self.outside.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
        self.drafted.emit(self._customer_id, draft, self.outside.why())
