"""A server proves who it is by a certificate; one that does not is not spoken to."""

import os
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from cockpit.data.engine import connect_to
from cockpit.data.server_tls import verified
from cockpit.data.url import PostgresqlServer, parse_address
from cockpit.domain.errors import DatabaseError
from tests.support.postgres import PostgresServer
from tests.support.tls_front import TlsFront, tls_front

NAME = "banco.firma.example"
pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="stands before a socket")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
def front(postgres_server: PostgresServer, authority: trustme.CA) -> Iterator[TlsFront]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(NAME).configure_cert(context)
    with tls_front(socket_of(postgres_server), context) as front:
        yield front


def socket_of(server: PostgresServer) -> str:
    return os.path.join(server.host, f".s.PGSQL.{server.port}")  # noqa: PTH118 - of a socket


def encrypted(
    front: TlsFront, *, name: str = NAME, root: Path | None = None, is_insecure: bool = False
) -> bool:
    """Open the server behind a front as the program does; return whether TLS is in use."""
    text = f"postgresql://postgres@{name}:{front.port}/postgres?hostaddr=127.0.0.1"
    if root is not None:
        text += f"&sslrootcert={root}"
    written = parse_address(text)
    assert isinstance(written, PostgresqlServer)
    url = verified(written.url, is_insecure=is_insecure, environment={})
    engines = connect_to(PostgresqlServer(url))
    try:
        with engines.reading() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            return bool(driver.pgconn.ssl_in_use)
    finally:
        engines.close()


def refusal(front: TlsFront, **how: object) -> str:
    with pytest.raises(DatabaseError) as refused:
        encrypted(front, **how)  # type: ignore[arg-type]
    return refused.value.message.key


def test_a_server_of_a_known_authority_and_of_its_name_is_opened(
    front: TlsFront, trusted: Path
) -> None:
    assert encrypted(front, root=trusted)


def test_an_authority_whose_file_is_not_here_is_said_so(front: TlsFront, tmp_path: Path) -> None:
    assert refusal(front, root=tmp_path / "ca.pem") == "error.server_no_authority"


def test_an_unknown_authority_is_refused(front: TlsFront) -> None:
    assert refusal(front) == "error.server_certificate"


def test_a_certificate_of_another_name_is_refused(front: TlsFront, trusted: Path) -> None:
    assert refusal(front, root=trusted, name="outro.firma.example") == "error.server_certificate"


def test_a_server_without_encryption_is_told_nothing(
    postgres_server: PostgresServer, trusted: Path
) -> None:
    with tls_front(socket_of(postgres_server), None) as front:
        assert refusal(front, root=trusted) == "error.server_certificate"
    assert front.plain == b""


def test_whoever_says_so_takes_an_unproven_server(front: TlsFront) -> None:
    assert encrypted(front, is_insecure=True)
