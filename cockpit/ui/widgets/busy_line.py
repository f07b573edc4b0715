"""A line that says that something long is under way, how far it is, and lets the user stop it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_BAR_WIDTH = 120


class BusyLine(QWidget):
    """A sentence, a bar, and a button to stop; without an end in sight the bar has none.

    Over a list it keeps off the edges, and stopping leaves what is done until then.
    """

    #: The user wants no more of it.
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_over_list: bool = False) -> None:
        super().__init__(parent)
        self._is_over_list = is_over_list
        self._sentence = ranked_label("small", parent=self)
        self._sentence.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._stop = QPushButton(self)
        self._stop.clicked.connect(self.stop_requested)
        layout = QHBoxLayout(self)
        sides, ends = (Space.S, Space.XS) if is_over_list else (0, 0)
        layout.setContentsMargins(sides, ends, sides, ends)
        layout.setSpacing(Space.S)
        layout.addWidget(self._bar)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._stop)
        self._retranslate()
        self.hide()

    def begin(self, sentence: str) -> None:
        """Say what is under way."""
        self._bar.setRange(0, 0)
        self._sentence.setText(sentence)
        self._stop.setEnabled(True)
        self.show()

    def show_progress(self, sentence: str, done: int, count: int) -> None:
        """Say how far it is."""
        self._bar.setRange(0, max(count, 1))
        self._bar.setValue(done)
        self._sentence.setText(sentence)

    def wind_down(self, sentence: str) -> None:
        """Say that it is being stopped, which takes a moment."""
        self._sentence.setText(sentence)
        self._stop.setEnabled(False)

    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.text()

    def _retranslate(self) -> None:
        self._stop.setText(self.tr("Stop") if self._is_over_list else self.tr("Cancel"))
        self._stop.setToolTip("Ctrl+." if self._is_over_list else "")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
