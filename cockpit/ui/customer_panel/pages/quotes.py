"""The quotes: open, won, lost, and why they stopped."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.sections import QuoteStory, StoryEntry, StoryKind
from cockpit.domain.vocabulary import QuoteState
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.pages.documents import DocumentsPage
from cockpit.ui.customer_panel.pages.page import Client
from cockpit.ui.customer_panel.story_words import quote_state
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
    """What was offered to the customer."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(
            ctx,
            _COLUMNS,
            key=lambda one: one.quote_id,
            lines=lambda one: one.lines,
            wide=2,
            parent=parent,
        )

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        if client.story is not None:
            self.show_documents(client.story.quotes, keep_place=keep_place)

    @override
    def empty_sentence(self, client: Client) -> str:
        has_any = client.story is None or bool(client.story.quotes)
        return "" if has_any else self.tr("No quote for this customer.")

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
