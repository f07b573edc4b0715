"""What all bad days have in common: server and cable fail, and programs are killed."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from random import Random
from time import monotonic, sleep
from typing import Any

from tests.support.cutting_proxy import CuttingProxy
from tests.support.mortal_server import LASTING, crash, resume
from tests.support.postgres import PostgresServer, start_server

_CONTEXT = multiprocessing.get_context("forkserver")
_MOST_PAUSE_SECONDS, _LEAST_PAUSE_SECONDS = 0.7, 0.05


class Weather:
    """Lets the server and the cable fail.

    Attributes:
        server_kills: How often the server was killed.
    """

    def __init__(self, server: PostgresServer, proxy: CuttingProxy, random: Random) -> None:
        self._server, self._proxy, self._random = server, proxy, random
        self.server_kills = 0

    def part(self) -> None:
        """Let nobody reach the server for a moment."""
        self._proxy.part()
        sleep(self._random.uniform(0.1, 1.0))
        self._proxy.heal()

    def stall(self) -> None:
        """Let the cable fall silent for a moment."""
        self._proxy.stall()
        sleep(self._random.uniform(0.2, 1.5))
        self._proxy.heal()

    def kill_server(self) -> None:
        """Kill the server, and start it again."""
        crash(self._server)
        self.server_kills += 1
        sleep(self._random.uniform(0.0, 0.5))
        resume(self._server)


class Programs:
    """A process for each of some orders.

    Attributes:
        kills: How many were killed.
    """

    def __init__(
        self, work: Callable[[Any], object], orders: Sequence[Any], random: Random, preload: str
    ) -> None:
        """Start nothing yet.

        Args:
            work: What a program does with its order.
            orders: One for each.
            random: Decides who is killed.
            preload: The module that a program would read: each is a fork of one that has read it,
                and is at work in milliseconds.
        """
        _CONTEXT.set_forkserver_preload([preload])
        self._work, self._orders, self._random = work, orders, random
        self._programs: list[Any] = [None] * len(orders)
        self.kills = 0

    def start(self) -> None:
        """Start everybody's."""
        for number in range(len(self._orders)):
            self._start(number)

    def kill_one(self) -> None:
        """Kill one, and start it anew."""
        number = self._random.randrange(len(self._programs))
        self._programs[number].kill()
        self._programs[number].join()
        self.kills += 1
        self._start(number)

    def wait(self, seconds: float) -> Iterator[tuple[int, str]]:
        """Wait until all have ended; yield who did not end well, and how."""
        late = monotonic() + seconds
        for number, program in enumerate(self._programs):
            program.join(max(0.1, late - monotonic()))
            if program.exitcode != 0:
                how = "hangs" if program.is_alive() else f"ended with {program.exitcode}"
                program.kill()
                program.join()
                yield number, how

    def close(self) -> None:
        """End those that still run."""
        for program in self._programs:
            if program is not None and program.is_alive():
                program.kill()
                program.join()

    def _start(self, number: int) -> None:
        self._programs[number] = _CONTEXT.Process(target=self._work, args=(self._orders[number],))
        self._programs[number].start()


def pause(random: Random, written: Callable[[], int] | None = None, count: int = 0) -> None:
    """Let a moment pass between two blows.

    Args:
        random: Decides how long.
        written: How many bytes the programs wrote so far; none waits for nothing.
        count: So many more are waited for, however slow the machine is, but not for ever.
    """
    if written is None:
        sleep(random.uniform(0, _LEAST_PAUSE_SECONDS))
        return
    before, began = written(), monotonic()
    sleep(random.uniform(0, 2 * _LEAST_PAUSE_SECONDS))
    while written() < before + count and monotonic() - began <= _MOST_PAUSE_SECONDS:
        sleep(_LEAST_PAUSE_SECONDS / 5)


@contextmanager
def mortal_server() -> Iterator[PostgresServer]:
    """Start a server that may be killed; each day has a database of its own on it."""
    server = start_server(LASTING)
    try:
        yield server
    finally:
        server.stop()
