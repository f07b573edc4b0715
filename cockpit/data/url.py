"""Which database is meant: what stands behind ``--database``."""

import re
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv6Address
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cockpit.domain.errors import BadInputError

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

# Two letters at least, so that the drive of "C:\dados\giro.db" is none.
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]+):")
#: A name or an IPv4 address, or an IPv6 address in brackets, and a port.
_PLACE = re.compile(r"^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/@?#%,\[\]]+))(?::([0-9]{1,5}))?$")
_HIGHEST_PORT = 65_535
_POSTGRESQL = frozenset({"postgresql", "postgresql+psycopg"})


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """An embedded database.

    Attributes:
        path: The file, absolute; it need not exist.
    """

    path: Path

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True)
class PostgresqlServer:
    """A shared database.

    Attributes:
        url: The driver's URL, possibly with a password; never show it.
    """

    url: "URL"

    def __str__(self) -> str:
        """Return the URL without the password and the options, which may hold another one."""
        user = f"{self.url.username}@" if self.url.username else ""
        return f"postgresql://{user}{self._places()}/{self.url.database}"

    def __repr__(self) -> str:
        return f"PostgresqlServer({self})"

    def _places(self) -> str:
        """Return all hosts and ports that the driver tries; they tell servers apart."""
        query, url = self.url.normalized_query, self.url
        hosts = query.get("host") or (url.host or "",)
        ports = query.get("port") or ((str(url.port),) if url.port else ())
        return ":".join(",".join(part) for part in (hosts, ports) if part)

    @property
    def password(self) -> str | None:
        """Return the password, where somebody gave one; never show it."""
        return None if self.url.password is None else str(self.url.password)

    def with_password(self, password: str) -> "PostgresqlServer":
        """Return the address with a password."""
        return PostgresqlServer(self.url.set(password=password))


Address: TypeAlias = SqliteFile | PostgresqlServer


def parse_address(text: str) -> Address:
    """Read what a user wrote: a path, ``sqlite:///path`` or ``postgresql://…``.

    Raises:
        BadInputError: It is none of them. The text is not repeated, as it may hold a password.
    """
    text = text.strip()
    scheme = _SCHEME.match(text)
    if scheme is None:
        return _sqlite_file(text)
    name = scheme[1].lower()
    if name == "sqlite":
        prefix, _, path = text[scheme.end() :].partition("///")
        if prefix:
            raise BadInputError("database_url_unknown")
        return _sqlite_file(path)
    if name in _POSTGRESQL:
        return _postgresql_server(text)
    raise BadInputError("database_url_unknown")


def parse_place(text: str) -> tuple[str, int | None]:
    """Read where a server is: ``host``, ``host:port``, ``[IPv6]:port`` or an IPv6 address alone.

    Raises:
        BadInputError: It is none of them.
    """
    text = text.strip()
    with suppress(ValueError):
        return str(IPv6Address(text)), None
    found = _PLACE.match(text)
    port = int(found[3]) if found and found[3] else None
    if found is None or (port is not None and not 0 < port <= _HIGHEST_PORT):
        raise BadInputError("standby_address", address=text)
    with suppress(ValueError):
        return str(IPv6Address(found[1])) if found[1] else found[2], port
    raise BadInputError("standby_address", address=text)


def _sqlite_file(text: str) -> SqliteFile:
    if not text or "\0" in text or text.startswith(":"):
        raise BadInputError("database_url_unknown")
    try:
        path = Path(text).expanduser().absolute()
        path.resolve()
    except (RuntimeError, OSError):  # an unknown "~user", or links that lead in a circle
        raise BadInputError("database_url_unknown") from None
    return SqliteFile(path)


def _postgresql_server(text: str) -> PostgresqlServer:
    from cockpit.data.server_url import (  # noqa: PLC0415 - loads the server's driver
        parse_server_url,
    )

    return PostgresqlServer(parse_server_url(text))
