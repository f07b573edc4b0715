"""How a client wants to be contacted, and how not: asked once, written down in one place."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

import resources
from cockpit.domain.contact_wishes import ClosingDraft, ContactWishes
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.vocabulary import Channel
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.wishes.closing_fields import ClosingFields
from cockpit.ui.wishes.wishes_fields import WishesFields

_WIDTH = 620


@dataclass(frozen=True, slots=True)
class _Known:
    """What is stored of one client."""

    wishes: ContactWishes
    closed: frozenset[Channel]


class WishesDialog(QDialog):
    """Two parts: what the client likes best, and what they closed."""

    def __init__(self, ctx: UiContext, profile: CustomerProfile, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._profile = ctx, profile
        self._before: ContactWishes | None = None
        self.likes, self.closing = WishesFields(ctx, self), ClosingFields(self)
        self.setMinimumWidth(_WIDTH)
        self.setWindowTitle(self.tr("How to contact them"))
        self._build()
        self.likes.edited.connect(self._on_likes_edited)
        self.closing.whose_changed.connect(self._on_closing_whose_changed)

    def start(self) -> None:
        """Show the dialog and read what is known."""
        self.closing.set_persons(self._profile.persons)
        self.likes.setEnabled(False)
        self.closing.setEnabled(False)
        self.open()
        self._ctx.runner.submit(
            partial(_known, self._ctx, self._profile.customer_id),
            lane=Lane.READ,
            owner=self,
            key="wishes",
            on_result=self._on_known,
            on_error=self._on_error,
        )

    @Slot()
    def save(self) -> None:
        """Store what was changed."""
        wishes, draft = self.likes.wishes(), self.closing.draft()
        if wishes is None or self._before is None:
            self.likes.hours.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.closing.is_changed and not draft.reason:
            self._say(resources.text("error.closing_needs_reason", self._ctx.language))
            self.closing.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        likes = None if wishes == self._before else wishes
        closing = draft if self.closing.is_changed else None
        self.save_button.setEnabled(False)
        self._ctx.runner.submit(
            partial(_store, self._ctx, self._profile.customer_id, likes, closing),
            lane=Lane.WRITE,
            owner=self,
            key="save",
            on_result=self._on_saved,
            on_error=self._on_error,
        )

    def _build(self) -> None:
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.save)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        name = self._profile.trade_name or self._profile.legal_name
        layout.addWidget(ranked_label("heading", name, self))
        layout.addWidget(ranked_label("muted", self.tr("Prefers"), self))
        layout.addWidget(self.likes)
        layout.addWidget(divider(self))
        layout.addWidget(ranked_label("muted", self.tr("Do not contact"), self))
        layout.addWidget(self.closing)
        layout.addLayout(foot)

    def _say(self, sentence: str) -> None:
        self._notice.setProperty("role", "danger")
        self._notice.style().polish(self._notice)
        self._notice.setText(sentence)

    def _on_known(self, known: _Known) -> None:
        self._before = known.wishes
        self.likes.set_wishes(known.wishes, self._profile.persons)
        self.closing.set_closed(known.closed)
        self.likes.setEnabled(True)
        self.closing.setEnabled(True)
        self.save_button.setEnabled(True)
        self.likes.channel.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_likes_edited(self, is_understood: bool) -> None:
        self.save_button.setEnabled(is_understood and self._before is not None)

    @Slot(object)
    def _on_closing_whose_changed(self, person_id: UUID | None) -> None:
        self._ctx.runner.submit(
            partial(self._ctx.wishes.closed, self._profile.customer_id, person_id),
            lane=Lane.READ,
            owner=self,
            key="closed",
            on_result=self.closing.set_closed,
            on_error=self._on_error,
        )

    def _on_saved(self, nothing: None) -> None:
        self.accept()

    def _on_error(self, error: Exception) -> None:
        self.save_button.setEnabled(self._before is not None)
        self._say(sentence_of(error, self._ctx.language))


def _known(ctx: UiContext, customer_id: UUID) -> _Known:
    return _Known(ctx.wishes.wishes(customer_id), ctx.wishes.closed(customer_id))


def _store(
    ctx: UiContext, customer_id: UUID, likes: ContactWishes | None, closing: ClosingDraft | None
) -> None:
    """Store what was changed; None leaves a part as it is."""
    if likes is not None:
        ctx.wishes.set_wishes(customer_id, likes)
    if closing is not None:
        ctx.wishes.close(customer_id, closing)
