"""Opens the dialog of wishes for the client in view; its code is read when it is first wanted."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.customer import CustomerProfile
from cockpit.ui.context import UiContext


class WishesOpener(QObject):
    """Knows whose wishes are meant."""

    def __init__(self, ctx: UiContext, panel: QWidget) -> None:
        super().__init__(panel)
        self._ctx, self._panel = ctx, panel
        self._profile: CustomerProfile | None = None

    def show_profile(self, profile: CustomerProfile) -> None:
        """Take note of who is in view."""
        self._profile = profile

    @Slot()
    def open(self) -> None:
        """Open the dialog, where somebody is in view."""
        from cockpit.ui.wishes.dialog import WishesDialog  # noqa: PLC0415 - see above

        if self._profile is not None:
            dialog = WishesDialog(self._ctx, self._profile, self._panel.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.start()
