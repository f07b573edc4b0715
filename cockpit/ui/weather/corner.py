"""Says what the server does, opens what waits for it, and reads again once it is back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.kept_writes import Delivered
from cockpit.ui.actions import ActionId
from cockpit.ui.call.loop import DeskParts
from cockpit.ui.context import UiContext
from cockpit.ui.taking_along.corner import TakingAlongCorner
from cockpit.ui.team.corner import InvitationCorner
from cockpit.ui.weather.words import delivered_text


class WeatherCorner(QObject):
    """Where there is no server, it lets the user come to one, or take what it has along."""

    def __init__(
        self, ctx: UiContext, parts: DeskParts, say: Callable[[str], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._ctx, self._parts, self._say, self._window = ctx, parts, say, window
        if ctx.weather is not None:
            ctx.weather.delivered.connect(self._on_weather_delivered)
            ctx.weather.returned.connect(self._on_weather_returned)
            ctx.weather.standing_changed.connect(self._on_weather_standing_changed)

    def handlers(self) -> dict[ActionId, Callable[[], object]]:
        """Return what the action does, where there is one."""
        taking = TakingAlongCorner(self._ctx, self._window).handlers()
        if self._ctx.weather is None:
            return taking | InvitationCorner(self._ctx, self._window).handlers()
        return taking | {ActionId.SERVER: self.open}

    @Slot()
    def open(self) -> None:
        """Show how the server stands and what waits."""
        from cockpit.ui.weather.dialog import WeatherDialog  # noqa: PLC0415 - seldom wanted

        if self._ctx.weather is not None:
            dialog = WeatherDialog(
                self._ctx, self._ctx.weather, self._parts.work_list.name_of, self._window
            )
            dialog.finished.connect(dialog.deleteLater)
            dialog.start()

    @Slot(object)
    def _on_weather_delivered(self, delivered: Delivered) -> None:
        self._say(delivered_text(delivered))

    @Slot()
    def _on_weather_returned(self) -> None:
        """Let whatever could not be read meanwhile be read: the list, and the client in sight.

        What others changed meanwhile the feed finds by itself.
        """
        self._ctx.feed.tell(ChangeNotice(frozenset(Topic), frozenset()))
        self._parts.client.read_again()

    @Slot()
    def _on_weather_standing_changed(self) -> None:
        """Read what may be seen now; what the menus offer was decided when the window opened."""
        self._ctx.feed.tell(ChangeNotice.everything())
        self._parts.client.read_again()
        self._say(self.tr("Your role or your team is another one: open Giro again to have it all."))
