"""Opens an attachment in the desktop's own program, through a private file that is removed."""

import shutil
import tempfile
import weakref
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QCursor, QDesktopServices
from PySide6.QtWidgets import QToolTip, QWidget

from cockpit.runtime.task_runner import Lane
from cockpit.ui.attachments.pictures import shrunk
from cockpit.ui.context import UiContext
from cockpit.ui.troubles import sentence_of


class AttachmentOpener(QObject):
    """Keeps at most the last opened file, and that no longer than the window."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._root: Path | None = None

    def open(self, attachment_id: UUID) -> None:
        """Open an attachment; why it cannot be opened is said at the mouse."""
        if self._root is None:
            self._root = Path(tempfile.mkdtemp(prefix="giro-"))
            weakref.finalize(self, shutil.rmtree, self._root, ignore_errors=True)
        self._ctx.runner.submit(
            partial(_put, self._ctx, self._root, attachment_id),
            lane=Lane.READ,
            owner=self,
            key="open",
            on_result=self._on_put,
            on_error=self._on_error,
        )

    def _on_put(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(self.tr("No program on this computer opens this file."))

    def _on_error(self, error: Exception) -> None:
        self._say(sentence_of(error, self._ctx.language))

    def _say(self, words: str) -> None:
        QToolTip.showText(QCursor.pos(), words)


def _put(ctx: UiContext, root: Path, attachment_id: UUID) -> Path:
    for former in root.iterdir():
        shutil.rmtree(former, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(dir=root))
    return ctx.attachments(shrunk).put_into(folder, attachment_id)
