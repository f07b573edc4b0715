"""One filter for all pages: the period, what it is compared with, the cut, and whom it is about."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

import resources
from cockpit.domain.errors import BadInputError
from cockpit.domain.indicators import Choices, Comparison, Cut, CutKey
from cockpit.domain.period_text import period_text
from cockpit.domain.plain_text import plain
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.filters import FIRST_PERIOD, Asked, Filters
from cockpit.ui.indicators.narrow_popover import Choice, NarrowPopover, choices_of
from cockpit.ui.indicators.words import comparison_word, cut_word
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ElidedLabel
from cockpit.ui.widgets.reading_order import tab_as_read

_KEPT = "indicators.filters"
_PERIOD_WIDTH = 190


class FilterBar(QWidget):
    """Sets the filter, keeps it for the user and tells when it is another.

    Attributes:
        filters: As it is set.
        popover: Where values are added.
        line: Where the period is typed.
    """

    #: The filter is another one: an ``Asked``.
    changed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._over = ctx, parent
        stored = ctx.preferences.value(_KEPT, dict[str, object]())
        self.filters = Filters.of_stored(stored, ctx.clock.today())
        self._names: dict[tuple[Cut, CutKey], str] = {}
        self._cuts = self._heeded = frozenset(Cut)
        self.period = QComboBox(self)
        self.line = QLineEdit(self.period)
        self.period.setEditable(True)
        self.period.setLineEdit(self.line)
        self.period.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.period.setFixedWidth(_PERIOD_WIDTH)
        self.period.setCompleter(None)  # type: ignore[arg-type]
        self.comparison, self.cut = QComboBox(self), QComboBox(self)
        self.days = ElidedLabel("small", self)
        self.add = QPushButton(self)
        self.add.setProperty("kind", "quiet")
        self._chips: list[QPushButton] = []
        self.popover = NarrowPopover(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self._layout.setSpacing(Space.S)
        for one in (self.period, self.comparison, self.cut):
            self._layout.addWidget(one)
        self._layout.addWidget(self.add)
        self._layout.addWidget(self.days, 1)
        self.retranslate()
        self.line.editingFinished.connect(self._on_period_finished)
        self.period.activated.connect(self._on_period_activated)
        self.comparison.activated.connect(self._on_comparison_activated)
        self.cut.activated.connect(self._on_cut_activated)
        self.add.clicked.connect(self.open_popover)
        self.popover.chosen.connect(self._on_chosen)

    @property
    def asked(self) -> Asked:
        """Return what the filter asks today."""
        return Asked.of(self.filters, self._ctx.clock.today())

    def set_filters(self, filters: Filters) -> None:
        """Set it, keep it, and tell."""
        if filters == self.filters:
            return
        self.filters = filters
        self._ctx.preferences.set_value(_KEPT, filters.stored())
        self._show()
        self.changed.emit(self.asked)

    def set_choices(self, choices: Choices) -> None:
        """Offer these values, and name the chosen ones by them."""
        offered = choices_of(choices, self._ctx.language)
        self._names = {(one.cut, one.key): one.text for one in offered}
        self.popover.set_choices(offered)
        self._show_chips()

    def set_cuts(self, cuts: frozenset[Cut], heeded: frozenset[Cut]) -> None:
        """Offer these cuts; without any the page is not divided.

        Args:
            cuts: By what the page can be divided.
            heeded: By what it can be narrowed; values of other cuts say that they do not count.
        """
        self._cuts, self._heeded = cuts, heeded
        self._fill_cuts()
        self._show_chips()

    @Slot()
    def open_popover(self) -> None:
        """Ask whom the figures are about."""
        at = self.add.mapTo(self._over, self.add.rect().bottomLeft())
        room = self._over.width() - self.popover.width() - Space.S
        self.popover.move(min(at.x(), room), at.y() + Space.XS)
        self.popover.open()

    def leave(self) -> bool:
        """Forget what is half typed; return whether the keyboard was here."""
        focused = self.window().focusWidget()
        if not self.isAncestorOf(focused):
            return False
        self._show()
        return True

    def chip_texts(self) -> list[str]:
        """Return the chosen values as they are shown."""
        return [chip.text() for chip in self._chips]

    def retranslate(self) -> None:
        """Say everything in the present language."""
        with QSignalBlocker(self.period):
            self.period.clear()
            self.period.addItems(self._presets())
        with QSignalBlocker(self.comparison):
            self.comparison.clear()
            for one in Comparison:
                self.comparison.addItem(comparison_word(one), one)
        self.period.setAccessibleName(self.tr("Period"))
        self.period.setToolTip(
            self.tr("For example: this month, 02/2026, Q1 2026, 01/02/2026 to 15/02/2026 (P)")
        )
        self.comparison.setAccessibleName(self.tr("Compared with"))
        self.cut.setAccessibleName(self.tr("Divided by"))
        self.add.setText(self.tr("Filter…  F"))
        self.popover.retranslate()
        self._fill_cuts()
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- within ----------------------------------------------------------------------------------

    def _presets(self) -> list[str]:
        return [
            self.tr("This month"),
            self.tr("Last month"),
            self.tr("Last 30 days"),
            self.tr("This quarter"),
            self.tr("Last quarter"),
            self.tr("This year"),
            self.tr("Last 12 months"),
        ]

    def _fill_cuts(self) -> None:
        with QSignalBlocker(self.cut):
            self.cut.clear()
            self.cut.addItem(cut_word(None, self._ctx.language), None)
            for one in Cut:
                if one in self._cuts:
                    self.cut.addItem(cut_word(one, self._ctx.language), one)
            row = self.cut.findData(self.filters.cut)
            self.cut.setCurrentIndex(max(row, 0))
        self.cut.setEnabled(bool(self._cuts))

    def _show(self) -> None:
        asked = self.asked
        with QSignalBlocker(self.period):
            self.period.setEditText(self._period_words())
        with QSignalBlocker(self.comparison):
            self.comparison.setCurrentIndex(self.comparison.findData(self.filters.comparison))
        with QSignalBlocker(self.cut):
            self.cut.setCurrentIndex(max(self.cut.findData(self.filters.cut), 0))
        language, compared = self._ctx.language, asked.compared
        words = period_text(asked.period, language)
        if compared is not None:
            words = self.tr("{period}, compared with {other}").format(
                period=words, other=period_text(compared, language)
            )
        self.days.set_full_text(words)
        self._mark(is_wrong=False)
        self._show_chips()

    def _show_chips(self) -> None:
        for chip in self._chips:
            chip.deleteLater()
        self._chips = []
        for cut, keys in self.filters.only.items():
            for key in sorted(keys, key=lambda one: self._names.get((cut, one), "")):
                name = self._names.get((cut, key), cut_word(cut, self._ctx.language))
                if cut not in self._heeded:
                    name = self.tr("{name} (does not count here)").format(name=name)
                chip = QPushButton(f"{name}  ✕", self)
                chip.setProperty("kind", "choice")
                chip.setAccessibleName(self.tr("Take away: {name}").format(name=name))
                chip.clicked.connect(partial(self._on_chip_clicked, cut, key))
                self._chips.append(chip)
                self._layout.insertWidget(3 + len(self._chips) - 1, chip)
        tab_as_read(self._layout)

    def _mark(self, *, is_wrong: bool, sentence: str = "") -> None:
        self.period.setProperty("invalid", "true" if is_wrong else "false")
        self.period.style().unpolish(self.period)
        self.period.style().polish(self.period)
        if is_wrong:
            self.days.set_full_text(sentence)

    def _period_words(self) -> str:
        """Return the period as it was typed; the one that nobody typed in the language."""
        kept = self.filters.period
        return self.tr("Last 30 days") if kept == FIRST_PERIOD else kept

    def _set_period(self, text: str) -> None:
        text = " ".join(text.split())
        if plain(text) in {plain(self.filters.period), plain(self._period_words())}:
            self._show()
            return
        changed = replace(self.filters, period=text)
        try:
            Asked.of(changed, self._ctx.clock.today())
        except BadInputError as error:
            self._mark(is_wrong=True, sentence=resources.text(error.message, self._ctx.language))
            return
        self.set_filters(changed)

    @Slot()
    def _on_period_finished(self) -> None:
        self._set_period(self.period.currentText())

    @Slot(int)
    def _on_period_activated(self, row: int) -> None:
        self._set_period(self.period.itemText(row))

    @Slot(int)
    def _on_comparison_activated(self, row: int) -> None:
        chosen = Comparison(self.comparison.itemData(row))
        self.set_filters(replace(self.filters, comparison=chosen))

    @Slot(int)
    def _on_cut_activated(self, row: int) -> None:
        data = self.cut.itemData(row)
        self.set_filters(replace(self.filters, cut=None if data is None else Cut(data)))

    @Slot(object)
    def _on_chosen(self, choice: Choice) -> None:
        self.set_filters(self.filters.with_key(choice.cut, choice.key, is_in=True))
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chip_clicked(self, cut: Cut, key: CutKey) -> None:
        self.set_filters(self.filters.with_key(cut, key, is_in=False))
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
