"""Opens who is along with sellers, for those who answer for them; its code is read when wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cockpit.ui.actions import ActionId
from cockpit.ui.actions.spec import Where
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens
from cockpit.ui.window_actions import Handlers

if TYPE_CHECKING:
    from cockpit.ui.team.lent.screen import LentScreen


class LentCorner(QObject):
    """Holds what the window needs of it.

    Attributes:
        screen: None until it is opened for the first time.
    """

    def __init__(self, ctx: UiContext, screens: Screens) -> None:
        super().__init__(screens)
        self._ctx, self._screens = ctx, screens
        self.screen: LentScreen | None = None

    def handlers(self) -> Handlers:
        """Return what the key does; nothing for who may not, and for a file."""
        return {} if self._ctx.lent is None else {ActionId.LENT: self.open}

    @Slot()
    def open(self) -> None:
        """Show them in place of the desk, with the desk's customer chosen where they are along."""
        if self.screen is None and self._ctx.lent is not None:
            from cockpit.ui.team.lent.screen import LentScreen  # noqa: PLC0415 - see above

            self.screen = LentScreen(self._ctx, self._ctx.lent, self._screens.pages)
            self.screen.message_raised.connect(self._screens.message_raised)
            self._screens.adopt(self.screen, Where.LENT)
        if self.screen is not None:
            self.screen.look_for(self._screens.client())
            self._screens.show_page(self.screen)
