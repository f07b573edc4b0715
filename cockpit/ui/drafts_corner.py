"""Opens the list of drafts over the desk, and goes on with the one that is chosen."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cockpit.domain.drafts import DraftKind, DraftSummary
from cockpit.domain.sections import CustomerStory, StoryEntry
from cockpit.ui.call.loop import DeskParts
from cockpit.ui.context import UiContext
from cockpit.ui.desk import Arrangement
from cockpit.ui.drafts.popover import DraftsPopover
from cockpit.ui.drafts.shelf import DraftShelf
from cockpit.ui.status_bar import StatusBar
from cockpit.ui.theme import Height, Space


class DraftsCorner(QObject):
    """A draft's customer is opened; their words are where they were typed.

    Attributes:
        shelf: Which drafts wait.
        popover: Their list.
    """

    #: This draft's customer (UUID) is to be opened.
    customer_requested = Signal(object)

    def __init__(self, ctx: UiContext, parts: DeskParts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._wanted: DraftSummary | None = None
        self.shelf = DraftShelf(ctx, self._in_sight, self)
        self.popover = DraftsPopover(ctx, self.shelf, window)
        self.popover.draft_wanted.connect(self._on_popover_draft_wanted)
        parts.client.panel_shown.connect(self.shelf.look_soon)
        parts.desk.arranged.connect(self.shelf.look_soon)
        parts.client.story_shown.connect(self._on_client_story_shown)

    def attend(self, status: StatusBar) -> None:
        """Tell the status bar how many drafts wait, and open them where it is clicked."""
        self._status = status
        self.shelf.changed.connect(self._on_shelf_changed)
        status.drafts.clicked.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show the list above the status bar, with the keyboard in it."""
        self.popover.open()
        foot = self._window.height() - Height.STATUS_BAR - Space.S
        self.popover.move(Space.M, max(0, foot - self.popover.height()))

    def _in_sight(self) -> UUID | None:
        """Return whose words stand on the desk; while browsing the form is out of sight."""
        panel = self._parts.client.panel
        if panel is None or self._parts.desk.arrangement is not Arrangement.CALL:
            return None
        return panel.profile.customer_id

    @Slot()
    def _on_shelf_changed(self) -> None:
        self._status.show_drafts(len(self.shelf.drafts))

    @Slot(object)
    def _on_popover_draft_wanted(self, draft: DraftSummary) -> None:
        self._wanted = draft
        self.customer_requested.emit(draft.customer_id)

    @Slot(object)
    def _on_client_story_shown(self, story: CustomerStory) -> None:
        """Go to where the words of the wanted draft stand: the contact's are there already."""
        draft = self._wanted
        if draft is None or draft.customer_id != story.customer_id:
            return
        self._wanted = None
        if draft.kind is DraftKind.PITCH and not self._parts.card.is_expanded:
            self._parts.card.toggle()
        entry = _entry(story, draft.amends_id)
        if entry is not None:
            self._parts.form.open_amendment(entry)


def _entry(story: CustomerStory, contact_id: UUID | None) -> StoryEntry | None:
    return next((one for one in story.timeline if one.key == contact_id), None)
