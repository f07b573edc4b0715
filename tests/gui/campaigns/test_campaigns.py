"""Planning, publishing, following and comparing campaigns by keyboard."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.campaigns import CampaignState, GoalKind
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import BadInputError
from cockpit.ui.campaigns.screen import CampaignScreen
from cockpit.ui.widgets.question import Question
from tests.support.campaign_fakes import ANA, DRAFT, OVER, RUNNING, SCRIPT, client
from tests.support.reading_order import steps_against_reading
from tests.support.ui_data import UiWorld

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(world: UiWorld, qtbot: QtBot) -> CampaignScreen:
    made = CampaignScreen(world.ctx)
    qtbot.addWidget(made)
    for table in (made.table, made.figures.lines, made.figures.people, made.planning.preview.lines):
        QAbstractItemModelTester(table.records, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(1366, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    return made


def choose(screen: CampaignScreen, key: UUID) -> None:
    rows = [one.campaign_id for one in screen.table.records.rows]
    screen.table.setCurrentIndex(screen.table.records.index(rows.index(key), 0))


def question(screen: CampaignScreen) -> Question:
    found = [one for one in screen.window().findChildren(Question) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def figure(screen: CampaignScreen, key: str) -> tuple[int, str]:
    line = next(one for one in screen.figures.lines.records.rows if one.key == key)
    return line.clients, line.more


def test_the_running_one_is_chosen_and_told(screen: CampaignScreen) -> None:
    current = screen.table.current()
    assert current is not None
    assert current.campaign_id == RUNNING
    assert figure(screen, "contacted") == (60, "90 contatos")
    assert figure(screen, "waiting")[0] == 20
    assert figure(screen, "credited")[0] == 6
    assert figure(screen, "treated_buyers") == (40, "50,0%")
    assert figure(screen, "held_out_buyers") == (10, "25,0%")
    pace, rate, value, both = screen.figures.sentences()
    assert "15 de 40" in pace
    assert "28" in pace, "at an even pace so many would be done"
    assert "+25,0 p.p." in rate
    assert "Welch" in value
    assert both


def test_people_stand_in_the_order_of_names(screen: CampaignScreen) -> None:
    assert [one.name for one in screen.figures.people.records.rows] == ["Ana", "Bia"]


def test_each_figure_opens_its_clients(screen: CampaignScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.figures.lines.hasFocus()
    rows = [one.key for one in screen.figures.lines.records.rows]
    lines = screen.figures.lines
    lines.setCurrentIndex(lines.records.index(rows.index("held_out_buyers"), 0))
    with qtbot.waitSignal(screen.customers_requested) as asked:
        qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert asked.args == [[client(number) for number in range(80, 90)]]


def test_a_draft_is_gone_on_with_by_enter(
    screen: CampaignScreen, world: UiWorld, qtbot: QtBot
) -> None:
    choose(screen, DRAFT)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.is_editing
    assert screen.planning.editor.name.text() == "Páscoa"
    assert len(screen.planning.editor.customer_ids) == 12
    screen.planning.editor.hold_out.setValue(50)
    screen.planning.editor.changed.emit()
    told = {one.key: one.clients for one in screen.planning.preview.lines.records.rows}
    assert told == {"treated": 6, "hold_out": 5, "blocked": 1}
    assert screen.planning.preview.few.text().startswith("Com menos de 30 clientes")
    qtbot.keyClick(screen.planning.editor.name, Qt.Key.Key_S, CTRL)
    kept = next(one for one in world.campaigns.kept if one.campaign_id == DRAFT)
    assert kept.plan.hold_out_bp == 5_000
    assert screen.step_back()
    assert not screen.is_editing
    assert not screen.step_back()


def test_a_campaign_is_planned_and_published_without_a_mouse(
    screen: CampaignScreen, world: UiWorld, qtbot: QtBot
) -> None:
    screen.begin([client(number) for number in range(30)], "group=inactive")
    editor = screen.planning.editor
    assert editor.name.hasFocus()
    qtbot.keyClicks(editor.name, "Retomada de abril")
    editor.goal_kind.setCurrentIndex(1 + list(GoalKind).index(GoalKind.MONEY))
    qtbot.keyClicks(editor.goal_target, "1.500,50")
    editor.script.setCurrentIndex(1)
    editor.callers.set_values(["team:Norte"])
    editor.changed.emit()
    plan = editor.plan()
    assert plan.goal is not None
    assert (plan.goal.kind, plan.goal.target) == (GoalKind.MONEY, 150_050)
    assert (plan.script_id, plan.operator_ids) == (SCRIPT, frozenset({ANA}))
    assert plan.source == {"filter": "group=inactive"}
    qtbot.keyClick(editor.name, Qt.Key.Key_Return, CTRL)
    asked = question(screen)
    assert "27" in asked.text(), "three of them may not be called"
    qtbot.mouseClick(asked.yes_button, Qt.MouseButton.LeftButton)
    row = next(one for one in world.campaigns.kept if one.plan.name == "Retomada de abril")
    assert row.state is CampaignState.RUNNING
    assert not screen.is_editing
    assert screen.table.current() == row, "what was published is what one looks at"


def test_a_plan_that_makes_no_sense_says_why_and_is_not_published(
    screen: CampaignScreen, world: UiWorld, qtbot: QtBot
) -> None:
    screen.begin([client(1)], "")
    screen.planning.editor.changed.emit()
    assert screen.planning.preview.trouble.text() == "Dê um nome à campanha."
    qtbot.keyClicks(screen.planning.editor.name, "X")
    screen.planning.editor.ends.setText("01/01/2020")
    screen.planning.editor.changed.emit()
    assert screen.planning.preview.trouble.text()
    before = list(world.campaigns.kept)
    qtbot.keyClick(screen.planning.editor.name, Qt.Key.Key_S, CTRL)
    assert world.campaigns.kept == before


def test_a_plan_that_makes_no_sense_is_not_shown_with_the_draw_of_another(
    screen: CampaignScreen, qtbot: QtBot
) -> None:
    choose(screen, DRAFT)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.planning.preview.lines.records.rows
    screen.step_back()
    screen.begin([client(1)], "")
    assert screen.planning.preview.trouble.text() == "Dê um nome à campanha."
    assert not screen.planning.preview.lines.records.rows


def test_a_list_or_a_file_adds_whom_it_names(
    screen: CampaignScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.begin([client(1)], "")
    screen.planning.editor.list_text.setPlainText("2\n3\nninguém")
    qtbot.mouseClick(screen.planning.editor.add_button, Qt.MouseButton.LeftButton)
    assert screen.planning.editor.customer_ids == (client(1), client(2), client(3))
    assert "ninguém" in screen.planning.editor._found.text()
    listed = tmp_path / "lista.csv"
    listed.write_bytes("3\n4\nJosé".encode("cp1252"))
    screen.planning.take_file(str(listed))
    assert screen.planning.editor.customer_ids[-1] == client(4)
    assert "José" in screen.planning.editor._found.text()


def test_it_is_ended_early_only_when_meant(
    screen: CampaignScreen, world: UiWorld, qtbot: QtBot
) -> None:
    for button, state in (
        ("no_button", CampaignState.RUNNING),
        ("yes_button", CampaignState.ENDED),
    ):
        qtbot.keyClick(screen.table, Qt.Key.Key_E)
        qtbot.mouseClick(getattr(question(screen), button), Qt.MouseButton.LeftButton)
        row = next(one for one in world.campaigns.kept if one.campaign_id == RUNNING)
        assert row.state is state
        QApplication.sendPostedEvents()


def test_what_is_over_is_put_away_and_brought_back(
    screen: CampaignScreen, world: UiWorld, qtbot: QtBot
) -> None:
    choose(screen, OVER)
    qtbot.keyClick(screen.table, Qt.Key.Key_A)
    assert OVER not in [one.campaign_id for one in screen.table.records.rows]
    screen.archived_box.setChecked(True)
    choose(screen, OVER)
    qtbot.keyClick(screen.table, Qt.Key.Key_A)
    assert not any(one.is_archived for one in world.campaigns.kept)


def test_a_draft_is_deleted_and_a_published_one_is_not(
    screen: CampaignScreen, world: UiWorld, qtbot: QtBot
) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert len(world.campaigns.kept) == 3
    choose(screen, DRAFT)
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert DRAFT not in [one.campaign_id for one in world.campaigns.kept]


def test_operators_look_and_change_nothing(world: UiWorld, qtbot: QtBot) -> None:
    world.campaigns.may_edit = False
    screen = CampaignScreen(world.ctx)
    qtbot.addWidget(screen)
    screen.show()
    screen.open()
    assert "treated" not in [one.key for one in screen.figures.lines.records.rows]
    buttons = (screen.new_button, screen.end_button, screen.archive_button, screen.delete_button)
    assert not any(one.isVisible() for one in buttons)
    for key in (Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_A, Qt.Key.Key_Delete):
        qtbot.keyClick(screen.table, key)
    assert not screen.is_editing
    assert len(world.campaigns.kept) == 3


def test_what_goes_wrong_is_said(screen: CampaignScreen, world: UiWorld, qtbot: QtBot) -> None:
    world.campaigns.error = BadInputError("campaign_has_nobody")
    with qtbot.waitSignal(screen.message_raised) as said:
        screen.reload()
    assert said.args[0].startswith("Ninguém ficaria")


def test_it_is_read_again_when_contacts_come(
    screen: CampaignScreen, world: UiWorld, qtbot: QtBot
) -> None:
    world.campaigns.kept = [
        replace(one, plan=replace(one.plan, name=one.plan.name + " 2"))
        for one in world.campaigns.kept
    ]
    world.ctx.feed.changed.emit(ChangeNotice(frozenset({Topic.CONTACTS}), None))
    assert screen.table.records.rows[0].plan.name.endswith(" 2")


def test_every_control_has_a_name(screen: CampaignScreen) -> None:
    editor = screen.planning.editor
    fields = (
        editor.name, editor.starts, editor.ends, editor.purpose, editor.goal_kind,
        editor.goal_target, editor.script, editor.hold_out, editor.callers, editor.list_text,
        screen.table, screen.figures.lines, screen.figures.people, screen.planning.preview.lines,
    )  # fmt: skip
    assert all(one.accessibleName() for one in fields)


def test_the_difference_is_drawn_with_its_interval(screen: CampaignScreen, qtbot: QtBot) -> None:
    plot = screen.figures.plot
    assert plot.isVisible()
    (spot,) = plot.spots
    assert spot.box.left < 0.25 < spot.box.right
    assert "+25,0 p.p." in spot.reading
    plot.setFocus()
    plot.move_cursor(0)
    with qtbot.waitSignal(screen.customers_requested) as asked:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert len(asked.args[0]) == figure(screen, "treated_buyers")[0]


def test_tab_goes_through_a_plan_as_the_eye_does(screen: CampaignScreen, qtbot: QtBot) -> None:
    assert steps_against_reading(screen) == []
    qtbot.keyClick(screen.table, Qt.Key.Key_N)
    assert screen.planning.editor.name.hasFocus()
    assert steps_against_reading(screen.planning.editor) == []


def test_nobody_chosen_is_said_in_words(screen: CampaignScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_N)
    editor = screen.planning.editor
    said = []
    for count in range(3):
        editor.set_customers([client(number) for number in range(count)])
        said.append(editor._whom.text())
    assert said == ["Nenhum cliente escolhido", "1 cliente escolhido", "2 clientes escolhidos"]
