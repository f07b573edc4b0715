"""What follows on contacts, on both engines: next contacts, rests, caps, and the decisions kept."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.cadence import CadencePolicy, CadenceRules, CadenceScope
from cockpit.domain.cadence_documents import rules_document, scope_document
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.contact_caps import Cap
from cockpit.domain.customer import CustomerProfile, NextAttempt
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import OutgoingMessage
from cockpit.domain.queue import Hold
from cockpit.domain.vocabulary import (
    AppointmentKind,
    CampaignArm,
    Channel,
    ContactDirection,
    ContactGoal,
    HoldKind,
    LifecycleStatus,
    MessageState,
    OrderKind,
    QueueEffect,
)
from cockpit.messaging.mail import SmtpSender
from cockpit.messaging.renderer import JinjaRenderer
from cockpit.services.contacts import ContactService, Logged
from cockpit.services.messages import MessageService
from models import Appointment, CadenceDecision
from models import CadencePolicy as PolicyRow
from tests.integration.data.conftest import NOW, World
from tests.integration.data.test_messages import Keyring
from tests.support.queues import MovableClock

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AT_RISK = CadenceScope(frozenset({LifecycleStatus.AT_RISK}))


class Desk:
    """A user who logs contacts at moments that a test chooses."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.clock = MovableClock(NOW)
        self.contacts = ContactService(world.database, self.clock, world.user)

    def log(
        self,
        customer_id: UUID,
        code: str,
        *,
        status: LifecycleStatus = LifecycleStatus.AT_RISK,
        **changes: Any,
    ) -> Logged:
        draft = self.world.draft(
            customer_id,
            outcome=self.world.outcomes[code],
            occurred_at=self.clock.now(),
            **changes,
        )
        return self.contacts.log(draft, status=status)

    def hold(self, customer_id: UUID) -> Hold | None:
        with self.world.database.read() as unit:
            return unit.queue.hold(customer_id)

    def open_contacts(self) -> list[Any]:
        return self._rows(select(Appointment.__table__).where(Appointment.state == "open"))

    def decisions(self) -> list[Any]:
        table = CadenceDecision.__table__
        return self._rows(select(table).order_by(table.c.device_seq))

    def _rows(self, statement: Any) -> list[Any]:
        with self.world.engines.reading() as connection:
            return list(connection.execute(statement))

    def publish(
        self, rules: CadenceRules, scope: CadenceScope | None = None, name: str = "own"
    ) -> UUID:
        key = new_id()
        self.world.load_more(
            cadence_policies=[
                {
                    "id": key,
                    "name": name,
                    "version": 1,
                    "applies_to": scope_document(scope or CadenceScope()),
                    "parameters": rules_document(rules),
                    "published_at": NOW,
                }
            ]
        )
        return key


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DEFAULT_ZONE)


def test_a_talk_without_a_date_gets_the_cadence_s_next_contact(desk: Desk, acme: UUID) -> None:
    logged = desk.log(acme, "no_decision", note="Vai falar com o sócio")
    (planned,) = desk.open_contacts()
    assert planned.due_at == local("2026-03-19 00:00") == logged.until
    assert (planned.has_time, planned.kind) == (False, AppointmentKind.FOLLOW_UP)
    assert (planned.goal, planned.channel) == (ContactGoal.RESUME, Channel.PHONE)
    assert planned.note == "Vai falar com o sócio"
    assert desk.hold(acme) is None
    (decision,) = desk.decisions()
    assert (decision.step, decision.number) == ("follow_up", 1)
    assert decision.proposed_at == local("2026-03-19 09:30")
    assert (decision.chosen_at, decision.reason, decision.breaches) == (None, None, None)
    assert decision.policy_id is not None


def test_a_request_is_promised_within_its_hours_and_takes_the_place_of_a_later_contact(
    desk: Desk, acme: UUID
) -> None:
    desk.contacts.set_next_contact(acme, AppointmentDraft(NOW + 9 * DAY, has_time=True))
    desk.log(acme, "no_decision")
    (standing,) = desk.open_contacts()
    assert standing.due_at == NOW + 9 * DAY
    desk.log(acme, "quote_requested")
    (answer,) = desk.open_contacts()
    assert answer.due_at == answer.deadline_at == NOW + DAY
    assert (answer.has_time, answer.goal) == (True, ContactGoal.ANSWER)
    assert answer.kind is AppointmentKind.MY_CALLBACK


def test_the_fourth_unanswered_attempt_begins_the_long_rest(desk: Desk, acme: UUID) -> None:
    kinds = []
    for days in (0, 1, 2, 4):
        desk.clock.present = NOW + days * DAY
        desk.log(acme, "no_answer")
        hold = desk.hold(acme)
        assert hold is not None
        kinds.append(hold.kind)
    assert kinds == [HoldKind.COOLING_DOWN] * 3 + [HoldKind.RESTING]
    # Fifteen days on is a Saturday.
    assert hold.until == local("2026-04-06 08:00")
    assert [one.step for one in desk.decisions()] == ["retry", "retry", "retry", "rest"]


def test_a_talk_or_an_order_ends_the_row_of_unanswered_attempts(
    desk: Desk, world: World, acme: UUID
) -> None:
    for hours in (0, 1):
        desk.clock.present = NOW + hours * HOUR
        desk.log(acme, "no_answer")
    company = new_id()
    world.load_more(
        companies=[{"id": company, "name": "Giro", "code": "1"}],
        orders=[
            {
                "id": new_id(), "company_id": company, "customer_id": acme, "number": "1",
                "kind": OrderKind.SALE, "ordered_on": date(2026, 3, 17), "net_cents": 100,
            }
        ],
    )  # fmt: skip
    desk.clock.present = NOW + DAY
    desk.log(acme, "no_answer")
    assert [one.number for one in desk.decisions()] == [1, 2, 1]


def test_a_corrected_contact_counts_once_and_as_corrected(
    desk: Desk, world: World, acme: UUID
) -> None:
    first = world.draft(acme, outcome=world.outcomes["no_decision"], occurred_at=NOW)
    desk.contacts.log(first, status=LifecycleStatus.AT_RISK)
    again = replace(
        first,
        contact_id=new_id(),
        amends_id=first.contact_id,
        outcome=world.outcomes["no_answer"],
    )
    desk.contacts.log(again, status=LifecycleStatus.AT_RISK)
    with world.database.read() as unit:
        (attempt,) = unit.cadence.attempts(acme, since=NOW - DAY, until=NOW + DAY)
        assert (
            unit.cadence.attempts(acme, since=NOW - DAY, until=NOW + DAY, without=again.contact_id)
            == []
        )
    assert not attempt.is_reached
    assert attempt.effect is QueueEffect.COOL_DOWN


def test_what_the_customer_began_counts_for_no_cap(desk: Desk, acme: UUID) -> None:
    desk.publish(CadenceRules(caps=(Cap(1, 3),)), AT_RISK)
    desk.log(acme, "wrong_number", direction=ContactDirection.INBOUND)
    assert desk.hold(acme) is None
    desk.clock.go_on(HOUR)
    desk.log(acme, "wrong_number")
    assert desk.hold(acme) == Hold(HoldKind.CAPPED, NOW + HOUR + 3 * DAY)


def test_a_full_cap_moves_the_next_attempt_and_says_so(desk: Desk, acme: UUID) -> None:
    desk.publish(CadenceRules(caps=(Cap(1, 7),)), AT_RISK)
    desk.log(acme, "no_answer")
    assert desk.hold(acme) == Hold(HoldKind.CAPPED, NOW + 7 * DAY)


def test_a_message_fills_the_cap_and_leaves_a_longer_rest(
    desk: Desk, world: World, acme: UUID
) -> None:
    desk.publish(CadenceRules(caps=(Cap(2, 7),)))
    messages = MessageService(
        world.database, desk.clock, world.user, JinjaRenderer(), SmtpSender(desk.clock), Keyring()
    )

    def send() -> None:
        messages.hand_over(
            OutgoingMessage(
                new_id(), acme, None, Channel.WHATSAPP, None, "+5511987654321", "", "Olá"
            )
        )

    send()
    assert desk.hold(acme) is None
    desk.clock.go_on(2 * HOUR)
    send()
    assert desk.hold(acme) == Hold(HoldKind.CAPPED, NOW + 7 * DAY)
    longer = Hold(HoldKind.CLOSED, NOW + 90 * DAY)
    with world.database.write() as unit:
        unit.queue.set_hold(acme, longer, user=world.user, at=NOW)
        unit.changed(customer_ids=[acme])
    send()
    assert desk.hold(acme) == longer
    with world.database.read() as unit:
        tried = unit.cadence.attempts(acme, since=NOW - DAY, until=NOW + DAY)
    assert [one.channel for one in tried] == [Channel.WHATSAPP] * 3


def test_a_message_that_failed_reached_nobody_and_one_that_is_logged_counts_once(
    desk: Desk, world: World, acme: UUID
) -> None:
    with world.database.write() as unit:
        for state, at in (
            (MessageState.FAILED, NOW - HOUR),
            (MessageState.HANDED_OVER, NOW - timedelta(minutes=3)),
        ):
            message = OutgoingMessage(
                new_id(), acme, None, Channel.WHATSAPP, None, "+5511987654321", "", "Olá"
            )
            unit.messages.add_sent(
                message, state, user=world.user, detail="", at=at, key=message.message_id
            )
        unit.changed(customer_ids=[acme])
    desk.log(acme, "message_sent", channel=Channel.WHATSAPP)
    with world.database.read() as unit:
        tried = unit.cadence.attempts(acme, since=NOW - DAY, until=NOW + DAY)
    assert [one.effect for one in tried] == [QueueEffect.COOL_DOWN]


def test_a_date_that_breaks_the_cadence_is_stored_with_its_reason_or_not_at_all(
    desk: Desk, world: World, acme: UUID
) -> None:
    at_night = AppointmentDraft(local("2026-03-17 21:00"), has_time=True)
    with pytest.raises(BadInputError, match="cadence_needs_reason"):
        desk.log(acme, "no_decision", next_contact=at_night)
    assert world.all_rows("contacts") == []
    desk.log(acme, "no_decision", next_contact=at_night, cadence_reason=" Só depois do turno ")
    (decision,) = desk.decisions()
    assert decision.breaches == ["window"]
    assert (decision.chosen_at, decision.reason) == (at_night.due_at, "Só depois do turno")


def test_another_date_is_stored_without_a_reason(desk: Desk, acme: UUID) -> None:
    chosen = AppointmentDraft(local("2026-03-18 10:00"), has_time=True)
    desk.log(acme, "no_decision", next_contact=chosen, cadence_reason="sem motivo")
    (decision,) = desk.decisions()
    assert (decision.chosen_at, decision.reason, decision.breaches) == (chosen.due_at, None, None)


def test_an_outcome_that_needs_a_date_has_it_from_the_cadence_unless_no_channel_is_open(
    desk: Desk, world: World, acme: UUID
) -> None:
    world.load_more(
        customers=[
            {
                "id": (key := new_id()),
                "legal_name": "Sem Telefone",
                "category": "customer",
                "code": "77",
            }
        ]
    )
    with pytest.raises(BadInputError, match="contact_needs_date"):
        desk.log(key, "call_later")
    desk.log(acme, "call_later")
    (planned,) = desk.open_contacts()
    assert planned.due_at == NOW + 2 * HOUR


@pytest.mark.parametrize(
    ("status", "goal"),
    [(LifecycleStatus.INACTIVE, ContactGoal.THANK), (LifecycleStatus.ACTIVE, None)],
)
def test_a_sale_that_recovers_is_thanked_for(
    desk: Desk, acme: UUID, status: LifecycleStatus, goal: ContactGoal | None
) -> None:
    desk.log(acme, "sale", status=status)
    assert [one.goal for one in desk.open_contacts()] == ([] if goal is None else [goal])


def test_the_most_specific_policy_in_its_latest_version_decides(
    desk: Desk, world: World, acme: UUID
) -> None:
    campaign = new_id()
    world.load_more(
        campaigns=[
            {"id": campaign, "name": "Retomada", "starts_on": date(2026, 3, 1), "published_at": NOW}
        ],
        campaign_members=[
            {
                "id": new_id(), "campaign_id": campaign, "customer_id": acme,
                "arm": CampaignArm.TREATED,
            }
        ],
    )  # fmt: skip
    desk.publish(CadenceRules(), AT_RISK, "risk")
    key = desk.publish(CadenceRules(), CadenceScope(campaign_ids=frozenset({campaign})), "retomada")
    world.load_more(
        cadence_policies=[
            {
                "id": new_id(), "name": "future", "version": 3,
                "applies_to": {"statuses": ["unheard_of"]}, "parameters": {}, "published_at": NOW,
            }
        ]
    )  # fmt: skip
    desk.log(acme, "no_answer")
    assert [one.policy_id for one in desk.decisions()] == [key]


def test_the_default_policy_is_stored_once_as_its_first_version(world: World) -> None:
    with world.engines.reading() as connection:
        rows = list(connection.execute(select(PolicyRow.name, PolicyRow.version)))
    assert rows == [("default", 1)]
    with world.database.read() as unit:
        (policy,) = unit.cadence.policies()
    assert replace(policy, policy_id=None, version=0) == CadencePolicy()


def test_only_open_channels_with_an_address_are_proposed(
    desk: Desk, world: World, acme: UUID
) -> None:
    def channels() -> frozenset[Channel]:
        facts = desk.contacts.cadence(acme, LifecycleStatus.AT_RISK)
        assert facts is not None
        return facts.reach.channels

    assert channels() == {Channel.PHONE}
    person = new_id()
    world.load_more(
        contact_persons=[
            {"id": person, "customer_id": acme, "name": "Célia", "email": "celia@acme.example"}
        ],
        phones=[
            {
                "customer_id": acme, "person_id": person, "raw": "x", "e164": "+5511987650000",
                "kind": "mobile",
            }
        ],
        addresses=[{"customer_id": acme, "street": "Rua A"}],
    )  # fmt: skip
    assert channels() == frozenset(Channel)
    world.load_more(
        contact_permissions=[
            {
                "id": new_id(), "customer_id": acme, "person_id": person, "channel": Channel.EMAIL,
                "is_forbidden": True, "author_id": world.user.user_id, "stated_at": NOW,
                "device_id": new_id(), "device_seq": 1, "content_sha256": "0" * 64,
                "recorded_at": NOW,
            }
        ]
    )  # fmt: skip
    assert channels() == {Channel.PHONE, Channel.WHATSAPP, Channel.VISIT}
    desk.log(acme, "do_not_contact", reason=world.reasons["other"])
    assert channels() == frozenset()


def test_the_form_s_facts_leave_out_what_is_done_with_the_contact(desk: Desk, acme: UUID) -> None:
    desk.contacts.set_next_contact(acme, AppointmentDraft(NOW + HOUR, has_time=True))
    facts = desk.contacts.cadence(acme, LifecycleStatus.LOST)
    assert facts is not None
    assert facts.next_contact_at is None
    assert facts.is_unsold
    assert desk.contacts.cadence(new_id(), LifecycleStatus.LOST) is None


def test_the_panel_knows_the_next_attempt_where_no_next_contact_stands(
    desk: Desk, acme: UUID
) -> None:
    def profile() -> CustomerProfile:
        with desk.world.database.read() as unit:
            found = unit.customers.profile(acme, today=desk.clock.today())
        assert found is not None
        return found

    assert profile().next_attempt is None
    desk.log(acme, "no_answer")
    attempt, hold, (decision,) = profile().next_attempt, desk.hold(acme), desk.decisions()
    assert attempt is not None
    assert hold is not None
    assert attempt == NextAttempt(hold.until, ContactGoal.REACH, Channel.PHONE)
    assert (attempt.goal, attempt.channel) == (decision.goal, decision.channel)
    desk.clock.go_on(HOUR)
    desk.log(acme, "no_decision")
    assert profile().next_attempt is None
    assert profile().next_contact is not None
    desk.clock.go_on(HOUR)
    desk.log(acme, "sale")
    desk.clock.go_on(90 * DAY)
    desk.log(acme, "wrong_number", direction=ContactDirection.INBOUND)
    assert profile().next_attempt is None
