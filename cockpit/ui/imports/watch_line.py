"""The folder that is watched: whatever appears there is imported by itself. Off by default."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from cockpit.runtime.preferences import Preferences
from cockpit.ui.theme import Space
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.widgets.labels import ElidedLabel

FOLDER_KEY = "imports.folder"
WATCHING_KEY = "imports.is_watching"


class WatchLine(QWidget):
    """On or off, and which folder.

    Attributes:
        switch: On or off; it opens the choice of a folder where there is none yet.
        folder_button: Chooses the folder.
    """

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.switch, self.folder_button = QCheckBox(self), QPushButton(self)
        self._folder = ElidedLabel("small", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.switch)
        layout.addWidget(self._folder, 1)
        layout.addWidget(self.folder_button)
        self.switch.clicked.connect(self._on_switch_clicked)
        self.folder_button.clicked.connect(self._choose_folder)
        preferences.changed.connect(self._on_preference_changed)
        self._retranslate()

    def folder(self) -> str:
        """Return what is said of the folder."""
        return self._folder.full_text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot(str)
    def watch(self, folder: str) -> None:
        """Watch a folder from now on."""
        self._preferences.set_value(FOLDER_KEY, folder)
        self._preferences.set_value(WATCHING_KEY, True)
        self._retranslate()

    def _retranslate(self) -> None:
        folder = self._preferences.value(FOLDER_KEY, "")
        is_on = self._preferences.value(WATCHING_KEY, False) and bool(folder)
        self.switch.setText(self.tr("Watch a folder"))
        self.switch.setChecked(is_on)
        self.switch.setToolTip(
            self.tr("Files that appear there are imported by themselves while Giro is open.")
        )
        self.folder_button.setText(self.tr("Folder…"))
        if is_on:
            said = self.tr("What appears in {folder} is imported by itself.").format(folder=folder)
        else:
            said = self.tr("Off. {folder}").format(folder=folder).strip()
        self._folder.set_full_text(said)

    @Slot(bool)
    def _on_switch_clicked(self, checked: bool) -> None:
        folder = self._preferences.value(FOLDER_KEY, "")
        if checked and not Path(folder).is_absolute():
            self._choose_folder()
        else:
            self._preferences.set_value(WATCHING_KEY, checked)
        self._retranslate()

    @Slot()
    def _choose_folder(self) -> None:
        start = self._preferences.value(FOLDER_KEY, "") or str(Path.home())
        dialog = FileDialog(self, self.tr("Folder to be watched"), start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.watch)
        dialog.open()

    @Slot(str)
    def _on_preference_changed(self, key: str) -> None:
        if key in {FOLDER_KEY, WATCHING_KEY}:
            self._retranslate()
