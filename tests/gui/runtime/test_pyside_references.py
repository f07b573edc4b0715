"""PySide6 6.12.0 on CPython 3.11 dropped references of True and None until the process died."""

import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel

class Sender(QObject):
    told = Signal(bool)

class Receiver(QObject):
    count = 0
    @Slot(bool)
    def take(self, value):
        self.count += value

app = QApplication([])
sender, receiver, label = Sender(), Receiver(), QLabel()
sender.told.connect(receiver.take)
before = sys.getrefcount(True), sys.getrefcount(None)
for _ in range(5000):
    sender.told.emit(True)
for number in range(6000):
    label.setText(str(number))
lost = before[0] - sys.getrefcount(True), before[1] - sys.getrefcount(None)
assert receiver.count == 5000
assert label.text() == "5999"
# From Python 3.12 on both are immortal: their counts fall by 256 to the mark of that, no further.
assert max(lost) < 1000, f"references of True and None lost: {lost}"
print("alive")
"""


def test_thousands_of_signals_and_calls_do_not_wear_out_true_and_none() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "alive\n"), ended.stderr
