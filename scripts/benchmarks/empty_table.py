"""The reference of the start: a program that shows an empty table and ends when it is painted.

Usage: python -m scripts.benchmarks.empty_table
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView
from typing_extensions import override

from scripts.benchmarks.first_paint import PAINTED
from scripts.benchmarks.probe import Marks, tell


class _Table(QTableView):
    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self._marks = marks
        self.setModel(QStandardItemModel(0, 11, self))
        self.resize(1366, 768)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        self._marks.note(PAINTED)
        QApplication.quit()


def main() -> int:
    """Show the table until it is painted."""
    marks = Marks()
    app = QApplication(["reference"])
    table = _Table(marks)
    table.show()
    code = app.exec()
    tell(marks)
    return code


if __name__ == "__main__":
    sys.exit(main())
