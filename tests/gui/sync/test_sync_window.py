"""The indicator and the page of the synchronisation, in the window and by the keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import StorageFullError
from cockpit.domain.field import TOLD_COLUMNS, FieldState, ValueKind
from cockpit.domain.formats import Language
from cockpit.domain.replication import tables_up
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.runtime.sync_controller import SyncController
from cockpit.runtime.translation import install_language
from cockpit.services.field import FieldService
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow
from cockpit.ui.sync.chip import SyncChip
from cockpit.ui.sync.entity_words import column_word, entity_word, waiting_word
from cockpit.ui.sync.log_words import log_text
from cockpit.ui.sync.screen import CONFLICTS, LOG, STORAGE, WAITING, SyncScreen
from cockpit.ui.sync.value_words import word_of
from cockpit.ui.sync.words import report_text, state_text
from tests.support.sync_fakes import (
    SYNCED_AT,
    FakeNameBook,
    FakeSynchroniser,
    make_conflict,
    make_line,
    make_standing,
    make_waiting,
)
from tests.support.ui_data import UiWorld

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def server() -> FakeSynchroniser:
    return FakeSynchroniser()


@pytest.fixture
def sync(world: UiWorld, server: FakeSynchroniser) -> Iterator[SyncController]:
    field = FieldService(server, FakeNameBook(), world.clock)
    made = SyncController(field, world.runner, world.feed)
    yield made
    made.stop()


@pytest.fixture
def ctx(world: UiWorld, sync: SyncController) -> UiContext:
    return replace(world.ctx, sync=sync)


@pytest.fixture
def window(ctx: UiContext, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(ctx)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.start()
    yield made
    made.close()


@pytest.fixture
def screen(ctx: UiContext, sync: SyncController, qtbot: QtBot) -> SyncScreen:
    made = SyncScreen(ctx, sync)
    qtbot.addWidget(made)
    for table in (made.waiting.table, made.conflicts.table, made.log.table):
        QAbstractItemModelTester(table.records, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(1200, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def state_of(**changes: object) -> FieldState:
    return replace(FieldState(SYNCED_AT, end=SyncEnd.DONE), **changes)


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (state_of(synced_at=None), "Ainda não sincronizado"),
        (state_of(waiting_count=14), "14 a enviar"),
        (state_of(conflict_count=2), "2 conflitos"),
        (state_of(conflict_count=1, waiting_count=3), "1 conflito · 3 a enviar"),
        (
            state_of(conflict_count=1, end=SyncEnd.AWAY),
            "1 conflito · Sem conexão desde 09:12",
        ),
        (state_of(end=SyncEnd.REFUSED), "Acesso recusado: entre de novo"),
        (state_of(end=SyncEnd.REVOKED), "Este notebook foi bloqueado"),
        (
            state_of(end=SyncEnd.AWAY, synced_at=SYNCED_AT - timedelta(days=5)),
            "Sem conexão desde quinta, 09:12",
        ),
        (
            state_of(end=SyncEnd.AWAY, synced_at=SYNCED_AT - timedelta(days=30), waiting_count=1),
            "Sem conexão desde 20/02, 09:12 · 1 a enviar",
        ),
    ],
)
def test_the_state_is_said_in_a_few_words(world: UiWorld, state: FieldState, text: str) -> None:
    assert state_text(state, world.clock) == text


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(seconds=10), "Sincronizado agora"),
        (timedelta(minutes=2, seconds=5), "Sincronizado há 2 min"),
        (timedelta(seconds=-300), "Sincronizado: "),
    ],
)
def test_how_long_ago_is_said_while_it_is_short(world: UiWorld, ago: timedelta, text: str) -> None:
    state = state_of(synced_at=world.clock.now() - ago)
    assert state_text(state, world.clock).startswith(text)


def test_there_is_nothing_of_it_where_the_database_is_no_laptops(
    world: UiWorld, qtbot: QtBot
) -> None:
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    window.show()
    assert not {one.action for one in window.shortcuts} & {ActionId.SYNC, ActionId.SYNC_NOW}
    assert not window.findChild(SyncChip).isVisible()
    window.close()


def test_the_chip_tells_and_opens_the_page(
    window: MainWindow, sync: SyncController, server: FakeSynchroniser, qtbot: QtBot
) -> None:
    chip = window.findChild(SyncChip)
    server.disagreements = [make_conflict(), make_conflict(2)]
    server.report = SyncReport(SyncEnd.DONE, entered=3, left=1)
    sync.synchronise()
    assert chip.text() == "2 conflitos"
    assert "3 clientes entraram na sua carteira, 1 saiu" in chip.toolTip()
    assert "Ctrl+Shift+Y" in chip.toolTip()
    assert not chip.icon().isNull()
    assert "2 conflitos" in chip.accessibleName()
    chip.click()
    page = window.sync.screen
    assert page is not None
    assert page.isVisible()
    assert page.conflicts.table.hasFocus()


def test_the_keys_open_the_page_and_synchronise(
    window: MainWindow, server: FakeSynchroniser, qtbot: QtBot
) -> None:
    server.report = SyncReport(SyncEnd.DONE, sent=3, received=12)
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL | SHIFT)
    assert window.sync.screen is not None
    qtbot.keyClick(window, Qt.Key.Key_F9, CTRL)
    assert server.count == 1
    assert window._status_bar.message() == "3 enviados · 12 recebidos"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.screens.is_desk_shown


def test_a_synchronisation_that_nobody_asked_for_is_not_told(
    window: MainWindow, sync: SyncController
) -> None:
    before = window._status_bar.message()
    sync.synchronise()
    assert window._status_bar.message() == before


def test_trouble_of_the_file_is_told(
    window: MainWindow, sync: SyncController, server: FakeSynchroniser
) -> None:
    server.error = StorageFullError("disk_full")
    sync.synchronise()
    assert window._status_bar.message()


def test_what_waits_is_listed_oldest_first(screen: SyncScreen, server: FakeSynchroniser) -> None:
    server.waits = [make_waiting(1), make_waiting(2, "customers", verb="change", words="",
                    attempts=2, trouble="server_away"),
                    make_waiting(3, "reminder_events", goes_along=True)]  # fmt: skip
    screen.show_page(WAITING)
    records = screen.waiting.table.records
    assert records.rowCount() == 2
    assert screen.waiting.along.text().endswith("1")
    texts = [[records.index(row, column).data() for column in range(6)] for row in (0, 1)]
    assert texts[0] == ["09:13", "Contato", "Ferragens Bela Vista", "Liga na sexta", "", ""]
    assert texts[1][1] == "Preferências do cliente: alteração"
    assert texts[1][4:] == ["2", "tentado sem sucesso"]


def test_the_pages_come_by_the_keyboard(
    screen: SyncScreen, server: FakeSynchroniser, qtbot: QtBot
) -> None:
    server.lines = [make_line("synced", 5, sent=2), make_line("cloned", 9)]
    screen.open()
    assert "o servidor já tem tudo" in screen.waiting.state_sentence()
    for key, number in ((Qt.Key.Key_2, CONFLICTS), (Qt.Key.Key_3, LOG), (Qt.Key.Key_4, STORAGE)):
        qtbot.keyClick(screen.now_button, key, ALT)
        assert screen._pages.currentIndex() == number
    assert screen.log.table.records.index(0, 1).data() == "2 enviados"
    assert [label.text() for label in screen.storage.labels] == [
        "312", "9.120", "1.534", "50,0 MB", "7,0 MB",
    ]  # fmt: skip


def test_both_versions_are_told_in_plain_words(
    screen: SyncScreen, server: FakeSynchroniser
) -> None:
    server.disagreements = [make_conflict()]
    screen.show_page(CONFLICTS)
    assert screen.conflicts.versions.told == (
        "Cliente 1 · Próximo contato",
        "Outra pessoa mudou a mesma coisa nesse meio-tempo.",
        "No servidor: Márcia Prado, 09:12",
        "Quando: meu qua, 23/03/2022 10:00, no servidor qui, 24/03/2022 14:30",
        "Quem faz o contato: meu Bruno Sá, no servidor Márcia Prado",
        "Canal: Telefone nos dois",
        "Observação: meu Tabela nova, no servidor –",
    )


@pytest.mark.parametrize(("key", "is_mine"), [(Qt.Key.Key_M, True), (Qt.Key.Key_S, False)])
def test_one_key_decides_and_the_next_one_comes(
    screen: SyncScreen, server: FakeSynchroniser, qtbot: QtBot, key: Qt.Key, is_mine: bool
) -> None:
    server.disagreements = [make_conflict(1), make_conflict(2), make_conflict(3)]
    screen.show_page(CONFLICTS)
    table = screen.conflicts.table
    table.selectRow(1)
    qtbot.keyClick(table, key)
    assert server.decided == [(make_conflict(2).key, is_mine)]
    assert table.current().customer == "Cliente 3"
    qtbot.keyClick(table, key)
    qtbot.keyClick(table, key)
    assert len(server.decided) == 3
    assert "ninguém discorda" in screen.conflicts.state_sentence()
    qtbot.keyClick(screen, key)
    assert len(server.decided) == 3


def test_what_is_gone_leaves_nothing_to_ask_for(
    screen: SyncScreen, server: FakeSynchroniser, qtbot: QtBot
) -> None:
    server.disagreements = [make_conflict(theirs=None)]
    screen.show_page(CONFLICTS)
    assert not screen.conflicts.mine_button.isEnabled()
    qtbot.keyClick(screen.conflicts.table, Qt.Key.Key_M)
    assert server.decided == []
    qtbot.keyClick(screen.conflicts.table, Qt.Key.Key_S)
    assert server.decided == [(make_conflict().key, False)]


def test_a_refused_decision_says_why_and_stays(
    screen: SyncScreen, server: FakeSynchroniser, qtbot: QtBot
) -> None:
    server.disagreements, server.refuses = [make_conflict()], True
    screen.show_page(CONFLICTS)
    with qtbot.waitSignal(screen.message_raised) as told:
        qtbot.keyClick(screen.conflicts.table, Qt.Key.Key_M)
    assert told.args[0]
    assert screen.conflicts.table.records.rowCount() == 1


def test_the_customer_of_a_conflict_can_be_opened(
    screen: SyncScreen, server: FakeSynchroniser, qtbot: QtBot
) -> None:
    server.disagreements = [make_conflict()]
    screen.show_page(CONFLICTS)
    with qtbot.waitSignal(screen.customer_requested) as asked:
        qtbot.keyClick(screen.conflicts.table, Qt.Key.Key_O)
    assert asked.args == [make_conflict().customer_id]


def test_a_stop_says_what_to_do(
    screen: SyncScreen, sync: SyncController, server: FakeSynchroniser
) -> None:
    server.report, server.present = SyncReport(SyncEnd.REFUSED), make_standing(stopped="refused")
    sync.synchronise()
    assert screen.state.text() == "Acesso recusado: entre de novo"
    assert "nova senha" in screen._advice.text()


@pytest.mark.parametrize("language", list(Language))
def test_everything_that_travels_has_words(
    world: UiWorld, qapp: object, language: Language
) -> None:
    install_language(qapp, language)
    other = entity_word("")
    assert all(entity_word(table) != other for table in tables_up())
    for table, columns in TOLD_COLUMNS.items():
        assert all(column_word(table, column) for column in columns), table
        words = [column for column, kind in columns.items() if kind is ValueKind.WORD]
        assert all(word_of(table, column, "of a newer Giro") == "–" for column in words)
    assert "{" not in waiting_word("contacts", "add")
    install_language(qapp, Language.PORTUGUESE)


def test_nothing_to_tell_is_told_too() -> None:
    assert (
        report_text(SyncReport(SyncEnd.DONE), Language.PORTUGUESE) == "Sincronizado: nada de novo"
    )
    clock, language = SystemClock(), Language.PORTUGUESE
    assert log_text(make_line("unheard_of"), clock, language) == "Sincronizado"
    many = report_text(SyncReport(SyncEnd.DONE, sent=1, received=32_360), language)
    assert many == "1 enviado · 32.360 recebidos"


def test_the_page_says_itself_to_a_screen_reader(
    screen: SyncScreen, server: FakeSynchroniser
) -> None:
    server.disagreements, server.waits = [make_conflict()], [make_waiting()]
    for number in (WAITING, CONFLICTS, LOG, STORAGE):
        screen.show_page(number)
        tables = screen.sections[number].findChildren(QWidget)
        named = [one for one in tables if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert all(one.accessibleName() or isinstance(one, QPushButton) for one in named
                   if one.isVisible())  # fmt: skip
