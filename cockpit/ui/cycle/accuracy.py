"""How right the program was: the backtest on the left, the parameters in force on the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.ui.context import UiContext
from cockpit.ui.cycle.backtest_view import BacktestView
from cockpit.ui.cycle.fit_view import FitView
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import divider

_FIT_WIDTH = 380


class AccuracySection(QWidget):
    """Two sections side by side, each with its own states.

    Attributes:
        backtest: The past predictions.
        fit: The parameters.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backtest, self.fit = BacktestView(ctx, self), FitView(ctx, self)
        self.fit.setFixedWidth(_FIT_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(self.backtest, 1)
        layout.addWidget(divider(self, vertical=True))
        layout.addWidget(self.fit)
        for part in (self.backtest, self.fit):
            part.message_raised.connect(self.message_raised)

    def open(self) -> None:
        """Come into sight."""
        self.fit.open()
        self.backtest.open()

    def reload(self) -> None:
        """Read again."""
        self.fit.reload()
        self.backtest.reload()

    def expire(self) -> None:
        """Take note that other parameters may be in force.

        A backtest stays until somebody asks for another: it takes long, and a day's orders change
        nothing of it.
        """
        self.fit.expire()

    def stop(self) -> None:
        """Interrupt the comparison; a fit is the keeper's, which ends with the window."""
        self.backtest.stop()
