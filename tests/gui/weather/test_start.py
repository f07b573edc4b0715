"""A window that is opened while the server is away is there, and opens by itself afterwards."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.early_start import Start
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_opening import open_server_session
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import DatabaseError, ServerAwayError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.vocabulary import Role
from cockpit.runtime.server_start import ServerStart
from cockpit.runtime.translation import install_language
from cockpit.ui.theme import Theme
from cockpit.ui.weather.start_dialog import StartDialog
from tests.support.cutting_proxy import CuttingProxy
from tests.support.file_keyring import VARIABLE, FileKeyring
from tests.support.postgres import PostgresServer
from tests.support.team import TeamDatabase
from tests.support.ui_data import UiWorld
from tests.support.weather_fakes import a_write

_PATIENCE_MS = 20_000


class Later:
    """Fails with an error as long as a test wants."""

    def __init__(self) -> None:
        self.error: Exception | None = ServerAwayError("server_missing")
        self.tries = 0

    def open(self) -> str:
        self.tries += 1
        if self.error is not None:
            raise self.error
        return "open"


def test_the_pauses_between_the_attempts_grow_and_it_opens_by_itself(
    qtbot: QtBot, world: UiWorld
) -> None:
    later = Later()
    start = ServerStart(later.open, world.runner)
    start.look()
    assert start.next_look_seconds <= 2
    for _ in range(8):
        start.look()
    assert 8 < start.next_look_seconds <= 20
    later.error = None
    with qtbot.waitSignal(start.opened) as opened:
        start.look()
    assert opened.args == ["open"]
    start.stop()


def test_what_waiting_does_not_mend_is_told(qtbot: QtBot, world: UiWorld) -> None:
    later = Later()
    later.error = DatabaseError("server_not_prepared")
    start = ServerStart(later.open, world.runner)
    with qtbot.waitSignal(start.failed):
        start.look()
    assert start.next_look_seconds == 0


@pytest.mark.parametrize("language", list(Language))
def test_the_window_says_why_and_what_waits(
    qtbot: QtBot, qapp: QApplication, world: UiWorld, language: Language
) -> None:
    install_language(qapp, language)
    later = Later()
    start = ServerStart(later.open, world.runner)
    dialog = StartDialog(start, language, SystemClock().zone)
    qtbot.addWidget(dialog)
    assert not dialog.reason.isVisible()
    dialog.begin()
    start.look()
    dialog.set_kept([a_write(f"texto {number}", number) for number in range(8)])
    assert dialog.reason.isVisible()
    assert dialog.reason.text()
    assert dialog.heading.text().endswith(": 8")
    assert dialog.lines.text().count("\n") == 6
    assert "texto 5" in dialog.lines.text()
    assert "texto 6" not in dialog.lines.text()
    dialog.now_button.click()
    assert later.tries == 2
    dialog.end()
    start.stop()
    install_language(qapp, Language.PORTUGUESE)


@pytest.fixture
def proxy(postgres_server: PostgresServer) -> Iterator[CuttingProxy]:
    opened = CuttingProxy(postgres_server.host, postgres_server.port)
    yield opened
    opened.close()


@pytest.fixture
def start(
    team_database: TeamDatabase,
    proxy: CuttingProxy,
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start]:
    """A start of Ana's, whose cable the proxy is."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "keyring.json"))
    before = keyring.get_keyring()
    keyring.set_keyring(FileKeyring())
    login = team_database.add("ana", Role.OPERATOR)
    name = team_database.superuser.url.database
    address = f"postgresql://{login}@127.0.0.1:{proxy.port}/{name}"
    options = Options(language=Language.PORTUGUESE, database=address)
    yield Start(qapp, options, Paths(tmp_path), Theme(qapp))
    keyring.set_keyring(before)


def _dialog() -> StartDialog | None:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, StartDialog)]
    return next((one for one in found if one.isVisible()), None)


def _once_seen(act: Callable[[StartDialog], None]) -> QTimer:
    """Do something as soon as the window that waits says that there is no server."""
    looking = QTimer(interval=20)

    def look() -> None:
        dialog = _dialog()
        if dialog is not None and dialog.reason.text():
            looking.stop()
            act(dialog)

    looking.timeout.connect(look)
    looking.start()
    return looking


def _keep_a_note(start: Start, proxy: CuttingProxy) -> None:
    """Let an earlier run end while the server is away."""
    with open_server_session(start) as session:
        assert session is not None
        proxy.part()
        session.pitches.save(PitchDraft(new_id(), new_id(), why_stopped="preço da caixa"))


def test_a_program_opened_while_the_server_is_away_opens_once_it_is_back(
    start: Start, proxy: CuttingProxy
) -> None:
    _keep_a_note(start, proxy)
    seen: list[str] = []

    def act(dialog: StartDialog) -> None:
        def heal_when_shown() -> None:
            if "preço da caixa" not in dialog.lines.text():
                return
            waiting.stop()
            seen.append(dialog.title.text())
            proxy.heal()

        waiting = QTimer(dialog, interval=20)
        waiting.timeout.connect(heal_when_shown)
        waiting.start()

    looking = _once_seen(act)
    with open_server_session(start) as session:
        assert session is not None
        assert session.user.name == "Ana"
        assert session.contacts.count_today() == 0
    looking.stop()
    assert seen == ["Sem servidor: o Giro abre assim que ele responder"]
    assert _dialog() is None


def test_whoever_closes_the_waiting_window_ends_the_program(
    start: Start, proxy: CuttingProxy
) -> None:
    proxy.part()
    looking = _once_seen(lambda dialog: dialog.close_button.click())
    with open_server_session(start) as session:
        assert session is None
    looking.stop()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_the_system_can_end_a_program_that_waits(start: Start, proxy: CuttingProxy) -> None:
    proxy.part()
    looking = _once_seen(lambda _dialog: os.kill(os.getpid(), signal.SIGTERM))
    with open_server_session(start) as session:
        assert session is None
    looking.stop()


def test_a_server_that_is_there_opens_without_a_word(start: Start) -> None:
    with open_server_session(start) as session:
        assert session is not None
        assert _dialog() is None


def test_what_is_no_weather_ends_the_start(start: Start, team_database: TeamDatabase) -> None:
    with team_database.superuser.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.exec_driver_sql(
            "CREATE OR REPLACE FUNCTION public.giro_oldest_program() RETURNS text"
            " LANGUAGE sql IMMUTABLE AS $$ SELECT '9999'::text $$"
        )
    with pytest.raises(DatabaseError), open_server_session(start):
        pass
