"""Word of what the watched folder brought: in the window, and on the desktop with figures alone."""

from PySide6.QtCore import QObject, Slot

import resources
from cockpit.domain.errors import GiroError
from cockpit.domain.import_results import ImportCounts
from cockpit.domain.messages import Message
from cockpit.runtime.import_watch import ImportWatch, WatchReport
from cockpit.services.ports import Popup
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow


class ImportNotices(QObject):
    """Tells what an import watch did."""

    def __init__(self, watch: ImportWatch, window: MainWindow, ctx: UiContext) -> None:
        super().__init__(window)
        self._window = window
        self._ctx = ctx
        watch.imported.connect(self._on_watch_imported)
        watch.failed.connect(self._on_watch_failed)

    @Slot(object)
    def _on_watch_imported(self, report: WatchReport) -> None:
        self._tell(message_of(report))

    @Slot(object)
    def _on_watch_failed(self, error: GiroError) -> None:
        self._tell(error.message)

    def _tell(self, message: Message) -> None:
        language = self._ctx.language
        sentence = resources.text(message, language)
        self._window.show_message(sentence)
        if self._ctx.notifier is not None:
            self._ctx.notifier.notify(Popup(resources.text("imports.folder", language), sentence))


def message_of(report: WatchReport) -> Message:
    """Return what a look at the folder brought, without the name of anybody."""
    counts = sum((one.counts for one in report.summaries), ImportCounts())
    done = Message.of(
        "imports.folder_imported",
        files=len(report.summaries),
        lines=counts.total - counts.rejected,
        problems=counts.flagged + counts.rejected,
    )
    refused = Message.of("imports.folder_refused", files=len(report.refused))
    both = Message.of("imports.folder_both", done=done, refused=refused)
    if not report.refused:
        return done
    return both if report.summaries else refused
