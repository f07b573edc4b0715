"""The list as a service: whole, brought up to date, kept; views, portfolios, campaigns."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from cockpit.analytics.engine import KGridEngine
from cockpit.analytics.work_list.maker import ColumnTableMaker
from cockpit.analytics.work_list.table import ColumnTable
from cockpit.app.late_parts import load_analyst
from cockpit.app.listed_rows import listed_rows
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines, connect_to
from cockpit.data.watcher import watch
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import SavedView
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import (
    AppointmentKind,
    CampaignArm,
    LifecycleStatus,
    OrderKind,
    Role,
)
from cockpit.domain.work_list import CustomerRow
from cockpit.services.contacts import ContactService
from cockpit.services.cycle_state import CycleStates
from cockpit.services.metrics import MetricsService
from cockpit.services.ports import CurrentUser, WorkTable
from cockpit.services.queue import QueueService
from cockpit.services.work_list import KeptPlace, WorkListService
from tests.integration.data.conftest import NOW, World, customer
from tests.support.queues import run_out
from tests.support.runtime_fakes import FakeTime

TODAY = NOW.date()
DAY = timedelta(days=1)
CUSTOMERS = 24


class Program:
    """A running program on a database, with the services that change the list."""

    def __init__(self, engines: Engines, user: CurrentUser, time: FakeTime, home: Path) -> None:
        self.database = SqlDatabase(engines, user.user_id)
        self.user = user
        states = CycleStates(self.database, KGridEngine(zone=time.zone), load_analyst, time)
        self.metrics = MetricsService(states)
        self.contacts = ContactService(self.database, time, user)
        self.queue = QueueService(self.database, time, user)
        self.work_list = WorkListService(
            states, user, lambda: ColumnTableMaker(time.zone), KeptPlace(home / "list", "mark")
        )
        self.watcher = watch(engines, self.database.is_own)


@dataclass
class Firm:
    """Two programs, of two users, on the same database."""

    world: World
    time: FakeTime
    here: Program
    elsewhere: Program
    keys: list[UUID]


@pytest.fixture
def firm(world: World, tmp_path: Path) -> Iterator[Firm]:
    keys = [new_id() for _ in range(CUSTOMERS)]
    company = new_id()
    chance = random.Random(3)
    world.load(
        companies=[{"id": company, "code": "1", "name": "Matriz"}],
        customers=[customer(key, str(n), city="Natal", state="RN") for n, key in enumerate(keys)],
        phones=[
            {"id": new_id(), "customer_id": key, "raw": "84 3222-1111", "is_primary": True}
            for key in keys
        ],
        orders=[
            {"id": new_id(), "company_id": company, "customer_id": key, "number": f"{n}-{m}",
             "kind": OrderKind.SALE, "ordered_on": TODAY - (chance.randrange(900)) * DAY,
             "net_cents": chance.randrange(1_000, 900_000)}
            for n, key in enumerate(keys) for m in range(n % 7)
        ],
    )  # fmt: skip
    time = FakeTime(wall=NOW.timestamp())
    engines = connect_to(world.engines.address)
    here = Program(world.engines, world.user, time, tmp_path)
    elsewhere = Program(engines, world.colleague().user, time, tmp_path)
    here.metrics.refresh()
    for program in (here, elsewhere):
        program.watcher.look()
    yield Firm(world, time, here, elsewhere, keys)
    for program in (here, elsewhere):
        program.watcher.close()
    engines.close()


def by_key(table: WorkTable) -> dict[UUID, CustomerRow]:
    return {row.customer_id: row for row in listed_rows(table)}


def order_of(table: WorkTable) -> list[UUID]:
    return [row.customer_id for row in listed_rows(table)]


def log(firm: Firm, program: Program, key: UUID, code: str, in_days: int | None = None) -> None:
    """Log a contact, with a next one if so asked."""
    following = None
    if in_days is not None:
        due = firm.time.now() + in_days * DAY
        following = AppointmentDraft(due, has_time=True, kind=AppointmentKind.MY_CALLBACK)
    draft = firm.world.draft(
        key,
        outcome=firm.world.outcomes[code],
        reason=firm.world.reasons["price"],
        occurred_at=firm.time.now(),
        next_contact=following,
    )
    program.contacts.log(draft, status=LifecycleStatus.AT_RISK)


def test_a_foreign_contact_shows_after_reading_that_customer_alone(firm: Firm) -> None:
    table = firm.here.work_list.load()
    key = firm.keys[5]
    log(firm, firm.elsewhere, key, "no_answer", in_days=3)
    notice = firm.here.watcher.look()
    assert notice is not None
    assert notice.customer_ids == frozenset({key})
    after = by_key(firm.here.work_list.refreshed(table, notice))
    row = after.pop(key)
    assert (row.last_contact_at, row.last_contact_by) == (firm.time.now(), "beatriz")
    assert row.bar is not None
    before = by_key(table)
    del before[key]
    assert after == before


def steps(firm: Firm) -> list[Callable[[random.Random], None]]:
    """Return what the other program may do next to some customer."""
    them = firm.elsewhere

    def claim(chance: random.Random) -> None:
        them.queue.next(chance.sample(firm.keys, 9))

    def skip(chance: random.Random) -> None:
        offer = them.queue.next(chance.sample(firm.keys, 9))
        if offer.claim is not None:
            them.queue.skip(offer.claim, "Outro dia")

    def reassign(chance: random.Random) -> None:
        owner = chance.choice([None, firm.here.user.user_id, them.user.user_id])
        as_role(them, Role.SUPERVISOR).set_owner(chance.sample(firm.keys, 3), owner)

    def set_next(chance: random.Random) -> None:
        kind = chance.choice(list(AppointmentKind))
        due = firm.time.now() + chance.randrange(-50, 90) * timedelta(hours=1)
        draft = AppointmentDraft(due, has_time=chance.random() < 0.5, kind=kind)
        them.contacts.set_next_contact(chance.choice(firm.keys), draft)

    def contact(chance: random.Random) -> None:
        log(firm, them, chance.choice(firm.keys), chance.choice(["no_answer", "sale"]))

    def never_again(chance: random.Random) -> None:
        log(firm, them, chance.choice(firm.keys[:3]), "do_not_contact")

    def judge(chance: random.Random) -> None:
        them.metrics.refresh(chance.sample(firm.keys, 4))

    def wait(chance: random.Random) -> None:
        firm.time.pass_by(chance.choice([5, 70, 4_000]))

    return [claim, skip, reassign, set_next, contact, never_again, judge, wait]


@pytest.mark.parametrize("seed", range(2))
def test_a_table_kept_up_to_date_is_the_table_read_anew(firm: Firm, seed: int) -> None:
    chance = random.Random(seed)
    table = firm.here.work_list.load()
    done = 0
    for _ in range(30):
        firm.time.pass_by(chance.randrange(4))
        chance.choice(steps(firm))(chance)
        notice = firm.here.watcher.look()
        if notice is None:
            table = firm.here.work_list.moved_on(table)
        else:
            assert notice.customer_ids is not None
            table = firm.here.work_list.refreshed(table, notice)
            done += 1
        anew = firm.here.work_list.load()
        assert by_key(table) == by_key(anew)
        assert order_of(table) == order_of(anew)
        assert dict(table.totals()) == dict(anew.totals())
    assert done > 10


def test_a_claim_whose_program_crashed_ends_in_every_list(firm: Firm) -> None:
    key = firm.keys[0]
    assert firm.elsewhere.queue.next([key]).claim is not None
    table = firm.here.work_list.load()
    row = by_key(table)[key]
    assert (row.bar, row.bar_who) == (Bar.CLAIMED, firm.elsewhere.user.name)
    run_out(firm.world.engines, key)
    assert by_key(firm.here.work_list.moved_on(table))[key].bar is not Bar.CLAIMED


def test_a_customer_who_is_gone_leaves_the_list_and_a_new_one_joins(firm: Firm) -> None:
    table = firm.here.work_list.load()
    gone, new = firm.keys[0], new_id()
    with firm.elsewhere.database.write() as unit:
        unit.changed(Topic.CUSTOMERS, customer_ids=[gone, new])
    with firm.world.engines.writing() as connection:
        raw = gone.bytes if connection.dialect.name == "sqlite" else gone
        new_raw = new.bytes if connection.dialect.name == "sqlite" else new
        for name in ("phones", "customer_statistics", "customer_metrics"):
            connection.execute(text(f"DELETE FROM {name} WHERE customer_id = :key"), {"key": raw})
        connection.execute(
            text("UPDATE customers SET id = :new WHERE id = :key"), {"key": raw, "new": new_raw}
        )
    notice = ChangeNotice(frozenset({Topic.CUSTOMERS}), frozenset({gone, new}))
    after = firm.here.work_list.refreshed(table, notice)
    assert set(by_key(after)) == {new, *firm.keys[1:]}
    assert by_key(after) == by_key(firm.here.work_list.load())


def test_who_was_never_judged_is_judged_while_reading(firm: Firm) -> None:
    table = firm.here.work_list.load()
    key = firm.keys[6]
    with firm.world.engines.writing() as connection:
        connection.execute(text("DELETE FROM customer_metrics"))
    notice = ChangeNotice(frozenset({Topic.METRICS}), frozenset({key}))
    assert by_key(firm.here.work_list.refreshed(table, notice)) == by_key(table)


@contextmanager
def only_part_may_be_read(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make reading everybody an error."""
    with monkeypatch.context() as patch:
        patch.setattr(WorkListService, "load", None)
        yield


def test_what_concerns_nobody_reads_nobody(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    table = firm.here.work_list.load()
    firm.time.pass_by(60)
    for notice in (
        ChangeNotice(frozenset({Topic.SETTINGS}), frozenset()),
        ChangeNotice(frozenset({Topic.REMINDERS}), None),
    ):
        with only_part_may_be_read(firm, monkeypatch):
            after = firm.here.work_list.refreshed(table, notice)
        assert after.now == firm.time.now()


def test_the_next_day_and_a_change_of_everybody_read_everybody(firm: Firm) -> None:
    table = firm.here.work_list.load()
    with firm.world.engines.writing() as connection:
        connection.execute(text("UPDATE customers SET city = 'Belém'"))
    few = ChangeNotice(frozenset({Topic.CONTACTS}), frozenset({firm.keys[0]}))
    everybody = ChangeNotice(frozenset({Topic.METRICS}), None)
    cities = {row.city for row in by_key(firm.here.work_list.refreshed(table, few)).values()}
    assert cities == {"Natal", "Belém"}
    cities = {row.city for row in by_key(firm.here.work_list.refreshed(table, everybody)).values()}
    assert cities == {"Belém"}
    firm.time.pass_by(86_400)
    tomorrow = firm.here.work_list.refreshed(table, few)
    assert tomorrow.as_of == TODAY + DAY
    assert {row.city for row in by_key(tomorrow).values()} == {"Belém"}


def test_the_last_table_is_there_at_the_next_start(firm: Firm) -> None:
    assert firm.here.work_list.first() is None
    table = firm.here.work_list.load()
    firm.here.work_list.keep()
    found = firm.here.work_list.first()
    assert found is not None
    assert by_key(found) == by_key(table)
    firm.time.pass_by(86_400)
    yesterdays = firm.here.work_list.first()
    assert yesterdays is not None
    assert yesterdays.as_of == TODAY
    assert firm.here.work_list.caught_up(yesterdays).as_of == TODAY + DAY


@pytest.mark.parametrize("seed", range(2))
def test_a_program_that_was_closed_for_an_hour_reads_only_what_changed(
    firm: Firm, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    firm.here.work_list.load()
    firm.here.work_list.keep()
    for _ in range(25):
        firm.time.pass_by(chance.randrange(4))
        chance.choice(steps(firm))(chance)
    firm.time.pass_by(3_600)
    kept = firm.here.work_list.first()
    assert kept is not None
    with only_part_may_be_read(firm, monkeypatch):
        table = firm.here.work_list.caught_up(kept)
    anew = firm.here.work_list.load()
    assert by_key(table) == by_key(anew) != by_key(kept)
    assert order_of(table) == order_of(anew)
    assert dict(table.totals()) == dict(anew.totals())


def test_a_claim_whose_program_crashed_meanwhile_has_ended(firm: Firm) -> None:
    key = firm.keys[0]
    assert firm.elsewhere.queue.next([key]).claim is not None
    table = firm.here.work_list.load()
    assert by_key(table)[key].bar is Bar.CLAIMED
    run_out(firm.world.engines, key)
    assert by_key(firm.here.work_list.caught_up(table))[key].bar is not Bar.CLAIMED


def test_nothing_is_read_where_nothing_changed(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    table = firm.here.work_list.load()
    with only_part_may_be_read(firm, monkeypatch), monkeypatch.context() as patch:
        patch.setattr(WorkListService, "_read", None)
        assert by_key(firm.here.work_list.caught_up(table)) == by_key(table)


@pytest.mark.parametrize("why", ["everybody", "backup", "unknown", "hours"])
def test_where_the_changes_do_not_say_all_everybody_is_read(firm: Firm, why: str) -> None:
    table = firm.here.work_list.load()
    assert isinstance(table, ColumnTable)
    with firm.world.engines.writing() as connection:
        connection.execute(text("UPDATE customers SET city = 'Belém'"))
    match why:
        case "everybody":
            with firm.elsewhere.database.write() as unit:
                unit.changed(Topic.CUSTOMERS)
        case "backup":
            table = replace(table, seen=1 << 60)
        case "unknown":
            table = replace(table, seen=None)
        case "hours":
            other = replace(table.rules, optional_days=not table.rules.optional_days)
            table = replace(table, standings=replace(table.standings, rules=other))
    caught_up = firm.here.work_list.caught_up(table)
    assert {row.city for row in by_key(caught_up).values()} == {"Belém"}


def test_a_list_of_another_mark_or_a_past_day_is_not_taken(firm: Firm) -> None:
    firm.here.work_list.load()
    firm.here.work_list.keep()
    place = firm.here.work_list.kept_place
    assert place is not None
    other = replace(firm.here.work_list, kept_place=replace(place, mark="another"))
    assert other.first() is None
    assert replace(firm.here.work_list, kept_place=None).first() is None


def view(name: str, **changes: object) -> SavedView:
    made = SavedView(new_id(), name, is_shared=False, is_own=True, definition={"text": name})
    return replace(made, **changes)  # type: ignore[arg-type]


def as_role(program: Program, role: Role) -> WorkListService:
    return replace(program.work_list, user=replace(program.user, role=role))


def test_views_are_one_s_own_unless_a_supervisor_shares_them(firm: Firm) -> None:
    operator = as_role(firm.elsewhere, Role.OPERATOR)
    supervisor = as_role(firm.here, Role.SUPERVISOR)
    mine, shared, secret = view("Minha"), view("Da equipe", is_shared=True), view("Do chefe")
    operator.save_view(mine)
    supervisor.save_view(shared)
    supervisor.save_view(secret)
    assert operator.views() == [replace(shared, is_own=False), mine]
    assert supervisor.views() == [shared, secret]
    with pytest.raises(BadInputError):
        operator.save_view(view("Para todos", is_shared=True))
    for change in (operator.delete_view, lambda key: operator.save_view(view("x", view_id=key))):
        with pytest.raises(BadInputError):
            change(shared.view_id)


def test_a_saved_view_is_changed_in_place_and_removed(firm: Firm) -> None:
    service = firm.here.work_list
    first = view("Natal")
    service.save_view(first)
    changed = replace(first, name="Rio Grande do Norte", definition={"text": "rn"})
    service.save_view(changed)
    assert service.views() == [changed]
    service.delete_view(first.view_id)
    service.delete_view(first.view_id)
    assert service.views() == []


def test_a_supervisor_takes_care_of_the_views_of_others(firm: Firm) -> None:
    theirs = view("Da equipe", is_shared=True)
    as_role(firm.elsewhere, Role.SUPERVISOR).save_view(theirs)
    supervisor = as_role(firm.here, Role.MANAGER)
    supervisor.save_view(replace(theirs, name="De todos", is_own=False))
    assert supervisor.views() == [replace(theirs, name="De todos", is_own=False)]
    supervisor.delete_view(theirs.view_id)
    assert supervisor.views() == []


def test_a_supervisor_moves_customers_between_portfolios(firm: Firm) -> None:
    service = as_role(firm.here, Role.SUPERVISOR)
    beatriz = firm.elsewhere.user.user_id
    assert dict(service.owners())[beatriz] == "beatriz"
    assert len(service.set_owner(firm.keys[:3], beatriz)) == 3
    assert len(service.set_owner(firm.keys[:5], beatriz)) == 2
    notice = firm.elsewhere.watcher.look()
    assert notice == ChangeNotice(frozenset({Topic.CUSTOMERS}), frozenset(firm.keys[:5]))
    owners = [by_key(service.load())[key].owner for key in firm.keys[:6]]
    assert owners == ["beatriz"] * 5 + [""]
    assert len(service.set_owner(firm.keys[:1], None)) == 1
    with pytest.raises(BadInputError):
        as_role(firm.here, Role.OPERATOR).set_owner(firm.keys[:1], None)


def owners_of(firm: Firm) -> list[str]:
    rows = by_key(firm.here.work_list.load())
    return [rows[key].owner for key in firm.keys[:4]]


def test_moved_customers_go_back_unless_somebody_moved_them_since(firm: Firm) -> None:
    service = as_role(firm.here, Role.SUPERVISOR)
    ana, beatriz = firm.here.user.user_id, firm.elsewhere.user.user_id
    service.set_owner(firm.keys[:1], ana)
    moved = service.set_owner(firm.keys[:3], beatriz)
    as_role(firm.elsewhere, Role.SUPERVISOR).set_owner(firm.keys[1:2], ana)
    firm.elsewhere.watcher.look()
    assert service.take_back(moved) == 2
    assert owners_of(firm) == [firm.here.user.name, firm.here.user.name, "", ""]
    notice = firm.elsewhere.watcher.look()
    assert notice == ChangeNotice(
        frozenset({Topic.CUSTOMERS}), frozenset({firm.keys[0], firm.keys[2]})
    )
    with pytest.raises(BadInputError):
        as_role(firm.here, Role.OPERATOR).take_back(moved)


def test_who_joined_a_campaign_leaves_it_unless_somebody_worked_on_them_in_it(firm: Firm) -> None:
    service = firm.here.work_list
    campaign = add_campaign(firm, "Volta às aulas", ends_on=TODAY, hold_out_bp=0)
    service.add_to_campaign(firm.keys[:1], campaign)
    added = service.add_to_campaign(firm.keys[:4], campaign)
    draft = firm.world.draft(firm.keys[1], occurred_at=firm.time.now(), campaign_id=campaign)
    firm.elsewhere.contacts.log(draft, status=LifecycleStatus.AT_RISK)
    assert service.take_back(added) == 2
    rows = by_key(service.load())
    assert [rows[key].campaign for key in firm.keys[:4]] == ["Volta às aulas"] * 2 + [""] * 2


def add_campaign(firm: Firm, name: str, *, ends_on: date | None, hold_out_bp: int) -> UUID:
    key = new_id()
    with firm.world.engines.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO campaigns (id, name, starts_on, ends_on, hold_out_bp, created_at,"
                " updated_at, published_at)"
                " VALUES (:id, :name, :start, :end, :share, :at, :at, :at)"
            ),
            {
                "id": key.bytes if connection.dialect.name == "sqlite" else key,
                "name": name,
                "start": (TODAY - DAY).isoformat(),
                "end": None if ends_on is None else ends_on.isoformat(),
                "share": hold_out_bp,
                "at": datetime.isoformat(NOW.replace(tzinfo=None), sep=" "),
            },
        )
    return key


def test_customers_join_a_published_campaign_once_and_after_its_draw(firm: Firm) -> None:
    service = firm.here.work_list
    add_campaign(firm, "Passada", ends_on=TODAY - DAY, hold_out_bp=0)
    campaign = add_campaign(firm, "Volta às aulas", ends_on=TODAY, hold_out_bp=5_000)
    assert service.campaigns() == [(campaign, "Volta às aulas")]
    assert len(service.add_to_campaign([*firm.keys[:20], new_id()], campaign)) == 20
    assert len(service.add_to_campaign(firm.keys, campaign)) == CUSTOMERS - 20
    with firm.world.engines.reading() as connection:
        arms = [row[0] for row in connection.execute(text("SELECT arm FROM campaign_members"))]
    assert len(arms) == CUSTOMERS
    assert set(arms) == {CampaignArm.TREATED.value}
    rows = by_key(service.load())
    assert {row.campaign for row in rows.values()} == {"Volta às aulas"}


def test_who_is_in_one_campaign_joins_no_other(firm: Firm) -> None:
    service = firm.here.work_list
    first = add_campaign(firm, "Volta às aulas", ends_on=TODAY, hold_out_bp=0)
    second = add_campaign(firm, "Retomada", ends_on=None, hold_out_bp=0)
    service.add_to_campaign(firm.keys[:3], first)
    added = service.add_to_campaign(firm.keys[:5], second)
    assert [key for key, _ in added.members] == sorted(firm.keys[3:5])
