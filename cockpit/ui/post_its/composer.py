"""A post-it as it is written: what, for whom, about whom, until when."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import resources
from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.natural_date import parse
from cockpit.domain.post_its import PostItDraft, Receivers
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext
from cockpit.ui.post_its.words import customers_text
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.choice_picker import ChoicePicker
from cockpit.ui.widgets.labels import ranked_label

T = TypeVar("T")
_SIZE = (560, 420)
_WEEK = timedelta(days=7)
_USER, _TEAM = "user:", "team:"


class PostItComposer(QDialog):
    """Ctrl+Enter posts it; what is wrong stands below, and nothing typed is lost."""

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._key = new_id()
        self._customer_ids: tuple[UUID, ...] = ()
        self.resize(*_SIZE)
        self._build()
        self._lay_out()
        self._on_until_text_changed(self.until.text())

    def open_for(self, customer_ids: Sequence[UUID], names: Sequence[str]) -> None:
        """Begin a post-it about some customers, or about none.

        Args:
            customer_ids: Whom it is about.
            names: The names of the first of them.
        """
        self._customer_ids = tuple(customer_ids)
        count = len(customer_ids)
        self._about.setText(customers_text(tuple(names), count) if count else self.tr("nobody"))
        self.raising_box.setVisible(count > 0)
        self.open()
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)
        self._submit(partial(_receivers, self._ctx), "receivers", self._on_receivers)

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(self.tr("New post-it"))
        self.body = QPlainTextEdit(self)
        self.body.setTabChangesFocus(True)
        self.body.setAccessibleName(self.tr("Text"))
        self.body.setPlaceholderText(self.tr("What they should know or do"))
        self.to = ChoicePicker(self)
        self.to.setAccessibleName(self.tr("To"))
        self._everybody = ranked_label("small", self.tr("nobody chosen: everybody"), self)
        self.to.changed.connect(self._on_receivers_changed)
        self._about = ranked_label("muted", parent=self)
        self._about.setWordWrap(True)
        self.until = QLineEdit(self)
        self.until.setAccessibleName(self.tr("Holds until"))
        self.until.setPlaceholderText(self.tr("until it is withdrawn"))
        self.until.setText(formats.day(self._ctx.clock.today() + _WEEK))
        self.until.textChanged.connect(self._on_until_text_changed)
        self._day = ranked_label("small", parent=self)
        self.raising_box = QCheckBox(self.tr("They rise in the receivers' queues"), self)
        self.raising_box.setChecked(True)
        self._notice = ranked_label("danger", parent=self)
        self._notice.setWordWrap(True)
        self.post_button = QPushButton(self)
        self.post_button.setText(self.tr("Post  Ctrl+Enter"))
        self.post_button.setProperty("kind", "primary")
        self.post_button.setAutoDefault(False)
        self.post_button.clicked.connect(self._post)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._post)

    def _lay_out(self) -> None:
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        form.addRow(self.tr("To"), _beside(self.to, self._everybody))
        form.addRow(self.tr("About"), self._about)
        form.addRow("", self.raising_box)
        form.addRow(self.tr("Holds until"), _beside(self.until, self._day))
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.post_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("title", self.tr("New post-it"), self))
        layout.addWidget(self.body, 1)
        layout.addLayout(form)
        layout.addLayout(foot)

    # --- what is typed -------------------------------------------------------------------------

    def _on_receivers(self, found: Receivers) -> None:
        everyone = [(f"{_TEAM}{key}", self.tr("Team {name}").format(name=name))
                    for key, name in found.teams]  # fmt: skip
        everyone += [(f"{_USER}{key}", name) for key, name in found.users
                     if key != self._ctx.user.user_id]  # fmt: skip
        self.to.set_choices(everyone)

    @Slot()
    def _on_receivers_changed(self) -> None:
        self._everybody.setVisible(not self.to.values())

    @Slot(str)
    def _on_until_text_changed(self, text: str) -> None:
        try:
            day = self._until()
        except BadInputError as error:
            self._day.setText(resources.text(error.message, self._ctx.language))
            return
        written = "" if day is None else formats.day(day)
        self._day.setText("" if written == text.strip() else written)

    def _until(self) -> date | None:
        """Return the last day; None until it is withdrawn.

        Raises:
            BadInputError: The words say no day.
        """
        text = self.until.text().strip()
        if not text:
            return None
        now = self._ctx.clock.now().astimezone(self._ctx.clock.zone)
        moment = parse(text, now=now)
        if moment is None:
            raise BadInputError("filter_day_unknown", text=text)
        return moment.day

    def _draft(self) -> PostItDraft:
        chosen = self.to.values()
        return PostItDraft(
            self._key,
            self.body.toPlainText(),
            tuple(UUID(one[len(_USER) :]) for one in chosen if one.startswith(_USER)),
            tuple(UUID(one[len(_TEAM) :]) for one in chosen if one.startswith(_TEAM)),
            self._customer_ids,
            self._until(),
            self.raising_box.isChecked(),
        )

    # --- posting -------------------------------------------------------------------------------

    @Slot()
    def _post(self) -> None:
        """Store it; what is wrong is said, and nothing is lost."""
        try:
            draft = self._draft()
            draft.check(self._ctx.clock.today())
        except BadInputError as error:
            self._on_error(error)
            return
        self.post_button.setEnabled(False)
        self._submit(partial(_post, self._ctx, draft), "post", self._on_posted, Lane.WRITE)

    def _on_posted(self, nothing: object) -> None:
        self.message_raised.emit(self.tr("Post-it posted"))
        self.accept()

    def _on_error(self, error: Exception) -> None:
        self.post_button.setEnabled(True)
        self._notice.setText(sentence_of(error, self._ctx.language))

    def _submit(
        self,
        work: Callable[[], T],
        key: str,
        on_result: Callable[[T], None],
        lane: Lane = Lane.READ,
    ) -> None:
        self._ctx.runner.submit(
            work, lane=lane, owner=self, key=key, on_result=on_result, on_error=self._on_error
        )


def _beside(widget: QWidget, label: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(widget, 1)
    row.addWidget(label, 1)
    return row


def _receivers(ctx: UiContext) -> Receivers:
    return ctx.post_its().receivers()


def _post(ctx: UiContext, draft: PostItDraft) -> None:
    ctx.post_its().post(draft)
