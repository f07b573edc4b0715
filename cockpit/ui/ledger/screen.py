"""The ledger's screen: every customer counts once, in the queue or under the reason they are out.

Enter shows a reason's customers in the list; R goes to where its rule is set.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.eligibility import Bar, Ledger, LedgerLine
from cockpit.domain.formats import Language
from cockpit.domain.rights import Task
from cockpit.ui.context import UiContext
from cockpit.ui.ledger.words import bar_word, return_text, rule_text
from cockpit.ui.theme import Space
from cockpit.ui.widgets.chips import chip_row, chips
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.state_view import StateView

#: Returns the ledger of the whole list, or of what it shows now (False, True); None while it loads.
LedgerOf = Callable[[bool], Ledger | None]
#: Reasons whose rule is set in the program: the others come from outside or are the house's own.
RULES_WITHIN = frozenset({Bar.IN_CYCLE, Bar.NO_PHONE, Bar.BLOCKED})


class LedgerScreen(QWidget):
    """Reasons with customers, money and the next return; totals; the rule of each.

    Attributes:
        table: The reasons.
    """

    #: Back to the list.
    close_requested = Signal()
    #: The customers under a reason (Bar or None) are to be listed; whether of the present list.
    customers_requested = Signal(object, bool)
    #: A post-it is to be written about the customers under a reason, as above.
    post_it_requested = Signal(object, bool)
    #: The rule of a reason (Bar) is to be shown.
    rule_requested = Signal(object)

    def __init__(self, ctx: UiContext, ledger_of: LedgerOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ledger_of = ledger_of
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._back.clicked.connect(self.close_requested)
        self._title = ranked_label("wordmark", parent=self)
        self._scopes = chips(2, self)
        self._totals = ranked_label("heading", parent=self)
        self.table: RecordTable[LedgerLine] = RecordTable(
            ctx, self._columns(), is_strong=_is_in_queue, wide=4, key=_bar_of_line, parent=self
        )
        self._state = StateView(ctx.theme, self)
        self._show_button = QPushButton(self)
        self._show_button.setProperty("kind", "primary")
        self._rule_button = QPushButton(self)
        self._post_it_button = QPushButton(self)
        self._post_it_button.setVisible(ctx.user.may(Task.WRITE_POST_ITS))
        self._lay_out()
        self._connect()
        self._retranslate()

    def open(self) -> None:
        """Come into sight with what holds now."""
        self.reload()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.table.current() is None and self.table.records.rows:
            self.table.setCurrentIndex(self.table.records.index(0, 0))

    @Slot()
    def reload(self) -> None:
        """Count again."""
        ledger = self._ledger_of(self._is_present)
        lines = () if ledger is None else tuple(one for one in ledger.lines if one.count)
        lines = tuple(sorted(lines, key=_rank))
        self.table.set_rows(lines)
        self.table.setVisible(bool(lines))
        self._state.setVisible(not lines)
        if ledger is None:
            self._state.show_state("refresh", self.tr("Reading the work list…"))
        else:
            self._state.show_state("inbox", self.tr("This list holds no customers."))
        self._show_totals(lines)
        self._update_buttons()

    def totals_text(self) -> str:
        """Return the sentence over the table."""
        return self._totals.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.reload()

    @property
    def _is_present(self) -> bool:
        return self._scopes[1].isChecked()

    def _columns(self) -> tuple[Column[LedgerLine], ...]:
        clock = self._ctx.clock
        return (
            Column(lambda: self.tr("Why"), lambda one, language: bar_word(one.bar, language)),
            Column(
                lambda: self.tr("Customers"),
                lambda one, language: formats.integer(one.count, language),
                RIGHT,
            ),
            Column(
                lambda: self.tr("R$ at risk"),
                lambda one, language: _reais(one.at_risk_cents, language),
                RIGHT,
            ),
            Column(
                lambda: self.tr("The first returns"),
                lambda one, language: return_text(one.next_at, clock),
            ),
            Column(lambda: self.tr("Rule"), lambda one, language: rule_text(one.bar, language)),
        )

    def _lay_out(self) -> None:
        top = chip_row(self._scopes, self._totals)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        foot.setSpacing(Space.S)
        foot.addWidget(self._show_button)
        foot.addWidget(self._rule_button)
        foot.addWidget(self._post_it_button)
        foot.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._state, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _connect(self) -> None:
        for chip in self._scopes:
            chip.clicked.connect(self.reload)
        self.table.opened.connect(self._on_table_opened)
        self.table.chosen.connect(self._on_table_chosen)
        self._show_button.clicked.connect(self._on_show_button_clicked)
        self._rule_button.clicked.connect(self._on_rule_wanted)
        self._post_it_button.clicked.connect(self._on_post_it_wanted)
        bind_keys(self, {"P": self._on_post_it_wanted})
        bind_keys(self, {"R": self._on_rule_wanted})
        for number, chip in enumerate(self._scopes, start=1):
            bind_keys(self, {f"Alt+{number}": partial(self._choose, chip)})

    def _choose(self, chip: QPushButton) -> None:
        chip.setChecked(True)
        self.reload()

    def _show_totals(self, lines: tuple[LedgerLine, ...]) -> None:
        language = self._ctx.language
        inside = [one for one in lines if one.bar is None]
        outside = [one for one in lines if one.bar is not None]
        sentence = self.tr(
            "{in_count} in the queue, R$ {in_reais} at risk   ·   "
            "{out_count} not now, R$ {out_reais}"
        )
        self._totals.setText(
            sentence.format(
                in_count=formats.integer(sum(one.count for one in inside), language),
                in_reais=_reais(sum(one.at_risk_cents for one in inside), language),
                out_count=formats.integer(sum(one.count for one in outside), language),
                out_reais=_reais(sum(one.at_risk_cents for one in outside), language),
            )
        )

    def _update_buttons(self) -> None:
        line = self.table.current()
        self._show_button.setEnabled(line is not None)
        self._post_it_button.setEnabled(line is not None)
        self._rule_button.setVisible(line is not None and line.bar in RULES_WITHIN)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("The queue, and who is not in it"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self._scopes[0].setText(self.tr("Whole list"))
        self._scopes[1].setText(self.tr("What the list shows"))
        self._show_button.setText(self.tr("Show these customers  Enter"))
        self._rule_button.setText(self.tr("Go to the rule  R"))
        self._post_it_button.setText(self.tr("Post-it about them…  P"))
        self.table.setAccessibleName(self.tr("Reasons"))

    @Slot(object)
    def _on_table_opened(self, line: LedgerLine) -> None:
        self.customers_requested.emit(line.bar, self._is_present)

    @Slot(object)
    def _on_table_chosen(self, line: LedgerLine | None) -> None:
        self._update_buttons()

    @Slot()
    def _on_show_button_clicked(self) -> None:
        line = self.table.current()
        if line is not None:
            self._on_table_opened(line)

    @Slot()
    def _on_post_it_wanted(self) -> None:
        line = self.table.current()
        if line is not None and self._ctx.user.may(Task.WRITE_POST_ITS):
            self.post_it_requested.emit(line.bar, self._is_present)

    @Slot()
    def _on_rule_wanted(self) -> None:
        line = self.table.current()
        if line is not None and line.bar in RULES_WITHIN:
            self.rule_requested.emit(line.bar)


def _reais(cents: int, language: Language) -> str:
    return formats.integer((cents + 50) // 100, language)


def _is_in_queue(line: LedgerLine) -> bool:
    return line.bar is None


def _bar_of_line(line: LedgerLine) -> Bar | None:
    return line.bar


def _rank(line: LedgerLine) -> tuple[bool, int]:
    return line.bar is not None, -line.count
