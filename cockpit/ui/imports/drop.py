"""Files that are dropped: on the window anywhere, and on the place that invites to it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.ui.theme import Space, Theme
from cockpit.ui.widgets.labels import ranked_label

_ICON = 40
_HEIGHT = 190


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the files and folders of this machine among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropCatcher(QObject):
    """Takes files that are dropped anywhere on a window, and shows where they would go."""

    #: Files and folders (list of Path) were dropped.
    dropped = Signal(object)

    def __init__(self, window: QWidget, refusal: Callable[[], str] | None = None) -> None:
        """Catch what is dropped.

        Args:
            window: On what.
            refusal: Returns why nothing can be imported, to be shown instead of the invitation;
                None where files are taken.
        """
        super().__init__(window)
        self._refusal = refusal
        self._veil = QLabel(window)
        self._veil.setProperty("role", "veil")
        self._veil.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._veil.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def is_inviting(self) -> bool:
        """Return whether the window says that files may be let go."""
        return self._veil.isVisible()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if not dropped_paths(event.mimeData()):
                return False
            event.acceptProposedAction()
            self._invite()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._veil.hide()
            event.acceptProposedAction()
            self.dropped.emit(dropped_paths(event.mimeData()))
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._veil.hide()
        return False

    def _invite(self) -> None:
        refusal = self._refusal
        self._veil.setText(self.tr("Let go to import") if refusal is None else refusal())
        self._veil.setGeometry(self._veil.window().rect())
        self._veil.show()
        self._veil.raise_()


class DropZone(QFrame):
    """Invites to drop files, with buttons for those who would rather choose them."""

    #: Files are to be chosen.
    files_wanted = Signal()
    #: A folder is to be chosen.
    folder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "drop")
        self.setFixedHeight(_HEIGHT)
        self._picture = QLabel(self)
        self._title = ranked_label("heading", parent=self)
        self._hint = ranked_label("small", parent=self)
        for label in (self._picture, self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.files_button, self.folder_button = QPushButton(self), QPushButton(self)
        self.files_button.setProperty("kind", "primary")
        self.files_button.clicked.connect(self.files_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self._lay_out()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch()
        buttons.addWidget(self.files_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addStretch()
        for widget in (self._picture, self._title, self._hint):
            layout.addWidget(widget)
        layout.addSpacing(Space.XS)
        layout.addLayout(buttons)
        layout.addStretch()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Drop your ERP's files here, or the folder of NF-e XML"))
        self._hint.setText(
            self.tr("CSV, Excel (XLSX, XLS), ODS, XML or ZIP. Nothing is written before you agree.")
        )
        self.files_button.setText(self.tr("Choose files…"))
        self.folder_button.setText(self.tr("Choose folder…"))

    @Slot()
    def _on_theme_changed(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.pixmap("import", _ICON, "icon_neutral", ratio))
