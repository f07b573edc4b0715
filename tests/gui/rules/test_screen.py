"""The rules in their window: the keys, each kind's editor, trying, publishing, going back."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message
from cockpit.domain.rule_fields import fields_of
from cockpit.domain.rules import Effect, RuleDraft, RuleKind, differences
from cockpit.ui.context import UiContext
from cockpit.ui.main_window import MainWindow
from cockpit.ui.rules.choice_fields import OrderedEditor
from cockpit.ui.rules.confirm_dialog import ConfirmDialog
from cockpit.ui.rules.editor import RuleEditor
from cockpit.ui.rules.fields import MinutesEditor, NumberEditor, TextEditor
from cockpit.ui.rules.form import DocumentForm, FormContext, RowsEditor
from cockpit.ui.rules.screen import RulesScreen
from tests.support.keys import press
from tests.support.rule_fakes import AUTHOR, sample
from tests.support.ui_data import UiWorld

KINDS = [one for one in RuleKind if one is not RuleKind.CYCLE]
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(ctx: UiContext, world: UiWorld, qtbot: QtBot) -> Iterator[MainWindow]:
    world.feed.start()
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.start()
    window.activateWindow()
    qtbot.waitActive(window)
    yield window
    window.close()


def opened(qtbot: QtBot, window: MainWindow) -> RulesScreen:
    press(qtbot, window, Qt.Key.Key_U, CONTROL | SHIFT)
    assert window.rules.screen is not None
    return window.rules.screen


def editor_of(qtbot: QtBot, window: MainWindow, kind: RuleKind) -> RuleEditor:
    """Open the rules and go to a kind by its key."""
    screen = opened(qtbot, window)
    number = list(RuleKind).index(kind) + 1
    press(qtbot, window, Qt.Key(Qt.Key.Key_0 + number), ALT)
    assert screen.kind is kind
    return screen.editors[kind]


def form_of(editor: RuleEditor) -> DocumentForm:
    assert editor.form is not None
    return editor.form


def change(editor: RuleEditor) -> None:
    """Change one number of the cadence, and try it at once."""
    rest = form_of(editor).editors["rest_days"]
    assert isinstance(rest, NumberEditor)
    rest.box.setValue(rest.box.value() + 1)
    editor.simulate()


def confirm(editor: RuleEditor, note: str) -> ConfirmDialog:
    dialog = editor.findChildren(ConfirmDialog)[-1]  # former ones are about to go
    dialog.note.setText(note)
    return dialog


def test_the_key_opens_it_and_escape_returns_to_the_list(window: MainWindow, qtbot: QtBot):
    assert window.rules.screen is None
    screen = opened(qtbot, window)
    assert screen.isVisible()
    assert screen.kinds.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.work_list.view.hasFocus()


def test_the_kinds_say_version_day_and_author(window: MainWindow, qtbot: QtBot, world: UiWorld):
    content = sample(RuleKind.OFFERS) | {"discount_bp": 800}
    world.rules.publish(RuleDraft(RuleKind.OFFERS, "", 0, content, "Teste"))
    model = opened(qtbot, window).kinds.records
    row = list(RuleKind).index(RuleKind.OFFERS)
    assert [model.index(row, column).data() for column in range(3)] == [
        "Ofertas", "2", f"06/01/2026 {AUTHOR.split()[0]}",
    ]  # fmt: skip
    row = list(RuleKind).index(RuleKind.TEMPLATES)
    assert [model.index(row, column).data() for column in (1, 2)] == ["–", "–"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_edited_by_a_form_that_gives_back_what_it_shows(
    window: MainWindow, qtbot: QtBot, world: UiWorld, kind: RuleKind
):
    editor = editor_of(qtbot, window, kind)
    draft = editor.draft()
    assert draft is not None
    expected = world.rules.read(kind).subjects[0]
    assert differences(fields_of(kind, draft.subject), expected.content, draft.content) == ()
    assert world.rules.check(draft) == world.rules.check(
        RuleDraft(kind, expected.key, 0, deepcopy(expected.content))
    )
    assert not editor.is_changed()
    assert not editor.publish_button.isEnabled()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_for_those_who_hear_the_window(
    window: MainWindow, qtbot: QtBot, kind: RuleKind
):
    editor = editor_of(qtbot, window, kind)
    form = form_of(editor)
    stops = [
        one for one in form.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
        and one.focusProxy() is None
    ]  # fmt: skip
    assert stops
    nameless = [one for one in stops if not one.accessibleName()]
    assert [type(one).__name__ for one in nameless] == []


def test_a_change_is_tried_published_with_a_note_and_taken_back(
    window: MainWindow, qtbot: QtBot, world: UiWorld
):
    customers = tuple(row["customer_id"] for row in world.work_list.rows[:3])
    effect = Effect(Message.of("rule.would_cadence_later"), customers)
    world.rules.effects = (effect,)
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    change(editor)
    assert editor.effects.headline() == "3 clientes afetados hoje."
    assert editor.publish_button.isEnabled()
    press(qtbot, window, Qt.Key.Key_Return, CONTROL)
    dialog = confirm(editor, "Menos pressa")
    assert "Têm o próximo passo mais tarde: 3" in dialog.text()
    dialog.publish_button.click()
    (published,) = world.rules.published
    assert (published.note, published.content["rest_days"]) == ("Menos pressa", 16)
    assert not editor.is_changed()
    change(editor)
    press(qtbot, window, Qt.Key.Key_Return, CONTROL)
    confirm(editor, "Mais um").publish_button.click()
    lines = editor.versions.table.records.rows
    assert [one.version.note for one in lines] == ["Mais um", "Menos pressa"]
    assert [line.what for line in editor.versions.changes.records.rows] == ["Repouso depois disso"]
    editor.versions.table.setCurrentIndex(editor.versions.table.records.index(1, 0))
    editor.versions.roll_back_button.click()
    confirm(editor, "Voltar").publish_button.click()
    assert world.rules.published[-1].content["rest_days"] == 16
    form = form_of(editor)
    assert form.editors["rest_days"].value() == 16


def test_the_customers_of_a_change_are_listed_at_the_desk(
    window: MainWindow, qtbot: QtBot, world: UiWorld
):
    customers = tuple(row["customer_id"] for row in world.work_list.rows[:3])
    world.rules.effects = (Effect(Message.of("rule.would_cadence_later"), customers),)
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    change(editor)
    editor.effects.table.setFocus()
    editor.effects.table.setCurrentIndex(editor.effects.table.records.index(0, 0))
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.work_list.isVisible()
    assert window.work_list.model.rowCount() == 3


def test_a_colleagues_version_is_told_and_what_was_written_stays(
    window: MainWindow, qtbot: QtBot, world: UiWorld
):
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    change(editor)
    theirs = sample(RuleKind.CADENCE) | {"request_hours": 12}
    world.rules.publish(RuleDraft(RuleKind.CADENCE, "default", 0, theirs, "Deles"))
    editor.publish()
    confirm(editor, "Meu").publish_button.click()
    assert AUTHOR in editor.trouble()
    form = form_of(editor)
    assert form.editors["rest_days"].value() == 16
    draft = editor.draft()
    assert draft is not None
    assert draft.version == 1


def test_what_others_publish_is_seen_at_once(window: MainWindow, qtbot: QtBot, world: UiWorld):
    editor = editor_of(qtbot, window, RuleKind.OFFERS)
    content = {"discount_bp": 950}
    world.rules.publish(RuleDraft(RuleKind.OFFERS, "", 0, content, "De outra janela"))
    with qtbot.waitSignal(world.feed.changed):
        world.database.commit(ChangeNotice(frozenset({Topic.REFERENCE})))
    assert form_of(editor).editors["discount_bp"].value() == 950


def test_one_clear_sentence_stands_at_the_field(window: MainWindow, qtbot: QtBot):
    editor = editor_of(qtbot, window, RuleKind.OUTCOMES)
    rows = form_of(editor).editors["outcomes"]
    assert isinstance(rows, RowsEditor)
    rows.list.setCurrentRow(2)
    name = rows.form.editors["name"]
    assert isinstance(name, TextEditor)
    name.line.clear()
    name.line.textEdited.emit("")
    editor.simulate()
    assert editor.trouble() == "Preencha “Nome”."
    assert rows.list.currentRow() == 2
    assert name.line.hasFocus()
    assert not editor.publish_button.isEnabled()
    qtbot.keyClicks(name.line, "Mais tarde")
    assert editor.trouble() == ""


def test_a_used_outcome_keeps_its_meaning_in_the_form(
    window: MainWindow, qtbot: QtBot, world: UiWorld
):
    key = sample(RuleKind.OUTCOMES)["outcomes"][4]["id"]
    world.rules.used = frozenset({key})
    editor = editor_of(qtbot, window, RuleKind.OUTCOMES)
    rows = form_of(editor).editors["outcomes"]
    assert isinstance(rows, RowsEditor)
    rows.list.setCurrentRow(4)
    assert not rows.form.editors["effect"].isEnabled()
    assert not rows.form.editors["is_reached"].isEnabled()
    assert rows.form.editors["name"].isEnabled()
    rows.list.setCurrentRow(3)
    assert rows.form.editors["effect"].isEnabled()


def test_entries_are_added_moved_and_removed_by_keyboard(window: MainWindow, qtbot: QtBot):
    editor = editor_of(qtbot, window, RuleKind.OBJECTIONS)
    rows = form_of(editor).editors["objections"]
    assert isinstance(rows, RowsEditor)
    rows.add.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    name = rows.form.editors["name"]
    assert isinstance(name, TextEditor)
    assert name.line.hasFocus()
    qtbot.keyClicks(name.line, "Frete")
    assert rows.list.item(2).text() == "Frete"
    rows.up.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    assert [one["name"] for one in rows.value()] == ["Preço", "Frete", "Prazo"]
    assert rows.remove.isVisible()
    rows.remove.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    assert [one["name"] for one in rows.value()] == ["Preço", "Prazo"]
    rows.list.setCurrentRow(0)
    assert not rows.remove.isVisible()  # it was published: it is put out of use
    arguments = rows.form.editors["arguments"]
    assert isinstance(arguments, RowsEditor)
    assert arguments.form._measure.text() == "funcionou 4 de 9 vezes"


def test_channels_change_places_by_keyboard(window: MainWindow, qtbot: QtBot):
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    channels = form_of(editor).editors["channels"]
    assert isinstance(channels, OrderedEditor)
    assert channels.value() == ["phone"]
    channels.list.setFocus()
    channels.list.setCurrentRow(1)
    press(qtbot, window, Qt.Key.Key_Space)
    assert channels.value() == ["phone", "whatsapp"]
    press(qtbot, window, Qt.Key.Key_Up, ALT)
    assert channels.value() == ["whatsapp", "phone"]


@pytest.mark.parametrize(
    ("minutes", "shown"), [(1440, (1, 1440)), (240, (4, 60)), (90, (90, 1)), (4320, (3, 1440))]
)
def test_a_wait_is_read_in_the_largest_unit(
    world: UiWorld, qtbot: QtBot, minutes: int, shown: tuple[int, int]
):
    about = FormContext(world.theme, Language.PORTUGUESE, RuleKind.CADENCE)
    parent = QWidget()
    qtbot.addWidget(parent)
    field = fields_of(RuleKind.CADENCE)[3].fields[0]
    wait = MinutesEditor(field, about, parent)
    wait.set_value(minutes)
    assert (wait.box.value(), wait.unit.currentData()) == shown
    assert wait.value() == minutes


def test_hours_that_follow_everywheres_are_closed(window: MainWindow, qtbot: QtBot):
    editor = editor_of(qtbot, window, RuleKind.WINDOWS)
    editor.subjects.setCurrentIndex(editor.subjects.findData("BA"))
    editor.subjects.activated.emit(editor.subjects.currentIndex())
    form = form_of(editor)
    assert not form.editors["opens"].isEnabled()
    form.editors["follows"].set_value(False)
    form.editors["follows"].changed.emit()
    assert form.editors["opens"].isEnabled()


def test_another_cadence_begins_from_the_one_that_is_shown(
    window: MainWindow, qtbot: QtBot, world: UiWorld
):
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    editor.begin("inativos")
    editor.simulate()
    assert world.rules.asked[-1].subject == "inativos"
    editor.publish()
    confirm(editor, "Para quem sumiu").publish_button.click()
    assert world.rules.published[-1].subject == "inativos"
    assert editor.subjects.findData("inativos") >= 0
    assert editor.subjects.currentData() == "inativos"


def test_undo_returns_to_what_is_in_force(window: MainWindow, qtbot: QtBot):
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    change(editor)
    editor.undo_button.click()
    assert not editor.is_changed()
    assert editor.effects.effects is None


def test_operators_see_why_they_cannot_publish(window: MainWindow, qtbot: QtBot, world: UiWorld):
    world.rules.may = False
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    change(editor)
    assert not editor.publish_button.isVisible()
    assert "Só supervisores" in editor.notice()
    assert world.rules.asked


def test_escape_goes_from_the_editor_to_the_kinds_and_then_to_the_list(
    window: MainWindow, qtbot: QtBot
):
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    screen = window.rules.screen
    assert screen is not None
    press(qtbot, window, Qt.Key.Key_Return)
    assert editor.subjects.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert screen.kinds.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.work_list.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_small_laptop_has_room_in_both_themes_and_languages(
    window: MainWindow, qtbot: QtBot, world: UiWorld, kind: RuleKind, theme: str
):
    world.theme.apply(theme)
    window._top_bar.language_requested.emit(Language.ENGLISH)
    editor = editor_of(qtbot, window, kind)
    assert (window.width(), window.height()) == (1366, 768)
    picture = window.grab().toImage()
    ground = picture.pixelColor(1300, 500).lightness()
    assert ground > 200 if theme == "light" else ground < 60
    shown = "\n".join(one.text() for one in editor.findChildren(QLabel) if one.isVisible())
    for words in ("clientes", "Versões", "Situações", "Ocorrências", "Nome"):
        assert words not in shown
    window._top_bar.language_requested.emit(Language.PORTUGUESE)
    qtbot.waitUntil(
        lambda: window.rules.screen is not None and window.rules.screen._title.text() == "Regras"
    )
    shown = "\n".join(one.text() for one in editor.findChildren(QLabel) if one.isVisible())
    for words in ("customer", "Versions", "Change something", "contacted"):
        assert words not in shown


def test_what_is_under_way_is_stopped_when_the_window_closes(window: MainWindow, qtbot: QtBot):
    editor = editor_of(qtbot, window, RuleKind.CADENCE)
    change(editor)
    window.close()
    assert editor._stopped.is_set()


# --- the purchase cycle's rules ------------------------------------------------------------------


def test_control_enter_publishes_from_any_field(window: MainWindow, qtbot: QtBot, world: UiWorld):
    screen = opened(qtbot, window)
    screen.show_kind(RuleKind.CYCLE)
    assert screen.cycle is not None
    screen.cycle.form.budget.number.setFocus()
    screen.cycle.form.budget.number.setValue(25)
    qtbot.waitUntil(screen.cycle.publish_button.isEnabled)
    press(qtbot, window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert world.policies.published == []


def test_tab_goes_from_the_scope_to_the_rule_and_to_what_it_changes(
    window: MainWindow, qtbot: QtBot
):
    screen = opened(qtbot, window)
    screen.show_kind(RuleKind.CYCLE)
    assert screen.cycle is not None
    screen.cycle.scopes.setFocus()
    halts = []
    for _ in range(12):
        press(qtbot, window, Qt.Key.Key_Tab)
        halts.append(QApplication.focusWidget().accessibleName())
    assert halts == [
        "",  # what decides
        "Alarmes falsos",
        "Alarmes falsos",
        "Inativo: chance de voltar até",
        "Em pelo menos",
        "Ou em ciclos próprios",
        "Em risco a partir de",
        "Inativo a partir de",
        "Perdido após",
        "Reativado durante",
        "Clientes por situação, antes e depois",
        "Quem muda",
    ]


def test_a_customer_of_a_simulation_is_opened_at_the_desk(
    window: MainWindow, qtbot: QtBot, world: UiWorld
):
    screen = opened(qtbot, window)
    wanted = world.work_list.rows[40]
    screen.customer_requested.emit(wanted["customer_id"])
    assert window.work_list.isVisible()
    panel = window.customer_panel.panel
    assert panel is not None
    assert panel.profile.trade_name == wanted["name"]


def test_one_is_said_in_the_singular(world: UiWorld, qtbot: QtBot) -> None:
    about = FormContext(world.theme, Language.PORTUGUESE, RuleKind.CADENCE)
    parent = QWidget()
    qtbot.addWidget(parent)
    wait = MinutesEditor(fields_of(RuleKind.CADENCE)[3].fields[0], about, parent)
    wait.set_value(1440)
    assert wait.unit.currentText() == "dia"
    wait.box.setValue(2)
    assert wait.unit.currentText() == "dias"
    rest = next(one for one in fields_of(RuleKind.CADENCE) if one.key == "rest_days")
    days = NumberEditor(rest, about, parent)
    days.set_value(1)
    assert days.box.text() == "1 dia"
    days.box.setValue(15)
    assert days.box.text() == "15 dias"
