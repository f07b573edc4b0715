"""A user's notices: the newest first, and beside them what the chosen one tells."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.notices import LeftCustomer, Notice, NoticeKind, PortfolioState
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.notices.words import (
    customer_columns,
    explanation,
    headline,
    left_out,
    portfolio_columns,
    short_headline,
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
        self._more = ranked_label("small", parent=page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        parts = (self._heading, self._explanation, self.customers, self.portfolios, self._more)
        for part in parts:
            layout.addWidget(part)
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
        digest, language = notice.digest, self._ctx.language
        is_customers = digest.kind is NoticeKind.CYCLE_LEFT
        self._heading.setText(headline(digest, language))
        self._explanation.setText(explanation(digest))
        self.customers.set_rows(digest.customers)
        self.portfolios.set_rows((*digest.portfolios, total_of(digest)))
        self.customers.setVisible(is_customers)
        self.portfolios.setVisible(not is_customers)
        self._hint.setVisible(is_customers)
        more = left_out(digest, language)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._page.show()
        if notice.read_at is None:
            self._mark_read(notice.notice_id)

    @Slot(object)
    def _on_list_opened(self, notice: Notice) -> None:
        is_customers = notice.digest.kind is NoticeKind.CYCLE_LEFT
        table = self.customers if is_customers else self.portfolios
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        table.selectRow(0)

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


def _list_columns(ctx: UiContext) -> tuple[Column[Notice], ...]:
    def when(notice: Notice, _language: Language) -> str:
        day = notice.created_at.astimezone(ctx.clock.zone).date()
        return formats.short_day(day, ctx.clock.today())

    def what(notice: Notice, language: Language) -> str:
        return short_headline(notice.digest, language)

    return (Column(lambda: "", what), Column(lambda: "", when))


def _inbox(ctx: UiContext) -> list[Notice]:
    return ctx.notices().inbox()


def _mark_read(ctx: UiContext, notice_id: UUID) -> None:
    ctx.notices().mark_read([notice_id])
