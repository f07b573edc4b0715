"""Objections in the form: out of the catalogue, the customer's own, new ones, waiting ones."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.domain.objections import ObjectionDraft, Wait
from cockpit.domain.vocabulary import ObjectionState, WaitCondition
from cockpit.ui.contact_form.form import ContactForm
from tests.gui.contact_form.keys import FIRST, SECOND, Keyboard, only, story_of
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
    own = next((one for one in story_of(FIRST).objections if one.kind_id == PRICE), None)
    objection = saved(keyboard, world)
    assert objection.argument_id == argument.argument_id
    assert objection.objection_id == (own.objection_id if own else None)
    assert objection.kind_id == PRICE


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
