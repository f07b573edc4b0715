import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.cycle_policy import EVERYBODY, CyclePolicy, PolicyKind
from cockpit.domain.errors import DatabaseBusyError
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.portfolio import PortfolioSection
from tests.support.cycle_fakes import make_histogram
from tests.support.ui_data import UiWorld


@pytest.fixture
def section(ctx: UiContext, qtbot: QtBot) -> PortfolioSection:
    made = PortfolioSection(ctx)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    return made


def cells(section: PortfolioSection) -> list[list[str]]:
    model = section.table.records
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_it_says_where_purchases_concentrate(section: PortfolioSection):
    section.open()
    assert section.sentence() == "80% das compras se repetem entre 12 e 47 dias"
    assert section.state_sentence() == ""
    strong = [bar.label for bar in section.chart.bars if bar.is_strong]
    assert strong == ["0–15", "15–30", "30–45", "45–60"]
    assert section.chart.span is not None
    assert section.chart.span.start == pytest.approx(12 / 15)
    assert section.chart.span.end == pytest.approx(3 + 3 / 15)  # the last day is within
    assert section.chart.bars[-1].label == "365+"
    assert "31%" in section.chart.bars[1].reading


def test_per_purchase_asks_again_and_says_something_else(section: PortfolioSection, world: UiWorld):
    section.open()
    section._per_purchase.click()
    assert not section.is_per_customer
    assert section.sentence() == "80% das compras se repetem entre 5 e 33 dias"
    assert world.reports.asked == ["histogram", "histogram"]


def test_the_own_cycle_stands_above_the_fixed_alerts(section: PortfolioSection):
    section.open()
    assert cells(section) == [
        ["Ciclo de cada cliente", "512", "50%", "20%"],
        ["Após 30 dias", "640", "58%", "47%"],
        ["Após 60 dias", "402", "37%", "24%"],
        ["Após 90 dias", "301", "27%", "13%"],
    ]


def test_the_equal_fixed_alert_is_named(section: PortfolioSection):
    section.open()
    said = section._reading.text()
    assert "esperaria 90 dias. Clientes marcados hoje: 301 por ele, 512 pelo ciclo próprio." in said


def test_without_an_equal_fixed_alert_none_is_named(section: PortfolioSection, world: UiWorld):
    world.policies.publish(EVERYBODY, CyclePolicy(false_alarm_budget=0.05), "")
    section.open()
    assert "esperaria" not in section._reading.text()


def test_the_own_cycle_is_simulated_even_where_a_fixed_rule_decides(
    section: PortfolioSection, world: UiWorld
):
    fixed = CyclePolicy(kind=PolicyKind.FIXED_DAYS, false_alarm_budget=0.10)
    world.policies.publish(EVERYBODY, fixed, "")
    section.open()
    assert world.policies.simulated[-1][1].kind is PolicyKind.OWN_CYCLE
    assert cells(section)[0][3] == "10%"


def test_an_empty_portfolio_is_told_what_to_do(section: PortfolioSection, world: UiWorld):
    world.reports.histogram_answer = lambda **how: make_histogram(**how, customer_count=0)
    section.open()
    assert "importe pedidos" in section.state_sentence()


def test_what_cannot_be_read_is_said_and_tried_again(section: PortfolioSection, world: UiWorld):
    world.reports.trouble = DatabaseBusyError("database_locked")
    section.open()
    assert "Outro programa está usando o banco" in section.state_sentence()
    world.reports.trouble = None
    section._state.action_requested.emit()
    assert section.state_sentence() == ""
    assert section.sentence().startswith("80%")


def test_trouble_later_leaves_what_is_shown_and_is_said_below(
    section: PortfolioSection, world: UiWorld, qtbot: QtBot
):
    section.open()
    world.reports.trouble = DatabaseBusyError("database_locked")
    with qtbot.waitSignal(section.message_raised) as said:
        section.reload()
    assert "Outro programa" in said.args[0]
    assert section.state_sentence() == ""


def test_a_fault_of_the_program_is_not_swallowed(section: PortfolioSection, world: UiWorld):
    world.reports.trouble = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        section.open()
    assert "Não foi possível calcular" in section.state_sentence()


def test_it_reads_once_and_again_only_when_something_changed(
    section: PortfolioSection, world: UiWorld
):
    section.open()
    section.open()
    assert world.reports.asked == ["histogram"]
    section.expire()
    section.open()
    assert world.reports.asked == ["histogram", "histogram"]


def test_while_it_is_computed_it_says_so(held: UiContext, qtbot: QtBot):
    section = PortfolioSection(held)
    qtbot.addWidget(section)
    section.open()
    assert section.state_sentence() == "Calculando…"
    held.runner.release()
    assert section.state_sentence() == ""
