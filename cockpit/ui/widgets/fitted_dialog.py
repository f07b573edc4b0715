"""A dialog that asks for a few things, says what is wrong, and is as high as what it shows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_WIDTH = 560


class FittedDialog(QDialog):
    """Whoever inherits makes its fields first: the keyboard goes through them in this order.

    Attributes:
        trouble: What is wrong; hidden while nothing is.
        yes_button: Goes on, by Enter too.
        no_button: Closes.
    """

    def _lay_out(self, title: str, parts: Sequence[QWidget]) -> None:
        """Put a title, the parts, what is wrong and the buttons under each other."""
        self.setMinimumWidth(_WIDTH)
        self.trouble = ranked_label("warning", parent=self)
        self.trouble.setWordWrap(True)
        self.yes_button = QPushButton(self)
        self.yes_button.setProperty("kind", "primary")
        self.yes_button.setDefault(True)
        self.no_button = QPushButton(self)
        self.no_button.setAutoDefault(False)
        self.no_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.yes_button)
        foot.addWidget(self.no_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        for part in (ranked_label("title", title, self), *parts, self.trouble):
            layout.addWidget(part)
        layout.addLayout(foot)

    def _complain(self, text: str) -> None:
        """Say what is wrong; nothing is where the text is empty."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
