"""What the user sees of a fault of the program: a sentence, and a report to hand on."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_WIDTH, _HEIGHT = 640, 440


class CrashDialog(QDialog):
    """Shows a report that can be copied; the program goes on where it can."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in Giro"))
        self.resize(_WIDTH, _HEIGHT)
        self._report = QPlainTextEdit(report, self)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Report"))
        self._copied = ranked_label("success", parent=self)
        copy = QPushButton(self.tr("Copy report"), self)
        copy.setProperty("kind", "primary")
        copy.setDefault(True)
        copy.clicked.connect(self._on_copy_clicked)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        self._lay_out(copy, close)
        copy.setFocus()

    def _lay_out(self, copy: QPushButton, close: QPushButton) -> None:
        sentence = QLabel(
            self.tr(
                "This is a fault of the program, not yours. What was saved before is safe. Copy "
                "the report and send it to whoever looks after Giro at your company."
            ),
            self,
        )
        sentence.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copied)
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", self.tr("Something went wrong in Giro"), self))
        layout.addWidget(sentence)
        layout.addWidget(self._report, 1)
        layout.addLayout(buttons)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._copied.setText(self.tr("Report copied"))
