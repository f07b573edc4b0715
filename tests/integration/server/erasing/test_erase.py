"""Somebody is erased on the server: their words go, sums stay, and the trail explains it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import Connection, text

from cockpit.data.audit.seals import seal
from cockpit.data.audit.verify import Verifier
from cockpit.data.defaults import OUTCOMES
from cockpit.data.facts import FactWriter
from cockpit.data.server.erasing.administration import erase
from cockpit.data.server.sync.catalogue import customer_of
from cockpit.domain.erasure import WORDINGS
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, ContactDirection, Role
from models import Base, Contact
from tests.integration.server.sync.laptops import Laptop, said
from tests.support.company_rows import fill_company
from tests.support.team import Person, TeamDatabase

NAME, MAIL = "Conceição Albuquerque", "conceicao.a@exemplo.com.br"
#: What nobody may find any more, in any table.
SECRETS = ("Concei", "CONCEI", "Albuquerque", "conceicao", "98765-4321", "987654321")


@pytest.fixture
def laptop(team_database: TeamDatabase) -> Laptop:
    return Laptop.of(team_database.join("bia", Role.EXTERNAL_SELLER))


@pytest.fixture
def chief(team_database: TeamDatabase) -> Person:
    return team_database.join("chefe", Role.ADMINISTRATOR)


@pytest.fixture
def mine(team_database: TeamDatabase, laptop: Laptop, customers: list[UUID]) -> UUID:
    _do(team_database, "UPDATE customers SET owner_id = :me WHERE id = :key",
        me=laptop.person.user.user_id, key=customers[0])  # fmt: skip
    return customers[0]


@pytest.fixture
def person(team_database: TeamDatabase, mine: UUID) -> UUID:
    key = new_id()
    _do(
        team_database,
        """INSERT INTO contact_persons (id, customer_id, name, job_title, email, note, is_primary,
            is_decision_maker, created_at, updated_at)
        VALUES (:key, :customer, :name, 'Compras', :mail, 'irmã do dono', false, false, now(),
            now())""",
        key=key, customer=mine, name=NAME, mail=MAIL,
    )  # fmt: skip
    _do(
        team_database,
        """INSERT INTO phones (id, customer_id, person_id, raw, e164, kind, is_primary, is_valid,
            created_at, updated_at)
        VALUES (:key, :customer, :person, '(11) 98765-4321', '+5511987654321', 'mobile', false,
            true, now(), now())""",
        key=new_id(), customer=mine, person=key,
    )  # fmt: skip
    return key


def _do(team: TeamDatabase, statement: str, **values: object) -> None:
    with team.superuser.begin() as connection:
        connection.execute(text(statement), values)


def _one(team: TeamDatabase, statement: str, **values: object) -> object:
    with team.superuser.connect() as connection:
        return connection.execute(text(statement), values).scalar_one()


def _everything(team: TeamDatabase) -> Iterator[tuple[str, str]]:
    """Return each row of each table as text."""
    with team.superuser.connect() as connection:
        tables = connection.execute(
            text("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                 " 'public'::regnamespace")
        ).scalars().all()  # fmt: skip
        for table in tables:
            for row in connection.exec_driver_sql(f"SELECT t::text FROM {table} AS t").scalars():
                yield table, row


def _leaks(team: TeamDatabase, secrets: tuple[str, ...] = SECRETS) -> list[str]:
    return [
        f"{table}: {word}" for table, row in _everything(team) for word in secrets if word in row
    ]


def _say_much(laptop: Laptop, mine: UUID, person: UUID) -> None:
    """Let a laptop tell what names the person, with and without naming them by their key."""
    near = laptop.contact(
        mine, person_id=str(person), person_name=NAME, note="Prometeu pedir na sexta"
    )
    far = laptop.contact(mine, note="A CONCEIÇÃO saiu; o celular era 11 98765-4321, hoje vazio")
    message = laptop.fact(
        "sent_messages", customer_id=str(mine), person_id=str(person), user_id=laptop.me,
        channel="email", address=MAIL, subject="Olá", body=f"Prezada {NAME}", state="sent",
        occurred_at=said(),
    )  # fmt: skip
    pitch = laptop.fact(
        "pitch_notes", customer_id=str(mine), author_id=laptop.me, written_at=said(),
        why_stopped="Brigou com a Albuquerque", goal="voltar",
    )  # fmt: skip
    wish = laptop.command(
        "contact_persons", person, "change", base={"note": "irmã do dono"},
        value={"note": f"{NAME} é prima do dono"},
    )  # fmt: skip
    answers = laptop.push(near, far, message, pitch, wish)
    assert [one["answer"] for one in answers[:4]] == ["stored"] * 4, answers


def _verified(person: Person) -> list[object]:
    with person.engines.writing() as connection:
        seal(connection, at=datetime.now(UTC), is_at_once=True)
    with person.engines.reading() as connection:
        return list(Verifier(connection).run().findings)


def _erase(chief: Person, entity: str, key: UUID, *, is_trial: bool = False) -> dict[str, int]:
    with chief.engines.writer.connect() as connection:
        return dict(erase(connection, entity, key, is_trial=is_trial).rows)


def test_nothing_of_a_person_is_left_anywhere(
    team_database: TeamDatabase, laptop: Laptop, chief: Person, mine: UUID, person: UUID
) -> None:
    _say_much(laptop, mine, person)
    assert _verified(chief) == []
    assert _leaks(team_database)
    tried = _erase(chief, "contact_persons", person, is_trial=True)
    assert _leaks(team_database)
    assert _erase(chief, "contact_persons", person) == tried
    assert _leaks(team_database) == []
    assert tried["contacts"] == 2
    assert tried["phones"] == 1
    far = _one(team_database, "SELECT note FROM contacts WHERE person_id IS NULL")
    assert far == "A [apagado] saiu; o celular era [apagado], hoje vazio"
    near = "SELECT note IS NULL AND person_name IS NULL FROM contacts WHERE person_id = :person"
    assert _one(team_database, near, person=person) is True
    assert _verified(chief) == []


def test_a_redacted_fact_is_tampered_with(
    team_database: TeamDatabase, laptop: Laptop, chief: Person, mine: UUID, person: UUID
) -> None:
    _say_much(laptop, mine, person)
    _erase(chief, "contact_persons", person)
    _do(team_database, "UPDATE contacts SET potential_cents = 1 WHERE person_id IS NOT NULL")
    (finding,) = _verified(chief)
    assert finding.kind == "changed"  # type: ignore[attr-defined]


def test_late_words_arrive_empty(
    team_database: TeamDatabase, laptop: Laptop, chief: Person, mine: UUID, person: UUID
) -> None:
    _erase(chief, "contact_persons", person)
    contact = laptop.contact(mine, person_id=str(person), person_name=NAME, note="Falei com ela")
    photo = laptop.fact(
        "attachments", contact_id=contact["row"]["id"], customer_id=str(mine), user_id=laptop.me,
        name="Conceição.jpg", media_type="image/jpeg", size=3, sha256="a" * 64, taken_at=said(),
    )  # fmt: skip
    wish = laptop.command(
        "contact_persons", person, "change", base={"name": NAME}, value={"name": f"{NAME} Filha"}
    )
    answers = laptop.push(contact, photo, wish)
    assert [one["answer"] for one in answers] == ["stored", "stored", "rejected"]
    assert [one["answer"] for one in laptop.push(contact, photo)] == ["known", "known"]
    laptop.ask("SELECT giro_sync_attach(%s, 0, %s)", photo["row"]["id"], b"abc")
    assert _one(team_database, "SELECT count(*) FROM attachment_contents") == 0
    assert _leaks(team_database) == []
    assert _verified(chief) == []


def test_a_form_that_was_open_at_the_office_is_saved_without_their_words(
    team_database: TeamDatabase, chief: Person, mine: UUID, person: UUID
) -> None:
    _erase(chief, "contact_persons", person)
    at = datetime.now(UTC)
    content = {
        "id": new_id(), "customer_id": mine, "person_id": person, "person_name": NAME,
        "user_id": chief.user.user_id, "occurred_at": at, "channel": Channel.PHONE,
        "direction": ContactDirection.OUTBOUND, "outcome_id": OUTCOMES[0].outcome_id,
        "note": "Falei com a Conceição",
    }  # fmt: skip
    with chief.engines.writing() as connection:
        FactWriter(connection).add(Contact, content, device_id=chief.user.device_id, at=at)
    assert _one(team_database, "SELECT count(*) FROM contacts") == 1
    assert _leaks(team_database) == []
    assert _verified(chief) == []


def test_a_customer_who_is_a_person_keeps_their_sums(
    team_database: TeamDatabase, laptop: Laptop, chief: Person, mine: UUID, person: UUID
) -> None:
    _do(team_database, "UPDATE customers SET legal_name = 'Vanderlei Quintanilha', tax_id ="
        " '52998224725', search_text = 'vanderlei quintanilha 52998224725' WHERE id = :key",
        key=mine)  # fmt: skip
    _say_much(laptop, mine, person)
    laptop.push(laptop.contact(mine, note="Seu Vanderlei, CPF 529.982.247-25"))
    before = _one(team_database, "SELECT coalesce(sum(net_cents), 0) FROM orders")
    _erase(chief, "customers", mine)
    secrets = (*SECRETS, "Vanderlei", "vanderlei", "Quintanilha", "529.982", "52998224725")
    assert _leaks(team_database, secrets) == []
    assert _one(team_database, "SELECT coalesce(sum(net_cents), 0) FROM orders") == before
    _do(team_database, "UPDATE customers SET legal_name = 'Vanderlei Quintanilha', city = 'Itu'"
        " WHERE id = :key", key=mine)  # fmt: skip
    assert _leaks(team_database, secrets) == []
    assert _one(team_database, "SELECT city FROM customers WHERE id = :key", key=mine) == "Itu"
    laptop.push(laptop.contact(mine, note="Seu Vanderlei ligou"))
    assert _leaks(team_database, secrets) == []
    assert _verified(chief) == []


def test_what_was_set_aside_is_emptied_and_decided(
    team_database: TeamDatabase, laptop: Laptop, chief: Person, mine: UUID, person: UUID
) -> None:
    odd = laptop.contact(mine, person_id=str(person), person_name=NAME, outcome_id=str(new_id()))
    assert [one["answer"] for one in laptop.push(odd)] == ["quarantined"]
    assert _leaks(team_database)
    rows = _erase(chief, "contact_persons", person)
    assert rows["quarantined_facts"] == 1
    assert _leaks(team_database) == []
    late = laptop.contact(mine, person_id=str(person), person_name=NAME, outcome_id=str(new_id()))
    assert [one["answer"] for one in laptop.push(late)] == ["quarantined"]
    assert _leaks(team_database) == []
    _do(team_database, "DELETE FROM quarantined_facts WHERE device_seq = 2")
    open_ = "SELECT count(*) FROM quarantined_facts WHERE resolved_at IS NULL"
    assert _one(team_database, open_) == 0


def test_only_administrators_erase(
    team_database: TeamDatabase, laptop: Laptop, person: UUID
) -> None:
    manager = team_database.join("gil", Role.MANAGER)
    for one in (laptop.person, manager):
        with pytest.raises(Exception, match="denied"):
            _erase(one, "contact_persons", person)
    assert _leaks(team_database)


def test_an_erasure_is_never_forgotten(
    team_database: TeamDatabase, chief: Person, person: UUID
) -> None:
    _erase(chief, "contact_persons", person)
    _do(team_database, "UPDATE tombstones SET deleted_at = now() - interval '200 days'")
    with chief.engines.writing() as connection:
        connection.execute(text("SELECT * FROM giro_sync_upkeep()"))
    kept = "SELECT count(*) FROM tombstones WHERE entity_id = :key AND reason = 'erased'"
    assert _one(team_database, kept, key=person) == 1


def test_a_restored_server_erases_again(
    team_database: TeamDatabase, laptop: Laptop, chief: Person, mine: UUID, person: UUID
) -> None:
    """The words were emptied as they came home; the event that explained them is lost."""
    _say_much(laptop, mine, person)
    _do(team_database, "UPDATE contacts SET note = NULL, person_name = NULL WHERE person_id IS NOT"
        " NULL")  # fmt: skip
    assert _verified(chief) != []
    _erase(chief, "contact_persons", person)
    assert _verified(chief) == []
    count = "SELECT count(*) FROM audit_events WHERE action = 'facts_redacted'"
    once = _one(team_database, count)
    _erase(chief, "contact_persons", person)
    assert _one(team_database, count) == once


def test_the_server_hashes_facts_as_programs_do(team_database: TeamDatabase) -> None:
    fill_company(team_database)
    from cockpit.data.audit.canonical import STORAGE  # noqa: PLC0415
    from cockpit.data.facts import FACT_TABLES  # noqa: PLC0415
    from cockpit.domain.facts import ARRIVAL  # noqa: PLC0415

    odd = 'à "b" \\ \n\t \x01 \x7f \u2028 😀 </x>'
    with team_database.superuser.begin() as connection:
        connection.execute(text("UPDATE contacts SET note = :odd"), {"odd": odd})
        count = 0
        for table in FACT_TABLES:
            for row in connection.execute(table.select()).mappings().all():
                content = {k: v for k, v in row.items() if k not in {*STORAGE, ARRIVAL}}
                assert _hash(connection, table.name, row["id"]) == fingerprint(table.name, content)
                count += 1
    assert count > 50


def _hash(connection: Connection, table: str, key: UUID) -> object:
    return connection.execute(
        text(f"SELECT giro_fact_hash(:table, to_jsonb(t)) FROM {table} t WHERE id = :key"),
        {"table": table, "key": key},
    ).scalar_one()


def test_a_customer_with_a_row_in_every_table(team_database: TeamDatabase) -> None:
    """What anybody wrote about the customer is gone, in all tables; others keep theirs."""
    company = fill_company(team_database)
    alice = team_database.open(team_database.login_of("alice"))
    key = company.customers["A1"]
    # Whatever somebody may have written, they did.
    for table, wording in WORDINGS.items():
        for word in wording.words:
            size = Base.metadata.tables[table].c[word].type.length or 99  # type: ignore[attr-defined]
            _do(team_database, f"UPDATE {table} SET {word} = left('dito', {size})")
    with alice.engines.writer.connect() as connection:
        rows = dict(erase(connection, "customers", key).rows)
    assert set(WORDINGS) <= set(rows)
    for table, wording in WORDINGS.items():
        whose = customer_of(table, table)
        for word in wording.words:
            left = f"SELECT count(*) FROM {table} WHERE left({word}, 2) = 'di' AND {whose} "
            assert _one(team_database, left + "= :key", key=key) == 0, (table, word)
            others = _one(team_database, left + "<> :key", key=key)
            # The company has one answer to a review, and that is this customer's.
            assert others != 0 or table == "contact_review_receipts", (table, word)
    with alice.engines.writer.connect() as connection:
        again = dict(erase(connection, "customers", key).rows)
    assert again == {}


@pytest.mark.parametrize(
    ("name", "said_of", "left"),
    [
        ("José da Silva Jr.", "Fale com jose da  silva jr. hoje", "Fale com [apagado] hoje"),
        ("(Zé) Prado", "o (ze) prado saiu", "o [apagado] saiu"),
        ("Ana Prado", "Diana Pradosa e Ana Prado-Lima", "Diana Pradosa e [apagado]-Lima"),
    ],
)
def test_a_name_is_found_whatever_marks_it_has(
    team_database: TeamDatabase, name: str, said_of: str, left: str
) -> None:
    found = """SELECT giro_erased_text(:said, (giro_erasing_patterns(
        ARRAY[:name], NULL, NULL, NULL, NULL)).certain)"""
    assert _one(team_database, found, name=name, said=said_of) == left


def test_a_colleagues_longer_address_stays(team_database: TeamDatabase) -> None:
    found = """SELECT giro_erased_text('De ana@x.com.br a diana@x.com.br.',
        (giro_erasing_patterns(NULL, NULL, ARRAY['ana@x.com.br'], NULL, NULL)).certain)"""
    assert _one(team_database, found) == "De [apagado] a diana@x.com.br."
