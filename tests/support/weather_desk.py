"""An operator behind a proxy, with all that keeps what the server does not take."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import text

from cockpit.app.keeping import Keeping
from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.kept_file import SqlcipherKeptFile
from cockpit.data.server_probe import SqlServerProbe
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import DatabaseError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.domain.weather import WeatherState
from cockpit.services.contacts import Logged
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.queue import QueueService
from cockpit.services.weather import WeatherBoard
from tests.support.cutting_proxy import CuttingProxy
from tests.support.queues import NOW, MovableClock
from tests.support.team import TeamDatabase

if TYPE_CHECKING:
    from cockpit.data.engine import Engines
    from cockpit.services.keeping.contacts import KeepingContacts
    from cockpit.services.ports import CurrentUser

KEY = bytes(range(32))


class Desk:
    """An operator behind a proxy."""

    def __init__(self, url: str, proxy: CuttingProxy, folder: Path) -> None:
        self.proxy = proxy
        self.clock = MovableClock()
        self.engines: Engines = open_database(parse_address(url))
        self.user: CurrentUser = ensure_identity(self.engines, machine="pc")
        board = WeatherBoard(self.clock)
        gated = replace(self.engines, gate=board)
        file = SqlcipherKeptFile(folder / "writes.kept", lambda: KEY)
        self.keeping = Keeping(board, SqlServerProbe(gated), KeptWrites(file, board))
        self.database = SqlDatabase(gated, self.user.user_id)
        self.contacts: KeepingContacts = self.keeping.contacts(self.database, self.clock, self.user)
        self.queue = QueueService(self.database, self.clock, self.user)
        self.outcomes = {one.code: one for one in self.contacts.form_options().outcomes}

    @property
    def state(self) -> WeatherState:
        return self.keeping.board.present.state

    def draft(self, customer_id: UUID, note: str = "") -> ContactDraft:
        outcome = self.outcomes["no_answer"]
        return ContactDraft(new_id(), customer_id, NOW, Channel.PHONE, outcome, note=note)

    def log(self, draft: ContactDraft) -> Logged:
        return self.contacts.log(draft, status=LifecycleStatus.AT_RISK)

    def look(self) -> None:
        """Ask the server as the window does."""
        try:
            self.keeping.board.note_answer(self.keeping.probe.look())
        except DatabaseError as error:
            self.keeping.board.note_error(error)

    def close(self) -> None:
        self.keeping.close()
        self.engines.close()


def stored(team: TeamDatabase) -> list[UUID]:
    with team.superuser.connect() as connection:
        return list(
            connection.execute(text("SELECT id FROM contacts ORDER BY device_seq")).scalars()
        )
