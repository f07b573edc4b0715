"""The import screen: files are chosen, understood, tried, imported and looked back at."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

import resources
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import GiroError
from cockpit.domain.import_results import ImportCounts, ImportProgress, ImportRun, ImportSummary
from cockpit.runtime.task_runner import Lane
from cockpit.services.import_exchange import ImportRequest
from cockpit.ui.context import UiContext
from cockpit.ui.imports.chosen_files import ChosenFiles
from cockpit.ui.imports.columns_page import ColumnsPage
from cockpit.ui.imports.history import MOST_RUNS
from cockpit.ui.imports.progress_page import ProgressPage
from cockpit.ui.imports.result_page import ResultPage
from cockpit.ui.imports.start_page import StartPage
from cockpit.ui.imports.stop_question import stop_question
from cockpit.ui.imports.trial_page import TrialPage
from cockpit.ui.imports.undoing import Undoing
from cockpit.ui.imports.words import count_words
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label

if TYPE_CHECKING:
    from cockpit.ui.widgets.question import Question

CONCERNS = (Topic.CUSTOMERS, Topic.ORDERS)


class ImportScreen(QWidget):
    """A head with the way back, and one page for each step.

    Attributes:
        start: Drop zone and history.
        columns: What the columns mean.
        progress: An import or a trial under way.
        trial: What an import would do.
        result: What it did.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)
    #: Nothing is under way any more.
    ended = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._ctx = ctx
        self._runner = ctx.import_runner
        self._request: ImportRequest | None = None
        self._next: ImportRequest | None = None
        self._question: Question | None = None
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.chosen = ChosenFiles(ctx, self)
        self.start = StartPage(ctx, self)
        self.columns = ColumnsPage(ctx, self.chosen, self)
        self.progress = ProgressPage(ctx, self)
        self.trial = TrialPage(ctx, self)
        self.result = ResultPage(ctx, self)
        self._undoing = Undoing(ctx, (self.start.history, self.result), self)
        self._pages = QStackedWidget(self)
        self._is_settling = False
        self._lay_out()
        self._retranslate()
        self._connect()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, as Space does

    @property
    def is_busy(self) -> bool:
        """Return whether an import is under way that this screen began."""
        return self._request is not None and not self._request.is_trial

    def open(self) -> None:
        """Come into sight, on the page that was shown last."""
        if self._pages.currentWidget() is self.start:
            self.start.open()

    def choose(self, paths: Sequence[Path]) -> None:
        """Begin with these files, unless an import is under way."""
        if self._request is not None:
            self.message_raised.emit(self.tr("An import is under way: wait for its end."))
            return
        self.start.show_trouble("")
        if not paths:
            self._show_start()
            self.start.show_trouble(
                self.tr("Nothing arrived. Drop the files again, or choose them here.")
            )
            return
        self._is_settling = True
        self._show(self.columns)
        self.chosen.open(paths)
        if self._is_settling:
            self.columns.show_files()

    def step_back(self) -> bool:
        """Go back one step, as Escape does; return whether there was one within the screen.

        An import goes on while its user works with the list.
        """
        if self.is_busy:
            return False
        if self._request is not None:
            self.ask_to_stop()
        elif self._pages.currentWidget() is not self.start:
            self._show_start()
        else:
            return False
        return True

    def ask_to_stop(self, then: Callable[[], object] | None = None) -> None:
        """Ask whether what is under way is to stop; ``then`` is done once it has.

        A trial writes nothing, and stops without a question.
        """
        if self._request is None or self._question is not None:
            return
        if self._request.is_trial:
            self._stop()
            return
        question = stop_question(self, is_closing=then is not None)
        if then is not None:
            question.confirmed.connect(partial(self._stop_then, then))
        else:
            question.confirmed.connect(self._stop)
        question.finished.connect(self._on_question_finished)
        self._question = question
        question.open()

    def show_result(self, runs: Sequence[ImportRun]) -> None:
        """Show what imports did."""
        if runs:
            self.result.show_runs(runs)
            self._show(self.result)

    def reload(self) -> None:
        """Read again what is in sight."""
        if self._pages.currentWidget() is self.start:
            self.start.history.reload()

    def stop(self) -> None:
        """Begin nothing any more, before the window closes."""
        self.columns.stop()
        self.result.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        bar = head_bar(self._back, self._title, self)
        for page in (self.start, self.columns, self.progress, self.trial, self.result):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(divider(self))
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back_clicked)
        self.start.chosen.connect(self.choose)
        self.chosen.settled.connect(self._on_files_settled)
        self.columns.check_requested.connect(self._try)
        self.columns.cancel_requested.connect(self._show_start)
        self.progress.stop_requested.connect(self.ask_to_stop)
        self.progress.unchecked_requested.connect(self._import)
        self.trial.import_requested.connect(self._import)
        self.trial.columns_requested.connect(self._show_columns)
        self.trial.cancel_requested.connect(self._show_start)
        history = self.start.history
        history.result_requested.connect(lambda run: self.show_result([run]))
        history.continue_requested.connect(self._on_continue_requested)
        history.again_requested.connect(lambda run: self.choose([Path(run.source.path)]))
        for page in (history, self.result, self._undoing):
            page.message_raised.connect(self.message_raised)
        self.result.list_requested.connect(self.close_requested)
        self.result.another_requested.connect(self._show_start)
        self._undoing.done.connect(lambda _run: self._show_start())
        self._runner.progressed.connect(self._on_runner_progressed)
        self._runner.finished.connect(self._on_runner_finished)
        self._runner.failed.connect(self._on_runner_failed)
        self._ctx.feed.changed.connect(self._on_feed_changed)
        bind_keys(self, {"Ctrl+Return": self._go_on, "Ctrl+Enter": self._go_on})

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Import"))
        self._back.set_title(self.tr("Back to the list"), "Esc")

    # --- pages ---------------------------------------------------------------------------------

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)

    @Slot()
    def _show_start(self) -> None:
        self.columns.stop()
        self._is_settling = False
        self._show(self.start)
        self.start.open()

    @Slot()
    def _show_columns(self) -> None:
        self._show(self.columns)
        self.columns.show_files()

    @Slot()
    def _go_on(self) -> None:
        """Press the page's main button."""
        page = self._pages.currentWidget()
        if page is self.columns and self.columns.check_button.isEnabled():
            self._try()
        elif page is self.trial and self.trial.import_button.isEnabled():
            self._import()

    # --- running -------------------------------------------------------------------------------

    @Slot()
    def _on_files_settled(self) -> None:
        """Ask about the columns only where something is not known yet."""
        if not self._is_settling:
            return
        self._is_settling = False
        if self.chosen.all_are(lambda one: one.is_known):
            self._try()
        else:
            self.columns.begin()

    @Slot()
    def _try(self) -> None:
        """Keep what the columns mean, and see what the import would do."""
        self._run(ImportRequest(self.chosen.paths, self.chosen.mappings(), is_trial=True))
        self.chosen.keep()

    @Slot()
    def _import(self) -> None:
        """Import for good; a trial that still runs is stopped first."""
        request = ImportRequest(self.chosen.paths, self.chosen.mappings())
        if self._request is not None:
            self._next = request
            self._stop()
        else:
            self._run(request)

    @Slot(object)
    def _on_continue_requested(self, run: ImportRun) -> None:
        if self._request is None:
            self._run(ImportRequest((Path(run.source.path),)))

    def _run(self, request: ImportRequest) -> None:
        self._request = request
        if not request.is_trial:
            self.message_raised.emit("")  # what was said of an earlier import holds no more
        self.progress.begin(is_trial=request.is_trial)
        self._show(self.progress)
        self._runner.start(request)

    @Slot()
    def _stop(self) -> None:
        if self._request is not None:
            self.progress.wind_down()
            self._runner.cancel()

    def _stop_then(self, then: Callable[[], object]) -> None:
        if self._request is None:
            then()
            return
        self.ended.connect(then, Qt.ConnectionType.SingleShotConnection)
        self._stop()

    @Slot(int)
    def _on_question_finished(self, _answer: int) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.deleteLater()

    @Slot(object)
    def _on_runner_progressed(self, progress: ImportProgress) -> None:
        if self._request is not None:
            self.progress.show_progress(progress)

    @Slot(object)
    def _on_runner_finished(self, summaries: list[ImportSummary]) -> None:
        request, following = self._end()
        if request is None:
            return
        if following is not None:
            self._run(following)
        elif any(one.is_cancelled for one in summaries):
            self._say_stopped(request)
        elif request.is_trial:
            has_columns = bool(self.chosen.mappings())
            self.trial.show_summaries(summaries, has_columns=has_columns)
            self._show(self.trial)
        else:
            self._read_results(summaries)
        self.ended.emit()

    @Slot(object)
    def _on_runner_failed(self, error: GiroError) -> None:
        request, following = self._end()
        if request is None:
            return
        if following is not None:
            self._run(following)
            return
        self._show_start()
        self.start.show_trouble(resources.text(error.message, self._ctx.language))
        self.ended.emit()

    def _end(self) -> tuple[ImportRequest | None, ImportRequest | None]:
        """Note that nothing runs any more; return what ran, and what is to run instead."""
        ended, following = self._request, self._next
        self._request = self._next = None
        if self._question is not None:
            self._question.reject()
        if ended is not None and not ended.is_trial:
            self.start.history.choose_latest()
        return ended, following

    def _say_stopped(self, request: ImportRequest) -> None:
        if request.is_trial:
            self._show_columns() if self.chosen.mappings() else self._show_start()
            return
        self._show_start()
        self.message_raised.emit(
            self.tr("The import was stopped; what was stored stays. Go on with it when you like.")
        )

    def _read_results(self, summaries: Sequence[ImportSummary]) -> None:
        wanted = [one.import_id for one in summaries]
        self._ctx.runner.submit(
            lambda: self._ctx.imports().history(MOST_RUNS),
            lane=Lane.READ,
            owner=self,
            key="results",
            on_result=lambda runs: self._on_results_read(
                sorted(
                    (one for one in runs if one.import_id in wanted),
                    key=lambda one: wanted.index(one.import_id),
                )
            ),
        )

    def _on_results_read(self, runs: Sequence[ImportRun]) -> None:
        if runs:
            counts = sum((one.counts for one in runs), ImportCounts())
            self.message_raised.emit(
                self.tr("{files} imported: {counts}").format(
                    files=", ".join(one.source.file_name for one in runs),
                    counts=count_words(counts, self._ctx.language),
                )
            )
        if runs and self._request is None:
            self.show_result(runs)
        else:
            self._show_start()

    # --- other -----------------------------------------------------------------------------------

    @Slot()
    def _on_back_clicked(self) -> None:
        if not self.step_back():
            self.close_requested.emit()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if notice.touches(*CONCERNS) and self.start.isVisible():
            self.start.history.reload()
