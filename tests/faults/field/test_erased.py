"""Somebody is erased while laptops are away with words about them; afterwards nobody has any."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.data.backup import back_up
from cockpit.data.defaults import OUTCOMES
from cockpit.data.facts import FactWriter
from cockpit.data.server.erasing.administration import erase
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, ContactDirection
from models import Base, Contact, ContactPerson
from tests.faults.field.laptop import KEY
from tests.faults.field.making import AUDITOR
from tests.faults.field.plain_bytes import plain_bytes, spellings
from tests.faults.field.small_field import Held, SmallField

pytestmark = pytest.mark.timeout(120)
NAME = "Conceição Albuquerque"
WORDS = ("Conceição", "Albuquerque", "98765-4321", "5511987654321", "açaí de Bragança")


def _person(field: SmallField, customer: UUID) -> UUID:
    key = new_id()
    field.execute(
        """INSERT INTO contact_persons (id, customer_id, name, email, is_primary,
            is_decision_maker, created_at, updated_at)
        VALUES (:key, :customer, :name, 'conceicao.albuquerque@exemplo.br', false, false, now(),
            now())""",
        key=key, customer=customer, name=NAME,
    )  # fmt: skip
    field.execute(
        """INSERT INTO phones (id, customer_id, person_id, raw, e164, kind, is_primary, is_valid,
            created_at, updated_at)
        VALUES (gen_random_uuid(), :customer, :key, '(11) 98765-4321', '+5511987654321', 'mobile',
            false, true, now(), now())""",
        key=key, customer=customer,
    )  # fmt: skip
    return key


def _talk(held: Held, customer: UUID, person: UUID | None, note: str) -> UUID:
    """Write down a contact as the form does, and say of the person what one learned."""
    user = held.seller._user()
    key, at = new_id(), datetime.now(UTC)
    content = {
        "id": key, "customer_id": customer, "person_id": person,
        "person_name": NAME if person else None, "user_id": user.user_id, "occurred_at": at,
        "channel": Channel.PHONE, "direction": ContactDirection.OUTBOUND,
        "outcome_id": OUTCOMES[0].outcome_id, "note": note,
    }  # fmt: skip
    with held.engines.writing() as connection:
        FactWriter(connection).add(Contact, content, device_id=user.device_id, at=at)
    held.seller.journal.note("attempt", mark=note)
    held.seller._tell("contacts", key, note)
    return key


def _wish(held: Held, person: UUID, note: str) -> None:
    table = Base.metadata.tables[ContactPerson.__tablename__]
    with held.engines.writing() as connection:
        connection.execute(table.update().where(table.c.id == person).values(note=note))


def _erase(field: SmallField, person: UUID) -> None:
    keeper = field.team.open(field.team.login_of(AUDITOR)).engines
    with keeper.writer.connect() as connection:
        erase(connection, "contact_persons", person)


def _says(held: Held) -> list[str]:
    whole = plain_bytes(held.laptop.path)
    return [word for word in WORDS if any(form in whole for form in spellings(word))]


def _work(field: SmallField, held: Held, person: UUID) -> None:
    """Talk about the person, be refused once, and have a copy of the file made."""
    _talk(held, field.customers[0], person, "Gosta de açaí de Bragança")
    _talk(held, field.customers[0], None, "Quem decide é a Albuquerque")
    _wish(held, person, f"{NAME} volta na terça")
    held.settle()
    _wish(held, person, "Albuquerque com acento")
    field.execute("UPDATE contact_persons SET note = 'outra coisa' WHERE id = :key", key=person)
    held.settle()


def test_a_person_is_erased_while_a_laptop_is_away(field: SmallField) -> None:
    held = field.add("ana", field.customers[:2])
    person = _person(field, field.customers[0])
    held.settle()
    _work(field, held, person)
    back_up(held.laptop.path, "0024", KEY)
    assert len(_says(held)) >= 4
    _talk(held, field.customers[0], person, "Ainda gosta de açaí de Bragança")
    _wish(held, person, f"{NAME} casou")
    _erase(field, person)
    held.settle()
    assert _says(held) == []
    assert field.violations(erased=WORDS, apart=["2", "4"]) == []
    # The change of an erased person's row was refused, and its words were not kept.
    aside = "SELECT string_agg(reason || ' ' || payload::text, ';') FROM quarantined_facts"
    assert str(field.value(aside)).startswith("erased {")


@pytest.mark.parametrize("is_old", [False, True])
def test_an_old_laptop_brings_nothing_back(field: SmallField, tmp_path: Path, is_old: bool) -> None:
    """It was away for 200 days; or its file was put back to what it was then."""
    held = field.add("ana", field.customers[:2])
    person = _person(field, field.customers[0])
    held.settle()
    _work(field, held, person)
    old = back_up(held.laptop.path, "antes", KEY)
    kept = tmp_path / "kept.db"
    kept.write_bytes(old.read_bytes())
    old.unlink()
    _erase(field, person)
    if is_old:
        held.settle()
        held.engines.close()
        for file in held.laptop.path.parent.glob(f"{held.laptop.path.name}*"):
            file.unlink()
        held.laptop.path.write_bytes(kept.read_bytes())
        field.held.remove(held)
        held = field.open(held.laptop)
    kept.unlink()
    field.execute("UPDATE tombstones SET deleted_at = deleted_at - interval '200 days'")
    keeper = field.team.open(field.team.login_of(AUDITOR)).engines
    with keeper.writing() as connection:
        connection.execute(text("SELECT * FROM giro_sync_upkeep()"))
    _talk(held, field.customers[0], person, "De novo açaí de Bragança")
    held.settle()
    assert _says(held) == []
    assert field.violations(erased=WORDS, apart=["2", "4"]) == []
