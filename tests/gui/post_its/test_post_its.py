"""Reading, withdrawing and writing post-its."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Role
from cockpit.ui.post_its.composer import PostItComposer
from cockpit.ui.post_its.screen import PostItScreen
from tests.support.list_data import TODAY, customer_id
from tests.support.post_it_fakes import CAIO, POSTED_AT, TEAM, make_post_it
from tests.support.ui_data import UiWorld

SUPERVISOR = Role.SUPERVISOR


def screen_of(world: UiWorld, qtbot: QtBot, *, role: Role = Role.OPERATOR) -> PostItScreen:
    ctx = replace(world.ctx, user=replace(world.ctx.user, role=role))
    screen = PostItScreen(ctx)
    qtbot.addWidget(screen)
    QAbstractItemModelTester(
        screen.table.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    screen.resize(1100, 600)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.open()
    return screen


def test_the_first_unread_one_is_chosen_and_shown_in_full(world: UiWorld, qtbot: QtBot) -> None:
    long = "Liga\npara os inativos " + "x" * 300
    world.post_its.inbox = [make_post_it(1, read_at=POSTED_AT), make_post_it(2, long)]
    screen = screen_of(world, qtbot)
    assert screen.table.current() == world.post_its.inbox[1]
    assert screen.detail.body.text() == long
    assert screen.read_button.isVisible()
    assert not screen.write_button.isVisible(), "operators write none"


def test_enter_acknowledges_and_goes_on_to_the_next(world: UiWorld, qtbot: QtBot) -> None:
    world.post_its.inbox = [make_post_it(number) for number in (1, 2, 3)]
    screen = screen_of(world, qtbot)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert [one.is_unread for one in world.post_its.inbox] == [False, True, True]
    assert screen.table.current() == world.post_its.inbox[1]
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert world.post_its.unread() == 0
    assert not screen.read_button.isVisible()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)


def test_its_customers_can_be_listed(world: UiWorld, qtbot: QtBot) -> None:
    keys = (customer_id(1), customer_id(2))
    world.post_its.inbox = [make_post_it(1, customer_ids=keys, customer_names=("A", "B"))]
    screen = screen_of(world, qtbot)
    with qtbot.waitSignal(screen.customers_requested) as asked:
        qtbot.keyClick(screen.table, Qt.Key.Key_C)
    assert asked.args == [keys]


def test_the_author_sees_who_read_it_and_can_withdraw_it(world: UiWorld, qtbot: QtBot) -> None:
    world.post_its.outbox = [make_post_it(1, is_own=True, receipt_count=1, receivers=("Norte",))]
    screen = screen_of(world, qtbot, role=SUPERVISOR)
    assert screen._state.sentence()
    qtbot.keyClick(screen.table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    row = screen.table.records
    texts = [row.index(0, column).data() for column in range(5)]
    assert texts == ["Norte", "Ofereçam o frete grátis", "", "até 31/03", "1 de 4"]
    assert "Caio" in screen.detail.receipts.text()
    assert "Dora" in screen.detail.receipts.text()
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert world.post_its.withdrawn == [world.post_its.outbox[0].post_it_id]


@pytest.mark.parametrize(("withdrawn_at", "says"), [(None, True), (POSTED_AT, False)])
def test_only_one_that_holds_is_said_to_raise_its_customers(
    world: UiWorld, qtbot: QtBot, withdrawn_at: datetime | None, says: bool
) -> None:
    one = make_post_it(1, customer_ids=(customer_id(1),), customer_names=("A",))
    world.post_its.inbox = [replace(one, is_raising=True, withdrawn_at=withdrawn_at)]
    assert ("sobem" in screen_of(world, qtbot).detail._about.text()) is says


def test_it_is_read_again_when_somebody_posts(world: UiWorld, qtbot: QtBot) -> None:
    screen = screen_of(world, qtbot)
    world.post_its.inbox = [make_post_it(1)]
    world.feed.changed.emit(ChangeNotice(frozenset({Topic.POST_ITS})))
    assert screen.table.records.rowCount() == 1


@pytest.fixture
def composer(world: UiWorld, qtbot: QtBot) -> PostItComposer:
    dialog = PostItComposer(world.ctx)
    qtbot.addWidget(dialog)
    dialog.open_for([customer_id(1), customer_id(2)], ["Acme", "Beta"])
    return dialog


def test_what_is_typed_is_posted(world: UiWorld, composer: PostItComposer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.body, "Liguem hoje")
    composer.to.set_values([f"team:{TEAM}", f"user:{CAIO}"])
    composer.until.setText("+3d")
    qtbot.keyClick(composer.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (draft,) = world.post_its.posted
    assert (draft.body, draft.user_ids, draft.team_ids) == ("Liguem hoje", (CAIO,), (TEAM,))
    assert draft.valid_until_on == TODAY + timedelta(days=3)
    assert draft.customer_ids == (customer_id(1), customer_id(2))
    assert draft.is_raising
    assert not composer.isVisible()


def test_by_default_it_is_for_everybody_for_a_week(
    world: UiWorld, composer: PostItComposer, qtbot: QtBot
) -> None:
    qtbot.keyClicks(composer.body, "Bom dia")
    composer.raising_box.setChecked(False)
    composer.post_button.click()
    (draft,) = world.post_its.posted
    assert (draft.user_ids, draft.team_ids) == ((), ())
    assert draft.valid_until_on == TODAY + timedelta(days=7)
    assert not draft.is_raising


@pytest.mark.parametrize(("body", "until"), [("", ""), ("Oi", "ontem"), ("Oi", "sei lá")])
def test_what_is_wrong_is_said_and_nothing_is_lost(
    world: UiWorld, composer: PostItComposer, body: str, until: str
) -> None:
    composer.body.setPlainText(body)
    composer.until.setText(until)
    composer.post_button.click()
    assert composer.isVisible()
    assert composer._notice.text()
    assert composer.body.toPlainText() == body
    assert not world.post_its.posted


def test_a_refusal_leaves_the_text_and_lets_try_again(
    world: UiWorld, composer: PostItComposer
) -> None:
    world.post_its.error = BadInputError("post_it_not_allowed")
    composer.body.setPlainText("Oi")
    composer.post_button.click()
    assert composer.isVisible()
    world.post_its.error = None
    composer.post_button.click()
    assert len(world.post_its.posted) == 1
    assert not composer.isVisible()
