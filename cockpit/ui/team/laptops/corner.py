"""Opens the team's laptops, for administrators of a server; their code is read when wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cockpit.ui.actions import ActionId
from cockpit.ui.actions.spec import Where
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens
from cockpit.ui.window_actions import Handlers

if TYPE_CHECKING:
    from cockpit.ui.team.laptops.screen import LaptopsScreen


class LaptopsCorner(QObject):
    """Holds what the window needs of them.

    Attributes:
        screen: None until it is opened for the first time.
    """

    def __init__(self, ctx: UiContext, screens: Screens) -> None:
        super().__init__(screens)
        self._ctx, self._screens = ctx, screens
        self.screen: LaptopsScreen | None = None

    def handlers(self) -> Handlers:
        """Return what the key does; nothing for who may not, and for a file."""
        return {} if self._ctx.laptops is None else {ActionId.LAPTOPS: self.open}

    @Slot()
    def open(self) -> None:
        """Show the laptops in place of the desk."""
        if self.screen is None and self._ctx.laptops is not None:
            from cockpit.ui.team.laptops.screen import LaptopsScreen  # noqa: PLC0415 - see above

            self.screen = LaptopsScreen(self._ctx, self._ctx.laptops, self._screens.pages)
            self.screen.message_raised.connect(self._screens.message_raised)
            self._screens.adopt(self.screen, Where.LAPTOPS)
        if self.screen is not None:
            self._screens.show_page(self.screen)
