"""The top bar's word on the server: an icon while all is well, a few words where it is not."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from cockpit.domain.weather import WeatherState
from cockpit.ui.context import UiContext
from cockpit.ui.weather.words import short_text, state_word

_ICON = 16
_LOOKS = {
    WeatherState.CONNECTED: ("globe", "ink_muted"),
    WeatherState.SLOW: ("clock", "warning"),
    WeatherState.AWAY: ("alert", "warning"),
    WeatherState.REFUSED: ("lock", "danger"),
    WeatherState.OTHER_VERSION: ("refresh", "danger"),
}


class WeatherChip(QPushButton):
    """Hidden where there is no server."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._key = ""
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has its key
        self.setIconSize(QSize(_ICON, _ICON))
        self.setVisible(ctx.weather is not None)
        if ctx.weather is not None:
            ctx.weather.changed.connect(self._on_weather_changed)
        ctx.theme.changed.connect(self._show)
        self._show()

    def name(self, key: str) -> None:
        """Set the key that does the same."""
        self._key = key
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    @Slot(object)
    def _on_weather_changed(self, _present: object) -> None:
        self._show()

    @Slot()
    def _show(self) -> None:
        weather = self._ctx.weather
        if weather is None:
            return
        present = weather.present
        icon, tint = _LOOKS[present.state]
        if weather.refused_count and present.state is WeatherState.CONNECTED:
            icon, tint = "alert", "danger"
        self.setIcon(self._ctx.theme.icon(icon, tint))
        text = short_text(self._ctx, present, weather.waiting_count, weather.refused_count)
        self.setText(text)
        told = self.tr("Server: {state}").format(state=text or state_word(present.state))
        self.setAccessibleName(told)
        self.setToolTip(f"{told} ({self._key})" if self._key else told)
