"""A disk of a few megabytes that can be filled and set read-only; only root may mount one."""

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

BLOCK = 4096
IS_POSSIBLE = os.name == "posix" and os.geteuid() == 0 and Path("/proc/mounts").exists()


class SmallDisk:
    """A mounted tmpfs.

    Attributes:
        path: Where it is mounted.
    """

    def __init__(self, path: Path, size: str) -> None:
        self.path = path
        path.mkdir()
        options = f"size={size}"
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "giro-test", str(path)], check=True)

    def fill(self) -> None:
        """Leave no room at all."""
        with (self.path / "filler").open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(BLOCK))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise

    def empty(self) -> None:
        """Give back the room that ``fill`` took."""
        (self.path / "filler").unlink()

    def set_read_only(self) -> None:
        """Refuse every write from now on."""
        subprocess.run(["mount", "-o", "remount,ro", str(self.path)], check=True)

    def unmount(self) -> None:
        """Take the disk away with all that is on it."""
        with suppress(subprocess.CalledProcessError):
            subprocess.run(["umount", str(self.path)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[..., SmallDisk]]:
    """Make disks of a size such as ``4m``, in the test's own folder or in another one."""
    made: list[SmallDisk] = []

    def make(size: str, folder: Path = tmp_path) -> SmallDisk:
        made.append(SmallDisk(folder / f"disk{len(made)}", size))
        return made[-1]

    yield make
    for disk in made:
        disk.unmount()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests out where nobody may mount; CI runs as root and keeps them."""
    if IS_POSSIBLE:
        return
    kept = [item for item in items if "small_disk" not in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say that they stayed out."""
    if not IS_POSSIBLE:
        terminalreporter.write_line(
            "Tests on a full and on a read-only disk stayed out: only root can mount one.",
            yellow=True,
        )
