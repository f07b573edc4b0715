"""Opening a file that somebody else may be writing, moving or removing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cockpit.domain.errors import BadInputError


@dataclass(frozen=True, slots=True)
class FileState:
    """By what a changed file is known.

    Attributes:
        size: Its bytes.
        changed_ns: When it was written last, in nanoseconds.
    """

    size: int
    changed_ns: int

    def check(self, path: Path, stream: BinaryIO) -> None:
        """Make sure that an open file is as it was.

        Raises:
            BadInputError: It is not.
        """
        if state_of(os.fstat(stream.fileno())) != self:
            raise BadInputError("import_file_changed", file=path.name)


def state_of(status: os.stat_result) -> FileState:
    """Return what a file's status says about its content."""
    return FileState(status.st_size, status.st_mtime_ns)


def ordinary_file(path: Path) -> FileState:
    """Return the state of a file that can be read to an end.

    Raises:
        BadInputError: It is missing, a folder, a device or a pipe, or cannot be read.
    """
    refuse_special(path)
    with reading(path), path.open("rb") as stream:
        return state_of(os.fstat(stream.fileno()))


def refuse_special(path: Path) -> None:
    """Make sure that reading a path neither waits for another program nor goes on for ever.

    Raises:
        BadInputError: It is a device or a pipe.
    """
    with reading(path):
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise BadInputError("import_not_a_file", file=str(path))


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Tell the user what hinders reading a file.

    Raises:
        BadInputError: The block could not read it.
    """
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> BadInputError:
    if isinstance(error, FileNotFoundError):
        return BadInputError("import_file_missing", file=str(path))
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return BadInputError("import_file_is_folder", file=str(path))
    return BadInputError("import_file_unreadable", file=str(path))
