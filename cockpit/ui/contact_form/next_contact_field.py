"""The next contact as one field that understands words and says what it understood."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

import resources
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.errors import BadInputError
from cockpit.domain.natural_date import LocalMoment, moment_of, parse
from cockpit.ui.contact_form.cadence_words import ProposalWords
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.clearable_line import ClearableLine
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import ElidedLabel, ranked_label
from cockpit.ui.widgets.plain_tip import plain_tip

#: What the presets type, in the order of their keys Ctrl+1, Ctrl+2, …
PRESETS = ("+1d", "+3d", "next week", "+15d", "+1 month")


class NextContactField(QWidget):
    """A line to type in, and what it means.

    Attributes:
        footer: The presets, or why the words are refused; for the form to place.
    """

    #: The text changed, by typing or a preset.
    changed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._proposal = ProposalWords()
        self._standing: LocalMoment | None = None
        self._written: AppointmentDraft | None = None
        self.line = ClearableLine(self)
        self.line.setMinimumWidth(150)
        self.line.textChanged.connect(self._on_line_text_changed)
        self._preview = ElidedLabel("muted", self)
        self._presets = [QPushButton() for _ in PRESETS]
        self._trouble = ranked_label("danger")
        self._trouble.setWordWrap(True)
        self.footer = QWidget()
        for number, button in enumerate(self._presets, start=1):
            button.setProperty("kind", "chip")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has its key
            button.clicked.connect(self._on_preset_clicked)
            bind_keys(parent or self, {f"Ctrl+{number}": button.click})
        self._lay_out()
        self.setFocusProxy(self.line)
        self._retranslate()

    def set_text(self, text: str) -> None:
        """Show a text as if it had been typed."""
        self._written = None
        self.line.setText(text)

    def write(self, draft: AppointmentDraft) -> None:
        """Show a next contact; its kind, note and lead hold until another date is written."""
        zone, language = self._ctx.clock.zone, self._ctx.language
        moment = moment_of(draft.due_at, zone, has_time=draft.has_time)
        self._written = draft
        self.line.setText(moment.text(language))

    def restore(self, text: str, written: AppointmentDraft | None) -> None:
        """Show a stored text, with the next contact that was written where it still means it."""
        self._written = written
        self.line.setText(text)

    def written(self) -> AppointmentDraft | None:
        """Return the next contact that was written, while the text still means it."""
        try:
            draft = self.draft()
        except BadInputError:
            return None
        return draft if draft is not None and draft is self._written else None

    def draft(self) -> AppointmentDraft | None:
        """Return the next contact that is meant, or None while the field is empty.

        Raises:
            BadInputError: The text is not a date to come.
        """
        moment = self.moment()
        if moment is None:
            return None
        due_at, has_time = moment.instant(self._ctx.clock.zone), moment.time_of_day is not None
        written = self._written
        if written is not None and (written.due_at, written.has_time) == (due_at, has_time):
            return written
        return AppointmentDraft(due_at, has_time)

    def set_standing(self, moment: LocalMoment | None) -> None:
        """Tell the customer's present next contact, which an empty field keeps if it is later."""
        self._standing = moment
        self._show_meaning()

    def set_proposal(self, words: ProposalWords) -> None:
        """Tell what follows where nothing is written; it stands where the text will."""
        if words != self._proposal:
            self._proposal = words
            self._show_placeholder()
            self._show_meaning()

    def moment(self) -> LocalMoment | None:
        """Return what is meant, or None while the field is empty.

        Raises:
            BadInputError: The text is not a date to come.
        """
        text = self.line.text().strip()
        if not text:
            return None
        moment = parse(text, now=self._now())
        if moment is None:
            raise BadInputError("date_unknown")
        return moment

    def lasting_text(self) -> str:
        """Return what was typed with its full date, so that it means the same tomorrow."""
        try:
            moment = self.moment()
        except BadInputError:
            return self.line.text()
        return "" if moment is None else moment.text(self._ctx.language)

    def has_trouble(self) -> bool:
        """Return whether the field itself says why its words are refused."""
        return bool(self._trouble.text())

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.line, 3)
        layout.addWidget(self._preview, 2)
        below = QHBoxLayout(self.footer)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        for button in self._presets:
            below.addWidget(button)
        below.addWidget(self._trouble, 1)
        below.addStretch()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot()
    def _on_line_text_changed(self) -> None:
        self._show_meaning()
        self.changed.emit()

    def _show_placeholder(self) -> None:
        words = self._proposal
        self.line.setPlaceholderText(words.moment or self.tr("Next contact: tomorrow 2pm"))
        self.line.setToolTip(plain_tip(words.whole))
        self.line.setAccessibleDescription(words.whole)

    def _show_meaning(self) -> None:
        shown, trouble = "", ""
        try:
            shown = self._preview_of(self.moment())
        except BadInputError as error:
            trouble = resources.text(error.message, self._ctx.language)
        self._preview.set_full_text(shown)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble) and self._trouble.isVisibleTo(self.footer))
        for button in self._presets:
            button.setVisible(not trouble)
        self._trouble.setVisible(bool(trouble))  # last: both at once would widen the window

    @Slot()
    def _on_preset_clicked(self) -> None:
        preset = PRESETS[self._presets.index(self.sender())]  # type: ignore[arg-type]
        moment = parse(preset, now=self._now())
        if moment is not None:
            self.set_text(moment.text(self._ctx.language))

    def _preview_of(self, moment: LocalMoment | None) -> str:
        """Say what the words mean; where they are the full date already, how far away it is."""
        if moment is None:
            return self._nothing_new()
        text = moment.text(self._ctx.language)
        if text != self.line.text().strip():
            return f"→ {text}"
        return self._distance((moment.day - self._now().date()).days)

    def _nothing_new(self) -> str:
        if self._proposal.place:
            return self._proposal.place
        if self._standing is None or self._standing.day <= self._now().date():
            return self.tr("no next contact")
        return self.tr("stays %1").replace("%1", self._standing.text(self._ctx.language))

    def _distance(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        return self.tr("tomorrow") if days == 1 else self.tr("in %n days", "", days)

    def _now(self) -> datetime:
        clock = self._ctx.clock
        return clock.now().astimezone(clock.zone)

    def _retranslate(self) -> None:
        self._show_placeholder()
        self.line.setAccessibleName(self.tr("Next contact"))
        titles = (
            self.tr("Tomorrow"),
            self.tr("3 days"),
            self.tr("Next week"),
            self.tr("15 days"),
            self.tr("1 month"),
        )
        for number, (button, title) in enumerate(zip(self._presets, titles, strict=True), start=1):
            button.setText(title)
            button.setToolTip(f"{title} (Ctrl+{number})")
        self._on_line_text_changed()
