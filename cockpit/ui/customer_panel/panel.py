"""The client panel: everything about one customer, beside the phone."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain import customer
from cockpit.domain.errors import GiroError
from cockpit.domain.priority import Factors
from cockpit.domain.reachable import Reachability
from cockpit.domain.receivers import receivers
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import Channel
from cockpit.domain.weather import state_after
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.card_maker import CardMaker
from cockpit.ui.customer_panel.client_loader import ClientLoader
from cockpit.ui.customer_panel.header import Header
from cockpit.ui.customer_panel.pages.page import Client
from cockpit.ui.customer_panel.read_ahead import Opening, Telling
from cockpit.ui.customer_panel.reason_line import ReasonProvider
from cockpit.ui.customer_panel.section_id import SectionId
from cockpit.ui.customer_panel.sections_view import SectionsView
from cockpit.ui.widgets.state_view import StateView
from cockpit.ui.widgets.still import held_still

#: A load that takes longer than this is said to be one; a shorter one must not flicker.
PATIENCE_MS = 300
MINUTE_MS = 60_000
MINIMUM = QSize(360, 320)


class CustomerPanel(QWidget):
    """Shows the customer that is selected, and what changes about them.

    While the next customer loads the former one stays in view; ``panel_left`` has then been
    emitted already, so that nobody writes to the wrong one.
    """

    #: A customer is in view, for the first time or anew (cockpit.domain.customer.CustomerPanel).
    panel_shown = Signal(object)
    #: Their story is in view, after ``panel_shown`` (CustomerStory).
    story_shown = Signal(object)
    #: The customer in view is not the selected one any more.
    panel_left = Signal()
    #: A stored contact is to be corrected (StoryEntry).
    amend_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: A message is wanted: channel (Channel) and person (UUID or None).
    message_requested = Signal(object, object)
    #: A number of theirs is to be dialled (PhoneNumber), or only copied (bool).
    number_requested = Signal(object, bool)

    _filled = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._opening: Opening | None = None
        self._telling: Telling | None = None
        self._reach: Reachability | None = None
        self._error: Exception | None = None
        self._is_slow = False
        self._reasons: ReasonProvider | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._on_minute_timeout)
        self._loader = ClientLoader(ctx, self)
        self._loader.read.connect(self._on_loader_read)
        self._loader.failed.connect(self._on_loader_failed)
        self._loader.reach_judged.connect(self._on_loader_reach_judged)
        self.cards = CardMaker(ctx, self)
        self._filled.connect(self._on_filled, Qt.ConnectionType.QueuedConnection)
        self._build()
        self.cards.made.connect(self.header.credit.show_card)

    # --- what others use --------------------------------------------------------------------------

    @property
    def panel(self) -> customer.CustomerPanel | None:
        """Return the customer in view, or None while there is none or another one loads."""
        opening = self._opening
        is_current = opening is not None and opening.customer_id == self._loader.wanted
        return opening.panel if opening is not None and is_current else None

    @property
    def story(self) -> CustomerStory | None:
        """Return the story of the customer in view, or None while it is not there."""
        telling = self._telling
        is_current = telling is not None and telling.customer_id == self._loader.wanted
        return telling.story if telling is not None and is_current else None

    def show_customer(self, customer_id: UUID | None, *, is_beside: bool = False) -> None:
        """Show a customer as soon as they are loaded; None shows that nobody is selected.

        Args:
            customer_id: Whom.
            is_beside: Whether they stand beside a list, which is painted first.
        """
        is_wanted = customer_id is not None and customer_id == self._loader.wanted
        if is_wanted and self._error is None:
            if not is_beside:
                self._loader.hasten()
            return
        had_panel, self._error = self.panel is not None, None
        if had_panel:
            self.panel_left.emit()
        if customer_id is None:
            self._patience.stop()
        else:
            self._patience.start()
        self._loader.load(customer_id, is_beside=is_beside and customer_id is not None)
        if customer_id is None:
            self._opening = self._telling = None
            self._show_state()

    def read_again(self) -> None:
        """Read the client in view again, where there is one."""
        if self._loader.wanted is not None:
            self._loader.reload()

    def preload(self, customer_ids: Sequence[UUID]) -> None:
        """Read who may come next in the background, so that showing them is instant.

        Of who is in view already only the pitch card is left to be made.
        """
        self._loader.preload(customer_ids)
        panel, story = self.panel, self.story
        if panel is not None and story is not None and story.customer_id in customer_ids:
            self.cards.ask(panel, story)

    def require(self, customer_id: UUID, change: int) -> None:
        """Show a customer as read ahead only where a change of that number is in it."""
        self._loader.ahead.require(customer_id, change)

    def set_reason_provider(self, provider: ReasonProvider | None) -> None:
        """Take who tells why a customer stands where they do in the list."""
        self._reasons = provider
        self.refresh_reason()

    @Slot()
    def refresh_reason(self) -> None:
        """Ask again why the customer stands where they do."""
        reason = self._reason()
        self.header.set_reason(reason)
        self.sections.show_reason(reason)

    def show_section(self, section: SectionId | str) -> None:
        """Show a section, and let the keys go through it."""
        if self._stack.currentWidget() is self._content:
            self.sections.show_section(SectionId(section))

    def show_section_number(self, number: int) -> None:
        """Show the section of that place, from 1; 0 is the tenth."""
        self.show_section(list(SectionId)[(number - 1) % len(SectionId)])

    @Slot()
    def next_section(self) -> None:
        """Show the section after this one."""
        self._step(1)

    @Slot()
    def previous_section(self) -> None:
        """Show the section before this one."""
        self._step(-1)

    @Slot()
    def show_cycle(self) -> None:
        """Show the customer's orders and intervals, and let the keys go through them."""
        self.show_section(SectionId.SUMMARY)

    @Slot()
    def dial(self) -> None:
        """Ask to dial the first number, where there is one."""
        if self.panel is not None and self.header.reach.first_phone is not None:
            self.header.reach.first_phone.dial()

    @Slot()
    def choose_phone(self) -> None:
        """Open the list of numbers, where calling is allowed."""
        if self.panel is not None:
            self.header.reach.choose_phone()

    @Slot()
    def copy_phone(self) -> None:
        """Ask to copy the first number, where there is one."""
        if self.panel is not None and self.header.reach.first_phone is not None:
            self.header.reach.first_phone.copy()

    @Slot()
    def ask_for_wishes(self) -> None:
        """Write down how they want to be contacted, and how not."""
        if self.panel is not None:
            self.header.wishes.open()

    @Slot()
    def write_whatsapp(self) -> None:
        """Write by WhatsApp, where that is allowed."""
        self._write(Channel.WHATSAPP)

    @Slot()
    def write_email(self) -> None:
        """Write an e-mail, where that is allowed."""
        self._write(Channel.EMAIL)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._state = StateView(self._ctx.theme, self)
        self._state.action_requested.connect(self._on_retry_requested)
        self._content = QWidget(self)
        self.header = Header(self._ctx, self._content)
        self.sections = SectionsView(self._ctx, self._content)
        self.header.writing_requested.connect(self._write)
        self.header.number_requested.connect(self.number_requested)
        self.sections.retry_requested.connect(self._on_sections_retry_requested)
        self.sections.amend_requested.connect(self.amend_requested)
        self.sections.message_raised.connect(self.message_raised)
        body = QVBoxLayout(self._content)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.header)
        body.addWidget(self.sections, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._state)
        self._stack.addWidget(self._content)
        self._show_state()

    @override
    def minimumSizeHint(self) -> QSize:
        return MINIMUM  # wrapped texts would ask for the height of their narrowest shape

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.LanguageChange:
            return
        if self._stack.currentWidget() is self._state:
            self._show_state()
        else:
            self.refresh_reason()

    # --- what was read ----------------------------------------------------------------------------

    @Slot(object, object)
    def _on_loader_read(self, opening: Opening, telling: Telling | None) -> None:
        self._patience.stop()
        self._is_slow, self._error = False, None
        is_new = opening is not self._opening
        is_story_new = telling is not self._telling
        self._opening, self._telling = opening, telling
        if opening.panel is None:
            self._show_state()
            return
        if is_new:
            self._reach = opening.reach
        self._show_client(opening.panel)
        if is_new:
            self.panel_shown.emit(opening.panel)
        if is_story_new and self.story is not None:
            self.story_shown.emit(self.story)

    def _show_client(self, panel: customer.CustomerPanel) -> None:
        telling = self._telling
        error = telling.error if telling is not None else None
        trouble = "" if error is None else self._error_sentence(error)
        client = Client(panel, self.story, trouble, self._reason())
        with held_still(self._content, self.header, self.sections):
            self.header.show_client(client, self._reach)
            self.sections.show_client(client)
            self._ask_for_script(panel, self.story)
        self._stack.setCurrentWidget(self._content)
        self._filled.emit()

    @Slot()
    def _on_filled(self) -> None:
        """Lay everything out before it is painted.

        What a layout asks of the one around it would come after the painting that waits already:
        the window would be painted twice, the first time half laid out.
        """
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _ask_for_script(self, panel: customer.CustomerPanel, story: CustomerStory | None) -> None:
        """Have the words told with which a call begins where money comes first."""
        if story is None or self._telling is None:
            return
        if self._telling.card is not None:
            self.cards.keep(panel, story, self._telling.card)
        if panel.profile.is_credit_lane:
            self.cards.ask(panel, story)

    @Slot(object)
    def _on_loader_failed(self, error: Exception) -> None:
        self._patience.stop()
        if self.panel is not None and state_after(error) is not None:
            return  # what is in sight stays; the top bar says of when it is
        self._is_slow, self._error = False, error
        self._opening = self._telling = None
        self._show_state()
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here

    @Slot(object)
    def _on_loader_reach_judged(self, reach: Reachability | None) -> None:
        self._reach = reach
        self.header.set_reach(reach)

    def _reason(self) -> tuple[str, Factors | None] | None:
        wanted = self._loader.wanted
        return None if self._reasons is None or wanted is None else self._reasons(wanted)

    def _step(self, count: int) -> None:
        if self._stack.currentWidget() is self._content:
            self.sections.step(count)

    @Slot(object)
    def _write(self, channel: Channel) -> None:
        """Ask for a message, where one may be written."""
        panel = self.panel
        if panel is not None and receivers(panel.profile, channel):
            self.message_requested.emit(channel, None)

    # --- when there is no customer ----------------------------------------------------------------

    def _show_state(self) -> None:
        """Say why no customer is in view."""
        if self._error is not None:
            sentence = self._error_sentence(self._error)
            self._state.show_state("alert", sentence, self.tr("Try again"))
        elif self._is_slow:
            self._state.show_state("clock", self.tr("Loading the customer…"))
        elif self._loader.wanted is not None:
            self._state.show_state("user", self.tr("This customer does not exist any more."))
        else:
            self._state.show_state("user", self.tr("Choose a customer in the list."))
        self._stack.setCurrentWidget(self._state)

    def _error_sentence(self, error: Exception) -> str:
        if isinstance(error, GiroError):
            return resources.text(error.message, self._ctx.language)
        return self.tr("The customer could not be read.")

    @Slot()
    def _on_patience_timeout(self) -> None:
        self._is_slow = True
        self._show_state()

    @Slot()
    def _on_minute_timeout(self) -> None:
        if self.panel is not None:
            self._loader.judge_reach()

    @Slot()
    def _on_retry_requested(self) -> None:
        self._error = None
        self._patience.start()
        self._loader.reload()

    @Slot()
    def _on_sections_retry_requested(self) -> None:
        self._loader.reload_story()
