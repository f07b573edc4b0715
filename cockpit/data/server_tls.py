"""How a server's certificate is checked: fully, wherever the way there leaves this computer.

libpq's own default takes an unencrypted connection where a server offers no other. The program
asks for the server's name and chain (``verify-full``) unless somebody said in so many words that
this server needs none (``--insecure``).
https://www.postgresql.org/docs/current/libpq-ssl.html
"""

import os
import ssl
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from pathlib import Path

from sqlalchemy.engine import URL

from cockpit.domain.errors import BadInputError

#: What says that the certificate is looked at.
_CHECKED = frozenset({"verify-full", "verify-ca"})
#: Where systems keep whom they trust, where the libraries' own place is another.
_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def verified(
    url: URL, *, is_insecure: bool = False, environment: Mapping[str, str] = os.environ
) -> URL:
    """Return an address whose server proves who it is, where it is not this computer.

    Args:
        url: The server's, as the user wrote it.
        is_insecure: Whether the user takes a server that proves nothing.
        environment: Where libpq finds what the address does not say.

    Raises:
        BadInputError: The address itself asks for less than that.
    """
    if is_local(url, environment=environment):
        return url
    asked = _first(url.query.get("sslmode")) or environment.get("PGSSLMODE", "")
    if is_insecure:
        return url if asked else url.update_query_dict({"sslmode": "prefer"})
    if asked and asked not in _CHECKED:
        raise BadInputError("server_not_verified", mode=asked)
    more = {} if asked else {"sslmode": "verify-full"}
    if "sslrootcert" not in url.query and not _has_own_root(environment):
        more["sslrootcert"] = _bundle()
    return url.update_query_dict(more) if more else url


def is_local(url: URL, *, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the way to a server never leaves this computer."""
    return all(map(_is_this_computer, _hosts(url, environment)))


def _hosts(url: URL, environment: Mapping[str, str]) -> Iterator[str]:
    """Yield all places at which libpq would look for the server."""
    if "service" in url.query or "PGSERVICE" in environment:
        yield "service"  # a file of libpq's says where
    given = [url.host or ""]
    for name, variable in (("host", "PGHOST"), ("hostaddr", "PGHOSTADDR")):
        value = url.query.get(name)
        words = [value] if isinstance(value, str) else list(value or ())
        if not words and not url.host:
            words = [environment.get(variable, "")]
        given.extend(words)
    for one in given:
        yield from one.split(",")


def _is_this_computer(host: str) -> bool:
    """Return whether a host is a socket's folder or a loopback address; nothing is a socket."""
    if not host or host.startswith(("/", "@")):
        return True
    name = host.partition(":")[0] if host.count(":") == 1 else host.strip("[]")
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def _has_own_root(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("PGSSLROOTCERT")) or _own_root().is_file()


def _own_root() -> Path:
    """Return libpq's own place for whom its user trusts."""
    if os.name == "nt":
        return Path(os.environ.get("APPDATA", "")) / "postgresql" / "root.crt"
    return Path("~/.postgresql/root.crt").expanduser()


def _bundle() -> str:
    """Return the file of whom this system trusts; the driver's own libraries may lack the place."""
    paths = (ssl.get_default_verify_paths().cafile, *_BUNDLES)
    return next((path for path in paths if path and Path(path).is_file()), "system")


def _first(value: str | tuple[str, ...] | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return value[-1] if value else ""
