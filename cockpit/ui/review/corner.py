"""Opens the reading of contacts, and tells an operator of what was said of theirs."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cockpit.domain.changes import Topic
from cockpit.domain.review import Comment
from cockpit.domain.sections import CustomerStory
from cockpit.ui.actions import ActionId, Where
from cockpit.ui.call.loop import DeskParts
from cockpit.ui.context import UiContext
from cockpit.ui.screens import Screens
from cockpit.ui.status_bar import StatusBar
from cockpit.ui.unread_counter import UnreadCounter

if TYPE_CHECKING:
    from uuid import UUID

    from cockpit.ui.review.screen import ReviewScreen

_COMMENTS = 1


class ReviewCorner(QObject):
    """Stands between the window and the reading of contacts; its code is read when it is wanted.

    Attributes:
        screen: The page; None until it is opened for the first time.
        unread: Counts the comments that wait to be read.
    """

    def __init__(self, ctx: UiContext, parts: DeskParts, screens: Screens) -> None:
        super().__init__(screens)
        self._ctx, self._parts, self._screens = ctx, parts, screens
        self._amended: Comment | None = None
        self.screen: ReviewScreen | None = None
        self.unread = UnreadCounter(ctx, Topic.REVIEWS, partial(_unread, ctx), self)
        parts.client.story_shown.connect(self._on_client_story_shown)

    def handlers(self) -> dict[ActionId, Callable[[], object]]:
        """Return what the action does."""
        return {ActionId.REVIEW: self.open}

    def attend(self, bar: StatusBar) -> None:
        """Tell in the status bar what waits to be read, from now on."""
        self.unread.counted.connect(bar.show_comments)
        bar.comments.clicked.connect(self.open_comments)

    @Slot()
    def open(self) -> None:
        """Show the contacts in place of the desk."""
        self._screens.show_page(self._made())

    @Slot()
    def open_comments(self) -> None:
        """Show the comments to the user in place of the desk."""
        screen = self._made()
        self._screens.show_page(screen)
        screen.show_page(_COMMENTS)

    def _made(self) -> "ReviewScreen":
        if self.screen is None:
            from cockpit.ui.review.screen import ReviewScreen  # noqa: PLC0415 - see the class

            self.screen = ReviewScreen(self._ctx, self._screens.pages)
            self.screen.customer_requested.connect(self._screens.customer_requested)
            self.screen.amend_requested.connect(self._on_screen_amend_requested)
            self.screen.message_raised.connect(self._screens.message_raised)
            self._screens.adopt(self.screen, Where.REVIEW)
        return self.screen

    @Slot(object)
    def _on_screen_amend_requested(self, one: Comment) -> None:
        """Open the customer, and once their story is there the contact for correcting it."""
        self._amended = one
        self._screens.customer_requested.emit(one.customer_id)
        story = self._parts.client.story
        if story is not None and story.customer_id == one.customer_id:
            self._on_client_story_shown(story)

    @Slot(object)
    def _on_client_story_shown(self, story: CustomerStory) -> None:
        one = self._amended
        if one is None or story.customer_id != one.customer_id:
            return
        self._amended = None
        key: UUID = one.contact_id
        entry = next((entry for entry in story.timeline if entry.key == key), None)
        if entry is not None and not entry.is_amended:
            self._parts.form.open_amendment(entry)


def _unread(ctx: UiContext) -> int:
    return ctx.review().unread_comments()
