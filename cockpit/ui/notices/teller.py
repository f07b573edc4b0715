"""Tells the desktop that a colleague talked with a customer at the user's time."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.collisions import Collision
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.services.ports import Popup
from cockpit.ui.collision_words import collision_headline
from cockpit.ui.context import UiContext

#: More at once are told as one.
_SINGLE = 3


class CollisionTeller(QObject):
    """Tells each once, without the customer's name: whoever passes by may read it.

    What waits unread at the start was told when it came; the notices' button shows it. Nothing is
    told while the user wants quiet.
    """

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._known: set[UUID] | None = None
        ctx.feed.changed.connect(self._on_feed_changed)

    @Slot()
    def look(self) -> None:
        """Read what is unread."""
        self._ctx.runner.submit(
            partial(_unread, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="collisions",
            on_result=self._on_read,
            on_error=_on_error,
        )

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if notice.touches(Topic.NOTICES):
            self.look()

    def _on_read(self, unread: Mapping[UUID, Collision]) -> None:
        known, self._known = self._known, (self._known or set()) | set(unread)
        new = [] if known is None else [one for key, one in unread.items() if key not in known]
        quiet = self._ctx.reminder_clock.quiet
        if not new or self._ctx.notifier is None or quiet.hush() is not None:
            return
        reader = self._ctx.user.user_id
        texts = [collision_headline(one, reader) for one in new]
        if len(new) > _SINGLE:
            texts = [self.tr("%n client(s) with two contacts at about one time", "", len(new))]
        body = self.tr("Open Giro to see which client: notices, Ctrl+F4.")
        for text in texts:
            self._ctx.notifier.notify(Popup(text, body, has_sound=quiet.manner.has_sound))


def _unread(ctx: UiContext) -> Mapping[UUID, Collision]:
    return ctx.notices().unread_collisions()


def _on_error(error: Exception) -> None:
    """Tell nothing: the list says what is wrong with the database."""
    if not isinstance(error, GiroError):
        raise error
