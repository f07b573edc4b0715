"""Checking the seals: each by itself, each after the one before it, and the facts they hold."""

from sqlalchemy import Connection

from cockpit.data.audit.findings import Findings, Place
from cockpit.data.audit.index import row_of
from cockpit.data.audit.ledger import DeviceLedger
from cockpit.data.audit.seals import (
    SealedSpan,
    StoredSeal,
    digest_of,
    marks_of,
    stored_seals,
)
from cockpit.data.facts import FACT_TABLES
from cockpit.domain.audit import MARK_BYTES, FindingKind, SealMark
from models import AuditSeal

_SEALS = AuditSeal.__tablename__
_NO_SEAL = (ValueError, TypeError, KeyError, AttributeError)
_NO_MARK = bytes(MARK_BYTES)
#: What speaks of more facts at once is no seal.
_MOST_SEALED = 1_000_000


class SealCheck:
    """One check of all seals.

    Attributes:
        sealed: How far each device is sealed.
        count: How many seals there are.
        last: The newest one.
        gone: Facts that were sealed and are there no more, as devices and numbers.
    """

    def __init__(
        self,
        connection: Connection,
        ledgers: dict[str, DeviceLedger],
        findings: Findings,
        let_in: frozenset[tuple[str, int]] = frozenset(),
    ) -> None:
        """Prepare a check.

        Args:
            connection: An open reading transaction.
            ledgers: The facts by device; they reach as far as the seals afterwards.
            findings: Takes what is wrong.
            let_in: Devices and numbers of facts that were set aside, and stored later: a seal may
                have been made between, which has nothing there.
        """
        self._let_in = let_in
        self._connection = connection
        self._ledgers = ledgers
        self._findings = findings
        self._is_broken = False
        self.sealed: dict[str, int] = {}
        self.count = 0
        self.last: SealMark | None = None
        self.gone: set[tuple[str, int]] = set()

    def run(self, kept: SealMark | None) -> None:
        """Check all seals.

        Args:
            kept: One that somebody wrote down, which has to be there.
        """
        is_kept_there = kept is None
        for seal in stored_seals(self._connection):
            self._check(seal)
            is_kept_there = is_kept_there or seal.mark == kept
        if kept is not None and not is_kept_there:
            self._findings.tell(FindingKind.SEAL_MISSING, Place(_SEALS, "", "", kept.number))

    def _check(self, seal: StoredSeal) -> None:
        self.count += 1
        previous = None if self.last is None else self.last.sha256
        expected = 1 if self.last is None else self.last.number + 1
        try:
            if not seal.is_own_hash:
                self._tell(FindingKind.SEAL_CHANGED, seal, seal.number)
            elif (seal.number, seal.heads.get("previous")) != (expected, previous):
                self._tell(FindingKind.SEAL_MISSING, seal, expected)
                self._holds(seal)
            elif not self._holds(seal):
                self._tell(FindingKind.SEAL_CHANGED, seal, seal.number)
        except _NO_SEAL:
            self._tell(FindingKind.SEAL_CHANGED, seal, expected)
        self.last = SealMark(seal.number or expected, seal.sha256)

    def _tell(self, kind: FindingKind, seal: StoredSeal, number: int) -> None:
        """Name a seal; those after it may begin anywhere."""
        self._is_broken = True
        self._findings.tell(kind, Place(_SEALS, str(seal.key), "", number))

    def _holds(self, seal: StoredSeal) -> bool:
        """Compare what a seal says with the facts; return whether it goes with the seals before."""
        is_right = True
        for span in seal.spans():
            is_next = self._is_broken or span.after == self.sealed.get(span.device_id, 0)
            if not is_next or not 0 < span.count <= _MOST_SEALED:
                is_right = False
                continue
            self.sealed[span.device_id] = span.upto
            is_right = self._compare(span) and is_right
        everything = seal.heads.get("all")
        if everything is not None:
            is_right = is_right and (self._is_broken or everything == self.sealed)
            self.sealed = {**self.sealed, **everything}
        return is_right

    def _compare(self, span: SealedSpan) -> bool:
        """Name the facts that are not those that were sealed; return whether the seal can be so."""
        ledger = self._ledgers.setdefault(span.device_id, DeviceLedger())
        ledger.reach(span.upto)
        digests = ledger.span(span.after, span.upto)
        if digest_of(digests) == span.sha256:
            return span.marks == marks_of(digests)
        marks, is_seen = marks_of(digests), False
        for place in range(span.count):
            part = slice(place * MARK_BYTES, (place + 1) * MARK_BYTES)
            if marks[part] == span.marks[part]:
                continue
            is_seen = True
            number = span.after + place + 1
            if span.marks[part] == _NO_MARK and (span.device_id, number) in self._let_in:
                continue
            if not ledger.kinds[number - 1]:
                self.gone.add((span.device_id, number))
            elif not self._findings.has(span.device_id, number):
                self._name(span.device_id, number, ledger.kinds[number - 1])
        return is_seen

    def _name(self, device: str, number: int, kind: int) -> None:
        entity, key = "", ""
        if kind <= len(FACT_TABLES):
            entity = FACT_TABLES[kind - 1].name
            key = row_of(self._connection, FACT_TABLES[kind - 1], device, number)
        self._findings.tell(FindingKind.NOT_AS_SEALED, Place(entity, key, device, number))
