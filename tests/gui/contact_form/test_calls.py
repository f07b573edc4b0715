"""The form in a call: few keys, the claim, the next customer, money first, corrections."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.natural_date import moment_of
from cockpit.domain.queue import LEASE, Claim
from cockpit.domain.sections import StoryEntry, StoryKind
from cockpit.domain.vocabulary import (
    Channel,
    ContactDirection,
    CreditState,
    ObjectionState,
    WaitCondition,
)
from cockpit.services.contacts import Logged
from cockpit.ui.contact_form.form import ContactForm
from tests.gui.contact_form.keys import FIRST, SECOND, Keyboard, only, opened, story_of
from tests.support.panel_data import HeldTaskRunner, PanelWorld, make_panel

TAB, ENTER, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Backspace


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


def claim_of(world: PanelWorld, panel: object = FIRST, *, seconds: int = 134) -> Claim:
    since = world.clock.now() - timedelta(seconds=seconds)
    return Claim(UUID(int=77), panel.profile.customer_id, 1, since, since + LEASE)  # type: ignore[attr-defined]


def entry_of(panel: object = FIRST) -> StoryEntry:
    contact = panel.profile.contacts[2]  # type: ignore[attr-defined]
    return StoryEntry(
        kind=StoryKind.CONTACT,
        at=contact.occurred_at,
        has_time=True,
        code="",
        title=contact.outcome,
        detail=contact.note,
        who=contact.attendant,
        person="Rita",
        channel=Channel.WHATSAPP,
        cents=None,
        key=contact.contact_id,
    )


def status(form: ContactForm) -> str:
    return form._status.text()


# --- few keys --------------------------------------------------------------------------------


def test_no_answer_and_tomorrow_take_three_keys_with_the_next_customer(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    with qtbot.waitSignal(form.next_requested):
        keyboard.types("5")
        keyboard.presses(Qt.Key.Key_1, ctrl=True)
        keyboard.presses(ENTER, ctrl=True)
    draft = only(world)
    assert keyboard.count == 3
    assert draft.outcome.code == "no_answer"
    assert draft.next_contact is not None
    moment = moment_of(draft.next_contact.due_at, DEFAULT_ZONE, has_time=False)
    assert moment.text(world.ctx.language) == "qua 23/03/2022"


def test_a_full_contact_takes_at_most_fourteen_keys_beside_the_note(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    form.set_story(story_of(FIRST))
    with qtbot.waitSignal(form.next_requested):
        keyboard.types("8")  # "não vai comprar agora" needs a reason, and goes there
        keyboard.types("pr")
        keyboard.presses(ENTER)
        keyboard.types("pr")
        keyboard.presses(ENTER)
        before = keyboard.count
        keyboard.types("Achou caro; pediu prazo.")
        keyboard.count = before
        keyboard.presses(TAB)
        keyboard.types("25/3")
        keyboard.presses(ENTER, ctrl=True)
    draft = only(world)
    assert keyboard.count <= 14
    assert draft.reason is not None
    assert draft.reason.name == "Preço"
    assert draft.note == "Achou caro; pediu prazo."
    assert draft.objections[0].objection_id is not None
    assert draft.next_contact is not None
    moment = moment_of(draft.next_contact.due_at, DEFAULT_ZONE, has_time=False)
    assert moment.text(world.ctx.language) == "sex 25/03/2022"


def test_the_tenth_outcome_has_the_key_0_and_the_others_letters(
    form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("0")
    assert form._fields.outcome.name == "Telefone errado"
    keyboard.types("nq")
    assert form._fields.outcome.name == "Não quer mais contato"


# --- saving ----------------------------------------------------------------------------------


def test_ctrl_s_saves_and_stays(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    with qtbot.assertNotEmitted(form.next_requested):
        keyboard.types("1")
        keyboard.presses(Qt.Key.Key_S, ctrl=True)
    assert only(world).outcome.code == "sale"
    assert status(form).startswith("Salvo 09:0")


def test_the_next_customer_is_asked_for_only_after_the_commit(
    qtbot: QtBot, qapp: QApplication, keyboard: Keyboard
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    form = opened(qtbot, world)
    runner.release()
    with qtbot.assertNotEmitted(form.next_requested):
        keyboard.types("1")
        keyboard.presses(ENTER, ctrl=True)
    with qtbot.waitSignals([form.contact_saved, form.next_requested], order="strict"):
        runner.release()
    world.close()


def test_nobody_is_asked_for_where_the_operator_went_to_another_customer_meanwhile(
    qtbot: QtBot, qapp: QApplication, keyboard: Keyboard
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    form = opened(qtbot, world)
    runner.release()
    keyboard.types("1")
    keyboard.presses(ENTER, ctrl=True)
    form.open_for(SECOND)
    with qtbot.assertNotEmitted(form.next_requested):
        runner.release()
    assert len(world.log.logged) == 1
    world.close()


def test_the_claim_goes_along_with_the_time_of_the_call(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    claim = claim_of(world)
    form.set_claim(claim)
    assert form._frame.call_time.full_text() == "2:14"
    keyboard.types("1")
    with qtbot.waitSignal(form.claim_ended):
        keyboard.presses(ENTER, ctrl=True)
    draft = only(world)
    assert world.log.claims[draft.contact_id] == claim
    assert draft.duration_seconds in {134, 135, 136}
    assert form._frame.call_time.full_text() == ""


def test_another_customer_s_claim_is_left_alone(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    form.set_claim(claim_of(world, SECOND))
    keyboard.types("1")
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    draft = only(world)
    assert world.log.claims[draft.contact_id] is None
    assert draft.duration_seconds is None
    form.set_claim(None)


def test_a_lost_claim_is_told_calmly_and_the_contact_counts(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    world.log.answer = Logged(is_claim_lost=True, colleague="Ana")
    form.set_claim(claim_of(world))
    keyboard.types("1")
    keyboard.presses(ENTER, ctrl=True)
    assert status(form).startswith("Salvo 09:0")
    assert "Ana já está com este cliente" in status(form)


# --- money first -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes", [{"overdue_cents": 1}, {"is_blocked": True}, {"credit_state": CreditState.DENIED}]
)
def test_the_credit_lane_begins_with_its_outcomes(
    form: ContactForm, keyboard: Keyboard, changes: dict[str, object]
) -> None:
    keyboard.types("2")
    usual = form._fields.outcome.code
    form.open_for(make_panel(3, **changes))
    form.take_focus()
    assert form._fields._outcomes.model().outcomes[0].code == "promised_payment"
    keyboard.types("2")
    assert form._fields.outcome.code == usual, "a key means the same in every lane"
    keyboard.types("pr")
    assert form._fields.outcome.code == "promised_payment"


def test_elsewhere_the_outcomes_about_money_come_last(form: ContactForm) -> None:
    offered = [one.code for one in form._fields._outcomes.model().outcomes]
    assert offered[-2:] == ["promised_payment", "disputes_title"]


# --- what only some calls tell -------------------------------------------------------------------


def test_more_opens_by_key_and_only_then_lies_in_the_way_of_tab(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("1")
    form._fields._note.setFocus()
    keyboard.presses(TAB)
    assert form._fields._next.line.hasFocus()
    keyboard.presses(Qt.Key.Key_M, ctrl=True)
    keyboard.types("3,5 mil")
    keyboard.presses(TAB)
    keyboard.types("+30d")
    keyboard.presses(TAB)
    keyboard.presses(Qt.Key.Key_Space)
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    draft = only(world)
    assert draft.potential_cents == 350_000
    assert str(draft.forecast_on) == "2022-04-21"
    assert draft.direction is ContactDirection.INBOUND
    assert form._fields.more.isHidden()


def test_an_amount_that_is_not_understood_stops_the_save_and_has_the_keyboard(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("1")
    keyboard.presses(Qt.Key.Key_M, ctrl=True)
    keyboard.types("muito")
    keyboard.presses(ENTER, ctrl=True)
    assert world.log.logged == {}
    assert status(form).startswith("Não entendi o valor")
    assert form._fields.more.potential.hasFocus()


# --- corrections ---------------------------------------------------------------------------------


def test_a_correction_begins_with_what_is_stored(form: ContactForm) -> None:
    form.open_amendment(entry_of())
    text = form._fields.text(form._contact_id)
    assert form.is_amending
    assert form._frame._banner.text() == "Corrigindo o contato de 10/02 14:32"
    assert (text.outcome, text.reason, text.person) == ("complaint", "late", "Rita")
    assert text.note.startswith("Reclamou do atraso")
    assert text.channel == "whatsapp"


def test_a_correction_keeps_the_moment_and_names_what_it_corrects(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    form.set_claim(claim_of(world))
    form.open_amendment(entry_of())
    with qtbot.assertNotEmitted(form.next_requested):
        keyboard.presses(ENTER, ctrl=True)
    draft = only(world)
    assert draft.amends_id == entry_of().key
    assert draft.contact_id != entry_of().key
    assert draft.occurred_at == entry_of().at
    assert world.log.claims[draft.contact_id] is None
    assert draft.duration_seconds is None
    assert draft.next_contact is None
    assert not form.is_amending


def test_a_correction_gives_the_new_contact_s_words_back(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("4")
    form._fields._note.setPlainText("meia frase")
    form.open_amendment(entry_of())
    assert form._fields.note != "meia frase"
    assert form.cancel_amendment()
    assert form._fields.note == "meia frase"
    assert not form.cancel_amendment()


def test_an_unfinished_correction_survives_apart_from_the_new_contact(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    form.open_amendment(entry_of())
    form._fields._note.setPlainText("era outro pedido")
    form.flush_draft()
    world.preferences._values = world.preferences._service.load()  # as a new start reads them
    again = opened(qtbot, world)
    assert again._fields.note == ""
    again.open_amendment(entry_of())
    assert again._fields.note == "era outro pedido"


def test_another_customer_ends_the_correction(form: ContactForm) -> None:
    form.open_amendment(entry_of())
    form.open_for(SECOND)
    assert not form.is_amending
    assert form._fields.note == ""


def test_the_keyboard_comes_back_to_where_it_was(qtbot: QtBot, form: ContactForm) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    other = QLineEdit(holder)
    form.setParent(holder)
    holder.show()
    form.show()
    with qtbot.waitActive(holder):
        holder.activateWindow()
    form._fields._note.setFocus()
    form.hide()
    other.setFocus()
    form.show()
    form.resume()
    assert form._fields._note.hasFocus()
    form.setParent(None)


# --- drafts ------------------------------------------------------------------------------------


def test_every_field_survives_a_crash(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    form.set_story(story_of(FIRST))
    keyboard.types("8")
    keyboard.types("pr")
    keyboard.presses(ENTER)
    keyboard.types("est")  # out of the catalogue
    keyboard.presses(TAB)
    keyboard.types("ag")
    keyboard.presses(ENTER)
    keyboard.types("dat")
    keyboard.presses(ENTER)
    keyboard.types("+30d")
    keyboard.presses(ENTER)
    keyboard.types("Tem estoque")
    keyboard.presses(Qt.Key.Key_M, ctrl=True)
    keyboard.types("1500")
    keyboard.presses(TAB)
    keyboard.types("15/5")
    form.flush_draft()
    written = form._fields.text(form._contact_id)
    world.preferences._values = world.preferences._service.load()  # as a new start reads them
    again = opened(qtbot, world)
    again.set_story(story_of(FIRST))
    assert again._fields.text(again._contact_id) == written
    again.save()
    draft = only(world)
    assert draft.potential_cents == 150_000
    assert str(draft.forecast_on) == "2022-05-15"
    (objection,) = draft.objections
    assert objection.state is ObjectionState.WAITING
    assert objection.wait is not None
    assert objection.wait.condition is WaitCondition.DATE
    assert str(objection.wait.until_on) == "2022-04-21"


def test_a_draft_of_an_older_or_newer_program_is_read_as_far_as_it_is_known(
    qtbot: QtBot, world: PanelWorld
) -> None:
    document = {"contact_id": str(UUID(int=5)), "note": "antiga", "colour": "blue"}
    place = f"draft.{FIRST.profile.customer_id}"
    world.preferences.set_value(place, document)
    form = opened(qtbot, world, replace(FIRST))
    assert form._fields.note == "antiga"


def test_a_correction_takes_several_objections_and_its_draft_keeps_them(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    form.open_amendment(entry_of())
    keyboard.presses(Qt.Key.Key_O, ctrl=True)
    keyboard.types("est")
    keyboard.presses(Qt.Key.Key_O, ctrl=True)
    keyboard.types("pre")
    form.flush_draft()
    written = form._fields.text(form._contact_id)
    world.preferences._values = world.preferences._service.load()  # as a new start reads them
    again = opened(qtbot, world)
    assert again._fields.objections.texts() == ()
    again.open_amendment(entry_of())
    assert again._fields.text(again._contact_id) == written
    again.save()
    draft = only(world)
    assert draft.amends_id == entry_of().key
    assert len(draft.objections) == 2
