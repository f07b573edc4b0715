"""Setting a customer's next contact in one gesture."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calling_hours import CallingHours
from cockpit.domain.calling_window import Place, WindowRules, Wishes
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind
from cockpit.ui.next_contact.dialog import NextContactDialog
from tests.support.list_data import TODAY
from tests.support.ui_data import UiWorld

DAY = timedelta(days=1)


def opened(qtbot: QtBot, world: UiWorld, *, has_one: bool = False) -> NextContactDialog:
    customer_id = world.agenda.add(2, time(9)).customer_id if has_one else new_id()
    dialog = NextContactDialog(world.ctx, customer_id, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def given(qtbot: QtBot, dialog: NextContactDialog, words: str) -> AppointmentDraft:
    """Type a date and press Enter."""
    with qtbot.waitSignal(dialog.drafted) as drafted:
        qtbot.keyClicks(dialog.when.line, words)
        qtbot.keyClick(dialog.when.line, Qt.Key.Key_Return)
    draft = drafted.args[1]
    assert isinstance(draft, AppointmentDraft)
    return draft


def test_a_date_and_enter_are_enough(qtbot: QtBot, world: UiWorld) -> None:
    draft = given(qtbot, opened(qtbot, world), "amanha 15h")
    assert draft.due_at == world.agenda.at(TODAY + DAY, time(15))
    assert (draft.kind, draft.has_time) == (AppointmentKind.MY_CALLBACK, True)


def test_kind_note_and_lead_go_along(qtbot: QtBot, world: UiWorld) -> None:
    dialog = opened(qtbot, world)
    dialog.kind.choose(AppointmentKind.TEAM_CALLBACK)
    dialog.note.setText("  Levar a tabela ")
    dialog.lead.setCurrentIndex(3)
    draft = given(qtbot, dialog, "amanha 15h")
    assert draft.kind is AppointmentKind.TEAM_CALLBACK
    assert (draft.note, draft.lead) == ("Levar a tabela", timedelta(minutes=30))


def test_a_follow_up_has_no_time_and_an_appointment_needs_one(qtbot: QtBot, world: UiWorld) -> None:
    dialog = opened(qtbot, world)
    dialog.kind.choose(AppointmentKind.APPOINTMENT)
    qtbot.keyClicks(dialog.when.line, "amanha")
    qtbot.keyClick(dialog.when.line, Qt.Key.Key_Return)
    assert "precisa de hora" in dialog.trouble()
    qtbot.keyClicks(dialog.when.line, " 15h")
    dialog.kind.choose(AppointmentKind.FOLLOW_UP)
    assert not dialog.lead.isEnabled()
    draft = given(qtbot, dialog, "")
    assert (draft.due_at, draft.has_time) == (world.agenda.at(TODAY + DAY, time()), False)


def test_an_hour_typed_over_a_follow_up_is_not_lost(qtbot: QtBot, world: UiWorld) -> None:
    dialog = opened(qtbot, world)
    dialog.kind.choose(AppointmentKind.FOLLOW_UP)
    qtbot.keyClicks(dialog.when.line, "amanha 15h")
    assert dialog.kind.kind is AppointmentKind.MY_CALLBACK
    draft = given(qtbot, dialog, "")
    assert (draft.due_at, draft.has_time) == (world.agenda.at(TODAY + DAY, time(15)), True)


def test_an_hour_taken_away_again_leaves_the_follow_up(qtbot: QtBot, world: UiWorld) -> None:
    dialog = opened(qtbot, world)
    dialog.kind.choose(AppointmentKind.FOLLOW_UP)
    qtbot.keyClicks(dialog.when.line, "amanha 15h")
    for _ in " 15h":
        qtbot.keyClick(dialog.when.line, Qt.Key.Key_Backspace)
    assert given(qtbot, dialog, "").kind is AppointmentKind.FOLLOW_UP


def test_an_hour_typed_before_the_present_follow_up_is_read_is_not_lost(
    qtbot: QtBot, world: UiWorld
) -> None:
    customer_id = world.agenda.add(2, None, kind=AppointmentKind.FOLLOW_UP).customer_id
    dialog = NextContactDialog(world.ctx, customer_id, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.when.line.setText("amanha 15h")
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: "Acompanhamento" in dialog.text())
    draft = given(qtbot, dialog, "")
    assert (draft.kind, draft.has_time) == (AppointmentKind.MY_CALLBACK, True)


def test_what_stands_is_shown_with_its_history_and_kept_by_an_empty_line(
    qtbot: QtBot, world: UiWorld
) -> None:
    dialog = opened(qtbot, world, has_one=True)
    assert "Cliente 1" in dialog.text()
    assert "Agora:" in dialog.text()
    assert "marcado para" in dialog.text()
    dialog.note.setText("Outra nota")
    draft = given(qtbot, dialog, "")
    assert (draft.due_at, draft.note) == (world.agenda.at(TODAY + 2 * DAY, time(9)), "Outra nota")


def test_without_a_date_nothing_is_set(qtbot: QtBot, world: UiWorld) -> None:
    dialog = opened(qtbot, world)
    with qtbot.assertNotEmitted(dialog.drafted):
        qtbot.keyClick(dialog.when.line, Qt.Key.Key_Return)
    assert "Escreva quando" in dialog.trouble()
    assert dialog.isVisible()


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_alt_and_a_digit_choose_the_kind(qtbot: QtBot, world: UiWorld, number: int) -> None:
    dialog = opened(qtbot, world)
    qtbot.keyClick(dialog.when.line, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
    assert dialog.kind.kind is tuple(AppointmentKind)[number - 1]


def office_hours(world: UiWorld) -> CallingHours:
    return CallingHours(Place("SP", "São Paulo", world.clock.zone), Wishes(), WindowRules())


def test_an_hour_without_calls_is_told_and_the_next_possible_one_is_a_key_away(
    qtbot: QtBot, world: UiWorld
) -> None:
    world.agenda.hours = office_hours(world)
    dialog = opened(qtbot, world)
    qtbot.keyClicks(dialog.when.line, "amanha 15h")
    assert dialog.outside.text() == ""
    dialog.when.line.clear()
    qtbot.keyClicks(dialog.when.line, "amanha 22h")
    assert "Fora do horário" in dialog.outside.text()
    qtbot.keyClick(dialog.when.line, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert dialog.outside.text() == ""
    moment = dialog.when.moment()
    assert moment is not None
    assert moment.instant(world.clock.zone) == world.agenda.at(TODAY + 2 * DAY, time(8))


def test_outside_of_the_hours_it_takes_a_reason_which_goes_along(
    qtbot: QtBot, world: UiWorld
) -> None:
    world.agenda.hours = office_hours(world)
    dialog = opened(qtbot, world)
    qtbot.keyClicks(dialog.when.line, "amanha 22h")
    with qtbot.assertNotEmitted(dialog.drafted):
        qtbot.keyClick(dialog.when.line, Qt.Key.Key_Return)
    assert dialog.trouble()
    with qtbot.waitSignal(dialog.drafted) as drafted:
        qtbot.keyClicks(dialog.outside.reason, "Depois do turno")
        qtbot.keyClick(dialog.outside.reason, Qt.Key.Key_Return)
    assert drafted.args[2] == "Depois do turno"
