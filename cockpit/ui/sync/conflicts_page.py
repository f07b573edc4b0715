"""The inbox of conflicts: both versions side by side, one key to decide, then the next one."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.errors import ConflictError
from cockpit.domain.field import ToldConflict
from cockpit.runtime.sync_controller import SyncController
from cockpit.ui.context import UiContext
from cockpit.ui.sync.entity_words import entity_word
from cockpit.ui.sync.versions import VersionsView
from cockpit.ui.sync.words import when_text
from cockpit.ui.theme import Space
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider
from cockpit.ui.widgets.list_section import ListSection
from cockpit.ui.widgets.record_table import Column, RecordTable

_CUSTOMER = 0


class ConflictsPage(ListSection):
    """M keeps the user's version, S the server's; O opens the customer.

    Attributes:
        table: The conflicts, oldest first.
        versions: The chosen one.
        mine_button: Keeps the user's version; ``theirs_button``, the server's.
    """

    #: The customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: A conflict was decided.
    decided = Signal()

    def __init__(self, ctx: UiContext, sync: SyncController, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self._sync = sync
        self.table: RecordTable[ToldConflict] = RecordTable(
            ctx, self._columns(), wide=_CUSTOMER, key=lambda one: one.key, parent=self.body
        )
        self.versions = VersionsView(ctx, sync.field.clock, self.body)
        self.mine_button, self.theirs_button = QPushButton(self.body), QPushButton(self.body)
        self._lay_out()
        self.table.chosen.connect(self._on_table_chosen)
        self.table.opened.connect(self._on_table_opened)
        self.mine_button.clicked.connect(partial(self._decide, is_mine=True))
        self.theirs_button.clicked.connect(partial(self._decide, is_mine=False))
        keys = {
            "M": self.mine_button.click,
            "S": self.theirs_button.click,
            "O": self._open_customer,
        }
        bind_keys(self, keys)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Conflicts"))
        self.mine_button.setText(self.tr("Mine stays  M"))
        self.theirs_button.setText(self.tr("The server's stays  S"))
        self._on_table_chosen(self.table.current())

    # --- building ------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[ToldConflict], ...]:
        clock = self._sync.field.clock
        return (
            Column(lambda: self.tr("Customer"), lambda one, _: one.customer),
            Column(lambda: self.tr("What"), lambda one, _: entity_word(one.entity)),
            Column(lambda: self.tr("Since"), lambda one, _: when_text(one.noted_at, clock)),
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.mine_button)
        buttons.addWidget(self.theirs_button)
        buttons.addStretch()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.versions, 1)
        right.addWidget(divider(self.body))
        right.addLayout(buttons)
        layout = QHBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 4)
        layout.addWidget(divider(self.body, vertical=True))
        layout.addLayout(right, 5)

    # --- showing -------------------------------------------------------------------------------

    @override
    def _read(self) -> None:
        self._ask(self._sync.field.conflicts, key="conflicts", on_result=self._on_read)

    def _on_read(self, found: Sequence[ToldConflict]) -> None:
        row = self.table.currentIndex().row()
        self.table.set_rows(found)
        if found and self.table.current() is None:
            self.table.selectRow(min(max(row, 0), len(found) - 1))
        self._on_table_chosen(self.table.current())
        self._show_content()
        self.listed.emit()

    @override
    def _empty_sentence(self) -> str:
        return "" if self.table.records.rows else self.tr("No conflicts: nobody disagrees.")

    @Slot(object)
    def _on_table_chosen(self, one: ToldConflict | None) -> None:
        self.versions.show_conflict(one)
        self.mine_button.setEnabled(one is not None and not one.is_gone)
        self.theirs_button.setEnabled(one is not None)

    # --- what the user does --------------------------------------------------------------------

    @Slot(object)
    def _on_table_opened(self, _one: object) -> None:
        self._open_customer()

    def _open_customer(self) -> None:
        one = self.table.current()
        if one is not None and one.customer_id is not None:
            self.customer_requested.emit(one.customer_id)

    def _decide(self, *, is_mine: bool) -> None:
        """Decide the chosen one; the next one takes its place at once."""
        one = self.table.current()
        if one is None:
            return
        row = self.table.currentIndex().row()
        rest = [other for other in self.table.records.rows if other.key != one.key]
        self.table.set_rows(rest)
        if rest:
            self.table.selectRow(min(row, len(rest) - 1))
        self._on_table_chosen(self.table.current())
        self._show_content()
        self._change(
            partial(_settled, self._sync, one.key, is_mine=is_mine),
            key=f"decide.{one.key}",
            on_result=partial(self._on_decided, is_mine),
        )

    def _on_decided(self, is_mine: bool, _nothing: None) -> None:
        mine = self.tr("Yours goes to the server once more.")
        self.message_raised.emit(mine if is_mine else self.tr("The server's version stays."))
        self.decided.emit()

    @override
    def _on_refused(self, error: Exception) -> None:
        super()._on_refused(error)
        if isinstance(error, ConflictError):
            self.decided.emit()


def _settled(sync: SyncController, key: UUID, *, is_mine: bool) -> None:
    sync.field.decide(key, is_mine=is_mine)
