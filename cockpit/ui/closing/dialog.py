"""Closed periods: the list, closing the next month, checking one, and the rules."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.closing import LAST_CLOSING_DAY, Check, Closing, ClosingRule
from cockpit.domain.period_text import period_text
from cockpit.domain.periods import Period
from cockpit.domain.reactivation_rule import LEAST_WITHIN_DAYS, MOST_WITHIN_DAYS, WithinDays
from cockpit.domain.rights import Task
from cockpit.runtime.task_runner import Lane
from cockpit.ui.closing.words import columns, worth
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.question import Question
from cockpit.ui.widgets.record_table import RecordTable
from cockpit.ui.widgets.spin_boxes import inset

_SIZE = (900, 560)
_MONTH_LETTERS = 8


@dataclass(frozen=True, slots=True)
class _Read:
    """What the dialog shows.

    Attributes:
        within_days: What holds for contacts of today.
    """

    closings: tuple[Closing, ...]
    closable: tuple[Period, ...]
    rule: ClosingRule
    within_days: int


class ClosingDialog(QDialog):
    """What is closed never changes; what came late is told beside it."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._stop = Event()
        self.setWindowTitle(self.tr("Closed periods"))
        self.resize(*_SIZE)
        self.table: RecordTable[Closing] = RecordTable(
            ctx, columns(ctx.clock.zone), wide=2, key=lambda one: one.frozen_id, parent=self
        )
        self.months = QComboBox(self)
        self.close_button = QPushButton(self.tr("Close the month"), self)
        self.check_button = QPushButton(self.tr("Check again"), self)
        self.within = QSpinBox(self)
        self.on_day = QSpinBox(self)
        self.keep_button = QPushButton(self.tr("Keep the rules"), self)
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self._build()
        self._enable()
        self.table.chosen.connect(self._on_table_chosen)
        self.close_button.clicked.connect(self.ask_to_close)
        self.check_button.clicked.connect(self.check_again)
        self.keep_button.clicked.connect(self.keep_rules)

    def start(self) -> None:
        """Show the dialog and read what is closed."""
        self.open()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    @Slot()
    def ask_to_close(self) -> None:
        """Ask whether the chosen month is to be closed, which nothing takes back."""
        period = self.months.currentData()
        if period is None:
            return
        question = Question(
            self.tr("Close %1?").replace("%1", self._named(period)),
            (self.tr("From then on its figures stay as they are, and it cannot be opened again."),),
            (self.tr("Close the month"), self.tr("Not yet")),
            self,
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.confirmed.connect(self.close_month)
        question.open()

    @Slot()
    def close_month(self) -> None:
        """Close the chosen month."""
        period = self.months.currentData()
        if period is None:
            return
        self.close_button.setEnabled(False)
        self._say(self.tr("Closing %1…").replace("%1", self._named(period)))
        self._submit(partial(_close, self._ctx, period, self._stop), self._on_closed, Lane.LONG)

    @Slot()
    def check_again(self) -> None:
        """Work the chosen period out again from what was known at its closing."""
        one = self.table.current()
        if one is None:
            return
        self._say(self.tr("Checking %1…").replace("%1", self._named(one.period)))
        work = partial(_check, self._ctx, one.period, self._stop)
        self._submit(work, self._on_checked, Lane.LONG)

    @Slot()
    def keep_rules(self) -> None:
        """Store both rules."""
        rule = ClosingRule(self.on_day.value() or None)
        work = partial(_keep, self._ctx, rule, self.within.value())
        self._submit(work, self._on_kept, Lane.WRITE)

    def said(self) -> str:
        """Return what came of the last step."""
        return self._notice.text()

    @override
    def done(self, result: int) -> None:
        """Stop what is under way, of which nothing is stored, and close."""
        self._stop.set()
        super().done(result)

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        hint = self.tr(
            "The figures of a closed month never change. What becomes known later is told as an"
            " adjustment of the month in which it became known, with the names."
        )
        label = ranked_label("muted", hint, self)
        label.setWordWrap(True)
        self.table.setAccessibleName(self.windowTitle())
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(self.check_button)
        foot.addWidget(close)
        for button in (self.close_button, self.check_button, self.keep_button, close):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._rules())
        layout.addLayout(foot)

    def _rules(self) -> QGridLayout:
        self.within.setRange(LEAST_WITHIN_DAYS, MOST_WITHIN_DAYS)
        self.months.setMinimumContentsLength(_MONTH_LETTERS)
        self.on_day.setRange(0, LAST_CLOSING_DAY)
        self.on_day.setSpecialValueText(self.tr("never"))
        inset(self.within, self.on_day)
        rules = QGridLayout()
        rules.setHorizontalSpacing(Space.M)
        rows = (
            (self.tr("Month to &close"), self.months, self.close_button),
            (self.tr("An order counts up to so many &days after the contact"), self.within, None),
            (
                self.tr("Each month closes by itself on this day of the &next one"),
                self.on_day,
                self.keep_button,
            ),
        )
        for row, (text, field, button) in enumerate(rows):
            title = QLabel(text, self)
            title.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            rules.addWidget(title, row, 0)
            rules.addWidget(field, row, 1)
            if button is not None:
                rules.addWidget(button, row, 2)
        rules.setColumnStretch(0, 1)
        return rules

    def _enable(self) -> None:
        """Let only those change something who may."""
        may_close = self._ctx.user.may(Task.KEEP_FIGURES)
        may_set = self._ctx.user.may(Task.CHANGE_COMPANY_SETTINGS)
        self.months.setEnabled(may_close)
        self.close_button.setEnabled(may_close and self.months.count() > 0)
        self.within.setEnabled(may_set)
        self.on_day.setEnabled(may_close and may_set)
        self.keep_button.setEnabled(may_set)
        self.check_button.setEnabled(may_close and self.table.current() is not None)

    # --- reading and writing -------------------------------------------------------------------

    def _read(self) -> None:
        self._submit(partial(_read_all, self._ctx), self._on_read, Lane.READ)

    def _submit(
        self, work: Callable[[], object], on_result: Callable[..., None], lane: Lane
    ) -> None:
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key=lane.value,
            on_result=on_result,
            on_error=self._on_error,
        )

    def _on_read(self, found: _Read) -> None:
        self.table.set_rows(found.closings)
        self.months.clear()
        for period in found.closable[:1] if found.closings else reversed(found.closable):
            self.months.addItem(self._named(period), period)
        self.within.setValue(found.within_days)
        self.on_day.setValue(found.rule.day or 0)
        self._enable()

    def _named(self, period: Period) -> str:
        return period_text(period, self._ctx.language)

    def _on_closed(self, period: Period) -> None:
        self._say(self.tr("%1 is closed.").replace("%1", self._named(period)))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # the next key changes no rule
        self._read()

    def _on_checked(self, found: Check) -> None:
        language = self._ctx.language
        if found.is_equal:
            words = self.tr("%1 is right: worked out again it is %2, to the cent.")
            money = worth(found.again, language)
            self._say(words.replace("%1", self._named(found.period)).replace("%2", money))
            return
        words = self.tr(
            "%1 was closed with %2; worked out again it is %3. An import undone since leaves such"
            " a difference: what was closed counts."
        )
        sentence = words.replace("%1", self._named(found.period))
        sentence = sentence.replace("%2", worth(found.stored, language))
        sentence = sentence.replace("%3", worth(found.again, language))
        self._say(sentence, is_trouble=True)

    def _on_kept(self, rule: WithinDays) -> None:
        self._say(self.tr("Kept. Contacts from today on follow it; former ones keep theirs."))
        self._read()

    @Slot(object)
    def _on_table_chosen(self, one: Closing | None) -> None:
        self._enable()

    def _on_error(self, error: Exception) -> None:
        self._say(sentence_of(error, self._ctx.language), is_trouble=True)
        self._enable()

    def _say(self, sentence: str, *, is_trouble: bool = False) -> None:
        self._notice.setProperty("role", "danger" if is_trouble else "small")
        self._notice.style().polish(self._notice)
        self._notice.setText(sentence)


def _read_all(ctx: UiContext) -> _Read:
    periods, rule = ctx.frozen_periods(), ctx.reactivation().within_days()
    today = ctx.clock.today().toordinal()
    return _Read(periods.closings(), periods.closable(), periods.rule(), rule.on(today))


def _close(ctx: UiContext, period: Period, stop: Event) -> Period:
    return ctx.frozen_periods().close(period, is_cancelled=stop.is_set).period


def _check(ctx: UiContext, period: Period, stop: Event) -> Check:
    return ctx.frozen_periods().check(period, is_cancelled=stop.is_set)


def _keep(ctx: UiContext, rule: ClosingRule, within_days: int) -> WithinDays:
    """Store what changed."""
    reactivation, periods = ctx.reactivation(), ctx.frozen_periods()
    known = reactivation.within_days()
    if periods.rule() != rule:
        periods.set_rule(rule)
    if known.on(ctx.clock.today().toordinal()) == within_days:
        return known
    return reactivation.set_within_days(within_days)
