"""The import screen as it is painted: invented files, in a database that is thrown away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cockpit.app.listed_rows import listed_rows
from cockpit.app.picture_files import write_customers, write_orders
from cockpit.app.runner_within import RunnerWithin
from cockpit.app.window import Desk
from cockpit.ui.imports.screen import ImportScreen

Settle = Callable[[], None]


class ImportPictures:
    """Brings the screen to what a picture shows."""

    def __init__(self, desk: Desk, folder: Path, settle: Settle) -> None:
        """Write the files.

        Args:
            desk: The window; its runner is a ``RunnerWithin``.
            folder: Where the files are written; thrown away afterwards.
            settle: Lets the window work until nothing is under way.
        """
        self._desk, self._settle = desk, settle
        listed, today = listed_rows(desk.ctx.work_list.load()), desk.ctx.clock.today()
        self._orders = write_orders(folder, listed, today)
        self._customers = write_customers(folder, listed)
        desk.window.screens.show_imports()

    def start(self) -> QWidget:
        """Show the first page before anything was imported."""
        return self._desk.window

    def columns(self) -> QWidget:
        """Show what the columns of a new layout mean."""
        self._screen.choose([self._orders])
        self._settle()
        return self._desk.window

    def trial(self) -> QWidget:
        """Show what an import would do."""
        self._screen.choose([self._customers, self._orders])
        self._settle()
        self._screen.columns.check_button.click()
        self._settle()
        return self._desk.window

    def progress(self) -> QWidget:
        """Show an import under way."""
        runner = self._desk.ctx.import_runner
        assert isinstance(runner, RunnerWithin)  # noqa: S101 - pictures have no other
        self.trial()
        runner.is_held = True
        self._screen.trial.import_button.click()
        self._settle()
        return self._desk.window

    def result(self) -> QWidget:
        """Show what an import did, the file of orders in sight."""
        self._import()
        self._screen.show_result(self._screen.start.history.runs[:1])
        self._settle()
        return self._desk.window

    def history(self) -> QWidget:
        """Show a few imports, one of them undone."""
        self._import()
        service = self._desk.ctx.imports()
        service.run([self._customers], origin="screen")
        latest = service.history(1)[0]
        service.undo(latest.import_id)
        service.run([self._customers, self._orders], origin="folder")
        self._screen.reload()
        self._settle()
        return self._desk.window

    @property
    def _screen(self) -> ImportScreen:
        screen = self._desk.window.screens.imports
        assert screen is not None  # noqa: S101 - it is shown from the beginning
        return screen

    def _import(self) -> None:
        """Import both files and come back to the first page."""
        self.trial()
        self._screen.trial.import_button.click()
        self._settle()
        self._screen.step_back()
        self._settle()
