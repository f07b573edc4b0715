"""A quote as it is written at the customer's: by keys, or by fingers.

Typing finds products, Enter takes the first; quantity and price follow. Ctrl+Enter saves.
"""

from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.plain_text import plain
from cockpit.domain.quotes import OpenQuote, QuoteDraft, QuoteLine, QuoteProduct, QuoteSheet
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.quotes.quantity_box import QuantityBox
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.spin_boxes import inset

#: As high as a finger needs.
TARGET = 44
_SIZE = (1080, 620)
_MOST_SHOWN = 60
_WIDEST_FIELD = 130
#: A total of seven digits before the comma.
_WIDEST_TOTAL = 112


class LineRow(QWidget):
    """One product of the quote: how many, at which price."""

    #: A number is another one.
    changed = Signal()
    #: The line is to be taken out.
    removed = Signal()

    def __init__(self, ctx: UiContext, product: QuoteProduct, parent: QWidget) -> None:
        super().__init__(parent)
        self.product = product
        self._ctx = ctx
        name = ranked_label("heading", product.name, self)
        name.setWordWrap(True)
        self.quantity, self.price = QuantityBox(self), QDoubleSpinBox(self)
        self._total = ranked_label("muted", parent=self)
        self._total.setMinimumWidth(_WIDEST_TOTAL)
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        remove = QPushButton(self.tr("Take out"), self)
        remove.setAutoDefault(False)
        remove.clicked.connect(self.removed)
        self.quantity.setAccessibleName(self.tr("Quantity of %1").replace("%1", product.name))
        self.price.setDecimals(2)
        self.price.setMaximum(10_000_000)
        self.price.setPrefix("R$ ")
        self.price.setValue((product.suggested_cents or 0) / 100)
        self.price.setAccessibleName(self.tr("Price of %1").replace("%1", product.name))
        for box in (self.quantity, self.price):
            box.setLocale(QLocale(ctx.language.value))
            box.setProperty("touch", True)
            box.setFixedWidth(_WIDEST_FIELD)
            box.valueChanged.connect(self._on_value_changed)
        inset(self.quantity, self.price)
        remove.setProperty("touch", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.XS, 0, Space.XS)
        row.addWidget(name, 1)
        for widget in (self.quantity, self.price, self._total, remove):
            row.addWidget(widget)
        self._show_total()

    def line(self) -> QuoteLine:
        """Return what is quoted."""
        return QuoteLine(
            self.product.product_id,
            round(self.quantity.value() * 1000),
            round(self.price.value() * 100),
        )

    def show_line(self, line: QuoteLine) -> None:
        """Show what was quoted."""
        self.quantity.setValue(line.quantity_milli / 1000)
        self.price.setValue(line.unit_cents / 100)

    @Slot()
    def _on_value_changed(self) -> None:
        self._show_total()
        self.changed.emit()

    def _show_total(self) -> None:
        self._total.setText(formats.money(self.line().total_cents, self._ctx.language))


class QuoteDialog(QDialog):
    """What is wrong stands below, and nothing typed is lost.

    Attributes:
        which: A new quote, or one of the user's open ones; hidden where there are none.
        search: Where products are looked for.
        found: Those that fit.
        rows: The lines of the quote.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, sheet: QuoteSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._sheet, self._key = ctx, sheet, new_id()
        self._fresh_key = self._key
        self._before: OpenQuote | None = None
        self._plain = [(plain(f"{one.code} {one.name}"), one) for one in sheet.products]
        self.rows: list[LineRow] = []
        self.resize(*_SIZE)
        self.setWindowTitle(self.tr("Quote for %1").replace("%1", sheet.customer_name))
        self.which, self.search, self.found = QComboBox(self), QLineEdit(self), QListWidget(self)
        self._lines = QWidget(self)
        self._column = QVBoxLayout(self._lines)
        self._total = ranked_label("title", parent=self)
        self._day = ranked_label("small", parent=self)
        self._notice = ranked_label("danger", parent=self)
        self._notice.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Save the quote  Ctrl+Enter"), self)
        self._build()
        self._fill_which()
        self._lay_out()
        self._show_day()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_search_text_changed("")
        self._on_lines_changed()

    @property
    def products(self) -> tuple[QuoteProduct, ...]:
        """Return what can be offered, what the customer buys first."""
        return self._sheet.products

    @property
    def draft(self) -> QuoteDraft:
        """Return the quote as it stands."""
        lines = tuple(row.line() for row in self.rows)
        expires_on = self._sheet.expires_on if self._before is None else self._before.expires_on
        return QuoteDraft(self._key, self._sheet.customer_id, lines, expires_on)

    def add(self, product: QuoteProduct) -> None:
        """Take a product in, or go to its line where it is in already."""
        row = next((one for one in self.rows if one.product == product), None)
        if row is None:
            row = self._new_row(product)
        row.quantity.setFocus(Qt.FocusReason.OtherFocusReason)
        row.quantity.selectAll()
        self._on_lines_changed()

    def show_quote(self, quote: OpenQuote | None) -> None:
        """Show one of the user's open quotes to be changed; None begins a new one."""
        self._before = quote
        self._key = self._fresh_key if quote is None else quote.quote_id
        for row in self.rows:
            row.deleteLater()
        self.rows = []
        known = {one.product_id: one for one in self._sheet.products}
        for line in () if quote is None else quote.lines:
            gone = QuoteProduct(line.product_id, "", self.tr("no longer sold"))
            row = self._new_row(known.get(line.product_id, gone))
            row.show_line(line)
        self._show_day()
        self._on_lines_changed()

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Product or code"))
        self.search.setAccessibleName(self.tr("Product or code"))
        self.search.setProperty("touch", True)
        self.search.textChanged.connect(self._on_search_text_changed)
        self.search.returnPressed.connect(self._on_search_return_pressed)
        self.found.setAccessibleName(self.tr("Products"))
        self.found.itemActivated.connect(self._on_found_item_chosen)
        self.found.itemClicked.connect(self._on_found_item_chosen)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setAutoDefault(False)
        self.save_button.setProperty("touch", True)
        self.save_button.clicked.connect(self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)

    def _lay_out(self) -> None:
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.setProperty("touch", True)
        cancel.clicked.connect(self.reject)
        self._column.setContentsMargins(0, 0, Space.S, 0)
        self._column.addStretch()
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._lines)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.found, 1)
        middle = QHBoxLayout()
        middle.setSpacing(Space.L)
        middle.addLayout(left, 2)
        middle.addWidget(area, 4)
        foot = QHBoxLayout()
        foot.addWidget(self._total)
        foot.addWidget(self._day)
        foot.addWidget(self._notice, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        head = QHBoxLayout()
        head.addWidget(ranked_label("title", self.windowTitle(), self), 1)
        head.addWidget(self.which)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _new_row(self, product: QuoteProduct) -> LineRow:
        row = LineRow(self._ctx, product, self._lines)
        row.changed.connect(self._on_lines_changed)
        row.removed.connect(partial(self._take_out, row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        return row

    def _fill_which(self) -> None:
        """Offer the user's open quotes, where there are any."""
        self.which.setProperty("touch", True)
        self.which.setAccessibleName(self.tr("Which quote"))
        self.which.addItem(self.tr("New quote"), None)
        for quote in self._sheet.open_quotes:
            day = formats.day(quote.opened_on)
            amount = formats.money(quote.total_cents, self._ctx.language)
            self.which.addItem(f"{quote.number} · {day} · {amount}", quote)
        self.which.setVisible(bool(self._sheet.open_quotes))
        self.which.currentIndexChanged.connect(self._on_which_index_changed)

    @Slot(int)
    def _on_which_index_changed(self, index: int) -> None:
        self.show_quote(self.which.itemData(index))

    def _show_day(self) -> None:
        day = self.draft.expires_on
        text = "" if day is None else self.tr("holds until %1").replace("%1", formats.day(day))
        self._day.setText(text)

    # --- what is typed -------------------------------------------------------------------------

    @Slot(str)
    def _on_search_text_changed(self, text: str) -> None:
        wanted = plain(text).split()
        fitting = [one for words, one in self._plain if all(word in words for word in wanted)]
        self.found.clear()
        for product in fitting[:_MOST_SHOWN]:
            item = QListWidgetItem(self._product_text(product), self.found)
            item.setData(Qt.ItemDataRole.UserRole, product)
            item.setSizeHint(QSize(0, TARGET + Space.M))

    def _product_text(self, product: QuoteProduct) -> str:
        language, parts = self._ctx.language, []
        if product.list_cents is not None:
            parts.append(formats.money(product.list_cents, language))
        if product.last_cents is not None:
            amount = formats.money(product.last_cents, language)
            parts.append(self.tr("last paid %1").replace("%1", amount))
        return "\n".join(filter(None, (f"{product.code}  {product.name}", " · ".join(parts))))

    @Slot()
    def _on_search_return_pressed(self) -> None:
        if self.found.count():
            self._on_found_item_chosen(self.found.item(0))

    @Slot(QListWidgetItem)
    def _on_found_item_chosen(self, item: QListWidgetItem) -> None:
        self.add(item.data(Qt.ItemDataRole.UserRole))

    def _take_out(self, row: LineRow) -> None:
        self.rows.remove(row)
        row.deleteLater()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_lines_changed()

    @Slot()
    def _on_lines_changed(self) -> None:
        """Say the total, and at once what cannot be given so."""
        self._total.setText(formats.money(self.draft.total_cents, self._ctx.language))
        self._notice.setText("")
        if self.rows:
            try:
                self._check()
            except BadInputError as error:
                self._notice.setText(sentence_of(error, self._ctx.language))

    def _check(self) -> None:
        sheet = self._sheet
        self.draft.check(sheet.products, sheet.discount_bp, sheet.today)

    # --- saving --------------------------------------------------------------------------------

    @Slot()
    def save(self) -> None:
        """Store the quote; what is wrong is said, and nothing is lost."""
        try:
            self._check()
        except BadInputError as error:
            self._on_error(error)
            return
        self.save_button.setEnabled(False)
        self._ctx.runner.submit(
            partial(_store, self._ctx, self.draft, self._before),
            lane=Lane.WRITE,
            owner=self,
            key="take",
            on_result=self._on_taken,
            on_error=self._on_error,
        )

    def _on_taken(self, number: str) -> None:
        self.message_raised.emit(self.tr("Quote %1 saved").replace("%1", number))
        self.accept()

    def _on_error(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._notice.setText(sentence_of(error, self._ctx.language))


def _store(ctx: UiContext, draft: QuoteDraft, before: OpenQuote | None) -> str:
    return ctx.quotes().take(draft) if before is None else ctx.quotes().revise(draft, before)
