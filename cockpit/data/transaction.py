"""What a transaction holds until it ends: a device's numbers, customers, and the server's clock.

Each is asked for once, and what a call needs of them in one statement: an operator waits for it,
and a server may be far away. A file has one writer, who holds everything from the beginning.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Connection,
    Row,
    Select,
    any_,
    bindparam,
    exists,
    func,
    select,
    union_all,
)

from cockpit.data.prepared import Prepared
from cockpit.data.rules_memory import RULES_MARK
from cockpit.domain.vocabulary import ClaimState
from models import Base, Claim, Customer, Device, Replica

FACT_TABLES = tuple(
    table for name, table in sorted(Base.metadata.tables.items()) if "device_seq" in table.c
    and "content_sha256" in table.c
)  # fmt: skip
_Row: TypeAlias = Row[*tuple[Any, ...]]
_DEVICE = bindparam("device_id", type_=Device.id.type)
_CUSTOMER = bindparam("customer_id", type_=Customer.id.type)
_NUMBERS = union_all(
    *(
        select(func.max(table.c.device_seq).label("last")).where(table.c.device_id == _DEVICE)
        for table in FACT_TABLES
    )
).subquery()
#: The statements are built once: building them anew took longer than running them.
_LAST_NUMBER = select(func.max(_NUMBERS.c.last))
#: A laptop's file remembers numbers whose facts have left it, and gives some to changes.
_REMEMBERED = select(Replica.last_number).where(Replica.device_id == _DEVICE)
_REPLICA = select(Replica.device_id)
_LOCK = select(Customer.id).where(Customer.id == _CUSTOMER).with_for_update(key_share=True)
_AMONG = bindparam("among", type_=ARRAY(Customer.id.type))
#: Written out: by a bound value a kept plan finds no index of the active ones.
_IS_ACTIVE = Claim.state == bindparam(
    None, ClaimState.ACTIVE, Claim.state.type, literal_execute=True
)
_IS_HELD = exists().where(
    Claim.customer_id == Customer.id,
    _IS_ACTIVE,
    Claim.user_id != bindparam("user_id", type_=Claim.user_id.type),
    Claim.lease_until > func.clock_timestamp(),
)
#: The first in the order of the keys whom nobody else holds, or is deciding about at this moment.
_LOCK_FIRST = Prepared(
    select(Customer.id)
    .where(Customer.id == any_(_AMONG), ~_IS_HELD)
    .order_by(func.array_position(_AMONG, Customer.id))
    .limit(1)
    .with_for_update(key_share=True, skip_locked=True)
)
_CLOCK = select(func.clock_timestamp().label("present"))
_MARK = select(RULES_MARK)
#: The server's own function also counts facts that policies hide from the device's user. The
#: device goes first, so that two transactions never wait for each other's locks.
_OF_DEVICE: Select[*tuple[Any, ...]] = select(
    func.giro_last_number(_DEVICE).label("number"),
    func.clock_timestamp().label("present"),
    RULES_MARK.label("rules"),
)
_OF_BOTH = Prepared(_OF_DEVICE.add_columns(_LOCK.scalar_subquery().label("locked")))


@dataclass(slots=True)
class ReadAtLock:
    """What was read of customers as they were locked; each part of it is good for one answer.

    Whoever changes a part afterwards drops it, and whoever asks again reads again.
    """

    _rows: dict[tuple[UUID, str], _Row] = field(default_factory=dict)

    def note(self, customer_id: UUID, row: _Row, *parts: str) -> None:
        """Remember a row for these parts."""
        self._rows |= dict.fromkeys(((customer_id, part) for part in parts), row)

    def take(self, customer_id: UUID, part: str) -> _Row | None:
        """Return the row for a part, and forget it; None where it has to be read."""
        return self._rows.pop((customer_id, part), None)


class Transaction:
    """One open transaction."""

    def __init__(self, connection: Connection) -> None:
        """Take an open connection; nothing is asked before it is needed."""
        self.connection = connection
        self.is_server = connection.dialect.name == "postgresql"
        self.read_at_lock = ReadAtLock()
        self._numbers: dict[UUID, int] = {}
        self._laptop: tuple[UUID | None] | None = None
        self._customers: set[UUID] = set()
        self._present: tuple[datetime, float] | None = None
        self._rules: str | None = None

    def last_number(self, device_id: UUID, *, customer_id: UUID | None = None) -> int:
        """Hold a device's numbers until the commit and return the last one given.

        Args:
            device_id: Whose numbers.
            customer_id: Who is locked by the way.
        """
        if device_id not in self._numbers or self._laptop_device() is not None:
            self._numbers[device_id] = self._read_number(device_id, customer_id)
        elif customer_id is not None:
            self.lock(customer_id)
        return self._numbers[device_id]

    def count_up(self, device_id: UUID, count: int) -> None:
        """Note that so many numbers of a device were given."""
        self._numbers[device_id] += count

    def device_of(self, device_id: UUID) -> UUID:
        """Return under which device a program's facts are numbered.

        In a laptop's file it is the file's own: while a program runs, the file may become another
        device, for it was a copy.
        """
        return self._laptop_device() or device_id

    def _laptop_device(self) -> UUID | None:
        """Return the device of a laptop's file; None in any other database."""
        if self.is_server:
            return None
        if self._laptop is None:
            self._laptop = (self.connection.execute(_REPLICA).scalar(),)
        return self._laptop[0]

    def _read_number(self, device_id: UUID, customer_id: UUID | None) -> int:
        whose = {"device_id": device_id}
        if not self.is_server:
            stored = self.connection.execute(_LAST_NUMBER, whose).scalar() or 0
            if self._laptop_device() is None:
                return stored
            return max(stored, self.connection.execute(_REMEMBERED, whose).scalar() or 0)
        if customer_id is None or customer_id in self._customers:
            row = self.connection.execute(_OF_DEVICE, whose).one()
        else:
            row = _OF_BOTH.one(self.connection, whose | {"customer_id": customer_id})
            self._customers.add(customer_id)
        self._note_clock(row.present)
        self._rules = row.rules
        return row.number or 0

    def lock(self, customer_id: UUID) -> None:
        """Let nobody else claim, log or schedule for a customer before this transaction ends."""
        if self.is_server and customer_id not in self._customers:
            self.connection.execute(_LOCK, {"customer_id": customer_id})
            self._customers.add(customer_id)

    def lock_first(self, customer_ids: Sequence[UUID], *, user_id: UUID) -> UUID | None:
        """Lock the first of these whom no other transaction has locked; None where all are.

        Whom another user holds is passed by; in a file, the look at the customer tells.
        """
        if not self.is_server:
            return customer_ids[0]
        asked = {"among": list(customer_ids), "user_id": user_id}
        row = _LOCK_FIRST.one(self.connection, asked)
        if row is None:
            return None
        found: UUID = row.id
        self._customers.add(found)
        return found

    def ahead(self, at: datetime) -> timedelta:
        """Return how far the stored clock is ahead of a program's that says ``at``.

        On a server leases live by its clock, in a file by the program's own: an operator's computer
        whose clock is ten minutes off must neither keep something for ever nor lose it at once.
        """
        if not self.is_server:
            return timedelta(0)
        if self._present is None:
            self._note_clock(self.connection.execute(_CLOCK).scalar_one())
        present, read_at = self._present or (at, monotonic())
        return present + timedelta(seconds=monotonic() - read_at) - at

    def _note_clock(self, present: datetime) -> None:
        self._present = present, monotonic()

    @property
    def rules_mark(self) -> str | None:
        """Return what tells one state of the stored rules from another; None in a file.

        A file's rules are read as fast as their mark.
        """
        if not self.is_server:
            return None
        if self._rules is None:
            self._rules = self.connection.execute(_MARK).scalar_one()
        return self._rules
