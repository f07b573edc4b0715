"""A cable to a server that can be cut, clogged and swallowed at the worst time."""

import socket
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from threading import Event, Lock, Thread
from time import sleep

_CHUNK = 65_536
#: As it goes over the wire: `READ COMMITTED` is none.
_COMMIT = b"COMMIT\0"


class Fault(Enum):
    """What befalls a commit on its way."""

    NONE = "none"
    #: It never reaches the server.
    LOST = "lost"
    #: The server commits, and nobody is told.
    UNANSWERED = "unanswered"


def no_fault() -> Fault:
    """Let every commit pass."""
    return Fault.NONE


class CuttingProxy:
    """Listens on a port of this computer and passes everything on to a server's socket."""

    def __init__(self, folder: str, port: int) -> None:
        """Begin to listen.

        Args:
            folder: Where the server's own socket is.
            port: Its port, by which the socket is named.
        """
        self._target = f"{folder}/.s.PGSQL.{port}"
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.fault_of: Callable[[], Fault] = no_fault
        #: What on its way up may meet with a fault.
        self.critical = _COMMIT
        self.partitions = 0
        self.cuts = 0
        self._links: set[_Link] = set()
        self._frozen: list[_Link] = []
        self._lock = Lock()
        self._flowing = Event()
        self._flowing.set()
        self._is_parted = False
        self._is_closed = False
        Thread(target=self._accept, name="proxy", daemon=True).start()

    def cut(self) -> int:
        """Cut every connection, and return how many there were."""
        with self._lock:
            links, self._links = self._links, set()
        for link in links:
            link.close()
        self.cuts += len(links)
        return len(links)

    def part(self) -> None:
        """Cut every connection and let no new one in."""
        self._is_parted = True
        self.partitions += 1
        self.cut()

    def stall(self) -> None:
        """Keep every connection and pass nothing on: half-open, as far as anybody can tell."""
        self._flowing.clear()

    def freeze(self) -> int:
        """Pass nothing on any more over the connections that there are, ever; new ones work.

        So it is when a router on the way forgets them: nobody is told that they are dead.
        """
        with self._lock:
            links, self._links = self._links, set()
        for link in links:
            link.is_frozen = True
        self._frozen.extend(links)
        self.cuts += len(links)
        return len(links)

    def heal(self) -> None:
        """Let everything pass again."""
        self._is_parted = False
        self._flowing.set()

    def close(self) -> None:
        """Listen no more, and cut what is left."""
        self._is_closed = True
        _shut(self._listener)
        self.heal()
        self.cut()
        for link in self._frozen:
            link.close()

    def _accept(self) -> None:
        while not self._is_closed:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self._is_parted:
                _shut(client)
                continue
            server = socket.socket(socket.AF_UNIX)
            try:
                server.connect(self._target)
            except OSError:
                _shut(server)
                _shut(client)
                continue
            link = _Link(self, client, server)
            with self._lock:
                self._links.add(link)
            link.start()

    def wait_for_flow(self) -> None:
        """Return once something may pass."""
        self._flowing.wait()

    def leave(self, link: "_Link", *, is_fault: bool = False) -> None:
        """Take note that a connection is over."""
        with self._lock:
            if link in self._links:
                self._links.discard(link)
                self.cuts += is_fault


class _Link:
    """One connection: a thread for each direction."""

    def __init__(self, proxy: CuttingProxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy, self._client, self._server = proxy, client, server
        self._is_swallowing = False
        self.is_frozen = False

    def start(self) -> None:
        for work in (self._up, self._down):
            Thread(target=work, name="proxy-link", daemon=True).start()

    def close(self) -> None:
        _shut(self._client)
        _shut(self._server)

    def _up(self) -> None:
        with suppress(OSError):
            while data := self._client.recv(_CHUNK):
                self._proxy.wait_for_flow()
                if self.is_frozen:
                    return
                fault = self._proxy.fault_of() if self._proxy.critical in data else Fault.NONE
                if fault is Fault.LOST:
                    self._proxy.leave(self, is_fault=True)
                    break
                self._is_swallowing = self._is_swallowing or fault is Fault.UNANSWERED
                self._server.sendall(data)
        self._end()

    def _down(self) -> None:
        with suppress(OSError):
            while data := self._server.recv(_CHUNK):
                self._proxy.wait_for_flow()
                if self.is_frozen:
                    return
                if self._is_swallowing:
                    self._proxy.leave(self, is_fault=True)
                    break
                self._client.sendall(data)
        self._end()

    def _end(self) -> None:
        self._proxy.leave(self)
        self.close()


def _shut(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


def wait_until(holds: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Return whether something comes true within a time."""
    for _ in range(round(seconds / 0.02)):
        if holds():
            return True
        sleep(0.02)
    return False
