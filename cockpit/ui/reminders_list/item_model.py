"""Raised reminders as rows, and how a row is drawn."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from cockpit.domain.agenda import Reminder
from cockpit.ui.context import UiContext
from cockpit.ui.reminders_list.wording import standing_texts, when_text
from cockpit.ui.theme import FontRole, Space

Index = QModelIndex | QPersistentModelIndex

PADDING = 6
ICON = 16


class Role(IntEnum):
    """What the model tells besides the text."""

    ENTITY_ID = Qt.ItemDataRole.UserRole + 1
    REMINDER = Qt.ItemDataRole.UserRole + 2


class ReminderItemModel(QAbstractListModel):
    """Reminders, the oldest first."""

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._rows: tuple[Reminder, ...] = ()

    @property
    def rows(self) -> tuple[Reminder, ...]:
        """Return the reminders in their order."""
        return self._rows

    def set_rows(self, rows: Sequence[Reminder]) -> None:
        """Show these reminders."""
        self.beginResetModel()
        self._rows = tuple(sorted(rows, key=lambda one: one.remind_at))
        self.endResetModel()

    def when(self, reminder: Reminder) -> str:
        """Return the due time, with its day unless it is today."""
        return when_text(reminder, self._ctx.clock, self._ctx.language)

    def details(self, reminder: Reminder) -> str:
        """Return the second line: whose it is, by when, the number and the note."""
        note = " ".join(reminder.note.split())
        parts = [
            *standing_texts(reminder, self._ctx.clock, self._ctx.language), reminder.phone, note
        ]  # fmt: skip
        return " · ".join(part for part in parts if part)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        reminder = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                standing = standing_texts(reminder, self._ctx.clock, self._ctx.language)
                parts = (reminder.customer_name, self.when(reminder), *standing, reminder.note)
                return " · ".join(part for part in parts if part)
            case Role.ENTITY_ID:
                return reminder.reminder_id
            case Role.REMINDER:
                return reminder
        return None


class ReminderDelegate(QStyledItemDelegate):
    """Draws the client and the due time, and the note below them."""

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The same for all, so that thousands are laid out at once.
        height = 2 * PADDING + QFontMetrics(self._ctx.theme.font(FontRole.HEADING)).height()
        height += 2 + QFontMetrics(self._ctx.theme.font(FontRole.SMALL)).height()
        return QSize(200, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, model = self._ctx.theme, index.model()
        reminder: Reminder = index.data(Role.REMINDER)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent")
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        box = rect.adjusted(Space.M, PADDING, -Space.M, -PADDING)
        bell = QRect(box.left(), box.top(), ICON, ICON)
        theme.icon("bell", "accent").paint(painter, bell)
        box.setLeft(bell.right() + Space.S)
        painter.setFont(theme.font(FontRole.SMALL))
        painter.setPen(theme.colour("ink_muted"))
        assert isinstance(model, ReminderItemModel)  # noqa: S101 - it is drawn for no other
        when = model.when(reminder)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, when)
        room = box.width() - painter.fontMetrics().horizontalAdvance(when) - Space.M
        painter.setFont(theme.font(FontRole.HEADING))
        painter.setPen(theme.colour("ink"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(reminder.customer_name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        box.setTop(box.top() + metrics.height() + 2)
        painter.setFont(theme.font(FontRole.SMALL))
        painter.setPen(theme.colour("ink_muted"))
        details = painter.fontMetrics().elidedText(
            model.details(reminder), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, details)
        painter.restore()
