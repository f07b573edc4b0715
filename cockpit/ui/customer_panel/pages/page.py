"""The base of every section: filled from what was read, or a sentence in its place."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.priority import Factors
from cockpit.domain.sections import CustomerStory, StoryEntry
from cockpit.ui.context import UiContext
from cockpit.ui.widgets.state_view import StateView


@dataclass(frozen=True, slots=True)
class Client:
    """The customer in view.

    Attributes:
        story: None until it was read, or where it could not be.
        trouble: Why it could not be read; empty while it may come.
        reason: Why they stand where they do, and its factors; None where the list has no word.
    """

    panel: CustomerPanel
    story: CustomerStory | None = None
    trouble: str = ""
    reason: tuple[str, Factors | None] | None = None


class ClientPage(QWidget):
    """Holds a body, and in its place a sentence while there is nothing to show.

    Attributes:
        body: What is shown of a customer who has something of it.
    """

    #: What could not be read is to be read again.
    retry_requested = Signal()
    #: The record of an entry is wanted in its own section (StoryEntry).
    record_requested = Signal(object)
    #: A contact is to be corrected (StoryEntry).
    amend_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    #: The icon above the sentence.
    icon = "inbox"
    needs_story = True

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._client: Client | None = None
        self.body = QWidget(self)
        self.content = QVBoxLayout(self.body)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self._state: StateView | None = None
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.body)

    def show_client(self, client: Client, *, keep_place: bool) -> None:
        """Show a customer; ``keep_place`` where it is the same one as before."""
        if client is self._client:
            return
        self._client = client
        sentence, action = self._instead(client)
        if not sentence and not self._is_waiting(client):
            self.fill(client, keep_place=keep_place)
            self._pages.setCurrentWidget(self.body)
            return
        if self._state is None:
            self._state = StateView(self._ctx.theme, self)
            self._state.action_requested.connect(self._on_state_action_requested)
            self._pages.addWidget(self._state)
        self._state.show_state("alert" if client.trouble else self.icon, sentence, action)
        self._pages.setCurrentWidget(self._state)

    def state_sentence(self) -> str:
        """Return what stands in place of the body; empty while the body is shown."""
        shown = self._pages.currentWidget()
        return shown.sentence() if isinstance(shown, StateView) else ""

    def give_focus(self) -> None:
        """Take the keyboard, with what stands in place of the body where that is in sight."""
        shown = self._pages.currentWidget()
        if not (isinstance(shown, StateView) and shown.focus_action()):
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the body."""
        self.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_record(self, entry: StoryEntry) -> None:
        """Bring the record of an entry of the timeline into view, where it is here."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._client is not None:
            self.retranslate()
            client, self._client = self._client, None
            self.show_client(client, keep_place=True)

    # --- what a section says ----------------------------------------------------------------------

    def build_rest(self) -> None:
        """Build what not every customer needs, in a quiet moment before one does."""

    def fill(self, client: Client, *, keep_place: bool) -> None:
        """Fill the body."""
        raise NotImplementedError

    def empty_sentence(self, client: Client) -> str:
        """Return why there is nothing to show; empty while there is."""
        return ""

    def empty_action(self, client: Client) -> str:
        """Return the text of the button below that sentence; empty without one."""
        return ""

    def act(self) -> None:
        """Do what that button says."""

    def retranslate(self) -> None:
        """Say what stays from customer to customer in the present language."""

    def _is_waiting(self, client: Client) -> bool:
        return self.needs_story and client.story is None

    def _instead(self, client: Client) -> tuple[str, str]:
        """Return the sentence and its button's text in place of the body."""
        if self._is_waiting(client):
            return client.trouble, self.tr("Try again") if client.trouble else ""
        return self.empty_sentence(client), self.empty_action(client)

    @Slot()
    def _on_state_action_requested(self) -> None:
        if self._client is not None and not self._is_waiting(self._client):
            self.act()
        else:
            self.retry_requested.emit()
