"""The contact form: choosing by keyboard, saving, and never losing a word."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.errors import DatabaseError
from cockpit.domain.natural_date import moment_of
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.ui.contact_form.form import ContactForm
from cockpit.ui.drafts.keeper import DEBOUNCE_MS
from tests.gui.contact_form.keys import FIRST, SECOND, only, opened
from tests.support.panel_data import HeldTaskRunner, PanelWorld, make_contact, make_panel

CTRL = Qt.KeyboardModifier.ControlModifier
BUSY = "Outro programa está usando o banco de dados"


def press(qtbot: QtBot, form: ContactForm, keys: str) -> None:
    """Type into whatever has the focus."""
    for key in keys:
        qtbot.keyClicks(form.focusWidget() or form, key)


def save(qtbot: QtBot, form: ContactForm) -> None:
    qtbot.keyClick(form.focusWidget() or form, Qt.Key.Key_Return, CTRL)


def status(form: ContactForm) -> str:
    return form._status.text()


def next_text(form: ContactForm) -> str:
    return form._fields._next.line.text()


def write_next(qtbot: QtBot, form: ContactForm, words: str) -> None:
    form._fields._next.line.clear()
    qtbot.keyClicks(form._fields._next.line, words)


def drafts(world: PanelWorld) -> dict[str, object]:
    stored = world.preferences._service.load()
    return {key: value for key, value in stored.items() if key.startswith("draft.")}


def test_a_number_chooses_the_outcome(qtbot: QtBot, form: ContactForm) -> None:
    press(qtbot, form, "3")
    assert form._fields.outcome.name == "Ligar mais tarde"


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("v", "Venda realizada"),
        ("nao v", "Não vai comprar agora"),
        ("t", "Telefone errado"),
        ("men", "Mensagem enviada"),
    ],
)
def test_letters_choose_the_outcome_whatever_their_accents(
    qtbot: QtBot, form: ContactForm, letters: str, name: str
) -> None:
    press(qtbot, form, letters)
    assert form._fields.outcome.name == name


def test_ctrl_enter_stores_everything(qtbot: QtBot, world: PanelWorld, form: ContactForm) -> None:
    press(qtbot, form, "4")
    qtbot.keyClicks(form._fields._note, "Pediu a tabela nova.")
    write_next(qtbot, form, "sexta 9h")
    with qtbot.waitSignal(form.contact_saved) as saved:
        save(qtbot, form)
    draft = only(world)
    assert saved.args == [FIRST.profile.customer_id] == [draft.customer_id]
    assert draft.outcome.code == "no_decision"
    assert (draft.note, draft.channel) == ("Pediu a tabela nova.", Channel.PHONE)
    assert (draft.person_name, draft.person_id) == ("Carlos Menegotto", UUID(int=31))
    assert abs(draft.occurred_at - world.clock.now()) < timedelta(minutes=1)
    assert draft.next_contact is not None
    moment = moment_of(draft.next_contact.due_at, DEFAULT_ZONE, has_time=True)
    assert moment.text(world.ctx.language) == "sex 25/03/2022 09:00"
    assert draft.next_contact.has_time
    assert next(iter(world.log.logged.values()))[1] is LifecycleStatus.INACTIVE


def test_a_long_note_is_stored_whole_and_reminded_of_in_short(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    press(qtbot, form, "4")
    form._fields._note.setPlainText("longa história\n" * 100)
    write_next(qtbot, form, "sexta")
    save(qtbot, form)
    draft = only(world)
    assert draft.note.count("história") == 100
    assert draft.next_contact is not None
    assert draft.next_contact.note.startswith("longa história longa")
    assert len(draft.next_contact.note) <= 160


def test_a_note_is_stored_without_the_sign_that_no_database_takes(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    press(qtbot, form, "4")
    form._fields._note.setPlainText("antes\0depois")
    save(qtbot, form)
    assert only(world).note == "antesdepois"


def test_after_saving_the_form_is_blank_and_says_when(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    press(qtbot, form, "1")
    qtbot.keyClicks(form._fields._note, "Vendeu.")
    save(qtbot, form)
    assert status(form).startswith("Salvo 09:0")
    assert form._fields.outcome is None
    assert form._fields.note == ""
    press(qtbot, form, "1")
    save(qtbot, form)
    assert len(world.log.logged) == 2


def test_saved_is_said_only_after_the_commit_and_a_double_save_stores_one(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    form = opened(qtbot, world)
    runner.release()
    press(qtbot, form, "1")
    save(qtbot, form)
    save(qtbot, form)
    assert not status(form)  # what is stored at once does not flicker
    qtbot.waitUntil(lambda: status(form) == "Salvando…")
    assert not form._save.isEnabled()
    runner.release()
    assert "Salvo" in status(form)
    assert form._save.isEnabled()
    assert world.log.calls == 1
    form.flush_draft()
    world.close()


def test_words_typed_while_it_is_being_saved_begin_the_next_contact(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    form = opened(qtbot, world)
    runner.release()
    press(qtbot, form, "1")
    save(qtbot, form)
    qtbot.keyClicks(form._fields._note, "Ligou de volta")
    runner.release()
    assert only(world).note == ""
    assert form._fields.note == "Ligou de volta"
    save(qtbot, form)
    runner.release()
    assert [draft.note for draft, _ in world.log.logged.values()] == ["", "Ligou de volta"]
    form.flush_draft()
    world.close()


def test_an_error_keeps_every_word_and_says_what_to_do(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    world.log.trouble = DatabaseError("database_locked")
    press(qtbot, form, "1")
    qtbot.keyClicks(form._fields._note, "Quarenta caixas")
    save(qtbot, form)
    assert status(form).startswith(BUSY)
    assert form._fields.note == "Quarenta caixas"
    assert world.log.logged == {}
    world.log.trouble = None
    save(qtbot, form)
    assert only(world).note == "Quarenta caixas"


def test_a_fault_of_the_program_keeps_every_word_too(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    world.log.trouble = ZeroDivisionError()
    press(qtbot, form, "1")
    with qtbot.captureExceptions() as raised:
        qtbot.mouseClick(form._save, Qt.MouseButton.LeftButton)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert "continua aqui" in status(form)
    assert form._fields.outcome is not None


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [("", "Escolha a ocorrência"), ("8", "precisa de um motivo"), ("2", "")],
)
def test_what_is_missing_is_named(
    qtbot: QtBot, world: PanelWorld, form: ContactForm, keys: str, sentence: str
) -> None:
    press(qtbot, form, keys)
    save(qtbot, form)
    assert sentence in status(form)
    assert len(world.log.logged) == (0 if sentence else 1)


def test_a_date_that_is_not_understood_is_explained_once_and_stops_the_save(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    press(qtbot, form, "1")
    write_next(qtbot, form, "ontem")
    save(qtbot, form)
    assert world.log.logged == {}
    assert form._fields._next._trouble.text().startswith("Não entendi a data")
    assert status(form) == ""


def test_the_preview_says_what_the_words_mean(qtbot: QtBot, form: ContactForm) -> None:
    write_next(qtbot, form, "sexta 14h")
    assert form._fields._next._preview.full_text() == "→ sex 25/03/2022 14:00"


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_1, "qua 23/03/2022"),
        (Qt.Key.Key_2, "sex 25/03/2022"),
        (Qt.Key.Key_3, "seg 28/03/2022"),
        (Qt.Key.Key_4, "qua 06/04/2022"),
        (Qt.Key.Key_5, "sex 22/04/2022"),
    ],
)
def test_presets_have_keys(qtbot: QtBot, form: ContactForm, key: Qt.Key, day: str) -> None:
    qtbot.keyClick(form.focusWidget(), key, CTRL)
    assert next_text(form) == day


def test_reasons_are_those_of_the_outcome(qtbot: QtBot, form: ContactForm) -> None:
    def offered() -> list[str]:
        reason = form._fields._reason
        return [reason.itemText(row) for row in range(1, reason.count())]

    press(qtbot, form, "1")
    assert offered() == ["Comprou do concorrente", "Preço"]
    press(qtbot, form, "8")
    assert offered() == ["Comprou do concorrente", "Preço", "Ainda tem estoque"]
    form._fields._reason.setCurrentIndex(3)
    form.take_focus()
    press(qtbot, form, "9")
    assert offered()[-1] == "Atraso na entrega"
    assert form._fields.reason is None


def test_a_draft_is_kept_per_customer(qtbot: QtBot, form: ContactForm) -> None:
    press(qtbot, form, "4")
    qtbot.keyClicks(form._fields._note, "meia frase")
    form.open_for(SECOND)
    assert form._fields.note == ""
    assert form._fields.outcome is None
    form.open_for(FIRST)
    assert form._fields.note == "meia frase"
    assert form._fields.outcome.code == "no_decision"
    assert status(form) == "rascunho recuperado"


def test_a_draft_is_written_when_the_typing_pauses_and_survives_a_crash(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    press(qtbot, form, "5")
    qtbot.keyClicks(form._fields._note, "Caixa postal")
    write_next(qtbot, form, "+3d")
    assert drafts(world) == {}
    qtbot.waitUntil(lambda: drafts(world) != {}, timeout=10 * DEBOUNCE_MS)
    contact_id = form._contact_id
    world.preferences._values = world.preferences._service.load()  # as a new start reads them
    again = opened(qtbot, world)
    assert again._fields.note == "Caixa postal"
    assert again._fields.outcome.code == "no_answer"
    assert next_text(again) == "sex 25/03/2022"
    assert again._contact_id == contact_id


def test_a_saved_draft_is_gone(qtbot: QtBot, world: PanelWorld, form: ContactForm) -> None:
    press(qtbot, form, "1")
    form.flush_draft()
    assert len(drafts(world)) == 1
    save(qtbot, form)
    assert drafts(world) == {}
    form.open_for(SECOND)
    form.open_for(FIRST)
    assert form._fields.outcome is None


def test_an_emptied_form_leaves_no_draft(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    qtbot.keyClicks(form._fields._note, "x")
    form.flush_draft()
    form._fields._note.clear()
    form.flush_draft()
    assert drafts(world) == {}


def test_a_draft_that_was_stored_just_before_a_crash_is_not_offered_again(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    qtbot.keyClicks(form._fields._note, "gravado")
    form.open_for(SECOND)
    key = UUID(next(iter(drafts(world).values()))["contact_id"])  # type: ignore[index]
    stored = replace(make_contact(0), contact_id=key)
    profile = replace(FIRST.profile, contacts=(stored,))
    form.open_for(replace(FIRST, profile=profile))
    assert form._fields.note == ""
    assert form._contact_id != key


def test_a_refreshed_customer_changes_nothing_that_was_typed(
    qtbot: QtBot, form: ContactForm
) -> None:
    press(qtbot, form, "4")
    qtbot.keyClicks(form._fields._note, "no meio da")
    form.open_for(make_panel(1, segment="Outro"))
    assert form._fields.note == "no meio da"
    assert form._fields.outcome is not None


def test_nothing_is_saved_to_a_customer_that_was_left(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    press(qtbot, form, "1")
    form.close_form()
    save(qtbot, form)
    assert world.log.logged == {}
    form.take_focus()
    form.open_for(SECOND)
    assert form._fields._outcomes.hasFocus()
    form.open_for(FIRST)
    save(qtbot, form)
    assert only(world).customer_id == FIRST.profile.customer_id


def test_a_form_without_a_customer_turns_grey_after_a_while(
    qtbot: QtBot, form: ContactForm
) -> None:
    form.close_form()
    assert form.isEnabled()
    qtbot.waitUntil(lambda: not form.isEnabled())


def test_a_save_that_ends_after_the_customer_was_changed_names_its_own(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    form = opened(qtbot, world)
    runner.release()
    press(qtbot, form, "1")
    save(qtbot, form)
    form.open_for(SECOND)
    qtbot.keyClicks(form._fields._note, "do segundo")
    runner.release()
    assert "do Vale 1" in status(form)
    assert form._fields.note == "do segundo"
    assert only(world).customer_id == FIRST.profile.customer_id
    form.flush_draft()
    world.close()


def test_the_note_grows_with_its_text(qtbot: QtBot, form: ContactForm) -> None:
    note = form._fields._note
    low = note.height()
    note.setPlainText("uma\nduas\ntrês\nquatro\ncinco")
    assert note.height() > low
    note.clear()
    assert note.height() == low


def test_english_is_complete(qtbot: QtBot, qapp: QApplication) -> None:
    world = PanelWorld(qapp, preferences={"language": "en"})
    form = opened(qtbot, world)
    press(qtbot, form, "4")
    assert form._fields.cadence.words.whole.startswith("Cadence: follow-up 1 of 4, 25/03, by phone")
    write_next(qtbot, form, "tomorrow 2pm")
    save(qtbot, form)
    assert status(form).startswith("Saved 09:0")
    world.close()


def test_the_outcomes_model_keeps_qt_s_rules(form: ContactForm) -> None:
    model = form._fields._outcomes.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, form)
    assert model.rowCount() == 14


def test_a_quick_contact_is_stored_without_a_draft_before_or_after_it(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    told: list[str] = []
    world.preferences.changed.connect(told.append)
    press(qtbot, form, "1")
    save(qtbot, form)
    assert len(world.log.logged) == 1
    assert told == []


def test_a_save_that_fails_keeps_the_words_for_the_next_start(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    world.log.trouble = DatabaseError("database_locked")
    press(qtbot, form, "1")
    qtbot.keyClicks(form._fields._note, "Quarenta caixas")
    save(qtbot, form)
    qtbot.waitUntil(lambda: drafts(world) != {}, timeout=10 * DEBOUNCE_MS)
