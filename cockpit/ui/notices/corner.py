"""The notices' button beside the bell, and the dialogs behind it, made when first wanted."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.changes import Topic
from cockpit.domain.rights import Task
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.notices.teller import CollisionTeller
from cockpit.ui.theme import Theme
from cockpit.ui.unread_counter import UnreadCounter
from cockpit.ui.widgets.icon_button import IconButton

_DOT = 7


class NoticesButton(IconButton):
    """A tray, with a dot while a notice is unread: it tells, and does not urge."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "inbox", parent)
        self._palette = theme
        self._title = self._key = ""
        self._count = 0

    def name(self, title: str, key: str) -> None:
        """Set what the button is called, and the key that does the same."""
        self._title, self._key = title, key
        self._show()

    def set_count(self, count: int) -> None:
        """Show whether any notices are unread; their number is told, not painted."""
        self._count = count
        self._show()
        self.update()

    @property
    def count(self) -> int:
        """Return how many notices are unread."""
        return self._count

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._palette.colour("accent"))
            painter.drawEllipse(QRectF(self.width() - _DOT - 2, 2, _DOT, _DOT))

    def _show(self) -> None:
        unread = self.tr("%n unread", "", self._count) if self._count else ""
        title = ", ".join(part for part in (self._title, unread) if part)
        self.set_title(title, self._key)


class NoticesCorner(QObject):
    """Opens the notices and their settings.

    Attributes:
        unread: Counts what is unread.
        teller: Tells the desktop of collisions.
    """

    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._window = window
        self.unread = UnreadCounter(ctx, Topic.NOTICES, partial(_unread, ctx), self)
        self.teller = CollisionTeller(ctx, self)

    def handlers(self) -> dict[ActionId, Callable[[], object]]:
        """Return what the actions do; only supervisors decide for others."""
        found: dict[ActionId, Callable[[], object]] = {ActionId.NOTICES: self.open}
        if self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS):
            found[ActionId.NOTICE_SETTINGS] = self.open_settings
        return found

    def attend(
        self,
        button: NoticesButton,
        say: Callable[[str], None],
        open_customer: Callable[[UUID], None],
    ) -> None:
        """Count for a button, speak, and open customers."""
        self.unread.counted.connect(button.set_count)
        self.message_raised.connect(say)
        self.customer_requested.connect(open_customer)

    @Slot()
    def open(self) -> None:
        """Show the notices."""
        from cockpit.ui.notices.dialog import NoticesDialog  # noqa: PLC0415 - see above

        dialog = NoticesDialog(self._ctx, self._window)
        dialog.customer_requested.connect(self.customer_requested)
        dialog.settings_requested.connect(self.open_settings)
        dialog.finished.connect(dialog.deleteLater)
        dialog.start()

    @Slot()
    def open_settings(self) -> None:
        """Show when everybody is told; supervisors decide it."""
        from cockpit.ui.notices.settings_dialog import (  # noqa: PLC0415 - see above
            NoticeSettingsDialog,
        )

        dialog = NoticeSettingsDialog(self._ctx, self._window)
        dialog.message_raised.connect(self.message_raised)
        dialog.finished.connect(dialog.deleteLater)
        dialog.start()


def _unread(ctx: UiContext) -> int:
    return sum(one.read_at is None for one in ctx.notices().inbox())
