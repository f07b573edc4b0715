"""The real window on a laptop's real file: what is saved goes by itself, a conflict is decided."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.store import Store
from cockpit.app.window import Desk, open_desk
from cockpit.app.wiring import wire
from cockpit.data.replica import ReplicaReader, SqlNameBook
from cockpit.domain.changes import ChangeNotice
from cockpit.domain.clock import AsOfClock
from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.errors import DatabaseBusyError
from cockpit.domain.sync import Answer, SyncEnd, SyncReport
from cockpit.domain.vocabulary import Channel
from cockpit.runtime import sync_controller
from cockpit.ui.sync.chip import SyncChip
from tests.integration.data.replica.conftest import NOW, Laptop, laptop

__all__ = ["laptop"]  # the fixture
PATIENCE_MS = 20_000


@dataclass
class OneServer:
    """A server that takes what it is sent, or does not."""

    laptop: Laptop
    answer: Answer = Answer.APPLIED
    theirs: dict[str, Any] = field(default_factory=dict)
    is_away: bool = False

    def __post_init__(self) -> None:
        self._reader = ReplicaReader(self.laptop.engines, AsOfClock(NOW.date()))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader, name)

    def synchronise(self) -> SyncReport:
        if self.is_away:
            return SyncReport(SyncEnd.AWAY)
        try:
            sent = self.laptop.send(self.answer, reason="changed", row=self._row())
        except DatabaseBusyError:  # as the engine takes it
            return SyncReport(SyncEnd.AWAY)
        return SyncReport(SyncEnd.DONE, sent=len(sent))

    def _row(self) -> dict[str, Any] | None:
        if self.answer is not Answer.CONFLICT:
            return None
        names = [
            name for (name,) in self.laptop.raw("SELECT name FROM pragma_table_info('customers')")
        ]
        key = self.laptop.customers[0].bytes
        (row,) = self.laptop.raw("SELECT * FROM customers WHERE id = ?", key)
        return dict(zip(names, row, strict=True)) | self.theirs


class FieldedStore:
    """An open store that is a laptop's."""

    def __init__(self, store: Store, server: OneServer) -> None:
        self._store = store
        self.field = SimpleNamespace(synchroniser=server, book=SqlNameBook(store.engines))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@pytest.fixture
def server(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> OneServer:
    monkeypatch.setattr(sync_controller, "START_SECONDS", 0.01)
    monkeypatch.setattr(sync_controller, "SOON_SECONDS", 0.2)
    return OneServer(laptop)


@pytest.fixture
def desk(
    server: OneServer, laptop: Laptop, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> Iterator[Desk]:
    store = FieldedStore(Store(laptop.engines, laptop.database, laptop.user), server)
    session = wire(store, Options(as_of=NOW.date()), Paths(tmp_path))  # type: ignore[arg-type]
    with open_desk(session, qapp) as made:
        qtbot.addWidget(made.window)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        made.window.start()
        yield made
        made.window.close()


def chip_says(desk: Desk, qtbot: QtBot, words: str) -> None:
    chip = desk.window.findChild(SyncChip)

    def check() -> None:
        assert words in chip.text(), (chip.text(), desk.ctx.sync.state, desk.ctx.sync.last)

    qtbot.waitUntil(check, timeout=PATIENCE_MS)


def save(desk: Desk, server: OneServer) -> None:
    """Log a contact and tell it, as the service does."""
    server.laptop.log(server.laptop.customers[0], "Liga na sexta")
    desk.ctx.feed.tell(ChangeNotice.everything())


def test_what_is_saved_goes_by_itself(desk: Desk, server: OneServer, qtbot: QtBot) -> None:
    chip_says(desk, qtbot, "Sincronizado")
    save(desk, server)
    qtbot.waitUntil(lambda: not server.waiting(), timeout=PATIENCE_MS)
    chip_says(desk, qtbot, "Sincronizado")


def test_what_is_saved_on_the_road_waits_and_is_listed(
    desk: Desk, server: OneServer, qtbot: QtBot
) -> None:
    chip_says(desk, qtbot, "Sincronizado")
    server.is_away = True
    save(desk, server)
    chip_says(desk, qtbot, "Sem conexão")
    desk.window.sync.open()
    page = desk.window.sync.screen
    assert page is not None
    rows = page.waiting.table.records
    qtbot.waitUntil(lambda: rows.rowCount() > 0, timeout=PATIENCE_MS)
    (contact,) = [one for one in rows.rows if one.entity == "contacts"]
    assert (contact.customer, contact.words) == ("Parafusos 1 Ltda", "Liga na sexta")


def test_a_conflict_is_shown_and_decided_by_a_key(
    desk: Desk, server: OneServer, qtbot: QtBot
) -> None:
    chip_says(desk, qtbot, "Sincronizado")
    server.answer, server.theirs = Answer.CONFLICT, {"preferred_channel": "email"}
    key = server.laptop.customers[0]
    desk.ctx.wishes.set_wishes(key, ContactWishes(Channel.WHATSAPP))
    chip_says(desk, qtbot, "1 conflito")
    desk.window.sync.open()
    page = desk.window.sync.screen
    assert page is not None
    told = page.conflicts.versions
    qtbot.waitUntil(page.conflicts.table.hasFocus, timeout=PATIENCE_MS)
    assert told.told[0] == "Parafusos 1 Ltda · Preferências do cliente"
    assert told.told[-1] == "Canal preferido: meu WhatsApp, no servidor E-mail"
    server.answer = Answer.APPLIED
    qtbot.keyClick(page.conflicts.table, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: not server.conflicts() and not server.waiting(), timeout=PATIENCE_MS)
    chip_says(desk, qtbot, "Sincronizado")
    ((channel,),) = server.laptop.raw(
        "SELECT preferred_channel FROM customers WHERE id = ?", key.bytes
    )
    assert channel == "whatsapp"
