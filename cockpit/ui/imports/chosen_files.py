"""The files that were chosen, each with what its first lines say, read in the background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cockpit.domain.errors import GiroError
from cockpit.domain.import_sources import FilePreview, ImportMapping
from cockpit.domain.vocabulary import ImportKind
from cockpit.runtime.task_runner import Lane
from cockpit.services.importing import ImportService
from cockpit.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file, or a folder of NF-e.

    Attributes:
        preview: Its first lines; None while they are read.
        error: Why it cannot be used.
        is_corrected: Whether the user changed how it is read.
    """

    path: Path
    preview: FilePreview | None = None
    error: GiroError | None = None
    is_corrected: bool = False

    @property
    def is_read(self) -> bool:
        """Return whether it is known what it is, or why it is nothing."""
        return self.preview is not None or self.error is not None

    @property
    def is_ready(self) -> bool:
        """Return whether it can be imported."""
        return self.error is None and self.preview is not None and not self.preview.missing

    @property
    def is_known(self) -> bool:
        """Return whether it can be imported without looking at its columns again."""
        if self.preview is None or not self.is_ready or self.is_corrected:
            return False
        return self.preview.is_saved_mapping or self.preview.mapping.kind is ImportKind.INVOICES

    @property
    def mapping(self) -> ImportMapping | None:
        """Return what its columns mean, to be kept; None of what is no table."""
        if self.preview is None or self.preview.mapping.kind is ImportKind.INVOICES:
            return None
        mapping = self.preview.mapping
        return replace(mapping, name=mapping.name or self.preview.file_name)


class ChosenFiles(QObject):
    """Keeps the files in the order in which they were chosen."""

    #: A file is read: its path.
    changed = Signal(object)
    #: All of them are.
    settled = Signal()

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._files: dict[Path, ChosenFile] = {}

    @property
    def files(self) -> list[ChosenFile]:
        """Return the files."""
        return list(self._files.values())

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return their paths."""
        return tuple(self._files)

    def file(self, path: Path) -> ChosenFile | None:
        """Return a file by its path."""
        return self._files.get(path)

    def open(self, paths: Sequence[Path]) -> None:
        """Begin with these files in place of the former ones."""
        self._files = {path: ChosenFile(path) for path in paths}
        for path in tuple(self._files):
            self._read(path, ())

    def remove(self, path: Path) -> None:
        """Leave a file out."""
        self._files.pop(path, None)
        self._tell_settled()

    def correct(self, path: Path, mapping: ImportMapping) -> None:
        """Read a file as the user says."""
        if path in self._files:
            self._files[path] = replace(self._files[path], is_corrected=True)
            self._read(path, (mapping,))

    def all_are(self, is_so: Callable[[ChosenFile], bool]) -> bool:
        """Return whether there are files and this holds of each of them."""
        return bool(self._files) and all(is_so(one) for one in self.files)

    def mappings(self) -> tuple[ImportMapping, ...]:
        """Return what the files' columns mean."""
        return tuple(one.mapping for one in self.files if one.mapping is not None)

    def new_mappings(self) -> tuple[ImportMapping, ...]:
        """Return those that are not kept yet."""
        return tuple(
            one.mapping for one in self.files if one.mapping is not None and not one.is_known
        )

    def keep(self) -> None:
        """Keep what the columns of new layouts mean, for the next files of these layouts."""
        mappings = self.new_mappings()
        if mappings:
            self._ctx.runner.submit(
                partial(_keep, self._ctx.imports, mappings),
                lane=Lane.WRITE,
                owner=self,
                key="mappings",
                on_result=lambda _nothing: None,
            )

    def _read(self, path: Path, mappings: Sequence[ImportMapping]) -> None:
        self._ctx.runner.submit(
            partial(_preview, self._ctx.imports, path, mappings),
            lane=Lane.READ,
            owner=self,
            key=f"preview {path}",
            on_result=partial(self._on_read, path),
            on_error=partial(self._on_failed, path),
        )

    def _on_read(self, path: Path, preview: FilePreview) -> None:
        self._note(path, preview, None)

    def _on_failed(self, path: Path, error: Exception) -> None:
        if not isinstance(error, GiroError):
            raise error  # a fault of the program: the crash dialog takes it from here
        self._note(path, None, error)

    def _note(self, path: Path, preview: FilePreview | None, error: GiroError | None) -> None:
        former = self._files.get(path)
        if former is None:
            return  # it was left out meanwhile
        if former.is_corrected and preview is None:
            preview = former.preview  # so that the correction can be taken back
        self._files[path] = replace(former, preview=preview, error=error)
        self.changed.emit(path)
        self._tell_settled()

    def _tell_settled(self) -> None:
        if all(one.is_read for one in self.files):
            self.settled.emit()


def _preview(
    imports: Callable[[], ImportService], path: Path, mappings: Sequence[ImportMapping]
) -> FilePreview:
    """Read a file's first lines; runs in the background."""
    return imports().preview(path, mappings)


def _keep(imports: Callable[[], ImportService], mappings: Sequence[ImportMapping]) -> None:
    """Keep what columns mean; runs in the background."""
    service = imports()
    for mapping in mappings:
        service.keep_mapping(mapping)
