"""A seller with a database tool of their own: what the server's functions refuse, and what holds.

Whoever has a login may call these functions with anything; nothing here is sent by the program.
"""

import json
from datetime import UTC, datetime
from time import monotonic
from typing import Any
from uuid import UUID

import pytest
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import text

from cockpit.data.audit.seals import seal
from cockpit.data.audit.verify import Verifier
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from tests.integration.server.sync.laptops import Laptop, said
from tests.support.team import TeamDatabase

_SERVER = UUID("00000000-0000-7000-8000-00000000e5a5")
_REGISTER = "SELECT giro_sync_register(%s, %s)"


@pytest.fixture
def rui(team_database: TeamDatabase) -> Laptop:
    return Laptop.of(team_database.join("rui", Role.EXTERNAL_SELLER))


@pytest.fixture
def bia(team_database: TeamDatabase, rui: Laptop) -> Laptop:
    """The one who attacks."""
    return Laptop.of(team_database.join("bia", Role.EXTERNAL_SELLER))


@pytest.fixture
def mine(team_database: TeamDatabase, bia: Laptop, rui: Laptop, customers: list[UUID]) -> UUID:
    """The first customer is the attacker's, the second one her colleague's."""
    for laptop, key in zip((bia, rui), customers, strict=False):
        _do(team_database, "UPDATE customers SET owner_id = :me WHERE id = :key",
            me=laptop.me, key=key)  # fmt: skip
    return customers[0]


def _do(team: TeamDatabase, statement: str, **values: object) -> None:
    with team.superuser.begin() as connection:
        connection.execute(text(statement), values)


def _one(team: TeamDatabase, statement: str, **values: object) -> Any:
    with team.superuser.connect() as connection:
        return connection.execute(text(statement), values).scalar_one()


def _answers(answers: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["answer"], one["reason"]) for one in answers]


@pytest.mark.parametrize("is_known", [True, False])
def test_nobody_takes_the_servers_own_place(
    team_database: TeamDatabase, bia: Laptop, is_known: bool
) -> None:
    """Its events explain what says less since: whoever wrote them could explain anything."""
    if is_known:
        _do(team_database, """INSERT INTO devices (id, name, is_replica, created_at, updated_at)
            VALUES (:key, 'servidor', false, now(), now())""", key=_SERVER)  # fmt: skip
    with pytest.raises(InsufficientPrivilege):
        bia.ask(_REGISTER, _SERVER, "x")
    forged = Laptop(bia.person, _SERVER)
    with pytest.raises(InsufficientPrivilege):
        forged.push(_event(forged, "facts_redacted"))


def test_an_event_under_ones_own_device_explains_nothing(
    team_database: TeamDatabase, bia: Laptop
) -> None:
    assert _answers(bia.push(_event(bia, "facts_redacted"))) == [("stored", "")]
    chief = team_database.join("chefe", Role.ADMINISTRATOR)
    with chief.engines.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM giro_redactions()")).scalar() == 0


def _event(laptop: Laptop, action: str) -> dict[str, Any]:
    detail = {"facts": [{"entity": "contacts", "row": str(new_id()), "was": "a", "is": "b"}]}
    return laptop.fact(
        "audit_events", user_id=laptop.me, action=action, entity="customers", entity_id=None,
        detail=detail, occurred_at=said(), previous_sha256=None,
    )  # fmt: skip


def test_a_colleagues_laptop_is_nobody_elses(
    team_database: TeamDatabase, bia: Laptop, rui: Laptop, mine: UUID
) -> None:
    key = b"k" * 32
    rui.ask("SELECT giro_sync_escrow(%s, %s)", rui.key, key)
    asked: list[tuple[str, tuple[object, ...]]] = [
        (_REGISTER, (rui.key, "x")),
        ("SELECT giro_sync_push(%s, %s)", (rui.key, json.dumps([bia.contact(mine)]))),
        ("SELECT giro_sync_key(%s)", (rui.key,)),
        ("SELECT giro_sync_escrow(%s, %s)", (rui.key, b"x" * 32)),
        ("SELECT giro_sync_offered(%s)", (rui.key,)),
        ("SELECT giro_sync_check_out(%s, NULL, NULL, 1, 1)", (rui.key,)),
        ("SELECT giro_sync_check_in(%s, NULL)", (rui.key,)),
        ("SELECT giro_sync_extend(%s, NULL, 1)", (rui.key,)),
        ("SELECT giro_decide_device(%s, 'allow')", (bia.key,)),
        ("SELECT count(*) FROM giro_devices()", ()),
        ("SELECT count(*) FROM giro_quarantine()", ()),
        ("SELECT giro_erase('customers', %s)", (mine,)),
        ("SELECT giro_sync_take(%s, '{}', 0)", (bia.key,)),
        ("SELECT giro_sync_set_aside(%s, '{}', '', '')", (bia.key,)),
        ("SELECT giro_server_event('x', 'x', NULL, '{}', NULL)", ()),
    ]
    office = Laptop.of(team_database.join("ana", Role.OPERATOR))
    for statement, values in asked:
        for who in (bia, office):
            with pytest.raises(InsufficientPrivilege):
                who.ask(statement, *values)
    bia.ask("SELECT giro_sync_wiped(%s)", rui.key)
    wiped = "SELECT wiped_at FROM devices WHERE id = :key"
    assert _one(team_database, wiped, key=rui.key) is None
    assert Laptop(bia.person, rui.key).greet()["says"] == "unknown"
    assert _one(team_database, "SELECT count(*) FROM contacts") == 0
    assert rui.ask("SELECT giro_sync_key(%s)", rui.key) == key


def test_nobody_writes_in_anothers_name_or_about_anothers_customers(
    team_database: TeamDatabase, bia: Laptop, rui: Laptop, mine: UUID, customers: list[UUID]
) -> None:
    theirs = customers[1]
    notice = {
        "id": str(new_id()), "user_id": rui.me, "kind": "collision", "payload": {},
        "created_at": said(), "channel": "screen", "state": "sent", "dedup_key": "a",
    }  # fmt: skip

    def change(key: UUID, **value: str) -> dict[str, Any]:
        return bia.command("customers", key, "change", base={}, value=value)

    forged = bia.command("customers", mine, "change", base={}, value={})
    forged["row"]["user_id"] = rui.me
    answers = bia.push(
        bia.contact(mine, user_id=rui.me),
        bia.contact(theirs),
        forged,
        bia.command("notifications", notice["id"], "add", value=notice),
        change(theirs),
        change(mine, owner_id=rui.me),
        change(mine, id=str(new_id())),
        bia.command("customers", mine, "remove", base={}),
        bia.command("users", bia.me, "change", base={}, value={"role": "administrator"}),
        bia.command("users; DROP TABLE users", bia.me, "remove", base={}),
    )
    assert [one["answer"] for one in answers[:2]] == ["quarantined"] * 2
    assert {one["answer"] for one in answers[2:]} == {"rejected"}
    assert [one["reason"] for one in answers] == ["not_yours"] * 8 + ["unknown_entity"] * 2
    assert _one(team_database, "SELECT count(*) FROM contacts") == 0
    assert _one(team_database, "SELECT count(*) FROM notifications") == 0


def test_forms_that_no_laptop_sends_block_nothing(
    team_database: TeamDatabase, bia: Laptop, mine: UUID
) -> None:
    before = bia.contact(mine)
    before["number"] = before["row"]["device_seq"] = -5
    deep = json.loads("[" * 900 + "]" * 900)
    wild = bia.contact(mine)
    wild["row"]["note"] = {"deep": deep}
    answers = bia.push(
        before,
        wild,
        {"number": 3, "entity": "contacts", "row": 5},
        {"number": 4, "entity": "contacts"},
        {"number": 5, "entity": "contacts", "row": {"id": "?"}},
    )
    assert {one["answer"] for one in answers} <= {"quarantined", "stored"}
    assert (answers[0]["answer"], answers[0]["reason"]) == ("quarantined", "breaks_rule")
    bia.last = 5
    more = bia.push(
        bia.command("customers", mine, "change", base=5, value=7),
        bia.command("customers", mine, "change", base=[], value=["preferred_channel"]),
        bia.command("customers", mine, "destroy", base={}),
        bia.contact(mine, note="x" * 3_000_000),
    )
    assert [one["answer"] for one in more] == ["rejected"] * 3 + ["stored"]
    assert _one(team_database, "SELECT min(device_seq) FROM contacts") > 0
    with pytest.raises(Exception, match="at most 500"):
        bia.push(*[bia.contact(mine)] * 501)


def test_a_note_that_no_index_takes_is_set_aside_whole(
    team_database: TeamDatabase, bia: Laptop, mine: UUID
) -> None:
    """A laptop's file stores what somebody pasted by mistake; the words behind it wait for it."""
    note = " ".join(f"{number:x}" for number in range(300_000))
    answers = bia.push(bia.contact(mine, note=note), bia.contact(mine))
    assert _answers(answers) == [("quarantined", "unreadable"), ("stored", "")]
    assert _one(team_database, "SELECT payload->>'note' FROM quarantined_facts") == note
    chief = Laptop.of(team_database.join("chefe", Role.ADMINISTRATOR))
    aside = _one(team_database, "SELECT id FROM quarantined_facts")
    assert chief.ask("SELECT giro_store_fact(%s)", aside) == "unreadable"


def test_what_is_far_too_long_is_set_aside_and_the_rest_goes_on(
    team_database: TeamDatabase, bia: Laptop, mine: UUID
) -> None:
    wish = {"preferred_channel": "email", "updated_at": "2026-03-02T12:00:00.000000+00:00"}
    command = bia.command("customers", mine, "change", base={"notes": "x" * 5_000_000}, value=wish)
    note = bia.contact(mine, note="x" * 50_000_000)
    began = monotonic()
    answers = bia.push(command, bia.contact(mine))
    answers += bia.push(note, bia.contact(mine))
    assert monotonic() - began < 30  # 6 s
    assert _answers(answers) == [
        ("rejected", "too_large"), ("stored", ""), ("quarantined", "too_large"), ("stored", ""),
    ]  # fmt: skip
    assert answers[0]["row"]["id"] == str(mine)  # the laptop's row is as the server's again
    assert (
        _one(
            team_database,
            """SELECT octet_length(payload->>'note') FROM quarantined_facts
        WHERE entity = 'contacts'""",
        )
        == 50_000_000
    )
    assert bia.push(note)[0]["reason"] == "too_large"
    assert _one(team_database, "SELECT count(*) FROM quarantined_facts") == 2


def test_a_push_of_a_million_or_of_any_depth_is_refused_at_once(
    bia: Laptop, rui: Laptop, mine: UUID
) -> None:
    began = monotonic()
    for entries, why in (
        ("[" + ",".join(['{"number": 1, "entity": "contacts", "row": {}}'] * 10**6) + "]", "500"),
        ("[" * 10**6 + "]" * 10**6, "stack depth"),
        ('[{"number": 1, "entity": "contacts", "row": ' + '{"a":' * 10**6, "stack depth"),
    ):
        with pytest.raises(Exception, match=why):
            bia.ask("SELECT giro_sync_push(%s, %s)", bia.key, entries)
        assert rui.greet()["says"] == "welcome"
    assert monotonic() - began < 20  # 2 s
    assert _answers(bia.push(bia.contact(mine))) == [("stored", "")]


def test_a_laptops_name_does_nothing_to_a_terminal(
    team_database: TeamDatabase, bia: Laptop
) -> None:
    bia.ask(_REGISTER, bia.key, "\x1b[2Jnote\nbook" + "x" * 100_000)
    name = _one(team_database, "SELECT name FROM devices WHERE id = :key", key=bia.key)
    assert name.startswith(" [2Jnote book")
    assert len(name) == 100


@pytest.mark.parametrize(("many", "days"), [(1, 2**31 - 1), (2**31 - 1, 1), (-1, 1), (1, -1)])
def test_packs_of_any_size_are_refused(
    team_database: TeamDatabase, bia: Laptop, many: int, days: int
) -> None:
    taken = bia.ask(
        "SELECT giro_sync_check_out(%s, NULL, NULL, %s::int, %s::int)", bia.key, many, days
    )
    assert taken["refused"] in {"pack_many", "pack_days"}
    if days != 1:
        assert bia.ask("SELECT giro_sync_extend(%s, NULL, %s::int)", bia.key, days)["refused"]


@pytest.mark.parametrize("key", ["field.lives_days", "server.tombstones_from"])
@pytest.mark.parametrize("told", ["abc", "9" * 30, "-1", ""])
def test_a_setting_that_is_no_number_shuts_nobody_out(
    team_database: TeamDatabase, bia: Laptop, key: str, told: str
) -> None:
    _do(team_database, """INSERT INTO settings (id, scope, key, value, created_at, updated_at)
        VALUES (gen_random_uuid(), 'company', :key, to_jsonb(:told ::text), now(), now())""",
        key=key, told=told)  # fmt: skip
    greeted = bia.greet()
    assert (greeted["says"], greeted["lives_days"], greeted["oldest_cursor"]) == ("welcome", 30, 0)


def test_a_fact_that_lies_about_its_hash_is_named_by_the_trail(
    team_database: TeamDatabase, bia: Laptop, mine: UUID
) -> None:
    """The server does not work hashes out as facts arrive; whoever verifies the trail does."""
    honest, lie = bia.contact(mine), bia.contact(mine)
    lie["row"]["note"] = "Outra coisa"
    assert _answers(bia.push(honest, lie)) == [("stored", ""), ("stored", "")]
    keeper = team_database.join("auditoria", Role.ADMINISTRATOR).engines
    with keeper.writing() as connection:
        seal(connection, at=datetime.now(UTC), is_at_once=True)
    with keeper.reading() as connection:
        (finding,) = Verifier(connection).run().findings
    assert lie["row"]["id"] in str(finding)
