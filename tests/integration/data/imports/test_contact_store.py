"""Conversations that another system recorded."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from cockpit.data.repositories import history
from cockpit.domain.facts import fingerprint
from models import Contact
from tests.integration.data.conftest import World
from tests.integration.data.imports.conftest import Desk
from tests.integration.data.imports.records import CONVERSA, PARAFUSOS

BARE = replace(
    CONVERSA,
    customer="0007",
    seller="",
    person_name="",
    outcome="",
    reason="",
    campaign="",
    note="",
)


def test_a_past_contact_shows_in_the_customers_history(world: World, desk: Desk) -> None:
    (key,) = desk.take(PARAFUSOS).stored[0].touched
    assert desk.take(CONVERSA).verdicts == ["new"]
    with world.engines.reading() as connection:
        (contact,) = history.contacts(connection, key)
    assert contact.occurred_at == datetime(2025, 11, 3, 17, 30, tzinfo=UTC)
    assert contact.attendant == "Davi Luz"
    assert (contact.outcome, contact.reason, contact.campaign) == (
        "Não atendeu", "Preço", "Natal 2025",
    )  # fmt: skip


def test_known_words_are_the_programs_own_and_others_are_kept_for_the_past(desk: Desk) -> None:
    desk.take(PARAFUSOS)
    odd = replace(CONVERSA, outcome="CX POSTAL", reason="Mudou de ramo")
    desk.take(CONVERSA, odd, BARE)
    used = desk.query(
        "SELECT o.code, o.queue_effect, o.is_active FROM contacts c "
        "JOIN outcomes o ON o.id = c.outcome_id ORDER BY o.code"
    )
    assert [(code, effect, bool(active)) for code, effect, active in used] == [
        ("erp:contato registrado em outro sistema", "none", False),
        ("erp:cx postal", "none", False),
        ("no_answer", "cool_down", True),
    ]
    assert desk.query("SELECT code FROM reasons WHERE code LIKE 'erp:%'") == [
        ("erp:mudou de ramo",)
    ]
    assert desk.query("SELECT name, ends_on IS NULL FROM campaigns")[0][0] == "Natal 2025"


def test_the_same_contact_again_is_one_contact(desk: Desk) -> None:
    desk.take(PARAFUSOS)
    ran = desk.take(CONVERSA, CONVERSA, replace(CONVERSA, note="outra"), batch_size=2)
    assert ran.verdicts == ["new", "unchanged", "new"]
    assert desk.take(CONVERSA).verdicts == ["unchanged"]
    assert desk.query("SELECT count(*) FROM contacts") == [(2,)]
    assert desk.query("SELECT count(*) FROM campaigns") == [(1,)]


def test_an_unknown_customers_contact_is_rejected(desk: Desk) -> None:
    assert desk.take(CONVERSA).reasons == ["customer_unknown"]


def test_past_contacts_are_facts_of_their_import(world: World, desk: Desk) -> None:
    desk.take(PARAFUSOS)
    ran = desk.take(CONVERSA, BARE, replace(BARE, note="x"), batch_size=2)
    numbers = desk.query("SELECT device_seq FROM contacts ORDER BY device_seq")
    assert numbers == [(1,), (2,), (3,)]
    (device,) = {row[0] for row in desk.query("SELECT device_id FROM contacts")}
    device = UUID(bytes=device) if isinstance(device, bytes) else UUID(str(device))
    assert device == ran.import_id
    with world.engines.reading() as connection:
        rows = connection.execute(Contact.__table__.select()).mappings().all()
    aside = {
        "device_id",
        "device_seq",
        "recorded_at",
        "stored_at",
        "content_sha256",
        "row_version",
        "feed_xid",
    }
    for row in rows:
        content = {name: value for name, value in row.items() if name not in aside}
        assert fingerprint("contacts", content) == row["content_sha256"]


def test_a_past_contact_touches_no_agenda(world: World, desk: Desk) -> None:
    desk.take(PARAFUSOS)
    tables = ("appointments", "appointment_events", "reminders", "reminder_events", "objections")
    before = {table: world.all_rows(table) for table in tables}
    desk.take(CONVERSA)
    assert {table: world.all_rows(table) for table in tables} == before
