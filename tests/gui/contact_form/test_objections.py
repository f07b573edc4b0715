"""Objections in the form: out of the catalogue, the customer's own, new ones, waiting ones."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.domain.objections import ObjectionDraft, Wait
from cockpit.domain.vocabulary import ObjectionState, WaitCondition
from cockpit.ui.contact_form.form import ContactForm
from cockpit.ui.contact_form.objection_text import ObjectionText
from tests.gui.contact_form.keys import FIRST, SECOND, Keyboard, only, opened, story_of
from tests.support.panel_data import PanelWorld
from tests.support.story_data import make_catalogue
from tests.support.story_lines import PRICE, STOCK

TAB, ENTER, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Backspace


@pytest.fixture
def keyboard(qtbot: QtBot, form: ContactForm) -> Keyboard:
    """Return the keyboard, in the list of objections of a contact with an outcome."""
    keys = Keyboard(qtbot)
    keys.types("1")
    keys.presses(Qt.Key.Key_O, ctrl=True)
    return keys


def saved(keyboard: Keyboard, world: PanelWorld) -> ObjectionDraft:
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    (objection,) = only(world).objections
    return objection


def offered(form: ContactForm) -> list[str]:
    which = form._fields.objection.which
    return [which.itemText(row) for row in range(1, which.count())]


def test_the_customer_s_own_come_first_and_their_kinds_are_not_offered_twice(
    form: ContactForm,
) -> None:
    assert len(offered(form)) == len(make_catalogue()) + 1
    form.set_story(story_of(FIRST))
    own = [one for one in story_of(FIRST).objections if one.state is not ObjectionState.OVERCOME]
    assert own
    assert all(offered(form)[row].startswith(line.name) for row, line in enumerate(own))
    kinds = {kind.kind_id for kind in make_catalogue()} - {line.kind_id for line in own}
    assert len(offered(form)) == len(own) + len(kinds) + 1


def test_letters_choose_from_the_catalogue(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("est")
    objection = saved(keyboard, world)
    assert (objection.objection_id, objection.kind_id) == (None, STOCK)
    assert objection.state is ObjectionState.OPEN
    assert objection.wait is None


def test_a_later_word_s_letters_choose_too(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("conc")
    assert saved(keyboard, world).kind_id == PRICE


def test_the_customer_s_own_is_moved_on_with_the_argument_that_worked(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    form.set_story(story_of(FIRST))
    own = story_of(FIRST).objections[0]
    keyboard.types(own.name[:3])
    keyboard.presses(TAB)
    keyboard.types("s")
    if kind := next((kind for kind in make_catalogue() if kind.kind_id == own.kind_id), None):
        keyboard.presses(TAB)
        keyboard.types(kind.arguments[0].text[:3])
        keyboard.presses(TAB)
        keyboard.types("f")
    objection = saved(keyboard, world)
    assert objection.objection_id == own.objection_id
    assert objection.state is ObjectionState.OVERCOME
    assert kind is not None
    assert objection.argument_id == kind.arguments[0].argument_id
    assert objection.worked is True


def test_how_an_argument_went_may_stay_open(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("pre")
    keyboard.presses(TAB, TAB)
    keyboard.types("com")
    objection = saved(keyboard, world)
    assert objection.argument_id == UUID(int=0xB1)
    assert objection.worked is None


def test_a_new_objection_is_named(world: PanelWorld, form: ContactForm, keyboard: Keyboard) -> None:
    keyboard.types("nova")
    keyboard.presses(ENTER)
    keyboard.types("Cliente sem boleto")
    keyboard.presses(ENTER)
    assert form._fields._note.hasFocus()
    asked = len(world.runner.lanes)
    objection = saved(keyboard, world)
    assert (objection.kind_id, objection.new_name) == (None, "Cliente sem boleto")
    assert len(world.runner.lanes) > asked + 1  # the catalogue is read again


def test_a_new_objection_without_a_name_is_asked_for_it(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("nova")
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    assert world.log.logged == {}
    assert form._fields.objection.name.hasFocus()
    assert form._status.text().startswith("Diga qual é a objeção")


@pytest.mark.parametrize(
    ("letters", "wait"),
    [
        ("tit", Wait(WaitCondition.RECEIVABLE_PAID)),
        ("48120", Wait(WaitCondition.RECEIVABLE_PAID, reference_id=UUID(int=0xF2))),
        ("sem", Wait(WaitCondition.PROMOTION, reference_id=UUID(int=0x141))),
        ("cor", Wait(WaitCondition.PRODUCT_AVAILABLE, reference_id=UUID(int=0x142))),
    ],
)
def test_a_waiting_objection_says_on_what(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard, letters: str, wait: Wait
) -> None:
    keyboard.types("est")
    keyboard.presses(TAB)
    keyboard.types("ag")
    keyboard.presses(ENTER)
    keyboard.types(letters)
    assert saved(keyboard, world).wait == wait


def test_enter_leads_through_what_is_still_missing(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    block = form._fields.objection
    keyboard.types("est")
    keyboard.presses(TAB)
    keyboard.types("ag")
    keyboard.presses(ENTER)
    assert block.wait_row.condition.hasFocus()
    keyboard.types("data")
    keyboard.presses(ENTER)
    assert block.wait_row.until.line.hasFocus()
    keyboard.types("sexta")
    keyboard.presses(ENTER)
    assert form._fields._note.hasFocus()


def test_a_waiting_objection_without_a_condition_is_asked_for_it(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("est")
    keyboard.presses(TAB)
    keyboard.types("ag")
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    assert world.log.logged == {}
    assert form._fields.objection.wait_row.condition.hasFocus()
    assert form._status.text().startswith("Diga o que a objeção espera")


def test_what_there_is_to_wait_on_is_read_only_when_it_is_wanted(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    before = len(world.runner.lanes)
    keyboard.types("est")
    assert len(world.runner.lanes) == before
    keyboard.presses(TAB)
    keyboard.types("ag")
    assert len(world.runner.lanes) == before + 1


def test_an_argument_out_of_the_card_is_noted_on_the_customer_s_own_objection(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    form.set_story(story_of(FIRST))
    argument = make_catalogue()[0].arguments[1]
    form.use_argument(argument, "Preço")
    own = next(one for one in story_of(FIRST).objections if one.kind_id == PRICE)
    objection = saved(keyboard, world)
    assert objection.argument_id == argument.argument_id
    assert objection.objection_id == own.objection_id


def test_another_customer_has_none_of_it(form: ContactForm, keyboard: Keyboard) -> None:
    form.set_story(story_of(FIRST))
    keyboard.types("pr")
    form.open_for(SECOND)
    assert form._fields.objection.which.key() == ""
    assert form._fields.objection.isHidden()
    assert len(offered(form)) == len(make_catalogue()) + 1


def test_backspace_takes_the_objection_back(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("est")
    keyboard.presses(BACK)
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    assert only(world).objections == ()


def test_the_first_argument_is_told_with_its_success(form: ContactForm, keyboard: Keyboard) -> None:
    keyboard.types("pre")
    argument = form._fields.objection._argument
    assert argument.itemText(1).endswith("funcionou 9 de 14")


# --- several ---------------------------------------------------------------------------------


def noted(form: ContactForm) -> list[str]:
    lines = form._fields.objections.noted
    return [lines.item(row).text() for row in range(lines.count())]


def test_a_call_tells_several_objections_each_as_it_stands(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("pre")
    keyboard.presses(TAB)
    keyboard.types("s")  # overcome ("superada")
    before = keyboard.count
    keyboard.presses(Qt.Key.Key_O, ctrl=True)
    keyboard.types("est")
    keyboard.presses(ENTER)
    assert keyboard.count - before == 5, "a second objection is a few keys"
    assert form._fields._note.hasFocus()
    keyboard.presses(Qt.Key.Key_O, ctrl=True)
    keyboard.types("nova")
    keyboard.presses(ENTER)
    keyboard.types("Sem boleto")
    assert noted(form) == ["Preço acima do concorrente · superada", "Estoque ainda cheio · aberta"]
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    price, stock, new = only(world).objections
    assert (price.kind_id, price.state) == (PRICE, ObjectionState.OVERCOME)
    assert (stock.kind_id, stock.state) == (STOCK, ObjectionState.OPEN)
    assert (new.kind_id, new.new_name) == (None, "Sem boleto")
    assert noted(form) == []
    assert form._fields.objections.noted.isHidden()


def test_one_that_waits_says_until_when_and_is_not_offered_again(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("est")
    keyboard.presses(TAB)
    keyboard.types("ag")
    keyboard.presses(ENTER)
    keyboard.types("dat")
    keyboard.presses(ENTER)
    keyboard.types("+30d")
    keyboard.presses(Qt.Key.Key_O, ctrl=True)
    assert noted(form) == ["Estoque ainda cheio · aguardando · 21/04/2022"]
    assert "Estoque ainda cheio" not in offered(form)
    keyboard.types("pre")
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    stock, _price = only(world).objections
    assert stock.wait is not None
    assert str(stock.wait.until_on) == "2022-04-21"


def test_what_is_missing_is_asked_for_before_the_next_one(
    form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("est")
    keyboard.presses(TAB)
    keyboard.types("ag")
    keyboard.presses(Qt.Key.Key_O, ctrl=True)
    assert noted(form) == []
    assert form._status.text() != ""
    assert form._fields.objection.wait_row.condition.hasFocus()


def test_a_line_is_taken_up_again_or_struck_out(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("pre")
    keyboard.presses(Qt.Key.Key_O, ctrl=True)
    keyboard.types("est")
    lines = form._fields.objections.noted
    lines.setFocus()
    keyboard.presses(ENTER)
    assert noted(form) == ["Estoque ainda cheio · aberta"]
    assert form._fields.objection.which.hasFocus()
    assert form._fields.objection.text().objection == f"kind:{PRICE}"
    lines.setFocus()
    keyboard.presses(Qt.Key.Key_Delete)
    assert noted(form) == []
    assert form._fields.objection.which.hasFocus(), "the keyboard is not lost with the last line"
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    (price,) = only(world).objections
    assert price.kind_id == PRICE


def test_an_argument_of_another_objection_leaves_the_one_in_hand(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("est")
    price = make_catalogue()[0].arguments[0]
    form.use_argument(price, "Preço")
    assert noted(form) == ["Estoque ainda cheio · aberta"]
    form.use_argument(price, "Preço")
    assert len(noted(form)) == 1
    keyboard.presses(Qt.Key.Key_S, ctrl=True)
    stock, argued = only(world).objections
    assert stock.kind_id == STOCK
    assert argued.argument_id == price.argument_id


def test_several_survive_a_crash_and_a_past_day_is_asked_for_anew(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    keyboard.types("est")
    keyboard.presses(Qt.Key.Key_O, ctrl=True)
    keyboard.types("pre")
    form.flush_draft()
    written = form._fields.text(form._contact_id)
    assert len(written.objections) == 2
    world.preferences._values = world.preferences._service.load()  # as a new start reads them
    again = opened(qtbot, world)
    assert again._fields.text(again._contact_id) == written
    past = replace(
        written.objections[0], objection_state="waiting", wait="date", wait_until="01/02/2022"
    )
    again._fields.objections.show((past, written.objections[1]))
    again.save()
    assert world.log.logged == {}
    assert again._fields.objection.text() == past, "it stands where it can be mended"
    assert again._fields.objection.wait_row.until.line.hasFocus()


def test_the_one_objection_of_an_older_program_s_draft_is_read(
    qtbot: QtBot, world: PanelWorld
) -> None:
    document = {"contact_id": str(UUID(int=5)), "objection": "new", "objection_name": "Frete"}
    world.preferences.set_value(f"draft.{FIRST.profile.customer_id}", document)
    form = opened(qtbot, world)
    assert form._fields.objection.text() == ObjectionText("new", "Frete")
