"""Which database is meant: what stands behind ``--database``."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cockpit.domain.errors import BadInputError

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

# Two letters at least, so that the drive of "C:\dados\giro.db" is none.
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]+):")
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
        port = f":{self.url.port}" if self.url.port else ""
        return f"postgresql://{user}{self.url.host or ''}{port}/{self.url.database}"

    def __repr__(self) -> str:
        return f"PostgresqlServer({self})"


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
