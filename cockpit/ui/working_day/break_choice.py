"""Asks which break is taken: one digit, or Enter for the one that is advised."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.vocabulary import BreakKind
from cockpit.ui.call.choices import Choices
from cockpit.ui.working_time.words import kind_choice

KINDS = (BreakKind.REST, BreakKind.MEAL, BreakKind.OTHER)


class BreakChoice(Choices):
    """The kinds of breaks by number."""

    #: A break of a kind (BreakKind) is taken.
    break_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, is_sure=True)
        self.number_chosen.connect(self._on_number_chosen)
        self._retranslate()

    def open_for(self, proposed: BreakKind) -> None:
        """Show it with a kind marked, which Enter takes."""
        self.open()
        self.line.setText(str(KINDS.index(proposed) + 1))
        self.line.selectAll()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_texts(
            self.tr("Take a break"),
            self.tr("number, and Enter"),
            tuple(kind_choice(kind) for kind in KINDS),
            self.tr("Nobody is offered meanwhile, and reminders wait. F12 brings you back."),
        )

    @Slot(int)
    def _on_number_chosen(self, number: int) -> None:
        self.close_popover()
        self.break_chosen.emit(KINDS[number])
