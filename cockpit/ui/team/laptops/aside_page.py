"""What laptops brought and nobody could store: why, in which words, and what becomes of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.laptops import SetAside
from cockpit.services.laptops import LaptopService
from cockpit.ui.call.reasons import ReasonPopover
from cockpit.ui.context import UiContext
from cockpit.ui.sync.entity_words import entity_word
from cockpit.ui.sync.words import when_text
from cockpit.ui.team.laptops.brought import brought_lines
from cockpit.ui.team.laptops.words import decided_word, reason_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.list_section import ListSection
from cockpit.ui.widgets.record_table import Column, RecordTable

_REASON = 3


class DiscardPopover(ReasonPopover):
    """Why a record is not to be stored."""

    @override
    def title(self) -> str:
        return self.tr("Why discard it?")

    @override
    def reasons(self) -> tuple[str, ...]:
        return (
            self.tr("A test, no real work"),
            self.tr("It was logged another way already"),
            self.tr("Its author asked for it"),
            self.tr("The data is wrong and cannot be mended"),
        )


class AsidePage(ListSection):
    """S stores the chosen record after all, Del discards it with a reason.

    Attributes:
        table: First what waits for a decision, then the last decided.
        words: The chosen one, as it came.
        store_button: Stores it; ``discard_button`` asks why not.
        popover: Asks.
    """

    def __init__(
        self, ctx: UiContext, service: Callable[[], LaptopService], parent: QWidget
    ) -> None:
        super().__init__(ctx, parent)
        self._service = service
        self._asked: SetAside | None = None
        self._is_settled = False
        self._shown: SetAside | None = None
        self.table: RecordTable[SetAside] = RecordTable(
            ctx,
            self._columns(),
            is_strong=lambda one: one.resolved_at is None,
            wide=_REASON,
            key=lambda one: one.id,
            parent=self.body,
        )
        self._heading = ranked_label("heading", parent=self.body)
        self._why = ranked_label("muted", parent=self.body)
        self.words = QPlainTextEdit(self.body)
        self.store_button, self.discard_button = QPushButton(self.body), QPushButton(self.body)
        self.popover = DiscardPopover(self)
        self._lay_out()
        self.table.chosen.connect(self._on_table_chosen)
        self.store_button.clicked.connect(self._store)
        self.discard_button.clicked.connect(self._ask_why)
        self.popover.reason_given.connect(self._on_reason_given)
        bind_keys(self, {"S": self.store_button.click, "Del": self.discard_button.click})
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Set aside"))
        self.words.setAccessibleName(self.tr("As it came"))
        self.store_button.setText(self.tr("Store it after all  S"))
        self.discard_button.setText(self.tr("Discard…  Del"))
        self._shown = None
        self._on_table_chosen(self.table.current())

    # --- building ------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[SetAside], ...]:
        clock = self._ctx.clock
        return (
            Column(lambda: self.tr("Came"), lambda one, _: when_text(one.received_at, clock)),
            Column(lambda: self.tr("Whose"), lambda one, _: one.owner or one.device or ""),
            Column(lambda: self.tr("What"), lambda one, _: entity_word(one.entity)),
            Column(lambda: self.tr("Why"), lambda one, language: reason_word(one.reason, language)),
            Column(lambda: self.tr("State"), decided_word),
        )

    def _lay_out(self) -> None:
        self._why.setWordWrap(True)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self.store_button, self.discard_button):
            buttons.addWidget(button)
        buttons.addStretch()
        right = QVBoxLayout()
        right.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        right.setSpacing(Space.S)
        right.addWidget(self._heading)
        right.addWidget(self._why)
        right.addWidget(self.words, 1)
        right.addLayout(buttons)
        layout = QHBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 5)
        layout.addWidget(divider(self.body, vertical=True))
        layout.addLayout(right, 4)

    # --- showing -------------------------------------------------------------------------------

    @override
    def _read(self) -> None:
        self._ask(partial(_set_aside, self._service), key="aside", on_result=self._on_read)

    def _on_read(self, found: Sequence[SetAside]) -> None:
        row, is_settled = self.table.currentIndex().row(), self._is_settled
        self._is_settled = False
        self.table.set_rows(found)
        if found and (is_settled or self.table.current() is None):
            # What was decided goes down the list: the next one takes its place.
            self.table.selectRow(min(max(row, 0), len(found) - 1))
        self._on_table_chosen(self.table.current())
        self._show_content()
        self.listed.emit()

    @property
    def undecided_count(self) -> int:
        """Return how many wait for a decision."""
        return sum(one.resolved_at is None for one in self.table.records.rows)

    @override
    def _empty_sentence(self) -> str:
        if self.table.records.rows:
            return ""
        return self.tr("Nothing is set aside: everything that laptops brought is stored.")

    @Slot(object)
    def _on_table_chosen(self, one: SetAside | None) -> None:
        if one is not None and one == self._shown:
            return  # who reads a long text goes on where they are
        self._shown = one
        clock, language = self._ctx.clock, self._ctx.language
        is_open = one is not None and one.resolved_at is None
        self.store_button.setEnabled(is_open)
        self.discard_button.setEnabled(is_open)
        if one is None:
            for part in (self._heading, self._why):
                part.setText("")
            self.words.clear()
            return
        whose = " · ".join(filter(None, (entity_word(one.entity), one.owner, one.device)))
        self._heading.setText(whose)
        lines = [self.tr("Not stored: %1.").replace("%1", reason_word(one.reason, language))]
        if one.resolved_at is not None:
            what = decided_word(one, language)
            who = one.resolved_by or self.tr("the server's owner")
            decided = self.tr("%1 by %2, %3").replace("%1", what.capitalize()).replace("%2", who)
            lines.append(decided.replace("%3", when_text(one.resolved_at, clock)))
            lines += [one.remark] if one.remark else []
        self._why.setText("\n".join(lines))
        self.words.setPlainText(brought_lines(one, clock, language))

    # --- what the user does --------------------------------------------------------------------

    @Slot()
    def _store(self) -> None:
        one = self.table.current()
        if one is not None:
            self._change(
                partial(_stored, self._service, one), key="decide", on_result=self._on_stored
            )

    @Slot()
    def _ask_why(self) -> None:
        self._asked = self.table.current()
        if self._asked is None:
            return
        self.popover.open()
        self.popover.move(
            self.discard_button.mapTo(self, self.discard_button.rect().topLeft()).x(),
            max(0, self.height() - self.popover.height() - 4 * Space.L),
        )

    @Slot(str)
    def _on_reason_given(self, reason: str) -> None:
        if self._asked is not None:
            work = partial(_discarded, self._service, self._asked, reason)
            self._change(work, key="decide", on_result=self._on_discarded)

    def _on_stored(self, why: str) -> None:
        self._is_settled = not why
        words = self.tr("It is stored.")
        if why:
            reason = reason_word(why, self._ctx.language)
            words = self.tr("It cannot be stored: %1.").replace("%1", reason)
        self.message_raised.emit(words)
        self.reload()

    def _on_discarded(self, _nothing: None) -> None:
        self._is_settled = True
        self.message_raised.emit(self.tr("It is discarded; what came is kept."))
        self.reload()


def _set_aside(service: Callable[[], LaptopService]) -> Sequence[SetAside]:
    return service().set_aside()


def _stored(service: Callable[[], LaptopService], one: SetAside) -> str:
    return service().store(one)


def _discarded(service: Callable[[], LaptopService], one: SetAside, why: str) -> None:
    service().discard(one, why)
