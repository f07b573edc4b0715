"""The route, quotes and attachments on stored data."""

import os
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.attachments import DEFAULT_LIMIT, PART_BYTES, WAITING
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError, ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.quotes import QuoteDraft, QuoteLine
from cockpit.domain.sections import StoryKind
from cockpit.domain.vocabulary import (
    Channel,
    LifecycleStatus,
    OrderKind,
    QuoteState,
    Role,
    Trend,
)
from cockpit.services.attachments import AttachmentService
from cockpit.services.quotes import QuoteService
from cockpit.services.visits import VisitService
from models import Quote
from tests.integration.data.conftest import NOW, World, customer
from tests.integration.data.test_post_its import Hand

TODAY = NOW.date()


def _visits(world: World) -> VisitService:
    return VisitService(world.database, Hand(), world.user)


def _quotes(world: World) -> QuoteService:
    user = replace(world.user, role=Role.OPERATOR)
    return QuoteService(world.database, AsOfClock(TODAY), user)


def _files(world: World) -> AttachmentService:
    return AttachmentService(world.database, Hand(), world.user, lambda content, _: content)


@pytest.fixture
def bolt(world: World, acme: UUID) -> UUID:
    """A product at 10.00 that the customer bought for 9.00."""
    company, product, order = new_id(), new_id(), new_id()
    world.load_more(
        companies=[{"id": company, "code": "1", "name": "Giro", "state": "SP"}],
        products=[{"id": product, "company_id": company, "code": "P1", "name": "Parafuso"}],
        price_entries=[
            {"product_id": product, "price_list": "A", "valid_from_on": date(2026, 1, 1),
             "price_cents": 1_000}
        ],
        orders=[
            {"id": order, "company_id": company, "customer_id": acme, "number": "1",
             "kind": OrderKind.SALE, "ordered_on": date(2026, 2, 1), "net_cents": 900}
        ],
        order_items=[
            {"order_id": order, "line": 1, "product_id": product, "description": "Parafuso",
             "quantity_milli": 1_000, "unit_cents": 900, "total_cents": 900}
        ],
    )  # fmt: skip
    return product


def test_the_route_knows_address_last_visit_and_value_at_risk(world: World, acme: UUID) -> None:
    world.load_more(
        addresses=[
            {"customer_id": acme, "kind": "delivery", "street": "Rua B", "city": "Itu"},
            {"customer_id": acme, "kind": "main", "street": "Rua A", "number": "10",
             "city": "São Paulo", "state": "SP", "postal_code": "01000-000"},
        ],
        customer_metrics=[_metric(acme)],
    )  # fmt: skip
    for channel, days in ((Channel.VISIT, 9), (Channel.VISIT, 3), (Channel.PHONE, 1)):
        at = NOW - timedelta(days=days)
        world.log(world.draft(acme, channel=channel, occurred_at=at))
    (route,) = _visits(world).routes()
    (stop,) = route.stops
    assert (route.city, stop.place.street, stop.at_risk_cents) == ("São Paulo", "Rua A", 5_000)
    assert stop.last_visit_at == NOW - timedelta(days=3)
    assert (stop.is_late, stop.is_forbidden) == (True, False)


def test_who_is_to_be_contacted_by_today_is_told(world: World, acme: UUID) -> None:
    def due() -> tuple[datetime | None, bool]:
        (route,) = _visits(world).routes()
        return route.stops[0].due_at, route.stops[0].has_time

    assert due() == (None, False)
    today, tomorrow = NOW + timedelta(hours=1), NOW + timedelta(days=1)
    for at, told in ((tomorrow, (None, False)), (today, (today, True))):
        draft = AppointmentDraft(at, has_time=True)
        with world.database.write() as unit:
            unit.agenda.set_next_contact(acme, draft, user=world.user, contact_id=None, at=NOW)
            unit.changed(customer_ids=[acme])
        assert due() == told


def test_own_customers_alone_are_visited_where_there_are_any(world: World, acme: UUID) -> None:
    other = new_id()
    world.load_more(customers=[customer(other, "2", owner_id=world.user.user_id)])
    (route,) = _visits(world).routes()
    assert [stop.customer_id for stop in route.stops] == [other]


def test_who_wants_no_contact_is_marked(world: World, acme: UUID) -> None:
    with world.database.write() as unit:
        unit.contacts.forbid(acme, user=world.user, reason="", at=NOW)
    (route,) = _visits(world).routes()
    assert route.stops[0].is_forbidden


def test_a_quote_is_stored_once_under_the_devices_next_number(
    world: World, acme: UUID, bolt: UUID
) -> None:
    service = _quotes(world)
    sheet = service.sheet(acme)
    assert [(one.list_cents, one.last_cents) for one in sheet.products] == [(1_000, 900)]
    draft = QuoteDraft(new_id(), acme, (QuoteLine(bolt, 2_000, 960),), sheet.expires_on)
    first, again = service.take(draft), service.take(draft)
    second = service.take(replace(draft, quote_id=new_id()))
    assert first == again
    assert (first[-2:], second[-2:]) == ("-1", "-2")
    with world.database.read() as unit:
        story = unit.stories.story(acme, today=TODAY)
    assert story is not None
    assert [(one.number, one.total_cents) for one in story.quotes] == [
        (second, 1_920), (first, 1_920)
    ]  # fmt: skip


def test_ones_own_open_quote_is_changed_under_its_number(
    world: World, acme: UUID, bolt: UUID
) -> None:
    service, nut, company = _quotes(world), new_id(), new_id()
    world.load_more(
        companies=[{"id": company, "code": "2", "name": "Filial", "state": "SP"}],
        products=[{"id": nut, "company_id": company, "code": "P2", "name": "Porca"}],
    )
    lines = (QuoteLine(bolt, 2_000, 960),)
    number = service.take(QuoteDraft(new_id(), acme, lines, TODAY + timedelta(days=7)))
    (before,) = service.sheet(acme).open_quotes
    assert (before.number, before.lines) == (number, lines)
    lines = (QuoteLine(bolt, 3_000, 960), QuoteLine(nut, 1_000, 500))
    draft = QuoteDraft(before.quote_id, acme, lines, before.expires_on)
    assert service.revise(draft, before) == number
    (after,) = service.sheet(acme).open_quotes
    assert (after.number, after.lines, after.total_cents) == (number, lines, 3_380)
    with pytest.raises(ConflictError):
        service.revise(draft, before)
    service.revise(replace(draft, lines=lines[1:]), after)
    (last,) = service.sheet(acme).open_quotes
    assert last.lines == lines[1:]


def test_a_colleagues_quote_and_an_answered_one_stay_as_they_are(
    world: World, acme: UUID, bolt: UUID
) -> None:
    service = _quotes(world)
    service.take(QuoteDraft(new_id(), acme, (QuoteLine(bolt, 2_000, 960),)))
    (quote,) = service.sheet(acme).open_quotes
    draft = QuoteDraft(quote.quote_id, acme, quote.lines)
    others = replace(service, user=replace(service.user, user_id=new_id()))
    assert others.sheet(acme).open_quotes == ()
    with pytest.raises(ConflictError):
        others.revise(draft, quote)
    assert world.keeper is not None
    with world.keeper.writing() as connection:
        connection.execute(update(Quote).values(state=QuoteState.WON))
    with pytest.raises(ConflictError):
        service.revise(draft, quote)


def test_a_quote_below_the_autonomy_leaves_nothing(world: World, acme: UUID, bolt: UUID) -> None:
    draft = QuoteDraft(new_id(), acme, (QuoteLine(bolt, 1_000, 1),))
    with pytest.raises(BadInputError):
        _quotes(world).take(draft)
    assert world.all_rows("quotes") == []


def test_a_file_is_stored_in_parts_and_comes_back_whole(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    content = b"%PDF-" + os.urandom(2 * PART_BYTES)
    line = _attached(world, acme, _written(tmp_path, "pedido.pdf", content))
    assert (line.name, line.size, line.is_here, line.is_waiting) == (
        "pedido.pdf", len(content), True, False
    )  # fmt: skip
    assert len(world.all_rows("attachment_contents")) == 3
    folder = tmp_path / "opened"
    folder.mkdir()
    path = _files(world).put_into(folder, line.attachment_id)
    assert sha256(path.read_bytes()).digest() == sha256(content).digest()
    assert path.stat().st_mode & 0o077 == 0


def test_a_name_that_leads_elsewhere_stays_in_its_folder(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    line = _attached(world, acme, _written(tmp_path, 'a\n"..\\..\\b.pdf', b"%PDF-x"))
    assert line.name == "b.pdf"


def test_an_attachment_that_is_a_laptops_waits_there(
    world: World, acme: UUID, tmp_path: Path
) -> None:
    if not world.engines.is_sqlite:
        pytest.skip("no laptop's file is a server")
    world.load_more(
        replicas=[
            {"id": new_id(), "device_id": world.user.device_id, "user_id": world.user.user_id,
             "server": "x"}
        ]
    )  # fmt: skip
    line = _attached(world, acme, _written(tmp_path, "pedido.pdf", b"%PDF-x"))
    assert line.is_waiting
    with world.database.read() as unit:
        story = unit.stories.story(acme, today=TODAY)
    assert story is not None
    (told,) = [one for one in story.timeline if one.kind is StoryKind.ATTACHMENT]
    assert (told.title, told.detail, told.code) == ("pedido.pdf", "1 KB", WAITING)
    assert told.of_contact == line.contact_id


def test_what_has_not_arrived_says_so(world: World, acme: UUID, tmp_path: Path) -> None:
    line = _attached(world, acme, _written(tmp_path, "pedido.pdf", b"%PDF-x"))
    with world.keeper.writing() as connection:
        connection.exec_driver_sql("DELETE FROM attachment_contents")
    with pytest.raises(BadInputError) as caught:
        _files(world).put_into(tmp_path, line.attachment_id)
    assert caught.value.message.key == "error.attachment_elsewhere"


def test_hostile_files_leave_nothing(world: World, acme: UUID, tmp_path: Path) -> None:
    for name, content, key in (
        ("photo.jpg", b"", "attachment_empty"),
        ("photo.jpg", b"MZ" + bytes(99), "attachment_program"),
        ("large.bin", bytes(DEFAULT_LIMIT + 1), "attachment_too_large"),
    ):
        with pytest.raises(BadInputError) as caught:
            _attached(world, acme, _written(tmp_path, name, content))
        assert caught.value.message.key == f"error.{key}"
    assert world.all_rows("attachments") == []


def test_links_folders_and_pipes_are_no_files(world: World, acme: UUID, tmp_path: Path) -> None:
    link, pipe = tmp_path / "link.pdf", tmp_path / "pipe.pdf"
    link.symlink_to(_written(tmp_path, "real.pdf", b"%PDF-x"))
    os.mkfifo(pipe)
    for path in (link, pipe, tmp_path):
        with pytest.raises(BadInputError) as caught:
            _attached(world, acme, path)
        assert caught.value.message.key == "error.attachment_no_file"


def test_what_is_attached_goes_with_a_contact_of_late(world: World, acme: UUID) -> None:
    service = _visits(world)
    assert service.recent_contact(acme) is None
    world.log(world.draft(acme, occurred_at=NOW - timedelta(days=2)))
    assert service.recent_contact(acme) is None
    draft = world.draft(acme)
    world.log(draft)
    assert service.recent_contact(acme) == (draft.contact_id, NOW)


def _written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _attached(world: World, customer_id: UUID, path: Path) -> Any:
    draft = world.draft(customer_id, channel=Channel.VISIT)
    world.log(draft)
    service, key = _files(world), new_id()
    for _ in range(2):
        service.add(path, attachment_id=key, contact_id=draft.contact_id, customer_id=customer_id)
    (line,) = service.of_customer(customer_id)
    return line


def _metric(customer_id: UUID) -> dict[str, Any]:
    status = LifecycleStatus.AT_RISK
    return {
        "customer_id": customer_id, "status": status, "own_status": status,
        "fixed_status": status, "trend": Trend.FLAT, "at_risk_cents": 5_000,
        "computed_for_on": TODAY, "engine": "test",
    }  # fmt: skip
