"""The page of the team's laptops: what is said, what is empty, and what keeps its place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.app.laptop_pictures import PaintedLaptops
from cockpit.domain.errors import DatabaseError
from cockpit.domain.formats import Language
from cockpit.domain.laptops import Decision, Laptop, SetAside
from cockpit.runtime.translation import install_language
from cockpit.services.laptops import LaptopService
from cockpit.ui.team.laptops.screen import ASIDE, LAPTOPS, LaptopsScreen
from cockpit.ui.team.laptops.words import laptop_text, seen_text
from tests.support.keys import press
from tests.support.ui_data import UiWorld


class Keeper(PaintedLaptops):
    """A made-up team whose decisions are remembered."""

    def __init__(self, world: UiWorld) -> None:
        super().__init__(world.clock.now())
        self.found: Sequence[Laptop] = super().laptops()
        self.aside: Sequence[SetAside] = super().quarantine()
        self.decided: list[tuple[str, Decision]] = []
        self.discarded: list[str] = []
        self.trouble: Exception | None = None

    def laptops(self) -> Sequence[Laptop]:
        if self.trouble is not None:
            raise self.trouble
        return self.found

    def quarantine(self) -> Sequence[SetAside]:
        return self.aside

    def decide(self, laptop: Laptop, decision: Decision) -> None:
        self.decided.append((laptop.name, decision))

    def discard(self, fact: SetAside, why: str) -> None:
        self.discarded.append(why)


@pytest.fixture
def keeper(world: UiWorld) -> Keeper:
    return Keeper(world)


@pytest.fixture
def screen(world: UiWorld, keeper: Keeper, qtbot: QtBot) -> LaptopsScreen:
    service = LaptopService(keeper, lambda *_deed: None)
    made = LaptopsScreen(world.ctx, lambda: service)
    qtbot.addWidget(made)
    for table in (made.laptops.table, made.aside.table):
        QAbstractItemModelTester(table.records, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(1366, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    return made


def cells(screen: LaptopsScreen, row: int) -> list[str]:
    model = screen.laptops.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_each_laptop_is_told_in_words(screen: LaptopsScreen) -> None:
    assert cells(screen, 0) == ["nb-rui", "Rui Matos", "há 4 min", "14", "", "1.0.0", "em uso"]
    assert cells(screen, 1)[4] == "2"
    assert cells(screen, 2)[-1] == "lê tudo de novo"
    assert cells(screen, 3)[-1] == "bloqueado"
    assert screen.laptops.table.hasFocus()


def test_who_was_silent_for_long_is_pointed_out_and_who_is_blocked_is_not(
    screen: LaptopsScreen, world: UiWorld
) -> None:
    ink = screen.laptops.table.records._columns[2].ink
    assert ink is not None
    assert [ink(one) for one in screen.laptops.table.records.rows] == [
        "ink", "ink", "warning", "ink",
    ]  # fmt: skip
    never = replace(screen.laptops.table.records.rows[0], last_seen_at=None)
    assert seen_text(never, world.clock) == "ainda não"
    ahead = replace(never, last_seen_at=world.clock.now() + timedelta(days=3_650))
    assert seen_text(ahead, world.clock) == "19/03/2032, 09:00"
    wiped = replace(never, wiped_at=world.clock.now(), has_key=False)
    assert "até ser preparado de novo" in laptop_text(wiped, world.clock, Language.PORTUGUESE)


def test_blocking_is_asked_and_escape_means_no(
    screen: LaptopsScreen, keeper: Keeper, qtbot: QtBot
) -> None:
    press(qtbot, screen, Qt.Key.Key_B)
    question = screen.laptops.question
    assert question is not None
    assert question.windowTitle() == "Bloquear o notebook nb-rui · Rui Matos?"
    qtbot.waitUntil(question.no_button.hasFocus)
    press(qtbot, question, Qt.Key.Key_Escape)
    press(qtbot, screen, Qt.Key.Key_L)
    assert keeper.decided == []
    press(qtbot, screen, Qt.Key.Key_B)
    assert screen.laptops.question is not None
    screen.laptops.question.yes_button.click()
    screen.activateWindow()
    qtbot.waitUntil(screen.laptops.table.hasFocus)
    press(qtbot, screen, Qt.Key.Key_A)
    assert keeper.decided == [("nb-rui", Decision.REVOKE), ("nb-rui", Decision.REPULL)]


def test_without_laptops_it_says_how_one_is_set_up(screen: LaptopsScreen, keeper: Keeper) -> None:
    keeper.found, keeper.aside = (), ()
    screen.reload()
    said = screen.laptops.state_sentence()
    assert "Ctrl+Shift+F6" in said
    assert "field setup" in said
    screen.show_page(ASIDE)
    assert screen.aside.state_sentence().startswith("Nada separado")
    keeper.found, keeper.aside = PaintedLaptops.laptops(keeper), PaintedLaptops.quarantine(keeper)
    screen.reload()
    assert screen.aside.table.hasFocus()


def test_a_server_that_is_away_is_said_and_what_was_read_stays(
    screen: LaptopsScreen, keeper: Keeper, qtbot: QtBot
) -> None:
    keeper.trouble = DatabaseError("server_missing")
    with qtbot.waitSignal(screen.message_raised):
        screen.reload()
    assert len(screen.laptops.table.records.rows) == 4


def test_what_came_is_told_in_words_and_keeps_its_place_while_others_come(
    screen: LaptopsScreen, keeper: Keeper, qtbot: QtBot
) -> None:
    note = "\n".join(f"Linha {number}" for number in range(300))
    first = keeper.aside[0]
    keeper.aside = (replace(first, payload={**first.payload, "note": note}), *keeper.aside[1:])
    screen.show_page(ASIDE)
    assert screen.aside.words.toPlainText().startswith("Quando: ")
    assert "Canal: Visita" in screen.aside.words.toPlainText()
    bar = screen.aside.words.verticalScrollBar()
    bar.setValue(120)
    keeper.aside = (*keeper.aside, replace(keeper.aside[1], id=keeper.found[0].id))
    screen.reload()
    assert bar.value() == 120
    assert screen._chips[ASIDE].text() == "Separados 3  Alt+2"
    install_language(QApplication.instance(), Language.ENGLISH)
    qtbot.waitUntil(lambda: "Channel: Visit" in screen.aside.words.toPlainText())
    install_language(QApplication.instance(), Language.PORTUGUESE)


def test_discarding_wants_a_reason_by_digit_or_in_words(
    screen: LaptopsScreen, keeper: Keeper, qtbot: QtBot
) -> None:
    press(qtbot, screen, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(qtbot, screen, Qt.Key.Key_Delete)
    assert screen.aside.popover.isVisible()
    assert screen.step_back()
    assert keeper.discarded == []
    press(qtbot, screen, Qt.Key.Key_Delete)
    qtbot.keyClicks(screen.aside.popover.line, "Duplicado do papel")
    press(qtbot, screen.aside.popover.line, Qt.Key.Key_Return)
    assert keeper.discarded == ["Duplicado do papel"]
    press(qtbot, screen, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert screen._pages.currentIndex() == LAPTOPS
