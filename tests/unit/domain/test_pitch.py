"""The pitch card's sentences: facts with their numbers, the gravest first, in both languages."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

import resources
from cockpit.domain.customer import CustomerPanel, NextAttempt, NextContact
from cockpit.domain.formats import Language
from cockpit.domain.objections import Argument, by_success
from cockpit.domain.pitch import Cause, Evidence
from cockpit.domain.pitch_evidence import evidence
from cockpit.domain.pitch_goal import answers, goal
from cockpit.domain.pitch_words import names
from cockpit.domain.sections import CustomerStory, Delivery, ObjectionLine, ProductState, StoryKind
from cockpit.domain.vocabulary import (
    AppointmentKind,
    Channel,
    ContactGoal,
    CreditState,
    LifecycleStatus,
    ObjectionState,
    QuoteState,
    ServiceCaseState,
    WaitCondition,
)
from tests.support.list_data import make_row
from tests.support.story_data import make_catalogue, make_story
from tests.support.story_lines import STORY_DAY as TODAY
from tests.support.ui_data import make_panel

EMPTY = CustomerStory(UUID(int=1), LifecycleStatus.AT_RISK)


def panel(status: LifecycleStatus = LifecycleStatus.AT_RISK, **changes: Any) -> CustomerPanel:
    made = make_panel(make_row(1, status=status))
    profile = replace(
        made.profile, overdue_cents=0, is_blocked=False, credit_state=CreditState.GOOD
    )
    return replace(made, profile=replace(profile, **changes))


def full() -> CustomerStory:
    return make_story({"customer_id": UUID(int=1), "status": LifecycleStatus.AT_RISK})


def said(
    found: Iterable[Evidence], cause: Cause, language: Language = Language.PORTUGUESE
) -> list[str]:
    return [resources.text(one.sentence, language) for one in found if one.cause is cause]


def only(story: CustomerStory, cause: Cause) -> list[str]:
    return said(evidence(panel(), story, TODAY), cause)


@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_has_its_words_in_both_languages(language: Language) -> None:
    ours, other = (set(resources.catalogue("pitch", one)) for one in (language, Language.ENGLISH))
    assert ours == other
    for status in LifecycleStatus:
        found = evidence(panel(status), full(), TODAY)
        assert all(resources.text(one.sentence, language) for one in found)
        assert resources.text(goal(panel(status), EMPTY), language)


def test_causes_come_in_the_order_of_their_gravity() -> None:
    causes = [one.cause for one in evidence(panel(), full(), TODAY)]
    assert causes == sorted(causes, key=list(Cause).index)
    assert {Cause.OVERDUE_TITLES, Cause.OPEN_CASE, Cause.OBJECTION, Cause.LAPSED_PRODUCTS} <= {
        *causes
    }


def test_overdue_titles_say_how_many_how_much_and_how_old() -> None:
    assert only(full(), Cause.OVERDUE_TITLES) == ["1 título vencido, R$ 1.003, há 9 dias"]
    english = said(evidence(panel(), full(), TODAY), Cause.OVERDUE_TITLES, Language.ENGLISH)
    assert english == ["1 overdue title, R$ 1,003, for 9 days"]


def test_an_open_case_says_since_when() -> None:
    assert only(full(), Cause.OPEN_CASE) == [
        "Reclamação aberta há 12 dias: Rolamento com código trocado"
    ]
    settled = tuple(replace(one, state=ServiceCaseState.RESOLVED) for one in full().cases)
    assert only(replace(EMPTY, cases=settled), Cause.OPEN_CASE) == []


def test_a_late_order_is_named_while_it_matters() -> None:
    order = replace(
        full().orders[0], delivery=Delivery.LATE, ordered_on=TODAY - timedelta(days=9),
        promised_on=TODAY - timedelta(days=2), delivered_on=None,
    )  # fmt: skip
    assert only(replace(EMPTY, orders=(order,)), Cause.LATE_DELIVERY) == [
        "Pedido 48120 está 2 dias atrasado, prometido para 20/03"
    ]
    old = replace(order, ordered_on=TODAY - timedelta(days=200))
    assert only(replace(EMPTY, orders=(old,)), Cause.LATE_DELIVERY) == []
    came = replace(order, delivery=Delivery.DELIVERED_LATE, delivered_on=TODAY)
    assert only(replace(EMPTY, orders=(came,)), Cause.LATE_DELIVERY) == [
        "Pedido 48120 chegou 2 dias depois do prometido, em 22/03"
    ]
    barely = replace(came, promised_on=TODAY - timedelta(days=1))
    assert only(replace(EMPTY, orders=(barely,)), Cause.LATE_DELIVERY) == []


def objection(**changes: Any) -> ObjectionLine:
    return replace(full().objections[0], note="", **changes)


def test_a_woken_objection_comes_first_and_says_why() -> None:
    plain = objection()
    woken = objection(
        objection_id=UUID(int=5), kind_id=UUID(int=6), name="Estoque",
        woken_at=datetime(2022, 3, 22, tzinfo=UTC), wait_subject="48120/1",
        waits_for=WaitCondition.RECEIVABLE_PAID,
    )  # fmt: skip
    found = only(replace(EMPTY, objections=(plain, woken)), Cause.OBJECTION)
    assert found == [
        'A objeção "Estoque" pode ser retomada: o título 48120/1 foi pago',
        "Objeção em aberto desde 18/03: Preço acima do concorrente",
    ]


@pytest.mark.parametrize(
    ("condition", "subject", "words"),
    [
        (WaitCondition.DATE, "", "chegou a data combinada, 22/03"),
        (WaitCondition.RECEIVABLE_PAID, "", "os títulos vencidos foram pagos"),
        (WaitCondition.PROMOTION, "Semana", "a promoção Semana está valendo"),
        (WaitCondition.PROMOTION, "", "há promoção de produto que ele compra"),
        (WaitCondition.PRODUCT_AVAILABLE, "Graxa", "Graxa voltou ao estoque"),
    ],
)
def test_each_condition_has_its_words(condition: WaitCondition, subject: str, words: str) -> None:
    line = objection(waits_for=condition, wait_subject=subject, woken_at=datetime.now(UTC))
    (found,) = only(replace(EMPTY, objections=(line,)), Cause.OBJECTION)
    assert found.endswith(words)


def test_the_same_objection_is_said_and_answered_once() -> None:
    twice = replace(EMPTY, objections=(objection(), objection(objection_id=UUID(int=9))))
    assert len(only(twice, Cause.OBJECTION)) == 1
    (answer,) = answers(twice, make_catalogue())
    assert answer.arguments[0].text.startswith("Compare o custo")


def test_settled_and_unanswerable_objections_get_no_answer() -> None:
    settled = objection(state=ObjectionState.OVERCOME)
    unknown = objection(kind_id=UUID(int=77))
    assert answers(replace(EMPTY, objections=(settled, unknown)), make_catalogue()) == ()


def test_lapsed_products_are_named_a_few_at_a_time() -> None:
    one = replace(full().products[0], state=ProductState.LAPSED)
    four = tuple(replace(one, code=str(n), name=f"P{n}") for n in range(4))
    assert only(replace(EMPTY, products=four), Cause.LAPSED_PRODUCTS) == [
        "Deixou de comprar 4 produtos: P0; P1; P2 e mais 1"
    ]
    assert names(["A", "B"]) == "A; B"


def test_a_forecast_is_a_promise_until_they_buy() -> None:
    entry = next(one for one in full().timeline if one.kind is StoryKind.CONTACT)
    promise = replace(
        entry, forecast_on=TODAY + timedelta(days=9), detail="Quer 40 caixas.", is_amended=False
    )
    story = replace(EMPTY, timeline=(promise,))
    statistics = panel().profile.statistics
    silent = panel(statistics=replace(statistics, last_order_on=TODAY - timedelta(days=90)))
    assert said(evidence(silent, story, TODAY), Cause.LAST_PROMISE) == [
        "Última promessa (18/03): comprar até 31/03; Quer 40 caixas."
    ]
    bought = panel(statistics=replace(statistics, last_order_on=TODAY))
    assert said(evidence(bought, story, TODAY), Cause.LAST_PROMISE) == []
    corrected = replace(EMPTY, timeline=(replace(promise, is_amended=True),))
    assert said(evidence(silent, corrected, TODAY), Cause.LAST_PROMISE) == []


def test_without_a_forecast_what_was_agreed_is_said() -> None:
    due = datetime(2022, 3, 25, 15, tzinfo=UTC)
    agreed = NextContact(
        UUID(int=1), AppointmentKind.MY_CALLBACK, due, True, "Passar o frete", "Ana"
    )
    found = evidence(panel(next_contact=agreed), EMPTY, TODAY)
    assert said(found, Cause.LAST_PROMISE) == ["Combinado para 25/03: Passar o frete"]


def test_quotes_that_stopped_lately_are_said_and_won_ones_not() -> None:
    waiting, lost = full().quotes
    assert only(replace(EMPTY, quotes=(waiting, lost)), Cause.STOPPED_QUOTE) == [
        "Orçamento ORC-00417 de R$ 3.125 aberto há 20 dias",
        "Orçamento ORC-00388 de R$ 980 parado: Achou o prazo longo",
    ]
    won = replace(waiting, state=QuoteState.WON)
    old = replace(lost, opened_on=TODAY - timedelta(days=200))
    assert only(replace(EMPTY, quotes=(won, old)), Cause.STOPPED_QUOTE) == []


def test_season_and_silence_come_from_the_judgement_alone() -> None:
    plain = panel()
    seasonal = replace(plain, verdict=replace(plain.verdict, is_seasonal=True))
    assert said(evidence(seasonal, EMPTY, TODAY), Cause.SEASONALITY)
    assert said(evidence(plain, EMPTY, TODAY), Cause.SEASONALITY) == []
    late = replace(plain, verdict=replace(plain.verdict, silence_days=50, cycles_late=3.125))
    assert said(evidence(late, EMPTY, TODAY), Cause.SILENCE) == [
        "Está há 50 dias sem comprar, 3,1 ciclos"
    ]


def test_who_has_nothing_against_them_still_gets_a_sentence() -> None:
    active = panel(LifecycleStatus.ACTIVE)
    (found,) = evidence(active, EMPTY, TODAY)
    assert found.cause is Cause.SILENCE


def test_money_comes_before_trouble_and_trouble_before_selling() -> None:
    story = full()
    debtor = panel(overdue_cents=421_000)
    assert resources.text(goal(debtor, story), Language.PORTUGUESE).startswith(
        "Combinar o pagamento de R$ 4.210"
    )
    assert goal(panel(is_blocked=True), story).key == "pitch.goal_blocked"
    assert goal(panel(credit_state=CreditState.DENIED), story).key == "pitch.goal_credit"
    assert goal(panel(), story).key == "pitch.goal_case"
    story = replace(story, cases=())
    assert goal(panel(), story).key == "pitch.goal_woken"
    story = replace(story, objections=())
    assert goal(panel(), story).key == "pitch.goal_quote"
    story = replace(story, quotes=())
    assert goal(panel(), story).key == "pitch.goal_prevent"
    assert goal(panel(LifecycleStatus.INACTIVE), story).key == "pitch.goal_recover"


def test_what_the_customer_expects_comes_before_trouble_and_after_money() -> None:
    due = datetime(2022, 3, 22, 15, tzinfo=UTC)

    def planned(goal: ContactGoal, **changes: Any) -> NextContact:
        return NextContact(
            UUID(int=1), AppointmentKind.MY_CALLBACK, due, True, "", "Ana", goal=goal, **changes
        )

    story = full()
    asked = planned(ContactGoal.ANSWER, deadline=due)
    answer = goal(panel(next_contact=asked), story)
    assert resources.text(answer, Language.PORTUGUESE) == (
        "Responder ao que o cliente pediu, até 22/03/2022 12:00"
    )
    assert goal(panel(next_contact=asked, overdue_cents=1), story).key == "pitch.goal_collect"
    late = panel(next_contact=planned(ContactGoal.SETTLE_DELAY))
    assert goal(late, story).key == "pitch.goal_settle_delay"
    decide = panel(next_contact=planned(ContactGoal.DECIDE))
    assert goal(decide, story).key == "pitch.goal_case"
    assert goal(decide, EMPTY).key == "pitch.goal_decide"
    assert goal(panel(next_contact=planned(ContactGoal.RESUME)), EMPTY).key == "pitch.goal_prevent"
    for one in ContactGoal:
        for language in Language:
            assert resources.text(goal(panel(next_contact=planned(one)), EMPTY), language)


def test_the_cadence_s_next_attempt_gives_the_goal_where_no_next_contact_stands() -> None:
    again = NextAttempt(None, ContactGoal.TRY_AGAIN, Channel.WHATSAPP)
    assert goal(panel(next_attempt=again), EMPTY).key == "pitch.goal_try_again"
    assert goal(panel(next_attempt=again), full()).key == "pitch.goal_case"


def test_one_lucky_call_does_not_outdo_an_answer_that_works_nearly_always() -> None:
    kind = UUID(int=1)
    lucky, steady = Argument(UUID(int=2), kind, "a", 1, 1), Argument(UUID(int=3), kind, "b", 20, 18)
    hopeless = Argument(UUID(int=4), kind, "c", 9, 0)
    assert by_success([hopeless, lucky, steady]) == (steady, lucky, hopeless)
