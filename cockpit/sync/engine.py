"""Carrying a synchronisation out, on a laptop's file and a way to the server; one at a time."""

import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import singledispatchmethod
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.services.ports.sync import ReplicaStore, SyncTransport
from cockpit.sync import steps
from cockpit.sync.lock import SyncLock
from cockpit.sync.round import Round

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SyncEngine:
    """Synchronises one laptop's file; any thread may ask, one program at a time does it.

    Attributes:
        store: The file.
        transport: Opens the way to the server; nothing is connected before it is used.
        lock: The file that tells other programs that one is at it.
        clock: This computer's.
        program: This program's version.
        enrol: Makes the file known to the server as another device, with a copy of its key.
        forget_key: Wipes the file's key from this computer.
    """

    store: ReplicaStore
    transport: Callable[[], SyncTransport]
    lock: Path
    clock: Clock
    program: str
    enrol: Callable[[SyncTransport, UUID], None]
    forget_key: Callable[[], None]

    def synchronise(self) -> SyncReport:
        """Do one whole synchronisation.

        Raises:
            GiroError: The file itself is in trouble: the disk is full, or it is damaged.
        """
        began = monotonic()
        with SyncLock(self.lock) as is_ours:
            if not is_ours:
                return SyncReport(SyncEnd.BUSY)
            with closing(self.transport()) as transport:
                report = _Run(self, transport).report()
        return replace(report, seconds=monotonic() - began)


class _Run:
    """One synchronisation at work."""

    def __init__(self, engine: SyncEngine, transport: SyncTransport) -> None:
        self._engine, self._server, self._file = engine, transport, engine.store

    def report(self) -> SyncReport:
        """Carry out step after step, and return what was done."""
        order = Round(self._engine.program)
        running = order.run()
        step = next(running)
        while True:
            try:
                try:
                    answer = self._do(step)
                except Exception as error:  # noqa: BLE001 - the order decides what it means
                    step = running.throw(error)
                else:
                    step = running.send(answer)
            except StopIteration:
                return order.report

    @singledispatchmethod
    def _do(self, step: object) -> Any:
        raise TypeError(step)

    @_do.register
    def _look(self, _: steps.Look) -> Any:
        return self._file.standing()

    @_do.register
    def _greet(self, step: steps.Greet) -> Any:
        return self._server.greet(step.said)

    @_do.register
    def _note_greeting(self, step: steps.NoteGreeting) -> None:
        self._file.note_greeting(step.greeting, at=self._engine.clock.now())

    @_do.register
    def _gather(self, step: steps.Gather) -> Any:
        return self._file.to_send(step.limit)

    @_do.register
    def _push(self, step: steps.Push) -> Any:
        return self._server.push(step.device_id, step.entries)

    @_do.register
    def _settle(self, step: steps.Settle) -> int:
        return self._file.settle(step.outcomes, at=self._engine.clock.now())

    @_do.register
    def _become(self, step: steps.Become) -> None:
        self._engine.enrol(self._server, step.device_id)
        self._file.become(step.device_id)

    @_do.register
    def _count(self, _: steps.Count) -> Any:
        return self._file.carried_now()

    @_do.register
    def _pull(self, step: steps.Pull) -> Any:
        return self._server.pull(step.said, known=step.known, is_whole=step.is_whole)

    @_do.register
    def _store(self, step: steps.Store) -> Any:
        return self._file.apply(step.pulled, at=self._engine.clock.now())

    @_do.register
    def _send_contents(self, _: steps.SendContents) -> list[str]:
        refused: dict[UUID, str] = {}
        for key, attachment_id, part in self._file.unsent_contents():
            if attachment_id in refused:
                continue
            why = self._server.send_content(attachment_id, part, self._file.content(key))
            now = self._engine.clock.now()
            if why:
                refused[attachment_id] = why
                self._file.park_contents(attachment_id, why, at=now)
            else:
                self._file.settle_content(key, at=now)
        return list(refused.values())

    @_do.register
    def _wipe(self, step: steps.Wipe) -> None:
        self._engine.forget_key()
        self._server.note_wiped(step.device_id)

    @_do.register
    def _stop(self, step: steps.Stop) -> None:
        self._file.stop(step.why)

    @_do.register
    def _note(self, step: steps.Note) -> None:
        _logger.info("synchronisation: %s %s", step.kind, dict(step.detail))
        self._file.note(step.kind, at=self._engine.clock.now(), **step.detail)
