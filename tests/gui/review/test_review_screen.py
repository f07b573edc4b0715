"""Reading contacts: walking, marking, commenting, searching; and the comments to the user."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import DatabaseError
from cockpit.domain.filters import SavedView
from cockpit.domain.formats import Language
from cockpit.domain.note_search import NoteSearch
from cockpit.domain.review import Answer, Mark, Progress, Review, ReviewFilter
from cockpit.ui.review.screen import RECEIVED, SAID, ReviewScreen
from cockpit.ui.review.words import worth
from cockpit.ui.theme import FontRole
from cockpit.ui.widgets.record_table import CELL_INSET
from tests.support.reading_order import steps_against_reading
from tests.support.review_fakes import AT, DORA, make_comment, make_row
from tests.support.ui_data import UiWorld

_CONTROL = Qt.KeyboardModifier.ControlModifier


def screen_of(world: UiWorld, qtbot: QtBot, count: int = 5) -> ReviewScreen:
    if not world.review.contacts:
        world.review.contacts = [make_row(number) for number in range(count)]
    screen = ReviewScreen(world.ctx)
    qtbot.addWidget(screen)
    QAbstractItemModelTester(
        screen.table.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    screen.resize(1366, 700)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.open()
    return screen


@pytest.fixture
def screen(world: UiWorld, qtbot: QtBot) -> Iterator[ReviewScreen]:
    shown = screen_of(world, qtbot)
    yield shown
    shown.stop()


def here(screen: ReviewScreen) -> int:
    return screen.table.currentIndex().row()


def test_the_first_contact_is_shown_with_its_customer_and_the_keyboard_in_the_list(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    first = world.review.contacts[0]
    assert screen.table.hasFocus()
    assert screen.pane.row == first
    assert screen.pane.note.toPlainText() == first.note
    qtbot.waitUntil(lambda: screen.customer.panel is not None)
    assert screen.customer.panel is not None
    assert screen.customer.panel.profile.customer_id == first.customer_id


def test_letters_and_arrows_walk(screen: ReviewScreen, qtbot: QtBot) -> None:
    for key, place in (
        (Qt.Key.Key_J, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_K, 1), (Qt.Key.Key_K, 0),
        (Qt.Key.Key_K, 0), (Qt.Key.Key_End, 4),
    ):  # fmt: skip
        qtbot.keyClick(screen.table, key)
        assert here(screen) == place
        assert screen.pane.row == screen.table.records.rows[place]


def test_one_key_marks_and_goes_on_to_the_next_unread_one(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    world.review.contacts[1] = make_row(1, mark=Mark.CHECKED)
    screen.reload()
    qtbot.keyClick(screen.table, Qt.Key.Key_2)
    assert world.review.contacts[0].mark is Mark.GOOD_EXAMPLE
    assert here(screen) == 2, "the second was read already"
    assert screen.table.records.rows[0].mark is Mark.GOOD_EXAMPLE
    assert "2" in screen.head.progress.text()


def test_a_mark_that_asks_for_something_needs_a_comment(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.message_raised):
        qtbot.keyClick(screen.table, Qt.Key.Key_3)
    assert screen.pane.comment.hasFocus()
    assert world.review.drafts == []
    qtbot.keyClicks(screen.pane.comment, "Pergunte o volume")
    qtbot.keyClick(screen.pane.comment, Qt.Key.Key_Return, _CONTROL)
    (draft,) = world.review.drafts
    assert (draft.mark, draft.comment) == (Mark.COACH, "Pergunte o volume")
    assert screen.table.hasFocus()
    assert here(screen) == 1
    assert screen.pane.comment.toPlainText() == ""


def test_enter_comments_and_the_comment_is_stored_with_the_mark_of_its_key(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.pane.comment, "Ótima pergunta")
    qtbot.keyClick(screen.pane.comment, Qt.Key.Key_2, _CONTROL)
    (draft,) = world.review.drafts
    assert (draft.mark, draft.comment) == (Mark.GOOD_EXAMPLE, "Ótima pergunta")


def test_escape_leaves_the_comment_for_the_list(screen: ReviewScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert screen.step_back()
    assert screen.table.hasFocus()
    assert not screen.step_back(), "the next Escape leaves the page"


def test_a_click_on_a_mark_gives_the_keyboard_back_to_the_list(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    qtbot.mouseClick(screen.pane._buttons[Mark.WRONG_OUTCOME], Qt.MouseButton.LeftButton)
    assert world.review.drafts[0].mark is Mark.WRONG_OUTCOME
    assert screen.table.hasFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_J)
    assert here(screen) == 2


def test_several_are_marked_at_once_and_the_last_marks_are_taken_back(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    for _ in range(2):
        qtbot.keyClick(screen.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(screen.table, Qt.Key.Key_1)
    assert [one.mark for one in world.review.contacts] == [Mark.CHECKED] * 3 + [None] * 2
    qtbot.keyClick(screen.table, Qt.Key.Key_Z, _CONTROL)
    assert all(one.is_unread for one in world.review.contacts)
    assert world.review.drafts[-1].mark is Mark.TAKEN_BACK
    assert here(screen) == 0


def test_a_mark_that_was_not_stored_is_not_shown(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    world.review.error = DatabaseError("database_moved")
    with qtbot.waitSignal(screen.message_raised):
        qtbot.keyClick(screen.table, Qt.Key.Key_1)
    assert screen.table.records.rows[0].is_unread


def test_an_operator_reads_and_judges_nothing(world: UiWorld, qtbot: QtBot) -> None:
    world.review.may_mark = False
    screen = screen_of(world, qtbot)
    qtbot.keyClick(screen.table, Qt.Key.Key_1)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert world.review.drafts == []
    assert not screen.pane.comment.isVisible()


def test_what_is_looked_for_is_marked_in_list_and_note(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    world.review.contacts[3] = make_row(3, "Não quer: o PRAZO é curto, o prazô")
    qtbot.keyClick(screen.table, Qt.Key.Key_F, _CONTROL)
    assert screen.filters.search.hasFocus()
    with qtbot.waitSignal(screen.filters.changed):
        qtbot.keyClicks(screen.filters.search, "quer praz")
    assert [one.contact_id for one in screen.table.records.rows] == [make_row(3).contact_id]
    assert screen.pane.note.marked_words() == ["quer", "PRAZ", "praz"]
    assert screen.step_back()
    assert screen.table.hasFocus()


def test_a_filter_reads_anew_and_is_saved_and_read_again(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    screen.filters.pickers["operators"].set_values([str(DORA)])
    with qtbot.waitSignal(screen.filters.changed):
        screen.filters.unread.setChecked(True)
    chosen = world.review.opened[-1]
    assert chosen.operators == {DORA}
    assert chosen.is_unread
    assert {one.operator for one in screen.table.records.rows} == {"Dora"}
    screen.head._on_name_confirmed("Só a Dora", True)
    (view,) = world.review.saved
    screen.read(ReviewFilter())
    assert len(screen.table.records.rows) == 5
    screen.head._on_filter_chosen(SavedView(view.view_id, view.name, True, True, view.definition))
    assert world.review.opened[-1] == chosen
    assert screen.filters.chosen() == chosen


def test_the_next_page_comes_before_the_end_is_reached(world: UiWorld, qtbot: QtBot) -> None:
    screen = screen_of(world, qtbot, 130)
    assert screen.table.records.rowCount() == 60
    screen.table.go_to(45)
    assert screen.table.records.rowCount() == 120
    screen.table.go_to(119)
    assert screen.table.records.rowCount() == 130
    assert [one.contact_id for one in screen.table.records.rows] == [
        one.contact_id for one in world.review.contacts
    ]


def test_a_sample_goes_on_by_its_keys_and_tells_how_much_of_it_is_read(
    world: UiWorld, qtbot: QtBot
) -> None:
    screen = screen_of(world, qtbot, 90)
    screen.read(ReviewFilter(of_each=45))
    assert len(screen.keys) == 90
    assert screen.head.progress.text() == "0 de 90 lidos"
    screen.table.go_to(59)
    assert screen.table.records.rowCount() == 90
    qtbot.keyClick(screen.table, Qt.Key.Key_1)
    assert screen.head.progress.text() == "1 de 90 lidos"


def test_what_others_think_meanwhile_is_shown_and_the_row_stays_chosen(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot
) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_J)
    second = world.review.contacts[1]
    world.review.contacts[1] = make_row(1, mark=Mark.COACH, reply="Vou perguntar")
    world.review.history[second.contact_id] = [
        Review(UUID(int=1), second.contact_id, Mark.COACH, "Pergunte", "Ana", AT,
               (Answer("Caio", AT + timedelta(hours=1), "Vou perguntar"),))
    ]  # fmt: skip
    world.ctx.feed.changed.emit(ChangeNotice(frozenset({Topic.REVIEWS}), frozenset()))
    qtbot.waitUntil(lambda: screen.table.records.rows[1].mark is Mark.COACH)
    assert here(screen) == 1
    assert "Vou perguntar" in screen.pane.history.text()


def test_o_opens_the_customer(world: UiWorld, screen: ReviewScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.customer_requested) as asked:
        qtbot.keyClick(screen.table, Qt.Key.Key_O)
    assert asked.args == [world.review.contacts[0].customer_id]


def test_a_comment_is_read_answered_and_leads_to_the_correction(
    world: UiWorld, qtbot: QtBot
) -> None:
    world.review.may_mark = False
    world.review.inbox = [make_comment(2), make_comment(1)]
    screen = screen_of(world, qtbot)
    screen.show_page(RECEIVED)
    page = screen.received
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert [one.is_unread for one in world.review.inbox] == [False, True]
    qtbot.keyClick(page.table, Qt.Key.Key_R)
    qtbot.keyClicks(page.reply, "Certo")
    qtbot.keyClick(page.reply, Qt.Key.Key_Return)
    assert world.review.inbox[0].reply == "Certo"
    assert page.table.hasFocus()
    assert "Certo" in page.answer.text()
    with qtbot.waitSignal(screen.amend_requested) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_E)
    assert asked.args[0].contact_id == make_comment(2).contact_id


def test_the_author_sees_what_became_of_their_comments(world: UiWorld, qtbot: QtBot) -> None:
    world.review.outbox = [make_comment(1, seen_at=AT, reply="Certo"), make_comment(2)]
    screen = screen_of(world, qtbot)
    screen.show_page(SAID)
    records = screen.said.table.records
    states = [records.index(row, 5).data() for row in range(2)]
    assert states == ["respondido", "ainda não lido"]
    assert not screen.said.reply.isVisible()


def test_the_list_goes_into_a_file_and_the_trail_knows(
    world: UiWorld, screen: ReviewScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(screen.message_raised) as said:
        screen.head.file.write(tmp_path / "contatos.csv", ReviewFilter())
    assert "5" in said.args[0]
    assert (tmp_path / "contatos.csv").exists()


def test_the_hint_goes_when_what_it_asks_for_is_done(screen: ReviewScreen, qtbot: QtBot) -> None:
    said: list[str] = []
    screen.message_raised.connect(said.append)
    qtbot.keyClick(screen.table, Qt.Key.Key_3)
    assert said[-1] != ""
    qtbot.keyClicks(screen.pane.comment, "Pergunte o volume")
    qtbot.keyClick(screen.pane.comment, Qt.Key.Key_Return, _CONTROL)
    assert said[-1] == ""


def test_enter_in_the_search_goes_to_what_was_found(screen: ReviewScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen, Qt.Key.Key_F, _CONTROL)
    assert screen.filters.search.hasFocus()
    qtbot.keyClick(screen.filters.search, Qt.Key.Key_Return)
    assert screen.table.hasFocus()


def test_one_contact_is_read_in_the_singular(screen: ReviewScreen) -> None:
    said = []
    for progress in (Progress(0), Progress(1), Progress(2), Progress(1, 8)):
        screen.head.show_progress(progress)
        said.append(screen.head.progress.text())
    assert said == ["Nenhum lido hoje", "1 lido hoje", "2 lidos hoje", "1 de 8 lidos"]


@pytest.mark.usefixtures("world")
def test_money_stands_in_one_line_with_its_sign() -> None:
    row = replace(make_row(0), yearly_cents=2_984_820, at_risk_cents=24_887)
    assert "R$\u00a029.848,20 em 12 meses" in worth(row, Language.PORTUGUESE)
    assert "R$\u00a0248,87 em risco" in worth(row, Language.PORTUGUESE)


@pytest.mark.parametrize("page", [RECEIVED, SAID])
def test_what_is_said_fits_its_columns(world: UiWorld, qtbot: QtBot, page: int) -> None:
    seen = make_comment(1, seen_at=AT)
    world.review.inbox = world.review.outbox = [replace(seen, mark=Mark.WRONG_OUTCOME)]
    screen = screen_of(world, qtbot)
    screen.show_page(page)
    table = (screen.received if page == RECEIVED else screen.said).table
    bold = QFontMetrics(world.ctx.theme.font(FontRole.STRONG_NUMBER))
    for column in (0, 4, 5):
        text = str(table.records.index(0, column).data())
        room = table.columnWidth(column) - 2 * CELL_INSET
        assert bold.horizontalAdvance(text) <= room, text
    screen.stop()


def test_tab_goes_as_the_eye_does(screen: ReviewScreen) -> None:
    for part in (screen.head, screen.filters, screen.pane):
        assert steps_against_reading(part) == []


def test_a_chosen_chip_has_room_for_its_bolder_words(screen: ReviewScreen) -> None:
    for chip in screen.head.chips:
        bold = QFont(chip.font())
        bold.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(bold).horizontalAdvance(chip.text())
        assert chip.sizeHint().width() >= words + 2 * 7, chip.text()  # padding and border


def test_the_reading_pane_says_who_else_talked_with_the_customer(
    world: UiWorld, screen: ReviewScreen
) -> None:
    row = make_row(1, colleagues=(("Ana", AT + timedelta(minutes=34)),))
    screen.pane.show_row(row, NoteSearch())
    texts = [one.text() for one in screen.pane.findChildren(QLabel) if one.isVisible()]
    assert "Ana também falou com este cliente em 21/03/2022 14:34 (35 min depois)" in texts
    screen.pane.show_row(make_row(2), NoteSearch())
    texts = [one.text() for one in screen.pane.findChildren(QLabel) if one.isVisible()]
    assert not any("também falou" in one for one in texts)
