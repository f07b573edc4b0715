"""The timeline: filters by kind and words, corrections, and what Enter does."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.sections import StoryEntry, StoryKind
from cockpit.ui.customer_panel.pages.timeline import TimelinePage
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.customer_panel.section_id import SectionId
from tests.support.panel_data import PanelWorld, make_panel
from tests.support.panel_views import (
    activate,
    add,
    big_story,
    opened,
    press,
    story_of,
    tell,
    texts,
    type_into,
)

WRONG, RIGHT = UUID(int=0xC1), UUID(int=0xC2)


def timeline(qtbot: QtBot, panel: CustomerPanel) -> TimelinePage:
    """Return the timeline, with the keyboard."""
    activate(qtbot, panel)
    panel.show_section(SectionId.TIMELINE)
    page = panel.sections.page(SectionId.TIMELINE)
    assert isinstance(page, TimelinePage)
    assert page.list.hasFocus()
    return page


def kinds(page: TimelinePage) -> list[StoryKind]:
    return [one.kind for one in page.list.entries.rows if isinstance(one, StoryEntry)]


def test_a_digit_shows_one_kind_and_another_one_adds_to_it(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    page = timeline(qtbot, panel)
    assert len(kinds(page)) == 12
    type_into(qtbot, "1")
    assert kinds(page) == [StoryKind.CONTACT] * 3
    type_into(qtbot, "2")
    assert set(kinds(page)) == {StoryKind.CONTACT, StoryKind.ORDER}
    type_into(qtbot, "0")
    assert len(kinds(page)) == 12


def test_letters_typed_into_the_list_search_in_everything_without_accents(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    page = timeline(qtbot, panel)
    type_into(qtbot, "orcamento pediu")
    assert [one.key for one in page.list.entries.rows] == [RIGHT]
    press(qtbot, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    page.search.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert len(kinds(page)) == 12
    assert page.list.hasFocus()


def test_nothing_found_is_said(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    page = timeline(qtbot, panel)
    type_into(qtbot, "xyz")
    assert "Nada deste tipo" in texts(page)
    assert not page.list.isVisibleTo(page)


def test_another_customer_is_shown_unfiltered(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel(1))
    page = timeline(qtbot, panel)
    type_into(qtbot, "1")
    type_into(qtbot, "xyz")
    panel.show_customer(add(world, make_panel(2)))
    assert len(kinds(page)) == 12
    assert page.search.text() == ""


def test_a_refresh_keeps_filter_and_words(qtbot: QtBot, world: PanelWorld) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record)
    page = timeline(qtbot, panel)
    type_into(qtbot, "1")
    page.search.setText("quer")
    tell(qtbot, world, record.profile.customer_id)
    assert kinds(page) == [StoryKind.CONTACT] * 2
    assert page.search.text() == "quer"


def test_a_corrected_contact_is_struck_and_both_name_each_other(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    page = timeline(qtbot, panel)
    entries = {
        one.key: page.list.entries.entry(row) for row, one in enumerate(page.list.entries.rows)
    }
    assert entries[WRONG].is_struck
    assert "corrigido pelo contato de 18/03/2022 12:20" in entries[WRONG].caption
    assert not entries[RIGHT].is_struck
    assert "corrige o contato de 18/03/2022 11:20" in entries[RIGHT].caption


def test_a_contact_says_that_a_colleague_talked_with_them_as_well(
    qtbot: QtBot, world: PanelWorld
) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record)
    story = story_of(world, record)
    right = next(one for one in story.timeline if one.key == RIGHT)
    met = replace(right, colleagues=(("Ana", right.at - timedelta(minutes=35)),))
    changed = tuple(met if one is right else one for one in story.timeline)
    add(world, record, replace(story, timeline=changed))
    tell(qtbot, world, record.profile.customer_id)
    page = timeline(qtbot, panel)
    entries = [page.list.entries.entry(row) for row in range(len(page.list.entries.rows))]
    said = next(one.body for one in entries if one.key == RIGHT).splitlines()[-1]
    assert said == "Ana também falou com este cliente em 18/03/2022 11:45 (35 min antes)"


def test_a_contact_names_what_was_attached_to_it(qtbot: QtBot, world: PanelWorld) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record)
    story = story_of(world, record)
    right = next(one for one in story.timeline if one.key == RIGHT)
    file = replace(
        right, kind=StoryKind.ATTACHMENT, key=UUID(int=77), title="gôndola.jpg", detail="154 KB",
        code="waiting", of_contact=RIGHT, amends=None,
    )  # fmt: skip
    add(world, record, replace(story, timeline=(file, *story.timeline)))
    tell(qtbot, world, record.profile.customer_id)
    page = timeline(qtbot, panel)
    entries = [page.list.entries.entry(row) for row in range(len(page.list.entries.rows))]
    said = next(one.body for one in entries if one.key == RIGHT).splitlines()[-1]
    assert said == "Anexos: gôndola.jpg · 154 KB · aguardando envio"


def test_enter_on_a_contact_asks_to_correct_it_and_on_a_corrected_one_shows_the_correction(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    page = timeline(qtbot, panel)
    page.list.show_entry(WRONG)
    assert not page.amend.isEnabled()
    with qtbot.assertNotEmitted(panel.amend_requested):
        press(qtbot, Qt.Key.Key_Return)
    current = page.list.current()
    assert current is not None
    assert current.key == RIGHT
    assert page.amend.isEnabled()
    with qtbot.waitSignal(panel.amend_requested) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args[0].key == RIGHT
    with qtbot.waitSignal(panel.amend_requested):
        page.amend.click()


def test_enter_on_an_order_opens_it_in_its_section(qtbot: QtBot, world: PanelWorld) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record)
    story = story_of(world, record)
    entry = next(one for one in story.timeline if one.kind is StoryKind.ORDER)
    linked = replace(entry, key=story.orders[4].order_id)
    timeline_ = tuple(linked if one is entry else one for one in story.timeline)
    add(world, record, replace(story, timeline=timeline_))
    tell(qtbot, world, record.profile.customer_id)
    page = timeline(qtbot, panel)
    page.list.show_entry(linked.key)
    press(qtbot, Qt.Key.Key_Return)
    assert panel.sections.section is SectionId.ORDERS
    assert f"Itens do {story.orders[4].number}" in texts(panel)


def test_a_new_contact_does_not_move_what_is_being_read(qtbot: QtBot, world: PanelWorld) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record, big_story(record))
    page = timeline(qtbot, panel)
    history, bar = page.list, page.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 10_000)
    bar.setValue(bar.maximum() // 2)
    read = history.indexAt(history.viewport().rect().center())
    before = (read.data(), history.visualRect(read).top())
    story = story_of(world, record)
    late = replace(story.timeline[0], key=UUID(int=1), detail="Acabou de ligar de volta.")
    add(world, record, replace(story, timeline=(late, *story.timeline)))
    tell(qtbot, world, record.profile.customer_id)
    QApplication.processEvents()
    after = history.indexAt(history.viewport().rect().center())
    assert (after.data(), history.visualRect(after).top()) == before
    assert history.model().rowCount(QModelIndex()) == 401


def test_an_entry_has_the_height_of_its_text(qtbot: QtBot, world: PanelWorld) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record, big_story(record))
    page = timeline(qtbot, panel)
    heights = [page.list.visualRect(page.list.model().index(row, 0)).height() for row in range(4)]
    assert heights[3] > heights[1]
