"""The desk's two arrangements share the room as they should, on both screens."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cockpit.ui.desk import Arrangement, Desk
from cockpit.ui.main_window import MainWindow
from cockpit.ui.widgets.following_area import FollowingArea
from tests.support.ui_data import UiWorld


class Parts:
    """A desk over four empty widgets."""

    def __init__(self, world: UiWorld, size: tuple[int, int]) -> None:
        self.list, self.client, self.card, self.form = (QWidget() for _ in range(4))
        self.form.setMinimumHeight(360)
        self.compact: list[bool] = []
        self.desk = Desk(
            world.preferences,
            work_list=self.list,
            client=self.client,
            pitch_card=self.card,
            form=self.form,
            set_compact=self.compact.append,
        )
        self.desk.resize(*size)
        self.desk.show()
        QApplication.sendPostedEvents()


@pytest.mark.parametrize("size", [(1366, 690), (1920, 1000)])
def test_browsing_the_list_has_over_two_thirds_and_no_form_is_in_sight(
    world: UiWorld, qtbot: QtBot, size: tuple[int, int]
):
    parts = Parts(world, size)
    qtbot.addWidget(parts.desk)
    assert parts.list.width() == pytest.approx(size[0] * 0.68, abs=2)
    assert not parts.form.isVisible()
    assert not parts.card.isVisible()
    assert parts.compact == [False]


@pytest.mark.parametrize(
    ("size", "widths"), [((1366, 690), (300, 464)), ((1920, 1000), (360, 600))]
)
def test_calling_the_client_has_the_middle_and_the_form_all_it_needs(
    world: UiWorld, qtbot: QtBot, size: tuple[int, int], widths: tuple[int, int]
):
    parts = Parts(world, size)
    qtbot.addWidget(parts.desk)
    parts.desk.arrange(Arrangement.CALL)
    assert parts.compact == [False, True]
    assert (parts.list.width(), parts.card.width()) == pytest.approx(widths, abs=2)
    assert parts.client.width() > parts.card.width()
    assert parts.form.isVisible()
    assert parts.form.height() >= 360
    assert parts.card.height() > 200


def test_a_long_sentence_in_the_form_pushes_nothing_out_of_sight(world: UiWorld, qtbot: QtBot):
    parts = Parts(world, (1366, 690))
    qtbot.addWidget(parts.desk)
    parts.desk.arrange(Arrangement.CALL)
    parts.form.setMinimumHeight(0)
    layout = QVBoxLayout(parts.form)
    sentence, last = QLabel("Nada foi salvo. " * 20), QPushButton("Salvar")
    sentence.setWordWrap(True)
    filling = QWidget()
    filling.setMinimumHeight(300)
    for part in (sentence, filling, last):
        layout.addWidget(part)
    qtbot.waitUntil(lambda: sentence.height() > 2 * sentence.fontMetrics().height())
    area = parts.form.parentWidget()
    qtbot.waitUntil(lambda: area.rect().contains(last.mapTo(area, last.rect().bottomRight())))


def test_fields_without_room_scroll_between_a_useful_card_and_the_buttons(
    window: MainWindow, qtbot: QtBot
):
    window.resize(1366, 690)
    window.calls.next_client()
    form, card = window.contact_form, window.pitch_card
    area = form.findChild(FollowingArea)
    area.widget().setMinimumHeight(700)  # a campaign, several objections and what is rare
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    save = form._frame.save_button
    assert form.rect().contains(save.mapTo(form, save.rect().bottomRight()))
    assert form.mapTo(window, form.rect().bottomLeft()).y() < window.height()
    assert card.height() > 180


def test_an_expanded_card_takes_the_whole_side(world: UiWorld, qtbot: QtBot):
    parts = Parts(world, (1366, 690))
    qtbot.addWidget(parts.desk)
    parts.desk.arrange(Arrangement.CALL)
    parts.desk.expand_card(True)
    assert not parts.form.isVisible()
    parts.desk.expand_card(False)
    assert parts.form.isVisible()


def test_each_arrangement_keeps_the_widths_that_it_was_given(world: UiWorld, qtbot: QtBot):
    parts = Parts(world, (1366, 690))
    qtbot.addWidget(parts.desk)
    parts.desk.arrange(Arrangement.CALL)
    parts.desk._columns.setSizes([400, 965])
    parts.desk._columns.splitterMoved.emit(400, 1)
    parts.desk.arrange(Arrangement.BROWSE)
    assert parts.list.width() == pytest.approx(929, abs=2)
    parts.desk.arrange(Arrangement.CALL)
    assert parts.list.width() == pytest.approx(400, abs=2)
    parts.desk.remember()
    again = Parts(world, (1366, 690))
    qtbot.addWidget(again.desk)
    again.desk.arrange(Arrangement.CALL)
    assert again.list.width() == pytest.approx(400, abs=2)


def test_a_page_stands_in_the_clients_place_until_it_is_taken_away(world: UiWorld, qtbot: QtBot):
    parts = Parts(world, (1366, 690))
    qtbot.addWidget(parts.desk)
    page = QWidget()
    parts.desk.add_page(page)
    parts.desk.show_page(page)
    assert page.isVisible()
    assert not parts.client.isVisible()
    parts.desk.show_page(None)
    assert parts.desk.is_client_shown
    assert parts.client.isVisible()


def test_the_form_scrolls_to_the_field_that_has_the_keyboard(world: UiWorld, qtbot: QtBot) -> None:
    parts = Parts(world, (1366, 560))
    qtbot.addWidget(parts.desk)
    parts.form.setMinimumHeight(900)
    first, last = QPushButton(parts.form), QPushButton(parts.form)
    last.move(0, 860)
    parts.desk.arrange(Arrangement.CALL)
    QApplication.sendPostedEvents()
    first.show()
    last.show()
    with qtbot.waitActive(parts.desk):
        parts.desk.activateWindow()
    last.setFocus()
    assert not last.visibleRegion().isEmpty()
    first.setFocus()
    assert not first.visibleRegion().isEmpty()


def test_a_rehearsal_lays_the_side_out_and_shows_nothing(world: UiWorld, qtbot: QtBot):
    parts = Parts(world, (1366, 690))
    qtbot.addWidget(parts.desk)
    painted = _Painted(parts.card, parts.form)
    before = parts.desk.grab().toImage()
    for step in parts.desk.rehearsals():
        step()
    assert painted.widgets == {parts.card, parts.form}
    assert not parts.card.isVisible()
    assert parts.compact == [False]
    assert parts.desk.grab().toImage() == before


class _Painted(QObject):
    """Notes which widgets are painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__(watched[0])
        self.widgets: set[QObject] = set()
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.widgets.add(watched)
        return False
