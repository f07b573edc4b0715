"""A line for a day in words; what it means stands beside it."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

import resources
from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.natural_date import parse
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ElidedLabel

_LINE_WIDTH = 92


class DateLine(QWidget):
    """Takes "sexta", "+30d", "15/12"; an empty line means no day."""

    #: The text changed.
    changed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._title = ""
        self.line = QLineEdit(self)
        self.line.setMinimumWidth(_LINE_WIDTH)
        self.line.textChanged.connect(self._on_line_text_changed)
        self._meaning = ElidedLabel("muted", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._meaning, 1)
        self._meaning.hide()
        self.setFocusProxy(self.line)

    def set_title(self, title: str, example: str) -> None:
        """Set what day it is, and how one may be written."""
        self._title = title
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(example)
        self.line.setToolTip(title)

    def set_text(self, text: str) -> None:
        """Show a text as if it had been typed."""
        self.line.setText(text)

    def day(self) -> date | None:
        """Return the day that is meant, or None while the line is empty.

        Raises:
            BadInputError: The text is not a day to come.
        """
        text = self.line.text().strip()
        if not text:
            return None
        moment = parse(text, now=self._now())
        if moment is None:
            raise BadInputError("date_unknown")
        return moment.day

    def lasting_text(self) -> str:
        """Return what was typed as a full date, so that it means the same tomorrow."""
        try:
            day = self.day()
        except BadInputError:
            return self.line.text()
        return "" if day is None else formats.day(day)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_meaning()

    @Slot()
    def _on_line_text_changed(self) -> None:
        self._show_meaning()
        self.changed.emit()

    def _show_meaning(self) -> None:
        trouble, meaning = "", ""
        try:
            day = self.day()
        except BadInputError as error:
            trouble = resources.text(error.message, self._ctx.language)
        else:
            meaning = "" if day is None else f"→ {formats.day(day)}"
        self._meaning.set_full_text(trouble or meaning)
        self._meaning.setVisible(bool(trouble or meaning))
        self.line.setAccessibleDescription(trouble or meaning)
        if bool(self.line.property("invalid")) != bool(trouble):
            self.line.setProperty("invalid", bool(trouble))
            self.line.style().polish(self.line)

    def _now(self) -> datetime:
        clock = self._ctx.clock
        return clock.now().astimezone(clock.zone)
