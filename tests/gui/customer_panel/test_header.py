"""The head of the panel: who it is, what to know, why they stand here."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.calling_window import Closed, Window, zone_of
from cockpit.domain.customer import NextAttempt
from cockpit.domain.formats import Language
from cockpit.domain.priority import Factors
from cockpit.domain.reachable import Hindrance, Obstacle, Reachability
from cockpit.domain.vocabulary import Channel, ContactGoal, CreditState
from cockpit.ui.customer_panel.local_time import reach_badge
from cockpit.ui.pitch_card.card import PitchCard
from tests.support.panel_data import PanelWorld, make_next, make_panel, make_troubled_panel
from tests.support.panel_views import add, opened, texts

FACTORS = Factors(10_300.0, 90, 0.93, 0.8, 689_700, 3.1, False, True, True)
HERE = zone_of("SP")


def test_who_it_is_stands_in_the_head(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    seen = texts(panel)
    for fact in ("Adesivos Plásticos do Vale", "10417", "12.ABC.345/01DE-35", "Caxias do Sul/RS"):
        assert fact in seen
    assert "falar com Carlos Menegotto, Rita" in seen


def test_a_colleagues_own_callback_is_told_as_theirs(qtbot: QtBot, world: PanelWorld) -> None:
    theirs = replace(make_next(timedelta(days=-3)), note="", is_colleagues=True)
    seen = texts(opened(qtbot, world, make_panel(next_contact=theirs)))
    (line,) = [one for one in seen.splitlines() if "Retorno de um colega" in one]
    assert "Ana Ribeiro" in line
    assert "Atrasado" not in seen


def test_without_a_next_contact_the_cadence_s_next_attempt_is_told(
    qtbot: QtBot, world: PanelWorld
) -> None:
    attempt = NextAttempt(world.clock.now() + timedelta(days=4), ContactGoal.REACH, Channel.PHONE)
    free = make_panel(next_contact=None, next_attempt=attempt)
    (line,) = [one for one in texts(opened(qtbot, world, free)).splitlines() if "tentativa" in one]
    assert line.startswith("Próxima tentativa: ")
    assert line.endswith("Conseguir falar · Telefone")
    forbidden = frozenset({Channel.PHONE})
    shut = make_panel(1, next_contact=None, next_attempt=attempt, forbidden_channels=forbidden)
    (line,) = [one for one in texts(opened(qtbot, world, shut)).splitlines() if "tentativa" in one]
    assert line.endswith("Conseguir falar")


def test_an_invalid_document_is_flagged(qtbot: QtBot, world: PanelWorld) -> None:
    flag = "CNPJ ou CPF inválido"
    panel = opened(qtbot, world, make_troubled_panel())
    assert flag in texts(panel)
    panel.show_customer(add(world, make_panel()))
    assert flag not in texts(panel)


def test_complaints_credit_and_objections_are_told_in_words(
    qtbot: QtBot, world: PanelWorld
) -> None:
    record = make_panel(credit_state=CreditState.WATCH, open_case_count=1)
    panel = opened(qtbot, world, record)
    seen = texts(panel)
    for words in ("Crédito em análise", "1 reclamação", "1 objeção a retomar", "1 objeção aberta"):
        assert words in seen


def test_a_customer_in_the_credit_lane_opens_with_the_money_and_its_script(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel(overdue_cents=123_456, is_blocked=True))
    band = panel.header.credit
    assert band.isVisibleTo(panel)
    assert band.text() == (
        "Primeiro o financeiro: R$ 1.234,56 vencidos, 1 título, o mais antigo há 9 dias, "
        "vendas bloqueadas"
    )
    assert band.script().startswith("Bom dia! Antes do pedido")
    panel.show_customer(add(world, make_panel(2)))
    assert not band.isVisibleTo(panel)
    assert band.script() == ""


def test_the_credit_lane_and_the_pitch_card_read_one_card(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel(overdue_cents=123_456))
    card = PitchCard(world.ctx, panel.cards)
    qtbot.addWidget(card)
    card.show()
    before = len(world.runner.lanes)
    assert panel.panel is not None
    assert panel.story is not None
    card.show_for(panel.panel, panel.story)
    assert len(world.runner.lanes) == before
    assert panel.header.credit.script()


def test_the_reason_and_what_it_is_made_of_are_told(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    assert "Por que aqui" not in texts(panel)
    panel.set_reason_provider(lambda customer_id: ("3,1 ciclos de atraso", FACTORS))
    seen = texts(panel)
    assert "Por que aqui: 3,1 ciclos de atraso" in seen
    whole = (
        "R$ 103,00 por dia × 90 dias × 93% de não vir pedido sozinho × 80% de ainda comprar"
        " = R$ 6.897,00 em risco"
    )
    assert whole in seen
    assert whole in panel.header.reason.toolTip()


NINE = datetime(2022, 3, 22, 12, tzinfo=UTC)
OPEN = Window(NINE.astimezone(HERE), None, "", None, NINE.replace(hour=21))
EARLY = Window(NINE.replace(hour=9).astimezone(HERE), Closed.HOURS, "", NINE.replace(hour=11), None)
FAR = Window(
    NINE.astimezone(zone_of("AC")),
    Closed.PREFERENCE,
    "",
    NINE.replace(hour=19),
    None,
)
FEAST = Window(
    NINE.astimezone(HERE), Closed.HOLIDAY, "Corpus Christi", NINE.replace(day=24, hour=11), None
)


def answer(window: Window, *hindrances: Hindrance) -> Reachability:
    return Reachability(Channel.PHONE, window, hindrances, window.opens_at)


HOURS = Hindrance(Obstacle.HOURS, EARLY.opens_at)
CORPUS = Hindrance(Obstacle.HOLIDAY, FEAST.opens_at, "Corpus Christi")
NEXT_DAY = replace(FEAST, opens_at=NINE.replace(day=23, hour=11))


@pytest.mark.parametrize(
    ("reach", "words", "tone"),
    [
        (answer(OPEN), "09:00 no cliente · pode ligar até 18:00", "success"),
        (answer(EARLY, HOURS), "06:00 no cliente · só às 08:00 (fora do horário)", "warning"),
        (
            answer(FAR, Hindrance(Obstacle.PREFERENCE, FAR.opens_at)),
            "07:00 no cliente · só às 16:00 (14:00 lá) (preferência do cliente)",
            "warning",
        ),
        (
            answer(FEAST, CORPUS),
            "09:00 no cliente · só qui 24/03/2022 às 08:00 (feriado: Corpus Christi)",
            "warning",
        ),
        (
            answer(NEXT_DAY, CORPUS),
            "09:00 no cliente · só amanhã às 08:00 (feriado: Corpus Christi)",
            "warning",
        ),
        (
            answer(replace(EARLY, opens_at=None), Hindrance(Obstacle.DAY_OFF)),
            "06:00 no cliente · não ligar ainda (sem expediente)",
            "warning",
        ),
        (
            answer(EARLY, HOURS, Hindrance(Obstacle.REST, NINE.replace(day=23))),
            "06:00 no cliente · só às 08:00 (fora do horário, aguardando nova tentativa)",
            "warning",
        ),
        (answer(EARLY, Hindrance(Obstacle.CHANNEL_CLOSED)), "06:00 no cliente", "muted"),
    ],
)
def test_the_customer_s_clock_says_whether_to_call(
    world: PanelWorld, reach: Reachability, words: str, tone: str
) -> None:
    badge = reach_badge(reach, HERE, Language.PORTUGUESE)
    assert (badge.text, badge.tone) == (words, tone)


def test_the_tip_of_the_clock_names_every_reason_with_its_end(world: PanelWorld) -> None:
    reach = answer(EARLY, HOURS, Hindrance(Obstacle.CAP, NINE.replace(day=23)))
    badge = reach_badge(reach, HERE, Language.PORTUGUESE)
    assert badge.tip.splitlines() == [
        "fora do horário, até às 08:00",
        "limite de contatos, até amanhã às 09:00",
    ]


def test_who_else_has_the_customer_stands_in_the_head_while_it_lasts(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.header.set_reach(replace(answer(EARLY), colleague="Bia"))
    assert "Bia está com este cliente agora" in texts(panel)
    panel.header.set_reach(answer(EARLY))
    assert "Bia está" not in texts(panel)
