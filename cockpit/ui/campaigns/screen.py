"""The campaigns: a list, and beside it the chosen one's figures, or the plan that is edited."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.campaign_progress import Progress
from cockpit.domain.campaign_results import CampaignResult
from cockpit.domain.campaigns import (
    CampaignChoices,
    CampaignPlan,
    CampaignRow,
    CampaignState,
    Mentioned,
    Preview,
)
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.runtime.task_runner import Lane
from cockpit.services.campaigns import CampaignService
from cockpit.ui.campaigns import asked, words
from cockpit.ui.campaigns.editor import CampaignEditor
from cockpit.ui.campaigns.figures import CampaignFigures
from cockpit.ui.campaigns.layout import page_with_foot, side_by_side
from cockpit.ui.campaigns.preview import PreviewPanel
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.question import Question
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable
from cockpit.ui.widgets.state_view import StateView

T = TypeVar("T")
_DAYS = timedelta(days=27)
_HOLD_OUT_BP = 2_000
_EDITOR_WIDTH = 540
_BEGUN = frozenset({CampaignState.RUNNING, CampaignState.OVER, CampaignState.ENDED})
_ENDABLE = frozenset({CampaignState.PLANNED, CampaignState.RUNNING})


class CampaignScreen(QWidget):
    """Two pages: the list with figures, and the editor with what publishing does.

    Attributes:
        table: The campaigns.
        figures: Those of the chosen one.
        editor: The plan that is edited.
        preview: What publishing it would do.
    """

    #: Back to the list of customers.
    close_requested = Signal()
    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._may_edit = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.archived_box = QCheckBox(self)
        self.table: RecordTable[CampaignRow] = RecordTable(
            ctx, self._columns(), is_strong=is_running, key=lambda one: one.campaign_id,
            parent=self,
        )  # fmt: skip
        self.figures, self.preview = CampaignFigures(ctx, self), PreviewPanel(ctx, self)
        self.editor = CampaignEditor(ctx, self)
        self._state = StateView(ctx.theme, self)
        self._side, self._pages = QStackedWidget(self), QStackedWidget(self)
        self.new_button, self.open_button = QPushButton(self), QPushButton(self)
        self.end_button, self.archive_button = QPushButton(self), QPushButton(self)
        self.delete_button = QPushButton(self)
        self.save_button, self.publish_button = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def open(self) -> None:
        """Come into sight with what holds now."""
        self.reload()
        if not self.is_editing:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def reload(self) -> None:
        """Read the campaigns again."""
        with_archived = self.archived_box.isChecked()
        self._ask("rows", lambda one: (one.may_edit, one.rows(with_archived=with_archived)),
                  self._on_rows_read)  # fmt: skip

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes."""

    def step_back(self) -> bool:
        """Leave the editor; return whether it was open."""
        if not self.is_editing:
            return False
        self._pages.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @property
    def is_editing(self) -> bool:
        """Return whether a plan is being edited."""
        return self._pages.currentIndex() == 1

    def begin(self, customer_ids: Sequence[UUID], source: str) -> None:
        """Begin a plan for some customers.

        Args:
            customer_ids: Whom.
            source: How they were chosen, as codes.
        """
        today = self._ctx.clock.today()
        plan = CampaignPlan(
            new_id(), "", today, today + _DAYS, hold_out_bp=_HOLD_OUT_BP,
            source={"filter": source} if source else {},
        )  # fmt: skip
        self._edit(plan, customer_ids)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- building ------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[CampaignRow], ...]:
        return (
            Column(lambda: self.tr("Campaign"), lambda one, _: one.plan.name),
            Column(lambda: self.tr("State"), lambda one, _: words.state_word(one)),
            Column(lambda: self.tr("Days"), lambda one, _: words.days_text(one.plan)),
            Column(
                lambda: self.tr("Clients"),
                lambda one, language: formats.integer(one.treated + one.held_out, language),
                RIGHT,
            ),
        )

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.editor)
        scroll.setFixedWidth(_EDITOR_WIDTH)
        for widget in (self._state, self.figures):
            self._side.addWidget(widget)
        browse = page_with_foot(self, side_by_side(self.table, self._side, self), [
            self.new_button, self.open_button, self.end_button, self.archive_button,
            self.delete_button, None, self.archived_box,
        ])  # fmt: skip
        edit = page_with_foot(
            self,
            side_by_side(scroll, self.preview, self),
            [None, self.save_button, self.publish_button],
        )
        self._pages.addWidget(browse)
        self._pages.addWidget(edit)
        self.publish_button.setProperty("kind", "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back_clicked)
        self.archived_box.toggled.connect(self.reload)
        self.table.chosen.connect(self._show_current)
        self.table.opened.connect(self._on_open_wanted)
        self.new_button.clicked.connect(self._on_new_wanted)
        self.open_button.clicked.connect(self._on_open_wanted)
        self.end_button.clicked.connect(self._on_end_wanted)
        self.archive_button.clicked.connect(self._on_archive_wanted)
        self.delete_button.clicked.connect(self._on_delete_wanted)
        self.save_button.clicked.connect(self._on_save_wanted)
        self.publish_button.clicked.connect(self._on_publish_wanted)
        self.editor.changed.connect(self._on_editor_changed)
        self.editor.list_given.connect(self._on_editor_list_given)
        self.editor.file_requested.connect(self._on_editor_file_requested)
        for part in (self.figures, self.preview):
            part.customers_requested.connect(self.customers_requested)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("N", self._on_new_wanted), ("E", self._on_end_wanted), ("A", self._on_archive_wanted),
            ("Del", self._on_delete_wanted), ("Ctrl+S", self._on_save_wanted),
            ("Ctrl+Return", self._on_publish_wanted), ("Ctrl+Enter", self._on_publish_wanted),
        )  # fmt: skip
        for key, slot in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Campaigns"))
        self._back.set_title(self.tr("Back to the list"), "Esc")
        self.archived_box.setText(self.tr("Archived ones as well"))
        self.new_button.setText(self.tr("New campaign…  N"))
        self.open_button.setText(self.tr("Go on with the draft  Enter"))
        self.end_button.setText(self.tr("End early…  E"))
        self.delete_button.setText(self.tr("Delete the draft  Del"))
        self.save_button.setText(self.tr("Save the draft  Ctrl+S"))
        self.publish_button.setText(self.tr("Publish…  Ctrl+Enter"))
        self.table.setAccessibleName(self.tr("Campaigns"))
        self.table.records.retranslate()
        self._show_buttons(self.table.current())

    # --- what is shown -------------------------------------------------------------------------

    def _on_rows_read(self, found: tuple[bool, list[CampaignRow]]) -> None:
        self._may_edit, rows = found
        had_current = self.table.current() is not None
        self.table.set_rows(rows)
        if rows and not had_current:
            first = next((place for place, one in enumerate(rows) if is_running(one)), 0)
            self.table.setCurrentIndex(self.table.records.index(first, 0))
        else:
            self._show_current(self.table.current())

    @Slot(object)
    def _show_current(self, row: CampaignRow | None) -> None:
        self._show_buttons(row)
        if row is None:
            self._say_instead(self.tr("No campaign yet: mark clients in the list, or press N."))
        elif row.state is CampaignState.DRAFT:
            self._say_instead(self.tr("A draft: Enter goes on with it."))
        else:
            key, has_result = row.campaign_id, self._may_edit and row.state in _BEGUN
            self._ask("figures", partial(asked.figures, key, has_result), self._on_figures_read)

    def _say_instead(self, sentence: str) -> None:
        self._state.show_state("inbox", sentence)
        self._side.setCurrentWidget(self._state)

    def _on_figures_read(self, found: tuple[Progress, CampaignResult | None]) -> None:
        current = self.table.current()
        if current is not None and current.campaign_id == found[0].row.campaign_id:
            self.figures.show_figures(*found)
            self._side.setCurrentWidget(self.figures)

    def _show_buttons(self, row: CampaignRow | None) -> None:
        state = None if row is None else row.state
        is_draft = state is CampaignState.DRAFT
        is_archived = row is not None and row.is_archived
        self.new_button.setVisible(self._may_edit)
        self.open_button.setVisible(self._may_edit and is_draft)
        self.delete_button.setVisible(self._may_edit and is_draft)
        self.end_button.setVisible(self._may_edit and state in _ENDABLE)
        can_archive = state in _BEGUN and state is not CampaignState.RUNNING
        self.archive_button.setVisible(self._may_edit and can_archive)
        back, away = self.tr("Bring back  A"), self.tr("Archive  A")
        self.archive_button.setText(back if is_archived else away)

    # --- planning ------------------------------------------------------------------------------

    def _edit(self, plan: CampaignPlan, customer_ids: Sequence[UUID]) -> None:
        self._ask(
            "choices", asked.choices, partial(self._on_choices_read, plan, tuple(customer_ids))
        )

    def _on_choices_read(
        self, plan: CampaignPlan, customer_ids: tuple[UUID, ...], choices: CampaignChoices
    ) -> None:
        self._pages.setCurrentIndex(1)
        self.editor.set_choices(choices)
        self.editor.show_plan(plan, customer_ids)

    @Slot()
    def _on_editor_changed(self) -> None:
        plan = self._plan()
        if plan is not None and self.is_editing:
            keys = self.editor.customer_ids
            self._ask("preview", lambda one: one.preview(plan, keys), self._on_preview_read)

    def _plan(self) -> CampaignPlan | None:
        """Return the plan as it stands; None, and a sentence, where it makes no sense."""
        try:
            return self.editor.plan()
        except GiroError as error:
            self.preview.show_trouble(sentence_of(error, self._ctx.language))
            return None

    def _on_preview_read(self, preview: Preview) -> None:
        self.preview.show_preview(preview)

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

    @Slot(str)
    def take_file(self, path: str) -> None:
        """Take the codes and documents of a file."""
        self._ask("mentioned", partial(asked.mentioned_in, Path(path)), self._on_mentioned)

    @Slot()
    def _on_save_wanted(self) -> None:
        plan = self._plan() if self.is_editing else None
        if plan is not None:
            keys = self.editor.customer_ids
            self._ask("save", lambda one: one.save(plan, keys), self._on_saved, Lane.WRITE)

    def _on_saved(self, row: CampaignRow) -> None:
        self.message_raised.emit(self.tr("Draft “{name}” saved").format(name=row.plan.name))
        self.reload()

    @Slot()
    def _on_publish_wanted(self) -> None:
        plan = self._plan() if self.is_editing else None
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

    def _publish(self, plan: CampaignPlan, customer_ids: tuple[UUID, ...]) -> None:
        self._ask(
            "publish", partial(asked.publish, plan, customer_ids), self._on_published, Lane.WRITE
        )

    def _on_published(self, row: CampaignRow) -> None:
        self.message_raised.emit(
            self.tr("“{name}” is published: {called} to call, {aside} left alone").format(
                name=row.plan.name, called=row.treated, aside=row.held_out
            )
        )
        self.step_back()
        self.reload()

    # --- what the user does in the list --------------------------------------------------------

    @Slot()
    def _on_back_clicked(self) -> None:
        if not self.step_back():
            self.close_requested.emit()

    @Slot()
    def _on_new_wanted(self) -> None:
        if self._may_edit and not self.is_editing:
            self.begin((), "")

    @Slot()
    def _on_open_wanted(self) -> None:
        row = self.table.current()
        if row is None:
            return
        if row.state is CampaignState.DRAFT and self._may_edit:
            key, plan = row.campaign_id, row.plan
            self._ask("chosen", lambda one: one.customers_of(key), partial(self._edit, plan))
        else:
            self.figures.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_end_wanted(self) -> None:
        row = self.table.current()
        if self.is_editing or row is None or row.state not in _ENDABLE or not self._may_edit:
            return
        question = Question(
            self.tr("End “{name}” now?").format(name=row.plan.name),
            (self.tr("The queue offers all of its clients to everybody again."),),
            (self.tr("End it"), self.tr("Let it go on")),
            self.window(),
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.confirmed.connect(partial(self._change, partial(asked.end, row.campaign_id)))
        question.open()

    @Slot()
    def _on_archive_wanted(self) -> None:
        row = self.table.current()
        if row is not None and self.archive_button.isVisible():
            self._change(partial(asked.archive, row.campaign_id, not row.is_archived))

    @Slot()
    def _on_delete_wanted(self) -> None:
        row = self.table.current()
        if row is not None and self.delete_button.isVisible():
            self._change(partial(asked.delete, row.campaign_id))

    def _change(self, work: Callable[[CampaignService], object]) -> None:
        self._ask("change", work, self._on_changed, Lane.WRITE)

    def _on_changed(self, _nothing: object) -> None:
        self.reload()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self.isVisible() and notice.touches(Topic.CONTACTS, Topic.CUSTOMERS):
            self.reload()

    # --- the background ------------------------------------------------------------------------

    def _ask(
        self,
        key: str,
        work: Callable[[CampaignService], T],
        on_result: Callable[[T], None],
        lane: Lane = Lane.READ,
    ) -> None:
        self._ctx.runner.submit(
            partial(asked.of_service, self._ctx, work),
            lane=lane,
            owner=self,
            key=f"campaigns.{key}",
            on_result=on_result,
            on_error=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        self.preview.show_trouble(sentence)
        self.message_raised.emit(sentence)


def is_running(row: CampaignRow) -> bool:
    """Return whether a campaign stands out in the list."""
    return row.state is CampaignState.RUNNING
