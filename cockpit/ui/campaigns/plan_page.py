"""A campaign that is planned: its fields, what publishing it would do, saving and publishing."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea, QWidget

from cockpit.domain.campaigns import CampaignChoices, CampaignPlan, Mentioned
from cockpit.domain.errors import GiroError
from cockpit.runtime.task_runner import Lane
from cockpit.services.campaigns import CampaignService
from cockpit.ui.campaigns import asked
from cockpit.ui.campaigns.editor import CampaignEditor
from cockpit.ui.campaigns.layout import fill_page, side_by_side
from cockpit.ui.campaigns.preview import PreviewPanel
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.question import Question

T = TypeVar("T")
_EDITOR_WIDTH = 540


class PlanPage(QWidget):
    """The editor, and beside it what publishing does.

    Attributes:
        editor: The plan that is edited.
        preview: What publishing it would do.
    """

    #: The choices were read: the plan can be seen.
    opened = Signal()
    #: A draft (CampaignRow) was saved.
    saved = Signal(object)
    #: A campaign (CampaignRow) was published.
    published = Signal(object)
    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._stored = asked.StoredDraft()
        self.editor, self.preview = CampaignEditor(ctx, self), PreviewPanel(ctx, self)
        self.save_button, self.publish_button = QPushButton(self), QPushButton(self)
        self.publish_button.setProperty("kind", "primary")
        self._lay_out()
        self._connect()
        self.retranslate()

    def begin(self, plan: CampaignPlan, customer_ids: Sequence[UUID]) -> None:
        """Begin with a plan and whom it is for, once the choices were read."""
        work = partial(self._on_choices_read, plan, tuple(customer_ids))
        self._ask("choices", lambda one: one.choices(), work)

    @Slot(str)
    def take_file(self, path: str) -> None:
        """Take the codes and documents of a file."""
        self._ask("mentioned", partial(asked.mentioned_in, Path(path)), self._on_mentioned)

    @Slot()
    def save(self) -> None:
        """Save the draft as it stands."""
        plan = self._plan() if self.isVisible() else None
        if plan is not None:
            work = partial(self._stored.save, plan, self.editor.customer_ids)
            self._ask("save", work, self.saved.emit, Lane.WRITE)

    @Slot()
    def publish(self) -> None:
        """Ask whether the plan is meant, and publish it."""
        plan = self._plan() if self.isVisible() else None
        if plan is None or self.preview.preview is None:
            return
        preview = self.preview.preview
        count, aside = len(preview.members), len(preview.held_out)
        sentences = (
            self.tr("%n client(s) are drawn into it.", "", count),
            self.tr("%n of them are left alone until it is over.", "", aside),
            self.tr("After that the plan and the draw cannot be changed."),
        )
        question = Question(
            self.tr("Publish “{name}”?").format(name=plan.name),
            sentences,
            (self.tr("Publish"), self.tr("Not yet")),
            self.window(),
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.confirmed.connect(partial(self._publish, plan, self.editor.customer_ids))
        question.open()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.save_button.setText(self.tr("Save the draft  Ctrl+S"))
        self.publish_button.setText(self.tr("Publish…  Ctrl+Enter"))

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.editor)
        scroll.setFixedWidth(_EDITOR_WIDTH)
        fill_page(
            self,
            side_by_side(scroll, self.preview, self),
            [None, self.save_button, self.publish_button],
        )

    def _connect(self) -> None:
        self.save_button.clicked.connect(self.save)
        self.publish_button.clicked.connect(self.publish)
        self.editor.changed.connect(self._on_editor_changed)
        self.editor.list_given.connect(self._on_editor_list_given)
        self.editor.file_requested.connect(self._on_editor_file_requested)
        self.preview.customers_requested.connect(self.customers_requested)

    # --- what is shown -------------------------------------------------------------------------

    def _on_choices_read(
        self, plan: CampaignPlan, customer_ids: tuple[UUID, ...], choices: CampaignChoices
    ) -> None:
        self.opened.emit()
        self.preview.clear()
        self._stored = asked.StoredDraft(plan.version)
        self.editor.set_choices(choices)
        self.editor.show_plan(plan, customer_ids)

    @Slot()
    def _on_editor_changed(self) -> None:
        plan = self._plan() if self.isVisible() else None
        if plan is not None:
            keys = self.editor.customer_ids
            self._ask("preview", lambda one: one.preview(plan, keys), self.preview.show_preview)

    def _plan(self) -> CampaignPlan | None:
        """Return the plan as it stands; None, and a sentence, where it makes no sense."""
        try:
            return self.editor.plan()
        except GiroError as error:
            self.preview.show_trouble(sentence_of(error, self._ctx.language))
            return None

    # --- what the user does --------------------------------------------------------------------

    @Slot(str)
    def _on_editor_list_given(self, text: str) -> None:
        self._ask("mentioned", lambda one: one.mentioned(text), self._on_mentioned)

    def _on_mentioned(self, found: Mentioned) -> None:
        self.editor.add_mentioned(found)

    @Slot()
    def _on_editor_file_requested(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("A list of clients"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Lists (*.csv *.txt)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def _publish(self, plan: CampaignPlan, customer_ids: tuple[UUID, ...]) -> None:
        work = partial(self._stored.publish, plan, customer_ids)
        self._ask("publish", work, self.published.emit, Lane.WRITE)

    # --- the background ------------------------------------------------------------------------

    def _ask(
        self,
        key: str,
        work: Callable[[CampaignService], T],
        on_result: Callable[[T], None],
        lane: Lane = Lane.READ,
    ) -> None:
        asked.ask(
            self._ctx, self, key, work, on_result=on_result, on_error=self._on_failed, lane=lane
        )

    def _on_failed(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        self.preview.show_trouble(sentence)
        self.message_raised.emit(sentence)
