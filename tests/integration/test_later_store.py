"""A database that is opened behind the window answers as if it had been there."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication

from cockpit.app import desktop, page_keeping
from cockpit.app.early_start import Start, lock_page, page_place, take_page
from cockpit.app.kept_session import KeptSession
from cockpit.app.later_store import LaterStore
from cockpit.app.opening import Opening
from cockpit.app.options import Options
from cockpit.app.other_user import OtherUserError
from cockpit.app.paths import Paths
from cockpit.app.store import open_store
from cockpit.app.wiring import open_session
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import DatabaseError, GiroError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.runtime.translation import install_language
from cockpit.services.preferences import PreferenceService
from cockpit.ui.main_window import MainWindow
from cockpit.ui.theme import Theme
from cockpit.ui.work_list.kept_page import KeptPage
from tests.support.ended_windows import end_window

OPTIONS = Options()
PATIENCE_MS = 60_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path)
    paths.ensure()
    return paths


@pytest.fixture
def kept(paths: Paths) -> KeptSession:
    """What a run on a new database leaves."""
    with open_session(OPTIONS, paths) as session:
        session.preferences.store("theme", "dark")
        return KeptSession(session.user, session.preferences.load(), session.store.list_mark)


@pytest.fixture
def later(paths: Paths, kept: KeptSession) -> Iterator[LaterStore]:
    store = LaterStore(lambda: open_store(OPTIONS, paths), kept.user, kept.list_mark)
    yield store
    store.close()


def test_what_a_session_keeps_is_read_as_it_was(kept: KeptSession) -> None:
    assert KeptSession.from_document(kept.to_document()) == kept
    assert KeptSession.from_document({}) is None
    assert KeptSession.from_document({**kept.to_document(), "user": ["x"]}) is None


def test_who_asks_before_it_is_open_is_answered_afterwards(
    later: LaterStore, kept: KeptSession
) -> None:
    preferences = PreferenceService(later.database, kept.user)
    heard: list[ChangeNotice] = []
    later.database.subscribe(heard.append)
    with ThreadPoolExecutor(2) as pool:
        read = pool.submit(preferences.load)
        written = pool.submit(preferences.store, "language", "en")
        assert not read.done()
        later.open()
        assert read.result()["theme"] == "dark"
        written.result()
    assert preferences.load()["language"] == "en"
    assert [notice.topics for notice in heard] == [frozenset({Topic.SETTINGS})]
    assert (later.list_mark, later.user) == (later.store.list_mark, later.store.user)
    assert later.is_shared == later.store.is_shared


def test_what_others_commit_once_it_is_open_is_found(later: LaterStore, paths: Paths) -> None:
    watcher = later.watcher()
    assert watcher.look() is None
    later.open()
    key = new_id()
    with open_session(OPTIONS, paths) as other, other.database.write() as unit:
        unit.changed(Topic.CUSTOMERS, customer_ids=[key])
    assert watcher.look() == ChangeNotice(frozenset({Topic.CUSTOMERS}), frozenset({key}))


def test_trouble_reaches_whoever_waits(paths: Paths, kept: KeptSession) -> None:
    def failing() -> None:
        raise DatabaseError("database_cannot_open")

    store = LaterStore(failing, kept.user, kept.list_mark)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(PreferenceService(store.database, kept.user).load)
        store.open()
        with pytest.raises(DatabaseError):
            read.result()
    assert isinstance(store.trouble, DatabaseError)
    store.close()


def test_a_store_that_is_closed_unopened_keeps_nobody_waiting(later: LaterStore) -> None:
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(later.database.read().__enter__)
        later.close()
        with pytest.raises(DatabaseError):
            read.result()


class Watched(Opening):
    """Ends the program once the list is there."""

    last: Opening
    page: Path

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        Watched.last = self
        self.opened.connect(self._on_opened)

    @Slot(object)
    def _on_opened(self, _preferences: object) -> None:
        self._look = QTimer(self, interval=10)
        self._look.timeout.connect(self._on_look_timeout)
        self._look.start()

    @Slot()
    def _on_look_timeout(self) -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        is_listed = any(window.work_list.table is not None for window in windows)
        if is_listed and Watched.page.exists():  # kept while the program runs
            self._look.stop()
            QApplication.closeAllWindows()


@pytest.fixture
def start(
    qapp: QApplication, paths: Paths, kept: KeptSession, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    monkeypatch.setattr(desktop, "Opening", Watched)
    monkeypatch.setenv("GIRO_HOME", str(paths.home))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(page_keeping, "_PAUSE_MS", 20)
    place = page_place(OPTIONS, paths)
    assert place is not None
    Watched.page = place
    lock = lock_page(OPTIONS, paths)
    patience = QTimer(interval=PATIENCE_MS, singleShot=True)
    patience.timeout.connect(partial(QApplication.exit, 1))
    patience.start()
    yield Start(qapp, OPTIONS, paths, Theme(qapp), lock=lock, kept=kept.to_document())
    patience.stop()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            end_window(window)
    install_language(qapp, Language.ENGLISH)


def test_a_window_opens_by_what_was_kept_and_leaves_it_again(start: Start, paths: Paths) -> None:
    assert desktop.run_kept(start) == 0
    assert Watched.last.is_open
    assert start.lock is not None
    start.lock.unlock()
    # A page without a customer is kept, and shown by nobody.
    place = page_place(OPTIONS, paths)
    assert place is not None
    page = KeptPage.from_json(place.read_text(encoding="utf-8"))
    assert page is not None
    assert KeptSession.from_document(page.session) is not None


def test_without_what_was_kept_the_database_comes_first(start: Start) -> None:
    assert desktop.run_kept(replace(start, kept={})) is None


def test_another_database_in_the_place_of_the_last_is_not_opened_as_that(
    start: Start, paths: Paths
) -> None:
    paths.database.unlink()
    with pytest.raises(OtherUserError):
        desktop.run_kept(start)


def test_a_database_that_cannot_be_opened_ends_the_program_with_its_sentence(
    start: Start, paths: Paths
) -> None:
    paths.database.write_bytes(b"SQLite format 3\0 and nothing more")
    with pytest.raises(GiroError):
        desktop.run_kept(start)
    assert take_page(OPTIONS, paths) is None
    assert not page_place(OPTIONS, paths).exists()
