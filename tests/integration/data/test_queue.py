"""Claims with lease and fence, rests, standings and calling hours."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calling_window import Holiday, Hours, Place, WindowRules, Wishes, zone_of
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.eligibility import Standing
from cockpit.domain.ids import new_id
from cockpit.domain.queue import LEASE, Claim, Hold
from cockpit.domain.vocabulary import (
    AppointmentKind,
    CampaignArm,
    HoldKind,
    LifecycleStatus,
    QueueEventKind,
)
from tests.integration.data.conftest import NOW, World, customer
from tests.support.queues import run_out, values

HOUR = timedelta(hours=1)


def claim(world: World, customer_id: UUID) -> Claim | None:
    with world.database.write() as unit:
        return unit.queue.claim(customer_id, user=world.user, at=NOW)


def claimed(world: World, customer_id: UUID) -> Claim:
    found = claim(world, customer_id)
    assert found is not None
    return found


def standing(world: World, customer_id: UUID) -> Standing:
    with world.database.read() as unit:
        return unit.queue.standings([customer_id], user=world.user, at=NOW)[customer_id]


def states(world: World) -> list[tuple[str, int]]:
    return values(world.engines, "SELECT state, fence FROM claims ORDER BY fence")


def test_a_claimed_customer_is_nobody_elses(world: World, acme: UUID) -> None:
    first = claimed(world, acme)
    other = world.colleague()
    assert claim(other, acme) is None
    assert first.fence == 1
    assert (first.claimed_at, first.lease_until) == (NOW, NOW + LEASE)
    assert standing(other, acme).claimed_by == world.user.name
    assert standing(world, acme).claimed_by == ""


def test_claiming_again_renews_the_own_claim(world: World, acme: UUID) -> None:
    first, again = claimed(world, acme), claimed(world, acme)
    assert (again.claim_id, again.fence) == (first.claim_id, first.fence)
    assert abs(again.claimed_at - first.claimed_at) < timedelta(seconds=10)
    assert len(states(world)) == 1


def test_a_lease_that_ended_is_taken_over_with_the_next_fence(world: World, acme: UUID) -> None:
    first = claimed(world, acme)
    other = world.colleague()
    run_out(world.engines, acme)
    assert standing(other, acme).claimed_by == ""
    assert claimed(other, acme).fence == 2
    with world.database.write() as unit:
        assert unit.queue.renew(first, at=NOW) is None
        assert not unit.queue.finish(first, at=NOW)
        assert not unit.queue.release(first, at=NOW)
    assert states(world) == [("expired", 1), ("active", 2)]


def test_a_lease_that_ended_is_still_ones_own_where_nobody_came(world: World, acme: UUID) -> None:
    first = claimed(world, acme)
    run_out(world.engines, acme)
    with world.database.write() as unit:
        assert unit.queue.reap(at=NOW) == [acme]
        assert unit.queue.reap(at=NOW) == []
        assert unit.queue.renew(first, at=NOW) is None
        assert unit.queue.finish(first, at=NOW)
    assert states(world) == [("finished", 1)]


def test_a_heartbeat_keeps_the_claim(world: World, acme: UUID) -> None:
    first = claimed(world, acme)
    with world.database.write() as unit:
        renewed = unit.queue.renew(first, at=NOW + HOUR)
    assert renewed is not None
    assert renewed.lease_until == NOW + HOUR + LEASE
    assert claim(world.colleague(), acme) is None


def test_leaving_gives_back_all_but_one(world: World) -> None:
    first, second = new_id(), new_id()
    world.load(customers=[customer(first), customer(second, "2")])
    claimed(world, first)
    claimed(world, second)
    with world.database.write() as unit:
        assert unit.queue.give_back(user=world.user, at=NOW, keep=second).own == (first,)
        assert unit.queue.give_back(user=world.user, at=NOW).own == (second,)
    assert claim(world.colleague(), first) is not None


def test_a_rest_is_replaced_and_ended(world: World, acme: UUID) -> None:
    with world.database.write() as unit:
        assert unit.queue.hold(acme) is None
        for hold in (
            Hold(HoldKind.SKIPPED, NOW + HOUR, "Ocupado"),
            Hold(HoldKind.CLOSED, None),
        ):
            unit.queue.set_hold(acme, hold, user=world.user, at=NOW)
            assert unit.queue.hold(acme) == hold
    assert standing(world, acme).hold is HoldKind.CLOSED
    assert standing(world, acme).hold_until is None
    with world.database.write() as unit:
        unit.queue.set_hold(acme, None, user=world.user, at=NOW)
        assert unit.queue.hold(acme) is None


def test_what_operators_did_is_kept(world: World, acme: UUID) -> None:
    with world.database.write() as unit:
        unit.queue.note(
            acme, QueueEventKind.SKIPPED, user=world.user, reason="Viajou", until=NOW, at=NOW
        )
    assert values(world.engines, "SELECT kind, reason FROM queue_events") == [("skipped", "Viajou")]


def test_a_customer_without_anything_may_be_offered(world: World, acme: UUID) -> None:
    assert standing(world, acme) == Standing(LifecycleStatus.PROSPECT)


def test_who_is_gone_is_left_out(world: World) -> None:
    with world.database.read() as unit:
        assert unit.queue.standings([new_id()], user=world.user, at=NOW) == {}
        assert unit.queue.places([new_id()]) == {}


def test_a_customer_without_a_number_has_no_phone(world: World) -> None:
    key = new_id()
    world.load(customers=[customer(key, is_blocked=True)])
    assert not standing(world, key).has_phone
    assert standing(world, key).is_blocked


def test_do_not_contact_forbids_the_phone(world: World, acme: UUID) -> None:
    with world.database.write() as unit:
        unit.contacts.forbid(acme, user=world.user, reason="", at=NOW)
    assert standing(world, acme).is_phone_forbidden


def test_the_last_contact_and_who_made_it(world: World, acme: UUID) -> None:
    world.log(world.draft(acme, occurred_at=NOW - HOUR))
    other = world.colleague()
    other.log(other.draft(acme, occurred_at=NOW - HOUR / 2))
    seen = standing(world, acme)
    assert (seen.last_contact_at, seen.last_contact_by) == (NOW - HOUR / 2, other.user.name)


def test_a_corrected_contact_counts_by_its_correction(world: World, acme: UUID) -> None:
    wrong = world.draft(acme, occurred_at=NOW)
    world.log(wrong)
    world.log(world.draft(acme, occurred_at=NOW - HOUR, amends_id=wrong.contact_id))
    assert standing(world, acme).last_contact_at == NOW - HOUR


def test_corrections_are_looked_up_however_many_contacts_there_are(
    world: World, acme: UUID
) -> None:
    if not world.engines.is_sqlite:
        pytest.skip("its planner knows how many values are missing")
    for _ in range(20):
        world.log(world.draft(acme))
    with world.keeper.writing() as connection:
        connection.exec_driver_sql("ANALYZE")
    with world.engines.reading() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT id FROM contacts WHERE NOT EXISTS"
            " (SELECT later.id FROM contacts AS later WHERE later.amends_id = contacts.id)"
        ).all()
    assert "SCAN later" not in {row[3] for row in plan}


@pytest.mark.parametrize(
    ("kind", "has_time", "after", "reserved"),
    [
        (AppointmentKind.MY_CALLBACK, True, HOUR, HOUR),
        (AppointmentKind.MY_CALLBACK, True, -HOUR, None),
        (AppointmentKind.MY_CALLBACK, False, -HOUR, 23 * HOUR),
        (AppointmentKind.MY_CALLBACK, False, -25 * HOUR, None),
        (AppointmentKind.TEAM_CALLBACK, True, HOUR, None),
    ],
)
def test_a_colleagues_own_callback_is_reserved_while_it_is_to_come(
    world: World,
    kind: AppointmentKind,
    has_time: bool,
    after: timedelta,
    reserved: timedelta | None,
) -> None:
    key = new_id()
    world.load(customers=[customer(key)])
    other = world.colleague()
    draft = AppointmentDraft(NOW + after, has_time=has_time, kind=kind)
    with other.database.write() as unit:
        unit.agenda.set_next_contact(key, draft, user=other.user, contact_id=None, at=NOW)
    seen, own = standing(world, key), standing(other, key)
    assert seen.reserved_until == (None if reserved is None else NOW + reserved)
    assert seen.reserved_by == ("" if reserved is None else other.user.name)
    assert (own.reserved_until, own.due_at) == (None, NOW + after)
    is_teams = kind is AppointmentKind.TEAM_CALLBACK
    assert seen.due_at == (NOW + after if is_teams else None)


def test_a_running_campaigns_hold_out_is_kept_aside(world: World) -> None:
    running, over, today = new_id(), new_id(), NOW.date()
    draft, ended = new_id(), new_id()
    keys = [new_id() for _ in range(5)]
    held_out, held_out_then, called, chosen, free = keys
    last_week = {"starts_on": today - timedelta(days=9), "ends_on": today - timedelta(days=1)}
    world.load(
        customers=[customer(key, f"{number}") for number, key in enumerate(keys)],
        campaigns=[
            {"id": running, "name": "Março", "starts_on": today, "ends_on": today,
             "published_at": NOW, "ended_at": None},
            {"id": over, "name": "Fevereiro", **last_week, "published_at": NOW, "ended_at": None},
            {"id": draft, "name": "Rascunho", "starts_on": today, "ends_on": today,
             "published_at": None, "ended_at": None},
            {"id": ended, "name": "Encerrada", "starts_on": today, "ends_on": today,
             "published_at": NOW, "ended_at": NOW},
        ],
        campaign_members=[
            {"campaign_id": running, "customer_id": held_out, "arm": CampaignArm.HOLD_OUT},
            {"campaign_id": over, "customer_id": held_out_then, "arm": CampaignArm.HOLD_OUT},
            {"campaign_id": running, "customer_id": called, "arm": CampaignArm.TREATED},
            {"campaign_id": draft, "customer_id": chosen, "arm": CampaignArm.HOLD_OUT},
            {"campaign_id": ended, "customer_id": free, "arm": CampaignArm.HOLD_OUT},
        ],
    )  # fmt: skip
    with world.database.read() as unit:
        found = unit.queue.standings(keys, user=world.user, at=NOW)
    assert [found[key].is_held_out for key in keys] == [True, False, False, False, False]
    midnight = datetime.combine(today + timedelta(days=1), time(), tzinfo=DEFAULT_ZONE)
    assert [found[key].campaign_until for key in keys] == [midnight, None, None, None, None]


@pytest.mark.parametrize(
    ("callers", "others"),
    [((), ""), (("me",), ""), (("me", "other"), ""), (("other",), "Março")],
    ids=["everybody", "the user", "both", "the colleague"],
)
def test_a_campaigns_customers_are_kept_for_who_calls_for_it(
    world: World, callers: Sequence[str], others: str
) -> None:
    running, key, today = new_id(), new_id(), NOW.date()
    users = {"me": world.user.user_id, "other": world.colleague().user.user_id}
    world.load(
        customers=[customer(key, "1")],
        campaigns=[{"id": running, "name": "Março", "starts_on": today, "published_at": NOW}],
        campaign_members=[{"campaign_id": running, "customer_id": key}],
        campaign_operators=[{"campaign_id": running, "user_id": users[name]} for name in callers],
    )
    found = standing(world, key)
    assert (found.is_held_out, found.others_campaign, found.campaign_until) == (False, others, None)


def test_where_customers_are_and_when_they_like_to_be_called(world: World) -> None:
    here, there = new_id(), new_id()
    wish = {
        "preferred_from_minute": 540,
        "preferred_until_minute": 600,
        "preferred_weekdays": 3,
        "time_zone": "America/Noronha",
    }
    world.load(customers=[customer(here), customer(there, "2", state="PE", city="Noronha", **wish)])
    with world.database.read() as unit:
        found = unit.queue.places([here, there])
    assert found[here] == (Place("", "", zone_of("")), Wishes())
    assert found[there] == (
        Place("PE", "Noronha", zone_of("PE", "America/Noronha")),
        Wishes(540, 600, 3),
    )


def test_without_anything_stored_the_default_hours_hold(world: World) -> None:
    with world.database.read() as unit:
        assert unit.queue.window_rules() == WindowRules()


def test_the_latest_hours_and_the_companys_days_hold(world: World) -> None:
    def policy(version: int, state: str | None, **parameters: object) -> dict[str, object]:
        return {
            "state": state,
            "version": version,
            "parameters": parameters,
            "published_at": NOW,
        }

    day = {"day_on": date(2026, 1, 26), "name": "Aniversário", "state": "SP", "city": "Santos"}
    world.load(
        calling_window_policies=[
            policy(2, None, opens="09:00", optional_days=False),
            policy(1, None, opens="07:00"),
            policy(1, "MG", weekdays=[0, 5]),
        ],
        calendar_days=[
            day,
            {"day_on": date(2026, 2, 18), "name": "Cinzas", "is_optional": True},
        ],
    )
    with world.database.read() as unit:
        rules = unit.queue.window_rules()
    assert rules == WindowRules(
        default=Hours(opens=time(9)),
        by_state={"MG": Hours(opens=time(9), weekdays=frozenset({0, 5}))},
        company_days=(Holiday(date(2026, 1, 26), "Aniversário", "SP", "Santos"),),
        optional_days=False,
    )
