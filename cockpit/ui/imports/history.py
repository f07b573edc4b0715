"""The imports that were made: when, what, by whom, what they did, and what can be done about it."""

from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.import_results import ImportRun
from cockpit.domain.vocabulary import ImportState
from cockpit.ui.context import UiContext
from cockpit.ui.imports.summaries import count_columns
from cockpit.ui.imports.words import kind_word, state_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import Column, RecordTable
from cockpit.ui.widgets.section import Section

translate = QCoreApplication.translate

MOST_RUNS = 200
_FILE_COLUMN = 1
_OPEN = frozenset({ImportState.RUNNING, ImportState.FAILED})
_HUNDRED = 100


class ImportHistory(Section):
    """The imports, the latest first, with the buttons for the current one.

    Attributes:
        table: The imports.
        result_button: Shows what it did.
        continue_button: Goes on with one that did not come to its end.
        again_button: Imports the same file again.
        undo_button: Takes it back.
    """

    #: What this ``ImportRun`` did is to be shown.
    result_requested = Signal(object)
    #: It is to be gone on with.
    continue_requested = Signal(object)
    #: Its file is to be imported again.
    again_requested = Signal(object)
    #: It is to be undone.
    undo_requested = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._runs: Sequence[ImportRun] = ()
        self._wants_latest = self._is_undoing = False
        self._heading = ranked_label("heading", parent=self)
        self.table: RecordTable[ImportRun] = RecordTable(
            ctx,
            _columns(ctx.clock.zone),
            wide=_FILE_COLUMN,
            key=lambda one: one.import_id,
        )
        self.result_button, self.continue_button = QPushButton(self), QPushButton(self)
        self.again_button, self.undo_button = QPushButton(self), QPushButton(self)
        self.undo_button.setProperty("kind", "danger")
        self._lay_out()
        self.retranslate()
        self._offer()
        self._connect()

    @property
    def runs(self) -> Sequence[ImportRun]:
        """Return the imports that are shown."""
        return self._runs

    def choose_latest(self) -> None:
        """Let the latest import be the current one once the history is read again."""
        self._wants_latest = True

    def set_undoing(self, *, is_undoing: bool) -> None:
        """Show that an import is being undone; meanwhile nothing else is begun here."""
        self._is_undoing = is_undoing
        self.retranslate()
        self._offer()

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Imports so far"))
        self.table.setAccessibleName(self._heading.text())
        self.result_button.setText(self.tr("Result"))
        self.result_button.setToolTip(self.tr("Result (Enter)"))
        self.continue_button.setText(self.tr("Go on"))
        self.again_button.setText(self.tr("Import again"))
        self.undo_button.setText(self.tr("Undoing…") if self._is_undoing else self.tr("Undo…"))

    @override
    def _read(self) -> None:
        self._ask(
            lambda: self._ctx.imports().history(MOST_RUNS), key="history", on_result=self._on_read
        )

    @override
    def _empty_sentence(self) -> str:
        return "" if self._runs else self.tr("Nothing was imported yet.")

    @override
    def _waiting_sentence(self) -> str:
        return self.tr("Reading the history…")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._heading)
        head.addStretch()
        for button in self._buttons():
            head.addWidget(button)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.result_button, self.continue_button, self.again_button, self.undo_button

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_table_chosen)
        self.table.opened.connect(self.result_requested)
        signals = (
            self.result_requested,
            self.continue_requested,
            self.again_requested,
            self.undo_requested,
        )
        for button, signal in zip(self._buttons(), signals, strict=True):
            button.clicked.connect(partial(self._tell, signal))

    def _tell(self, signal: SignalInstance, _checked: object = None) -> None:
        """Emit what a button asks for, about the current import."""
        run = self.table.current()
        if run is not None:
            signal.emit(run)

    def _on_read(self, runs: Sequence[ImportRun]) -> None:
        self._runs = runs
        self.table.set_rows(runs)
        if runs and (self._wants_latest or self.table.current() is None):
            self.table.setCurrentIndex(self.table.records.index(0, 0))
        self._wants_latest = False
        self._offer()
        self._show_content()

    def _offer(self) -> None:
        """Let the buttons work that mean something for the current import."""
        run, is_idle = self.table.current(), not self._is_undoing
        self.result_button.setEnabled(run is not None)
        self.continue_button.setVisible(run is not None and run.state in _OPEN)
        self.continue_button.setEnabled(is_idle)
        self.again_button.setEnabled(is_idle and run is not None and bool(run.source.path))
        can_undo = run is not None and run.state is not ImportState.UNDONE
        self.undo_button.setEnabled(is_idle and can_undo)

    @Slot(object)
    def _on_table_chosen(self, run: ImportRun | None) -> None:
        self._offer()


def _state(run: ImportRun) -> str:
    """Return how an import stands, with how far an unfinished one is."""
    word = state_word(run.state)
    if run.state not in _OPEN or not run.source.size:
        return word
    share = min(_HUNDRED, _HUNDRED * run.position // run.source.size)
    return translate("ImportHistory", "{state}, {share}%").format(state=word, share=share)


def _state_ink(run: ImportRun) -> str:
    if run.state in _OPEN:
        return "warning"
    return "ink_quiet" if run.state is ImportState.UNDONE else "ink"


def _columns(zone: ZoneInfo) -> tuple[Column[ImportRun], ...]:
    return (
        Column(
            lambda: translate("ImportHistory", "Begun at"),
            lambda run, _language: formats.moment(run.started_at, zone),
        ),
        Column(
            lambda: translate("ImportHistory", "File"),
            lambda run, _language: run.source.file_name,
            tip=lambda run, _language: run.source.path,
        ),
        Column(
            lambda: translate("ImportHistory", "What it is"),
            lambda run, _language: kind_word(run.source.kind),
        ),
        Column(lambda: translate("ImportHistory", "By"), lambda run, _language: run.user_name),
        Column(
            lambda: translate("ImportHistory", "State"),
            lambda run, _language: _state(run),
            ink=_state_ink,
        ),
        *count_columns(),
    )
