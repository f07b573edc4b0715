"""Opens the database of a run; importing this takes as long as a window's making."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cockpit import __version__
from cockpit.app.addresses import address_of, clock_of
from cockpit.app.demo_person import demo_person
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.profile_choice import SignedIn, choose_profile
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.repositories.metrics import ENGINE
from cockpit.data.revisions import own_revisions
from cockpit.data.startup import open_database, open_team_database
from cockpit.data.url import Address, SqliteFile
from cockpit.data.watcher import watch
from cockpit.services.ports import ChangeWatcher, CurrentUser

if TYPE_CHECKING:
    from cockpit.app.field.synchronising import FieldStore
    from cockpit.app.keeping import Keeping


@dataclass(frozen=True, slots=True)
class Store:
    """An open database, as one user sees it.

    Attributes:
        engines: The database.
        database: The door to it.
        user: Whose it is.
        keeping: How a server stands, and what waits for it; None for a file.
        signed_in: The profile that was chosen; None where a file has none, and on a server.
        field: Its synchronisation, where it is a laptop's file.
    """

    engines: Engines
    database: SqlDatabase
    user: CurrentUser
    keeping: "Keeping | None" = None
    signed_in: SignedIn | None = None
    field: "FieldStore | None" = None

    @property
    def is_sqlite(self) -> bool:
        """Return whether it is an embedded file."""
        return self.engines.is_sqlite

    @property
    def is_shared(self) -> bool:
        """Return whether somebody signed in: on a server, or with a profile of a file."""
        return not self.is_sqlite or self.signed_in is not None

    @property
    def list_mark(self) -> str:
        """Return what a list that is kept on this machine depends on; empty where none may be.

        It lies beside an open file, where it tells nothing more than the file does; what is
        encrypted or on a server leaves nothing on this machine, nor what several share by profiles.
        The device is another in each database.
        """
        if self.engines.key is not None or self.is_shared:
            return ""
        user = self.user
        mark = (__version__, own_revisions().head, ENGINE, user.user_id.hex, user.device_id.hex)
        return " ".join(mark)

    def watcher(self) -> ChangeWatcher:
        """Return who finds what others commit from now on."""
        return watch(self.engines, self.database.is_own)

    def close(self) -> None:
        """Give back all connections."""
        self.engines.close()
        if self.keeping is not None:
            self.keeping.close()


def open_store(options: Options, paths: Paths, *, may_ask: bool = True) -> Store:
    """Open the database that the options mean.

    Args:
        options: Which database, and who is at the program.
        paths: The program's folders.
        may_ask: Whether somebody can be asked who they are, or for a password.

    Raises:
        BadInputError: The database cannot be what the options say.
        DatabaseError: It cannot be opened.
        ForbiddenError: A profile's passphrase was not the right one.
        OtherUserError: Somebody would have to be asked who they are.
    """
    if options.is_field:
        return _field_store(options, paths, may_ask=may_ask)
    address = address_of(options, paths)
    if options.is_demo and isinstance(address, SqliteFile) and not address.path.exists():
        # Made once a day at most: the other starts need not read this code.
        from cockpit.app.demo_database import create_demo  # noqa: PLC0415 - see above

        create_demo(address, clock_of(options).today(), is_renewed=False)
    engines = _opened(address, options, may_ask=may_ask)
    try:
        signed_in = _signed_in(engines, options, may_ask=may_ask)
        login = None if signed_in is None else signed_in.login
        if options.is_demo:
            login = demo_person(engines, options.profile)
        user = ensure_identity(engines, login=login)
    except BaseException:
        engines.close()
        raise
    if engines.is_sqlite:
        return Store(engines, SqlDatabase(engines, user.user_id), user, signed_in=signed_in)
    return _server_store(engines, user, options, paths)


def _field_store(options: Options, paths: Paths, *, may_ask: bool) -> Store:
    """Return the open store of a laptop's file."""
    from cockpit.app.field.opening import open_field  # noqa: PLC0415 - few computers are one

    opened = open_field(options, paths, may_ask=may_ask)
    try:
        user = ensure_identity(opened.engines)
    except BaseException:
        opened.engines.close()
        raise
    database = SqlDatabase(opened.engines, user.user_id)
    return Store(opened.engines, database, user, field=opened.field)


def _server_store(engines: Engines, user: CurrentUser, options: Options, paths: Paths) -> Store:
    """Return an open server's store, which knows how the server stands and keeps what waits."""
    from cockpit.app.keeping import Keeping  # noqa: PLC0415 - a file needs none
    from cockpit.services.weather import WeatherBoard  # noqa: PLC0415 - see above

    board = WeatherBoard(clock_of(options))
    engines = replace(engines, gate=board)
    keeping = Keeping.of(engines, board, paths.kept_writes, user)
    return Store(engines, SqlDatabase(engines, user.user_id), user, keeping)


def _signed_in(engines: Engines, options: Options, *, may_ask: bool) -> SignedIn | None:
    """Return whose profile of a file is opened; a server knows who logs in."""
    if options.is_demo or not engines.is_sqlite:
        return None
    return choose_profile(engines, options, may_ask=may_ask)


def _opened(address: Address, options: Options, *, may_ask: bool) -> Engines:
    """Open a file, or a server that was prepared for a team."""
    if isinstance(address, SqliteFile):
        return open_database(address)
    # A file asks nobody for a password.
    from cockpit.app.server_passwords import open_with_password  # noqa: PLC0415 - see above

    return open_with_password(address, options, open_team_database, is_kept=True, may_ask=may_ask)
