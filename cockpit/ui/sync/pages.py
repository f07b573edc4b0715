"""What waits, what happened, and what the file takes: the quiet pages of the synchronisation."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.field_log import folded
from cockpit.domain.formats import Language
from cockpit.domain.sync import LogEntry, Storage, WaitingItem
from cockpit.runtime.sync_controller import SyncController
from cockpit.ui.context import UiContext
from cockpit.ui.sync.entity_words import waiting_word
from cockpit.ui.sync.log_words import log_text
from cockpit.ui.sync.words import when_text
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.list_section import ListSection
from cockpit.ui.widgets.piles import pile
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.section import Section

_MEBI = 1024 * 1024


class WaitingPage(ListSection):
    """What the user did that waits to be sent, oldest first; what goes along is counted below.

    Attributes:
        table: It.
        along: How much the program sends along by itself.
    """

    def __init__(self, ctx: UiContext, sync: SyncController, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self._sync = sync
        self.table: RecordTable[WaitingItem] = RecordTable(
            ctx, self._columns(), wide=3, key=lambda one: one.number, parent=self.body
        )
        self._along_count = 0
        self.along = ranked_label("small", parent=self.body)
        self.along.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        pile(self.body, (self.table, 1), (self.along, 0))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("To send"))
        self._show_along()

    def _show_along(self) -> None:
        words = self.tr("The program's own records that go along (history, reminders, audit): %1")
        self.along.setText(words.replace("%1", str(self._along_count)))
        self.along.setVisible(bool(self._along_count))

    def _columns(self) -> tuple[Column[WaitingItem], ...]:
        clock = self._sync.field.clock
        return (
            Column(lambda: self.tr("Since"), lambda one, _: when_text(one.made_at, clock)),
            Column(lambda: self.tr("What"), lambda one, _: waiting_word(one.entity, one.verb)),
            Column(lambda: self.tr("Customer"), lambda one, _: one.customer),
            Column(
                lambda: self.tr("Text"),
                lambda one, _: " ".join(one.words.split()),
                tip=lambda one, _: one.words,
            ),
            Column(lambda: self.tr("Tries"), lambda one, _: str(one.attempts or ""), RIGHT),
            Column(
                lambda: self.tr("Trouble"),
                lambda one, _: self.tr("tried in vain") if one.trouble else "",
                ink=lambda _: "warning",
            ),
        )

    @override
    def _read(self) -> None:
        self._ask(self._sync.field.waiting, key="waiting", on_result=self._on_read)

    def _on_read(self, found: Sequence[WaitingItem]) -> None:
        own = [one for one in found if not one.goes_along]
        self._along_count = len(found) - len(own)
        self._show_along()
        self.table.set_rows(own)
        if own and self.table.current() is None:
            self.table.selectRow(0)
        self._show_content()
        self.listed.emit()

    @override
    def _empty_sentence(self) -> str:
        is_anything = self.table.records.rows or self._along_count
        return "" if is_anything else self.tr("Nothing waits: the server has it all.")


class LogPage(ListSection):
    """What happened in the synchronisations, newest first.

    Attributes:
        table: It.
    """

    def __init__(self, ctx: UiContext, sync: SyncController, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self._sync, clock = sync, sync.field.clock
        columns: tuple[Column[LogEntry], ...] = (
            Column(lambda: self.tr("When"), lambda one, _: when_text(one.noted_at, clock)),
            Column(
                lambda: self.tr("What happened"),
                lambda one, language: log_text(one, clock, language),
            ),
        )
        self.table: RecordTable[LogEntry] = RecordTable(
            ctx, columns, wide=1, key=lambda one: (one.noted_at, one.kind), parent=self.body
        )
        pile(self.body, (self.table, 1))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Log"))

    @override
    def _read(self) -> None:
        self._ask(self._sync.field.log, key="log", on_result=self._on_read)

    def _on_read(self, found: Sequence[LogEntry]) -> None:
        self.table.set_rows(folded(found, self._ctx.clock.zone))
        self._show_content()
        self.listed.emit()

    @override
    def _empty_sentence(self) -> str:
        return "" if self.table.records.rows else self.tr("Nothing happened yet.")


class StoragePage(Section):
    """What the laptop carries, and how much room it takes.

    Attributes:
        labels: The values, from top to bottom.
    """

    def __init__(self, ctx: UiContext, sync: SyncController, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self._sync = sync
        self._storage: Storage | None = None
        grid = QGridLayout(self.body)
        grid.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.M)
        self._names = [ranked_label("muted", parent=self.body) for _ in range(5)]
        self.labels = [ranked_label("heading", parent=self.body) for _ in range(5)]
        for row, (name, label) in enumerate(zip(self._names, self.labels, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
        self._note = ranked_label("small", parent=self.body)
        self._note.setWordWrap(True)
        grid.addWidget(self._note, 5, 0, 1, 3)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(6, 1)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        names = (
            self.tr("Customers"),
            self.tr("Orders"),
            self.tr("Contacts"),
            self.tr("Database"),
            self.tr("Attachments"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        self._note.setText(
            self.tr("All of it is encrypted; only this computer, or whoever has its key, reads it.")
        )
        self._show()

    @override
    def _read(self) -> None:
        self._ask(self._sync.field.storage, key="storage", on_result=self._on_read)

    def _on_read(self, found: Storage) -> None:
        self._storage = found
        self._show()
        self._show_content()

    @override
    def _waiting_sentence(self) -> str:
        return self.tr("Reading…")

    def _show(self) -> None:
        found, language = self._storage, self._ctx.language
        if found is None:
            return
        counts = (found.customer_count, found.order_count, found.contact_count)
        sizes = (found.file_bytes, found.attachment_bytes)
        texts = [formats.integer(count, language) for count in counts]
        texts += [size_text(size, language) for size in sizes]
        for label, name, text in zip(self.labels, self._names, texts, strict=True):
            label.setText(text)
            label.setAccessibleName(f"{name.text()}: {text}")


def size_text(count: int, language: Language) -> str:
    """Return a count of bytes in megabytes."""
    return f"{formats.decimal(count / _MEBI, language)} MB"
