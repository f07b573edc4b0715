import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cockpit.runtime.single_instance import SingleInstance

ROOT = Path(__file__).resolve().parents[3]
IDENTITY = "sqlite:///giro.db|ana"
FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from cockpit.runtime.single_instance import SingleInstance
app = QCoreApplication([])
first = SingleInstance(sys.argv[1], Path(sys.argv[2]))
first.front_requested.connect(lambda: print("front", flush=True))
print("first" if first.acquire() else "second", flush=True)
sys.exit(app.exec())
"""


@contextmanager
def first_start(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a first start in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", FIRST, IDENTITY, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "first\n"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def instance(qapp: object, tmp_path: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance(IDENTITY, tmp_path)
    yield instance
    instance.release()


def test_a_second_start_brings_the_first_to_the_front(
    instance: SingleInstance, tmp_path: Path
) -> None:
    with first_start(tmp_path) as first:
        assert not instance.acquire()
        assert first.stdout is not None
        assert first.stdout.readline() == "front\n"
        assert first.poll() is None


def test_the_wish_to_be_seen_arrives_as_a_signal(
    instance: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    assert instance.acquire()
    second = SingleInstance(IDENTITY, tmp_path)
    for _ in range(3):
        with qtbot.waitSignal(instance.front_requested):
            assert not second.acquire()


def test_another_database_or_user_is_another_instance(
    instance: SingleInstance, tmp_path: Path
) -> None:
    assert instance.acquire()
    other = SingleInstance("sqlite:///giro.db|bia", tmp_path)
    assert other.acquire()
    other.release()


def test_after_the_end_the_next_start_is_the_first(
    instance: SingleInstance, tmp_path: Path
) -> None:
    assert instance.acquire()
    instance.release()
    after = SingleInstance(IDENTITY, tmp_path)
    assert after.acquire()
    after.release()


def test_what_a_crash_left_behind_is_cleaned_away(instance: SingleInstance, tmp_path: Path) -> None:
    with first_start(tmp_path) as first:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    assert list(tmp_path.iterdir()), "the crash left its lock"
    assert instance.acquire()


def test_a_lock_whose_process_number_belongs_to_another_program_now_is_a_crash_s(
    instance: SingleInstance, tmp_path: Path
) -> None:
    with first_start(tmp_path) as first:
        (lock,) = tmp_path.iterdir()
        content = lock.read_text().replace(str(first.pid), str(os.getpid()))
    lock.write_text(content)
    assert instance.acquire()


def test_nothing_in_the_folder_tells_the_database_or_the_user(
    instance: SingleInstance, tmp_path: Path
) -> None:
    instance.acquire()
    names = [path.name for path in tmp_path.iterdir()]
    assert len(names) == 1
    assert "ana" not in names[0]
    assert "sqlite" not in names[0]
