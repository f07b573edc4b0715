"""The synchronisation of an open laptop's file, wired to the server's address and password."""

import platform
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from cockpit import __version__
from cockpit.app.field.choice import FieldChoice, choose_field, field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.paths import Paths
from cockpit.data.engine import Engines
from cockpit.data.replica import ReplicaReader, SqlNameBook, SqlPackBook, SqlReplicaStore
from cockpit.data.url import PostgresqlServer
from cockpit.domain.clock import Clock
from cockpit.domain.errors import DatabaseError
from cockpit.domain.sync import (
    Backlog,
    ConflictItem,
    LogEntry,
    Standing,
    Storage,
    SyncReport,
    WaitingItem,
)
from cockpit.services.ports.packs import PackDesk
from cockpit.services.ports.sync import SyncTransport
from cockpit.sync.engine import SyncEngine

if TYPE_CHECKING:
    from cockpit.app.field.watch import SetUpWatch
    from cockpit.data.server_link import ServerLink


def laptop_name() -> str:
    """Return what this laptop is called on the server."""
    return f"{platform.node() or 'laptop'} (campo)"


def server_of(choice: FieldChoice) -> PostgresqlServer:
    """Return the server's address, without a password.

    Raises:
        DatabaseError: What was set up names none.
    """
    # The server's driver is loaded by the first synchronisation, not by the start.
    from cockpit.data.server_tls import verified  # noqa: PLC0415 - see above
    from cockpit.data.url import parse_address  # noqa: PLC0415 - see above

    address = parse_address(choice.server)
    if not isinstance(address, PostgresqlServer):
        raise DatabaseError("field_server_needed")
    return PostgresqlServer(verified(address.url, is_insecure=choice.is_insecure))


def enrol(transport: SyncTransport, device_id: UUID, key: bytes | None) -> None:
    """Make a laptop's file known to the server, and leave a copy of its key there."""
    transport.register(device_id, laptop_name())
    if key is not None:
        transport.escrow(device_id, key)


def _enrol_anew(transport: SyncTransport, device_id: UUID, key: bytes | None, paths: Paths) -> None:
    """Make a file known as another device, by whose key the server's copy is asked for later."""
    enrol(transport, device_id, key)
    choice = field_choice(paths)
    if choice is not None:
        choose_field(paths, replace(choice, device=str(device_id)))


def way_to(
    choice: FieldChoice, password: str | None = None, watch: "SetUpWatch | None" = None
) -> SyncTransport:
    """Return the way to the server; nothing is connected before it is used.

    Args:
        choice: Which server.
        password: Of the login; None asks the keyring, and leaves it to libpq where that has none.
        watch: Who waits for it, where a laptop is being set up.
    """
    from cockpit.sync.transport import PostgresTransport  # noqa: PLC0415 - see above

    link = _link_to(choice, password)
    if watch is None:
        return PostgresTransport(link)
    return PostgresTransport(watch.attend(link), watch.count)


def packs_at(choice: FieldChoice, password: str | None = None) -> PackDesk:
    """Return where packs are given out; nothing is connected before it is used."""
    from cockpit.sync.packs import PostgresPacks  # noqa: PLC0415 - see above

    return PostgresPacks(lambda: _link_to(choice, password))


def _link_to(choice: FieldChoice, password: str | None) -> "ServerLink":
    from cockpit.app.server_passwords import kept_password  # noqa: PLC0415 - see above
    from cockpit.data.server_link import ServerLink  # noqa: PLC0415 - see above

    server = server_of(choice)
    known = password or kept_password(server)
    return ServerLink(server if known is None else server.with_password(known))


class FieldSynchroniser:
    """Implements ``cockpit.services.ports.sync.Synchroniser`` on an open file."""

    def __init__(self, engine: SyncEngine, reader: ReplicaReader, page: Path) -> None:
        """Take who synchronises, who reads, and where the next start's first page lies."""
        self._engine, self._reader, self._page = engine, reader, page

    def synchronise(self) -> SyncReport:
        """Do one whole synchronisation; a page of before what came is nobody's list any more."""
        report = self._engine.synchronise()
        if report.received or report.gone or report.left or report.is_whole:
            with suppress(OSError):  # the next one takes its place within a minute
                self._page.unlink(missing_ok=True)
        return report

    def standing(self) -> Standing:
        """Return what the file knows of itself."""
        return self._reader.standing()

    def waiting(self) -> Sequence[WaitingItem]:
        """Return what waits, oldest first."""
        return self._reader.waiting()

    def backlog(self) -> Backlog:
        """Return how much of what the file has the server has not."""
        return self._reader.backlog()

    def conflicts(self) -> Sequence[ConflictItem]:
        """Return what waits for a decision, oldest first."""
        return self._reader.conflicts()

    def decide(self, key: UUID, *, is_mine: bool) -> None:
        """Keep the server's row, or ask for one's own change once more; see the port."""
        self._reader.decide(key, is_mine=is_mine)

    def log(self) -> Sequence[LogEntry]:
        """Return the newest lines first."""
        return self._reader.log()

    def storage(self) -> Storage:
        """Return what the file takes."""
        return self._reader.storage()


@dataclass(frozen=True, slots=True)
class FieldStore:
    """What an open database is besides, where it is a laptop's file.

    Attributes:
        synchroniser: Synchronises it, and tells how it stands.
        book: Names, for the words of a disagreement.
        packs: Opens where packs are given out.
        pack_book: Who is along.
        passphrase: What let the user in, for the programs beside the window; None where a keyring
            did.
    """

    synchroniser: FieldSynchroniser
    book: SqlNameBook
    packs: Callable[[], PackDesk]
    pack_book: SqlPackBook
    passphrase: str | None = field(default=None, repr=False)


def field_store(
    engines: Engines,
    choice: FieldChoice,
    paths: Paths,
    clock: Clock,
    *,
    password: str | None = None,
    watch: "SetUpWatch | None" = None,
) -> FieldStore:
    """Return the laptop's half of an open file.

    Args:
        engines: The file.
        choice: What was set up.
        paths: Where the user's files are.
        clock: This computer's.
        password: Of the login; None asks the keyring.
        watch: Who waits for it, where a laptop is being set up.
    """
    engine = SyncEngine(
        SqlReplicaStore(engines),
        lambda: way_to(choice, password, watch),
        lock=paths.field_database.with_suffix(".sync"),
        clock=clock,
        program=__version__,
        enrol=lambda transport, device: _enrol_anew(transport, device, engines.key, paths),
        forget_key=KeyKeeper(paths.field_database).forget,
    )
    synchroniser = FieldSynchroniser(engine, ReplicaReader(engines, clock), paths.field_page)
    return FieldStore(
        synchroniser,
        SqlNameBook(engines),
        lambda: packs_at(choice, password),
        SqlPackBook(engines),
    )
