"""The relationship's history: one entry per contact, notes wrapped."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.customer import ContactSummary
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Space
from cockpit.ui.words import channel_word

Index = QModelIndex | QPersistentModelIndex

PADDING = 6
LEAST_HEIGHT = 56
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Role(IntEnum):
    """What the model tells besides the text."""

    ENTITY_ID = Qt.ItemDataRole.UserRole + 1
    CONTACT = Qt.ItemDataRole.UserRole + 2


class HistoryItemModel(QAbstractListModel):
    """Contacts, the newest first."""

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = ctx.clock.zone
        self._rows: tuple[ContactSummary, ...] = ()

    def set_rows(self, rows: Sequence[ContactSummary]) -> None:
        """Show these contacts."""
        self.beginResetModel()
        self._rows = tuple(sorted(rows, key=lambda one: one.occurred_at, reverse=True))
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        contact = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                parts = (self.when(contact), headline(contact), circumstances(contact))
                return "\n".join(part for part in (*parts, contact.note) if part)
            case Role.ENTITY_ID:
                return contact.contact_id
            case Role.CONTACT:
                return contact
        return None

    def when(self, contact: ContactSummary) -> str:
        """Return the contact's local date and time."""
        return formats.moment(contact.occurred_at, self._zone)


def headline(contact: ContactSummary) -> str:
    """Return what happened and why."""
    return " · ".join(part for part in (contact.outcome, contact.reason) if part)


def circumstances(contact: ContactSummary) -> str:
    """Return who spoke to whom, how, and in which campaign."""
    people = " → ".join(part for part in (contact.attendant, contact.person_name) if part)
    parts = (people, channel_word(contact.channel), contact.campaign)
    return " · ".join(part for part in parts if part)


class HistoryDelegate(QStyledItemDelegate):
    """Draws a contact in two lines and its note below them."""

    def __init__(self, ctx: UiContext, view: QListView) -> None:
        super().__init__(view)
        self._theme = ctx.theme
        self._view = view
        self._head = ctx.theme.font(FontRole.HEADING)
        self._small = ctx.theme.font(FontRole.SMALL)
        self._body = ctx.theme.font(FontRole.BODY)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        contact: ContactSummary = index.data(Role.CONTACT)
        width = self._view.viewport().width()
        inner = width - 2 * Space.L
        head = QFontMetrics(self._head)
        height = 2 * PADDING + 1 + QFontMetrics(self._small).height()
        date_width = QFontMetrics(self._small).horizontalAdvance("00/00/0000 00:00") + Space.M
        height += _wrapped(head, headline(contact), inner - date_width)
        if contact.note:
            height += 2 + _wrapped(QFontMetrics(self._body), contact.note, inner)
        return QSize(width, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        contact: ContactSummary = index.data(Role.CONTACT)
        model = index.model()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        box = rect.adjusted(Space.L, PADDING, -Space.L, -PADDING)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("ink_muted"))
        when = model.when(contact) if isinstance(model, HistoryItemModel) else ""
        date_width = painter.fontMetrics().horizontalAdvance("00/00/0000 00:00") + Space.M
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, when)
        painter.setFont(self._head)
        painter.setPen(self._theme.colour("ink"))
        used = painter.drawText(box.adjusted(0, 0, -date_width, 0), WRAPPED, headline(contact))
        box.setTop(max(used.bottom() + 1, box.top() + painter.fontMetrics().height()))
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("ink_muted"))
        metrics = painter.fontMetrics()
        text = circumstances(contact)
        painter.drawText(
            box, WRAPPED, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        )
        box.setTop(box.top() + metrics.height() + 2)
        painter.setFont(self._body)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(box, WRAPPED, contact.note)
        painter.restore()


class HistoryView(QListView):
    """Scrolls by pixel; keeps its place when a contact is added above it."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contacts = HistoryItemModel(ctx, self)
        self.setModel(self._contacts)
        self.setItemDelegate(HistoryDelegate(ctx, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        ctx.theme.changed.connect(self._on_theme_changed)

    def set_contacts(self, contacts: Sequence[ContactSummary], *, keep_place: bool) -> None:
        """Show contacts; ``keep_place`` leaves the entry at the top where it is."""
        top = self.indexAt(self.viewport().rect().topLeft()) if keep_place else QModelIndex()
        is_at_start = self.verticalScrollBar().value() == 0
        anchor = top.data(Role.ENTITY_ID) if top.isValid() and not is_at_start else None
        offset = self.visualRect(top).top() if anchor is not None else 0
        current = self.currentIndex().data(Role.ENTITY_ID) if keep_place else None
        self._contacts.set_rows(contacts)
        self.doItemsLayout()
        if current is not None and (index := self._index_of(current)).isValid():
            self.setCurrentIndex(index)
        if anchor is not None and (index := self._index_of(anchor)).isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - offset)
        elif is_at_start or not keep_place:
            self.scrollToTop()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, LEAST_HEIGHT)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()

    def _index_of(self, contact_id: object) -> QModelIndex:
        for row in range(self._contacts.rowCount()):
            index = self._contacts.index(row)
            if index.data(Role.ENTITY_ID) == contact_id:
                return index
        return QModelIndex()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()


def _wrapped(metrics: QFontMetrics, text: str, width: int) -> int:
    room = QRect(0, 0, max(width, 1), 1_000_000)
    return max(metrics.boundingRect(room, WRAPPED, text).height(), metrics.height())
