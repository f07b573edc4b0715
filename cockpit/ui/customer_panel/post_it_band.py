"""What a supervisor left about the client in view: the newest post-it, and how many more."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from cockpit.domain.errors import GiroError
from cockpit.domain.post_its import UNREAD, one_line
from cockpit.domain.sections import CustomerStory, StoryEntry, StoryKind
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Space
from cockpit.ui.widgets.labels import ElidedLabel
from cockpit.ui.widgets.plain_tip import plain_tip

_ICON = 16


class PostItBand(QFrame):
    """One line, there only while a post-it about the client holds; all are among the notes."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._entries: tuple[StoryEntry, ...] = ()
        self._icon = QLabel(self)
        self._text = ElidedLabel("small", self)
        self._text.setFont(ctx.theme.font(FontRole.SMALL))
        self.read_button = QPushButton(self)
        self.read_button.setProperty("kind", "quiet")
        self.read_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.read_button.clicked.connect(self._on_read_button_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.read_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()
        ctx.theme.changed.connect(self._refresh)

    def text(self) -> str:
        """Return what it says."""
        return self._text.full_text()

    def show_story(self, story: CustomerStory | None) -> None:
        """Show what holds about a client; hide where nothing does."""
        timeline = () if story is None else story.timeline
        found = [one for one in timeline if one.kind is StoryKind.POST_IT]
        self._entries = tuple(sorted(found, key=_rank))
        self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self.setVisible(bool(self._entries))
        if not self._entries:
            return
        first, more = self._entries[0], len(self._entries) - 1
        is_unread = first.code == UNREAD
        text = self.tr("Post-it from {who}: {words}").format(
            who=first.who, words=one_line(first.detail)
        )
        if more:
            text = f"{text}  " + self.tr("(%n more)", "", more)
        self._text.set_full_text(text)
        self._text.setToolTip(plain_tip("\n\n".join(one.detail for one in self._entries)))
        self.read_button.setText(self.tr("I have read it"))
        self.read_button.setVisible(is_unread)
        ink = "accent" if is_unread else "icon_neutral"
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._ctx.theme.pixmap("note", _ICON, ink, ratio))

    @Slot()
    def _on_read_button_clicked(self) -> None:
        """Acknowledge the one that is shown; the client is read again by the change."""
        if self._entries:
            self.read_button.hide()
            self._ctx.runner.submit(
                partial(_mark_read, self._ctx, self._entries[0].key),
                lane=Lane.WRITE,
                owner=self,
                key="read",
                on_result=lambda _done: None,
                on_error=self._on_error,
            )

    def _on_error(self, error: Exception) -> None:
        """Let it be tried again."""
        if not isinstance(error, GiroError):
            raise error
        self._refresh()


def _mark_read(ctx: UiContext, post_it_id: UUID) -> None:
    ctx.post_its().mark_read([post_it_id])


def _rank(one: StoryEntry) -> tuple[bool, float]:
    """Return the order: the unread first, the newest first."""
    return one.code != UNREAD, -one.at.timestamp()
