"""Imports what appears in a folder that the user chose, while the window is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.errors import GiroError
from cockpit.domain.import_results import ImportSummary
from cockpit.runtime.import_runner import ImportRunner
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.task_runner import Lane, TaskRunner
from cockpit.runtime.watched_folder import WatchedFolder
from cockpit.services.import_exchange import ImportRequest, RefusedFile

#: Preferences: the folder, and whether it is watched; off where nobody said so.
FOLDER, IS_WATCHING = "imports.folder", "imports.is_watching"
_OF_THE_FILES = "error.import_"


@dataclass(frozen=True, slots=True)
class WatchPace:
    """How long the watch waits, in milliseconds.

    Attributes:
        look: Between two looks at the folder; a file that stands still for so long is complete.
        retry: After a failure that is not the files'.
    """

    look: int = 5_000
    retry: int = 300_000


@dataclass(frozen=True, slots=True)
class WatchReport:
    """What became of the files of one look."""

    summaries: tuple[ImportSummary, ...]
    refused: tuple[RefusedFile, ...]


class ImportWatch(QObject):
    """Looks at the folder, imports its files in a program beside, and puts them aside.

    Files whose lines were all taken go to ``importados``, the others to ``com-problemas``. Lives on
    the GUI thread; the folder is looked at on another, because it may be a slow server's. ``stop``
    comes before the task runner's shutdown.
    """

    #: Files were imported and put aside (WatchReport).
    imported = Signal(object)
    #: The folder cannot be read, or nothing can be stored (GiroError); once per outage.
    failed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        tasks: TaskRunner,
        runner: ImportRunner,
        *,
        pace: WatchPace | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare a watch.

        Args:
            preferences: Say which folder, and whether.
            tasks: Looks at the folder.
            runner: Imports; nobody else's.
            pace: Another one is given by tests only.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._preferences = preferences
        self._tasks = tasks
        self._runner = runner
        self._pace = pace or WatchPace()
        self._folder: WatchedFolder | None = None
        self._path = ""
        self._files: Sequence[Path] = ()
        self._refused: tuple[RefusedFile, ...] = ()
        self._has_failed = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.look)
        preferences.changed.connect(self._on_preferences_changed)
        runner.refused.connect(self._on_runner_refused)
        runner.finished.connect(self._on_runner_finished)
        runner.failed.connect(self._on_runner_failed)
        self._is_open = False

    def start(self) -> None:
        """Watch where the user wants it, and follow when they change their mind."""
        self._is_open = True
        self._follow()

    def stop(self) -> None:
        """Stop after the batch under way; the next start goes on with what was begun."""
        self._is_open = False
        self._leave()

    @Slot()
    def look(self) -> None:
        """Look at the folder once."""
        if self._folder is None:
            return
        self._tasks.submit(
            self._folder.take,
            lane=Lane.NETWORK,
            owner=self,
            key="folder",
            on_result=self._import,
            on_error=self._take_failure,
        )

    @Slot(str)
    def _on_preferences_changed(self, name: str) -> None:
        if name in {FOLDER, IS_WATCHING} and self._is_open:
            self._follow()

    def _follow(self) -> None:
        """Watch the folder that is wanted now."""
        is_wanted = self._preferences.value(IS_WATCHING, default=False)
        path = self._preferences.value(FOLDER, default="") if is_wanted else ""
        if path == self._path:
            return
        self._leave()
        if path:
            self._path, self._folder = path, WatchedFolder(Path(path))
            self._has_failed = False
            self._wait.start(0)

    def _leave(self) -> None:
        self._wait.stop()
        self._runner.stop()
        if self._folder is not None:
            self._folder.release()
        self._folder, self._path = None, ""

    def _import(self, files: Sequence[Path]) -> None:
        self._has_failed = False
        if self._folder is None or not files:
            self._wait.start(self._pace.look)
            return
        self._files, self._refused = files, ()
        request = ImportRequest(tuple(files), origin="folder", is_strict=False)
        self._runner.start(request)

    @Slot(object)
    def _on_runner_refused(self, refused: tuple[RefusedFile, ...]) -> None:
        self._refused = refused

    @Slot(object)
    def _on_runner_finished(self, summaries: Sequence[ImportSummary]) -> None:
        has_problems = {one.file_name: _is_problem(one) for one in summaries}
        has_problems |= {one.path.name: True for one in self._refused}
        ended = {path: has_problems[path.name] for path in self._files if path.name in has_problems}
        self._put_aside(ended, WatchReport(tuple(summaries), self._refused))

    @Slot(object)
    def _on_runner_failed(self, error: GiroError) -> None:
        if error.message.key.startswith(_OF_THE_FILES):
            self._put_aside(dict.fromkeys(self._files, True), None)
            self.failed.emit(error)
        else:
            self._take_failure(error)

    def _put_aside(self, ended: dict[Path, bool], report: WatchReport | None) -> None:
        if self._folder is not None:
            self._tasks.submit(
                partial(_put_all_aside, self._folder, ended),
                lane=Lane.NETWORK,
                owner=self,
                key="folder",
                on_result=lambda _done: self._tell(report),
                on_error=self._take_failure,
            )

    def _tell(self, report: WatchReport | None) -> None:
        self._wait.start(self._pace.look)
        if report is not None:
            self.imported.emit(report)

    def _take_failure(self, error: Exception) -> None:
        is_news, self._has_failed = not self._has_failed, True
        self._wait.start(self._pace.retry)
        if isinstance(error, OSError):
            error = GiroError("watched_folder_unusable", folder=self._path)
        if is_news:
            self.failed.emit(error)


def _is_problem(summary: ImportSummary) -> bool:
    """Return whether somebody has to look at a file again."""
    return summary.counts.rejected > 0 or not summary.counts.total


def _put_all_aside(folder: WatchedFolder, ended: dict[Path, bool]) -> None:
    for path, is_problem in ended.items():
        folder.put_aside(path, is_problem=is_problem)
