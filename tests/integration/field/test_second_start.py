"""The whole start of a laptop's window, twice: the second shows the first one's list at once."""

import gc
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cockpit.app import early_start
from cockpit.app.commands import cockpit
from cockpit.app.early_start import page_key, take_page
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.field.setup import set_up
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.domain.errors import DatabaseError
from cockpit.domain.formats import Language
from cockpit.runtime.translation import install_language
from cockpit.ui.early_window import EarlyWindow
from cockpit.ui.main_window import MainWindow
from cockpit.ui.team.password_dialog import PasswordDialog
from tests.integration.field.conftest import Office
from tests.support.ended_windows import end_window

OPEN, PHRASE, PATIENCE_MS = Options(is_field=True), "três cajus na sacola", 60_000
NAMES = {"Mercearia Catavento 1", "Mercearia Catavento 2"}


class User:
    """Looks at the windows, types the passphrase, and ends the program when its list is there."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.early_names: set[str] = set()

    def look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if not window.isVisible():
                continue
            if type(window).__name__ not in self.seen:
                self.seen.append(type(window).__name__)
            if isinstance(window, EarlyWindow):
                shown = window._view.model().rows_between(0, 9)
                self.early_names |= {one.row.name for one in shown}
            elif isinstance(window, PasswordDialog):
                window.line.setText(PHRASE)
                window.accept()
            elif isinstance(window, MainWindow) and window.work_list.table is not None:
                QApplication.closeAllWindows()


def end_windows() -> None:
    """Do what a program's end does: nothing of it is left to a next one."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            end_window(window)
    gc.unfreeze()
    gc.collect()


def started(paths: Paths) -> int:
    """Run the program to its end."""
    try:
        return cockpit.run(OPEN, paths)
    finally:
        end_windows()


@pytest.fixture
def user(
    qapp: QApplication, office: Office, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> Iterator[User]:
    assert office.engines
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(early_start, "make_application", lambda: qapp)
    user = User()
    looking = QTimer(interval=10)
    looking.timeout.connect(user.look)
    looking.start()
    patience = QTimer(interval=PATIENCE_MS, singleShot=True)
    patience.timeout.connect(partial(QApplication.exit, 1))
    patience.start()
    yield user
    looking.stop()
    patience.stop()
    end_windows()
    install_language(qapp, Language.ENGLISH)


@pytest.mark.parametrize("is_wrapped", [False, True])
def test_the_second_start_shows_the_last_list_while_the_file_opens(
    user: User, paths: Paths, options: Options, is_wrapped: bool
) -> None:
    asked = Options(
        database=options.database, is_insecure=True,
        fielding=FieldOptions("setup", has_passphrase=is_wrapped),
    )  # fmt: skip
    set_up(asked, paths, lambda: PHRASE, lambda _key: None)
    asking = ["PasswordDialog"] * is_wrapped
    assert started(paths) == 0
    assert user.seen == [*asking, "MainWindow"]
    assert paths.field_page.exists()
    user.seen.clear()
    assert started(paths) == 0
    assert user.seen == [*asking, "EarlyWindow", "MainWindow"]
    assert user.early_names == NAMES


def test_a_start_that_fails_ends_with_its_sentence(
    user: User, paths: Paths, options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(options, paths, lambda: "", lambda _key: None)
    assert started(paths) == 0
    monkeypatch.setattr(KeyKeeper, "kept", lambda _self: None)  # gone between page and file
    with pytest.raises(DatabaseError):
        started(paths)
    assert "EarlyWindow" in user.seen
    assert take_page(OPEN, paths, page_key(OPEN, paths)[1]) is None
