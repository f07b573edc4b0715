"""What a server's store has besides: how the server stands, and what waits here for it."""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, fields
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cockpit.app.kept_key import kept_key
from cockpit.data.engine import Engines
from cockpit.data.kept_file import SqlcipherKeptFile
from cockpit.data.server_probe import SqlServerProbe
from cockpit.data.url import Address
from cockpit.domain.clock import Clock
from cockpit.domain.kept_writes import KeptKind, KeptWrite
from cockpit.services.keeping.contacts import KeepingContacts, KeepingPitches, KeepingPreferences
from cockpit.services.keeping.deliverers import Deliverers
from cockpit.services.keeping.kept_writes import KeptWrites
from cockpit.services.ports import CurrentUser, Database, MessageRenderer
from cockpit.services.weather import WeatherBoard

if TYPE_CHECKING:
    from cockpit.services.messages import MessageService


@dataclass(frozen=True, slots=True)
class Keeping:
    """Made with the store.

    Attributes:
        board: Knows how the server stands.
        probe: Asks it.
        kept: What waits.
    """

    board: WeatherBoard
    probe: SqlServerProbe
    kept: KeptWrites

    @classmethod
    def of(
        cls, engines: Engines, board: WeatherBoard, folder: Path, user: CurrentUser
    ) -> "Keeping":
        """Return what keeps the writes of one user of one database.

        Args:
            engines: The server's database.
            board: Where its weather stands.
            folder: Where this computer keeps such files.
            user: Whose writes they are; the device is another in each database.
        """
        name = _digest(f"{user.user_id} {user.device_id}")
        _remember(folder, engines.address, name)
        return cls(board, SqlServerProbe(engines), KeptWrites(_file(folder, name), board))

    def contacts(self, database: Database, clock: Clock, user: CurrentUser) -> KeepingContacts:
        """Return the log of contacts that keeps what the server does not take."""
        self.kept.deliver_with(Deliverers(database, clock, user).by_kind())
        return KeepingContacts(database, clock, user, self.kept)

    def pitches(
        self,
        database: Database,
        clock: Clock,
        user: CurrentUser,
        renderer: Callable[[], MessageRenderer],
    ) -> KeepingPitches:
        """Return the pitch notes that likewise keep."""
        return KeepingPitches(database, clock, user, renderer, self.kept)

    def preferences(
        self, database: Database, clock: Clock, user: CurrentUser
    ) -> KeepingPreferences:
        """Return the preferences, and with them the drafts, that likewise keep."""
        return KeepingPreferences(database, user, self.kept, clock)

    def messages(self, service: "MessageService") -> "MessageService":
        """Return a message service that likewise keeps."""
        from cockpit.services.keeping.messages import KeepingMessages  # noqa: PLC0415 - seldom used

        given = {field.name: getattr(service, field.name) for field in fields(service)}
        return KeepingMessages(**given, kept=self.kept)

    def close(self) -> None:
        """Give the file back; what waits in it waits for the next start."""
        self.kept.close()


def waiting_here(folder: Path, address: Address) -> Sequence[KeptWrite]:
    """Return what waits here for a server that nobody can open, preferences left out.

    Args:
        folder: Where this computer keeps such files.
        address: The server's.

    Raises:
        DatabaseError: It cannot be read.
    """
    name = ""
    with suppress(OSError, UnicodeError):
        name = _mark(folder, address).read_text(encoding="ascii")
    if not name or not _place(folder, name).exists():
        return ()
    with closing(_file(folder, name)) as file:
        return [one for one in file.waiting() if one.kind is not KeptKind.PREFERENCE]


def _remember(folder: Path, address: Address, name: str) -> None:
    """Note whose file is this server's, for a start at which it does not say who one is."""
    mark = _mark(folder, address)
    with suppress(OSError):  # the next start then shows nothing of it, and delivers it all the same
        if not mark.exists() or mark.read_text(encoding="ascii") != name:
            folder.mkdir(parents=True, exist_ok=True)
            mark.write_text(name, encoding="ascii")


def _mark(folder: Path, address: Address) -> Path:
    return folder / f"{_digest(str(address))}.of"


def _place(folder: Path, name: str) -> Path:
    return folder / f"{name}.kept"


def _file(folder: Path, name: str) -> SqlcipherKeptFile:
    return SqlcipherKeptFile(_place(folder, name), partial(kept_key, name))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
