"""Opens the campaigns: by their key, and with customers of the work list."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from cockpit.runtime.task_runner import Lane
from cockpit.ui.actions import ActionId, Where
from cockpit.ui.call.loop import DeskParts
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens
from cockpit.ui.work_list.marked_rows import MarkedRows

if TYPE_CHECKING:
    from cockpit.ui.campaigns.screen import CampaignScreen


class CampaignsCorner(QObject):
    """Stands between the window and the campaigns.

    Attributes:
        screen: None until it is opened for the first time.
    """

    def __init__(self, ctx: UiContext, parts: DeskParts, screens: Screens) -> None:
        super().__init__(screens)
        self._ctx = ctx
        self._screens = screens
        self.screen: CampaignScreen | None = None
        parts.work_list.tools.campaign_requested.connect(self._on_campaign_requested)

    def handlers(self) -> dict[ActionId, Callable[[], object]]:
        """Return what the action does."""
        return {ActionId.CAMPAIGNS: self.show}

    @Slot()
    def show(self) -> None:
        """Show the campaigns in place of the desk."""
        self._screens.show_page(self._made())

    @Slot(object, str)
    def _on_campaign_requested(self, rows: MarkedRows, source: str) -> None:
        """Begin a campaign with the rows of the list."""
        self._ctx.runner.submit(
            rows.ids,
            lane=Lane.READ,
            owner=self,
            key="ids",
            on_result=partial(self._begin, source),
            on_error=self._on_error,
        )

    def _begin(self, source: str, customer_ids: list[UUID]) -> None:
        self.show()
        self._made().begin(customer_ids, source)

    def _on_error(self, error: Exception) -> None:
        raise error

    def _made(self) -> "CampaignScreen":
        if self.screen is None:
            from cockpit.ui.campaigns.screen import CampaignScreen  # noqa: PLC0415 - few open it

            self.screen = CampaignScreen(self._ctx, self._screens.pages)
            self.screen.customers_requested.connect(self._screens.customers_requested)
            self.screen.message_raised.connect(self._screens.message_raised)
            self._screens.adopt(self.screen, Where.CAMPAIGNS)
        return self.screen
