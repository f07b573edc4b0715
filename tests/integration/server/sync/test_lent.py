"""Customers are brought back from a seller's pack by those who answer for the seller."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.app.cli import main
from cockpit.app.paths import HOME_VARIABLE
from cockpit.data.server.sync.lent import ServerPacks
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Role
from cockpit.services.audit import AuditService
from cockpit.services.lent import LentService
from tests.integration.server.sync.laptops import Laptop
from tests.integration.server.sync.test_packs import WAITING, Field, carried, extend, take
from tests.support.team import Person, TeamDatabase


@pytest.fixture
def field(team_database: TeamDatabase) -> Field:
    return Field(team_database)


def service_of(person: Person) -> LentService:
    audit = AuditService(person.database, SystemClock(), person.user)
    return LentService(ServerPacks(person.engines), audit.note_deed)


def led(field: Field) -> tuple[LentService, Laptop]:
    """Return what a supervisor has, and the laptop of a seller of theirs."""
    lia = field.team.add("lia", Role.SUPERVISOR)
    person = field.team.open(lia)
    south = field.team.team("Sul", supervisor=person.user.user_id)
    rui = field.team.open(field.team.add("rui", Role.EXTERNAL_SELLER, team=south))
    return service_of(person), Laptop.of(rui)


def test_a_supervisor_brings_back_whom_their_seller_has_along(field: Field) -> None:
    lia, rui = led(field)
    ben = field.laptop("ben")
    first, second = take(rui, 2)["customers"]
    [of_ben] = take(ben, 1)["customers"]
    rui.push(rui.contact(first))
    field.run("UPDATE devices SET backlog = 3 WHERE id = :key", key=rui.key)
    out = {str(one.customer_id): one for one in lia.lent()}
    assert set(out) == {first, second}
    assert {(one.seller, one.backlog) for one in out.values()} == {("Rui", 3)}
    assert (out[first].is_contacted, out[second].is_contacted) == (True, False)
    assert lia.bring_back(UUID(rui.me), [UUID(first), UUID(of_ben)]) == 1
    assert (carried(rui), carried(ben)) == ({second}, {of_ben})
    assert lia.bring_back(UUID(rui.me)) == 1
    assert lia.bring_back(UUID(rui.me)) == 0
    assert (carried(rui), lia.lent()) == (set(), [])
    assert {first, second} <= set(take(ben, 6)["customers"])
    noted = field.run(
        "SELECT entity_id, detail->>'rows' FROM audit_events"
        " WHERE action = 'pack_brought_back' ORDER BY device_seq"
    ).all()
    assert [tuple(one) for one in noted] == [(UUID(rui.me), "1"), (UUID(rui.me), "1")]


def test_what_the_seller_wrote_before_hearing_of_it_still_counts(field: Field) -> None:
    lia, rui = led(field)
    [taken] = take(rui, 1)["customers"]
    lia.bring_back(UUID(rui.me))
    assert carried(rui) == set()
    [told] = rui.push(rui.contact(taken))
    assert told["answer"] == "stored"


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.EXTERNAL_SELLER])
def test_who_answers_for_nobody_brings_nobody_back(field: Field, role: Role) -> None:
    rui = field.laptop()
    taken = set(take(rui, 1)["customers"])
    ana = service_of(field.team.join("ana", role))
    for ask in (ana.lent, lambda: ana.bring_back(UUID(rui.me))):
        with pytest.raises(Exception, match="server_no_permission"):
            ask()
    assert carried(rui) == taken


def test_a_supervisor_leaves_other_teams_packs_alone(field: Field) -> None:
    lia, _ = led(field)
    ben = field.laptop("ben")
    taken = set(take(ben, 1)["customers"])
    assert lia.lent() == []
    with pytest.raises(BadInputError) as refused:
        lia.bring_back(UUID(ben.me))
    assert refused.value.message.key == "error.server_pack_not_yours"
    assert carried(ben) == taken
    for role in (Role.MANAGER, Role.ADMINISTRATOR):
        wide = service_of(field.team.join(role.value, role))
        assert len(wide.lent()) == 1
    assert wide.bring_back(UUID(ben.me)) == 1


def test_a_pack_that_is_kept_longer_at_this_moment_comes_back_too(field: Field) -> None:
    lia, rui = led(field)
    [first] = take(rui, 1, days=1)["customers"]
    rui.push(rui.contact(first))
    with ThreadPoolExecutor(2) as pool:
        with field.team.superuser.begin() as connection:
            connection.execute(text("SELECT 1 FROM customers WHERE id = :key FOR NO KEY UPDATE"),
                               {"key": first})  # fmt: skip
            longer = pool.submit(extend, rui)
            while not connection.execute(WAITING).scalar_one():
                sleep(0.01)
            back = pool.submit(lia.bring_back, UUID(rui.me))
            sleep(0.2)
        assert longer.result() == [first]
        assert back.result() == 1
    assert carried(rui) == set()


def test_an_administrator_brings_a_pack_back_on_the_terminal(
    field: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    rui = field.laptop()
    chief = field.team.url(field.team.add("chefe", Role.ADMINISTRATOR))

    def said(*words: str, code: int = 0) -> str:
        where = ("--insecure", "--database", chief)
        assert main(["server", "packs", *words, *where]) == code
        found = capsys.readouterr()
        return found.out + found.err

    assert "Nenhum cliente" in said()
    taken = take(rui, 2)["customers"]
    assert {one["customer_id"] for one in json.loads(said("--json"))} == set(taken)
    table = said("list")
    assert table.count("Rui") == 2
    assert "Volta em" in table
    assert "Diga de qual vendedor" in said("end", code=2)
    assert "nobody indica 0" in said("end", "nobody", code=2)
    assert "2 clientes de Rui voltaram" in said("end", "RUI")
    assert carried(rui) == set()
    noted = "SELECT count(*) FROM audit_events WHERE action = 'pack_brought_back'"
    assert field.run(noted).scalar() == 1
