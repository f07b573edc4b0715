"""The summary: the explained cycle in words and in two charts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.vocabulary import LifecycleStatus, Trend
from cockpit.ui.customer_panel.cycle_facts import RuleChip
from cockpit.ui.customer_panel.pages.summary import SummaryPage
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.customer_panel.section_id import SectionId
from tests.support.cycle_data import make_gap_bins, make_picture, make_verdict
from tests.support.panel_data import PanelWorld, make_panel
from tests.support.panel_views import CALL, activate, opened, texts


def summary(panel: CustomerPanel) -> SummaryPage:
    page = panel.sections.page(SectionId.SUMMARY)
    assert isinstance(page, SummaryPage)
    return page


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        (
            "pt_BR",
            "Comprava a cada 16 dias (8 a 23); está há 50 dias, mais que 97% dos seus intervalos; "
            "próximo pedido era esperado até 23/02; chance de comprar nos próximos 90 dias: 28%.",
            "Histórico",
        ),
        (
            "en",
            "Used to buy every 16 days (8 to 23); silent for 50 days, longer than 97% of their "
            "intervals; the next order was expected by 23/02; chance of an order in the next 90 "
            "days: 28%.",
            "History",
        ),
    ],
)
def test_a_customer_is_explained_in_the_user_s_language(
    qtbot: QtBot, qapp: QApplication, language: str, sentence: str, name: str
) -> None:
    world = PanelWorld(qapp, preferences={"language": language})
    panel = opened(qtbot, world, make_panel())
    assert summary(panel).card.sentence() == sentence
    assert panel.sections.bar.cells()[1].text() == name
    world.close()


def test_the_charts_are_reached_by_keyboard_and_have_the_room_they_need(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel(), size=CALL)
    activate(qtbot, panel)
    panel.show_cycle()
    charts = summary(panel).charts
    assert charts.plot.hasFocus()
    qtbot.waitUntil(lambda: charts.plot.height() >= charts.plot.minimumSizeHint().height())
    assert charts.gaps.height() >= charts.gaps.minimumSizeHint().height()
    qtbot.keyClick(charts.plot, Qt.Key.Key_Tab)
    assert charts.gaps.hasFocus()


def test_the_intervals_stand_beside_the_present_silence(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    gaps = summary(panel).charts.gaps
    assert [mark.text for mark in gaps.marks] == ["há 50 dias sem comprar"]
    assert gaps.marks[0].place == pytest.approx(3 + 5 / 15)
    assert gaps.bars[1].reading == "de 15 a menos de 30 dias: 8 intervalos (62%)"
    assert gaps.bars[-1].reading == "365 dias ou mais: nenhum intervalo (0%)"
    assert "13 intervalos" in gaps.accessibleDescription()


@pytest.mark.parametrize(
    ("orders", "words"), [(0, "Ainda não há pedido"), (1, "Só um pedido até agora")]
)
def test_who_has_no_interval_is_told_so_instead_of_an_empty_chart(
    qtbot: QtBot, world: PanelWorld, orders: int, words: str
) -> None:
    days = make_picture().order_on[-orders:] if orders else ()
    picture = make_picture(
        order_on=days,
        value_cents=(100,) * orders,
        is_outlier=(False,) * orders,
        gap_bins=make_gap_bins([]),
        silence_days=50 if orders else None,
    )
    panel = opened(qtbot, world, replace(make_panel(), picture=picture))
    charts = summary(panel).charts
    assert words in texts(charts)
    assert charts.gaps.isHidden()
    assert charts.plot.isHidden() is not bool(orders)


def test_both_rules_are_shown_where_they_differ(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    card = summary(panel).card
    assert "Ciclo próprio: Inativo" in card.facts.text()
    assert "Regra fixa: Ativo" in card.facts.text()
    chips = {one.accessibleName() for one in panel.findChildren(RuleChip)}
    assert chips == {
        "Ciclo próprio: Inativo. Esta regra decide.",
        "Regra fixa: Ativo. Esta regra serve só de comparação.",
    }
    record = make_panel()
    agreed = make_verdict(fixed_status=LifecycleStatus.INACTIVE)
    card.show_panel(replace(record, verdict=agreed))
    assert "Regra fixa" not in card.facts.text()
    blocked = make_verdict(status=LifecycleStatus.BLOCKED)
    card.show_panel(replace(record, verdict=blocked))
    assert "Regra fixa" not in card.facts.text()


def test_the_trend_and_the_lost_revenue_are_told_in_words(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    card = summary(panel).card
    assert "Comprando menos" in card.facts.text()
    assert "Perdido até agora: R$ 3.104 · próximos 12 meses: R$ 33.670" in card.facts.text()
    quiet = make_verdict(
        status=LifecycleStatus.AT_RISK,
        own_status=LifecycleStatus.AT_RISK,
        fixed_status=LifecycleStatus.AT_RISK,
        trend=Trend.FLAT,
        lost_so_far_cents=0,
        lost_12m_cents=99,
    )
    card.show_panel(replace(make_panel(), verdict=quiet))
    assert card.facts.text() == ""
    assert card.facts.isHidden()
