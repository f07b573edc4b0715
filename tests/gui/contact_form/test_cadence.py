"""What the cadence proposes in the form, and what the form asks where the operator differs."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.cadence import CadencePolicy, CadenceRules
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.contact_caps import Cap
from cockpit.domain.next_step import Attempt
from cockpit.domain.vocabulary import QueueEffect
from cockpit.ui.contact_form.form import ContactForm
from tests.gui.contact_form.keys import SECOND, only, opened
from tests.gui.contact_form.test_form import next_text, press, save, status, write_next
from tests.support.panel_data import PanelWorld, open_all_day

BLANK = " · próximo contato em branco aceita"


def said(form: ContactForm) -> str:
    return form._fields.cadence.words.whole


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("4", "Cadência: retorno 1 de 4, 25/03, por telefone" + BLANK),
        ("3", "Cadência: retorno 1 de 4, hoje às 11:00, por telefone" + BLANK),
        ("8", "Cadência: encerrado, voltar a tentar, 22/04" + BLANK),
        ("0", ""),
        ("1", ""),
    ],
)
def test_the_form_says_what_an_empty_next_contact_accepts(
    qtbot: QtBot, form: ContactForm, key: str, sentence: str
) -> None:
    press(qtbot, form, key)
    assert said(form).startswith(sentence)
    assert bool(said(form)) == bool(sentence)
    assert next_text(form) == ""
    assert form._fields._next.line.accessibleDescription() == said(form)


def test_the_proposal_stands_where_the_date_will(qtbot: QtBot, form: ContactForm) -> None:
    press(qtbot, form, "4")
    field = form._fields._next
    assert field.line.placeholderText() == "25/03, por telefone"
    assert field._preview.full_text() == "retorno 1 de 4"
    press(qtbot, form, "1")
    assert field.line.placeholderText().startswith("Próximo contato")


def test_a_typed_date_takes_the_place_of_the_proposal(qtbot: QtBot, form: ContactForm) -> None:
    press(qtbot, form, "4")
    write_next(qtbot, form, "dia 30")
    assert said(form) == ""
    form._fields._next.line.clear()
    assert said(form)


def test_an_empty_next_contact_is_saved_as_none(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    press(qtbot, form, "4")
    save(qtbot, form)
    assert only(world).next_contact is None


def test_a_date_that_breaks_the_cadence_is_saved_with_its_reason_alone(
    qtbot: QtBot, world: PanelWorld
) -> None:
    capped = CadencePolicy(rules=CadenceRules(caps=(Cap(1, 30),)))
    world.log.facts = replace(open_all_day(), policy=capped)
    form = opened(qtbot, world)
    press(qtbot, form, "4")
    write_next(qtbot, form, "23/3 9h")
    row = form._fields.cadence
    assert said(form) == ""
    assert row.reason.placeholderText() == "Passa do limite de contatos: por quê?"
    assert not row.isHidden()
    assert form._fields._next.footer.isHidden()
    save(qtbot, form)
    assert world.log.logged == {}
    assert "limite de contatos" in status(form)
    assert row.reason.hasFocus()
    qtbot.keyClicks(row.reason, "Pediu para ligar cedo")
    save(qtbot, form)
    draft = only(world)
    assert draft.cadence_reason == "Pediu para ligar cedo"
    assert draft.next_contact is not None
    assert row.isHidden()
    assert not form._fields._next.footer.isHidden()


def test_a_needed_date_that_the_cadence_does_not_know_is_asked_for(
    qtbot: QtBot, world: PanelWorld
) -> None:
    nowhere = replace(open_all_day().reach, channels=frozenset())
    world.log.facts = replace(open_all_day(), reach=nowhere)
    form = opened(qtbot, world)
    press(qtbot, form, "2")
    save(qtbot, form)
    assert "precisa de um próximo contato" in status(form)
    assert form._fields._next.line.hasFocus()


def test_a_later_next_contact_stays_and_nothing_is_proposed(
    qtbot: QtBot, world: PanelWorld
) -> None:
    later = world.clock.now() + timedelta(days=9)
    world.log.facts = replace(open_all_day(), next_contact_at=later)
    form = opened(qtbot, world)
    press(qtbot, form, "4")
    assert said(form) == ""


def test_the_row_of_attempts_and_the_afternoon_are_told(qtbot: QtBot, world: PanelWorld) -> None:
    facts, now = open_all_day(), world.clock.now()
    earlier = Attempt(now - timedelta(hours=20), is_reached=False, effect=QueueEffect.COOL_DOWN)
    reach = replace(facts.reach, window=WindowRules())
    world.log.facts = replace(facts, past=(earlier,), reach=reach)
    form = opened(qtbot, world)
    form._fields.set_options(
        replace(
            world.log.form_options(),
            outcomes=tuple(
                replace(one, is_reached=one.code != "no_answer")
                for one in world.log.form_options().outcomes
            ),
        )
    )
    press(qtbot, form, "5")
    assert said(form).startswith("Cadência: tentativa 3 de 4, amanhã à tarde, por telefone")


def test_what_is_known_of_one_customer_is_not_told_of_the_next(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    press(qtbot, form, "4")
    assert said(form)
    world.log.facts = None
    form.open_for(SECOND)
    form.take_focus()
    press(qtbot, form, "4")
    assert said(form) == ""


def test_a_correction_is_not_the_cadence_s(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    form._fields.cadence.set_amending(True)
    press(qtbot, form, "4")
    assert said(form) == ""


def test_the_reason_outlives_the_program(
    qtbot: QtBot, qapp: QApplication, world: PanelWorld
) -> None:
    capped = CadencePolicy(rules=CadenceRules(caps=(Cap(1, 30),)))
    world.log.facts = replace(open_all_day(), policy=capped)
    form = opened(qtbot, world)
    press(qtbot, form, "4")
    write_next(qtbot, form, "23/3 9h")
    qtbot.keyClicks(form._fields.cadence.reason, "Combinado")
    form.flush_draft()
    again = opened(qtbot, world)
    assert again._fields.cadence.reason.text() == "Combinado"
    assert not again._fields.cadence.reason.isHidden()
    qtbot.keyClick(
        again._fields.cadence.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert only(world).cadence_reason == "Combinado"
