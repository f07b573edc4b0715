"""Pitch notes, autonomy, promotions, and the whole card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

import resources
from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine
from cockpit.domain.cadence import CadenceRules
from cockpit.domain.cadence_documents import rules_document
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import ConflictError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import RenderedMessage
from cockpit.domain.pitch import PitchCard, PitchDraft
from cockpit.domain.vocabulary import Channel, ObjectionState, OrderKind, Role
from cockpit.services.customers import CustomerService
from cockpit.services.cycle_state import CycleStates
from cockpit.services.pitch import PitchService
from cockpit.services.stories import StoryService
from tests.integration.data.conftest import NOW, World

TODAY = NOW.date()
CLOCK = AsOfClock(TODAY)


class PlainRenderer:
    """Says which values it was given."""

    def render(self, subject: str, body: str, values: Mapping[str, Any]) -> RenderedMessage:
        return RenderedMessage(subject, f"{body} {len(values) > 3}")

    def check(self, *texts: str) -> None:
        pass


def pitches(world: World) -> PitchService:
    return PitchService(world.database, CLOCK, world.user, PlainRenderer)


def card(world: World, key: UUID) -> PitchCard:
    engine = KGridEngine(zone=CLOCK.zone)
    states = CycleStates(world.database, engine, KGridAnalyst, CLOCK)
    panel = CustomerService(states).panel(key)
    story = StoryService(world.database, CLOCK).story(key)
    assert panel is not None
    assert story is not None
    return pitches(world).card(panel, story)


def said(found: PitchCard) -> list[str]:
    return [resources.text(one.sentence, Language.PORTUGUESE) for one in found.evidence]


def test_a_version_is_stored_once_and_others_are_kept(world: World, acme: UUID) -> None:
    draft = PitchDraft(new_id(), acme, why_stopped="Preço", goal="Reativar")
    assert pitches(world).save(draft)
    assert not pitches(world).save(draft)
    assert pitches(world).save(replace(draft, note_id=new_id(), why_stopped="Prazo"))
    with pytest.raises(ConflictError):
        pitches(world).save(replace(draft, why_stopped="Outro"))
    with world.database.read() as unit:
        found = unit.stories.story(acme, today=TODAY)
    assert found is not None
    assert {one.why_stopped for one in found.pitches} == {"Preço", "Prazo"}


def test_autonomy_is_the_roles_newest_policy_else_everybodys_else_the_default(
    world: World,
) -> None:
    def discount(role: Role) -> int:
        with world.database.read() as unit:
            return unit.pitches.discount_bp(replace(world.user, role=role))

    assert discount(Role.OPERATOR) == 500
    assert discount(Role.MANAGER) == 1_500
    world.load_more(
        offer_policies=[
            {"role": role, "parameters": {"discount_bp": bp}, "version": version,
             "published_at": NOW}
            for role, bp, version in ((None, 200, 1), (Role.OPERATOR, 300, 1),
                                      (Role.OPERATOR, 350, 2))
        ]
    )  # fmt: skip
    assert discount(Role.OPERATOR) == 350
    assert discount(Role.MANAGER) == 200


def test_promotions_of_bought_products_come_first_and_others_days_not_at_all(
    world: World, acme: UUID
) -> None:
    company, belt, grease, order = (new_id() for _ in range(4))
    ours, other, over, bare = (new_id() for _ in range(4))
    periods = {ours: ("Nossa", 0, 9), other: ("Alheia", -3, 1), over: ("Velha", -9, -1),
               bare: ("Geral", -1, 3)}  # fmt: skip
    world.load_more(
        companies=[{"id": company, "code": "01", "name": "Matriz"}],
        products=[
            {"id": key, "company_id": company, "code": name, "name": name}
            for key, name in ((belt, "Correia"), (grease, "Graxa"))
        ],
        orders=[{"id": order, "company_id": company, "customer_id": acme, "number": "1",
                 "kind": OrderKind.SALE, "ordered_on": TODAY, "net_cents": 5}],
        order_items=[{"order_id": order, "line": 1, "description": "C", "quantity_milli": 1,
                      "product_id": belt, "unit_cents": 5, "total_cents": 5}],
        promotions=[
            {"id": key, "name": name, "starts_on": TODAY + timedelta(days=start),
             "ends_on": TODAY + timedelta(days=end)}
            for key, (name, start, end) in periods.items()
        ],
        promotion_items=[
            {"promotion_id": key, "product_id": product, "discount_bp": bp}
            for key, product, bp in ((ours, belt, 750), (ours, grease, 1_200), (other, grease, 500))
        ],
    )  # fmt: skip
    with world.database.read() as unit:
        found = unit.pitches.promotions(acme, today=TODAY)
    assert [resources.text(one, Language.PORTUGUESE) for one in found] == [
        "Nossa: 7,5% em Correia, até 25/03/2026",
        "Alheia: 5% em Graxa, até 17/03/2026",
        "Geral, até 19/03/2026",
    ]


def test_the_card_of_a_debtor_opens_the_credit_lane_with_its_script(
    world: World, acme: UUID
) -> None:
    world.load_more(
        receivables=[
            {"customer_id": acme, "number": str(days), "due_on": TODAY - timedelta(days=days),
             "amount_cents": 140_000, "paid_cents": 0, "paid_on": None}
            for days in (41, 11)
        ]
    )  # fmt: skip
    with world.engines.writing() as connection:
        connection.exec_driver_sql("DELETE FROM message_templates")
    world.load_more(
        message_templates=[
            {"code": code, "name": code, "channel": Channel.PHONE, "body": code}
            for code in ("credit_script", "call_script")
        ]
    )
    found = card(world, acme)
    assert found.is_credit_lane
    assert found.script == "credit_script True"
    assert said(found)[0] == "2 títulos vencidos, R$ 2.800, o mais antigo há 41 dias"
    goal = resources.text(found.goal, Language.ENGLISH)
    assert goal == "Agree on payment of R$ 2,800 before speaking of an order"


def test_the_card_answers_the_objections_that_stand(world: World, acme: UUID) -> None:
    kind, mute = new_id(), new_id()
    world.load_more(
        objection_kinds=[
            {"id": kind, "code": "P", "name": "Preço"},
            {"id": mute, "code": "Q", "name": "Outra"},
        ],
        counter_arguments=[{"objection_kind_id": kind, "text": "Dura mais."}],
        objections=[
            {"customer_id": acme, "kind_id": key, "state": state, "opened_at": NOW}
            for key, state in (
                (kind, ObjectionState.OPEN),
                (mute, ObjectionState.OPEN),
                (kind, ObjectionState.OVERCOME),
            )
        ],
    )
    found = card(world, acme)
    assert [(one.objection, [a.text for a in one.arguments]) for one in found.answers] == [
        ("Preço", ["Dura mais."])
    ]
    assert "Objeção em aberto desde 16/03: Preço" in said(found)
    assert not found.is_credit_lane


def test_a_prospect_gets_a_first_goal(world: World, acme: UUID) -> None:
    found = card(world, acme)
    assert said(found) == ["Ainda não comprou"]
    assert found.goal.key == "pitch.goal_first"


def test_a_saved_pitch_is_told_to_the_views_of_its_customer(world: World, acme: UUID) -> None:
    told: list[ChangeNotice] = []
    world.database.subscribe(told.append)
    pitches(world).save(PitchDraft(new_id(), acme, goal="Reativar"))
    assert told[-1].customer_ids == frozenset({acme})
    assert told[-1].touches(Topic.CONTACTS)


def test_the_customer_s_cadence_limits_the_offer_and_never_widens_it(
    world: World, acme: UUID
) -> None:
    own = card(world, acme).offer.discount_bp

    def publish(discount_bp: int, version: int) -> None:
        rules = rules_document(CadenceRules(discount_bp=discount_bp))
        world.load_more(
            cadence_policies=[
                {
                    "id": new_id(), "name": "default", "version": version, "applies_to": {},
                    "parameters": rules, "published_at": NOW,
                }
            ]
        )  # fmt: skip

    publish(own - 50, 2)
    assert card(world, acme).offer.discount_bp == own - 50
    publish(own + 50, 3)
    assert card(world, acme).offer.discount_bp == own
