"""Operators take customers off the queue, skip, snooze, undo and log."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

import resources
from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.bulk_loader import _insert as insert_rows
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.data.watcher import watch
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.bars import BarredError
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.contact import ContactDraft, Reason
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError, ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.queue import Claim, Hold, Offer
from cockpit.domain.vocabulary import Channel, HoldKind, LifecycleStatus, ObjectionState
from cockpit.services.ports import WriteUnit
from cockpit.ui.contact_form.saving import Receipt
from models import Base
from tests.support.queues import (
    NOW,
    MovableClock,
    Operator,
    callable_customers,
    run_out,
    values,
)

HOUR = timedelta(hours=1)


class Office:
    """Ana and Bia at one database with a few customers."""

    def __init__(self, engines: Engines, count: int = 3) -> None:
        self.engines = engines
        self.clock = MovableClock()
        self.keys, rows = callable_customers(count)
        SqlBulkLoader(engines).load(rows)
        self.ana, self.bia = self.operator("ana"), self.operator("bia")
        self.outcomes = {one.code: one for one in self.ana.contacts.form_options().outcomes}

    def operator(self, login: str) -> Operator:
        user = ensure_identity(self.engines, login=login, machine=f"pc-{login}")
        return Operator(user, SqlDatabase(self.engines, user.user_id), self.clock)

    def taken(self, who: Operator, key: UUID | None = None) -> Claim:
        claim = who.queue.next([key] if key else self.keys).claim
        assert claim is not None
        return claim

    def bar(self, key: UUID, who: Operator | None = None) -> Bar | None:
        barred = (who or self.ana).queue.barred(key)
        return None if barred is None else barred.bar

    def draft(self, key: UUID, code: str = "no_answer", **changes: object) -> ContactDraft:
        return ContactDraft(
            contact_id=new_id(),
            customer_id=key,
            occurred_at=self.clock.now(),
            channel=Channel.PHONE,
            outcome=self.outcomes[code],
            **changes,  # type: ignore[arg-type]
        )

    def due(self, after: timedelta) -> AppointmentDraft:
        return AppointmentDraft(self.clock.now() + after, has_time=True)

    def hold(self, key: UUID) -> Hold | None:
        with self.ana.database.read() as unit:
            return unit.queue.hold(key)

    def set_hold(self, key: UUID, hold: Hold) -> None:
        with self.ana.database.write() as unit:
            unit.queue.set_hold(key, hold, user=self.ana.user, at=self.clock.now())
            unit.changed(Topic.QUEUE, customer_ids=[key])

    def open_dates(self) -> list[tuple[object, ...]]:
        return values(self.engines, "SELECT due_at FROM appointments WHERE state = 'open'")

    def events(self) -> list[str]:
        found = values(self.engines, "SELECT kind FROM queue_events ORDER BY device_seq")
        return [kind for (kind,) in found]


@pytest.fixture
def engines(database_url: str) -> Iterator[Engines]:
    opened = open_database(parse_address(database_url))
    yield opened
    opened.close()


@pytest.fixture
def office(engines: Engines) -> Office:
    return Office(engines)


def log(who: Operator, draft: ContactDraft, claim: Claim | None = None) -> object:
    return who.contacts.log(draft, status=LifecycleStatus.AT_RISK, claim=claim)


def test_two_operators_are_offered_different_customers(office: Office) -> None:
    assert office.taken(office.ana).customer_id == office.keys[0]
    offer = office.bia.queue.next(office.keys)
    assert offer.claim is not None
    assert offer.claim.customer_id == office.keys[1]
    ((key, barred),) = offer.passed
    assert (key, barred.bar) == (office.keys[0], Bar.CLAIMED)


def test_next_gives_the_former_customer_back_and_offers_another(office: Office) -> None:
    first = office.taken(office.ana)
    assert office.taken(office.ana).customer_id == office.keys[1]
    assert office.bar(first.customer_id, office.bia) is None
    assert values(office.engines, "SELECT count(*) FROM claims WHERE state = 'active'") == [(1,)]


def test_behind_a_contact_the_next_customer_is_claimed_in_its_transaction(office: Office) -> None:
    first = office.taken(office.ana, office.keys[0])
    offers = []
    told: list[ChangeNotice] = []
    office.ana.database.subscribe(told.append)
    office.ana.contacts.log(
        office.draft(first.customer_id),
        status=LifecycleStatus.INACTIVE,
        claim=first,
        behind=lambda unit: offers.append(office.ana.queue.next_in(office.keys, unit)),
    )
    claim = offers[0].claim
    assert claim.customer_id == office.keys[1]
    (notice,) = told
    assert notice.concerns(first.customer_id, Topic.CONTACTS)
    assert notice.concerns(claim.customer_id, Topic.QUEUE)
    assert not notice.concerns(claim.customer_id, Topic.CONTACTS)


def test_a_search_that_fails_behind_a_contact_leaves_the_contact_stored(office: Office) -> None:
    first = office.taken(office.ana, office.keys[0])
    receipt = Receipt(search=partial(_failing_search, office))
    office.ana.contacts.log(
        office.draft(first.customer_id),
        status=LifecycleStatus.INACTIVE,
        claim=first,
        behind=receipt.look,
    )
    assert isinstance(receipt.error, ConflictError)
    assert office.ana.contacts.count_today() == 1
    assert values(office.engines, "SELECT state FROM claims ORDER BY state") == [("finished",)]


def _failing_search(office: Office, unit: WriteUnit) -> Offer:
    office.ana.queue.next_in(office.keys, unit)
    raise ConflictError("customer_gone")


def test_an_offer_tells_of_a_change_that_was_not_read_ahead(office: Office) -> None:
    key = office.keys[0]
    seen = office.ana.queue.changes_seen()
    assert office.ana.queue.next([key]).change <= seen
    office.ana.queue.release_all()
    seen = office.ana.queue.changes_seen()
    office.bia.contacts.set_next_contact(key, office.due(-HOUR))
    assert office.ana.queue.next([key]).change > seen


def test_nobody_left_says_why(office: Office) -> None:
    for key in office.keys:
        office.set_hold(key, Hold(HoldKind.COOLING_DOWN, NOW + HOUR))
    offer = office.ana.queue.next(office.keys)
    assert offer.claim is None
    assert [(key, barred.bar) for key, barred in offer.passed] == [
        (key, Bar.COOLING_DOWN) for key in office.keys
    ]
    assert office.ana.queue.next([]).claim is None
    assert office.ana.queue.next([new_id()]).claim is None


def test_a_tab_may_leave_bars_aside(office: Office) -> None:
    for key in office.keys:
        office.set_hold(key, Hold(HoldKind.COOLING_DOWN, NOW + HOUR))
    offer = office.ana.queue.next(office.keys, also=[Bar.COOLING_DOWN])
    assert offer.claim is not None
    assert offer.passed == ()


def test_nobody_is_offered_outside_calling_hours(office: Office) -> None:
    office.clock.go_on(12 * HOUR)
    offer = office.ana.queue.next(office.keys)
    assert {barred.bar for _, barred in offer.passed} == {Bar.OUTSIDE_HOURS}


def test_a_chosen_customer_is_taken_and_the_former_given_back(office: Office) -> None:
    office.taken(office.ana)
    claim = office.ana.queue.take(office.keys[2])
    assert claim.customer_id == office.keys[2]
    assert office.bar(office.keys[0], office.bia) is None
    assert office.ana.queue.take(office.keys[2]).claim_id == claim.claim_id


def test_a_barred_customer_is_taken_only_with_a_reason_which_is_kept(office: Office) -> None:
    key = office.keys[0]
    office.set_hold(key, Hold(HoldKind.CLOSED, NOW + 100 * HOUR))
    for reason in ("", "  "):
        with pytest.raises(BarredError) as caught:
            office.ana.queue.take(key, reason=reason)
    assert caught.value.barred.bar is Bar.CLOSED
    assert caught.value.message.as_dict() == {"until": "20/03 13:30"}
    assert office.events() == []
    assert office.ana.queue.take(key, reason="Ele ligou").customer_id == key
    rows = values(office.engines, "SELECT kind, reason FROM queue_events")
    assert rows == [("overridden", "closed: Ele ligou")]


def test_what_cannot_be_overridden_stays_barred(office: Office) -> None:
    key = office.keys[0]
    office.taken(office.bia, key)
    with pytest.raises(BarredError) as caught:
        office.ana.queue.take(key, reason="Preciso falar com ele")
    assert caught.value.barred.who == office.bia.user.name
    log(office.bia, office.draft(office.keys[1], "do_not_contact", reason=_any_reason(office)))
    with pytest.raises(BarredError):
        office.ana.queue.take(office.keys[1], reason="Só hoje")


def test_who_is_gone_cannot_be_taken(office: Office) -> None:
    with pytest.raises(ConflictError):
        office.ana.queue.take(new_id())


def test_heartbeats_keep_a_customer_until_the_program_stops(office: Office) -> None:
    claim = office.taken(office.ana)
    assert office.ana.queue.renew(claim) is not None
    run_out(office.engines, claim.customer_id)
    other = office.taken(office.bia, claim.customer_id)
    assert office.ana.queue.renew(claim) is None
    logged = office.ana.contacts.log(
        office.draft(claim.customer_id), status=LifecycleStatus.AT_RISK, claim=claim
    )
    assert (logged.is_claim_lost, logged.colleague) == (True, office.bia.user.name)
    assert values(office.engines, "SELECT count(*) FROM contacts") == [(1,)]
    assert office.bia.queue.renew(other) is not None


def test_a_heartbeat_expires_what_others_left_behind(office: Office) -> None:
    left = office.taken(office.bia, office.keys[2])
    claim = office.taken(office.ana)
    run_out(office.engines, left.customer_id)
    heard: list[ChangeNotice] = []
    office.ana.database.subscribe(heard.append)
    office.ana.queue.renew(claim)
    states = values(office.engines, "SELECT state FROM claims ORDER BY claimed_at, fence, state")
    assert sorted(state for (state,) in states) == ["active", "expired"]
    assert heard[-1].customer_ids == frozenset({left.customer_id})


def test_a_heartbeat_is_no_news_to_other_programs(office: Office) -> None:
    claim = office.taken(office.ana)
    elsewhere = watch(office.engines)
    assert office.ana.queue.renew(claim) is not None
    assert elsewhere.look() is None
    office.ana.queue.put_back(claim)
    found = elsewhere.look()
    assert found is not None
    assert found.customer_ids == frozenset({claim.customer_id})
    elsewhere.close()


@pytest.mark.parametrize("step", ["skip", "snooze", "put_back"])
def test_a_client_whom_a_colleague_took_is_left_to_them(office: Office, step: str) -> None:
    claim = office.taken(office.ana)
    run_out(office.engines, claim.customer_id)
    theirs = office.taken(office.bia, claim.customer_id)
    steps: dict[str, Callable[[], object]] = {
        "skip": lambda: office.ana.queue.skip(claim, "Só atende à tarde"),
        "snooze": lambda: office.ana.queue.snooze(claim, office.due(HOUR)),
        "put_back": lambda: office.ana.queue.put_back(claim),
    }
    with pytest.raises(ConflictError) as caught:
        steps[step]()
    assert resources.text(caught.value.message, "pt_BR").startswith(office.bia.user.name)
    assert office.hold(claim.customer_id) is None
    assert values(office.engines, "SELECT count(*) FROM appointments") == [(0,)]
    assert office.events() == []
    assert office.bia.queue.renew(theirs) is not None


def test_a_skipped_customer_rests_and_comes_back_by_undo(office: Office) -> None:
    claim = office.taken(office.ana)
    step = office.ana.queue.skip(claim, "Só atende à tarde")
    key = claim.customer_id
    assert office.hold(key) == Hold(HoldKind.SKIPPED, NOW + 4 * HOUR, "Só atende à tarde")
    assert office.bar(key) is Bar.SKIPPED
    again = office.ana.queue.undo(step)
    assert again is not None
    assert again.customer_id == key
    assert office.hold(key) is None
    assert office.events() == ["skipped", "undone"]


def test_skipping_wants_a_reason(office: Office) -> None:
    claim = office.taken(office.ana)
    with pytest.raises(BadInputError):
        office.ana.queue.skip(claim, " ")
    assert office.ana.queue.renew(claim) is not None


def test_a_skipped_customer_with_a_due_callback_is_not_offered_at_once(office: Office) -> None:
    key = office.keys[0]
    office.ana.contacts.set_next_contact(key, office.due(-HOUR))
    office.ana.queue.skip(office.taken(office.ana, key), "Em reunião")
    assert office.bar(key) is Bar.SKIPPED
    office.clock.go_on(5 * HOUR)
    assert office.bar(key) is None


def test_a_skip_ends_when_a_callback_falls_due(office: Office) -> None:
    key = office.keys[0]
    office.ana.contacts.set_next_contact(key, office.due(2 * HOUR))
    claim = office.ana.queue.take(key, reason="Passou na loja")
    office.ana.queue.skip(claim, "Em reunião")
    office.clock.go_on(2 * HOUR)
    assert office.bar(key) is None


def test_a_skip_does_not_shorten_a_longer_rest(office: Office) -> None:
    key, longer = office.keys[0], Hold(HoldKind.CLOSED, NOW + 100 * HOUR)
    office.set_hold(key, longer)
    step = office.ana.queue.skip(office.ana.queue.take(key, reason="Teste"), "Engano")
    assert office.hold(key) == longer
    office.ana.queue.undo(step)
    assert office.hold(key) == longer


def test_undo_leaves_what_a_colleague_did_meanwhile(office: Office) -> None:
    claim = office.taken(office.ana)
    key = claim.customer_id
    step = office.ana.queue.skip(claim, "Ocupado")
    other = office.bia.queue.take(key, reason="Ele ligou")
    log(office.bia, office.draft(key, "no_answer"), other)
    resting = office.hold(key)
    assert resting == Hold(HoldKind.COOLING_DOWN, NOW + 4 * HOUR)
    assert office.ana.queue.undo(step) is None
    assert office.hold(key) == resting


def test_put_back_leaves_the_customer_as_they_were(office: Office) -> None:
    claim = office.taken(office.ana)
    step = office.ana.queue.put_back(claim)
    assert office.bar(claim.customer_id, office.bia) is None
    office.taken(office.bia, claim.customer_id)
    assert office.ana.queue.undo(step) is None
    assert office.events() == ["put_back", "undone"]


def test_a_snooze_moves_the_next_contact_and_undo_moves_it_back(office: Office) -> None:
    key = office.keys[0]
    office.ana.contacts.set_next_contact(key, office.due(-HOUR))
    before = office.open_dates()
    step = office.ana.queue.snooze(office.taken(office.ana, key), office.due(3 * HOUR))
    assert office.bar(key) is Bar.SCHEDULED
    assert office.open_dates() != before
    assert office.ana.queue.undo(step) is not None
    assert office.open_dates() == before
    armed = values(office.engines, "SELECT state FROM reminders WHERE state = 'pending'")
    assert len(armed) == 1


def test_who_is_called_for_a_woken_objection_rests_until_the_snoozed_date(office: Office) -> None:
    key, kind = office.keys[0], new_id()
    objection = {"id": new_id(), "customer_id": key, "kind_id": kind, "opened_at": NOW - HOUR}
    objection |= {"state": ObjectionState.OPEN, "woken_at": NOW - HOUR}
    tables = Base.metadata.tables
    with office.engines.writing() as connection:
        kinds = [{"id": kind, "code": "price", "name": "Preço"}]
        insert_rows(connection, tables["objection_kinds"], kinds)
        insert_rows(connection, tables["objections"], [objection])
    step = office.ana.queue.snooze(office.taken(office.ana, key), office.due(3 * HOUR))
    assert office.bar(key) is Bar.SKIPPED
    assert office.taken(office.ana).customer_id != key
    claim = office.ana.queue.undo(step)
    assert claim is not None
    assert office.bar(key) is None
    office.ana.queue.snooze(claim, office.due(3 * HOUR))
    office.clock.present += 3 * HOUR
    assert office.bar(key) is None


def test_undoing_a_snooze_without_a_former_date_leaves_none(office: Office) -> None:
    claim = office.taken(office.ana)
    step = office.ana.queue.snooze(claim, office.due(HOUR))
    office.ana.queue.undo(step)
    assert office.open_dates() == []
    assert values(office.engines, "SELECT state FROM reminders") == [("cancelled",)]


def test_undo_leaves_a_date_that_was_set_after_the_snooze(office: Office) -> None:
    claim = office.taken(office.ana)
    step = office.ana.queue.snooze(claim, office.due(HOUR))
    office.bia.contacts.set_next_contact(claim.customer_id, office.due(9 * HOUR))
    dates = office.open_dates()
    assert office.ana.queue.undo(step) is None or office.open_dates() == dates
    assert office.open_dates() == dates


def test_closing_gives_back_what_is_held(office: Office) -> None:
    claim = office.taken(office.ana)
    office.ana.queue.release_all()
    assert office.taken(office.bia, claim.customer_id).fence == claim.fence + 1


def test_every_step_names_whom_it_concerns(office: Office) -> None:
    heard: list[ChangeNotice] = []
    office.ana.database.subscribe(heard.append)
    claim = office.taken(office.ana)
    step = office.ana.queue.skip(claim, "Ocupado")
    office.ana.queue.undo(step)
    office.ana.queue.release_all()
    office.ana.queue.next([])
    assert len(heard) == 4
    assert all(one.customer_ids == frozenset({claim.customer_id}) for one in heard)


@pytest.mark.parametrize(
    ("code", "hold"),
    [
        ("no_answer", Hold(HoldKind.COOLING_DOWN, NOW + 4 * HOUR)),
        ("busy", Hold(HoldKind.COOLING_DOWN, NOW + HOUR)),
        ("sale", None),
        ("wrong_number", Hold(HoldKind.CLOSED, NOW + 2 * HOUR)),
    ],
)
def test_an_outcome_begins_its_rest_and_ends_the_former(
    office: Office, code: str, hold: Hold | None
) -> None:
    key = office.keys[0]
    claim = office.taken(office.ana, key)
    office.set_hold(key, Hold(HoldKind.CLOSED, NOW + 2 * HOUR))
    logged = office.ana.contacts.log(
        office.draft(key, code), status=LifecycleStatus.AT_RISK, claim=claim
    )
    assert office.hold(key) == hold
    assert not logged.is_claim_lost
    assert values(office.engines, "SELECT state FROM claims") == [("finished",)]


def test_a_next_contact_takes_the_place_of_a_rest(office: Office) -> None:
    key = office.keys[0]
    draft = office.draft(key, "no_answer", next_contact=office.due(24 * HOUR))
    logged = office.ana.contacts.log(draft, status=LifecycleStatus.AT_RISK)
    assert logged.until == NOW + 24 * HOUR
    assert office.hold(key) is None
    office.clock.go_on(2 * HOUR)
    assert office.bar(key) is Bar.SCHEDULED


def test_who_was_just_called_is_nobodys_for_an_hour(office: Office) -> None:
    key = office.keys[0]
    log(office.ana, office.draft(key, "wrong_number"))
    barred = office.bia.queue.barred(key)
    assert barred is not None
    assert (barred.bar, barred.who) == (Bar.JUST_CALLED, office.ana.user.name)
    assert barred.until == NOW + HOUR
    office.clock.go_on(HOUR)
    assert office.bar(key, office.bia) is None


def test_the_same_draft_twice_is_one_contact(office: Office) -> None:
    claim = office.taken(office.ana)
    draft = office.draft(claim.customer_id)
    first = log(office.ana, draft, claim)
    assert log(office.ana, draft, claim) != first
    assert values(office.engines, "SELECT count(*) FROM contacts") == [(1,)]


def test_the_contacts_of_the_day_are_ones_own_and_count_once(office: Office) -> None:
    wrong = office.draft(office.keys[0])
    log(office.ana, wrong)
    log(office.ana, office.draft(office.keys[0], "busy", amends_id=wrong.contact_id))
    log(office.ana, office.draft(office.keys[1]))
    log(office.bia, office.draft(office.keys[2]))
    assert (office.ana.contacts.count_today(), office.bia.contacts.count_today()) == (2, 1)
    office.clock.go_on(24 * HOUR)
    assert office.ana.contacts.count_today() == 0


def test_all_that_was_noted_is_stored(office: Office) -> None:
    draft = office.draft(
        office.keys[0],
        duration_seconds=95,
        potential_cents=120_000,
        forecast_on=NOW.date(),
    )
    log(office.ana, draft)
    stored = values(
        office.engines, "SELECT duration_seconds, potential_cents, forecast_on FROM contacts"
    )
    assert [(a, b, str(c)) for a, b, c in stored] == [(95, 120_000, "2026-03-16")]


def test_a_correction_stands_beside_what_it_corrects(office: Office) -> None:
    key = office.keys[0]
    wrong = office.draft(key, "no_answer")
    log(office.ana, wrong)
    resting = office.hold(key)
    log(office.ana, office.draft(key, "sale", amends_id=wrong.contact_id))
    assert office.hold(key) == resting
    assert values(office.engines, "SELECT count(*) FROM contacts") == [(2,)]


def test_a_contact_is_corrected_once(office: Office) -> None:
    key = office.keys[0]
    wrong = office.draft(key)
    log(office.ana, wrong)
    log(office.ana, office.draft(key, "sale", amends_id=wrong.contact_id))
    with pytest.raises(ConflictError):
        log(office.bia, office.draft(key, "busy", amends_id=wrong.contact_id))
    with pytest.raises(ConflictError):
        log(office.bia, office.draft(office.keys[1], "busy", amends_id=wrong.contact_id))
    assert values(office.engines, "SELECT count(*) FROM contacts") == [(2,)]


def test_correcting_do_not_contact_opens_what_it_closed(office: Office) -> None:
    key = office.keys[0]
    wrong = office.draft(key, "do_not_contact", reason=_any_reason(office))
    log(office.ana, wrong)
    assert office.bar(key) is Bar.DO_NOT_CONTACT
    office.clock.go_on(2 * HOUR)
    right = office.draft(key, "no_answer", amends_id=wrong.contact_id)
    log(office.ana, right)
    assert office.bar(key) is not Bar.DO_NOT_CONTACT
    again = office.draft(
        key, "do_not_contact", amends_id=right.contact_id, reason=_any_reason(office)
    )
    log(office.ana, again)
    assert office.bar(key) is Bar.DO_NOT_CONTACT


def test_correcting_one_of_two_wishes_leaves_the_other(office: Office) -> None:
    key = office.keys[0]
    first = office.draft(key, "do_not_contact", reason=_any_reason(office))
    log(office.ana, first)
    office.clock.go_on(HOUR)
    log(office.bia, office.draft(key, "do_not_contact", reason=_any_reason(office)))
    log(office.ana, office.draft(key, "no_answer", amends_id=first.contact_id))
    assert office.bar(key) is Bar.DO_NOT_CONTACT


def _any_reason(office: Office) -> Reason:
    return office.ana.contacts.form_options().reasons[0]


def test_a_hundred_calls_leave_a_hundred_contacts_and_nothing_else(engines: Engines) -> None:
    office = Office(engines, 130)
    planned: dict[UUID, object] = {}
    for number in range(100):
        who = (office.ana, office.bia)[number % 2]
        office.clock.go_on(timedelta(seconds=30))
        claim = _after_detours(office, who, number)
        code = ("no_answer", "sale", "busy")[number % 3]
        changes: dict[str, object] = {}
        if code == "no_answer":
            changes["next_contact"] = office.due(24 * HOUR)
            planned[claim.customer_id] = office.clock.now() + 24 * HOUR
        log(who, office.draft(claim.customer_id, code, **changes), claim)
    counted = values(engines, "SELECT count(*), count(DISTINCT customer_id) FROM contacts")
    assert counted == [(100, 100)]
    assert values(engines, "SELECT count(*) FROM claims WHERE state = 'active'") == [(0,)]
    found: dict[UUID, object] = {}
    for who in (office.ana, office.bia):
        with who.database.read() as unit:
            seen = unit.queue.standings(office.keys, user=who.user, at=office.clock.now())
        found |= {key: one.due_at for key, one in seen.items() if one.due_at is not None}
    assert found == planned


def _after_detours(office: Office, who: Operator, number: int) -> Claim:
    """Take the next customer, now and then after a skip, or a snooze that is undone."""
    claim = office.taken(who)
    if number % 7 == 3:
        who.queue.skip(claim, "Ocupado")
        claim = office.taken(who)
    if number % 11 == 5:
        again = who.queue.undo(who.queue.snooze(claim, office.due(3 * HOUR)))
        assert again is not None
        claim = again
    return claim


def test_what_is_promised_during_a_call_for_later_on_the_day_stays(office: Office) -> None:
    key = office.keys[0]
    claim = office.taken(office.ana, key)
    office.clock.go_on(5 * HOUR / 60)
    office.ana.contacts.set_next_contact(key, office.due(HOUR))
    (promised,) = office.open_dates()
    office.clock.go_on(5 * HOUR / 60)
    log(office.ana, office.draft(key), claim)
    assert office.open_dates() == [promised]


def test_what_was_promised_before_the_call_is_done_with_it_also_with_a_new_note(
    office: Office,
) -> None:
    key = office.keys[0]
    office.ana.contacts.set_next_contact(key, office.due(HOUR))
    office.clock.go_on(HOUR)
    claim = office.taken(office.ana, key)
    with office.ana.database.write() as unit:
        found = unit.agenda.open_next_contact(key)
        assert found is not None
        unit.agenda.change(found, user=office.ana.user, at=office.clock.now(), note="Ligou")
        unit.changed(Topic.AGENDA, customer_ids=[key])
    log(office.ana, office.draft(key), claim)
    assert office.open_dates() == []


@pytest.mark.parametrize(("minutes", "is_kept"), [(10, True), (20, False)])
def test_without_a_claim_what_was_set_just_before_belongs_to_the_contact(
    office: Office, minutes: int, is_kept: bool
) -> None:
    key = office.keys[0]
    office.ana.contacts.set_next_contact(key, office.due(HOUR))
    office.clock.go_on(minutes * HOUR / 60)
    log(office.ana, office.draft(key))
    assert bool(office.open_dates()) is is_kept
