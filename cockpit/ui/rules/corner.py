"""Opens the rules; their code is read when they are first wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cockpit.domain.rules import RuleKind
from cockpit.ui.actions import ActionId
from cockpit.ui.actions.spec import Where
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens
from cockpit.ui.window_actions import Handlers
from cockpit.ui.work_list.screen import WorkListScreen

if TYPE_CHECKING:
    from cockpit.ui.rules.screen import RulesScreen


class RulesCorner(QObject):
    """Holds what the window needs of them.

    Attributes:
        screen: None until it is opened for the first time.
    """

    def __init__(self, ctx: UiContext, work_list: WorkListScreen, screens: Screens) -> None:
        super().__init__(screens)
        self._ctx, self._work_list, self._screens = ctx, work_list, screens
        self.screen: RulesScreen | None = None
        screens.policy_requested.connect(self.show_cycle)

    def handlers(self) -> Handlers:
        """Return what the key does; everybody may look and try."""
        return {ActionId.RULES: self.open}

    @Slot()
    def open(self) -> None:
        """Show the rules in place of the desk."""
        self._screens.show_page(self._made())

    @Slot()
    def show_cycle(self) -> None:
        """Show the purchase cycle's rules."""
        screen = self._made()
        self._screens.show_page(screen)
        screen.show_kind(RuleKind.CYCLE)

    def _made(self) -> "RulesScreen":
        if self.screen is None:
            from cockpit.ui.rules.screen import RulesScreen  # noqa: PLC0415 - see above

            screens = self._screens
            self.screen = RulesScreen(self._ctx, self._work_list.name_of, screens.pages)
            self.screen.customer_requested.connect(screens.customer_requested)
            self.screen.customers_requested.connect(screens.customers_requested)
            self.screen.message_raised.connect(screens.message_raised)
            screens.adopt(self.screen, Where.RULES)
        return self.screen
