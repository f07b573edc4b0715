"""One post-it in full: who wrote it, what it says, whom it is about, who read it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cockpit.domain.errors import GiroError
from cockpit.domain.post_its import PostIt, Receipt
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.post_its.words import (
    customers_text,
    posted_text,
    receipt_text,
    receivers_text,
    state_text,
)
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label


class PostItDetail(QScrollArea):
    """Hidden lines where there is nothing to say."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._shown: UUID | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room = QWidget(self)
        self._room.setProperty("role", "surface")
        self._room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head = ranked_label("small", parent=self._room)
        self.body = ranked_label("", parent=self._room)
        self.body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._about = ranked_label("caption", parent=self._room)
        self._customers = ranked_label("muted", parent=self._room)
        self._readers = ranked_label("caption", parent=self._room)
        self.receipts = ranked_label("muted", parent=self._room)
        layout = QVBoxLayout(self._room)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        for label in (
            self._head, self.body, self._about, self._customers, self._readers, self.receipts
        ):  # fmt: skip
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch()
        self.setWidget(self._room)
        self.show_post_it(None)

    def show_post_it(self, one: PostIt | None) -> None:
        """Show a post-it; None shows nothing."""
        clock = self._ctx.clock
        is_other = one is None or one.post_it_id != self._shown
        self._shown = None if one is None else one.post_it_id
        self._room.setVisible(one is not None)
        if one is None:
            return
        head = (posted_text(one, clock), receivers_text(one), state_text(one, clock))
        self._head.setText("  ·  ".join(head))
        self.body.setText(one.body)
        count = len(one.customer_ids)
        raised = self.tr("Customers, who rise in the queue until somebody contacts them")
        is_raising = one.is_raising and one.holds_on(clock.today())
        self._about.setText(raised if is_raising else self.tr("Customers"))
        self._customers.setText(customers_text(one.customer_names, count))
        self._about.setVisible(count > 0)
        self._customers.setVisible(count > 0)
        self._readers.setText(self.tr("Who read it"))
        self._readers.setVisible(one.is_own)
        self.receipts.setVisible(one.is_own)
        if is_other:
            self.receipts.clear()
            self.verticalScrollBar().setValue(0)
        if one.is_own:
            self._ctx.runner.submit(
                partial(_receipts, self._ctx, one.post_it_id),
                lane=Lane.READ,
                owner=self,
                key="receipts",
                on_result=self._on_receipts,
                on_error=self._on_error,
            )

    def _on_receipts(self, found: tuple[Receipt, ...]) -> None:
        clock = self._ctx.clock
        self.receipts.setText("\n".join(receipt_text(one, clock) for one in found))

    def _on_error(self, error: Exception) -> None:
        """Leave the receipts out: the screen says what is wrong with the database."""
        if not isinstance(error, GiroError):
            raise error


def _receipts(ctx: UiContext, post_it_id: UUID) -> tuple[Receipt, ...]:
    return ctx.post_its().receipts(post_it_id)
