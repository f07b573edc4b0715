"""What the list, the panel and the analytics read."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from cockpit.data.repositories import order_book, raw
from cockpit.domain.calling_window import Wishes
from cockpit.domain.contact import Outcome
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.cycle import CycleStatistics
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import (
    Channel,
    CreditState,
    CustomerCategory,
    LifecycleStatus,
    Light,
    OrderKind,
    PhoneKind,
    Role,
    ServiceCaseKind,
    ServiceCaseState,
    Trend,
)
from models import ContactPermission
from models import Outcome as OutcomeRow
from tests.integration.data.conftest import NOW, World, customer

TODAY = NOW.date()


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def order(customer_id: UUID, company_id: UUID, number: str, **changes: Any) -> dict[str, Any]:
    row = {"company_id": company_id, "customer_id": customer_id, "number": number,
           "kind": OrderKind.SALE, "ordered_on": TODAY, "net_cents": 1000}  # fmt: skip
    return row | changes


def panel(world: World, customer_id: UUID) -> CustomerProfile:
    with world.database.read() as unit:
        profile = unit.customers.profile(customer_id, today=TODAY)
    assert profile is not None
    return profile


def test_the_work_list_of_an_empty_database_is_empty(world: World) -> None:
    with world.database.read() as unit:
        columns = unit.work_list.columns(today=NOW.date(), at=NOW)
    assert list(columns.customer_id) == []
    assert list(columns.trend) == []


def test_the_work_list_shows_what_is_stored(world: World) -> None:
    one, other, company, seller = (new_id() for _ in range(4))
    world.load(
        companies=[{"id": company, "code": "01", "name": "Matriz"}],
        users=[{"id": seller, "login": "davi", "name": "Davi", "role": Role.OPERATOR}],
        customers=[
            customer(one, "7", trade_name="Acme", company_id=company, owner_id=seller,
                     tax_id="12ABC34501DE35", city="Belém", state="PA"),
            customer(other, None, trade_name="", category=CustomerCategory.PROSPECT),
        ],
        phones=[
            {"customer_id": one, "raw": "ramal 12", "is_primary": True},
            {"customer_id": one, "raw": "91 3333-4444", "e164": "+559133334444"},
        ],
    )  # fmt: skip
    with world.database.read() as unit:
        columns = unit.work_list.columns(today=NOW.date(), at=NOW)
    rows = {
        key: {name: getattr(columns, name)[place] for name in columns.__slots__}
        for place, key in enumerate(columns.customer_id)
    }
    search = rows[one].pop("search_text")
    assert rows[one] == {
        "customer_id": one, "code": "7", "name": "Acme", "company": "01",
        "tax_id": "12ABC34501DE35", "phone": "ramal 12", "city": "Belém", "state": "PA",
        "segment": "", "region": "", "owner": "Davi", "campaign": "", "objection": "",
        "post_it": "",
        "last_contact_at": None, "last_contact_by": "", "next_contact_at": None,
        "next_contact_has_time": False, "overdue_cents": 0, "credit": Light.GOOD,
        "orders": Light.NONE, "titles": Light.NONE, "quotes": Light.NONE, "service": Light.NONE,
        "nonconformity": Light.NONE, "status": LifecycleStatus.PROSPECT, "trend": Trend.FLAT,
        "last_order_day": None, "frequency_days": None, "cycles_late": None,
        "gap_quantile_bp": None, "none_90_bp": None, "alive_bp": None, "value_cents": 0,
        "value_12m_cents": 0, "at_risk_cents": 0, "lost_so_far_cents": 0, "zone": "",
        "is_phone_forbidden": False, "is_blocked": False, "is_held_out": False, "is_woken": False,
        "others_campaign": "", "campaign_until": None,
        "claimed_by": "", "reserved_by": "", "reserved_until": None, "carried_until": None,
        "packed_by": "", "packed_until": None,
        "hold": None, "hold_until": None, "preferred_from_minute": None,
        "preferred_until_minute": None, "preferred_weekdays": None,
    }  # fmt: skip
    assert "belem" in search
    assert rows[other]["name"] == "Parafusos None Ltda"
    assert rows[other]["owner"] == rows[other]["company"] == rows[other]["phone"] == ""


def test_the_order_book_leaves_out_cancelled_documents_and_keeps_those_to_come(
    world: World,
) -> None:
    one, other, company = new_id(), new_id(), new_id()
    world.load(
        companies=[{"id": company, "code": "1", "name": "Matriz"}],
        customers=[customer(one, "1"), customer(other, "2")],
        orders=[
            order(one, company, "3", ordered_on=days_ago(1), net_cents=300),
            order(one, company, "1", ordered_on=days_ago(9), net_cents=100),
            order(one, company, "2", ordered_on=days_ago(5), kind=OrderKind.RETURN, net_cents=50),
            order(one, company, "4", ordered_on=days_ago(2), kind=OrderKind.CANCELLED),
            order(one, company, "5", ordered_on=TODAY + timedelta(days=1)),
        ],
    )
    with world.database.read() as unit:
        everybody = unit.order_book.columns()
        nobody = unit.order_book.columns(customer_ids=[other])
    assert list(everybody.customer_ids) == [one, other]
    assert list(everybody.customer) == [0, 0, 0, 0]
    assert list(everybody.day) == [days_ago(days).toordinal() for days in (9, 5, 1, -1)]
    assert list(everybody.net_cents) == [100, 50, 300, 1000]
    sale = OrderKind.SALE
    assert list(everybody.kind) == [sale, OrderKind.RETURN, sale, sale]
    assert list(nobody.customer_ids) == [other]
    assert list(nobody.day) == []


def test_many_customers_are_read_in_parts(world: World, monkeypatch: Any) -> None:
    company, keys = new_id(), [new_id() for _ in range(7)]
    world.load(
        companies=[{"id": company, "code": "1", "name": "Matriz"}],
        customers=[customer(key, str(place)) for place, key in enumerate(keys)],
        orders=[order(key, company, str(place)) for place, key in enumerate(keys[1:])],
    )
    monkeypatch.setattr(order_book, "in_chunks", lambda values: raw.in_chunks(values, 2))
    with world.database.read() as unit:
        columns = unit.order_book.columns(customer_ids=reversed(keys))
    assert list(columns.customer_ids) == [*keys[1:], keys[0]]
    assert list(columns.customer) == list(range(6))


def test_a_customer_who_is_gone_has_no_panel(world: World) -> None:
    with world.database.read() as unit:
        assert unit.customers.profile(new_id(), today=TODAY) is None


def test_the_panel_shows_a_whole_customer(world: World) -> None:
    key, company, segment, region, order_id, beto = (new_id() for _ in range(6))
    world.load(
        companies=[{"id": company, "code": "1", "name": "Matriz"}],
        segments=[{"id": segment, "code": "metal", "name": "Metalurgia"}],
        regions=[{"id": region, "code": "sul", "name": "Sul"}],
        customers=[
            customer(key, "9", segment_id=segment, region_id=region, owner_id=world.user.user_id,
                     credit_state=CreditState.WATCH, credit_limit_cents=5000_00,
                     is_tax_id_valid=True, tax_id="12ABC34501DE35", time_zone="America/Manaus",
                     preferred_from_minute=600, preferred_until_minute=720, preferred_weekdays=3)
        ],
        contact_persons=[
            {"id": beto, "customer_id": key, "name": "Beto", "email": "beto@exemplo.com.br"},
            {"customer_id": key, "name": "Célia", "job_title": "Compras", "is_primary": True},
        ],
        phones=[
            {"customer_id": key, "raw": "1133334444", "e164": "+551133334444",
             "kind": PhoneKind.FIXED, "extension": "12", "person_id": beto,
             "whatsapp_e164": "+5511933334444"},
            {"customer_id": key, "raw": "x", "is_primary": True},
        ],
        orders=[
            order(key, company, "10", id=order_id, ordered_on=days_ago(40), state_text="Entregue"),
            order(key, company, "11", ordered_on=days_ago(3), kind=OrderKind.RETURN),
            order(key, company, "12", ordered_on=TODAY + timedelta(days=2)),
        ],
        order_items=[
            {"order_id": order_id, "line": line, "description": "Parafuso", "quantity_milli": 1000,
             "unit_cents": 500, "total_cents": 500}
            for line in (1, 2)
        ],
        receivables=[
            {"customer_id": key, "number": "1", "due_on": days_ago(1), "amount_cents": 900,
             "paid_cents": 200},
            {"customer_id": key, "number": "2", "due_on": TODAY, "amount_cents": 50},
            {"customer_id": key, "number": "3", "due_on": days_ago(9), "amount_cents": 70,
             "paid_cents": 70, "paid_on": days_ago(8)},
        ],
        service_cases=[
            {"customer_id": key, "kind": ServiceCaseKind.DEFECT, "state": state, "opened_at": NOW,
             "title": "Rosca espanada"}
            for state in (ServiceCaseState.OPEN, ServiceCaseState.RESOLVED)
        ],
    )  # fmt: skip
    profile = panel(world, key)
    assert (profile.segment, profile.region, profile.owner) == ("Metalurgia", "Sul", "ana")
    assert (profile.credit_state, profile.credit_limit_cents) == (CreditState.WATCH, 5000_00)
    assert (profile.overdue_cents, profile.open_case_count) == (700, 1)
    assert [(one.display, one.is_primary) for one in profile.phones] == [
        ("x", True), ("(11) 3333-4444", False),
    ]  # fmt: skip
    assert profile.phones[1].extension == "12"
    assert [one.person_id for one in profile.phones] == [None, beto]
    assert profile.phones[1].whatsapp_e164 == "+5511933334444"
    assert (profile.time_zone, profile.wishes) == ("America/Manaus", Wishes(600, 720, 3))
    assert [one.name for one in profile.persons] == ["Célia", "Beto"]
    assert [(one.number, one.kind, one.item_count) for one in profile.orders] == [
        ("11", OrderKind.RETURN, 0), ("10", OrderKind.SALE, 2),
    ]  # fmt: skip
    assert profile.statistics == CycleStatistics()
    assert profile.forbidden_channels == frozenset()


def test_of_contact_wishes_the_latest_by_channel_rules(world: World, acme: UUID) -> None:
    def wish(minute: int, channel: Channel | None, *, is_forbidden: bool) -> None:
        with world.keeper.writing() as connection:
            connection.execute(
                insert(ContactPermission).values(
                    customer_id=acme, channel=channel, is_forbidden=is_forbidden,
                    author_id=world.user.user_id, stated_at=NOW + timedelta(minutes=minute),
                    device_id=world.user.device_id, device_seq=minute, content_sha256="0" * 64,
                )
            )  # fmt: skip

    wish(2, None, is_forbidden=True)
    assert panel(world, acme).forbidden_channels == frozenset(Channel)
    wish(1, Channel.EMAIL, is_forbidden=False)
    assert panel(world, acme).forbidden_channels == frozenset(Channel)
    wish(3, Channel.EMAIL, is_forbidden=False)
    assert panel(world, acme).forbidden_channels == frozenset(Channel) - {Channel.EMAIL}
    wish(4, None, is_forbidden=False)
    wish(5, Channel.PHONE, is_forbidden=True)
    assert panel(world, acme).forbidden_channels == {Channel.PHONE}


def test_the_form_offers_the_active_outcomes_in_their_order(world: World) -> None:
    with world.keeper.writing() as connection:
        connection.execute(
            OutcomeRow.__table__.update()  # type: ignore[attr-defined]
            .where(OutcomeRow.code == "busy")
            .values(is_active=False)
        )
    with world.database.read() as unit:
        outcomes, reasons = unit.reference.outcomes(), unit.reference.reasons()
    assert outcomes[0].code == "sale"
    assert "busy" not in [one.code for one in outcomes]
    assert all(isinstance(one, Outcome) for one in outcomes)
    assert world.outcomes["will_not_buy"].needs_reason
    assert reasons[0].code == "small_purchases"
