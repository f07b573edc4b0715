"""The sections below the header: built piece by piece in quiet moments, filled when in view."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cockpit.domain.priority import Factors
from cockpit.domain.sections import StoryEntry, StoryKind
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.pages.audit import AuditPage
from cockpit.ui.customer_panel.pages.lists import NotesPage, ObjectionsPage, ServicePage
from cockpit.ui.customer_panel.pages.orders import OrdersPage
from cockpit.ui.customer_panel.pages.page import Client, ClientPage
from cockpit.ui.customer_panel.pages.products import ProductsPage
from cockpit.ui.customer_panel.pages.quotes import QuotesPage
from cockpit.ui.customer_panel.pages.summary import SummaryPage
from cockpit.ui.customer_panel.pages.timeline import TimelinePage
from cockpit.ui.customer_panel.pages.titles import TitlesPage
from cockpit.ui.customer_panel.section_bar import SectionBar
from cockpit.ui.customer_panel.section_id import SectionId, tally
from cockpit.ui.widgets.labels import divider
from cockpit.ui.widgets.quiet_steps import QuietSteps

if TYPE_CHECKING:
    from cockpit.ui.attachments.opener import AttachmentOpener

_MAKERS: Mapping[SectionId, Callable[[UiContext, QWidget], ClientPage]] = {
    SectionId.SUMMARY: SummaryPage,
    SectionId.TIMELINE: TimelinePage,
    SectionId.ORDERS: OrdersPage,
    SectionId.PRODUCTS: ProductsPage,
    SectionId.TITLES: TitlesPage,
    SectionId.QUOTES: QuotesPage,
    SectionId.OBJECTIONS: ObjectionsPage,
    SectionId.SERVICE: ServicePage,
    SectionId.NOTES: NotesPage,
    SectionId.AUDIT: AuditPage,
}
_RECORDS = {
    StoryKind.ORDER: SectionId.ORDERS,
    StoryKind.QUOTE: SectionId.QUOTES,
    StoryKind.TITLE: SectionId.TITLES,
    StoryKind.CASE: SectionId.SERVICE,
    StoryKind.OBJECTION: SectionId.OBJECTIONS,
    StoryKind.POST_IT: SectionId.NOTES,
    StoryKind.PITCH: SectionId.NOTES,
}


class SectionsView(QWidget):
    """Ten sections of one customer, one of them in view."""

    #: A contact is to be corrected (StoryEntry).
    amend_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: What could not be read is to be read again.
    retry_requested = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._client: Client | None = None
        self._opener: AttachmentOpener | None = None
        self._pages: dict[SectionId, ClientPage] = {}
        self._filled: dict[SectionId, Client] = {}
        self.section = SectionId.SUMMARY
        self.bar = SectionBar(ctx.theme, self)
        self._stack = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(divider(self))
        layout.addLayout(self._stack, 1)
        unbuilt = [
            step
            for section in SectionId
            for step in (partial(self.page, section), partial(self._build_rest, section))
        ]
        self._building = QuietSteps(ctx.runner, unbuilt, self)
        self.bar.section_chosen.connect(self._on_bar_section_chosen)
        self.bar.choose(self.section)

    @property
    def is_built(self) -> bool:
        """Return whether every section is there."""
        return self._building.is_done

    def show_client(self, client: Client) -> None:
        """Show a customer in the section in view; the others follow when they are looked at."""
        self._client = client
        story = client.story
        self.bar.set_tallies({} if story is None else {one: tally(one, story) for one in SectionId})
        self._fill_current()
        self._building.start()

    def show_section(self, section: SectionId, *, with_focus: bool = True) -> None:
        """Show a section; with the focus, the keys go through it."""
        self.section = section
        self.bar.choose(section)
        self._fill_current()
        if with_focus:
            self.page(section).give_focus()

    def step(self, count: int) -> None:
        """Go to the next section, or back, round the end."""
        order = list(SectionId)
        self.show_section(order[(order.index(self.section) + count) % len(order)])

    def show_reason(self, reason: tuple[str, Factors | None] | None) -> None:
        """Say anew why the customer stands where they do."""
        summary = self._pages.get(SectionId.SUMMARY)
        if isinstance(summary, SummaryPage):
            summary.show_reason(reason)

    def page(self, section: SectionId) -> ClientPage:
        """Return a section's page, which is made at the first call."""
        if section not in self._pages:
            page = _MAKERS[section](self._ctx, self)
            page.retry_requested.connect(self.retry_requested)
            page.record_requested.connect(self._on_page_record_requested)
            page.amend_requested.connect(self.amend_requested)
            page.message_raised.connect(self.message_raised)
            self._stack.addWidget(page)
            self._pages[section] = page
        return self._pages[section]

    def _fill_current(self) -> None:
        page, client = self.page(self.section), self._client
        former = self._filled.get(self.section)
        if client is not None and client is not former:
            keep = former is not None and _is_same(former, client)
            page.show_client(client, keep_place=keep)
            self._filled[self.section] = client
        self._stack.setCurrentWidget(page)

    def _build_rest(self, section: SectionId) -> None:
        self.page(section).build_rest()

    @Slot(object)
    def _on_bar_section_chosen(self, section: SectionId) -> None:
        self.show_section(section, with_focus=False)

    @Slot(object)
    def _on_page_record_requested(self, entry: StoryEntry) -> None:
        if entry.kind is StoryKind.ATTACHMENT:
            self._open_attachment(entry.key)
            return
        section = _RECORDS.get(entry.kind)
        if section is not None:
            self.show_section(section)
            self.page(section).show_record(entry)

    def _open_attachment(self, attachment_id: UUID) -> None:
        if self._opener is None:
            from cockpit.ui.attachments.opener import AttachmentOpener  # noqa: PLC0415 - few do

            self._opener = AttachmentOpener(self._ctx, self)
        self._opener.open(attachment_id)


def _is_same(one: Client, other: Client) -> bool:
    return one.panel.profile.customer_id == other.panel.profile.customer_id
