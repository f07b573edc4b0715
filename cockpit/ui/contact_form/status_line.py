"""One line that says what became of the form: saved, refused, recovered."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from cockpit.ui.theme import Space, Theme
from cockpit.ui.widgets.labels import ranked_label

ICON = 16
LINE = 24


class StatusLine(QWidget):
    """An icon and a sentence; colour is never the only sign."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name, self._tint = "", "ink_quiet"
        self._is_about_saved = False
        self._icon = QLabel(self)
        self._icon.setFixedWidth(ICON)
        self._text = ranked_label("quiet", parent=self)
        self._text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        self.setMinimumHeight(LINE)
        theme.changed.connect(self._on_theme_changed)
        self.clear()

    def text(self) -> str:
        """Return what is being said."""
        return self._text.text()

    def is_about_form(self) -> bool:
        """Return whether it speaks of what stands in the form, and not of a contact saved."""
        return not self._is_about_saved

    def clear(self) -> None:
        """Say nothing."""
        self._say("", "quiet", "", "ink_quiet")

    def show_quiet(self, text: str) -> None:
        """Mention something in passing."""
        self._say(text, "quiet", "info", "ink_quiet")

    def show_done(self, text: str, about: str) -> None:
        """Tell what is stored, and of whom."""
        self._say(f"{text} · {about}", "success", "check", "success")
        self._is_about_saved = True

    def show_plain_done(self, text: str) -> None:
        """Tell that what stands here is stored."""
        self._say(text, "success", "check", "success")

    def show_notice(self, sentence: str) -> None:
        """Tell something unexpected of a contact saved, which asks for nothing."""
        self._say(sentence, "warning", "info", "warning")
        self._is_about_saved = True

    def show_error(self, sentence: str) -> None:
        """Say what to do."""
        self._say(sentence, "danger", "alert", "danger")

    def _say(self, text: str, rank: str, icon_name: str, tint: str) -> None:
        self._is_about_saved = False
        self._icon_name, self._tint = icon_name, tint
        self._text.setText(text)
        self._text.setAccessibleName(text)
        if self._text.property("role") != rank:
            self._text.setProperty("role", rank)
            self._text.style().polish(self._text)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(self._theme.pixmap(self._icon_name, ICON, self._tint, ratio))
