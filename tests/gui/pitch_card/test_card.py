"""The pitch card: what it says, how an argument gets into the form, and how notes are kept."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.errors import DatabaseError
from cockpit.domain.messages import Message
from cockpit.domain.pitch import Cause, Offer, PitchDraft
from cockpit.domain.sections import CustomerStory, PitchVersion
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.contact_form.form import ContactForm
from cockpit.ui.customer_panel.card_maker import CardMaker
from cockpit.ui.drafts.keeper import DEBOUNCE_MS
from cockpit.ui.pitch_card.card import PitchCard
from cockpit.ui.pitch_card.document import _SIGNS
from tests.support.panel_data import HeldTaskRunner, PanelWorld, make_panel
from tests.support.story_data import make_card, make_story

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = make_panel(1), make_panel(2)


def story_of(panel: CustomerPanel, *, pitches: tuple[PitchVersion, ...] = ()) -> CustomerStory:
    row = {"customer_id": panel.profile.customer_id, "status": LifecycleStatus.INACTIVE}
    return replace(make_story(row), pitches=pitches)


def version(panel: CustomerPanel = FIRST, **changes: object) -> PitchVersion:
    made = PitchVersion(
        UUID(int=0x51),
        panel.profile.contacts[0].occurred_at,
        "Ana",
        "Trocou de comprador",
        "Custo por hora",
        "5% na linha",
        "Voltar pela fixação",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def world(qapp: QApplication) -> Iterator[PanelWorld]:
    made = PanelWorld(qapp)
    yield made
    made.close()


class Desk(QWidget):
    """A card, and a place beside it where the keyboard can go."""

    def __init__(self, world: PanelWorld) -> None:
        super().__init__()
        self.cards = CardMaker(world.ctx, self)
        self.card = PitchCard(world.ctx, self.cards, self)
        self.other = QWidget(self)
        self.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.card)
        layout.addWidget(self.other)
        self.resize(440, 640)


@pytest.fixture
def desk(qtbot: QtBot, world: PanelWorld) -> Desk:
    return shown(qtbot, world)


@pytest.fixture
def card(desk: Desk) -> PitchCard:
    return desk.card


def shown(qtbot: QtBot, world: PanelWorld) -> Desk:
    made = Desk(world)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def text(card: PitchCard) -> str:
    return card._view.toPlainText().strip()


def write(qtbot: QtBot, card: PitchCard, words: str) -> None:
    """Write into the first field, why they stopped."""
    if not card.is_expanded:
        card.toggle()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(field, words)


def saved(world: PanelWorld) -> list[PitchDraft]:
    return world.pitches.saved


# --- what it says ----------------------------------------------------------------------------


def test_without_a_customer_it_says_so(card: PitchCard) -> None:
    assert text(card) == "Escolha um cliente para ver por que parou e o que oferecer."


def test_it_says_that_it_prepares(qtbot: QtBot, qapp: QApplication) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    desk = shown(qtbot, world)
    card = desk.card
    card.show_for(FIRST, story_of(FIRST))
    assert text(card) == ""  # a short wait does not flicker
    qtbot.waitUntil(lambda: text(card) == "Preparando…")
    runner.release()
    assert "Objetivo:" in text(card)
    world.close()


def test_money_comes_first_in_the_credit_lane(card: PitchCard) -> None:
    card.show_for(FIRST, story_of(FIRST))
    assert text(card).startswith("Primeiro o financeiro\nBom dia!")


def test_folded_the_credit_lane_leaves_room_for_facts(world: PanelWorld, card: PitchCard) -> None:
    made = replace(make_card(story_of(FIRST)), script="Primeira linha\nSegunda linha")
    world.pitches.cards[FIRST.profile.customer_id] = made
    card.show_for(FIRST, story_of(FIRST))
    assert "Primeira linha" in text(card)
    assert "Segunda linha" not in text(card)
    card.toggle()
    assert "Segunda linha" in text(card)


def test_elsewhere_the_script_comes_after_the_offer(world: PanelWorld, card: PitchCard) -> None:
    made = replace(make_card(story_of(FIRST)), is_credit_lane=False)
    world.pitches.cards[FIRST.profile.customer_id] = made
    card.show_for(FIRST, story_of(FIRST))
    assert text(card).startswith("Objetivo: Combinar o pagamento")
    assert text(card).index("Roteiro") > text(card).index("Pode oferecer: até 5% de desconto")


def test_evidence_answers_and_offer_are_told_with_their_numbers(card: PitchCard) -> None:
    card.show_for(FIRST, story_of(FIRST))
    for part in (
        "3 títulos vencidos, R$ 4.210",
        "Deixou de comprar 4 produtos",
        "Para “Preço acima do concorrente”",
        "funcionou 9 de 14",
        "até 5% de desconto",
        "Semana da manutenção: 10%",
    ):
        assert part in text(card), part


def test_nothing_on_record_is_said_and_no_discount_too(world: PanelWorld, card: PitchCard) -> None:
    made = replace(
        make_card(story_of(FIRST)),
        evidence=(),
        answers=(),
        offer=Offer(0, ()),
        script="",
        goal=Message.of("pitch.goal_first"),
    )
    world.pitches.cards[FIRST.profile.customer_id] = made
    card.show_for(FIRST, story_of(FIRST))
    assert "Nada registrado explica a parada" in text(card)
    assert "sem desconto próprio" in text(card)


def test_what_customers_are_called_is_never_markup(world: PanelWorld, card: PitchCard) -> None:
    script = "<img src='x'> & <b>negrito</b>"
    made = replace(make_card(story_of(FIRST)), script=script)
    world.pitches.cards[FIRST.profile.customer_id] = made
    card.show_for(FIRST, story_of(FIRST))
    assert script in text(card)


def test_every_cause_has_a_sign(world: PanelWorld) -> None:
    assert set(_SIGNS) == set(Cause)
    for icon, tint in _SIGNS.values():
        assert not world.theme.pixmap(icon, 14, tint).isNull()


def test_the_goal_written_since_the_last_contact_counts(card: PitchCard) -> None:
    last = FIRST.profile.contacts[0].occurred_at
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    assert "Objetivo: Combinar o pagamento" in text(card)
    fresh = version(written_at=last.replace(year=last.year + 1))
    card.show_for(FIRST, story_of(FIRST, pitches=(fresh,)))
    assert "Objetivo: Voltar pela fixação" in text(card)


def test_an_error_offers_another_try(
    qtbot: QtBot, world: PanelWorld, card: PitchCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise DatabaseError("database_locked")

    with monkeypatch.context() as patch:
        patch.setattr(world.pitches, "card", locked)
        card.show_for(FIRST, story_of(FIRST))
    assert text(card).endswith("Tentar de novo")
    card._view.retry_requested.emit()
    assert "Objetivo:" in text(card)


def test_english_is_complete(qtbot: QtBot, qapp: QApplication) -> None:
    world = PanelWorld(qapp, preferences={"language": "en"})
    desk = shown(qtbot, world)
    card = desk.card
    card.show_for(FIRST, story_of(FIRST))
    assert text(card).startswith("Money first")
    assert "You may offer: up to 5% off" in text(card)
    world.close()


def test_what_is_not_in_sight_is_not_asked_for(qtbot: QtBot, world: PanelWorld, desk: Desk) -> None:
    desk.card.hide()
    before = len(world.runner.lanes)
    desk.card.show_for(FIRST, story_of(FIRST))
    desk.card.show_for(SECOND, story_of(SECOND))
    assert len(world.runner.lanes) == before
    desk.card.show()
    assert len(world.runner.lanes) == before + 1
    assert "Objetivo:" in text(desk.card)


def test_a_card_made_ahead_is_there_at_once(qtbot: QtBot, world: PanelWorld, desk: Desk) -> None:
    story = story_of(SECOND)
    made = world.pitches.card(SECOND, story)
    before = len(world.runner.lanes)
    desk.cards.keep(SECOND, story, made)
    desk.card.show_for(SECOND, story)
    assert len(world.runner.lanes) == before
    assert "Objetivo:" in text(desk.card)
    desk.card.show_for(SECOND, replace(story))
    assert len(world.runner.lanes) == before + 1


def test_a_customer_that_was_left_is_out_of_sight_at_once(qtbot: QtBot, card: PitchCard) -> None:
    card.show_for(FIRST, story_of(FIRST))
    card.clear()
    assert text(card) == ""
    qtbot.waitUntil(lambda: text(card).startswith("Escolha um cliente"))


# --- arguments ---------------------------------------------------------------------------------


def test_a_digit_uses_an_argument_and_the_form_knows(
    qtbot: QtBot, world: PanelWorld, card: PitchCard
) -> None:
    form = ContactForm(world.ctx)
    qtbot.addWidget(form)
    form.open_for(FIRST)
    card.argument_chosen.connect(form.use_argument)
    card.show_for(FIRST, story_of(FIRST))
    card.take_focus()
    with qtbot.waitSignal(card.argument_chosen) as chosen:
        qtbot.keyClicks(card._view, "2")
    argument, objection = chosen.args
    assert (argument.argument_id, objection) == (UUID(int=0xB2), "Preço acima do concorrente")
    assert "usado" in text(card)
    (draft,) = form._fields.objections.drafts()
    assert draft.argument_id == argument.argument_id
    form.flush_draft()


def test_a_link_uses_an_argument_by_keyboard(qtbot: QtBot, card: PitchCard) -> None:
    card.show_for(FIRST, story_of(FIRST))
    card.take_focus()
    qtbot.keyClick(card._view, Qt.Key.Key_Tab)
    with qtbot.waitSignal(card.argument_chosen):
        qtbot.keyClick(card._view, Qt.Key.Key_Return)


def test_what_was_used_with_one_customer_is_not_with_the_next(
    qtbot: QtBot, card: PitchCard
) -> None:
    card.show_for(FIRST, story_of(FIRST))
    qtbot.keyClicks(card._view, "1")
    card.show_for(SECOND, story_of(SECOND))
    assert "usado" not in text(card).replace("não usado", "")


def test_a_number_without_an_argument_does_nothing(qtbot: QtBot, card: PitchCard) -> None:
    card.show_for(FIRST, story_of(FIRST))
    with qtbot.assertNotEmitted(card.argument_chosen):
        qtbot.keyClicks(card._view, "9")


# --- notes -------------------------------------------------------------------------------------


def test_the_notes_begin_with_the_last_version(card: PitchCard) -> None:
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    assert card._editor.texts().why_stopped == "Trocou de comprador"


def test_without_a_version_they_begin_with_what_the_card_proposes(
    world: PanelWorld, card: PitchCard
) -> None:
    card.show_for(FIRST, story_of(FIRST))
    texts = card._editor.texts()
    assert texts.why_stopped.startswith("3 títulos vencidos")
    assert texts.goal.startswith("Combinar o pagamento")
    card.clear()
    assert saved(world) == []  # a proposal that nobody touched is nobody's note


def test_ctrl_s_saves_a_version_and_says_when(
    qtbot: QtBot, world: PanelWorld, card: PitchCard
) -> None:
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    write(qtbot, card, "Mudou de fornecedor")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)
    (draft,) = saved(world)
    assert draft.why_stopped == "Mudou de fornecedor"
    assert draft.goal == "Voltar pela fixação"
    assert draft.customer_id == FIRST.profile.customer_id
    assert card._status.text().startswith("Salvo 09:0")
    card.flush()
    assert len(saved(world)) == 1


def test_saved_is_said_only_after_the_commit(qtbot: QtBot, qapp: QApplication) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    desk = shown(qtbot, world)
    card = desk.card
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    runner.release()
    write(qtbot, card, "x")
    card.flush()
    assert card._status.text() == ""
    runner.release()
    assert card._status.text().startswith("Salvo")
    world.close()


@pytest.mark.parametrize("way", ["toggle", "leave", "clear", "next"])
def test_leaving_saves(qtbot: QtBot, world: PanelWorld, desk: Desk, way: str) -> None:
    card = desk.card
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    write(qtbot, card, "Mudou de fornecedor")
    if way == "toggle":
        with qtbot.waitSignal(card.focus_released):
            card.toggle()
    elif way == "leave":
        desk.other.setFocus()
    elif way == "clear":
        card.clear()
    else:
        card.show_for(SECOND, story_of(SECOND))
    (draft,) = saved(world)
    assert draft.why_stopped == "Mudou de fornecedor"
    assert draft.customer_id == FIRST.profile.customer_id


def test_an_error_keeps_what_was_written(
    qtbot: QtBot, world: PanelWorld, card: PitchCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise DatabaseError("database_locked")

    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    write(qtbot, card, "Mudou de fornecedor")
    with monkeypatch.context() as patch:
        patch.setattr(world.pitches, "save", locked)
        card.flush()
        assert card._status.text().startswith("Outro programa")
        card.show_for(SECOND, story_of(SECOND))
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    assert card._editor.texts().why_stopped == "Mudou de fornecedor"
    card.flush()
    assert saved(world)[-1].why_stopped == "Mudou de fornecedor"


def test_an_error_after_the_customer_was_left_reaches_the_status_bar(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise DatabaseError("database_locked")

    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    desk = shown(qtbot, world)
    desk.card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    runner.release()
    write(qtbot, desk.card, "Mudou de fornecedor")
    monkeypatch.setattr(world.pitches, "save", locked)
    desk.card.clear()
    with qtbot.waitSignal(desk.card.message_raised) as raised:
        runner.release()
    assert raised.args[0].startswith("Outro programa")
    world.close()


def test_a_refreshed_customer_changes_nothing_that_is_being_written(
    qtbot: QtBot, card: PitchCard
) -> None:
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    write(qtbot, card, "no meio da")
    card.show_for(FIRST, story_of(FIRST, pitches=(version(why_stopped="outro"), version())))
    assert card._editor.texts().why_stopped == "no meio da"
    card.flush()


def test_a_story_read_before_the_save_does_not_take_it_back(qtbot: QtBot, card: PitchCard) -> None:
    story = story_of(FIRST, pitches=(version(),))
    card.show_for(FIRST, story)
    write(qtbot, card, "novo")
    card.flush()
    card.show_for(FIRST, story)
    assert card._editor.texts().why_stopped == "novo"


def restarted(qtbot: QtBot, world: PanelWorld) -> Desk:
    """Return the desk of a program that begins with what is stored."""
    world.preferences._values = world.preferences._service.load()
    return shown(qtbot, world)


def drafts(world: PanelWorld) -> list[str]:
    return [key for key in world.preferences._service.load() if key.startswith("pitch_draft.")]


def test_what_is_typed_is_kept_before_it_is_saved_and_survives_a_crash(
    qtbot: QtBot, world: PanelWorld, card: PitchCard
) -> None:
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    write(qtbot, card, "Mudou de forn")
    qtbot.waitUntil(lambda: len(drafts(world)) == 1, timeout=10 * DEBOUNCE_MS)
    assert saved(world) == []
    desk = restarted(qtbot, world)
    again = desk.card
    again.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    assert again._editor.texts().why_stopped == "Mudou de forn"
    assert again._status.text() == "rascunho recuperado"
    again.flush()
    assert [one.why_stopped for one in saved(world)] == ["Mudou de forn"]
    assert drafts(world) == []


def test_notes_that_were_stored_just_before_a_crash_are_neither_offered_nor_stored_again(
    qtbot: QtBot, world: PanelWorld, card: PitchCard
) -> None:
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    write(qtbot, card, "Mudou de fornecedor")
    card._notes._drafts.flush()
    kept = world.preferences._service.load()
    card.flush()
    (draft,) = saved(world)
    world.preferences._service.store(*next(one for one in kept.items() if "pitch" in one[0]))
    stored = version(note_id=draft.note_id, why_stopped=draft.why_stopped)
    newer = version(note_id=UUID(int=9), why_stopped="outro", author="Bruno")
    desk = restarted(qtbot, world)
    again = desk.card
    assert len(drafts(world)) == 1
    again.show_for(FIRST, story_of(FIRST, pitches=(newer, stored)))
    assert again._editor.texts().why_stopped == "outro"
    assert drafts(world) == []


def test_what_is_typed_while_it_is_being_saved_stays_a_draft(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    desk = shown(qtbot, world)
    card = desk.card
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    runner.release()
    write(qtbot, card, "primeiro")
    card.flush()
    write(qtbot, card, "segundo")
    runner.release()
    runner.release()
    assert [one.why_stopped for one in saved(world)] == ["primeiro"]
    (place,) = drafts(world)
    assert world.preferences.value(place, {})["why_stopped"] == "segundo"
    card.clear()
    runner.release()
    runner.release()
    assert [one.why_stopped for one in saved(world)] == ["primeiro", "segundo"]
    assert drafts(world) == []
    world.close()


def test_notes_that_say_nothing_new_leave_no_draft(
    qtbot: QtBot, world: PanelWorld, card: PitchCard
) -> None:
    card.show_for(FIRST, story_of(FIRST, pitches=(version(),)))
    write(qtbot, card, "x")
    write(qtbot, card, "Trocou de comprador")
    card._notes._drafts.flush()
    assert drafts(world) == []


def test_expanded_it_tells_the_earlier_versions(qtbot: QtBot, card: PitchCard) -> None:
    earlier = version(note_id=UUID(int=0x52), author="Bruno", why_stopped="Atraso")
    card.show_for(FIRST, story_of(FIRST, pitches=(version(), earlier)))
    assert "Anotado por Bruno" not in text(card)
    with qtbot.waitSignal(card.expanded_changed) as changed:
        card.toggle()
    assert changed.args == [True]
    assert "Anotado por Bruno" in text(card)
    assert card.step_back()
    assert not card.is_expanded
    assert not card.step_back()


def test_without_a_customer_there_is_nothing_to_expand(card: PitchCard) -> None:
    card.toggle()
    assert not card.is_expanded
