"""The product mix: what they buy most, what is due, what they stopped buying, what others buy."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.sections import CustomerStory, ProductIdea, ProductState, ProductUse
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.pages.page import Client, ClientPage
from cockpit.ui.customer_panel.pages.tables import ClientTable, quantity
from cockpit.ui.customer_panel.story_words import product_state
from cockpit.ui.theme import Space
from cockpit.ui.widgets.flow_layout import FlowLayout
from cockpit.ui.widgets.record_table import RIGHT, Column

translate = QCoreApplication.translate

#: From this width on the table has room for what is usual and what was paid last.
ROOMY = 500
_ROOMY_COLUMNS = (4, 5)
_INKS = {ProductState.DUE: "warning", ProductState.LAPSED: "danger", ProductState.ONCE: "ink_quiet"}


class Mix(Enum):
    """The views of the mix, in the order of their buttons."""

    MOST = "most"
    DUE = "due"
    LAPSED = "lapsed"
    IDEAS = "ideas"


def _days(value: int | None) -> str:
    if value is None:
        return ""
    return translate("ProductsPage", "%1 d").replace("%1", str(value))


def _use_tip(one: ProductUse, language: Language) -> str:
    share = f"{round(100 * one.share)}%"
    bought = translate("ProductsPage", "in %1 orders").replace("%1", str(one.order_count))
    total = formats.money(one.total_cents, language)
    last = translate("ProductsPage", "last one on %1").replace("%1", formats.day(one.last_on))
    parts = (one.code, one.name, one.family, bought, f"{total} ({share})", last)
    return " · ".join(part for part in parts if part)


_USES: tuple[Column[ProductUse], ...] = (
    Column(
        lambda: translate("ProductsPage", "Product"), lambda one, language: one.name, tip=_use_tip
    ),
    Column(
        lambda: translate("ProductsPage", "State"),
        lambda one, language: product_state(one.state),
        ink=lambda one: _INKS.get(one.state, "ink"),
    ),
    Column(
        lambda: translate("ProductsPage", "Every"),
        lambda one, language: _days(one.interval_days),
        RIGHT,
        explain=lambda: translate("ProductsPage", "Usual interval between orders that hold it"),
    ),
    Column(
        lambda: translate("ProductsPage", "Silent"),
        lambda one, language: _days(one.silence_days),
        RIGHT,
        explain=lambda: translate("ProductsPage", "Days since the last order that held it"),
    ),
    Column(
        lambda: translate("ProductsPage", "Usual"),
        lambda one, language: quantity(one.usual_quantity_milli, language),
        RIGHT,
        explain=lambda: translate("ProductsPage", "Usual quantity of an order"),
    ),
    Column(
        lambda: translate("ProductsPage", "Last price"),
        lambda one, language: formats.money(one.last_unit_cents, language, symbol=False),
        RIGHT,
    ),
    Column(
        lambda: translate("ProductsPage", "Share"),
        lambda one, language: f"{round(100 * one.share)}%",
        RIGHT,
        explain=lambda: translate("ProductsPage", "Share of all that they bought"),
    ),
)


def _buyers(one: ProductIdea, language: Language) -> str:
    words = translate("ProductsPage", "%1 of %2")
    words = words.replace("%1", formats.integer(one.buyer_count, language))
    words = words.replace("%2", formats.integer(one.peer_count, language))
    share = round(100 * one.buyer_count / one.peer_count) if one.peer_count else 0
    return f"{words} ({share}%)"


_IDEAS: tuple[Column[ProductIdea], ...] = (
    Column(
        lambda: translate("ProductsPage", "Product"),
        lambda one, language: one.name,
        tip=lambda one, language: " · ".join((one.code, one.name, one.family)),
    ),
    Column(
        lambda: translate("ProductsPage", "Family"),
        lambda one, language: one.family,
        ink=lambda one: "ink_muted",
    ),
    Column(
        lambda: translate("ProductsPage", "Similar customers"),
        _buyers,
        RIGHT,
        explain=lambda: translate(
            "ProductsPage", "How many customers of the same segment bought it in 12 months"
        ),
    ),
)


class ProductsPage(ClientPage):
    """Four views of the mix; Left and Right go from one to the other on the buttons."""

    icon = "package"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._mix = Mix.MOST
        bar = QWidget(self.body)
        flow = FlowLayout(bar)
        flow.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        self.group = QButtonGroup(self)
        self.buttons: dict[Mix, QPushButton] = {}
        for mix in Mix:
            button = QPushButton(bar)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setChecked(mix is self._mix)
            self.group.addButton(button)
            self.buttons[mix] = button
            flow.addWidget(button)
        self.group.buttonClicked.connect(self._on_group_button_clicked)
        self.uses: ClientTable[ProductUse] = ClientTable(
            ctx, _USES, self.body, key=lambda one: one.code, wide=0
        )
        self._ideas: ClientTable[ProductIdea] | None = None
        self.uses.setSelectionMode(ClientTable.SelectionMode.ExtendedSelection)
        self.content.addWidget(bar)
        self.content.addWidget(self.uses, 1)
        self.retranslate()

    @property
    def ideas(self) -> ClientTable[ProductIdea]:
        """Return the table of what others buy, which is made at the first call."""
        if self._ideas is None:
            self._ideas = ClientTable(
                self._ctx, _IDEAS, self.body, key=lambda one: one.code, wide=0
            )
            self._ideas.setSelectionMode(ClientTable.SelectionMode.ExtendedSelection)
            self._ideas.hide()
            self.content.addWidget(self._ideas, 1)
            self.retranslate()
        return self._ideas

    @override
    def build_rest(self) -> None:
        self.ideas.ensurePolished()

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        if client.story is None:
            return
        for mix, button in self.buttons.items():
            button.setText(f"{_mix_word(mix)} {len(_rows(client.story, mix))}")
        self.uses.setVisible(self._mix is not Mix.IDEAS)
        if self._mix is Mix.IDEAS:
            self.ideas.renew_rows(client.story.ideas, keep_place=keep_place)
            self.ideas.show()
            return
        self.uses.renew_rows(_uses(client.story, self._mix), keep_place=keep_place)
        if self._ideas is not None:
            self._ideas.hide()

    def show_mix(self, mix: Mix) -> None:
        """Show one of the four views."""
        self._mix = mix
        self.buttons[mix].setChecked(True)
        if self._client is not None and self._client.story is not None:
            self.fill(self._client, keep_place=False)

    @override
    def empty_sentence(self, client: Client) -> str:
        story = client.story
        is_empty = story is not None and not story.products and not story.ideas
        return self.tr("No item of an order is known yet.") if is_empty else ""

    @override
    def take_focus(self) -> None:
        table = self.ideas if self._mix is Mix.IDEAS else self.uses
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in _ROOMY_COLUMNS:
            self.uses.setColumnHidden(column, self.width() < ROOMY)

    @override
    def retranslate(self) -> None:
        self.uses.setAccessibleName(self.tr("Products"))
        if self._ideas is not None:
            self._ideas.setAccessibleName(self.tr("What similar customers buy"))

    @Slot(object)
    def _on_group_button_clicked(self, button: QPushButton) -> None:
        self.show_mix(next(mix for mix, one in self.buttons.items() if one is button))


def _rows(story: CustomerStory, mix: Mix) -> Sequence[object]:
    return story.ideas if mix is Mix.IDEAS else _uses(story, mix)


def _uses(story: CustomerStory, mix: Mix) -> tuple[ProductUse, ...]:
    """Return the products of a view, the most money first."""
    wanted = {Mix.DUE: ProductState.DUE, Mix.LAPSED: ProductState.LAPSED}.get(mix)
    found = [one for one in story.products if wanted is None or one.state is wanted]
    return tuple(sorted(found, key=lambda one: one.total_cents, reverse=True))


def _mix_word(mix: Mix) -> str:
    words: dict[Mix, Callable[[], str]] = {
        Mix.MOST: lambda: translate("ProductsPage", "Most bought"),
        Mix.DUE: lambda: translate("ProductsPage", "To restock"),
        Mix.LAPSED: lambda: translate("ProductsPage", "Stopped"),
        Mix.IDEAS: lambda: translate("ProductsPage", "Others buy"),
    }
    return words[mix]()
