"""Ctrl+C and SIGTERM end the event loop in order."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from cockpit.runtime.quit_signals import QuitSignals
app = QCoreApplication([])
signals = QuitSignals()
QTimer.singleShot(0, lambda: print("ready", flush=True))
app.exec()
signals.close()
print("in order", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_a_waiting_event_loop(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        assert process.stdout.readline() == "in order\n"
        assert process.wait() == 0
