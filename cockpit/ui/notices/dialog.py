"""A user's notices: the newest first, and beside them what the chosen one tells."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from cockpit.domain import formats
from cockpit.domain.collisions import Collision, Talk
from cockpit.domain.formats import Language
from cockpit.domain.notices import LeftCustomer, Notice, NoticeKind, PortfolioState
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.notices.words import (
    Told,
    customer_columns,
    explanation,
    headline,
    left_out,
    portfolio_columns,
    short_headline,
    talk_columns,
    total_of,
)
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable

_SIZE = (1080, 520)
_LIST_WIDTH = 300


class NoticesDialog(QDialog):
    """Enter in the table opens a customer; a notice that is looked at counts as read."""

    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: The user wants to decide when everybody is told.
    settings_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWindowTitle(self.tr("Notices"))
        self.resize(*_SIZE)
        self._build()

    def start(self) -> None:
        """Show the dialog and read the notices."""
        self.open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ctx.runner.submit(
            partial(_inbox, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="inbox",
            on_result=self.show_notices,
            on_error=self._on_error,
        )

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these notices, the first one chosen."""
        self.list.set_rows(notices)
        self._empty.setVisible(not notices)
        self.list.setVisible(bool(notices))
        if notices:
            self.list.selectRow(0)
        else:
            self._page.hide()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.list: RecordTable[Notice] = RecordTable(
            self._ctx,
            _list_columns(self._ctx),
            is_strong=lambda one: one.read_at is None,
            wide=0,
            key=lambda one: one.notice_id,
            parent=self,
        )
        self.list.setAccessibleName(self.tr("Notices"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.horizontalHeader().hide()
        self.list.chosen.connect(self._on_list_chosen)
        self.list.opened.connect(self._on_list_opened)
        self._empty = ranked_label("muted", self.tr("You have no notices yet."), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        self._page = self._make_page()
        self._page.hide()
        upper = QHBoxLayout()
        upper.setSpacing(Space.L)
        upper.addWidget(self.list)
        upper.addWidget(self._empty, 1)
        upper.addWidget(self._page, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.M)
        layout.setSpacing(Space.M)
        layout.addLayout(upper, 1)
        layout.addLayout(self._make_foot())

    def _make_page(self) -> QWidget:
        page = QWidget(self)
        self._heading = ranked_label("heading", parent=page)
        self._explanation = ranked_label("small", parent=page)
        self.customers: RecordTable[LeftCustomer] = RecordTable(
            self._ctx, customer_columns(), wide=0, parent=page
        )
        self.customers.setAccessibleName(self.tr("Customers who left their cycle"))
        self.customers.opened.connect(self._on_customers_opened)
        self.portfolios: RecordTable[PortfolioState] = RecordTable(
            self._ctx, portfolio_columns(), is_strong=self._is_total, wide=0, parent=page
        )
        self.portfolios.setAccessibleName(self.tr("Portfolios"))
        self.talks: RecordTable[Talk] = RecordTable(
            self._ctx,
            talk_columns(self._ctx.user.user_id, self._ctx.clock),
            wide=0,
            parent=page,
        )
        self.talks.setAccessibleName(self.tr("Who talked with the client"))
        self.talks.opened.connect(self._on_talks_opened)
        self._more = ranked_label("small", parent=page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for label in (self._heading, self._explanation):
            label.setWordWrap(True)
            layout.addWidget(label)
        for table in (self.customers, self.portfolios, self.talks):
            layout.addWidget(table, 1)
        layout.addWidget(self._more)
        return page

    def _make_foot(self) -> QHBoxLayout:
        self._hint = ranked_label("caption", self.tr("Enter opens the customer"), self)
        self.settings_button = QPushButton(self.tr("When everybody is told…"), self)
        self.settings_button.setAutoDefault(False)
        self.settings_button.setVisible(self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS))
        self.settings_button.clicked.connect(self._on_settings_clicked)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._hint)
        foot.addStretch()
        foot.addWidget(self.settings_button)
        foot.addWidget(close)
        return foot

    def _is_total(self, state: PortfolioState) -> bool:
        return bool(self.portfolios.records.rows) and state is self.portfolios.records.rows[-1]

    # --- what the user does --------------------------------------------------------------------

    @Slot(object)
    def _on_list_chosen(self, notice: Notice | None) -> None:
        if notice is None:
            return
        self._show(notice.told)
        self._page.show()
        if notice.read_at is None:
            self._mark_read(notice.notice_id)

    def _show(self, told: Told) -> None:
        """Say a notice in words, with its table."""
        language = self._ctx.language
        self._heading.setText(headline(told, self._ctx.user.user_id, language))
        self._explanation.setText(explanation(told))
        if isinstance(told, Collision):
            self.talks.set_rows(told.talks)
        elif told.kind is NoticeKind.CYCLE_LEFT:
            self.customers.set_rows(told.customers)
        else:
            self.portfolios.set_rows((*told.portfolios, total_of(told)))
        table = self._table_of(told)
        for one in (self.customers, self.portfolios, self.talks):
            one.setVisible(one is table)
        self._hint.setVisible(table is not self.portfolios and _opens(told))
        more = "" if isinstance(told, Collision) else left_out(told, language)
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def _table_of(self, told: Told) -> QTableView:
        if isinstance(told, Collision):
            return self.talks
        return self.customers if told.kind is NoticeKind.CYCLE_LEFT else self.portfolios

    @Slot(object)
    def _on_list_opened(self, notice: Notice) -> None:
        table = self._table_of(notice.told)
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        table.selectRow(0)

    @Slot(object)
    def _on_talks_opened(self, _talk: object) -> None:
        notice = self.list.current()
        if notice is not None and isinstance(notice.told, Collision) and _opens(notice.told):
            self.accept()
            self.customer_requested.emit(notice.told.customer_id)

    @Slot(object)
    def _on_customers_opened(self, customer: LeftCustomer) -> None:
        if customer.name:
            self.accept()
            self.customer_requested.emit(customer.customer_id)

    @Slot()
    def _on_settings_clicked(self) -> None:
        self.accept()
        self.settings_requested.emit()

    def _mark_read(self, notice_id: UUID) -> None:
        self._ctx.runner.submit(
            partial(_mark_read, self._ctx, notice_id),
            lane=Lane.WRITE,
            owner=self,
            key=f"read.{notice_id}",
            on_result=self._on_marked,
            on_error=self._on_error,
        )

    def _on_marked(self, _nothing: None) -> None:
        """Nobody waits for it."""

    def _on_error(self, error: Exception) -> None:
        self._empty.setText(sentence_of(error, self._ctx.language))
        self._empty.show()


def _opens(told: Told) -> bool:
    """Return whether a customer can be opened from a notice."""
    return bool(told.customer) if isinstance(told, Collision) else bool(told.customers)


def _list_columns(ctx: UiContext) -> tuple[Column[Notice], ...]:
    def when(notice: Notice, _language: Language) -> str:
        day = notice.created_at.astimezone(ctx.clock.zone).date()
        return formats.short_day(day, ctx.clock.today())

    def what(notice: Notice, language: Language) -> str:
        return short_headline(notice.told, language)

    return (Column(lambda: "", what), Column(lambda: "", when))


def _inbox(ctx: UiContext) -> list[Notice]:
    return ctx.notices().inbox()


def _mark_read(ctx: UiContext, notice_id: UUID) -> None:
    ctx.notices().mark_read([notice_id])
