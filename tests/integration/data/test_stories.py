"""A customer's whole story, section by section."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.changes import Topic
from cockpit.domain.ids import id_after, new_id, new_ids
from cockpit.domain.sections import (
    CustomerStory,
    Delivery,
    ProductState,
    StoryEntry,
    StoryKind,
)
from cockpit.domain.vocabulary import (
    AppointmentKind,
    Channel,
    ClaimState,
    ImportState,
    LifecycleStatus,
    MessageState,
    ObjectionState,
    OrderKind,
    QueueEventKind,
    QuoteState,
    RowVerdict,
    ServiceCaseKind,
    ServiceCaseState,
    WaitCondition,
)
from models import ContactCollision
from tests.integration.data.conftest import NOW, World, customer

TODAY = NOW.date()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(days: int, hour: int = 12) -> datetime:
    return datetime.combine(ago(days), time(hour), tzinfo=UTC)


def story(world: World, key: UUID, known_at: datetime | None = None) -> CustomerStory:
    with world.database.read() as unit:
        found = unit.stories.story(key, today=TODAY, known_at=known_at)
    assert found is not None
    return found


def entries(found: CustomerStory, kind: StoryKind) -> list[StoryEntry]:
    return [entry for entry in found.timeline if entry.kind is kind]


@pytest.fixture
def company(world: World) -> UUID:
    key = new_id()
    world.load_more(companies=[{"id": key, "code": "01", "name": "Matriz"}])
    return key


def sale(company: UUID, customer_id: UUID, number: str, **changes: Any) -> dict[str, Any]:
    row = {"id": new_id(), "company_id": company, "customer_id": customer_id, "number": number,
           "kind": OrderKind.SALE, "ordered_on": TODAY, "net_cents": 10_000,
           "promised_on": None, "delivered_on": None, "state_text": None}  # fmt: skip
    return row | changes


def item(order: dict[str, Any], line: int, **changes: Any) -> dict[str, Any]:
    row = {"order_id": order["id"], "line": line, "product_id": None, "product_code": None,
           "description": "Correia A-42", "quantity_milli": 2_000, "unit_cents": 2_500,
           "total_cents": 5_000}  # fmt: skip
    return row | changes


def test_who_is_gone_has_no_story_and_who_is_new_an_empty_one(world: World, acme: UUID) -> None:
    with world.database.read() as unit:
        assert unit.stories.story(new_id(), today=TODAY) is None
    assert story(world, acme) == CustomerStory(acme, LifecycleStatus.PROSPECT)


def test_orders_come_with_their_items_and_delivery_newest_first(
    world: World, acme: UUID, company: UUID
) -> None:
    late = sale(company, acme, "3", ordered_on=ago(5), promised_on=ago(1), state_text="No prazo")
    came = sale(company, acme, "2", ordered_on=ago(20), promised_on=ago(15), delivered_on=ago(12))
    other = sale(company, acme, "1", ordered_on=ago(30), kind=OrderKind.RETURN)
    to_come = sale(company, acme, "9", ordered_on=ago(-300))
    world.load_more(
        orders=[other, late, came, to_come],
        order_items=[item(came, 2, description="Graxa"), item(came, 1, product_code="A42")],
    )
    found = story(world, acme)
    assert [(one.number, one.delivery) for one in found.orders] == [
        ("3", Delivery.LATE),
        ("2", Delivery.DELIVERED_LATE),
        ("1", Delivery.UNKNOWN),
    ]
    lines = found.orders[1].lines
    assert [(one.code, one.description) for one in lines] == [
        ("A42", "Correia A-42"),
        ("", "Graxa"),
    ]
    assert [(one.code, one.title, one.detail, one.cents) for one in found.timeline] == [
        ("sale", "3", "No prazo", 10_000),
        ("sale", "2", "", 10_000),
        ("return", "1", "", 10_000),
    ]


def test_the_product_mix_knows_lapsed_products_and_what_similar_customers_buy(
    world: World, acme: UUID, company: UUID
) -> None:
    segment, belt, grease, seal = (new_id() for _ in range(4))
    names = {belt: "Correia A-42", grease: "Graxa", seal: "Retentor"}
    world.load_more(
        segments=[{"id": segment, "code": "S", "name": "Metal"}],
        products=[
            {"id": key, "company_id": company, "code": name[:3], "name": name, "family": "F"}
            for key, name in names.items()
        ],
        segment_products=[
            {"segment_id": segment, "product_id": key, "buyer_count": count, "peer_count": 9,
             "computed_for_on": TODAY}
            for key, count in ((belt, 8), (seal, 5))
        ],
    )  # fmt: skip
    world.update("customers", acme, segment_id=segment)
    orders = [sale(company, acme, str(days), ordered_on=ago(days)) for days in (100, 80, 20, 5)]
    world.load_more(
        orders=orders,
        order_items=[
            item(orders[0], 1, product_id=belt),
            item(orders[1], 1, product_id=belt),
            *(item(one, 2, product_id=grease, description="G") for one in orders),
        ],
    )
    found = story(world, acme)
    assert [(one.name, one.state, one.order_count) for one in found.products] == [
        ("Graxa", ProductState.REGULAR, 4),
        ("Correia A-42", ProductState.LAPSED, 2),
    ]
    assert [(one.name, one.buyer_count, one.peer_count) for one in found.ideas] == [
        ("Retentor", 5, 9)
    ]


def test_titles_know_how_late_they_are(world: World, acme: UUID) -> None:
    rows = [
        ("paid", ago(30), ago(28)), ("late", ago(9), None), ("open", ago(-9), None),
    ]  # fmt: skip
    world.load_more(
        receivables=[
            {"customer_id": acme, "number": number, "issued_on": ago(40), "due_on": due,
             "amount_cents": 500, "paid_cents": 500 if paid else 0, "paid_on": paid}
            for number, due, paid in rows
        ]
    )  # fmt: skip
    found = story(world, acme)
    assert [(one.number, one.days_late) for one in found.titles] == [
        ("open", -9),
        ("late", 9),
        ("paid", None),
    ]
    shown = [(one.title, one.code) for one in entries(found, StoryKind.TITLE)]
    assert shown == [("late", "overdue"), ("paid", "paid"), ("open", "open")]


def test_quotes_and_cases_are_told(world: World, acme: UUID) -> None:
    quote = new_id()
    world.load_more(
        quotes=[
            {"id": quote, "customer_id": acme, "number": "Q1", "opened_on": ago(9),
             "state": QuoteState.OPEN, "total_cents": 900, "seller_id": world.user.user_id,
             "stopped_reason": "Achou caro"}
        ],
        quote_items=[
            {"quote_id": quote, "line": 1, "description": "Graxa", "quantity_milli": 1_500,
             "unit_cents": 600}
        ],
        service_cases=[
            {"customer_id": acme, "number": "AT-1", "kind": ServiceCaseKind.COMPLAINT,
             "state": ServiceCaseState.OPEN, "opened_at": at(3), "title": "Caixa trocada",
             "description": "Veio outra"}
        ],
    )  # fmt: skip
    found = story(world, acme)
    (read,) = found.quotes
    assert (read.number, read.seller, read.stopped_reason) == ("Q1", world.user.name, "Achou caro")
    assert [(line.description, line.total_cents) for line in read.lines] == [("Graxa", 900)]
    assert [(one.title, one.description) for one in found.cases] == [
        ("Caixa trocada", "Veio outra")
    ]
    assert [(one.kind, one.code) for one in found.timeline] == [
        (StoryKind.CASE, "open"),
        (StoryKind.QUOTE, "open"),
    ]


def test_a_corrected_contact_is_marked_and_audited(world: World, acme: UUID) -> None:
    wrong = world.draft(acme, note="Quer 4", occurred_at=at(1))
    right = world.draft(acme, note="Quer 40", occurred_at=at(0), amends_id=wrong.contact_id)
    world.log(wrong)
    world.log(right)
    found = story(world, acme)
    told = [
        (one.key, one.amends, one.is_amended, one.detail)
        for one in entries(found, StoryKind.CONTACT)
    ]
    assert told == [
        (right.contact_id, wrong.contact_id, False, "Quer 40"),
        (wrong.contact_id, None, True, "Quer 4"),
    ]
    assert "contact_amended" in [line.code for line in found.audit]


def test_a_contact_names_the_colleague_who_talked_with_them_at_that_time(
    world: World, acme: UUID
) -> None:
    bia = world.colleague()
    theirs = bia.draft(acme, note="No telefone", occurred_at=at(1))
    mine = world.draft(acme, note="Na loja", occurred_at=at(1) + timedelta(minutes=35))
    alone = world.draft(acme, note="Outro dia", occurred_at=at(0))
    bia.log(theirs)
    world.log(mine)
    world.log(alone)
    with world.keeper.writing() as connection:
        connection.execute(
            insert(ContactCollision).values(
                customer_id=acme, contact_id=mine.contact_id, other_contact_id=theirs.contact_id,
                noted_at=at(0),
            )
        )  # fmt: skip
    told = {one.key: one.colleagues for one in entries(story(world, acme), StoryKind.CONTACT)}
    assert told == {
        theirs.contact_id: ((world.user.name, mine.occurred_at),),
        mine.contact_id: ((bia.user.name, theirs.occurred_at),),
        alone.contact_id: (),
    }


def test_a_contact_says_reason_person_forecast_and_estimate(world: World, acme: UUID) -> None:
    draft = world.draft(
        acme, outcome=world.outcomes["will_not_buy"], reason=world.reasons["price"],
        person_name="Célia", potential_cents=90_000, forecast_on=ago(-20),
    )  # fmt: skip
    world.log(draft)
    (entry,) = story(world, acme).timeline
    assert (entry.title, entry.person) == ("Não vai comprar agora · Preço", "Célia")
    assert (entry.cents, entry.forecast_on) == (90_000, ago(-20))
    assert (entry.who, entry.channel) == (world.user.name, Channel.PHONE)


def test_post_its_are_for_those_whom_they_are_meant_for_while_they_hold(
    world: World, acme: UUID
) -> None:
    other = world.colleague()
    keys = {name: new_id() for name in ("all", "mine", "theirs", "over")}
    world.load_more(
        post_its=[
            {"id": key, "author_id": other.user.user_id, "body": name, "posted_at": at(2),
             "valid_until_on": ago(1) if name == "over" else ago(-1)}
            for name, key in keys.items()
        ],
        post_it_customers=[{"post_it_id": key, "customer_id": acme} for key in keys.values()],
        post_it_recipients=[
            {"post_it_id": keys["mine"], "user_id": world.user.user_id},
            {"post_it_id": keys["theirs"], "user_id": other.user.user_id},
        ],
    )  # fmt: skip

    def read(viewer: World) -> set[str]:
        return {one.detail for one in entries(story(viewer, acme), StoryKind.POST_IT)}

    assert read(world) == {"all", "mine"}
    assert read(other) == {"all", "mine", "theirs"}, "its author sees what they wrote"


def test_messages_and_pitches_are_told(world: World, acme: UUID) -> None:
    fact = {"device_id": world.user.device_id, "recorded_at": at(1)}
    world.load_more(
        sent_messages=[
            {"customer_id": acme, "user_id": world.user.user_id, "channel": Channel.EMAIL,
             "address": "a@b.example", "subject": "Tabela", "body": "Segue.",
             "state": MessageState.SENT, "occurred_at": at(2), "device_seq": 901, **fact}
        ],
        pitch_notes=[
            {"customer_id": acme, "author_id": world.user.user_id, "written_at": at(days),
             "why_stopped": f"Preço {days}", "device_seq": 902 + days, **fact}
            for days in (4, 1)
        ],
    )  # fmt: skip
    found = story(world, acme)
    assert [one.why_stopped for one in found.pitches] == ["Preço 1", "Preço 4"]
    (message,) = entries(found, StoryKind.MESSAGE)
    assert (message.code, message.title, message.detail) == ("sent", "Tabela", "Segue.")


def test_a_colleagues_own_callback_is_seen_without_its_note(world: World, acme: UUID) -> None:
    other = world.colleague()
    draft = AppointmentDraft(
        kind=AppointmentKind.MY_CALLBACK, due_at=at(-1), has_time=True, note="Segredo"
    )
    with other.database.write() as unit:
        unit.agenda.set_next_contact(acme, draft, user=other.user, contact_id=None, at=NOW)
        unit.changed(Topic.AGENDA, customer_ids=[])
    (own,) = entries(story(other, acme), StoryKind.AGENDA)
    assert (own.code, own.detail, own.title) == ("scheduled", "Segredo", "17/03/2026 09:00")
    (seen,) = entries(story(world, acme), StoryKind.AGENDA)
    assert (seen.code, seen.detail, seen.who) == ("others_callback", "", other.user.name)


def test_objections_name_what_they_wait_on(world: World, acme: UUID) -> None:
    kind, title = new_id(), new_id()
    world.load_more(
        objection_kinds=[{"id": kind, "code": "P", "name": "Preço"}],
        receivables=[{"id": title, "customer_id": acme, "number": "T/1", "due_on": ago(3),
                      "amount_cents": 5}],
        objections=[
            {"customer_id": acme, "kind_id": kind, "state": ObjectionState.WAITING,
             "opened_at": at(5), "wait_condition": WaitCondition.RECEIVABLE_PAID,
             "wait_reference_id": title}
        ],
    )  # fmt: skip
    (line,) = story(world, acme).objections
    assert (line.name, line.wait_subject) == ("Preço", "T/1")
    assert line.waits_for is WaitCondition.RECEIVABLE_PAID


def test_the_audit_says_who_did_what(world: World, acme: UUID) -> None:
    user, first, imported = world.user.user_id, new_ids(3), new_id()
    arrived = id_after(first, 1)
    fact = {"device_id": world.user.device_id, "recorded_at": at(1)}
    run = {"source": "screen", "file_name": "clientes.csv", "file_sha256": "0" * 64,
           "kind": "clientes", "user_id": user, "state": ImportState.DONE,
           "started_at": at(60)}  # fmt: skip
    world.load_more(
        customers=[customer(arrived, "77")],
        imports=[run | {"id": imported}],
        import_batches=[
            {"import_id": imported, "ordinal": 1, "first_line": 2, "last_line": 4,
             "entity": "customers", "first_id": first, "id_count": 3}
        ],
        import_rows=[
            {"import_id": imported, "line": 2, "verdict": RowVerdict.CHANGED,
             "entity": "customers", "entity_id": acme}
        ],
        customer_blocks=[
            {"customer_id": acme, "blocked_on": ago(50), "unblocked_on": ago(40), "reason": "Mora"}
        ],
        claims=[
            {"customer_id": acme, "user_id": user, "state": ClaimState.FINISHED,
             "claimed_at": at(3), "lease_until": at(3), "finished_at": at(3, 13)}
        ],
        queue_events=[
            {"customer_id": acme, "user_id": user, "kind": QueueEventKind.SKIPPED,
             "reason": "Ligar à tarde", "occurred_at": at(2), "device_seq": 901, **fact}
        ],
        contact_permissions=[
            {"customer_id": acme, "channel": Channel.WHATSAPP, "is_forbidden": True,
             "reason": "Pediu", "author_id": user, "stated_at": at(1), "device_seq": 902, **fact}
        ],
    )  # fmt: skip
    assert [(line.code, line.detail) for line in story(world, acme).audit] == [
        ("forbidden_whatsapp", "Pediu"),
        ("queue_skipped", "Ligar à tarde"),
        ("claim_finished", ""),
        ("unblocked", "Mora"),
        ("blocked", "Mora"),
        ("imported_changed", "clientes.csv"),
    ]
    assert [(line.code, line.who) for line in story(world, arrived).audit] == [
        ("imported_new", world.user.name)
    ]


def test_a_past_day_knows_nothing_of_later_days(world: World, acme: UUID) -> None:
    world.log(world.draft(acme, occurred_at=at(10), note="Antes"))
    world.log(world.draft(acme, occurred_at=at(2), note="Depois"))
    found = story(world, acme, known_at=at(5))
    assert [one.detail for one in entries(found, StoryKind.CONTACT)] == ["Antes"]
