"""TLS before a server that has none itself: the wheel's is built without it."""

import socket
import ssl
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

#: https://www.postgresql.org/docs/current/protocol-message-formats.html, SSLRequest.
_SSL_REQUEST = struct.pack("!ii", 8, 80_877_103)
_BLOCK = 65_536


class TlsFront:
    """Takes a client's request for TLS, and hands on what comes through it.

    Attributes:
        port: Where it listens on 127.0.0.1.
        plain: What came without encryption, besides the request for it.
    """

    def __init__(self, server: str, context: ssl.SSLContext | None) -> None:
        """Listen.

        Args:
            server: The path of the real server's socket.
            context: The certificate that is shown; None answers that there is no TLS.
        """
        self.plain = b""
        self._server, self._context = server, context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._threads = [Thread(target=self._listen)]
        self._threads[0].start()

    def close(self) -> None:
        """End what runs."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _address = self._listener.accept()
                thread = Thread(target=self._serve, args=(client,))
                self._threads.append(thread)
                thread.start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            first = client.recv(8, socket.MSG_WAITALL)
            if first != _SSL_REQUEST or self._context is None:
                if first == _SSL_REQUEST:
                    client.sendall(b"N")
                    first = b""
                self.plain += first + client.recv(_BLOCK)
                return
            client.sendall(b"S")
            with (
                self._context.wrap_socket(client, server_side=True) as inside,
                socket.socket(socket.AF_UNIX) as server,
            ):
                server.connect(self._server)
                back = Thread(target=_copy, args=(server, inside))
                back.start()
                _copy(inside, server)
                back.join(10)


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError, ValueError):
        while block := source.recv(_BLOCK):
            target.sendall(block)
    with suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)


@contextmanager
def tls_front(server: str, context: ssl.SSLContext | None) -> Iterator[TlsFront]:
    """Listen while the block runs."""
    front = TlsFront(server, context)
    try:
        yield front
    finally:
        front.close()
