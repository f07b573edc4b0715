"""Publishing rules: each kind is in force at once, is never lost, and can be taken back."""

from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from threading import Thread
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from cockpit.data.database import SqlDatabase
from cockpit.domain.clock import DEFAULT_ZONE, AsOfClock
from cockpit.domain.errors import BadInputError, ConflictError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.rule_fields import SETTING_KEYS, fields_of, new_entry
from cockpit.domain.rules import (
    CATALOGUES,
    RuleDraft,
    RuleError,
    RuleKind,
    RuleVersion,
    Shape,
    differences,
)
from cockpit.domain.vocabulary import LifecycleStatus, Role, SettingScope
from cockpit.messaging.renderer import JinjaRenderer
from cockpit.services.contacts import ContactService
from cockpit.services.messages import MessageService
from cockpit.services.rules import RuleService
from models import CatalogueVersion, QueueHold
from tests.integration.data.conftest import World, customer

TODAY = date(2026, 3, 16)
KINDS = [one for one in RuleKind if one is not RuleKind.CYCLE]


@pytest.fixture
def rules(world: World) -> RuleService:
    user = replace(world.user, role=Role.SUPERVISOR)
    return RuleService(world.database, AsOfClock(TODAY), user, JinjaRenderer)


def present(rules: RuleService, kind: RuleKind, subject: str | None = None) -> RuleDraft:
    """Return what is in force as a draft; of several subjects the first, or the named one."""
    subjects = rules.read(kind).subjects
    one = subjects[0] if subject is None else next(s for s in subjects if s.key == subject)
    return RuleDraft(kind, one.key, one.version, deepcopy(one.content))


def changed(rules: RuleService, kind: RuleKind) -> RuleDraft:
    """Return what is in force with one change."""
    draft = present(rules, kind)
    match kind:
        case RuleKind.CADENCE:
            draft.content["rest_days"] = 21
        case RuleKind.WINDOWS:
            draft.content["closes"] = "17:30"
        case RuleKind.OFFERS:
            draft.content["discount_bp"] = 800
        case RuleKind.OUTCOMES:
            draft.content["outcomes"][0]["name"] = "Vendeu"
        case RuleKind.OBJECTIONS:
            entry = new_entry(fields_of(kind)[0].fields) | {"name": "Frete caro"}
            answer = new_entry(fields_of(kind)[0].fields[3].fields) | {"text": "Some o frete."}
            draft.content["objections"].append({**entry, "arguments": [answer]})
        case RuleKind.TEMPLATES:
            draft.content["templates"][0]["body"] = "Olá, {{ primeiro_nome }}."
        case _:
            draft.content["reactivation_days"] = 45
    return draft


def in_use(kind: RuleKind, content: dict[str, Any]) -> dict[str, Any]:
    """Return a document without the entries that are out of use."""
    found = dict(content)
    for one in fields_of(kind):
        if one.shape is Shape.ROWS and kind in CATALOGUES:
            found[one.key] = [row for row in content[one.key] if row["is_active"]]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_published_is_what_is_read_with_who_and_why(
    rules: RuleService, world: World, kind: RuleKind
) -> None:
    draft = replace(changed(rules, kind), note="  porque sim ")
    version = rules.publish(draft)
    reading = rules.read(kind)
    subject = next(one for one in reading.subjects if one.key == draft.subject)
    assert in_use(kind, subject.content) == in_use(kind, rules.check(draft))
    assert subject.version == version.version
    newest = max(reading.history, key=lambda one: one.version)
    assert (newest.author, newest.note) == (world.user.name, "porque sim")
    assert newest.content == version.content == subject.content
    if kind is not RuleKind.CADENCE:  # whose first version is of the day on which the test runs
        standing = next(one for one in rules.standings() if one.kind is kind)
        assert (standing.version, standing.author) == (version.version, world.user.name)
    (deed,) = world.all_rows("audit_events")
    assert deed.action == "policy_published"


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_version_is_what_was_there_and_rolling_back_returns_to_it(
    rules: RuleService, kind: RuleKind
) -> None:
    before = present(rules, kind)
    rules.publish(changed(rules, kind))
    after = present(rules, kind)
    assert in_use(kind, after.content) != in_use(kind, before.content)
    history = [one for one in rules.read(kind).history if one.subject == before.subject]
    first = min(history, key=lambda one: one.version)
    assert (first.version, first.author) == (1, "")
    assert in_use(kind, first.content) == in_use(kind, before.content)
    back = rules.roll_back(kind, first.version_id, "não deu certo")
    assert back.version == after.version + 1
    now = present(rules, kind)
    assert in_use(kind, now.content) == in_use(kind, before.content)
    assert not differences(
        fields_of(kind, before.subject), in_use(kind, before.content), in_use(kind, now.content)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_of_two_windows_the_second_learns_what_the_first_changed(
    rules: RuleService, kind: RuleKind
) -> None:
    one, other = changed(rules, kind), changed(rules, kind)
    rules.publish(one)
    with pytest.raises(ConflictError) as told:
        rules.publish(other)
    assert told.value.message.key == "error.rule_overtaken"
    assert told.value.message.as_dict()["author"] == rules.user.name
    assert len(told.value.message.as_dict()["fields"]) >= 1
    mine = replace(other, version=present(rules, kind).version)
    assert rules.publish(mine).version == mine.version + 1


def test_two_windows_at_once_publish_one_version(rules: RuleService, world: World) -> None:
    """The lock lets one wait for the other, who then hears of it."""
    drafts = [changed(rules, RuleKind.WINDOWS) for _ in range(4)]
    done: list[object] = []

    def publish(draft: RuleDraft) -> None:
        service = replace(rules, database=SqlDatabase(world.engines, world.user.user_id))
        try:
            done.append(service.publish(draft).version)
        except ConflictError as error:
            done.append(error.message.key)

    threads = [Thread(target=publish, args=(draft,)) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, done)) == ["2", *["error.rule_overtaken"] * 3]


@pytest.mark.parametrize("kind", KINDS)
def test_operators_look_and_try_but_do_not_publish(rules: RuleService, kind: RuleKind) -> None:
    operator = replace(rules, user=replace(rules.user, role=Role.OPERATOR))
    draft = changed(rules, kind)
    assert not operator.read(kind).may_publish
    operator.simulate(draft)
    with pytest.raises(ForbiddenError):
        operator.publish(draft)
    assert present(rules, kind).version == draft.version


def test_an_outcome_in_use_keeps_its_meaning_and_stays_when_it_is_retired(
    rules: RuleService, world: World, acme: UUID
) -> None:
    world.log(world.draft(acme))
    no_answer = str(world.outcomes["no_answer"].outcome_id)
    draft = present(rules, RuleKind.OUTCOMES)
    row = next(one for one in draft.content["outcomes"] if one["id"] == no_answer)
    for key, value in (("is_reached", True), ("effect", "sale")):
        former = row[key]
        row[key] = value
        with pytest.raises(RuleError) as told:
            rules.publish(draft)
        assert told.value.message.key == "error.rule_fixed_outcomes"
        assert told.value.path[-1] == key
        row[key] = former
    row |= {"name": "Ninguém atendeu", "wait_minutes": 90, "is_active": False}
    rules.publish(draft)
    with world.database.read() as unit:
        assert "no_answer" not in {one.code for one in unit.reference.outcomes()}
    stored = {row.code: row for row in world.all_rows("outcomes")}
    assert stored["no_answer"].name == "Ninguém atendeu"
    assert len(world.all_rows("contacts")) == 1


def test_an_unused_outcome_may_change_its_meaning(rules: RuleService) -> None:
    draft = present(rules, RuleKind.OUTCOMES)
    row = next(one for one in draft.content["outcomes"] if one["code"] == "busy")
    row["is_reached"] = True
    rules.publish(draft)
    now = present(rules, RuleKind.OUTCOMES).content["outcomes"]
    assert next(one for one in now if one["code"] == "busy")["is_reached"] is True


def first_of(rules: RuleService, kind: RuleKind) -> RuleVersion:
    return min(rules.read(kind).history, key=lambda one: one.version)


def outcome_of(rules: RuleService, code: str) -> dict[str, Any]:
    rows = present(rules, RuleKind.OUTCOMES).content["outcomes"]
    return next(one for one in rows if one["code"] == code)


def test_rolling_back_offers_an_outcome_again_that_was_retired_meanwhile(
    rules: RuleService, world: World, acme: UUID
) -> None:
    world.log(world.draft(acme))
    draft = present(rules, RuleKind.OUTCOMES)
    row = next(one for one in draft.content["outcomes"] if one["code"] == "no_answer")
    row |= {"name": "Ninguém", "is_active": False}
    for reason in draft.content["reasons"]:
        if reason["outcome_code"] == "no_answer":
            reason["outcome_code"] = None
    rules.publish(draft)
    rules.roll_back(RuleKind.OUTCOMES, first_of(rules, RuleKind.OUTCOMES).version_id, "volta")
    assert outcome_of(rules, "no_answer")["is_active"] is True
    logged(world, acme, "no_answer")
    assert len(world.all_rows("contacts")) == 2


def test_rolling_back_does_not_change_what_a_logged_outcome_meant(
    rules: RuleService, world: World, acme: UUID
) -> None:
    draft = present(rules, RuleKind.OUTCOMES)
    next(one for one in draft.content["outcomes"] if one["code"] == "busy")["is_reached"] = True
    rules.publish(draft)
    logged(world, acme, "busy")
    before = present(rules, RuleKind.OUTCOMES)
    with pytest.raises(RuleError) as told:
        rules.roll_back(RuleKind.OUTCOMES, first_of(rules, RuleKind.OUTCOMES).version_id, "volta")
    assert told.value.message.key == "error.rule_fixed_outcomes"
    assert present(rules, RuleKind.OUTCOMES) == before


# --- in force at once --------------------------------------------------------------------------


def logged(world: World, acme: UUID, outcome: str, **changes: Any) -> None:
    service = ContactService(world.database, AsOfClock(TODAY), world.user)
    with world.database.read() as unit:
        found = {one.code: one for one in unit.reference.outcomes()}
    service.log(
        world.draft(acme, outcome=found[outcome], **changes), status=LifecycleStatus.AT_RISK
    )


def test_the_cadence_that_was_published_lets_the_next_talk_rest(
    rules: RuleService, world: World, acme: UUID
) -> None:
    draft = present(rules, RuleKind.CADENCE)
    draft.content.update(follow_ups=[], rest_days=40)
    rules.publish(draft)
    logged(world, acme, "no_decision", occurred_at=AsOfClock(TODAY).now())
    with world.engines.reading() as connection:
        hold = connection.execute(select(QueueHold.kind, QueueHold.until_at)).one()
    assert hold.kind == "resting"
    assert str(hold.until_at)[:10] == str(TODAY + timedelta(days=42))  # the 40th is a Saturday


def test_a_new_cadence_of_a_status_decides_for_it(rules: RuleService, world: World) -> None:
    content = present(rules, RuleKind.CADENCE).content | {"statuses": ["inactive"], "rest_days": 40}
    rules.publish(RuleDraft(RuleKind.CADENCE, "inativos", 0, content))
    with world.database.read() as unit:
        policies = unit.cadence.policies()
    assert {one.name for one in policies} == {"default", "inativos"}
    assert [one.key for one in rules.read(RuleKind.CADENCE).subjects] == ["default", "inativos"]


def test_the_hours_that_were_published_close_the_window(rules: RuleService, world: World) -> None:
    draft = present(rules, RuleKind.WINDOWS, "SP")
    draft.content.update(follows=False, opens="10:00", closes="16:00", weekdays=["0", "1"])
    rules.publish(draft)
    with world.database.read() as unit:
        found = unit.queue.window_rules()
    assert found.by_state["SP"].opens == time(10)
    assert found.by_state["SP"].weekdays == {0, 1}
    rules.publish(
        replace(
            present(rules, RuleKind.WINDOWS, "SP"),
            content={"follows": True}
            | {key: draft.content[key] for key in ("opens", "closes", "weekdays")},
        )
    )
    with world.database.read() as unit:
        found = unit.queue.window_rules()
    assert found.by_state["SP"] == found.default


def test_the_discount_that_was_published_is_the_limit(rules: RuleService, world: World) -> None:
    def limit() -> int:
        with world.database.read() as unit:
            return unit.pitches.discount_bp(world.user)

    usual = limit()
    role = world.user.role.value
    rules.publish(replace(present(rules, RuleKind.OFFERS), content={"discount_bp": 300}))
    assert limit() == 300
    rules.publish(replace(present(rules, RuleKind.OFFERS, role), content={"discount_bp": 1_200}))
    assert limit() == 1_200
    rules.publish(replace(present(rules, RuleKind.OFFERS, role), content={"discount_bp": None}))
    assert limit() == 300
    rules.publish(replace(present(rules, RuleKind.OFFERS), content={"discount_bp": None}))
    assert limit() == usual


def test_a_new_outcome_with_its_reason_can_be_logged(
    rules: RuleService, world: World, acme: UUID
) -> None:
    draft = present(rules, RuleKind.OUTCOMES)
    outcomes, reasons = fields_of(RuleKind.OUTCOMES)
    entry = new_entry(outcomes.fields) | {"name": "Secretária ocupada", "wait_minutes": 30}
    reason = new_entry(reasons.fields) | {"name": "Em reunião", "outcome_code": entry["code"]}
    draft.content["outcomes"].insert(0, entry)
    draft.content["reasons"].append(reason)
    rules.publish(draft)
    with world.database.read() as unit:
        assert unit.reference.outcomes()[0].name == "Secretária ocupada"
        assert unit.reference.reasons()[-1].outcome_code == entry["code"]
    logged(world, acme, entry["code"])


def test_a_retired_answer_is_not_offered_and_its_success_is_known(
    rules: RuleService, world: World
) -> None:
    rules.publish(changed(rules, RuleKind.OBJECTIONS))
    with world.database.read() as unit:
        kind = next(one for one in unit.objections.catalogue() if one.name == "Frete caro")
    assert [one.text for one in kind.arguments] == ["Some o frete."]
    draft = present(rules, RuleKind.OBJECTIONS)
    row = next(one for one in draft.content["objections"] if one["name"] == "Frete caro")
    row["arguments"][0]["is_active"] = False
    rules.publish(draft)
    with world.database.read() as unit:
        kind = next(one for one in unit.objections.catalogue() if one.name == "Frete caro")
    assert kind.arguments == ()


def test_an_objection_that_operators_named_meanwhile_stays(
    rules: RuleService, world: World
) -> None:
    draft = changed(rules, RuleKind.OBJECTIONS)
    key = new_id()
    world.load_more(objection_kinds=[{"id": key, "code": "NEW", "name": "Sem espaço"}])
    rules.publish(draft)
    names = {one["name"]: one for one in present(rules, RuleKind.OBJECTIONS).content["objections"]}
    assert names["Sem espaço"]["is_active"] is True


def test_a_template_that_names_an_unknown_field_says_where(rules: RuleService) -> None:
    draft = present(rules, RuleKind.TEMPLATES)
    draft.content["templates"][2]["body"] = "Olá, {{ nome_do_cachorro }}"
    with pytest.raises(RuleError) as told:
        rules.publish(draft)
    assert told.value.path == ("templates", 2, "body")


def test_the_settings_that_were_published_are_the_companys(
    rules: RuleService, world: World
) -> None:
    draft = present(rules, RuleKind.SETTINGS)
    draft.content.update(reactivation_days=45, agenda_capacity=35)
    rules.publish(draft)
    with world.database.read() as unit:
        for key, value in (("reactivation_days", 45), ("agenda_capacity", 35)):
            assert unit.settings.get(SettingScope.COMPANY, None, SETTING_KEYS[key]) == value


def test_a_template_saved_in_its_own_dialog_is_a_version_too(
    rules: RuleService, world: World
) -> None:
    messages = MessageService(
        world.database,
        AsOfClock(TODAY),
        rules.user,
        JinjaRenderer(),
        None,
        None,  # type: ignore[arg-type]
    )
    first = messages.templates()[0]
    messages.save_template(replace(first, body="Olá, {{ cliente }}"))
    history = rules.read(RuleKind.TEMPLATES).history
    assert [(one.version, one.author) for one in history] == [(2, world.user.name), (1, "")]
    bodies = [
        next(row["body"] for row in one.content["templates"] if row["id"] == str(first.template_id))
        for one in history
    ]
    assert bodies == ["Olá, {{ cliente }}", first.body]
    rules.roll_back(RuleKind.TEMPLATES, history[1].version_id, "")
    assert messages.templates()[0].body == first.body


# --- simulation ----------------------------------------------------------------------------------


def test_closing_a_state_names_its_customers_alone(rules: RuleService, world: World) -> None:
    here, there = new_id(), new_id()
    world.load(
        customers=[
            customer(here, state="SP", city="São Paulo"),
            customer(there, code="2", state="BA", city="Salvador"),
        ]
    )
    noon = datetime(2026, 3, 16, 12, tzinfo=ZoneInfo("America/Sao_Paulo"))
    service = replace(rules, clock=_At(noon))
    draft = present(service, RuleKind.WINDOWS, "SP")
    draft.content.update(follows=False, opens="13:00", closes="18:00")
    effects = {one.sentence.key: one.customer_ids for one in service.simulate(draft)}
    assert effects == {
        "rule.would_windows_closes_now": (here,),
        "rule.would_windows_fewer_hours": (here,),
    }
    draft.content.update(opens="08:00", closes="20:00")
    effects = {one.sentence.key: one.customer_ids for one in service.simulate(draft)}
    assert effects == {"rule.would_windows_more_hours": (here,)}


def test_a_longer_wait_names_whom_it_would_delay_and_publishing_does_so(
    rules: RuleService, world: World
) -> None:
    first, second = new_id(), new_id()
    world.load(
        customers=[customer(first, state="SP"), customer(second, code="2", state="SP")],
        phones=[
            {"customer_id": key, "raw": "11 98765-4321", "e164": "+5511987654321"}
            for key in (first, second)
        ],
    )
    for _ in range(2):  # the first wait is the outcome's own
        logged(world, first, "no_decision", occurred_at=AsOfClock(TODAY).now())
    logged(world, second, "sale", occurred_at=AsOfClock(TODAY).now())
    draft = present(rules, RuleKind.CADENCE)
    draft.content["follow_ups"][1]["wait_minutes"] = 9 * 24 * 60
    effects = {one.sentence.key: one.customer_ids for one in rules.simulate(draft)}
    assert effects == {"rule.would_cadence_later": (first,)}
    draft = present(rules, RuleKind.CADENCE)
    draft.content["follow_ups"] = []
    effects = {one.sentence.key: one.customer_ids for one in rules.simulate(draft)}
    assert effects["rule.would_cadence_now_rests"] == (first,)


def test_a_lower_limit_names_the_offers_above_it(rules: RuleService, world: World) -> None:
    acme, other = new_id(), new_id()
    world.load(customers=[customer(acme), customer(other, code="2")])
    noted_at = AsOfClock(TODAY).now() - timedelta(days=2)
    seq = iter(range(900, 999))
    world.load_more(
        pitch_notes=[
            {
                "customer_id": key, "author_id": world.user.user_id, "written_at": noted_at,
                "offer": offer, "device_id": world.user.device_id, "device_seq": next(seq),
                "content_sha256": "0" * 64,
            }
            for key, offer in ((acme, "até 4,5% à vista"), (other, "frete grátis"))
        ]
    )  # fmt: skip
    draft = replace(
        present(rules, RuleKind.OFFERS, world.user.role.value), content={"discount_bp": 400}
    )
    effects = {one.sentence.key: one.customer_ids for one in rules.simulate(draft)}
    assert effects["rule.would_offers_now_above"] == (acme,)


def test_changing_an_outcome_names_who_rests_by_it(
    rules: RuleService, world: World, acme: UUID
) -> None:
    logged(world, acme, "no_answer", occurred_at=AsOfClock(TODAY).now())
    draft = present(rules, RuleKind.OUTCOMES)
    row = next(one for one in draft.content["outcomes"] if one["code"] == "no_answer")
    row["wait_minutes"] = 30
    effects = rules.simulate(draft)
    assert [(one.sentence.key, one.customer_ids) for one in effects] == [
        ("rule.would_outcome_changed", (acme,))
    ]


def test_a_template_is_tried_on_a_customer(rules: RuleService, acme: UUID) -> None:
    draft = present(rules, RuleKind.TEMPLATES)
    draft.content["templates"][0]["body"] = "Bom dia, {{ cliente }}!"
    (effect,) = rules.simulate(draft)
    assert "Acme" in str(effect.sentence.as_dict()["text"])
    assert effect.customer_ids == (acme,)


def test_simulating_stores_nothing(rules: RuleService, world: World, acme: UUID) -> None:
    before = {table: world.all_rows(table) for table in ("outcomes", "catalogue_versions")}
    for kind in KINDS:
        rules.simulate(changed(rules, kind))
    assert {table: world.all_rows(table) for table in before} == before
    with world.engines.reading() as connection:
        assert not connection.execute(select(CatalogueVersion.id)).all()


def test_an_unknown_version_cannot_be_returned_to(rules: RuleService) -> None:
    with pytest.raises(BadInputError):
        rules.roll_back(RuleKind.OFFERS, new_id(), "")


@dataclass(frozen=True)
class _At:
    """A clock that stands."""

    at: datetime
    zone: ZoneInfo = DEFAULT_ZONE
    known_at: None = None

    def today(self) -> date:
        return self.at.astimezone(self.zone).date()

    def now(self) -> datetime:
        return self.at
