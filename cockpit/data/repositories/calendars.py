"""Next contacts as calendar files know them, and the customers that events are about."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, or_, select, update

from cockpit.data.repositories.agenda_view import ANSWERS
from cockpit.data.repositories.open_contacts import IS_OPEN
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.calendar_clues import ClueKind, name_key
from cockpit.domain.calendar_files import CalendarEntry
from cockpit.domain.calendar_ids import appointment_of, event_uid
from cockpit.domain.calendar_plan import StoredNext
from cockpit.domain.vocabulary import AppointmentState, Channel
from models import Appointment, ContactPerson, Customer, Phone, User

_Chosen = Select[*tuple[Any, ...]]
_NAME = SHOWN_NAME.label("name")
_ENTRIES: _Chosen = select(
    Appointment.id,
    Appointment.calendar_uid,
    Appointment.user_id,
    Appointment.due_at,
    Appointment.has_time,
    Appointment.kind,
    Appointment.note,
    Appointment.lead_minutes,
    Appointment.state,
    Appointment.updated_at,
    _NAME,
).join(Customer, Customer.id == Appointment.customer_id)
_STORED: _Chosen = (
    select(
        Appointment.id,
        Appointment.calendar_uid,
        Appointment.customer_id,
        _NAME,
        Appointment.state,
        Appointment.due_at,
        Appointment.has_time,
        Appointment.user_id,
        User.name.label("owner"),
        Appointment.updated_at,
    )
    .join(Customer, Customer.id == Appointment.customer_id)
    .outerjoin(User, User.id == Appointment.user_id)
    .order_by(Appointment.created_at, Appointment.id)
)


class SqlCalendarRepository:
    """Implements ``cockpit.services.ports.CalendarRepository``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries(
        self,
        *,
        users: Collection[UUID] | None,
        since: datetime | None,
        before: datetime | None,
        with_cancelled: bool,
    ) -> list[CalendarEntry]:
        """Return next contacts by their instant; see the port."""
        states = [AppointmentState.OPEN]
        states += [AppointmentState.CANCELLED] if with_cancelled else []
        chosen = _ENTRIES.where(Appointment.state.in_(states))
        if users is not None:
            chosen = chosen.where(ANSWERS.in_(sorted(users)))
        if since is not None:
            chosen = chosen.where(Appointment.due_at >= since)
        if before is not None:
            chosen = chosen.where(Appointment.due_at < before)
        rows = self._connection.execute(chosen.order_by(Appointment.due_at, Appointment.id)).all()
        latest = {_uid(row): row for row in sorted(rows, key=_age)}
        return [_entry(row) for row in rows if latest[_uid(row)] is row]

    def user_id(self, login: str) -> UUID | None:
        """Return whose login it is, or None."""
        found: UUID | None = self._connection.execute(
            select(User.id).where(func.lower(User.login) == login.lower())
        ).scalar()
        return found

    def search(self, terms: Sequence[str], most: int) -> list[tuple[UUID, str]]:
        """Return customers in whose names, codes or numbers all terms occur, with their names."""
        chosen = select(Customer.id, _NAME).order_by(_NAME, Customer.id).limit(most)
        for term in terms:
            chosen = chosen.where(Customer.search_text.contains(term, autoescape=True))
        return [(row.id, row.name) for row in self._connection.execute(chosen)]

    def known(self, uids: Collection[str]) -> dict[str, StoredNext]:
        """Return the next contacts of events by UID: the open one, else the latest."""
        found: dict[str, list[Row[Any]]] = {}
        for some in in_chunks([uid for uid in uids if uid]):
            own = [key for key in map(appointment_of, some) if key is not None]
            chosen = _STORED.where(or_(Appointment.calendar_uid.in_(some), Appointment.id.in_(own)))
            for row in self._connection.execute(chosen):
                for uid in {row.calendar_uid, event_uid(row.id)} & {*some}:
                    found.setdefault(uid, []).append(row)
        return {uid: _stored(_best(rows)) for uid, rows in found.items()}

    def open_next(self, customer_ids: Collection[UUID]) -> dict[UUID, StoredNext]:
        """Return customers' open next contacts."""
        found: dict[UUID, StoredNext] = {}
        for some in in_chunks([*customer_ids]):
            chosen = _STORED.where(Appointment.customer_id.in_(some), IS_OPEN)
            found |= {row.customer_id: _stored(row) for row in self._connection.execute(chosen)}
        return found

    def customers_by(self, kind: ClueKind, values: Collection[str]) -> dict[str, tuple[UUID, ...]]:
        """Return whom clues of one kind lead to; those that lead nowhere are left out."""
        found: dict[str, dict[UUID, None]] = {}
        for value, customer_id in self._pairs(kind, {*values}):
            found.setdefault(value, {}).setdefault(customer_id)
        return {value: tuple(keys) for value, keys in found.items()}

    def unreachable(self, customer_ids: Collection[UUID]) -> set[UUID]:
        """Return who of some closed every channel."""
        return {
            key
            for some in in_chunks([*customer_ids])
            for key, closed in forbidden_channels(self._connection, some).items()
            if closed >= frozenset(Channel)
        }

    def replaced_by(self, appointment_id: UUID) -> UUID | None:
        """Return which next contact another one took the place of, or None."""
        found: UUID | None = self._connection.execute(
            select(Appointment.id).where(Appointment.replaced_by_id == appointment_id)
        ).scalar()
        return found

    def keep_uid(self, appointment_id: UUID, uid: str) -> None:
        """Store which event a next contact came from."""
        self._connection.execute(
            update(Appointment).where(Appointment.id == appointment_id).values(calendar_uid=uid)
        )

    def _pairs(self, kind: ClueKind, values: set[str]) -> Iterator[tuple[str, UUID]]:
        """Yield clues with the customers that they lead to."""
        if kind is ClueKind.NAME:
            yield from self._by_name(values)
            return
        for some in in_chunks([*values]):
            for chosen in _BY_CLUE[kind](some):
                for value, customer_id in self._connection.execute(chosen):
                    yield str(value), customer_id

    def _by_name(self, wanted: set[str]) -> Iterator[tuple[str, UUID]]:
        names = select(Customer.id, Customer.trade_name, Customer.legal_name)
        for customer_id, *both in self._connection.execute(names.order_by(Customer.id)):
            for key in {name_key(name) for name in both if name} & wanted:
                yield key, customer_id


def _by_email(some: Collection[str]) -> Iterable[_Chosen]:
    address = func.lower(ContactPerson.email)
    return (select(address, ContactPerson.customer_id).where(address.in_(some)),)


def _by_phone(some: Collection[str]) -> Iterable[_Chosen]:
    return tuple(
        select(number, Phone.customer_id).where(number.in_(some))
        for number in (Phone.e164, Phone.whatsapp_e164)
    )


_BY_CLUE: dict[ClueKind, Callable[[Collection[str]], Iterable[_Chosen]]] = {
    ClueKind.TAX_ID: lambda some: (
        select(Customer.tax_id, Customer.id).where(Customer.tax_id.in_(some)),
    ),
    ClueKind.CODE: lambda some: (
        select(Customer.code, Customer.id).where(Customer.code.in_(some)),
    ),
    ClueKind.EMAIL: _by_email,
    ClueKind.PHONE: _by_phone,
}


def _uid(row: Row[Any]) -> str:
    return row.calendar_uid or event_uid(row.id)


def _age(row: Row[Any]) -> tuple[bool, datetime]:
    return row.state is AppointmentState.OPEN, row.updated_at


def _best(rows: list[Row[Any]]) -> Row[Any]:
    """Return the open one, else the latest."""
    return next((row for row in rows if row.state is AppointmentState.OPEN), rows[-1])


def _entry(row: Row[Any]) -> CalendarEntry:
    return CalendarEntry(
        uid=_uid(row),
        customer_name=row.name,
        owner_id=row.user_id,
        due_at=row.due_at,
        has_time=row.has_time,
        kind=row.kind,
        note=row.note or "",
        lead=timedelta(minutes=row.lead_minutes),
        state=row.state,
        changed_at=row.updated_at,
    )


def _stored(row: Row[Any]) -> StoredNext:
    return StoredNext(
        appointment_id=row.id,
        customer_id=row.customer_id,
        customer_name=row.name,
        state=row.state,
        due_at=row.due_at,
        has_time=row.has_time,
        owner_id=row.user_id,
        owner_name=row.owner or "",
        changed_at=row.updated_at,
    )
