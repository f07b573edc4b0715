"""In place of the client when nobody is left to call: why, and when the first ones return."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.eligibility import Ledger, LedgerLine
from cockpit.ui.context import UiContext
from cockpit.ui.ledger.words import bar_word, return_text
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

MOST_LINES = 6


class NobodyLeft(QWidget):
    """Says why the queue is empty, reason by reason, each with its number and its return."""

    #: The whole ledger is wanted.
    ledger_requested = Signal()
    #: All groups are to be searched, not the present one alone.
    widening_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._lines: tuple[LedgerLine, ...] = ()
        self._is_narrow = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._title = ranked_label("title", parent=self)
        self._why = ranked_label("muted", parent=self)
        self._why.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(2, 1)
        self._all = QPushButton(self)
        self._all.setProperty("kind", "primary")
        self._all.clicked.connect(self.widening_requested)
        self._ledger = QPushButton(self)
        self._ledger.clicked.connect(self.ledger_requested)
        self._lay_out()
        self._retranslate()

    def show_ledger(self, ledger: Ledger, *, is_narrow: bool) -> None:
        """Show who is kept out.

        Args:
            ledger: Of the customers who were asked for.
            is_narrow: Whether they are a part of the list: a group, a search, a filter.
        """
        barred = [line for line in ledger.lines if line.bar is not None and line.count]
        barred.sort(key=lambda line: -line.count)
        self._lines, self._is_narrow = tuple(barred), is_narrow
        self._all.setVisible(is_narrow)
        self._retranslate()

    def take_focus(self) -> None:
        """Put the keyboard on what is to be done next."""
        button = self._all if self._is_narrow else self._ledger
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def sentence(self) -> str:
        """Return the whole reason in one sentence."""
        return self._why.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        layout.setSpacing(Space.M)
        layout.addStretch(1)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addLayout(self._grid)
        layout.addSpacing(Space.S)
        # Side by side they would widen the whole side of the client, which is a page beside this.
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._ledger, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(2)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Nobody to call right now"))
        self._all.setText(self.tr("Look in the whole list"))
        self._ledger.setText(self.tr("Who is not in the queue, and why  F10"))
        total = sum(line.count for line in self._lines)
        if not total:
            self._why.setText(self.tr("This list holds no customers."))
        else:
            count = formats.integer(total, self._ctx.language)
            sentence = self.tr("{count} customers are in the list, and none may be called now.")
            self._why.setText(sentence.format(count=count))
        self._fill()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        clock, language = self._ctx.clock, self._ctx.language
        for row, line in enumerate(self._lines[:MOST_LINES]):
            if line.bar is None:
                continue
            count = ranked_label("heading", formats.integer(line.count, language), self)
            self._grid.addWidget(count, row, 0, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(ranked_label("", bar_word(line.bar, language), self), row, 1)
            back = return_text(line.next_at, clock)
            self._grid.addWidget(ranked_label("small", back, self), row, 2)
