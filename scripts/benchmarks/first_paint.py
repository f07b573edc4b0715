"""The true program, started as a user starts it; ends when list and database are there.

Usage: python -m scripts.benchmarks.first_paint [the program's own arguments]

Prints when each stage was reached, in nanoseconds on the machine's clock.
"""

import sys
from types import ModuleType
from typing import Any

from scripts.benchmarks.probe import AfterImport, Marks, tell

PAINTED = "first rows painted"
WORKING = "working window painted"
OPEN = "database open"
#: How often it is asked whether the database is open.
_OPEN_PAUSE_MS = 5


def main(arguments: list[str]) -> int:
    """Start the program, and close it when the window has rows and its database."""
    marks = Marks()
    marks.note("interpreter ready")
    sys.meta_path.insert(0, AfterImport(_patches(marks)))
    from cockpit.app.cli import main as run_program  # noqa: PLC0415 - the patches come first

    code = run_program(arguments)
    tell(marks)
    return code


def _patches(marks: Marks) -> dict[str, Any]:
    def store(module: ModuleType) -> None:
        marks.note("database code imported")
        marks.around(module, "open_store", after=OPEN)

    def work_list(module: ModuleType) -> None:
        marks.around(module.WorkListService, "first", before="list asked for", after="list there")

    def desktop(module: ModuleType) -> None:
        marks.note("window code imported")
        marks.around(module, "open_desk", before="application made")

    def main_window(module: ModuleType) -> None:
        marks.around(module.MainWindow, "__init__", after="window built")

    def view(module: ModuleType) -> None:
        _end_after_rows(module.WorkListView, marks)

    return {
        "cockpit.app.store": store,
        "cockpit.services.work_list": work_list,
        "cockpit.app.desktop": desktop,
        "cockpit.ui.main_window": main_window,
        "cockpit.ui.work_list.view": view,
    }


def _end_after_rows(view: Any, marks: Marks) -> None:
    """Note the first rows on their way to the screen; close at those of the true window."""
    # The program has imported them by now.
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - see above
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - see above

    paint = view.paintEvent

    def paint_event(self: Any, event: object) -> None:
        paint(self, event)
        if self.model().rowCount() and not is_ending:
            QTimer.singleShot(0, self, lambda: marks.note(PAINTED))
        if isinstance(self.window(), QMainWindow) and self.model().rowCount() and not is_ending:
            is_ending.append(True)
            QTimer.singleShot(0, self, working)

    def working() -> None:
        marks.note(WORKING)
        end()

    def end() -> None:
        if marks.has(OPEN):
            QApplication.quit()
        else:
            QTimer.singleShot(_OPEN_PAUSE_MS, end)

    is_ending: list[bool] = []
    view.paintEvent = paint_event


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
