"""What a draft would change: a sentence per change, and the customers behind each."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

import resources
from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.rules import Effect
from cockpit.ui.context import UiContext
from cockpit.ui.rules.words import NOTHING
from cockpit.ui.theme import Space
from cockpit.ui.widgets.busy_line import BusyLine
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable

translate = QCoreApplication.translate

_SAMPLE_HEIGHT, _SENTENCE_HEIGHT, _LONG = 190, 58, 52


def _sentence(effect: Effect, language: Language) -> str:
    return resources.text(effect.sentence, language).split("\n", 1)[0]


def _count(effect: Effect, language: Language) -> str:
    return formats.integer(len(effect.customer_ids), language) if effect.customer_ids else NOTHING


_COLUMNS: tuple[Column[Effect], ...] = (
    Column(
        lambda: translate("EffectsView", "What would change (Enter lists the customers)"),
        _sentence,
        tip=lambda effect, language: resources.text(effect.sentence, language),
    ),
    Column(lambda: translate("EffectsView", "Customers"), _count, RIGHT),
)


class EffectsView(QWidget):
    """A headline, the changes, and below the text of a template that is tried."""

    #: These customers (list of UUID) are to be listed.
    customers_requested = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._effects: tuple[Effect, ...] | None = None
        self._headline = ranked_label("muted", parent=self)
        self._headline.setWordWrap(True)
        self.table: RecordTable[Effect] = RecordTable(ctx, _COLUMNS, wide=0)
        self._sample = QPlainTextEdit(self)
        self._sample.setReadOnly(True)
        self._sample.setTabChangesFocus(True)
        self._sample.hide()
        self.busy = BusyLine(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self._headline)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._sample)
        layout.addWidget(self.busy)
        self.table.opened.connect(self._on_table_opened)
        self.table.chosen.connect(self._on_table_chosen)
        self.retranslate()

    @property
    def effects(self) -> tuple[Effect, ...] | None:
        """Return what the newest draft would change; None until it is known."""
        return self._effects

    def headline(self) -> str:
        """Return what is said above the changes."""
        return self._headline.text()

    def show_effects(self, effects: Sequence[Effect]) -> None:
        """Show what a draft would change."""
        self._effects = tuple(effects)
        self.busy.hide()
        self.table.set_rows(self._effects)
        if self._effects:
            self.table.setCurrentIndex(self.table.records.index(0, 0))
        self._say()

    def wait(self, *, is_changed: bool) -> None:
        """Let what is shown count no more: nothing differs, or an answer is on its way."""
        self._effects = None
        self.table.set_rows(())
        self._show_sample("")
        if is_changed:
            self.busy.begin(self.tr("Trying it on today's customers…"))
        else:
            self.busy.hide()
        self._headline.setText(
            "" if is_changed else self.tr("Change something to see whom it would concern.")
        )

    def sentences(self) -> list[str]:
        """Return the changes in words, as the question before publishing says them."""
        language = self._ctx.language
        found = []
        for one in self._effects or ():
            words = _sentence(one, language)
            found.append(f"{words}: {_count(one, language)}" if one.customer_ids else words)
        return found or [self.tr("No customer is concerned today.")]

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.table.setAccessibleName(self.tr("What would change"))
        self._sample.setAccessibleName(self.tr("In full"))
        if self._effects is not None:
            self.table.records.retranslate()
            self._say()
        else:
            self.wait(is_changed=self.busy.isVisible())

    def _say(self) -> None:
        count = len({key for one in self._effects or () for key in one.customer_ids})
        if not count:
            self._headline.setText(self.tr("No customer is concerned today."))
        else:
            self._headline.setText(self.tr("%n customer(s) concerned today.", "", count))
        self._on_table_chosen(self.table.current())

    @Slot(object)
    def _on_table_chosen(self, effect: Effect | None) -> None:
        is_shown = effect is not None and self._effects is not None
        self._show_sample(
            resources.text(effect.sentence, self._ctx.language) if effect and is_shown else ""
        )

    def _show_sample(self, text: str) -> None:
        """Show a text in full where the table had to shorten it."""
        is_long = len(text) > _LONG
        self._sample.setPlainText(text if is_long else "")
        self._sample.setFixedHeight(_SAMPLE_HEIGHT if "\n" in text else _SENTENCE_HEIGHT)
        self._sample.setVisible(is_long)

    @Slot(object)
    def _on_table_opened(self, effect: Effect) -> None:
        if effect.customer_ids:
            self.customers_requested.emit(list(effect.customer_ids))
