"""Which database and which day a run means."""

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.data.url import Address, SqliteFile, parse_address
from cockpit.domain.clock import AsOfClock, Clock, SystemClock


def clock_of(options: Options) -> Clock:
    """Return the clock of a run: the machine's, or one that stands in a chosen day."""
    return SystemClock() if options.as_of is None else AsOfClock(options.as_of)


def address_of(options: Options, paths: Paths) -> Address:
    """Return which database the options mean."""
    if options.is_demo:
        return SqliteFile(paths.demo_database(options.as_of))
    if options.database is None:
        return SqliteFile(paths.database)
    return parse_address(options.database)
