"""Imports within the program that paints a picture, so that the picture can show the end of it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from typing_extensions import override

from cockpit.domain.errors import GiroError
from cockpit.domain.import_results import ImportProgress
from cockpit.domain.vocabulary import ImportKind
from cockpit.runtime.import_runner import ImportRunner
from cockpit.services.import_exchange import ImportRequest
from cockpit.services.importing import ImportService

#: Shows what is under way: the third part of a file of three million lines.
_PROGRESS = ImportProgress(
    "Pedidos 2019 a 2026.csv", ImportKind.ORDERS, 41, 124, 1_015_808, 118_400.0, 17.0
)


class RunnerWithin(ImportRunner):
    """Imports at once, in this program.

    Attributes:
        is_held: Whether it tells of progress and never comes to an end.
    """

    def __init__(self, imports: Callable[[], ImportService]) -> None:
        super().__init__(None)
        self._imports = imports
        self.is_held = False

    @override
    def start(self, request: ImportRequest) -> None:
        QTimer.singleShot(0, self, lambda: self._work(request))

    @override
    def cancel(self) -> None:
        """Do nothing: it is over already."""

    def _work(self, request: ImportRequest) -> None:
        if self.is_held:
            self.progressed.emit(_PROGRESS)
            return
        service = self._imports()
        try:
            if request.is_trial:
                done = service.trial(request.paths, mappings=request.mappings)
            else:
                done = service.run(request.paths, origin="screen", mappings=request.mappings)
        except GiroError as error:
            self.failed.emit(error)
        else:
            self.finished.emit(done)
