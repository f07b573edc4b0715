"""Theme and language of the windows: switched by their keys, in force as soon as preferred."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from cockpit.domain.formats import Language
from cockpit.runtime.translation import install_language
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Scheme


class LookCorner(QObject):
    """Stands between the preferences and what windows look and speak like."""

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        ctx.preferences.changed.connect(self._on_preference_changed)

    def handlers(self) -> dict[ActionId, Callable[[], object]]:
        """Return what the actions do."""
        return {ActionId.THEME: self._toggle_theme, ActionId.LANGUAGE: self._toggle_language}

    @Slot(object)
    def speak(self, language: Language) -> None:
        """Prefer a language."""
        self._ctx.preferences.language = language

    def _toggle_theme(self) -> None:
        is_dark = self._ctx.theme.scheme is Scheme.DARK
        self._ctx.preferences.theme = "light" if is_dark else "dark"

    def _toggle_language(self) -> None:
        is_english = self._ctx.language is Language.ENGLISH
        self.speak(Language.PORTUGUESE if is_english else Language.ENGLISH)

    @Slot(str)
    def _on_preference_changed(self, key: str) -> None:
        preferences = self._ctx.preferences
        if key == "theme":
            self._ctx.theme.apply(preferences.theme)
        elif key == "language":
            app = QApplication.instance()
            assert app is not None  # noqa: S101 - there is no window without it
            install_language(app, preferences.language)
