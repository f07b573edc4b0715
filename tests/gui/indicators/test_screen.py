"""The indicators' screen: figures as the services say them, by keyboard alone, stopped, empty."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.bridge import BridgeState
from cockpit.domain.cycle_reports import GapHistogram
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.figures import Defined
from cockpit.domain.indicators import Comparison, Cut, Figure, InRow
from cockpit.domain.reports import ReportName
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from cockpit.runtime.task_runner import TaskRunner
from cockpit.ui.indicators.filters import Filters
from cockpit.ui.indicators.pages.bridge import BridgePage
from cockpit.ui.indicators.pages.campaigns import CampaignsPage
from cockpit.ui.indicators.pages.contacts import ContactsPage
from cockpit.ui.indicators.pages.cycles import CyclesPage
from cockpit.ui.indicators.pages.objections import ObjectionsPage
from cockpit.ui.indicators.pages.portfolio import PortfolioPage
from cockpit.ui.indicators.pages.reactivation import ReactivationPage
from cockpit.ui.indicators.screen import PAGES, IndicatorScreen
from cockpit.ui.indicators.words import definition
from tests.gui.indicators.conftest import make_report
from tests.support.indicator_fakes import NORTH, SOUTH, make_line
from tests.support.past_fakes import ANNA, BERTA
from tests.support.reading_order import steps_against_reading, tab_chain
from tests.support.ui_data import UiWorld

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def listed(qtbot: QtBot, screen: IndicatorScreen, act: Callable[[], object]) -> list[UUID]:
    with qtbot.waitSignal(screen.customers_requested) as signal:
        act()
    (customers,) = signal.args
    return customers


# --- contacts -------------------------------------------------------------------------------------


def test_contacts_are_told_as_the_service_tells_them(screen: IndicatorScreen) -> None:
    page, line = screen.page, make_line(12)
    assert isinstance(page, ContactsPage)
    assert page.cards[Defined.CONTACTS].value_text() == str(line.contacts)
    assert page.cards[Defined.REACH_RATE].value_text() == "50,0%"
    assert page.cards[Defined.ORDER_VALUE].value_text() == "R$ 14.815"
    assert page.cards[Defined.CONTACTS].change_text() == "↑ 20% a mais (100)"
    assert page.cards[Defined.REACH_RATE].change_text() == "→ igual"
    assert page.table.texts(0)[:4] == ["Total", "120 ↑", "72 ↑", "60 ↑"]
    assert [page.table.texts(row)[0] for row in range(1, 4)] == ["Norte", "Sul", "Sem equipe"]
    assert page.table.texts(1)[1] == "20 ↓"


def test_every_figure_of_a_row_opens_its_own_customers(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    page = screen.page
    assert isinstance(page, ContactsPage)
    page.table.setFocus()
    wanted = {
        1: Figure.CONTACTS, 2: Figure.CLIENTS, 3: Figure.REACHED, 5: Figure.ORDERS,
        7: Figure.REACTIVATED, 8: Figure.RECOVERED,
    }  # fmt: skip
    for column, figure in wanted.items():
        page.table.setCurrentIndex(page.table.records.index(2, column))
        found = listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
        assert found == [UUID(int=7)]
        opened = managing.indicators.opened[-1]
        assert (opened.figure, opened.row) == (figure, InRow(SOUTH))


def test_a_point_of_the_trend_opens_its_month(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    page = screen.page
    assert isinstance(page, ContactsPage)
    page.trend.setFocus()
    qtbot.keyClick(page.trend, Qt.Key.Key_End)
    assert page.trend.reading() == "fev/2022: Atendidos 60"
    listed(qtbot, screen, lambda: qtbot.keyClick(page.trend, Qt.Key.Key_Return))
    opened = managing.indicators.opened[-1]
    assert opened.figure is Figure.REACHED
    assert opened.month is not None
    assert opened.month.first.isoformat() == "2022-02-01"


def test_an_hour_and_a_try_open_theirs(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    page = screen.page
    assert isinstance(page, ContactsPage)
    page.hours.setFocus()
    qtbot.keyClick(page.hours, Qt.Key.Key_Home)
    listed(qtbot, screen, lambda: qtbot.keyClick(page.hours, Qt.Key.Key_Return))
    opened = managing.indicators.opened[-1]
    assert (opened.figure, opened.weekday, opened.number) == (Figure.HOUR, 0, 8)
    page.attempts.setFocus()
    qtbot.keyClick(page.attempts, Qt.Key.Key_End)
    assert page.attempts.reading().startswith("Tentativa 5+: 6 de 12")
    listed(qtbot, screen, lambda: qtbot.keyClick(page.attempts, Qt.Key.Key_Return))
    assert managing.indicators.opened[-1].number == 5


def test_without_a_cut_the_table_has_the_months(screen: IndicatorScreen) -> None:
    screen.bar.set_filters(Filters(screen.bar.filters.period, Comparison.NONE, None))
    page = screen.page
    assert isinstance(page, ContactsPage)
    assert page.table.texts(0)[:2] == ["Total", "120"]
    assert page.table.texts(1)[0] == "fev/2022"
    assert page.table.records.rowCount() == 13


# --- the other pages ------------------------------------------------------------------------------


def test_reactivated_clients_have_their_total_row(screen: IndicatorScreen, qtbot: QtBot) -> None:
    screen.show_page(1)
    page = screen.page
    assert isinstance(page, ReactivationPage)
    assert page.table.texts(0)[0] == "Total: 2 clientes"
    assert page.table.texts(0)[2:6] == ["4", "R$ 2.700,45", "", "R$ 3.000,50"]
    assert page.table.texts(1)[:6] == [
        "Matriz", "1 - Cliente 1", "2", "R$ 1.800,45", "09/03/2022", "R$ 2.000,50",
    ]  # fmt: skip
    header = page.table.records.headerData
    titles = [header(column, Qt.Orientation.Horizontal) for column in range(6)]
    assert titles == [
        "Empresa", "Cliente", "Pedidos", "Valor sem impostos", "Último pedido", "Valor recuperado",
    ]  # fmt: skip
    assert page.cards[Defined.RECOVERED].value_text() == "R$ 3.001"
    assert "R$ 2.700 sem impostos" in page.cards[Defined.RECOVERED].change_text()
    assert "Fechado: fev/2022" in page.note()
    assert "R$ 50,00" in page.note()
    page.table.setCurrentIndex(page.table.records.index(0, 3))
    both = listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    assert both == [UUID(int=1), UUID(int=2)]
    page.table.setCurrentIndex(page.table.records.index(2, 3))
    one = listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    assert one == [UUID(int=2)]


def test_adjustments_and_parts_have_tables_of_their_own(screen: IndicatorScreen) -> None:
    screen.show_page(1)
    page = screen.page
    assert isinstance(page, ReactivationPage)
    page.chips[1].click()
    assert page.table.texts(1)[:2] == ["Norte", "2"]
    assert page.table.texts(1)[4:6] == ["R$ 2.700,45", "R$ 3.000,50"]
    page.chips[2].click()
    assert page.table.texts(0)[0] == "Total"
    assert page.table.texts(1)[2] == "fev/2022"
    assert page.table.texts(1)[5:7] == ["R$ 45,00", "R$ 50,00"]
    assert page.cards[Defined.ADJUSTMENT].change_text() == "1 cliente"


def test_objections_add_up_and_arguments_say_when_they_are_few(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    screen.show_page(2)
    page = screen.page
    assert isinstance(page, ObjectionsPage)
    assert [spot.reading for spot in page.pareto.spots] == [
        "Preço acima do concorrente: 6, com as de cima 75,0%",
        "Estoque ainda cheio: 2, com as de cima 100,0%",
    ]
    assert page.table.texts(0) == ["Total", "8", "6", "3", "1", "4", "50,0%"]
    page.chips[1].click()
    assert page.table.texts(0)[2:] == ["6", "4", "3", "75,0% (poucos)"]
    page.table.setCurrentIndex(page.table.records.index(0, 4))
    listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    assert managing.indicators.opened[-1].figure is Figure.ARGUMENT_WORKED


def test_the_portfolio_opens_a_status_and_a_part(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    screen.show_page(3)
    page = screen.page
    assert isinstance(page, PortfolioPage)
    assert page.cards[Defined.CUSTOMERS].value_text() == "3"
    assert page.cards[Defined.QUOTES].value_text() == "3"
    assert page.cards[Defined.INACTIVITY_RATE].value_text() == "33,3%"
    number = next(n for n, one in enumerate(page.statuses.spots) if "Em risco" in one.reading)
    page.statuses.setFocus()
    page.statuses.move_cursor(number)
    found = listed(qtbot, screen, lambda: qtbot.keyClick(page.statuses, Qt.Key.Key_Return))
    assert found == [BERTA]
    page.table.setCurrentIndex(page.table.records.index(1, 2))
    listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    _question, _figure, status, key, is_part = managing.past_states.asked[-1]
    assert (status, key, is_part) == (LifecycleStatus.RECOVERED, UUID(int=9), True)


def test_the_bridge_closes_on_screen_and_opens_who_moved(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    screen.show_page(4)
    page = screen.page
    assert isinstance(page, BridgePage)
    page.month.setCurrentIndex(page.month.count() - 1)
    page.month.activated.emit(page.month.currentIndex())
    assert [spot.reading for spot in page.steps.spots] == [
        "Começo: 2",
        "para: Em risco −1",
        "Fim: 1",
    ]
    assert page.table.texts(0) == ["Ativo", "2", "0", "−1", "", "1"]
    page.steps.setFocus()
    page.steps.move_cursor(1)
    found = listed(qtbot, screen, lambda: qtbot.keyClick(page.steps, Qt.Key.Key_Return))
    assert found == [BERTA]
    assert managing.past_states.asked[-1][1:] == (BridgeState.ACTIVE, BridgeState.AT_RISK)
    page.units[1].click()
    assert page.table.texts(0)[1:] == [
        "R$ 16.800", "R$ 0", "−R$ 5.800", "R$ 1.000", "R$ 12.000",
    ]  # fmt: skip


def test_campaigns_are_told_beside_those_left_alone(screen: IndicatorScreen, qtbot: QtBot) -> None:
    screen.show_page(5)
    page = screen.page
    assert isinstance(page, CampaignsPage)
    assert [line.name for line in page.table.records.rows] == ["Retomada", "Verão"]
    assert page.table.texts(0)[1:3] == ["80", "40"]
    assert page.table.texts(0)[5:8] == ["40 (50,0%)", "10 (25,0%)", "+25,0 p.p."]
    assert page.table.texts(0)[9] == "compraram mais"
    assert page.uplift.isVisible()
    page.table.setCurrentIndex(page.table.records.index(0, 6))
    found = listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    assert len(found) == 10


def test_cycles_have_their_histogram_both_ways(screen: IndicatorScreen, managing: UiWorld) -> None:
    screen.show_page(6)
    page = screen.page
    assert isinstance(page, CyclesPage)
    assert page.cards[Defined.CYCLE_CONCENTRATION].value_text() == "10 a 40 dias"
    assert page.plot.spots[0].reading == "0–15 dias: 25,0%, 10 intervalos"
    asked = [one[2] for one in managing.past_states.asked if len(one) == 3]  # type: ignore[arg-type, index]
    assert asked == [True, False]


# --- the filter -----------------------------------------------------------------------------------


def test_a_typed_period_is_asked_and_remembered(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_P)
    assert screen.bar.line.hasFocus()
    screen.bar.line.selectAll()
    qtbot.keyClicks(screen.bar.line, "02/2022")
    qtbot.keyClick(screen.bar.line, Qt.Key.Key_Return)
    assert screen.bar.asked.period.first.isoformat() == "2022-02-01"
    assert managing.indicators.asked[-4].period == screen.bar.asked.period
    assert screen.bar.days.full_text() == "fev/2022, comparado com jan/2022"
    again = IndicatorScreen(managing.ctx)
    qtbot.addWidget(again)
    assert again.bar.filters == screen.bar.filters


def test_a_period_that_means_nothing_is_said_and_nothing_is_asked(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    asked = len(managing.indicators.asked)
    screen.bar.line.setFocus()
    screen.bar.line.selectAll()
    qtbot.keyClicks(screen.bar.line, "abobrinha")
    qtbot.keyClick(screen.bar.line, Qt.Key.Key_Return)
    assert "02/2026" in screen.bar.days.full_text()
    assert screen.bar.period.property("invalid") == "true"
    assert len(managing.indicators.asked) == asked


def test_whom_figures_are_about_is_added_and_taken_away_by_keys(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_F)
    assert screen.bar.popover.isVisible()
    qtbot.keyClicks(screen.bar.popover.line, "equipe nor")
    qtbot.keyClick(screen.bar.popover.line, Qt.Key.Key_Return)
    assert screen.bar.filters.only == {Cut.TEAM: frozenset({NORTH})}
    assert screen.bar.chip_texts() == ["Equipe: Norte  ✕"]
    assert managing.indicators.asked[-1].narrowing.only == screen.bar.filters.only
    chip = screen.bar._chips[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert not screen.bar.filters.only
    assert screen.bar.chip_texts() == []


def test_a_filter_that_does_not_count_on_a_page_says_so(screen: IndicatorScreen) -> None:
    screen.bar.set_filters(Filters("este mês").with_key(Cut.CHANNEL, Channel.PHONE, is_in=True))
    says = []
    for number in range(len(PAGES)):
        screen.show_page(number)
        says.append("(não vale aqui)" in screen.bar.chip_texts()[0])
    assert says == [False, False, False, True, True, True, True]


def test_pages_offer_the_cuts_that_they_can_be_divided_by(screen: IndicatorScreen) -> None:
    def offered() -> list[object]:
        return [screen.bar.cut.itemData(row) for row in range(screen.bar.cut.count())]

    assert Cut.CHANNEL in offered()
    screen.show_page(3)
    assert Cut.CHANNEL not in offered()
    assert Cut.REGION in offered()
    screen.show_page(4)
    assert offered() == [None]


# --- reading --------------------------------------------------------------------------------------


def test_definitions_are_one_key_away_and_escape_gives_the_keyboard_back(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    card = screen.page.cards[Defined.REACTIVATED]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_I)
    texts = screen.definitions.texts()
    assert texts[1] == definition(Defined.REACTIVATED, managing.ctx.language)
    assert len(texts) == 2 * len(screen.page.figures)
    assert screen.step_back()
    assert card.hasFocus()
    assert not screen.definitions.isVisible()


def test_every_page_has_a_definition_for_each_figure(screen: IndicatorScreen) -> None:
    for number in range(len(PAGES)):
        screen.show_page(number)
        screen.explain()
        assert all(screen.definitions.texts())
        assert "" not in screen.definitions.texts()
        screen.step_back()


def test_export_asks_for_the_page_with_its_question(screen: IndicatorScreen, qtbot: QtBot) -> None:
    screen.show_page(1)
    with qtbot.waitSignal(screen.export_requested) as asked:
        qtbot.keyClick(screen, Qt.Key.Key_E)
    assert asked.args == [ReportName.REACTIVATION, screen.bar.asked.question]


def test_nobody_behind_a_figure_is_said(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    managing.indicators.found = lambda _question, _opened: []
    with qtbot.waitSignal(screen.message_raised) as said:
        qtbot.keyClick(screen.page.cards[Defined.CONTACTS], Qt.Key.Key_Return)
    assert said.args == ["Não há nenhum cliente por trás deste número."]


def test_an_error_is_a_sentence_and_keeps_what_was_shown(
    screen: IndicatorScreen, managing: UiWorld, qtbot: QtBot
) -> None:
    shown = screen.page.cards[Defined.CONTACTS].value_text()
    managing.indicators.trouble = ForbiddenError("wall_not_allowed")
    with qtbot.waitSignal(screen.message_raised):
        screen.bar.set_filters(Filters("este ano"))
    assert screen.page.cards[Defined.CONTACTS].value_text() == shown
    assert screen.state_sentence() == ""


def test_a_first_error_stands_in_the_pages_place(managing: UiWorld, qtbot: QtBot) -> None:
    managing.indicators.trouble = ForbiddenError("wall_not_allowed")
    screen = IndicatorScreen(managing.ctx)
    qtbot.addWidget(screen)
    screen.open()
    assert screen.state_sentence()
    managing.indicators.trouble = None
    screen._state.action_requested.emit()
    assert screen.state_sentence() == ""
    screen.stop()


def test_a_fault_of_the_program_is_said_and_told_once(slow: IndicatorScreen) -> None:
    runner = slow._ctx.runner
    slow.show_page(0)
    with pytest.raises(KeyError):
        runner.failures[0](KeyError("x"))
    assert slow.state_sentence() == "Não foi possível calcular. Tente de novo ou reinicie o Giro."
    for fail in runner.failures[1:]:
        fail(KeyError("x"))  # of the same question: nobody waits any more


def test_an_empty_company_has_pages_without_figures(managing: UiWorld, qtbot: QtBot) -> None:
    managing.indicators.is_empty = True
    managing.reactivation.answer = None
    managing.campaigns.kept = []
    screen = IndicatorScreen(managing.ctx)
    qtbot.addWidget(screen)
    screen.resize(1366, 740)
    screen.show()
    screen.open()
    for number in range(len(PAGES)):
        screen.show_page(number)
        assert screen.state_sentence() == ""
        screen.grab()
    assert screen._made[0].cards[Defined.REACH_RATE].value_text() == "–"
    screen.stop()


def test_the_models_are_sound_and_nothing_is_sorted_by_a_click(screen: IndicatorScreen) -> None:
    for number in range(len(PAGES)):
        screen.show_page(number)
        table = screen.page.table  # type: ignore[attr-defined]
        QAbstractItemModelTester(table.records, FATAL, screen)
        assert not table.isSortingEnabled()
        assert not table.horizontalHeader().sectionsClickable()


def test_the_journey_by_keyboard_alone(screen: IndicatorScreen, qtbot: QtBot) -> None:
    def at() -> object:
        return QApplication.focusWidget()

    assert at() is screen.page.cards[Defined.CONTACTS]
    qtbot.keyClick(at(), Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert isinstance(screen.page, PortfolioPage)
    assert at() is screen.page.cards[Defined.CUSTOMERS]
    seen = set[object]()
    for _ in range(40):
        seen.add(at())
        qtbot.keyClick(at(), Qt.Key.Key_Tab)
    page = screen.page
    assert {*page.cards.values(), page.statuses, page.parts, page.table} <= seen
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    found = listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    assert ANNA in found


def test_another_language_says_everything_anew(
    screen: IndicatorScreen, managing: UiWorld, qapp: QApplication
) -> None:
    from cockpit.domain.formats import Language  # noqa: PLC0415
    from cockpit.runtime.translation import install_language  # noqa: PLC0415

    managing.ctx.preferences.language = Language.ENGLISH
    install_language(qapp, Language.ENGLISH)
    qapp.processEvents()
    assert screen.page.cards[Defined.CONTACTS].change_text() == "↑ 20% more (100)"
    assert screen.page.table.texts(3)[0] == "No team"  # type: ignore[attr-defined]
    assert screen.bar.line.text() == "Last 30 days"
    asked = len(managing.indicators.asked)
    screen.bar.line.editingFinished.emit()
    assert len(managing.indicators.asked) == asked, "another word for the same days asks nothing"
    install_language(qapp, Language.PORTUGUESE)


# --- slow answers ---------------------------------------------------------------------------------


class HeldRunner(TaskRunner):
    """Keeps what it is given until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[tuple[Callable[[], object], Callable[[object], None]]] = []
        self.failures: list[Callable[[Exception], None]] = []
        self.is_holding = True

    def submit(self, work, *, lane, owner, key, on_result, on_error=None):  # type: ignore[no-untyped-def]
        if self.is_holding:
            self.held.append((work, on_result))
            self.failures.append(on_error)
        else:
            on_result(work())


@pytest.fixture
def slow(managing: UiWorld, qtbot: QtBot) -> IndicatorScreen:
    runner = HeldRunner()
    managing.ctx = replace(managing.ctx, runner=runner)
    made = IndicatorScreen(managing.ctx)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    made.show()
    runner.is_holding = False
    runner.held.clear()
    made._show_page()
    runner.is_holding = True
    yield made  # type: ignore[misc]
    made.stop()
    runner.shutdown()


def test_only_what_takes_long_is_said_and_escape_stops_it(
    slow: IndicatorScreen, qtbot: QtBot
) -> None:
    runner = slow._ctx.runner
    slow.show_page(4)
    assert slow.busy.isHidden()
    qtbot.waitUntil(slow.busy.isVisible)
    assert slow.state_sentence() == "Calculando…"
    ((work, on_result),) = runner.held
    is_cancelled = work.args[-1][0]
    assert slow.step_back()
    assert not slow.is_reading
    assert slow.busy.isHidden()
    assert is_cancelled()
    assert "interrompido" in slow.state_sentence()
    on_result(work())  # its late answer changes nothing
    assert slow.page.asked is None
    assert not slow.step_back()


@pytest.mark.parametrize("title", ["Contatos", "Objeções"])
def test_a_page_that_takes_long_says_so_and_stopped_it_keeps_the_figures_from_before(
    slow: IndicatorScreen, qtbot: QtBot, title: str
) -> None:
    runner = slow._ctx.runner
    number = next(place for place, chip in enumerate(slow._chips) if chip.text() == title)
    slow.show_page(number)
    assert slow.busy.isHidden()
    qtbot.waitUntil(slow.busy.isVisible)
    assert slow.state_sentence() == "Calculando…"
    for work, on_result in runner.held:
        on_result(work())
    assert slow.busy.isHidden()
    assert slow.state_sentence() == ""
    shown = slow.page.asked
    assert shown is not None

    runner.held.clear()
    slow.bar.set_filters(replace(slow.bar.filters, period="01/2022"))
    qtbot.waitUntil(slow.busy.isVisible)
    assert slow.state_sentence() == ""  # the figures from before stay in sight meanwhile
    with qtbot.waitSignal(slow.message_raised) as said:
        assert slow.step_back()
    assert said.args == ["Interrompido: os números são os de antes."]
    assert slow.busy.isHidden()
    for work, on_result in runner.held:
        assert work.args[-1][0]()  # it may look, and stop
        on_result(work())
    assert slow.page.asked == shown


def test_progress_is_told_while_it_lasts(slow: IndicatorScreen, qtbot: QtBot) -> None:
    runner = slow._ctx.runner
    slow.show_page(4)
    ((work, on_result),) = runner.held
    tell = work.args[-1][1]
    tell(6, 24)
    qtbot.waitUntil(lambda: "6 de 24" in slow.busy.sentence())
    on_result(work())
    assert slow.busy.isHidden()
    assert slow.state_sentence() == ""


def test_an_older_answer_never_shows_over_a_newer_question(slow: IndicatorScreen) -> None:
    runner = slow._ctx.runner
    slow.show_page(3)
    first = runner.held[:]
    runner.held.clear()
    slow.bar.set_filters(Filters("2021"))
    for work, on_result in runner.held:
        on_result(work())
    for work, on_result in first:
        on_result(work())
    assert slow.page.asked is not None
    assert slow.page.asked.filters.period == "2021"


def test_tab_goes_through_every_page_as_the_eye_does(screen: IndicatorScreen) -> None:
    screen.bar.set_filters(Filters("este mês").with_key(Cut.TEAM, NORTH, is_in=True))
    assert len(screen.bar.chip_texts()) == 1
    for number in range(len(PAGES)):
        screen.show_page(number)
        assert len(tab_chain(screen)) > 10
        assert steps_against_reading(screen) == []


def test_who_came_back_is_apart_from_who_only_ordered(
    managing: UiWorld, screen: IndicatorScreen, qtbot: QtBot
) -> None:
    whole = make_report(None)
    first, second = whole.clients
    earlier = replace(second, returned_on=date(2022, 2, 25), is_of_period=False)
    totals = replace(whole.totals, clients=1, returns=1, days=(4,))
    (north,) = whole.cuts
    north = replace(north, totals=totals, returned_ids=(first.customer_id,))
    managing.reactivation.answer = replace(
        whole,
        clients=(first, earlier),
        totals=totals,
        cuts=(north,),
        returned_ids=(first.customer_id,),
    )
    screen.show_page(1)
    page = screen.page
    assert isinstance(page, ReactivationPage)
    assert page.table.texts(0)[0] == "Total: 1 cliente"
    assert "voltaram antes do período" in page.note()
    returned, all_ = [first.customer_id], [first.customer_id, second.customer_id]

    def opened(column: int, row: int) -> list[UUID]:
        page.table.setCurrentIndex(page.table.records.index(row, column))
        return listed(qtbot, screen, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))

    card = page.cards[Defined.REACTIVATED]
    assert listed(qtbot, screen, lambda: qtbot.keyClick(card, Qt.Key.Key_Return)) == returned
    card = page.cards[Defined.RECOVERED]
    assert listed(qtbot, screen, lambda: qtbot.keyClick(card, Qt.Key.Key_Return)) == all_
    assert [opened(column, 0) for column in (0, 2, 5, 8)] == [returned, all_, all_, returned]
    page.chips[1].click()
    assert [opened(column, 1) for column in (1, 2, 3, 5)] == [returned, returned, all_, all_]


def test_operators_have_no_page_of_campaigns(managing: UiWorld, qtbot: QtBot) -> None:
    managing.ctx = replace(managing.ctx, user=replace(managing.ctx.user, role=Role.OPERATOR))
    screen = IndicatorScreen(managing.ctx)
    qtbot.addWidget(screen)
    screen.show()
    screen.open()
    assert [chip.isVisible() for chip in screen._chips] == [True] * 5 + [False, True]
    screen.show_page(5)
    assert screen.number == 0
    screen.stop()


def test_escape_goes_from_the_filter_to_the_figures_and_only_then_away(
    screen: IndicatorScreen, qtbot: QtBot
) -> None:
    kept = screen.bar.filters
    qtbot.keyClick(screen, Qt.Key.Key_P)
    assert screen.bar.line.hasFocus() or screen.bar.period.hasFocus()
    qtbot.keyClicks(screen.bar.line, "um dia qualquer")
    assert screen.step_back()
    assert screen.page.first_focus().hasFocus()
    assert screen.bar.filters == kept
    assert screen.bar.line.text() == "Últimos 30 dias"
    assert not screen.step_back()


def test_nobody_bought_twice_is_said_and_no_share_of_nothing(
    managing: UiWorld, screen: IndicatorScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = GapHistogram((), 0, 0, 0.0, 0, 0, 0, (), True)
    monkeypatch.setattr(managing.past_states, "histogram", lambda *_, **__: nothing)
    screen.show_page(6)
    page = screen.page
    assert isinstance(page, CyclesPage)
    assert page.cards[Defined.CYCLE_CONCENTRATION].value_text() == "–"
    assert page.note() == "Ninguém comprou duas vezes ainda."
    assert page.table.records.rowCount() == 0
    screen.grab()
