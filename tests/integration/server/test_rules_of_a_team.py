"""Rules on a shared server: a supervisor publishes every kind, an operator none; all take them."""

from copy import deepcopy

import pytest
from sqlalchemy.exc import DBAPIError

from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import ForbiddenError, GiroError
from cockpit.domain.rules import RuleDraft, RuleKind
from cockpit.domain.vocabulary import Role
from cockpit.messaging.renderer import JinjaRenderer
from cockpit.services.rules import RuleService
from tests.support.team import Person, TeamDatabase

KINDS = [one for one in RuleKind if one is not RuleKind.CYCLE]


@pytest.fixture
def supervisor(team_database: TeamDatabase) -> Person:
    return team_database.open(team_database.add("marta", Role.SUPERVISOR))


@pytest.fixture
def operator(team_database: TeamDatabase) -> Person:
    return team_database.open(team_database.add("ana", Role.OPERATOR))


def rules_of(person: Person) -> RuleService:
    return RuleService(person.database, SystemClock(), person.user, JinjaRenderer)


def drafted(rules: RuleService, kind: RuleKind) -> RuleDraft:
    """Return what is in force with one change."""
    one = rules.read(kind).subjects[0]
    content = deepcopy(one.content)
    match kind:
        case RuleKind.CADENCE:
            content["rest_days"] = 33
        case RuleKind.WINDOWS:
            content["closes"] = "17:15"
        case RuleKind.OFFERS:
            content["discount_bp"] = 450
        case RuleKind.OUTCOMES:
            content["reasons"][0]["name"] = "Compra muito pouco"
        case RuleKind.OBJECTIONS:
            entry = {"id": "01a20671-78de-7a60-a032-a20c6fd59bbe", "code": "own_freight"}
            answer = {"id": "01a20671-78de-7a60-a032-a20c6fd59bbf", "text": "Some o frete."}
            content["objections"].append(
                {**entry, "name": "Frete", "is_active": True,
                 "arguments": [{**answer, "is_active": True}]}
            )  # fmt: skip
        case RuleKind.TEMPLATES:
            content["templates"][0]["name"] = "Saudade"
        case _:
            content["agenda_capacity"] = 44
    return RuleDraft(kind, one.key, one.version, content, "no servidor")


@pytest.mark.parametrize("kind", KINDS)
def test_a_supervisor_publishes_and_an_operator_reads_it_at_once(
    supervisor: Person, operator: Person, kind: RuleKind
) -> None:
    theirs, mine = rules_of(supervisor), rules_of(operator)
    mine.read(kind)
    draft = drafted(theirs, kind)
    version = theirs.publish(draft)
    assert mine.read(kind).subjects[0].content == version.content
    with operator.database.read() as unit:
        if kind is RuleKind.WINDOWS:
            assert f"{unit.queue.window_rules().default.closes:%H:%M}" == "17:15"
        elif kind is RuleKind.CADENCE:
            assert unit.cadence.policies()[0].rules.rest_days == 33
        elif kind is RuleKind.OFFERS:
            assert unit.pitches.discount_bp(operator.user) == 450
    first = min(theirs.read(kind).history, key=lambda one: one.version)
    theirs.roll_back(kind, first.version_id, "volta")


@pytest.mark.parametrize("kind", KINDS)
def test_an_operator_publishes_nothing_by_whichever_way(operator: Person, kind: RuleKind) -> None:
    mine = rules_of(operator)
    draft = drafted(mine, kind)
    with pytest.raises(ForbiddenError):
        mine.publish(draft)
    with pytest.raises((GiroError, DBAPIError)), operator.database.write() as unit:
        unit.rules.publish(draft, user=operator.user, at=SystemClock().now())
    assert mine.read(kind).subjects[0].version == draft.version
