from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.domain.cycle_reports import ReturnRow
from cockpit.domain.errors import DatabaseBusyError
from cockpit.runtime.cycle_keeper import CycleKeeper
from cockpit.runtime.task_runner import Lane
from cockpit.ui.charts.canvas import NOWHERE
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.accuracy import AccuracySection
from tests.support.cycle_fakes import make_backtest, make_fit
from tests.support.keeper_fakes import REFIT, UPKEEP
from tests.support.ui_data import UiWorld

Show = Callable[[UiContext], AccuracySection]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show the section on a context; it lives until the test ends."""
    kept: list[AccuracySection] = []

    def shown(ctx: UiContext) -> AccuracySection:
        section = AccuracySection(ctx)
        qtbot.addWidget(section)
        kept.append(section)
        section.resize(1366, 640)
        section.show()
        section.open()
        return section

    return shown


def test_it_says_how_many_of_the_inactive_came_back(ctx: UiContext, show: Show):
    section = show(ctx)
    assert section.backtest.sentence() == (
        "Dos 100 clientes que marcamos como inativos há 180 dias, 26% voltaram sozinhos "
        "(regra fixa: 49% de 100)"
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            {"fixed_days": (64, 12), "own_cycle": (0, 0)},
            "Há 180 dias, o ciclo próprio não marcava ninguém como inativo (regra fixa: 19% de 64)",
        ),
        (
            {"fixed_days": (0, 0), "own_cycle": (1_200, 312)},
            "Dos 1.200 clientes que marcamos como inativos há 180 dias, 26% voltaram sozinhos "
            "(regra fixa: ninguém marcado)",
        ),
        (
            {"own_cycle": (1, 0)},
            "De 1 cliente que marcamos como inativo há 180 dias, 0% voltou sozinho",
        ),
        ({"fixed_days": (64, 12)}, ""),
    ],
)
def test_who_came_back_is_never_told_of_another_rule_or_of_nobody(
    ctx: UiContext,
    show: Show,
    world: UiWorld,
    counts: dict[str, tuple[int, int]],
    sentence: str,
):
    marked_on = make_backtest().returns[0].marked_on
    returns = tuple(ReturnRow(rule, marked_on, *pair) for rule, pair in counts.items())
    world.reports.backtest_answer = make_backtest(returns=returns)
    assert show(ctx).backtest.sentence() == sentence


def test_the_scores_stand_side_by_side(ctx: UiContext, show: Show):
    model = show(ctx).backtest.table.records
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert rows[0] == ["Ciclo de cada cliente", "77,1%", "33%", "4,1%", "5%"]
    assert rows[3] == ["Número fixo de dias", "58,7%", "22%", "–", "13%"]


def test_the_order_of_a_score_is_explained_in_plain_words(ctx: UiContext, show: Show):
    model = show(ctx).backtest.table.records
    tip = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "cara ou coroa" in str(tip)


def test_the_calibration_is_read_by_keys(ctx: UiContext, qtbot: QtBot, show: Show):
    chart = show(ctx).backtest.chart
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.point == 10
    assert chart.reading(10) == "previsto 100%, observado 96% (40 previsões)"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.point == 9
    centre = chart.point_rect(3).center()
    assert chart.point_at(centre) == 3
    assert chart.point_at(chart.plot_rect().topLeft()) == NOWHERE


def test_groups_without_customers_are_not_drawn(ctx: UiContext, show: Show, world: UiWorld):
    first, *others = make_backtest().calibration
    world.reports.backtest_answer = make_backtest(calibration=(replace(first, count=0), *others))
    assert len(show(ctx).backtest.chart.bins) == 10


def test_too_short_a_history_is_said_instead(ctx: UiContext, show: Show, world: UiWorld):
    world.reports.backtest_answer = make_backtest(cutoffs=(), rows=(), calibration=(), returns=())
    assert "curto demais" in show(ctx).backtest.state_sentence()


def test_a_history_without_that_past_day_leaves_the_sentence_out(
    ctx: UiContext, show: Show, world: UiWorld
):
    world.reports.backtest_answer = make_backtest(returns=())
    section = show(ctx)
    assert section.backtest.sentence() == ""
    assert section.backtest.table.records.rowCount() == 4


def test_a_long_calculation_can_be_stopped_and_begun_again(
    held: UiContext, show: Show, world: UiWorld
):
    backtest = show(held).backtest
    assert backtest.is_running
    assert backtest.busy.isVisible()
    backtest.busy.stop_requested.emit()
    assert backtest.busy.sentence() == "Parando…"
    held.runner.release()
    assert not backtest.is_running
    assert not backtest.busy.isVisible()
    assert backtest.state_sentence() == "O cálculo foi interrompido."
    backtest._state.action_requested.emit()
    held.runner.release()
    assert backtest.state_sentence() == ""
    assert backtest.sentence().startswith("Dos 100 clientes que marcamos")


def test_what_takes_long_never_stands_in_the_lane_of_the_lists(
    ctx: UiContext, show: Show, world: UiWorld
):
    show(ctx)
    assert world.runner.lanes == [Lane.READ, Lane.LONG]


def test_a_newer_comparison_stops_the_older_one(held: UiContext, show: Show, world: UiWorld):
    backtest = show(held).backtest
    held.runner.release()
    older = world.reports.is_cancelled
    assert older is not None
    backtest.reload()
    assert older()


def test_a_second_opinion_keeps_the_first_in_sight_until_it_is_there(
    held: UiContext, show: Show, world: UiWorld
):
    backtest = show(held).backtest
    held.runner.release()
    world.reports.backtest_answer = make_backtest(returns=())
    backtest._again.click()
    assert backtest.sentence().startswith("Dos 100 clientes que marcamos")
    assert backtest.busy.isVisible()
    held.runner.release()
    assert backtest.sentence() == ""


def test_trouble_is_said_where_the_comparison_would_stand(
    ctx: UiContext, show: Show, world: UiWorld
):
    world.reports.trouble = DatabaseBusyError("database_locked")
    section = show(ctx)
    assert "Outro programa" in section.backtest.state_sentence()
    assert "Outro programa" in section.fit.state_sentence()
    assert not section.backtest.is_running


# --- the parameters ------------------------------------------------------------------------------


def test_the_fit_in_force_says_when_of_what_and_how_well(ctx: UiContext, show: Show):
    fit = show(ctx).fit
    facts = fit.facts()
    for words in (
        "Feitos em 20/03/2022 03:00",
        "Pedidos de 07/01/2019 a 20/03/2022",
        "1.234 clientes, 16.912 pedidos",
        "No último teste, a partir de 20/12/2021: acerto da ordem 77,1%, erro 4,1% "
        "(um só dia, não a média da tabela)",
        "k-grid/1",
    ):
        assert words in facts
    assert fit.notice() == ""
    assert fit.table.records.rowCount() == 5


@pytest.mark.parametrize("answer", [make_fit(is_published=True), None])
def test_published_parameters_are_said_so(ctx: UiContext, show: Show, world: UiWorld, answer):
    world.reports.fit_answer = answer
    assert "parâmetros publicados" in show(ctx).fit.notice()


def test_recalculating_reads_the_new_fit(ctx: UiContext, qtbot: QtBot, show: Show, world: UiWorld):
    section = show(ctx)
    section.fit.refit_button.click()
    assert world.keeper_program.started == [REFIT]
    assert section.fit.busy.isVisible()
    assert not section.fit.refit_button.isVisible()
    world.reports.fit_answer = make_fit(customer_count=4_321)
    with qtbot.waitSignal(section.message_raised) as said:
        world.keeper_program.finish()
    assert said.args == ["Os parâmetros foram recalculados."]
    assert "4.321 clientes" in section.fit.facts()
    assert section.fit.refit_button.isVisible()


def test_recalculating_can_be_stopped(ctx: UiContext, qtbot: QtBot, show: Show, world: UiWorld):
    section = show(ctx)
    section.fit.refit_button.click()
    with qtbot.waitSignal(section.message_raised) as said:
        section.fit.busy.stop_requested.emit()
    assert world.keeper_program.ends == 1
    assert "interrompid" in said.args[0]
    assert section.fit.refit_button.isVisible()
    assert "1.234 clientes" in section.fit.facts()


def test_a_fit_that_fails_is_told_and_the_old_one_stays(
    ctx: UiContext, qtbot: QtBot, show: Show, world: UiWorld
):
    section = show(ctx)
    section.fit.refit_button.click()
    with qtbot.waitSignal(section.message_raised):
        world.keeper_program.finish(1)
    assert section.fit.refit_button.isVisible()
    assert "1.234 clientes" in section.fit.facts()


def test_a_fit_that_is_under_way_is_seen_when_the_screen_is_opened(
    ctx: UiContext, show: Show, world: UiWorld
):
    world.cycle_keeper.refit_now()
    section = show(ctx)
    assert section.fit.busy.isVisible()
    world.keeper_program.finish()
    assert not section.fit.busy.isVisible()


def test_a_past_days_parameters_stay_as_they_were(world: UiWorld, show: Show):
    keeper = CycleKeeper(world.keeper_program, UPKEEP, world.clock)
    section = show(replace(world.ctx, cycle_keeper=keeper))
    assert not section.fit.refit_button.isEnabled()
    assert "dia passado" in section.fit.refit_button.toolTip()
