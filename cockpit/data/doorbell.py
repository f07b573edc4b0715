"""A doorbell between the programs on one server, so that changes are looked for at once.

An empty ``NOTIFY`` says that something was committed, never what: who hears it asks for the
changes, as they would have done two seconds later. A notification commits under a lock of the
whole server, so commits do not ring themselves. The watching thread does it for its program, on
its own connection, and all programs together ring about once a second: whoever hears a ring knows
that their own wish, if it is older, has been granted as well.
"""

import random
import socket
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from selectors import EVENT_READ, DefaultSelector

import psycopg

CHANNEL = "giro"
#: The company's setting that keeps the programs from calling each other, where it is false.
DOORBELL_KEY = "server.doorbell"
#: Between two rings, whoever makes them.
GAP_SECONDS = 1.0
#: Programs that wish to ring at the same moment do it one after the other within this time.
_SPREAD_SECONDS = 0.25
#: A ring that is heard was made before, on a busy computer quite a while: a wish so much older has
#: been granted by it.
_DELAY_SECONDS = 0.5
#: So much a program waits with its question at most, for all of them hear the same ring.
_STAGGER_SECONDS = 0.03
#: So many rings of one second are answered. Anybody may ring, thousands of times a second if they
#: like, and each ring that everybody answers is a question of each program to the server.
MOST_ANSWERS = 3


@dataclass(slots=True)
class Wish:
    """When a program may ring: at most about once a second for all programs together.

    Attributes:
        wished_at: Since when there is something to ring for; None without.
        rung_at: When the bell was last heard or rung.
        may_ring_at: When the wish may be granted.
    """

    wished_at: float | None = None
    rung_at: float = -GAP_SECONDS
    may_ring_at: float = 0.0

    def wish(self, now: float) -> None:
        """Note that something was committed."""
        if self.wished_at is not None:
            return
        self.wished_at = now
        free_at = self.rung_at + GAP_SECONDS
        late = random.uniform(0, _SPREAD_SECONDS) if now < free_at else 0.0  # noqa: S311
        self.may_ring_at = max(now, free_at + late)

    def heard(self, now: float) -> None:
        """Note a ring, which grants an older wish; a fresh one waits for the next."""
        self.rung_at = now
        since, self.wished_at = self.wished_at, None
        if since is not None and since > now - _DELAY_SECONDS:
            self.wish(now)

    def is_granted(self, now: float) -> bool:
        """Return whether to ring now."""
        return self.wished_at is not None and now >= self.may_ring_at

    def rung(self, now: float) -> None:
        """Note the own ring."""
        self.rung_at = now
        self.wished_at = None


class PostgresqlDoorbell:
    """Implements ``cockpit.services.ports.Doorbell`` on a connection that somebody keeps for it.

    ``wait``, ``attach`` and ``detach`` belong to the watching thread; ``ring`` and ``wake`` may be
    called from any.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Prepare a bell that is on no connection yet; another clock is given by tests only."""
        self._now = now
        self._connection: psycopg.Connection | None = None
        self._ear, self._mouth = socket.socketpair()
        self._ear.setblocking(False)
        self._mouth.setblocking(False)
        self._has_news = self._is_woken = False
        self._wish = Wish()
        self._answers: deque[float] = deque(maxlen=MOST_ANSWERS)

    def attach(self, connection: psycopg.Connection) -> None:
        """Listen on a connection, which commits each statement by itself."""
        connection.execute(f"LISTEN {CHANNEL}")
        self._connection = connection

    def detach(self) -> None:
        """Listen on no connection: it is closed, or about to be."""
        self._connection = None

    def ring(self) -> None:
        """Say that this program committed something."""
        self._has_news = True
        self._nudge()

    def wake(self) -> None:
        """End the wait that is under way, or else the next."""
        self._is_woken = True
        self._nudge()

    def wait(self, seconds: float) -> None:
        """Wait until somebody rings, at most so long; ring for this program meanwhile.

        A connection that is lost is no error here: the question that follows finds it.
        """
        end = self._now() + seconds
        while not self._is_woken and (now := self._now()) < end:
            if self._has_news:
                self._has_news = False
                self._wish.wish(now)
            if self._wish.is_granted(now):
                self._ring(now)
            until = end if self._wish.wished_at is None else min(end, self._wish.may_ring_at)
            if now < (deaf_until := self._deaf_until()):
                self._sleep(max(0.0, min(until, deaf_until) - now), is_deaf=True)
                continue
            # Before sleeping: a ring may have come along with the answer to a question.
            if self._is_rung():
                self._answers.append(now)
                return
            self._sleep(max(0.0, until - now))
        self._is_woken = False

    def close(self) -> None:
        """Release what wakes; the connection is its owner's."""
        self.detach()
        self._ear.close()
        self._mouth.close()

    def _deaf_until(self) -> float:
        """Return when to listen again; the past, unless somebody rings and rings."""
        is_much = len(self._answers) == MOST_ANSWERS
        return self._answers[0] + GAP_SECONDS if is_much else 0.0

    def _nudge(self) -> None:
        with suppress(OSError):  # full: it wakes anyway; closed: nobody waits
            self._mouth.send(b"!")

    def _sleep(self, seconds: float, *, is_deaf: bool = False) -> None:
        """Sleep until something comes, from the server or from this program."""
        with DefaultSelector() as selector:
            selector.register(self._ear, EVENT_READ)
            if self._connection is not None and not is_deaf:
                selector.register(self._connection.fileno(), EVENT_READ)
            selector.select(seconds)
        with suppress(OSError):  # nothing there
            self._ear.recv(4096)

    def _is_rung(self) -> bool:
        """Return whether anybody rang, or the connection broke.

        Who rang looks as well: the ring grants everybody's wish, so that others do not ring again.
        """
        connection = self._connection
        if connection is None:
            return False
        try:
            rings = list(connection.notifies(timeout=0))
        except psycopg.Error:
            self.detach()
            return True
        if not rings:
            return False
        self._wish.heard(self._now())
        with DefaultSelector() as selector:
            selector.register(self._ear, EVENT_READ)
            selector.select(random.uniform(0, _STAGGER_SECONDS))  # noqa: S311 - keeps no secret
        return True

    def _ring(self, now: float) -> None:
        self._wish.rung(now)
        if self._connection is not None:
            try:
                self._connection.execute(f"NOTIFY {CHANNEL}")
            except psycopg.Error:
                self.detach()
