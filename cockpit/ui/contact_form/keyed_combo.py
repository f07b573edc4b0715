"""A drop-down list that knows its choices by key, and is worked by the letters of their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.plain_text import plain
from cockpit.ui.contact_form.compact_combo import CompactCombo
from cockpit.ui.contact_form.typed_letters import TypedLetters
from cockpit.ui.widgets.plain_tip import plain_tip

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose.

    Attributes:
        key: What is stored of it; an empty text stands for "nothing".
        title: What is shown.
        hint: The tooltip in the open list.
    """

    key: str
    title: str
    hint: str = ""


def found_by(titles: Sequence[str], typed: str, start: int) -> int | None:
    """Return which title is meant by typed letters, from a position on and round.

    A title that begins with them comes before one of which only a later word does.
    """
    wanted = plain(typed)
    names = [plain(title) for title in titles]
    order = [(start + step) % len(names) for step in range(len(names))] if names else []
    for row in order:
        if names[row].startswith(wanted):
            return row
    return next((row for row in order if f" {wanted}" in names[row]), None)


class KeyedCombo(CompactCombo):
    """Offers choices under a prompt; a key chosen before it is offered waits for its choice.

    Letters choose, Backspace and Delete choose nothing, Enter goes on to the next field.
    """

    #: The operator chose something else.
    picked = Signal()
    #: Enter: the operator is done here.
    passed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._prompt = ""
        self._choices: tuple[Choice, ...] = ()
        self._wanted = ""
        self._letters = TypedLetters()
        self.addItem("", "")
        self.currentIndexChanged.connect(self._on_current_index_changed)

    def key(self) -> str:
        """Return the key of what is chosen, or an empty text."""
        key: str = self.currentData() or ""
        return key or self._wanted

    def choose(self, key: str) -> None:
        """Choose by key, without saying so."""
        if key != self.key():
            self._letters.restart()
        keys = ["", *(choice.key for choice in self._choices)]
        self._wanted = "" if key in keys else key
        self.blockSignals(True)
        self.setCurrentIndex(keys.index(key) if key in keys else 0)
        self.blockSignals(False)
        self._update_names()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these; what was chosen stays chosen, or waits until it is offered."""
        if tuple(choices) == self._choices:
            return
        key = self.key()
        self._choices = tuple(choices)
        self.blockSignals(True)
        self.clear()
        self.addItem(self._prompt, "")
        for row, choice in enumerate(self._choices, start=1):
            self.addItem(choice.title, choice.key)
            self.setItemData(row, plain_tip(choice.hint), Qt.ItemDataRole.ToolTipRole)
        self.blockSignals(False)
        self.choose(key)

    def set_prompt(self, prompt: str) -> None:
        """Set what is shown while nothing is chosen."""
        self._prompt = prompt
        self.setItemText(0, prompt)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~_SHIFT
        if is_plain and event.key() in _ENTER:
            self.passed.emit()
        elif is_plain and event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._letters.restart()
            self.setCurrentIndex(0)
        elif is_plain and self._is_letter(event.text()):
            self._find(event.text())
        else:
            super().keyPressEvent(event)

    def _is_letter(self, text: str) -> bool:
        return bool(text) and text.isprintable() and bool(text.strip() or self._letters.is_open)

    def _find(self, letter: str) -> None:
        """Choose by the letters so far; the same letter again goes to the next of them.

        A word that leads nowhere chooses nothing: what its first letters met was not meant.
        """
        typed = self._letters.add(letter)
        titles = [choice.title for choice in self._choices]
        row = found_by(titles, typed, 0)
        if row is None and set(typed) == {letter}:
            self._letters.restart(letter)
            row = found_by(titles, letter, max(0, self.currentIndex()))
        if row is not None:
            self.setCurrentIndex(row + 1)
        elif len(typed) > 1:
            self.setCurrentIndex(0)

    @Slot(int)
    def _on_current_index_changed(self, index: int) -> None:
        self._wanted = ""
        self.picked.emit()
