"""What is made once in a run of the tests, by whichever of its processes wants it first."""

import time
from collections.abc import Callable
from pathlib import Path

from cockpit.sync.lock import SyncLock


def made_once(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Return a file that nobody changes; the first process makes it, the others wait for it.

    Args:
        folder: Shared by all processes of the run.
        name: The file's.
        make: Makes the file at a path that is not there yet.
    """
    path, building = folder / name, folder / f"{name}.new"
    while not path.exists():
        with SyncLock(folder / f"{name}.lock") as is_ours:
            if is_ours and not path.exists():
                building.unlink(missing_ok=True)
                make(building)
                building.replace(path)
        if not is_ours:
            time.sleep(0.05)
    return path
