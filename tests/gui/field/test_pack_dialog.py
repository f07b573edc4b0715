"""Customers are taken along and given back, by keys and by fingers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cockpit.domain.formats import Language
from cockpit.domain.packs import PackOffer, PackWish
from cockpit.domain.sync import SyncEnd, SyncReport
from cockpit.runtime.translation import install_language
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.field.corner import FieldCorner
from cockpit.ui.field.pack_dialog import PackDialog
from cockpit.ui.field.screen import FieldScreen
from cockpit.ui.main_window import MainWindow
from cockpit.ui.widgets.question import Question
from tests.support.list_data import customer_id
from tests.support.pack_fakes import BARS, UNTIL, FakePackService, make_packed
from tests.support.panel_data import HeldTaskRunner
from tests.support.ui_data import UiWorld

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FINGER = 44


@pytest.fixture
def packs() -> FakePackService:
    return FakePackService()


@pytest.fixture
def ctx(world: UiWorld, packs: FakePackService) -> UiContext:
    return replace(world.ctx, packs=lambda: packs)  # type: ignore[arg-type, return-value]


@pytest.fixture
def dialog(ctx: UiContext, packs: FakePackService, qapp: QApplication, qtbot: QtBot) -> PackDialog:
    install_language(qapp, Language.PORTUGUESE)
    made = PackDialog(ctx, ctx.packs)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.form.cities.count() > 1 or packs.is_away)
    return made


def words(dialog: PackDialog) -> str:
    return " | ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def choices(dialog: PackDialog) -> list[str]:
    return [dialog.form.cities.itemText(place) for place in range(dialog.form.cities.count())]


def test_what_there_is_to_take_is_told_by_city_and_segment(dialog: PackDialog) -> None:
    assert choices(dialog) == ["Todas as cidades (37)", "Santarém - PA (32)", "Itu - SP (3)"]
    assert (dialog.form.many.maximum(), dialog.form.many.value(), dialog.form.days.maximum()) == (
        37,
        20,
        7,
    )
    dialog.form.cities.setCurrentIndex(2)
    assert (dialog.form.many.maximum(), dialog.form.segments.itemText(1)) == (3, "Bares (3)")
    assert "Pode levar mais 50" in words(dialog)
    dialog.form.days.setValue(3)
    assert "até sexta, 25/03" in words(dialog)


def test_a_city_is_taken_along_by_keys_alone(
    dialog: PackDialog, packs: FakePackService, qtbot: QtBot
) -> None:
    dialog.form.cities.setFocus()
    qtbot.keyClick(dialog.form.cities, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.form.cities, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.form.segments, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.form.segments, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.form.segments, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.form.many, "2")
    qtbot.keyClick(dialog.form.many, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.form.days, "5")
    with qtbot.waitSignal(dialog.message_raised) as told:
        qtbot.keyClick(dialog.form.days, Qt.Key.Key_Return, CTRL)
    assert packs.wishes == [PackWish(2, 5, "Santarém - PA", BARS)]
    assert told.args == ["Levados até sexta, 25/03: 2"]
    qtbot.waitUntil(lambda: len(dialog.table.records.rows) == 2)
    assert "Com você agora: 2" in words(dialog)


class FakeSync(QObject):
    """A synchronisation that tests end themselves."""

    synced = Signal(object)

    def synchronise(self) -> None:
        """One is under way already."""


def test_who_comes_with_a_synchronisation_that_was_under_way_is_shown_too(
    ctx: UiContext, packs: FakePackService, qtbot: QtBot
) -> None:
    sync = FakeSync()
    made = PackDialog(replace(ctx, sync=sync), ctx.packs)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.form.cities.count() > 1)
    packs.along = [make_packed(1)]
    sync.synced.emit(SyncReport(SyncEnd.DONE))
    qtbot.waitUntil(lambda: len(made.table.records.rows) == 1)
    assert made.back_button.isEnabled()


def test_one_is_given_back_with_del_and_all_after_a_question(
    dialog: PackDialog, packs: FakePackService, qtbot: QtBot
) -> None:
    packs.along = [make_packed(one) for one in (1, 2, 3)]
    dialog.reload()
    qtbot.waitUntil(lambda: len(dialog.table.records.rows) == 3)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: packs.returned == [[customer_id(2)]])
    qtbot.waitUntil(lambda: len(dialog.table.records.rows) == 2)
    qtbot.waitUntil(dialog.all_button.isEnabled)
    qtbot.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
    question = dialog.findChild(Question)
    assert isinstance(question, Question)
    qtbot.keyClick(question.no_button, Qt.Key.Key_Return)
    assert len(packs.returned) == 1
    qtbot.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
    *_, question = dialog.findChildren(Question)
    qtbot.mouseClick(question.yes_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: packs.returned[1:] == [None])


def test_only_who_was_contacted_stays_longer(
    dialog: PackDialog, packs: FakePackService, qtbot: QtBot
) -> None:
    packs.along = [make_packed(1), make_packed(2, is_extended=True)]
    dialog.reload()
    qtbot.waitUntil(lambda: len(dialog.table.records.rows) == 2)
    assert not dialog.stay_button.isEnabled()
    packs.along.append(make_packed(3, is_contacted=True))
    dialog.reload()
    qtbot.waitUntil(dialog.stay_button.isEnabled)
    qtbot.mouseClick(dialog.stay_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: packs.extended == [dialog.form.days.value()])


def test_without_the_server_who_is_along_is_shown_and_nobody_is_taken(
    dialog: PackDialog, packs: FakePackService, ctx: UiContext, qtbot: QtBot
) -> None:
    packs.is_away = True
    packs.along = [make_packed(1, until=ctx.clock.now() - timedelta(days=1)), make_packed(2)]
    alone = PackDialog(ctx, ctx.packs)  # type: ignore[arg-type]
    qtbot.addWidget(alone)
    alone.show()
    qtbot.waitUntil(lambda: "Sem o servidor" in words(alone))
    assert "não responde" not in words(alone)
    assert not alone.take_button.isEnabled()
    first, second = alone.table.records.rows
    model = alone.table.records
    assert model.index(0, 3).data() == "prazo terminou"
    assert (model.index(1, 2).data(), model.index(1, 3).data()) == ("sexta, 25/03", "")
    assert (first.customer_id, second.until) == (customer_id(1), UNTIL)


@pytest.fixture
def window(ctx: UiContext, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(ctx)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.start()
    yield made
    made.close()


def test_keys_open_it_from_anywhere_and_from_the_visits(window: MainWindow, qtbot: QtBot) -> None:
    def opened() -> PackDialog:
        found = [one for one in window.findChildren(PackDialog) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    qtbot.keyClick(window, Qt.Key.Key_F9, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(window.findChildren(PackDialog)))
    qtbot.keyClick(opened(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(PackDialog))
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window, Qt.Key.Key_X, CTRL | SHIFT)
    screen = window.findChild(FieldScreen)
    assert screen is not None
    assert screen.packs_button.isVisible()
    assert screen.packs_button.height() >= FINGER
    qtbot.keyClick(screen.view, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: bool(window.findChildren(PackDialog)))
    assert opened().isVisible()


def test_no_laptop_offers_it(world: UiWorld, qtbot: QtBot) -> None:
    made = FieldScreen(world.ctx)
    qtbot.addWidget(made)
    made.show()
    assert not made.packs_button.isVisible()
    qtbot.keyClick(made, Qt.Key.Key_P)
    assert ActionId.PACKS not in FieldCorner(world.ctx, None, made).handlers()  # type: ignore[arg-type]


def test_it_speaks_english_and_its_targets_are_as_high_as_a_finger(
    ctx: UiContext, qapp: QApplication, qtbot: QtBot
) -> None:
    install_language(qapp, Language.ENGLISH)
    try:
        made = PackDialog(ctx, ctx.packs)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        made.show()
        assert made.windowTitle() == "Customers to take along"
        targets = [
            *made.findChildren(QPushButton),
            made.form.cities,
            made.form.segments,
            made.form.many,
        ]
        assert all(one.height() >= FINGER - 4 for one in targets), [one.height() for one in targets]
    finally:
        install_language(qapp, Language.PORTUGUESE)


def test_who_chooses_another_city_meanwhile_asks_no_second_time(
    ctx: UiContext, packs: FakePackService, qtbot: QtBot
) -> None:
    held = HeldTaskRunner()
    made = PackDialog(replace(ctx, runner=held), ctx.packs)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    held.release()
    assert made.take_button.isEnabled()
    made.take_button.click()
    made.form.cities.setCurrentIndex(1)
    assert not made.take_button.isEnabled()
    held.release()
    assert len(packs.wishes) == 1


def test_keys_alone_give_back_and_keep_and_the_keyboard_waits_where_one_begins(
    dialog: PackDialog, packs: FakePackService, qtbot: QtBot
) -> None:
    qtbot.waitUntil(dialog.form.cities.hasFocus)
    packs.along = [make_packed(1, is_contacted=True), make_packed(2)]
    dialog.reload()
    qtbot.waitUntil(lambda: len(dialog.table.records.rows) == len(packs.along))
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: bool(packs.extended))
    qtbot.waitUntil(dialog.all_button.isEnabled)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Question)))


def test_that_there_is_nobody_is_said(ctx: UiContext, packs: FakePackService, qtbot: QtBot) -> None:
    packs.offer = PackOffer(50, 7, 0, ())
    alone = PackDialog(ctx, ctx.packs)  # type: ignore[arg-type]
    qtbot.addWidget(alone)
    alone.show()
    qtbot.waitUntil(lambda: "ninguém na lista comum" in words(alone))
    assert not alone.take_button.isEnabled()
