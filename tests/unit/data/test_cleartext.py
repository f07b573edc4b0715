"""A server that asks for the password itself gets none."""

import socket
import struct
from threading import Thread

import pytest
from sqlalchemy.exc import OperationalError

from cockpit.data import postgresql
from cockpit.data.url import PostgresqlServer, parse_address

_ASKS_FOR_PASSWORD = b"R" + struct.pack("!ii", 8, 3)


class Thief(Thread):
    """Says it is a PostgreSQL server, and asks for the password in the clear."""

    def __init__(self) -> None:
        super().__init__()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.heard = b""

    def run(self) -> None:
        with self._listening, self._listening.accept()[0] as victim:
            victim.settimeout(10)
            while True:
                (length,) = struct.unpack("!i", victim.recv(4))
                request = victim.recv(length - 4)
                if request[:4] != struct.pack("!i", 196_608):  # for encryption
                    victim.sendall(b"N")
                    continue
                victim.sendall(_ASKS_FOR_PASSWORD)
                self.heard = victim.recv(1024)
                return


@pytest.mark.parametrize(("more", "is_told"), [("", False), ("?require_auth=password", True)])
def test_no_server_learns_a_password(more: str, *, is_told: bool) -> None:
    thief = Thief()
    thief.start()
    address = parse_address(f"postgresql://ana@127.0.0.1:{thief.port}/giro{more}")
    assert isinstance(address, PostgresqlServer)
    engine = postgresql.writing_engine(address.with_password("segredo").url)
    try:
        with pytest.raises(OperationalError):
            engine.connect()
    finally:
        engine.dispose()
        thief.join()
    assert (b"segredo" in thief.heard) == is_told
