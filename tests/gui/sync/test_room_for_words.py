"""At 1366x768 the status bar has room for what the synchronisation says."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from cockpit.domain.formats import Language
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.runtime.sync_controller import SyncController
from cockpit.runtime.translation import install_language
from cockpit.services.field import FieldService
from cockpit.ui.main_window import MainWindow
from cockpit.ui.sync.words import report_text
from cockpit.ui.work_list.summary import ListSummary
from tests.support.sync_fakes import FakeNameBook, FakeSynchroniser, make_conflict, make_waiting
from tests.support.ui_data import UiWorld

_FULL = SyncReport(
    SyncEnd.DONE, sent=23, received=1_412, entered=3, left=1, conflicts=2, quarantined=1
)
_REPORTS = (
    *(SyncReport(end) for end in SyncEnd),
    _FULL,
    replace(_FULL, sent=0, received=0, conflicts=0, quarantined=0),
)
_REFUSALS = ("disk_full", "sync_conflict_gone", "sync_conflict_waits")


@pytest.fixture
def server() -> FakeSynchroniser:
    return FakeSynchroniser()


@pytest.fixture
def sync(world: UiWorld, server: FakeSynchroniser) -> Iterator[SyncController]:
    made = SyncController(
        FieldService(server, FakeNameBook(), world.clock), world.runner, world.feed
    )
    yield made
    made.stop()


@pytest.fixture
def window(world: UiWorld, sync: SyncController, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(replace(world.ctx, sync=sync, database_label="Rui Matos"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    bar = made._status_bar
    bar.show_summary(ListSummary(600, 35_728_800))
    bar.show_contacts(12)
    bar.show_post_its(5)
    yield made
    made.close()


def laid_out(window: MainWindow, words: str) -> str:
    """Return what is to be read of a message."""
    bar = window._status_bar
    bar.show_message(words)
    bar.layout().activate()
    QApplication.processEvents()
    return bar._message.text()


@pytest.mark.parametrize("language", Language)
def test_each_sentence_is_whole(
    window: MainWindow, sync: SyncController, server: FakeSynchroniser, language: Language
) -> None:
    install_language(QApplication.instance(), language)
    server.disagreements = [make_conflict()]
    sync.synchronise()
    said = [report_text(report, language) for report in _REPORTS]
    said += [resources.text(f"error.{key}", language) for key in _REFUSALS]
    cut = {words: shown for words in said if (shown := laid_out(window, words)) != words}
    install_language(QApplication.instance(), Language.PORTUGUESE)
    assert cut == {}


def test_where_all_wants_room_the_whole_is_in_the_tip(
    window: MainWindow, sync: SyncController, server: FakeSynchroniser
) -> None:
    server.report = SyncReport(SyncEnd.AWAY)
    server.disagreements = [make_conflict()]
    server.waits = [make_waiting(number) for number in range(14)]
    sync.synchronise()
    bar = window._status_bar
    bar.show_comments(5)
    bar.show_drafts(2)
    assert bar.sync.text() == "1 conflito · Sem conexão · 14 a enviar"
    assert "Sem conexão desde 09:12" in bar.sync.toolTip()
    assert "Sem conexão desde 09:12" in bar.sync.accessibleName()
    words = report_text(_FULL, Language.PORTUGUESE)
    shown = laid_out(window, words)
    assert shown != words
    assert words in bar._message.toolTip()
    assert bar._message.accessibleName() == words
