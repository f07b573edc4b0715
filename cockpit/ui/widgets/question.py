"""A dialog that asks whether something is meant; Escape and closing it always mean no."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_WIDTH = 460


class Question(QDialog):
    """A title, what is to be known, and two buttons; the cautious one has the focus.

    Attributes:
        yes_button: Does it.
        no_button: Leaves things as they are.
    """

    #: It is meant.
    confirmed = Signal()

    def __init__(
        self,
        title: str,
        sentences: Sequence[str],
        buttons: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Prepare the dialog.

        Args:
            title: The question.
            sentences: What is to be known before it is answered.
            buttons: The texts for yes and for no.
            parent: Whom it stands before.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._sentences = tuple(sentences)
        self.yes_button, self.no_button = (QPushButton(text, self) for text in buttons)
        self.yes_button.setProperty("kind", "danger")
        self.yes_button.clicked.connect(self._on_yes_clicked)
        self.no_button.setDefault(True)
        self.no_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.yes_button)
        foot.addWidget(self.no_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", title, self))
        for sentence in self._sentences:
            label = ranked_label("muted", sentence, self)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addLayout(foot)
        self.no_button.setFocus()

    def text(self) -> str:
        """Return all that is said."""
        return "\n".join((self.windowTitle(), *self._sentences))

    @Slot()
    def _on_yes_clicked(self) -> None:
        self.accept()
        self.confirmed.emit()
