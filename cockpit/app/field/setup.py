"""Making this computer a laptop in the field, bringing its key back, and ending that."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from cockpit.app.field.choice import FieldChoice, choose_field, field_choice, unchoose_field
from cockpit.app.field.key_keeper import KeyKeeper, new_key
from cockpit.app.field.synchronising import enrol, field_store, server_of
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_choice import chosen_server
from cockpit.app.server_passwords import open_with_password
from cockpit.data.replica import create_replica, open_replica
from cockpit.data.server_link import ServerLink
from cockpit.data.storage import refuse_shared_place
from cockpit.data.url import PostgresqlServer
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError, DatabaseError
from cockpit.domain.ids import new_id
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.sync.transport import PostgresTransport

_ME = "SELECT id FROM users WHERE database_role = session_user AND is_active"


@dataclass(frozen=True, slots=True)
class SetUp:
    """What setting up came to.

    Attributes:
        report: The first synchronisation.
        is_under_passphrase: Whether the key lies under a passphrase.
    """

    report: SyncReport
    is_under_passphrase: bool


def set_up(
    options: Options,
    paths: Paths,
    ask_passphrase: Callable[[], str],
    tell: Callable[[str], object],
) -> SetUp:
    """Make this computer a laptop in the field; nothing is left of what fails on the way.

    Args:
        options: The server's address and the login, unless an invitation was accepted here.
        paths: Where the file goes.
        ask_passphrase: Asks for a new passphrase, where there is no keyring or one is wanted.
        tell: Told what is under way: ``registering``, ``fetching``.

    Raises:
        BadInputError: It is one already, or no server is named.
        DatabaseError: The server is away or refuses the login, or the file cannot be made.
    """
    if field_choice(paths) is not None or paths.field_database.exists():
        raise BadInputError("field_already")
    refuse_shared_place(paths.field_database)
    device_id, key = new_id(), new_key()
    choice = _choice(options, paths, device_id)
    tell("registering")
    server, user_id = open_with_password(
        server_of(choice),
        options,
        lambda address: _registered(address, device_id, key),
        is_kept=True,
    )
    keeper = KeyKeeper(paths.field_database)
    try:
        is_wrapped = _keep(keeper, key, server.password, options, ask_passphrase)
        tell("fetching")
        report = _fetched(choice, paths, key, user_id, server)
    except BaseException:
        keeper.forget()
        _remove_file(paths)
        raise
    choose_field(paths, choice)
    return SetUp(report, is_wrapped)


def recover(options: Options, paths: Paths, ask_passphrase: Callable[[], str]) -> bool:
    """Bring the key back from the server's copy; return whether it lies under a passphrase.

    Raises:
        BadInputError: This computer is no laptop in the field.
        DatabaseError: The server is away, or has no copy for this login.
    """
    choice = field_choice(paths)
    if choice is None or not paths.field_database.exists():
        raise BadInputError("field_not_set_up")
    server, key = open_with_password(
        server_of(choice), replace(options, password=None),
        lambda address: _escrowed(address, UUID(choice.device)), is_kept=True,
    )  # fmt: skip
    open_replica(paths.field_database, key).close()
    return _keep(KeyKeeper(paths.field_database), key, server.password, options, ask_passphrase)


def forget(paths: Paths) -> None:
    """Wipe the key and remove the file: this computer is no laptop in the field any more."""
    KeyKeeper(paths.field_database).forget()
    unchoose_field(paths)
    _remove_file(paths)


def _choice(options: Options, paths: Paths, device_id: UUID) -> FieldChoice:
    accepted = chosen_server(paths)
    lives = options.fielding.lives_days
    if options.database is not None:
        return FieldChoice(options.database, str(device_id), options.is_insecure, lives)
    if accepted is None:
        raise BadInputError("field_server_needed")
    insecure = options.is_insecure or accepted.is_insecure
    return FieldChoice(accepted.database, str(device_id), insecure, lives)


def _registered(
    address: PostgresqlServer, device_id: UUID, key: bytes
) -> tuple[PostgresqlServer, UUID]:
    """Register the laptop, leave a copy of its key, and return whose login it is."""
    link = ServerLink(address)
    transport = PostgresTransport(link)
    try:
        with link.told():
            found = link.connection().execute(_ME).fetchone()
        if found is None:
            raise DatabaseError("server_not_invited")
        enrol(transport, device_id, key)
    finally:
        transport.close()
    return address, found[0]


def _escrowed(address: PostgresqlServer, device_id: UUID) -> tuple[PostgresqlServer, bytes]:
    transport = PostgresTransport(ServerLink(address))
    try:
        key = transport.escrowed(device_id)
    finally:
        transport.close()
    if key is None:
        raise DatabaseError("field_no_copy")
    return address, key


def _keep(
    keeper: KeyKeeper,
    key: bytes,
    password: str | None,
    options: Options,
    ask_passphrase: Callable[[], str],
) -> bool:
    """Keep the key with the keyring, else under a passphrase; return whether under one."""
    if not options.fielding.has_passphrase and keeper.keep(key):
        return False
    keeper.wrap(key, ask_passphrase(), password)
    return True


def _fetched(
    choice: FieldChoice, paths: Paths, key: bytes, user_id: UUID, server: PostgresqlServer
) -> SyncReport:
    """Make the file and fill it for the first time.

    Raises:
        DatabaseError: It could not be filled.
    """
    engines = create_replica(
        paths.field_database, key,
        device_id=UUID(choice.device), user_id=user_id, server=str(server),
    )  # fmt: skip
    try:
        field = field_store(engines, choice, paths, SystemClock(), password=server.password)
        report = field.synchroniser.synchronise()
    finally:
        engines.close()
    if report.end is not SyncEnd.DONE:
        raise DatabaseError(f"field_ended_{report.end}")
    return report


def _remove_file(paths: Paths) -> None:
    for suffix in ("", "-wal", "-shm"):
        place = paths.field_database
        place.with_name(place.name + suffix).unlink(missing_ok=True)
    paths.field_database.with_suffix(".sync").unlink(missing_ok=True)
