"""The top bar's word on the server: an icon while all is well, a few words where it is not."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.weather import WeatherState
from cockpit.ui.context import UiContext
from cockpit.ui.weather.words import short_text, state_word
from cockpit.ui.widgets.state_chip import StateChip

_ICON = 16
_LOOKS = {
    WeatherState.CONNECTED: ("globe", "ink_muted"),
    WeatherState.SLOW: ("clock", "warning"),
    WeatherState.AWAY: ("alert", "warning"),
    WeatherState.REFUSED: ("lock", "danger"),
    WeatherState.OTHER_VERSION: ("refresh", "danger"),
}


class WeatherChip(StateChip):
    """Hidden where there is no server."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(ctx.theme, parent, kind="chip", icon=_ICON)
        self._ctx = ctx
        self.setVisible(ctx.weather is not None)
        if ctx.weather is not None:
            ctx.weather.changed.connect(self._on_weather_changed)
        self.refresh()

    @Slot(object)
    def _on_weather_changed(self, _present: object) -> None:
        self.refresh()

    @override
    @Slot()
    def refresh(self) -> None:
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
