"""A popover of numbered choices, or words of one's own: reasons to skip, dates to call again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.popover import Popover

WIDTH = 380
_DOWN, _UP = Qt.Key.Key_Down, Qt.Key.Key_Up


class Choices(Popover):
    """Numbered lines, of which a digit takes one, under a line for other words.

    Attributes:
        is_sure: Whether a digit alone decides; else it is typed, and Enter decides.
    """

    #: A number of the choices (int, from 0).
    number_chosen = Signal(int)
    #: Other words (str), never empty.
    words_chosen = Signal(str)

    def __init__(self, parent: QWidget, *, is_sure: bool) -> None:
        super().__init__(WIDTH, parent)
        self.is_sure = is_sure
        self._buttons: list[QPushButton] = []
        self._title = ranked_label("heading", parent=self)
        self._below = ranked_label("small", parent=self)
        self._below.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        rows = QVBoxLayout()
        rows.addLayout(self._grid)
        self.body.addWidget(self._title)
        self.body.addWidget(self.line)
        self.body.addLayout(rows)
        self.body.addWidget(self._below)
        self.line.textChanged.connect(self._on_line_text_changed)

    def set_texts(self, title: str, placeholder: str, choices: Sequence[str], below: str) -> None:
        """Write the title, what the line is for, the choices, and a sentence below."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(f"{title}: {placeholder}")
        for number, choice in enumerate(choices):
            if number == len(self._buttons):
                self._add_button(number)
            self._buttons[number].setText(choice)
            self._buttons[number].setAccessibleName(f"{number + 1}: {choice}")
        self.say(below)

    def say(self, sentence: str, *, is_trouble: bool = False) -> None:
        """Show a sentence below the choices."""
        self._below.setProperty("role", "danger" if is_trouble else "small")
        self._below.style().unpolish(self._below)
        self._below.style().polish(self._below)
        self._below.setText(sentence)
        self._below.setVisible(bool(sentence))
        self.adjustSize()

    def said(self) -> str:
        """Return the sentence below the choices."""
        return self._below.text()

    def look_at(self, words: str) -> None:
        """Take note of what is being typed; a subclass says what it means."""

    def chosen_number(self, words: str) -> int | None:
        """Return which choice some words number, or None."""
        is_digit = len(words) == 1 and words.isascii() and words.isdigit()
        number = int(words) - 1 if is_digit else -1
        return number if 0 <= number < len(self._buttons) else None

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._decide()
            return True
        if event.key() in {_DOWN, _UP}:
            self._step(1 if event.key() == _DOWN else -1)
            return True
        number = self.chosen_number(event.text())
        if self.is_sure and not self.line.text() and number is not None:
            self.number_chosen.emit(number)
            return True
        return False

    def _step(self, distance: int) -> None:
        present = self.chosen_number(self.line.text().strip())
        start = (-1 if distance > 0 else 0) if present is None else present
        self.line.setText(str((start + distance) % len(self._buttons) + 1))

    def _decide(self) -> None:
        words = self.line.text().strip()
        number = self.chosen_number(words)
        if number is not None:
            self.number_chosen.emit(number)
        elif words:
            self.words_chosen.emit(words)

    def _add_button(self, number: int) -> None:
        button = QPushButton(self)
        button.setProperty("kind", "line")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._on_button_clicked)
        self._buttons.append(button)
        self._grid.addWidget(ranked_label("key", str(number + 1), self), number, 0)
        self._grid.addWidget(button, number, 1)

    @Slot()
    def _on_button_clicked(self) -> None:
        self.number_chosen.emit(self._buttons.index(self.sender()))  # type: ignore[arg-type]

    @Slot(str)
    def _on_line_text_changed(self, text: str) -> None:
        number = self.chosen_number(text.strip())
        for position, button in enumerate(self._buttons):
            button.setProperty("chosen", position == number)
            button.style().unpolish(button)
            button.style().polish(button)
        self.look_at(text.strip())
