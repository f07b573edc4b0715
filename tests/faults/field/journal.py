"""What a laptop's user was told, in a file that outlives every kill."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

Line: TypeAlias = dict[str, Any]


class Journal:
    """Lines that are only ever added, each on the disk when ``note`` returns."""

    def __init__(self, path: Path) -> None:
        """Open a journal; one that is there goes on."""
        self._file = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)

    def note(self, kind: str, **values: object) -> None:
        """Write one line."""
        os.write(self._file, f"{json.dumps({'kind': kind, **values})}\n".encode())
        os.fsync(self._file)

    def close(self) -> None:
        """Write no more."""
        os.close(self._file)


def lines_of(path: Path, *kinds: str) -> Sequence[Line]:
    """Return a journal's lines of some kinds, or all; a last one that was cut off is none."""
    if not path.exists():
        return []
    whole = path.read_text(encoding="utf-8").split("\n")[:-1]
    lines: list[Line] = [json.loads(line) for line in whole]
    return [line for line in lines if not kinds or line["kind"] in kinds]
