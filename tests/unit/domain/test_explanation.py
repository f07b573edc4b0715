"""The sentence that explains a customer: which numbers it names, in both languages."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from cockpit.domain.cycle import CycleStatistics, CycleVerdict
from cockpit.domain.cycle_policy import CyclePolicy, PolicyKind
from cockpit.domain.explanation import explain
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import LifecycleStatus

TODAY = date(2022, 3, 25)
FIXED = CyclePolicy(kind=PolicyKind.FIXED_DAYS)
BASE = CycleStatistics(
    order_count=14,
    first_order_on=date(2021, 3, 4),
    last_order_on=date(2022, 2, 3),
    gap_low_days=8,
    gap_high_days=23,
    mean_value_cents=214_000,
)
LATE = CycleVerdict(
    status=LifecycleStatus.AT_RISK,
    own_status=LifecycleStatus.AT_RISK,
    fixed_status=LifecycleStatus.ACTIVE,
    silence_days=50,
    frequency_days=16.2,
    is_frequency_firm=True,
    cycles_late=3.1,
    gap_quantile=0.97,
    alive=0.3,
    none_90=0.72,
    next_order_from_on=date(2022, 3, 29),
    next_order_on=date(2022, 4, 7),
    next_order_until_on=date(2022, 4, 23),
)


def verdict(status: LifecycleStatus, **changes: object) -> CycleVerdict:
    return replace(LATE, **{"status": status, "own_status": status, **changes})  # type: ignore[arg-type]


def statistics(**changes: object) -> CycleStatistics:
    return replace(BASE, **changes)  # type: ignore[arg-type]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


NO_QUARTILES = {"gap_low_days": None, "gap_high_days": None}
ONE = statistics(order_count=1, last_order_on=ago(1), **NO_QUARTILES)
NEW = verdict(
    LifecycleStatus.NEW,
    silence_days=1,
    frequency_days=None,
    is_frequency_firm=False,
    gap_quantile=0.02,
)
CASES: dict[str, tuple[CycleStatistics, CycleVerdict, dict[str, object], str, str]] = {
    "late": (
        BASE,
        LATE,
        {},
        "compra a cada 16 dias (8 a 23); está há 50 dias, mais que 97% dos seus intervalos; "
        "próximo pedido era esperado até 26/02",
        "buys every 16 days (8 to 23); silent for 50 days, longer than 97% of their intervals; "
        "the next order was expected by 26/02",
    ),
    "never bought": (
        CycleStatistics(future_count=1),
        CycleVerdict(LifecycleStatus.PROSPECT, LifecycleStatus.PROSPECT, LifecycleStatus.PROSPECT),
        {},
        "ainda não comprou; 1 pedido com data futura não foi considerado",
        "has not bought yet; 1 document with a future date was not counted",
    ),
    "one order": (
        ONE,
        NEW,
        {},
        "comprou uma só vez, em 24/03; ainda é cedo para falar em ciclo; está há 1 dia sem "
        "comprar; próximo pedido esperado entre 29/03 e 23/04",
        "bought only once, on 24/03; too early to speak of a cycle; silent for 1 day; next order "
        "expected between 29/03 and 23/04",
    ),
    "one order, lost": (
        replace(ONE, last_order_on=ago(874)),
        replace(
            NEW, status=LifecycleStatus.LOST, own_status=LifecycleStatus.LOST, silence_days=874
        ),
        {},
        "comprou uma só vez; não compra há 874 dias, desde 02/11/2019",
        "bought only once; has not bought for 874 days, since 02/11/2019",
    ),
    "one order, inactive": (
        replace(ONE, last_order_on=ago(300)),
        replace(
            NEW,
            status=LifecycleStatus.INACTIVE,
            own_status=LifecycleStatus.INACTIVE,
            silence_days=300,
            gap_quantile=0.97,
        ),
        {},
        "comprou uma só vez, em 29/05/2021; está há 300 dias, mais que 97% dos intervalos de "
        "clientes parecidos; próximo pedido esperado entre 29/03 e 23/04; chance de comprar nos "
        "próximos 90 dias: 28%",
        "bought only once, on 29/05/2021; silent for 300 days, longer than 97% of the intervals "
        "of similar customers; next order expected between 29/03 and 23/04; chance of an order in "
        "the next 90 days: 28%",
    ),
    "one order, lost, and blocked": (
        replace(ONE, last_order_on=ago(874)),
        replace(
            NEW, status=LifecycleStatus.BLOCKED, own_status=LifecycleStatus.LOST, silence_days=874
        ),
        {},
        "comprou uma só vez, em 02/11/2019; vendas bloqueadas, fora da lista de ligações",
        "bought only once, on 02/11/2019; sales are blocked, not on the call list",
    ),
    "two orders": (
        statistics(order_count=2, **NO_QUARTILES),
        verdict(LifecycleStatus.AT_RISK, is_frequency_firm=False),
        {},
        "compra a cada 16 dias (com 2 pedidos, ainda é pouco para afirmar); está há 50 dias, mais "
        "que 97% dos intervalos de clientes parecidos; próximo pedido era esperado até 19/02",
        "buys every 16 days (with 2 orders, too few to be sure); silent for 50 days, longer than "
        "97% of the intervals of similar customers; the next order was expected by 19/02",
    ),
    "four orders, bought today": (
        statistics(order_count=4, last_order_on=TODAY, **NO_QUARTILES),
        verdict(LifecycleStatus.ACTIVE, silence_days=0, gap_quantile=0.0),
        {},
        "compra a cada 16 dias; comprou hoje; próximo pedido esperado entre 29/03 e 23/04",
        "buys every 16 days; bought today; next order expected between 29/03 and 23/04",
    ),
    "every day": (
        statistics(gap_low_days=1, gap_high_days=1, last_order_on=ago(2)),
        verdict(
            LifecycleStatus.ACTIVE,
            silence_days=2,
            frequency_days=1.1,
            next_order_from_on=date(2022, 3, 26),
            next_order_until_on=date(2022, 3, 26),
        ),
        {},
        "compra a cada dia; está há 2 dias sem comprar; próximo pedido esperado em 26/03",
        "buys every day; silent for 2 days; next order expected on 26/03",
    ),
    "inactive, hardly a chance": (
        BASE,
        verdict(LifecycleStatus.INACTIVE, gap_quantile=0.9997, none_90=0.9999),
        {},
        "comprava a cada 16 dias (8 a 23); está há 50 dias, mais que 99% dos seus intervalos; "
        "próximo pedido era esperado até 26/02; chance de comprar nos próximos 90 dias: menos de "
        "1%",
        "used to buy every 16 days (8 to 23); silent for 50 days, longer than 99% of their "
        "intervals; the next order was expected by 26/02; chance of an order in the next 90 days: "
        "less than 1%",
    ),
    "inactive": (
        BASE,
        verdict(LifecycleStatus.INACTIVE, none_90=0.93),
        {},
        "comprava a cada 16 dias (8 a 23); está há 50 dias, mais que 97% dos seus intervalos; "
        "próximo pedido era esperado até 26/02; chance de comprar nos próximos 90 dias: 7%",
        "used to buy every 16 days (8 to 23); silent for 50 days, longer than 97% of their "
        "intervals; the next order was expected by 26/02; chance of an order in the next 90 days: "
        "7%",
    ),
    "lost": (
        statistics(last_order_on=ago(1000)),
        verdict(LifecycleStatus.LOST, silence_days=1000),
        {},
        "comprava a cada 16 dias (8 a 23); não compra há 1.000 dias, desde 29/06/2019",
        "used to buy every 16 days (8 to 23); has not bought for 1,000 days, since 29/06/2019",
    ),
    "lost after two orders": (
        statistics(order_count=2, last_order_on=ago(800), **NO_QUARTILES),
        verdict(LifecycleStatus.LOST, silence_days=800, is_frequency_firm=False),
        {},
        "comprava a cada 16 dias (com 2 pedidos, era pouco para afirmar); não compra há 800 dias, "
        "desde 15/01/2020",
        "used to buy every 16 days (with 2 orders, too few to be sure); has not bought for 800 "
        "days, since 15/01/2020",
    ),
    "lost after three orders": (
        statistics(order_count=3, last_order_on=ago(800), **NO_QUARTILES),
        verdict(LifecycleStatus.LOST, silence_days=800),
        {},
        "comprava a cada 16 dias; não compra há 800 dias, desde 15/01/2020",
        "used to buy every 16 days; has not bought for 800 days, since 15/01/2020",
    ),
    "the mean is beyond the quartiles": (
        BASE,
        replace(LATE, frequency_days=27.0),
        {},
        "compra em média a cada 27 dias (metade das vezes, 8 a 23); está há 50 dias, "
        "mais que 97% dos seus intervalos; próximo pedido era esperado até 02/03",
        "buys every 27 days on average (half of the time 8 to 23); silent for 50 "
        "days, longer than 97% of their intervals; the next order was expected by 02/03",
    ),
    "lost, the mean beyond the quartiles": (
        statistics(last_order_on=ago(800)),
        verdict(LifecycleStatus.LOST, silence_days=800, frequency_days=5.0),
        {},
        "comprava em média a cada 5 dias (metade das vezes, 8 a 23); não compra há 800 "
        "dias, desde 15/01/2020",
        "used to buy every 5 days on average (half of the time 8 to 23); has not "
        "bought for 800 days, since 15/01/2020",
    ),
    "seasonal": (
        statistics(last_order_on=ago(120)),
        verdict(LifecycleStatus.ACTIVE, silence_days=120, gap_quantile=0.4, is_seasonal=True),
        {},
        "compra a cada 16 dias (8 a 23); compra por temporada, e fora dela o silêncio pesa menos; "
        "está há 120 dias sem comprar; próximo pedido esperado entre 29/03 e 23/04",
        "buys every 16 days (8 to 23); buys by season, and outside it silence weighs less; silent "
        "for 120 days; next order expected between 29/03 and 23/04",
    ),
    "seasonal, inactive": (
        statistics(last_order_on=ago(448)),
        verdict(LifecycleStatus.INACTIVE, silence_days=448, is_seasonal=True),
        {},
        "comprava a cada 16 dias (8 a 23); comprava por temporada, e fora dela o silêncio pesa "
        "menos; está há 448 dias, mais que 97% dos seus intervalos; próximo pedido esperado entre "
        "29/03 e 23/04; chance de comprar nos próximos 90 dias: 28%",
        "used to buy every 16 days (8 to 23); used to buy by season, and outside it silence weighs "
        "less; silent for 448 days, longer than 97% of their intervals; next order expected "
        "between 29/03 and 23/04; chance of an order in the next 90 days: 28%",
    ),
    "recovered": (
        statistics(last_order_on=ago(3)),
        verdict(LifecycleStatus.RECOVERED, silence_days=3, recovered_on=ago(3)),
        {},
        "compra a cada 16 dias (8 a 23); voltou em 22/03, depois de um período inativo; está há 3 "
        "dias sem comprar; próximo pedido esperado entre 29/03 e 23/04",
        "buys every 16 days (8 to 23); came back on 22/03, after an inactive period; silent for 3 "
        "days; next order expected between 29/03 and 23/04",
    ),
    "blocked": (
        BASE,
        verdict(LifecycleStatus.BLOCKED),
        {"blocked_from_on": date(2021, 12, 5)},
        "compra a cada 16 dias (8 a 23); último pedido em 03/02; vendas bloqueadas desde "
        "05/12/2021, fora da lista de ligações",
        "buys every 16 days (8 to 23); last order on 03/02; sales blocked since 05/12/2021, not "
        "on the call list",
    ),
    "blocked, nobody knows since when, and bought once": (
        ONE,
        replace(NEW, status=LifecycleStatus.BLOCKED, own_status=LifecycleStatus.BLOCKED),
        {},
        "comprou uma só vez, em 24/03; ainda é cedo para falar em ciclo; vendas bloqueadas, fora "
        "da lista de ligações",
        "bought only once, on 24/03; too early to speak of a cycle; sales are blocked, not on the "
        "call list",
    ),
    "a former block": (
        BASE,
        verdict(LifecycleStatus.ACTIVE, silence_days=12, gap_quantile=0.4),
        {},
        "compra a cada 16 dias (8 a 23); está há 12 dias (fora o bloqueio) sem comprar; próximo "
        "pedido esperado entre 29/03 e 23/04",
        "buys every 16 days (8 to 23); silent for 12 days (the block left out); next order "
        "expected between 29/03 and 23/04",
    ),
    "the fixed rule is earlier, the portfolio small": (
        statistics(last_order_on=ago(65)),
        replace(
            LATE,
            own_status=LifecycleStatus.ACTIVE,
            silence_days=65,
            frequency_days=20.0,
            is_prior_published=True,
        ),
        {"policy": FIXED},
        "compra a cada 20 dias (8 a 23); está há 65 dias sem comprar; próximo pedido esperado "
        "entre 29/03 e 23/04; pela regra fixa da empresa (60 dias ou mais) está em risco; pelo "
        "próprio ciclo estaria ativo; parâmetros publicados: a carteira ainda é pequena",
        "buys every 20 days (8 to 23); silent for 65 days; next order expected between 29/03 and "
        "23/04; by the company's fixed rule (60 days or more): at risk; by their own cycle it "
        "would be: active; published parameters: the portfolio is still small",
    ),
    "the fixed rule is later, three orders of the future": (
        statistics(future_count=3),
        replace(LATE, status=LifecycleStatus.ACTIVE),
        {"policy": FIXED},
        "compra a cada 16 dias (8 a 23); está há 50 dias, mais que 97% dos seus intervalos; "
        "próximo pedido era esperado até 26/02; pela regra fixa da empresa (menos de 60 dias) está "
        "ativo; pelo próprio ciclo estaria em risco; 3 pedidos com data futura não foram "
        "considerados",
        "buys every 16 days (8 to 23); silent for 50 days, longer than 97% of their intervals; "
        "the next order was expected by 26/02; by the company's fixed rule (less than 60 days): "
        "active; by their own cycle it would be: at risk; 3 documents with a future date were not "
        "counted",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_sentence_names_the_numbers_that_decided(name: str) -> None:
    known, judged, more, portuguese, english = CASES[name]
    message = explain(known, judged, TODAY, **more)  # type: ignore[arg-type]
    assert resources.text(message, Language.PORTUGUESE) == portuguese
    assert resources.text(message, Language.ENGLISH) == english


def test_no_sentence_of_the_catalogue_is_never_said() -> None:
    said: set[str] = set()
    for known, judged, more, _, _ in CASES.values():
        said |= keys(explain(known, judged, TODAY, **more))  # type: ignore[arg-type]
    content = resources.path("messages", "pt_BR", "cycle.toml").read_text(encoding="utf-8")
    states = {f"cycle.state_{status}" for status in LifecycleStatus}
    assert {f"cycle.{key}" for key in tomllib.loads(content)} - states == said - states


def keys(message: Message) -> set[str]:
    found = {message.key}
    for value in message.as_dict().values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Message):
                found |= keys(part)
    return found


@pytest.mark.parametrize(
    ("status", "days"),
    [
        (LifecycleStatus.AT_RISK, "45 dias ou mais"),
        (LifecycleStatus.INACTIVE, "100 dias ou mais"),
        (LifecycleStatus.LOST, "500 dias ou mais"),
        (LifecycleStatus.NEW, "menos de 45 dias"),
    ],
)
def test_the_fixed_rule_s_own_days_are_named(status: LifecycleStatus, days: str) -> None:
    policy = replace(FIXED, fixed_at_risk_days=45, fixed_inactive_days=100, lost_days=500)
    judged = replace(LATE, status=status, own_status=LifecycleStatus.ACTIVE)
    message = explain(BASE, judged, TODAY, policy=policy)
    assert f"pela regra fixa da empresa ({days})" in resources.text(message, Language.PORTUGUESE)


def test_who_is_flagged_before_the_usual_interval_is_over_is_told_what_is_expected() -> None:
    message = explain(statistics(last_order_on=ago(20)), replace(LATE, silence_days=20), TODAY)
    said = resources.text(message, Language.PORTUGUESE)
    assert "próximo pedido esperado entre 29/03 e 23/04" in said
    assert "era esperado" not in said


def test_a_season_s_next_order_is_not_reckoned_in_plain_days() -> None:
    said = resources.text(
        explain(BASE, replace(LATE, is_seasonal=True), TODAY), Language.PORTUGUESE
    )
    assert "próximo pedido esperado entre 29/03 e 23/04" in said
    assert "era esperado" not in said


def test_blocked_days_move_on_the_day_until_which_an_order_was_expected() -> None:
    known = statistics(last_order_on=ago(90))
    said = resources.text(explain(known, LATE, TODAY), Language.PORTUGUESE)
    assert "está há 50 dias (fora o bloqueio), mais que 97%" in said
    assert "era esperado até 26/02" in said


@given(share=st.floats(0, 1), none_90=st.floats(0, 1), status=st.sampled_from(LifecycleStatus))
def test_certainty_is_never_claimed(share: float, none_90: float, status: LifecycleStatus) -> None:
    judged = verdict(status, gap_quantile=share, none_90=none_90)
    for language in Language:
        said = resources.text(explain(BASE, judged, TODAY), language)
        assert "100%" not in said
        assert " 0%" not in said


DAYS = st.none() | st.dates()
COUNTS = st.none() | st.integers(0, 9999)
SHARES = st.none() | st.floats(0, 1)
STATUSES = st.sampled_from(LifecycleStatus)


@given(
    known=st.builds(
        CycleStatistics,
        order_count=st.integers(0, 999),
        last_order_on=DAYS,
        gap_low_days=COUNTS,
        gap_high_days=COUNTS,
        future_count=st.integers(0, 9),
    ),
    judged=st.builds(
        CycleVerdict,
        status=STATUSES,
        own_status=STATUSES,
        fixed_status=STATUSES,
        silence_days=COUNTS,
        frequency_days=st.none() | st.floats(0, 4e6),
        is_frequency_firm=st.booleans(),
        gap_quantile=SHARES,
        none_90=SHARES,
        next_order_from_on=DAYS,
        next_order_until_on=DAYS,
        recovered_on=DAYS,
        is_prior_published=st.booleans(),
    ),
    today=st.dates(min_value=date(30, 1, 1)),
    blocked_from_on=DAYS,
)
def test_whatever_is_known_there_is_a_sentence(
    known: CycleStatistics, judged: CycleVerdict, today: date, blocked_from_on: date | None
) -> None:
    message = explain(known, judged, today, blocked_from_on=blocked_from_on)
    for language in Language:
        said = resources.text(message, language)
        assert said
        assert not said.startswith((";", " "))
        assert "{" not in said
        assert "None" not in said
