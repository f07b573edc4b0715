"""Checking facts, the trail's chains and the seals against each other, in columns.

1. Each fact's hash is that of what it says, and no row was written twice.
2. Each device's numbers have neither gaps nor doubles.
3. Each event of the trail names the hash of its device's event before it.
4. Each seal follows the one before it, and has its own hash; the facts are those that it sealed.

A fact out of which an erased person's words were taken keeps the hash that was sealed; the trail
names it with the hash of what it says now. Numbers of facts that a laptop brought and the server
set aside are no gaps.

Whoever can write everything, seals too, can still take back the newest seals with all that they
cover: against that the last seal's number and hash are kept elsewhere, and given here.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Connection, Table, func, select

from cockpit.data.audit.canonical import FactBlock, FactTable
from cockpit.data.audit.findings import Findings, Place
from cockpit.data.audit.index import (
    Span,
    heads,
    indexed_facts,
    known_devices,
    readable_tables,
    redactions,
    set_aside,
    undone_imports,
)
from cockpit.data.audit.ledger import HIDDEN, DeviceLedger
from cockpit.data.audit.seal_check import SealCheck
from cockpit.data.facts import FACT_TABLES
from cockpit.domain.audit import FindingKind, SealMark, Verification, fact_digest
from models import AuditEvent

_TRAIL = AuditEvent.__tablename__
#: So many facts a login may not see at most; a number beyond all facts is no fact's.
_MOST_HIDDEN = 1_000_000


class Verifier:
    """One check of everything, in one transaction that sees one state."""

    def __init__(
        self,
        connection: Connection,
        *,
        kept: SealMark | None = None,
        most_findings: int = 1_000,
        progress: Callable[[int], None] = lambda done: None,
    ) -> None:
        """Prepare a check.

        Args:
            connection: An open reading transaction.
            kept: A seal that somebody wrote down, which has to be there.
            most_findings: How many findings are named.
            progress: Told now and then how many facts are read.
        """
        self._connection = connection
        self._kept = kept
        self._progress = progress
        self._findings = Findings(most_findings)
        self._ledgers: dict[str, DeviceLedger] = {}
        self._facts = self._events = self._hidden = self._redacted = 0
        self._redactions: dict[tuple[str, str], tuple[str, str]] = {}
        self._set_aside: dict[tuple[str, int], bool] = {}

    def run(self) -> Verification:
        """Check everything."""
        self._redactions = redactions(self._connection)
        self._set_aside = set_aside(self._connection)
        self._read_facts()
        self._fill_hidden()
        let_in = frozenset(place for place, is_stored in self._set_aside.items() if is_stored)
        seals = SealCheck(self._connection, self._ledgers, self._findings, let_in)
        seals.run(self._kept)
        self._find_gaps(seals.gone)
        unsealed = sum(
            max(0, len(ledger.kinds) - seals.sealed.get(device, 0))
            for device, ledger in self._ledgers.items()
        )
        return Verification(
            facts=self._facts,
            events=self._events,
            hidden=self._hidden,
            redacted=self._redacted,
            unsealed=unsealed,
            seals=seals.count,
            last_seal=seals.last,
            findings=tuple(self._findings.named),
            found=self._findings.count,
        )

    def _read_facts(self) -> None:
        devices = known_devices(self._connection)
        readable = readable_tables(self._connection)
        tables = [one for one in enumerate(FACT_TABLES, 1) if one[1].name in readable]
        last = self._facts_stored(table for _, table in tables) + _MOST_HIDDEN
        for kind, table in tables:
            reader = FactTable(table, self._connection.dialect.name)
            chain: dict[str, str] = {}
            for block in reader.blocks(self._connection):
                self._take(block, kind, table.name, last)
                for device in set(block.devices) - devices:
                    self._tell_strays(block, table.name, device)
                if table.name == _TRAIL:
                    self._events += len(block.keys)
                    self._follow(block, reader.previous(block), chain)
                self._facts += len(block.keys)
                self._progress(self._facts)

    def _facts_stored(self, tables: Iterable[Table]) -> int:
        return sum(
            self._connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables
        )

    def _take(self, block: FactBlock, kind: int, entity: str, last: int) -> None:
        """Check the rows of a block one by one, and keep their digests."""
        ledgers, findings, hashed = self._ledgers, self._findings, sha256
        columns = zip(
            block.devices, block.numbers, block.hashes, block.sealed, block.instants,
            block.versions, block.keys, block.texts, strict=True,
        )  # fmt: skip
        for device, number, content, sealed, instant, version, key, text in columns:
            ledger = ledgers.get(device)
            if ledger is None:
                ledger = ledgers[device] = DeviceLedger()
            said = hashed(text.encode("utf-8", "surrogatepass")).hexdigest()
            if said != content:
                if self._redactions.get((entity, key)) == (content, said):
                    self._redacted += 1
                else:
                    findings.tell(FindingKind.CHANGED, Place(entity, key, device, number))
            elif version != 1:
                findings.tell(FindingKind.REWRITTEN, Place(entity, key, device, number))
            if not 0 < number <= last:
                findings.tell(FindingKind.STRAY, Place(entity, key, device, number))
                continue
            digest = fact_digest(device, number, entity, key, sealed, instant)
            if not ledger.put(number, kind, digest):
                findings.tell(FindingKind.DOUBLED, Place(entity, key, device, number))

    def _follow(
        self, block: FactBlock, previous: Sequence[str | None], chain: dict[str, str]
    ) -> None:
        """Check that each event of the trail follows its device's event before it."""
        rows = zip(block.devices, block.numbers, block.keys, block.hashes, previous, strict=True)
        for device, number, key, content, before in rows:
            if chain.get(device) != before:
                place = Place(_TRAIL, key, device, number)
                self._findings.tell(FindingKind.CHAIN_BROKEN, place)
            chain[device] = content

    def _tell_strays(self, block: FactBlock, entity: str, device: str) -> None:
        """Name the facts of a device that nobody knows."""
        for owner, number, key in zip(block.devices, block.numbers, block.keys, strict=True):
            if owner == device:
                self._findings.tell(FindingKind.STRAY, Place(entity, key, device, number))

    def _fill_hidden(self) -> None:
        """Take the hashes of facts whose contents are not this login's to read."""
        for device_id, number in heads(self._connection).items():
            ledger = self._ledgers.setdefault(str(device_id), DeviceLedger())
            ledger.reach(min(number, len(ledger.kinds) + _MOST_HIDDEN))
        spans = [
            Span(UUID(device), after, upto)
            for device, ledger in self._ledgers.items()
            for after, upto in ledger.gaps()
        ]
        for fact in indexed_facts(self._connection, spans):
            if self._ledgers[str(fact.device_id)].put(fact.number, HIDDEN, fact.digest):
                self._hidden += 1
                self._facts += 1

    def _find_gaps(self, gone: set[tuple[str, int]]) -> None:
        """Name the numbers without a fact, but for those of imports that were undone.

        Undoing is in the trail. Where it is not, because it was done before there were seals, no
        seal may know of the facts.
        """
        undone = undone_imports(self._connection)
        for device, ledger in self._ledgers.items():
            if undone.get(device):
                continue
            for after, upto in ledger.gaps():
                for number in range(after + 1, upto + 1):
                    if (device, number) in self._set_aside:
                        continue
                    if device not in undone or (device, number) in gone:
                        place = Place("", "", device, number)
                        self._findings.tell(FindingKind.MISSING, place)
