"""Lets a window take its user's portfolio along; see ``cockpit.runtime.taking_along``."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from cockpit.app.joining import restart
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import Paths
from cockpit.domain.errors import BadInputError
from cockpit.domain.profiles import SHORTEST_PASSPHRASE
from cockpit.runtime.taking_along import Taken, TakingAlong, Wanted

if TYPE_CHECKING:
    from cockpit.app.field.watch import SetUpWatch
    from cockpit.data.engine import Engines

_DATABASE = "giro"


def taking_of(options: Options, engines: "Engines | None" = None) -> TakingAlong | None:
    """Return how a portfolio is taken along; None on a laptop, a past day and the demo company.

    Args:
        options: What opened the window.
        engines: The open server; None where the window works on a file.
    """
    if options.is_field or options.is_demo or options.as_of is not None:
        return None
    if engines is None and options.database is not None:
        return None  # a file that was chosen by name
    return PortfolioTaking(options, Paths.of_user(), engines)


class PortfolioTaking:
    """Implements ``cockpit.runtime.taking_along.TakingAlong``."""

    def __init__(self, options: Options, paths: Paths, engines: "Engines | None") -> None:
        """Take what opened the window, the user's folders, and the open server, if there is one."""
        # Its code is short; what it imports is the server's.
        from cockpit.app.invitations import LEAST_LENGTH  # noqa: PLC0415 - see above

        self._options, self._paths, self._engines = options, paths, engines
        self.server = "" if engines is None else str(engines.address)
        self.least_password, self.least_passphrase = LEAST_LENGTH, SHORTEST_PASSPHRASE
        self._lock = Lock()
        self._watch: SetUpWatch | None = None
        self._accepted = ""

    def has_keyring(self) -> bool:
        """Return whether the system keeps keys and passwords."""
        from cockpit.app.field.key_keeper import KeyKeeper  # noqa: PLC0415 - seldom wanted

        return KeyKeeper(self._paths.field_database).can_keep()

    def take(
        self,
        wanted: Wanted,
        tell: Callable[[str], object],
        count: Callable[[str, int], object],
    ) -> Taken:
        """Do it; see the port."""
        from cockpit.app.field.setup import set_up  # noqa: PLC0415 - the server's driver
        from cockpit.app.field.watch import SetUpWatch  # noqa: PLC0415 - see above
        from cockpit.app.first_judging import judge_everybody  # noqa: PLC0415 - see above

        watch = SetUpWatch(tell, count)
        with self._lock:
            self._watch = watch
        options = self._named(wanted, watch)
        done = set_up(
            options, self._paths, lambda: _chosen(wanted.passphrase), tell,
            watch=watch, may_ask=False,
        )  # fmt: skip
        tell("judging")
        opened = replace(options, database=None, is_field=True, password=wanted.passphrase or None)
        judge_everybody(opened, self._paths)
        return Taken(done.report.entered, done.report.received)

    def stop(self) -> None:
        """Stop what is under way."""
        with self._lock:
            watch = self._watch
        if watch is not None:
            watch.stop()

    def restart(self) -> None:
        """Open the program again, on what came along."""
        restart()

    def _named(self, wanted: Wanted, watch: "SetUpWatch") -> Options:
        """Return the options that name the server, its login and its password."""
        from cockpit.data.url import PostgresqlServer  # noqa: PLC0415 - see above

        asked = replace(
            self._options,
            command="field",
            password=wanted.password or None,
            fielding=FieldOptions("setup", has_passphrase=bool(wanted.passphrase)),
        )
        if wanted.invitation:
            watch.tell("accepting")
            self._accept(wanted)
            return replace(asked, database=None)
        if self._engines is None:
            return replace(asked, database=address_of(wanted.server, wanted.login))
        address = self._engines.address
        known = address.password if isinstance(address, PostgresqlServer) else None
        return replace(asked, password=known)

    def _accept(self, wanted: Wanted) -> None:
        """Accept an invitation, once: whatever fails afterwards, it is used up."""
        from cockpit.app.accepting import accept_invitation  # noqa: PLC0415 - see above
        from cockpit.app.invitations import Invitation  # noqa: PLC0415 - see above

        line = "".join(wanted.invitation.split())
        if line != self._accepted:
            invitation = Invitation.from_line(line)
            accept_invitation(invitation, self._paths, own_password=wanted.password or None)
            self._accepted = line


def address_of(server: str, login: str) -> str:
    """Return a server's whole address.

    Args:
        server: ``host``, ``host:port``, with ``/database`` or without, or a whole address.
        login: Stands in it instead of the one that it has.

    Raises:
        BadInputError: It is none, or holds a password.
    """
    from cockpit.data.url import PostgresqlServer, parse_address  # noqa: PLC0415 - see above

    server = server.strip()
    scheme, mark, place = server.rpartition("://")
    if any(one.isspace() for one in place):
        raise BadInputError("field_server_needed")
    if place and "/" not in place:
        place = f"{place}/{_DATABASE}"
    address = parse_address(f"{scheme if mark else 'postgresql'}://{place}")
    if not isinstance(address, PostgresqlServer):
        raise BadInputError("field_server_needed")
    if not address.url.host and "host" not in address.url.query:
        raise BadInputError("field_server_needed")
    if address.password is not None:
        raise BadInputError("password_in_address")
    url = address.url.set(drivername="postgresql")
    return (url.set(username=login.strip()) if login.strip() else url).render_as_string()


def _chosen(passphrase: str) -> str:
    if not passphrase:
        raise BadInputError("field_needs_passphrase")
    return passphrase
