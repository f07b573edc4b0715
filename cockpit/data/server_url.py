"""Reading the URL of a server as its driver will read it; loaded only where a server is meant."""

import re

import psycopg
from psycopg.conninfo import make_conninfo, timeout_from_conninfo
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from cockpit.domain.errors import BadInputError

#: What libpq would take as a secret from an address.
_SECRETS = frozenset({"password", "sslpassword", "oauth_client_secret"})
#: Several addresses of one server, of which the first that writes is taken, as libpq writes them.
_SEVERAL = re.compile(
    r"^([a-z+]+://(?:[^/@]*@)?)([^/?@]*,[^/?@]*)(/[^?]*)(?:\?(.*))?$", re.IGNORECASE
)


def parse_server_url(text: str) -> URL:
    """Return the driver's URL.

    Raises:
        BadInputError: It is broken or names no database.
    """
    try:
        url = make_url(_several(text)).set(drivername="postgresql+psycopg")
        is_complete = bool(url.database) and "plugin" not in url.query
        _check(url)
    except (ArgumentError, ValueError, psycopg.Error):
        raise BadInputError("database_url_broken") from None
    if not is_complete:
        raise BadInputError("database_url_broken")
    return url


def _several(text: str) -> str:
    """Return an address in the driver's form: ``//a:1,b:2/db`` as ``///db?host=a:1&host=b:2``."""
    found = _SEVERAL.match(text)
    if found is None:
        return text
    before, addresses, database, options = found.groups()
    hosts = [f"host={one}" for one in addresses.split(",")]
    return f"{before}{database}?{'&'.join([*hosts, *([options] if options else [])])}"


def holds_secret(url: URL) -> bool:
    """Return whether a password stands in an address, where others could read it."""
    return url.password is not None or not _SECRETS.isdisjoint(url.query)


def _check(url: URL) -> None:
    """Raise what the driver would raise later for a setting that it cannot read."""
    _positional, settings = url.get_dialect()().create_connect_args(url)
    make_conninfo(**settings)
    timeout_from_conninfo(dict(settings))
    (url.host or "").encode("idna")
