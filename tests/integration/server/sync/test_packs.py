"""Customers of the shared list whom sellers take along for some days."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from time import sleep
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.data.server.sync.upkeep import tidy
from cockpit.domain.bars import BarredError
from cockpit.domain.eligibility import Bar
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Base
from resources import text as text_of
from tests.integration.server.sync.laptops import Laptop
from tests.support.queues import MovableClock, Operator, callable_customers
from tests.support.team import Person, TeamDatabase

OUT = text("SELECT customer_id FROM portfolio_entries WHERE left_at IS NULL AND user_id = :user")
#: Whether anybody waits for a lock, seen afresh within a transaction.
WAITING = text("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")


class Field:
    """A company with a shared list, and the laptops that a test adds."""

    def __init__(self, team: TeamDatabase, count: int = 6) -> None:
        self.team = team
        self.keys, rows = callable_customers(count)
        with team.superuser.begin() as connection:
            for table, lines in rows.items():
                connection.execute(Base.metadata.tables[table].insert(), lines)

    def laptop(self, name: str = "rui", role: Role = Role.EXTERNAL_SELLER) -> Laptop:
        return Laptop.of(self.team.join(name, role))

    def run(self, statement: str, **values: object) -> Any:
        with self.team.superuser.begin() as connection:
            return connection.execute(text(statement), values)

    def expire(self) -> None:
        """Let the time of all packs be over."""
        self.run("UPDATE portfolio_entries SET expires_at = now() - interval '1 minute'")


@pytest.fixture
def field(team_database: TeamDatabase) -> Field:
    return Field(team_database)


def take(
    laptop: Laptop, many: int, *, city: str | None = None, segment: UUID | None = None,
    days: int = 3,
) -> dict[str, Any]:  # fmt: skip
    answer: dict[str, Any] = laptop.ask(
        "SELECT giro_sync_check_out(%s, %s, %s, %s, %s)", laptop.key, city, segment, many, days
    )
    return answer


def give_back(laptop: Laptop, whom: Sequence[UUID] | None = None) -> list[str]:
    answer = laptop.ask(
        "SELECT giro_sync_check_in(%s, %s)", laptop.key, None if whom is None else list(whom)
    )
    return sorted(answer["customers"])


def extend(laptop: Laptop, days: int = 7) -> list[str]:
    answer = laptop.ask("SELECT giro_sync_extend(%s, NULL, %s)", laptop.key, days)
    return sorted(answer["customers"])


def carried(laptop: Laptop) -> set[str]:
    return {str(one) for one in laptop.ask("SELECT giro_sync_carried()")}


def test_a_pack_is_carried_until_its_day_is_over(field: Field) -> None:
    rui = field.laptop()
    taken = take(rui, 2, days=3)
    assert len(taken["customers"]) == 2
    assert carried(rui) == set(taken["customers"])
    until = datetime.fromisoformat(taken["until"])
    assert timedelta(days=2) < until - datetime.now(UTC) <= timedelta(days=4)
    field.expire()
    assert carried(rui) == set()
    ben = field.laptop("ben")
    assert len(take(ben, 6)["customers"]) == 6
    tidy(field.team.join("chief", Role.MANAGER).engines)
    assert carried(ben) == {str(one) for one in field.keys}


def test_what_was_taken_is_the_shared_lists_of_a_city_and_a_segment(field: Field) -> None:
    segment, first = new_id(), field.keys[0]
    field.run(
        "INSERT INTO segments (id, code, name, created_at, updated_at)"
        " VALUES (:id, 'B', 'Bares', now(), now())",
        id=segment,
    )
    field.run("UPDATE customers SET city = 'Santarém', state = 'PA' WHERE id = ANY(:keys)",
              keys=field.keys[:3])  # fmt: skip
    field.run("UPDATE customers SET segment_id = :segment WHERE id = :key",
              segment=segment, key=first)  # fmt: skip
    rui = field.laptop()
    offered = rui.ask("SELECT giro_sync_offered(%s)", rui.key)
    in_city = [one for one in offered["places"] if one["city"] == "Santarém"]
    assert sorted((one["segment"], one["count"]) for one in in_city) == [("", 2), ("Bares", 1)]
    assert (offered["most"], offered["longest"], offered["held"]) == (50, 7, 0)
    assert take(rui, 6, city="SANTAREM", segment=segment)["customers"] == [str(first)]
    assert len(take(rui, 6, city=" santarem ")["customers"]) == 2
    assert take(rui, 6, city="Nowhere")["customers"] == []


def test_a_city_is_told_from_the_one_of_its_name_in_another_state(field: Field) -> None:
    field.run("UPDATE customers SET city = 'Bonito', state = 'PE'")
    field.run("UPDATE customers SET state = 'MS' WHERE id = :key", key=field.keys[0])
    rui = field.laptop()
    assert take(rui, 6, city="bonito - ms")["customers"] == [str(field.keys[0])]
    assert len(take(rui, 6, city="Bonito")["customers"]) == len(field.keys) - 1


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.EXTERNAL_SELLER])
def test_whom_the_office_could_not_be_offered_stays(field: Field, role: Role) -> None:
    rui, ana = field.laptop("rui", role), field.team.join("ana", Role.OPERATOR)
    owned, blocked, claimed, lent, resting, quiet = field.keys
    me = ana.user
    field.run("UPDATE customers SET owner_id = :me WHERE id = :key", me=me.user_id, key=owned)
    field.run("UPDATE customers SET is_blocked = true WHERE id = :key", key=blocked)
    field.run(
        "INSERT INTO claims (id, customer_id, user_id, device_id, state, claimed_at, lease_until,"
        " fence) VALUES (:id, :key, :me, :device, 'active', now(), now() + interval '1 hour', 1)",
        id=new_id(), key=claimed, me=me.user_id, device=me.device_id,
    )  # fmt: skip
    field.run(
        "INSERT INTO portfolio_entries (id, user_id, customer_id, entered_at)"
        " VALUES (:id, :me, :key, now())",
        id=new_id(), me=me.user_id, key=lent,
    )  # fmt: skip
    field.run(
        "INSERT INTO queue_holds (customer_id, kind, user_id, set_at)"
        " VALUES (:key, 'closed', :me, now())",
        key=resting, me=me.user_id,
    )  # fmt: skip
    field.run(
        "INSERT INTO contact_permissions (id, customer_id, author_id, device_id, device_seq,"
        " content_sha256, recorded_at, is_forbidden, stated_at)"
        " VALUES (:id, :key, :me, :device, 1, repeat('a', 64), now(), true, now())",
        id=new_id(), key=quiet, me=me.user_id, device=me.device_id,
    )  # fmt: skip
    assert take(rui, 6)["customers"] == []


def test_nobody_takes_more_or_for_longer_than_the_company_allows(field: Field) -> None:
    for key, value in (("field.pack_most", 4), ("field.pack_days", 2)):
        field.run(
            "INSERT INTO settings (id, scope, key, value, created_at, updated_at)"
            " VALUES (:id, 'company', :key, to_jsonb(CAST(:value AS int)), now(), now())",
            id=new_id(), key=key, value=value,
        )  # fmt: skip
    rui = field.laptop()
    assert take(rui, 5, days=2) == {"refused": "pack_many", "most": 4}
    assert len(take(rui, 3, days=2)["customers"]) == 3
    assert take(rui, 2, days=2) == {"refused": "pack_many", "most": 1}
    assert take(rui, 1, days=3) == {"refused": "pack_days", "most": 2}
    assert take(rui, 1, days=0)["refused"] == "pack_days"
    assert take(rui, 0)["refused"] == "pack_many"


def test_sellers_who_ask_at_once_never_get_the_same_customer(team_database: TeamDatabase) -> None:
    field = Field(team_database, 60)
    laptops = [field.laptop(f"s{number}") for number in range(6)]

    def grab(laptop: Laptop) -> list[str]:
        got: list[str] = []
        for _ in range(5):
            got += take(laptop, 3)["customers"]
        return got

    with ThreadPoolExecutor(6) as pool:
        taken = [one for some in pool.map(grab, laptops) for one in some]
    assert len(taken) == len(set(taken))
    assert len(taken) == 60


def test_one_given_back_is_everybodys_again_and_words_about_them_still_count(field: Field) -> None:
    rui, ben = field.laptop(), field.laptop("ben")
    first, second = take(rui, 2)["customers"]
    assert give_back(ben) == []
    assert give_back(rui, [UUID(first)]) == [first]
    assert carried(rui) == {second}
    [told] = rui.push(rui.contact(first))
    assert told["answer"] == "stored"
    assert give_back(rui) == [second]
    assert len(take(ben, 6)["customers"]) == 6


def test_a_pack_lasts_longer_once_for_those_who_were_contacted(field: Field) -> None:
    rui = field.laptop()
    first, second = sorted(take(rui, 2, days=1)["customers"])
    assert extend(rui) == []
    rui.push(rui.contact(first))
    assert extend(rui) == [first]
    assert carried(rui) == {first, second}
    rui.push(rui.contact(first))
    assert extend(rui, 7) == []
    field.expire()
    assert carried(rui) == set()


def test_who_waited_while_a_pack_ended_does_not_keep_it(field: Field) -> None:
    """An operator of the office may have called them meanwhile."""
    rui = field.laptop()
    [first] = take(rui, 1, days=1)["customers"]
    rui.push(rui.contact(first))
    with ThreadPoolExecutor(1) as pool:
        with field.team.superuser.begin() as connection:
            connection.execute(text("UPDATE portfolio_entries SET expires_at = clock_timestamp()"))
            waiting = pool.submit(extend, rui)
            while not connection.execute(WAITING).scalar_one():
                sleep(0.01)
        assert waiting.result() == []
    assert carried(rui) == set()


def test_a_blocked_laptop_takes_nobody_and_its_pack_comes_back(field: Field) -> None:
    rui = field.laptop()
    take(rui, 2)
    field.run("UPDATE devices SET revoked_at = now() WHERE id = :key", key=rui.key)
    assert carried(rui) == set()
    for ask in (take, extend):
        with pytest.raises(Exception, match="no laptop of this login"):
            ask(rui, 1)
    with pytest.raises(Exception, match="no laptop of this login"):
        give_back(rui)


def test_the_pack_stays_where_another_laptop_of_theirs_is_left(field: Field) -> None:
    rui = field.laptop()
    other = Laptop.of(rui.person)
    taken = take(rui, 2)["customers"]
    field.run("UPDATE devices SET revoked_at = now() WHERE id = :key", key=rui.key)
    assert carried(other) == set(taken)
    field.run("UPDATE users SET is_active = false WHERE id = :me", me=rui.me)
    assert field.run("SELECT count(*) FROM portfolio_entries WHERE left_at IS NULL").scalar() == 0


def test_who_becomes_somebodys_leaves_the_pack(field: Field) -> None:
    rui, ana = field.laptop(), field.team.join("ana", Role.OPERATOR)
    first, second = take(rui, 2)["customers"]
    field.run("UPDATE customers SET owner_id = :ana WHERE id = :key",
              ana=ana.user.user_id, key=first)  # fmt: skip
    field.run("UPDATE customers SET owner_id = :me WHERE id = :key", me=rui.me, key=second)
    assert carried(rui) == {second}
    assert give_back(rui) == []
    [told] = rui.push(rui.contact(first))
    assert told["answer"] == "stored"


def test_an_old_snapshot_decides_nothing(field: Field) -> None:
    rui = field.laptop()
    engine = rui.person.engines.writer.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection, pytest.raises(Exception, match="an older snapshot"):
        connection.execute(
            text("SELECT giro_sync_check_out(:key, NULL, NULL, 1, 1)"), {"key": rui.key}
        )


def test_a_colleagues_laptop_is_nobodys_to_ask_with(field: Field) -> None:
    rui, ben = field.laptop(), field.laptop("ben")
    with pytest.raises(Exception, match="no laptop of this login"):
        ben.ask("SELECT giro_sync_check_out(%s, NULL, NULL, 1, 1)", rui.key)


class Office:
    """Ana, who calls from the office while Rui has customers along."""

    def __init__(self, field: Field) -> None:
        person = field.team.join("ana", Role.OPERATOR)
        self.operator = Operator(person.user, person.database, MovableClock(datetime.now(UTC)))
        self.queue = self.operator.queue
        self.person = person

    def columns(self, key: UUID) -> tuple[str, datetime | None]:
        now = self.operator.clock.now()
        with self.person.database.read() as unit:
            found = unit.work_list.columns(today=now.date(), at=now, customer_ids=[key])
        return found.packed_by[0], found.packed_until[0]


def test_the_office_neither_offers_nor_claims_who_is_out(field: Field) -> None:
    rui, office = field.laptop(), Office(field)
    [taken] = take(rui, 1)["customers"]
    key = UUID(taken)
    barred = office.queue.barred(key)
    assert barred is not None
    assert (barred.bar, barred.who) == (Bar.PACKED, "Rui")
    assert office.columns(key) == ("Rui", barred.until)
    with pytest.raises(BarredError) as refused:
        office.queue.take(key, reason="ligou para nós")
    assert "carteira de campo de Rui até" in text_of(refused.value.message, Language.PORTUGUESE)
    offered = office.queue.next([key, *(one for one in field.keys if one != key)])
    assert offered.passed[0][1].bar is Bar.PACKED
    field.expire()
    assert office.columns(key) == ("", None)
    again = office.queue.barred(key)
    assert again is None or again.bar is not Bar.PACKED


def test_a_claim_that_meets_a_pack_is_not_stored(field: Field) -> None:
    rui, office = field.laptop(), Office(field)
    [taken] = take(rui, 1)["customers"]
    with office.person.database.write() as unit:
        claim = unit.queue.claim(
            UUID(taken), user=office.person.user, at=office.operator.clock.now()
        )
    assert claim is None


def test_who_slept_over_a_claim_does_not_renew_it_on_who_went_along(field: Field) -> None:
    rui, office = field.laptop(), Office(field)
    queue_of, at = office.person.database, office.operator.clock.now()
    with queue_of.write() as unit:
        claim = unit.queue.claim(field.keys[0], user=office.person.user, at=at)
    assert claim is not None
    field.run("UPDATE claims SET lease_until = now() - interval '1 second'")
    assert str(field.keys[0]) in take(rui, len(field.keys))["customers"]
    with queue_of.write() as unit:
        assert unit.queue.renew(claim, at=at) is None
    assert field.run("SELECT state FROM claims").scalar() == "expired"


def test_whose_claim_is_renewed_at_this_moment_stays(field: Field) -> None:
    rui, office = field.laptop(), Office(field)
    queue_of, at = office.person.database, office.operator.clock.now()
    with queue_of.write() as unit:
        claim = unit.queue.claim(field.keys[0], user=office.person.user, at=at)
    assert claim is not None
    field.run("UPDATE claims SET lease_until = now() - interval '1 second'")
    with ThreadPoolExecutor(1) as others:
        with queue_of.write() as unit:
            assert unit.queue.renew(claim, at=at) is not None
            asked = others.submit(take, rui, len(field.keys))
            sleep(0.3)
        taken = asked.result(timeout=20)["customers"]
    assert sorted(taken) == sorted(map(str, field.keys[1:]))
    assert field.run("SELECT state FROM claims").scalar() == "active"


def test_sellers_and_operators_never_have_the_same_customer(team_database: TeamDatabase) -> None:
    """Who takes along and who claims meet at the customer's row, and one of them goes by."""
    field = Field(team_database, 40)
    laptops = [field.laptop(f"s{number}") for number in range(3)]
    people = [field.team.join(f"o{number}", Role.OPERATOR) for number in range(3)]

    def grab(laptop: Laptop) -> None:
        for _ in range(6):
            take(laptop, 2)

    def claim(person: Person) -> None:
        for key in field.keys:
            with person.database.write() as unit:
                unit.queue.claim(key, user=person.user, at=datetime.now(UTC))

    with ThreadPoolExecutor(6) as pool:
        for done in [*(pool.submit(grab, one) for one in laptops),
                     *(pool.submit(claim, one) for one in people)]:  # fmt: skip
            done.result()
    both = (
        "SELECT count(*) FROM claims c JOIN portfolio_entries p USING (customer_id)"
        " WHERE c.state = 'active' AND p.is_pack AND p.left_at IS NULL"
    )
    assert field.run(both).scalar() == 0
    assert field.run("SELECT count(*) FROM portfolio_entries").scalar()
    assert field.run("SELECT count(*) FROM claims").scalar()


def test_office_windows_hear_of_who_goes_out_and_comes_back(field: Field) -> None:
    rui, office = field.laptop(), Office(field)

    def heard(since: int) -> frozenset[UUID]:
        with office.person.database.read() as unit:
            return frozenset(unit.queue.changed_since(since).customer_ids or ())

    seen = office.queue.changes_seen()
    taken = {UUID(one) for one in take(rui, 2)["customers"]}
    assert taken <= heard(seen)
    seen = office.queue.changes_seen()
    give_back(rui)
    assert taken <= heard(seen)
    [again] = take(rui, 1)["customers"]
    seen = office.queue.changes_seen()
    field.run("UPDATE devices SET revoked_at = now() WHERE id = :key", key=rui.key)
    assert UUID(again) in heard(seen)
