"""Which database and which day a run means."""

from dataclasses import replace

from cockpit.app.field.choice import field_choice
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_choice import chosen_server
from cockpit.data.url import Address, PostgresqlServer, SqliteFile, parse_address
from cockpit.domain.clock import AsOfClock, Clock, SystemClock
from cockpit.domain.errors import BadInputError


def clock_of(options: Options) -> Clock:
    """Return the clock of a run: the machine's, or one that stands in a chosen day."""
    return SystemClock() if options.as_of is None else AsOfClock(options.as_of)


def address_of(options: Options, paths: Paths) -> Address:
    """Return which database the options mean.

    Raises:
        BadInputError: The address is none, holds a password, or asks for a server that proves
            nothing.
    """
    if options.is_demo:
        return SqliteFile(paths.demo_database(options.as_of))
    if options.is_field:
        return SqliteFile(paths.field_database)
    if options.database is None:
        return SqliteFile(paths.database)
    address = parse_address(options.database)
    if isinstance(address, PostgresqlServer):
        return _server(address, options)
    return address


def with_chosen_server(options: Options, paths: Paths) -> Options:
    """Return the options with what was chosen for this computer, unless they choose themselves.

    A laptop's own file comes before a server whose invitation was accepted here.
    """
    if options.is_demo or options.database is not None:
        return options
    if field_choice(paths) is not None:
        return replace(options, is_field=True)
    chosen = chosen_server(paths)
    if chosen is None:
        return options
    insecure = options.is_insecure or chosen.is_insecure
    return replace(options, database=chosen.database, is_insecure=insecure)


def _server(address: PostgresqlServer, options: Options) -> PostgresqlServer:
    from cockpit.data.server_tls import verified  # noqa: PLC0415 - where a server is meant alone
    from cockpit.data.server_url import holds_secret  # noqa: PLC0415 - see above

    if holds_secret(address.url):
        raise BadInputError("password_in_address")
    return PostgresqlServer(verified(address.url, is_insecure=options.is_insecure))
