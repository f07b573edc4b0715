from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cockpit.domain import formats
from cockpit.domain.cycle_policy import EVERYBODY, CyclePolicy, PolicyKind, PolicyScope
from cockpit.domain.cycle_reports import StatusMove
from cockpit.domain.errors import ConflictError, DatabaseBusyError
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.context import UiContext
from cockpit.ui.cycle.change import alert_change
from cockpit.ui.rules.confirm_dialog import ConfirmDialog
from cockpit.ui.rules.cycle.move_dialog import MoveDialog
from cockpit.ui.rules.cycle.policy import PolicySection
from tests.support.cycle_fakes import COMPANY, SEGMENT, make_simulation
from tests.support.panel_data import HeldTaskRunner
from tests.support.ui_data import UiWorld

FIRST = CyclePolicy(false_alarm_budget=0.15)
FIXED = CyclePolicy(kind=PolicyKind.FIXED_DAYS)
Show = Callable[[UiContext], PolicySection]


@pytest.fixture
def show(world: UiWorld, qtbot: QtBot) -> Show:
    """Show the section over a rule for everybody and a fixed one for a company."""
    kept: list[PolicySection] = []
    world.policies.publish(EVERYBODY, FIRST, "Começo")
    world.policies.publish(PolicyScope(company_id=COMPANY), FIXED, "Contrato")

    def shown(ctx: UiContext) -> PolicySection:
        section = PolicySection(ctx, lambda customer_id: f"Cliente {customer_id.int}")
        qtbot.addWidget(section)
        kept.append(section)
        section.resize(1366, 640)
        section.show()
        section.open()
        return section

    return shown


@pytest.fixture
def section(show: Show, ctx: UiContext) -> PolicySection:
    return show(ctx)


def budget(section: PolicySection, qtbot: QtBot, percent: int) -> None:
    """Choose a budget and wait for what it would change."""
    section.form.budget.number.setValue(percent)
    qtbot.waitUntil(lambda: section.simulation.comparison is not None)


def texts(model: object, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]  # type: ignore[attr-defined]


def rules(section: PolicySection) -> list[str]:
    """Return what decides for each scope, as its tip says."""
    model = section.scopes.records
    tips = [
        model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())
    ]
    return [tip.split(": ", 1)[1] for tip in tips]


def title_before(section: PolicySection) -> object:
    return section.simulation.totals.records.headerData(1, Qt.Orientation.Horizontal)


def confirm(section: PolicySection, note: str = "") -> ConfirmDialog:
    dialog = section.findChild(ConfirmDialog)
    assert dialog is not None
    dialog.note.setText(note)
    return dialog


# --- what is in force ----------------------------------------------------------------------------


def test_each_scope_shows_the_rule_that_decides(section: PolicySection):
    model = section.scopes.records
    assert texts(model, 0) == ["Todos os clientes", "Matriz", "Revenda"]
    tips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert tips == [
        "Todos os clientes: Ciclo próprio, 15% de alarmes falsos",
        "Empresa Matriz: Fixa: 60 e 120 dias",
        "Segmento Revenda: Ciclo próprio, 15% de alarmes falsos",
    ]
    assert [line.is_own for line in model.rows] == [True, True, False]
    assert section.scopes.columnWidth(0) <= section.scopes.viewport().width()


def test_the_history_says_who_when_and_why(section: PolicySection):
    model = section.history.table.records
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == [
        "12/01/2022 09:00", "Empresa Matriz", "Fixa: 60 e 120 dias", "Sílvia Prado", "Contrato",
        "em vigor",
    ]  # fmt: skip


def test_a_scope_without_a_rule_follows_the_wider_one_in_the_form(section: PolicySection):
    section.scopes.setCurrentIndex(section.scopes.records.index(2, 0))
    assert section.form.kinds[PolicyKind.INHERITED].isChecked()
    assert section.form.kinds[PolicyKind.INHERITED].isVisible()
    assert not section.form.budget.isEnabled()
    section.form.kinds[PolicyKind.OWN_CYCLE].click()
    assert section.form.budget.isEnabled()
    assert section.form.budget.number.value() == 15


def test_everybodys_rule_cannot_follow_a_wider_one(section: PolicySection):
    assert not section.form.kinds[PolicyKind.INHERITED].isVisible()


def test_the_form_gives_back_the_very_rule_it_was_given(section: PolicySection):
    odd = CyclePolicy(
        version=7,
        kind=PolicyKind.FIXED_DAYS,
        false_alarm_budget=0.1234,
        inactive_return_share=0.257,
        inactive_horizon_days=200,
        inactive_horizon_cycles=2.5,
        lost_days=800,
        recovered_cycles=1.5,
        fixed_at_risk_days=45,
        fixed_inactive_days=99,
    )
    section.form.show_policy(odd, can_inherit=True)
    assert section.form.policy() == odd


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("inactive_horizon_days", 240),
        ("lost_days", 900),
        ("fixed_at_risk_days", 30),
        ("fixed_inactive_days", 150),
    ],
)
def test_each_number_of_days_reaches_the_rule(section: PolicySection, name: str, value: int):
    section.form.days[name].setValue(value)
    assert section.form.policy() == replace(section._line.rule, **{name: value})


def test_slider_and_number_are_always_the_same(section: PolicySection):
    section.form.budget.slider.setValue(33)
    assert section.form.budget.number.value() == 33
    section.form.budget.number.setValue(8)
    assert section.form.budget.slider.value() == 8
    assert section.form.policy().false_alarm_budget == 0.08


# --- simulation ----------------------------------------------------------------------------------


def test_a_rule_is_simulated_once_the_hand_rests(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    world.policies.simulated.clear()
    for percent in range(16, 21):
        section.form.budget.slider.setValue(percent)
    assert world.policies.simulated == []
    assert section.simulation.comparison is None
    assert not section.publish_button.isEnabled()
    qtbot.waitUntil(lambda: bool(world.policies.simulated))
    tried = [policy.false_alarm_budget for _scope, policy in world.policies.simulated]
    assert tried == [0.20, 0.20]
    kinds = [policy.kind for _scope, policy in world.policies.simulated]
    assert kinds == [PolicyKind.OWN_CYCLE, PolicyKind.FIXED_DAYS]


def test_another_question_stops_what_is_worked_out_for_the_former(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    budget(section, qtbot, 20)
    qtbot.waitUntil(lambda: section.simulation.comparison is not None)
    former = world.policies.waits[-1]
    assert not former()
    section.form.budget.slider.setValue(22)
    assert former()
    qtbot.waitUntil(lambda: section.simulation.comparison is not None)
    assert not world.policies.waits[-1]()


def test_the_change_is_said_in_one_sentence(section: PolicySection, qtbot: QtBot):
    budget(section, qtbot, 20)
    said = section.simulation.sentence().replace("\u00a0", " ")
    assert said == (
        "Com 20% de alarmes falsos: 212 clientes entram em alerta, R$ 318.000; 30 saem, R$ 45.000."
    )


def test_a_fixed_rule_is_said_without_a_budget_and_nobody_is_a_word(
    section: PolicySection, qtbot: QtBot
):
    section.form.kinds[PolicyKind.FIXED_DAYS].click()
    qtbot.waitUntil(lambda: section.simulation.comparison is not None)
    said = section.simulation.sentence().replace("\u00a0", " ")
    assert said == "300 clientes entram em alerta, R$ 450.000; 30 saem, R$ 45.000."
    simulation = make_simulation(FIRST)
    leaving = replace(simulation, moves=simulation.moves[1:])
    said = section.simulation.change_sentence(leaving).replace("\u00a0", " ")
    assert said == "Com 15% de alarmes falsos: ninguém entra em alerta; 30 saem, R$ 45.000."
    still = replace(simulation, moves=())
    assert section.simulation.change_sentence(still) == "Ninguém entra em alerta e ninguém sai."


def test_before_after_and_the_other_rule_stand_side_by_side(section: PolicySection, qtbot: QtBot):
    budget(section, qtbot, 20)
    model = section.simulation.totals.records
    rows = [
        [model.index(row, column).data().replace("\u00a0", " ") for column in range(7)]
        for row in range(model.rowCount())
    ]
    assert rows == [
        ["Ativo", "700", "R$ 700.000", "518", "R$ 745.000", "−182", "430"],
        ["Em risco", "100", "R$ 90.000", "312", "R$ 408.000", "+212", "400"],
        ["Inativo", "230", "R$ 345.000", "200", "R$ 300.000", "−30", "200"],
        ["Perdido", "40", "R$ 0", "40", "R$ 0", "–", "40"],
    ]
    across = Qt.Orientation.Horizontal
    assert model.headerData(3, across) == "Ciclo próprio"
    assert model.headerData(6, across) == "Dias fixos"


def test_a_late_answer_about_an_older_rule_is_dropped(show: Show, held: UiContext, qtbot: QtBot):
    runner = held.runner
    assert isinstance(runner, HeldTaskRunner)
    section = show(held)
    runner.release()
    runner.release()
    section.form.budget.number.setValue(40)
    qtbot.waitUntil(lambda: not section._debounce.isActive())
    section.form.budget.number.setValue(20)
    qtbot.waitUntil(lambda: not section._debounce.isActive())
    runner.release()
    comparison = section.simulation.comparison
    assert comparison is not None
    assert comparison.proposed.policy.false_alarm_budget == 0.20


def test_the_proposed_rule_is_shown_before_the_other_one_is_known(
    show: Show, held: UiContext, qtbot: QtBot
):
    runner = held.runner
    assert isinstance(runner, HeldTaskRunner)
    section = show(held)
    for _ in range(3):
        runner.release()
    section.form.budget.number.setValue(20)
    qtbot.waitUntil(lambda: not section._debounce.isActive())
    runner.release()
    assert section.publish_button.isEnabled()
    totals = section.simulation.totals.records
    assert texts(totals, 3)[:2] == ["518", "312"]
    assert texts(totals, 6)[:2] == ["–", "–"]
    runner.release()
    assert texts(totals, 6)[:2] == ["430", "400"]


def test_the_other_rules_late_answer_does_not_count_for_a_newer_question(
    show: Show, held: UiContext, qtbot: QtBot
):
    runner = held.runner
    assert isinstance(runner, HeldTaskRunner)
    section = show(held)
    runner.release()
    runner.release()
    section.form.budget.number.setValue(20)
    runner.release()  # the other rule's, of the question before
    assert section.simulation.comparison is None
    assert not section.publish_button.isEnabled()


def test_days_that_contradict_each_other_are_told_and_not_simulated(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    world.policies.simulated.clear()
    section.form.days["fixed_at_risk_days"].setValue(130)
    qtbot.waitUntil(lambda: bool(section.trouble()))
    assert "dias" in section.trouble()
    assert world.policies.simulated == []
    assert not section.publish_button.isEnabled()
    section.form.days["fixed_at_risk_days"].setValue(50)
    assert section.trouble() == ""
    qtbot.waitUntil(lambda: bool(world.policies.simulated))


def test_who_changes_is_named_and_opened(section: PolicySection, qtbot: QtBot):
    budget(section, qtbot, 20)
    moves = section.simulation.moves
    assert texts(moves.records, 0) == ["Ativo → Em risco", "Inativo → Ativo"]
    moves.setCurrentIndex(moves.records.index(1, 0))
    qtbot.keyClick(moves, Qt.Key.Key_Return)
    dialog = section.findChild(MoveDialog)
    assert dialog is not None
    assert dialog.table.records.rowCount() == 30
    assert dialog.table.records.index(0, 0).data() == "Cliente 5001"
    dialog.table.setCurrentIndex(dialog.table.records.index(2, 0))
    with qtbot.waitSignal(section.customer_requested) as asked:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert asked.args == [UUID(int=5003)]


def test_trouble_of_a_simulation_takes_the_old_numbers_away(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    budget(section, qtbot, 20)
    world.policies.trouble = DatabaseBusyError("database_locked")
    section.form.budget.number.setValue(21)
    qtbot.waitUntil(lambda: bool(section.simulation.state_sentence()))
    assert "Outro programa" in section.simulation.state_sentence()
    assert not section.publish_button.isEnabled()
    world.policies.trouble = None
    section.simulation._state.action_requested.emit()
    assert section.simulation.state_sentence() == ""
    assert section.publish_button.isEnabled()


def test_who_stays_in_alert_neither_enters_nor_leaves():
    simulation = make_simulation(CyclePolicy(false_alarm_budget=0.20))
    worse = StatusMove(
        LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE, (UUID(int=1), UUID(int=2)), 900
    )
    change = alert_change(replace(simulation, moves=(*simulation.moves, worse)))
    assert (change.entering_count, change.leaving_count) == (212, 30)
    assert (change.entering_cents, change.leaving_cents) == (31_800_000, 4_500_000)
    assert change.alerted_count == 312 + 200


def test_what_is_in_force_stands_under_today(section: PolicySection):
    assert title_before(section) == "Hoje"


# --- publishing ----------------------------------------------------------------------------------


def test_an_unchanged_rule_is_not_published_again(section: PolicySection, qtbot: QtBot):
    assert section.simulation.comparison is not None
    assert not section.publish_button.isEnabled()
    budget(section, qtbot, 20)
    assert section.publish_button.isEnabled()
    section.undo_button.click()
    assert not section.publish_button.isEnabled()
    assert section.form.budget.number.value() == 15


def test_publishing_asks_with_the_numbers_and_keeps_the_note(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    budget(section, qtbot, 20)
    section.publish_button.click()
    dialog = confirm(section)
    assert "Todos os clientes: Ciclo próprio, 20% de alarmes falsos." in dialog.text()
    assert "212 clientes entram em alerta" in dialog.text()
    assert "512 clientes vão ficar em alerta." in dialog.text()
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Publicar a regra?" in shown
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert len(world.policies.published) == 2, "not without a reason"
    dialog.note.setText(" Fim do mês ")
    with qtbot.waitSignal(section.message_raised) as said:
        qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert said.args == ["A regra está em vigor."]
    newest = world.policies.published[-1]
    assert newest.note == "Fim do mês"
    assert newest.policy == replace(FIRST, version=2, false_alarm_budget=0.20)
    assert rules(section)[0] == "Ciclo próprio, 20% de alarmes falsos"
    assert section.history.table.records.rowCount() == 3


def test_escape_publishes_nothing(section: PolicySection, qtbot: QtBot, world: UiWorld):
    budget(section, qtbot, 20)
    section.publish()
    qtbot.keyClick(confirm(section), Qt.Key.Key_Escape)
    assert len(world.policies.published) == 2
    assert section.publish_button.isEnabled()


def test_a_segments_rule_becomes_its_own(section: PolicySection, qtbot: QtBot, world: UiWorld):
    section.scopes.setCurrentIndex(section.scopes.records.index(2, 0))
    section.form.kinds[PolicyKind.FIXED_DAYS].click()
    qtbot.waitUntil(lambda: section.simulation.comparison is not None)
    section.publish()
    qtbot.mouseClick(confirm(section, "Teste").publish_button, Qt.MouseButton.LeftButton)
    newest = world.policies.published[-1]
    assert newest.scope == PolicyScope(segment_id=SEGMENT)
    assert newest.policy.version == 1
    assert section.scopes.current().name.segment == "Revenda"


def test_who_was_faster_is_told_and_their_rule_is_shown(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    budget(section, qtbot, 20)
    section.publish()
    world.policies.publish(
        EVERYBODY, CyclePolicy(version=2, false_alarm_budget=0.30), "Outra pessoa"
    )
    world.policies.publish_trouble = ConflictError("database_locked")
    confirm(section, "Teste").publish_button.click()
    assert section.trouble() != ""
    assert section.form.budget.number.value() == 30
    assert len(world.policies.published) == 3


def test_another_persons_rule_does_not_take_away_what_is_being_tried(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    budget(section, qtbot, 33)
    world.policies.publish(PolicyScope(segment_id=SEGMENT), FIXED, "Outra pessoa")
    section.reload()
    assert section.form.budget.number.value() == 33
    assert rules(section)[2] == "Fixa: 60 e 120 dias"


def test_an_old_rule_returns_after_its_numbers_were_shown(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    world.policies.publish(EVERYBODY, CyclePolicy(version=1, false_alarm_budget=0.30), "Mais")
    section.reload()
    table = section.history.table
    table.setCurrentIndex(table.records.index(0, 0))
    assert not section.history.roll_back_button.isEnabled()  # in force already
    table.setCurrentIndex(table.records.index(2, 0))
    section.history.roll_back_button.click()
    dialog = confirm(section, "Como antes")
    assert "15% de alarmes falsos" in dialog.text()
    dialog.publish_button.click()
    newest = world.policies.published[-1]
    assert newest.policy == replace(FIRST, version=3)
    chosen = table.current()
    assert chosen is not None
    assert chosen.version.note == "Começo", "the choice follows the version, not the place"
    assert table.currentIndex().row() == 3


# --- who may not ---------------------------------------------------------------------------------


def test_who_may_not_publish_can_try_and_is_told_why(
    show: Show, ctx: UiContext, world: UiWorld, qtbot: QtBot
):
    world.policies.may_publish = False
    section = show(ctx)
    assert section.notice().startswith(
        "Só supervisores, gerentes e administradores publicam regras."
    )
    budget(section, qtbot, 20)
    assert "212 clientes" in section.simulation.sentence()
    assert not section.publish_button.isVisible()
    section.publish()
    assert section.findChild(ConfirmDialog) is None
    section.history.table.setCurrentIndex(section.history.table.records.index(0, 0))
    assert not section.history.roll_back_button.isEnabled()


def test_on_a_past_day_a_rule_is_tried_but_not_published(show: Show, world: UiWorld, qtbot: QtBot):
    section = show(world.ctx)
    assert "sem --as-of" in section.notice()
    assert title_before(section) == formats.day(world.ctx.clock.today())
    budget(section, qtbot, 20)
    assert not section.publish_button.isEnabled()


def test_trouble_at_reading_is_said_and_tried_again(show: Show, ctx: UiContext, world: UiWorld):
    world.policies.trouble = DatabaseBusyError("database_locked")
    section = show(ctx)
    assert "Outro programa" in section.state_sentence()
    world.policies.trouble = None
    section._state.action_requested.emit()
    assert section.state_sentence() == ""


def test_a_fault_while_publishing_is_not_swallowed(
    section: PolicySection, qtbot: QtBot, world: UiWorld
):
    budget(section, qtbot, 20)
    section.publish()
    world.policies.publish_trouble = ZeroDivisionError()
    with qtbot.captureExceptions() as raised:
        confirm(section, "Teste").publish_button.click()
    assert [one[0] for one in raised] == [ZeroDivisionError]
