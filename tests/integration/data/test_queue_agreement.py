"""The queue's own facts are those that the list is judged by."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calling_window import Place, Wishes, zone_of
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.eligibility import JUST_CALLED, Standing
from cockpit.domain.ids import new_id
from cockpit.domain.queue import Hold
from cockpit.domain.vocabulary import AppointmentKind, CampaignArm, HoldKind
from tests.integration.data.conftest import NOW, World, customer

MINUTE = timedelta(minutes=1)
COUNT = 80


def from_columns(columns: WorkListColumns, line: int) -> Standing:
    """Return what the list judges a customer by."""
    return Standing(
        status=columns.status[line],
        is_phone_forbidden=columns.is_phone_forbidden[line],
        has_phone=bool(columns.phone[line]),
        is_blocked=columns.is_blocked[line],
        is_held_out=columns.is_held_out[line],
        others_campaign=columns.others_campaign[line],
        campaign_until=columns.campaign_until[line],
        claimed_by=columns.claimed_by[line],
        packed_by=columns.packed_by[line],
        packed_until=columns.packed_until[line],
        last_contact_at=columns.last_contact_at[line],
        last_contact_by=columns.last_contact_by[line],
        reserved_until=columns.reserved_until[line],
        reserved_by=columns.reserved_by[line],
        due_at=columns.next_contact_at[line],
        hold=columns.hold[line],
        hold_until=columns.hold_until[line],
        is_woken=columns.is_woken[line],
        is_raised=bool(columns.post_it[line]),
    )


def comparable(standing: Standing) -> Standing:
    """Leave aside what bars nobody, and the seconds that pass on a server's clock."""
    called_at = standing.last_contact_at
    if called_at is None or called_at + JUST_CALLED <= NOW:
        standing = replace(standing, last_contact_at=None, last_contact_by="")
    if standing.hold_until is not None and standing.hold_until <= NOW:
        standing = replace(standing, hold=None, hold_until=None)
    # The list hides the numbers of those who may not be called.
    has_phone = standing.has_phone or standing.is_phone_forbidden
    return replace(standing, has_phone=has_phone)


def test_list_and_queue_judge_by_the_same_facts(world: World) -> None:
    random = Random(5)
    other = world.colleague()
    keys = [new_id() for _ in range(COUNT)]
    rows = [
        customer(
            key,
            f"{number}",
            is_blocked=random.random() < 0.1,
            state=random.choice(["SP", "AM", None]),
            city=random.choice(["Manaus", None]),
            time_zone=random.choice([None, "America/Noronha"]),
            preferred_from_minute=random.choice([None, 600]),
            preferred_weekdays=random.choice([None, 7]),
        )
        for number, key in enumerate(keys)
    ]
    phones = [
        {"customer_id": key, "raw": "11 3555-0101", "is_primary": True}
        for key in keys
        if random.random() < 0.9
    ]
    plan = _plan(random, keys, world, other)
    world.load(customers=rows, phones=phones, **plan)
    for key in keys:
        _happen(random, key, (world, other))
    with world.database.read() as unit:
        columns = unit.work_list.columns(today=NOW.date(), at=NOW)
        found = unit.queue.standings(keys, user=world.user, at=NOW)
        places = unit.queue.places(keys)
    assert set(columns.customer_id) == set(keys)
    for line, key in enumerate(columns.customer_id):
        assert comparable(from_columns(columns, line)) == comparable(found[key])
        state = columns.state[line]
        place = Place(state, columns.city[line], zone_of(state, columns.zone[line]))
        wishes = Wishes(
            columns.preferred_from_minute[line],
            columns.preferred_until_minute[line],
            columns.preferred_weekdays[line],
        )
        assert places[key] == (place, wishes)


def _plan(
    random: Random, keys: Sequence[UUID], world: World, other: World
) -> dict[str, list[dict[str, Any]]]:
    """Let campaigns run, some of them for the colleague alone, some of them drafts."""
    campaigns = [
        {
            "id": new_id(),
            "name": f"Campanha {number}",
            "starts_on": NOW.date() - timedelta(days=number),
            "ends_on": random.choice([None, NOW.date() + timedelta(days=number)]),
            "published_at": random.choice([None, NOW, NOW]),
        }
        for number in range(4)
    ]
    return {
        "campaigns": campaigns,
        "campaign_members": [
            {"campaign_id": one["id"], "customer_id": key, "arm": random.choice(list(CampaignArm))}
            for one in campaigns
            for key in keys
            if random.random() < 0.1
        ],
        "campaign_operators": [
            {"campaign_id": one["id"], "user_id": who.user.user_id}
            for one, who in zip(campaigns, (world, other, other), strict=False)
        ],
    }


def _happen(random: Random, key: UUID, worlds: tuple[World, World]) -> None:
    """Let a few things happen to a customer, by either of two users."""
    who = random.choice(worlds)
    due_at = NOW + random.randrange(-3000, 3000) * MINUTE
    draft = AppointmentDraft(
        due_at, has_time=random.random() < 0.5, kind=random.choice(list(AppointmentKind))
    )
    kind = random.choice(list(HoldKind))
    hold = Hold(kind, random.choice([None, NOW + random.randrange(-60, 60) * MINUTE]))
    with who.database.write() as unit:
        if random.random() < 0.5:
            unit.agenda.set_next_contact(key, draft, user=who.user, contact_id=None, at=NOW)
        if random.random() < 0.3:
            unit.queue.set_hold(key, hold, user=who.user, at=NOW)
        if random.random() < 0.1:
            unit.contacts.forbid(key, user=who.user, reason="", at=NOW)
        unit.changed(customer_ids=[])
    former = None
    for _ in range(random.randrange(3)):
        contact = who.draft(key, occurred_at=NOW - random.randrange(120) * MINUTE, amends_id=former)
        who.log(contact)
        former = random.choice([None, contact.contact_id])
