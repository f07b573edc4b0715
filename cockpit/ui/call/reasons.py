"""Asks for a reason: to skip a client, or to call one whom a bar keeps back."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.ui.call.choices import Choices


class ReasonPopover(Choices):
    """Common reasons by digit, any other one in words."""

    #: The reason, in words (str).
    reason_given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, is_sure=True)
        self._reasons: tuple[str, ...] = ()
        self.number_chosen.connect(self._on_number_chosen)
        self.words_chosen.connect(self._on_words_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words of the present language."""
        self._reasons = self.reasons()
        self.set_texts(self.title(), self.tr("or other words, and Enter"), self._reasons, "")

    def title(self) -> str:
        """Return what is asked."""
        return self.tr("Why skip this client?")

    def reasons(self) -> tuple[str, ...]:
        """Return the common reasons."""
        return (
            self.tr("Already spoke to them another way"),
            self.tr("Lacks information before the call"),
            self.tr("A colleague is in touch with them"),
            self.tr("Waiting for an answer from inside the company"),
            self.tr("Wrong number or data"),
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot(int)
    def _on_number_chosen(self, number: int) -> None:
        self._give(self._reasons[number])

    @Slot(str)
    def _on_words_chosen(self, words: str) -> None:
        self._give(words)

    def _give(self, reason: str) -> None:
        self.close_popover()
        self.reason_given.emit(reason)


class OverridePopover(ReasonPopover):
    """Why somebody is called all the same."""

    @override
    def title(self) -> str:
        return self.tr("Why call all the same?")

    @override
    def reasons(self) -> tuple[str, ...]:
        return (
            self.tr("The client asked for it"),
            self.tr("Agreed with the supervisor"),
            self.tr("Urgent: order or delivery under way"),
            self.tr("The record is out of date"),
        )
