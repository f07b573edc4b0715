"""What a laptop sends is stored once, decided once, and never loses anything."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep
from uuid import UUID

from sqlalchemy import text

from cockpit.data.revisions import own_revisions
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind, Role
from tests.integration.server.sync.laptops import AT, Laptop, said
from tests.support.team import TeamDatabase


def _one(team: TeamDatabase, statement: str, **values: object) -> object:
    with team.superuser.connect() as connection:
        return connection.execute(text(statement), values).scalar_one()


def _answers(answers: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(one["answer"], one["reason"]) for one in answers]


def test_facts_are_stored_once(team_database: TeamDatabase, laptop: Laptop, mine: UUID) -> None:
    first, second = laptop.contact(mine), laptop.contact(mine)
    assert _answers(laptop.push(first)) == [("stored", "")]
    assert _answers(laptop.push(first, second)) == [("known", ""), ("stored", "")]
    assert _one(team_database, "SELECT count(*) FROM contacts") == 2


def test_other_words_under_a_key_are_set_aside(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    contact = laptop.contact(mine)
    laptop.push(contact)
    forged = {**contact, "row": {**contact["row"], "note": "Outro", "content_sha256": "0" * 64}}
    assert _answers(laptop.push(forged)) == [("quarantined", "content_differs")]
    assert _answers(laptop.push(forged)) == [("quarantined", "content_differs")]
    assert _one(team_database, "SELECT count(*) FROM quarantined_facts") == 1


def test_a_copied_file_is_told_so(laptop: Laptop, mine: UUID) -> None:
    laptop.push(laptop.contact(mine))
    laptop.last = 0
    assert laptop.push(laptop.contact(mine)) == []


def test_what_cannot_be_stored_blocks_nothing(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID, customers: list[UUID]
) -> None:
    answers = laptop.push(
        laptop.contact(customers[1]),
        laptop.contact(mine, user_id=str(new_id())),
        laptop.contact(mine, outcome_id=str(new_id())),
        laptop.contact(mine, novel="?"),
        laptop.contact(mine, occurred_at="ontem"),
        laptop.contact(mine),
    )
    assert [one["reason"] for one in answers] == [
        "not_yours", "parent_missing", "parent_missing", "unreadable", "unreadable", "",
    ]  # fmt: skip
    assert _one(team_database, "SELECT count(*) FROM contacts") == 1
    assert laptop.greet()["last_number"] == 6


def test_what_was_said_before_a_customer_left_counts(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    with team_database.superuser.begin() as connection:
        connection.execute(text("UPDATE customers SET owner_id = NULL"))
    assert _answers(laptop.push(laptop.contact(mine))) == [("stored", "")]


def test_a_change_is_whole_or_not_at_all(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    wish = {"preferred_channel": "whatsapp", "updated_at": said()}
    command = laptop.command(
        "customers", mine, "change", base={"preferred_channel": None}, value=wish
    )
    assert _answers(laptop.push(command)) == [("applied", "")]
    assert _answers(laptop.push(command)) == [("applied", "")]
    other = laptop.command(
        "customers", mine, "change", base={"preferred_channel": None},
        value={"preferred_channel": "email"},
    )  # fmt: skip
    (answer,) = laptop.push(other)
    assert (answer["answer"], answer["reason"]) == ("conflict", "changed")
    assert answer["row"]["preferred_channel"] == "whatsapp"
    assert _one(team_database, "SELECT count(*) FROM command_outcomes") == 2


def test_columns_of_others_stay(laptop: Laptop, mine: UUID, customers: list[UUID]) -> None:
    answers = laptop.push(
        laptop.command("customers", mine, "change", base={}, value={"legal_name": "X"}),
        laptop.command(
            "customers", customers[1], "change", base={}, value={"preferred_channel": "email"}
        ),
    )
    assert _answers(answers) == [("rejected", "not_yours")] * 2
    assert answers[1]["row"] is None


def test_a_second_next_contact_is_stored_as_replaced(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    one, other = _appointment(laptop, mine), _appointment(laptop, mine)
    answers = laptop.push(
        laptop.command("appointments", one["id"], "add", value=one),
        laptop.command("appointments", other["id"], "add", value=other),
    )
    assert _answers(answers) == [("applied", ""), ("conflict", "place_taken")]
    assert answers[1]["row"]["replaced_by_id"] == one["id"]


def test_a_greeting(team_database: TeamDatabase, laptop: Laptop, mine: UUID) -> None:
    first = laptop.greet()
    assert (first["says"], first["schema"], first["has_news"]) == (
        "welcome",
        own_revisions().head,
        True,
    )
    carried = laptop.ask("SELECT giro_sync_digest()")
    cursor = laptop.ask("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
    known = {"epoch": first["epoch"], "cursor": cursor, "carried": carried}
    assert not laptop.greet(**known)["has_news"]
    laptop.push(laptop.contact(mine))
    assert laptop.greet(**known)["has_news"]
    assert laptop.greet(schema="9999")["says"] == "server_behind"
    assert laptop.greet(schema="0022")["says"] == "update_first"
    with team_database.superuser.begin() as connection:
        connection.execute(text("UPDATE devices SET revoked_at = now() WHERE is_replica"))
    assert laptop.greet()["says"] == "revoked"


def test_what_was_deleted_never_comes_back(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    contact = laptop.contact(mine)
    laptop.push(contact)
    with team_database.superuser.begin() as connection:
        connection.execute(text("DELETE FROM contacts"))
    again = {**contact, "number": 2, "row": {**contact["row"], "device_seq": 2}}
    assert _answers(laptop.push(again)) == [("quarantined", "gone")]
    with team_database.superuser.begin() as connection:
        connection.execute(text("UPDATE tombstones SET reason = 'erased'"))
        connection.execute(text("DELETE FROM quarantined_facts"))
    assert _answers(laptop.push(again)) == [("quarantined", "erased")]
    assert _one(team_database, "SELECT count(*) FROM contacts") == 0
    kept = _one(team_database, "SELECT payload FROM quarantined_facts")
    assert kept == {"id": contact["row"]["id"]}


def test_what_moves_to_another_customer_leaves_the_former_ones_laptop(
    team_database: TeamDatabase, mine: UUID, customers: list[UUID]
) -> None:
    with team_database.superuser.begin() as connection:
        connection.execute(
            text(
                """UPDATE phones SET is_primary = false, customer_id = :other
                WHERE customer_id = :mine"""
            ),
            {"other": customers[1], "mine": mine},
        )
    graves = "SELECT count(*) FROM tombstones WHERE entity = 'phones' AND reason = 'moved'"
    assert _one(team_database, graves) == 1


def test_an_office_window_and_a_laptop_set_a_next_contact_at_once(
    team_database: TeamDatabase, laptop: Laptop, mine: UUID
) -> None:
    """The push waits for whoever holds the customer, and finds what they set."""
    office = team_database.join("escritorio", Role.ADMINISTRATOR, machine="escritorio")
    made = _appointment(laptop, mine)
    asked = laptop.command("appointments", made["id"], "add", value=made)
    due = AppointmentDraft(
        AT + timedelta(days=400), has_time=True, kind=AppointmentKind.TEAM_CALLBACK
    )
    with ThreadPoolExecutor(1) as others:
        with office.database.write() as unit:
            assert unit.agenda.agreed_since(mine, user=office.user, since=AT) is None
            pushed = others.submit(laptop.push, asked)
            sleep(0.3)
            assert not pushed.done()
            unit.agenda.set_next_contact(mine, due, user=office.user, contact_id=None, at=AT)
        assert _answers(pushed.result(timeout=20)) == [("conflict", "place_taken")]


def _appointment(laptop: Laptop, customer: UUID) -> dict[str, object]:
    return {
        "id": str(new_id()), "customer_id": str(customer), "user_id": laptop.me,
        "kind": "my_callback", "state": "open", "due_at": said(), "has_time": True,
        "lead_minutes": 0, "created_at": said(), "updated_at": said(),
    }  # fmt: skip
