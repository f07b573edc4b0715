"""The quotes: open, won, lost, and why they stopped; O writes one, Enter changes an open one."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.sections import QuoteStory, StoryEntry, StoryKind
from cockpit.domain.vocabulary import QuoteState
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.pages.documents import DocumentsPage
from cockpit.ui.customer_panel.pages.page import Client
from cockpit.ui.customer_panel.story_words import quote_state
from cockpit.ui.quotes.opener import QuoteOpener
from cockpit.ui.theme import Space
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.record_table import RIGHT, Column

translate = QCoreApplication.translate

_INKS = {QuoteState.OPEN: "warning", QuoteState.WON: "success"}


def _state(quote: QuoteStory, language: Language) -> str:
    parts = (quote_state(quote.state), quote.stopped_reason)
    return " · ".join(part for part in parts if part)


def _ink(quote: QuoteStory) -> str:
    return _INKS.get(quote.state, "ink_quiet")


_COLUMNS: tuple[Column[QuoteStory], ...] = (
    Column(
        lambda: translate("QuotesPage", "Date"),
        lambda one, language: formats.day(one.opened_on),
    ),
    Column(lambda: translate("QuotesPage", "Number"), lambda one, language: one.number),
    Column(lambda: translate("QuotesPage", "State"), _state, ink=_ink),
    Column(
        lambda: translate("QuotesPage", "Value"),
        lambda one, language: formats.money(one.total_cents, language),
        RIGHT,
    ),
)


class QuotesPage(DocumentsPage[QuoteStory]):
    """What was offered to the customer.

    Attributes:
        new_button: Writes another quote.
        change_button: Changes the current one, where it is open.
    """

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        self.new_button, self.change_button = QPushButton(), QPushButton()
        super().__init__(
            ctx,
            _COLUMNS,
            key=lambda one: one.quote_id,
            lines=lambda one: one.lines,
            wide=2,
            parent=parent,
        )
        self._opener = QuoteOpener(ctx, self)
        self._opener.message_raised.connect(self.message_raised)
        self._opener.failed.connect(self.message_raised)
        self.new_button.clicked.connect(self.write)
        self.change_button.clicked.connect(self.change)
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        bar.setSpacing(Space.S)
        bar.addWidget(self.new_button)
        bar.addWidget(self.change_button)
        bar.addStretch()
        self.content.insertLayout(0, bar)
        self.table.chosen.connect(self._show_change)
        self.table.opened.connect(self.change)
        bind_keys(self, {"O": self.write})

    @Slot()
    def write(self) -> None:
        """Write a quote for the customer in view."""
        if self._client is not None:
            self._opener.open(self._client.panel.profile.customer_id)

    @Slot()
    def change(self) -> None:
        """Change the current quote, where it is still open."""
        quote = self.table.current()
        if quote is not None and quote.state is QuoteState.OPEN and self._client is not None:
            self._opener.open(self._client.panel.profile.customer_id, quote.quote_id)

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        if client.story is not None:
            self.show_documents(client.story.quotes, keep_place=keep_place)
            self._show_change(self.table.current())

    @override
    def empty_sentence(self, client: Client) -> str:
        return "" if _has_any(client) else self.tr("No quote for this customer.")

    @override
    def empty_action(self, client: Client) -> str:
        return "" if _has_any(client) else self.tr("New quote") + "  O"

    @override
    def act(self) -> None:
        self.write()

    @override
    def heading_of(self, document: QuoteStory) -> str:
        parts = [self.tr("Items of %1").replace("%1", document.number), document.seller]
        if document.expires_on is not None:
            until = self.tr("valid until %1").replace("%1", formats.day(document.expires_on))
            parts.append(until)
        return " · ".join(part for part in parts if part)

    @override
    def show_record(self, entry: StoryEntry) -> None:
        if entry.kind is StoryKind.QUOTE and self._client is not None and self._client.story:
            self.show_document(self._client.story.quotes, entry.key)

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Quotes"))
        self.new_button.setText(self.tr("New quote") + "  O")
        self.change_button.setText(self.tr("Change") + "  Enter")

    @Slot(object)
    def _show_change(self, quote: QuoteStory | None) -> None:
        is_open = quote is not None and quote.state is QuoteState.OPEN
        self.change_button.setEnabled(is_open)


def _has_any(client: Client) -> bool:
    return client.story is None or bool(client.story.quotes)
