"""Making this computer a laptop in the field, bringing its key back, and ending that."""

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from uuid import UUID

from cockpit.app.field.choice import FieldChoice, choose_field, field_choice, unchoose_field
from cockpit.app.field.key_keeper import KeyKeeper, new_key
from cockpit.app.field.places import clear_the_way, refuse_undelivered, remove_file
from cockpit.app.field.synchronising import FieldStore, enrol, field_store, server_of
from cockpit.app.field.watch import SetUpWatch
from cockpit.app.options import Options
from cockpit.app.paths import Paths, folder_trouble
from cockpit.app.server_choice import chosen_server
from cockpit.app.server_passwords import keep_password, open_with_password
from cockpit.data.replica import SqlReplicaStore, create_replica, open_replica
from cockpit.data.server_link import ServerLink
from cockpit.data.server_url import holds_secret
from cockpit.data.storage import refuse_shared_place
from cockpit.data.url import PostgresqlServer, parse_address
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError, DatabaseError, GiroError, ServerAwayError
from cockpit.domain.ids import new_id
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.sync.lock import SyncLock
from cockpit.sync.transport import PostgresTransport

_IS_PREPARED = "SELECT to_regclass('public.users') IS NOT NULL"
_IS_OLD = "SELECT to_regproc('public.giro_sync_register') IS NULL"
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
    *,
    watch: SetUpWatch | None = None,
    may_ask: bool = True,
) -> SetUp:
    """Make this computer a laptop in the field; nothing is left of what fails on the way.

    Args:
        options: The server's address and the login, unless an invitation was accepted here.
        paths: Where the file goes.
        ask_passphrase: Asks for a new passphrase, where there is no keyring or one is wanted.
        tell: Told what is under way: ``registering``, ``fetching``.
        watch: Told in its place, where somebody may stop it.
        may_ask: Whether somebody can be asked for the server's password.

    Raises:
        BadInputError: It is one already, no server is named, or it was stopped.
        DatabaseError: The server is away or refuses the login, or the file cannot be made.
    """
    refuse_shared_place(paths.field_database)
    watch = watch or SetUpWatch(tell)
    try:
        with SyncLock(paths.field.with_suffix(".setup")) as is_ours:
            if not is_ours:
                raise BadInputError("field_being_set_up")
            choice = _choice(options, paths, new_id())
            clear_the_way(paths, choice)
            return _Making(choice, options, paths, watch, may_ask=may_ask).made(ask_passphrase)
    except ServerAwayError:
        watch.check()
        raise
    except OSError as error:
        raise folder_trouble(paths.home, error) from error


class _Making:
    """One set-up under way."""

    def __init__(
        self,
        choice: FieldChoice,
        options: Options,
        paths: Paths,
        watch: SetUpWatch,
        *,
        may_ask: bool,
    ) -> None:
        self._options, self._paths, self._watch = options, paths, watch
        self._may_ask = may_ask
        self._key = new_key()
        self._choice = choice
        self._server = server_of(self._choice)
        self._keeper = KeyKeeper(paths.field_database)

    def made(self, ask_passphrase: Callable[[], str]) -> SetUp:
        """Make it, or leave nothing of it."""
        refuse_undelivered(self._paths, self._server)
        registered: list[PostgresqlServer] = []
        try:
            is_kept = not self._options.fielding.has_passphrase and self._keeper.keep(self._key)
            passphrase = None if is_kept else ask_passphrase()
            self._watch.tell("registering")
            server, user_id = self._registered(registered)
            if passphrase is not None:
                self._keeper.wrap(self._key, passphrase, server.password)
            elif server.password is not None:
                keep_password(self._server, server.password)
            self._watch.tell("fetching")
            report = self._fetched(user_id, server)
            self._watch.check()
            choose_field(self._paths, self._choice)
        except BaseException:
            self._undo(registered)
            raise
        return SetUp(report, passphrase is not None)

    def _registered(self, registered: list[PostgresqlServer]) -> tuple[PostgresqlServer, UUID]:
        """Register the laptop with the server, and note there which login that was."""

        def register(address: PostgresqlServer) -> tuple[PostgresqlServer, UUID]:
            link = self._watch.attend(ServerLink(address))
            transport = PostgresTransport(link)
            with closing(transport):
                with link.told():
                    user_id = _me(link)
                registered.append(address)
                enrol(transport, UUID(self._choice.device), self._key)
            return address, user_id

        return open_with_password(
            self._server, self._options, register, is_kept=True, may_ask=self._may_ask
        )

    def _fetched(self, user_id: UUID, server: PostgresqlServer) -> SyncReport:
        """Make the file and fill it for the first time.

        Raises:
            DatabaseError: It could not be filled, or there is nobody to fill it with.
        """
        engines = create_replica(
            self._paths.field_database, self._key,
            device_id=UUID(self._choice.device), user_id=user_id, server=str(server),
        )  # fmt: skip
        try:
            field = field_store(
                engines, self._choice, self._paths, SystemClock(),
                password=server.password, watch=self._watch,
            )  # fmt: skip
            report = field.synchroniser.synchronise()
        finally:
            engines.close()
        if report.end is not SyncEnd.DONE:
            self._watch.check()
            raise DatabaseError(f"field_ended_{report.end}")
        if not report.entered and not self._has_somebody_to_take(field):
            raise DatabaseError("field_no_portfolio")
        return report

    def _has_somebody_to_take(self, field: FieldStore) -> bool:
        """Return whether a seller without a portfolio may take others along at least."""
        try:
            return bool(field.packs().offered(UUID(self._choice.device)).places)
        except GiroError:
            return False

    def _undo(self, registered: Sequence[PostgresqlServer]) -> None:
        """Leave nothing: no key, no file, and no laptop on the server's list that may come."""
        unchoose_field(self._paths)
        self._keeper.forget()
        remove_file(self._paths)
        for server in registered:
            transport = PostgresTransport(ServerLink(server))
            with suppress(GiroError), closing(transport):
                transport.note_wiped(UUID(self._choice.device))


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
    engines = open_replica(paths.field_database, key)
    try:
        SqlReplicaStore(engines).note("recovered", at=SystemClock().now())
    finally:
        engines.close()
    return _keep(KeyKeeper(paths.field_database), key, server.password, options, ask_passphrase)


def forget(paths: Paths) -> None:
    """Wipe the key and remove the file: this computer is no laptop in the field any more."""
    KeyKeeper(paths.field_database).forget()
    unchoose_field(paths)
    remove_file(paths)
    paths.field.with_suffix(".setup").unlink(missing_ok=True)


def _choice(options: Options, paths: Paths, device_id: UUID) -> FieldChoice:
    """Return what is set up.

    Raises:
        BadInputError: No server is named, or its password stands in its address.
    """
    accepted = chosen_server(paths)
    lives = options.fielding.lives_days
    if options.database is not None:
        address = parse_address(options.database)
        if not isinstance(address, PostgresqlServer):
            raise BadInputError("field_server_needed")
        if holds_secret(address.url):
            raise BadInputError("password_in_address")
        return FieldChoice(options.database, str(device_id), options.is_insecure, lives)
    if accepted is None:
        raise BadInputError("field_server_needed")
    insecure = options.is_insecure or accepted.is_insecure
    return FieldChoice(accepted.database, str(device_id), insecure, lives)


def _me(link: ServerLink) -> UUID:
    """Return the key of the login's user.

    Raises:
        DatabaseError: Nobody prepared the server, it is too old, or the login is nobody there.
    """
    connection = link.connection()
    if connection.execute(_IS_PREPARED).fetchone() != (True,):
        raise DatabaseError("server_not_prepared")
    if connection.execute(_IS_OLD).fetchone() == (True,):
        raise DatabaseError("field_ended_server_behind")
    found = connection.execute(_ME).fetchone()
    if found is None:
        raise DatabaseError("server_not_invited")
    return UUID(str(found[0]))


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
