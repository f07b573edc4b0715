"""Reading the URL of a server as its driver will read it; loaded only where a server is meant."""

import psycopg
from psycopg.conninfo import make_conninfo, timeout_from_conninfo
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from cockpit.domain.errors import BadInputError


def parse_server_url(text: str) -> URL:
    """Return the driver's URL.

    Raises:
        BadInputError: It is broken or names no database.
    """
    try:
        url = make_url(text).set(drivername="postgresql+psycopg")
        is_complete = bool(url.database) and "plugin" not in url.query
        _check(url)
    except (ArgumentError, ValueError, psycopg.Error):
        raise BadInputError("database_url_broken") from None
    if not is_complete:
        raise BadInputError("database_url_broken")
    return url


def _check(url: URL) -> None:
    """Raise what the driver would raise later for a setting that it cannot read."""
    _positional, settings = url.get_dialect()().create_connect_args(url)
    make_conninfo(**settings)
    timeout_from_conninfo(dict(settings))
    (url.host or "").encode("idna")
