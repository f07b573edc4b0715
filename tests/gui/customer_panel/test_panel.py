"""The client panel: what it loads, when, and what it does with late or failed answers."""

import time
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import DatabaseError
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import Channel
from cockpit.runtime.translation import install_language
from cockpit.ui.customer_panel.client_loader import ClientLoader
from cockpit.ui.customer_panel.read_ahead import Opening, Telling
from cockpit.ui.customer_panel.section_id import SectionId
from tests.support.panel_data import (
    HeldTaskRunner,
    PanelWorld,
    make_next,
    make_panel,
    make_troubled_panel,
)
from tests.support.panel_views import (
    BROWSE,
    CALL,
    add,
    big_story,
    button,
    opened,
    tell,
    texts,
)


def test_changing_the_language_changes_every_word(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_troubled_panel())
    for section in SectionId:
        panel.show_section(section)
    panel.show_section(SectionId.SUMMARY)
    assert "crédito negado" in texts(panel)
    world.preferences.set_value("language", "en")
    install_language(QApplication.instance(), world.ctx.language)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: "credit denied" in texts(panel))
    for words in ("R$ 12,345.67 overdue", "Overdue: Sat 19/03/2022 09:00", "2 open complaints"):
        assert words in texts(panel)
    panel.show_section(SectionId.TITLES)
    assert "1 title to fall due" in texts(panel)


def test_the_story_is_told_after_the_panel(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel(1))
    customer_id = add(world, make_panel(2))
    with qtbot.waitSignals(
        [panel.panel_left, panel.panel_shown, panel.story_shown], order="strict"
    ):
        panel.show_customer(customer_id)
    assert panel.story is not None
    assert panel.story.customer_id == customer_id


def test_a_customer_read_ahead_is_shown_without_reading_again(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel(1))
    customer_id = add(world, make_panel(2))
    panel.preload([customer_id])
    asked = (list(world.customers.asked), list(world.stories.asked))
    panel.show_customer(customer_id)
    assert (world.customers.asked, world.stories.asked) == asked
    assert "do Vale 2" in texts(panel)
    assert panel.story is not None


def test_a_customer_read_ahead_who_changed_meanwhile_is_read_again(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel(1))
    customer_id = add(world, make_panel(2))
    panel.preload([customer_id])
    add(world, make_panel(2, overdue_cents=99_900))
    tell(qtbot, world, customer_id)
    panel.show_customer(customer_id)
    assert "R$ 999,00 vencidos" in texts(panel)


def test_a_customer_who_is_just_being_read_ahead_is_not_read_twice(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    panel = opened(qtbot, world, make_panel(1))
    runner.release()
    customer_id = add(world, make_panel(2))
    panel.preload([customer_id])
    panel.show_customer(customer_id)
    with qtbot.waitSignals([panel.panel_shown, panel.story_shown]):
        runner.held("ahead")()
    assert world.customers.asked.count(customer_id) == 1
    assert "do Vale 2" in texts(panel)
    world.close()


def test_a_failed_reading_ahead_is_made_good_when_the_customer_comes(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel(1))
    customer_id = add(world, make_panel(2))
    world.customers.trouble = DatabaseError("database_locked")
    panel.preload([customer_id])
    world.customers.trouble = None
    panel.show_customer(customer_id)
    assert "do Vale 2" in texts(panel)


def test_what_was_read_ahead_before_the_last_change_is_not_shown(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel(1))
    customer_id = add(world, make_panel(2))
    panel.preload([customer_id])
    add(world, make_panel(2, overdue_cents=99_900))
    panel.require(customer_id, world.queue.change + 1)
    panel.show_customer(customer_id)
    assert "R$ 999,00 vencidos" in texts(panel)


def test_what_is_being_read_ahead_of_a_change_is_read_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    panel = opened(qtbot, world, make_panel(1))
    runner.release()
    customer_id = add(world, make_panel(2))
    panel.preload([customer_id])
    panel.require(customer_id, world.queue.change + 1)
    panel.show_customer(customer_id)
    runner.held("ahead")()
    assert panel.panel is None
    runner.release()
    assert "do Vale 2" in texts(panel)
    world.close()


def test_the_own_claim_told_while_its_customer_is_being_read_ahead_loses_nobody(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    panel = opened(qtbot, world, make_panel(1))
    runner.release()
    customer_id = add(world, make_panel(2))
    panel.preload([customer_id])
    panel.show_customer(customer_id)
    notice = ChangeNotice(frozenset({Topic.QUEUE}), frozenset({customer_id}))
    with qtbot.waitSignal(world.feed.changed):
        world.database.commit(notice)
    runner.release()
    assert "do Vale 2" in texts(panel)
    world.close()


def test_three_are_read_ahead_one_after_the_other_and_others_forgotten(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel(1))
    first, second, third = (add(world, make_panel(number)) for number in (2, 3, 4))
    panel.preload([first, second])
    qtbot.waitUntil(lambda: world.stories.asked[-1] == second)
    panel.preload([second, third])
    qtbot.waitUntil(lambda: world.stories.asked[-1] == third)
    assert world.stories.asked.count(second) == 1
    panel.show_customer(first)
    assert world.stories.asked.count(first) == 2


def test_another_customer_s_change_is_not_asked_for(qtbot: QtBot, world: PanelWorld) -> None:
    opened(qtbot, world, make_panel())
    asked = len(world.customers.asked)
    tell(qtbot, world, UUID(int=1))
    assert len(world.customers.asked) == asked


def test_a_claim_of_the_next_customer_leaves_them_read_ahead(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel(1))
    customer_id = add(world, make_panel(2))
    panel.preload([customer_id])
    asked = len(world.stories.asked)
    notice = ChangeNotice(frozenset({Topic.QUEUE}), frozenset({customer_id}))
    with qtbot.waitSignal(world.feed.changed):
        world.database.commit(notice)
    panel.show_customer(customer_id)
    assert len(world.stories.asked) == asked


def test_who_is_left_right_after_a_change_is_not_read_again(
    qtbot: QtBot, world: PanelWorld
) -> None:
    record = make_panel(1)
    panel = opened(qtbot, world, record)
    following = add(world, make_panel(2))
    customer_id = record.profile.customer_id
    asked = world.customers.asked.count(customer_id)
    with qtbot.waitSignal(world.feed.changed):
        notice = ChangeNotice(frozenset({Topic.CONTACTS}), frozenset({customer_id}))
        world.database.commit(notice)
    panel.show_customer(following)
    assert not panel.findChildren(ClientLoader)[0].is_behind
    assert world.customers.asked.count(customer_id) == asked


def test_a_late_answer_about_the_former_customer_is_dropped(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    panel = opened(qtbot, world, make_panel(1))
    customer_id = add(world, make_panel(2))
    with qtbot.waitSignal(panel.panel_shown) as shown:
        panel.show_customer(customer_id)
        runner.release()
    assert world.customers.asked == [customer_id]
    assert shown.args[0].profile.trade_name.endswith(" 2")
    world.close()


def test_the_former_customer_stays_in_view_but_is_left_while_the_next_one_loads(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    panel = opened(qtbot, world, make_panel(1))
    runner.release()
    add(world, make_panel(2))
    with qtbot.waitSignal(panel.panel_left):
        panel.show_customer(make_panel(2).profile.customer_id)
    assert panel.panel is None
    assert panel.story is None
    assert "do Vale 1" in texts(panel)
    qtbot.waitUntil(lambda: "Abrindo" in texts(panel))
    runner.release()
    assert "do Vale 2" in texts(panel)
    assert panel.panel is not None
    world.close()


def test_a_slow_story_does_not_hold_up_who_it_is(qtbot: QtBot, qapp: QApplication) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    panel = opened(qtbot, world, make_panel())
    (opening, telling) = runner.held("panel"), runner.held("story")
    with qtbot.waitSignal(panel.panel_shown):
        opening()
    assert "Adesivos" in texts(panel)
    assert panel.story is None
    panel.show_section(SectionId.ORDERS)
    assert "48120" not in texts(panel)
    with qtbot.waitSignal(panel.story_shown):
        telling()
    assert "Itens do 48120" in texts(panel)
    world.close()


def test_a_failed_load_can_be_tried_again(qtbot: QtBot, world: PanelWorld) -> None:
    world.customers.trouble = DatabaseError("database_locked")
    panel = opened(qtbot, world, make_panel())
    assert panel.panel is None
    world.customers.trouble = None
    qtbot.mouseClick(button(panel, "Tentar"), Qt.MouseButton.LeftButton)
    assert "Adesivos" in texts(panel)


def test_a_story_that_cannot_be_read_leaves_the_head_and_can_be_tried_again(
    qtbot: QtBot, world: PanelWorld
) -> None:
    world.stories.trouble = DatabaseError("database_locked")
    panel = opened(qtbot, world, make_panel())
    panel.show_section(SectionId.ORDERS)
    assert "Adesivos" in texts(panel)
    assert "espere um momento" in texts(panel)
    world.stories.trouble = None
    qtbot.mouseClick(button(panel, "Tentar"), Qt.MouseButton.LeftButton)
    assert "Itens do 48120" in texts(panel)


def test_a_customer_that_is_gone_and_nobody_at_all_are_told_apart(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.show_customer(UUID(int=404))
    assert "não existe mais" in texts(panel)
    panel.show_customer(None)
    assert "Escolha um cliente" in texts(panel)
    assert panel.panel is None


def test_a_story_that_comes_before_its_panel_is_told_with_it_again(
    qtbot: QtBot, world: PanelWorld
) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record)
    story, changed = panel.story, make_panel(next_contact=make_next(timedelta(days=5)))
    told: list[object] = []
    panel.story_shown.connect(lambda _: told.append(panel.panel))
    customer_id = record.profile.customer_id
    panel._loader._on_telling(Telling(customer_id, story))
    panel._loader._on_opening(Opening(customer_id, changed))
    assert told[-1] is changed  # whoever prepares the call does it with what stands now


def test_the_clock_of_the_customer_is_judged_anew_each_minute(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    assert "pode ligar até 18:00" in texts(panel)
    panel.header.set_reach(None)
    assert "pode ligar" not in texts(panel)
    panel._minute.timeout.emit()
    assert "pode ligar até 18:00" in texts(panel)


def test_the_reason_speaks_the_language_chosen_last(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    words = {Language.PORTUGUESE: "3,1 ciclos de atraso", Language.ENGLISH: "3.1 cycles late"}
    panel.set_reason_provider(lambda customer_id: (words[world.ctx.language], None))
    world.preferences.set_value("language", "en")
    install_language(QApplication.instance(), world.ctx.language)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: "Why here: 3.1 cycles late" in texts(panel))


@pytest.mark.parametrize("size", [BROWSE, CALL])
def test_nothing_in_the_head_is_cut(qtbot: QtBot, world: PanelWorld, size: tuple[int, int]) -> None:
    panel = opened(qtbot, world, make_troubled_panel(), size=size)
    panel.set_reason_provider(lambda customer_id: ("3,1 ciclos de atraso", None))
    QApplication.processEvents()
    header = panel.header
    for label in header.findChildren(QLabel):
        if label.isVisibleTo(panel) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
    assert header.badges.height() >= header.badges.heightForWidth(header.badges.width())
    assert panel.sections.height() > size[1] // 3


@pytest.mark.parametrize("width", [330, 400, 434])
def test_what_is_told_of_the_next_customer_is_not_cut_either(
    qtbot: QtBot, world: PanelWorld, width: int
) -> None:
    panel = opened(qtbot, world, make_panel(), size=(width, 660))
    panel.show_customer(add(world, make_panel(1, owner="Diego Fontes da Silva Prado Teixeira")))
    QApplication.processEvents()  # lays out
    for label in panel.header.findChildren(QLabel):
        if label.isVisibleTo(panel) and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_customer_with_a_long_story_is_shown_within_forty_milliseconds(
    qtbot: QtBot, world: PanelWorld
) -> None:
    records = [make_panel(number) for number in range(1, 10)]
    ids = [add(world, record, big_story(record)) for record in records]
    panel = opened(qtbot, world, make_panel(), size=CALL)
    for section in (SectionId.TIMELINE, SectionId.ORDERS):
        panel.show_section(section)
        spans = []
        for customer_id in ids:
            began = time.process_time()
            panel.show_customer(customer_id)
            panel.grab()
            spans.append(time.process_time() - began)
        assert min(spans) < 0.040


def test_what_is_wanted_by_message_is_asked_for(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    with qtbot.waitSignal(panel.message_requested) as wanted:
        panel.write_whatsapp()
    assert wanted.args == [Channel.WHATSAPP, None]
