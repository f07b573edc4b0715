"""How the server stands is told quietly, and what waits for it is shown and decided about."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice
from cockpit.domain.contact import ContactDraft, Outcome
from cockpit.domain.errors import BadInputError, ServerAwayError, ServerRefusedError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.kept_writes import Delivered
from cockpit.domain.vocabulary import Channel, LifecycleStatus, QueueEffect
from cockpit.domain.weather import WeatherState
from cockpit.runtime.server_weather import ServerWeather
from cockpit.runtime.translation import install_language
from cockpit.services.contacts import Logged
from cockpit.ui.actions import ActionId
from cockpit.ui.contact_form.saved_words import SavedWords
from cockpit.ui.contact_form.saving import Saving
from cockpit.ui.contact_form.status_line import StatusLine
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow
from cockpit.ui.weather.chip import WeatherChip
from cockpit.ui.weather.dialog import WeatherDialog
from cockpit.ui.weather.words import delivered_text
from tests.support.queues import NOW
from tests.support.ui_data import UiWorld
from tests.support.weather_fakes import FakeServer, a_write

OUTCOME = Outcome(new_id(), "no_answer", "Não atendeu", QueueEffect.CALL_AGAIN, 60, False, False,
                  False)  # fmt: skip
MADE = ContactDraft(new_id(), new_id(), NOW, Channel.PHONE, OUTCOME)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeServer]:
    made = FakeServer(tmp_path)
    yield made
    made.file.close()


@pytest.fixture
def weather(world: UiWorld, server: FakeServer) -> Iterator[ServerWeather]:
    made = ServerWeather(server.board, server.probe, server.kept, world.runner)
    yield made
    made.stop()


@pytest.fixture
def ctx(world: UiWorld, weather: ServerWeather) -> UiContext:
    return replace(world.ctx, weather=weather)


def test_a_server_that_goes_away_is_told_with_what_is_kept(
    qtbot: QtBot, ctx: UiContext, weather: ServerWeather, server: FakeServer
) -> None:
    parent = MainWindow(ctx)
    qtbot.addWidget(parent)
    chip = parent.findChild(WeatherChip)
    assert isinstance(chip, WeatherChip)
    weather.start()
    assert chip.text() == ""
    server.probe.error = ServerAwayError("server_missing")
    server.kept.keep(a_write())
    weather.look()
    qtbot.waitUntil(lambda: "guardados aqui: 1" in chip.text())
    assert chip.text().startswith("Sem servidor · dados de ")
    assert "Ctrl+F5" in chip.toolTip()
    assert weather.next_look_seconds <= 2

    server.probe.error = None
    with qtbot.waitSignals([weather.returned, weather.delivered]):
        weather.look()
    qtbot.waitUntil(lambda: chip.text() == "")
    assert len(server.stored) == 1
    parent.close()


def test_what_is_kept_while_the_server_is_away_is_counted_at_once(
    qtbot: QtBot, ctx: UiContext, weather: ServerWeather, server: FakeServer
) -> None:
    server.probe.error = ServerAwayError("server_missing")
    weather.start()
    server.kept.keep(a_write())
    qtbot.waitUntil(lambda: weather.waiting_count == 1)
    assert server.probe.looks == 1


def test_what_is_said_of_a_kept_contact_goes_once_the_server_has_it(
    qtbot: QtBot, ctx: UiContext, weather: ServerWeather, world: UiWorld
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    line = StatusLine(world.theme, parent)
    words = SavedWords(ctx, line, parent)
    saving = Saving(MADE, LifecycleStatus.ACTIVE, None, "Acatama", "here", True)
    with qtbot.waitSignal(words.told) as told:
        words.tell(saving, Logged(is_kept=True))
    assert told.args == ["Guardado neste computador 09:00"]
    assert line.text().endswith("· Acatama")
    weather.delivered.emit(Delivered(1, (), 0, 1))
    assert line.text()
    weather.delivered.emit(Delivered(1, (), 0, 0))
    assert not line.text()

    words.tell(saving, Logged(is_kept=True))
    words.tell(saving, Logged())
    weather.delivered.emit(Delivered(1, (), 0, 0))
    assert line.text() == "Salvo 09:00 · Acatama"


def test_another_role_or_team_is_told_and_the_list_read_again(
    qtbot: QtBot,
    ctx: UiContext,
    weather: ServerWeather,
    server: FakeServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[ChangeNotice] = []
    monkeypatch.setattr(ctx.feed, "tell", told.append)
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    for _ in range(2):
        with qtbot.assertNotEmitted(weather.standing_changed):
            weather.look()
    server.probe.standing = "supervisor"
    with qtbot.waitSignal(weather.standing_changed):
        weather.look()
    assert told == [ChangeNotice.everything()]
    assert "Sua função ou sua equipe mudou" in window._status_bar.message()
    window.close()


def test_the_pauses_between_the_looks_grow(
    weather: ServerWeather, server: FakeServer, qtbot: QtBot
) -> None:
    server.probe.error = ServerAwayError("server_missing")
    weather.start()
    for _ in range(8):
        weather.look()
    assert 8 < weather.next_look_seconds <= 20
    assert server.probe.looks == 9


def test_an_error_that_is_no_weather_is_told(weather: ServerWeather, qtbot: QtBot) -> None:
    with qtbot.waitSignal(weather.failed):
        weather.take(BadInputError("date_past"))
    with qtbot.assertNotEmitted(weather.failed):
        weather.take(ServerRefusedError("server_password"))
    assert weather.present.state is WeatherState.REFUSED


def test_what_waits_is_listed_and_what_was_refused_can_be_given_up(
    qtbot: QtBot, ctx: UiContext, weather: ServerWeather, server: FakeServer
) -> None:
    refused, waiting = a_write("texto recusado"), a_write("texto que espera", 1)
    for one in (refused, waiting):
        server.kept.keep(one)
    server.file.refuse(refused.key, BadInputError("note_too_long", limit=3).message)
    dialog = WeatherDialog(ctx, weather, lambda _key: "Acatama")
    qtbot.addWidget(dialog)
    dialog.start()
    assert [one.words for one in dialog.list.records.rows] == [refused.words, waiting.words]
    assert dialog.refusal.isVisible()
    assert dialog.drop_button.isEnabled()
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == refused.words
    dialog.drop_button.click()  # asks
    assert dialog.drop_button.text() == "Descartar mesmo?"
    assert len(dialog.list.records.rows) == 2
    dialog.drop_button.click()
    assert [one.key for one in dialog.list.records.rows] == [waiting.key]
    assert not dialog.drop_button.isEnabled()

    dialog.now_button.click()
    assert server.stored == [waiting.key]
    qtbot.waitUntil(lambda: not dialog.list.isVisible())
    assert dialog.empty.isVisible()
    dialog.close()


@pytest.mark.parametrize("language", list(Language))
def test_each_state_is_named_and_says_what_happens_next(
    qtbot: QtBot, qapp: QApplication, ctx: UiContext, server: FakeServer, language: Language
) -> None:
    install_language(qapp, language)
    assert ctx.weather is not None
    dialog = WeatherDialog(ctx, ctx.weather, lambda _key: "")
    qtbot.addWidget(dialog)
    dialog.start()
    said = set()
    for error in (None, ServerAwayError("server_missing"), ServerRefusedError("server_password")):
        if error is not None:
            server.board.note_error(error)
        dialog._show()
        said.add((dialog.heading.text(), dialog.next.text()))
    assert len(said) == 3
    dialog.close()
    install_language(qapp, Language.PORTUGUESE)


def test_a_delivery_says_what_became_of_it(qapp: QApplication) -> None:
    install_language(qapp, Language.PORTUGUESE)
    told = delivered_text(Delivered(3, ("Bruno",), 1, 0))
    assert told == (
        "Gravados no servidor: 3 · Bruno já estava com o cliente; o contato vale mesmo assim"
        " · Não aceitos pelo servidor: 1 (Ctrl+F5)"
    )


def test_a_colleagues_newer_next_contact_is_told(qapp: QApplication) -> None:
    install_language(qapp, Language.PORTUGUESE)
    told = delivered_text(Delivered(1, stands=("Bruno",)))
    assert told == "Gravados no servidor: 1 · vale o próximo contato que Bruno marcou depois"


def test_a_window_on_a_file_says_nothing_of_servers(qtbot: QtBot, world: UiWorld) -> None:
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    window.show()
    chip = window.findChild(WeatherChip)
    assert isinstance(chip, WeatherChip)
    assert not chip.isVisible()
    assert ActionId.SERVER not in {spec.action for spec in window.shortcuts}
    window.close()
