"""Opens the indicators; their code and the plots' are read when they are wanted."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from cockpit.domain.indicators import Question
from cockpit.domain.reports import ReportName, ReportRequest
from cockpit.runtime.task_runner import Lane
from cockpit.ui.actions import ActionId, Where
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens
from cockpit.ui.window_actions import Handlers

if TYPE_CHECKING:
    from cockpit.ui.indicators.screen import IndicatorScreen


class IndicatorCorner(QObject):
    """Holds what the window needs of them.

    Attributes:
        screen: The screen; None until it is opened for the first time.
    """

    def __init__(self, ctx: UiContext, screens: Screens) -> None:
        super().__init__(screens)
        self._ctx, self._screens = ctx, screens
        self.screen: IndicatorScreen | None = None

    def handlers(self) -> Handlers:
        """Return what the keys do; everybody has figures, at least their own."""
        return {ActionId.INDICATORS: self.open}

    @Slot()
    def open(self) -> None:
        """Show the screen; the first time its plots are read in the background before."""
        if self.screen is not None:
            self._screens.show_page(self.screen)
            return
        self._ctx.runner.submit(
            _read_plots,
            lane=Lane.READ,
            owner=self,
            key="plots",
            on_result=self._on_plots_read,
        )

    def _on_plots_read(self, nothing: None) -> None:
        from cockpit.ui.indicators.screen import IndicatorScreen  # noqa: PLC0415 - see above

        if self.screen is None:
            self.screen = IndicatorScreen(self._ctx, self._screens.pages)
            self.screen.customers_requested.connect(self._screens.customers_requested)
            self.screen.message_raised.connect(self._screens.message_raised)
            self.screen.export_requested.connect(self._on_export_requested)
            self._screens.adopt(self.screen, Where.INDICATORS)
        self._screens.show_page(self.screen)

    def _on_export_requested(self, name: ReportName, question: Question) -> None:
        """Ask where the page's report is to go."""
        from cockpit.ui.reports.dialog import ReportDialog  # noqa: PLC0415 - at the first report

        request = ReportRequest(ReportName(name), question).possible
        dialog = ReportDialog(self._ctx, request, self.screen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.message_raised.connect(self._screens.message_raised)
        dialog.open()


def _read_plots() -> None:
    """Read what makes plots, which takes a third of a second and makes nothing of the window."""
    import_module("pyqtgraph")
