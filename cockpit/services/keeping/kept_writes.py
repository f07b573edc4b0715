"""Tries a use case at the server, keeps it here where that fails, and does it when it can be done.

The rules that make it exactly once: the record's key is made before the first attempt; the use case
stores nothing where the key is stored already; a write is let go of only after the server's commit;
and whatever waits goes before what comes after it.
"""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from threading import RLock
from typing import TypeVar

from cockpit.domain.errors import (
    DatabaseError,
    GiroError,
    StorageFullError,
    TransactionUndoneError,
)
from cockpit.domain.kept_writes import Delivered, KeptKind, KeptWrite, Settled
from cockpit.domain.messages import Message
from cockpit.domain.weather import state_after
from cockpit.services.ports.weather import KeptFile
from cockpit.services.weather import WeatherBoard

_log = logging.getLogger(__name__)
T = TypeVar("T")

#: Stores a kept write; returns what it met.
Deliverer = Callable[[KeptWrite], Settled]


class KeptWrites:
    """What waits on this computer; one thing at a time, from whatever thread."""

    def __init__(self, file: KeptFile, board: WeatherBoard) -> None:
        self._file = file
        self._board = board
        self._lock = RLock()
        self._deliverers: Mapping[KeptKind, Deliverer] = {}
        self._is_empty: bool | None = None

    @property
    def is_lasting(self) -> bool:
        """Return whether what is kept outlives the program."""
        return self._file.is_lasting

    def deliver_with(self, deliverers: Mapping[KeptKind, Deliverer]) -> None:
        """Say how each kind is stored."""
        self._deliverers = deliverers

    def attempt(self, write: KeptWrite, now: Callable[[], T], later: T) -> T:
        """Do a use case now, or keep it.

        Args:
            write: The same use case as it would be kept.
            now: Does it.
            later: The answer where it is kept.

        Raises:
            GiroError: It was refused for a reason that no waiting mends, or this computer cannot
                keep it either.
        """
        with self._lock:
            if self._may_go_now():
                try:
                    return _begun_again(now)
                except DatabaseError as error:
                    if state_after(error) is None:
                        raise
                    self._board.note_error(error)
            self.keep(write)
            return later

    def keep(self, write: KeptWrite) -> None:
        """Keep a write; it is on this computer's disk when this returns."""
        with self._lock:
            self._file.put(write)
            self._is_empty = False
        self._board.note_kept()

    def deliver(self) -> Delivered:
        """Store what waits, in its order, until the server fails again."""
        with self._lock:
            count, met, refused = 0, list[Settled](), 0
            try:
                for write in self._file.waiting():
                    settled = self._settled(write)
                    refused += settled is None
                    count += settled is not None and write.kind is not KeptKind.PREFERENCE
                    if settled is not None:
                        met.append(settled)
            except DatabaseError as error:
                if state_after(error) is None:
                    raise
                self._board.note_error(error)
            left = len(self._file.waiting())
            self._is_empty = left == 0
            taken_over = tuple(one.colleague for one in met if one.colleague)
            stands = tuple(one.stands for one in met if one.stands)
            return Delivered(count, taken_over, refused, left, stands)

    def retry(self) -> Delivered:
        """Try again what was refused, behind nothing and before nothing."""
        with self._lock:
            self._file.retry()
            return self.deliver()

    def drop(self, write: KeptWrite) -> None:
        """Give up a write that the server does not take."""
        with self._lock:
            self._file.drop(write)

    def waiting(self) -> tuple[KeptWrite, ...]:
        """Return what waits, preferences included."""
        return tuple(self._file.waiting())

    def contacts_waiting(self) -> int:
        """Return how much waits that somebody wrote: preferences are left out."""
        return sum(write.kind is not KeptKind.PREFERENCE for write in self._file.waiting())

    def refused(self) -> tuple[KeptWrite, ...]:
        """Return what the server does not take, with its reasons."""
        return tuple(self._file.refused())

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _may_go_now(self) -> bool:
        if self._board.present.is_closed:
            return False
        if self._is_empty is None:
            self._is_empty = not self._file.waiting()
        return self._is_empty or not self.deliver().waiting_count

    def _settled(self, write: KeptWrite) -> Settled | None:
        """Store a write and let go of it; None where it is set aside, with the reason.

        Raises:
            DatabaseError: The server failed; it goes on waiting.
        """
        try:
            settled = self._delivered(write)
        except GiroError as error:
            if state_after(error) is not None or isinstance(error, StorageFullError):
                raise
            self._file.refuse(write.key, error.message)
            return None
        except Exception:  # noqa: BLE001 - see below
            # A fault of the program must neither lose the write nor hold up those behind it.
            _log.exception("a kept %s could not be delivered", write.kind)
            self._file.refuse(write.key, Message.of("error.kept_fault"))
            return None
        self._file.drop(write)
        return settled

    def _delivered(self, write: KeptWrite) -> Settled:
        return _begun_again(partial(self._deliverers[write.kind], write))


def _begun_again(work: Callable[[], T]) -> T:
    """Do a piece of work, and once more where it met another's in a deadlock."""
    try:
        return work()
    except TransactionUndoneError:
        return work()
