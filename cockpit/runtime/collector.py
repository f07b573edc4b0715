"""Collects cyclic garbage on the GUI thread alone.

Python collects on whichever thread happens to allocate. A window that is part of a cycle would be
destroyed on a worker thread then, and Qt ends the program for that (seen: a segmentation fault
while a list of 100,000 customers was read behind the window).
"""

import gc

from PySide6.QtCore import QObject, QTimer

#: How often it is asked whether there is enough to collect.
PAUSE_MS = 500


class GuiCollector(QObject):
    """Takes the collector's place while a window is open, by the thresholds that are set.

    ``stop`` comes before the object's end and gives the collecting back.
    """

    def __init__(self, parent: QObject | None = None, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(collect_what_is_due)

    def start(self) -> None:
        """Let nobody else collect from now on."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()


def collect_what_is_due() -> None:
    """Collect the oldest generation that is due; the younger ones go with it."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [number for number, (count, threshold) in enumerate(counts) if count > threshold]
    if due:
        gc.collect(due[-1])
