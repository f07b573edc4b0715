"""The page of the customers whom sellers have along."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.services.lent import LentService
from cockpit.ui.context import UiContext
from cockpit.ui.team.lent.page import LentPage
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import is_keyboard_lost
from cockpit.ui.widgets.labels import divider, ranked_label

#: Who takes along and who gives back tell the server, and no window.
_BEAT_MS = 30_000


class LentScreen(QWidget):
    """Reads again every half minute while it is in sight.

    Attributes:
        page: Who is along, with whom.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, service: Callable[[], LentService], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_focus_due = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.page = LentPage(ctx, service, self)
        self._beat = QTimer(self, interval=_BEAT_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addWidget(self.page, 1)
        self._back.clicked.connect(self.close_requested)
        self.page.message_raised.connect(self.message_raised)
        self.page.listed.connect(self._on_page_listed)
        self._beat.timeout.connect(self.page.reload)
        self._retranslate()

    def look_for(self, customer_id: UUID | None) -> None:
        """Choose this customer, if they are along, at the next opening."""
        self.page.look_for(customer_id)

    def open(self) -> None:
        """Show who is along now, with the keyboard in it."""
        self._beat.start()
        self.page.reload()
        self._focus()

    @Slot()
    def reload(self) -> None:
        """Read again who is along."""
        self.page.reload()

    def stop(self) -> None:
        """Look no more."""
        self._beat.stop()

    def step_back(self) -> bool:
        """Return False: nothing is open in it that would be closed first."""
        return False

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _focus(self) -> None:
        """Let the list have the keyboard, so that its keys work."""
        table = self.page.table
        self._is_focus_due = not table.isVisible()
        (table if table.isVisible() else self._back).setFocus()

    @Slot()
    def _on_page_listed(self) -> None:
        """Give the list the keyboard that it could not take while there was nothing in it."""
        is_due = self._is_focus_due and self._back.hasFocus()
        self._is_focus_due = self._is_focus_due or not self.page.table.isVisible()
        if self.isVisible() and (is_due or is_keyboard_lost(self)):
            self._focus()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Clients of the shared list in the field"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
