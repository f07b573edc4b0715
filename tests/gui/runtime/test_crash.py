import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import Message
from cockpit.runtime.crash import CrashHandler, report

ROOT = Path(__file__).resolve().parents[3]
SECRET = "11.222.333/0001-81"

#: A program that fails in every way that a window can fail, and prints what was told.
PROGRAM = """
import json, logging, sys, threading
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot, qWarning
from cockpit.domain.errors import BadInputError
from cockpit.runtime.crash import CrashHandler

SECRET = "11.222.333/0001-81"
logging.basicConfig(stream=sys.stderr, level=logging.DEBUG)
app = QCoreApplication([])
handler = CrashHandler("9.9")
handler.install()
told = []

class Listener(QObject):
    @Slot(str)
    def on_crashed(self, text):
        assert threading.current_thread() is threading.main_thread()
        told.append(text)
    @Slot(object)
    def on_trouble(self, message):
        assert threading.current_thread() is threading.main_thread()
        told.append(message.key)

class Window(QObject):
    @Slot()
    def fail(self):
        customer = SECRET
        raise ValueError(customer)
    @Slot()
    def stumble(self):
        raise BadInputError("note_too_long", limit=3)
    @Slot()
    def start(self):
        threading.Thread(target=self.fail, name="worker").start()

listener, window = Listener(), Window()
handler.crashed.connect(listener.on_crashed)
handler.trouble.connect(listener.on_trouble)
for step in (window.fail, window.fail, window.stumble, window.stumble, window.start):
    QTimer.singleShot(0, step)
QTimer.singleShot(0, lambda: qWarning("QPainter::begin: broke on " + SECRET))
QTimer.singleShot(0, lambda: qWarning("about " + SECRET))
finish = QTimer(interval=10)
finish.timeout.connect(lambda: len(told) >= 4 and app.quit())
finish.start()
app.exec()
handler.uninstall()
assert sys.excepthook is sys.__excepthook__
print(json.dumps(told))
"""


def test_whatever_fails_in_a_running_program_is_told_once_and_without_data() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert told.count("error.note_too_long") == 2
    crashes = [text for text in told if not text.startswith("error.")]
    assert len(crashes) == 2, "one in a slot, one in a thread"
    for text in crashes:
        assert text.startswith("Giro 9.9\nPython 3.")
        assert "\nValueError\n" in text
        assert "Window.fail" in text
    assert SECRET not in ended.stdout
    assert SECRET not in ended.stderr
    assert "QPainter::begin" in ended.stderr


def _fail_on(customer: str) -> None:
    try:
        {}[customer]
    except KeyError as error:
        raise RuntimeError(customer) from error


def _report_of_a_failure() -> str:
    try:
        _fail_on(SECRET)
    except RuntimeError as error:
        return report(error, "1.0")
    raise AssertionError


def test_a_report_names_types_and_places_but_no_data_and_no_source() -> None:
    text = _report_of_a_failure()
    here = "tests/gui/runtime/test_crash.py"
    line = _fail_on.__code__.co_firstlineno + 2
    assert f"\nKeyError\n  {here}:{line}:_fail_on\nand then:\nRuntimeError\n" in text
    assert SECRET not in text
    assert "customer" not in text
    assert str(ROOT) not in text
    assert str(Path.home()) not in text


def test_places_outside_the_program_name_no_folder_of_the_machine() -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads("{")
    text = report(caught.value, "1.0")
    assert "json.decoder.JSONDecodeError" in text
    assert "\n  json/decoder.py:" in text


def test_a_report_follows_groups_and_survives_circles() -> None:
    first, second = ValueError(SECRET), TypeError(SECRET)
    first.__cause__, second.__cause__ = second, first
    text = report(ExceptionGroup("group", [first, OSError()]), "1.0")
    for name in ("ExceptionGroup", "ValueError", "TypeError", "OSError"):
        assert text.count(f"\n{name}") == 1
    assert SECRET not in text


def test_an_endless_recursion_has_a_short_report() -> None:
    def endless() -> None:
        endless()

    with pytest.raises(RecursionError) as caught:
        endless()
    text = report(caught.value, "1.0")
    assert len(text.splitlines()) < 220
    assert " more\n" in text


def test_an_error_of_the_environment_becomes_a_sentence(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    handler = CrashHandler("1.0")
    with caplog.at_level(logging.WARNING), qtbot.waitSignal(handler.trouble) as blocker:
        handler.handle(BadInputError("contact_needs_reason", outcome=SECRET))
    assert blocker.args == [Message.of("error.contact_needs_reason", outcome=SECRET)]
    assert SECRET not in caplog.text
