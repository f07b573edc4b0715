"""What is known of the chosen next contact: whom, when, the note, and how it came to be."""

from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.agenda_view import AgendaItem, NextContactFacts
from cockpit.domain.errors import GiroError
from cockpit.domain.natural_date import moment_of
from cockpit.runtime.task_runner import Lane
from cockpit.ui.agenda.words import event_text, kind_word, when_text
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ElidedLabel
from cockpit.ui.words import goal_word

#: Nothing is read while the keyboard runs through the rows.
_PAUSE_MS = 120
_STEPS = 4


class ItemDetails(QWidget):
    """Three lines; the last one is read when the keyboard rests."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._item: AgendaItem | None = None
        self._facts: NextContactFacts | None = None
        self._head = ElidedLabel("heading", self)
        self._note = ElidedLabel("", self)
        self._steps = ElidedLabel("small", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.setSpacing(Space.XS)
        for label in (self._head, self._note, self._steps):
            layout.addWidget(label)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._rest.timeout.connect(self._read)

    def show_item(self, item: AgendaItem | None) -> None:
        """Show a next contact, or nothing."""
        former, self._item = self._item, item
        if item is None:
            self._facts = None
            self._rest.stop()
        elif former is None or former.appointment_id != item.appointment_id:
            self._facts = None
            self._rest.start()
        self._show()

    def stop(self) -> None:
        """Read nothing more."""
        self._rest.stop()

    def text(self) -> str:
        """Return all that is said."""
        return "\n".join(one.full_text() for one in (self._head, self._note, self._steps))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _read(self) -> None:
        if self._item is None:
            return
        customer_id = self._item.customer_id
        self._ctx.runner.submit(
            lambda: self._ctx.agenda().facts(customer_id),
            lane=Lane.READ,
            owner=self,
            key="facts",
            on_result=partial(self._on_facts_read, self._item),
            on_error=self._on_failed,
        )

    def _on_facts_read(self, item: AgendaItem, facts: NextContactFacts) -> None:
        if self._item is not None and self._item.appointment_id == item.appointment_id:
            self._facts = facts
            self._show()

    def _on_failed(self, error: Exception) -> None:
        """Leave the history empty; whatever is the matter with the database is told elsewhere."""
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    def _show(self) -> None:
        item, clock, language = self._item, self._ctx.clock, self._ctx.language
        if item is None:
            for label in (self._head, self._note, self._steps):
                label.set_full_text("")
            return
        parts = [item.customer, when_text(item, clock.zone, language), kind_word(item.kind)]
        parts += [goal_word(item.goal), item.owner]
        if item.deadline is not None:
            until = moment_of(item.deadline, clock.zone, has_time=True).text(language)
            parts.append(self.tr("answer by %1").replace("%1", until))
        self._head.set_full_text(" · ".join(part for part in parts if part))
        private = self.tr("A colleague's own callback: its note is theirs.")
        is_private = item.is_private_to(self._ctx.user.user_id)
        self._note.set_full_text(private if is_private else " ".join(item.note.split()))
        steps = () if self._facts is None else self._facts.history[:_STEPS]
        self._steps.set_full_text(
            "   ‹   ".join(event_text(one, clock.zone, language) for one in steps)
        )
