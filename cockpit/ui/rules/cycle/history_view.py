"""The rules that were published: who, when and why, and the way back to one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.cycle_policy import PolicyBook, PolicyScope, PublishedPolicy
from cockpit.domain.formats import Language
from cockpit.services.ports import ScopeName
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.words import policy_words, scope_words
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One published version with the words for its scope.

    Attributes:
        is_in_force: Whether it is the newest of its scope.
        zone: The zone in which its moment is shown.
    """

    version: PublishedPolicy
    name: ScopeName
    is_in_force: bool
    zone: ZoneInfo


def history_lines(
    history: Sequence[PublishedPolicy],
    names: Mapping[PolicyScope, ScopeName],
    book: PolicyBook,
    zone: ZoneInfo,
) -> list[HistoryLine]:
    """Return the versions as lines, in their order."""
    return [
        HistoryLine(
            one,
            names.get(one.scope, ScopeName(one.scope, "", "")),
            book.rules.get(one.scope) == one.policy,
            zone,
        )
        for one in history
    ]


def _moment(line: HistoryLine, language: Language) -> str:
    return formats.moment(line.version.published_at, line.zone)


def _state(line: HistoryLine, language: Language) -> str:
    return translate("HistoryView", "in force") if line.is_in_force else ""


_COLUMNS: tuple[Column[HistoryLine], ...] = (
    Column(lambda: translate("HistoryView", "Published at"), _moment),
    Column(lambda: translate("HistoryView", "For"), lambda line, _language: scope_words(line.name)),
    Column(
        lambda: translate("HistoryView", "Rule"),
        lambda line, language: policy_words(line.version.policy, language),
    ),
    Column(lambda: translate("HistoryView", "By"), lambda line, _language: line.version.author),
    Column(lambda: translate("HistoryView", "Why"), lambda line, _language: line.version.note),
    Column(lambda: translate("HistoryView", "State"), _state, ink=lambda _line: "accent"),
)
_NOTE_COLUMN = 4


class HistoryView(QWidget):
    """The versions, the newest first; the current one can be taken up again."""

    #: This ``HistoryLine`` is to be in force again.
    roll_back_requested = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_publish = False
        self._heading = ranked_label("heading", parent=self)
        self.roll_back_button = QPushButton(self)
        self.roll_back_button.clicked.connect(self._on_roll_back_clicked)
        self.table: RecordTable[HistoryLine] = RecordTable(
            ctx, _COLUMNS, wide=_NOTE_COLUMN, key=lambda line: line.version.policy_id
        )
        self.table.chosen.connect(self._on_table_chosen)
        self.table.opened.connect(self._on_table_opened)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.roll_back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self._retranslate()
        self._show_what_may_be_done()

    def show_lines(self, lines: Sequence[HistoryLine], *, may_publish: bool) -> None:
        """Show these versions."""
        self._may_publish = may_publish
        self.table.set_rows(lines)
        self._show_what_may_be_done()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Published rules"))
        self.roll_back_button.setText(self.tr("Return to this rule…"))
        self.table.setAccessibleName(self._heading.text())

    def _show_what_may_be_done(self) -> None:
        line = self.table.current()
        can = self._may_publish and line is not None and not line.is_in_force
        self.roll_back_button.setEnabled(can)

    @Slot(object)
    def _on_table_chosen(self, line: HistoryLine | None) -> None:
        self._show_what_may_be_done()

    @Slot(object)
    def _on_table_opened(self, line: HistoryLine) -> None:
        self._on_roll_back_clicked()

    @Slot()
    def _on_roll_back_clicked(self) -> None:
        if self.roll_back_button.isEnabled():
            self.roll_back_requested.emit(self.table.current())
