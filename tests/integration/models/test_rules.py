"""The rules that no program error may break are held by the tables."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import (
    AppointmentKind,
    AppointmentState,
    ClaimState,
    OrderKind,
    Role,
    SettingScope,
)
from models import (
    Appointment,
    Base,
    Claim,
    Company,
    Customer,
    Order,
    OrderItem,
    Phone,
    PitchNote,
    PostIt,
    PostItRecipient,
    Receivable,
    Reminder,
    Setting,
    User,
)
from tests.support.migrated import opened

NOON = datetime(2026, 3, 22, 12, tzinfo=UTC)
COMPANY, CUSTOMER, USER, APPOINTMENT, POST_IT = (new_id() for _ in range(5))


def appointment(state: AppointmentState = AppointmentState.OPEN, key: UUID | None = None) -> Base:
    return Appointment(
        id=key or new_id(),
        customer_id=CUSTOMER,
        kind=AppointmentKind.APPOINTMENT,
        state=state,
        due_at=NOON,
    )


def claim(state: ClaimState = ClaimState.ACTIVE) -> Base:
    return Claim(customer_id=CUSTOMER, user_id=USER, state=state, claimed_at=NOON, lease_until=NOON)


def phone(is_primary: bool) -> Base:
    return Phone(customer_id=CUSTOMER, raw="(11) 3333-4444", is_primary=is_primary)


def order(number: str, kind: OrderKind = OrderKind.SALE, access_key: str | None = None) -> Base:
    return Order(
        company_id=COMPANY,
        customer_id=CUSTOMER,
        number=number,
        kind=kind,
        ordered_on=date(2026, 3, 1),
        net_cents=100,
        access_key=access_key,
    )


def customer(company: UUID | None, code: str | None) -> Base:
    return Customer(company_id=company, code=code, legal_name="Papelaria Ipê Ltda.")


def setting(owner: UUID | None, scope: SettingScope = SettingScope.COMPANY) -> Base:
    return Setting(scope=scope, owner_id=owner, key="theme", value="dark")


def reminder() -> Base:
    return Reminder(appointment_id=APPOINTMENT, customer_id=CUSTOMER, due_at=NOON, remind_at=NOON)


def note(device: UUID, number: int) -> Base:
    return PitchNote(
        customer_id=CUSTOMER,
        author_id=USER,
        written_at=NOON,
        device_id=device,
        device_seq=number,
        content_sha256="0" * 64,
    )


def receivable() -> Base:
    return Receivable(customer_id=CUSTOMER, number="1/1", due_on=date(2026, 3, 1), amount_cents=100)


def recipient() -> Base:
    return PostItRecipient(post_it_id=POST_IT, user_id=USER)


DEVICE = new_id()
REFUSED: dict[str, tuple[Callable[[], Base], ...]] = {
    "two open next contacts": (appointment, appointment),
    "two active claims": (claim, claim),
    "two primary phones": (lambda: phone(True), lambda: phone(True)),
    "one order twice": (lambda: order("1"), lambda: order("1")),
    "one access key twice": (
        lambda: order("1", access_key="3" * 44),
        lambda: order("2", access_key="3" * 44),
    ),
    "one code twice in a company": (lambda: customer(COMPANY, "7"), lambda: customer(COMPANY, "7")),
    "one code twice without a company": (lambda: customer(None, "7"), lambda: customer(None, "7")),
    "one setting of the company twice": (lambda: setting(None), lambda: setting(None)),
    "one setting of a user twice": (
        lambda: setting(USER, SettingScope.USER),
        lambda: setting(USER, SettingScope.USER),
    ),
    "two reminders of one instant": (
        lambda: appointment(key=APPOINTMENT),
        reminder,
        reminder,
    ),
    "one number of a device twice": (lambda: note(DEVICE, 1), lambda: note(DEVICE, 1)),
    "one receivable twice": (receivable, receivable),
    "a recipient who is nobody": (lambda: PostItRecipient(post_it_id=POST_IT),),
    "a recipient twice": (recipient, recipient),
}
ALLOWED: dict[str, tuple[Callable[[], Base], ...]] = {
    "a done next contact beside an open one": (
        lambda: appointment(AppointmentState.DONE),
        lambda: appointment(AppointmentState.DONE),
        appointment,
    ),
    "a finished claim beside an active one": (lambda: claim(ClaimState.FINISHED), claim),
    "many phones that are not primary": (
        lambda: phone(True),
        lambda: phone(False),
        lambda: phone(False),
    ),
    "a sale and its return": (lambda: order("1"), lambda: order("1", OrderKind.RETURN)),
    "customers without a code": (lambda: customer(COMPANY, None), lambda: customer(COMPANY, None)),
    "one code in two companies": (lambda: customer(COMPANY, "7"), lambda: customer(None, "7")),
    "one number of two devices": (lambda: note(DEVICE, 1), lambda: note(USER, 1)),
}


def store(url: str, rows: tuple[Callable[[], Base], ...]) -> None:
    """Store a customer with what it needs, then the rows one by one."""
    with opened(url) as engine, Session(engine) as session:
        session.add_all(
            [
                Company(id=COMPANY, code="1", name="Distribuidora Aroeira"),
                User(id=USER, login="ana", name="Ana", role=Role.OPERATOR),
                Customer(id=CUSTOMER, legal_name="Papelaria Ipê Ltda."),
            ]
        )
        session.flush()
        session.add(PostIt(id=POST_IT, author_id=USER, body="Bom dia", posted_at=NOON))
        session.flush()
        for make in rows:
            session.add(make())
            session.flush()
        session.commit()


@pytest.mark.parametrize("rows", REFUSED.values(), ids=REFUSED)
def test_the_tables_refuse(database_url: str, rows: tuple[Callable[[], Base], ...]) -> None:
    with pytest.raises(IntegrityError):
        store(database_url, rows)


@pytest.mark.parametrize("rows", ALLOWED.values(), ids=ALLOWED)
def test_the_tables_allow(database_url: str, rows: tuple[Callable[[], Base], ...]) -> None:
    store(database_url, rows)


def test_an_order_takes_its_lines_along(database_url: str) -> None:
    sale = new_id()
    store(database_url, ())
    with opened(database_url) as engine, Session(engine) as session:
        row = order("1")
        row.id = sale  # type: ignore[attr-defined]
        session.add(row)
        session.flush()
        session.add(
            OrderItem(
                order_id=sale,
                line=1,
                description="Papel",
                quantity_milli=1000,
                unit_cents=100,
                total_cents=100,
            )
        )
        session.commit()
        session.execute(delete(Order))
        assert session.execute(select(func.count()).select_from(OrderItem)).scalar_one() == 0


def test_a_customer_with_facts_stays(database_url: str) -> None:
    store(database_url, (lambda: note(DEVICE, 1),))
    with (
        opened(database_url) as engine,
        Session(engine) as session,
        pytest.raises(IntegrityError),
    ):
        session.execute(delete(Customer))
