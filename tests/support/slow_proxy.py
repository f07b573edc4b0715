"""A long way to a server: every byte arrives late, and a lost packet holds up those behind it."""

import socket
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from threading import Condition, Thread
from time import monotonic, sleep

_CHUNK = 65_536
#: What TCP sends at once, and how long it waits before it takes a packet for lost.
_PACKET, _AGAIN_SECONDS = 1_448, 0.2


@dataclass(frozen=True, slots=True)
class Way:
    """How bad it is.

    Attributes:
        latency: Seconds to the server and back.
        loss: Share of the packets that are lost; each is sent again after a while.
        bytes_per_second: What passes in each direction.
    """

    latency: float = 0.0
    loss: float = 0.0
    bytes_per_second: float = 1_000_000.0


#: A telephone's, far from the next mast: 200 ms there and back, each hundredth packet lost.
BAD_WAY = Way(latency=0.2, loss=0.01)


@dataclass
class _Direction:
    """What is on its way, in order: when it arrives, and what it is; None ends it."""

    waiting: "deque[tuple[float, bytes | None]]" = field(default_factory=deque)
    changed: Condition = field(default_factory=Condition)
    last: float = 0.0


class SlowProxy:
    """Listens on a port of this computer and passes everything on to a server's socket, late."""

    def __init__(self, folder: str, port: int, way: Way, *, seed: int = 1) -> None:
        """Begin to listen.

        Args:
            folder: Where the server's own socket is.
            port: Its port, by which the socket is named.
            way: How bad the way is.
            seed: Of what is lost.
        """
        self._target = f"{folder}/.s.PGSQL.{port}"
        self._way, self._random = way, Random(seed)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.lost = 0
        Thread(target=self._accept, name="slow-proxy", daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            # The answer to a connection's first packet comes back as late as any other.
            sleep(self._way.latency)
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._target)
            for source, target in ((client, server), (server, client)):
                direction = _Direction()
                Thread(target=self._read, args=(source, direction), daemon=True).start()
                Thread(target=_write, args=(target, direction), daemon=True).start()

    def _read(self, source: socket.socket, direction: _Direction) -> None:
        data: bytes | None = b""
        while data is not None:
            try:
                data = source.recv(_CHUNK) or None
            except OSError:
                data = None
            with direction.changed:
                direction.waiting.append((self._arrival(direction, data), data))
                direction.changed.notify()

    def _arrival(self, direction: _Direction, data: bytes | None) -> float:
        """Return when data arrives: never before what was sent before it."""
        packets = 1 + len(data or b"") // _PACKET
        lost = sum(self._random.random() < self._way.loss for _ in range(packets))
        self.lost += lost
        passing = len(data or b"") / self._way.bytes_per_second
        begins = max(monotonic() + self._way.latency / 2, direction.last)
        direction.last = begins + passing + lost * (_AGAIN_SECONDS + self._way.latency)
        return direction.last


def _write(target: socket.socket, direction: _Direction) -> None:
    data: bytes | None = b""
    while data is not None:
        with direction.changed:
            while not direction.waiting:
                direction.changed.wait()
            at, data = direction.waiting.popleft()
        sleep(max(0.0, at - monotonic()))
        with suppress(OSError):
            if data is None:
                target.shutdown(socket.SHUT_RDWR)
            else:
                target.sendall(data)
    target.close()
