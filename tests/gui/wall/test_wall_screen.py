"""The team's wall: who does what, live; calls taken over; portfolios planned, moved, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.rebalance import Measure, Part
from cockpit.domain.vocabulary import Role
from cockpit.domain.wall import Sign, wall_of
from cockpit.ui.actions import ActionId
from cockpit.ui.main_window import MainWindow
from cockpit.ui.wall.move_dialog import MoveDialog
from cockpit.ui.wall.screen import WallScreen
from tests.support.ui_data import UiWorld
from tests.support.wall_fakes import ANA, BIA, CAIO, CLIENT, DORA, make_moment

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def supervising(world: UiWorld, role: Role = Role.SUPERVISOR) -> None:
    """Let the user of a world answer for others."""
    world.ctx = replace(world.ctx, user=replace(world.ctx.user, role=role))


def texts(table: QWidget, row: int) -> list[str]:
    model = table.records  # type: ignore[attr-defined]
    return [model.index(row, column).data() for column in range(model.columnCount())]


@pytest.fixture
def screen(world: UiWorld, qtbot: QtBot) -> Iterator[WallScreen]:
    supervising(world)
    made = WallScreen(world.ctx, lambda: None)
    qtbot.addWidget(made)
    for table in (made.now.people, made.now.teams, made.now.reasons, made.portfolios.table):
        QAbstractItemModelTester(table.records, FATAL, made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    yield made
    made.stop()


def test_everybody_has_a_line_by_team_and_name(screen: WallScreen) -> None:
    assert texts(screen.now.people, 0) == ["Norte", "Ana", "Em ligação", "Padaria Sol", "08:50"]
    assert texts(screen.now.people, 1) == ["Norte", "Bia", "Em pausa", "", ""]
    assert texts(screen.now.people, 2)[2:] == ["Livre", "", ""]
    assert texts(screen.now.people, 3)[2:] == ["Ausente", "", ""]
    assert screen.totals_text() == "1 em ligação   ·   1 livres   ·   1 em pausa"


def test_a_teams_queue_and_the_reasons_of_the_chosen_one(screen: WallScreen) -> None:
    assert texts(screen.now.teams, 0) == ["Norte", "1", "", "1", "14", "31", "3", "2"]
    assert texts(screen.now.teams, 2)[0] == "Sem carteira"

    screen.now.teams.setCurrentIndex(screen.now.teams.records.index(1, 0))

    assert [texts(screen.now.reasons, row)[:2] for row in range(2)] == [
        ["Na fila", "2"],
        ["Sem telefone", "1"],
    ]


def test_a_change_that_others_make_is_shown_and_the_chosen_person_stays(
    screen: WallScreen, world: UiWorld, qtbot: QtBot
) -> None:
    screen.now.people.setCurrentIndex(screen.now.people.records.index(2, 0))
    moment = make_moment()
    signs = {**moment.signs, CAIO: Sign(CAIO, True, False, CLIENT, None), ANA: Sign(ANA)}
    world.wall.wall = wall_of(replace(moment, signs=signs), {})

    world.feed.changed.emit(ChangeNotice(frozenset({Topic.QUEUE})))

    qtbot.waitUntil(lambda: texts(screen.now.people, 2)[2] == "Em ligação")
    assert texts(screen.now.people, 0)[2] == "Ausente"
    chosen = screen.now.people.current()
    assert chosen is not None
    assert chosen.colleague.user_id == CAIO


def test_out_of_sight_nothing_is_read(screen: WallScreen, world: UiWorld) -> None:
    screen.hide()
    before = world.wall.reads
    world.feed.changed.emit(ChangeNotice(frozenset({Topic.QUEUE})))
    screen.reload_soon()
    assert world.wall.reads == before


def test_t_takes_a_call_over_for_a_reason(screen: WallScreen, world: UiWorld, qtbot: QtBot) -> None:
    screen.now.people.setCurrentIndex(screen.now.people.records.index(0, 0))
    QTest.keyClick(screen.now.people, Qt.Key.Key_T)
    assert screen.taking.popover.isVisible()

    with qtbot.waitSignal(screen.customer_requested) as asked:
        QTest.keyClick(screen.taking.popover.line, Qt.Key.Key_1)

    assert asked.args == [CLIENT]
    assert world.queue.log == [("take_over", CLIENT, "O operador pediu ajuda")]


def test_nobody_is_taken_over_who_calls_nobody(screen: WallScreen) -> None:
    screen.now.people.setCurrentIndex(screen.now.people.records.index(2, 0))
    QTest.keyClick(screen.now.people, Qt.Key.Key_T)
    assert not screen.taking.popover.isVisible()
    assert not screen.now.take_button.isEnabled()


def test_enter_lists_the_customer(screen: WallScreen, qtbot: QtBot) -> None:
    screen.now.people.setCurrentIndex(screen.now.people.records.index(0, 0))
    with qtbot.waitSignal(screen.customers_requested) as asked:
        QTest.keyClick(screen.now.people, Qt.Key.Key_Return)
    assert asked.args == [[CLIENT]]


def test_enter_on_a_reason_lists_the_teams_customers_under_it(
    screen: WallScreen, qtbot: QtBot
) -> None:
    screen.now.teams.setCurrentIndex(screen.now.teams.records.index(1, 0))
    screen.now.reasons.setCurrentIndex(screen.now.reasons.records.index(1, 0))
    with qtbot.waitSignal(screen.filter_requested) as asked:
        QTest.keyClick(screen.now.reasons, Qt.Key.Key_Return)
    owner, bar = asked.args[0].conditions
    assert (owner.field, owner.values) == ("owner", ("Caio",))
    assert (bar.field, bar.values) == ("bar", ("no_phone",))


# --- portfolios --------------------------------------------------------------------------------


@pytest.fixture
def portfolios(screen: WallScreen) -> WallScreen:
    screen.show_page(1)
    return screen


def row_of(screen: WallScreen, key: object) -> int:
    rows = screen.portfolios.table.records.rows
    return next(number for number, one in enumerate(rows) if one.key == key)


def choose(screen: WallScreen, key: object) -> None:
    table = screen.portfolios.table
    table.setCurrentIndex(table.records.index(row_of(screen, key), 0))


def customers(screen: WallScreen, key: object) -> str:
    return texts(screen.portfolios.table, row_of(screen, key))[3]


def test_l_plans_even_portfolios_and_moves_nobody(portfolios: WallScreen, world: UiWorld) -> None:
    QTest.keyClick(portfolios.portfolios.table, Qt.Key.Key_L)

    assert customers(portfolios, ANA) == "10 → 6"
    assert customers(portfolios, BIA) == "2 → 6"
    assert customers(portfolios, DORA) == "0"
    assert portfolios.portfolios.summary_text().startswith("4 clientes mudariam de carteira")
    assert not world.wall.moved


def test_ctrl_enter_moves_as_planned_and_ctrl_z_takes_it_back(
    portfolios: WallScreen, world: UiWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = portfolios.portfolios.table
    said: list[str] = []
    portfolios.message_raised.connect(said.append)
    monkeypatch.setattr(world.work_list, "take_back", partial(take_back, world), raising=False)
    QTest.keyClick(table, Qt.Key.Key_L)

    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [(one.source, one.target, len(one.customer_ids)) for one in world.wall.moved] == [
        (ANA, BIA, 4)
    ]
    assert customers(portfolios, BIA) == "6"
    assert said == ["4 mudaram de carteira. Ctrl+Z desfaz."]

    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert customers(portfolios, BIA) == "2"
    assert said[-1] == "4 voltaram ao que eram."


def take_back(world: UiWorld, change: object) -> int:
    world.wall.put_back(change)  # type: ignore[arg-type]
    return len(change)  # type: ignore[arg-type]


def test_ctrl_z_takes_a_gesture_back_before_anything_moved(portfolios: WallScreen) -> None:
    table = portfolios.portfolios.table
    QTest.keyClick(table, Qt.Key.Key_L)
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert customers(portfolios, ANA) == "10"


def test_space_lets_a_portfolio_give_all_but_promises(portfolios: WallScreen) -> None:
    table = portfolios.portfolios.table
    choose(portfolios, ANA)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert portfolios.portfolios.planning.part(ANA) is Part.GIVES

    QTest.keyClick(table, Qt.Key.Key_L)

    assert customers(portfolios, ANA) == "10 → 1"
    assert customers(portfolios, BIA) == "2 → 11"


def test_m_moves_so_many_to_another(portfolios: WallScreen, qtbot: QtBot) -> None:
    choose(portfolios, ANA)
    QTest.keyClick(portfolios.portfolios.table, Qt.Key.Key_M)
    dialog = portfolios.findChild(MoveDialog)
    assert dialog.count.maximum() == 9

    dialog.target.setCurrentText("Dora")
    dialog.count.setValue(3)
    QTest.keyClick(dialog.count, Qt.Key.Key_Return)

    assert customers(portfolios, DORA) == "0 → 3"


def test_dragging_a_portfolio_onto_another_asks_how_many(portfolios: WallScreen) -> None:
    table = portfolios.portfolios.table
    choose(portfolios, ANA)
    place = table.visualRect(table.records.index(row_of(portfolios, CAIO), 1)).center()
    data = QMimeData()
    data.setData("application/x-giro-portfolio", b"x")
    drop = QDropEvent(
        QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip

    table.dropEvent(drop)

    dialog = portfolios.findChild(MoveDialog)
    assert dialog.target.currentText() == "Caio"
    dialog.reject()


def test_what_is_to_be_even_is_chosen(portfolios: WallScreen, qtbot: QtBot) -> None:
    chip = portfolios.portfolios._measures[Measure.AT_RISK]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    portfolios.portfolios.level()
    ana, bia = (portfolios.portfolios.planning.draft.after[one] for one in (ANA, BIA))
    assert (ana.at_risk_cents, bia.at_risk_cents) == (700_000, 700_000)


def test_a_plan_outlives_changes_that_others_make(portfolios: WallScreen) -> None:
    portfolios.portfolios.level()
    portfolios.portfolios.reload_idle()
    assert customers(portfolios, ANA) == "10 → 6"


def test_the_words_follow_the_language(portfolios: WallScreen, world: UiWorld) -> None:
    world.ctx.preferences.language = "en"
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from cockpit.runtime.translation import install_language  # noqa: PLC0415

    install_language(QApplication.instance(), world.ctx.language)  # type: ignore[arg-type]
    assert texts(portfolios.now.people, 0)[2] == "On a call"


# --- in the window -----------------------------------------------------------------------------


def test_the_key_opens_the_wall_for_those_who_answer_for_others(
    world: UiWorld, qtbot: QtBot
) -> None:
    supervising(world)
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    window.show()
    window.start()

    window.action(ActionId.WALL).trigger()

    wall = window.screens.wall
    assert wall is not None
    assert window.screens.pages.currentWidget() is wall
    window.action(ActionId.BACK_TO_LIST).trigger()
    assert window.screens.is_desk_shown
    window.close()


def test_operators_have_no_such_key(world: UiWorld, qtbot: QtBot) -> None:
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    assert all(spec.action is not ActionId.WALL for spec in window.shortcuts)
    window.close()
